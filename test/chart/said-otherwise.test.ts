import { describe, expect, it } from "vitest";
import { facts, items, lines, pairs, region, row, table } from "./support/page";

/** What takes back, or gives to somebody or something else, what a row would say without it. */
const LABS = { headings: ["Results"] };
const MEDS = { headings: ["Current medications"] };
const PROBLEMS = { headings: ["Problem list"] };
type Regions = Parameters<typeof facts>[0];
const drugs = (...regions: Regions) => facts(regions).medications.map(({ ingredient, status }) => [ingredient, status]);
const found = (...regions: Regions) =>
  facts(regions).problems.flatMap(({ condition, negated }) => (condition === null ? [] : [[condition, negated]]));
const results = (...regions: Regions) =>
  facts(regions).labs.map(({ analyte, result, date }) => [analyte, result.kind === "number" ? result.value : "", date]);

describe("a list of what is taken", () => {
  it.each<[string, string, string]>([
    ["alendronate 70 mg - CANCELLED", "alendronate", "stopped"],
    ["raloxifene 60 mg (d/c'd)", "raloxifene", "stopped"],
    ["alendronate 70 mg weekly, changed to risedronate", "alendronate", "unknown"],
    ["Switched from alendronate to Prolia", "alendronate", "unknown"],
    ["Alendronate → Prolia", "alendronate", "unknown"],
    ["letrozole 2.5 mg, patient not sure if taking", "letrozole", "unknown"],
    ["Previously: alendronate 70 mg weekly", "alendronate", "unknown"],
    ["Alendronate 70 mg, arrêté en 2024", "alendronate", "stopped"],
    ["Alendronato 70 mg suspendido", "alendronate", "stopped"],
    ["Tried: Forteo", "teriparatide", "unknown"],
    ["PA pending: Forteo 20 mcg daily", "teriparatide", "unknown"],
    ["Refill request: alendronate 70 mg", "alendronate", "unknown"],
    ["alendronate 70 mg, order cancelled and placed again", "alendronate", "active"],
    ["Fosamax (alendronate) 70 mg, formerly Binosto", "alendronate", "active"],
  ])("%s", (entry, ingredient, status) => expect(drugs(items([entry], MEDS))).toEqual([[ingredient, status]]));

  it.each(["Allergic to Reclast", "Considering Evenity", "Pt prefers Prolia"])("%s: not taken", (entry) =>
    expect(drugs(items([entry], MEDS))).toEqual([]));

  const dose = (entry: string) => facts([items([entry], MEDS)]).medications[0]?.dosePerDayMg ?? null;
  it.each<[string, number | null]>([
    ["prednisone 5 mg + 1 mg daily", null],
    ["prednisone 5 mg daily (10 mg before)", null],
    ["prednisone 5 mg and 1 mg daily", null],
    ["prednisone .5 mg daily", 0.5],
    ["prednisone 5 mg: take 10 mg daily", 10],
    ["prednisone 5 mg tablet: take 2 tablets daily. What changed: how much to take", 10],
  ])("the dose of %s", (entry, mg) => expect(dose(entry)).toBe(mg));

  it("an amount under a head that is none of doses", () => {
    const heads = ["Drug", "Dose", "Frequency", "Lowered from"];
    expect(facts([table(heads, [["prednisone", "5 mg", "daily", "10 mg"]], MEDS)]).medications).toMatchObject([
      { dosePerDayMg: 5 },
    ]);
  });

  it("2.5 under Dose may be milligrams", () => {
    const of = (amount: string) =>
      facts([table(["Drug", "Dose", "Frequency"], [["prednisone 20 mg", amount, "daily"]], MEDS)]).medications[0];
    expect(of("2.5")?.dosePerDayMg).toBeNull();
    expect(of("0.5")?.dosePerDayMg).toBe(10);
    expect(of("1.5")?.dosePerDayMg).toBe(30);
  });

  it("an entry whose drug is not known is no title", () =>
    expect(drugs(items(["Fantasin 5 mg suspended", "alendronate 70 mg"], { headings: ["Medications"] }))).toEqual([
      ["alendronate", "unknown"],
    ]));

  it.each<[string[], string[]]>([
    [
      ["Drug", "Expiration date"],
      ["alendronate 70 mg", "02/11/2025"],
    ],
    [
      ["Drug", "Renewal date"],
      ["alendronate 70 mg", "02/11/2025"],
    ],
    [
      ["Date", "Drug", "Result"],
      ["02/11/2025", "Prolia 60 mg", "Not administered"],
    ],
    [[], ["Prolia (last 02/11/2025, next 08/11/2025, overdue)"]],
  ])("%j: %j begins no course and ends none", (heads, cells) =>
    expect(facts([table(heads, [cells], { headings: ["Medications"] })]).medications).toMatchObject([
      { start: null, stop: null },
    ]));

  it("a day of something else ends no course", () => {
    const of = (dates: string) =>
      facts([table(["Drug", "Dates"], [["alendronate 70 mg", dates]], { headings: ["Medications"] })]).medications[0];
    expect(of("03/12/2020 to unknown; reviewed 01/02/2026")?.stop).toBeNull();
    expect(of("03/12/2020 to 01/02/2021")?.stop).toBe("2021-01-02");
  });
});

describe("problems", () => {
  it("the clinical status, not how sure it is", () => {
    const heads = ["Problem", "Verification status", "Clinical status"];
    expect(facts([table(heads, [["Hyperthyroidism", "Confirmed", "Resolved"]], PROBLEMS)]).problems).toMatchObject([
      { status: "resolved" },
    ]);
  });

  it("under the relative who has it", () => {
    const heads = ["Condition", "Self", "Mother", "Father"];
    const rows = [
      ["Stroke", "", "X", ""],
      ["Osteoporosis", "X", "", ""],
    ];
    expect(found(table(heads, rows, PROBLEMS))).toEqual([["osteoporosis", false]]);
  });

  it.each(["denied by patient", "mother", "entered in error"])("remark %s", (remark) =>
    expect(found(table(["Diagnosis", "Comment"], [["Stroke", remark]], PROBLEMS))).toEqual([]));

  it.each([
    "Negative for: stroke, celiac disease, gastric bypass",
    "Neg: stroke, celiac disease, gastric bypass",
    "Pertinent negatives: stroke, celiac disease, gastric bypass",
    "None of the following: stroke, celiac disease, gastric bypass",
    "Absent: stroke, celiac disease, gastric bypass",
    "No: stroke, celiac disease, gastric bypass",
  ])("%s", (line) =>
    expect(
      found(lines([line], { headings: ["Past medical history"] }))
        .map(([, negated]) => negated)
        .sort(),
    ).toEqual([true, true, true]));

  it.each([
    "Stroke, celiac disease denied",
    "Osteoporosis treatment discussion",
    "Hyperparathyroidism work up in progress",
    "Celiac disease—never confirmed",
  ])("%s: none", (line) => expect(found(items([line], PROBLEMS)).filter(([, negated]) => !negated)).toEqual([]));

  it("the day of a visit is no onset", () => {
    const heads = ["Diagnosis", "Last visit", "First seen"];
    const [problem] = facts([table(heads, [["Rheumatoid arthritis", "02/11/2026", "01/02/2015"]], PROBLEMS)]).problems;
    expect(problem?.date).toBe("2015-01-02");
  });
});

describe("results", () => {
  it.each([
    "Due date",
    "Next date",
    "Date printed",
    "Discharge date",
    "Expiration date",
  ])("%s is no day of it", (head) =>
    expect(results(table(["Test", "Result", head], [["Calcium", "9.2 mg/dL", "02/11/2025"]], LABS))).toEqual([
      ["CA", 9.2, null],
    ]));

  it.each(["Hemolyzed; do not use", "Specimen mix-up", "Redraw requested"])("remark %s", (remark) =>
    expect(results(table(["Test", "Result", "Comment"], [["Calcium", "9.2 mg/dL", remark]], LABS))).toEqual([]));

  it("Void", () =>
    expect(results(table(["Test", "Result", "Status"], [["Calcium", "9.2 mg/dL", "Void"]], LABS))).toEqual([]));

  it.each(["Average", "Mean value", "Peak", "Baseline"])("under %s", (head) =>
    expect(results(table(["Test", head], [["Calcium", "9.2 mg/dL"]], LABS))).toEqual([]));

  it.each(["Nutrition", "TPN order", "Dietary intake"])("under %s: what goes in", (title) =>
    expect(results(table(["Item", "Value"], [["Calcium", "800"]], { headings: [title] }))).toEqual([]));
  it("under a title that is also one of results", () =>
    expect(results(table(["Test", "Value"], [["Calcium", "9.2"]], { headings: ["Nutrition labs"] }))).toHaveLength(1));

  it("a measure in a table, and whether it is met", () =>
    expect(results(table(["Measure", "Status"], [["HbA1c < 8", "Met"]], { headings: ["Care gaps"] }))).toEqual([]));

  it("a dash behind the day is no flag", () =>
    expect(facts([items(["Calcium - 02/11/2026 - 9.2"], LABS)]).labs).toMatchObject([{ flag: null }]));
});

describe("vital signs and alcohol", () => {
  const weights = (...regions: Regions) => facts(regions).vitals.map(({ value, date }) => [value, date]);
  it("pairs of which the first looks like heads", () => {
    const told = (...rows: [string, string][]) =>
      region(
        "pairs",
        ["Vital", "Weight"],
        rows.map((cells) => row(cells)),
        { headings: ["Vitals"] },
      );
    expect(weights(told(["Previous", "61 kg"], ["Value", "58 kg"]))).toEqual([]);
    expect(weights(pairs([["Weight", "61 kg"]], { headings: ["Vitals"] }))).toEqual([[61, null]]);
  });
  it("a row of what was", () =>
    expect(weights(table(["", "Weight"], [["Previous", "61 kg"]], { headings: ["Vitals"] }))).toEqual([]));
  it("the day it is due", () =>
    expect(
      weights(table(["Vital", "Value", "Due"], [["Weight", "61 kg", "02/11/2025"]], { headings: ["Vitals"] })),
    ).toEqual([[61, null]]));

  it.each<[string, number[]]>([
    ["Yes", [2]],
    ["Not Currently", []],
    ["Former", []],
  ])("drinks a week beside %s", (use, drinks) => {
    const heads = ["Alcohol use", "Standard Drinks/Week"];
    const { alcoholDrinksPerDay } = facts([table(heads, [[use, "14"]], { headings: ["Social history"] })]);
    expect(alcoholDrinksPerDay.map(({ value }) => value)).toEqual(drinks);
  });
});

it("a patch is named by what it gives a day, however often it is changed", () =>
  expect(facts([items(["estradiol patch 0.1 mg/day, change weekly"], MEDS)]).medications).toMatchObject([
    { ingredient: "estrogens", route: "transdermal", dosePerDayMg: null },
  ]));

it("what is ordered is no result yet", () =>
  expect(results(lines(["Calcium 9.2, Albumin 4.1."], { headings: ["Labs ordered"] }))).toEqual([]));
