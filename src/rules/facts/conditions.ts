import type { Problem } from "../../chart/chart";
import { conditionName, LIVER_DISEASES, SECONDARY_CAUSES } from "../../terminology/conditions";
import type { Question, Reader } from "../reader";
import { or, type Truth } from "../truth";

/** Entries that say the patient has or had one of these conditions. */
export function problems(r: Reader, ...codes: readonly string[]): Problem[] {
  return r.list(
    (c) => c.problems,
    (p) => p.condition !== null && codes.includes(p.condition) && !p.negated,
  );
}

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
  if (found.some((p) => p.status !== "resolved" && p.status !== "inactive")) return true;
  return found.length > 0 ? false : has(r, ...codes);
}

export const chronicLiverDisease: Question<Truth> = (r) => has(r, ...LIVER_DISEASES);

export const cancerSurvivor: Question<Truth> = (r) =>
  has(r, "breast-cancer", "prostate-cancer", "endometrial-cancer", "cancer");

/** FRAX counts alcohol from 3 units a day [FRAX1]. */
const ALCOHOL_DRINKS = 3;

export const drinksThreeOrMore: Question<Truth> = (r) => {
  const drinks = r.fact("alcohol, drinks a day", (c) => c.alcoholDrinksPerDay);
  return or(has(r, "alcoholism"), drinks === null ? false : drinks >= ALCOHOL_DRINKS);
};

export const smokes: Question<Truth> = (r) => {
  const smoking = r.fact("smoking", (c) => c.smoking);
  return or(smoking === "current", hasNow(r, "current-smoker"));
};

export const parentHipFracture: Question<Truth> = (r) =>
  or(r.fact("hip fracture in a parent", (c) => c.parentHipFracture) === true, has(r, "parent-hip-fracture"));

export const secondaryCause: Question<Truth> = (r) => has(r, ...SECONDARY_CAUSES);

/** Two falls or an injurious fall in 12 months, or a stated high risk of falling (T-VH6, S31). */
export const fallsOften: Question<Truth> = (r) => {
  const falls = r.fact("falls in 12 months", (c) => c.fallsLastYear);
  return or(falls !== null && falls >= 2, has(r, "injurious-fall", "recurrent-falls", "high-fall-risk"));
};
