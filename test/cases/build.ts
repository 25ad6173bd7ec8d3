/** Fields of a case's input, as FORMATS.md has them; our own numbers throughout. */
export type Input = Record<string, unknown>;

export const TODAY = "2026-11-23";

export const lab = (
  key: string,
  value: unknown,
  unit: string | null,
  date: string | null = "2026-10-05",
  name = key,
) => ({
  key,
  name,
  loinc: null,
  value,
  unit,
  date,
});

const ROUTINE = [
  lab("VITD", 37, "ng/mL"),
  lab("CA", 9.3, "mg/dL"),
  lab("ALB", 4.2, "g/dL"),
  lab("PHOS", 3.4, "mg/dL"),
  lab("ALP", 71, "U/L"),
  lab("CREAT", 0.75, "mg/dL"),
  lab("LFT", 19, "U/L", "2026-10-05", "ALT"),
  lab("CBC", 13.8, "g/dL", "2026-10-05", "Hemoglobin"),
  lab("TSH", 2.1, "mIU/L"),
];

/** The routine results, with some replaced by key or added. */
export const labs = (...others: ReturnType<typeof lab>[]) => [
  ...ROUTINE.filter(({ key }) => !others.some((other) => other.key === key)),
  ...others,
];

export const without = (...keys: string[]) => ROUTINE.filter(({ key }) => !keys.includes(key));

export const scan = (site: string, t: number | null, date = "2026-07-14", z: number | null = null) => ({
  site,
  t,
  z,
  date,
});

export const frax = (mof: number | null, hip: number | null, more: Input = {}) => ({
  country: "US",
  mof,
  hip,
  withBMD: true,
  date: "2026-07-20",
  ...more,
});

/** Postmenopausal woman of 63 with osteopenia below both thresholds and nothing missing: MODERATE. */
export function woman(patch: Input = {}): Input {
  return {
    asOf: TODAY,
    age: 63,
    sex: "F",
    menopause: "post",
    weightKg: 66,
    heightCm: 163,
    dxa: [scan("FN", -1.7), scan("LS", -1.2)],
    fractureHistory: "documented-none",
    fractures: [],
    frax: frax(9.1, 1.1),
    labs: labs(),
    meds: [],
    problems: [],
    lastDentalExam: "2026-05-11",
    ...patch,
  };
}

/** The same as a man of 66, with his testosterone and urine calcium on file. */
export function man(patch: Input = {}): Input {
  return woman({
    age: 66,
    sex: "M",
    menopause: null,
    weightKg: 79,
    heightCm: 177,
    labs: labs(lab("TESTO", 480, "ng/dL"), lab("UCA24", 190, "mg/d")),
    ...patch,
  });
}

/** A woman over the source threshold: HIGH by FRAX alone. */
export const highWoman = (patch: Input = {}): Input =>
  woman({ age: 68, dxa: [scan("FN", -1.9)], frax: frax(21.5, 3.3), ...patch });

export const med = (ingredient: string, more: Input = {}) => ({
  text: `${ingredient} ${more.doseMg ?? ""} mg`,
  ingredient,
  route: "oral",
  start: "2026-01-12",
  ...more,
});

export const prednisone = (doseMg: number, more: Input = {}) => med("prednisone", { doseMg, ...more });
export const fracture = (site: string, date: string | null, more: Input = {}) => ({
  site,
  date,
  trauma: "low",
  ...more,
});
export const broken = (...fractures: ReturnType<typeof fracture>[]) => ({ fractureHistory: "documented", fractures });
