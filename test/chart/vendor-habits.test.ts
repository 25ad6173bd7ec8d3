import { describe, expect, it } from "vitest";
import { facts, items, lines, region, row, table } from "./support/page";

const RESULTS = { headings: ["Results"] };
const MEDS = { headings: ["Medications"] };
const PROBLEMS = { headings: ["Problems"] };

describe("results", () => {
  const labs = (...regions: Parameters<typeof facts>[0]) =>
    facts(regions).labs.map(({ analyte, result, date, flag }) => [
      analyte,
      result.kind === "number" ? result.value : null,
      date,
      flag,
    ]);
  const one = (value: string, columns = ["Component", "Value", "Ref Range"]) =>
    facts([table(columns, [["Calcium", value, "8.6-10.3 mg/dL"]], RESULTS)]).labs;

  it.each([
    ["9.2 (L) Comment: slight hemolysis", 9.2],
    ["9.2 Comment: Deficiency: <20 ng/mL; Insufficiency: 20-29 ng/mL", 9.2],
  ])("a remark behind the value is none of it: %s", (printed, value) => {
    expect(one(printed)).toMatchObject([{ result: { value } }]);
  });

  it.each([
    "9.2 Comment: cancelled",
    "9.2 Comment: entered in error",
    "9.2 Comment: please disregard",
  ])("%s: taken back", (printed) => expect(one(printed)).toEqual([]));

  it("the title of an entry that holds a table is the table's heading", () => {
    const head = ["Component", "Value", "Ref Range"];
    const told = (title: string, value: string) =>
      `${title} | ${head.join(" | ")} | Calcium | ${value} | 8.6-10.3 mg/dL`;
    const list = items(
      [told("BASIC PANEL (Wed Feb 11, 2026 10:42 AM)", "9.2"), told("BASIC PANEL (Thu Nov 20, 2025 8:05 AM)", "9.7")],
      RESULTS,
    );
    const tables = ["9.2", "9.7"].map((value) => table(head, [["Calcium", value, "8.6-10.3 mg/dL"]], RESULTS));
    expect(labs(list, ...tables)).toEqual([
      ["CA", 9.2, "2026-02-11", null],
      ["CA", 9.7, "2025-11-20", null],
    ]);
  });

  it("two entries that begin alike date neither", () => {
    const text = "BASIC PANEL (Feb 11, 2026) | Component | Value | Calcium | 9.2";
    const list = items([text, text.replace("Feb 11", "Mar 12")], RESULTS);
    expect(labs(list, table(["Component", "Value"], [["Calcium", "9.2"]], RESULTS))).toEqual([["CA", 9.2, null, null]]);
  });

  it("name and day of a panel that stand in its first row only hold for the rows below", () => {
    const columns = ["Test Name", "Date and Time", "Element", "Result", "Flag"];
    const rows = [
      ["Metabolic panel", "Feb-11-2026 10:42 AM", "Calcium", "9.2 mg/dL", ""],
      ["", "", "Albumin", "4.1 g/dL", ""],
      ["Other panel", "", "Magnesium", "2.1 mg/dL", ""],
    ];
    expect(labs(table(columns, rows, RESULTS))).toEqual([
      ["CA", 9.2, "2026-02-11", null],
      ["ALB", 4.1, "2026-02-11", null],
      ["MG", 2.1, null, null],
    ]);
  });

  it.each([
    "Basic metabolic panel | 11-Feb-2026",
    "Resulted on: 11-Feb-2026 00:27 | COMP METABOLIC PANEL",
  ])("%s dates the rows below it", (title) => {
    const rows = [
      [title, "Laboratory: Hill Street 12, second floor, room 4, Beaverton OR 97006"],
      ["", "Calcium 9.2 mg/dL"],
    ];
    expect(labs(table([], rows, RESULTS))).toEqual([["CA", 9.2, "2026-02-11", null]]);
  });

  it.each([
    "Result - Unit",
    "Result/Units",
    "Observed Value",
    "Reported Value",
    "Measurement",
  ])("a column %s holds results", (head) =>
    expect(labs(table(["Test", head], [["Calcium", "9.2 mg/dL"]], RESULTS))).toEqual([["CA", 9.2, null, null]]));

  it("a flag in words and as a code is one flag, two different ones are none", () => {
    const flagged = (flag: string) => labs(table(["Test", "Result", "Flag"], [["Calcium", "9.2", flag]], RESULTS));
    expect(flagged("High | H")).toEqual([["CA", 9.2, null, "high"]]);
    expect(flagged("High | L")).toEqual([["CA", 9.2, null, null]]);
  });

  it("a unit in brackets behind the range is the unit", () => {
    const columns = ["Name", "Value", "Reference Range"];
    const [lab] = facts([table(columns, [["Calcium", "9.2", "8.6-10.3 (mg/dL)"]], RESULTS)]).labs;
    expect(lab).toMatchObject({ result: { unit: "mg/dL" }, range: { low: 8.6, high: 10.3 } });
  });

  it.each([
    "Albumin: 4.1 g/dL (3.5-5.0) - 02/11/2026",
    "Albumin: 4.1 g/dL -",
    "Albumin 4.1 g/dL + 02/11/2026",
  ])("a dash between value and day is no flag: %s", (line) =>
    expect(facts([items([line], RESULTS)]).labs.map(({ flag }) => flag)).toEqual([null]));

  it("a column of units stays one", () => {
    const columns = ["Test", "Result Value", "Result Unit"];
    expect(facts([table(columns, [["Calcium", "9.2", "mg/dL"]], RESULTS)]).labs).toMatchObject([
      { result: { value: 9.2, unit: "mg/dL" } },
    ]);
  });

  it.each([
    "2026-02-11T10:42:00Z",
    "02/11/2026 22:00:00 America/Chicago",
    "2026-02-11T10:42:00-06:00",
  ])("%s is a day", (when) =>
    expect(labs(table(["Test", "Result", "Date"], [["Calcium", "9.2", when]], RESULTS))[0]?.[2]).toBe("2026-02-11"));

  it("what stands beside a title that is another's gives nothing", () => {
    const list = region("list", [], [row(["Family history", "Mother: hip fracture; calcium 12.5 mg/dL"])]);
    expect(facts([list]).labs).toEqual([]);
  });
});

describe("medications", () => {
  const columns = ["Medication", "Sig", "Start Date", "Status"];
  const med = (name: string, sig: string, status = "Active", start = "") =>
    facts([table(columns, [[name, sig, start, status]], MEDS)]).medications[0];

  it.each([
    ["alendronate (FOSAMAX) 70 mg tablet", "Take 1 tablet (70 mg total) by mouth every 7 days.", 10],
    ["Fosamax (alendronate) 70 mg tablet", "1 tablet once a week", 10],
    [
      "alendronate 70 mg tablet",
      "1 tablet 30 minutes before the first food, beverage or medicine of the day once a week",
      10,
    ],
    ["alendronate 70 mg tablet", "1 tablet every week in the morning, at least 30 minutes before first food", 10],
    ["prednisone 5 mg tablet", "take one-half tablet by mouth every day", 2.5],
    ["prednisone 1 mg tablet", "B.I.D (1-0-1)", 2],
    ["prednisone 5 mg tablet", "1-0-1", 10],
    ["alendronate", "70 mg = 1 tab(s), PO, qWeek, # 12 tab(s), 3 Refill(s)", 10],
    ["prednisone", "5 mg = 1 tab(s), PO, Daily, # 30 tab(s)", 5],
    ["prednisone 5 mg tablet", "Give 1 tablet by mouth one time a day for RA until 06/30/2027 23:59", 5],
    ["prednisone 5 mg tablet", "Take one and one-half tablets daily", 7.5],
    ["prednisone 5 mg tablet", "1 tablet daily until seen", null],
    ["prednisone 5 mg tablet", "T.I.D (1-0-1)", null],
    ["prednisone 5 mg tablet", "B.I.D (2-0-2)", null],
  ])("%s, %s: %j mg a day", (name, sig, perDay) => {
    expect(med(name, sig)?.dosePerDayMg).toBe(perDay);
  });

  it("the day in the next column is not the day it was stopped", () => {
    const head = ["Medication", "Status", "Start Date"];
    const list = table(head, [["prednisone 5 mg tablet", "Discontinued", "Jan 05, 2024"]], MEDS);
    expect(facts([list]).medications).toMatchObject([{ status: "stopped", start: "2024-01-05", stop: null }]);
  });

  it("from when to when, and how it stands, in brackets behind the order", () => {
    const read = facts([
      items(
        [
          "Fosamax 70 MG Oral Tablet, 1 tablet once weekly (2024-03-12 to Present, Active)",
          "Prednisone 10 MG Oral Tablet, 1 tablet daily (2023-01-05 to 2023-06-30, Discontinued)",
        ],
        MEDS,
      ),
    ]).medications;
    expect(read).toMatchObject([
      { status: "active", start: "2024-03-12", stop: null, dosePerDayMg: 10 },
      { status: "stopped", start: "2023-01-05", stop: "2023-06-30", dosePerDayMg: 10 },
    ]);
  });

  it("what was administered was given on that day, not begun", () => {
    const head = ["Medication Order", "MAR Action", "Action Date", "Dose"];
    const rows = [["zoledronic acid (RECLAST) 5 mg/100 mL IVPB", "Given", "02/11/2026 11:20 AM", "5 mg"]];
    const list = table(head, rows, { headings: ["Administered Medications"] });
    expect(facts([list]).medications).toMatchObject([{ start: null, lastGiven: "2026-02-11" }]);
  });

  it.each([
    "Medication Name and Strength",
    "Medication & Strength",
    "Medication/Dose",
  ])("a column %s names the drug", (head) => {
    const list = table([head, "Pharmacy Term"], [["ALENDRONATE 70MG TAB", "Active"]], MEDS);
    expect(facts([list]).medications).toMatchObject([{ ingredient: "alendronate", status: "active" }]);
  });

  describe("a line above each list says what to do with its drugs", () => {
    const list = (drug: string, ...says: string[]) =>
      table(["Medication", "Instructions"], [[drug, "1 tablet daily"]], { headings: ["Discharge Medications"], says });
    const statuses = (...lists: ReturnType<typeof list>[]) => facts(lists).medications.map(({ status }) => status);
    const [START, KEEP, STOP] = ["START", "CONTINUE", "STOP"].map((what) => `${what} taking these medications`) as [
      string,
      string,
      string,
    ];
    it("its own line stands first", () => {
      const lists = [
        list("calcium 600 mg", START, KEEP),
        list("levothyroxine 50 mcg", KEEP, STOP),
        list("alendronate 70 mg", STOP),
      ];
      expect(statuses(...lists)).toEqual(["planned", "active", "stopped"]);
    });
    it("a list without a line does not take that of the next", () => {
      expect(statuses(list("levothyroxine 50 mcg", STOP), list("alendronate 70 mg", STOP))).toEqual([
        "unknown",
        "unknown",
      ]);
    });
  });

  it("a sentence about the patient is no entry of the list", () => {
    expect(facts([lines(["Patient is currently taking alendronate 70 mg tablet"], MEDS)]).medications).toEqual([]);
  });
});

describe("problems", () => {
  it("a line of codes below the name is no second problem, nor hides it the status", () => {
    const rows = [["Osteopenia (disorder) | SNOMED-CT: 312894000, ICD-9: 733.90", "Active | SNOMED-CT: 55561003"]];
    expect(facts([table(["Diagnosis", "Status"], rows, PROBLEMS)]).problems).toMatchObject([
      { condition: "osteopenia", status: "active" },
    ]);
  });

  it.each<[string[], string[], object]>([
    [["Problem", "Noted Date"], ["Osteopenia", "12/31/2021"], { date: "2021-12-31" }],
    [["Problem", "Effective Dates"], ["Osteopenia", "Oct-05-2020 - Dec-01-2020"], { date: "2020-10-05" }],
    [["Problem", "When"], ["Osteopenia", "Onset: 31-Dec-2021"], { date: "2021-12-31" }],
    [["Code", "System", "Description/Comments"], ["312894000", "SNOMED-CT", "Osteopenia"], { condition: "osteopenia" }],
    [[], ["Osteopenia: Status - Resolved"], { condition: "osteopenia", status: "resolved" }],
    [[], ["Osteopenia", "Status: Resolved as of 01-Dec-2020"], { condition: "osteopenia", status: "resolved" }],
  ])("%j %j", (columns, cells, expected) => {
    expect(facts([table(columns, [cells], PROBLEMS)]).problems).toMatchObject([
      { condition: "osteopenia", ...expected },
    ]);
  });
});

describe("fractures that are none", () => {
  it.each([
    "Age-related osteoporosis w/o current pathological fracture",
    "Osteoporosis without current pathologic fracture",
    "Fracture of tooth",
    "Broken tooth, upper left",
  ])("%s", (problem) => {
    const read = facts([table(["Problem", "Status"], [[problem, "Active"]], PROBLEMS)]);
    expect([read.fractures, read.fractureHistory]).toEqual([[], []]);
  });
  it("the osteoporosis is one all the same", () => {
    const problem = "Age-related osteoporosis w/o current pathological fracture";
    expect(facts([items([problem], { headings: ["Active Problems"] })]).problems).toMatchObject([
      { condition: "osteoporosis", status: "active" },
    ]);
  });
});

describe("vital signs", () => {
  it.each([
    ["Weight", "61.4 kg (135 lb 5.8 oz)", 61.4, "kg"],
    ["Weight", "61.4 kilograms(kg)", 61.4, "kilograms"],
    ["Height", "162 cm (5 ft 4 in)", 162, "cm"],
    ["Height", "162 cm (5' 3.78\")", 162, "cm"],
    ["Weight", "135 lbs 6 oz", 135.375, "lb"],
    ["Height", '162 cm (64")', 162, "cm"],
    ["BMI Calculated", "23.2", 23.2, null],
    ["BMI", "23.24 Index", 23.24, null],
    ["Weight", "135.4 Lbs (Wheelchair)", 135.4, "Lbs"],
    ["Height", "64.0 Inches (Lying down)", 64, "Inches"],
    ["Body height | LOINC: 8302-2", "162 cm", 162, "cm"],
  ])("%s %s", (label, value, number, unit) => {
    const signs = table(["Vital Sign", "Value"], [[label, value]], { headings: ["Vital signs"] });
    expect(facts([signs]).vitals).toMatchObject([{ value: number, unit }]);
  });
});
