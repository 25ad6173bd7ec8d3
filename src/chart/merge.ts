import { bodyMeasure } from "./body-measures";
import type { Chart, Identity, ListSeen } from "./chart";
import type { IsoDate } from "./evidence";
import { type Fact, known, unknown } from "./fact";
import { emptyFacts, type FrameFacts, type PatientIdentity, type Statement, type Vital } from "./frame-facts";
import { joinLists, notSaidAgain } from "./join";
import { joinIdentities, persons, samePerson } from "./patient";

export { identityOf, type PatientKey, samePatient } from "./patient";

export type Merged = { chart: Chart } | { conflict: "two-patients"; names: string[] } | { none: true };

type StatementName = {
  [K in keyof FrameFacts]: FrameFacts[K] extends Statement<infer _>[] ? K : never;
}[keyof FrameFacts];

const STATEMENTS = [
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
] as const satisfies readonly StatementName[];

type Same<T> = (a: T, b: T) => boolean;
const identical = <T>(a: T, b: T) => a === b;
/** Two printings of one measurement: 54.5 kg and 120 lb. */
const nearly = (a: number, b: number) => Math.abs(a - b) <= 0.005 * Math.max(a, b);

/** The latest dated statements, or the undated ones where none has a date; those that differ are a conflict. */
function settle<T>(statements: readonly Statement<T>[], same: Same<T> = identical): Fact<T> {
  const latest = statements.reduce((date, one) => ((one.date ?? "") > date ? (one.date ?? "") : date), "");
  const counted = statements.filter((one) => (one.date ?? "") === latest);
  const values: { value: T; evidence: Statement<T>["evidence"][] }[] = [];
  for (const { value, evidence } of counted) {
    const before = values.find((one) => same(one.value, value));
    if (before) before.evidence.push(evidence);
    else values.push({ value, evidence: [evidence] });
  }
  const [first, second] = values;
  if (!first) return unknown;
  return second ? { state: "conflicting", values } : { state: "known", ...first };
}

/** What is on screen now decides; what was seen earlier counts where the screen says nothing. */
function settled<K extends (typeof STATEMENTS)[number]>(
  name: K,
  now: readonly FrameFacts[],
  earlier: readonly FrameFacts[],
) {
  const of = (frames: readonly FrameFacts[]) =>
    frames.flatMap((frame) => frame[name] as unknown as Statement<StatementValue<K>>[]);
  const shown = of(now);
  const [dated, before] = [shown.some((one) => one.date !== null), of(earlier)];
  return settle(
    shown.length === 0 || dated ? [...shown, ...before.filter((one) => !dated || one.date !== null)] : shown,
  );
}

type StatementValue<K extends StatementName> = FrameFacts[K] extends Statement<infer T>[] ? T : never;

function measure(kind: Vital["kind"], vitals: readonly Vital[]): Fact<number> {
  const statements = vitals.flatMap((vital) => {
    const value = vital.kind === kind ? bodyMeasure(vital) : null;
    return value === null ? [] : [{ value, date: vital.date, evidence: vital.evidence }];
  });
  return settle(statements, nearly);
}

/** Age on the day of reading from the birth date; else as shown. */
function ageOf(patient: PatientIdentity, today: IsoDate): number | null {
  if (patient.birthDate === null) return patient.age;
  const years = Number(today.slice(0, 4)) - Number(patient.birthDate.slice(0, 4));
  return today.slice(5) < patient.birthDate.slice(5) ? years - 1 : years;
}

function identity(patient: PatientIdentity, today: IsoDate): Identity {
  const fact = <T>(value: T | null): Fact<T> => (value === null ? unknown : known(value, patient.evidence));
  return {
    name: fact(patient.name),
    birthDate: fact(patient.birthDate),
    age: fact(ageOf(patient, today)),
    sex: fact(patient.sex),
    mrn: fact(patient.mrn),
  };
}

/** Every list once, the fullest view of it first: what was seen whole once counts as seen whole. */
function listsSeen(frames: readonly FrameFacts[]): ListSeen[] {
  const best = new Map<string, ListSeen>();
  const rank = (one: ListSeen) => (one.complete === true ? 2 : one.complete === null ? 1 : 0);
  for (const one of frames.flatMap(({ seen }) => seen)) {
    const before = best.get(one.kind);
    if (!before || rank(one) > rank(before)) best.set(one.kind, one);
  }
  return [...best.values()];
}

/**
 * One chart out of what the frames show now and what earlier screens of the same patient showed.
 * Frames without a banner belong to the patient of the others. Nobody named, or two, give no chart at all.
 * `today` is the day of reading (for the age).
 */
export function mergeFrames(frames: readonly FrameFacts[], earlier: readonly FrameFacts[], today: IsoDate): Merged {
  const groups = persons(frames);
  if (groups.length > 1) {
    return {
      conflict: "two-patients",
      names: groups.map((group) => joinIdentities(group)?.name ?? "").filter(Boolean),
    };
  }
  const shown = joinIdentities(groups[0] ?? []);
  // A screen that does not say whose it is gets no patient from memory.
  if (!shown) return { none: true };
  const before = earlier.filter(({ identities }) => identities.every((one) => samePerson(one, shown) !== false));
  const patient = joinIdentities([shown, ...before.flatMap(({ identities }) => identities)]) ?? shown;

  const now = joinLists(frames);
  const { vitals, ...lists } = joinLists([now, notSaidAgain(joinLists(before), now)]);
  return {
    chart: {
      ...lists,
      patient: identity(patient, today),
      menopause: settled("menopause", frames, before),
      weightKg: measure("weight", vitals),
      heightCm: measure("height", vitals),
      bmi: measure("bmi", vitals),
      fractureHistory: settled("fractureHistory", frames, before),
      smoking: settled("smoking", frames, before),
      alcoholDrinksPerDay: settled("alcoholDrinksPerDay", frames, before),
      parentHipFracture: settled("parentHipFracture", frames, before),
      fallsLastYear: settled("fallsLastYear", frames, before),
      heightLossCm: settled("heightLossCm", frames, before),
      lastDentalExam: settled("lastDentalExam", frames, before),
      plannedBoneDrug: settled("plannedBoneDrug", frames, before),
      radiusIndicated: settled("radiusIndicated", frames, before),
      seen: listsSeen([...frames, ...before]),
      rejected: frames.flatMap(({ rejected }) => rejected),
    },
  };
}

/**
 * The memory of a patient with one more frame's facts added: one entry per frame number, in which
 * the same observations are joined, so that reading one list again and again does not make it grow.
 */
export function remember(earlier: readonly FrameFacts[], left: FrameFacts): FrameFacts[] {
  const before =
    earlier.find(({ frame }) => frame === left.frame) ?? emptyFacts(left.frame, left.url, left.top, left.seenAt);
  const entry: FrameFacts = {
    ...left,
    ...joinLists([left, notSaidAgain(before, left)]),
    identities: left.identities.length > 0 ? left.identities : before.identities,
    seen: listsSeen([left, before]),
  };
  for (const name of STATEMENTS) if (left[name].length === 0) Object.assign(entry, { [name]: before[name] });
  return [...earlier.filter(({ frame }) => frame !== left.frame), entry];
}
