import { type FindingAnswer, optionId } from "../messages/view";
import type { Assessment, Finding, Suggestion } from "../rules/assessment";
import { SAID_WITH, STEP_OF } from "./said-with";

const DONE = "action-completed";

type Answers = Readonly<Record<string, FindingAnswer>>;

/** What is still open: the assessment without what the clinician has answered. */
export function openPart(assessment: Assessment, answers: Answers): Assessment {
  const folded = new Set(Object.keys(answers).flatMap((id) => [id, ...(SAID_WITH[id] ?? [])]));
  const open = ({ finding }: { finding: string }) => !folded.has(finding);
  const done = Object.keys(answers).flatMap((id) => (answers[id]?.code === DONE ? (STEP_OF[id] ?? []) : []));
  const ahead = (step: string) => !done.some((settled) => step.endsWith(settled));
  return {
    ...assessment,
    missing: assessment.missing.filter(open),
    avoid: assessment.avoid.filter(open),
    alerts: assessment.alerts.filter(open),
    suggest: assessment.suggest
      .filter((one) => answers[optionId(one)] === undefined)
      .map((one) => ({ ...one, first: one.first.filter(ahead) })),
    findings: assessment.findings.filter(({ id }) => !folded.has(id)),
  };
}

/** Something that was answered, with what it rests on. */
export interface Answered {
  id: string;
  text: string;
  answer: FindingAnswer;
  reason: { code: string; system?: string; display: string };
  finding: Finding | undefined;
}

export function answeredPart({ findings, suggest }: Assessment, answers: Answers): Answered[] {
  const ofFindings = findings.map((finding) => ({ id: finding.id, text: finding.card.summary, finding }));
  const ofOptions = suggest.map((one) => ({ id: optionId(one), text: named(one), finding: restsOn(one, findings) }));
  return [...ofFindings, ...ofOptions].flatMap((one) => {
    const answer = answers[one.id];
    if (answer === undefined) return [];
    const reasons = one.finding?.card.overrideReasons ?? [];
    const reason = reasons.find(({ code }) => code === answer.code) ?? { code: answer.code, display: answer.code };
    return [{ ...one, answer, reason }];
  });
}

const named = ({ drug, text }: Suggestion) => (drug === null ? text : `${drug}: ${text}`);

/** The finding whose reasons an option offers as answers. */
export function restsOn(suggestion: Suggestion, findings: readonly Finding[]): Finding | undefined {
  return findings.find(({ id }) => suggestion.findings.includes(id));
}
