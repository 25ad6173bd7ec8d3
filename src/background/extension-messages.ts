import browser, { type Runtime, type Tabs } from "webextension-polyfill";
import type { Accepted, ExtensionAnswers, ExtensionMessage } from "../messages/extension";
import type { FrameCommand, RevealAnswer } from "../messages/page";
import type { Placement } from "../messages/placement";
import { viewIn, viewKey } from "../messages/view";
import { ruleRows } from "../rules/table";
import { assessTyped, chartCase, fractureIndexOf } from "./calculator";
import { confirmedFigures, openCalculator, settleFigures } from "./frax-fill";
import { keep } from "./page-messages";
import { keepPlacement, placementOf } from "./placement";
import { keepPolicy, loadPolicy, policyInForce, resetPolicy } from "./policy-store";
import { bringHost, localToday, markAgain, openSidebar, publish, sidebarUrl, toHost } from "./publish";
import { dropSession, inTurn, loadSession, saveSession, sidebarNonce, tabsWithSession } from "./session-store";
import { closeSidePanel, panelHello } from "./side-panel";
import { readTab } from "./sites";
import { emptySession, type TabSession } from "./tab-session";
import { type ClinicianMessage, said } from "./typing";

type Answer<K extends keyof ExtensionAnswers> = Promise<ExtensionAnswers[K]>;

/** Answers the sidebar, the popup and the options page. */
export function onExtensionMessage(
  message: ExtensionMessage,
  sender: Runtime.MessageSender,
): Promise<ExtensionAnswers[keyof ExtensionAnswers]> {
  switch (message.kind) {
    case "sidebar-hello":
      return hello(message.nonce, sender.tab?.id);
    case "reveal":
      return reveal(message.tabId, message.place.frame, message.place.ref, message.text);
    case "assess-typed":
      return assessTyped(message.input, message.asOf, message.seen);
    case "chart-case":
      return chartCase(message.tabId);
    case "fracture-index":
      return fractureIndexOf(message.input);
    case "tab-status":
      return tabStatus(message.tabId);
    case "toggle-sidebar":
      return browser.tabs.get(message.tabId).then(toggleSidebar);
    case "panel-hello":
      return panelHello(message.windowId, sender);
    case "place-sidebar":
      return placeSidebar(message.tabId, message.change);
    case "focus-page":
      return toHost(message.tabId, { kind: "focus-page" }).then(() => ({ done: true }));
    case "forget":
      return forget(message.tabId);
    case "type-fact":
    case "leave-out":
    case "undo-typed":
    case "answer-finding":
    case "unanswer-finding":
      return clinicianSays(message, sender);
    case "frax-fill":
      return openCalculator(message);
    case "frax-confirm":
      return confirmFigures(message, sender);
    case "frax-discard":
      return settleFigures(message.tabId, message.id, { is: "ended", words: "" }).then(() => ({ done: true }));
    case "policy":
      return policyInForce();
    case "set-policy":
      return keepPolicy(message.settings).then(shownAgain);
    case "reset-policy":
      return resetPolicy().then(shownAgain);
    case "open-options":
      return browser.runtime.openOptionsPage().then(() => ({ done: true }));
    case "rule-table":
      return Promise.resolve(ruleRows());
  }
}

/** Every chart that is open is assessed again with the new settings. */
async function shownAgain<T>(answer: T): Promise<T> {
  await inTurn(async () => {
    for (const tabId of await tabsWithSession()) await publish(tabId, await loadSession(tabId));
  });
  return answer;
}

async function hello(nonce: string, tabId: number | undefined): Answer<"sidebar-hello"> {
  if (tabId === undefined || nonce !== (await sidebarNonce(tabId))) return { refused: true };
  void toHost(tabId, { kind: "sidebar-alive" });
  return { tabId };
}

/** Shows a place in the chart, or in the window opened from it that the value was read in. */
async function reveal(tabId: number, frameId: number, ref: number, quote: string): Answer<"reveal"> {
  const here = await revealIn(tabId, frameId, ref, quote);
  if (here.found !== "gone") return here;
  for (const window of Object.keys((await loadSession(tabId)).windows).map(Number)) {
    const there = await revealIn(window, frameId, ref, quote);
    if (there.found === "gone") continue;
    const { windowId } = await browser.tabs.update(window, { active: true });
    if (windowId !== undefined) await browser.windows.update(windowId, { focused: true });
    return there;
  }
  return here;
}

async function revealIn(tabId: number, frameId: number, ref: number, quote: string): Answer<"reveal"> {
  const command: FrameCommand = { kind: "reveal", ref, quote };
  try {
    await bringHost(tabId, frameId);
    const answer = (await browser.tabs.sendMessage(tabId, command, { frameId })) as RevealAnswer | undefined;
    return answer ?? { found: "gone" };
  } catch {
    return { found: "gone" };
  }
}

async function tabStatus(tabId: number): Answer<"tab-status"> {
  const stored = viewIn((await browser.storage.session.get(viewKey(tabId)))[viewKey(tabId)]);
  const tab = await browser.tabs.get(tabId);
  // The address is visible only for allowed sites and for the tab whose toolbar button was just clicked.
  const url = tab.url && /^https?:/.test(tab.url) ? new URL(tab.url) : null;
  // A permission is for a host with all its ports.
  const allowed =
    url !== null && (await browser.permissions.contains({ origins: [`${url.protocol}//${url.hostname}/*`] }));
  const origin = url?.origin ?? null;
  return { origin, allowed, chart: stored?.state !== undefined && stored.state !== "no-chart" };
}

async function placeSidebar(tabId: number, change: Partial<Placement>): Answer<"place-sidebar"> {
  const { site } = await loadSession(tabId);
  if (Object.keys(change).length === 0) return placementOf(site);
  const placement = await keepPlacement(site, change);
  await toHost(tabId, { kind: "show-sidebar", url: await sidebarUrl(tabId), placement });
  return placement;
}

/** Opens the sidebar, or closes it, in the browser's own panel too; the wish holds for this tab. */
export function toggleSidebar({ id: tabId, windowId }: Tabs.Tab): Answer<"toggle-sidebar"> {
  if (tabId === undefined || windowId === undefined) return Promise.resolve({ open: false });
  const panel = closeSidePanel(windowId);
  return inTurn(async () => {
    const session = await loadSession(tabId);
    const docked = session.sidebar === "auto" || session.sidebar === "open";
    const inPanel = (await panel) && session.sidebar === "panel";
    const shown = inPanel || (docked && (await toHost(tabId, { kind: "hide-sidebar" })));
    const wished: TabSession = { ...session, sidebar: shown ? "closed" : "open" };
    await saveSession(tabId, wished);
    await openSidebar(tabId, wished);
    await markAgain(tabId);
    return { open: !shown };
  });
}

/** Takes over what was typed or answered, in turn with what the page says, so that a change of patient comes between. */
function clinicianSays(message: ClinicianMessage, sender: Runtime.MessageSender): Promise<Accepted> {
  if (sender.tab?.id !== undefined && sender.tab.id !== message.tabId)
    return Promise.resolve({ refused: "This page belongs to another tab." });
  return inTurn(async () => {
    const session = await loadSession(message.tabId);
    const moment = { id: crypto.randomUUID(), at: new Date().toISOString(), today: localToday() };
    const taken = said(session, message, moment, await loadPolicy());
    if ("refused" in taken) return taken;
    await keep(message.tabId, taken.session);
    return { done: true };
  });
}

/** Figures of the official calculator become something typed: the same way in, the same checks. */
async function confirmFigures(
  message: Extract<ExtensionMessage, { kind: "frax-confirm" }>,
  sender: Runtime.MessageSender,
) {
  const figures = await confirmedFigures(message);
  const answer = "refused" in figures ? figures : await clinicianSays(figures, sender);
  if ("done" in answer) await settleFigures(message.tabId, message.id, { is: "stored" });
  return answer;
}

function forget(tabId: number): Answer<"forget"> {
  return inTurn(async () => {
    await dropSession(tabId);
    await publish(tabId, { ...emptySession, sidebar: "closed" });
    await keep(tabId, emptySession);
    await readTab(tabId);
    return { done: true };
  });
}
