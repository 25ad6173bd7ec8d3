import { addMonths, earliest, latest, monthsBetween } from "../../chart/calendar";
import type { Medication } from "../../chart/chart";
import type { PartialDate } from "../../chart/evidence";
import { earlierOsteoporosis, improved, lowestT, newestCentralScan, T_OSTEOPOROSIS } from "../facts/bmd";
import { fragilityFracture } from "../facts/fractures";
import { currentTreatment, monthsSince, stoppedBoneDrugs, type Therapy } from "../facts/therapy";
import type { Question, Reader } from "../reader";
import { noteRule } from "../rule";
import { and, type Truth } from "../truth";
import { listed, onDate, tScore } from "../words";

const note = { group: "monitoring", level: "info", alert: true } as const;

/** Review of bisphosphonates: oral at 5 years, IV at 3; at most 10 and 6 in high risk (D18, ASBMR). */
const REVIEW = { oral: { review: 60, most: 120 }, iv: { review: 36, most: 72 } } as const;

/** A holiday lasts 2 to 3 years, then the risk is assessed again (D18, ASBMR). Months. */
const HOLIDAY = { reassess: 24, end: 36 } as const;
interface LongBisphosphonate {
  /** Each drug of the course once, the one taken now first. */
  ingredients: string[];
  months: number;
  limits: { review: number; most: number };
}

const isBisphosphonate = ({ drug, oncology }: Therapy) => drug.classes.includes("bisphosphonate") && !oncology;
const isIv = ({ medication, drug }: Therapy) => medication.route === "iv" || drug.given === "parenteral";

/** Months of earlier courses that this one goes on from, back to a break as long as a holiday. */
function monthsBefore(r: Reader, current: Therapy, start: PartialDate): { ingredients: string[]; months: number } {
  const ended = r.ask(stoppedBoneDrugs).flatMap((therapy) => {
    const { start: from, stop, lastGiven, ingredient } = therapy.medication;
    const to = stop ?? lastGiven;
    const counts = isBisphosphonate(therapy) && isIv(therapy) === isIv(current) && from !== null && to !== null;
    return counts ? [{ ingredient, from: latest(from), to: earliest(to) }] : [];
  });
  const found = { ingredients: [] as string[], months: 0 };
  let begun = earliest(start);
  for (const { ingredient, from, to } of ended.toSorted((a, b) => b.to.localeCompare(a.to))) {
    if (addMonths(to, HOLIDAY.reassess) <= begun) break;
    const until = to < begun ? to : begun;
    if (from >= until) continue;
    found.ingredients.push(ingredient);
    found.months += monthsBetween(from, until);
    begun = from;
  }
  return found;
}

const longBisphosphonate: Question<LongBisphosphonate | null> = (r) => {
  for (const therapy of r.ask(currentTreatment).filter(isBisphosphonate)) {
    const { start, ingredient } = therapy.medication;
    if (start === null) continue;
    const limits = isIv(therapy) ? REVIEW.iv : REVIEW.oral;
    const before = monthsBefore(r, therapy, start);
    const months = (monthsSince(r, start) ?? monthsSince(r, latest(start)) ?? 0) + before.months;
    if (months >= limits.review)
      return { ingredients: [...new Set([ingredient, ...before.ingredients])], months, limits };
  }
  return null;
};

/** Labels reconsider from 3 years on (CLINICAL.md 4.1): a shorter course that ended is no holiday. */
const COURSE_MONTHS = 36;

interface Holiday {
  medication: Medication;
  since: string;
}

/** The last bisphosphonate, stopped after a full course with no bone drug since; unknown where a date is missing. */
const holiday: Question<Holiday | "unknown" | null> = (r) => {
  if (r.ask(currentTreatment).length > 0) return null;
  const stopped = r.ask(stoppedBoneDrugs).filter(({ drug, oncology }) => drug.treats && !oncology);
  const ends = stopped.map(({ medication, drug }) => ({
    medication,
    drug,
    end: medication.stop ?? medication.lastGiven,
  }));
  const last = ends.toSorted((a, b) => (b.end ?? "9999").localeCompare(a.end ?? "9999"))[0];
  if (!last?.drug.classes.includes("bisphosphonate")) return null;
  const { medication, end } = last;
  if (end === null || medication.start === null) return "unknown";
  const long = addMonths(latest(medication.start), COURSE_MONTHS) <= earliest(end);
  return long ? { medication, since: end } : null;
};

const onBisphosphonate: Question<Truth> = (r) => {
  const all = r.ask(currentTreatment).filter(isBisphosphonate);
  if (r.ask(longBisphosphonate) !== null) return true;
  return all.some(({ medication }) => medication.start === null) ? "unknown" : r.found(false, "medications");
};

/** High risk keeps a bisphosphonate longer (D18): fracture, or a hip T-score still of osteoporosis. */
const staysHigh: Question<boolean> = (r) =>
  r.ask(fragilityFracture) === true ||
  r.list(
    (c) => c.dxa,
    (b) =>
      (b.site === "FN" || b.site === "TH") &&
      b.date === r.ask(newestCentralScan)?.date &&
      b.t !== null &&
      b.t <= T_OSTEOPOROSIS,
  ).length > 0;

/** Long and successful use: when to review, and when not to stop (D18, S46, S51, X5). */
export const LONG_USE_NOTES = [
  noteRule({
    ...note,
    level: "warning",
    id: "D18",
    title: "Long bisphosphonate",
    when: "oral bisphosphonates for 5 years or more, IV for 3, earlier courses counted up to a break of 2 years",
    output: "review: high risk up to 10 years oral or 6 IV, else a holiday of 2-3 years, then reassess",
    sources: ["ASBMR 2016", "Labels"],
    holds: (r) => r.ask(onBisphosphonate),
    says: (r) => {
      const found = r.ask(longBisphosphonate);
      const years = Math.floor((found?.months ?? 0) / 12);
      const over = (found?.months ?? 0) >= (found?.limits.most ?? 0);
      const most = (found?.limits.most ?? 0) / 12;
      const next = over
        ? `at most about ${most}, even in high risk`
        : r.ask(staysHigh)
          ? `high risk: up to ${most}`
          : "consider a holiday of 2-3 years";
      return {
        summary: `${listed(found?.ingredients ?? [])} for ${years} years: review at ${(found?.limits.review ?? 0) / 12}; ${next} (ASBMR)`,
      };
    },
  }),
  noteRule({
    ...note,
    id: "D18",
    title: "Bisphosphonate holiday",
    when: "a bisphosphonate stopped after 3 years or more, with no bone drug since",
    output: "reassess after 2-3 years",
    sources: ["ASBMR 2016", "Labels"],
    holds: (r) => {
      const found = r.ask(holiday);
      return found === "unknown" ? found : r.found(found !== null, "medications");
    },
    says: (r) => {
      const found = r.ask(holiday);
      if (found === null || found === "unknown") return { summary: "Bisphosphonate holiday" };
      const { medication, since } = found;
      const due = addMonths(latest(since), HOLIDAY.reassess) <= r.today;
      const over = addMonths(latest(since), HOLIDAY.end) <= r.today;
      const next = over ? "over 3 years: reassess now" : due ? "2 years are over: reassess" : "reassess at 2-3 years";
      return {
        summary: `${medication.ingredient} stopped${onDate(since)}, nothing since: holiday, ${next} (ASBMR)`,
        level: due ? "warning" : "info",
      };
    },
  }),
  noteRule({
    ...note,
    level: "warning",
    id: "S51",
    title: "Not indefinitely",
    when: "as D18",
    output: "do not use bisphosphonates indefinitely",
    sources: ["S51"],
    holds: (r) => r.ask(onBisphosphonate),
    says: () => ({ summary: "Do not use bisphosphonates indefinitely: severe harm rises with duration" }),
  }),
  noteRule({
    ...note,
    id: "S46",
    title: "T-score improved",
    when: "on a bisphosphonate and a T-score higher than before; never for denosumab or an anabolic",
    output: "consider stopping with periodic DXA, when beyond the centre's least significant change",
    sources: ["S46"],
    holds: (r) => {
      const all = r.ask(currentTreatment);
      const only = all.length > 0 && all.every(isBisphosphonate);
      return and(r.found(only, "medications"), r.ask(lowestT) === null ? "unknown" : r.ask(improved) !== null);
    },
    says: (r) => {
      const change = r.ask(improved);
      return {
        summary: `T-score ${change?.site} ${tScore(change?.from.t ?? 0)} to ${tScore(change?.to.t ?? 0)}: consider stopping with periodic DXA`,
        detail: `Only when the gain is beyond the least significant change of the centre.${r.ask(earlierOsteoporosis) ? " The diagnosis stays (AACE 2020)." : ""}`,
      };
    },
  }),
  noteRule({
    ...note,
    id: "X5",
    title: "Stopping when the T-score improved",
    when: "T-score improved on denosumab or an anabolic",
    output: "the source's advice to stop does not apply",
    group: "disagreement",
    level: "warning",
    sources: ["S46", "ECTS", "AACE 2020"],
    holds: (r) => {
      const other = r.ask(currentTreatment).some(({ drug }) => !drug.classes.includes("bisphosphonate"));
      return and(r.found(other, "medications"), r.ask(lowestT) === null ? "unknown" : r.ask(improved) !== null);
    },
    says: () => ({
      summary:
        "Source 2025 says consider stopping when T improves | ECTS says never stop denosumab without another drug",
    }),
  }),
];
