import { describe, expect, it } from "vitest";
import { readLabel } from "../../src/chart/qualify/labs/label";
import { readRange, readResult, readWordResult } from "../../src/chart/qualify/labs/result";
import { readStatus } from "../../src/chart/qualify/labs/row";
import { pageOf } from "../../src/chart/qualify/page";
import { SEEN_AT, snapshot } from "./support/page";

const page = pageOf(snapshot([]), 0, SEEN_AT);
const result = (text: string) => readResult(text, page);

describe("a reference range", () => {
  const range = (low: number | null, high: number | null, unit: string | null = null) => ({
    range: { low, high },
    unit,
  });
  it.each<[string, ReturnType<typeof range>]>([
    ["8.6-10.2", range(8.6, 10.2)],
    ["8.6 - 10.2", range(8.6, 10.2)],
    ["8.6–10.2", range(8.6, 10.2)],
    ["8.6 to 10.2", range(8.6, 10.2)],
    ["8.6 bis 10.2", range(8.6, 10.2)],
    ["8.6 - 10.2 mg/dL", range(8.6, 10.2, "mg/dL")],
    ["8.6 mg/dL - 10.2", range(8.6, 10.2, "mg/dL")],
    ["8.6 mg/dL to 10.2 mg/dL", range(8.6, 10.2, "mg/dL")],
    ["(8.6-10.2)", range(8.6, 10.2)],
    ["[8.6-10.2]", range(8.6, 10.2)],
    ["( 8.6-10.2 )", range(8.6, 10.2)],
    ["(8.6-10.2", range(8.6, 10.2)],
    ["5-5", range(5, 5)],
    ["Reference range: 8.6-10.2", range(8.6, 10.2)],
    ["Ref. 8.6-10.2", range(8.6, 10.2)],
    ["Normal values 8.6-10.2", range(8.6, 10.2)],
    ["Standard range: 8.6 - 10.2", range(8.6, 10.2)],
    ["Referenzbereich 8.6-10.2", range(8.6, 10.2)],
    ["<5", range(null, 5)],
    ["< 5 mg/L", range(null, 5, "mg/L")],
    ["<=5", range(null, 5)],
    ["=<5", range(null, 5)],
    ["≤5", range(null, 5)],
    ["<or=5", range(null, 5)],
    ["< or = 5", range(null, 5)],
    ["up to 5", range(null, 5)],
    ["less than 5", range(null, 5)],
    ["under 5", range(null, 5)],
    ["bis 5", range(null, 5)],
    [">60", range(60, null)],
    [">=60", range(60, null)],
    ["> or =60", range(60, null)],
    ["≥ 60 mL/min/1.73m2", range(60, null, "mL/min/1.73m2")],
    ["greater than 60", range(60, null)],
    ["over 60", range(60, null)],
  ])("%s", (text, expected) => {
    expect(readRange(text, page)).toEqual(expected);
  });

  it.each(["-- mg/dL", "- mg/dL", "(--) mg/dL"])("%s shows a unit alone", (text) => {
    expect(readRange(text, page)).toEqual({ range: null, unit: "mg/dL" });
  });

  it.each([
    "10.2-8.6",
    "8.6",
    "2,42-3,1",
    "8.6-2,42",
    "low",
    "8.6-10.2 tablets",
    "see 8.6-10.2",
    "8.6-10.2 normal",
    "",
  ])("%j is none", (text) => {
    expect(readRange(text, page)).toBeNull();
  });
});

describe("words where a number should be", () => {
  it.each<[string, unknown]>([
    ["Pending", "pending"],
    ["PENDING.", "pending"],
    ["Result pending", "pending"],
    ["Results are late", undefined],
    ["Pending result", "pending"],
    ["In process", "pending"],
    ["In-progress", "pending"],
    ["Awaiting results", "pending"],
    ["Not yet available", "pending"],
    ["To follow", "pending"],
    ["Collected", "pending"],
    ["Ausstehend", "pending"],
    ["Cancelled", "cancelled"],
    ["Canceled", "cancelled"],
    ["Not done", "cancelled"],
    ["Test not performed", "cancelled"],
    ["TNP", "cancelled"],
    ["QNS", "cancelled"],
    ["Specimen hemolyzed", "cancelled"],
    ["Entered in error", "cancelled"],
    ["See note", null],
    ["See footnote 3", null],
    ["see comments", null],
    ["Siehe Text", null],
    ["Positive", undefined],
    ["No longer pending", undefined],
    ["Pending review of it all", undefined],
    ["", undefined],
  ])("%j: %s", (text, status) => {
    expect(readWordResult(text)).toBe(status);
  });

  it.each<[string, unknown]>([
    ["Final", "final"],
    ["Final result", "final"],
    ["Final report", "final"],
    ["Complete", "final"],
    ["Completed", "final"],
    ["Verified", "final"],
    ["F", "final"],
    ["Corrected", "corrected"],
    ["Corrected result", "corrected"],
    ["Amended report", "corrected"],
    ["C", "corrected"],
    ["Pending", "pending"],
    ["Cancelled", "cancelled"],
    ["TNP", "cancelled"],
    ["Not final", null],
    ["Final exam", null],
    ["Uncorrected", null],
    ["Corrected calcium", null],
    ["9.4", null],
    ["", null],
  ])("status %j: %s", (text, status) => {
    expect(readStatus(text)).toBe(status);
  });
});

describe("a result with what stands around it", () => {
  it.each<[string, object]>([
    ["9.4 mg/dL 8.6-10.2", { value: 9.4, unit: "mg/dL", range: { low: 8.6, high: 10.2 }, flag: null }],
    ["9.4 8.6-10.2 mg/dL", { value: 9.4, unit: "mg/dL", range: { low: 8.6, high: 10.2 } }],
    ["9.4 mg/dL, 8.6-10.2", { value: 9.4, unit: "mg/dL", range: { low: 8.6, high: 10.2 } }],
    ["9.4 mg/dL; 8.6 - 10.2", { value: 9.4, range: { low: 8.6, high: 10.2 } }],
    ["9.4 mg/dL (8.6-10.2)", { value: 9.4, unit: "mg/dL", range: { low: 8.6, high: 10.2 } }],
    ["9.4 (8.6-10.2 mg/dL)", { value: 9.4, unit: "mg/dL", range: { low: 8.6, high: 10.2 } }],
    ["9.4 [mg/dL] (8.6-10.2)", { value: 9.4, unit: "mg/dL", range: { low: 8.6, high: 10.2 } }],
    ["9.4 (H)", { value: 9.4, flag: "high" }],
    ["9.4 mg/dL [L]", { value: 9.4, unit: "mg/dL", flag: "low" }],
    ["9.4 (Normal)", { value: 9.4, flag: null }],
    ["9.4 (final)", { value: 9.4, flag: null, range: null }],
    ["9.4 (F)", { value: 9.4, flag: null }],
    ["9.4 ( verified )", { value: 9.4 }],
    ["9.4 mg/dL critically high", { value: 9.4, unit: "mg/dL", flag: "high" }],
    ["9.4 mg/dL, low", { value: 9.4, unit: "mg/dL", flag: "low" }],
    ["H 10.9", { value: 10.9, flag: "high" }],
    ["HH 10.9 mg/dL", { value: 10.9, unit: "mg/dL", flag: "high" }],
    ["* 10.9", { value: 10.9, flag: "abnormal" }],
    ["10.9H", { value: 10.9, flag: "high" }],
    ["10.9!", { value: 10.9, flag: "abnormal" }],
    ["10.9 *H*", { value: 10.9, flag: "high" }],
    ["10.9 ↑", { value: 10.9, flag: "high" }],
    ["10.9 H mg/dL", { value: 10.9, unit: "mg/dL", flag: "high" }],
    ["Your value 17.2 ng/mL", { value: 17.2, unit: "ng/mL" }],
    ["Latest result: 17.2", { value: 17.2 }],
    ["Most recent value = 17.2", { value: 17.2 }],
    [": 17.2", { value: 17.2 }],
    ["= 17.2", { value: 17.2 }],
    ["=17.2", { value: 17.2 }],
    ["17.2.", { value: 17.2 }],
    ["17.2;", { value: 17.2 }],
    ["<4", { value: 4, comparator: "<" }],
    ["<=4", { value: 4, comparator: "<=" }],
    ["≤4", { value: 4, comparator: "<=" }],
    ["< = 4", { value: 4, comparator: "<=" }],
    [">150", { value: 150, comparator: ">" }],
    ["≥150", { value: 150, comparator: ">=" }],
    ["Less than 4", { value: 4, comparator: "<" }],
    ["GREATER THAN 60", { value: 60, comparator: ">" }],
    ["more than 60", { value: 60, comparator: ">" }],
    ["1,250", { value: 1250 }],
    ["55 mL/min/1.73m2", { value: 55, unit: "mL/min/1.73m2" }],
    ["55 (mL/min/1.73m2)", { value: 55, unit: "mL/min/1.73m2" }],
    ["55 mL/min/{1.73_m2}", { value: 55 }],
    ["9.4 mg/dL 03/02/2026", { value: 9.4, unit: "mg/dL", date: "2026-03-02" }],
    ["9.4 mg/dL (03/02/2026)", { value: 9.4, date: "2026-03-02" }],
    ["9.4 mg/dL (03/02/2026, 08:15)", { value: 9.4, date: "2026-03-02" }],
    ["9.4 mg/dL on 03/02/2026 at 8:15 AM", { value: 9.4, date: "2026-03-02" }],
    ["9.4 mg/dL collected: 03/02/2026 08:15:30 EST", { value: 9.4, date: "2026-03-02" }],
    ["03/02/2026: 9.4 mg/dL", { value: 9.4, date: "2026-03-02" }],
    ["9.4 mg/dL, 03/02/2026", { value: 9.4, date: "2026-03-02" }],
    ["03/02/2026 9.4 (03/02/2026)", { value: 9.4, date: "2026-03-02" }],
    ["9.4 | mg/dL", { value: 9.4, unit: "mg/dL" }],
    ["Pending 03/02/2026", { value: null, text: "Pending", status: "pending", date: "2026-03-02" }],
  ])("%s", (text, expected) => {
    expect(result(text)).toMatchObject(expected);
  });

  it.each([
    "9.4 (mistaken)",
    "9.4 (see note) mg/dL",
    "9.4 mg/dL and more",
    "9.4 tablets",
    "9.4 HHH",
    "03/02/2026 9.4 04/02/2026",
    "9.4 of 10",
    "9.4 (10.2-8.6)",
    "H",
    "(9.4)",
    "9.4 9.5",
    "10/20",
    "1.2.3",
    "9.4 -- 10.2 x",
    "+9.4",
    "~9.4",
    "",
  ])("%j is not understood", (text) => {
    expect(result(text)?.value ?? null).toBeNull();
  });
});

describe("the name of a test with what is printed behind it", () => {
  const label = (text: string, code: string | null = null) => readLabel(text, code, page);
  it.each<[string, object]>([
    ["Calcium [LOINC: 17861-6]", { analyte: "CA", label: "Calcium", loinc: "17861-6" }],
    ["Calcium [ LOINC 17861-6 ]", { label: "Calcium", loinc: "17861-6" }],
    ["Calcium (code = 17861-6)", { label: "Calcium", loinc: "17861-6" }],
    ["Calcium (test code=17861-6)", { label: "Calcium", loinc: "17861-6" }],
    ["Calcium ( code = local)", { label: "Calcium", loinc: null }],
    ["Calcium [17861-6]", { label: "Calcium", loinc: "17861-6" }],
    ["Calcium ( 17861-6 )", { label: "Calcium", loinc: "17861-6" }],
    ["Calcium(mg/dL)", { label: "Calcium", unit: "mg/dL" }],
    ["Calcium [mg/dL] :", { label: "Calcium", unit: "mg/dL" }],
    ["Calcium (8.6-10.2 mg/dL)", { label: "Calcium", unit: "mg/dL", range: { low: 8.6, high: 10.2 } }],
    ["Calcium (mg/dL) (8.6-10.2 g/L)", { label: "Calcium", unit: "mg/dL", range: { low: 8.6, high: 10.2 } }],
    ["Calcium 8.6-10.2", { label: "Calcium", range: { low: 8.6, high: 10.2 }, unit: null }],
    ["Calcium 8.6 - 10.2 mg/dL", { label: "Calcium", range: { low: 8.6, high: 10.2 }, unit: "mg/dL" }],
    ["eGFR >60 mL/min/1.73m2", { label: "eGFR", range: { low: 60, high: null }, unit: "mL/min/1.73m2" }],
    ["CRP <5 mg/L", { label: "CRP", range: { low: null, high: 5 }, unit: "mg/L" }],
    ["Calcium mg/dL", { label: "Calcium", unit: "mg/dL" }],
    ["Calcium,mg/dL", { label: "Calcium", unit: "mg/dL" }],
    ["Calcium **", { label: "Calcium" }],
    ["Calcium :", { label: "Calcium" }],
    ["Vitamin D, 25-OH", { analyte: "VITD", label: "Vitamin D, 25-OH" }],
    ["Vitamin D (25-OH)", { analyte: "VITD", unit: null, range: null }],
  ])("%s", (text, expected) => {
    expect(label(text)).toMatchObject(expected);
  });

  it.each(["Sodium intake", "Patient", "", "8.6-10.2", "mg/dL", "Calcium supplement"])("%j names none", (text) => {
    expect(label(text)).toBeNull();
  });

  it("a code of the row names what its own word does not", () => {
    expect(label("Totalcalc", "17861-6")).toMatchObject({ analyte: "CA", loinc: "17861-6", label: "Totalcalc" });
    expect(label("Totalcalc")).toBeNull();
  });
});

describe("the unit behind a range", () => {
  it.each<[string, string]>([
    ["8.6-10.3 - mg/dL", "mg/dL"],
    ["8.6 - 10.3 | mg/dL", "mg/dL"],
    ["0.4-4.5, mIU/L", "mIU/L"],
    ["3.5-5.0 / g/dL", "g/dL"],
    ["[15-65] pg/mL", "pg/mL"],
    ["(0.6 - 1.1) mg/dL", "mg/dL"],
  ])("%s", (text, unit) => expect(readRange(text, page)?.unit).toBe(unit));
  it.each([
    "8.6-10.3 - adults",
    "8.6-10.3 - 11 mg/dL",
    "8.6-10.3, 9.2 mg/dL",
    "8.6-10.3 - mg/dL fasting",
    "9.2 - mg/dL",
    "8.6-10.3 | <10 mg/dL",
    "8.6, mg/dL",
    "] mg/dL",
    "10.3-8.6 - mg/dL",
    "8.6-10.3 - H",
  ])("%s is none", (text) => expect(readRange(text, page)).toBeNull());
});
