import { unitKey } from "../terminology/units";
import type { Vital } from "./frame-facts";

/** International avoirdupois pound and inch, exact. */
const KG_PER_LB = 0.45359237;
const CM_PER_INCH = 2.54;

const KG: Readonly<Record<string, number>> = {
  lbav: KG_PER_LB,
  kg: 1,
  kgs: 1,
  kilograms: 1,
  kilogram: 1,
  g: 0.001,
  lb: KG_PER_LB,
  lbs: KG_PER_LB,
  pounds: KG_PER_LB,
  pound: KG_PER_LB,
};
const CM: Readonly<Record<string, number>> = {
  inus: CM_PER_INCH,
  cm: 1,
  cms: 1,
  centimeters: 1,
  m: 100,
  mm: 0.1,
  in: CM_PER_INCH,
  inch: CM_PER_INCH,
  inches: CM_PER_INCH,
  '"': CM_PER_INCH,
};

/** What a grown person can weigh or measure: outside it, the unit or the row is not what it seems. Not a clinical limit. */
const PLAUSIBLE = { weight: [20, 350], height: [90, 230], bmi: [8, 90] } as const;

/** Weight in kg, height in cm, BMI in kg/m²; null when the unit is missing or unknown or the value impossible. */
export function bodyMeasure(vital: Pick<Vital, "kind" | "value" | "unit">): number | null {
  const key = vital.unit === null ? null : unitKey(vital.unit);
  const factor = vital.kind === "bmi" ? 1 : key === null ? undefined : (vital.kind === "weight" ? KG : CM)[key];
  if (factor === undefined) return null;
  const value = vital.value * factor;
  const [least, most] = PLAUSIBLE[vital.kind];
  return value >= least && value <= most ? value : null;
}
