import { addMonths } from "../../chart/calendar";
import type { ListKind, Problem } from "../../chart/chart";
import { conditionName, LIVER_DISEASES, SECONDARY_CAUSES } from "../../terminology/conditions";
import type { Question, Reader } from "../reader";
import type { Truth } from "../truth";
import { after } from "../when";

/** Entries that say the patient has or had one of these conditions. */
export function problems(r: Reader, ...codes: readonly string[]): Problem[] {
  return r.list(
    (c) => c.problems,
    (p) => p.condition !== null && codes.includes(p.condition) && !p.negated,
  );
}

const stillOpen = ({ status }: Pick<Problem, "status">) => status !== "resolved" && status !== "inactive";

/** True when the chart names one; false only when a problem list was really read and names none. */
export function has(r: Reader, ...codes: readonly string[]): Truth {
  if (problems(r, ...codes).length > 0) return true;
  if (r.seenWhole("problems")) return false;
  r.notFound(codes.map(conditionName).join(" or "), ["problems"]);
  return "unknown";
}

/** As `has`, without what the chart marks as resolved. */
export function hasNow(r: Reader, ...codes: readonly string[]): Truth {
  const found = problems(r, ...codes);
  if (found.some(stillOpen)) return true;
  return found.length > 0 ? false : has(r, ...codes);
}

export const chronicLiverDisease: Question<Truth> = (r) => has(r, ...LIVER_DISEASES);

export const cancerSurvivor: Question<Truth> = (r) =>
  has(r, "breast-cancer", "prostate-cancer", "endometrial-cancer", "cancer");

/** Heart and vessels, at whatever date (D8). */
export const cardiovascularDisease: Question<Truth> = (r) =>
  has(r, "cardiovascular-risk", "myocardial-infarction", "stroke");

/** FRAX counts alcohol from 3 units a day [FRAX1]. */
const ALCOHOL_DRINKS = 3;

export const drinksThreeOrMore: Question<Truth> = (r) => {
  const drinks = r.fact("alcohol, drinks a day", (c) => c.alcoholDrinksPerDay);
  const diagnosed = problems(r, "alcoholism").length > 0;
  return stated(r, "alcohol, drinks a day", ["social"], drinks === null ? null : drinks >= ALCOHOL_DRINKS, diagnosed);
};

export const smokes: Question<Truth> = (r) => {
  const smoking = r.fact("smoking", (c) => c.smoking);
  const listed = problems(r, "current-smoker");
  const now = listed.some(stillOpen);
  const known = smoking === null ? (listed.length > 0 ? now : null) : smoking === "current";
  return stated(r, "smoking", ["social"], known, now);
};

export const parentHipFracture: Question<Truth> = (r) =>
  stated(
    r,
    "hip fracture in a parent",
    ["social"],
    r.fact("hip fracture in a parent", (c) => c.parentHipFracture),
    problems(r, "parent-hip-fracture").length > 0,
  );

export const secondaryCause: Question<Truth> = (r) => has(r, ...SECONDARY_CAUSES);

/** Falls count for so many months (5.4: "injurious fall/12 months"). */
const FALL_MONTHS = 12;

/** Without a date it is taken as of today; of a lasting state, still open, the date only says since when. */
const fallStillCounts = (r: Reader, { condition, date, status }: Problem): boolean => {
  const lasting = condition === "recurrent-falls" || condition === "high-fall-risk";
  if (date === null || (lasting && stillOpen({ status }))) return true;
  return after(date, addMonths(r.today, -FALL_MONTHS)) === true;
};

/** Two falls or an injurious fall in 12 months, or a stated high risk of falling (T-VH6, S31). */
export const fallsOften: Question<Truth> = (r) => {
  const falls = r.fact("falls in 12 months", (c) => c.fallsLastYear);
  const named = problems(r, "injurious-fall", "several-falls", "recurrent-falls", "high-fall-risk");
  const listed = named.some((problem) => fallStillCounts(r, problem));
  if (falls === 1 && !listed) {
    r.gap("whether the fall of the last 12 months did harm", "not-stated");
    return "unknown";
  }
  return stated(r, "falls in 12 months", ["notes"], falls === null ? null : falls >= 2, listed);
};

/** A habit or an event: a problem list may name it, but one that does not name it rules nothing out. */
function stated(r: Reader, what: string, lists: readonly ListKind[], known: boolean | null, listed: boolean): Truth {
  if (listed || known === true) return true;
  if (known === false) return false;
  r.notFound(what, lists);
  return "unknown";
}
