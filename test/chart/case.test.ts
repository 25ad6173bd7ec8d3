import { describe, expect, it } from "vitest";
import { caseToChart } from "../../src/chart/case";
import { answer } from "../cases/answer";
import { fracture, frax, type Input, lab, labs, med, prednisone, scan, TODAY, woman } from "../cases/build";

const rejected = (input: Input) => caseToChart(input).rejected.map(({ path }) => path);

describe("a case as a chart", () => {
  it.each([
    null,
    5,
    "text",
    [],
    {},
    { asOf: "yesterday" },
    { asOf: "2026-02-30" },
    { asOf: "2026-11" },
  ])("is refused when there is nothing to assess: %j", (input) => {
    expect(() => caseToChart(input)).toThrow(/asOf/);
  });

  it("accepts its own fields without a word", () => {
    const input = woman({
      meds: [
        med("alendronate", {
          doseMg: 70,
          perDay: 1 / 7,
          stop: "2026-02-02",
          replacement: false,
          antiresorptive: true,
          lastGiven: "2026-01-30",
        }),
      ],
      fractures: [fracture("finger", "2020", { onTherapy: false, onHarmDrug: false, trauma: "high" })],
      allergies: ["latex"],
      smoking: "former",
      alcoholDrinksPerDay: 0,
      plannedDrug: false,
      radiusIndicated: false,
      problems: ["Hypertension"],
    });
    expect(rejected(input)).toEqual([]);
  });

  it.each<[string, Input, string[]]>([
    ["unknown field", { favouriteColor: "blue" }, ["favouriteColor"]],
    ["unknown field inside", { frax: frax(9, 1, { ethnicity: "x" }) }, ["frax.ethnicity"]],
    ["T out of range", { dxa: [scan("FN", -1.7), scan("LS", -15.2)] }, ["dxa[1].t"]],
    ["T as text", { dxa: [{ site: "FN", t: "-1.7", z: null, date: TODAY }] }, ["dxa[0].t"]],
    ["FRAX out of range", { frax: frax(101, -1) }, ["frax.mof", "frax.hip"]],
    ["hip above MOF", { frax: frax(2, 12) }, ["frax"]],
    ["future scan", { dxa: [scan("FN", -1.7, "2026-11-24")] }, ["dxa[0].date"]],
    ["future lab", { labs: labs(lab("TSH", 2, "mIU/L", "2027-01-01")) }, ["labs[8].date"]],
    ["future fracture", { fractures: [fracture("hip", "2027")] }, ["fractures[0].date"]],
    ["impossible day", { lastDentalExam: "2026-13-01" }, ["lastDentalExam"]],
    ["negative lab", { labs: labs(lab("TSH", -2, "mIU/L")) }, ["labs[8].value"]],
    ["age", { age: 640 }, ["age"]],
    ["weight", { weightKg: 6 }, ["weightKg"]],
    ["sex", { sex: "female" }, ["sex"]],
    ["route", { meds: [prednisone(5, { route: "by mouth" })] }, ["meds[0].route"]],
    ["stop before start", { meds: [prednisone(5, { stop: "2025-01-01" })] }, ["meds[0].stop"]],
    ["no drug", { meds: [{ text: "blood pressure tablet" }] }, ["meds[0]"]],
    ["same result twice", { labs: [...labs(), lab("TSH", 2.1, "mIU/L")] }, ["labs[9]"]],
    ["same scan twice", { dxa: [scan("FN", -1.7), scan("FN", -1.7)] }, ["dxa[1]"]],
    ["key and name contradict", { labs: labs(lab("CA", 4.1, "g/dL", "2026-10-05", "Albumin")) }, ["labs[8]"]],
    ["not a list", { problems: "Cirrhosis" }, ["problems"]],
    ["not an object", { dxa: ["-1.7"] }, ["dxa[0]"]],
    ["problem that is no text", { problems: [7] }, ["problems"]],
  ])("reports by path: %s", (_, patch, paths) => {
    expect(rejected(woman(patch)).toSorted()).toEqual(paths.toSorted());
  });

  it("leaves out what it reports and assesses the rest", () => {
    const found = answer(woman({ dxa: [scan("LS", -15.2), scan("FN", -1.4)], age: 63, colour: 1 }));
    expect(found.tier).toBe("MODERATE");
    expect(found.alerts.map(({ rule }) => rule)).toContain("IN-RANGE");
    expect(found.rejected.map(({ path }) => path)).toEqual(["colour", "dxa[0].t"]);
    expect(found.rejected[0]?.reason).toContain("colour");
  });

  it("keeps one good FRAX figure when the other is impossible", () => {
    expect(answer(woman({ frax: frax(140, 3.4) })).fraxUsed).toEqual({ mof: null, hip: 3.4, adjusted: false });
  });

  it("takes a drug that starts later as planned, never as taken", () => {
    const { chart } = caseToChart(woman({ meds: [med("denosumab", { start: "2026-12-01", route: "sc" })] }));
    expect(chart.medications[0]).toMatchObject({ status: "planned", start: null });
  });

  it.each<[string, Input, number | null]>([
    ["each day", { doseMg: 10 }, 10],
    ["alternate days", { doseMg: 15, perDay: 0.5 }, 7.5],
    ["twice a day", { doseMg: 2.5, perDay: 2 }, 5],
    ["as needed", { doseMg: 10, text: "prednisone 10 mg PRN flare" }, null],
    ["taper without an end from a very high dose", { doseMg: 40, text: "prednisone taper" }, null],
    ["taper without an end", { doseMg: 10, text: "prednisone 10 mg daily, slow taper" }, 10],
    ["taper of a few weeks", { doseMg: 40, text: "prednisone 40 mg taper over 3 weeks" }, 40],
    ["dose pack", { doseMg: 20, text: "prednisone dosepak 6 days" }, 20],
    ["dose not given", {}, null],
  ])("prednisone a day: %s", (_, more, mg) => {
    const { chart } = caseToChart(woman({ meds: [med("prednisone", { text: "prednisone", ...more })] }));
    expect(chart.medications[0]?.prednisoneMgPerDay).toBe(mg);
  });

  it("does not take a weekly 70 mg as a daily dose", () => {
    const { chart } = caseToChart(woman({ meds: [med("alendronate", { doseMg: 70 })] }));
    expect(chart.medications[0]?.dosePerDayMg).toBeNull();
  });

  it("knows a drug by its brand, in the text alone", () => {
    const { chart } = caseToChart(woman({ meds: [{ text: "JUBBONTI 60 mg/mL syringe", route: "sc" }] }));
    expect(chart.medications[0]?.ingredient).toBe("denosumab");
  });

  it.each([
    ["<4", "<", 4],
    ["> 150", ">", 150],
    ["≤2", "<=", 2],
  ])("reads the bound %s", (value, comparator, number) => {
    const { chart } = caseToChart(woman({ labs: [lab("VITD", value, "ng/mL")] }));
    expect(chart.labs[0]?.result).toMatchObject({ kind: "number", comparator, value: number });
  });

  it("reads the date of a problem, exact or relative", () => {
    const { chart } = caseToChart(
      woman({ problems: ["Stroke 2026-02-03", "MI 8 months ago", "DVT 2019", "Cirrhosis"] }),
    );
    expect(chart.problems.map(({ date }) => date)).toEqual(["2026-02-03", "2026-03", "2019", null]);
  });

  it("finds several conditions in one entry", () => {
    const { chart } = caseToChart(woman({ problems: ["Cirrhosis with esophageal varices"] }));
    expect(chart.problems.map(({ condition }) => condition)).toEqual(["esophageal-varices", "chronic-liver-disease"]);
  });
});
