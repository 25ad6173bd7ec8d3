import { describe, expect, it } from "vitest";
import type { LabResult } from "../../src/chart/chart";
import { facts, items, lines, pairs, region, row, table } from "./support/page";

type Read = [analyte: string, value: number | string, unit: string | null];
const labs = (...args: Parameters<typeof facts>): LabResult[] => facts(...args).labs;
const values = (...args: Parameters<typeof facts>): Read[] =>
  labs(...args).map(({ analyte, result }) =>
    result.kind === "number"
      ? [analyte, result.comparator === null ? result.value : `${result.comparator}${result.value}`, result.unit]
      : [analyte, result.text, null],
  );
/** A table without heads: what each cell is must be seen from the cell. */
const bare = (...cells: string[]) => table([], [cells]);
const day = (...args: Parameters<typeof facts>) => labs(...args).map(({ date }) => date);

describe("which cell is the name", () => {
  it("the column of names counts before other cells", () => {
    expect(values([table(["Panel", "Test", "Result"], [["Calcium panel", "Albumin", "4.1 g/dL"]])])).toEqual([
      ["ALB", 4.1, "g/dL"],
    ]);
    expect(labs([table(["Test", "Short", "Result"], [["Calcium, total", "Calcium", "9.4"]])])[0]?.label).toBe(
      "Calcium, total",
    );
    expect(labs([table(["Short", "Test", "Result"], [["Calcium", "Calcium, total", "9.4"]])])[0]?.label).toBe(
      "Calcium, total",
    );
  });

  it("two names of two tests name none; two names of one test are one", () => {
    expect(values([bare("Calcium", "Albumin", "4.1")])).toEqual([]);
    expect(values([bare("Calcium", "Calcium, total", "9.4 mg/dL")])).toEqual([["CA", 9.4, "mg/dL"]]);
  });

  it("a name under results, or under earlier ones, is none", () => {
    expect(values([table(["Order", "Result"], [["9.4 mg/dL", "Calcium"]])])).toEqual([]);
    expect(values([table(["Order", "Previous", "Result"], [["A", "Calcium", "9.4 mg/dL"]])])).toEqual([]);
  });

  it("a code names a test whose word is not known, in the column of names only", () => {
    expect(values([table(["Test", "LOINC", "Result"], [["Totalcalc", "17861-6", "9.4 mg/dL"]])])).toEqual([
      ["CA", 9.4, "mg/dL"],
    ]);
    expect(values([table(["Test", "Note", "Result"], [["Totalcalc", "17861-6", "9.4 mg/dL"]])])).toEqual([]);
    expect(values([bare("Totalcalc", "17861-6", "9.4 mg/dL")])).toEqual([]);
    expect(labs([bare("Calcium", "17861-6", "9.4 mg/dL")])[0]?.loinc).toBe("17861-6");
    expect(
      labs([table(["Test", "LOINC", "Code", "Result"], [["Calcium", "17861-6", "1751-7", "9.4"]])])[0]?.loinc,
    ).toBe(null);
  });
});

describe("what stands beside the value", () => {
  it("two units in one row: neither is its own", () => {
    expect(values([table(["Test", "Result", "Units", "Unit"], [["Calcium", "9.4", "mg/dL", "mmol/L"]])])).toEqual([]);
    expect(values([table(["Test", "Result", "Units", "Unit"], [["Calcium", "9.4", "mg/dL", "mg/dL"]])])).toEqual([
      ["CA", 9.4, "mg/dL"],
    ]);
  });

  it("a unit of the column counts before the name's and the range's", () => {
    expect(values([table(["Test", "Result", "Units"], [["Calcium (mmol/L)", "9.4", "mg/dL"]])])).toEqual([
      ["CA", 9.4, "mg/dL"],
    ]);
    expect(values([table(["Test", "Result", "Range"], [["Calcium (mg/dL)", "9.4", "2.1-2.6 mmol/L"]])])).toEqual([
      ["CA", 9.4, "mg/dL"],
    ]);
  });

  it.each<[string, string, object | null]>([
    ["Reference", "8.6-10.2", { low: 8.6, high: 10.2 }],
    ["Ref range", "<10.2", { low: null, high: 10.2 }],
    ["Expected", ">8.6", { low: 8.6, high: null }],
    ["", "8.6-10.2", { low: 8.6, high: 10.2 }],
    ["", "8.6 to 10.2", { low: 8.6, high: 10.2 }],
    ["", "(<10.2)", null],
    ["Comment", "8.6-10.2", null],
    ["Previous", "8.6-10.2", null],
  ])("a range under %j: %s", (head, cell, range) => {
    expect(labs([table(["Test", "Result", head], [["Calcium", "9.4 mg/dL", cell]])])[0]?.range).toEqual(range);
  });

  it.each<[string, string, string | null]>([
    ["Flag", "H", "high"],
    ["Abnormal", "Low", "low"],
    ["Interpretation", "Above the high threshold", null],
    ["Flag", "Within normal limits", null],
    ["", "H", "high"],
    ["", "Critically high", "high"],
    ["", "Critical low threshold", null],
    ["", "Very high", "high"],
    ["Comment", "H", null],
    ["Status", "H", null],
    ["Previous", "H", null],
  ])("a flag under %j: %s", (head, cell, flag) => {
    expect(labs([table(["Test", "Result", head], [["Calcium", "9.4 mg/dL", cell]])])[0]?.flag).toBe(flag);
  });

  it.each<[string, string, string | null]>([
    ["Status", "Final", "final"],
    ["Result status", "Corrected", "corrected"],
    ["", "Final", "final"],
    ["Comment", "Final", null],
    ["Flag", "Final", null],
  ])("a status under %j: %s", (head, cell, status) => {
    expect(labs([table(["Test", "Result", head], [["Calcium", "9.4 mg/dL", cell]])])[0]?.status).toBe(status);
  });

  it.each<[string, string, string | null]>([
    ["Date", "03/02/2026", "2026-03-02"],
    ["Collected", "03/02/2026 08:15", "2026-03-02"],
    ["Reported", "03/02/2026", "2026-03-02"],
    ["", "03/02/2026", "2026-03-02"],
    ["", "Collected: 03/02/2026", "2026-03-02"],
    ["", "Drawn 03/02/2026 08:15", "2026-03-02"],
    ["", "Specimen taken on 03/02/2026", "2026-03-02"],
    ["", "03/02/2026 collected", "2026-03-02"],
    ["", "Performed on 03/02/2026", "2026-03-02"],
    ["", "Result date: 03/02/2026", "2026-03-02"],
    ["", "Verified 03/02/2026", "2026-03-02"],
    ["", "Due 03/02/2026", null],
    ["", "2026", null],
    ["Date", "2026", null],
    ["Collected", "March", null],
    ["Modified", "03/02/2026", null],
    ["Comment", "03/02/2026", null],
    ["Ordered on", "03/02/2026", null],
    ["Flag", "03/02/2026", null],
  ])("a day under %j: %s", (head, cell, date) => {
    const heads = head === "" ? [] : ["Test", "Result", head];
    expect(day([table(heads, [["Calcium", "9.4 mg/dL", cell]])])).toEqual([date]);
  });

  it("the day of collection counts before any other, the day of the report last", () => {
    const dated = (...pairs: [string, string][]) =>
      day([
        table(
          ["Test", "Result", ...pairs.map(([head]) => head)],
          [["Calcium", "9.4", ...pairs.map(([, cell]) => cell)]],
        ),
      ]);
    expect(dated(["Reported", "03/03/2026"], ["Date", "03/02/2026"], ["Collected", "03/01/2026"])).toEqual([
      "2026-03-01",
    ]);
    expect(dated(["Reported", "03/03/2026"], ["Date", "03/02/2026"])).toEqual(["2026-03-02"]);
    expect(day([bare("Calcium", "9.4 mg/dL", "Reported 03/03/2026", "Collected 03/01/2026")])).toEqual(["2026-03-01"]);
    expect(day([bare("Calcium", "9.4 mg/dL", "Reported 03/03/2026", "Performed 03/02/2026")])).toEqual(["2026-03-02"]);
  });
});

describe("which figure is the value", () => {
  it("in the column of results, whatever stands elsewhere", () => {
    expect(values([table(["Test", "Result", ""], [["Calcium", "9.4 mg/dL", "10.2"]])])).toEqual([["CA", 9.4, "mg/dL"]]);
    expect(values([table(["Test", "Result", "Value"], [["Calcium", "9.4 mg/dL", "9.4"]])])).toEqual([
      ["CA", 9.4, "mg/dL"],
      ["CA", 9.4, null],
    ]);
    expect(values([table(["Test", "Result", "Value"], [["Calcium", "9.4 mg/dL", "9.9 mg/dL"]])])).toEqual([]);
  });

  it.each<[string, string]>([
    ["a day", "03/02/2026"],
    ["a day with its word", "Collected 03/02/2026"],
    ["a code", "17861-6"],
    ["a range", "8.6-10.2"],
    ["a bound in brackets", "(<10.2)"],
  ])("%s beside it is none", (_, cell) => {
    expect(values([bare("Calcium", "9.4 mg/dL", cell)]).map(([, value]) => value)).toEqual([9.4]);
  });

  it("a bound without brackets is a result", () => {
    expect(values([bare("CRP", "<4 mg/L")])).toEqual([["CRP", "<4", "mg/L"]]);
    expect(values([bare("CRP", "(<4)")])).toEqual([]);
  });

  it("words before a number are the result, behind it they are not", () => {
    expect(values([bare("Bilirubin", "Negative", "0.8")])).toEqual([]);
    expect(values([bare("Bilirubin", "0.8 mg/dL", "Negative")])).toEqual([["BILI", 0.8, "mg/dL"]]);
    expect(values([bare("Dr Abara", "Bilirubin", "0.8 mg/dL")])).toEqual([["BILI", 0.8, "mg/dL"]]);
    expect(values([bare("Bilirubin", "H", "0.8 mg/dL")])).toEqual([["BILI", 0.8, "mg/dL"]]);
    expect(values([bare("Bilirubin", "Final", "0.8 mg/dL")])).toEqual([["BILI", 0.8, "mg/dL"]]);
    expect(values([bare("Bilirubin", "", "0.8 mg/dL")])).toEqual([["BILI", 0.8, "mg/dL"]]);
    expect(values([table(["Test", "", "Result"], [["Bilirubin", "Negative", "0.8 mg/dL"]])])).toEqual([
      ["BILI", 0.8, "mg/dL"],
    ]);
  });

  it("values under days are each of their day, alike or not", () => {
    const columns = ["Component", "03/02/2026", "01/05/2026"];
    const read = (...cells: string[]) =>
      labs([table(columns, [["Calcium", ...cells]])]).map(({ result, date, flag }) => [
        result.kind === "number" ? result.value : result.text,
        date,
        flag,
      ]);
    expect(read("9.4", "9.4")).toEqual([
      [9.4, "2026-03-02", null],
      [9.4, "2026-01-05", null],
    ]);
    expect(read("9.4 H", "9.1")).toEqual([
      [9.4, "2026-03-02", "high"],
      [9.1, "2026-01-05", null],
    ]);
    expect(
      values([table(["Component", "03/02/2026", "Clinic"], [["Calcium", "9.4", "9.9"]])]).map(([, value]) => value),
    ).not.toContain(9.9);
  });

  it.each<[string, string | null]>([
    ["03/02/2026", "2026-03-02"],
    ["03/02/2026 0815", "2026-03-02"],
    ["03/02/2026 2359", "2026-03-02"],
    ["03/02/2026 / 08:15", "2026-03-02"],
    ["03/02/2026 / 815", "2026-03-02"],
    ["03/02/2026 | Result", "2026-03-02"],
    ["Mar 2026", "2026-03"],
    ["03/02/2026 / 04/02/2026", null],
    ["03/02/2026 / Ward", null],
    ["2026", null],
  ])("a column under %j is of %s", (head, date) => {
    expect(day([table(["Component", head], [["Calcium", "9.4 mg/dL"]])])[0] ?? null).toBe(date);
  });
});

describe("what is no result", () => {
  it.each<[string, string[]]>([
    ["an empty field printed as nil", ["Calcium", "0"]],
    ["a long number without a unit: a code", ["Calcium", "10000"]],
    ["a share of another quantity", ["Albumin", "58 %"]],
    ["a bare short name without a unit", ["Mg", "2.0"]],
    ["a bare short name with a unit it cannot have", ["Ca", "9.4 IU/L"]],
    ["nothing", ["Calcium", ""]],
    ["words", ["Calcium", "Normal range"]],
  ])("%s", (_, cells) => {
    expect(values([table(["Test", "Result"], [cells])])).toEqual([]);
  });

  it.each<[string, string[], Read]>([
    ["nil where it may be", ["TSH", "0"], ["TSH", 0, null]],
    ["below a bound of nil", ["Calcium", "<0.5"], ["CA", "<0.5", null]],
    ["just short of a code", ["Calcium", "9999"], ["CA", 9999, null]],
    ["long, with its unit", ["Alkaline phosphatase", "10000 U/L"], ["ALP", 10000, "U/L"]],
    ["a short name with its unit", ["Mg", "2.0 mg/dL"], ["MG", 2, "mg/dL"]],
    ["words that say where it is", ["Calcium", "See note"], ["CA", "See note", null]],
    ["an order that is not done", ["Calcium", "Pending"], ["CA", "Pending", null]],
  ])("but %s is one", (_, cells, expected) => {
    expect(values([table(["Test", "Result"], [cells])])).toEqual([expected]);
  });

  it("a short name with a code needs no unit", () => {
    expect(values([table(["LOINC", "Test", "Result"], [["17861-6", "Ca", "9.4"]])])).toEqual([["CA", 9.4, null]]);
  });

  it("an order that is pending or cancelled has no number of its own", () => {
    const columns = ["Test", "Result", "Status"];
    expect(values([table(columns, [["PTH", "41 pg/mL", "Pending"]])])).toEqual([["PTH", "pending", null]]);
    expect(values([table(columns, [["PTH", "41 pg/mL", "Final"]])])).toEqual([["PTH", 41, "pg/mL"]]);
    expect(values([table(columns, [["PTH", "41 pg/mL", "Cancelled"]])])).toEqual([]);
    expect(labs([table(columns, [["PTH", "Cancelled", ""]])])[0]?.status).toBe("cancelled");
  });

  it("an electrophoresis is read out in words, of a length that words have", () => {
    const spep = (text: string) => values([table(["Test", "Result"], [["Serum protein electrophoresis", text]])]);
    expect(spep("No monoclonal band")).toEqual([["SPEP", "No monoclonal band", null]]);
    expect(spep("x".repeat(300))).toHaveLength(1);
    expect(spep("x".repeat(301))).toEqual([]);
    expect(spep("")).toEqual([]);
    expect(values([table(["Test", "Result"], [["Calcium", "No monoclonal band"]])])).toEqual([]);
  });

  it("under a day it is read too, a flag there is none", () => {
    const under = (text: string) => values([table(["Test", "05/11/2026"], [["Serum protein electrophoresis", text]])]);
    expect(under("No monoclonal band")).toEqual([["SPEP", "No monoclonal band", null]]);
    expect(under("H")).toEqual([]);
  });

  it.each([
    "Allergies",
    "Immunizations",
    "Family history",
    "Patient education",
    "Plan",
    "Medications",
    "Social history",
  ])("nothing under %s", (heading) => {
    expect(values([table(["Test", "Result"], [["Calcium", "9.4 mg/dL"]], { headings: [heading] })])).toEqual([]);
  });
});

describe("urine", () => {
  const under = (group: string | null, ...cells: string[]) =>
    values([region("table", ["Test", "Result"], [row(cells, group)])]);
  it.each([
    "Urine",
    "URINALYSIS, URINE",
    "Urinary tests",
    "Harn",
    "Orina",
  ])("%s: a creatinine is none of serum", (group) => {
    expect(under(group, "Creatinine", "96 mg/dL")).toEqual([]);
    expect(values([table(["Test", "Result"], [["Creatinine", "96 mg/dL"]], { headings: [group] })])).toEqual([]);
  });

  it.each(["Blood and urine", "Serum / urine", "Chemistry", null])("%s: it is", (group) => {
    expect(under(group, "Creatinine", "0.9 mg/dL")).toEqual([["CREAT", 0.9, "mg/dL"]]);
  });

  it.each([
    "Urine",
    "Random urine",
    "spot urine",
    "24h urine",
    "24 hour urine",
    " Urine ",
  ])("a specimen %j", (specimen) => {
    expect(values([table(["Test", "Result", "Specimen"], [["Creatinine", "96 mg/dL", specimen]])])).toEqual([]);
  });

  it.each(["No urine", "Serum"])("no specimen of urine: %j", (specimen) => {
    expect(values([table(["Test", "Result", "Specimen"], [["Creatinine", "0.9 mg/dL", specimen]])])).toHaveLength(1);
  });

  it("what is measured in urine stays", () => {
    expect(under("Urine", "Calcium, 24 h urine", "190 mg/24h")).toEqual([["UCA24", 190, "mg/24h"]]);
    expect(under("Urine", "Free cortisol, 24 h urine", "31 ug/24h").map(([analyte]) => analyte)).toEqual(["CORTISOL"]);
  });
});

describe("in lines", () => {
  it.each<[string, Read[]]>([
    ["Calcium 9.4 mg/dL", [["CA", 9.4, "mg/dL"]]],
    ["Calcium: 9.4 mg/dL", [["CA", 9.4, "mg/dL"]]],
    ["Calcium = 9.4 mg/dL", [["CA", 9.4, "mg/dL"]]],
    ["Calcium (mg/dL) 9.4", [["CA", 9.4, "mg/dL"]]],
    ["Calcium 9.4 mg/dL (8.6-10.2) H", [["CA", 9.4, "mg/dL"]]],
    [
      "Calcium 9.4 mg/dL; Albumin 4.1 g/dL",
      [
        ["CA", 9.4, "mg/dL"],
        ["ALB", 4.1, "g/dL"],
      ],
    ],
    [
      "Calcium 9.4 mg/dL | Albumin 4.1 g/dL",
      [
        ["CA", 9.4, "mg/dL"],
        ["ALB", 4.1, "g/dL"],
      ],
    ],
    [
      "Calcium 9.4 mg/dL  Albumin 4.1 g/dL",
      [
        ["CA", 9.4, "mg/dL"],
        ["ALB", 4.1, "g/dL"],
      ],
    ],
    ["The calcium was fine", []],
    ["Calcium 9.4 mg/dL is fine today", []],
  ])("%s", (text, expected) => {
    expect(values([lines([text], { headings: ["Results"] })])).toEqual(expected);
  });

  it.each<[string, string | null]>([
    ["05/04/2026 — Calcium: 9.4 mg/dL", "2026-05-04"],
    ["05/04/2026 - Calcium: 9.4 mg/dL", "2026-05-04"],
    ["05/04/2026: Calcium 9.4 mg/dL", "2026-05-04"],
    ["May 4, 2026 – Calcium 9.4 mg/dL", "2026-05-04"],
    ["Calcium 9.4 mg/dL (05/04/2026)", "2026-05-04"],
    ["Calcium 9.4 mg/dL", null],
  ])("the day of %s", (text, date) => {
    expect(day([items([text], { headings: ["Laboratory"] })])).toEqual([date]);
  });

  it("a day beside the lines, one for all, else the one above", () => {
    const of = (...cells: string[]) =>
      day([region("list", [], [row(cells)], { headings: ["Labs"], says: ["01/05/2026"] })]);
    expect(of("03/02/2026", "Calcium 9.4 mg/dL; Albumin 4.1 g/dL")).toEqual(["2026-03-02", "2026-03-02"]);
    expect(of("03/02/2026", "04/02/2026", "Calcium 9.4 mg/dL; Albumin 4.1 g/dL")).toEqual(["2026-01-05", "2026-01-05"]);
    expect(of("Dr Abara", "Calcium 9.4 mg/dL; Albumin 4.1 g/dL")).toEqual(["2026-01-05", "2026-01-05"]);
  });

  it("a class word flags a line of its own, not a list or a cell of several", () => {
    const flags = (shape: "prose" | "list", text: string) =>
      labs([region(shape, [], [row([[text, "result high"]])], { headings: ["Labs"] })]).map(({ flag }) => flag);
    expect(flags("prose", "Calcium 9.4 mg/dL")).toEqual(["high"]);
    expect(flags("list", "Calcium 9.4 mg/dL")).toEqual([null]);
    expect(flags("prose", "Calcium 9.4 mg/dL | Albumin 4.1 g/dL")).toEqual([null, null]);
  });

  it("has the range and the words of its line", () => {
    expect(labs([lines(["Calcium (8.6-10.2): 9.4 mg/dL"], { headings: ["Labs"] })])).toMatchObject([
      { range: { low: 8.6, high: 10.2 }, evidence: { text: "Calcium (8.6-10.2): 9.4 mg/dL" } },
    ]);
    expect(labs([table(["Test", "Result", ""], [[" Calcium ", "9.4", "mg/dL"]])])[0]?.evidence).toMatchObject({
      text: "Calcium 9.4 mg/dL",
    });
  });
});

describe("a row that dates the rows below it", () => {
  const below = (head: string[], more: { rowCount?: number } = {}) =>
    day([table([], [head, ["Calcium", "9.4 mg/dL"]], more)]);
  it.each<[string[], string | null]>([
    [["CBC", "03/02/2026"], "2026-03-02"],
    [["CBC", "", "03/02/2026", "Dr Abara"], "2026-03-02"],
    [["CBC", "03/02/2026", "Dr Abara", "Ward"], null],
    [["CBC", "03/02/2026", "04/02/2026"], null],
    [["Discussed with her. To repeat", "03/02/2026"], null],
    [["A title of a panel that goes on and on and on, for sixty signs", "03/02/2026"], null],
  ])("%j: %s", (head, date) => {
    expect(below(head)).toEqual([date]);
  });

  it.each<[string, string | null]>([
    ["Collected", "2026-03-02"],
    ["Reported", "2026-03-02"],
    ["Date", "2026-03-02"],
    ["Ordered by", null],
    ["Foo", null],
  ])("under a head %s: %s", (head, date) => {
    const rows = [
      ["CBC", "03/02/2026", ""],
      ["Calcium", "", "9.4 mg/dL"],
    ];
    expect(day([table(["Test", head, "Result"], rows)])).toEqual([date]);
  });

  it("not where rows are left out", () => {
    expect(below(["CBC", "03/02/2026"], { rowCount: 2 })).toEqual(["2026-03-02"]);
    expect(below(["CBC", "03/02/2026"], { rowCount: 3 })).toEqual([null]);
  });
});

describe("the day above a row", () => {
  const under = (around: { group?: string; says?: string[]; headings?: string[] }) =>
    day([
      region("table", ["Test", "Result"], [row(["Calcium", "9.4 mg/dL"], around.group ?? null)], {
        headings: around.headings ?? [],
        says: around.says ?? [],
      }),
    ])[0];
  it.each<[string, Parameters<typeof under>[0], string | null]>([
    ["the group", { group: "03/02/2026", says: ["01/05/2026"] }, "2026-03-02"],
    ["the line above", { says: ["01/05/2026"], headings: ["12/01/2025"] }, "2026-01-05"],
    ["the inner heading", { headings: ["12/01/2025", "Collected 01/05/2026"] }, "2026-01-05"],
    ["the outer heading", { headings: ["Collected 12/01/2025", "Chemistry"] }, "2025-12-01"],
    ["of several the day of collection", { says: ["Reported 01/06/2026 | Collected 01/05/2026"] }, "2026-01-05"],
    ["without a bar", { says: ["Reported 01/06/2026 collected 01/05/2026"] }, "2026-01-05"],
    ["with a slash", { says: ["Drawn 01/05/2026 / Received 01/06/2026"] }, "2026-01-05"],
    ["two days of collection", { says: ["Drawn 01/05/2026", "Collected 01/06/2026"] }, null],
    ["a year alone", { says: ["2026"] }, null],
    ["a panel with its day", { group: "CMP, serum 10/02/2026" }, "2026-10-02"],
    ["a panel that is due", { group: "CMP, due 10/02/2026" }, null],
    ["a panel that was asked for, in German", { group: "CMP, Auftrag 10/02/2026" }, null],
    ["a panel with two days", { group: "CMP 10/02/2026 10/03/2026" }, null],
    ["a panel with a month", { group: "CMP October 2026" }, null],
    ["a day within the title", { group: "CMP 10/02/2026 fasting" }, null],
  ])("%s", (_, around, date) => {
    expect(under(around)).toBe(date);
  });
});

describe("a head among the rows", () => {
  const read = (...rows: string[][]) => values([table([], [...rows, ["Albumin", "4.1", "g/dL", "3.5-5.0"]])]);
  it("names columns only where it names two kinds of them and holds no figures", () => {
    expect(read(["Test", "Result", "Units", "Range"])).toEqual([["ALB", 4.1, "g/dL"]]);
    expect(read(["Test", "Previous", "Units", "Range"])).toEqual([]);
    expect(read(["", "Previous", "", ""])).toEqual([["ALB", 4.1, "g/dL"]]);
    expect(read(["Previous", "Prior", "", ""])).toEqual([["ALB", 4.1, "g/dL"]]);
    expect(read(["Test", "Previous", "Chart", "Chart 2", "Chart 3"])).toEqual([["ALB", 4.1, "g/dL"]]);
    expect(read(["Test", "Previous 1.5", "", ""])).toEqual([["ALB", 4.1, "g/dL"]]);
    expect(read(["Test 100", "Previous", "", ""])).toEqual([["ALB", 4.1, "g/dL"]]);
    expect(read(["Test", `Previous ${"result ".repeat(9)}`, "", ""])).toEqual([["ALB", 4.1, "g/dL"]]);
  });

  it("in prose names none", () => {
    expect(
      values([region("prose", [], [row(["Test", "Previous"]), row(["Albumin", "4.1 g/dL"])], { headings: ["Labs"] })]),
    ).toEqual([["ALB", 4.1, "g/dL"]]);
  });

  it("stands over as many columns as its cells span", () => {
    const head = row(["Test", "Previous", "Result"]);
    const [test, previous, result] = head.cells;
    if (!test || !previous || !result) throw new Error("three cells");
    const wide = { ...head, cells: [test, { ...previous, span: 2 }, { ...result, column: 3 }] };
    expect(values([region("table", [], [wide, row(["Albumin", "3.9", "3.8", "4.1 g/dL"])])])).toEqual([
      ["ALB", 4.1, "g/dL"],
    ]);
  });

  it("of two joined heads the lower names the column, also in letters of both kinds", () => {
    expect(values([table(["Chemistry / Test", "Previous / Result"], [["Albumin", "4.1 g/dL"]])])).toEqual([
      ["ALB", 4.1, "g/dL"],
    ]);
    expect(values([table(["testName", "Result / Previous"], [["Albumin", "4.1 g/dL"]])])).toEqual([]);
    expect(values([table(["testName", "previousResult", "resultValue"], [["Albumin", "3.9", "4.1 g/dL"]])])).toEqual([
      ["ALB", 4.1, "g/dL"],
    ]);
  });
});

describe("a name that stands elsewhere", () => {
  it("in the title of a record", () => {
    const record = (...fields: [string, string][]) => labs([pairs(fields, { headings: ["Results", "Calcium"] })]);
    expect(record(["Result", "9.4 mg/dL"], ["Flag", "Low"], ["Collected:", "03/02/2026"])).toMatchObject([
      { analyte: "CA", flag: "low", date: "2026-03-02", result: { value: 9.4, unit: "mg/dL" } },
    ]);
    expect(record(["Flag", "Low"], ["Collected", "03/02/2026"])).toEqual([]);
    expect(record(["Result", "9.4 mg/dL"], ["Result", "9.9 mg/dL"])).toEqual([]);
  });

  it("in the title of a list of its values", () => {
    const list = (columns: string[], ...rows: string[][]) =>
      labs([table(columns, rows, { headings: ["Results", "Calcium"] })]).map(({ analyte, result, date }) => [
        analyte,
        result.kind === "number" && result.value,
        date,
      ]);
    expect(list(["Date", "Result"], ["03/02/2026", "9.4 mg/dL"], ["01/05/2026", "9.1 mg/dL"])).toEqual([
      ["CA", 9.4, "2026-03-02"],
      ["CA", 9.1, "2026-01-05"],
    ]);
    expect(list(["Date", "Weight"], ["03/02/2026", "61"])).toEqual([]);
    expect(list(["Test", "Result"], ["Albumin", "4.1 g/dL"])).toEqual([["ALB", 4.1, null]]);
  });

  it("over a column of its values", () => {
    const read = labs([
      table(
        ["Date", "Calcium (mg/dL)", "Albumin (g/dL)"],
        [
          ["03/02/2026", "9.4", "4.1"],
          ["01/05/2026", "9.1", ""],
        ],
        { headings: ["Results"] },
      ),
    ]).map(({ analyte, result, date }) => [
      analyte,
      result.kind === "number" && result.value,
      result.kind === "number" && result.unit,
      date,
    ]);
    expect(read).toEqual([
      ["CA", 9.4, "mg/dL", "2026-03-02"],
      ["ALB", 4.1, "g/dL", "2026-03-02"],
      ["CA", 9.1, "mg/dL", "2026-01-05"],
    ]);
  });
});
