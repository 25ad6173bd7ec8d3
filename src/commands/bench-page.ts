import { readFileSync } from "node:fs";
import path from "node:path";
import { performance } from "node:perf_hooks";
import { type Browser, chromium, type Page } from "playwright-core";
import { qualify } from "../chart/qualify";
import type { FrameSnapshot } from "../chart/snapshot";
import { structured } from "../chart/structure";
import { chromiumExecutable } from "./browser";
import { withBuilt } from "./build";

const RUNS = 5;
const ROWS = 5000;
const MARKS = 500;

/** Stands for the extension's side of the page. */
const STAND_IN = `
globalThis.sent = []; globalThis.hear = [];
globalThis.chrome = { runtime: { id: "osteon", sendMessage: async (message) => { globalThis.readAt ??= performance.now(); sent.push(structuredClone(message)); },
  onMessage: { addListener(listener) { hear.push(listener); }, removeListener() {} } } };
const later = setTimeout; globalThis.setTimeout = (call, ms) => later(() => { globalThis.lookAt ??= performance.now(); call(); }, ms);`;

const OTHERS = ["Glucose", "Sodium", "Potassium", "Chloride", "Urea nitrogen", "INR", "Lactate", "Uric acid"];
const WANTED = ["Calcium", "Vitamin D, 25-OH", "Albumin", "Creatinine", "TSH"];

/** A list of results in which one row in sixty is of interest. */
function bigPage(): string {
  const row = (i: number) => {
    const name = i % 60 === 37 ? WANTED[i % 5] : OTHERS[i % OTHERS.length];
    const day = new Date(Date.UTC(2026, 9, 30) - i * 3_600_000).toISOString().slice(0, 10);
    return `<tr><td>${day}</td><td>${name}</td><td>${(4 + (i % 97) / 10).toFixed(1)}</td><td></td><td>mg/dL</td><td>3.5-10.2</td></tr>`;
  };
  const heads = ["Date", "Test", "Result", "Flag", "Units", "Reference Range"].map((name) => `<th>${name}</th>`);
  return `<!doctype html><html lang="en"><head><title>Results</title></head><body><header><b>Calloway, Ruth</b> DOB: 11/30/1954 Female</header>
<div id="clock"></div><table><thead><tr>${heads.join("")}</tr></thead><tbody>${Array.from({ length: ROWS }, (_, i) => row(i)).join("\n")}</tbody></table></body></html>`;
}

/** Processor time of the page's main thread while `work` goes on, ms: other programs on the machine do not count. */
async function busy(page: Page, work: () => Promise<unknown>): Promise<number> {
  const cdp = await page.context().newCDPSession(page);
  await cdp.send("Performance.enable", { timeDomain: "threadTicks" });
  const total = async () => {
    const { metrics } = await cdp.send("Performance.getMetrics");
    return (metrics.find(({ name }) => name === "TaskDuration")?.value ?? 0) * 1000;
  };
  const before = await total();
  await work();
  const after = await total();
  await cdp.detach();
  return after - before;
}

async function open(browser: Browser, html: string): Promise<Page> {
  const page = await browser.newPage();
  await page.route("**/*", (route) => route.fulfill({ contentType: "text/html; charset=utf-8", body: html }));
  await page.goto("http://chart.test/patient/4410/results");
  await page.evaluate("document.body.offsetHeight");
  await page.evaluate(STAND_IN);
  return page;
}

const atRest = (page: Page) => page.waitForFunction("osteonFrame.atRest() && sent.length > 0", { polling: 50 });

/** One pass over all text with a TreeWalker, as a measure of the machine and the page. */
const WALK = `(() => { const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT); let letters = 0;
  while (walker.nextNode()) letters += walker.currentNode.data.trim().length; return letters; })()`;

/** Sixty changes that have nothing to do with a chart: a clock and a message that comes and goes. */
const TICKS = `(async () => { for (let tick = 0; tick < 60; tick++) {
  clock.textContent = "12:00:" + tick; const toast = document.createElement("p"); toast.textContent = "Saved"; document.body.append(toast);
  await new Promise((resolve) => setTimeout(resolve, 8)); toast.remove(); } })()`;

const LONG_TASKS = `globalThis.long = []; new PerformanceObserver((list) => long.push(...list.getEntries().map(({ duration }) => duration))).observe({ type: "longtask" });`;

const MARKING = `(() => { const marks = [...osteonFrame.spotted].flatMap(([ref, { text }]) => (text ? ref : [])).slice(0, ${MARKS}).map((ref) => ({ as: "highlight", ref, quote: null, tone: "used", text: "" }));
  let changes = 0; const observer = new MutationObserver((records) => { changes += records.length; });
  observer.observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
  const times = Array.from({ length: 9 }, () => { const from = performance.now();
    for (const listener of hear) listener({ kind: "show-marks", marks }, null, () => {}); return performance.now() - from; });
  changes += observer.takeRecords().length; return { ms: Math.min(...times), changes, marks: marks.length }; })()`;

interface Figures {
  /** A pass over a page that no script has looked at, as it is for a first read; and the pass after it. */
  firstWalk: number;
  walk: number;
  read: number;
  long: number;
  idle: number;
  watched: number;
  marks: { ms: number; changes: number; marks: number };
  snapshot: FrameSnapshot;
}

async function once(browser: Browser, scripts: { frame: string; host: string }): Promise<Figures> {
  const html = bigPage();
  const page = await open(browser, html);
  const timedWalk = () =>
    page.evaluate<number>(`(() => { const from = performance.now(); ${WALK}; return performance.now() - from; })()`);
  const firstWalk = await timedWalk();
  const walk = await timedWalk();
  const idle = await busy(page, () => page.evaluate(TICKS));
  await page.evaluate(LONG_TASKS);
  await page.evaluate("delete globalThis.lookAt");
  await page.evaluate(scripts.frame);
  await atRest(page);
  const read = (await page.evaluate("readAt - lookAt")) as number;
  const long = (await page.evaluate("long.length")) as number;
  const watched = await busy(page, () => page.evaluate(TICKS));
  await page.evaluate(scripts.host);
  const marks = (await page.evaluate(MARKING)) as Figures["marks"];
  const snapshot = (await page.evaluate("sent.find(({ kind }) => kind === 'snapshot').snapshot")) as FrameSnapshot;
  await page.close();
  return { firstWalk, walk, read, long, idle, watched, marks, snapshot };
}

/** Time a row of the list takes in the worker, ms. */
function qualified(snapshot: FrameSnapshot): { rows: number; perRow: number } {
  const rows = snapshot.regions.reduce((sum, region) => sum + region.rows.length, 0);
  const times = Array.from({ length: RUNS }, () => {
    const from = performance.now();
    qualify(structured(snapshot), 0, "2026-11-20T12:00:00Z");
    return performance.now() - from;
  });
  return { rows, perRow: Math.min(...times) / rows };
}

/** `npm run bench:page`: what reading, watching and marking cost in a real browser, as ratios and against the budgets. Never a verdict. */
export async function main(): Promise<number> {
  const scripts = await withBuilt("chrome", (folder) => ({
    frame: readFileSync(path.join(folder, "content/frame.js"), "utf8"),
    host: readFileSync(path.join(folder, "content/host.js"), "utf8"),
  }));
  const browser = await chromium.launch({ executablePath: chromiumExecutable() });
  const all: Figures[] = [];
  for (let i = 0; i < RUNS; i++) all.push(await once(browser, scripts));
  await browser.close();
  /** The least of all runs: what else the machine does only adds. */
  const of = (figure: (one: Figures) => number) => Math.min(...all.map(figure));
  const [first] = all;
  const worker = first ? qualified(first.snapshot) : { rows: 0, perRow: 0 };
  const lines = [
    [
      "first read of a page of 5,000 rows",
      `${(of(({ read }) => read) / of(({ walk }) => walk)).toFixed(1)} × a TreeWalker pass`,
      "2 ×",
    ],
    [
      "  in passes over a page never walked",
      `${(of(({ read }) => read) / of(({ firstWalk }) => firstWalk)).toFixed(1)} ×`,
      "–",
    ],
    ["  tasks over 50 ms in it", String(of(({ long }) => long)), "0"],
    [
      "60 ticks of unrelated changes",
      `${Math.max(0, of(({ watched }) => watched) - of(({ idle }) => idle)).toFixed(1)} ms more than without us`,
      "5 ms",
    ],
    [
      `${first?.marks.marks} marks`,
      `${of(({ marks }) => marks.ms).toFixed(1)} ms, ${of(({ marks }) => marks.changes)} changes of the page`,
      "5 ms, 0",
    ],
    [`a row in the worker, of ${worker.rows}`, `${worker.perRow.toFixed(3)} ms`, "–"],
  ];
  for (const [what = "", figure = "", budget = ""] of lines)
    console.log(`${what.padEnd(38)} ${figure.padEnd(34)} budget ${budget}`);
  return 0;
}
