import { isPartialDate } from "./calendar";
import { CaseFields } from "./case-fields";
import { caseAllergies, caseFractures, caseProblems } from "./case-history";
import { caseLabs } from "./case-labs";
import { caseMedications } from "./case-medications";
import type { BmdResult, Chart, Fracture, FraxResult, ListKind, Rejection } from "./chart";
import type { IsoDate } from "./evidence";
import { type Fact, known, unknown } from "./fact";

/** The fields of a case's `input` (FORMATS.md, CLINICAL.md section 0). */
const FIELDS = [
  "asOf",
  "age",
  "sex",
  "menopause",
  "weightKg",
  "heightCm",
  "dxa",
  "fractureHistory",
  "fractures",
  "frax",
  "labs",
  "meds",
  "problems",
  "lastDentalExam",
  "allergies",
  "smoking",
  "alcoholDrinksPerDay",
  "plannedDrug",
  "radiusIndicated",
];
const DXA_FIELDS = ["site", "t", "z", "date"];
const FRAX_FIELDS = [
  "tool",
  "country",
  "mof",
  "hip",
  "mofComparator",
  "hipComparator",
  "withBMD",
  "date",
  "gcTicked",
  "doseAdjusted",
];

/** A case states all there is, unless it is said which lists it does state. */
const LISTS: readonly ListKind[] = [
  "labs",
  "medications",
  "problems",
  "dxa",
  "vitals",
  "social",
  "notes",
  "dental",
  "allergies",
];

/** What a person can be: figures outside are slips of the keyboard. Product limits, not clinical ones. */
const LIMITS = {
  age: [0, 120],
  weightKg: [15, 400],
  heightCm: [80, 250],
  t: [-7, 6],
  percent: [0, 100],
  drinks: [0, 60],
} as const;

export interface CaseRead {
  chart: Chart;
  asOf: IsoDate;
  rejected: Rejection[];
}

function fact<T>(input: CaseFields, key: string, value: T | null): Fact<T> {
  return value === null ? unknown : known(value, input.evidenceOf(key));
}

function dxa(input: CaseFields): BmdResult[] {
  const seen = new Set<string>();
  return input.list("dxa", DXA_FIELDS).flatMap((scan): BmdResult[] => {
    const site = scan.text("site");
    const wrongDate = scan.dateIsWrong("date");
    const date = scan.date("date");
    const [t, z] = [scan.number("t", ...LIMITS.t), scan.number("z", ...LIMITS.t)];
    if (site === null) scan.rejectAll("no site");
    if (site === null || wrongDate || (t === null && z === null)) return [];
    const same = JSON.stringify([site, t, z, date]);
    if (seen.has(same)) {
      scan.rejectAll("the same scan is there twice");
      return [];
    }
    seen.add(same);
    return [{ site, side: null, t, z, bmd: null, maker: null, date, prior: false, evidence: scan.evidence }];
  });
}

function frax(input: CaseFields): FraxResult[] {
  const one = input.one("frax", FRAX_FIELDS);
  if (!one) return [];
  const wrongDate = one.dateIsWrong("date");
  const date = one.date("date");
  const bound = (key: string, value: number | null) => (value === null ? null : one.choice(key, "<", ">"));
  let [mof, hip] = [one.number("mof", ...LIMITS.percent), one.number("hip", ...LIMITS.percent)];
  const [mofComparator, hipComparator] = [bound("mofComparator", mof), bound("hipComparator", hip)];
  // A hip fracture is a major fracture: its risk cannot be the higher one.
  if (mof !== null && hip !== null && hip > mof && mofComparator !== ">" && hipComparator !== "<") {
    one.rejectAll(`hip ${hip} % above MOF ${mof} %: the figures contradict`);
    [mof, hip] = [null, null];
  }
  const [withBmd, ticked, adjusted] = [one.truth("withBMD"), one.truth("gcTicked"), one.truth("doseAdjusted")];
  const country = one.text("country");
  if (wrongDate || (mof === null && hip === null)) return [];
  return [
    {
      mof,
      hip,
      mofComparator,
      hipComparator,
      withBmd,
      model: one.text("tool"),
      country,
      glucocorticoidsTicked: ticked,
      glucocorticoidAdjusted: adjusted,
      date,
      evidence: one.evidence,
    },
  ];
}

/** "None" beside a listed low-trauma fracture contradicts itself: both stay visible. */
function fractureHistory(input: CaseFields, listed: readonly Fracture[]): Fact<"documented" | "none"> {
  const stated = input.choice("fractureHistory", "documented", "documented-none", "unknown");
  const evidence = input.evidenceOf("fractureHistory");
  const lowTrauma = listed.filter((one) => one.trauma === "low");
  if (stated === "documented-none" && lowTrauma.length > 0) {
    input.reject("fractureHistory", "says that there was none, and a low-trauma fracture is listed");
    return {
      state: "conflicting",
      values: [
        { value: "none", evidence: [evidence] },
        { value: "documented", evidence: lowTrauma.map((one) => one.evidence) },
      ],
    };
  }
  if (stated === "documented-none") return known("none", evidence);
  return stated === "documented" ? known("documented", evidence) : unknown;
}

function smoking(input: CaseFields): Fact<"current" | "former" | "never"> {
  const value = input.raw("smoking");
  if (typeof value === "boolean") return known(value ? "current" : "never", input.evidenceOf("smoking"));
  return fact(input, "smoking", input.choice("smoking", "current", "former", "never"));
}

/**
 * A case of FORMATS.md as a chart. Unknown fields and impossible values are reported by their path and left out.
 * `stated`: the lists that it states in full; what is not in one of the others is not known to be missing.
 * @throws when there is nothing to assess: no object, or no usable `asOf`.
 */
export function caseToChart(input: unknown, stated: readonly ListKind[] = LISTS): CaseRead {
  const asOf = (input as { asOf?: unknown } | null)?.asOf;
  if (typeof asOf !== "string" || asOf.length !== 10 || !isPartialDate(asOf))
    throw new TypeError(`asOf: ${JSON.stringify(asOf) ?? "missing"} is not a day (YYYY-MM-DD)`);
  const rejected: Rejection[] = [];
  const read = CaseFields.root(input, asOf, rejected, FIELDS);
  const sex = read.choice("sex", "F", "M");
  const fractures = caseFractures(read);
  const chart: Chart = {
    patient: {
      name: unknown,
      birthDate: unknown,
      age: fact(read, "age", read.number("age", ...LIMITS.age)),
      sex: fact(read, "sex", sex === null ? null : sex === "F" ? "female" : "male"),
      mrn: unknown,
    },
    menopause: fact(read, "menopause", read.choice("menopause", "pre", "peri", "post")),
    weightKg: fact(read, "weightKg", read.number("weightKg", ...LIMITS.weightKg)),
    heightCm: fact(read, "heightCm", read.number("heightCm", ...LIMITS.heightCm)),
    bmi: unknown,
    labs: caseLabs(read),
    medications: caseMedications(read),
    dxa: dxa(read),
    frax: frax(read),
    problems: caseProblems(read, asOf),
    fractures,
    fractureHistory: fractureHistory(read, fractures),
    allergies: caseAllergies(read),
    smoking: smoking(read),
    alcoholDrinksPerDay: fact(read, "alcoholDrinksPerDay", read.number("alcoholDrinksPerDay", ...LIMITS.drinks)),
    parentHipFracture: unknown,
    fallsLastYear: unknown,
    heightLossCm: unknown,
    lastDentalExam: fact(read, "lastDentalExam", read.date("lastDentalExam")),
    plannedBoneDrug: fact(read, "plannedDrug", read.truth("plannedDrug")),
    radiusIndicated: fact(read, "radiusIndicated", read.truth("radiusIndicated")),
    seen: stated.map((kind) => ({ kind, complete: true, place: null })),
    rejected,
  };
  return { chart, asOf, rejected };
}
