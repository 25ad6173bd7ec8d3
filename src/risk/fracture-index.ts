/** FRACTURE Index (Black 2001, Osteoporos Int 12:519; SOF cohort): 5-year risk in women from 65 (RISK.md 4.2). */
export interface FractureIndexInput {
  age: number;
  fractureAfter50: boolean;
  motherHipFractureAfter50: boolean;
  weightKg: number;
  currentSmoker: boolean;
  needsArmsToRise: boolean;
  /** Total hip, not femoral neck. */
  totalHipT: number;
}

const AGE_POINTS = [
  [85, 5],
  [80, 4],
  [75, 3],
  [70, 2],
  [65, 1],
] as const;
/** 125 lb. */
const LIGHT_KG = 57;
const EPSILON = 1e-9;

function tPoints(t: number): number {
  if (t >= -1 - EPSILON) return 0;
  if (t >= -2 - EPSILON) return 2;
  return t >= -2.5 - EPSILON ? 3 : 4;
}

/** 0 to 15 points. */
export function fractureIndex(input: FractureIndexInput): number {
  const agePoints = AGE_POINTS.find(([from]) => input.age >= from)?.[1] ?? 0;
  return (
    agePoints +
    Number(input.fractureAfter50) +
    Number(input.motherHipFractureAfter50) +
    Number(input.weightKg <= LIGHT_KG) +
    Number(input.currentSmoker) +
    (input.needsArmsToRise ? 2 : 0) +
    tPoints(input.totalHipT)
  );
}

/** 5-year risk in percent; 0 points has no published risk. */
export function fractureIndexRisk(points: number): { hip: number; vertebral: number; nonVertebral: number } | null {
  if (points < 1) return null;
  if (points <= 2) return { hip: 0.4, vertebral: 1.2, nonVertebral: 8.6 };
  if (points <= 4) return { hip: 0.9, vertebral: 2.5, nonVertebral: 13.1 };
  if (points <= 5) return { hip: 1.9, vertebral: 5.3, nonVertebral: 16.5 };
  if (points <= 7) return { hip: 3.9, vertebral: 7.1, nonVertebral: 19.8 };
  return { hip: 8.7, vertebral: 11.2, nonVertebral: 27.5 };
}
