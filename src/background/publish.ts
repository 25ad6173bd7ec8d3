import browser from "webextension-polyfill";
import type { IsoDate } from "../chart/evidence";
import type { FrameCommand, HostCommand } from "../messages/page";
import { storedView, type TabView, viewIn, viewKey } from "../messages/view";
import { showBadge } from "./badge";
import { marksByFrame } from "./marks";
import { marksWanted } from "./marks-setting";
import { placementOf } from "./placement";
import { loadPolicy } from "./policy-store";
import { loadSession, sidebarNonce } from "./session-store";
import { HOST_SCRIPT } from "./sites";
import type { TabSession } from "./tab-session";
import { tabView } from "./tab-view";

/** Today in the user's own time zone. */
export function localToday(): IsoDate {
  const now = new Date();
  const two = (n: number) => String(n).padStart(2, "0");
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

/** Puts the state of a tab before the user: sidebar, badge, marks on the page. */
export async function publish(tabId: number, session: TabSession): Promise<void> {
  await show(tabId, session, tabView(session, localToday(), await loadPolicy()));
}

/** Puts a view of a tab before the user. */
export async function show(tabId: number, session: TabSession, view: TabView): Promise<void> {
  await browser.storage.session.set({ [viewKey(tabId)]: storedView(view) });
  await Promise.allSettled([showBadge(tabId, view), showMarks(tabId, session, view)]);
  if (view.state !== "no-chart") await openSidebar(tabId, session);
}

/** Clears what is shown of a tab, before anything else is shown. */
export async function showNothing(tabId: number): Promise<void> {
  await browser.storage.session.set({ [viewKey(tabId)]: storedView({ state: "reading" }) });
}

/** Marks the page anew, or takes the marks off: the user opened or closed the sidebar, or changed the setting. */
export async function markAgain(tabId: number): Promise<void> {
  const view = viewIn((await browser.storage.session.get(viewKey(tabId)))[viewKey(tabId)]);
  if (view) await showMarks(tabId, await loadSession(tabId), view);
}

async function showMarks(tabId: number, session: TabSession, view: TabView): Promise<void> {
  const marks = (await marksWanted(session)) ? marksByFrame(session, view) : {};
  await Promise.allSettled(
    Object.keys(session.frames).map((frame) => {
      const command: FrameCommand = { kind: "show-marks", marks: marks[frame] ?? [] };
      return toMarks(tabId, Number(frame), command);
    }),
  );
}

/** Sends to the script that marks a frame; brings it first where there is something to mark and it is not there yet. */
async function toMarks(tabId: number, frameId: number, command: FrameCommand & { kind: "show-marks" }): Promise<void> {
  const answer = await browser.tabs.sendMessage(tabId, command, { frameId }).catch(() => undefined);
  if (answer !== undefined || command.marks.length === 0) return;
  await bringHost(tabId, frameId);
  await browser.tabs.sendMessage(tabId, command, { frameId });
}

/** Puts the script with sidebar and marks into a frame; where it is already it does nothing. */
export async function bringHost(tabId: number, frameId: number): Promise<void> {
  await browser.scripting
    .executeScript({ target: { tabId, frameIds: [frameId] }, files: [HOST_SCRIPT] })
    .catch(() => []);
}

/** The page that shows the sidebar, with the secret that ties it to this tab. */
export async function sidebarUrl(tabId: number): Promise<string> {
  return `${browser.runtime.getURL("src/sidebar/index.html")}#${await sidebarNonce(tabId)}`;
}

/** Shows the sidebar unless the user has closed it; brings the host script first where the page has none yet. */
export async function openSidebar(tabId: number, { site, sidebar }: TabSession): Promise<void> {
  if (sidebar === "closed" || sidebar === "panel") return;
  const [url, placement] = await Promise.all([sidebarUrl(tabId), placementOf(site)]);
  const command: HostCommand = { kind: "show-sidebar", url, placement };
  if (await toHost(tabId, command)) return;
  await bringHost(tabId, 0);
  await toHost(tabId, command);
}

/** Sends to the host script of the top frame; false when there is none. */
export async function toHost(tabId: number, command: HostCommand): Promise<boolean> {
  try {
    return (await browser.tabs.sendMessage(tabId, command, { frameId: 0 })) !== undefined;
  } catch {
    return false;
  }
}
