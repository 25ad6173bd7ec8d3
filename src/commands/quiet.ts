import type { Frame, Page } from "playwright-core";

/** What may go on in a page for ever: it is not waited for. */
const ENDLESS = ["eventsource", "websocket", "media", "ping"];

const sleep = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** The frame's main thread had nothing to do; a frame that went meanwhile has nothing to do either. */
async function idle(frame: Frame): Promise<void> {
  await frame
    .evaluate(() => new Promise<void>((resolve) => requestIdleCallback(() => resolve(), { timeout: 2000 })))
    .catch(() => undefined);
}

/** Watches a page from before it is opened; `settled` then waits until nothing changes any more. */
export function watchQuiet(page: Page, { settle, longest = 20_000 }: { settle: number; longest?: number }) {
  const loading = new Set<unknown>();
  page.on("request", (request) => {
    if (!ENDLESS.includes(request.resourceType())) loading.add(request);
  });
  page.on("requestfinished", (request) => loading.delete(request));
  page.on("requestfailed", (request) => loading.delete(request));

  /**
   * Quiet: every frame idle, nothing loading, and `state` the same for `settle` milliseconds. A machine too busy to
   * answer in that time is not quiet. After `longest` it is what it is: a page that never rests is read as it stands.
   */
  return async function settled(state: () => Promise<string>): Promise<void> {
    const end = Date.now() + longest;
    for (let before = await state(); Date.now() < end; ) {
      await Promise.all(page.frames().map(idle));
      await sleep(settle);
      const asked = Date.now();
      await Promise.all(page.frames().map(idle));
      const after = await state();
      const busy = Date.now() - asked > Math.max(settle, 150);
      if (after === before && loading.size === 0 && !busy) return;
      before = after;
    }
  };
}
