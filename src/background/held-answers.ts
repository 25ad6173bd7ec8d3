import type { FindingAnswer } from "../messages/view";
import type { Finding } from "../rules";

const LEVELS: FindingAnswer["level"][] = ["info", "warning", "critical"];

/** The answers that hold for these findings: one that has become more serious is open again. */
export function heldAnswers(
  answers: Readonly<Record<string, FindingAnswer>>,
  findings: readonly Finding[],
): Record<string, FindingAnswer> {
  return Object.fromEntries(
    findings.flatMap(({ id, card }) => {
      const answer = answers[id];
      return answer && LEVELS.indexOf(card.indicator) <= LEVELS.indexOf(answer.level) ? [[id, answer]] : [];
    }),
  );
}
