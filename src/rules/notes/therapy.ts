import { bmdCategory, lowestT } from "../facts/bmd";
import { therapyAtFracture } from "../facts/fracture-drugs";
import { fragilityFracture, vertebralFractures } from "../facts/fractures";
import { age, population, sex } from "../facts/population";
import { anyRiskFactor, riskFactors } from "../facts/risk-factors";
import { currentTreatment } from "../facts/therapy";
import { thresholdMet } from "../facts/threshold";
import { EPSILON } from "../range";
import type { Question, Reader } from "../reader";
import { noteRule } from "../rule";
import { candidates } from "../therapy/candidates";
import { placement } from "../tier/placement";
import { and, type Truth } from "../truth";
import { listed, tScore } from "../words";

const note = { group: "note", level: "info", alert: false } as const;
const option = (r: Reader, drug: string): boolean => r.ask(candidates).list.some((c) => c.drug === drug);
const tierIs = (r: Reader, ...tiers: string[]): boolean => tiers.includes(r.ask(placement).tier);

/** S31: T-score strictly below this, with a further risk factor. */
const S31_T = -2;
const below2: Question<Truth> = (r) => {
  if (r.ask(population).population !== "t-score") return false;
  const lowest = r.ask(lowestT);
  return lowest === null ? "unknown" : lowest.t < S31_T - EPSILON;
};
/** The shared-decision card is for women from this age with osteopenia (5.4). */
const SHARED_DECISION_AGE = 65;
const sharedDecision: Question<Truth> = (r) => {
  const [years, who] = [r.ask(age), r.ask(sex)];
  const known = years === null || who === null ? "unknown" : years >= SHARED_DECISION_AGE && who === "female";
  return and(known, r.ask(bmdCategory) === "osteopenia", tierIs(r, "MODERATE"));
};

/** What the source and the guidelines say of drug therapy (S6, S12, S24–S34, S45–S49; X4, X5, X7, X8, X14). */
export const THERAPY_NOTES = [
  noteRule({
    ...note,
    id: "S6",
    title: "Drug therapy by the source",
    when: "FRAX hip of at least 3 % or MOF of at least 20 %",
    output: "meets the source threshold for drug therapy; oral bisphosphonate first",
    group: "option",
    sources: ["S6"],
    holds: (r) => r.ask(thresholdMet),
    says: () => ({ summary: "Meets the source threshold for drug therapy; oral bisphosphonate first" }),
  }),
  noteRule({
    ...note,
    level: "warning",
    alert: true,
    id: "S12",
    title: "Fragility fracture",
    when: "a fragility fracture",
    output: "severe osteoporosis in the source's words: treatment is warranted without bone density",
    group: "option",
    sources: ["S12"],
    holds: (r) => r.ask(fragilityFracture),
    says: () => ({
      summary: "Fragility fracture: by the source severe osteoporosis, treatment warranted without waiting for BMD",
    }),
  }),
  noteRule({
    ...note,
    id: "X4",
    title: "Fragility fracture in the guidelines",
    when: "a fragility fracture",
    output: "what others call severe; obtain DXA as baseline, without delay of treatment",
    group: "disagreement",
    sources: ["S12", "AACE 2020", "WHO"],
    holds: (r) => r.ask(fragilityFracture),
    says: () => ({
      summary:
        "Source 2025 says severe at any site | AACE 2020 says diagnostic even with normal BMD; WHO severe = T ≤-2.5 plus fracture",
      detail: "Obtain DXA as a baseline; it does not delay treatment.",
    }),
  }),
  noteRule({
    ...note,
    id: "S24",
    title: "No drug below high risk",
    when: "tier LOW or MODERATE",
    output: "no drug by the source; lifestyle",
    group: "option",
    sources: ["S24"],
    holds: (r) => (tierIs(r, "INDETERMINATE") ? "unknown" : tierIs(r, "LOW", "MODERATE")),
    says: () => ({ summary: "Below high risk: the source suggests no drug; calcium, vitamin D and lifestyle" }),
  }),
  noteRule({
    ...note,
    id: "S25",
    title: "First line",
    when: "tier HIGH and alendronate comes into question",
    output: "oral bisphosphonate (alendronate) first line",
    group: "option",
    sources: ["S25"],
    holds: (r) => (tierIs(r, "INDETERMINATE") ? "unknown" : tierIs(r, "HIGH") && option(r, "alendronate")),
    says: () => ({ summary: "Consider alendronate first: safety, cost and efficacy" }),
  }),
  noteRule({
    ...note,
    id: "S26",
    title: "How alendronate works",
    when: "alendronate comes into question",
    output: "mechanism",
    sources: ["S26"],
    holds: (r) => (tierIs(r, "INDETERMINATE") ? "unknown" : option(r, "alendronate")),
    says: () => ({ summary: "Alendronate inhibits osteoclasts, reduces resorption and gains bone mass" }),
  }),
  noteRule({
    ...note,
    id: "S27",
    title: "Resorption markers on alendronate",
    when: "on alendronate",
    output: "urinary resorption markers fall by 50-70 % within a month; absent fall: check adherence",
    group: "monitoring",
    sources: ["S27"],
    holds: (r) => onDrug(r, "alendronate"),
    says: () => ({
      summary: "Resorption markers fall 50-70 % in 1 month, plateau at 3-6; check adherence if the fall is absent",
    }),
  }),
  noteRule({
    ...note,
    id: "S28",
    title: "Evidence in osteopenia",
    when: "threshold met and osteopenia",
    output: "fracture reduction shown in advanced osteopenia, evidence of lower quality",
    sources: ["S28"],
    holds: (r) => and(r.ask(thresholdMet), r.ask(bmdCategory) === "osteopenia"),
    says: () => ({ summary: "Fracture reduction shown in women with advanced osteopenia; evidence of lower quality" }),
  }),
  noteRule({
    ...note,
    id: "S30",
    title: "Alternatives in the source's order",
    when: "tier HIGH and the source's list applies",
    output: "IV bisphosphonate, teriparatide, denosumab, raloxifene",
    group: "option",
    sources: ["S30"],
    holds: (r) => (tierIs(r, "INDETERMINATE") ? "unknown" : tierIs(r, "HIGH") && option(r, "raloxifene")),
    says: () => ({
      summary: "If an oral bisphosphonate does not fit: IV bisphosphonate, teriparatide, denosumab, raloxifene",
    }),
  }),
  noteRule({
    ...note,
    id: "X5",
    title: "Order of the alternatives",
    when: "several drugs come into question",
    output: "source and guidelines differ",
    group: "disagreement",
    sources: ["S30", "ACP 2023", "ACR 2022", "ECTS"],
    holds: (r) => (tierIs(r, "INDETERMINATE") ? "unknown" : r.ask(candidates).list.length > 2),
    says: () => ({
      summary:
        "Source 2025 says IV bisphosphonate, teriparatide, denosumab, raloxifene | ACP 2023 says denosumab second line",
      detail:
        "ACP 2023: anabolics only for women at very high risk. ACR 2022: denosumab or PTH analogue over bisphosphonate at high risk. Denosumab is never just stopped (ECTS).",
    }),
  }),
  noteRule({
    ...note,
    level: "warning",
    alert: true,
    id: "S31",
    title: "Anabolic first below -2.0 with risk factors",
    when: "tier HIGH or above, T-score below -2.0 and a further risk factor",
    output: "consider an anabolic first, by the source",
    group: "option",
    sources: ["S31"],
    holds: (r) => and(tierIs(r, "HIGH", "VERY_HIGH"), r.ask(below2), r.ask(anyRiskFactor)),
    says: (r) => ({
      summary: `T-score ${tScore(r.ask(lowestT)?.t ?? null)} with ${listed(r.ask(riskFactors).slice(0, 2))}: source lists anabolic first`,
      detail: "Source statement; outside label and the guidelines checked; specialist decision.",
    }),
  }),
  noteRule({
    ...note,
    id: "X8",
    title: "Anabolic first in osteopenia",
    when: "S31 holds",
    output: "no guideline checked does so in osteopenia",
    group: "disagreement",
    sources: ["S31", "ES 2020", "ACR 2022", "Eriksen 2012"],
    holds: (r) => and(tierIs(r, "HIGH", "VERY_HIGH"), r.ask(below2), r.ask(anyRiskFactor)),
    says: () => ({
      summary:
        "Source 2025 says anabolic first below -2.0 with risk | ES 2020 says below -2.5 with fractures; ACR 2022 -3.5 or lower",
      detail:
        "Source statement; outside label and the guidelines checked; specialist decision. AACE T below -3.0 is unconfirmed.",
    }),
  }),
  noteRule({
    ...note,
    level: "warning",
    alert: true,
    id: "S32",
    title: "Vertebral fracture",
    when: "a vertebral fragility fracture",
    output: "consider an anabolic first",
    group: "option",
    sources: ["S32"],
    holds: (r) =>
      r.ask(vertebralFractures).length > 0 ? true : and("unknown", r.ask(fragilityFracture) === "unknown"),
    says: () => ({
      summary: "Vertebral fracture raises the risk of the next one significantly: consider an anabolic first",
    }),
  }),
  noteRule({
    ...note,
    id: "S33",
    title: "Very high risk",
    when: "tier VERY_HIGH",
    output: "anabolic therapy may be the initial option",
    group: "option",
    sources: ["S33"],
    holds: (r) => (tierIs(r, "INDETERMINATE") ? "unknown" : tierIs(r, "VERY_HIGH")),
    says: () => ({ summary: "Very high risk: anabolic therapy may be the initial option" }),
  }),
  noteRule({
    ...note,
    id: "S34",
    title: "Teriparatide and osteosarcoma",
    when: "teriparatide comes into question",
    output: "inform the patient: osteosarcoma in rats, no increase in humans",
    sources: ["S34", "Krege 2022"],
    holds: (r) => (tierIs(r, "INDETERMINATE") ? "unknown" : option(r, "teriparatide")),
    says: () => ({
      summary:
        "Teriparatide: osteosarcoma in rats, no increase in humans; inform the patient (boxed warning removed 2020)",
    }),
  }),
  noteRule({
    ...note,
    alert: true,
    id: "S45",
    title: "Adherence",
    when: "on an oral bone drug",
    output: "reassess adherence",
    group: "monitoring",
    sources: ["S45"],
    holds: (r) => {
      const oral = r.ask(currentTreatment).some(({ drug }) => drug.given === "oral");
      return oral ? true : r.seen("medications") ? false : "unknown";
    },
    says: () => ({ summary: "On an oral drug: reassess adherence, look for refill gaps" }),
  }),
  noteRule({
    ...note,
    level: "warning",
    id: "S49",
    title: "Poor response",
    when: "a fracture on therapy",
    output: "poor adherence is the commonest reason: ask before calling it treatment failure",
    group: "monitoring",
    sources: ["S49"],
    holds: (r) => r.ask(therapyAtFracture),
    says: () => ({ summary: "Fracture on therapy: poor adherence is the commonest reason for failure; ask first" }),
  }),
  noteRule({
    ...note,
    id: "S47",
    title: "Not on the T-score alone",
    when: "osteopenia and no drug threshold met",
    output: "do not treat on the T-score alone",
    sources: ["S47"],
    holds: (r) => {
      const category = r.ask(bmdCategory);
      return and(category === null ? "unknown" : category === "osteopenia", !tierIs(r, "HIGH", "VERY_HIGH"));
    },
    says: () => ({
      summary: "Do not treat on the T-score alone: by the source NNT over 100 in osteopenia, 10-20 in osteoporosis",
    }),
  }),
  noteRule({
    ...note,
    alert: true,
    id: "X7",
    title: "Shared decision",
    when: "woman of 65 or more with osteopenia at moderate risk",
    output: "NNT with their populations; individualise",
    group: "disagreement",
    sources: ["S47", "Eriksen 2012", "Reid 2018", "ACP 2023"],
    holds: (r) => r.ask(sharedDecision),
    says: (r) => ({
      summary:
        "Source 2025 says NNT over 100, no drug | ACP: individualise in women over 65; Reid 2018: NNT 15 over 6 years",
      detail: `${
        r.ask(below2) === true && r.ask(anyRiskFactor) === true
          ? "The source lists a T-score below -2.0 with risk factors under anabolic first, but reserves drugs for patients over the threshold (S24): none is suggested. "
          : ""
      }NNT over 100 is against patients who had a fracture and T below -2.5 (Eriksen 2012). NNT 15: zoledronate every 18 months in osteopenic women from 65 (Reid 2018). The ACP wording is unconfirmed.`,
    }),
  }),
  noteRule({
    ...note,
    id: "X14",
    title: "Goal-directed treatment",
    when: "tier VERY_HIGH, or HIGH with a T-score below -2.5",
    output: "first drug by the chance of reaching a target",
    group: "disagreement",
    unconfirmed: true,
    sources: ["S25", "ASBMR/BHOF 2024"],
    holds: (r) => {
      const lowest = r.ask(lowestT);
      const low = lowest === null ? "unknown" : lowest.t < -2.5 - EPSILON;
      return tierIs(r, "VERY_HIGH") ? true : and(tierIs(r, "HIGH"), low);
    },
    says: () => ({
      summary:
        "Source 2025 says bisphosphonate first | ASBMR/BHOF 2024 says first drug by the chance of reaching a BMD target",
      detail:
        "Recent fracture or very high risk: fast-acting (anabolic) first. Targets such as hip T above -2.5 are unconfirmed.",
    }),
  }),
];

function onDrug(r: Reader, ingredient: string): Truth {
  const on = r.ask(currentTreatment).some(({ drug }) => drug.ingredient === ingredient);
  return on ? true : r.seen("medications") ? false : "unknown";
}
