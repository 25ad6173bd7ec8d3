import browser, { type Runtime } from "webextension-polyfill";
import { samePatient } from "../chart/merge";
import { qualify } from "../chart/qualify";
import { structured } from "../chart/structure";
import type { FrameCommand, PageMessage } from "../messages/page";
import { withdrawIfOther } from "./frax-fill";
import { joined } from "./opened-windows";
import { keepPlacement } from "./placement";
import { openSidebar, publish, show, showNothing } from "./publish";
import { dropSession, inTurn, loadSession, saveSession } from "./session-store";
import { liveFrames } from "./sites";
import { doubted, emptied, emptySession, onlyFrames, received, type TabSession, troubled } from "./tab-session";

/** Where a message came from. */
export interface PageSender {
  tabId: number;
  frame: number;
  /** Changes with every document the frame loads. */
  document: string;
}

export function pageSender(sender: Runtime.MessageSender): PageSender | null {
  if (sender.tab?.id === undefined) return null;
  const { documentId } = sender as { documentId?: string };
  return { tabId: sender.tab.id, frame: sender.frameId ?? 0, document: documentId ?? sender.url ?? "" };
}

/** One event of a page: state in, state out, then shown. Events of all frames and tabs are handled one by one. */
export function onPageMessage(message: PageMessage, sender: PageSender): Promise<void> {
  return inTurn(async () => {
    const before = await sessionOf(sender.tabId);
    if (message.kind === "host-ready") return openSidebar(sender.tabId, before);
    const after = await step(before, message, sender);
    if (after === before) return;
    // Before the rules run for the first time: the browser needs longer for a frame than they do.
    if (before.patient === null && after.patient !== null) await openSidebar(sender.tabId, after);
    const changed =
      before.patient !== null && after.patient !== null && samePatient(before.patient, after.patient) !== true;
    // One patient at a time: what is shown goes first, whatever the page said or did not say before.
    if (changed) await showNothing(sender.tabId);
    await keep(sender.tabId, after);
    if (changed) for (const tabId of [sender.tabId, ...Object.keys(before.windows).map(Number)]) await readAgain(tabId);
    await tellOpeners(sender.tabId, after);
  });
}

/** The session of a tab. In a small window that a chart opened the sidebar stays closed until it is asked for: it would cover it. */
async function sessionOf(tabId: number): Promise<TabSession> {
  const session = await loadSession(tabId);
  if (session !== emptySession) return session;
  const { openerTabId, windowId } = await browser.tabs.get(tabId);
  if (openerTabId === undefined || windowId === undefined) return session;
  const small = (await browser.windows.get(windowId)).type === "popup";
  return small && (await loadSession(openerTabId)).patient !== null ? { ...session, sidebar: "closed" } : session;
}

/** What a window shows is told to the chart it was opened from, and to the chart that one was opened from. */
async function tellOpeners(tabId: number, session: TabSession): Promise<void> {
  for (let [child, opened] = [tabId, session]; ; ) {
    const { openerTabId } = await browser.tabs.get(child).catch(() => ({ openerTabId: undefined }));
    if (openerTabId === undefined) return;
    const chart = await loadSession(openerTabId);
    const next = joined(chart, child, opened);
    if (next === chart) return;
    await keep(openerTabId, next);
    [child, opened] = [openerTabId, next];
  }
}

/** A message of the wrong shape changes nothing that was read; it is said, not swallowed. */
export function onMalformedMessage(sender: PageSender): Promise<void> {
  return inTurn(async () => {
    const text = "A part of this page could not be understood and is left out.";
    await keep(sender.tabId, troubled(await loadSession(sender.tabId), { code: "bad-message", text }));
  });
}

async function step(session: TabSession, message: PageMessage, sender: PageSender): Promise<TabSession> {
  switch (message.kind) {
    case "snapshot": {
      const facts = qualify(structured(message.snapshot), sender.frame, new Date().toISOString());
      const present = sender.frame === 0 ? await withoutGoneFrames(session, sender) : session;
      return received(present, sender.frame, facts);
    }
    case "frame-empty":
      return emptied(session, sender.frame);
    case "patient-in-doubt":
      return doubted(session, sender.frame);
    case "read-failed":
      return troubled(session, {
        code: "frame-unreadable",
        text: "A part of this page could not be read and is left out.",
      });
    case "sidebar-closed":
      return { ...session, sidebar: "closed" };
    case "sidebar-resized":
      await keepPlacement(session.site, { width: message.width });
      return session;
    case "open-side-panel":
    case "host-ready":
      return session;
  }
}

/** A frame that goes while the worker sleeps cannot say so: before the top frame is believed, the others are counted. */
async function withoutGoneFrames(session: TabSession, { tabId, document }: PageSender): Promise<TabSession> {
  const others = Object.keys(session.frames).some((frame) => frame !== "0");
  const kept = others ? onlyFrames(session, await liveFrames(tabId)) : session;
  return { ...kept, document };
}

/** Stores and shows. When the store is full, what was shown is taken back rather than left to grow old. */
export async function keep(tabId: number, session: TabSession): Promise<void> {
  await withdrawIfOther(tabId, session.visit);
  try {
    await saveSession(tabId, session);
    await publish(tabId, session);
  } catch {
    const text =
      "The browser's memory for this extension is full. Close the charts in other tabs, then load this page again.";
    await dropSession(tabId);
    await show(tabId, emptySession, { state: "error", trouble: { code: "storage-full", text } });
  }
}

async function readAgain(tabId: number): Promise<void> {
  const command: FrameCommand = { kind: "read-again" };
  await browser.tabs.sendMessage(tabId, command).catch(() => undefined);
}
