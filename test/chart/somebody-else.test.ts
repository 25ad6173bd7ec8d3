import { describe, expect, it } from "vitest";
import { banner, facts, items, lines, pairs, region, row, table } from "./support/page";

describe("a banner that names somebody else as well", () => {
  const who = (...pieces: (string | [string, string])[]) => facts([], { banner: banner(pieces) }).identities;
  it.each([
    "Emergency contact: Kurt Pohl (husband), DOB 01/01/1938",
    "Next of kin: Kurt Pohl, DOB: 01/01/1938, Sex: M",
    "Subscriber: Kurt Pohl DOB: 01/01/1938 Sex: M",
    "Possible duplicate: Irma Pohl, DOB 02/02/1950, MRN 77",
  ])("%s", (other) => {
    expect(who("Irma Pohl", "83 y.o.", "Female", other)).toMatchObject([
      { name: "Irma Pohl", birthDate: null, sex: "female", mrn: null },
    ]);
  });
  it("behind the patient in one line, and under a label", () => {
    const line = "Irma Pohl 83 y.o. Female Emergency contact: Kurt Pohl, DOB 01/01/1938, M";
    expect(who(line)).toMatchObject([{ age: 83, birthDate: null, sex: "female" }]);
    expect(who("Irma Pohl", "83 y.o.", "Female", ["Guarantor", "Kurt Pohl, DOB 01/01/1938"])).toMatchObject([
      { birthDate: null },
    ]);
  });
  it.each(["Age at menopause: 51 y", "Aged when diagnosed: 51 y"])("%s is not how old they are", (text) => {
    expect(who("Irma Pohl", "DOB 02/02/1950", text)).toMatchObject([{ age: null }]);
  });
});

describe("boxes that are not ticked", () => {
  it("say nothing", () => {
    const list = items(["☐ prednisone 5 mg daily", "[ ] alendronate 70 mg weekly", "☒ raloxifene 60 mg daily"], {
      headings: ["Current medications"],
    });
    expect(facts([list]).medications.map(({ ingredient }) => ingredient)).toEqual(["raloxifene"]);
    const problems = facts([items(["☐ Rheumatoid arthritis ☒ Osteoporosis"], { headings: ["Problems"] })]).problems;
    expect(problems.map(({ condition }) => condition)).toEqual(["osteoporosis"]);
  });

  it("columns Yes and No: the marked one answers", () => {
    const asked = (...rows: string[][]) =>
      facts([table(["Question", "Yes", "No"], rows, { headings: ["Social history"] })]).smoking.map(
        ({ value }) => value,
      );
    expect(asked(["Current smoker", "", "X"])).toEqual([]);
    expect(asked(["Current smoker", "X", ""])).toEqual(["current"]);
    expect(asked(["Current smoker", "", ""])).toEqual([]);
    expect(asked(["Current smoker", "X", "X"])).toEqual([]);
    const past = [
      ["Rheumatoid arthritis", "", "X"],
      ["Stroke", "", ""],
      ["Osteoporosis", "✓", ""],
    ];
    const { problems } = facts([table(["Condition", "Yes", "No"], past, { headings: ["Problems"] })]);
    expect(problems.map(({ condition, negated }) => [condition, negated])).toEqual([
      ["rheumatoid-arthritis", true],
      ["osteoporosis", false],
    ]);
  });
});

describe("what is crossed out", () => {
  const struck = (texts: string[], at: number, headings: string[], columns: string[] = []) => {
    const made = row(texts);
    const cells = made.cells.map((cell, i) => (i === at ? { ...cell, hints: "line through" } : cell));
    return facts([region("table", columns, [{ ...made, cells }], { headings })]);
  };
  it("a value is none, the others of its row stay", () => {
    const columns = ["Test", "Result", "Units", "Date"];
    expect(struck(["Calcium", "12.1", "mg/dL", "02/11/2026"], 1, ["Results"], columns).labs).toEqual([]);
    expect(struck(["Calcium", "9.1", "mg/dL", "02/11/2026"], 3, ["Results"], columns).labs).toMatchObject([
      { result: { value: 9.1 }, date: null },
    ]);
  });
  it("a drug was stopped by its name, not by a dose that was changed", () => {
    const columns = ["Medication", "Directions"];
    const statusOf = (at: number) =>
      struck(["prednisone 5 mg tablet", "1 tablet daily"], at, ["Current medications"], columns).medications;
    expect(statusOf(0)).toMatchObject([{ status: "stopped" }]);
    expect(statusOf(1)).toMatchObject([{ status: "active", dosePerDayMg: null }]);
  });
  it("a problem is none", () => {
    expect(struck(["Rheumatoid arthritis", "2019"], 0, ["Problems"]).problems).toEqual([]);
  });
});

describe("parts of a chart that are another person's", () => {
  const of = (heading: string, text = "Creatinine", value = "2.2 mg/dL") =>
    facts([table(["Test", "Result"], [[text, value]], { headings: [heading] })], {
      banner: banner(["Halvorsen, Ingrid", "DOB 02/02/1950", "Female"]),
    }).labs.length;
  it.each([
    "Labs for Dray, Owen",
    "Patient: Owen Dray",
    "Patient Name: Owen Dray",
    "Results for: Owen Dray",
    "Results of Owen Dray",
    "Mother's labs",
    "Donor labs",
    "QC / Calibration",
  ])("%s", (heading) => expect(of(heading)).toBe(0));
  it.each([
    "Labs for Halvorsen, Ingrid",
    "Results for Ingrid Halvorsen",
    "Results for: Halvorsen, I.",
    "Results for 02/11/2026",
    "Results of Blood Tests",
    "Results for: Serum Calcium",
    "Results for: Last Year",
    "Report of: Bone Mineral Density",
    "Chart for: Vital Signs",
    "Patient: Self Reported",
    "Panel for Liver Function",
    "Review of Systems",
    "Department of Veterans Affairs",
  ])("%s is hers", (heading) => expect(of(heading)).toBe(1));
  it("a list with a column of names is one of people", () => {
    const rows = [
      ["Owen Dray", "90 kg", "2.2 mg/dL"],
      ["Marta Quill", "71 kg", "0.9 mg/dL"],
    ];
    const read = facts([table(["Name", "Weight", "Creatinine"], rows)]);
    expect([read.labs, read.vitals]).toEqual([[], []]);
    const tests = [["Alkaline Phosphatase", "71", "U/L"]];
    expect(facts([table(["Name", "Value", "Units"], tests)]).labs).toHaveLength(1);
  });
});

describe("a title or a column that names people", () => {
  const open = { banner: banner(["Halvorsen, Ingrid", ["DOB", "04/12/1951"]]) };
  const drugs = (heading: string) =>
    facts([items(["prednisone 5 mg daily"], { headings: [heading] })], open).medications;
  it.each([
    "Medications for Dray, Owen",
    "Medications: patient: Owen Dray",
    "Medications of Dray, Owen on 02/11/2026",
  ])("%s", (heading) => expect(drugs(heading)).toEqual([]));
  it.each([
    "Medications for Halvorsen, Ingrid",
    "Medications: patient: Ingrid Halvorsen",
    "Medications for Halvorsen, Ingrid dated 02/11/2026",
    "Medications, list of Home, Current",
  ])("but: %s", (heading) => expect(drugs(heading)).toHaveLength(1));
  const calcium = (...headings: string[]) =>
    facts([table(["Test", "Result"], [["Calcium", "9.6 mg/dL"]], { headings: ["Labs", ...headings] })], open).labs;
  it.each([
    "CMP - Owen Dray",
    "Owen Dray - CMP",
    "Chemistry | Owen Dray",
    "Lab results - Christine Dray",
    "Owen Dray (M, 71)",
    "Owen Dray (71 y)",
    "Owen Dray, 71 y",
    "Owen Dray, DOB 02/11/1955",
    "Dray, Owen - CMP",
    "West, Owen (M, 71)",
  ])("results below %s", (heading) => {
    expect(calcium(heading)).toEqual([]);
    const grouped = [row(["Calcium", "9.6 mg/dL"], heading)];
    expect(facts([region("table", ["Test", "Result"], grouped, { headings: ["Labs"] })], open).labs).toEqual([]);
  });
  it.each([
    "CMP - Ingrid Halvorsen",
    "Halvorsen, Ingrid (F, 75)",
    "CMP - Quest Diagnostics",
    "CMP - Owen Dray MD",
    "CMP - Whole Blood",
    "CMP - West Campus",
    "CMP - Final Report",
    "Basic Metabolic (Final)",
    "Kidney Function - Lab Results",
    "Calcium, Total - Basic Panel",
    "Comprehensive Metabolic Panel - 02/11/2026",
  ])("but results below %s", (heading) => expect(calcium(heading)).toHaveLength(1));
  it("without a name in the banner nobody is another", () =>
    expect(
      facts([items(["prednisone 5 mg daily"], { headings: ["Medications for Dray, Owen"] })]).medications,
    ).toHaveLength(1));
  it("a line over a report: what stands below is of the person it names", () => {
    const scored = (line: string) =>
      facts([lines(["Total hip T-score -1.2", line, "Lumbar spine T-score -2.2"], { headings: ["DXA"] })], open).dxa;
    for (const line of [
      "Name: Halvorsen, Kurt",
      "Patient name: Kurt Halvorsen Sex: M",
      "Report for: Kurt Halvorsen",
      "Patient: Dray, Owen",
      "Results of Owen Dray",
    ])
      expect(scored(line).map(({ site }) => site)).toEqual(["TH"]);
    for (const line of [
      "Report for: Ingrid Halvorsen",
      "Patient: Halvorsen, I.",
      "Report of: the spine",
      "Patient: female",
      "Name: Bone Density",
    ])
      expect(scored(line)).toHaveLength(2);
  });
  it("a message of somebody else, and a letter of her doctor", () => {
    const scored = (heading: string) =>
      facts([lines(["Total hip T-score -1.2"], { headings: ["Messages", heading] })], open).dxa.length;
    expect(scored("From: Kurt Halvorsen")).toBe(0);
    expect(["From: Anna Smith, MD", "From: Ingrid Halvorsen"].map(scored)).toEqual([1, 1]);
  });
  it("a sub-heading: its rows alone", () => {
    const rows = [
      row(["Calcium", "9.7 mg/dL"], "Labs for Dray, Owen"),
      row(["Albumin", "4.1 g/dL"], "Labs / Panel for Dray, Owen"),
      row(["TSH", "1.9 mIU/L"], "Chemistry"),
    ];
    const list = region("table", ["Test", "Result"], rows, { headings: ["Labs"] });
    expect(facts([list], open).labs.map(({ analyte }) => analyte)).toEqual(["TSH"]);
  });
  it("a sub-heading of another person over lists", () => {
    const list = region("list", [], [row(["prednisone 10 mg daily"], "Halvorsen, Kurt (spouse) / Medications")]);
    expect(facts([list], open).medications).toEqual([]);
  });
  it("a column Full name", () => {
    const people = [["Owen Dray", "2.2 mg/dL"]];
    expect(facts([table(["Full name", "Creatinine"], people)]).labs).toEqual([]);
    const both = [
      ["Owen Dray", "2.2 mg/dL"],
      ["Prednisone", "5 mg daily"],
    ];
    expect(facts([table(["Name", "Directions"], both, { headings: ["Medications"] })]).medications).toHaveLength(1);
  });
});

describe("smoking and alcohol", () => {
  const social = (text: string) => facts([lines([text], { headings: ["Social history"] })]);
  it.each([
    "Current smoker: No",
    "Current smoker? N",
    "Former smoker: no",
    "Not a current smoker",
    "Patient's husband is a current smoker.",
    "Lives with a current smoker",
    "Exposure to current smoker at home: yes",
    "Tobacco: Current smokeless tobacco user",
    "Smoking status Current Former Never",
  ])("%s says nothing of smoking", (text) => expect(social(text).smoking).toEqual([]));

  it.each([
    "2 drinks per day until 2010, none since",
    "quit 2015; previously 6 drinks per day",
    "5 drinks per day (husband)",
    "Alcohol: recommended no more than 1 drink per day",
    "less than 1 drink per day",
  ])("%s says nothing of drinking", (text) => expect(social(text).alcoholDrinksPerDay).toEqual([]));
});

describe("problems of somebody else, or of nobody", () => {
  const listed = (problem: string) => facts([table(["Problem"], [[problem]], { headings: ["Problem list"] })]);
  it.each([
    "FHx of hip fracture",
    "Fear of hip fracture",
    "Hip fracture prophylaxis",
    "Vertebral fracture?",
    "Hip fracture in mother",
  ])("%s is no fracture", (problem) => {
    const { fractures, fractureHistory } = listed(problem);
    expect([fractures, fractureHistory]).toEqual([[], []]);
  });

  it.each([
    "Husband with rheumatoid arthritis",
    "FHx osteoporosis",
    "Caregiver of patient with stroke",
    "Unlikely rheumatoid arthritis",
    "Stroke - not confirmed",
    "Stroke (erroneous entry)",
    "Osteoporosis prevention",
    "Osteoporosis work-up",
    "Hyperthyroidism: Not asked",
  ])("%s is none", (problem) => {
    expect(listed(problem).problems.filter(({ condition, negated }) => condition !== null && !negated)).toEqual([]);
  });

  it.each([
    "Hyperthyroidism: No",
    "Kidney stones: Denies",
    "Osteoporosis (patient denies)",
    "Rheumatoid arthritis ruled-out",
  ])("%s is denied", (problem) => expect(listed(problem).problems.filter(({ negated }) => !negated)).toEqual([]));

  it("a fracture of the spine that she tells of is a reason for a picture, no fracture", () => {
    const read = listed("Self-reported vertebral fracture, not documented");
    expect([read.fractures, read.fractureHistory]).toEqual([[], []]);
    expect(read.problems.map(({ condition }) => condition)).toEqual(["reported-vertebral-fracture"]);
  });

  it("a parent's hip fracture in the list is the parent's", () => {
    expect(listed("Parental hip fracture").fractures).toEqual([]);
  });

  it("a column says whose it is", () => {
    const rows = [
      ["Osteoporosis", "Mother"],
      ["Hip fracture", "Mother"],
      ["Rheumatoid arthritis", "Self"],
    ];
    const read = facts([table(["Condition", "Relation"], rows, { headings: ["Past medical history"] })]);
    expect(read.fractures).toEqual([]);
    expect(read.problems.map(({ condition }) => condition)).toEqual(["rheumatoid-arthritis"]);
  });
});

describe("drugs of somebody else, or that nobody takes", () => {
  const active = (entry: string, heading = "Current medications") =>
    facts([items([entry], { headings: ["Medications", heading] })]).medications.filter(
      ({ status }) => status === "active",
    );
  it.each([
    "raloxifene 60 mg daily, on hold",
    "zoledronic acid 5 mg IV yearly, declined",
    "letrozole 2.5 mg daily - finished 2020",
    "Reclast 5 mg IV infusion 05/2023 (completed)",
    "Never on Prolia",
    "letrozole 2.5 mg daily - Taking: No",
    "Taking: No - raloxifene 60 mg tablet daily",
  ])("%s is not active", (entry) => expect(active(entry)).toEqual([]));

  it.each([
    "prednisone 10 mg daily (husband's)",
    "alendronate 70 mg weekly (wife takes this)",
    "Daughter's: raloxifene 60 mg daily",
  ])("%s is not the patient's", (entry) =>
    expect(facts([items([entry], { headings: ["Medications"] })]).medications).toEqual([]));

  it.each([
    "Spouse's medications",
    "Mother's medications",
    "Pet medications",
  ])("%s are not the patient's", (heading) => {
    expect(facts([items(["prednisone 10 mg daily"], { headings: ["Medications", heading] })]).medications).toEqual([]);
  });

  it.each([
    ["Taking?", "No", "stopped"],
    ["Taking?", "Yes", "active"],
    ["Taking", "☐", "unknown"],
    ["Taking", "☑", "active"],
    ["Not taking", "☐", "unknown"],
    ["Not taking", "X", "stopped"],
    ["Status", "Never started", "unknown"],
    ["Status", "Denied", "unknown"],
    ["Status", "Entered in error", "unknown"],
  ])("a column %s: %s is %s", (column, cell, status) => {
    const list = table(["Medication", column], [["raloxifene 60 mg tablet", cell]], {
      headings: ["Current medications"],
    });
    expect(facts([list]).medications).toMatchObject([{ status }]);
  });

  it.each([
    ["Hydrocortisone 20 mg in AM, 10 mg in PM", null],
    ["Hydrocortisone 10 mg tablet take 20 mg in the morning and 10 mg in the evening", 30],
    ["Prednisone 5 mg tablet at bedtime 1 tablet", 5],
  ])("%s: %j mg a day", (entry, perDay) => {
    expect(active(entry).map(({ dosePerDayMg }) => dosePerDayMg)).toEqual([perDay]);
  });
});

it("the day of a dose does not date a T-score of the same text", () => {
  const note = ["Prolia since 2024, last dose 6/2024.", "T-score lumbar spine -2.8"];
  expect(facts([lines(note, { headings: ["Imaging"] })]).dxa).toMatchObject([{ t: -2.8, date: null }]);
});

it("a question and its answer in a list of pairs are one statement", () => {
  const asked = facts([pairs([["Current smoker", "No"]], { headings: ["Social history"] })]);
  expect(asked.smoking).toEqual([]);
});
