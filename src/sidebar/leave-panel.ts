import browser from "webextension-polyfill";

/**
 * Closes the browser's own panel, which gives the keyboard back to the page; nothing else does. Only Chromium from 141
 * can: Firefox closes its sidebar on an action of the user, and Esc is none to it.
 */
export async function leavePanel(): Promise<void> {
  const { id } = await browser.windows.getCurrent();
  if (id !== undefined) await chrome.sidePanel?.close?.({ windowId: id });
}
