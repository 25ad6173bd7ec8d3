import { lowestT } from "../facts/bmd";
import { population } from "../facts/population";
import { anyRiskFactor } from "../facts/risk-factors";
import { isBelow } from "../range";
import type { Question } from "../reader";
import { placedIn } from "../tier/placement";
import { and, type Truth } from "../truth";

/** S31: T-score strictly below this, with a further risk factor. */
const S31_T = -2;

const below2: Question<Truth> = (r) => {
  if (r.ask(population).population !== "t-score") return false;
  const lowest = r.ask(lowestT);
  return lowest === null ? "unknown" : isBelow(lowest.t, S31_T);
};

/** A T-score below -2.0 with a further risk factor, whatever the tier (S31 before its gate S24). */
export const lowTWithRiskFactor: Question<Truth> = (r) => and(r.ask(below2), r.ask(anyRiskFactor));

/** S31, never below HIGH (S24; CLINICAL.md section 7, 7). */
export const anabolicFirstBySource: Question<Truth> = (r) =>
  and(placedIn(r, "HIGH", "VERY_HIGH"), r.ask(lowTWithRiskFactor));
