import type { FrameFacts } from "../../chart/frame-facts";
import { sameName } from "../../chart/patient";
import { plainWords } from "../../terminology/plain-text";
import { unitKey } from "../../terminology/units";

/** One statement, flat: what identifies it, and what it says. A field that is not there is not compared. */
export type Saying = Record<string, unknown>;

interface Shape {
  /** Fields that must be the same. */
  same: readonly string[];
  /** Fields that may be left out, but not say something else. */
  less: readonly string[];
}

const SHAPES: Record<string, Shape> = {
  labs: {
    same: ["analyte", "comparator", "value"],
    less: ["unit", "canonical", "date", "flag", "status", "low", "high"],
  },
  medications: {
    same: ["ingredient"],
    less: ["status", "route", "dosePerDayMg", "prednisoneMgPerDay", "asNeeded", "start", "stop", "lastGiven", "rxnorm"],
  },
  dxa: { same: ["site", "prior"], less: ["t", "z", "bmd", "side", "date"] },
  frax: {
    same: ["mofComparator", "hipComparator"],
    less: ["mof", "hip", "withBmd", "country", "glucocorticoidsTicked", "date"],
  },
  problems: { same: ["condition", "negated"], less: ["status", "date"] },
  fractures: { same: ["site"], less: ["date", "trauma"] },
  allergies: { same: ["ingredient"], less: [] },
  vitals: { same: ["kind", "value"], less: ["unit", "date"] },
  identities: { same: [], less: ["name", "birthDate", "age", "sex", "mrn"] },
  statements: { same: ["of", "value"], less: [] },
};

const squeezed = (text: string) => plainWords(text).replace(/ /g, "");
const rounded = (value: number | null | undefined) => (value == null ? null : Number(value.toPrecision(9)));

/** All statements of a frame, by list. */
export function sayingsOf(facts: FrameFacts): Record<string, Saying[]> {
  const single = [
    "fractureHistory",
    "smoking",
    "alcoholDrinksPerDay",
    "menopause",
    "parentHipFracture",
    "fallsLastYear",
    "heightLossCm",
    "lastDentalExam",
    "plannedBoneDrug",
    "radiusIndicated",
  ] as const;
  return {
    // a result in words ("pending") gives no value
    labs: facts.labs.flatMap(({ analyte, result, range, date, flag, status, evidence }) => {
      if (result.kind === "text") return [];
      return {
        analyte,
        comparator: result.comparator,
        value: result.value,
        unit: result.unit === null ? null : unitKey(result.unit),
        canonical: rounded(result.canonical?.value),
        low: range?.low ?? null,
        high: range?.high ?? null,
        date,
        flag,
        status,
        at: evidence.text,
      };
    }),
    medications: facts.medications.map(({ evidence, status, asNeeded, ...one }) => ({
      ...one,
      status: status === "unknown" ? null : status,
      asNeeded: asNeeded || one.dosePerDayMg !== null ? asNeeded : null,
      at: evidence.text,
    })),
    dxa: facts.dxa.map(({ evidence, ...one }) => ({ ...one, at: evidence.text })),
    frax: facts.frax.map(({ evidence, ...one }) => ({ ...one, at: evidence.text })),
    // a problem that no rule knows is only shown, as it is written
    problems: facts.problems.flatMap(({ evidence, ...one }) =>
      one.condition === null ? [] : { ...one, at: evidence.text },
    ),
    fractures: facts.fractures.map(({ evidence, ...one }) => ({ ...one, at: evidence.text })),
    allergies: facts.allergies.map(({ evidence, ...one }) => ({ ...one, at: evidence.text })),
    vitals: facts.vitals.map(({ evidence, unit, ...one }) => ({
      ...one,
      unit: unit && unitKey(unit),
      at: evidence.text,
    })),
    identities: facts.identities.map(({ evidence, name, mrn, ...one }) => ({
      ...one,
      name,
      mrn: mrn && squeezed(mrn),
      at: evidence.text,
    })),
    statements: single.flatMap((of) => facts[of].map(({ value, evidence }) => ({ of, value, at: evidence.text }))),
  };
}

function covers(shape: Shape, allowed: Saying, said: Saying, ignored: ReadonlySet<string>): boolean {
  const agrees = (field: string) => {
    const [one, other] = [allowed[field], said[field]];
    if (!(field in allowed) || ignored.has(field) || one === other) return true;
    // a truth is written with so many digits
    if (typeof one === "number" && typeof other === "number") return rounded(one) === rounded(other);
    return field === "name" && typeof one === "string" && typeof other === "string" && sameName(one, other);
  };
  return shape.same.every(agrees) && shape.less.every((field) => (said[field] ?? null) === null || agrees(field));
}

/** The statements that no allowed one covers: they say something else, or more, than the page does. */
export function uncovered(
  said: Record<string, Saying[]>,
  allowed: Record<string, readonly Saying[]>,
  ignored: ReadonlySet<string>,
): string[] {
  return Object.entries(SHAPES).flatMap(([list, shape]) =>
    (said[list] ?? [])
      .filter((one) => !(allowed[list] ?? []).some((other) => covers(shape, other, one, ignored)))
      .map((one) => {
        const told = [...shape.same, ...shape.less].filter((field) => one[field] != null);
        return `${list}: ${told.map((field) => `${field} ${one[field]}`).join(", ")}  in "${String(one.at).slice(0, 200)}"`;
      }),
  );
}
