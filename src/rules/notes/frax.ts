import { highDosePercentAtAge } from "../../risk/steroid-adjustment";
import { bmdCategory, lowestT } from "../facts/bmd";
import { FRAX_AGE, frax } from "../facts/frax";
import { age } from "../facts/population";
import { courses, highDoseSteroid, localSteroids, longDose, longSteroid, replacementSteroids } from "../facts/steroids";
import { untreated } from "../facts/therapy";
import { SOURCE_THRESHOLD, thresholdMet } from "../facts/threshold";
import { boundOf, fraxFigure } from "../frax-text";
import { atLeast, isAbove } from "../range";
import type { Reader } from "../reader";
import { noteRule } from "../rule";
import { and, not } from "../truth";
import { nearness, percent } from "../words";

const note = { group: "note", level: "info", alert: true } as const;

function distanceText(r: Reader): string {
  const read = r.ask(frax);
  const one = (what: "hip" | "mof", name: string) => {
    const [value, threshold] = [read.used?.[what] ?? null, SOURCE_THRESHOLD[what]];
    const figure = `${name} ${fraxFigure(read, what, threshold)}`;
    const over = atLeast(read[what], threshold);
    if (value === null || over === "unknown") return figure;
    const near = boundOf(read, what) === null ? nearness(value, threshold, read.rounding[what]) : null;
    return `${figure} (${near ?? (over ? "over" : "below")} ${threshold} %)`;
  };
  return `${one("hip", "hip")}, ${one("mof", "MOF")}`;
}

/** What the rules do with FRAX: thresholds, steroid adjustment, when it is not used (S5, S8–S10, X2, X13, D21). */
export const FRAX_NOTES = [
  noteRule({
    ...note,
    alert: false,
    id: "S5",
    title: "FRAX is the basis",
    when: "osteopenia",
    output: "base treatment on FRAX",
    sources: ["S5", "S8"],
    holds: (r) => {
      const category = r.ask(bmdCategory);
      return category === null ? "unknown" : category === "osteopenia";
    },
    says: () => ({ summary: "Osteopenia: base treatment on FRAX, not on bone density alone" }),
  }),
  noteRule({
    ...note,
    alert: false,
    id: "S8",
    title: "FRAX missing beside a T-score",
    when: "a T-score is known and FRAX is not",
    output: "calculate FRAX; do not rely on bone density alone",
    sources: ["S8"],
    holds: (r) => and(r.ask(lowestT) !== null, r.ask(frax).raw === null),
    says: () => ({ summary: "T-score without FRAX: calculate FRAX, do not rely on bone density alone" }),
  }),
  noteRule({
    ...note,
    alert: false,
    id: "S9",
    title: "Source threshold",
    when: "FRAX hip of at least 3 % or MOF of at least 20 %, after steroid adjustment",
    output: "threshold met",
    sources: ["S9"],
    holds: (r) => r.ask(thresholdMet),
    says: (r) => ({ summary: `Source threshold met: ${distanceText(r)}` }),
  }),
  noteRule({
    ...note,
    alert: false,
    id: "S10",
    title: "Steroid adjustment",
    when: "prednisone equivalent above 7.5 mg/day for 3 months, and a FRAX that is not adjusted yet",
    output: "MOF x 1.15 and hip x 1.2; raw and adjusted are both shown",
    sources: ["S10", "Kanis 2011"],
    holds: (r) => {
      const { raw, used } = r.ask(frax);
      return and(r.ask(highDoseSteroid), used !== null, raw?.glucocorticoidAdjusted !== true);
    },
    says: (r) => {
      const { raw, used } = r.ask(frax);
      const from = (what: "mof" | "hip") => {
        const bound = boundOf({ raw }, what) ?? "";
        return `${bound}${percent(raw?.[what] ?? null)} to ${bound}${percent(used?.[what] ?? null)}`;
      };
      return { summary: `FRAX adjusted for over 7.5 mg/day: MOF ${from("mof")}, hip ${from("hip")}` };
    },
  }),
  noteRule({
    ...note,
    alert: false,
    id: "S10",
    title: "Steroid adjustment considered, not applied",
    when: "a steroid on the list and a FRAX that is not multiplied",
    output: "why it was not",
    sources: ["S10", "Kanis 2011"],
    holds: (r) => {
      const { used } = r.ask(frax);
      const steroids = [...r.ask(courses), ...r.ask(localSteroids), ...r.ask(replacementSteroids)].length;
      if (!r.seen("medications")) return "unknown";
      return steroids > 0 && used !== null && !used.adjusted;
    },
    says: (r) => ({
      summary:
        r.ask(frax).raw?.glucocorticoidAdjusted === true
          ? "FRAX is already adjusted for the dose: not adjusted again"
          : `No steroid adjustment of FRAX: ${r.ask(highDoseSteroid) === "unknown" ? "dose or duration is not certain" : "not above 7.5 mg/day for 3 months"}`,
    }),
  }),
  noteRule({
    ...note,
    level: "warning",
    id: "S10",
    title: "Steroid box of FRAX not ticked",
    when: "long glucocorticoid and a FRAX run without it",
    output: "the figures underestimate: recalculate FRAX with glucocorticoids = yes",
    sources: ["S10", "Kanis 2011"],
    holds: (r) => {
      const { raw } = r.ask(frax);
      const ticked = raw?.glucocorticoidsTicked ?? null;
      return and(r.ask(longSteroid), raw !== null, ticked === null ? "unknown" : !ticked);
    },
    says: () => ({
      summary: "FRAX was run without glucocorticoids: the figures underestimate; recalculate with the box ticked",
    }),
  }),
  noteRule({
    ...note,
    id: "X2",
    title: "Steroid boundary",
    when: "long glucocorticoid of exactly 7.5 mg/day",
    output: "not above 7.5: no adjustment, with both readings of the boundary",
    group: "disagreement",
    sources: ["S10", "Kanis 2011"],
    holds: (r) => and(atLeast(r.ask(longDose), r.policy.steroidHighDoseMg), not(r.ask(highDoseSteroid))),
    says: () => ({
      summary:
        "Source 2025 says adjust above 7.5 mg/day | Kanis 2011 table as reprinted says from 7.5 mg/day: not adjusted here",
    }),
  }),
  noteRule({
    ...note,
    alert: false,
    id: "X2",
    title: "Age-specific adjustment",
    when: "prednisone equivalent above 7.5 mg/day for 3 months",
    output: "the source's flat factors are used; age-specific ones are shown",
    group: "disagreement",
    sources: ["S10", "Kanis 2011"],
    holds: (r) => r.ask(highDoseSteroid),
    says: (r) => {
      const years = r.ask(age);
      const byAge = years === null ? null : highDosePercentAtAge(years);
      const own = byAge ? `hip +${byAge.hip} %, MOF +${byAge.mof} % at this age` : "figures by age";
      return { summary: `Source 2025 says hip +20 %, MOF +15 % | Kanis 2011 by age says ${own}` };
    },
  }),
  noteRule({
    ...note,
    alert: false,
    id: "X2",
    title: "Low steroid dose",
    when: "current glucocorticoid below 2.5 mg/day",
    output: "no automatic reduction of FRAX",
    group: "disagreement",
    sources: ["S10", "Kanis 2011"],
    holds: (r) => {
      const dose = r.ask(longDose);
      return dose === null ? "unknown" : and(isAbove(dose.high, 0), not(atLeast(dose, 2.5)));
    },
    says: () => ({
      summary:
        "Source 2025 gives no reduction | Kanis 2011 says MOF -20 %, hip -35 % below 2.5 mg/day: not applied here",
    }),
  }),
  noteRule({
    ...note,
    level: "warning",
    id: "T-G1",
    title: "Age outside FRAX",
    when: "FRAX on the chart of a patient under 40 or over 90",
    output: "FRAX is ignored",
    sources: ["FRAX"],
    holds: (r) => {
      const { raw } = r.ask(frax);
      const years = r.ask(age);
      if (raw === null) return false;
      return years === null ? "unknown" : years < FRAX_AGE.from || years > FRAX_AGE.to;
    },
    says: (r) => ({
      summary: `FRAX is not valid ${(r.ask(age) ?? 0) < FRAX_AGE.from ? "under 40" : "over 90"}: ignored`,
    }),
  }),
  noteRule({
    ...note,
    level: "warning",
    id: "S5",
    title: "FRAX outdated",
    when: "FRAX older than a later fracture, a later glucocorticoid, or 24 months",
    output: "outdated: not used after a fracture or steroid, provisional after 24 months",
    sources: ["FRAX", "Product"],
    holds: (r) => {
      const { raw, refused, stale } = r.ask(frax);
      if (raw === null) return false;
      return refused === "fracture-since" || refused === "steroid-since" ? true : stale;
    },
    says: (r) => {
      const { raw, refused } = r.ask(frax);
      const why = { "fracture-since": "a later fracture", "steroid-since": "a later glucocorticoid" };
      return refused === "fracture-since" || refused === "steroid-since"
        ? { summary: `FRAX of ${raw?.date ?? "unknown date"} is outdated by ${why[refused]}: not used, recalculate` }
        : { summary: `FRAX of ${raw?.date ?? "unknown date"} is over 24 months old: provisional, recalculate` };
    },
  }),
  noteRule({
    ...note,
    id: "D21",
    title: "FRAX in a treated patient",
    when: "FRAX on the chart of a patient on a bone drug, or off it for less than a year (bisphosphonate 2)",
    output: "not validated on treatment: shown as such",
    unconfirmed: true,
    sources: ["FRAX"],
    holds: (r) => {
      if (r.ask(frax).raw === null) return false;
      return r.found(!r.ask(untreated), "medications");
    },
    says: () => ({ summary: "FRAX is not validated in a patient on a bone drug or lately off it: read with care" }),
  }),
  noteRule({
    ...note,
    level: "warning",
    id: "X13",
    title: "UK FRAX",
    when: "a FRAX of the UK model",
    output: "20 % and 3 % are US thresholds and are not held against it",
    group: "disagreement",
    sources: ["S9", "NOGG"],
    holds: (r) => r.ask(frax).refused === "uk-model",
    says: () => ({
      summary: "Source 2025 says 20 % or 3 % | NOGG 2024 says thresholds by age for a UK FRAX: 20/3 not applied",
    }),
  }),
];
