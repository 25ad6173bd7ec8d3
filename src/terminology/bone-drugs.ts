import type { Drug } from "./drug";

/** An osteoporosis drug with what its label says that a rule or a card repeats (CLINICAL.md 4.1). */
export interface BoneDrug extends Drug {
  /** Treatment dose as the label has it. */
  dose: string;
  /** Given by mouth, by a health professional (parenteral), or by the patient's own injection. */
  given: "oral" | "parenteral" | "self-injected" | "nasal";
  /** Cautions of the label shown beside the option. */
  cautions: string[];
  /** How long, and what must follow. */
  duration: string;
  /** When the US label was read, and what changed in it of late; labels change. */
  label: string;
  /** Slows resorption: two of them at once are a duplicate (D13), and a dental exam comes first (S29). */
  antiresorptive: boolean;
  /** Licensed for treatment; the others are for prevention only and never count as treatment. */
  treats: boolean;
}

/** CLINICAL.md section 8: labels of 2026-06 to 2026-10; of some drugs only a secondary page was at hand. */
const LABEL_READ = "US label as of 2026-06 to 2026-10";
const LABEL_QUOTED = "label as quoted by a secondary page, not dated";
const ATYPICAL = "atypical fractures added to its warnings between 2025-10 and 2026-02";

const ORAL_BISPHOSPHONATE = [
  "sit or stand upright after the dose: 30 minutes (ibandronate 60)",
  "not with esophageal stricture or achalasia",
];

export const BONE_DRUGS: readonly BoneDrug[] = [
  {
    ingredient: "alendronate",
    names: ["alendronic acid", "alendronate sodium", "alendronate-cholecalciferol", "alendronate/cholecalciferol"],
    brands: ["Fosamax", "Fosamax Plus D", "Binosto"],
    rxnorm: ["904431", "904433", "904462", "904465", "904492", "904495"],
    classes: ["bisphosphonate"],
    dose: "10 mg daily or 70 mg once weekly by mouth",
    given: "oral",
    cautions: [...ORAL_BISPHOSPHONATE, "not recommended when creatinine clearance is below 35 mL/min"],
    duration: "reconsider at 3 to 5 years when risk is low",
    label: `${LABEL_READ}; ${ATYPICAL}`,
    antiresorptive: true,
    treats: true,
  },
  {
    ingredient: "risedronate",
    names: ["risedronic acid", "risedronate sodium"],
    brands: ["Actonel", "Atelvia"],
    rxnorm: [],
    classes: ["bisphosphonate"],
    dose: "5 mg daily, 35 mg once weekly or 150 mg once monthly by mouth",
    given: "oral",
    cautions: [...ORAL_BISPHOSPHONATE, "not recommended when creatinine clearance is below 30 mL/min"],
    duration: "reconsider at 3 to 5 years when risk is low",
    label: `${LABEL_QUOTED}; ${ATYPICAL}`,
    antiresorptive: true,
    treats: true,
  },
  {
    ingredient: "ibandronate",
    names: ["ibandronic acid", "ibandronate sodium"],
    brands: ["Boniva"],
    rxnorm: [],
    classes: ["bisphosphonate"],
    dose: "150 mg once monthly by mouth or 3 mg IV every 3 months",
    given: "oral",
    cautions: [
      ...ORAL_BISPHOSPHONATE,
      "no proof of fewer hip fractures",
      "not below a creatinine clearance of 30 mL/min",
    ],
    duration: "data on a holiday are thin",
    label: `${LABEL_QUOTED}; ${ATYPICAL}`,
    antiresorptive: true,
    treats: true,
  },
  {
    ingredient: "zoledronic acid",
    names: ["zoledronate", "zoledronic"],
    brands: ["Reclast", "Aclasta"],
    oncologyBrands: ["Zometa"],
    rxnorm: ["77655"],
    classes: ["bisphosphonate"],
    dose: "5 mg IV once a year over at least 15 minutes",
    given: "parenteral",
    cautions: [
      "contraindicated when creatinine clearance is below 35 mL/min, in acute renal impairment and in hypocalcemia",
      "creatinine before each dose",
    ],
    duration: "review at 3 years",
    label: `${LABEL_READ}; ${ATYPICAL}`,
    antiresorptive: true,
    treats: true,
  },
  {
    ingredient: "denosumab",
    names: [],
    brands: [
      "Prolia",
      "Jubbonti",
      "Ospomyv",
      "Obodence",
      "Stoboclo",
      "Conexxence",
      "Bildyos",
      "Bosaya",
      "Enoby",
      "Osvyrti",
      "Boncresa",
    ],
    oncologyBrands: [
      "Xgeva",
      "Wyost",
      "Xbryk",
      "Osenvelt",
      "Bomyntra",
      "Bilprevda",
      "Aukelso",
      "Xtrenbo",
      "Jubereq",
      "Oziltus",
    ],
    rxnorm: ["993452", "993456"],
    classes: ["denosumab"],
    dose: "60 mg SC every 6 months",
    given: "parenteral",
    cautions: [
      "boxed warning: severe hypocalcemia when eGFR is below 30 or on dialysis",
      "contraindicated in hypocalcemia and pregnancy",
      "never just stop: another antiresorptive about 6 months after the last dose",
    ],
    duration: "no fixed end; follow with another antiresorptive when it is stopped",
    label: LABEL_READ,
    antiresorptive: true,
    treats: true,
  },
  {
    ingredient: "teriparatide",
    names: [],
    brands: ["Forteo", "Bonsity"],
    rxnorm: ["1435115", "2716408"],
    classes: ["pth-analogue"],
    dose: "20 mcg SC daily",
    given: "self-injected",
    cautions: [
      "not with raised risk of osteosarcoma (Paget, unexplained alkaline phosphatase, open epiphyses, skeletal cancer or radiation)",
      "not in hypercalcemia or hyperparathyroidism; caution with stones, orthostasis and digoxin",
    ],
    duration: "2 years, longer only if still at high risk; an antiresorptive follows",
    label: `${LABEL_READ}; hypersensitivity added 2026-08 (Forteo)`,
    antiresorptive: false,
    treats: true,
  },
  {
    ingredient: "abaloparatide",
    names: [],
    brands: ["Tymlos"],
    rxnorm: [],
    classes: ["pth-analogue"],
    dose: "80 mcg SC daily",
    given: "self-injected",
    cautions: ["cautions of the class as for teriparatide"],
    duration: "2 years of PTH analogues in all; an antiresorptive follows",
    label: LABEL_READ,
    antiresorptive: false,
    treats: true,
  },
  {
    ingredient: "romosozumab",
    names: [],
    brands: ["Evenity"],
    rxnorm: [],
    classes: ["romosozumab"],
    dose: "210 mg SC once monthly, 12 doses",
    given: "parenteral",
    cautions: [
      "boxed warning: not within 1 year of a myocardial infarction or stroke",
      "contraindicated in hypocalcemia; monitor calcium when eGFR is below 30",
    ],
    duration: "12 doses; an antiresorptive follows",
    label: LABEL_READ,
    antiresorptive: false,
    treats: true,
  },
  {
    ingredient: "raloxifene",
    names: [],
    brands: ["Evista"],
    rxnorm: [],
    classes: ["serm"],
    dose: "60 mg daily by mouth",
    given: "oral",
    cautions: [
      "boxed warning: venous thromboembolism and death from stroke",
      "contraindicated with active or past deep vein, pulmonary or retinal vein thrombosis; stop 72 h before immobilization",
      "fewer vertebral fractures only (unconfirmed)",
    ],
    duration: "no fixed end",
    label: LABEL_QUOTED,
    antiresorptive: true,
    treats: true,
  },
  {
    ingredient: "conjugated estrogens/bazedoxifene",
    names: ["bazedoxifene", "conjugated estrogens-bazedoxifene"],
    brands: ["Duavee"],
    rxnorm: ["1441392", "1441740"],
    classes: ["serm", "estrogen"],
    dose: "0.45 mg/20 mg daily by mouth, prevention only, uterus present",
    given: "oral",
    cautions: [
      "not with VTE, stroke, estrogen-dependent cancer or hepatic impairment",
      "not recommended from 75 years",
    ],
    duration: "prevention only",
    label: LABEL_READ,
    antiresorptive: true,
    treats: false,
  },
  {
    ingredient: "calcitonin",
    names: ["calcitonin salmon", "salmon calcitonin"],
    brands: ["Miacalcin", "Fortical"],
    rxnorm: [],
    classes: ["calcitonin"],
    dose: "200 IU nasal daily or 100 IU by injection",
    given: "nasal",
    cautions: ["more than 5 years after menopause only", "fewer fractures not shown", "malignancy signal"],
    duration: "last resort",
    label: LABEL_QUOTED,
    antiresorptive: true,
    treats: true,
  },
  {
    ingredient: "estrogens",
    names: ["estradiol", "oestradiol", "oestrogens", "estrogen", "conjugated estrogens", "esterified estrogens"],
    brands: ["Premarin", "Climara", "Vivelle", "Vivelle-Dot", "Estrace", "Prempro", "Activella", "Bijuva"],
    rxnorm: [],
    classes: ["estrogen"],
    dose: "levels vary, prevention only",
    given: "oral",
    cautions: [
      "VTE, stroke, breast or endometrial cancer, liver disease",
      "read the current label: boxed warnings differ",
    ],
    duration: "bone is lost on stopping",
    label: `${LABEL_READ}; boxed warning removed from the Bijuva label 2026-02, others still carry it`,
    antiresorptive: true,
    treats: false,
  },
];

/** The bone drug an ingredient, synonym or brand names; undefined when it is none. */
export function boneDrug(ingredient: string): BoneDrug | undefined {
  return BONE_DRUGS.find((drug) => drug.ingredient === ingredient);
}
