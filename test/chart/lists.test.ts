import { describe, expect, it } from "vitest";
import { caseToChart } from "../../src/chart/case";
import type { LabResult, Medication } from "../../src/chart/chart";
import type { Vital } from "../../src/chart/frame-facts";
import { joinLists, joinOrders, type Lists, notSaidAgain } from "../../src/chart/join";
import { hintedFlag, readFlag } from "../../src/chart/qualify/labs/flag";
import { isLoinc, loincIn } from "../../src/chart/qualify/labs/label";
import { completeness } from "../../src/chart/qualify/lists-seen";
import { lab, med, woman } from "../cases/build";
import { facts, table } from "./support/page";

const NONE: Lists = {
  labs: [],
  medications: [],
  dxa: [],
  frax: [],
  problems: [],
  fractures: [],
  allergies: [],
  vitals: [],
};
const result = (more: Partial<LabResult> = {}): LabResult => {
  const [one] = caseToChart(woman({ labs: [lab("CA", 9.3, "mg/dL")] })).chart.labs;
  if (!one) throw new Error("no result");
  return { ...one, ...more };
};
const drug = (more: Partial<Medication> = {}): Medication => {
  const [one] = caseToChart(woman({ meds: [med("alendronate")] })).chart.medications;
  if (!one) throw new Error("no drug");
  return { ...one, label: "Alendronate 70 mg", route: null, start: null, ...more };
};
const vital = (more: Partial<Vital> = {}): Vital => ({
  kind: "weight",
  value: 61,
  unit: "kg",
  date: null,
  evidence: { from: "case", path: "", text: "" },
  ...more,
});
const number = (
  value: number,
  unit = "mg/dL",
  more: Partial<Extract<LabResult["result"], { kind: "number" }>> = {},
): LabResult["result"] => ({
  kind: "number",
  comparator: null,
  value,
  unit,
  canonical: { value, unit: "mg/dL" },
  ...more,
});

describe("what two frames show of one list", () => {
  const labs = (...all: LabResult[]) => joinLists(all.map((one) => ({ ...NONE, labs: [one] }))).labs;
  it.each<[string, LabResult, LabResult, number]>([
    ["one result twice", result(), result(), 1],
    ["another test", result(), result({ analyte: "ALB" }), 2],
    ["another value", result(), result({ result: number(9.4) }), 2],
    ["another comparator", result(), result({ result: number(9.3, "mg/dL", { comparator: "<" }) }), 2],
    ["another date", result(), result({ date: "2026-01-01" }), 2],
    ["once without its date", result(), result({ date: null }), 1],
    ["the date comes second", result({ date: null }), result(), 1],
    ["two dates unknown", result({ date: null }), result({ date: null }), 1],
    [
      "one value in two units",
      result(),
      result({ result: number(93, "mg/L", { canonical: { value: 9.3, unit: "mg/dL" } }) }),
      1,
    ],
    ["words and a number", result(), result({ result: { kind: "text", text: "9.3" } }), 2],
    [
      "the same words",
      result({ result: { kind: "text", text: "See note" } }),
      result({ result: { kind: "text", text: "see NOTE" } }),
      1,
    ],
  ])("%s", (_, a, b, entries) => {
    expect(labs(a, b)).toHaveLength(entries);
  });

  it("has what either of them says, the dated one first", () => {
    const [kept] = labs(
      result({ date: null, flag: "low", loinc: "17861-6" }),
      result({ flag: null, range: { low: 8, high: 10 } }),
    );
    expect(kept).toMatchObject({ date: "2026-10-05", flag: "low", loinc: "17861-6", range: { low: 8, high: 10 } });
    const [first] = labs(result({ label: "Calcium", flag: "low" }), result({ label: "Ca", flag: "high" }));
    expect(first).toMatchObject({ label: "Calcium", flag: "low" });
    const [dated] = labs(result({ date: null, label: "Calcium" }), result({ label: "Ca" }));
    expect(dated?.label).toBe("Ca");
  });

  const orders = (...all: Medication[]) => joinOrders(all.map((one) => [one]));
  it.each<[string, Partial<Medication>, Partial<Medication>, number]>([
    ["one order twice", {}, {}, 1],
    ["another drug", {}, { ingredient: "risedronate" }, 2],
    ["another status", { status: "active" }, { status: "stopped" }, 2],
    ["a status that only one knows", { status: "active" }, { status: "unknown" }, 1],
    ["that only the second knows", { status: "unknown" }, { status: "planned" }, 1],
    [
      "an end of what began on one day",
      { status: "unknown", start: "2025-01-01" },
      { status: "stopped", start: "2025-01-01" },
      1,
    ],
    ["an end of what may have begun again", { status: "unknown", start: null }, { status: "stopped", start: null }, 2],
    ["neither knows", { status: "unknown" }, { status: "unknown" }, 1],
    ["another route", { route: "oral" }, { route: "iv" }, 2],
    ["a route that one knows", { route: "oral" }, { route: null }, 1],
    ["that the other knows", { route: null }, { route: "oral" }, 1],
    ["another dose", { dosePerDayMg: 10 }, { dosePerDayMg: 5 }, 2],
    ["another start", { start: "2026-01-01" }, { start: "2025-01-01" }, 2],
    ["another stop", { stop: "2026-01-01" }, { stop: "2025-01-01" }, 2],
    ["a longer name", {}, { label: "Alendronate 70 mg tablet" }, 1],
    ["a shorter name", { label: "Alendronate 70 mg tablet" }, {}, 1],
    ["another strength", {}, { label: "Alendronate 35 mg" }, 2],
  ])("order: %s", (_, a, b, entries) => {
    expect(orders(drug(a), drug(b))).toHaveLength(entries);
  });

  it("an order has what either says, the one that knows its status first; two rows of one list are two", () => {
    expect(
      orders(
        drug({ status: "unknown", label: "Alendronate 70 mg tablet", start: "2026-01-01" }),
        drug({ status: "active", route: "oral" }),
      ),
    ).toMatchObject([{ status: "active", label: "Alendronate 70 mg", start: "2026-01-01", route: "oral" }]);
    expect(
      orders(drug({ status: "active" }), drug({ status: "unknown", label: "Alendronate 70 mg tablet" })),
    ).toMatchObject([{ status: "active", label: "Alendronate 70 mg" }]);
    expect(joinOrders([[drug(), drug({ label: "Alendronate 70 mg tablet" })]])).toHaveLength(2);
    expect(joinOrders([[drug(), drug()]])).toHaveLength(1);
    const other = { ...drug().evidence, text: "another line" };
    expect(joinOrders([[drug(), drug({ evidence: other })]])).toHaveLength(2);
  });

  const vitals = (...all: Vital[]) => joinLists(all.map((one) => ({ ...NONE, vitals: [one] }))).vitals;
  it.each<[string, Partial<Vital>, number]>([
    ["the same", {}, 1],
    ["another kind", { kind: "height" }, 2],
    ["another value", { value: 62 }, 2],
    ["another date", { date: "2026-01-01" }, 2],
    ["another unit", { unit: "lb" }, 2],
    ["without its unit", { unit: null }, 1],
  ])("measure: %s", (_, more, entries) => {
    expect(vitals(vital(), vital(more))).toHaveLength(entries);
    expect(vitals(vital(more), vital())).toHaveLength(entries);
  });

  it("a measure has its unit from either; other lists have each entry once", () => {
    expect(vitals(vital({ unit: null }), vital())).toMatchObject([{ unit: "kg" }]);
    const problem = {
      condition: null,
      label: "Gout",
      status: null,
      date: null,
      negated: false,
      evidence: vital().evidence,
    };
    const again = { ...problem, evidence: { from: "case" as const, path: "elsewhere", text: "Gout" } };
    expect(
      joinLists([
        { ...NONE, problems: [problem] },
        { ...NONE, problems: [again, { ...problem, label: "Asthma" }] },
      ]).problems.map(({ label }) => label),
    ).toEqual(["Gout", "Asthma"]);
  });

  it("what is shown again, changed or not, replaces what was shown before", () => {
    const before = {
      ...NONE,
      labs: [result(), result({ date: "2026-01-01" })],
      medications: [drug()],
      vitals: [vital()],
    };
    const now = { ...NONE, labs: [result({ result: number(10) })], vitals: [vital({ value: 62 })] };
    const left = notSaidAgain(before, now);
    expect(left.labs.map(({ date }) => date)).toEqual(["2026-01-01"]);
    expect([left.medications.length, left.vitals.length]).toEqual([1, 0]);
  });
});

describe("what stands beside a result", () => {
  it.each<[string, unknown]>([
    ["H", "high"],
    ["HH", "high"],
    ["*L*", "low"],
    ["(High)", "high"],
    ["Low L", undefined],
    ["L Low", "low"],
    ["H (High)", "high"],
    ["N (Normal)", null],
    ["A Abnormal", "abnormal"],
    ["low low", "low"],
    ["** L", "low"],
    ["Critically high", "high"],
    ["below  normal", "low"],
    ["↑", "high"],
    ["abnormal", "abnormal"],
    ["*", "abnormal"],
    ["within normal limits", null],
    ["Normal", null],
    ["9.3", undefined],
    ["highlands", undefined],
    ["", undefined],
  ])("flag %j", (text, flag) => {
    expect(readFlag(text)).toBe(flag);
  });

  it.each<[string, unknown]>([
    ["result low", "low"],
    ["flag-high", "high"],
    ["critically-low", "low"],
    ["critically_high", "high"],
    ["low high", null],
    ["abnormal res", "abnormal"],
    ["out of range", "abnormal"],
    ["below", "low"],
    ["above", "high"],
    ["slow", null],
    ["lower highlight", null],
    ["", null],
  ])("class words %j", (hints, flag) => {
    expect(hintedFlag(hints)).toBe(flag);
  });

  it.each<[string, boolean]>([
    ["1989-3", true],
    ["17861-6", true],
    ["2160-0", true],
    ["1989-4", false],
    ["15-6", false],
    ["x1989-3", false],
    ["1989-33", false],
    ["1989", false],
  ])("%s is a LOINC code: %s", (text, is) => {
    expect(isLoinc(text)).toBe(is);
  });

  it("a code as charts print it", () => {
    expect(
      [
        "1989-3",
        "[1989-3]",
        "(1989-3)",
        "LOINC: 1989-3",
        "LOINC code 1989-3",
        "Code = 1989-3",
        "LOINC-1989-3",
        "1989-4",
        "Calcium",
      ].map(loincIn),
    ).toEqual(["1989-3", "1989-3", "1989-3", "1989-3", "1989-3", "1989-3", "1989-3", null, null]);
  });

  it.each<[string, unknown]>([
    ["Calcium", { analyte: "CA", label: "Calcium", unit: null, loinc: null, range: null }],
    ["Calcium [LOINC: 17861-6]", { label: "Calcium", loinc: "17861-6" }],
    ["Calcium (17861-6)", { label: "Calcium", loinc: "17861-6" }],
    ["Calcium (mg/dL)", { label: "Calcium", unit: "mg/dL" }],
    ["Calcium (mg/dL):", { label: "Calcium", unit: "mg/dL" }],
    ["Calcium, mg/dL", { label: "Calcium", unit: "mg/dL" }],
    ["Calcium (8.6-10.2)", { label: "Calcium", range: { low: 8.6, high: 10.2 } }],
    ["Calcium (8.6-10.2) (mg/dL)", { label: "Calcium", unit: "mg/dL", range: { low: 8.6, high: 10.2 } }],
    ["Calcium ()", { label: "Calcium" }],
    ["Calcium:", { label: "Calcium" }],
    ["Calcium*", { label: "Calcium" }],
  ])("label %s", (label, expected) => {
    const [read] = facts([table(["Test", "Result"], [[label, "9.3"]], { headings: ["Results"] })]).labs;
    const { unit = null, ...rest } = expected as { unit?: string | null };
    expect(read).toMatchObject({ ...rest, result: { value: 9.3, unit } });
  });
});

describe("how much of a list is shown", () => {
  it.each<[string[], boolean | null]>([
    [[], null],
    [["1-20 of 134"], false],
    [["1-12 of 12"], true],
    [["2-12 of 12"], false],
    [["1 to 12 out of 12"], true],
    [["3 / 3 items"], true],
    [["2 of 3 results"], false],
    [["Showing 3 of 3"], true],
    [["Latest 3 of 9"], false],
    [["All results"], true],
    [["Show: All"], true],
    [["Show: Active"], false],
    [["Filtered"], false],
    [["Load more"], false],
    [["Page 1 of 3"], false],
    [["Last 90 days"], false],
    [["Recent results"], false],
    [["3 / 3 items", "Show | more"], false],
    [["3 / 3 items", "Blood"], true],
    [["Calcium 9.3"], null],
  ])("%j", (says, complete) => {
    expect(completeness(says)).toBe(complete);
  });

  it("several parts of one list are whole only when none says that it is not", () => {
    const part = (...says: string[]) =>
      table(["Test", "Result"], [["Calcium", "9.4 mg/dL"]], { headings: ["Results"], says });
    const whole = (...parts: ReturnType<typeof part>[]) =>
      facts(parts).seen.find(({ kind }) => kind === "labs")?.complete;
    expect(whole(part("3 / 3 items"), part())).toBe(true);
    expect(whole(part(), part("3 / 3 items"))).toBe(true);
    expect(whole(part("3 / 3 items"), part("3 / 9 items"))).toBe(false);
    expect(whole(part("3 / 9 items"), part("3 / 3 items"))).toBe(false);
  });
});
