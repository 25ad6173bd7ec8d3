import { lowestT, T_OSTEOPOROSIS } from "../facts/bmd";
import { fallsOften } from "../facts/conditions";
import { harmDrugAtFracture, therapyAtFracture } from "../facts/fracture-drugs";
import { fractures, fragilityFracture, recentFracture } from "../facts/fractures";
import { frax } from "../facts/frax";
import { population } from "../facts/population";
import { longSteroid, veryHighDoseSteroid } from "../facts/steroids";
import { fraxText } from "../frax-text";
import { above, atLeast, isAtMost, isBelow } from "../range";
import type { Reader } from "../reader";
import { tierRule } from "../rule";
import { and, or, type Truth } from "../truth";
import { ofSite, tScore } from "../words";
import { HIGH_RULES } from "./high";

/** AACE 2020 list: T below, MOF and hip above (T-VH5, T-VH7). */
const AACE = { t: -3, mof: 30, hip: 4.5 } as const;
/** ACR 2022, long glucocorticoid (T-VH9c). */
const ACR_T = -3.5;

/** A T-score counts only where T-scores apply (5.1). */
function t(r: Reader, holds: (value: number) => boolean): Truth {
  const lowest = r.ask(lowestT);
  const who = r.ask(population).population;
  if (lowest === null) return who === "t-score" || who === "unknown" ? "unknown" : false;
  return who === "t-score" ? holds(lowest.t) : who === "unknown" ? and("unknown", holds(lowest.t)) : false;
}

const newest = (r: Reader) => {
  const [fracture] = r.ask(fractures).fragility;
  return fracture ? `${ofSite(fracture.site)} fracture${fracture.date ? ` of ${fracture.date}` : ""}` : "fracture";
};

const figures = (r: Reader) => fraxText(r.ask(frax), AACE);

export const VERY_HIGH_RULES = [
  tierRule({
    id: "T-VH1",
    title: "Recent fragility fracture",
    when: "a fragility fracture less than 12 months ago",
    output: "very high risk",
    tier: "VERY_HIGH",
    basis: "fracture",
    sources: ["AACE 2020", "S33"],
    unconfirmed: true,
    holds: (r) => or(r.ask(recentFracture), r.ask(fractures).fragility.length === 0 ? unclearOrUnknown(r) : false),
    says: (r) => `${newest(r)}: less than 12 months ago`,
  }),
  tierRule({
    id: "T-VH2",
    title: "Fracture on therapy",
    when: "a fragility fracture while on an osteoporosis drug",
    output: "very high risk",
    tier: "VERY_HIGH",
    basis: "fracture",
    sources: ["AACE 2020", "S33"],
    unconfirmed: true,
    holds: (r) => r.ask(therapyAtFracture),
    says: () => "a fragility fracture happened while on an osteoporosis drug",
  }),
  tierRule({
    id: "T-VH3",
    title: "Several fragility fractures",
    when: "two or more fragility fractures",
    output: "very high risk",
    tier: "VERY_HIGH",
    basis: "fracture",
    sources: ["AACE 2020", "S33"],
    unconfirmed: true,
    holds: (r) => {
      const { fragility, unclear } = r.ask(fractures);
      if (fragility.length >= 2) return true;
      if (fragility.length + unclear.length >= 2) return "unknown";
      return fragility.length + unclear.length === 0 ? and("unknown", r.ask(fragilityFracture)) : false;
    },
    says: (r) => `${r.ask(fractures).fragility.length} fragility fractures`,
  }),
  tierRule({
    id: "T-VH4",
    title: "Fracture on a drug that harms bone",
    when: "a fragility fracture while on a drug that harms bone",
    output: "very high risk",
    tier: "VERY_HIGH",
    basis: "fracture",
    sources: ["AACE 2020", "S33"],
    unconfirmed: true,
    holds: (r) => r.ask(harmDrugAtFracture),
    says: () => "a fragility fracture happened while on a drug that harms bone",
  }),
  tierRule({
    id: "T-VH5",
    title: "Very low T-score",
    when: "lowest valid T-score below -3.0",
    output: "very high risk",
    tier: "VERY_HIGH",
    basis: "bmd",
    sources: ["AACE 2020", "S33"],
    unconfirmed: true,
    holds: (r) => t(r, (value) => isBelow(value, AACE.t)),
    says: (r) => `lowest T-score ${tScore(r.ask(lowestT)?.t ?? null)} is below -3.0`,
  }),
  tierRule({
    id: "T-VH6",
    title: "Falls on top of high risk",
    when: "injurious or repeated falls, or a stated high risk of falling, and a rule of the HIGH tier",
    output: "very high risk",
    tier: "VERY_HIGH",
    basis: "fracture",
    sources: ["AACE 2020", "S33"],
    unconfirmed: true,
    holds: (r) => and(r.ask(fallsOften), or(...HIGH_RULES.map((rule) => r.ask(rule.holds)))),
    says: () => "falls together with a high-risk finding",
  }),
  tierRule({
    id: "T-VH7",
    title: "Very high FRAX",
    when: "FRAX MOF above 30 % or hip above 4.5 %",
    output: "very high risk",
    tier: "VERY_HIGH",
    basis: "frax",
    sources: ["AACE 2020", "S33"],
    unconfirmed: true,
    holds: (r) => or(above(r.ask(frax).mof, AACE.mof), above(r.ask(frax).hip, AACE.hip)),
    says: figures,
  }),
  tierRule({
    id: "T-VH7g",
    title: "Very high FRAX on long glucocorticoid",
    when: "long glucocorticoid and adjusted FRAX MOF of at least 30 % or hip of at least 4.5 %",
    output: "very high risk",
    tier: "VERY_HIGH",
    basis: "frax",
    sources: ["ACR 2022", "S33"],
    holds: (r) => and(r.ask(longSteroid), or(atLeast(r.ask(frax).mof, AACE.mof), atLeast(r.ask(frax).hip, AACE.hip))),
    says: figures,
  }),
  tierRule({
    id: "T-VH8",
    title: "Osteoporosis with fragility fracture",
    when: "T-score of -2.5 or lower and a fragility fracture",
    output: "very high risk",
    tier: "VERY_HIGH",
    basis: "fracture",
    sources: ["ES 2020", "S33"],
    holds: (r) =>
      and(
        t(r, (value) => isAtMost(value, T_OSTEOPOROSIS)),
        r.ask(fragilityFracture),
      ),
    says: (r) => `T-score ${tScore(r.ask(lowestT)?.t ?? null)} with ${newest(r)}`,
  }),
  tierRule({
    id: "T-VH9a",
    title: "Fragility fracture on long glucocorticoid",
    when: "long glucocorticoid (2.5 mg/day or more for 3 months) and a fragility fracture",
    output: "very high risk",
    tier: "VERY_HIGH",
    basis: "fracture",
    sources: ["ACR 2022", "S33"],
    holds: (r) => and(r.ask(longSteroid), r.ask(fragilityFracture)),
    says: (r) => `long glucocorticoid with ${newest(r)}`,
  }),
  tierRule({
    id: "T-VH9b",
    title: "Very high glucocorticoid dose",
    when: "30 mg/day prednisone or more for over 30 days, or 5 g in a year, at any adult age",
    output: "very high risk",
    tier: "VERY_HIGH",
    basis: "dose",
    sources: ["ACR 2022", "S33"],
    holds: (r) => and(r.ask(veryHighDoseSteroid), r.ask(population).population !== "minor"),
    says: () => "glucocorticoid at 30 mg/day or more for over 30 days, or 5 g within a year",
  }),
  tierRule({
    id: "T-VH9c",
    title: "T-score of -3.5 or lower on long glucocorticoid",
    when: "long glucocorticoid and T-score of -3.5 or lower",
    output: "very high risk",
    tier: "VERY_HIGH",
    basis: "bmd",
    sources: ["ACR 2022", "S33"],
    holds: (r) =>
      and(
        r.ask(longSteroid),
        t(r, (value) => isAtMost(value, ACR_T)),
      ),
    says: (r) => `T-score ${tScore(r.ask(lowestT)?.t ?? null)} on long glucocorticoid`,
  }),
];

/** With no fracture known, a recent one can be ruled out only when the chart rules out fractures. */
function unclearOrUnknown(r: Reader): Truth {
  return and("unknown", r.ask(fragilityFracture));
}
