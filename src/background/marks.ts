import type { PagePlace } from "../chart/evidence";
import type { Mark } from "../messages/page";
import type { TabView } from "../messages/view";
import { openMarks, type PageMark } from "../rules";
import type { TabSession } from "./tab-session";

/** What to mark in each frame: only what the assessment says, and only on the screen as it is now. */
export function marksByFrame(session: TabSession, view: TabView): Record<string, Mark[]> {
  if (view.state !== "chart") return {};
  const byFrame: Record<string, Mark[]> = {};
  for (const mark of openMarks(view.assessment, (finding) => finding in view.answers)) {
    for (const [place, made] of placed(mark, session)) {
      const key = String(place.frame);
      if (session.frames[key] === undefined) continue;
      byFrame[key] ??= [];
      byFrame[key].push(made);
    }
  }
  return byFrame;
}

function placed({ at, tone, text }: PageMark, session: TabSession): [PagePlace, Mark][] {
  if ("evidence" in at) {
    if (at.evidence.from !== "page") return [];
    return [[at.evidence.place, { as: "highlight", ref: at.evidence.place.ref, quote: null, tone, text }]];
  }
  const lists = Object.values(session.frames).flatMap(({ seen }) => seen.filter(({ kind }) => kind === at.list));
  // One badge is enough, however many panels the list has.
  const [first] = lists.flatMap(({ place }) => place ?? []);
  return first ? [[first, { as: "badge", ref: first.ref, tone, label: at.label, text }]] : [];
}
