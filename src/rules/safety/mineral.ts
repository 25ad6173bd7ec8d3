import { has } from "../facts/conditions";
import { reducedEgfr } from "../facts/kidney";
import {
  type Calcium,
  calciumOut,
  hypercalcemia,
  hyperparathyroidism,
  hypocalcemia,
  unexplainedAlp,
} from "../facts/mineral";
import type { Reader } from "../reader";
import { safetyRule } from "../rule";
import { or } from "../truth";
import { decimal } from "../words";

const PTH_ANALOGUES = ["teriparatide", "abaloparatide"] as const;

/** "corrected calcium 7.98 mg/dL", or what the problem list says. */
function calciumText(r: Reader, found: Calcium | null): string {
  if (!found) return "calcium on the problem list";
  const name = {
    corrected: "corrected calcium",
    reported: "corrected calcium",
    ionized: "ionized calcium",
    total: "calcium (not corrected)",
  };
  const unit = found.kind === "ionized" ? "mmol/L" : "mg/dL";
  // Correction for albumin is unreliable in reduced kidney function [BMJO].
  const doubt = found.kind === "corrected" && r.ask(reducedEgfr) === true ? " (eGFR below 60: measure ionized)" : "";
  return `${name[found.kind]} ${decimal(found.value.low, 2)} ${unit}${doubt}`;
}

export const MINERAL_SAFETY = [
  safetyRule({
    id: "D4",
    title: "Hypocalcemia",
    when: "corrected or ionized calcium low (corrected below 8.6 mg/dL)",
    output: "no bisphosphonate, denosumab or romosozumab until corrected",
    sources: ["Labels"],
    standing: true,
    drugs: () => ["alendronate", "risedronate", "ibandronate", "zoledronic acid", "denosumab", "romosozumab"],
    holds: (r) => r.ask(hypocalcemia),
    reason: (r) => `${calciumText(r, calciumOut(r, "low"))}: low`,
  }),
  safetyRule({
    id: "D9",
    title: "Raised risk of osteosarcoma",
    when: "Paget disease, unexplained raised alkaline phosphatase, open epiphyses, bone metastases or skeletal cancer, skeletal radiation, hereditary risk",
    output: "no teriparatide, no abaloparatide",
    sources: ["Labels"],
    standing: true,
    drugs: () => PTH_ANALOGUES,
    holds: (r) =>
      or(
        has(
          r,
          "paget",
          "open-epiphyses",
          "bone-metastases",
          "multiple-myeloma",
          "osteosarcoma",
          "skeletal-radiation",
          "hereditary-osteosarcoma-risk",
        ),
        r.ask(unexplainedAlp),
      ),
    reason: (r) =>
      r.ask(unexplainedAlp) === true ? "unexplained raised alkaline phosphatase" : "raised risk of osteosarcoma",
  }),
  safetyRule({
    id: "D10",
    title: "Hypercalcemic disorder",
    when: "corrected or ionized calcium high (corrected above 10.2 mg/dL), or hyperparathyroidism",
    output: "no teriparatide, no abaloparatide",
    sources: ["Labels"],
    standing: true,
    drugs: () => PTH_ANALOGUES,
    holds: (r) => or(r.ask(hypercalcemia), r.ask(hyperparathyroidism)),
    reason: (r) =>
      r.ask(hypercalcemia) === true ? `${calciumText(r, calciumOut(r, "high"))}: high` : "hyperparathyroidism",
  }),
  safetyRule({
    id: "D11",
    title: "Kidney stones",
    when: "kidney stones on the problem list",
    output: "no teriparatide, no abaloparatide",
    sources: ["Labels"],
    standing: true,
    drugs: () => PTH_ANALOGUES,
    holds: (r) => has(r, "kidney-stones"),
    reason: () => "kidney stones",
  }),
];
