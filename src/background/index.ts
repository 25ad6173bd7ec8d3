import browser, { type Runtime } from "webextension-polyfill";
import { MARKS_KEY } from "../messages/marks-setting";
import { parseExtensionMessage, parsePageMessage } from "../messages/parse";
import { onExtensionMessage, toggleSidebar } from "./extension-messages";
import { calculatorLoaded, fraxTabClosed, onFraxPage } from "./frax-fill";
import { onLine } from "./held-lines";
import { onMalformedMessage, onPageMessage, pageSender } from "./page-messages";
import { markAgain } from "./publish";
import { dropTab, inTurn, tabsWithSession } from "./session-store";
import { openSidePanel } from "./side-panel";
import { readOpenTabs, registerAllowedSites } from "./sites";

// Every listener stands at the top level: the worker is stopped at any time and woken by the next event.

browser.runtime.onMessage.addListener((message: unknown, sender: Runtime.MessageSender) => {
  if (sender.id !== browser.runtime.id) return undefined;
  if (isOwnPage(sender.url)) {
    const parsed = parseExtensionMessage(message);
    return parsed ? onExtensionMessage(parsed, sender) : Promise.resolve(undefined);
  }
  const from = pageSender(sender);
  if (!from) return undefined;
  const parsed = parsePageMessage(message);
  // At once: the browser opens its panel only while the user's click is still going on.
  if (parsed?.kind === "open-side-panel") return openSidePanel(sender.tab?.windowId ?? -1);
  if (parsed?.kind === "frax-page") return onFraxPage(parsed, { tabId: from.tabId, url: sender.url ?? "" });
  return parsed ? onPageMessage(parsed, from) : onMalformedMessage(from);
});

browser.runtime.onConnect.addListener((line) => {
  if (line.sender?.id === browser.runtime.id && isOwnPage(line.sender.url)) void onLine(line);
});

browser.tabs.onRemoved.addListener((tabId) => {
  void inTurn(() => fraxTabClosed(tabId));
  void inTurn(() => dropTab(tabId));
});

browser.tabs.onUpdated.addListener((tabId, { status }) => {
  if (status === "complete") void calculatorLoaded(tabId);
});

browser.storage.onChanged.addListener((changes, area) => {
  if (area === "local" && MARKS_KEY in changes) void inTurn(markEveryTabAgain);
});

browser.commands.onCommand.addListener((command, tab) => {
  if (command === "toggle-sidebar" && tab) void toggleSidebar(tab);
});

browser.runtime.onInstalled.addListener(({ reason }) => {
  void allowedSitesChanged();
  if (reason === "install") void browser.tabs.create({ url: browser.runtime.getURL("src/options/welcome.html") });
});
browser.runtime.onStartup.addListener(() => void allowedSitesChanged());
browser.permissions.onAdded.addListener(() => void allowedSitesChanged());
browser.permissions.onRemoved.addListener(() => void registerAllowedSites());

async function allowedSitesChanged(): Promise<void> {
  await registerAllowedSites();
  await readOpenTabs();
}

async function markEveryTabAgain(): Promise<void> {
  for (const tabId of await tabsWithSession()) await markAgain(tabId);
}

function isOwnPage(url: string | undefined): boolean {
  return url !== undefined && /^(chrome|moz)-extension:/.test(url);
}
