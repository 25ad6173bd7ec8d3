import { addMonths, latest } from "../../chart/calendar";
import type { Fracture } from "../../chart/chart";
import type { Question, Reader } from "../reader";
import { or, type Truth } from "../truth";
import { after, newestFirst } from "../when";
import { ofSite } from "../words";
import { age } from "./population";

/** Sites that never count as fragility fractures (CLINICAL.md 5.2). */
const EXCLUDED_SITE =
  /skull|face|facial|nasal|nose|jaw|mandib|finger|thumb|toe|hand|metacarp|foot|feet|metatars|phalan/i;
const TUMOUR = /patholog|metasta|tumou?r|malignan|myeloma/i;
const VERTEBRAL = /vertebr|spin(e|al)|lumbar|thoracic|\b[tl]\d{1,2}\b/i;
/** An adult fracture (CLINICAL.md 5.2). */
const ADULT_AGE = 18;

export const isVertebral = (fracture: Fracture): boolean => VERTEBRAL.test(fracture.site);

/** Whether a fracture is a fragility fracture; unknown when its cause is not stated. */
export function isFragility(fracture: Fracture, ageToday: number | null, today: string): Truth {
  const text = `${fracture.site} ${fracture.label}`;
  if (EXCLUDED_SITE.test(fracture.site) || TUMOUR.test(text) || fracture.trauma === "high") return false;
  if (ageToday !== null && fracture.date !== null) {
    const yearsAgo = Number(today.slice(0, 4)) - Number(fracture.date.slice(0, 4));
    if (ageToday - yearsAgo < ADULT_AGE) return false;
  }
  // A vertebral fracture found on imaging counts without a story of its trauma.
  return fracture.trauma === "low" || isVertebral(fracture) ? true : "unknown";
}

const sameEvent = (a: Fracture, b: Fracture): boolean =>
  a.site.trim().toLowerCase() === b.site.trim().toLowerCase() &&
  (a.date === b.date || a.date === null || b.date === null);

/** The same fracture on two lists, one of them without its date or cause, is one fracture with both. */
function joined(found: Fracture[], one: Fracture): Fracture[] {
  const at = found.findIndex((other) => sameEvent(one, other));
  const same = found[at];
  if (!same) return [...found, one];
  const both = {
    ...same,
    date: same.date ?? one.date,
    trauma: same.trauma ?? one.trauma,
    onTherapy: same.onTherapy ?? one.onTherapy,
    onHarmDrug: same.onHarmDrug ?? one.onHarmDrug,
  };
  return found.with(at, both);
}

export interface Fractures {
  /** Distinct fragility fractures, newest first. */
  fragility: Fracture[];
  /** Fractures whose cause is not stated. */
  unclear: Fracture[];
}

export const fractures: Question<Fractures> = (r) => {
  const years = r.ask(age);
  const truth = (f: Fracture) => isFragility(f, years, r.today);
  const all = r.list(
    (c) => c.fractures,
    (f) => truth(f) !== false,
  );
  const distinct = all.toSorted(newestFirst).reduce<Fracture[]>(joined, []);
  return {
    fragility: distinct.filter((f) => truth(f) === true),
    unclear: distinct.filter((f) => truth(f) === "unknown"),
  };
};

/** A fragility fracture at any time after 18. False only when the chart says that there was none. */
export const fragilityFracture: Question<Truth> = (r) => {
  const { fragility, unclear } = r.ask(fractures);
  if (fragility.length > 0) return true;
  const history = r.fact("fracture history", (c) => c.fractureHistory);
  if (unclear.length > 0) {
    r.gap(`how the ${ofSite(unclear[0]?.site ?? "")} fracture happened`, "not-stated", "not a fragility fracture");
    return "unknown";
  }
  if (history === "none") return false;
  const any = r.list(
    (c) => c.fractures,
    () => true,
  );
  if (history === "documented" && any.length > 0) return false;
  if (history === "documented") r.gap("fracture history", "unusable", "no fragility fracture");
  else r.notFound("fracture history", ["problems", "notes"], "no fragility fracture");
  return "unknown";
};

/** Younger than 12 months (T-VH1): a fracture exactly 12 months old is not. */
export const recentFracture: Question<Truth> = (r) => {
  const limit = addMonths(r.today, -r.policy.recentFractureMonths);
  return or(...r.ask(fractures).fragility.map((f) => after(f.date, limit)), false);
};

export const vertebralFractures: Question<Fracture[]> = (r) => r.ask(fractures).fragility.filter(isVertebral);

/** A fracture of any cause still healing explains a raised alkaline phosphatase (CLINICAL.md 5.4: last 6 months). */
const HEALING_MONTHS = 6;
export const fractureHealing: Question<Truth> = (r) => {
  const limit = addMonths(r.today, -HEALING_MONTHS);
  const recent = r.list(
    (c) => c.fractures,
    (f) => after(f.date, limit) === true,
  );
  return recent.length > 0;
};

export const lastDay = (fracture: Fracture): string | null => (fracture.date === null ? null : latest(fracture.date));

export function readsFractureAfter(r: Reader, day: string): Truth {
  const { fragility, unclear } = r.ask(fractures);
  return or(...[...fragility, ...unclear].map((f) => (f.date === null ? false : after(f.date, day))), false);
}
