import type { IsoDate } from "../chart/evidence";
import { mergeFrames } from "../chart/merge";
import { applyTyped, entriesAt, impossible } from "../chart/typed";
import type { ReadAt, ReadEntry, TypedFact, Typing } from "../chart/typed-fact";
import type { ExtensionMessage } from "../messages/extension";
import type { FindingAnswer } from "../messages/view";
import { defaultPolicy, type Policy } from "../rules/policy";
import { answerables } from "./held-answers";
import { seenBefore } from "./opened-windows";
import type { TabSession } from "./tab-session";
import { tabView } from "./tab-view";

/** What the clinician says of the patient on screen: facts and answers to findings. */
export type ClinicianMessage = Extract<
  ExtensionMessage,
  { kind: "type-fact" | "leave-out" | "undo-typed" | "answer-finding" | "unanswer-finding" }
>;

export type Taken = { session: TabSession } | { refused: string };

/** When it was said, on which day, and the id it gets. */
export interface Moment {
  id: string;
  at: string;
  today: IsoDate;
}

/** More than anybody types; keeps the session small. */
const MOST_TYPED = 200;

/** Characters of read text kept beside what was taken back. */
const LONGEST_ABOUT = 300;

const REFUSED = {
  patient: "The patient on screen has changed: this was not taken over.",
  gone: "This is not read in the chart any more.",
  identity: "Who the patient is cannot be corrected here. If this is the wrong patient, close the chart.",
  full: "No more can be typed in for this patient.",
  finding: "This statement is not made any more.",
} as const;

/** The session with what was said; refused in words where the patient is another, or it cannot be true. */
export function said(
  session: TabSession,
  message: ClinicianMessage,
  moment: Moment,
  policy: Policy = defaultPolicy,
): Taken {
  const view = tabView(session, moment.today, policy);
  if (view.state !== "chart" || session.visit !== message.visit) return { refused: REFUSED.patient };
  switch (message.kind) {
    case "type-fact":
      return typed(session, message, moment);
    case "leave-out": {
      const of = readAt(session, message.at, moment.today);
      if (typeof of === "string") return { refused: of };
      return added(session, { about: message.at.text.slice(0, LONGEST_ABOUT), says: { kind: "not-so", of } }, moment);
    }
    case "undo-typed":
      return { session: { ...session, typed: session.typed.filter(({ id }) => id !== message.id) } };
    case "answer-finding": {
      const about = answerables(view.assessment).find(({ id }) => id === message.finding);
      if (!about?.codes.includes(message.code)) return { refused: REFUSED.finding };
      const answer: FindingAnswer = { code: message.code, at: moment.at, level: about.level };
      return { session: { ...session, answers: { ...session.answers, [about.id]: answer } } };
    }
    case "unanswer-finding": {
      const { [message.finding]: _, ...answers } = session.answers;
      return { session: { ...session, answers } };
    }
  }
}

function typed(
  session: TabSession,
  { about, says, instead }: Extract<ClinicianMessage, { kind: "type-fact" }>,
  moment: Moment,
): Taken {
  const reasons = impossible(says, moment.today);
  if (reasons.length > 0) return { refused: reasons.join("; ") };
  if (!instead || says.kind !== "values") return added(session, { about, says }, moment);
  const of = readAt(session, instead, moment.today);
  return typeof of === "string" ? { refused: of } : added(session, { about, says: { ...says, instead: of } }, moment);
}

function added(session: TabSession, what: { about: string; says: Typing }, { id, at }: Moment): Taken {
  if (session.typed.length >= MOST_TYPED) return { refused: REFUSED.full };
  const fact: TypedFact = { id, typedAt: at, ...what };
  return { session: { ...session, typed: [...session.typed, fact] } };
}

/** What the chart, as it is corrected so far, has from one place of the page; else why it cannot be taken out. */
function readAt(session: TabSession, at: ReadAt, today: IsoDate): ReadEntry[] | string {
  const merged = mergeFrames(Object.values(session.frames), seenBefore(session), today);
  if (!("chart" in merged)) return REFUSED.patient;
  const entries = entriesAt(applyTyped(merged.chart, session.typed, today).chart, at);
  if (entries.length > 0) return entries;
  const identities = Object.values(session.frames).flatMap((facts) => facts.identities);
  return identities.some(({ evidence }) => evidence.text === at.text) ? REFUSED.identity : REFUSED.gone;
}
