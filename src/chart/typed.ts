import { earliest, isPartialDate } from "./calendar";
import type { Chart, Fracture, FraxResult, Identity, LabResult, Medication } from "./chart";
import type { Evidence, IsoDate, PartialDate, Sourced } from "./evidence";
import { type Fact, unknown } from "./fact";
import {
  entriesAt,
  FACTS_IN,
  type FactIn,
  type FactValue,
  LISTS_IN,
  type ListIn,
  readEntry,
  sameEntry,
  statements,
} from "./typed-entries";
import type { ReadEntry, TypedFact, TypedShown, Typing } from "./typed-fact";
import { readTyped } from "./typed-input";

export { entriesAt, readEntry };

type Entry<K extends ListIn> = Chart[K][number];

/** A chart being corrected, and the evidence of what was taken out of it. */
interface Correcting {
  chart: Chart;
  instead: Evidence[];
}

const agree = <T>(a: T | null, b: T | null) => a === null || b === null || a === b;

/** Which entries of the chart a typed one stands instead of: those about the same thing at the same time. */
const STANDS_INSTEAD: { [K in ListIn]: (typed: Entry<K>, read: Entry<K>) => boolean } = {
  labs: (typed: LabResult, read: LabResult) => typed.analyte === read.analyte && typed.date === read.date,
  medications: (typed: Medication, read: Medication) =>
    typed.ingredient === read.ingredient && read.status !== "stopped",
  dxa: (typed, read) => typed.site === read.site && agree(typed.date, read.date),
  frax: (typed: FraxResult, read: FraxResult) => typed.date === null || read.date === null || read.date <= typed.date,
  problems: (typed, read) => typed.condition !== null && typed.condition === read.condition,
  fractures: (typed: Fracture, read: Fracture) => typed.site === read.site && agree(typed.date, read.date),
  allergies: (typed, read) => typed.ingredient !== null && typed.ingredient === read.ingredient,
};

function takenFrom<K extends ListIn>(at: Correcting, list: K, out: (entry: Entry<K>) => boolean): Correcting {
  const entries = at.chart[list] as Entry<K>[];
  const gone = entries.filter(out);
  if (gone.length === 0) return at;
  return {
    chart: { ...at.chart, [list]: entries.filter((entry) => !out(entry)) },
    instead: [...at.instead, ...gone.map(({ evidence }) => evidence)],
  };
}

/** The statements of a fact that stay; one that stays alone is known. */
function withoutStatements(at: Correcting, name: FactIn, out: (value: FactValue) => boolean): Correcting {
  const all = statements(at.chart[name]);
  const gone = all.filter(({ value }) => out(value));
  if (gone.length === 0) return at;
  const kept = all.filter(({ value }) => !out(value));
  const [first, second] = kept;
  const fact: Fact<FactValue> = !first
    ? unknown
    : second
      ? { state: "conflicting", values: kept }
      : { state: "known", value: first.value, evidence: first.evidence };
  return {
    chart: { ...at.chart, [name]: fact },
    instead: [...at.instead, ...gone.flatMap(({ evidence }) => evidence)],
  };
}

function without(at: Correcting, of: readonly ReadEntry[]): Correcting {
  return of.reduce((rest, one) => {
    const list = LISTS_IN.find((name) => name === one.in);
    if (list) return takenFrom(rest, list, (entry) => sameEntry(one, readEntry(list, entry)));
    const name = FACTS_IN.find((fact) => fact === one.in);
    return name ? withoutStatements(rest, name, (value) => sameEntry(one, { in: name, key: [value] })) : rest;
  }, at);
}

/** An entry that says the same as the chart does not replace it: both are its evidence. */
function withList<K extends ListIn>(at: Correcting, list: K, typed: readonly Entry<K>[], evidence: Evidence) {
  const added = typed.map((entry) => ({ ...entry, evidence }));
  const stands = STANDS_INSTEAD[list] as (typed: Entry<K>, read: Entry<K>) => boolean;
  const rest = takenFrom(at, list, (read) => typed.some((one) => stands(one, read)));
  return { ...rest, chart: { ...rest.chart, [list]: [...rest.chart[list], ...added] } };
}

function withValues(at: Correcting, typed: TypedFact, input: Chart): Correcting {
  const evidence: Evidence = { from: "typed", field: typed.id, text: typed.about, typedAt: typed.typedAt };
  const lists = LISTS_IN.reduce(
    (rest, list) => (input[list].length === 0 ? rest : withList(rest, list, input[list] as never, evidence)),
    at,
  );
  const facts = FACTS_IN.reduce((rest, name) => {
    const [said] = statements(input[name]);
    if (!said) return rest;
    const cleared = withoutStatements(rest, name, () => true);
    const fact: Fact<FactValue> = { state: "known", value: said.value, evidence: [evidence] };
    return { ...cleared, chart: { ...cleared.chart, [name]: fact } };
  }, lists);
  const patient = withIdentity(facts.chart.patient, input.patient, evidence);
  const known: Correcting = { ...facts, chart: { ...facts.chart, patient } };
  // A body mass index that was read does not go with a weight or height that was typed.
  const remeasured = input.weightKg.state === "known" || input.heightCm.state === "known";
  return remeasured ? withoutStatements(known, "bmi", () => true) : known;
}

/** Age and sex are typed only where the banner does not settle them: who the patient is, the chart decides. */
function withIdentity(read: Identity, typed: Identity, evidence: Evidence): Identity {
  const settle = <T>(before: Fact<T>, said: Fact<T>): Fact<T> =>
    before.state !== "known" && said.state === "known" ? { ...said, evidence: [evidence] } : before;
  return { ...read, age: settle(read.age, typed.age), sex: settle(read.sex, typed.sex) };
}

function amended<T extends Sourced>(
  entries: readonly T[],
  typed: TypedFact,
  is: (entry: T) => boolean,
  to: Partial<T>,
) {
  const evidence: Evidence = { from: "typed", field: typed.id, text: typed.about, typedAt: typed.typedAt };
  return entries.map((entry) => (is(entry) ? { ...entry, ...to, evidence } : entry));
}

function applyOne(at: Correcting, typed: TypedFact, today: IsoDate): Correcting {
  const { says } = typed;
  switch (says.kind) {
    case "values":
      return withValues(without(at, says.instead ?? []), typed, readTyped(says.input, today).chart);
    case "not-so":
      return without(at, says.of);
    case "fracture": {
      const is = (one: Fracture) => sameEntry(says.of, readEntry("fractures", one));
      const instead = at.chart.fractures.filter(is).map(({ evidence }) => evidence);
      const fractures = amended(at.chart.fractures, typed, is, says.fracture);
      return { chart: { ...at.chart, fractures }, instead };
    }
    case "medication": {
      const is = (one: Medication) => sameEntry(says.of, readEntry("medications", one));
      const instead = at.chart.medications.filter(is).map(({ evidence }) => evidence);
      const medications = amended(at.chart.medications, typed, is, says.medication);
      return { chart: { ...at.chart, medications }, instead };
    }
  }
}

/**
 * The chart with what was typed, in the order of typing. What is typed stands instead of what was read of the same
 * thing; what was read is given back beside it, so that it is still shown. Pure; the chart itself is not changed.
 */
export function applyTyped(
  chart: Chart,
  typed: readonly TypedFact[],
  today: IsoDate,
): { chart: Chart; shown: TypedShown[] } {
  let now = chart;
  const shown = typed.map((one): TypedShown => {
    const applied = applyOne({ chart: now, instead: [] }, one, today);
    now = applied.chart;
    return { id: one.id, typedAt: one.typedAt, about: one.about, kind: one.says.kind, instead: applied.instead };
  });
  return { chart: now, shown };
}

/** Why what was typed cannot be true, in words; empty when it can. */
export function impossible(says: Typing, today: IsoDate): string[] {
  switch (says.kind) {
    case "values":
      return readTyped(says.input, today).rejected.map(({ reason }) => reason);
    case "not-so":
      return [];
    case "fracture":
      return impossibleDate(says.fracture.date, today);
    case "medication":
      return impossibleDate(says.medication.start, today);
  }
}

function impossibleDate(date: PartialDate | undefined, today: IsoDate): string[] {
  if (date === undefined) return [];
  if (!isPartialDate(date)) return [`${date} is not a date`];
  return earliest(date) > today ? [`${date} lies after ${today}`] : [];
}
