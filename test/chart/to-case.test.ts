import { expect, it } from "vitest";
import { caseToChart } from "../../src/chart/case";
import type { Chart } from "../../src/chart/chart";
import { chartToCase } from "../../src/chart/to-case";
import { assess } from "../../src/rules";
import { defaultPolicy } from "../../src/rules/policy";
import { broken, fracture, highWoman, lab, labs, man, med, prednisone, scan, TODAY, woman } from "../cases/build";

const chartOf = (input: Record<string, unknown>): Chart => caseToChart(input).chart;
const back = (chart: Chart): Chart => chartOf({ asOf: TODAY, ...chartToCase(chart).input });

/** What a chart says, without where it was read. */
const said = (chart: Chart) =>
  JSON.parse(JSON.stringify(chart, (key, value) => (key === "evidence" ? undefined : value)));

const CHARTS = {
  woman: woman(),
  man: man(),
  "a steroid": highWoman({ meds: [prednisone(10), med("denosumab", { route: "sc", lastGiven: "2026-02-01" })] }),
  fractures: woman({ ...broken(fracture("hip", "2026-08", { onTherapy: true })), smoking: "current" }),
  "older and bounded results": woman({
    labs: labs({ ...lab("VITD", "<8", "ng/mL"), name: "25-OH vitamin D" }, lab("CA", 9.9, "mg/dL", "2024-01-02")),
    dxa: [scan("FN", -1.7), scan("FN", -1.2, "2021-02-03")],
    problems: ["Rheumatoid arthritis"],
    allergies: ["Penicillin"],
  }),
};

it.each(Object.entries(CHARTS))("says the same again: %s", (_, input) => {
  const chart = chartOf(input);
  expect(said(back(chart))).toEqual(said(chart));
  const tier = (one: Chart) => assess(one, defaultPolicy, TODAY).tier;
  expect(tier(back(chart))).toBe(tier(chart));
});

it("says of every field where it was read, and of what day it is", () => {
  const { read } = chartToCase(chartOf(woman()));
  expect(read.age?.text).toContain("63");
  expect(read["dxa[0]"]).toEqual({ text: expect.stringContaining("-1.7"), date: "2026-07-14" });
});

it("leaves out, and names, what a case cannot say: it never guesses", () => {
  const chart = chartOf(woman({ meds: [med("alendronate")] }));
  const [drug] = chart.medications;
  if (!drug) throw new Error("no drug");
  const unclear = { ...chart, medications: [{ ...drug, status: "unknown" as const }] };
  const { input, leftOut } = chartToCase(unclear);
  expect(input.meds).toEqual([]);
  expect(leftOut.join()).toContain("alendronate");
  const conflicting = chartToCase({
    ...chart,
    weightKg: {
      state: "conflicting",
      values: [
        { value: 61, evidence: [] },
        { value: 16, evidence: [] },
      ],
    },
  });
  expect(conflicting.input.weightKg).toBeUndefined();
  expect(conflicting.leftOut.join()).toContain("weight");
});
