import { describe, expect, it } from "vitest";
import { facts, region, row, table } from "./support/page";

/** Fields below each other, as a table without heads. */
const fields = (heading: string, ...told: [string, string][]) =>
  region(
    "table",
    [],
    told.map((cells) => row(cells)),
    { headings: [heading] },
  );

describe("fields below each other are records", () => {
  it("results", () => {
    const told = fields(
      "Results",
      ["Test:", "Calcium"],
      ["Result:", "9.2 mg/dL"],
      ["Date:", "02/11/2026"],
      ["Test:", "25-OH Vitamin D"],
      ["Result:", "17 ng/mL"],
      ["Flag:", "Low"],
      ["Date:", "11/20/2025"],
    );
    expect(facts([told]).labs).toMatchObject([
      { analyte: "CA", result: { value: 9.2 }, flag: null, date: "2026-02-11" },
      { analyte: "VITD", result: { value: 17 }, flag: "low", date: "2025-11-20" },
    ]);
  });

  it("a drug", () => {
    const told = fields(
      "Medications",
      ["Medication", "prednisone 10 mg tablet"],
      ["Instructions", "Take 1 tablet daily"],
      ["Start Date", "01/05/2023"],
      ["Status", "Discontinued"],
    );
    expect(facts([told]).medications).toMatchObject([
      { ingredient: "prednisone", status: "stopped", start: "2023-01-05", dosePerDayMg: 10 },
    ]);
  });

  it("a drug whose name is the title above them", () => {
    const told = fields("alendronate 70 mg tablet", ["Instructions", "1 tablet weekly"], ["Status", "Active"]);
    const list = { ...told, headings: ["Medications", ...told.headings] };
    expect(facts([list]).medications).toMatchObject([{ ingredient: "alendronate", status: "active" }]);
  });

  it("a problem", () => {
    const told = fields("Problems", ["Problem", "Osteopenia"], ["Onset", "12/31/2021"], ["Status", "Resolved"]);
    expect(facts([told]).problems).toMatchObject([{ condition: "osteopenia", date: "2021-12-31", status: "resolved" }]);
  });
  it("of a relative is none", () => {
    const told = fields("Problems", ["Problem", "Osteopenia"], ["Relation", "Mother"], ["Status", "Active"]);
    expect(facts([told]).problems).toEqual([]);
  });

  it("a test without a result of its own does not take that of the next", () => {
    const told = fields("Results", ["Test", "Calcium"], ["Test", "Albumin"], ["Result", "4.1 g/dL"]);
    expect(facts([told]).labs).toMatchObject([{ analyte: "ALB", result: { value: 4.1 } }]);
  });

  it.each<[string, ...[string, string][]]>([
    ["a second result", ["Test", "Calcium"], ["Result", "9.2 mg/dL"], ["Result", "17 ng/mL"]],
    ["a goal", ["Test", "Calcium"], ["Goal", "9.2 mg/dL"], ["Date", "02/11/2026"]],
    ["the result before", ["Test", "Calcium"], ["Previous Result", "9.9 mg/dL"], ["Date", "02/11/2026"]],
    ["what is usual", ["Test", "Calcium"], ["Reference Range", "8.6-10.3 mg/dL"], ["Date", "02/11/2026"]],
    ["the least", ["Test", "Calcium"], ["Minimum Value", "8.6"], ["Date", "02/11/2026"]],
  ])("%s is no result", (_, ...told) => expect(facts([fields("Results", ...told)]).labs).toEqual([]));
});

describe("heads of two things", () => {
  const results = (columns: string[], cells: string[]) =>
    facts([table(columns, [cells], { headings: ["Results"] })]).labs.map(({ result }) => result);
  it.each<[string[], string[], object[]]>([
    [["Test", "Value / Unit"], ["Calcium", "9.2 mg/dL"], [{ value: 9.2, unit: "mg/dL" }]],
    [["Test", "Value / Status", "Unit"], ["Calcium", "9.2", "mg/dL"], [{ value: 9.2, unit: "mg/dL" }]],
    // heads above each other: the lower one tells
    [["Test", "Result / Value", "Result / Unit"], ["Calcium", "9.2", "mg/dL"], [{ value: 9.2, unit: "mg/dL" }]],
    [["Test", "Minimum value", "Test Result"], ["Calcium", "8.6", "9.2"], [{ value: 9.2 }]],
  ])("%j %j", (columns, cells, expected) => expect(results(columns, cells)).toMatchObject(expected));

  it("a drug, its strength and its form", () => {
    const columns = ["Medication / Strength / Form", "Sig"];
    const list = table(columns, [["alendronate 70 mg tablet", "1 tablet weekly"]], { headings: ["Medications"] });
    expect(facts([list]).medications).toMatchObject([{ ingredient: "alendronate", dosePerDayMg: 10 }]);
  });
});
