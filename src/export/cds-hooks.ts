import type { Instant } from "../chart/evidence";
import type { Assessment, Card } from "../rules";
import type { AnswerGiven } from "./answer-given";
import { withoutPatient } from "./without-patient";

/** What CDS Hooks 2.0 ("Feedback") has a client tell a service of a card that was overridden. */
interface Feedback {
  card: string;
  outcome: "overridden";
  overrideReason: { reason: AnswerGiven["reason"] };
  outcomeTimestamp: Instant;
}

interface Response {
  cards: Card[];
  extension?: { "osteon.feedback": Feedback[] };
}

/** The response of a CDS Hooks 2.0 service: every statement as a card with its source, and how the clinician answered it. */
export function cdsHooksResponse(assessment: Assessment, answers: readonly AnswerGiven[] = []): Response {
  const {
    assessment: { findings },
    answered,
  } = withoutPatient(assessment, answers);
  const feedback = answered.flatMap(({ id, reason, at }): Feedback[] => {
    const card = findings.find((finding) => finding.id === id)?.card.uuid;
    return card ? [{ card, outcome: "overridden", overrideReason: { reason }, outcomeTimestamp: at }] : [];
  });
  return {
    cards: findings.map(({ card }) => card),
    ...(feedback.length > 0 ? { extension: { "osteon.feedback": feedback } } : {}),
  };
}
