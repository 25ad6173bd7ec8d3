import { fragilityFracture } from "../facts/fractures";
import { age, population, sex } from "../facts/population";
import { anyRiskFactor, riskFactors } from "../facts/risk-factors";
import { positiveScreens } from "../facts/screened";
import { currentBoneDrugs } from "../facts/therapy";
import type { Question, Reader } from "../reader";
import { and, or, type Truth } from "../truth";
import { listed } from "../words";
import { boneDrugConsidered } from "./gate";

/** USPSTF 2025: every woman from here, younger ones past menopause with a risk factor. */
const WOMEN_FROM = 65;
/** ISCD 2023: every man from here, younger ones with a risk factor. */
const MEN_FROM = 70;

/** Old enough to be screened without a further reason. */
function byAge(r: Reader): Truth {
  const [years, who] = [r.ask(age), r.ask(sex)];
  return years === null || who === null ? "unknown" : years >= (who === "female" ? WOMEN_FROM : MEN_FROM);
}

/** Past menopause, or a man from 50: a risk factor is enough. */
const byRiskFactor = (r: Reader): Truth => and(r.ask(population).population === "t-score", r.ask(anyRiskFactor));

/** Why bone density is wanted, in words (X11). */
export const dxaIndications: Question<string[]> = (r) => {
  const found: string[] = [];
  const man = r.ask(sex) === "male";
  if (byAge(r) === true)
    found.push(man ? `man of ${MEN_FROM} or more (ISCD)` : `woman of ${WOMEN_FROM} or more (USPSTF, ISCD)`);
  else if (byRiskFactor(r) === true)
    found.push(`${listed(r.ask(riskFactors).slice(0, 3))} (${man ? "ISCD" : "USPSTF, ISCD"})`);
  if (r.ask(fragilityFracture) === true) found.push("fragility fracture (ISCD)");
  if (r.ask(currentBoneDrugs).length > 0 || r.ask(boneDrugConsidered))
    found.push("bone drug taken or considered (ISCD)");
  return [...found, ...r.ask(positiveScreens)];
};

/** Whether there is any reason; unknown as long as an open question could give one. */
export const dxaIndicated: Question<Truth> = (r) =>
  or(r.ask(dxaIndications).length > 0, byAge(r), byRiskFactor(r), r.ask(fragilityFracture));
