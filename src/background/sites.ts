import browser from "webextension-polyfill";
import { CALCULATORS } from "../sources/frax-models";

export const FRAME_SCRIPT = "content/frame.js";
export const HOST_SCRIPT = "content/host.js";
const REGISTRATION = "osteon-frame";

const CALCULATOR_ORIGINS = Object.values(CALCULATORS).flatMap(({ origins }) => origins);

/** The sites the user has allowed, without the official calculator's: those are filled in, never read as a chart. */
async function chartSites(): Promise<string[]> {
  const { origins = [] } = await browser.permissions.getAll();
  return origins.filter((origin) => !CALCULATOR_ORIGINS.includes(origin));
}

/** The content script runs on the sites the user has allowed, and on no other. */
export async function registerAllowedSites(): Promise<void> {
  const origins = await chartSites();
  const registered = await browser.scripting.getRegisteredContentScripts({ ids: [REGISTRATION] });
  if (origins.length === 0) {
    if (registered.length > 0) await browser.scripting.unregisterContentScripts({ ids: [REGISTRATION] });
    return;
  }
  const script = {
    id: REGISTRATION,
    js: [FRAME_SCRIPT],
    matches: origins,
    excludeMatches: CALCULATOR_ORIGINS,
    allFrames: true,
    matchOriginAsFallback: true,
    runAt: "document_idle" as const,
    persistAcrossSessions: true,
  };
  if (registered.length > 0) await browser.scripting.updateContentScripts([script]);
  else await browser.scripting.registerContentScripts([script]);
}

/** Reads the tabs that were already open when their site was allowed. */
export async function readOpenTabs(): Promise<void> {
  const origins = await chartSites();
  if (origins.length === 0) return;
  const tabs = await browser.tabs.query({ url: origins });
  await Promise.all(tabs.map(({ id }) => (id === undefined ? undefined : readTab(id))));
}

/** Runs the frame script in every frame of a tab; false when the page does not let extensions in. */
export async function readTab(tabId: number): Promise<boolean> {
  try {
    await browser.scripting.executeScript({ target: { tabId, allFrames: true }, files: [FRAME_SCRIPT] });
    return true;
  } catch {
    // Browser pages, the extension store, a tab that just closed: nothing to read there.
    return false;
  }
}

/** The frames that exist in a tab now. */
export async function liveFrames(tabId: number): Promise<number[]> {
  const results = await browser.scripting.executeScript({ target: { tabId, allFrames: true }, func: () => true });
  return results.map(({ frameId }) => frameId);
}
