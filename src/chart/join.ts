import { plainWords } from "../terminology/plain-text";
import { canonical } from "./canonical";
import type { LabResult, Medication } from "./chart";
import type { FrameFacts, Vital } from "./frame-facts";

/** The lists a frame shows; every other field of FrameFacts says something a patient has only one of. */
export type Lists = Pick<
  FrameFacts,
  "labs" | "medications" | "dxa" | "frax" | "problems" | "fractures" | "allergies" | "vitals"
>;
type ListName = keyof Lists;
type Entry<K extends ListName> = Lists[K][number];

const words = (text: string) => plainWords(text);

/** What makes two entries statements about the same thing: the one seen later replaces the one seen earlier. */
const SUBJECT: { [K in ListName]: (entry: Entry<K>) => string } = {
  labs: (one) => `${one.analyte}|${words(one.label)}|${one.date}`,
  medications: (one) => `${one.ingredient}|${words(one.label)}|${one.start}`,
  dxa: (one) => `${one.site}|${one.side}|${one.date}|${one.prior}`,
  frax: (one) => `${one.date}|${one.withBmd}|${one.model}`,
  problems: (one) => `${one.condition}|${words(one.label)}`,
  fractures: (one) => `${one.site}|${one.date}|${words(one.label)}`,
  allergies: (one) => `${one.ingredient}|${words(one.label)}`,
  vitals: (one) => `${one.kind}|${one.date}`,
};

function amount({ result }: LabResult): string {
  if (result.kind === "text") return `text ${words(result.text)}`;
  const { value, unit } = result.canonical ?? result;
  return `${result.comparator} ${Number(value.toPrecision(9))} ${unit}`;
}

function sameResult(a: LabResult, b: LabResult): boolean {
  if (a.analyte !== b.analyte || amount(a) !== amount(b)) return false;
  return a.date === b.date || a.date === null || b.date === null;
}

function agree<T>(a: T | null, b: T | null): boolean {
  return a === null || b === null || a === b;
}

/** An order that ended may have been written again: only the day on which it began tells that two are one. */
const isEitherUnknown = (a: Medication, b: Medication): boolean =>
  (a.status === "unknown" || b.status === "unknown") &&
  ((a.status !== "stopped" && b.status !== "stopped") || (a.start !== null && a.start === b.start));

/** One order shown in two lists: same drug and strength, and nothing the two say of it differs. */
function sameOrder(a: Medication, b: Medication): boolean {
  const [x, y] = [words(a.label), words(b.label)];
  return (
    a.ingredient === b.ingredient &&
    (a.status === b.status || isEitherUnknown(a, b)) &&
    agree(a.route, b.route) &&
    agree(a.dosePerDayMg, b.dosePerDayMg) &&
    agree(a.start, b.start) &&
    agree(a.stop, b.stop) &&
    (x.startsWith(y) || y.startsWith(x))
  );
}

/** What the first says, with its blanks filled from the second. */
function filled<T extends object>(first: T, second: T): T {
  const blanks = Object.entries(second).filter(
    ([key, value]) => value !== null && (first as Record<string, unknown>)[key] === null,
  );
  return { ...first, ...Object.fromEntries(blanks) };
}

function joined<T extends object>(
  entries: readonly T[],
  kind: (entry: T) => string,
  same: (a: T, b: T) => boolean,
  better: (a: T, b: T) => boolean,
): T[] {
  const kept: T[] = [];
  const places = new Map<string, number[]>();
  for (const entry of entries) {
    const alike = places.get(kind(entry)) ?? [];
    places.set(kind(entry), alike);
    const at = alike.find((place) => same(kept[place] as T, entry));
    if (at === undefined) alike.push(kept.push(entry) - 1);
    else kept[at] = better(entry, kept[at] as T) ? filled(entry, kept[at] as T) : filled(kept[at] as T, entry);
  }
  return kept;
}

/**
 * Lists in which an entry may stand again joined to one. Two rows of one list are two entries,
 * unless they say exactly the same.
 */
export function joinOrders(lists: readonly (readonly Medication[])[]): Medication[] {
  const kept: Medication[] = [];
  for (const list of lists) {
    const before = kept.length;
    for (const entry of once(list, printed)) {
      const at = kept.slice(0, before).findIndex((other) => sameOrder(other, entry));
      const found = kept[at];
      if (!found) kept.push(entry);
      else kept[at] = saysMore(entry, found) ? filled(entry, found) : filled(found, entry);
    }
  }
  return kept;
}

/** Of two views of one order the one that knows the status. */
const saysMore = (a: Medication, b: Medication) => a.status !== "unknown" && b.status === "unknown";

/** Each entry once; two are one when they say the same, wherever it stands. */
function once<T extends object>(entries: readonly T[], say: (entry: T) => string = content): T[] {
  const bySaying = new Map<string, T>();
  for (const entry of entries) if (!bySaying.has(say(entry))) bySaying.set(say(entry), entry);
  return [...bySaying.values()];
}

const content = (entry: object) => canonical({ ...entry, evidence: null });
/** Two orders of one drug may have the same fields and differ in words that no field holds. */
const printed = (entry: Medication) => `${content(entry)} ${entry.evidence.text}`;

function sameVital(a: Vital, b: Vital): boolean {
  return a.kind === b.kind && a.value === b.value && a.date === b.date && agree(a.unit, b.unit);
}

/** The lists of several frames as one; what is shown twice is there once, with what either of the two says. */
export function joinLists(frames: readonly Lists[]): Lists {
  return {
    labs: joined(
      frames.flatMap(({ labs }) => labs),
      (lab) => `${lab.analyte} ${amount(lab)}`,
      sameResult,
      (a, b) => a.date !== null && b.date === null,
    ),
    medications: joinOrders(frames.map(({ medications }) => medications)),
    dxa: once(frames.flatMap(({ dxa }) => dxa)),
    frax: once(frames.flatMap(({ frax }) => frax)),
    problems: once(frames.flatMap(({ problems }) => problems)),
    fractures: once(frames.flatMap(({ fractures }) => fractures)),
    allergies: once(frames.flatMap(({ allergies }) => allergies)),
    vitals: joined(
      frames.flatMap(({ vitals }) => vitals),
      (vital) => `${vital.kind} ${vital.value}`,
      sameVital,
      (a, b) => a.unit !== null && b.unit === null,
    ),
  };
}

function without<T>(before: readonly T[], now: readonly T[], subject: (entry: T) => string): T[] {
  const said = new Set(now.map(subject));
  return before.filter((entry) => !said.has(subject(entry)));
}

/** The earlier lists without the entries that are shown again, changed or not, in the later ones. */
export function notSaidAgain(before: Lists, now: Lists): Lists {
  return {
    labs: without(before.labs, now.labs, SUBJECT.labs),
    medications: without(before.medications, now.medications, SUBJECT.medications),
    dxa: without(before.dxa, now.dxa, SUBJECT.dxa),
    frax: without(before.frax, now.frax, SUBJECT.frax),
    problems: without(before.problems, now.problems, SUBJECT.problems),
    fractures: without(before.fractures, now.fractures, SUBJECT.fractures),
    allergies: without(before.allergies, now.allergies, SUBJECT.allergies),
    vitals: without(before.vitals, now.vitals, SUBJECT.vitals),
  };
}
