import type { ListKind } from "../chart/chart";
import type { Assessment } from "../rules/assessment";

/**
 * What the sidebar of one tab shows. The worker keeps it in `storage.session` under `viewKey(tabId)`,
 * so that the sidebar survives the worker and hears of changes by `storage.onChanged`.
 */
export type TabView =
  /** The site is not allowed, or the page holds no chart. */
  | { state: "no-chart" }
  /** A chart is there; no patient or no list has been read yet, or the patient is just changing. */
  | { state: "reading" }
  /** Two patients are on screen: nothing of either is shown. */
  | { state: "two-patients" }
  /** A chart list is on screen, but nothing says whose it is. */
  | { state: "no-patient"; lists: ListKind[] }
  | { state: "chart"; assessment: Assessment; troubles: Trouble[] }
  | { state: "error"; trouble: Trouble };

/** An expected failure, in words for a clinician. */
export interface Trouble {
  code: "frame-unreadable" | "stale-frame" | "bad-message" | "storage-full" | "assessment-failed";
  text: string;
}

export function viewKey(tabId: number): string {
  return `view:${tabId}`;
}
