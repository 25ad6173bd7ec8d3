import type { FrameFacts } from "../chart/frame-facts";
import { identityOf, remember } from "../chart/merge";
import type { Trouble } from "../messages/view";

/** Everything held about one tab, in `storage.session` only. Plain JSON. */
export interface TabSession {
  /** Whose chart this is; null until a banner was read. */
  patient: string | null;
  /** Banner or address changed and no frame has said since who the patient is: nothing is shown. */
  inDoubt: boolean;
  /** What each frame shows now. */
  frames: Record<string, FrameFacts>;
  /** The document each frame's facts came from. */
  documents: Record<string, string>;
  /** What earlier screens of the same patient showed. */
  earlier: FrameFacts[];
  /** Content a frame without a banner held when the patient changed: not believed until it changes. */
  stale: Record<string, string>;
  troubles: Trouble[];
  /** The user's wish; "auto" until there was one. */
  sidebar: "auto" | "open" | "closed";
}

export const emptySession: TabSession = {
  patient: null,
  inDoubt: false,
  frames: {},
  documents: {},
  earlier: [],
  stale: {},
  troubles: [],
  sidebar: "auto",
};

const STALE_FRAME: Trouble = {
  code: "stale-frame",
  text: "A part of this page was open before the patient changed. Its values are left out until it is opened again.",
};

/** A frame was read. What it showed before is remembered as long as the patient stays the same. */
export function received(session: TabSession, frame: number, document: string, facts: FrameFacts): TabSession {
  const key = String(frame);
  if (session.stale[key] !== undefined && session.stale[key] === fingerprint(facts)) return withStaleTrouble(session);
  const { [key]: before, ...others } = session.frames;
  const { [key]: _, ...stale } = session.stale;
  const frames = { ...others, [key]: facts };
  const next: TabSession = {
    ...session,
    frames,
    stale,
    documents: { ...session.documents, [key]: document },
    troubles: session.troubles.filter(({ code }) => code === "stale-frame" && Object.keys(stale).length > 0),
  };
  const identity = identityOf(Object.values(frames));
  // Two patients: what is shown goes at once, what is remembered waits for the screen to be clear again.
  if (identity === "conflict") return { ...next, inDoubt: false };
  if (identity === "none") return before && session.patient ? { ...next, earlier: remember(session.earlier, before) } : next;
  if (session.patient === null || identity.key === session.patient) {
    const earlier = before && session.patient ? remember(session.earlier, before) : session.earlier;
    return { ...next, patient: identity.key, inDoubt: false, earlier };
  }
  return changedPatient(next, identity.key);
}

/** The facts of the former patient go; frames that do not say whose they are must change before they count. */
function changedPatient(session: TabSession, patient: string): TabSession {
  const frames: Record<string, FrameFacts> = {};
  const stale: Record<string, string> = {};
  for (const [key, facts] of Object.entries(session.frames)) {
    if (identityOf([facts]) === "none") stale[key] = fingerprint(facts);
    else frames[key] = facts;
  }
  return { ...session, patient, inDoubt: false, frames, stale, earlier: [], troubles: [] };
}

function withStaleTrouble(session: TabSession): TabSession {
  return session.troubles.some(({ code }) => code === STALE_FRAME.code)
    ? session
    : { ...session, troubles: [...session.troubles, STALE_FRAME] };
}

/** The frame shows nothing any more: closed, hidden, navigated away. */
export function emptied(session: TabSession, frame: number): TabSession {
  const { [String(frame)]: before, ...frames } = session.frames;
  if (!before) return session;
  const known = session.patient !== null && identityOf(Object.values(session.frames)) !== "conflict";
  return { ...session, frames, earlier: known ? remember(session.earlier, before) : session.earlier };
}

/** Only these frames still exist. */
export function onlyFrames(session: TabSession, live: readonly number[]): TabSession {
  return Object.keys(session.frames)
    .map(Number)
    .filter((frame) => !live.includes(frame))
    .reduce(emptied, session);
}

export function doubted(session: TabSession): TabSession {
  return { ...session, inDoubt: true };
}

export function troubled(session: TabSession, trouble: Trouble): TabSession {
  const others = session.troubles.filter(({ code }) => code !== trouble.code);
  return { ...session, troubles: [...others, trouble] };
}

/** What the frame shows, without when it was seen and which elements hold it. */
function fingerprint(facts: FrameFacts): string {
  return JSON.stringify(facts, (key, value: unknown) => (key === "seenAt" || key === "ref" ? undefined : value));
}
