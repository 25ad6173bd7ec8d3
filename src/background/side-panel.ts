import browser, { type Runtime } from "webextension-polyfill";
import type { ExtensionAnswers } from "../messages/extension";
import { toHost } from "./publish";
import { inTurn, loadSession, saveSession } from "./session-store";

const SIDEBAR_PAGE = "/src/sidebar/index.html";

/**
 * Which tab the browser's own panel shows. Only our sidebar page outside of any tab may ask: a page that frames it, or
 * a tab that opens it, is refused as a frame with a wrong nonce is.
 */
export async function panelHello(
  windowId: number,
  sender: Runtime.MessageSender,
): Promise<ExtensionAnswers["panel-hello"]> {
  // By its path: the host of its address changes (`use_dynamic_url`), and that it is ours was checked on arrival.
  const { pathname } = new URL(sender.url ?? "about:blank");
  if (sender.tab !== undefined || pathname !== SIDEBAR_PAGE) return { refused: true };
  const [tab] = await browser.tabs.query({ active: true, windowId });
  const tabId = tab?.id;
  if (tabId === undefined) return { refused: true };
  // One sidebar is enough. It shows this tab as long as it stands there; the browser does not say when it goes.
  await inTurn(async () => {
    await saveSession(tabId, { ...(await loadSession(tabId)), sidebar: "panel" });
    await toHost(tabId, { kind: "hide-sidebar" });
  });
  return { tabId };
}

/** Opens the browser's own panel on a click in the page. Chromium only: Firefox lets only its own buttons do it. */
export async function openSidePanel(windowId: number): Promise<boolean> {
  try {
    await chrome.sidePanel.open({ windowId });
    return true;
  } catch {
    return false;
  }
}
