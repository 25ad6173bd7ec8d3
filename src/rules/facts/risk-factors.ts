import { below, exactly } from "../range";
import type { Question } from "../reader";
import { or, type Truth } from "../truth";
import { drinksThreeOrMore, fallsOften, has, parentHipFracture, secondaryCause, smokes } from "./conditions";
import { fragilityFracture } from "./fractures";
import { longSteroid } from "./steroids";
import { onCancerHormoneTherapy } from "./therapy";

export const bodyMassIndex: Question<number | null> = (r) => {
  const printed = r.fact("body mass index", (c) => c.bmi);
  if (printed !== null) return printed;
  const [kg, cm] = [r.fact("weight", (c) => c.weightKg), r.fact("height", (c) => c.heightCm)];
  return kg === null || cm === null ? null : kg / (cm / 100) ** 2;
};

export const lowBmi: Question<Truth> = (r) => {
  const bmi = r.ask(bodyMassIndex);
  return bmi === null ? "unknown" : below(exactly(bmi), r.policy.lowBmi);
};

/** The additional risk factors of S31 (CLINICAL.md 5.4), in words. */
const FACTORS: readonly (readonly [string, Question<Truth>])[] = [
  ["prior fracture", fragilityFracture],
  ["hip fracture in a parent", parentHipFracture],
  ["current smoking", smokes],
  ["3 or more alcoholic drinks a day", drinksThreeOrMore],
  ["glucocorticoid for 3 months or more", longSteroid],
  ["rheumatoid arthritis", (r) => has(r, "rheumatoid-arthritis")],
  ["a secondary cause", secondaryCause],
  ["low body mass index", lowBmi],
  ["falls", fallsOften],
  ["aromatase inhibitor or androgen deprivation", (r) => r.ask(onCancerHormoneTherapy)],
];

export const riskFactors: Question<string[]> = (r) =>
  FACTORS.filter(([, q]) => r.ask(q) === true).map(([name]) => name);

export const anyRiskFactor: Question<Truth> = (r) => or(...FACTORS.map(([, q]) => r.ask(q)));

/** Risk factors beside the aromatase inhibitor itself (X6). */
export const factorsBesideHormoneTherapy: Question<string[]> = (r) =>
  r.ask(riskFactors).filter((name) => !name.startsWith("aromatase"));
