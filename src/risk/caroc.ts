/** CAROC 2010 (Papaioannou, CMAJ 2010;182:1864): Canadian category of 10-year major fracture risk. Not FRAX (RISK.md 4.1). */
export type CarocCategory = "low" | "moderate" | "high";

export interface CarocInput {
  /** Years; the tool starts at 50. */
  age: number;
  sex: "female" | "male";
  /** Femoral neck, NHANES III female reference. */
  femoralNeckT: number;
  /** Lowest of spine and total hip; null when not measured. */
  otherLowestT: number | null;
  /** Fragility fracture after 40. */
  priorFracture: boolean;
  hipOrVertebralFracture: boolean;
  fragilityFractures: number;
  /** At least 3 months in the last year at 7.5 mg/day or more. */
  steroids: boolean;
}

/** T above `low` is low, below `high` is high, between is moderate. Unconfirmed: read from a report generator. */
const CUT_OFFS = {
  female: [
    [50, -2.5, -3.8],
    [55, -2.5, -3.8],
    [60, -2.3, -3.7],
    [65, -1.9, -3.5],
    [70, -1.7, -3.2],
    [75, -1.2, -2.9],
    [80, -0.5, -2.6],
    [85, 0.1, -2.2],
  ],
  male: [
    [50, -2.5, -3.9],
    [55, -2.5, -3.9],
    [60, -2.5, -3.7],
    [65, -2.4, -3.7],
    [70, -2.3, -3.7],
    [75, -2.3, -3.8],
    [80, -2.1, -3.8],
    [85, -2.0, -3.8],
  ],
} as const;

export const CAROC_FROM_AGE = 50;
const STEP = 5;
const EPSILON = 1e-9;
const ORDER: readonly CarocCategory[] = ["low", "moderate", "high"];

/** Interpolated linearly between the printed ages, clamped at 85. */
function cutOffs(sex: "female" | "male", age: number): { low: number; high: number } {
  const rows = CUT_OFFS[sex];
  const index = Math.min(Math.floor((age - CAROC_FROM_AGE) / STEP), rows.length - 1);
  const [from, low, high] = rows[index] ?? rows[0];
  const [, nextLow, nextHigh] = rows[Math.min(index + 1, rows.length - 1)] ?? rows[0];
  const part = Math.min((age - from) / STEP, 1);
  return { low: low + (nextLow - low) * part, high: high + (nextHigh - high) * part };
}

/** Category, or null below 50. */
export function carocCategory(input: CarocInput): CarocCategory | null {
  if (input.age < CAROC_FROM_AGE) return null;
  const cut = cutOffs(input.sex, input.age);
  const basic = input.femoralNeckT > cut.low + EPSILON ? 0 : input.femoralNeckT < cut.high - EPSILON ? 2 : 1;
  if (input.hipOrVertebralFracture || input.fragilityFractures >= 2) return "high";
  if (input.priorFracture && input.steroids) return "high";
  const raised = basic + (input.priorFracture || input.steroids ? 1 : 0);
  const osteoporotic = input.otherLowestT !== null && input.otherLowestT <= -2.5 + EPSILON;
  return ORDER[Math.min(Math.max(raised, osteoporotic ? 1 : 0), 2)] ?? null;
}
