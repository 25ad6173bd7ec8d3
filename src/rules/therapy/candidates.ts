import { vertebralFractures } from "../facts/fractures";
import { anabolicFinished, denosumabStopped } from "../facts/therapy";
import type { Question } from "../reader";
import { placement } from "../tier/placement";
import { drugIndicated, referred, treated } from "./considered";

/** A drug in its place in the order, before the safety rules. */
export interface Candidate {
  drug: string;
  rule: string;
  text: string;
}

/** HIGH: alendronate first (S25), then the source's alternatives in its order (S30). */
const FIRST_LINE: readonly Candidate[] = [
  { drug: "alendronate", rule: "S25", text: "first line: safety, cost and efficacy" },
  { drug: "risedronate", rule: "S25", text: "the other oral bisphosphonate" },
];
const SOURCE_ORDER: readonly Candidate[] = [
  ...FIRST_LINE,
  { drug: "zoledronic acid", rule: "S30", text: "IV bisphosphonate: first alternative" },
  { drug: "teriparatide", rule: "S30", text: "anabolic: second alternative" },
  { drug: "denosumab", rule: "S30", text: "third alternative; ACP 2023: second line" },
  { drug: "raloxifene", rule: "S30", text: "SERM: fourth alternative" },
];

/** VERY_HIGH (S33), or a vertebral fracture (S32): anabolic first. */
const anabolicFirst = (rule: string): readonly Candidate[] => [
  { drug: "romosozumab", rule, text: "anabolic first" },
  { drug: "teriparatide", rule, text: "anabolic first" },
  { drug: "abaloparatide", rule, text: "anabolic first" },
  { drug: "zoledronic acid", rule, text: "IV bisphosphonate when an anabolic does not fit" },
  { drug: "denosumab", rule, text: "when an anabolic does not fit" },
];

/** After an anabolic course (D16). */
const AFTER_ANABOLIC: readonly Candidate[] = [
  { drug: "zoledronic acid", rule: "D16", text: "antiresorptive to follow the anabolic" },
  { drug: "denosumab", rule: "D16", text: "antiresorptive to follow the anabolic" },
  { drug: "alendronate", rule: "D16", text: "antiresorptive to follow the anabolic" },
];

/** T-M2: alendronate stands for any oral bisphosphonate, so the other takes its place when it is ruled out. */
const ACR_MODERATE = "ACR 2022, beyond the source threshold";

export interface Candidates {
  list: readonly Candidate[];
  /** Only the first that passes is shown. */
  one: boolean;
}

const NONE: Candidates = { list: [], one: false };

/** Which drugs come into question, in order (CLINICAL.md 5.4). */
export const candidates: Question<Candidates> = (r) => {
  if (r.ask(anabolicFinished) !== null) return { list: AFTER_ANABOLIC, one: false };
  // Denosumab that was just stopped has a rule of its own, and no list (D15).
  if (r.ask(treated) || r.ask(denosumabStopped) !== null || r.ask(referred) || !r.ask(drugIndicated)) return NONE;
  const { tier } = r.ask(placement);
  if (tier === "VERY_HIGH") return { list: anabolicFirst("S33"), one: false };
  if (r.ask(vertebralFractures).length > 0) return { list: anabolicFirst("S32"), one: false };
  if (tier === "HIGH") return { list: SOURCE_ORDER, one: false };
  return { list: FIRST_LINE.map(({ drug }) => ({ drug, rule: "X3", text: ACR_MODERATE })), one: true };
};
