import { sameName } from "../../chart/patient";
import type { Reading } from "../../chart/reading";
import { plainWords } from "../../terminology/plain-text";
import { unitKey } from "../../terminology/units";

type Entry = Record<string, unknown>;

/** What a page shows, in the form of FORMATS.md with the additions of the pages' own truth files. */
export type Truth = Record<string, unknown>;

/** How one field did: shown on the page, read as shown, read as something else. */
export interface Tally {
  shown: number;
  right: number;
  wrong: number;
}

export interface Score {
  fields: Map<string, Tally>;
  /** Entries read on pages that name every entry, and how many of them are there. */
  read: number;
  there: number;
  wrong: string[];
  missing: string[];
}

export const emptyScore = (): Score => ({ fields: new Map(), read: 0, there: 0, wrong: [], missing: [] });

interface List {
  name: "labs" | "medications" | "vitals" | "dxa" | "frax";
  /** Whether an entry may be the one the page shows. */
  same(shown: Entry, read: Entry): boolean;
  /** Fields compared where both say something; the first stands for the entry itself. */
  fields: readonly string[];
  /** A field that the truth leaves empty must not be read. */
  only?: readonly string[];
}

const close = (a: unknown, b: unknown) =>
  typeof a === "number" && typeof b === "number" && Math.abs(a - b) <= Math.max(1e-9, 1e-3 * Math.abs(a));
/** "<0.5 %" as the figure it shows; anything else as it is. */
const number = (value: unknown) =>
  typeof value === "string" && /^[<>=≤≥ ]*[\d.]+ ?%?$/.test(value) ? Number(value.replace(/[<>=≤≥ %]/g, "")) : value;
/** Tests that no truth file names, although they may stand on a page. */
const UNNAMED = /^(?:HBA1C|ESR|CRP|FERRITIN|IGA|FSH|LH|ESTRADIOL|PROLACTIN|SPEP|FLC|CORTISOL|UCA24)$/;
const drug = (value: unknown) => (value === "calcium" ? "calcium carbonate" : value);
const SITES: Record<string, string> = {
  "lumbar spine": "LS",
  "femoral neck": "FN",
  "total hip": "TH",
  "1/3 radius": "R33",
};
const site = (value: unknown) => SITES[String(value).toLowerCase()] ?? String(value).toUpperCase();

const LISTS: readonly List[] = [
  {
    name: "labs",
    same: (shown, read) =>
      // a truth file may give the row's code where the reading has the finer one
      (shown.kind ?? shown.analyte) === read.analyte &&
      (shown.value === null ? read.value === null : shown.value === read.value && shown.comparator === read.comparator),
    fields: ["value", "unit", "date", "flag", "status"],
    only: ["unit"],
  },
  {
    name: "medications",
    same: (shown, read) => drug(shown.ingredient) === drug(read.ingredient),
    fields: [
      "ingredient",
      "status",
      "route",
      "dosePerDayMg",
      "prednisoneMgPerDay",
      "asNeeded",
      "start",
      "stop",
      "lastGiven",
    ],
  },
  {
    name: "vitals",
    same: (shown, read) => shown.kind === read.kind && close(shown.value, read.value),
    fields: ["value", "unit", "date"],
  },
  {
    name: "dxa",
    same: (shown, read) =>
      [shown.site, ...((shown.siteAlt as unknown[]) ?? [])].map(site).includes(site(read.site)) &&
      (shown.prior ?? false) === read.prior &&
      (shown.side == null || read.side === null || shown.side === read.side),
    fields: ["t", "z", "bmd", "side", "date"],
    only: ["z", "bmd"],
  },
  {
    name: "frax",
    same: (shown, read) => number(shown.mof) === number(read.mof) || number(shown.hip) === number(read.hip),
    fields: ["mof", "hip", "withBmd", "date"],
  },
];

const says = (value: unknown) => value !== null && value !== undefined && value !== "unknown";

function agrees(field: string, shown: unknown, read: unknown): boolean {
  if (field === "ingredient") return drug(shown) === drug(read);
  if (field === "unit") return unitKey(String(shown)) === unitKey(String(read));
  if (field === "flag") return shown === read || read === "abnormal";
  if (field === "date") return shown === read || String(shown).startsWith(`${read}-`);
  const [a, b] = [number(shown), number(read)];
  return a === b || close(a, b);
}

const contradictions = ({ fields, only = [] }: List, shown: Entry, read: Entry) =>
  fields.filter((field) =>
    says(shown[field])
      ? says(read[field]) && !agrees(field, shown[field], read[field])
      : only.includes(field) && shown.unitScored !== false && says(read[field]),
  );
const agreements = ({ fields }: List, shown: Entry, read: Entry) =>
  fields.filter((field) => says(shown[field]) && says(read[field]) && agrees(field, shown[field], read[field])).length;

const show = (entry: Entry) =>
  [
    "analyte",
    "ingredient",
    "kind",
    "site",
    "comparator",
    "value",
    "t",
    "mof",
    "hip",
    "unit",
    "date",
    "status",
    "route",
    "dosePerDayMg",
  ]
    .flatMap((field) => (says(entry[field]) ? [String(entry[field])] : []))
    .join(" ");

function count(score: Score, name: string, shown: unknown, read: unknown, right: boolean): void {
  const tally = score.fields.get(name) ?? { shown: 0, right: 0, wrong: 0 };
  score.fields.set(name, tally);
  if (says(shown)) tally.shown++;
  if (says(read) && says(shown) && right) tally.right++;
  if (says(read) && !right) tally.wrong++;
}

/** Lists of which some truth files name every entry. */
const isListed = ({ name }: List) => name === "labs" || name === "medications";

function scoreList(list: List, truth: Truth, reading: Reading, score: Score): void {
  const given = truth[list.name];
  if (given === undefined) return;
  const shown = ([given].flat() as Entry[]).filter(
    (one) => one.ambiguous !== true && (list.name !== "frax" || says(one.mof) || says(one.hip)),
  );
  const read = reading[list.name] as Entry[];
  const pairs = shown
    .flatMap((one, i) =>
      read.flatMap((other, j) =>
        list.same(one, other)
          ? [
              {
                i,
                j,
                worth:
                  agreements(list, one, other) - 20 * contradictions(list, one, other).length + labelWorth(one, other),
              },
            ]
          : [],
      ),
    )
    .sort((a, b) => b.worth - a.worth);
  const [taken, used] = [new Map<number, number>(), new Set<number>()];
  for (const { i, j } of pairs) {
    if (taken.has(i) || used.has(j)) continue;
    taken.set(i, j);
    used.add(j);
  }
  for (const [i, one] of shown.entries()) {
    const other = read[taken.get(i) ?? -1];
    if (one.optional === true && !other) continue;
    const bad = other ? contradictions(list, one, other) : [];
    const [first] = list.fields;
    for (const field of list.fields)
      count(
        score,
        `${list.name} ${field}`,
        field === first ? (one[field] ?? "in words") : one[field],
        other && (field === first ? (other[field] ?? "in words") : other[field]),
        !bad.includes(field),
      );
    for (const field of bad)
      score.wrong.push(`${truth.target}  ${list.name} ${field}: ${show(one)} read as ${show(other ?? {})}`);
    if (!other) score.missing.push(`${truth.target}  ${list.name}: ${show(one)}`);
  }
  scoreRest(
    list,
    truth,
    read.filter((_, j) => !used.has(j)),
    shown,
    score,
  );
  score.read += isListed(list) ? used.size : 0;
  score.there += isListed(list) ? used.size : 0;
}

/** Two orders of one drug are told apart by what they are called. */
function labelWorth(shown: Entry, read: Entry): number {
  const [a, b] = [plainWords(String(shown.label ?? "")), plainWords(String(read.label ?? ""))];
  return a !== "" && b !== "" && (a.includes(b) || b.includes(a)) ? 5 : 0;
}

/** What was read and is not in the truth: wrong where the truth names every entry, or names it as something else. */
function scoreRest(list: List, truth: Truth, rest: readonly Entry[], shown: readonly Entry[], score: Score): void {
  const every =
    (truth.precisionSafe as Record<string, boolean> | undefined)?.[list.name] === true || list.name === "frax";
  for (const one of rest) {
    const alike = shown.some((other) => list.same(other, one));
    const trap = ((truth.traps ?? []) as Entry[]).some(
      ({ value, mustNot }) => close(value, one.value) && (mustNot as string[]).includes(String(one.analyte)),
    );
    const distractor = ((truth.distractors ?? []) as Entry[]).some(({ ingredient }) => ingredient === one.ingredient);
    const stands =
      list.name === "medications" ? one.status === "active" : says(one.value ?? one.t ?? one.mof ?? one.hip);
    if (
      !stands ||
      UNNAMED.test(String(one.analyte)) ||
      (one.prior === true && list.name === "dxa") ||
      (alike && list.name !== "dxa")
    )
      continue;
    if (every && isListed(list)) score.read++;
    if (
      every ||
      trap ||
      (distractor && list.name === "medications") ||
      (list.name === "dxa" && Array.isArray(truth.dxa))
    )
      score.wrong.push(`${truth.target}  ${list.name}: not on the page: ${show(one)}`);
  }
}

/** Adds what was read on one page to the score. */
export function scorePage(truth: Truth, reading: Reading, score: Score): void {
  if (truth.patientConflict === true) {
    const lists = LISTS.reduce((sum, { name }) => sum + reading[name].length, 0);
    count(score, "patient two on screen", true, reading.patientConflict || null, lists === 0);
    if (lists > 0) score.wrong.push(`${truth.target}  lists although two patients are on screen`);
    return;
  }
  const shown = (truth.patient ?? {}) as Record<string, string | null>;
  for (const field of ["name", "birthDate", "sex"] as const) {
    const [a, b] = [shown[field], reading.patient?.[field]];
    const right = !a || !b || (field === "name" ? sameName(a, b) : a === b);
    count(score, `patient ${field}`, a, b, right);
    if (!right) score.wrong.push(`${truth.target}  patient ${field}: ${a} read as ${b}`);
  }
  for (const list of LISTS) scoreList(list, truth, reading, score);
}
