import { describe, expect, it } from "vitest";
import { facts, items, region, row, table } from "./support/page";

const note = (...paragraphs: string[][]) => facts([items(paragraphs.map((lines) => lines.join(" | ")))]);

describe("a note whose paragraphs bring their titles along", () => {
  it("a list with bullets: each line under the short line above it", () => {
    const { medications } = note([
      "Current Medications",
      "Taking",
      "• Fosamax 70 MG Tablet 1 tablet Orally once a week",
      "• Omeprazole 20 MG Capsule 1 capsule Orally Once a day",
      "Not-Taking/PRN",
      "• Evista 60 MG Tablet 1 tablet Orally Once a day",
      "Discontinued",
      "• predniSONE 10 MG Tablet 1 tablet Orally Once a day",
      "Medication list reviewed and reconciled with the patient today",
    ]);
    expect(medications.map(({ ingredient, status }) => [ingredient, status])).toEqual([
      ["alendronate", "active"],
      ["omeprazole", "active"],
      ["raloxifene", "stopped"],
      ["prednisone", "stopped"],
    ]);
  });

  it("the patient's past is not the family's", () => {
    const read = note(
      ["Past Medical History", "Osteopenia.", "Wrist fracture 2019 (fall from standing)."],
      ["Family History", "Mother: hip fracture at 80.", "Father: osteoporosis."],
    );
    expect(read.fractures).toMatchObject([{ site: "wrist", date: "2019" }]);
    expect(read.problems.map(({ condition }) => condition)).not.toContain("osteoporosis");
  });

  it.each([
    "Possible vertebral fracture, ruled out by MRI 2024",
    "r/o hip fracture",
    "High risk of hip fracture",
    "Suspected compression fracture L1",
    "On alendronate to prevent further fractures",
    "Fracture prevention discussed",
    "Hip fracture: at high risk",
    "Elevated risk for fragility fractures",
  ])("%s: a fracture that was only thought of is none", (line) => {
    const read = note(["Past Medical History", line, "Hypothyroidism."]);
    expect([read.fractures, read.fractureHistory]).toEqual([[], []]);
  });

  it.each([
    ["Hip fracture 2019, on alendronate to prevent further fractures", "hip", "2019"],
    ["At risk of falls; wrist fracture 2016", "wrist", "2016"],
    ["Vertebral fracture 2021 with high risk of another fracture", "vertebra", "2021"],
  ])("%s: what may come does not undo what was", (line, site, date) => {
    expect(note(["Past Medical History", line, "Hypothyroidism."]).fractures).toMatchObject([{ site, date }]);
  });

  it.each([
    [["Medication", "alendronate 70 mg weekly", "Discontinued"]],
    [["Medications", "alendronate 70 mg weekly", "Discontinued"]],
  ])("an entry keeps the line that says it was stopped: %j", (entry) => {
    const { medications } = note(entry);
    expect(medications.filter(({ status }) => status !== "stopped")).toEqual([]);
  });

  it("the same title again and again is the label of a record", () => {
    const { fractures, problems } = note(
      ["Past medical history", "Hip fracture", "Ruled out"],
      ["Past medical history", "Osteopenia", "Ruled out"],
    );
    expect([fractures, problems]).toEqual([[], []]);
  });

  it("a problem keeps the line that rules it out", () => {
    expect(note(["Problem", "Hip fracture", "Ruled out"], ["Active Problems", "Osteopenia"]).fractures).toEqual([]);
  });

  it("an entry of several lines is no paragraph", () => {
    const read = facts([items(["Osteopenia | Onset 2019 | Active"], { headings: ["Problems"] })]);
    expect(read.problems.map(({ condition }) => condition)).toContain("osteopenia");
  });
});

describe("a list of results without heads", () => {
  const results = (...rows: string[][]) =>
    facts([
      region(
        "list",
        [],
        rows.map((cells) => row(cells)),
      ),
    ]).labs;

  it("two bounds with a unit are the range, and the unit is the value's", () => {
    expect(results(["CALCIUM", "10.6", "8.6-10.4 mg/dL"])).toMatchObject([
      { analyte: "CA", result: { value: 10.6, unit: "mg/dL" }, range: { low: 8.6, high: 10.4 } },
    ]);
  });

  it("a bound alone lends no unit", () => {
    expect(results(["CALCIUM", "10.6", "< 10.4 mg/dL"]).map(({ result }) => result)).not.toMatchObject([
      { unit: "mg/dL" },
    ]);
  });
});

it("a day with the hour of the sample stands over its column", () => {
  const { labs } = facts([
    table(
      ["Chemistry", "11/01/26 0630", "10/12/26 0715", "Reference", "Units"],
      [["Calcium", "8.1 L", "9.2", "8.5-10.1", "mg/dL"]],
    ),
  ]);
  expect(labs.map(({ date, result }) => [date, "value" in result && result.value])).toEqual([
    ["2026-11-01", 8.1],
    ["2026-10-12", 9.2],
  ]);
});

it("a month with a number behind it is no day with an hour", () => {
  const { labs } = facts([table(["Chemistry", "05/2026 2030", "Units"], [["Calcium", "8.1", "mg/dL"]])]);
  expect(labs.filter(({ date }) => date !== null)).toEqual([]);
});

describe("a day behind the title of a group", () => {
  const dated = (group: string, headings: string[]) => {
    const one = region("grid", ["Test", "Result", "Units"], [row(["Calcium", "9.1", "mg/dL"], group)], { headings });
    return facts([one]).labs.map(({ date }) => date);
  };
  it.each([
    ["CMP, serum 10/02/2026", []],
    ["Comprehensive metabolic panel 10/02/2026", []],
    ["Routine draw 10/02/2026", ["Laboratory results"]],
  ])("%s under %j dates its rows", (title, headings) => expect(dated(title, headings)).toEqual(["2026-10-02"]));

  it.each([
    ["Seen by Dr Amory 10/02/2026", []],
    ["CMP received 10/02/2026", ["Laboratory results"]],
    ["Insurance effective 10/02/2026", ["Laboratory results"]],
  ])("%s under %j does not", (title, headings) => expect(dated(title, headings)).toEqual([null]));
});
