import { describe, expect, it } from "vitest";
import { banner, facts, items, lines, pairs, region, row, table } from "./support/page";

/** Rows and records that name whose they are, and rows that only their neighbours place. */
const HERS = {
  banner: banner([
    ["Name", "Vera Anders"],
    ["DOB", "03/09/1955"],
    ["MRN", "55102"],
  ]),
};
const LABS = { headings: ["Results"] };
type Regions = Parameters<typeof facts>[0];
const values = (...regions: Regions) =>
  facts(regions, HERS).labs.map(({ analyte, result }) => [analyte, result.kind === "number" ? result.value : null]);

describe("a record that names its patient", () => {
  const record = (label: string, name: string) =>
    values(
      pairs(
        [
          ["Test", "Calcium"],
          [label, name],
          ["Result", "9.6 mg/dL"],
        ],
        LABS,
      ),
    );
  it.each([
    ["Patient", "Otto Brandt"],
    ["Patient name", "BRANDT, OTTO"],
    ["Subject", "Otto Brandt"],
    ["Recipient", "Otto Brandt"],
  ])("%s %s is another", (label, name) => expect(record(label, name)).toEqual([]));
  it.each([
    ["Patient", "Vera Anders"],
    ["Patient name", "ANDERS, VERA"],
    ["Ordering", "Otto Brandt"],
    ["Patient", "fasting"],
  ])("%s %s is not", (label, name) => expect(record(label, name)).toEqual([["CA", 9.6]]));
});

describe("a title that names a person", () => {
  const under = (heading: string) =>
    values(table(["Test", "Result"], [["Calcium", "9.6 mg/dL"]], { headings: ["Results", heading] }));
  it.each([
    "Brandt, Otto",
    "BRANDT, OTTO (M, 78)",
    "Brandt, Otto - CMP 03/02/2026",
    "Otto Anders",
  ])("%s is another", (heading) => expect(under(heading)).toEqual([]));
  it.each([
    "Anders, Vera",
    "Vera Anders",
    "ANDERS, VERA (F, 71)",
    "Brandt, Otto MD",
    "Portland, OR",
    "Glucose, Fasting",
    "Minerals, Trace",
    "Basic Metabolic",
  ])("%s is none", (heading) => expect(under(heading)).toEqual([["CA", 9.6]]));
  it("a divider too", () => {
    const rows = [row(["Calcium", "9.9 mg/dL"], "Brandt, Otto"), row(["Calcium", "9.6 mg/dL"], "Anders, Vera")];
    expect(values(region("table", ["Test", "Result"], rows, LABS))).toEqual([["CA", 9.6]]);
  });
});

describe("a list with a column of people or of their numbers", () => {
  const list = (head: string, ...people: string[]) =>
    values(
      table(
        [head, "Test", "Result"],
        people.map((person) => [person, "Calcium", "9.6 mg/dL"]),
        LABS,
      ),
    );
  it.each([
    ["Patient/MRN", "Brandt, Otto 99731"],
    ["Patient (DOB)", "Brandt, Otto (01/01/1950)"],
    ["Patient name and DOB", "Brandt, Otto 01/01/1950"],
    ["Recipient", "Otto Brandt"],
    ["MRN", "99731"],
    ["Patient ID", "99731"],
  ])("%s", (head, person) => expect(list(head, person)).toEqual([]));
  it("several numbers, though one is hers", () => expect(list("MRN", "55102", "99731")).toEqual([]));
  it("her own number alone", () =>
    expect(list("MRN", "0055102", "")).toEqual([
      ["CA", 9.6],
      ["CA", 9.6],
    ]));
  it("a number that is of the order", () => expect(list("Order no", "99731")).toEqual([["CA", 9.6]]));
});

describe("a creatinine without a word of its specimen", () => {
  const list = (...rows: [string, string][]) => values(table(["Test", "Result"], rows, LABS));
  it.each([
    "Urine culture",
    "Microalbumin",
    "Protein, urine",
    "Protein/Creat ratio, ur",
    "UACR",
  ])("behind or before %s is left out", (beside) => {
    expect(list([beside, "8"], ["Creatinine", "61 mg/dL"])).toEqual([]);
    expect(list([beside, "8"], ["Creatinine", "1.1 mg/dL"])).toEqual([]);
    expect(list(["Creatinine", "1.1 mg/dL"], [beside, "8"])).toEqual([]);
  });
  it.each([
    ["Urine creatinine", "Microalbumin"],
    ["Creatinine, urine", "UACR"],
  ])("stays where the list also has its %s", (urine, ratio) =>
    expect(list(["Creatinine", "1.1 mg/dL"], [urine, "61 mg/dL"], [ratio, "8"])).toEqual([["CREAT", 1.1]]));
  it.each<[string, number | null]>([
    ["1.1 mg/dL", 1.1],
    ["12 mg/dL", 12],
    ["61 mg/dL", null],
    ["97 umol/L", 97],
    ["8100 umol/L", null],
    ["0.09 mmol/L", 0.09],
    ["8.1 mmol/L", null],
  ])("%s", (text, value) => expect(list(["Creatinine", text])).toEqual(value === null ? [] : [["CREAT", value]]));
  it("two rows away from a test of urine it is of blood", () =>
    expect(list(["Urine culture", "no growth"], ["TSH", "2.1 mIU/L"], ["Creatinine", "1.1 mg/dL"])).toEqual([
      ["TSH", 2.1],
      ["CREAT", 1.1],
    ]));
  it("below a title of urine with dashes beside it nothing is of blood, until the next title", () =>
    expect(
      list(
        ["URINE CHEMISTRY", "-"],
        ["Calcium", "8.9 mg/dL"],
        ["Volume", "900"],
        ["SERUM", "-"],
        ["Calcium", "9.6 mg/dL"],
      ),
    ).toEqual([["CA", 9.6]]));
  it.each(["Urines", "Biochimie urinaire", "Esame urine", "Urina", "Orina", "Urine portie"])("under %s", (heading) =>
    expect(
      values(
        table(
          ["Test", "Result"],
          [
            ["Creatinine", "1.1 mg/dL"],
            ["Calcium", "9.6 mg/dL"],
          ],
          { headings: ["Results", heading] },
        ),
      ),
    ).toEqual([]));
});

describe("a figure behind the name of something else", () => {
  const measured = (...cells: string[]) =>
    facts([region("table", [], [row(cells)])]).vitals.map(({ kind, value }) => [kind, value]);
  it.each([
    ["BMI", "above normal", "BSA", "1.7"],
    ["Height", "Pulse", "72"],
    ["Height", "refused", "160"],
    ["BMI", "not calculated", "24"],
  ])("%s | %s | %s …", (...cells) => expect(measured(...cells)).toEqual([]));
  it.each([
    ["Height", "cm", "160"],
    ["Height", "(standing)", "160 cm"],
    ["Height", "03/02/2026", "160 cm"],
    ["Height", "160 cm", "Pulse", "72"],
  ])("%s | %s | %s …", (...cells) => expect(measured(...cells)).toEqual([["height", 160]]));
  it("under heads that come twice", () =>
    expect(facts([table(["Vital", "Value", "Vital", "Value"], [["BMI", "n/a", "BSA", "1.7"]])]).vitals).toEqual([]));
});

describe("words to the reader of a text", () => {
  it.each(["Your FRAX major is 22 %, hip 4 %.", "FRAX tells you: major 22 %, hip 4 %."])("%s", (line) =>
    expect(facts([lines([line])]).frax).toEqual([]));
  it.each([
    "Your spine T-score should be better than -1.0.",
    "You want a spine T-score of -1.0.",
    "Try to keep the spine T-score at -1.0",
  ])("%s", (line) => expect(facts([lines([line], { headings: ["DXA"] })]).dxa).toEqual([]));
});

it.each([
  ["Lumbar spine T-score (2.1)", []],
  ["Lumbar spine T-score: (2.1), femoral neck T-score -1.7", [["FN", -1.7]]],
  ["Lumbar spine T-score (-2.1)", [["LS", -2.1]]],
  ["Lumbar spine (T-score 2.1)", [["LS", 2.1]]],
])("brackets may be a minus: %s", (line, scores) =>
  expect(facts([lines([line], { headings: ["DXA"] })]).dxa.map(({ site, t }) => [site, t])).toEqual(scores));

describe("an active order with a remark", () => {
  const status = (remark: string, head = "Comment") =>
    facts([
      table(["Medication", "Status", head], [["Risedronate 35 mg weekly", "Active", remark]], {
        headings: ["Medications"],
      }),
    ]).medications.map((one) => one.status)[0];
  it.each([
    "never filled",
    "Not started",
    "not started yet",
    "Pt did not pick up",
    "Not picked up by patient",
    "Rx never picked up due to cost",
    "Patient is not taking",
    "hasn't started",
  ])("%s: whether it is taken is not told", (remark) => expect(status(remark)).toBe("unknown"));
  it.each([
    "Do not take with calcium",
    "Must not be taken lying down",
    "Not taken with food",
    "never missed a dose",
    "not filled at this pharmacy",
    "if not started, call",
  ])("%s: is", (remark) => expect(status(remark)).toBe("active"));
  it("a column of fills that says never", () => {
    expect(status("Never", "Last filled")).toBe("unknown");
    expect(status("Never", "Last reviewed")).toBe("active");
  });
  it("an entry of a list", () =>
    expect(
      facts([items(["Prednisone 5 mg daily - not picked up"], { headings: ["Active medications"] })]).medications,
    ).toMatchObject([{ status: "unknown" }]));
});

it.each([
  ["Osteoporosis (M81.0) - ruled out 2024", true],
  ["Stroke [ICD-10: I63.9]: denied", true],
  ["Osteoporosis (M81.0)", false],
])("a code between a problem and its denial: %s", (line, negated) =>
  expect(facts([items([line], { headings: ["Problem list"] })]).problems).toMatchObject([{ negated }]));

describe("a result that is taken back", () => {
  const read = (head: string, said: string) =>
    values(table(["Test", "Result", head], [["Calcium", "9.6 mg/dL", said]], LABS));
  it.each([
    ["Status", "In error"],
    ["Status", "Wrong patient"],
    ["Comment", "Result belongs to another patient"],
    ["Note", "Line draw, contaminated"],
    ["Note", "Haemolysed, please recollect"],
    ["Comment", "Value is incorrect"],
  ])("%s: %s", (head, said) => expect(read(head, said)).toEqual([]));
  it.each([
    ["Status", "Preliminary"],
    ["Comment", "slightly hemolyzed"],
    ["Comment", "confirmed by repeat"],
  ])("%s: %s stays", (head, said) => expect(read(head, said)).toEqual([["CA", 9.6]]));
  const below = (line: string) =>
    values(
      region(
        "table",
        ["Test", "Result"],
        [row(["TSH", "2.1 mIU/L"]), row(["Calcium", "9.6 mg/dL"]), row([line])],
        LABS,
      ),
    );
  it.each(["Above result is incorrect; corrected to 8.6 mg/dL", "Disregard above value"])("below it: %s", (line) =>
    expect(below(line)).toEqual([["TSH", 2.1]]));
  it.each(["Above range", "Fasting specimen", "Not for the above-mentioned indication"])("below it: %s stays", (line) =>
    expect(below(line)).toEqual([
      ["TSH", 2.1],
      ["CA", 9.6],
    ]));
});

describe("a day that is not of the results", () => {
  const day = (heading: string, says: string[] = []) =>
    facts([table(["Test", "Result"], [["Calcium", "9.6 mg/dL"]], { headings: ["Labs", heading], says })]).labs[0]?.date;
  it("up to which, or from which, a list is shown", () => {
    expect(day("Results as of 11/19/2026")).toBeNull();
    expect(day("Chemistry", ["From 01/05/2026"])).toBeNull();
    expect(day("Chemistry", ["As of: 01/05/2026"])).toBeNull();
  });
  it("one that is", () => {
    expect(day("Labs from 01/05/2026")).toBe("2026-01-05");
    expect(day("Chemistry", ["Collected 01/05/2026"])).toBe("2026-01-05");
  });
});

it.each(["Cord blood", "Control level 1"])("nothing under %s is the patient's", (heading) =>
  expect(values(table(["Test", "Result"], [["Calcium", "9.6 mg/dL"]], { headings: ["Labs", heading] }))).toEqual([]));
