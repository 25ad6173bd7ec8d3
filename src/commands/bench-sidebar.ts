import type { Frame, Page } from "playwright-core";
import { chromiumExecutable } from "./browser";
import { type Browser, launch } from "./launch";
import { type Site, serve } from "./serve";
import { contentScriptsReady, openTab } from "./tabs";
import { unpackedFor } from "./unpacked";

const RUNS = 20;
/** No run takes that long; what does is left out and said. */
const LONGEST_MS = 10_000;

const day = (ago: number) => new Date(Date.now() - ago * 86_400_000).toISOString().slice(0, 10);

/** A chart of fictitious figures whose tier goes to and fro with `change(percent)`. */
const CHART = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Chart</title><link rel="icon" href="data:,"></head><body>
<header><b>Calloway, Ruth</b> <span>DOB: 11/30/1954</span> <span>Sex: Female</span> <span>MRN: 90817</span></header>
<h2>DXA bone density ${day(90)}</h2><table><tr><th>Region</th><th>BMD (g/cm2)</th><th>T-score</th><th>Z-score</th></tr>
<tr><td>Femoral neck</td><td>0.662</td><td>-1.9</td><td>-0.2</td></tr></table>
<h2>FRAX</h2><p id="frax"></p>
<script>globalThis.change = (percent) => { frax.textContent = "10-year probability of fracture (FRAX, US Caucasian, with femoral neck BMD, ${day(90)}): major osteoporotic fracture " + percent + "%, hip fracture 1.2%."; };
change(12);</script></body></html>`;

/** In the sidebar's own page: when the tier's word changed and was painted. */
const WATCH = `if (location.protocol === "chrome-extension:") {
  globalThis.drawn = []; let shown = "";
  new MutationObserver(() => { const word = document.querySelector(".tier-card h2")?.textContent ?? "";
    if (word !== shown) { shown = word; requestAnimationFrame(() => setTimeout(() => drawn.push({ at: Date.now() }))); } }).observe(document, { subtree: true, childList: true, characterData: true });
}`;

/** In the worker: when an assessment with another tier was stored. */
const HEAR = `globalThis.stored = []; globalThis.lastTier = {};
chrome.storage.session.onChanged.addListener((changes) => { for (const [key, { newValue }] of Object.entries(changes)) {
  const tier = key.startsWith("view:") && newValue ? JSON.parse(newValue).assessment?.tier : undefined;
  if (tier && lastTier[key] !== tier) { lastTier[key] = tier; stored.push({ key, at: Date.now() }); } } });`;

interface Moment {
  at: number;
}

const firstSince = (moments: readonly Moment[], since: number) => moments.find(({ at }) => at >= since)?.at ?? null;

async function until<T>(look: () => Promise<T | null>): Promise<T> {
  for (const end = Date.now() + LONGEST_MS; Date.now() < end; ) {
    const found = await look();
    if (found !== null) return found;
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
  throw new Error(`nothing was drawn in ${LONGEST_MS / 1000} s`);
}

/** Processor time of the sidebar's main thread so far, ms: other programs on the machine do not count. */
async function threadTime(page: Page, sidebar: Frame): Promise<() => Promise<number>> {
  const cdp = await page.context().newCDPSession(sidebar);
  await cdp.send("Performance.enable", { timeDomain: "threadTicks" });
  return async () => {
    const { metrics } = await cdp.send("Performance.getMetrics");
    return (metrics.find(({ name }) => name === "TaskDuration")?.value ?? 0) * 1000;
  };
}

/** The same elements made from text and laid out, ms: the floor of drawing them. */
const FLOOR = `(() => { const { innerHTML } = document.querySelector("main"); const from = performance.now();
  const copy = document.createElement("main"); copy.innerHTML = innerHTML; document.body.append(copy); copy.offsetHeight;
  const ms = performance.now() - from; copy.remove(); return ms; })()`;

/** One tab: opened, then its figures changed once. Milliseconds. */
async function once(browser: Browser, site: Site) {
  const { page, id } = await openTab(browser.context, browser.worker());
  const storedAt = async (since: number) => {
    const moments = (await browser.worker().evaluate("stored")) as (Moment & { key: string })[];
    return firstSince(
      moments.filter(({ key }) => key === `view:${id}`),
      since,
    );
  };
  const sidebar = (): Frame | undefined => page.frames().find((frame) => frame.url().startsWith("chrome-extension:"));
  const drawnAt = async (since: number) =>
    firstSince(((await sidebar()?.evaluate("globalThis.drawn ?? []")) ?? []) as Moment[], since);
  await page.goto(site.origin);
  const firstStored = await until(() => storedAt(0));
  const firstDrawn = await until(() => drawnAt(firstStored));
  const frame = sidebar();
  if (!frame) throw new Error("no sidebar is shown");
  const floor = (await frame.evaluate(FLOOR)) as number;
  const busy = await threadTime(page, frame);
  const before = await busy();
  const changed = (await page.evaluate("(() => { change(24); return Date.now(); })()")) as number;
  const stored = await until(() => storedAt(changed));
  const drawn = await until(() => drawnAt(stored));
  const thread = (await busy()) - before;
  await page.close();
  return { first: firstDrawn - firstStored, again: drawn - stored, change: drawn - changed, thread, floor };
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}

/** `npm run bench:sidebar`: how long a stored assessment takes to the screen, in the extension as built. Never a verdict. */
export async function main(): Promise<number> {
  const unpacked = await unpackedFor("chrome", "http://127.0.0.1/*");
  const site = await serve((_, response) => {
    response.writeHead(200, { "content-type": "text/html; charset=utf-8" }).end(CHART);
  });
  const browser = await launch({ executable: chromiumExecutable(), extension: unpacked.folder, headless: true });
  await browser.context.addInitScript(WATCH);
  await contentScriptsReady(browser.worker());
  await browser.worker().evaluate(HEAR);
  const all: Awaited<ReturnType<typeof once>>[] = [];
  for (let run = 0; run < RUNS; run++) all.push(await once(browser, site));
  await browser.close();
  await site.close();
  unpacked.remove();
  const of = (figure: (one: (typeof all)[number]) => number) => median(all.map(figure));
  const line = (what: string, figure: string, budget: string) =>
    console.log(`${what.padEnd(52)} ${figure.padEnd(30)} budget ${budget}`);
  const wall = (what: string, ms: number, budget: string) => line(what, `${ms} ms`, budget);
  console.log(`medians of ${RUNS} runs; by the clock, so other programs on the machine count`);
  wall(
    "first assessment stored → sidebar opened, tier drawn",
    of(({ first }) => first),
    "150 ms",
  );
  wall(
    "next assessment stored → tier drawn",
    of(({ again }) => again),
    "–",
  );
  wall(
    "figures of the chart changed → tier drawn",
    of(({ change }) => change),
    "150 ms",
  );
  // The least of all runs: what else the machine does only adds.
  const [thread, floor] = [Math.min(...all.map((one) => one.thread)), Math.min(...all.map((one) => one.floor))];
  line(
    "processor time of the sidebar for a new assessment",
    `${thread.toFixed(1)} ms, ${(thread / floor).toFixed(1)} × laying out its HTML`,
    "–",
  );
  return 0;
}
