import { caseToChart } from "../../src/chart/case";
import { type Answer, toAnswer } from "../../src/export/answer";
import { type Assessment, assess } from "../../src/rules";
import { defaultPolicy, type Policy } from "../../src/rules/policy";
import type { Input } from "./build";

export function assessed(input: Input, policy: Policy = defaultPolicy): Assessment {
  const { chart, asOf } = caseToChart(input);
  return assess(chart, policy, asOf);
}

export function answer(input: Input, policy?: Policy): Answer {
  return toAnswer("case", assessed(input, policy));
}

/** Suggested drugs in order. */
export const drugs = (input: Input) => answer(input).suggest.flatMap(({ drug }) => drug ?? []);
/** Suggested steps that stand before or in place of a drug, by rule. */
export const steps = (input: Input) => answer(input).suggest.flatMap(({ drug, rule }) => (drug === null ? rule : []));
export const avoided = (input: Input) => answer(input).avoid.map(({ drug, rule }) => `${drug} ${rule}`);
export const alerted = (input: Input) => answer(input).alerts.map(({ rule }) => rule);
