import type { Instant } from "../chart/evidence";

/** What the clinician answered to a statement or an option, in words and as a code of HL7 non-adherence-reason-codes. */
export interface AnswerGiven {
  /** Id of the finding or option. */
  id: string;
  text: string;
  reason: { code: string; system?: string; display: string };
  at: Instant;
}

/** "Done already, 2026-11-23". */
export function answerText({ reason, at }: AnswerGiven): string {
  return `${reason.display}, ${at.slice(0, 10)}`;
}
