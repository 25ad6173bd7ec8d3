import { bmdCategory, lowestT } from "../facts/bmd";
import { fragilityFracture } from "../facts/fractures";
import { frax, fraxAge } from "../facts/frax";
import { age, population, sex } from "../facts/population";
import { longSteroid, veryHighDoseSteroid } from "../facts/steroids";
import { thresholdMet } from "../facts/threshold";
import type { Reader } from "../reader";
import { tierRule } from "../rule";
import { and, not, or } from "../truth";
import { fraxInputsText } from "./frax-inputs";

const from40 = (r: Reader) => (r.ask(age) ?? 0) >= 40;

export const GATE_RULES = [
  tierRule({
    id: "T-G2",
    title: "T-score tiers do not apply",
    when: "premenopausal woman or man under 50 without fragility fracture, long glucocorticoid or very high dose; anyone under 18",
    output: "no tier: Z-scores, secondary causes, referral",
    tier: "NOT_APPLICABLE",
    basis: "population",
    sources: ["ISCD 2005", "ISCD 2023"],
    holds: (r) => {
      const who = r.ask(population).population;
      if (who === "minor") return true;
      const inGroup = who === "unknown" ? "unknown" : who === "z-score";
      return and(inGroup, not(or(r.ask(fragilityFracture), r.ask(longSteroid), r.ask(veryHighDoseSteroid))));
    },
    says: (r) => {
      if (r.ask(population).population === "minor") return "under 18: out of scope";
      const who = r.ask(sex) === "male" ? "Man under 50" : "Premenopausal";
      return `${who}: use Z-scores; T-score categories and FRAX do not apply`;
    },
  }),
];

export const INDETERMINATE_RULES = [
  tierRule({
    id: "T-I1",
    title: "FRAX needed",
    when: "osteopenia, or long glucocorticoid from age 40, with FRAX hip or MOF missing and nothing else that decides",
    output: "cannot be placed in a tier: calculate FRAX",
    tier: "INDETERMINATE",
    basis: "frax",
    sources: ["S5", "S8"],
    holds: (r) => {
      const category = r.ask(bmdCategory);
      const onSteroid = r.ask(longSteroid) === true && from40(r) && r.ask(lowestT) !== null;
      const subject = category === null && !onSteroid ? "unknown" : category === "osteopenia" || onSteroid;
      return and(subject, r.ask(thresholdMet) === "unknown");
    },
    says: (r) => {
      const { raw, refused } = r.ask(frax);
      if (r.ask(fraxAge) === false) return "cannot be placed in a tier: outside the ages FRAX is made for";
      const why = raw === null ? "" : refused ? " again" : " (a figure is missing)";
      return `cannot be placed in a tier: calculate FRAX${why}. ${fraxInputsText(r)}`;
    },
  }),
  tierRule({
    id: "T-I2",
    title: "Bone density needed",
    when: "no valid T-score of hip, spine or, where it counts, radius, and no fragility fracture",
    output: "cannot be placed in a tier: obtain DXA",
    tier: "INDETERMINATE",
    basis: "bmd",
    sources: ["USPSTF 2025", "ISCD 2023"],
    holds: (r) => and(r.ask(lowestT) === null, r.ask(fragilityFracture) !== true),
    says: () => "cannot be placed in a tier: obtain DXA of hip and spine",
  }),
];
