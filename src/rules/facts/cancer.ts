import { isAtMost, isBelow } from "../range";
import type { Question } from "../reader";
import { or, type Truth } from "../truth";
import { lowestT, T_OSTEOPOROSIS } from "./bmd";
import { cancerSurvivor } from "./conditions";
import { factorsBesideHormoneTherapy } from "./risk-factors";
import { onAromataseInhibitor, onCancerHormoneTherapy } from "./therapy";
import { thresholdMet } from "./threshold";

/** A cancer on the problem list, or an aromatase inhibitor or androgen deprivation on the medication list. */
export const survivor: Question<Truth> = (r) => or(r.ask(cancerSurvivor), r.ask(onCancerHormoneTherapy));

/** Joint statement 2017 on aromatase inhibitors: T below these, the second with a further risk factor (X6). */
const AI_T = -2;
const AI_T_WITH_FACTOR = -1.5;

/** The triggers of X6 that fire, in words. */
export const cancerTriggers: Question<string[]> = (r) => {
  if (r.ask(survivor) !== true) return [];
  const t = r.ask(lowestT)?.t ?? null;
  const factors = r.ask(factorsBesideHormoneTherapy);
  const fired: string[] = [];
  if (t !== null && isAtMost(t, T_OSTEOPOROSIS)) fired.push("ASCO 2019: T-score of -2.5 or lower");
  if (r.ask(thresholdMet) === true) fired.push("ASCO 2019: FRAX MOF 20 % or hip 3 %");
  if (r.ask(onAromataseInhibitor) === true) {
    if (t !== null && isBelow(t, AI_T)) fired.push("AI statement 2017: T-score below -2.0");
    else if (t !== null && isBelow(t, AI_T_WITH_FACTOR) && factors.length >= 1)
      fired.push(`AI statement 2017: T-score below -1.5 with ${factors[0]}`);
    if (t === null && factors.length >= 2) fired.push(`AI statement 2017: ${factors.join(", ")} without bone density`);
  }
  return fired;
};
