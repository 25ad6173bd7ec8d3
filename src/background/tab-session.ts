import type { FrameFacts } from "../chart/frame-facts";
import { identityOf, type PatientKey, remember, samePatient } from "../chart/merge";
import type { TypedFact } from "../chart/typed-fact";
import type { FindingAnswer, Trouble } from "../messages/view";
import { type StaleLists, staleLists, withoutStale } from "./stale-lists";

/** Everything held about one tab, in `storage.session` only. Plain JSON. */
export interface TabSession {
  /** Whose chart this is; null until a banner was read. */
  patient: PatientKey | null;
  /** Frames that said their patient may be changing and have not been read since: nothing is shown meanwhile. */
  inDoubt: number[];
  /** Origin of the top frame; the same name on another site is not known to be the same person. */
  site: string | null;
  /** What each frame shows now. */
  frames: Record<string, FrameFacts>;
  /** The document the top frame's facts came from. */
  document: string | null;
  /** What earlier screens of the same patient showed. */
  earlier: FrameFacts[];
  /** What windows opened from this one showed of the same patient, by the number of their tab. */
  windows: Record<string, FrameFacts[]>;
  /** Lists that stood in a frame when the patient changed: not believed until they change. */
  stale: Record<string, StaleLists>;
  troubles: Trouble[];
  /** Changes with the patient: when this one was first read. What is typed or answered names it. */
  visit: string;
  /** What was typed of this patient, in the order of typing. */
  typed: TypedFact[];
  /** What the clinician answered to findings, by finding id. */
  answers: Record<string, FindingAnswer>;
  /** The user's wish; "auto" until there was one; "panel": it is in the browser's own panel. */
  sidebar: "auto" | "open" | "closed" | "panel";
}

export const emptySession: TabSession = {
  patient: null,
  site: null,
  inDoubt: [],
  frames: {},
  document: null,
  earlier: [],
  windows: {},
  stale: {},
  troubles: [],
  visit: "",
  typed: [],
  answers: {},
  sidebar: "auto",
};

const STALE: Trouble = {
  code: "stale-frame",
  text: "A part of this page was open before the patient changed. Its values are left out until it is opened again.",
};

const namesOne = (frames: TabSession["frames"]) => typeof identityOf(Object.values(frames)) === "object";

/**
 * What is remembered of the patient when a screen gives way to the next: the frame that changed; all of the screen
 * when the next one names nobody or two. What stands on a screen that does not say whose it is is never remembered.
 */
function memory(session: TabSession, frame: string, next: TabSession["frames"]): FrameFacts[] {
  if (session.patient === null || !namesOne(session.frames)) return session.earlier;
  const left = namesOne(next) ? [frame] : Object.keys(session.frames);
  return left.flatMap((key) => session.frames[key] ?? []).reduce(remember, session.earlier);
}

/** A frame was read. What it showed before is remembered as long as the patient stays the same. */
export function received(session: TabSession, frame: number, facts: FrameFacts): TabSession {
  const key = String(frame);
  const { believed, stale } = withoutStale(facts, session.stale[key] ?? {});
  const next = afterStale({
    ...session,
    site: frame === 0 ? siteOf(facts) : session.site,
    frames: { ...session.frames, [key]: believed },
    stale: { ...session.stale, [key]: stale },
    inDoubt: session.inDoubt.filter((other) => other !== frame),
  });
  const identity = identityOf(Object.values(next.frames));
  const kept = { ...next, earlier: memory(session, key, next.frames) };
  // Nobody or two on screen: nothing is shown, and what is remembered waits until one patient is named again.
  if (typeof identity === "string") return kept;
  if (session.patient === null) return { ...next, patient: identity.key, ...newVisit(facts) };
  if (samePatient(session.patient, identity.key) === true && (session.site === null || session.site === next.site))
    return { ...kept, patient: identity.key };
  return { ...changedPatient(next, session, identity.key), ...newVisit(facts) };
}

/** Nothing typed or answered for one patient is there for the next. */
function newVisit({ seenAt }: FrameFacts): Pick<TabSession, "visit" | "typed" | "answers"> {
  return { visit: seenAt, typed: [], answers: {} };
}

/** Everything of the former patient goes; lists that still stand as they stood for them must change before they count. */
function changedPatient(session: TabSession, former: TabSession, patient: PatientKey): TabSession {
  const stale: Record<string, StaleLists> = { ...session.stale };
  const frames: Record<string, FrameFacts> = {};
  for (const [key, facts] of Object.entries(session.frames)) {
    const before = former.frames[key];
    const result =
      before && !showsPatient(before, patient)
        ? withoutStale(facts, { ...stale[key], ...staleLists(before) })
        : { believed: facts, stale: {} };
    frames[key] = result.believed;
    stale[key] = result.stale;
  }
  return afterStale({ ...session, patient, frames, stale, earlier: [], windows: {}, troubles: [] });
}

function showsPatient(facts: FrameFacts, patient: PatientKey): boolean {
  const identity = identityOf([facts]);
  return typeof identity === "object" && samePatient(identity.key, patient) === true;
}

function afterStale(session: TabSession): TabSession {
  const others = session.troubles.filter(({ code }) => code !== STALE.code);
  const some = Object.values(session.stale).some((lists) => Object.keys(lists).length > 0);
  return { ...session, troubles: some ? [...others, STALE] : others };
}

function siteOf({ url }: FrameFacts): string | null {
  return URL.canParse(url) ? new URL(url).origin : null;
}

/** The frame shows nothing any more: closed, hidden, navigated away. */
export function emptied(session: TabSession, frame: number): TabSession {
  const { [String(frame)]: before, ...frames } = session.frames;
  const { [String(frame)]: _, ...stale } = session.stale;
  const inDoubt = session.inDoubt.filter((other) => other !== frame);
  if (!before) return inDoubt.length === session.inDoubt.length ? session : { ...session, inDoubt };
  return afterStale({ ...session, frames, stale, inDoubt, earlier: memory(session, String(frame), frames) });
}

/** Only these frames still exist. */
export function onlyFrames(session: TabSession, live: readonly number[]): TabSession {
  return [...Object.keys(session.frames).map(Number), ...session.inDoubt]
    .filter((frame) => !live.includes(frame))
    .reduce(emptied, session);
}

/** The frame's patient may be changing: nothing is shown until it was read again. */
export function doubted(session: TabSession, frame: number): TabSession {
  return session.inDoubt.includes(frame) ? session : { ...session, inDoubt: [...session.inDoubt, frame] };
}

export function troubled(session: TabSession, trouble: Trouble): TabSession {
  const others = session.troubles.filter(({ code }) => code !== trouble.code);
  return { ...session, troubles: [...others, trouble] };
}
