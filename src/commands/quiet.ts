import type { Frame, Page } from "playwright-core";

/** What may go on in a page for ever: it is not waited for. */
const ENDLESS = ["eventsource", "websocket", "media", "ping"];

const sleep = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** Frames that may run no script of their own never answer. */
const silent = new WeakSet<Frame>();

/** The frame's main thread had nothing to do; a frame that went meanwhile has nothing to do either. */
async function idle(frame: Frame): Promise<void> {
  const answer = frame
    .evaluate(() => new Promise<void>((resolve) => requestIdleCallback(() => resolve(), { timeout: 2000 })))
    .then(() => true)
    .catch(() => true);
  if (!(await Promise.race([answer, sleep(3000)]))) silent.add(frame);
}

/** The page's own frames: the sidebar's is in another process, which may stand still where it is not seen. */
const own = (page: Page) =>
  page.frames().filter((frame) => !frame.url().startsWith("chrome-extension:") && !silent.has(frame));

/** Watches a page from before it is opened; `settled` then waits until nothing changes any more. */
export function watchQuiet(page: Page, { settle, longest = 20_000 }: { settle: number; longest?: number }) {
  const loading = new Set<unknown>();
  page.on("request", (request) => {
    if (!ENDLESS.includes(request.resourceType())) loading.add(request);
  });
  page.on("requestfinished", (request) => loading.delete(request));
  page.on("requestfailed", (request) => loading.delete(request));

  /**
   * Quiet: every frame idle, nothing loading, and `state` the same for `settle` milliseconds; twice that when the machine
   * is so busy that asking alone takes as long. After `longest` a page that never rests is read as it stands.
   */
  return async function settled(state: () => Promise<string>): Promise<void> {
    const end = Date.now() + longest;
    let before = await state();
    for (let same = 0; Date.now() < end; ) {
      await Promise.all(own(page).map(idle));
      await sleep(settle);
      const asked = Date.now();
      await Promise.all(own(page).map(idle));
      const after = await state();
      same = after === before && loading.size === 0 ? same + 1 : 0;
      before = after;
      if (same >= (Date.now() - asked > settle ? 2 : 1)) return;
    }
  };
}
