import { describe, expect, it } from "vitest";
import { facts, lines, pairs, region, row, table } from "./support/page";

type Read = [kind: string, value: number, unit: string | null, date: string | null];
const of = (...args: Parameters<typeof facts>): Read[] =>
  facts(...args).vitals.map(({ kind, value, unit, date }) => [kind, value, unit, date]);
const labelled = (label: string, value: string, lang = "en") => of([pairs([[label, value]])], { lang });
const grid = (columns: string[], ...cells: string[][]) => of([table(columns, cells)]);

describe("what is measured", () => {
  it.each<[string, string]>([
    ["BMI", "bmi"],
    ["Body mass index", "bmi"],
    ["Body Mass Index (BMI)", "bmi"],
    ["BMI (body mass index)", "bmi"],
    ["IMC", "bmi"],
    ["Weight", "weight"],
    ["Weight:", "weight"],
    ["Weight *", "weight"],
    ["WT", "weight"],
    ["Body weight", "weight"],
    ["Current weight", "weight"],
    ["Actual weight", "weight"],
    ["Weight measured", "weight"],
    ["Dosing weight", ""],
    ["Gewicht", "weight"],
    ["Körpergewicht", "weight"],
    ["Poids", "weight"],
    ["Peso", "weight"],
    ["Height", "height"],
    ["Ht", "height"],
    ["Body height", "height"],
    ["Standing height", "height"],
    ["Height/Length", "height"],
    ["Größe", "height"],
    ["Körpergröße", "height"],
    ["Taille", "height"],
    ["Talla", "height"],
    ["Altura", "height"],
    ["Statura", "height"],
    ["Birth weight", ""],
    ["Ideal weight", ""],
    ["Weight loss", ""],
    ["Sitting height", ""],
    ["Waist", ""],
    ["BMI percentile", ""],
  ])("%s: %s", (label, kind) => {
    const value =
      kind === "bmi" || label.startsWith("BMI") ? "23.4" : /ht$|h[öe]|gr|tal|alt|stat/i.test(label) ? "" : "";
    expect(labelled(label, value || "61").map(([what]) => what)).toEqual(kind === "" ? [] : [kind]);
  });

  it.each<[string, string | null]>([
    ["Weight (kg)", "kg"],
    ["Weight [lb_av]", "lb_av"],
    ["Weight {kg}", "kg"],
    ["Weight kg", "kg"],
    ["Weight in pounds", null],
    ["Weight (lbs)", "lbs"],
    ["Weight (grams)", null],
  ])("unit of %s: %s", (label, unit) => {
    expect(labelled(label, "61").map(([, , its]) => its)).toEqual(unit === null ? [] : [unit]);
  });

  it.each<[string, Read[]]>([
    ["BMI kg/m2", [["bmi", 23.4, "kg/m2", null]]],
    ["BMI (kg/m²)", [["bmi", 23.4, "kg/m2", null]]],
    ["BMI [kg/m^2]", [["bmi", 23.4, "kg/m^2", null]]],
  ])("unit of %s", (label, expected) => {
    expect(labelled(label, "23.4")).toEqual(expected);
  });
});

describe("one measurement", () => {
  it.each<[string, string, Read]>([
    ["Weight", "61.5 kg", ["weight", 61.5, "kg", null]],
    ["Weight", "61.5kg", ["weight", 61.5, "kg", null]],
    ["Weight", "61.5 (kg)", ["weight", 61.5, "kg", null]],
    ["Weight", "61.5 [kg]", ["weight", 61.5, "kg", null]],
    ["Weight", "61.5 kgs", ["weight", 61.5, "kgs", null]],
    ["Weight", "61.5 kilograms", ["weight", 61.5, "kilograms", null]],
    ["Weight", "135 pounds", ["weight", 135, "pounds", null]],
    ["Weight", "61500 g", ["weight", 61500, "g", null]],
    ["Weight", "61.5", ["weight", 61.5, null, null]],
    ["Weight", "61.5 kg.", ["weight", 61.5, "kg", null]],
    ["Height", "163 cms", ["height", 163, "cms", null]],
    ["Height", "163 centimeters", ["height", 163, "centimeters", null]],
    ["Height", "1630 mm", ["height", 1630, "mm", null]],
    ["Height", "64 inches", ["height", 64, "inches", null]],
    ["Height", '64 "', ["height", 64, '"', null]],
    ["Height", "5'", ["height", 60, "in", null]],
    ["Height", "5'4", ["height", 64, "in", null]],
    ["Height", "5 ' 4.5 \"", ["height", 64.5, "in", null]],
    ["Height", "5 ft", ["height", 60, "in", null]],
    ["Height", "5 ft. 4 in.", ["height", 64, "in", null]],
    ["Height", "5 feet 4 inches", ["height", 64, "in", null]],
    ["Height", "5'4''", ["height", 64, "in", null]],
  ])("%s: %s", (label, value, expected) => {
    expect(labelled(label, value)).toEqual([expected]);
  });

  it.each<[string, string]>([
    ["Weight", "61.5 cm"],
    ["Weight", "61.5 kg/m2"],
    ["Weight", "5' 4\""],
    ["Weight", "about 61 kg"],
    ["Weight", "61 kg (declined)"],
    ["Weight", "61 kg (goal)"],
    ["Weight", "61 kg 63 kg"],
    ["Weight", "-61 kg"],
    ["Weight", "0"],
    ["Weight", "0.0 kg"],
    ["Weight", ""],
    ["Height", "163 kg"],
    ["Height", "163 lb"],
    ["Height", "15' 4\""],
    ["BMI", "23.4 cm"],
    ["BMI", "23.4 kg"],
  ])("%s: %s is none", (label, value) => {
    expect(labelled(label, value)).toEqual([]);
  });

  it("with the day behind it", () => {
    expect(labelled("Weight", "61 kg (03/02/2026)")).toEqual([["weight", 61, "kg", "2026-03-02"]]);
    expect(labelled("Weight", "61 kg (03/02/2026 08:15)")).toEqual([["weight", 61, "kg", "2026-03-02"]]);
    expect(labelled("Weight", "61 kg | (03/02/2026)")).toEqual([["weight", 61, "kg", "2026-03-02"]]);
  });

  it("follows the language of the page", () => {
    expect(labelled("Gewicht", "61,5 kg", "de")).toEqual([["weight", 61.5, "kg", null]]);
    expect(labelled("Größe", "1,63 m", "de")).toEqual([["height", 1.63, "m", null]]);
  });
});

describe("a table with a column for each measure", () => {
  it("a row a day", () => {
    expect(
      grid(
        ["Date", "Weight (kg)", "Height (cm)", "BMI"],
        ["03/02/2026", "61", "163", "23"],
        ["01/05/2026", "63", "", "24"],
      ),
    ).toEqual([
      ["weight", 61, "kg", "2026-03-02"],
      ["height", 163, "cm", "2026-03-02"],
      ["bmi", 23, null, "2026-03-02"],
      ["weight", 63, "kg", "2026-01-05"],
      ["bmi", 24, null, "2026-01-05"],
    ]);
  });

  it("with its head among the rows", () => {
    expect(grid([], ["Taken", "Wt", "BP"], ["03/02/2026", "61 kg", "120/80"])).toEqual([
      ["weight", 61, "kg", "2026-03-02"],
    ]);
  });

  it("a row with two days has none; a year is no day", () => {
    expect(grid(["From", "To", "Weight (kg)"], ["03/02/2026", "04/02/2026", "61"])).toEqual([
      ["weight", 61, "kg", null],
    ]);
    expect(grid(["Year", "Weight (kg)"], ["2026", "61"])).toEqual([["weight", 61, "kg", null]]);
  });
});

describe("a table with a row for each measure", () => {
  it("takes the column of results, not the one before it", () => {
    expect(grid(["Vital", "Result", "Units"], ["Weight", "61", "kg"])).toEqual([["weight", 61, "kg", null]]);
    expect(grid(["Vital", "Prior value", "Value"], ["Weight", "63 kg", "61 kg"])).toEqual([["weight", 61, "kg", null]]);
    expect(grid(["Vital", "Last reading", "Reading"], ["Weight", "63 kg", "61 kg"])).toEqual([
      ["weight", 61, "kg", null],
    ]);
    expect(grid(["Vital", "Value"], ["Weight", ""])).toEqual([]);
  });

  it.each([
    "Wert",
    "Messwert",
    "Resultado",
    "Valor",
    "Valeur",
    "Valore",
    "Measurement",
    "Measured",
    "Readings",
  ])("under %s", (head) => {
    expect(grid(["", head, "Qty"], ["Weight", "61 kg", "63 kg"])).toEqual([["weight", 61, "kg", null]]);
  });

  it.each([
    "Goal",
    "Target",
    "Change",
    "Delta",
    "Prior",
    "Previous",
    "Last",
    "Range",
    "Percentile",
    "Comment",
    "Code",
  ])("nothing under %s", (head) => {
    expect(grid(["Vital", head], ["Weight", "58 kg"])).toEqual([]);
  });

  it("under another name only with a unit of its own, and alone", () => {
    expect(grid(["Vital", "Today"], ["Weight", "61 kg"])).toEqual([["weight", 61, "kg", null]]);
    expect(grid(["Vital", "Today"], ["Weight", "61"])).toEqual([]);
    expect(grid(["Vital", "Today"], ["Weight", "61 cm"])).toEqual([]);
    expect(grid(["Vital", "Clinic", "Home"], ["Weight", "61 kg", "62 kg"])).toEqual([]);
  });

  it("under days, each value of its day", () => {
    expect(grid(["Vital", "Unit", "03/02/2026", "01/05/2026"], ["Weight", "kg", "61", "63"])).toEqual([
      ["weight", 61, "kg", "2026-03-02"],
      ["weight", 63, "kg", "2026-01-05"],
    ]);
  });

  it("the hour behind the day", () => {
    expect(grid(["", "11/20/25 0805", "02/11/26 1042"], ["Weight", "62.1 kg (136 lb 14.5 oz)", "61.4 kg"])).toEqual([
      ["weight", 62.1, "kg", "2025-11-20"],
      ["weight", 61.4, "kg", "2026-02-11"],
    ]);
  });

  it("without heads: two values are none", () => {
    expect(grid([], ["Weight", "61 kg"])).toEqual([["weight", 61, "kg", null]]);
    expect(grid([], ["Weight", "61", "kg"])).toEqual([["weight", 61, "kg", null]]);
    expect(grid([], ["Weight", "61 kg", "63 kg"])).toEqual([]);
    expect(grid([], ["BMI", "23.4", "kg/m2"])).toEqual([["bmi", 23.4, "kg/m2", null]]);
  });

  it("two measures in one row", () => {
    expect(grid([], ["Weight", "61 kg", "Height", "163 cm"])).toEqual([
      ["weight", 61, "kg", null],
      ["height", 163, "cm", null],
    ]);
  });
});

describe("a day for the measure", () => {
  it("in the row, else the one above it", () => {
    expect(grid(["", "", ""], ["Weight", "61 kg", "03/02/2026"])).toEqual([["weight", 61, "kg", "2026-03-02"]]);
    const under = (around: { says?: string[]; headings?: string[] }) =>
      of([table([], [["Weight", "61 kg"]], around)]).map(([, , , date]) => date);
    expect(under({ says: ["03/02/2026"] })).toEqual(["2026-03-02"]);
    expect(under({ says: ["Taken 03/02/2026"] })).toEqual(["2026-03-02"]);
    expect(under({ says: ["Nurse | Taken on 03/02/2026"] })).toEqual(["2026-03-02"]);
    expect(under({ headings: ["Vitals 03/02/2026"] })).toEqual(["2026-03-02"]);
    expect(under({ says: ["2026"] })).toEqual([null]);
    expect(under({ says: ["03/02/2026", "04/02/2026"] })).toEqual([null]);
    expect(under({ says: ["Follow-up of the patient's weight since 03/02/2026"] })).toEqual([null]);
    expect(of([region("table", [], [row(["Weight", "61 kg"], "03/02/2026")])])).toEqual([
      ["weight", 61, "kg", "2026-03-02"],
    ]);
  });
});

describe("measures in a line", () => {
  it.each<[string, Read[]]>([
    ["Weight: 61 kg", [["weight", 61, "kg", null]]],
    ["Weight 61 kg", [["weight", 61, "kg", null]]],
    ["Weight:61 kg", [["weight", 61, "kg", null]]],
    [
      "Weight 61 kg, Height 163 cm",
      [
        ["weight", 61, "kg", null],
        ["height", 163, "cm", null],
      ],
    ],
    [
      "Wt 61 kg; Ht 163 cm",
      [
        ["weight", 61, "kg", null],
        ["height", 163, "cm", null],
      ],
    ],
    [
      "Weight 61 kg | BMI 23",
      [
        ["weight", 61, "kg", null],
        ["bmi", 23, null, null],
      ],
    ],
    ["BP 120/80  Weight 61 kg", [["weight", 61, "kg", null]]],
    ["Weight (kg): 61", [["weight", 61, "kg", null]]],
    ["Weight loss 3 kg", []],
    ["Lost weight 3 kg", []],
    ["Weight stable at 61 kg", []],
    ["Weight61kg", []],
  ])("%s", (text, expected) => {
    expect(of([lines([text])])).toEqual(expected);
  });

  it.each(["Patient education", "Plan of care", "Family history"])("nothing under %s", (heading) => {
    expect(of([lines(["Weight 61 kg"], { headings: [heading] })])).toEqual([]);
  });

  it("has its place and its words", () => {
    const [weight] = facts([pairs([["Weight", "61 kg"]])]).vitals;
    expect(weight?.evidence).toMatchObject({ from: "page", text: "Weight 61 kg" });
  });
});
