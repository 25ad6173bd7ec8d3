import { describe, expect, it } from "vitest";
import { completeness } from "../../src/chart/qualify/lists-seen";
import { facts, items, lines, pairs, table } from "./support/page";

/** Heads, titles and lines beside values that say another day, another kind of figure, or only a part of a list. */
const LABS = { headings: ["Labs"] };
const labs = (columns: string[], ...rows: string[][]) =>
  facts([table(columns, rows, LABS)]).labs.map(({ analyte, result, date }) => [
    analyte,
    result.kind === "number" ? result.value : null,
    date,
  ]);

describe("several days in one cell", () => {
  const read = (cell: string) => labs(["Test", "Results"], ["Calcium", cell]);
  it.each([
    "9.6 (03/02/2026), 9.2 (11/04/2025)",
    "9.6 (Mar 2, 2026) 9.2 (Nov 4, 2025)",
    "9.6 mg/dL (03/02/2026); 9.2 mg/dL (11/04/2025)",
    "9.6 (03/02/2026) | 9.2 (11/04/2025)",
  ])("%s", (cell) =>
    expect(read(cell)).toEqual([
      ["CA", 9.6, "2026-03-02"],
      ["CA", 9.2, "2025-11-04"],
    ]));
  it.each([
    "9.6 (03/02/2026), 9.2 (prior)",
    "9.6 (03/02/2026), 9.2",
    "9.6 (03/02/2026), 9.2 (due 11/04/2025)",
    "9.6 (03/02/2026), 9.2 (03/02/2026)",
    "9.6 (03/02/2027), 9.2 (11/04/2025)",
    "9.6 (03/2026), 9.2 (11/2025)",
    "9.6 (8.6-10.3) 9.2 (8.6-10.3)",
    "9.6 (03/02/2026), goal 9.2 (11/04/2025)",
  ])("none of %s", (cell) => expect(read(cell)).toEqual([]));
});

describe("heads of laboratories", () => {
  it("within and out of the range", () => {
    const columns = ["Test name", "In Range", "Out Of Range", "Reference Range"];
    expect(labs(columns, ["Calcium", "9.6", "", "8.6-10.4 mg/dL"], ["PTH, intact", "", "88 H", "15-65 pg/mL"])).toEqual(
      [
        ["CA", 9.6, null],
        ["PTH", 88, null],
      ],
    );
    expect(labs(columns, ["Calcium", "9.6", "10.9", "8.6-10.4 mg/dL"])).toEqual([]);
  });
  it("the result with its flag, beside the one before with its day", () => {
    const columns = ["Test", "Current Result and Flag", "Previous Result and Date", "Units"];
    expect(
      labs(columns, ["Calcium", "9.6", "10.9 H 11/04/2025", "mg/dL"], ["Albumin", "", "3.2 L 11/04/2025", "g/dL"]),
    ).toEqual([["CA", 9.6, null]]);
  });
});

describe("a figure that is no result", () => {
  it.each([
    ["Detection limit", "0.2 mg/dL"],
    ["Cutoff", "9.6 mg/dL"],
    ["Price", "12.50"],
    ["Qty", "2"],
    ["Out of range count", "2"],
    ["% in range", "93"],
    ["Points", "4"],
    ["Zielwert", "9.6 mg/dL"],
    ["Valeur cible", "9.6 mg/dL"],
    ["Valor objetivo", "9.6 mg/dL"],
    ["Streefwaarde", "9.6 mg/dL"],
    ["Letzter Wert", "9.6 mg/dL"],
    ["Dernière valeur", "9.6 mg/dL"],
    ["Último valor", "9.6 mg/dL"],
    ["Vorige uitslag", "9.6 mg/dL"],
    ["Resultado anterior", "9.6 mg/dL"],
  ])("under %s", (head, cell) => expect(labs(["Test", head], ["Calcium", cell])).toEqual([]));
  it("a figure with its unit under a head of no meaning may be one", () =>
    expect(labs(["Test", "Chart 2"], ["Calcium", "9.6 mg/dL"])).toEqual([["CA", 9.6, null]]));
});

describe("a day of something else", () => {
  const OTHERS = [
    "Order date: 02/20/2026",
    "Print date: 02/20/2026",
    "Admission date: 02/20/2026",
    "End date: 02/20/2026",
    "Auftrag vom 20.02.2026",
    "Druckdatum: 20.02.2026",
    "Date d'édition : 20/02/2026",
    "Fecha de solicitud: 20/02/2026",
    "Datum afdruk: 20-02-2026",
    "Data di stampa: 20/02/2026",
  ];
  it.each([...OTHERS, "Visit date: 02/20/2026", "Received on 02/20/2026"])("%s dates no result", (says) =>
    expect(
      facts([table(["Test", "Result"], [["Calcium", "9.6 mg/dL"]], { ...LABS, says: [says] })]).labs[0]?.date,
    ).toBeNull());
  it.each([
    ...OTHERS,
    "Next visit: 02/20/2026",
    "As of 02/20/2026",
    "Last updated: 02/20/2026",
  ])("%s dates no weight", (says) =>
    expect(facts([pairs([["Weight", "61 kg"]], { says: [says] })]).vitals[0]?.date).toBeNull());
  it.each(["Taken: 02/20/2026", "02/20/2026", "Visit 02/20/2026"])("%s dates a weight", (says) =>
    expect(facts([pairs([["Weight", "61 kg"]], { says: [says] })]).vitals[0]?.date).toBe("2026-02-20"));
  it.each(["Modified", "Entered", "Due"])("the column %s dates no weight", (head) =>
    expect(facts([table(["Measure", "Value", head], [["Weight", "61 kg", "02/20/2026"]])]).vitals[0]?.date).toBeNull());
  it.each([
    "Auftragsdatum",
    "Date de demande",
    "Fecha de solicitud",
    "Data richiesta",
    "Aanvraagdatum",
  ])("nor the column %s a result", (head) =>
    expect(labs(["Test", "Result", head], ["Calcium", "9.6 mg/dL", "02/20/2026"])).toEqual([["CA", 9.6, null]]));
  it("of the days in one line that of the sample counts", () => {
    const day = (says: string, group?: string) =>
      facts([
        table(["Test", "Result"], [["Calcium", "9.6 mg/dL"]], {
          headings: ["Labs", group ?? "Chemistry"],
          says: [says],
        }),
      ]).labs[0]?.date;
    expect(day("Collected: 03/02/2026 Received: 03/03/2026 Reported: 03/04/2026")).toBe("2026-03-02");
    expect(day("", "CMP (Order Date - 02/20/2026) (Collection Date - 03/02/2026)")).toBe("2026-03-02");
    expect(day("", "CMP (Order Date - 02/20/2026)")).toBeNull();
  });
});

describe("a result that cannot be as it stands", () => {
  it("a day that lies ahead dates none", () =>
    expect(labs(["Test", "Result", "Collected"], ["Calcium", "9.6 mg/dL", "03/02/2029"])).toEqual([["CA", 9.6, null]]));
  it("two flags that contradict each other are none", () => {
    const flag = (value: string, mark: string) =>
      facts([table(["Test", "Result", "Flag"], [["PTH", value, mark]], LABS)]).labs[0]?.flag;
    expect(flag("↑ 88 pg/mL", "L")).toBeNull();
    expect(flag("88 pg/mL H", "A")).toBe("high");
    expect(flag("88 pg/mL H", "H")).toBe("high");
  });
  it.each(["deleted", "row cancelled", "entered in error"])("a row with the class %s", (hints) => {
    const shown = table(["Test", "Result"], [["Calcium", "9.6 mg/dL"]], LABS);
    expect(facts([{ ...shown, rows: shown.rows.map((one) => ({ ...one, hints })) }]).labs).toEqual([]);
  });
  it.each([
    "Quality measures",
    "Inclusion",
    "Alert settings",
    "Lab manual",
    "Simulated patient",
  ])("under %s", (heading) =>
    expect(facts([items(["Calcium 9.6 mg/dL"], { headings: ["Labs", heading] })]).labs).toEqual([]));
});

describe("menopause by the age at which it was", () => {
  const told = (text: string) =>
    facts([lines([text], { headings: ["Gynecologic history"] })]).menopause.map(({ value }) => value);
  it.each(["Age at menopause: 51", "Menopause at age 44", "Age at natural menopause 49"])("%s", (text) =>
    expect(told(text)).toEqual(["post"]));
  it.each([
    "Average age at menopause: 51",
    "Mother's age at menopause: 48",
    "Age at menopause: n/a",
    "Age at menopause: 0",
    "Age at menopause 45-55",
    "Age at menarche: 13",
    "Age at menopause 1951",
    "Expected menopause age 51",
    "No menopause at age 51",
    "Age at menopause:",
  ])("not by %s", (text) => expect(told(text)).toEqual([]));
});

describe("measurements", () => {
  it.each([
    ["entered in error", []],
    ["wrong patient", []],
    ["standing", [61]],
  ])("with the remark %s", (remark, values) =>
    expect(
      facts([table(["Measure", "Value", "Comment"], [["Weight", "61 kg", remark]])]).vitals.map(({ value }) => value),
    ).toEqual(values));
  it.each([
    ["Height", "3 cm"],
    ["Height", "16 m"],
    ["Height", "12 in"],
    ["Weight", "3.2 kg"],
    ["Weight", "1200 lb"],
    ["BMI", "1.7"],
  ])("%s %s is of something else", (label, text) => expect(facts([pairs([[label, text]])]).vitals).toEqual([]));
  it.each([
    ["Height", "148 cm"],
    ["Height", "1.48 m"],
    ["Height", "58 in"],
    ["Weight", "34 kg"],
    ["Weight", "400 lb"],
    ["BMI", "13.2"],
  ])("%s %s", (label, text) => expect(facts([pairs([[label, text]])]).vitals).toHaveLength(1));
});

describe("how much of a list is shown", () => {
  it.each([
    "View all results",
    "See all medications (12)",
    "Show all",
    "All results from this visit",
    "All results for Calcium",
    "Score 1-5 of 5",
  ])("%s does not say", (line) => expect(completeness([line])).toBeNull());
  it.each([
    "1 bis 20 von 20 Einträgen (gefiltert von 134)",
    "Affichage de 1 à 10 sur 10 (filtré de 57)",
    "Mostrando 1 a 10 de 10 (filtrado de 57)",
    "Latest 5 of 5 results per test",
    "Some results are hidden. 4 of 4 results",
    "Category: Chemistry. 1-4 of 4",
    "Loading… 1-4 of 4",
    "Abnormal only 1-4 of 4",
  ])("%s: a part", (line) => expect(completeness([line])).toBe(false));
  it.each([
    "All results",
    "All medications (12)",
    "Show: All",
    "Showing all medications",
    "Category: All 1-4 of 4",
  ])("%s: all", (line) => expect(completeness([line])).toBe(true));
});

describe("habits and history", () => {
  const said = (text: string, heading = "Social history") => facts([lines([text], { headings: [heading] })]);
  it.each([
    "Tobacco: denies current use, 20 pack-year history",
    "Tobacco: never considered quitting",
    "Smoking: current - 0 packs/day",
    "Has never smoked more than 1 pack per day",
    "Never smoker status could not be verified",
    "Tobacco use: quit? still smells of smoke",
  ])("no status of smoking: %s", (text) => expect(said(text).smoking).toEqual([]));
  it.each<[string, string]>([
    ["Smoking: never, 0 packs/day", "never"],
    ["Tobacco: current, 1 pack/day", "current"],
    ["Smoking: quit 2010", "former"],
  ])("%s", (text, value) => expect(said(text).smoking).toMatchObject([{ value }]));
  it.each([
    "Dental visit: last reminded 03/01/2026",
    "Dental exam form sent 03/01/2026",
    "Dental exam not yet done as of 03/01/2026",
    "Dental exam 03/01/2026: did not attend",
    "Dental exam (DNKA) 03/01/2026",
    "Dental exam postponed 03/01/2026",
  ])("no dental exam: %s", (text) => expect(said(text, "Dental").lastDentalExam).toEqual([]));

  const broken = (text: string, heading = "Problem list") =>
    facts([items([text], { headings: [heading] })]).fractures.map(({ site }) => site);
  it.each([
    "Wrist fracture as a child",
    "Fracture of humerus, childhood",
    "Wrist fracture at age 9",
    "Pathologic fracture of femur due to metastatic disease",
    "Vertebral fracture, multiple myeloma",
    "Hip fracture (x-ray negative)",
  ])("no fracture of an adult's bones: %s", (text) => expect(broken(text)).toEqual([]));
  it.each(["Wrist 1962, childhood", "Femur 2019 (metastasis)"])("nor in a list of fractures: %s", (text) =>
    expect(broken(text, "Fractures")).toEqual([]));
  it.each<[string, string]>([
    ["Wrist fracture, age 68", "wrist"],
    ["Hip fracture aged 71", "hip"],
  ])("%s is one", (text, site) => expect(broken(text)).toEqual([site]));

  it.each([
    "Common problems",
    "Add problem",
    "Frequently used diagnoses",
    "Suspected conditions",
    "Deleted problems",
  ])("%s are not hers", (heading) =>
    expect(facts([items(["Rheumatoid arthritis"], { headings: [heading] })]).problems).toEqual([]));
  it("what she is afraid of", () =>
    expect(
      facts([items(["Afraid of stroke"], { headings: ["Health concerns"] })]).problems.map(
        ({ condition }) => condition,
      ),
    ).not.toContain("stroke"));
});
