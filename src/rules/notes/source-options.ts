import { bmdCategory, lowestT } from "../facts/bmd";
import { fragilityFracture, vertebralFractures } from "../facts/fractures";
import { riskFactors } from "../facts/risk-factors";
import { thresholdMet } from "../facts/threshold";
import type { Reader } from "../reader";
import { noteRule } from "../rule";
import { anabolicFirstBySource } from "../therapy/anabolic-first";
import { candidates } from "../therapy/candidates";
import { choice, offered } from "../therapy/choice";
import { placedIn } from "../tier/placement";
import { and } from "../truth";
import { listed, tScore } from "../words";

const note = { group: "note", level: "info", alert: false } as const;

/** The source's list from its first line on, whatever the safety rules leave of it. */
const firstLineApplies = (r: Reader): boolean =>
  placedIn(r, "HIGH") && r.ask(candidates).list.some(({ rule }) => rule === "S25");

/** The drugs that a rule lists and no safety rule takes away. */
const considered = (r: Reader, rule: string): string[] =>
  r.ask(choice).suggest.flatMap((one) => (one.rule === rule && one.drug !== null ? [`Consider ${one.drug}`] : []));

/** What the source says of drug therapy (S6, S12, S24 to S26, S28, S30 to S34, S47). */
export const SOURCE_OPTION_NOTES = [
  noteRule({
    ...note,
    id: "S6",
    title: "Drug therapy by the source",
    when: "FRAX hip of at least 3 % or MOF of at least 20 %",
    output: "meets the source threshold for drug therapy; oral bisphosphonate first",
    group: "option",
    sources: ["S6"],
    holds: (r) => r.ask(thresholdMet),
    says: () => ({
      summary: "Meets the source threshold for drug therapy; the source's first choice is an oral bisphosphonate",
    }),
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
    id: "S24",
    title: "No drug below high risk",
    when: "tier LOW or MODERATE",
    output: "no drug by the source; lifestyle",
    group: "option",
    sources: ["S24"],
    holds: (r) => (placedIn(r, "INDETERMINATE") ? "unknown" : placedIn(r, "LOW", "MODERATE")),
    says: () => ({ summary: "Below high risk: the source suggests no drug; calcium, vitamin D and lifestyle" }),
  }),
  noteRule({
    ...note,
    id: "S25",
    title: "First line",
    when: "tier HIGH and the source's list applies",
    output: "oral bisphosphonate (alendronate) first line",
    group: "option",
    sources: ["S25"],
    holds: (r) => (placedIn(r, "INDETERMINATE") ? "unknown" : firstLineApplies(r)),
    says: (r) => ({
      summary: offered(r, "alendronate")
        ? "Consider alendronate first: safety, cost and efficacy"
        : "The source's first line is alendronate, which does not fit here (see what to avoid, or the step before it)",
      suggestions: considered(r.fresh(), "S25"),
    }),
  }),
  noteRule({
    ...note,
    id: "S26",
    title: "How alendronate works",
    when: "alendronate is among the options",
    output: "mechanism",
    sources: ["S26"],
    holds: (r) => (placedIn(r, "INDETERMINATE") ? "unknown" : offered(r, "alendronate")),
    says: () => ({ summary: "Alendronate inhibits osteoclasts, reduces resorption and gains bone mass" }),
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
    holds: (r) => (placedIn(r, "INDETERMINATE") ? "unknown" : firstLineApplies(r)),
    says: (r) => ({
      summary: "If an oral bisphosphonate does not fit: IV bisphosphonate, teriparatide, denosumab, raloxifene",
      suggestions: considered(r.fresh(), "S30"),
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
    holds: (r) => r.ask(anabolicFirstBySource),
    says: (r) => ({
      summary: `T-score ${tScore(r.ask(lowestT)?.t ?? null)} with ${listed(r.ask(riskFactors).slice(0, 2))}: source lists anabolic first`,
      detail: "Source statement; outside label and the guidelines checked; specialist decision.",
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
    says: (r) => ({
      summary: "Vertebral fracture raises the risk of the next one significantly: consider an anabolic first",
      suggestions: considered(r.fresh(), "S32"),
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
    holds: (r) => (placedIn(r, "INDETERMINATE") ? "unknown" : placedIn(r, "VERY_HIGH")),
    says: (r) => ({
      summary: "Very high risk: anabolic therapy may be the initial option",
      suggestions: considered(r.fresh(), "S33"),
    }),
  }),
  noteRule({
    ...note,
    id: "S34",
    title: "Teriparatide and osteosarcoma",
    when: "teriparatide is among the options",
    output: "inform the patient: osteosarcoma in rats, no increase in humans",
    sources: ["S34", "Krege 2022"],
    holds: (r) => (placedIn(r, "INDETERMINATE") ? "unknown" : offered(r, "teriparatide")),
    says: () => ({
      summary:
        "Teriparatide: osteosarcoma in rats, no increase in humans; inform the patient (boxed warning removed 2020)",
    }),
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
      return and(category === null ? "unknown" : category === "osteopenia", !placedIn(r, "HIGH", "VERY_HIGH"));
    },
    says: () => ({
      summary: "Do not treat on the T-score alone: by the source NNT over 100 in osteopenia, 10-20 in osteoporosis",
    }),
  }),
];
