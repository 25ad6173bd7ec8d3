import type { BrowserContext, Page, Worker } from "playwright-core";

/** A tab and the number by which the extension knows it. */
export interface Tab {
  page: Page;
  id: number;
}

async function tabIds(worker: Worker): Promise<number[]> {
  return worker.evaluate(async () => {
    const tabs = await chrome.tabs.query({});
    // The extension's own pages (its first-run page) open by themselves and are not meant.
    return tabs.flatMap(({ id, url }) => (id === undefined || url?.startsWith("chrome-extension:") ? [] : [id]));
  });
}

let last: Promise<unknown> = Promise.resolve();

/** Opens a tab. One after the other, so that the new number among all is this tab's. */
export function openTab(context: BrowserContext, worker: Worker): Promise<Tab> {
  const opened = last.then(async () => {
    const before = await tabIds(worker);
    const page = await context.newPage();
    const id = (await tabIds(worker)).find((candidate) => !before.includes(candidate));
    if (id === undefined) throw new Error("the new tab is not known to the extension");
    return { page, id };
  });
  last = opened.catch(() => undefined);
  return opened;
}

/** Resolves once the extension runs its content script on the sites it is allowed on. */
export async function contentScriptsReady(worker: Worker): Promise<void> {
  await worker.evaluate(async () => {
    while ((await chrome.scripting.getRegisteredContentScripts()).length === 0)
      await new Promise((resolve) => setTimeout(resolve, 20));
  });
}

/** Resolves once every frame of a tab was read and what was read has reached the worker; gives up after some seconds. */
export async function framesAtRest(worker: Worker, tabId: number): Promise<void> {
  await worker.evaluate(async (id) => {
    for (let tries = 0; tries < 100; tries++) {
      const frames = await chrome.scripting
        .executeScript({
          target: { tabId: id, allFrames: true },
          func: () => globalThis.osteonFrame?.atRest() ?? false,
        })
        .catch(() => []);
      if (frames.every(({ result }) => result)) return;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }, tabId);
}
