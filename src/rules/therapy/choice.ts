import { boneDrug } from "../../terminology/bone-drugs";
import type { Avoided, Suggestion } from "../assessment";
import type { Question, Reader } from "../reader";
import type { SafetyRule } from "../rule";
import { SAFETY_RULES } from "../safety";
import { type Candidate, candidates } from "./candidates";
import { cautions, firstSteps } from "./cautions";
import { boneDrugConsidered, drugIndicated } from "./considered";
import { reasonsFor } from "./reasons-for";
import { type Step, stepsBeforeDrugs, stepsInPlaceOfDrugs } from "./steps";

export interface Blocked {
  drug: string;
  rule: SafetyRule;
  reason: string;
}

/** Safety rules that hold; those of sex and indication only where a drug is considered. */
export const blocked: Question<Blocked[]> = (r) => {
  const considered = r.ask(boneDrugConsidered) || r.ask(drugIndicated);
  return SAFETY_RULES.filter((rule) => (rule.standing || considered) && r.ask(rule.holds) === true).flatMap((rule) => {
    const reason = r.ask(rule.reason);
    return r.ask(rule.drugs).map((drug) => ({ drug, rule, reason }));
  });
};

export interface Choice {
  suggest: Suggestion[];
  avoid: Avoided[];
}

/** Finding ids of what a suggestion rests on. */
export const findingId = (rule: string, about?: string) => (about ? `${rule}:${about}` : rule);

const NO_OPTION: Step = { text: "No option from this list; refer", rule: "S30", only: true };

function asSuggestion({ text, rule }: Step): Suggestion {
  return { drug: null, text, rule, use: [], pros: [], cons: [], first: [], findings: [rule] };
}

function option(r: Reader, { drug, rule, text }: Candidate): Suggestion {
  const profile = boneDrug(drug);
  return {
    drug,
    text,
    rule,
    use: profile ? [profile.dose, profile.duration, profile.label] : [],
    pros: reasonsFor(r, drug),
    cons: cautions(r, drug),
    first: firstSteps(r, drug),
    findings: [rule],
  };
}

/** What comes before or in place of drugs, and the drugs that are left, in order. Safety always beats suggestion. */
export const chosen: Question<{ steps: readonly Step[]; drugs: readonly Candidate[] }> = (r) => {
  const barred = r.ask(blocked);
  const { list, one } = r.ask(candidates);
  if (list.length === 0) return { steps: r.ask(stepsInPlaceOfDrugs), drugs: [] };
  const before = r.ask(stepsBeforeDrugs);
  const only = before.filter((step) => step.only);
  if (only.length > 0) return { steps: only, drugs: [] };
  const left = list.filter(({ drug }) => !barred.some((b) => b.drug === drug));
  if (left.length === 0) return { steps: [...before, NO_OPTION], drugs: [] };
  return { steps: before, drugs: one ? left.slice(0, 1) : left };
};

/** Options in order with what speaks for and against each, and what the safety rules take away. */
export const choice: Question<Choice> = (r) => {
  const { steps, drugs } = r.ask(chosen);
  const avoid = r
    .ask(blocked)
    .map(({ drug, rule, reason }): Avoided => ({ drug, reason, rule: rule.id, finding: findingId(rule.id, drug) }));
  return { suggest: [...steps.map(asSuggestion), ...drugs.map((one) => option(r, one))], avoid };
};

/** It came through every safety rule. */
export const offered = (r: Reader, drug: string): boolean => r.ask(choice).suggest.some((one) => one.drug === drug);
