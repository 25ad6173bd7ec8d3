import browser, { type Runtime } from "webextension-polyfill";
import type { ExtensionAnswers } from "../messages/extension";
import { toHost } from "./publish";
import { inTurn, loadSession, saveSession } from "./session-store";

const SIDEBAR_PAGE = "src/sidebar/index.html";

/**
 * Which tab the browser's own panel shows. Only our sidebar page outside of any tab may ask: a page that frames it, or
 * a tab that opens it, is refused as a frame with a wrong nonce is.
 */
export async function panelHello(
  windowId: number,
  sender: Runtime.MessageSender,
): Promise<ExtensionAnswers["panel-hello"]> {
  if (sender.tab !== undefined || sender.url?.split(/[?#]/)[0] !== browser.runtime.getURL(SIDEBAR_PAGE))
    return { refused: true };
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
export async function openSidePanel(tabId: number): Promise<boolean> {
  try {
    await chrome.sidePanel.open({ tabId });
    return true;
  } catch {
    return false;
  }
}
