import { describe, expect, it } from "vitest";
import { facts, items, lines, pairs, region, row, table } from "./support/page";

/** Figures beside a test that are a rule, a summary, a row number, another specimen's or another day's. */
const LABS = { headings: ["Labs"] };
type Regions = Parameters<typeof facts>[0];
const values = (...regions: Regions) =>
  facts(regions).labs.map(({ analyte, result }) => [
    analyte,
    result.kind === "number" ? `${result.comparator ?? ""}${result.value}` : result.text,
  ]);

describe("rules and examples", () => {
  it.each([
    "Eligibility",
    "Notify if",
    "Lab triggers",
    "Example report",
    "Reflex rules",
    "Proficiency",
    "Cut-offs",
    "Criteria",
    "Thresholds",
    "Treatment parameters",
    "Patient education",
    "Goals",
    "Templates",
  ])("under %s", (title) =>
    expect(values(items(["Calcium: >= 8.5 mg/dL", "Creatinine: 1.5 mg/dL"], { headings: [title] }))).toEqual([]));
  it("in a column of triggers", () =>
    expect(values(table(["Lab", "Trigger"], [["Calcium", "< 8.5 mg/dL"]], LABS))).toEqual([]));
});

describe("what stands beside the value", () => {
  it.each<[string, string]>([
    ["TSH < 0.01 mIU/L", "<0.01"],
    ["TSH: ≤ 0.01 mIU/L", "<=0.01"],
    ["TSH < or = 0.01 mIU/L", "<=0.01"],
    ["TSH > 60 mIU/L", ">60"],
  ])("a comparator apart from its number: %s", (line, value) => {
    expect(values(items([line], LABS))).toEqual([["TSH", value]]);
    expect(values(lines([line], LABS))).toEqual([["TSH", value]]);
  });

  it.each<[string, string[], string[]]>([
    ["Calcitriol (1,25-OH2 Vit D)", ["Test name", "Value"], ["Calcitriol (1,25-OH2 Vit D)", "48 pg/mL"]],
    ["a part of it", ["Component", "Value"], ["Ionized", "4.4 mg/dL"]],
    ["a name over which nothing stands", ["", "Date", "Value"], ["Excretion", "02/11/2026", "7.4 mg/dL"]],
    ["another specimen", ["Date", "Method", "Value"], ["02/11/2026", "Urine, 24 h", "7.4 mg/dL"]],
  ])("a row about something else than the title above it: %s", (_, columns, row) =>
    expect(values(table(columns, [row], { headings: ["Results", "Calcium"] }))).toEqual([]));

  it("a row without a name is about the title above it", () =>
    expect(
      values(table(["Date", "Value"], [["02/11/2026", "8.4 mg/dL"]], { headings: ["Results", "Calcium"] })),
    ).toEqual([["CA", "8.4"]]));

  it.each([
    "TSH 2.1 mIU/L - normal",
    "ALP - 88 - U/L",
    "Albumin: 3.9 - g/dL",
    "Calcium — 8.6 – 10.3 mg/dL — 9.1",
  ])("a dash that separates is no flag: %s", (line) =>
    expect(facts([items([line], LABS)]).labs).toMatchObject([{ flag: null }]));

  it.each<[string, string | null]>([
    ["121 (H)*", "high"],
    ["121 (H) !", "high"],
    ["9.9 mg/dL high normal", null],
    ["1.01 mg/dL (c)", null],
  ])("the flag of %s is %s", (cell, flag) =>
    expect(facts([table(["Test", "Result"], [["ALP", cell]], LABS)]).labs).toMatchObject([{ flag }]));

  it("an arrow under Trend is none of the value", () =>
    expect(facts([table(["Test", "Result", "Trend"], [["Calcium", "9.1 mg/dL", "↓"]], LABS)]).labs).toMatchObject([
      { flag: null },
    ]));

  it("numbers of rows and laboratories", () => {
    expect(values(table([], [["2", "Albumin", "", "g/dL"]], LABS))).toEqual([]);
    expect(values(table(["Test", "Result"], [["Calcium 01", "8.1"]], LABS))).toEqual([]);
    expect(values(items(["Creatinine 01"], LABS))).toEqual([]);
  });

  it("of two values with a sign between them neither", () =>
    expect(values(table(["Test", "Result"], [["Creatinine", "1.1 > 1.4 mg/dL"]], LABS))).toEqual([]));

  it("what was taken back", () => {
    const rows = [
      ["Calcium", "8.1 mg/dL", "Replaced by corrected result"],
      ["PTH", "121 pg/mL", "Retracted"],
    ];
    expect(values(table(["Test", "Result", "Status"], rows, LABS))).toEqual([]);
  });

  it("a column of what was some time ago", () =>
    expect(values(table(["Test", "Most recent", "1 yr ago"], [["eGFR", "", "61"]], LABS))).toEqual([]));
});

describe("rows that sum up", () => {
  const sums = [
    "Count",
    "N",
    "Std dev",
    "Standard deviation",
    "SD",
    "Trend",
    "Slope",
    "Delta",
    "Change",
    "Max",
    "Minimum",
    "Lowest",
    "Highest",
    "Median",
    "Average",
    "Percentile",
    "Ideal",
    "Total",
    "Goal by 05/2026",
    "Target",
    "Mean",
    "Limits",
    "Reference",
    "Normal",
  ];
  it.each(sums)("%s: no result", (name) => {
    const rows = [
      ["02/11/2026", "8.1"],
      [name, "3"],
    ];
    expect(values(table(["Date", "Calcium (mg/dL)"], rows, LABS))).toEqual([["CA", "8.1"]]);
  });
  it.each(sums)("%s: no weight", (name) => {
    const rows = [
      ["02/11/2026", "61"],
      [name, "58"],
    ];
    const { vitals } = facts([table(["Date", "Weight (kg)"], rows, { headings: ["Vitals"] })]);
    expect(vitals.map(({ value }) => value)).toEqual([61]);
  });
});

describe("specimens", () => {
  it("of a row, in a table of days", () => {
    const rows = [
      ["Feb 11, 2026", "SERUM", "1.4"],
      ["Nov 02, 2025", "URINE", "88"],
    ];
    expect(values(table(["Date/Time", "Specimen", "CREATININE"], rows, LABS))).toEqual([["CREAT", "1.4"]]);
  });
  it("of a column", () =>
    expect(values(table(["Test", "Serum", "CSF"], [["Calcium", "", "4.9 mg/dL"]], LABS))).toEqual([]));
});

it.each([
  "Reviewed by M Quill on 02/20/2026",
  "May 2, 2025 | Calcium: 9.4 mg/dL",
])("%s above a list does not date it", (line) => {
  const [albumin] = facts([table(["Test", "Result"], [["Albumin", "3.9 g/dL"]], { ...LABS, says: [line] })]).labs;
  expect(albumin?.date).toBeNull();
});

describe("what a record says of all its pairs", () => {
  const calcium = (label: string, said: string) =>
    facts([
      pairs(
        [
          [label, said],
          ["Calcium", "9.2 mg/dL"],
          ["Albumin", "4.1 g/dL"],
        ],
        { headings: ["Labs"] },
      ),
    ]).labs.map(({ analyte }) => analyte);
  it.each([
    ["Specimen", "Urine"],
    ["Specimen type", "Urine, random"],
    ["Source", "Pleural fluid"],
    ["Status", "Cancelled"],
    ["Comment", "Wrong patient"],
    ["Notes", "Entered in error"],
  ])("%s: %s", (label, said) => expect(calcium(label, said)).toEqual([]));
  it.each([
    ["Specimen", "Serum"],
    ["Status", "Final"],
    ["Comment", "fasting"],
    ["Urine culture", "Negative"],
  ])("but: %s: %s", (label, said) => expect(calcium(label, said)).toEqual(["CA", "ALB"]));
  it("where it stands in place of heads, too", () => {
    const headed = (said: string) =>
      facts([region("pairs", ["Specimen", said], [row(["Calcium", "9.2 mg/dL"])], { headings: ["Labs"] })]).labs;
    expect(headed("Urine")).toEqual([]);
    expect(headed("Serum")).toHaveLength(1);
  });
});
