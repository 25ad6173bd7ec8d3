import type { TextKey } from "../text";

/** What may be typed for one figure, per unit: outside of it the figure cannot be true. */
export interface Range {
  unit: string;
  low: number;
  high: number;
  whole?: true;
}

export interface Measure {
  label: TextKey;
  /** The first unit is the one offered first. */
  ranges: [Range, ...Range[]];
}

const tScore: Measure["ranges"] = [{ unit: "", low: -7, high: 6 }];
const percent: Measure["ranges"] = [{ unit: "%", low: 0, high: 100 }];

/** Every figure of the calculator. Limits are those of possible values, never of normal ones. */
export const MEASURES = {
  age: { label: "age", ranges: [{ unit: "years", low: 0, high: 120, whole: true }] },
  weight: {
    label: "weight",
    ranges: [
      { unit: "kg", low: 20, high: 350 },
      { unit: "lb", low: 44, high: 772 },
    ],
  },
  height: {
    label: "height",
    ranges: [
      { unit: "cm", low: 100, high: 230 },
      { unit: "in", low: 39, high: 91 },
    ],
  },
  tFN: { label: "siteFN", ranges: tScore },
  tTH: { label: "siteTH", ranges: tScore },
  tLS: { label: "siteLS", ranges: tScore },
  tR33: { label: "siteR33", ranges: tScore },
  fraxMof: { label: "fraxMof", ranges: percent },
  fraxHip: { label: "fraxHip", ranges: percent },
  steroidDose: { label: "steroidDose", ranges: [{ unit: "mg/day", low: 0.05, high: 1000 }] },
  alcohol: { label: "alcohol", ranges: [{ unit: "drinks/day", low: 0, high: 50 }] },
} satisfies Record<string, Measure>;

export interface Lab extends Measure {
  /** Code and name as a case file has them. */
  key: string;
  name: string;
}

/** The laboratory tests of the work-up list that are worth typing. */
export const LABS = {
  vitaminD: {
    key: "VITD",
    name: "25-OH vitamin D",
    label: "labVitaminD",
    ranges: [
      { unit: "ng/mL", low: 1, high: 250 },
      { unit: "nmol/L", low: 2.5, high: 625 },
    ],
  },
  calcium: {
    key: "CA",
    name: "Calcium, total",
    label: "labCalcium",
    ranges: [
      { unit: "mg/dL", low: 4, high: 20 },
      { unit: "mmol/L", low: 1, high: 3.99 },
    ],
  },
  albumin: {
    key: "ALB",
    name: "Albumin",
    label: "labAlbumin",
    ranges: [
      { unit: "g/dL", low: 0.8, high: 7 },
      { unit: "g/L", low: 8, high: 70 },
    ],
  },
  creatinine: {
    key: "CREAT",
    name: "Creatinine",
    label: "labCreatinine",
    ranges: [
      { unit: "mg/dL", low: 0.1, high: 19.9 },
      { unit: "umol/L", low: 20, high: 1800 },
    ],
  },
  egfr: { key: "EGFR", name: "eGFR", label: "labEgfr", ranges: [{ unit: "mL/min/1.73m2", low: 1, high: 200 }] },
  phosphate: {
    key: "PHOS",
    name: "Phosphate",
    label: "labPhosphate",
    ranges: [
      { unit: "mg/dL", low: 0.3, high: 20 },
      { unit: "mmol/L", low: 0.1, high: 6.5 },
    ],
  },
  alp: { key: "ALP", name: "Alkaline phosphatase", label: "labAlp", ranges: [{ unit: "U/L", low: 1, high: 5000 }] },
  alt: { key: "LFT", name: "ALT", label: "labAlt", ranges: [{ unit: "U/L", low: 1, high: 20000 }] },
  hemoglobin: {
    key: "CBC",
    name: "Hemoglobin",
    label: "labHemoglobin",
    ranges: [
      { unit: "g/dL", low: 2, high: 25 },
      { unit: "g/L", low: 26, high: 250 },
    ],
  },
  tsh: { key: "TSH", name: "TSH", label: "labTsh", ranges: [{ unit: "mIU/L", low: 0.001, high: 500 }] },
  pth: {
    key: "PTH",
    name: "PTH intact",
    label: "labPth",
    ranges: [
      { unit: "pg/mL", low: 1, high: 5000 },
      { unit: "pmol/L", low: 0.1, high: 530 },
    ],
  },
  testosterone: {
    key: "TESTO",
    name: "Testosterone, total",
    label: "labTestosterone",
    ranges: [
      { unit: "ng/dL", low: 1, high: 3000 },
      { unit: "nmol/L", low: 0.03, high: 104 },
    ],
  },
} satisfies Record<string, Lab>;

export type MeasureName = keyof typeof MEASURES;
export type LabName = keyof typeof LABS;
export type FigureName = MeasureName | LabName;

export const FIGURES: Record<FigureName, Measure> = { ...MEASURES, ...LABS };

/** Figures that only the clinician's own forms ask for. */
export const FALLS: Measure = { label: "falls", ranges: [{ unit: "", low: 0, high: 365, whole: true }] };
export const HEIGHT_LOSS: Measure = {
  label: "heightLoss",
  ranges: [
    { unit: "cm", low: 0, high: 50 },
    { unit: "in", low: 0, high: 20 },
  ],
};

/** Tests that a finding may ask for, beyond those of the calculator. */
export const MORE_LABS = {
  magnesium: {
    key: "MG",
    name: "Magnesium",
    label: "labMagnesium",
    ranges: [
      { unit: "mg/dL", low: 0.3, high: 12 },
      { unit: "mmol/L", low: 0.1, high: 5 },
    ],
  },
  ionizedCalcium: {
    key: "CA_ION",
    name: "Calcium, ionized",
    label: "labIonizedCalcium",
    ranges: [
      { unit: "mmol/L", low: 0.3, high: 3 },
      { unit: "mg/dL", low: 1.2, high: 12 },
    ],
  },
  ggt: { key: "GGT", name: "GGT", label: "labGgt", ranges: [{ unit: "U/L", low: 1, high: 10000 }] },
  boneAlp: {
    key: "BALP",
    name: "Bone alkaline phosphatase",
    label: "labBoneAlp",
    ranges: [{ unit: "ug/L", low: 0.5, high: 500 }],
  },
  ttg: {
    key: "TTG",
    name: "Tissue transglutaminase IgA",
    label: "labTtg",
    ranges: [{ unit: "U/mL", low: 0, high: 1000 }],
  },
  urineCalcium: {
    key: "UCA24",
    name: "Calcium, 24 h urine",
    label: "labUrineCalcium",
    ranges: [
      { unit: "mg/d", low: 0, high: 1500 },
      { unit: "mmol/d", low: 0, high: 40 },
    ],
  },
  cortisol: {
    key: "CORTISOL",
    name: "Free cortisol in 24-hour urine",
    label: "labCortisol",
    ranges: [{ unit: "ug/d", low: 0.1, high: 20000 }],
  },
  ctx: {
    key: "CTX",
    name: "CTX",
    label: "labCtx",
    ranges: [
      { unit: "pg/mL", low: 1, high: 5000 },
      { unit: "ng/mL", low: 0.001, high: 5 },
    ],
  },
} satisfies Record<string, Lab>;

/** The hormones of one item of the work-up, asked for together. */
export const SEX_HORMONES = {
  estradiol: {
    key: "ESTRADIOL",
    name: "Estradiol",
    label: "labEstradiol",
    ranges: [{ unit: "pg/mL", low: 0.5, high: 50000 }],
  },
  fsh: { key: "FSH", name: "FSH", label: "labFsh", ranges: [{ unit: "IU/L", low: 0.01, high: 500 }] },
  lh: { key: "LH", name: "LH", label: "labLh", ranges: [{ unit: "IU/L", low: 0.01, high: 500 }] },
  prolactin: {
    key: "PROLACTIN",
    name: "Prolactin",
    label: "labProlactin",
    ranges: [{ unit: "ng/mL", low: 0.1, high: 50000 }],
  },
} satisfies Record<string, Lab>;
