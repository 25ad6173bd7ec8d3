/** Pre-DXA screens (RISK.md 5): they predict low bone density, not fractures, and only say "DXA missing". */

const EPSILON = 1e-9;

/** From these values a screen is positive; OST and OSIRIS are positive below theirs (RISK.md 5). */
export const SCREEN_LIMITS = {
  ost: { female: 2, male: 4 },
  orai: 9,
  osiris: 1,
  score: 6,
  abone: 2,
  mores: 6,
  fraxMof: 8.4,
} as const;

/** OST = 0.2 × (weight − age); LOINC 98146-4. Positive below 2 in women, below 4 in men. */
export function ost(weightKg: number, age: number): number {
  return 0.2 * (weightKg - age);
}

export function ostPositive(weightKg: number, age: number, sex: "female" | "male"): boolean {
  return ost(weightKg, age) < SCREEN_LIMITS.ost[sex] - EPSILON;
}

/** ORAI: age 15/9/5, weight 9/3, no estrogen 2; LOINC 98139-9. Positive from 9. Women. */
export function orai(weightKg: number, age: number, onEstrogen: boolean): number {
  const agePoints = age >= 75 ? 15 : age >= 65 ? 9 : age >= 55 ? 5 : 0;
  const weightPoints = weightKg < 60 ? 9 : weightKg < 70 ? 3 : 0;
  return agePoints + weightPoints + (onEstrogen ? 0 : 2);
}

/** OSIRIS: 0.2 × kg − 0.2 × age + 2 on estrogen − 2 with a low-impact fracture; LOINC 98136-5. Positive below 1. Women. */
export function osiris(weightKg: number, age: number, onEstrogen: boolean, priorFracture: boolean): number {
  return 0.2 * weightKg - 0.2 * age + (onEstrogen ? 2 : 0) - (priorFracture ? 2 : 0);
}

const POUND_KG = 0.45359237;

export interface ScoreInput {
  weightKg: number;
  age: number;
  notBlack: boolean;
  rheumatoidArthritis: boolean;
  /** Fractures of wrist, hip or rib after 45. */
  fractures: number;
  everEstrogen: boolean;
}

/** SCORE: 5 not Black, 4 rheumatoid arthritis, 4 a fracture up to 12, 3 × first digit of age, 1 never estrogen, − lb/10 truncated. Positive from 6. Women. */
export function score(input: ScoreInput): number {
  return (
    (input.notBlack ? 5 : 0) +
    (input.rheumatoidArthritis ? 4 : 0) +
    Math.min(4 * input.fractures, 12) +
    3 * Math.floor(input.age / 10) +
    (input.everEstrogen ? 0 : 1) -
    Math.trunc(input.weightKg / POUND_KG / 10 + EPSILON)
  );
}

/** ABONE: 1 each above 65 years, below 63.5 kg, never estrogen. Positive from 2. Women. */
export function abone(weightKg: number, age: number, everEstrogen: boolean): number {
  return Number(age > 65) + Number(weightKg < 63.5) + Number(!everEstrogen);
}

/** MORES: age 0/3/4, COPD 3, weight 6/4/0 (points unconfirmed). Positive from 6. Men. */
export function mores(weightKg: number, age: number, copd: boolean): number {
  const agePoints = age >= 75 ? 4 : age > 55 ? 3 : 0;
  const weightPoints = weightKg <= 70 ? 6 : weightKg <= 80 ? 4 : 0;
  return agePoints + (copd ? 3 : 0) + weightPoints;
}
