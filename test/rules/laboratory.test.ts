import { describe, expect, it } from "vitest";
import type { Analyte, LabResult, ReferenceRange } from "../../src/chart/chart";
import { creatinineClearance, reducedEgfr, severeKidneyDisease } from "../../src/rules/facts/kidney";
import { abnormal, labsOf, level } from "../../src/rules/facts/labs";
import {
  calcium,
  hypercalcemia,
  hypocalcemia,
  primaryHyperparathyroidism,
  unexplainedAlp,
  vitaminD,
  vitaminDNotRising,
} from "../../src/rules/facts/mineral";
import type { Reader } from "../../src/rules/reader";
import { broken, fracture, type Input, lab, labs, man, without, woman } from "../cases/build";
import { ask, gaps, reading } from "./ask";

const U = "unknown";
/** One laboratory result; the value is in the unit of CLINICAL.md section 3 unless that is said to be unknown. */
const result = (analyte: Analyte, value: number, more: Partial<LabResult> = {}, unit = "mg/dL"): LabResult => ({
  analyte,
  label: analyte,
  loinc: null,
  result: { kind: "number", comparator: null, value, unit, canonical: { value, unit } },
  range: null,
  flag: null,
  status: null,
  date: "2026-10-05",
  evidence: { from: "case", path: "labs", text: `${analyte} ${value}` },
  ...more,
});
const bounded = (
  analyte: Analyte,
  comparator: "<" | "<=" | ">" | ">=",
  value: number,
  more: Partial<LabResult> = {},
) => {
  const one = result(analyte, value, more);
  return { ...one, result: { ...one.result, comparator } as LabResult["result"] };
};
const text = (analyte: Analyte, words: string): LabResult => ({
  ...result(analyte, 0),
  result: { kind: "text", text: words },
});
const over = (...all: LabResult[]): Reader => reading({ input: woman(), patch: { labs: all } });

describe("the newest usable result", () => {
  const value = (...all: LabResult[]) => {
    const found = level(over(...all), "PHOS");
    return found && [found.value.low, found.value.high, found.unit, found.date];
  };
  const DAY = "2026-10-05";
  it.each<[string, LabResult[], unknown]>([
    ["one", [result("PHOS", 3.4)], [3.4, 3.4, "mg/dL", DAY]],
    ["the newer of two", [result("PHOS", 3, { date: "2026-01-01" }), result("PHOS", 3.4)], [3.4, 3.4, "mg/dL", DAY]],
    ["both of one day", [result("PHOS", 3.4), result("PHOS", 3), result("PHOS", 3.2)], [3, 3.4, "mg/dL", DAY]],
    ["pending", [result("PHOS", 3.4, { status: "pending" })], null],
    ["cancelled", [result("PHOS", 3.4, { status: "cancelled" })], null],
    ["corrected", [result("PHOS", 3.4, { status: "corrected" })], [3.4, 3.4, "mg/dL", DAY]],
    ["words", [text("PHOS", "see note")], null],
    ["another test", [result("ALP", 71)], null],
    ["below a bound", [bounded("PHOS", "<", 2)], [0, 2, "mg/dL", DAY]],
    ["at most a bound", [bounded("PHOS", "<=", 2)], [0, 2, "mg/dL", DAY]],
    ["above a bound", [bounded("PHOS", ">", 2)], [2, Number.POSITIVE_INFINITY, "mg/dL", DAY]],
    ["at least a bound", [bounded("PHOS", ">=", 2)], [2, Number.POSITIVE_INFINITY, "mg/dL", DAY]],
  ])("%s", (_, all, expected) => {
    expect(value(...all)).toEqual(expected);
  });

  it("two values of one day are a conflict, one value twice is none", () => {
    const conflict = (...all: LabResult[]) => gaps((r) => level(r, "PHOS"), { input: woman(), patch: { labs: all } });
    expect(conflict(result("PHOS", 3.4), result("PHOS", 3))).toEqual(["PHOS: 3.4 or 3: conflicting"]);
    expect(conflict(result("PHOS", 3.4), result("PHOS", 3.4))).toEqual([]);
    expect(conflict(result("PHOS", 3.4))).toEqual([]);
  });

  it("of several tests all are listed, newest first", () => {
    const all = [result("ALT", 20, { date: "2025-01-01" }), result("PHOS", 3), result("AST", 22)];
    expect(labsOf(over(...all), "ALT", "AST").map(({ analyte }) => analyte)).toEqual(["AST", "ALT"]);
  });
});

describe("abnormal: the laboratory's range, else its flag, else a limit (CLINICAL.md 3)", () => {
  const is = (one: LabResult, side: "low" | "high", limit: Parameters<typeof abnormal>[3]) =>
    abnormal(over(one), "PHOS", side, limit);
  const range = (low: number | null, high: number | null): { range: ReferenceRange } => ({ range: { low, high } });

  it.each<[string, LabResult, "low" | "high", Parameters<typeof abnormal>[3], unknown]>([
    ["below its low end", result("PHOS", 2.6, range(2.7, 4.5)), "low", 2.5, true],
    ["at its low end", result("PHOS", 2.7, range(2.7, 4.5)), "low", 3, false],
    ["above its high end", result("PHOS", 4.6, range(2.7, 4.5)), "high", 9, true],
    ["at its high end", result("PHOS", 4.5, range(2.7, 4.5)), "high", 2, false],
    ["inside, whatever the flag", result("PHOS", 3, { ...range(2.7, 4.5), flag: "low" }), "low", null, false],
    ["flagged", result("PHOS", 3, { flag: "low" }), "low", 2.5, true],
    ["flagged on the other side", result("PHOS", 3, { flag: "high" }), "low", null, false],
    ["flagged as abnormal only", result("PHOS", 3, { flag: "abnormal" }), "low", null, false],
    ["below the limit", result("PHOS", 2.4), "low", 2.5, true],
    ["at the limit", result("PHOS", 2.5), "low", 2.5, false],
    ["above the limit", result("PHOS", 2.6), "high", 2.5, true],
    ["at the limit, high", result("PHOS", 2.5), "high", 2.5, false],
    ["one end only, the other side", result("PHOS", 2.4, range(null, 4.5)), "low", 2.5, true],
    ["nothing to hold it against", result("PHOS", 3), "low", null, U],
    ["a bound that leaves it open", bounded("PHOS", "<", 3), "low", 2.5, U],
    ["a bound that settles it", bounded("PHOS", "<", 2.5), "high", 2.5, false],
    ["words", text("PHOS", "low"), "low", 2.5, U],
  ])("%s", (_, one, side, limit, truth) => {
    expect(is(one, side, limit)).toBe(truth);
  });

  it("a range in another unit is converted with its result", () => {
    // 0.8 mmol/L = 2.48 mg/dL; 0.9 = 2.79 (x 3.097).
    const molar = result("PHOS", 2.48, { ...range(0.9, 1.5) });
    const one = { ...molar, result: { ...molar.result, value: 0.8, unit: "mmol/L" } as LabResult["result"] };
    expect(is(one, "low", 1)).toBe(true);
    expect(is({ ...one, range: { low: 0.7, high: 1.5 } }, "low", 9)).toBe(false);
  });

  it("one of two results of a day that is abnormal is enough, and none is not seen", () => {
    expect(abnormal(over(result("PHOS", 3), result("PHOS", 2)), "PHOS", "low", 2.5)).toBe(true);
    expect(abnormal(over(), "PHOS", "low", 2.5)).toBe(U);
    expect(gaps((r) => abnormal(r, "PHOS", "low", 2.5), { input: woman(), patch: { labs: [] } })).toEqual([
      "PHOS: none-in-window",
    ]);
    expect(
      gaps((r) => abnormal(r, "PHOS", "low", 2.5), { input: woman(), patch: { labs: [] }, unseen: ["labs"] }),
    ).toEqual(["PHOS: not-seen"]);
  });

  it("says where a limit of the product stood in for the laboratory's own", () => {
    const said = (one: LabResult) =>
      gaps((r) => abnormal(r, "PHOS", "high", { unconfirmed: 5 }), { input: woman(), patch: { labs: [one] } });
    expect(said(result("PHOS", 6))).toEqual(["PHOS: the laboratory's own range: unconfirmed (a limit of 5)"]);
    expect(said(result("PHOS", 6, range(2, 4)))).toEqual([]);
    expect(said(result("PHOS", 6, { flag: "low" }))).toEqual([]);
    expect(abnormal(over(result("PHOS", 6)), "PHOS", "high", { unconfirmed: 5 })).toBe(true);
    expect(abnormal(over(result("PHOS", 5)), "PHOS", "high", { unconfirmed: 5 })).toBe(false);
  });
});

describe("calcium", () => {
  const kind = (...all: LabResult[]) => {
    const found = over(...all).ask(calcium);
    return found && [found.kind, Number(found.value.low.toFixed(3)), Number(found.value.high.toFixed(3))];
  };
  const day = (date: string) => ({ date });
  it.each<[string, LabResult[], unknown]>([
    // 8 + 0.8 x (4 - 3) = 8.8.
    ["corrected for albumin", [result("CA", 8), result("ALB", 3)], ["corrected", 8.8, 8.8]],
    ["total without albumin", [result("CA", 8)], ["total", 8, 8]],
    ["corrected by the laboratory", [result("CA", 8), result("CA_CORR", 8.7)], ["reported", 8.7, 8.7]],
    ["ionized before both", [result("CA", 8), result("CA_CORR", 8.7), result("CA_ION", 1.2)], ["ionized", 1.2, 1.2]],
    ["the newest of them", [result("CA", 8), result("CA_ION", 1.2, day("2026-01-01"))], ["total", 8, 8]],
    ["albumin alone", [result("ALB", 3)], null],
    // Albumin between 3 and 5: 8 - 0.8 to 8 + 0.8.
    ["two albumins of one day", [result("CA", 8), result("ALB", 3), result("ALB", 5)], ["corrected", 7.2, 8.8]],
  ])("%s", (_, all, expected) => {
    expect(kind(...all)).toEqual(expected);
  });

  it("says what is lacking", () => {
    const lacking = (all: LabResult[]) => gaps(calcium, { input: woman(), patch: { labs: all } });
    expect(lacking([])).toEqual(["calcium: none-in-window"]);
    expect(gaps(calcium, { input: woman(), patch: { labs: [] }, unseen: ["labs"] })).toEqual(["calcium: not-seen"]);
    const uncorrected = (all: LabResult[]) => gaps(hypocalcemia, { input: woman(), patch: { labs: all } });
    expect(uncorrected([result("CA", 9)])).toEqual(["albumin: none-in-window (4.0 g/dL (calcium not corrected))"]);
    expect(uncorrected([result("CA", 9), result("ALB", 4)])).toEqual([]);
    expect(gaps(hypocalcemia, { input: woman(), patch: { labs: [result("CA", 8)] }, unseen: ["labs"] })).toEqual([
      "albumin: not-seen (4.0 g/dL (calcium not corrected))",
    ]);
  });

  const own = { range: { low: 9, high: 9.5 } };
  const EARLIER = day("2026-01-01");
  it.each<[string, LabResult[], unknown, unknown]>([
    ["8.6", [result("CA_CORR", 8.6)], false, false],
    ["8.59", [result("CA_CORR", 8.59)], true, false],
    ["10.2", [result("CA_CORR", 10.2)], false, false],
    ["10.21", [result("CA_CORR", 10.21)], false, true],
    ["below the laboratory's own end", [result("CA_CORR", 8.9, own)], true, false],
    ["above it", [result("CA_CORR", 9.6, own)], false, true],
    ["a range of another unit is not held against it", [result("CA_CORR", 8.9, own, "mg/L")], false, false],
    ["nor one of a longer unit", [result("CA_CORR", 8.9, own, "mg/dL/1.73")], false, false],
    ["nor of one that ends alike", [result("CA_CORR", 8.9, own, "umg/dL")], false, false],
    ["ionized without a range", [result("CA_ION", 1)], U, U],
    ["ionized, flagged low", [result("CA_ION", 1, { flag: "low" })], true, false],
    ["ionized, flagged high", [result("CA_ION", 2, { flag: "high" })], false, true],
    ["ionized without a range beside a low one", [result("CA_ION", 1), result("CA_CORR", 7.9)], true, U],
    ["ionized without a range beside a high one", [result("CA_ION", 1.4), result("CA_CORR", 11.2)], U, true],
    ["ionized without a range beside a normal one", [result("CA_ION", 1), result("CA_CORR", 9)], U, U],
    ["ionized without a range after a low one", [result("CA_ION", 1), result("CA_CORR", 7.9, EARLIER)], true, U],
    ["ionized without a range before a normal one", [result("CA_ION", 1, EARLIER), result("CA_CORR", 9)], false, false],
    [
      "ionized in its own range beside a low one",
      [result("CA_ION", 1.2, { range: { low: 1.1, high: 1.3 } }, "mmol/L"), result("CA_CORR", 7.9)],
      false,
      false,
    ],
    [
      "ionized with the lower end alone beside a high one",
      [result("CA_ION", 1.4, { range: { low: 1.1, high: null } }, "mmol/L"), result("CA_CORR", 11.2)],
      false,
      true,
    ],
    ["none", [], U, U],
  ])("%s", (_, all, low, high) => {
    const r = over(...all);
    expect([r.ask(hypocalcemia), r.ask(hypercalcemia)]).toEqual([low, high]);
  });

  it("the problem list decides only where no value does", () => {
    const of = (problem: string, all: LabResult[]) => {
      const r = reading({ input: woman({ problems: [problem] }), patch: { labs: all } });
      return [r.ask(hypocalcemia), r.ask(hypercalcemia)];
    };
    expect(of("Hypocalcemia", [])).toEqual([true, U]);
    expect(of("Hypercalcemia", [])).toEqual([U, true]);
    expect(of("Hypocalcemia", [result("CA_CORR", 9)])).toEqual([false, false]);
    expect(of("Hypercalcemia", [result("CA_CORR", 9)])).toEqual([false, false]);
  });

  it.each([
    [["Primary hyperparathyroidism"], true],
    [["Hyperparathyroidism"], true],
    [["Secondary hyperparathyroidism"], false],
    [["Secondary hyperparathyroidism", "Primary hyperparathyroidism"], true],
    [["Secondary hyperparathyroidism of renal origin", "Hyperparathyroidism"], true],
    [[], false],
  ])("primary hyperparathyroidism: %j is %s", (problems, truth) => {
    expect(ask(primaryHyperparathyroidism, woman({ problems }))).toBe(truth);
  });
});

describe("vitamin D and alkaline phosphatase", () => {
  const rising = (...all: LabResult[]) => over(...all).ask(vitaminDNotRising);
  const earlier = (value: number) => result("VITD", value, { date: "2026-01-01" }, "ng/mL");
  it.each<[string, LabResult[], unknown]>([
    ["lower", [earlier(16), result("VITD", 15)], true],
    ["the same", [earlier(15), result("VITD", 15)], true],
    ["higher", [earlier(14), result("VITD", 15)], false],
    ["one only", [result("VITD", 15)], false],
    ["none", [], false],
    ["not deficient before", [earlier(22), result("VITD", 15)], false],
    ["not deficient now", [earlier(15), result("VITD", 22)], false],
    ["a bound that leaves it open", [earlier(14), bounded("VITD", "<", 16)], U],
    ["pending now", [earlier(16), result("VITD", 15, { status: "pending" })], false],
    ["both without a day", [result("VITD", 16, { date: null }), result("VITD", 15, { date: null })], false],
    ["twice on one day", [result("VITD", 16), result("VITD", 15)], false],
    ["the earlier perhaps later in the year", [result("VITD", 16, { date: "2026" }), result("VITD", 15)], false],
    ["two values on the earlier day", [earlier(14), earlier(16), result("VITD", 15)], U],
    ["words between", [earlier(16), text("VITD", "see note"), result("VITD", 15, { date: "2026-09-01" })], true],
  ])("vitamin D not rising: %s", (_, all, truth) => {
    expect(rising(...all)).toBe(truth);
  });

  it("vitamin D of 1,25 or none is none", () => {
    expect(over().ask(vitaminD)).toBeNull();
  });

  const alp = (more: Input, ...others: ReturnType<typeof lab>[]) =>
    ask(unexplainedAlp, woman({ labs: labs(lab("ALP", 121, "U/L"), ...others), ...more }));
  it.each<[string, unknown, unknown]>([
    ["121", {}, true],
    ["with liver disease", { problems: ["Cirrhosis"] }, false],
    ["five months after a fracture", broken(fracture("wrist", "2026-06-24", { trauma: "high" })), false],
    ["six months after a fracture", broken(fracture("wrist", "2026-05-23", { trauma: "high" })), true],
  ])("raised alkaline phosphatase, unexplained: %s", (_, more, truth) => {
    expect(alp(more as Input)).toBe(truth);
  });
  it("GGT explains it, a normal GGT does not; 120 is not raised", () => {
    expect([alp({}, lab("GGT", 66, "U/L")), alp({}, lab("GGT", 65, "U/L"))]).toEqual([false, true]);
    expect(ask(unexplainedAlp, woman({ labs: labs(lab("ALP", 120, "U/L")) }))).toBe(false);
    expect(ask(unexplainedAlp, woman({ labs: without("ALP") }))).toBe(U);
  });
});

describe("kidney", () => {
  const clearance = (input: Input) => {
    const found = ask(creatinineClearance, input);
    return found && Math.round(found.low * 10) / 10;
  };
  const creatinine = labs(lab("CREAT", 1, "mg/dL"));
  /** (140 - 68) x 60 / (72 x 1) = 60, x 0.85 in a woman. */
  it.each<[string, Input, number | null]>([
    ["woman", woman({ age: 68, weightKg: 60, labs: creatinine }), 51],
    ["man", man({ age: 68, weightKg: 60, labs: creatinine }), 60],
    ["no age", woman({ age: null, labs: creatinine }), null],
    ["no sex", woman({ sex: null, labs: creatinine }), null],
    ["no weight", woman({ weightKg: null, labs: creatinine }), null],
    ["no creatinine", woman({ labs: without("CREAT") }), null],
  ])("clearance of a %s", (_, input, expected) => {
    expect(clearance(input)).toBe(expected);
  });

  it("of a creatinine of nothing there is none; what is lacking was not found or not seen", () => {
    expect(over(result("CREAT", 0)).ask(creatinineClearance)).toBeNull();
    expect(over(bounded("CREAT", "<", 1)).ask(creatinineClearance)).toBeNull();
    const lacking = (input: Input, unseen: "labs"[] = []) => gaps(creatinineClearance, { input, unseen });
    expect(lacking(woman({ labs: without("CREAT") }))).toEqual(["creatinine clearance: none-in-window"]);
    expect(lacking(woman({ labs: [] }), ["labs"])).toEqual(["creatinine clearance: not-seen"]);
    expect(lacking(woman({ weightKg: null }), ["labs"])).toEqual(["creatinine clearance: none-in-window"]);
  });

  const egfr = (value: number) => woman({ labs: labs(lab("EGFR", value, "mL/min/1.73m2")) });
  const noEgfr = (more: Input) => woman({ labs: labs(), ...more });
  it.each<[string, Input, unknown]>([
    ["eGFR 30", egfr(30), false],
    ["eGFR 29.9", egfr(29.9), true],
    ["no eGFR, clearance well above", noEgfr({}), false],
    ["no eGFR, clearance below 30", noEgfr({ weightKg: 25 }), U],
    ["no eGFR, on dialysis", noEgfr({ problems: ["Hemodialysis"] }), true],
    ["no eGFR and no clearance", noEgfr({ labs: [] }), U],
  ])("severe kidney disease: %s", (_, input, truth) => {
    const old = input.weightKg === 25 ? { ...input, age: 90, labs: labs(lab("CREAT", 1.4, "mg/dL")) } : input;
    expect(ask(severeKidneyDisease, old)).toBe(truth);
  });

  it("asks for eGFR only where that would decide", () => {
    const asked = (input: Input) => gaps(severeKidneyDisease, { input }).filter((gap) => gap.startsWith("eGFR"));
    expect(asked(noEgfr({ labs: [] }))).toEqual(["eGFR: none-in-window"]);
    expect(asked(noEgfr({ labs: [], problems: ["Hemodialysis"] }))).toEqual([]);
    expect(asked(noEgfr({}))).toEqual([]);
  });

  it("reduced below 60", () => {
    expect([ask(reducedEgfr, egfr(59.9)), ask(reducedEgfr, egfr(60)), ask(reducedEgfr, woman())]).toEqual([
      true,
      false,
      U,
    ]);
  });
});
