import { describe, expect, it } from "vitest";
import { facts, items, lines, region, row, table } from "./support/page";

/** Figures, drugs and problems that stand on the page and are of another kind than they look. */
const RESULTS = { headings: ["Results"] };
const values = (...regions: Parameters<typeof facts>[0]) =>
  facts(regions).labs.map(({ analyte, result }) => [analyte, result.kind === "number" ? result.value : result.text]);

it.each([
  "Ref",
  "Reference range",
  "Mean",
  "Goal",
  "Median",
  "Units",
])("a row %s below the names of tests is of no day", (name) => {
  const rows = [
    ["02/11/2026", "9.2", "31"],
    [name, "9.8", ">30"],
  ];
  const found = values(table(["Date", "Calcium (mg/dL)", "25-OH Vitamin D (ng/mL)"], rows, RESULTS));
  expect(found).toEqual([
    ["CA", 9.2],
    ["VITD", 31],
  ]);
});

it.each([
  "CSF",
  "Pleural fluid",
  "Specimen: Ascites fluid",
  "Peritoneal fluid studies",
  "Dialysate",
])("under %s no result is one of blood", (heading) => {
  const rows = [["Albumin", "1.9", "g/dL"]];
  expect(values(table(["Test", "Result", "Units"], rows, { headings: ["Results", heading] }))).toEqual([]);
});

it("a specimen in a column of its own: serum is read, another fluid is not", () => {
  const rows = [
    ["Alkaline phosphatase", "Synovial fluid", "45"],
    ["Calcium", "Serum", "9.2"],
  ];
  expect(values(table(["Test", "Specimen", "Result"], rows, RESULTS))).toEqual([["CA", 9.2]]);
});

describe("a page in another language that does not say so", () => {
  const rows = [
    ["Calcium", "2,31", "mmol/l", "11-02-2026"],
    ["Parathormon", "1.250", "pg/ml", "11-02-2026"],
    ["Phosphat", "1,02", "mmol/l", "11-02-2026"],
  ];
  it.each([
    null,
    "en",
  ])("lang %s: commas are decimal, points part thousands or are left, the day stands first", (lang) => {
    const { labs } = facts([table(["Parameter", "Ergebnis", "Einheit", "Datum"], rows, RESULTS)], { lang });
    expect(labs.map(({ analyte, result, date }) => [analyte, "value" in result && result.value, date])).toEqual([
      ["CA", 2.31, "2026-02-11"],
      ["PHOS", 1.02, "2026-02-11"],
    ]);
  });
  it("its heads alone tell", () => {
    const dutch = table(
      ["Bepaling", "Uitslag", "Eenheid", "Datum"],
      [["Calcium", "2", "mmol/l", "11-02-2026"]],
      RESULTS,
    );
    expect(facts([dutch], { lang: "en" }).labs[0]?.date).toBe("2026-02-11");
  });
  it("one list with commas between figures makes no page foreign", () => {
    const english = table(["Test", "Result", "Date"], [["Calcium", "9.2", "11/02/2026"]], RESULTS);
    expect(facts([english, items(["Pages 1,2 and 3,4"])], { lang: "en" }).labs).toMatchObject([
      { date: "2026-11-02", result: { value: 9.2 } },
    ]);
  });
});

describe("problems that are not said to be there", () => {
  it.each([
    "Rheumatoid arthritis, suspected",
    "Celiac disease, rule out",
    "Osteoporosis screening",
    "Concern for osteoporosis",
    "Hyperthyroidism vs. thyroiditis",
    "Evaluation for hyperparathyroidism",
  ])("%s", (problem) => {
    const { problems } = facts([table(["Problem"], [[problem]], { headings: ["Problems"] })]);
    expect(problems.filter(({ condition }) => condition !== null)).toEqual([]);
  });
  it("Probable vertebral fracture", () => {
    const read = facts([table(["Problem"], [["Probable vertebral fracture"]], { headings: ["Problems"] })]);
    expect([read.fractures, read.fractureHistory]).toEqual([[], []]);
  });
  it("a sentence about the present illness: no date of something else, and it is not past", () => {
    const said = "He has prostate cancer on Lupron 22.5 mg every 3 months (last dose 01/20/2026) and feels well today.";
    const { problems } = facts([
      lines([said], { headings: ["History of present illness"] }),
      region("prose", [], [row([said], "History of present illness")], { headings: ["Progress note"] }),
    ]);
    const today = { condition: "prostate-cancer", status: null, date: null };
    expect(problems).toMatchObject([today, today]);
  });
});

describe("drugs", () => {
  const meds = (columns: string[], cells: string[], headings: string[]) =>
    facts([table(columns, [cells], { headings })]).medications;
  it.each([
    "Rejected / denied refills",
    "Requested / unsigned orders",
    "Awaiting signature",
  ])("%s under the tab of active drugs: not known whether taken", (heading) => {
    const list = meds(["Medication"], ["Raloxifene 60 mg tablet daily"], ["Active (2)", "Medications", heading]);
    expect(list).toMatchObject([{ status: "unknown" }]);
  });

  it.each([
    ["Given", null, "2024-01-15"],
    ["Administered", null, "2024-01-15"],
    ["Declined by patient", null, null],
    ["No-show", null, null],
    ["Not given", null, null],
    ["Cancelled", null, null],
    ["Active", "2024-01-15", null],
  ])("an injection log: %s", (status, start, lastGiven) => {
    const [one] = meds(["Date", "Drug", "Dose", "Status"], ["01/15/2024", "Prolia", "60 mg", status], ["Medications"]);
    expect(one).toMatchObject({ start, lastGiven });
  });

  it.each([
    ["STOP", "stopped"],
    ["CONTINUE", "active"],
    ["START", "planned"],
    ["CHANGE", "unknown"],
  ])("a column Action: %s is %s", (action, status) => {
    const list = meds(["Medication", "Action"], ["alendronate 70 mg tablet", action], ["Discharge medications"]);
    expect(list).toMatchObject([{ status }]);
  });
});

describe("bone density and fracture risk of another kind", () => {
  const imaging = (...texts: string[]) => facts([lines(texts, { headings: ["Imaging", "DXA"] })]);
  it("QCT is no DXA", () => {
    expect(imaging("QCT: L1-L3 vBMD 71 mg/cc (T-score -3.6)").dxa).toEqual([]);
    expect(facts([lines(["Lumbar spine T-score -3.6"], { headings: ["QCT"] })]).dxa).toEqual([]);
  });
  it("a vertebra that was left out is no region of the line", () => {
    const read = imaging(
      "Lumbar spine (L2-L4; L1 excluded due to compression deformity):",
      "BMD 0.871 g/cm2, T-score -2.5",
    );
    expect(read.dxa.filter(({ site }) => site === "L1")).toEqual([]);
  });
  it("three decimals are no T-score", () => {
    expect(imaging("T-scores: femoral neck 0.701, total hip -1.2").dxa.filter(({ t }) => t === 0.701)).toEqual([]);
  });
  it.each([
    ["FRAX: MOF 14%, hip 2.9%. QFracture: hip fracture 9.1%.", [14, 2.9]],
    ["FRAX: MOF 14%, hip 2.9%. Garvan: 10-year risk of any fracture 31%, hip 12%.", [14, 2.9]],
  ])("%s", (text, expected) => {
    expect(imaging(text).frax.map(({ mof, hip }) => [mof, hip])).toEqual([expected]);
  });
  it("thresholds and averages in lines of their own are nobody's FRAX", () => {
    const read = imaging(
      "FRAX: MOF 11%, hip 1.9%",
      "Intervention threshold MOF: 20%; hip: 3%",
      "Average for age: MOF 14%, hip 3.1%",
    );
    expect(read.frax.map(({ mof, hip }) => [mof, hip])).toEqual([[11, 1.9]]);
  });
});
