import { bmdCategory, lowestT, lowestZ, T_NORMAL } from "../facts/bmd";
import { fragilityFracture } from "../facts/fractures";
import { frax } from "../facts/frax";
import { age, population } from "../facts/population";
import { longSteroid, sixMonthsAtSevenFive } from "../facts/steroids";
import { SOURCE_THRESHOLD, thresholdMet } from "../facts/threshold";
import { fraxText } from "../frax-text";
import { atLeast, atMost, below, exactly, isBelow } from "../range";
import type { Question, Reader } from "../reader";
import { tierRule } from "../rule";
import { and, not, or, type Truth } from "../truth";
import { tScore } from "../words";

/** ACR 2022 speaks of adults from 40 with FRAX, and of younger ones without (5.3). */
const ACR_AGE = 40;
/** ACR low risk: MOF below 10 %, hip at most 1 % [ACRGC][BMJBP]. */
const ACR_LOW = { mof: 10, hip: 1 } as const;
/** Under 40: Z-score below -3 at 7.5 mg/day for 6 months [BMJBP]. */
const ACR_Z = -3;

const from40 = (r: Reader): Truth => {
  const years = r.ask(age);
  return years === null ? "unknown" : years >= ACR_AGE;
};

const acrLow: Question<Truth> = (r) => {
  const { mof, hip } = r.ask(frax);
  const t = r.ask(lowestT);
  return and(
    below(mof, ACR_LOW.mof),
    atMost(hip, ACR_LOW.hip),
    t === null ? "unknown" : atLeast(exactly(t.t), T_NORMAL),
  );
};

const acrModerateUnder40: Question<Truth> = (r) => {
  const z = r.ask(lowestZ);
  return and(r.ask(sixMonthsAtSevenFive), z === null ? "unknown" : isBelow(z, ACR_Z));
};

const figures = (r: Reader) => fraxText(r.ask(frax), SOURCE_THRESHOLD);

/** Long glucocorticoid has rules of its own; what is unknown about it makes the tier provisional, not absent. */
const onLongSteroid = (r: Reader) => r.ask(longSteroid) === true;
const withoutFracture = (r: Reader) => r.ask(fragilityFracture) !== true;

export const MODERATE_AND_LOW_RULES = [
  tierRule({
    id: "T-M1",
    title: "Osteopenia below both FRAX thresholds",
    when: "osteopenia, FRAX MOF known and below 20 %, FRAX hip known and below 3 %",
    output: "moderate risk: no drug by the source",
    tier: "MODERATE",
    basis: "frax",
    sources: ["S9", "S24"],
    holds: (r) => {
      const { mof, hip } = r.ask(frax);
      const category = r.ask(bmdCategory);
      const osteopenia = category === null ? "unknown" : category === "osteopenia";
      return and(osteopenia, below(mof, SOURCE_THRESHOLD.mof), below(hip, SOURCE_THRESHOLD.hip), !onLongSteroid(r));
    },
    says: (r) => `osteopenia, ${figures(r)}: below 20 % and 3 %`,
  }),
  tierRule({
    id: "T-M2",
    title: "Moderate risk on long glucocorticoid",
    when: "long glucocorticoid from age 40, no rule above, and not low by ACR 2022; under 40: 7.5 mg/day for 6 months with Z below -3",
    output: "moderate risk: ACR 2022 offers therapy, beyond the source threshold",
    tier: "MODERATE",
    basis: "frax",
    sources: ["ACR 2022"],
    holds: (r) => {
      const older = and(from40(r), not(r.ask(thresholdMet)), not(r.ask(acrLow)), r.ask(lowestT) !== null);
      const younger = and(not(from40(r)), r.ask(acrModerateUnder40));
      return and(r.ask(longSteroid), or(older, younger));
    },
    says: (r) =>
      from40(r) === true
        ? `long glucocorticoid, ${figures(r)}: not low by ACR 2022`
        : "long glucocorticoid under 40, 7.5 mg/day for 6 months, Z-score below -3",
  }),
  tierRule({
    id: "T-L1",
    title: "Normal bone density, no fracture",
    when: "no fragility fracture and every valid T-score -1.0 or higher; FRAX is not needed",
    output: "low risk",
    tier: "LOW",
    basis: "bmd",
    sources: ["WHO", "S24"],
    holds: (r) => {
      const category = r.ask(bmdCategory);
      return and(category === null ? "unknown" : category === "normal", withoutFracture(r), !onLongSteroid(r));
    },
    says: (r) => `lowest T-score ${tScore(r.ask(lowestT)?.t ?? null)}: normal`,
  }),
  tierRule({
    id: "T-L2",
    title: "Low risk on long glucocorticoid",
    when: "long glucocorticoid from age 40 with FRAX MOF below 10 %, hip at most 1 % and T-score of -1.0 or higher; under 40 when T-M2 does not hold",
    output: "low risk by ACR 2022",
    tier: "LOW",
    basis: "frax",
    sources: ["ACR 2022"],
    holds: (r) => {
      const older = and(from40(r), r.ask(acrLow));
      const younger = and(not(from40(r)), not(r.ask(acrModerateUnder40)), r.ask(population).population !== "minor");
      return and(r.ask(longSteroid), or(older, younger));
    },
    says: (r) => `long glucocorticoid, low by ACR 2022${r.ask(frax).used ? ` (${figures(r)})` : ""}`,
  }),
];
