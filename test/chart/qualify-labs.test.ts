import { describe, expect, it } from "vitest";
import type { LabResult } from "../../src/chart/chart";
import { readResult } from "../../src/chart/qualify/labs/result";
import { pageOf } from "../../src/chart/qualify/page";
import { facts, items, lines, pairs, region, row, SEEN_AT, snapshot, table } from "./support/page";

const brief = ({ analyte, result, date, flag, status }: LabResult) => ({
  analyte,
  ...(result.kind === "number"
    ? { value: result.comparator === null ? result.value : `${result.comparator}${result.value}`, unit: result.unit }
    : { value: result.text, unit: null }),
  date,
  flag,
  status,
});
const labs = (...args: Parameters<typeof facts>) => facts(...args).labs.map(brief);
const values = (...args: Parameters<typeof facts>) =>
  labs(...args).map(({ analyte, value, unit }) => [analyte, value, unit]);
const page = pageOf(snapshot([]), 0, SEEN_AT);
const dePage = pageOf(snapshot([], { lang: "de" }), 0, SEEN_AT);

describe("one result cell", () => {
  it.each([
    ["17.4", { value: 17.4, unit: null, flag: null }],
    ["160.4692076211096 mg/dL", { value: 160.4692076211096, unit: "mg/dL", flag: null }],
    ["50mg/dl", { value: 50, unit: "mg/dl", flag: null }],
    ["17.4 L", { value: 17.4, unit: null, flag: "low" }],
    ["17.4*", { value: 17.4, unit: null, flag: "abnormal" }],
    ["- 17.4", { value: 17.4, unit: null, flag: "low" }],
    ["+ 71", { value: 71, unit: null, flag: "high" }],
    ["10.6 ▲", { value: 10.6, unit: null, flag: "high" }],
    ["< 4 ▼", { value: 4, comparator: "<", flag: "low" }],
    ["> = 60", { value: 60, comparator: ">=", flag: null }],
    ["0.78 mmol/L L", { value: 0.78, unit: "mmol/L", flag: "low" }],
    ["1.2 mg/dL High", { value: 1.2, unit: "mg/dL", flag: "high" }],
    ["1.30 (mmol/L)", { value: 1.3, unit: "mmol/L", flag: null }],
    ["3.3 (ref 3.5-5.2) L", { value: 3.3, flag: "low", range: { low: 3.5, high: 5.2 } }],
    [
      "185 mg/dL *HI* (07/10/2013 22:25:00 America/Chicago)",
      { value: 185, unit: "mg/dL", flag: "high", date: "2013-07-10" },
    ],
    ["PENDING", { value: null, text: "PENDING", status: "pending" }],
    ["Test not performed", { value: null, status: "cancelled" }],
    ["See note 3", { value: null, text: "See note 3", status: null }],
  ])("%s", (text, expected) => {
    expect(readResult(text, page)).toMatchObject(expected);
  });

  it.each([
    "-17.4",
    "140/90",
    "17 4",
    "2+",
    "1-2",
    "30 - 100",
    "2,42",
    "10 mg",
    "about 17",
    "17.4 or 18",
    "12:05",
    "2026-03-02",
  ])("%s is no number", (text) => {
    expect(readResult(text, page)?.value ?? null).toBeNull();
  });

  it("reads the decimal comma and the flags behind the number of a German page", () => {
    expect(readResult("43,7 -", dePage)).toMatchObject({ value: 43.7, flag: "low" });
    expect(readResult("128 +", dePage)).toMatchObject({ value: 128, flag: "high" });
  });
});

describe("tables", () => {
  it("takes value, unit, range, flag, date and code each from its own column", () => {
    const [result] = facts([
      table(
        ["Code", "Test", "Result", "Units", "Reference", "Flag", "Collected", "Status"],
        [["1989-3", "25-OH Vitamin D3", "17.4", "ng/mL", "30-100", "L", "03/02/2026", "Final"]],
      ),
    ]).labs;
    expect(result).toMatchObject({
      analyte: "VITD",
      loinc: "1989-3",
      flag: "low",
      status: "final",
      date: "2026-03-02",
      range: { low: 30, high: 100 },
      result: { value: 17.4, unit: "ng/mL", canonical: { value: 17.4, unit: "ng/mL" } },
    });
  });

  it("prefers the day of collection to the day of the report", () => {
    expect(
      labs([table(["Reported", "Collected", "Name", "Value"], [["2026-05-12", "2026-05-11", "Calcium", "8.9"]])])[0]
        ?.date,
    ).toBe("2026-05-11");
  });

  it("finds a unit in the header, in the name and in the range, and assumes none", () => {
    expect(values([table(["Test", "Result (mg/dL)"], [["Calcium (mg/dL)", "9.4"]])])).toEqual([["CA", 9.4, "mg/dL"]]);
    expect(values([table(["Test", "Value", "Range"], [["Calcium", "9.4", "8.6 - 10.2 mg/dL"]])])).toEqual([
      ["CA", 9.4, "mg/dL"],
    ]);
    expect(values([table(["Test", "Value", "Range"], [["Calcium", "9.4", "8.6 - 10.2"]])])).toEqual([
      ["CA", 9.4, null],
    ]);
    expect(facts([table(["Test", "Value"], [["Calcium", "9.4"]])]).labs[0]?.result).toMatchObject({ canonical: null });
  });

  it("reads a table without a header by what its cells are", () => {
    expect(labs([table([], [["L", "Vitamin D, 25-OH", "19", "30-100", "ng/mL", "06/18/2026"]])])).toEqual([
      { analyte: "VITD", value: 19, unit: "ng/mL", date: "2026-06-18", flag: "low", status: null },
    ]);
  });

  it("does not choose between two numbers without a header or a date", () => {
    expect(labs([table([], [["Calcium", "9.4", "10.2"]])])).toEqual([]);
  });

  it("reads header rows among the rows, and the rows under each", () => {
    expect(
      values([
        table(
          [],
          [
            ["Analyte", "Result", "Units"],
            ["Calcium", "9.4", "mg/dL"],
            ["Units", "Analyte", "Result"],
            ["g/dL", "Albumin", "4.1"],
          ],
        ),
      ]),
    ).toEqual([
      ["CA", 9.4, "mg/dL"],
      ["ALB", 4.1, "g/dL"],
    ]);
  });

  it("gives each value of a flowsheet the date of its own column", () => {
    expect(
      labs([table(["Component", "8/3/26", "2/9/26", "7/21/25"], [["Calcium (mg/dL)", "9.8", "10.6 ▲", "—"]])]).map(
        ({ value, date, flag }) => [value, date, flag],
      ),
    ).toEqual([
      [9.8, "2026-08-03", null],
      [10.6, "2026-02-09", "high"],
    ]);
  });

  it("takes no number from a column without a name when the column of results is empty", () => {
    const read = (result: string) =>
      values([table(["Test", "Result", "", "Units"], [["Phosphate", result, "5.9", "mg/dL"]])]);
    expect(read("")).toEqual([]);
    expect(read("3.4")).toEqual([["PHOS", 3.4, "mg/dL"]]);
  });

  it("takes no number that stands behind a result in words", () => {
    expect(values([table([], [["Bilirubin", "Negative", "63"]])])).toEqual([]);
    expect(values([table([], [["Bilirubin", "0.8 mg/dL", "Normal"]])])).toEqual([["BILI", 0.8, "mg/dL"]]);
  });

  it("has no date where a bare date in the row and the line above differ", () => {
    const read = (says: string[]) => labs([table([], [["Calcium", "9.4 mg/dL", "01/04/2001"]], { says })])[0]?.date;
    expect(read([])).toBe("2001-01-04");
    expect(read(["Collected: 01/03/2008"])).toBeNull();
  });

  it("does not date a row by the day on which something was ordered, nor by a comment row above it", () => {
    const columns = ["Test", "Result", "Ordered on"];
    expect(
      labs([
        table(columns, [
          ["Low, repeat in spring", "", "01/04/2026"],
          ["PTH", "41 pg/mL", ""],
        ]),
      ])[0]?.date,
    ).toBeNull();
  });

  it("leaves a previous value out", () => {
    expect(values([table(["Test", "Result", "Previous result", "Units"], [["TSH", "2.1", "0.3", "mIU/L"]])])).toEqual([
      ["TSH", 2.1, "mIU/L"],
    ]);
  });

  it("dates rows by their panel row only when every row was sent", () => {
    const rows = [
      ["CBC", "2016/12/07 10:48"],
      ["", "", "Hemoglobin", "15.4 g/dl"],
    ];
    const columns = ["Panel", "Date", "Test", "Result"];
    expect(labs([table(columns, rows)])[0]?.date).toBe("2016-12-07");
    expect(labs([table(columns, rows, { rowCount: 400 })])[0]?.date).toBeNull();
  });

  it("takes the date of a line above, and none of two", () => {
    const rows = [["Calcium", "9.4 mg/dL"]];
    expect(labs([table(["Test", "Value"], rows, { says: ["Collected: 03/02/2026"] })])[0]?.date).toBe("2026-03-02");
    expect(
      labs([table(["Test", "Value"], rows, { says: ["Ordered 03/01/2026 | Collected: 03/02/2026 08:00"] })])[0]?.date,
    ).toBe("2026-03-02");
    expect(labs([table(["Test", "Value"], rows, { says: ["03/01/2026", "03/02/2026"] })])[0]?.date).toBeNull();
  });

  it("lets a printed flag beat a class word", () => {
    expect(
      labs([table(["Test", "Value", "Flag"], [["Calcium", ["10.9 mg/dL", "result abnormal"], "H"]])])[0]?.flag,
    ).toBe("high");
    expect(labs([table(["Test", "Value"], [["Calcium", ["8.1 mg/dL", "value low"]]])])[0]?.flag).toBe("low");
  });

  it("gives a pending or cancelled order no number", () => {
    expect(values([table(["Test", "Result", "Status"], [["PTH", "41", "Cancelled"]])])).toEqual([]);
    expect(labs([table(["Test", "Result", "Status"], [["PTH", "See note", "Pending"]])])[0]).toMatchObject({
      value: "See note",
      status: "pending",
    });
  });
});

describe("columns under a day", () => {
  const columns = [
    "Component",
    "05/04/2026 / 0912",
    "05/04/2026 / Flag",
    "11/02/2025 / 1020",
    "11/02/2025 / Flag",
    "Ref Range & Units",
  ];
  const read = (...cells: string[]) =>
    labs([table(columns, [cells])]).map(({ value, date, flag, status }) => [value, date, flag, status]);

  it("each value has the flag of its own day", () => {
    expect(read("CALCIUM", "9.1", "", "8.3", "L", "8.6 - 10.2 mg/dL")).toEqual([
      [9.1, "2026-05-04", null, null],
      [8.3, "2025-11-02", "low", null],
    ]);
  });

  it("a result that is pending on one day is none of another day", () => {
    expect(read("PTH, INTACT", "In process", "", "71", "H", "15 - 65 pg/mL")).toEqual([
      ["In process", "2026-05-04", null, "pending"],
      [71, "2025-11-02", "high", null],
    ]);
  });

  it("two values of one day share no flag", () => {
    const twice = ["Component", "05/04/2026 / 0912", "05/04/2026 / 1715", "05/04/2026 / Flag"];
    expect(labs([table(twice, [["Calcium", "8.3 mg/dL", "9.1 mg/dL", "L"]])]).map(({ flag }) => flag)).toEqual([
      null,
      null,
    ]);
  });
});

describe("nil", () => {
  it("is no result of what every blood holds", () => {
    const rows = [
      ["Vitamin D, 25-OH", "0", "ng/mL"],
      ["Calcium", "0.0", "mg/dL"],
      ["ESR", "0", "mm/h"],
    ];
    expect(labs([table(["Test", "Result", "Units"], rows)]).map(({ analyte, value }) => [analyte, value])).toEqual([
      ["ESR", 0],
    ]);
  });
});

describe("what is not of this patient, or no longer so", () => {
  it("a list with a column of patients is nobody's chart", () => {
    const inbox = table(
      ["Patient", "Test", "Result", "Date"],
      [["Ortiz, Ana", "Vitamin D, 25-OH", "9 ng/mL", "05/04/2026"]],
    );
    expect(facts([inbox])).toMatchObject({ labs: [], seen: [] });
  });

  it("a result the page strikes out is none", () => {
    const struck = row(["Calcium", "19.4 mg/dL"], null, "line through");
    expect(labs([region("table", ["Test", "Result"], [struck])])).toEqual([]);
  });
});

describe("look-alikes", () => {
  it("refuses a serum name under a urine heading, by group or specimen", () => {
    const columns = ["Test", "Result", "Units"];
    expect(labs([region("table", columns, [row(["Creatinine", "96", "mg/dL"], "URINE")])])).toEqual([]);
    expect(labs([table([...columns, "Specimen"], [["Creatinine", "96", "mg/dL", "Urine"]])])).toEqual([]);
    expect(values([region("table", columns, [row(["Creatinine", "0.9", "mg/dL"], "CHEMISTRY")])])).toEqual([
      ["CREAT", 0.9, "mg/dL"],
    ]);
  });

  it("refuses units of another quantity", () => {
    expect(
      labs([
        table(
          ["Test", "Result"],
          [
            ["Creatinine", "1.1 g/24 h"],
            ["Albumin", "58 %"],
          ],
        ),
      ]),
    ).toEqual([]);
  });

  it("keeps a value but not a unit its analyte cannot have", () => {
    expect(values([table(["Test", "Result", "Units"], [["TSH", "6.0", "%"]])])).toEqual([["TSH", 6, null]]);
  });

  it("reads no results in lists of drugs, allergies, plans and education", () => {
    for (const heading of ["Medications", "Allergies", "Plan of care", "Patient education"]) {
      expect(labs([items(["Vitamin D 17 ng/mL", "Calcium 9.4 mg/dL"], { headings: [heading] })])).toEqual([]);
    }
  });

  it("wants a unit for a bare Vitamin D", () => {
    expect(values([table(["Test", "Result"], [["Vitamin D", "31 ng/mL"]])])).toEqual([["VITD", 31, "ng/mL"]]);
    expect(values([table(["Test", "Result"], [["Vitamin D", "1000"]])])).toEqual([]);
  });

  it("believes neither a code nor a name that contradict each other", () => {
    expect(labs([table(["LOINC", "Test", "Result"], [["1751-7", "Calcium", "9.4"]])])).toEqual([]);
    expect(labs([table(["LOINC", "Test", "Result"], [["2161-8", "Creatinine", "96"]])])).toEqual([]);
  });
});

describe("lists, pairs and lines", () => {
  it("a day before the name dates its line", () => {
    const list = items(
      ["05/04/2026 — Vitamin D, 25-OH, Total: 24.1 ng/mL (ref 30-100) L", "11/02/2025 - Calcium: 9.2 mg/dL"],
      {
        headings: ["Laboratory"],
      },
    );
    expect(labs([list]).map(({ analyte, value, date }) => [analyte, value, date])).toEqual([
      ["VITD", 24.1, "2026-05-04"],
      ["CA", 9.2, "2025-11-02"],
    ]);
  });

  it("a card: name, day, value and range, each in words", () => {
    const card = [
      "25-Hydroxyvitamin D",
      "Collected on Oct 3, 2026",
      "Your value 17.2 ng/mL Low",
      "Standard range: 30 - 80 ng/mL",
    ];
    expect(labs([region("list", [], [row(card)], { headings: ["Test results"] })])).toMatchObject([
      { analyte: "VITD", value: 17.2, unit: "ng/mL", date: "2026-10-03", flag: "low" },
    ]);
  });

  it("reads name and result in one line", () => {
    expect(
      labs([
        items(["Albumin 47 g/L", "TSH <0.01 mIU/L (0.40-4.50) L", "Ca-I SerPl-sCnc PENDING"], {
          headings: ["Results 1/22/2013"],
        }),
      ]),
    ).toMatchObject([
      { analyte: "ALB", value: 47, unit: "g/L" },
      { analyte: "TSH", value: "<0.01", unit: "mIU/L", flag: "low" },
      { analyte: "CA_ION", value: "PENDING", status: "pending" },
    ]);
  });

  it("reads several results of one cell, dated by the cell beside it", () => {
    expect(
      labs([table(["When", "Results"], [["1/22/2013 8:59 AM", "Hgb Bld-mCnc 15.6 g/dl | ALT 48 IU/L H"]])]),
    ).toMatchObject([
      { analyte: "HGB", value: 15.6, date: "2013-01-22", flag: null },
      { analyte: "ALT", value: 48, date: "2013-01-22", flag: "high" },
    ]);
  });

  it("reads label and value", () => {
    expect(
      values([
        pairs([
          ["Calcium", "9.4 mg/dL"],
          ["eGFR", ">60 mL/min/1.73m2"],
        ]),
      ]),
    ).toEqual([
      ["CA", 9.4, "mg/dL"],
      ["EGFR", ">60", "mL/min/1.73m2"],
    ]);
  });

  it("does not read advice in prose as a result", () => {
    expect(
      labs([
        lines([
          "25-OH Vitamin D below 25 nmol/L: severe deficiency.",
          "Aim for vitamin D above 30 ng/mL.",
          "Recheck calcium in 6 weeks.",
        ]),
      ]),
    ).toEqual([]);
  });

  it("follows the language of the page", () => {
    expect(
      labs(
        [
          table(
            ["Parameter", "Ergebnis", "Einheit", "Referenzbereich", "Datum"],
            [["Kalzium", "2,42", "mmol/l", "2,15 - 2,55", "12.05.2026"]],
          ),
        ],
        { lang: "de" },
      ),
    ).toMatchObject([{ analyte: "CA", value: 2.42, unit: "mmol/l", date: "2026-05-12" }]);
  });
});
