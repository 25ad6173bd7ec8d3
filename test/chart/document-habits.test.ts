import { describe, expect, it } from "vitest";
import { structured } from "../../src/chart/structure";
import { facts, items, lines, snapshot, table } from "./support/page";
import { rowSent, tableSent } from "./support/sent";

const RESULTS = { headings: ["Results"] };
const MEDS = { headings: ["Medications"] };
const PROBLEMS = { headings: ["Problems"] };

describe("results in exchanged documents", () => {
  const printed = (value: string, name = "Calcium") =>
    facts([table(["Test", "Result"], [[name, value]], RESULTS)]).labs.map(({ result }) => result);

  it.each([
    "Lab Test Result Value",
    "Lab Test Result",
    "Test Result Value",
    "Laboratory Result Value",
  ])("a column %s holds results", (head) => {
    const read = facts([
      table(["Lab Test Name", head, "Lab Test Result Date"], [["Calcium", "9.2", "02/11/2026"]], RESULTS),
    ]);
    expect(read.labs).toMatchObject([{ result: { value: 9.2 }, date: "2026-02-11" }]);
  });

  it("from when to when a result holds dates it by the first", () => {
    const columns = ["Start", "Stop", "Description", "Value"];
    const rows = [["2026-02-11T10:42:15Z", "2026-02-12", "Calcium", "9.2 mg/dL"]];
    expect(facts([table(columns, rows, RESULTS)]).labs).toMatchObject([{ date: "2026-02-11" }]);
  });

  it.each<[string[], string[], string | null]>([
    [["Order Date", "Result Date"], ["02/09/2026", "02/11/2026"], "2026-02-11"],
    [["Created Date", "Date"], ["02/12/2026", "02/11/2026"], "2026-02-11"],
    [["Order Date", "Requisition"], ["02/09/2026", "71"], null],
    [["Entered Date", "Lab"], ["02/12/2026", "Hill"], "2026-02-12"],
  ])("of the days %j", (heads, days, date) => {
    const list = table(["Test", ...heads, "Result"], [["Calcium", ...days, "9.2 mg/dL"]], RESULTS);
    expect(facts([list]).labs).toMatchObject([{ date }]);
  });

  it("the value once more in another unit is the same value", () => {
    expect(printed("9.2 mg/dL (2.30 mmol/L)")).toMatchObject([{ value: 9.2, unit: "mg/dL" }]);
  });
  it.each([
    "9.2 mg/dL (8.9 mg/dL)",
    "9.2 (2.30 mmol/L)",
    "9.2 mg/dL (was 2.10 mmol/L)",
    "9.2 mg/dL (2.30)",
  ])("%s: which is the result is not told", (value) => expect(printed(value)).toEqual([]));

  it.each<[string[], string]>([
    [["TSH", "2.31", "m[IU]/L"], "m[IU]/L"],
    [["TSH", "2.31 u[IU]/mL", ""], "u[IU]/mL"],
    [["ALP", "71 [iU]/L (L)", ""], "[iU]/L"],
  ])("units as UCUM writes them: %j", (cells, unit) => {
    const [lab] = facts([table(["Test", "Result", "Units"], [cells], RESULTS)]).labs;
    expect(lab?.result).toMatchObject({ unit, canonical: { value: Number.parseFloat(cells[1] ?? "") } });
  });

  it.each<[string, string, string | null]>([
    ["HGB (M 13-18 g/dl; F 12-16 g/dl)", "HGB", "g/dl"],
    ["Ferritin (M 20-300; F 10-120)", "Ferritin", null],
  ])("%s: the ranges of both sexes are none of the name", (name, label, unit) => {
    const read = facts([table([], [[name, "13.2"]], RESULTS)]);
    expect(read.labs).toMatchObject([{ label, result: { value: 13.2, unit }, range: null }]);
  });

  it.each<[string, string | null]>([
    ["Abnormal: High", "high"],
    ["Abnormal Low", "low"],
    ["High risk drug", null],
  ])("%s among the details: flag %s", (details, flag) => {
    const read = facts([table(["Test", "Result", "Details"], [["Calcium", "9.2", details]], RESULTS)]);
    expect(read.labs).toMatchObject([{ flag }]);
  });

  it.each([
    ["Note", "cancelled by lab"],
    ["Comments", "Rejected: hemolyzed"],
    ["Status", "Aborted"],
  ])("%s: %s: no result", (head, text) => {
    const read = facts([table(["Test", "Result", head], [["Calcium", "9.2", text]], RESULTS)]).labs;
    expect(read.filter(({ status }) => status !== "cancelled")).toEqual([]);
  });

  it("the row of a panel with its day in the column of days", () => {
    const columns = ["Date", "Description", "Value", "Details"];
    const rows = [
      ["Resulted on: | 11-Feb-2026 00:27", "COMP METABOLIC PANEL", "", ""],
      ["", "Calcium", "9.2 mg/dL", ""],
    ];
    expect(facts([table(columns, rows, RESULTS)]).labs).toMatchObject([{ date: "2026-02-11" }]);
  });
});

describe("results in running text", () => {
  const read = (text: string, heading = "Laboratory Data") =>
    facts([lines([text], { headings: [heading] })]).labs.map(({ analyte, result, date }) => [
      analyte,
      result.kind === "number" ? result.value : null,
      date,
    ]);

  it.each<[string, unknown[]]>([
    [
      "Laboratory: Calcium 9.2 mg/dL, albumin 4.1 g/dL, 25-OH vitamin D 17 ng/mL (30-100). Hemoglobin 10.2, hematocrit 31.",
      [
        ["CA", 9.2, null],
        ["ALB", 4.1, null],
        ["VITD", 17, null],
        ["HGB", 10.2, null],
      ],
    ],
    [
      "02/11/2026: PTH 88, TSH 2.31",
      [
        ["PTH", 88, "2026-02-11"],
        ["TSH", 2.31, "2026-02-11"],
      ],
    ],
    ["Labs: Na 140, K 4.1, and albumin 4.1", [["ALB", 4.1, null]]],
  ])("%s", (text, expected) => expect(read(text)).toEqual(expected));

  it.each([
    "Labs from last year: calcium 11.2, PTH 88",
    "Previously calcium 11.2, PTH 88",
    "In 2019, calcium 10.9 mg/dL, PTH 88",
    "Goal: calcium 9.0, PTH 40",
    "Calcium was 11.2, PTH 88",
    "Calcium 9.2, down from 10.1",
    "Notify if calcium 11, creatinine 2",
    "Week 1, creatinine 3",
    "Visit 3, calcium 9.2 mg/dL",
    "Urine: calcium 250, creatinine 90",
    "Labs in 2019. Calcium 9.2, PTH 88",
  ])("%s: a part is no result of today", (text) => expect(read(text)).toEqual([]));

  it("only where results stand", () => {
    for (const heading of ["Lab Instructions", "Family History", "Medications"])
      expect(read("Calcium 9.2, albumin 4.1", heading)).toEqual([]);
  });
});

describe("lines whose every part names what it holds", () => {
  it("a result", () => {
    const line = "Test: Calcium; Result: 9.2 mg/dL; Reference Range: 8.6-10.3; Flag: L; Date: 02/11/2026";
    expect(facts([items([line], RESULTS)]).labs).toMatchObject([
      { analyte: "CA", result: { value: 9.2 }, flag: "low", date: "2026-02-11" },
    ]);
  });

  it("a drug", () => {
    const line = "Medication: alendronate 70 mg tablet, Sig: 1 tablet weekly, Start Date: 03/12/2024, Status: Active";
    expect(facts([lines([line], MEDS)]).medications).toMatchObject([
      { label: "alendronate 70 mg tablet", dosePerDayMg: 10, start: "2024-03-12", status: "active" },
    ]);
  });

  it("a problem", () => {
    const line = "Problem: Osteopenia; Onset: 12/31/2021; Status: Resolved";
    expect(facts([items([line], PROBLEMS)]).problems).toMatchObject([
      { condition: "osteopenia", label: "Osteopenia", date: "2021-12-31", status: "resolved" },
    ]);
  });

  it("vital signs of one day", () => {
    const line = "Date: 02/11/2026; Height: 162 cm; Weight: 61.4 kg";
    expect(facts([lines([line], { headings: ["Vital Signs"] })]).vitals).toMatchObject([
      { kind: "height", value: 162, date: "2026-02-11" },
      { kind: "weight", value: 61.4, date: "2026-02-11" },
    ]);
  });

  it.each([
    "Test: Calcium; Goal: 9.2 mg/dL; Date: 02/11/2026",
    "Test: Calcium; Previous Result: 9.9 mg/dL; Date: 02/11/2026",
  ])("%s: no result", (line) => expect(facts([items([line], RESULTS)]).labs).toEqual([]));

  it("a name with a label behind it is a name", () => {
    const line = "Osteopenia - Onset: 12/31/2021, Status: Active";
    expect(facts([items([line], PROBLEMS)]).problems).toMatchObject([{ condition: "osteopenia", status: "active" }]);
  });
});

describe("medications in exchanged documents", () => {
  const of = (columns: string[], cells: string[]) => facts([table(columns, [cells], MEDS)]).medications[0];

  it.each(["Last fill date", "Last Filled", "First Fill Date"])("%s is no day on which it was begun", (head) => {
    expect(of(["Medication", head], ["alendronate 70 mg tablet", "02/11/2026"])?.start).toBeNull();
  });

  it.each<[string, string | null, string | null]>([
    ["March 12, 2024 to ongoing", "2024-03-12", null],
    ["From: March 12, 2024 To: Unknown", "2024-03-12", null],
    ["From 03/12/2024 to present", "2024-03-12", null],
    ["From: 01/05/2023 To: 06/30/2023", "2023-01-05", "2023-06-30"],
    ["to 06/30/2023", null, null],
    ["Unknown to 06/30/2023", null, null],
    ["Refill due 03/12/2024", null, null],
    ["03/12/2024 to be reviewed", null, null],
  ])("%s: from %s to %s", (dates, start, stop) => {
    expect(of(["Medication", "Dates"], ["alendronate 70 mg tablet", dates])).toMatchObject({ start, stop });
  });

  it("the label ends before what stands in brackets behind it", () => {
    expect(of(["Medication"], ["Alendronate 70 MG Oral Tablet [Fosamax]"])?.label).toBe(
      "Alendronate 70 MG Oral Tablet",
    );
  });

  /** What one tablet holds may stand in the column of doses alone. */
  it.each<[string, string, number | null]>([
    ["70 mg", "Take 1 tablet by mouth once a week.", 10],
    ["70 mg", "once a week | 1 wk Take 1 tablet by mouth once a week.", 10],
    ["70 mg", "Take 2 tablets by mouth once a week.", null],
    ["70 mg", "Take 1/2 tablet by mouth once a week.", null],
    ["70 mg", "Take 1 tablet weekly, then 2 tablets", null],
    ["35 mg/5 mL", "Take 1 tablet by mouth once a week.", null],
  ])("a dose of %s, %s: %j mg a day", (dose, sig, perDay) => {
    expect(of(["Name", "Dose", "Directions"], ["Fosamax", dose, sig])?.dosePerDayMg ?? null).toBe(perDay);
  });

  it.each<[string, number | null]>([
    ["5 MG Oral Tablet, 2 tablets daily", 10],
    ["5 mg tablet - take 1 tablet daily", 5],
    ["10 MG Oral Tablet, 1 tablet daily", null],
  ])("directions that begin with the product: %s", (sig, perDay) => {
    expect(of(["Medication", "Directions"], ["prednisone 5 MG Oral Tablet", sig])?.dosePerDayMg).toBe(perDay);
  });

  /** A bare number of a column of doses may count tablets or milligrams. */
  it.each<[string[], string[], number | null]>([
    [["Medication", "Dose", "Unit", "Frequency"], ["alendronate 70 mg tablet", "70", "mg", "every 7 days"], 10],
    [["Medication", "Dose", "Units", "Frequency"], ["prednisone 5 mg tablet", "1", "tablet", "BID"], 10],
    [["Medication", "Dose", "Frequency"], ["prednisone 5 mg tablet", "2", "daily"], 10],
    [["Medication", "Dose", "Frequency"], ["prednisone 5 mg tablet", "5", "daily"], null],
    [["Medication", "Dose", "Frequency"], ["prednisone 2.5 mg tablet", "10", "daily"], null],
    [["Medication", "Dose", "Frequency"], ["prednisone 1 mg tablet", "1", "daily"], null],
    [["Medication", "Days", "Sig"], ["prednisone 5 mg tablet", "30", "1 daily"], 5],
    [["Medication", "PRN", "Sig"], ["prednisone 5 mg tablet", "Yes", "1 tablet daily"], null],
    [["Medication", "PRN?", "Sig"], ["prednisone 5 mg tablet", "No", "1 tablet daily"], 5],
    [["Medication", "Days to Exp", "Sig"], ["alendronate 70 mg tablet", "45", "1 tablet weekly"], 10],
    [["Medication", "Days to Exp"], ["alendronate 70 mg tablet take 1 PO once weekly Qty:12 Repeats:3", "45"], 10],
  ])("%j %j: %j mg a day", (columns, cells, perDay) => {
    expect(of(columns, cells)?.dosePerDayMg).toBe(perDay);
  });

  /** A remark says what became of the drug when it begins with that. */
  it.each<[string, string]>([
    ["Stopped due to reflux", "stopped"],
    ["Patient discontinued in May", "stopped"],
    ["On hold until dental work", "unknown"],
    ["Not started yet", "planned"],
    ["First dose 12/01/2026", "planned"],
    ["First dose 09/14/2025", "unknown"],
    ["Dental work planned in May", "unknown"],
    ["Switch planned to denosumab", "unknown"],
    ["Taper starting next week", "unknown"],
    ["Started after calcium was stopped", "unknown"],
    ["Mother discontinued hers", "unknown"],
  ])("the remark %s: %s", (remark, status) => {
    expect(of(["Medication", "Sig", "Comment"], ["alendronate 70 mg", "1 tablet weekly", remark])?.status).toBe(status);
  });

  it("directions in a row of their own across the table", () => {
    const columns = ["Medication", "Start Date", "Status"];
    const rows = [
      rowSent(columns, { head: true }),
      rowSent(["alendronate 70 mg tablet", "03/12/2024", "Active"]),
      rowSent([["Sig: Take 1 tablet by mouth once a week", 3]]),
      rowSent(["prednisone 5 mg tablet", "01/05/2023", "Inactive"]),
    ];
    const sent = tableSent(rows, { headings: ["Medications"] });
    expect(facts(structured(snapshot([sent])).regions).medications).toMatchObject([
      { dosePerDayMg: 10, status: "active" },
      { dosePerDayMg: null, status: "stopped" },
    ]);
  });

  it("a status among the details is none of the directions, nor is what the pack holds", () => {
    const name = "Fosamax 70 MG Oral Tablet | TAKE 1 TABLET WEEKLY. | Quantity: | 12";
    expect(of(["Name", "Dates", "Details"], [name, "", "Active"])).toMatchObject({
      dosePerDayMg: 10,
      status: "active",
    });
  });
});

describe("problems in exchanged documents", () => {
  it.each<[string[], string[], object]>([
    [["Problem", "Dates"], ["Osteopenia", "Effective: 12/31/2021"], { date: "2021-12-31" }],
    [["Problem", "Dates"], ["Osteopenia", "From 05/01/2019 to present"], { date: "2019-05-01" }],
    [["Problem", "Dates"], ["Osteopenia", "to 05/01/2019"], { date: null }],
    [
      ["Start", "Stop", "Problem"],
      ["2020-10-05", "2020-12-01", "Osteopenia"],
      { date: "2020-10-05", status: "resolved" },
    ],
    [["Problem", "Start - Stop"], ["Osteopenia", "Dec-31-2021 -"], { date: "2021-12-31", status: null }],
    [["Start", "Stop", "Problem"], ["2020-10-05", "-", "Osteopenia"], { date: "2020-10-05", status: null }],
    [["Problem", "Status"], ["Osteopenia", "Not active"], { status: "inactive" }],
    [[], ["Osteopenia - Onset: 10/05/2020, Status: Resolved, Resolved: 12/01/2020"], { status: "resolved" }],
  ])("%j %j", (columns, cells, expected) => {
    expect(facts([table(columns, [cells], PROBLEMS)]).problems).toMatchObject([
      { condition: "osteopenia", ...expected },
    ]);
  });
});

describe("alcohol under a head of its own", () => {
  const drinks = (columns: string[], cells: string[]) =>
    facts([table(columns, [cells], { headings: ["Social History"] })]).alcoholDrinksPerDay.map(({ value }) => value);
  it.each<[string, string, number[]]>([
    ["Standard Drinks/Week", "7 (1 standard drink = 0.6 oz pure alcohol)", [1]],
    ["Drinks per day", "2", [2]],
    ["Drinks/Week", "0", [0]],
    ["Drinks/Week", "7-14", []],
    ["Drinks/Week", "7 (2019)", []],
    ["Drinks", "7", []],
  ])("%s: %s", (head, count, expected) => expect(drinks(["Alcohol Use", head], ["Yes", count])).toEqual(expected));
  it("not under coffee", () => expect(drinks(["Caffeine", "Drinks/Day"], ["Coffee", "3"])).toEqual([]));
  it("a sentence that ends with a year ends there", () =>
    expect(
      facts([lines(["Quit smoking in 2010. Drinks one glass of wine daily."], { headings: ["Social History"] })])
        .alcoholDrinksPerDay,
    ).toMatchObject([{ value: 1 }]));
});
