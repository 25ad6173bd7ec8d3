import { describe, expect, it } from "vitest";
import type { Region } from "../../src/chart/snapshot";
import { banner, facts, items, pairs, region, row, table } from "./support/page";

/** Wrong values that changed pages brought to light, each in its smallest form. */
describe("what was once read and not there", () => {
  it("the bound of a range is not the result where the number beside it is not understood", () => {
    expect(facts([table([], [["Estimated GFR", ">60", "44/{1.73_m2}"]])]).labs).toEqual([]);
    expect(facts([table([], [["Estimated GFR", ">60", "final"]])]).labs).toMatchObject([
      { result: { comparator: ">" } },
    ]);
  });

  it("a text with a title of its own in a cell is none of the list", () => {
    const said = "Patient education | A vitamin D of 80 ng/mL is too high. Fosamax 70 mg is taken once weekly. | Mild";
    const allergies = table(["Allergen", "Reaction"], [["Codeine", said]], { headings: ["Allergies"] });
    const drugs = table(["Medication", "Sig"], [["Prednisone 5 mg tablet", `1 tablet daily | ${said}`]], {
      headings: ["Medications"],
    });
    const read = facts([allergies, drugs]);
    expect(read.allergies.filter(({ ingredient }) => ingredient === "alendronate")).toEqual([]);
    expect(read.medications.map(({ ingredient, dosePerDayMg }) => [ingredient, dosePerDayMg])).toEqual([
      ["prednisone", 5],
    ]);
    expect(read.labs).toEqual([]);
  });

  it("a billing code beside a test is no result", () => {
    expect(facts([table([], [["CPT", "83036", "Glycated hemoglobin test"]])]).labs).toEqual([]);
  });

  it("a column that is none of dates does not date the result", () => {
    const [calcium] = facts([
      table(["Test", "Result", "Units", "Modified"], [["Calcium", "9.3", "mg/dL", "02/11/2011"]]),
    ]).labs;
    expect(calcium?.date).toBeNull();
  });

  it("where it is unclear whether a day is of the entry above it or below it, no entry has it", () => {
    const unclear = (name: string, value: string, unit: string): Region => ({
      ...region("table", ["Test", "Result", "Units"], [row([name, value, unit], "Collected: 02/11/2026")]),
      daysUnclear: true,
    });
    const read = facts([unclear("Calcium", "9.3", "mg/dL"), unclear("Body weight", "61", "kg")]);
    expect(read.labs.map(({ date }) => date)).toEqual([null]);
    expect(read.vitals.map(({ date }) => date)).toEqual([null]);
  });

  it("hemoglobin S is a kind of hemoglobin, and a percentage is a share of it", () => {
    const rows = [
      ["Hemoglobin S", "38.1", "g/dL"],
      ["Hemoglobin", "61", "%"],
    ];
    expect(facts([table(["Test", "Result", "Units"], rows)]).labs).toEqual([]);
  });

  it("a comment with 'previous' in it does not stop the drugs below it", () => {
    const rows = [
      ["Alendronate 70 mg tablet", "1 tablet once a week", "Active"],
      ["Comment: previous order was lost.", "", ""],
      ["Prednisone 5 mg tablet", "1 tablet daily", ""],
    ];
    const { medications } = facts([table(["Medication", "Directions", "Status"], rows, { headings: ["Medications"] })]);
    expect(medications.map(({ ingredient, status }) => [ingredient, status])).toEqual([
      ["alendronate", "active"],
      ["prednisone", "unknown"],
    ]);
  });

  it.each([
    ["Prednisolone 5 mg tablet 2 tablet(s), once a day 30 day(s)", 10],
    ["Alendronate 70 mg tablet 1 tablet(s), once a week 12 week(s)", 10],
    ["Dexamethasone 4 mg tablet 1 tablet once a sennight", null],
    ["Prednisone 5 mg tablet take 1,250 mg daily", null],
  ])("%s", (text, perDay) => {
    const { medications } = facts([items([text], { headings: ["Active medications"] })]);
    expect(medications.map(({ dosePerDayMg }) => dosePerDayMg)).toEqual([perDay]);
  });

  it("'current' elsewhere in a sentence about smoking says nothing of it", () => {
    const note = "Advised to follow her current routine of exercise. Chest film because of smoking.";
    expect(facts([items([note.replace(". ", ", ")], { headings: ["Notes"] })]).smoking).toEqual([]);
    expect(facts([items(["Current Smoking Status"], { headings: ["Social history"] })]).smoking).toEqual([]);
    const [smoking] = facts([
      pairs([["Smoking status", "Current every day smoker"]], { headings: ["Social history"] }),
    ]).smoking;
    expect(smoking?.value).toBe("current");
  });

  it("a drug with 'allergy' in its name is no heading of allergies", () => {
    const list = items(["Flonase Allergy Relief 50 mcg"], { headings: ["Medications", "Flonase Allergy Relief"] });
    expect(facts([list]).allergies).toEqual([]);
  });

  it("a column that asks something else does not deny the problem", () => {
    const rows = [["Rheumatoid arthritis", "no", "Active"]];
    const list = table(["Problem", "Reviewed", "Status"], rows, { headings: ["Problems"] });
    expect(facts([list]).problems.map(({ negated }) => negated)).toEqual([false]);
  });

  it("what was measured before is not the measurement", () => {
    const rows = [["2026-01-12", "BMI", "24.9", "n/a"]];
    expect(facts([table(["Date", "Measure", "Previous", "Value"], rows, { headings: ["Vitals"] })]).vitals).toEqual([]);
  });

  it("a figure under another name is no measurement, whether one stands under its own or not", () => {
    const heads = ["Vital sign", "Code", "Qty", "Value", "Unit", "Prior result"];
    const { vitals } = facts([table(heads, [["BMI", "39156-5", "60", "27.4", "kg/m2", "702.8"]])]);
    expect(vitals).toMatchObject([{ kind: "bmi", value: 27.4 }]);
    expect(facts([table(heads, [["BMI", "39156-5", "60", "see note", "", "702.8"]])]).vitals).toEqual([]);
    expect(facts([table(["Vital sign", "Qty"], [["Body weight", "60"]])]).vitals).toEqual([]);
    expect(facts([table(["Vital sign", "Most recent"], [["Body weight", "60 kg"]])]).vitals).toMatchObject([
      { value: 60 },
    ]);
  });

  it.each(["Ideal", "Normal value", "Expected", "Usual"])("a weight under %s is not the patient's", (head) => {
    expect(facts([table(["Vital sign", head], [["Body weight", "60 kg"]])]).vitals).toEqual([]);
  });

  it("a number beside the name of the code system is a code only in the column of codes", () => {
    const heads = ["Medication", "Code system", "Prior result", "Code", "Status"];
    const { medications } = facts([table(heads, [["alendronate 70 mg tablet", "RxNorm", "791.5", "904", "Active"]])]);
    expect(medications).toMatchObject([{ rxnorm: "904" }]);
    const without = facts([table(heads.toSpliced(3, 1), [["alendronate 70 mg tablet", "RxNorm", "791.5", "Active"]])]);
    expect(without.medications).toMatchObject([{ rxnorm: null }]);
  });

  it("a title in capitals is no part of the name", () => {
    const [who] = facts([], { banner: banner(["MRS. ADA MARSH", "DOB: 04/02/1958", "Female"]) }).identities;
    expect(who?.name).toBe("ADA MARSH");
  });

  it("a woman whose sex is written in two elements is no man", () => {
    const [who] = facts([], { banner: banner(["Ada Marsh", "DOB: 04/02/1958", "Fe", "male"]) }).identities;
    expect(who).toMatchObject({ name: "Ada Marsh", sex: null });
  });

  it("a date in a part about the sex at birth is no birth date, and words for an empty field are no name", () => {
    const pieces = ["No Information Entered", "Male", "08/13/2011"].map((text) => ({ text, hints: "BirthSexInfo" }));
    const block = pieces.map(({ text, hints }, ref) => ({ ref, text, label: null, block: 0, hints }));
    expect(facts([], { banner: block }).identities).toEqual([]);
  });

  it("an order that was to start years ago is no plan, and a symbol beside the status hides none", () => {
    const heads = ["Medication", "Start", "Status"];
    const order = "Omeprazole 20 mg tablet Take 1 daily for 10 days starting from 6/22/2015";
    const status = (word: string) =>
      facts([table(heads, [[order, "06/22/2015", word]])]).medications.map((one) => one.status);
    expect(status("")).toEqual(["unknown"]);
    expect(status("Completed ⓘ")).toEqual(["stopped"]);
  });

  it("words for birth in capitals are no part of the name", () => {
    const [who] = facts([], { lang: "fr", banner: banner(["MARSH ADA NÉE LE 02/04/1958 FEMME"]) }).identities;
    expect(who).toMatchObject({ name: "MARSH ADA", birthDate: "1958-04-02" });
  });

  it("a date beside the sex at birth is no birth date", () => {
    const identities = facts([], { banner: banner(["Marsh, Ada", "Female", ["Birth sex", "01/05/2019"]]) }).identities;
    expect(identities.filter(({ birthDate }) => birthDate !== null)).toEqual([]);
  });

  it.each([
    "Sex Assigned At Birth",
    "Gender recorded at birth",
    "Place of birth",
    "Last birth",
  ])("a date under %s is no birth date", (label) => {
    const pieces = ["Social History Observation", "Reviewed", "Female", [label, "01/05/2019"]] as const;
    const { identities } = facts([], {
      banner: banner(pieces.map((piece) => (typeof piece === "string" ? piece : [...piece]))),
    });
    expect(identities).toEqual([]);
  });

  it("one American date does not turn the dates of a French page round", () => {
    const rows = [["Calcium", "2,28", "mmol/L", "04/05/2026"]];
    const columns = ["Analyse", "Résultat", "Unité", "Date"];
    const [calcium] = facts([table(columns, rows), items(["09/18/2011"])], { lang: "fr" }).labs;
    expect(calcium?.date).toBe("2026-05-04");
  });
});
