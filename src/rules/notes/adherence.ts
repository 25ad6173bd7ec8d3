import { therapyAtFracture } from "../facts/fracture-drugs";
import { currentTreatment } from "../facts/therapy";
import type { Reader } from "../reader";
import { noteRule } from "../rule";
import type { Truth } from "../truth";

const note = { group: "note", level: "info", alert: false } as const;

/** What the source and the guidelines say of drug therapy (S6, S12, S24–S34, S45–S49; X4, X5, X7, X8, X14). */
function onDrug(r: Reader, ingredient: string): Truth {
  const on = r.ask(currentTreatment).some(({ drug }) => drug.ingredient === ingredient);
  return r.found(on, "medications");
}

/** Adherence before everything else that may explain a poor response (S27, S45, S49). */
export const ADHERENCE_NOTES = [
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
    alert: true,
    id: "S45",
    title: "Adherence",
    when: "on an oral bone drug",
    output: "reassess adherence",
    group: "monitoring",
    sources: ["S45"],
    holds: (r) => {
      const oral = r.ask(currentTreatment).some(({ drug }) => drug.given === "oral");
      return r.found(oral, "medications");
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
];
