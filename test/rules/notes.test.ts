import { describe, expect, it } from "vitest";
import { caseToChart } from "../../src/chart/case";
import type { Chart, ListKind } from "../../src/chart/chart";
import { type Assessment, assess } from "../../src/rules";
import { defaultPolicy } from "../../src/rules/policy";
import { assessed } from "../cases/answer";
import { frax, highWoman, type Input, man, med, prednisone, scan, woman } from "../cases/build";

const said = ({ findings }: Assessment, rule: string) =>
  findings.filter((one) => one.rule === rule).map(({ card }) => card.summary);
const text = (input: Input, rule: string) => said(assessed(input), rule).join(" / ");

/** The chart of a case, as if only these lists had not been on screen. */
function unseen(input: Input, lists: ListKind[], patch: Partial<Chart> = {}): Assessment {
  const { chart, asOf } = caseToChart(input);
  const seen = chart.seen.filter(({ kind }) => !lists.includes(kind));
  return assess({ ...chart, seen, ...patch }, defaultPolicy, asOf);
}

describe("FRAX needed (T-I1)", () => {
  it("says which of the twelve inputs the chart gives, and which it does not", () => {
    const input = woman({
      frax: null,
      smoking: false,
      heightCm: null,
      problems: ["Rheumatoid arthritis", "Mother with hip fracture"],
    });
    expect(assessed(input).findings.find(({ id }) => id === "T-I1")?.card.detail).toMatch(
      /Found: age, sex, weight, no prior fracture, parent hip fracture, no smoking, rheumatoid arthritis, .*Missing: height, glucocorticoid.*\./,
    );
  });

  it("claims nothing missing when all twelve are there", () => {
    const all = woman({
      frax: null,
      smoking: true,
      alcoholDrinksPerDay: 4,
      problems: ["Mother with hip fracture"],
      meds: [prednisone(6)],
    });
    const detail = assessed(all).findings.find(({ id }) => id === "T-I1")?.card.detail;
    expect(detail).toContain("All twelve inputs are found");
    expect(detail).not.toContain("Missing");
  });
});

describe("CAROC line (RISK.md 6)", () => {
  const neck = (t: number, more: Input = {}) => woman({ age: 65, dxa: [scan("FN", t)], frax: null, ...more });

  it.each<[string, Input, string]>([
    ["F65 -1.8", neck(-1.8), "low"],
    ["F65 -1.9", neck(-1.9), "moderate"],
    ["F75 -1.2 on 7.5 mg", neck(-1.2, { age: 75, meds: [prednisone(7.5)] }), "high"],
    ["spine of -2.4 does not lift", neck(-1.8, { dxa: [scan("FN", -1.8), scan("LS", -2.4)] }), "low"],
    [
      "a course of last year counts",
      neck(-1.8, { meds: [prednisone(10, { start: "2026-01-10", stop: "2026-04-10" })] }),
      "moderate",
    ],
    [
      "one of 3 months less a day does not",
      neck(-1.8, { meds: [prednisone(10, { start: "2026-01-10", stop: "2026-04-09" })] }),
      "low",
    ],
    [
      "nor one that reached into the last year for less",
      neck(-1.8, { meds: [prednisone(10, { start: "2025-01-10", stop: "2026-02-20" })] }),
      "low",
    ],
  ])("%s", (_, input, category) => {
    expect(text(input, "CAROC")).toBe(`Provisional category (CAROC 2010): ${category}`);
  });

  it.each<[string, Input, RegExp]>([
    ["a fracture history that is not known", neck(-1.8, { fractureHistory: "unknown" }), /fragility fracture/],
    ["no femoral neck", neck(-1.8, { dxa: [scan("LS", -1.8)] }), /no femoral neck/],
    ["a man's printed T-score", man({ dxa: [scan("FN", -1.8)], frax: null }), /density and scanner maker/],
    ["steroids of unknown start", neck(-1.8, { meds: [prednisone(10, { start: null })] }), /glucocorticoid/],
    ["a bone drug", neck(-1.8, { meds: [med("alendronate", { start: "2026-01-01" })] }), /bone drug/],
    [
      "a bisphosphonate of the last two years",
      neck(-1.8, { meds: [med("alendronate", { start: "2023-01-01", stop: "2024-11-23" })] }),
      /bone drug/,
    ],
    ["under 50", neck(-1.8, { age: 49, menopause: "post" }), /from 50/],
    ["two scores of one scan", neck(-1.8, { dxa: [scan("FN", -1.8), scan("LS", -1.2), scan("LS", -2)] }), /two/],
  ])("is not shown with %s, and says why", (_, input, why) => {
    expect(text(input, "CAROC")).toMatch(/^No provisional category/);
    expect(text(input, "CAROC")).toMatch(why);
  });

  it("is shown for a man with density and maker", () => {
    const { chart, asOf } = caseToChart(man({ age: 70, dxa: [scan("FN", -1.8)], frax: null }));
    // Hologic: (0.618 - 0.858) / 0.12 = -2.0; low is above -2.3.
    const dxa = chart.dxa.map((one) => ({ ...one, bmd: 0.618, maker: "Hologic" }));
    expect(said(assess({ ...chart, dxa }, defaultPolicy, asOf), "CAROC")).toEqual([
      "Provisional category (CAROC 2010): low",
    ]);
  });

  it("is not shown while medications have not been on screen", () => {
    expect(said(unseen(neck(-1.8), ["medications"]), "CAROC").join()).toMatch(/^No provisional category/);
  });

  it("is a category only: no percentage, no FRAX figure, never a word of treating", () => {
    const found = assessed(neck(-1.9)).findings.find(({ rule }) => rule === "CAROC");
    expect(found?.card.indicator).toBe("info");
    expect(found?.reviewStatus).toBe("unconfirmed");
    expect(found?.card.detail).toBe(
      "Canadian major-fracture category from age, sex, femoral-neck T-score, prior fracture, steroids. Not FRAX. No hip-fracture estimate. Not a US treatment threshold.",
    );
    expect(`${found?.card.summary} ${found?.card.detail}`).not.toMatch(/%|\btreat\b/);
  });

  it("stands only under FRAX needed", () => {
    expect(text(woman(), "CAROC")).toBe("");
    expect(text(woman({ frax: null, dxa: [scan("FN", -2.6)] }), "CAROC")).toBe("");
  });
});

describe("what FRAX leaves out (RISK.md 1.5)", () => {
  it("gives the lumbar-spine offset with its figures, and holds no threshold against it", () => {
    const input = woman({ dxa: [scan("FN", -1.4), scan("LS", -2.4)], frax: frax(19, 2) });
    expect(text(input, "LS-OFFSET")).toMatch(/MOF 19\.0 % would become 20\.9 % \(spine -2\.4, femoral neck -1\.4\)/);
    expect(assessed(input).tier).toBe("MODERATE");
  });

  it.each<[string, Input]>([
    ["exams of two days", woman({ dxa: [scan("FN", -1.4), scan("LS", -2.4, "2025-01-01")] })],
    [
      "FRAX without density",
      woman({ dxa: [scan("FN", -1.4), scan("LS", -2.4)], frax: frax(9, 1, { withBMD: false }) }),
    ],
    ["a man", man({ dxa: [scan("FN", -1.4), scan("LS", -2.4)] })],
    ["a scan that contradicts itself", woman({ dxa: [scan("FN", -1.4), scan("LS", -2.4), scan("LS", -1.4)] })],
    ["no MOF", woman({ dxa: [scan("FN", -1.4), scan("LS", -2.4)], frax: frax(null, 1) })],
  ])("makes no offset from %s", (_, input) => {
    expect(text(input, "LS-OFFSET")).toBe("");
  });

  it("names falls and type 2 diabetes, and changes no figure", () => {
    const input = woman({ problems: ["Type 2 diabetes", "Recurrent falls"] });
    expect(text(input, "FRAX-LIMITS")).toMatch(/falls and type 2 diabetes/);
    expect(assessed(input).frax.used).toEqual({ mof: 9.1, hip: 1.1, adjusted: false });
    expect(text(woman(), "FRAX-LIMITS")).toBe("");
  });
});

describe("why a DXA is due (X11)", () => {
  const none = (patch: Input) => woman({ dxa: [], frax: null, age: 55, weightKg: 85, ...patch });
  const reason = (input: Input) => assessed(input).missing.find(({ code }) => code === "DXA")?.reason ?? "";

  it.each<[string, Input, string]>([
    ["woman of 65", none({ age: 65 }), "woman of 65 or more (USPSTF, ISCD)"],
    ["man of 70", man({ age: 70, weightKg: 95, dxa: [], frax: null }), "man of 70 or more (ISCD)"],
    ["a risk factor past menopause", none({ smoking: true }), "current smoking (USPSTF, ISCD)"],
    [
      "a fracture",
      none({ fractureHistory: "documented", fractures: [{ site: "wrist", date: "2024-01-01", trauma: "low" }] }),
      "fragility fracture (ISCD)",
    ],
    ["a bone drug", none({ meds: [med("alendronate")] }), "bone drug taken or considered (ISCD)"],
    // 0.2 x (60 - 60) = 0; 5 + 3 + 2 = 10; both from RISK.md 5.
    ["OST", none({ age: 60, weightKg: 60 }), "OST 0 (60 kg, 60 years)"],
    ["ORAI", none({ age: 60, weightKg: 59 }), "ORAI 16 (59 kg, 60 years)"],
    ["OSIRIS", none({ age: 60, weightKg: 60 }), "OSIRIS 0 (60 kg, 60 years)"],
    // Least: 3 x 6 - 12, without the points for race and estrogen.
    ["SCORE", none({ age: 60, weightKg: 55 }), "SCORE at least 6 (55 kg, 60 years)"],
    ["ABONE", none({ age: 66, weightKg: 63 }), "ABONE at least 2 (63 kg, 66 years)"],
    ["MORES", man({ age: 60, weightKg: 80, dxa: [], frax: null }), "MORES 7 (80 kg, 60 years)"],
    [
      "FRAX without density",
      none({ frax: frax(8.4, 1, { withBMD: false }) }),
      "FRAX without bone density MOF 8.4 % (from 8.4 %)",
    ],
  ])("%s", (_, input, words) => {
    expect(reason(input)).toContain(words);
    expect(text(input, "X11")).not.toBe("");
  });

  it.each<[string, Input]>([
    ["a heavy woman of 55", none({})],
    ["a heavy man of 60", man({ age: 60, weightKg: 100, dxa: [], frax: null })],
    ["before menopause", none({ age: 44, menopause: "pre", smoking: true, weightKg: 50 })],
    ["FRAX with density", none({ frax: frax(8.4, 1) })],
    ["FRAX without density below 8.4 %", none({ frax: frax(8.3, 1, { withBMD: false }) })],
    // OST 3: without estrogen ORAI is 5 + 3 + 2 = 10, with it 8.
    ["estrogen taken", none({ age: 54, weightKg: 69, meds: [med("estradiol", { text: "Estrace 1 mg" })] })],
  ])("gives no screen for %s", (_, input) => {
    expect(reason(input)).not.toMatch(/OST|ORAI|OSIRIS|SCORE|ABONE|MORES|FRAX/);
  });

  it("takes estrogen as taken while medications have not been on screen", () => {
    const input = none({ age: 60, weightKg: 64 });
    expect(reason(input)).toContain("OSIRIS");
    const missing = unseen(input, ["medications"]).missing;
    expect(missing.find(({ code }) => code === "DXA")?.reason).not.toContain("OSIRIS");
  });

  it("is never a tier, and marks the points of MORES as unconfirmed", () => {
    const found = assessed(man({ age: 60, weightKg: 68, dxa: [], frax: null }));
    expect(found.tier).toBe("INDETERMINATE");
    expect(found.findings.find(({ id }) => id === "W-DXA")?.reviewStatus).toBe("unconfirmed");
  });
});

describe("dental exam", () => {
  const never = highWoman({ lastDentalExam: null });

  it("is called missing only where a dental list or statement was on screen", () => {
    const item = (found: Assessment) => found.missing.find(({ code }) => code === "DENTAL");
    expect(item(assessed(never))).toMatchObject({ why: "none-in-window", reason: expect.stringContaining("on file") });
    const notes = unseen(never, ["dental"]);
    expect(item(notes)).toMatchObject({ why: "not-seen", reason: expect.stringContaining("seen yet") });
  });

  it("is worded alike in the alert and on the page", () => {
    const notes = unseen(never, ["dental"]);
    expect(notes.alerts.find(({ rule }) => rule === "S29")?.text).toMatch(/^No dental exam seen yet: arrange/);
    expect(text(never, "S29")).toMatch(/^No dental exam on file in 12 months: arrange/);
    expect(text(highWoman({ lastDentalExam: "2024-09-10" }), "S29")).toMatch(/^Dental exam is 26 months old: renew/);
  });
});

describe("bisphosphonate holiday (D18)", () => {
  const stopped = (stop: string, more: Input[] = []) =>
    woman({ meds: [med("alendronate", { start: "2017-01-01", stop }), ...more] });

  it.each([
    ["2024-11-24", /reassess at 2-3 years/, "info"],
    ["2024-11-23", /2 years are over/, "warning"],
    ["2023-11-23", /over 3 years: reassess now/, "warning"],
  ] as const)("stopped %s", (stop, words, level) => {
    const found = assessed(stopped(stop)).findings.find(({ rule }) => rule === "D18");
    expect(found?.card.summary).toMatch(words);
    expect(found?.card.indicator).toBe(level);
  });

  it("is none when another bone drug followed, or denosumab came last", () => {
    expect(text(stopped("2024-01-01", [med("alendronate", { start: "2026-01-01" })]), "D18")).toBe("");
    const later = med("denosumab", { text: "Prolia 60 mg", route: "sc", start: "2024-02-01", stop: "2025-02-01" });
    expect(text(stopped("2024-01-01", [later]), "D18")).toBe("");
  });
});
