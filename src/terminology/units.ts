import type { Analyte, Quantity } from "../chart/chart";
import { ANALYTES } from "./analytes";
import { foldText } from "./plain-text";

/** One spelling for each unit, only for comparing: "µmol/L", "umol/l" and "mcmol/L" are "umol/l". */
export function unitKey(unit: string): string {
  return foldText(unit.replace(/[µμ]/g, "u").replace(/²/g, "2").replace(/³/g, "3"))
    .replace(/[\s{}_()[\]]/g, "")
    .replace(/^(?:mcg|mikrog)/, "ug")
    .replace(/^mcmol/, "umol")
    .replace(/^mc(?=i?u\/)/, "u")
    .replace(/\/litre?$|\/liter$/, "/l")
    .replace(/\/24h(?:rs?|ours?)?$|\/day$|\/d$|\/24std$|\/24$/, "/d")
    .replace(/^units?\//, "u/")
    .replace(/^([mu]?)(?:iu|ui)\//, "$1u/")
    .replace(/^(m?g)ms?\//, "$1/")
    .replace(/^g%$/, "g/dl")
    .replace(/^mg%$/, "mg/dl")
    .replace(/1\.73(?:m2|sqm|m\^2|m\*\*2|m)?$/, "1.73m2");
}

/** Factors to the canonical unit; exact powers of ten inside one system, else the factor of CLINICAL.md section 3. */
const FACTORS: Partial<Record<Analyte, Readonly<Record<string, number>>>> = {
  VITD: { "ng/ml": 1, "ug/l": 1, "nmol/l": 1 / 2.496 },
  CA: { "mg/dl": 1, "mmol/l": 4.008, "mg/l": 0.1 },
  CA_CORR: { "mg/dl": 1, "mmol/l": 4.008, "mg/l": 0.1 },
  CA_ION: { "mmol/l": 1, "mg/dl": 1 / 4.008 },
  ALB: { "g/dl": 1, "g/l": 0.1 },
  PHOS: { "mg/dl": 1, "mmol/l": 3.097, "mg/l": 0.1 },
  ALP: { "u/l": 1 },
  BALP: { "ug/l": 1, "ng/ml": 1 },
  CREAT: { "mg/dl": 1, "umol/l": 1 / 88.42, "mg/l": 0.1 },
  EGFR: { "ml/min/1.73m2": 1, "ml/min": 1 },
  ALT: { "u/l": 1 },
  AST: { "u/l": 1 },
  GGT: { "u/l": 1 },
  BILI: { "mg/dl": 1, "umol/l": 1 / 17.1 },
  HGB: { "g/dl": 1, "g/l": 0.1 },
  TSH: { "mu/l": 1, "uu/ml": 1 },
  TESTO: { "ng/dl": 1, "nmol/l": 28.84, "ng/ml": 100, "ug/l": 100 },
  PTH: { "pg/ml": 1, "ng/l": 1, "pmol/l": 9.43 },
  UCA24: { "mg/d": 1, "mmol/d": 40.1 },
  TTG: { "u/ml": 1 },
  IGA: { "mg/dl": 1, "g/l": 100 },
  CORTISOL: { "ug/d": 1 },
  ESTRADIOL: { "pg/ml": 1, "ng/l": 1 },
  FSH: { "u/l": 1, "mu/ml": 1 },
  LH: { "u/l": 1, "mu/ml": 1 },
  PROLACTIN: { "ng/ml": 1, "ug/l": 1 },
  // 24.305 g/mol, the molar mass of magnesium.
  MG: { "mg/dl": 1, "mmol/l": 2.4305 },
  ESR: { "mm/h": 1, "mm/hr": 1, "mm/1h": 1 },
  CRP: { "mg/l": 1, "mg/dl": 10 },
  FERRITIN: { "ng/ml": 1, "ug/l": 1 },
  HBA1C: { "%": 1 },
  CTX: { "pg/ml": 1, "ng/l": 1, "ng/ml": 1000 },
  P1NP: { "ug/l": 1, "ng/ml": 1 },
};

/**
 * The value in the analyte's canonical unit (`ANALYTES[analyte].unit`), unrounded.
 * Null when no unit is shown, or one that this analyte cannot be converted from: a unit is never assumed.
 */
export function canonical(analyte: Analyte, value: number, unit: string | null): Quantity | null {
  if (unit === null) return null;
  const factor = FACTORS[analyte]?.[unitKey(unit)];
  return factor === undefined ? null : { value: value * factor, unit: ANALYTES[analyte].unit };
}

/** Units of another quantity under the same name: an amount a day or per creatinine (urine). */
const OTHER_QUANTITY = /\/(?:d|g|mmol|mg)(?!l)/;

/**
 * How a printed unit fits the analyte: "known" and convertible; "unknown" but possible, kept as shown; "foreign", not a
 * unit this analyte can have, so that the unit is not read; "other" when it makes the result another test.
 */
export function unitFit(analyte: Analyte, unit: string): "known" | "unknown" | "foreign" | "other" {
  const key = unitKey(unit);
  if (FACTORS[analyte]?.[key] !== undefined) return "known";
  // albumin in mg/dL is that of urine
  if (OTHER_QUANTITY.test(key) || (analyte === "ALB" && key === "mg/dl")) return "other";
  // A percentage of the protein (electrophoresis) or of the haemoglobin (its kinds) is a fraction.
  if (key === "%") return analyte === "ALB" || analyte === "HGB" ? "other" : "foreign";
  return "unknown";
}
