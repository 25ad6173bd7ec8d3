/** 10-year probabilities in percent. */
export interface FraxFigures {
  mof: number | null;
  hip: number | null;
}

/** Above 7.5 mg/day prednisone, all ages: MOF +15 %, hip +20 % (source article S10; Kanis 2011). */
export const HIGH_DOSE_FACTOR = { mof: 1.15, hip: 1.2 } as const;

/** A product as it is in decimal: 6 x 1.15 is 6.9, which binary fractions miss by 1e-15 (CLINICAL.md 5.4, rounding). */
function times(figure: number | null, factor: number): number | null {
  return figure === null ? null : Number((figure * factor).toFixed(9));
}

/** FRAX run with glucocorticoids = yes, adjusted for a dose above 7.5 mg/day; exact in decimal. */
export function adjustForHighDose({ mof, hip }: FraxFigures): FraxFigures {
  return { mof: times(mof, HIGH_DOSE_FACTOR.mof), hip: times(hip, HIGH_DOSE_FACTOR.hip) };
}

/** Kanis 2011 by age, as reprinted [AACI table 7]: percent added above 7.5 mg/day. Shown as information, never applied. */
const BY_AGE = [
  { from: 90, hip: 10, mof: 10 },
  { from: 80, hip: 10, mof: 10 },
  { from: 70, hip: 20, mof: 15 },
  { from: 60, hip: 25, mof: 15 },
  { from: 40, hip: 25, mof: 20 },
] as const;

/** The age row that a patient falls in; null below 40, where FRAX does not apply. */
export function highDosePercentAtAge(age: number): { hip: number; mof: number } | null {
  const row = BY_AGE.find(({ from }) => age >= from);
  return row ? { hip: row.hip, mof: row.mof } : null;
}
