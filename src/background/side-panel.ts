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

/**
 * Closes the browser's own panel; whether it was open. Straight from the user's key, before anything is awaited:
 * Firefox closes it only then.
 */
export async function closeSidePanel(windowId: number): Promise<boolean> {
  try {
    if (browser.sidebarAction) {
      const open = browser.sidebarAction.isOpen({ windowId });
      await browser.sidebarAction.close();
      return await open;
    }
    // In which window a panel stands is not said, and closing where there is none is no error.
    const panels = await chrome.runtime.getContexts({ contextTypes: ["SIDE_PANEL"] });
    if (panels.length > 0) await chrome.sidePanel.close({ windowId });
    return panels.length > 0;
  } catch {
    return false; // Chromium before 141, or Firefox from the popup: it stays open
  }
}
