import { addDays, addMonths, daysBetween, earliest } from "../../chart/calendar";
import type { Medication } from "../../chart/chart";
import { glucocorticoid, isSystemicGlucocorticoid, prednisoneEquivalentMg } from "../../terminology/glucocorticoids";
import { above, anything, atLeast, exactly, plus, type Range } from "../range";
import type { Question, Reader } from "../reader";
import { and, or, type Truth } from "../truth";
import { onOrBefore } from "../when";
import { has } from "./conditions";

/** One course of a systemic steroid that is neither local, nor replacement, nor taken only when needed. */
export interface Course {
  drug: Medication;
  /** Prednisone equivalent, mg/day. */
  dose: Range;
  current: boolean;
  /** First day of uninterrupted exposure to this steroid, through earlier courses that reach up to this one. */
  since: string | null;
  /** Taken for at least 3 months without a gap (FRAX definition). */
  long: Truth;
}

const REPLACEMENT_STEROIDS = ["hydrocortisone", "cortisone"];

const given = (r: Reader, keep: (m: Medication) => boolean) =>
  r.list(
    (c) => c.medications,
    (m) => m.status !== "planned" && glucocorticoid(m.ingredient) !== undefined && keep(m),
  );

export const isCurrent = (m: Medication): boolean =>
  m.stop === null && (m.status === "active" || m.status === "unknown");

/** Adrenal replacement is not counted (GC-REPL, unconfirmed): as stated, or hydrocortisone in adrenal insufficiency. */
export function isReplacement(r: Reader, m: Medication): boolean {
  if (m.replacement !== null) return m.replacement;
  return REPLACEMENT_STEROIDS.includes(m.ingredient) && has(r, "adrenal-insufficiency") === true;
}

export const localSteroids: Question<Medication[]> = (r) =>
  given(r, (m) => isCurrent(m) && isSystemicGlucocorticoid(m.ingredient, m.route) === false);

export const replacementSteroids: Question<Medication[]> = (r) =>
  given(r, (m) => isCurrent(m) && isSystemicGlucocorticoid(m.ingredient, m.route) !== false && isReplacement(r, m));

function doseOf(m: Medication): Range {
  const mg =
    m.prednisoneMgPerDay ?? (m.dosePerDayMg === null ? null : prednisoneEquivalentMg(m.ingredient, m.dosePerDayMg));
  return mg === null ? anything : exactly(mg);
}

/** Start of the chain of courses of one steroid that leads without a gap to this one. */
function since(m: Medication, all: Medication[]): string | null {
  if (m.start === null) return null;
  const from = earliest(m.start);
  const before = all.find(
    (other) =>
      other !== m &&
      other.ingredient === m.ingredient &&
      other.start !== null &&
      earliest(other.start) < from &&
      (other.stop === null || earliest(other.stop) >= addDays(from, -1)),
  );
  return before ? since(before, all) : m.start;
}

export const courses: Question<Course[]> = (r) => {
  const all = given(
    r,
    (m) => !m.asNeeded && isSystemicGlucocorticoid(m.ingredient, m.route) !== false && !isReplacement(r, m),
  );
  return all.map((drug) => {
    const begin = since(drug, all);
    const end = isCurrent(drug) ? r.today : (drug.stop ?? r.today);
    const uncertain = isSystemicGlucocorticoid(drug.ingredient, drug.route) === null;
    const long = onOrBefore(begin, addMonths(earliest(end), -r.policy.steroidLongMonths));
    if (uncertain) r.gap(`route of ${drug.ingredient}`, "not-stated", "not systemic");
    if (begin === null && isCurrent(drug)) r.gap(`start of ${drug.ingredient}`, "not-stated", "less than 3 months ago");
    return {
      drug,
      dose: uncertain ? { low: 0, high: doseOf(drug).high } : doseOf(drug),
      current: isCurrent(drug),
      since: begin,
      long,
    };
  });
};

/** In words of the instruction: a clock time may be when a list was printed. */
const TIMES = [
  /\b(morning|breakfast|q ?am)\b|\b(every|each|in the) a\.?m\b/i,
  /\b(noon|midday|lunch)\b/i,
  /\b(evening|night|bedtime|dinner|supper|q ?pm)\b|\b(every|each|in the) p\.?m\b/i,
];
/** The one time of day an entry names; null when it names none or several. */
function timeOfDay({ evidence }: Medication): number | null {
  const named = TIMES.flatMap((time, i) => (time.test(evidence.text) ? [i] : []));
  return named.length === 1 ? (named[0] ?? null) : null;
}

/** Doses of one steroid that stand side by side may be added or be steps of a taper: anything from the least to the sum. */
function together(doses: Range[]): Range {
  const low = Math.min(...doses.map((d) => d.low));
  return { low, high: doses.reduce((sum, d) => sum + d.high, 0) };
}

/** One entry in two lists, unless each names another time of day: a morning and an evening dose are two. */
function isSame(a: Course, b: Course): boolean {
  const [one, other] = [timeOfDay(a.drug), timeOfDay(b.drug)];
  if (one !== null && other !== null && one !== other) return false;
  return a.dose.low === b.dose.low && a.drug.start === b.drug.start;
}

/**
 * Prednisone equivalent of all current long courses, mg/day; null when nothing is known of any. While the list of
 * medications was not seen, a known course (typed in) is the least there is: others may add to it.
 */
export const longDose: Question<Range | null> = (r) => {
  const seen = r.seen("medications");
  if (!seen) r.gap("medications", "not-seen", "no other glucocorticoid");
  const now = r.ask(courses).filter((c) => c.current && c.long !== false);
  if (!seen && now.length === 0) return null;
  let total = exactly(0);
  for (const ingredient of new Set(now.map((c) => c.drug.ingredient))) {
    const same = now.filter((c) => c.drug.ingredient === ingredient);
    const distinct = same.filter((c, i) => !same.slice(0, i).some((o) => isSame(o, c)));
    const doses = distinct.map((c) => (c.long === true ? c.dose : { low: 0, high: c.dose.high }));
    const times = new Set(
      distinct.flatMap((c) => (c.drug.start === same[0]?.drug.start ? (timeOfDay(c.drug) ?? []) : [])),
    );
    const split = times.size === distinct.length;
    total = plus(total, split ? doses.reduce(plus) : together(doses));
  }
  return seen ? total : { low: total.low, high: anything.high };
};

/** ACR 2022 scope: at least 2.5 mg/day for 3 months [ACRGC]. */
const LONG_STEROID_MG = 2.5;
export const longSteroid: Question<Truth> = (r) => atLeast(r.ask(longDose), LONG_STEROID_MG);

/** S10: strictly above 7.5 mg/day for at least 3 months. */
export const highDoseSteroid: Question<Truth> = (r) => above(r.ask(longDose), r.policy.steroidHighDoseMg);

/** VFA: at least 5 mg/day for 3 months [VFA, ISCD 2019]. */
const VFA_STEROID_MG = 5;
export const vfaSteroid: Question<Truth> = (r) => atLeast(r.ask(longDose), VFA_STEROID_MG);

/** T-VH9b: 30 mg/day for more than 30 days, or 5 g within a year [BMJBP]. */
const VERY_HIGH_MG = 30;
const VERY_HIGH_DAYS = 30;
const CUMULATIVE_MG = 5000;

export const veryHighDoseSteroid: Question<Truth> = (r) => {
  const yearAgo = addMonths(r.today, -12);
  let total = exactly(0);
  let burst: Truth = false;
  for (const { drug, dose, current } of r.ask(courses)) {
    const end = current ? r.today : drug.stop === null ? null : earliest(drug.stop);
    if (end !== null && end < yearAgo) continue;
    if (drug.start === null || end === null) {
      burst = or(burst, and("unknown", atLeast(dose, VERY_HIGH_MG)));
      continue;
    }
    const start = earliest(drug.start);
    burst = or(burst, and(daysBetween(start, end) > VERY_HIGH_DAYS, atLeast(dose, VERY_HIGH_MG)));
    const days = Math.max(0, daysBetween(start > yearAgo ? start : yearAgo, end));
    if (days > 0) total = plus(total, { low: dose.low * days, high: dose.high * days });
  }
  return or(burst, atLeast(total, CUMULATIVE_MG));
};

/** Current long courses of at least 7.5 mg/day for 6 months: the ACR row for adults under 40 [BMJBP]. */
const UNDER_40_MG = 7.5;
const UNDER_40_MONTHS = 6;
export const sixMonthsAtSevenFive: Question<Truth> = (r) => {
  const since6 = r
    .ask(courses)
    .filter((c) => c.current)
    .map((c) => onOrBefore(c.since, addMonths(r.today, -UNDER_40_MONTHS)));
  return and(atLeast(r.ask(longDose), UNDER_40_MG), or(...since6, false));
};

/** Courses too short for S10, current or in the last year (GC-DUR). */
export const shortCourses: Question<Course[]> = (r) => r.ask(courses).filter((c) => c.long === false);
