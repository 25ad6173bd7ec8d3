import { describe, expect, it } from "vitest";
import { alerted, answer, assessed, avoided, drugs, steps } from "../cases/answer";
import {
  broken,
  fracture,
  frax,
  highWoman,
  type Input,
  lab,
  labs,
  man,
  med,
  prednisone,
  scan,
  woman,
} from "../cases/build";

const SOURCE_ORDER = ["alendronate", "risedronate", "zoledronic acid", "teriparatide", "denosumab", "raloxifene"];
const ANABOLIC_FIRST = ["romosozumab", "teriparatide", "abaloparatide", "zoledronic acid", "denosumab"];
const veryHigh = (patch: Input = {}) => woman({ dxa: [scan("FN", -3.2)], ...patch });
const minus = (list: readonly string[], ...gone: string[]) => list.filter((drug) => !gone.includes(drug));

describe("options in order", () => {
  it.each<[string, Input, readonly string[]]>([
    ["high: the source's order", highWoman(), SOURCE_ORDER],
    ["very high: anabolic first", veryHigh(), ANABOLIC_FIRST],
    [
      "one old vertebral fracture: anabolic first",
      woman(broken(fracture("vertebra T12", "2021-01-01"))),
      ANABOLIC_FIRST,
    ],
    ["man: no raloxifene", man({ frax: frax(12, 3.3) }), minus(SOURCE_ORDER, "raloxifene")],
    ["man at very high risk: no romosozumab", man({ dxa: [scan("FN", -3.2)] }), minus(ANABOLIC_FIRST, "romosozumab")],
    ["moderate: none", woman(), []],
    ["low: none", woman({ dxa: [scan("FN", 0)] }), []],
    ["indeterminate: none", woman({ frax: null }), []],
    [
      "moderate on steroid: one, by ACR",
      woman({ meds: [prednisone(5)], frax: frax(12, 1.5, { gcTicked: true }) }),
      ["alendronate"],
    ],
    [
      "moderate on steroid at clearance 33: the other oral one",
      woman({
        meds: [prednisone(5)],
        weightKg: 37,
        labs: labs(lab("CREAT", 1, "mg/dL")),
        frax: frax(12, 1.5, { gcTicked: true }),
      }),
      ["risedronate"],
    ],
    [
      "premenopausal: referral, no drug",
      woman({ age: 44, menopause: "pre", ...broken(fracture("hip", "2024-01-01")) }),
      [],
    ],
    [
      "T below -2.0 with a risk factor changes no order",
      highWoman({ dxa: [scan("FN", -2.3)], smoking: true }),
      SOURCE_ORDER,
    ],
  ])("%s", (_, input, list) => {
    expect(drugs(input)).toEqual(list);
  });

  it.each<[string, Input, string[], string[]]>([
    [
      "D1 clearance 33",
      { weightKg: 41, age: 68, labs: labs(lab("CREAT", 1, "mg/dL")) },
      ["alendronate D1", "zoledronic acid D1"],
      minus(SOURCE_ORDER, "alendronate", "zoledronic acid"),
    ],
    [
      "D2 clearance 29",
      { weightKg: 34, age: 68, labs: labs(lab("CREAT", 1, "mg/dL")) },
      ["risedronate D2", "ibandronate D2"],
      ["teriparatide", "denosumab", "raloxifene"],
    ],
    ["D6 achalasia", { problems: ["Achalasia"] }, ["alendronate D6", "risedronate D6"], SOURCE_ORDER.slice(2)],
    ["D6 gastric bypass", { problems: ["Gastric bypass 2015"] }, ["alendronate D6"], SOURCE_ORDER.slice(2)],
    [
      "D6v varices",
      { problems: ["Esophageal varices"] },
      ["alendronate D6v", "risedronate D6v"],
      SOURCE_ORDER.slice(2),
    ],
    [
      "D7 thrombosis",
      { problems: ["DVT 2014"] },
      ["raloxifene D7", "conjugated estrogens/bazedoxifene D7", "estrogens D7"],
      minus(SOURCE_ORDER, "raloxifene"),
    ],
    [
      "D9 Paget",
      { problems: ["Paget's disease of bone"] },
      ["teriparatide D9", "abaloparatide D9"],
      minus(SOURCE_ORDER, "teriparatide"),
    ],
    [
      "D9 radiation",
      { problems: ["Radiation therapy to the pelvis 2011"] },
      ["teriparatide D9"],
      minus(SOURCE_ORDER, "teriparatide"),
    ],
    ["D11 stones", { problems: ["Kidney stones"] }, ["teriparatide D11"], minus(SOURCE_ORDER, "teriparatide")],
    [
      "S30 one oral, all oral",
      { allergies: ["risedronate: esophagitis"] },
      ["risedronate S30", "alendronate S30"],
      SOURCE_ORDER.slice(2),
    ],
    ["S30 by brand", { allergies: ["Prolia: cellulitis"] }, ["denosumab S30"], minus(SOURCE_ORDER, "denosumab")],
    [
      "S30 the class",
      { allergies: ["bisphosphonates: uveitis"] },
      ["alendronate S30", "zoledronic acid S30"],
      ["teriparatide", "denosumab", "raloxifene"],
    ],
    ["S30 on the problem list", { problems: ["Alendronate intolerance"] }, ["alendronate S30"], SOURCE_ORDER.slice(2)],
    [
      "S30 in the reason of stopping",
      { meds: [med("alendronate", { text: "alendronate 70 mg, stopped: dyspepsia", stop: "2026-03-01" })] },
      ["risedronate S30"],
      SOURCE_ORDER.slice(2),
    ],
    ["another allergy", { allergies: ["sulfa"] }, [], SOURCE_ORDER],
    ["thrombosis ruled out", { problems: ["DVT ruled out"] }, [], SOURCE_ORDER],
    ["thrombosis of the mother", { problems: ["Family history of DVT"] }, [], SOURCE_ORDER],
  ])("%s", (_, patch, gone, left) => {
    const input = highWoman(patch);
    expect(avoided(input)).toEqual(expect.arrayContaining(gone));
    expect(drugs(input)).toEqual(left);
  });

  it.each<[string, string, boolean]>([
    ["a year less a day ago", "Myocardial infarction 2025-11-24", true],
    ["a year ago", "Myocardial infarction 2025-11-23", false],
    ["in words", "Stroke 8 months ago", true],
    ["long ago", "Stroke in 2018", false],
    ["without a date", "Ischemic stroke", true],
    ["this month last year", "NSTEMI 2025-11", true],
  ])("romosozumab and an event %s", (_, problem, barred) => {
    const input = veryHigh({ problems: [problem] });
    expect(avoided(input).includes("romosozumab D8")).toBe(barred);
    expect(drugs(input).includes("romosozumab")).toBe(!barred);
  });
});

describe("what is said of an option", () => {
  const options = (input: Input) => new Map(assessed(input).suggest.map((one) => [one.drug, one]));

  it("keeps dose and duration apart from the reasons for it", () => {
    const alendronate = options(highWoman()).get("alendronate");
    expect(alendronate?.use.join()).toMatch(/70 mg once weekly.*reconsider at 3 to 5 years.*US label as of 2026/);
    expect(alendronate?.pros).toEqual([]);
  });

  it("gives the patient's own reasons for an anabolic", () => {
    const spine = options(woman(broken(fracture("vertebra T12", "2021-01-01"))));
    expect(spine.get("teriparatide")?.pros.join()).toContain("S32");
    expect(spine.get("zoledronic acid")?.pros).toEqual([]);
    const low = options(highWoman({ dxa: [scan("FN", -2.3)], smoking: true })).get("teriparatide");
    expect(low?.pros.join()).toMatch(/below -2\.0 with current smoking.*S31/);
    expect(options(highWoman({ dxa: [scan("FN", -2)], smoking: true })).get("teriparatide")?.pros).toEqual([]);
  });

  it("gives a cancer survivor's reasons for a bisphosphonate or denosumab", () => {
    const after = options(highWoman({ problems: ["Breast cancer 2019"] }));
    const named = [...after].filter(([, { pros }]) => pros.join().includes("S39")).map(([drug]) => drug);
    expect(named).toEqual(["alendronate", "risedronate", "zoledronic acid", "denosumab"]);
  });
});

describe("steps before any drug", () => {
  it.each<[string, Input, string[], number]>([
    ["hypocalcemia", { labs: labs(lab("CA", 8, "mg/dL")) }, ["D4"], 0],
    ["low albumin is no hypocalcemia", { labs: labs(lab("CA", 8, "mg/dL"), lab("ALB", 3.1, "g/dL")) }, [], 6],
    ["low in SI units", { labs: labs(lab("CA", 2.0, "mmol/L"), lab("ALB", 42, "g/L")) }, ["D4"], 0],
    ["hypercalcemia", { labs: labs(lab("CA", 11, "mg/dL")) }, ["D10"], 0],
    ["high albumin is no hypercalcemia", { labs: labs(lab("CA", 10.6, "mg/dL"), lab("ALB", 5, "g/dL")) }, [], 6],
    ["primary hyperparathyroidism", { problems: ["Primary hyperparathyroidism"] }, ["D10"], 0],
    ["eGFR 29", { labs: labs(lab("EGFR", 29, "mL/min/1.73m2")) }, ["D3"], 0],
    ["eGFR 30", { labs: labs(lab("EGFR", 30, "mL/min/1.73m2")) }, [], 6],
    ["dialysis", { problems: ["Hemodialysis"] }, ["D3"], 0],
    ["unexplained ALP", { labs: labs(lab("ALP", 280, "U/L")) }, ["D9"], 5],
    ["ALP with a raised GGT", { labs: labs(lab("ALP", 280, "U/L"), lab("GGT", 190, "U/L")) }, [], 6],
    ["ALP with a normal GGT", { labs: labs(lab("ALP", 280, "U/L"), lab("GGT", 20, "U/L")) }, ["D9"], 5],
    ["ALP in liver disease", { labs: labs(lab("ALP", 280, "U/L")), problems: ["Primary biliary cholangitis"] }, [], 6],
    [
      "ALP with a healing fracture",
      {
        labs: labs(lab("ALP", 280, "U/L")),
        fractureHistory: "documented",
        fractures: [fracture("tibia", "2026-07-01", { trauma: "high" })],
      },
      [],
      6,
    ],
    [
      "ALP with an older fracture",
      {
        labs: labs(lab("ALP", 280, "U/L")),
        fractureHistory: "documented",
        fractures: [fracture("tibia", "2026-05-01", { trauma: "high" })],
      },
      ["D9"],
      5,
    ],
  ])("%s", (_, patch, expected, left) => {
    const input = highWoman(patch);
    expect(steps(input)).toEqual(expected);
    expect(drugs(input)).toHaveLength(left);
  });

  it("says so when nothing is left, and never falls to another list", () => {
    const input = man({
      frax: frax(12, 3.4),
      problems: ["Achalasia", "Kidney stones"],
      allergies: ["zoledronic acid: uveitis", "denosumab: eczema"],
    });
    expect(answer(input).suggest).toEqual([
      expect.objectContaining({ drug: null, text: "No option from this list; refer" }),
    ]);
  });

  it("asks for what a drug needs first", () => {
    const first = (input: Input) => Object.fromEntries(assessed(input).suggest.map((s) => [s.drug, s.first]));
    const plain = first(highWoman());
    expect(plain).toEqual(Object.fromEntries(SOURCE_ORDER.map((drug) => [drug, []])));
    const old = labs(
      lab("CA", 9.3, "mg/dL", "2026-08-24"),
      lab("CREAT", 0.75, "mg/dL", "2026-08-24"),
      lab("VITD", 14, "ng/mL"),
    );
    const late = first(highWoman({ labs: old, lastDentalExam: null }));
    expect(late["zoledronic acid"]).toEqual([
      "replete vitamin D (D5)",
      "calcium within 90 days",
      "creatinine within 90 days",
      "dental exam (S29)",
    ]);
    expect(late.denosumab).toEqual(["replete vitamin D (D5)", "calcium within 90 days", "dental exam (S29)"]);
    expect(late.teriparatide).toEqual([]);
    expect(first(highWoman({ weightKg: null })).alendronate).toEqual(["creatinine clearance (D1, D2)"]);
  });
});

describe("already treated", () => {
  const prolia = (more: Input) =>
    med("denosumab", { text: "Prolia 60 mg SC", route: "sc", start: "2023-03-01", ...more });
  const base = { dxa: [scan("LS", -2.1), scan("LS", -2.7, "2022-01-01")], frax: null };

  it.each<[string, Input[], string[], string[]]>([
    ["on alendronate: no start", [med("alendronate", { doseMg: 70, start: "2024-05-01" })], [], []],
    ["denosumab at 5 months", [prolia({ lastGiven: "2026-06-20" })], [], []],
    ["denosumab at 6 months", [prolia({ lastGiven: "2026-05-20" })], [], ["D14"]],
    ["denosumab stopped, nothing after", [prolia({ stop: "2026-01-10" })], [], ["D15"]],
    [
      "denosumab stopped, zoledronic acid after",
      [prolia({ stop: "2025-01-10" }), med("zoledronic acid", { route: "iv", start: "2025-07-01" })],
      [],
      [],
    ],
    [
      "teriparatide finished",
      [med("teriparatide", { route: "sc", start: "2023-06-01", stop: "2025-06-01" })],
      ["zoledronic acid", "denosumab", "alendronate"],
      ["D16"],
    ],
    [
      "teriparatide finished, alendronate after",
      [
        med("teriparatide", { route: "sc", start: "2023-06-01", stop: "2025-06-01" }),
        med("alendronate", { start: "2025-06-10" }),
      ],
      [],
      [],
    ],
    [
      "romosozumab beyond 12 months",
      [med("romosozumab", { route: "sc", start: "2025-11-01" })],
      ["zoledronic acid", "denosumab", "alendronate"],
      ["D16"],
    ],
    ["romosozumab in month 11", [med("romosozumab", { route: "sc", start: "2025-12-24" })], [], []],
    [
      "two antiresorptives",
      [med("alendronate", { start: "2025-01-01" }), med("zoledronic acid", { text: "Reclast 5 mg IV", route: "iv" })],
      [],
      ["D13"],
    ],
    [
      "Reclast and Zometa",
      [
        med("zoledronic acid", { text: "Reclast 5 mg", route: "iv" }),
        med("zoledronic acid", { text: "Zometa 4 mg", route: "iv" }),
      ],
      [],
      ["D13"],
    ],
    [
      "one drug with estrogen",
      [med("alendronate"), med("estradiol", { text: "Climara patch", route: "transdermal" })],
      [],
      ["D13"],
    ],
  ])("%s", (_, meds, list, alerts) => {
    const input = woman({ ...base, meds });
    expect(drugs(input)).toEqual(list);
    expect(alerted(input).filter((rule) => /^D1[3-6]$/.test(rule))).toEqual(alerts);
  });

  it("estrogen alone is prevention: the options stay", () => {
    expect(drugs(highWoman({ meds: [med("estradiol", { text: "Estrace 1 mg" })] }))).toEqual(SOURCE_ORDER);
  });

  it("says critical beyond 7 months, a warning before", () => {
    const level = (lastGiven: string) =>
      answer(woman({ ...base, meds: [prolia({ lastGiven })] })).alerts.find(({ rule }) => rule === "D14")?.level;
    expect([level("2026-04-22"), level("2026-04-23"), level("2026-05-23"), level("2026-05-24")]).toEqual([
      "critical",
      "warning",
      "warning",
      undefined,
    ]);
  });

  it("never says stop for a better T-score on denosumab", () => {
    const better = { ...base, meds: [prolia({ lastGiven: "2026-09-01" })] };
    expect(alerted(woman(better))).not.toContain("S46");
    expect(answer(woman(better)).ruleIds).toContain("X5");
    expect(alerted(woman({ ...base, meds: [med("alendronate", { start: "2022-02-01" })] }))).toContain("S46");
  });

  it("warns on the drug that is taken when a rule bars it", () => {
    const found = answer(woman({ meds: [med("alendronate")], weightKg: 36, labs: labs(lab("CREAT", 1, "mg/dL")) }));
    expect(found.alerts).toContainEqual(expect.objectContaining({ rule: "D1", level: "critical" }));
  });
});

describe("cancer survivors", () => {
  const ai = { meds: [med("anastrozole", { start: "2025-02-01" })], problems: ["Breast cancer"] };
  it.each<[string, Input, boolean]>([
    ["T below -2.0", { dxa: [scan("FN", -2.1)], ...ai }, true],
    ["T of -2.0 without a further factor", { dxa: [scan("FN", -2)], ...ai }, false],
    [
      "T below -1.5 with a parent's hip fracture",
      { dxa: [scan("FN", -1.6)], ...ai, problems: ["Breast cancer", "Mother with hip fracture"] },
      true,
    ],
    [
      "T of -1.5 with a parent's hip fracture",
      { dxa: [scan("FN", -1.5)], ...ai, problems: ["Breast cancer", "Mother with hip fracture"] },
      false,
    ],
    [
      "two factors without bone density",
      { dxa: [], frax: null, smoking: true, ...ai, problems: ["Breast cancer", "Rheumatoid arthritis"] },
      true,
    ],
    ["one factor without bone density", { dxa: [], frax: null, smoking: true, ...ai }, false],
    ["no aromatase inhibitor", { dxa: [scan("FN", -2.1)], problems: ["Breast cancer"] }, false],
  ])("%s", (_, patch, fires) => {
    const input = woman(patch);
    expect(steps(input)).toEqual(fires ? ["X6"] : []);
    expect(alerted(input)).toContain("S38");
    expect(drugs(input)).toEqual([]);
  });
});
