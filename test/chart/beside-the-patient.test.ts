import { describe, expect, it } from "vitest";
import { banner, facts, items, lines, region, row, table } from "./support/page";

/** Pages of other vendors' habits on which a value once was another person's, another specimen's or another day's. */
describe("who the patient is", () => {
  const card = (title: string | undefined) =>
    facts([], {
      banner: banner([
        ["Name", "Kurt Pohl"],
        ["DOB", "01/01/1948"],
        ["Sex", "M"],
      ]).map((piece) => ({ ...piece, ...(title === undefined ? {} : { title }) })),
    }).identities;
  it.each([
    "Emergency contact",
    "Responsible party",
    "Provider profile",
    "Guarantor information",
    "Next of Kin",
  ])("a card titled %s is not theirs", (title) => expect(card(title)).toEqual([]));
  it.each([
    "Search results",
    "Recent patients",
    "Today's Patients",
    "Worklist",
    "Schedule",
  ])("a list of people titled %s names no patient, though one stands in it", (title) =>
    expect(card(title)).toEqual([]));
  it.each([undefined, "Patient", "Demographics", "Partners Health Chart"])("a card titled %s is", (title) =>
    expect(card(title)).toMatchObject([{ name: "Kurt Pohl" }]));

  it("a birth date under an English label, where only the numbers are foreign, may be either day", () => {
    const foreign = [table(["Datum", "Uitslag"], [["Calcium", "2,31"]])];
    const born = (label: string, date: string) =>
      facts(foreign, { lang: null, banner: banner(["Irma Pohl", [label, date], ["Sex", "F"]]) }).identities[0]
        ?.birthDate ?? null;
    expect(born("DOB", "04/12/1951")).toBeNull();
    expect(born("DOB", "04/25/1951")).toBe("1951-04-25");
    expect(born("DOB", "04/04/1951")).toBe("1951-04-04");
    expect(born("Geboortedatum", "04/12/1951")).toBe("1951-12-04");
  });
});

describe("a birth date in a line of the page", () => {
  const born = (line: string) =>
    facts([], { lang: null, banner: banner(["Irma Pohl"], [line]) }).identities.map(({ birthDate, age }) => [
      birthDate,
      age,
    ]);
  it.each([
    "Date of birth verified: 02/11/2026",
    "Next patient: Dray, Owen 10:30 DOB 01/01/1948 M",
    "Veteran sponsor: Kurt Pohl, Date of Birth 01/01/1948, Sex M",
    "Signed in as Kurt Pohl · DOB 01/01/1948",
    "Ordered by: Owen Dray, DOB: 01/01/1970",
    "Donor age: 34 Donor sex: Male",
  ])("%s", (line) => expect(born(line)).toEqual([]));
  it("under a word that puts the day first", () => {
    expect(born("Irma Pohl, geb. 02-03-1950")).toEqual([["1950-03-02", null]]);
    expect(born("Irma Pohl, née le 02/03/1950")).toEqual([["1950-03-02", null]]);
  });
  it("an age at another time is not the age", () =>
    expect(born("Irma Pohl 74 y.o. at time of visit; DOB: 02/02/1950")).toEqual([["1950-02-02", null]]));
  it("labels are no names", () => {
    const named = (line: string) => facts([], { banner: banner([line]) }).identities.map(({ name }) => name);
    expect(named("NHS No. 943 476 5919  POHL, Irma (Mrs)  Born 02-Feb-1950 (76y)  Gender Female")).toEqual([null]);
    expect(named("Patient: Marta Quill, DOB 10/10/1948")).not.toContain("DOB Marta Quill");
  });
});

describe("what hangs on a title", () => {
  it("a message from somebody else", () => {
    const message = (from: string) =>
      facts([lines(["Creatinine: 2.2 mg/dL"], { headings: [from] })], {
        banner: banner(["Halvorsen, Ingrid", ["DOB", "04/12/1951"]]),
      }).labs.length;
    expect(message("Message from Owen Dray (wrong chart?)")).toBe(0);
    expect(message("Message from Ingrid Halvorsen")).toBe(1);
  });

  it("smoking of a spouse", () => {
    expect(facts([lines(["Tobacco: Current every day smoker"], { headings: ["Spouse"] })]).smoking).toEqual([]);
    expect(facts([items(["Current smoker – no"], { headings: ["Social history"] })]).smoking).toEqual([]);
  });

  it("drugs that are proposed below those that are taken: which list is which is not told", () => {
    const list = items(["raloxifene 60 mg daily"], {
      headings: ["Active Medications"],
      says: ["Medication recommendations"],
    });
    expect(facts([list]).medications).toMatchObject([{ status: "unknown" }]);
  });

  it("a day on which a drug ended, in a list of what is taken", () => {
    const taken = (end: string) =>
      facts([
        table(["Medication", "Sig", "End date"], [["prednisone 10 mg tablet", "1 tablet daily", end]], {
          headings: ["Current Medications"],
        }),
      ]).medications;
    expect(taken("01/05/2024")).toMatchObject([{ status: "unknown" }]);
    expect(taken("01/05/2099")).toMatchObject([{ status: "active" }]);
  });

  it("another calculator's risk is not FRAX", () => {
    const risk = "10-year risk of major osteoporotic fracture 17%";
    expect(facts([lines([risk], { headings: ["Fracture risk (CAROC)"] })]).frax).toEqual([]);
    expect(facts([lines([risk], { headings: ["Fracture risk (FRAX)"] })]).frax).toMatchObject([{ mof: 17 }]);
  });

  it("FRAX under a sub-heading of the text", () => {
    const note = region("prose", [], [row(["MOF 22%, hip 5.9%"], "FRAX"), row(["Weight: 60 kg"], "Vitals")]);
    expect(facts([note]).frax).toMatchObject([{ mof: 22, hip: 5.9 }]);
  });
});

describe("what was measured, and in what", () => {
  it("the calcium of a blood gas is the ionized one", () => {
    const gas = (heading: string) =>
      facts([table(["Test", "Result"], [["Ca", "1.2 mmol/L"]], { headings: [heading] })]).labs;
    expect(gas("Arterial blood gas")).toEqual([]);
    expect(gas("ABG")).toEqual([]);
    expect(gas("Chemistry")).toHaveLength(1);
  });

  it("a column of specimens in letters", () => {
    const rows = [
      ["Creatinine", "U", "88 mg/dL"],
      ["Creatinine", "S", "0.9 mg/dL"],
    ];
    expect(facts([table(["Test", "Source", "Result"], rows)]).labs.map(({ result }) => result)).toMatchObject([
      { value: 0.9 },
    ]);
  });

  it("25-hydroxyvitamin D3 beside that of D2 is a part of the sum; alone it is the vitamin D", () => {
    const parts = [
      ["Vitamin D2 25-OH", "4", "ng/mL"],
      ["Vitamin D3 25-OH", "13", "ng/mL"],
      ["Vitamin D, 25-OH total", "17", "ng/mL"],
    ];
    const values = (rows: string[][]) =>
      facts([table(["Test", "Result", "Units"], rows)]).labs.map(({ result }) => "value" in result && result.value);
    expect(values(parts)).toEqual([17]);
    expect(values(parts.slice(1, 2))).toEqual([13]);
  });

  it("a line about the mother in a cell of a table", () => {
    const said = "Family history | Mother: hip fracture; calcium 14.1 mg/dL | Ward's";
    expect(facts([table(["Region", "T-score"], [[said, "-2.6"]])]).labs).toEqual([]);
  });
});

describe("a problem in words", () => {
  const problems = (label: string, headings = ["Problem list"]) =>
    facts([items([label], { headings })]).problems.filter(({ condition, negated }) => condition !== null && !negated);
  it.each(["FH: Osteoporosis", "Kidney stones, none"])("%s is none", (label) => expect(problems(label)).toEqual([]));
  it("a day in a sentence about today is of something else", () => {
    expect(problems("She has osteoporosis (last DXA 01/20/2026).", ["HPI"])).toMatchObject([{ date: null }]);
    expect(problems("Osteoporosis 2019", ["Past medical history"])).toMatchObject([{ date: "2019" }]);
  });
  it("a present illness told under a past one is not past", () => {
    const [told] = problems("History of present illness: She has osteoporosis.", ["Past Medical History"]);
    expect(told?.status).toBeNull();
  });
});

describe("T-scores whose label or day is not told", () => {
  const report = (text: string) =>
    facts([lines([text], { headings: ["DXA"] })]).dxa.map(({ site, t, z }) => [site, t, z]);
  it.each([
    "Femoral neck T-score: -2.0 (2021), -2.3 (2026)",
    "T-score and Z-score of the femoral neck are -2.1 and -0.3",
    "T-score (Z-score): femoral neck -2.1 (-0.3)",
    "Region | T-score | BMD | Z-score | Neck | -2.0 | 0.626 | -0.4",
  ])("%s", (text) => {
    const wrong = report(text).filter(([, t, z]) => (t !== null && t !== -2.1) || z === -2 || z === -2.1);
    expect(wrong).toEqual([]);
  });
  it("each with its own label", () => {
    expect(report("Femoral neck T-score -2.1, Z-score -0.3")).toEqual([["FN", -2.1, -0.3]]);
  });
});
