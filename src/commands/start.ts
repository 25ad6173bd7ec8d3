import path from "node:path";
import { toAnswer } from "../export/answer";
import { type TabView, viewIn, viewKey } from "../messages/view";
import { chromiumExecutable } from "./browser";
import { ROOT } from "./build";
import { localToday } from "./demo/calendar";
import { demoChart } from "./demo/server";
import { type Browser, launch } from "./launch";
import { watchQuiet } from "./quiet";
import { type Site, serve } from "./serve";
import { contentScriptsReady, framesAtRest, openTab, type Tab } from "./tabs";
import { unpackedFor } from "./unpacked";

const USAGE = "usage: npm start [-- --headless]";
/** Where the demo is served when nothing else is there. */
const PORT = 8420;
/** The patient whose FRAX crosses the thresholds only after the steroid adjustment. */
const PATIENT = "vance";
/** The sections of the chart as a clinician opens them; the last one is on the screenshot. */
const ROUND = ["problems", "medications", "reports", "summary", "results"];

function hasDisplay(): boolean {
  return process.platform !== "linux" || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
}

function interruption(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => resolve());
  });
}

async function viewOf(browser: Browser, tabId: number): Promise<TabView | undefined> {
  const key = viewKey(tabId);
  return viewIn(await browser.worker().evaluate(async (name) => (await chrome.storage.session.get(name))[name], key));
}

/** Opens the demo chart; the sidebar comes by itself once the chart was read. */
async function openChart(browser: Browser, site: Site, tab: Tab): Promise<void> {
  await contentScriptsReady(browser.worker());
  await tab.page.goto(`${site.origin}/patients/${PATIENT}/summary`);
  await tab.page.bringToFront();
}

/** Goes once round the chart, prints what the extension made of it, and takes its picture. */
async function report(browser: Browser, site: Site): Promise<number> {
  const tab = await openTab(browser.context, browser.worker());
  const settled = watchQuiet(tab.page, { settle: 300 });
  const state = async () => {
    await framesAtRest(browser.worker(), tab.id);
    return JSON.stringify((await viewOf(browser, tab.id)) ?? null);
  };
  await openChart(browser, site, tab);
  for (const section of ROUND) {
    await tab.page.click(`#tab-${section}`);
    await settled(state);
  }
  const screenshot = path.join(ROOT, "dist", "demo.png");
  await tab.page.screenshot({ path: screenshot });
  console.error(screenshot);
  const view = await viewOf(browser, tab.id);
  if (view?.state !== "chart") {
    console.error(`The demo chart could not be assessed: ${view?.state ?? "nothing was read"}.`);
    return 1;
  }
  console.log(JSON.stringify(toAnswer(`demo-${PATIENT}`, view.assessment)));
  return 0;
}

/** Leaves the browser to the user until it is closed. */
async function show(browser: Browser, site: Site): Promise<number> {
  const closed = new Promise<void>((resolve) => browser.context.on("close", () => resolve()));
  const blank = browser.context.pages()[0];
  const tab = await openTab(browser.context, browser.worker());
  await blank?.close();
  await openChart(browser, site, tab);
  console.error(`The demo chart is open at ${site.origin}. Close the browser or press Ctrl-C to end.`);
  await closed;
  return 0;
}

async function start(headless: boolean): Promise<number> {
  const executable = chromiumExecutable();
  const unpacked = await unpackedFor("chrome", "http://127.0.0.1/*");
  const site = await serve(demoChart({ today: localToday(new Date()) }), PORT);
  const browser = await launch({
    executable,
    extension: unpacked.folder,
    headless,
    viewport: headless ? { width: 1600, height: 1000 } : null,
    arguments: ["--window-size=1600,1000"],
  });
  const interrupted = interruption().then(() => (headless ? 130 : 0));
  try {
    return await Promise.race([(headless ? report : show)(browser, site), interrupted]);
  } finally {
    await browser.close();
    await site.close();
    unpacked.remove();
  }
}

/** Opens the demo chart in a browser with the extension; without a display, reports on it instead. */
export async function main(argv: readonly string[]): Promise<number> {
  if (argv.some((argument) => argument !== "--headless")) {
    console.error(USAGE);
    return 2;
  }
  return start(argv.includes("--headless") || !hasDisplay());
}
