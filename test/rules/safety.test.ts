import { describe, expect, it } from "vitest";
import { alerted, answer, assessed, avoided, drugs, steps } from "../cases/answer";
import { fracture, frax, highWoman, type Input, lab, labs, man, med, prednisone, scan, woman } from "../cases/build";

const BISPHOSPHONATES = ["alendronate", "risedronate", "ibandronate", "zoledronic acid"];
const ORAL = ["alendronate", "risedronate", "ibandronate"];
const PTH_ANALOGUES = ["teriparatide", "abaloparatide"];
const ESTROGENS = ["conjugated estrogens/bazedoxifene", "estrogens"];

/** Patients for whom a list of drugs is made, each by another way (CLINICAL.md 5.4). */
const PATIENTS: Record<string, (patch: Input) => Input> = {
  "at high risk": highWoman,
  "at very high risk": (patch) => woman({ dxa: [scan("FN", -3.2)], ...patch }),
  "with a vertebral fracture": (patch) =>
    woman({ fractureHistory: "documented", fractures: [fracture("L1", "2022-01-01")], ...patch }),
  "on glucocorticoid at moderate risk": (patch) =>
    woman({ frax: frax(12, 1.5, { gcTicked: true }), ...patch, meds: [prednisone(5), ...((patch.meds ?? []) as [])] }),
  "after an anabolic": (patch) =>
    woman({
      ...patch,
      meds: [
        med("teriparatide", { route: "sc", start: "2023-01-01", stop: "2025-01-01" }),
        ...((patch.meds ?? []) as []),
      ],
    }),
  "with a drug planned": (patch) => highWoman({ plannedDrug: true, ...patch }),
};

/** Creatinine of 1 mg/dL in a woman of 68: clearance = 72 x kg x 0.85 / 72 = 0.85 x kg. */
const clearance = (ml: number): Input => ({ age: 68, weightKg: ml / 0.85, labs: labs(lab("CREAT", 1, "mg/dL")) });

const BARRED: [string, Input, readonly string[]][] = [
  ["D1 clearance 34.9", clearance(34.9), ["alendronate", "zoledronic acid"]],
  ["D1 acute kidney injury", { problems: ["Acute kidney injury"] }, ["zoledronic acid"]],
  ["D2 clearance 29.9", clearance(29.9), BISPHOSPHONATES],
  ["D3 eGFR 29.9", { labs: labs(lab("EGFR", 29.9, "mL/min/1.73m2")) }, ["denosumab"]],
  ["D3 dialysis", { problems: ["ESRD on hemodialysis"] }, ["denosumab"]],
  ["D3 stage 4", { problems: ["CKD stage 4"] }, ["denosumab"]],
  [
    "D4 corrected calcium 8.58",
    { labs: labs(lab("CA", 8.5, "mg/dL"), lab("ALB", 3.9, "g/dL")) },
    [...BISPHOSPHONATES, "denosumab", "romosozumab"],
  ],
  ["D6 achalasia", { problems: ["Achalasia"] }, ORAL],
  ["D6 cannot stay upright", { problems: ["Unable to sit upright"] }, ORAL],
  ["D6 gastric bypass", { problems: ["Roux-en-Y gastric bypass 2014"] }, ORAL],
  ["D6v varices", { problems: ["Esophageal varices"] }, ORAL],
  ["D7 past pulmonary embolism", { problems: ["History of pulmonary embolism"] }, ["raloxifene", ...ESTROGENS]],
  ["D7 retinal vein", { problems: ["Retinal vein occlusion 2012"] }, ["raloxifene", ...ESTROGENS]],
  ["D7b breast cancer", { problems: ["Breast cancer"] }, ESTROGENS],
  ["D8 infarction this year", { problems: ["Myocardial infarction 2026-02-01"] }, ["romosozumab"]],
  ["D8 stroke without a date", { problems: ["Stroke"] }, ["romosozumab"]],
  ["D9 Paget", { problems: ["Paget's disease of bone"] }, PTH_ANALOGUES],
  ["D9 unexplained ALP", { labs: labs(lab("ALP", 310, "U/L")) }, PTH_ANALOGUES],
  ["D9 metastases", { problems: ["Bone metastases"] }, PTH_ANALOGUES],
  ["D10 corrected calcium 10.3", { labs: labs(lab("CA", 10.3, "mg/dL"), lab("ALB", 4, "g/dL")) }, PTH_ANALOGUES],
  ["D10 hyperparathyroidism", { problems: ["Primary hyperparathyroidism"] }, PTH_ANALOGUES],
  ["D11 stones", { problems: ["Nephrolithiasis"] }, PTH_ANALOGUES],
  ["D12 pregnancy", { problems: ["Pregnancy"] }, ["denosumab", "raloxifene"]],
  ["S30 intolerance of one oral", { allergies: ["risedronate: nausea"] }, ORAL],
];

describe("a contraindicated drug is never suggested", () => {
  const rows = Object.keys(PATIENTS).flatMap((who) =>
    BARRED.map(([name, patch, gone]) => [name, who, patch, gone] as const),
  );

  it.each(rows)("%s, %s", (name, who, patch, gone) => {
    const input = (PATIENTS[who] ?? woman)(patch);
    const found = answer(input);
    const [id] = name.split(" ");
    expect(found.avoid.filter(({ rule }) => rule === id).map(({ drug }) => drug)).toEqual(
      expect.arrayContaining([...gone].filter((drug) => id !== "D2" || !/^(alendronate|zoledronic)/.test(drug))),
    );
    expect(found.suggest.filter(({ drug }) => drug !== null && found.avoid.some((no) => no.drug === drug))).toEqual([]);
    expect(found.suggest.filter(({ drug }) => drug !== null && gone.includes(drug))).toEqual([]);
    expect(found.suggest.length).toBeGreaterThan(0);
  });

  it.each<[string, Input, string]>([
    ["clearance 35", clearance(35), "alendronate D1"],
    ["clearance 30", clearance(30), "risedronate D2"],
    ["eGFR 30", { labs: labs(lab("EGFR", 30, "mL/min/1.73m2")) }, "denosumab D3"],
    ["corrected calcium 8.6", { labs: labs(lab("CA", 8.6, "mg/dL"), lab("ALB", 4, "g/dL")) }, "alendronate D4"],
    ["corrected calcium 10.2", { labs: labs(lab("CA", 10.2, "mg/dL"), lab("ALB", 4, "g/dL")) }, "teriparatide D10"],
    ["infarction a year ago", { problems: ["Myocardial infarction 2025-11-23"] }, "romosozumab D8"],
  ])("the limit itself bars nothing: %s", (_, patch, gone) => {
    expect(avoided(highWoman(patch))).not.toContain(gone);
  });

  it.each<[string, Input, string[]]>([
    ["man at high risk", man({ frax: frax(12, 3.3) }), ["raloxifene", "romosozumab", ...ESTROGENS, "ibandronate"]],
    [
      "man at very high risk",
      man({ dxa: [scan("FN", -3.2)] }),
      ["raloxifene", "romosozumab", ...ESTROGENS, "ibandronate"],
    ],
  ])("%s", (_, input, gone) => {
    expect(drugs(input).filter((drug) => gone.includes(drug))).toEqual([]);
    expect(drugs(input).length).toBeGreaterThan(0);
  });

  it("is not named as first line beside its contraindication", () => {
    const summaries = assessed(highWoman({ problems: ["Achalasia"] })).findings.map(({ card }) => card.summary);
    expect(summaries.filter((line) => /Consider alendronate|Alendronate inhibits/.test(line))).toEqual([]);
    const fits = assessed(highWoman()).findings.map(({ card }) => card.summary);
    expect(fits.filter((line) => /Consider alendronate|Alendronate inhibits/.test(line))).toHaveLength(2);
  });
});

describe("warnings that take no drug away", () => {
  it.each<[string, Input, string]>([
    ["D5", highWoman({ labs: labs(lab("VITD", 19.9, "ng/mL")) }), "D5"],
    ["D12 before menopause", woman({ age: 44, menopause: "pre", meds: [med("alendronate")] }), "D12"],
    ["D19", woman({ meds: [med("alendronate")], problems: ["Thigh pain"] }), "D19"],
    [
      "D20",
      woman({ meds: [med("risedronate", { text: "Atelvia 35 mg weekly" }), med("omeprazole", { doseMg: 20 })] }),
      "D20",
    ],
    ["D21", woman({ meds: [med("alendronate")] }), "D21"],
  ])("%s", (_, input, rule) => {
    expect(alerted(input)).toContain(rule);
  });

  it("D20 is for Atelvia only", () => {
    const plain = woman({ meds: [med("risedronate", { text: "Actonel 35 mg" }), med("omeprazole", { doseMg: 20 })] });
    expect(alerted(plain)).not.toContain("D20");
  });
});

describe("referral instead of a drug", () => {
  const said = (input: Input) => assessed(input).suggest.map(({ text }) => text);
  const young = (patch: Input) => woman({ age: 44, menopause: "pre", frax: null, ...patch });
  const broke = { fractureHistory: "documented", fractures: [fracture("hip", "2024-01-01")] };

  it("names ACR on glucocorticoid, with contraception for a woman only", () => {
    expect(said(young({ meds: [prednisone(40, { start: "2026-10-01" })] })).join()).toMatch(
      /^Refer:.*ACR.*contraception/,
    );
    const youngMan = man({ age: 44, frax: null, meds: [prednisone(40, { start: "2026-10-01" })] });
    expect(said(youngMan).join()).toMatch(/^Refer:.*ACR/);
    expect(said(youngMan).join()).not.toContain("contraception");
  });

  it("names the source after a fracture, and no glucocorticoid that is not taken", () => {
    for (const input of [young(broke), man({ age: 44, frax: null, ...broke })]) {
      expect(steps(input)).toEqual(["S12"]);
      expect(said(input).join()).not.toMatch(/glucocorticoid|contraception/);
      expect(drugs(input)).toEqual([]);
    }
  });

  it("suggests nothing where no tier asks for a drug", () => {
    expect(assessed(young({})).suggest).toEqual([]);
  });
});

describe("hyperparathyroidism", () => {
  it("comes before any drug unless it is secondary; an analogue of the hormone is barred either way", () => {
    const of = (problem: string) => highWoman({ problems: [problem] });
    expect(steps(of("Hyperparathyroidism"))).toEqual(["D10"]);
    expect(steps(of("Secondary hyperparathyroidism"))).toEqual([]);
    expect(drugs(of("Secondary hyperparathyroidism"))).toEqual([
      "alendronate",
      "risedronate",
      "zoledronic acid",
      "denosumab",
      "raloxifene",
    ]);
  });

  it("says that corrected calcium is unreliable below an eGFR of 60", () => {
    const reason = (egfr: number) =>
      answer(
        highWoman({ labs: labs(lab("CA", 8, "mg/dL"), lab("ALB", 4, "g/dL"), lab("EGFR", egfr, "mL/min/1.73m2")) }),
      ).avoid.find(({ rule }) => rule === "D4")?.reason;
    expect(reason(59)).toContain("measure ionized");
    expect(reason(60)).not.toContain("measure ionized");
  });
});

const ROMOSOZUMAB = med("romosozumab", { text: "Evenity 210 mg SC monthly", route: "sc", start: "2026-06-01" });

describe("romosozumab and the heart (D8)", () => {
  const said = (patch: Input) => {
    const { alerts, ruleIds, suggest, avoid } = answer(woman({ dxa: [scan("LS", -3.2)], ...patch }));
    expect(alerts.some(({ rule }) => rule === "D8")).toBe(ruleIds.includes("D8"));
    return {
      levels: alerts.filter(({ rule }) => rule === "D8").map(({ level }) => level),
      offered: suggest.some(({ drug }) => drug === "romosozumab"),
      barred: avoid.some(({ rule }) => rule === "D8"),
    };
  };
  const warned = { levels: ["warning"], offered: true, barred: false };
  it.each<[string, Input, ReturnType<typeof said>]>([
    ["an infarction years ago", { problems: ["Myocardial infarction 2019"] }, warned],
    ["an infarction a year and a week ago", { problems: ["NSTEMI 2025-11-16"] }, warned],
    ["other disease of the heart", { problems: ["Coronary artery disease"] }, warned],
    ["a recent infarction", { problems: ["NSTEMI 2026-02-16"] }, { levels: ["warning"], offered: false, barred: true }],
    ["none", {}, { levels: [], offered: true, barred: false }],
    ["of the family", { problems: ["Family history of stroke"] }, { levels: [], offered: true, barred: false }],
    ["romosozumab taken", { problems: ["TIA 2020"], meds: [ROMOSOZUMAB] }, { ...warned, offered: false }],
    [
      "another drug taken",
      { problems: ["TIA 2020"], meds: [med("alendronate")] },
      { levels: [], offered: false, barred: false },
    ],
  ])("%s", (_, patch, expected) => {
    expect(said(patch)).toEqual(expected);
  });
});

describe("shared decision (X7)", () => {
  it("is for women of 65 with osteopenia for whom no drug is listed", () => {
    const at = (patch: Input) => answer(woman({ age: 65, ...patch })).ruleIds.includes("X7");
    expect(at({})).toBe(true);
    expect(at({ age: 64 })).toBe(false);
    expect(at({ meds: [prednisone(5)], frax: frax(12, 1.5, { gcTicked: true }) })).toBe(false);
    expect(answer(man({ age: 70 })).ruleIds).not.toContain("X7");
  });
});
