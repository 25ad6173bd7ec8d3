import { type FindingAnswer, optionId } from "../messages/view";
import type { Assessment, Card } from "../rules";

const LEVELS: FindingAnswer["level"][] = ["info", "warning", "critical"];

/** Something that can be answered: a finding, or an option, with the reasons it offers and how serious it is. */
export interface Answerable {
  id: string;
  codes: string[];
  level: FindingAnswer["level"];
}

const codes = (card: Card) => card.overrideReasons?.map(({ code }) => code) ?? [];

export function answerables({ findings, suggest }: Pick<Assessment, "findings" | "suggest">): Answerable[] {
  const ofFindings = findings.map(({ id, card }) => ({ id, codes: codes(card), level: card.indicator }));
  const ofOptions = suggest.map((one): Answerable => {
    const [finding] = findings.filter(({ id }) => one.findings.includes(id));
    return { id: optionId(one), codes: finding ? codes(finding.card) : [], level: "info" };
  });
  return [...ofFindings, ...ofOptions];
}

/** The answers that hold for this assessment: what has become more serious since is open again. */
export function heldAnswers(
  answers: Readonly<Record<string, FindingAnswer>>,
  assessment: Pick<Assessment, "findings" | "suggest">,
): Record<string, FindingAnswer> {
  return Object.fromEntries(
    answerables(assessment).flatMap(({ id, level }) => {
      const answer = answers[id];
      return answer && LEVELS.indexOf(level) <= LEVELS.indexOf(answer.level) ? [[id, answer]] : [];
    }),
  );
}
