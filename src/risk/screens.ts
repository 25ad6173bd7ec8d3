/** Pre-DXA screens (RISK.md 5): they predict low bone density, not fractures, and only say "DXA missing". */

const EPSILON = 1e-9;

/** OST = 0.2 × (weight − age); LOINC 98146-4. Positive below 2 in women, below 4 in men. */
export function ost(weightKg: number, age: number): number {
  return 0.2 * (weightKg - age);
}

export function ostPositive(weightKg: number, age: number, sex: "female" | "male"): boolean {
  return ost(weightKg, age) < (sex === "female" ? 2 : 4) - EPSILON;
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
