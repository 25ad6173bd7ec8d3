import { plainWords } from "../terminology/plain-text";
import type { Chart } from "./chart";
import type { Evidence } from "./evidence";
import type { Fact } from "./fact";
import type { ReadAt, ReadEntry, ReadIn } from "./typed-fact";

type Key = ReadEntry["key"];
export type ListIn = Extract<ReadIn, "labs" | "medications" | "dxa" | "frax" | "problems" | "fractures" | "allergies">;
export type FactIn = Exclude<ReadIn, ListIn>;

/** What tells an entry of a list from the others, whatever page it stands on. */
export const LIST_KEY: { [K in ListIn]: (entry: Chart[K][number]) => Key } = {
  labs: ({ analyte, result, date }) =>
    result.kind === "text"
      ? [analyte, plainWords(result.text), date]
      : [analyte, Number((result.canonical ?? result).value.toPrecision(9)), date],
  medications: ({ ingredient, label, start }) => [ingredient, plainWords(label), start],
  dxa: ({ site, side, t, z, date }) => [site, side, t, z, date],
  frax: ({ mof, hip, date }) => [mof, hip, date],
  problems: ({ condition, label }) => [condition, plainWords(label)],
  fractures: ({ site, date, label }) => [site, date, plainWords(label)],
  allergies: ({ ingredient, label }) => [ingredient, plainWords(label)],
};

export const LISTS_IN = Object.keys(LIST_KEY) as ListIn[];

export const FACTS_IN = [
  "menopause",
  "weightKg",
  "heightCm",
  "bmi",
  "fractureHistory",
  "smoking",
  "alcoholDrinksPerDay",
  "parentHipFracture",
  "fallsLastYear",
  "heightLossCm",
  "lastDentalExam",
  "plannedBoneDrug",
  "radiusIndicated",
] as const satisfies readonly FactIn[];

export type FactValue = string | number | boolean;

/** The statements behind a single fact; a conflicting one has several. */
export function statements(fact: Fact<FactValue>): { value: FactValue; evidence: Evidence[] }[] {
  return fact.state === "known" ? [fact] : fact.state === "conflicting" ? fact.values : [];
}

/** An entry of a list by what it says. */
export function readEntry<K extends ListIn>(list: K, entry: Chart[K][number]): ReadEntry {
  return { in: list, key: (LIST_KEY[list] as (entry: Chart[K][number]) => Key)(entry) };
}

/** What does not say something does not contradict it: an entry seen without its date is the one seen with it. */
export function sameEntry(a: ReadEntry, b: ReadEntry): boolean {
  return a.in === b.in && a.key.every((part, i) => part === null || b.key[i] === null || part === b.key[i]);
}

/** Everything that was read from one place of the page. */
export function entriesAt(chart: Chart, at: ReadAt): ReadEntry[] {
  const here = (evidence: Evidence) =>
    evidence.from === "page" &&
    evidence.text === at.text &&
    evidence.place.frame === at.place.frame &&
    evidence.place.ref === at.place.ref;
  const inLists = LISTS_IN.flatMap((list) =>
    (chart[list] as Chart[ListIn][number][])
      .filter(({ evidence }) => here(evidence))
      .map((entry) => readEntry(list, entry)),
  );
  const inFacts = FACTS_IN.flatMap((name) =>
    statements(chart[name])
      .filter(({ evidence }) => evidence.some(here))
      .map(({ value }) => ({ in: name, key: [value] })),
  );
  return [...inLists, ...inFacts];
}
