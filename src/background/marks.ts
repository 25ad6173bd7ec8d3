import type { Mark } from "../messages/page";
import type { TabView } from "../messages/view";
import type { TabSession } from "./tab-session";

/** What to mark in each frame: only what the assessment says, only where it was read on the screen as it is now. */
export function marksByFrame(_session: TabSession, _view: TabView): Record<string, Mark[]> {
  return {};
}
