import type { FrameFacts } from "../chart/frame-facts";
import { identityOf, samePatient } from "../chart/merge";
import type { TabSession } from "./tab-session";

/**
 * The session of a chart with what a window says that was opened from it (a result, a medication list).
 * Joined only when that window names the same patient on the same site: one that names nobody is nobody's,
 * for it may have been opened for another patient or be left from the one before. What was joined is kept
 * when the window closes or goes on to somebody else, as what an earlier screen showed is.
 */
export function joined(chart: TabSession, tabId: number, opened: TabSession): TabSession {
  const frames = Object.values(opened.frames);
  const identity = identityOf(frames);
  if (opened.inDoubt.length > 0 || chart.patient === null || typeof identity === "string") return chart;
  if (opened.site === null || opened.site !== chart.site) return chart;
  if (samePatient(chart.patient, identity.key) !== true) return chart;
  return { ...chart, windows: { ...chart.windows, [tabId]: [...frames, ...seenBefore(opened)] } };
}

/** What was seen of the patient and is not on this screen: on earlier ones, and in windows opened from here. */
export const seenBefore = ({ earlier, windows }: TabSession): FrameFacts[] => [
  ...earlier,
  ...Object.values(windows).flat(),
];
