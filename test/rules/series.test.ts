import { describe, expect, it } from "vitest";
import { caseToChart } from "../../src/chart/case";
import type { Chart } from "../../src/chart/chart";
import { assess } from "../../src/rules";
import { defaultPolicy } from "../../src/rules/policy";
import { assessed } from "../cases/answer";
import { type Input, lab, labs, scan, woman } from "../cases/build";

const series = (input: Input) => assessed(input).series;
const tScores = (input: Input) =>
  series(input).tScores.map(({ site, points }) => [site, points.map(({ date, t }) => `${date} ${t}`)]);

describe("values over time", () => {
  it("holds T-scores of hip, spine and radius, site by site, oldest first", () => {
    const dxa = [scan("FN", -1.9, "2026-07-14"), scan("R33", -2.1, "2024-05-01"), scan("FN", -1.5, "2019-03-02")];
    expect(tScores(woman({ dxa: [...dxa, scan("LS", -0.4, "2026-07-14")] }))).toEqual([
      ["LS", ["2026-07-14 -0.4"]],
      ["FN", ["2019-03-02 -1.5", "2026-07-14 -1.9"]],
      ["R33", ["2024-05-01 -2.1"]],
    ]);
  });

  it("leaves out what has no date, no possible T-score, or a region that does not count", () => {
    const dxa = [
      scan("FN", -1.9),
      scan("FN", -12),
      { site: "LS", t: -1.4, z: null, date: null },
      scan("heel", -2),
      scan("TH", null, "2025-02-02", -1),
    ];
    expect(tScores(woman({ dxa }))).toEqual([["FN", ["2026-07-14 -1.9"]]]);
  });

  it("shows an exam once that a later report quotes, with the evidence of its own report", () => {
    const { chart, asOf } = caseToChart(woman({ dxa: [scan("FN", -1.5, "2019-03-02"), scan("FN", -1.9)] }));
    const [old] = chart.dxa;
    if (!old) throw new Error("no scan");
    const quote = { ...old, prior: true, evidence: { from: "case", path: "quoted", text: "" } as const };
    const quoted: Chart = { ...chart, dxa: [...chart.dxa, quote] };
    const [neck] = assess(quoted, defaultPolicy, asOf).series.tScores;
    expect(neck?.points.map(({ date, evidence }) => [date, evidence])).toEqual([
      ["2019-03-02", old.evidence],
      ["2026-07-14", chart.dxa[1]?.evidence],
    ]);
  });

  it("holds vitamin D in ng/mL with what was printed before it, not what is pending or without a date", () => {
    const found = series(
      woman({
        labs: labs(
          lab("VITD", 62.4, "nmol/L", "2026-10-05"),
          lab("VITD", "<8", "ng/mL", "2021-01-09"),
          lab("VITD", "pending", null, "2026-11-20"),
          lab("VITD", 31, "ng/mL", null),
        ),
      }),
    ).vitaminD;
    expect(found.map(({ date, value, comparator }) => [date, Math.round(value * 1e6) / 1e6, comparator])).toEqual([
      ["2021-01-09", 8, "<"],
      ["2026-10-05", 25, null],
    ]);
    expect(found.every(({ unit }) => unit === "ng/mL")).toBe(true);
    expect(found[1]?.evidence).toMatchObject({ from: "case" });
  });
});
