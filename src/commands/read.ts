import type { BrowserContext, Page, Worker } from "playwright-core";
import type { FrameFacts } from "../chart/frame-facts";
import { type Reading, toReading } from "../chart/reading";
import { Addresses } from "./addresses";
import { chromiumExecutable } from "./browser";
import { launch } from "./launch";
import { watchQuiet } from "./quiet";
import { parseReadArguments, type ReadArguments, USAGE } from "./read-arguments";
import { contentScriptsReady, framesAtRest, openTab } from "./tabs";
import { unpackedFor } from "./unpacked";

/** Tabs read at the same time. */
const AT_ONCE = 3;
/** How long a page may take to load, and what is to be clicked to appear. */
const PATIENCE = 20_000;

type Line = { ok: boolean; json: string };

/** What the worker holds of a tab, as text: equal texts mean that nothing changed. */
function heldOf(worker: Worker, tabId: number): Promise<string> {
  return worker.evaluate(async (id) => {
    const key = `session:${id}`;
    return ((await chrome.storage.session.get(key))[key] as string | undefined) ?? "{}";
  }, tabId);
}

/** Takes what the extension shows on the page out of the way of a click: sidebar and badges stand beside head and body. */
async function letClicksThrough(page: Page): Promise<void> {
  await page.evaluate(() => {
    for (const shown of document.querySelectorAll<HTMLElement>("html > :not(head, body)"))
      shown.style.setProperty("display", "none", "important");
  });
}

async function readTarget(
  context: BrowserContext,
  worker: Worker,
  target: string,
  address: string,
  options: ReadArguments,
) {
  const { page, id } = await openTab(context, worker);
  try {
    const settled = watchQuiet(page, options);
    const response = await page.goto(address, { timeout: PATIENCE });
    if (response && !response.ok()) throw new Error(`the page answers ${response.status()}`);
    const state = async () => {
      await framesAtRest(worker, id);
      return heldOf(worker, id);
    };
    await settled(state);
    for (const selector of options.clicks) {
      await letClicksThrough(page);
      await page.click(selector, { timeout: PATIENCE });
      await settled(state);
    }
    const { frames = {} } = JSON.parse(await state()) as { frames?: Record<string, FrameFacts> };
    return toReading(target, Object.values(frames));
  } finally {
    await page.close();
  }
}

function failure(target: string, error: unknown): Line {
  const [message = "failed"] = (error instanceof Error ? error.message : String(error)).split("\n");
  return { ok: false, json: JSON.stringify({ target, error: message }) };
}

/** Runs `work` over all items, a few at a time; the results come in the order of the items. */
export function aFewAtOnce<T, R>(items: readonly T[], work: (item: T) => Promise<R>): Promise<R>[] {
  const lanes: Promise<unknown>[] = [];
  return items.map((item, index) => {
    const before = lanes[index - AT_ONCE] ?? Promise.resolve();
    const result = before.then(() => work(item));
    lanes.push(result);
    return result;
  });
}

/** Opens the browser with the extension as built, for as long as pages are read in it. */
export async function withReader<T>(
  use: (read: (target: string, options: ReadArguments) => Promise<Reading>) => Promise<T>,
): Promise<T> {
  const executable = chromiumExecutable();
  const unpacked = await unpackedFor("chrome", "<all_urls>");
  const addresses = new Addresses();
  const browser = await launch({ executable, extension: unpacked.folder, headless: true });
  try {
    const worker = browser.worker();
    await contentScriptsReady(worker);
    return await use(async (target, options) =>
      readTarget(browser.context, worker, target, await addresses.of(target), options),
    );
  } finally {
    await browser.close();
    await addresses.close();
    unpacked.remove();
  }
}

const readAll = (options: ReadArguments): Promise<number> =>
  withReader(async (read) => {
    const lines = aFewAtOnce(options.targets, async (target): Promise<Line> => {
      try {
        return { ok: true, json: JSON.stringify(await read(target, options)) };
      } catch (error) {
        return failure(target, error);
      }
    });
    let allRead = true;
    for (const line of lines) {
      const { ok, json } = await line;
      process.stdout.write(`${json}\n`);
      allRead &&= ok;
    }
    return allRead ? 0 : 1;
  });

/** Reads pages with the extension as built, and prints what it read: FORMATS.md, "Reading". */
export async function main(argv: readonly string[]): Promise<number> {
  const options = parseReadArguments(argv);
  if (!options) {
    console.error(USAGE);
    return 2;
  }
  return readAll(options);
}
