import { describe, expect, it } from "vitest";
import { caseToChart } from "../../src/chart/case";
import type { FraxResult } from "../../src/chart/chart";
import { assess } from "../../src/rules";
import { frax as fraxQuestion, newestFrax } from "../../src/rules/facts/frax";
import { positiveScreens } from "../../src/rules/facts/screened";
import { thresholdMet } from "../../src/rules/facts/threshold";
import { defaultPolicy, parsePolicy } from "../../src/rules/policy";
import { broken, fracture, frax, type Input, man, med, prednisone, woman } from "../cases/build";
import { ask, gaps, reading } from "./ask";

const printed = (more: Partial<FraxResult> = {}): FraxResult => {
  const [one] = caseToChart(woman()).chart.frax;
  if (!one) throw new Error("no FRAX");
  return { ...one, ...more };
};
const read = (...results: FraxResult[]) => ask(fraxQuestion, woman(), { frax: results });

describe("a bound the chart prints", () => {
  const bounded = (more: Partial<FraxResult>) => {
    const { chart, asOf } = caseToChart(woman());
    return assess({ ...chart, frax: [printed(more)] }, defaultPolicy, asOf);
  };
  const held = (more: Partial<FraxResult>) =>
    bounded(more)
      .distances.filter(({ what }) => what.startsWith("FRAX"))
      .map(({ what, met, note }) => [what, met, note]);

  it("stays one in the line that answers", () => {
    const over = bounded({ mof: 20, mofComparator: ">", hip: 2.1 });
    expect(over.headline).toBe("High risk: FRAX MOF >20 %, hip 2.1 %: meets 20 % or 3 %");
    expect(over.findings.find(({ rule }) => rule === "S9")?.card.summary).toContain("MOF >20 % (over 20 %)");
    const under = bounded({ mof: 10, mofComparator: "<", hip: 1, hipComparator: "<" });
    expect(under.headline).toContain("FRAX MOF <10 %, hip <1 %: below");
  });

  it("is said to meet a threshold, or not, only where all beyond it does", () => {
    expect(held({ mof: 20, mofComparator: ">", hip: 2, hipComparator: "<" })).toEqual([
      ["FRAX hip", false, null],
      ["FRAX MOF", true, null],
    ]);
    expect(held({ mof: 25, mofComparator: "<", hip: 2, hipComparator: ">" })).toEqual([]);
    expect(bounded({ mof: 25, mofComparator: "<", hip: 1 }).sourceThresholdMet).toBe("unknown");
  });

  it("an adjustment the chart has made is said", () => {
    const { frax } = bounded({ glucocorticoidAdjusted: true });
    expect(frax.notes).toEqual(["already adjusted for the steroid dose: not adjusted again"]);
  });
});

describe("FRAX as read", () => {
  it.each<[string, FraxResult[], [number | null, number | null] | null]>([
    ["the newest", [printed({ mof: 8, date: "2025-01-01" }), printed({ mof: 9 })], [9, 1.1]],
    ["what carries no date comes last", [printed({ mof: 8, date: null }), printed({ mof: 9 })], [9, 1.1]],
    ["0 and 100 are percentages", [printed({ mof: 100, hip: 0 })], [100, 0]],
    ["100.1 is none", [printed({ mof: 100.1 })], [null, 1.1]],
    ["-0.1 is none", [printed({ hip: -0.1 })], [9.1, null]],
    ["no figure, no FRAX", [printed({ mof: null, hip: null }), printed({ mof: 12, date: "2025-12-01" })], [12, 1.1]],
    ["nor an impossible one", [printed({ mof: 101, hip: null }), printed({ mof: 12, date: "2025-12-01" })], [12, 1.1]],
    ["the same figures twice", [printed(), printed()], [9.1, 1.1]],
    ["a figure that one of two lacks", [printed(), printed({ hip: null })], [9.1, 1.1]],
    ["two hips on one day", [printed(), printed({ hip: 2 })], null],
    ["two MOFs on one day", [printed({ mof: 10 }), printed()], null],
    ["two days", [printed(), printed({ mof: 12, date: "2025-12-01" })], [9.1, 1.1]],
  ])("%s", (_, results, figures) => {
    const { used } = read(...results);
    expect(used && [used.mof, used.hip]).toEqual(figures);
  });

  it("a contradiction is one although others agree", () => {
    expect(ask(newestFrax, woman(), { frax: [printed(), printed({ hip: 2 }), printed()] }).contradicted).toBe(true);
    const gap = gaps(fraxQuestion, { input: woman(), patch: { frax: [printed(), printed({ hip: 2 })] } });
    expect(gap).toEqual(["FRAX of 2026-07-20: two results that differ: conflicting"]);
    const undated = [printed({ date: null }), printed({ date: null, hip: 2 })];
    expect(gaps(fraxQuestion, { input: woman(), patch: { frax: undated } })).toEqual([
      "FRAX of no date: two results that differ: conflicting",
    ]);
  });

  /** Whether 3 % or 20 % is met, of a hip figure printed with a comparator beside a low MOF. */
  it.each<[FraxResult["hipComparator"], number, unknown]>([
    ["<", 3, "unknown"],
    ["<=", 3, "unknown"],
    ["<", 2, false],
    ["<=", 2, false],
    [">", 3, true],
    [">=", 3, true],
    [">", 2, "unknown"],
    [">=", 2, "unknown"],
    [null, 2, false],
  ])("hip %s %s", (hipComparator, hip, met) => {
    expect(ask(thresholdMet, woman(), { frax: [printed({ hip, hipComparator })] })).toBe(met);
  });

  it.each<[string, Input, string[]]>([
    ["none", woman({ frax: null }), ["FRAX: none-in-window"]],
    ["fresh", woman(), []],
    ["24 months and a day", woman({ frax: frax(9, 1, { date: "2024-11-22" }) }), ["FRAX: stale (still valid)"]],
    ["perhaps older", woman({ frax: frax(9, 1, { date: "2024-11" }) }), ["FRAX: unusable (still valid)"]],
    ["no date", woman({ frax: frax(9, 1, { date: null }) }), ["FRAX: unusable (still valid)"]],
    ["outside its ages", woman({ age: 91 }), ["FRAX: unusable"]],
    ["UK", woman({ frax: frax(9, 1, { country: "UK" }) }), ["FRAX: unusable"]],
    ["before a fracture", woman(broken(fracture("wrist", "2026-08-01"))), ["FRAX: stale"]],
  ])("what is lacking of it: %s", (_, input, expected) => {
    expect(gaps(fraxQuestion, { input }).filter((gap) => gap.startsWith("FRAX"))).toEqual(expected);
  });

  it("was not seen while no report was on screen", () => {
    const input = woman({ frax: null });
    expect(gaps(fraxQuestion, { input, unseen: ["dxa"] })).toContain("FRAX: none-in-window");
    expect(gaps(fraxQuestion, { input, unseen: ["dxa", "notes"] })).toContain("FRAX: not-seen");
  });

  it.each<[string | null, string]>([
    ["UK", "uk-model"],
    ["United Kingdom", "uk-model"],
    ["GB", "uk-model"],
    ["Ukraine", "used"],
    ["not UK", "used"],
    ["US", "used"],
    [null, "used"],
  ])("a model of %s held against US thresholds", (country, expected) => {
    expect(read(printed({ country })).refused ?? "used").toBe(expected);
  });

  it("a UK figure is used where UK thresholds are set; without a country the model's name tells", () => {
    const input = woman({ frax: frax(9, 1, { country: "UK" }) });
    expect(reading({ input, policy: parsePolicy({ country: "UK" }) }).ask(fraxQuestion).refused).toBeNull();
    expect(read(printed({ country: null, model: "UK FRAX 4.2" })).refused).toBe("uk-model");
  });

  it.each<[string, Input, string | null]>([
    ["after a fracture without a date", woman(broken(fracture("wrist", null))), null],
    [
      "before a fracture of unknown cause",
      woman(broken(fracture("wrist", "2026-08-01", { trauma: null }))),
      "fracture-since",
    ],
    ["of the month of a fracture", woman({ ...broken(fracture("wrist", "2026-07")) }), null],
    [
      "without a date, before a fracture or not",
      woman({ frax: frax(9, 1, { date: null }), ...broken(fracture("wrist", "2026-08-01")) }),
      null,
    ],
    ["before a steroid of three months", woman({ meds: [prednisone(5, { start: "2026-08-01" })] }), "steroid-since"],
    ["before a steroid of a week", woman({ meds: [prednisone(5, { start: "2026-11-16" })] }), null],
    [
      "before a steroid that is over",
      woman({ meds: [prednisone(5, { start: "2026-07-21", stop: "2026-11-01" })] }),
      null,
    ],
    ["after a steroid", woman({ meds: [prednisone(5)] }), null],
    ["beside a steroid of unknown start", woman({ meds: [prednisone(5, { start: null })] }), null],
    ["without a date beside a steroid", woman({ frax: frax(9, 1, { date: null }), meds: [prednisone(5)] }), null],
    ["of the day of the steroid", woman({ meds: [prednisone(5, { start: "2026-07-20" })] }), null],
  ])("%s", (_, input, refused) => {
    expect(ask(fraxQuestion, input).refused).toBe(refused);
  });
});

describe("screens before DXA (RISK.md 5)", () => {
  const screens = (input: Input) => ask(positiveScreens, input).map((words) => words.replace(/ \(.*\)$/, ""));
  const at = (age: number, weightKg: number, more: Input = {}) =>
    woman({ age, weightKg, dxa: [], frax: null, ...more });
  const broke = (site: string, date: string | null) => broken(fracture(site, date));
  /** SCORE of a woman of 62 with 60 kg = 132 lb: 3 x 6 - 13 = 5, without the points for race and estrogen. */
  const score = (more: Input) => screens(at(62, 60, more)).filter((name) => name.startsWith("SCORE"));

  it.each<[string, Input, string[]]>([
    ["none", {}, []],
    ["rheumatoid arthritis", { problems: ["Rheumatoid arthritis"] }, ["SCORE at least 9"]],
    ["a wrist after 45", broke("wrist", "2012-01-01"), ["SCORE at least 9"]],
    ["a hip", broke("hip", "2020-01-01"), ["SCORE at least 9"]],
    ["a rib", broke("rib", "2020-01-01"), ["SCORE at least 9"]],
    ["a wrist in the 46th year", broke("wrist", "2010-01-01"), ["SCORE at least 9"]],
    ["a wrist in the 45th year", broke("wrist", "2009-01-01"), []],
    ["a wrist long ago", broke("wrist", "1990-01-01"), []],
    ["a wrist without a date", broke("wrist", null), []],
    ["another bone", broke("humerus", "2020-01-01"), []],
    [
      "two of them",
      { fractureHistory: "documented", fractures: [fracture("wrist", "2015-01-01"), fracture("hip", "2020-01-01")] },
      ["SCORE at least 13"],
    ],
  ])("SCORE with %s", (_, more, expected) => {
    expect(score(more)).toEqual(expected);
  });

  it.each<[string, Input, string[]]>([
    // 0.2 x (70 - 60) = 2 is not below 2; ORAI 5 + 0 + 2; OSIRIS 2 + 0.
    ["OST, ORAI and OSIRIS at 70 kg and 60 years", at(60, 70), []],
    // 0.2 x (65 - 60) = 1 is not below 1; 5 + 3 + 2 = 10.
    ["OSIRIS at its limit", at(60, 65), ["OST 1", "ORAI 10"]],
    ["OSIRIS after a fracture: 1 - 2", at(60, 65, broke("humerus", "2020-01-01")), ["OST 1", "ORAI 10", "OSIRIS -1"]],
    // Age 65 to 74: 9, from 70 kg 0, on estrogen 0: at its limit.
    ["ORAI at its limit", at(65, 90, { meds: [med("estradiol", { text: "Estrace 1 mg" })] }), ["ORAI 9"]],
    // Above 80 kg 0; 56 to 74 years 3, lung disease 3: at its limit. OST 0.2 x (90 - 60) = 6.
    ["MORES at its limit", man({ age: 60, weightKg: 90, problems: ["COPD"] }), ["MORES 6"]],
    ["MORES without lung disease", man({ age: 60, weightKg: 90 }), []],
  ])("%s", (_, input, expected) => {
    expect(screens(input)).toEqual(expected);
  });

  it.each<[string, Input]>([
    ["age", { age: null }],
    ["sex", { sex: null }],
    ["weight", { weightKg: null }],
  ])("are silent without %s", (_, more) => {
    expect(ask(positiveScreens, at(80, 45, more))).toEqual([]);
  });

  it("take FRAX only as printed, without density, and without contradiction", () => {
    const of = (...results: FraxResult[]) => ask(positiveScreens, at(55, 90), { frax: results }).join();
    expect(of(printed({ withBmd: false, mof: 9 }))).toContain("FRAX without bone density MOF 9.0 %");
    expect(of(printed({ withBmd: false, mof: 9, mofComparator: "<" }))).toBe("");
    expect(of(printed({ withBmd: false, mof: null }))).toBe("");
    expect(of(printed({ withBmd: null, mof: 9 }))).toBe("");
    expect(of(printed({ withBmd: false, mof: 9 }), printed({ withBmd: false, mof: 12 }))).toBe("");
  });
});
