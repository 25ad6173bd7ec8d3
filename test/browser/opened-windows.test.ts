import { afterAll, assert, beforeAll, beforeEach, expect, test } from "vitest";
import type { Site } from "../../src/commands/serve";
import { assessed, missingCodes, toldIn } from "./support/assessed";
import { ChartTab, type Osteon, openOsteon } from "./support/osteon";
import { bannerOf, daysAgo, htmlPage, labTable, medicationTable, servePages } from "./support/pages";

const ADA = bannerOf("Marsh, Ada", "04/02/1958", "Female", "00123");
const BETH = bannerOf("Orne, Beth", "09/11/1949", "Female", "00456");
const LABS = labTable(["25-OH Vitamin D", "27.5", "ng/mL", daysAgo(40)]);

const PAGES = {
  "/chart": htmlPage(
    `${ADA}${medicationTable(["Alendronate 70 mg tablet", "Take 1 tablet by mouth once weekly", "Active"])}`,
  ),
  "/lab/same": htmlPage(ADA + LABS),
  "/lab/other": htmlPage(BETH + LABS),
  "/lab/nobody": htmlPage(LABS),
};

let site: Site;
let osteon: Osteon;
let chart: ChartTab;

beforeAll(async () => {
  site = await servePages(PAGES);
  osteon = await openOsteon();
});
afterAll(async () => {
  await osteon?.close();
  await site?.close();
});
beforeEach(async () => {
  for (const page of osteon.browser.context.pages()) if (page.url().startsWith(site.origin)) await page.close();
  chart = await osteon.open(`${site.origin}/chart`);
});

/** The page opens a small window of its own, as EHRs do for a result. */
async function openWindow(path: string): Promise<ChartTab> {
  const opened = osteon.browser.context.waitForEvent("page");
  await chart.page.evaluate((address) => void window.open(address, "lab", "width=700,height=500"), path);
  const page = await opened;
  const id = await osteon.browser.worker().evaluate(async (opener) => {
    const tabs = await chrome.tabs.query({});
    return tabs.find(({ openerTabId }) => openerTabId === opener)?.id ?? -1;
  }, chart.id);
  const tab = new ChartTab(osteon.browser, page, id);
  await tab.rest();
  return tab;
}

test("a window of the same patient adds to the chart it was opened from, also after it was closed", async () => {
  expect((await assessed(chart)).lookedAt.find(({ kind }) => kind === "labs")?.seen).toBe(false);
  const lab = await openWindow("/lab/same");
  expect((await assessed(chart)).lookedAt.find(({ kind }) => kind === "labs")?.seen).toBe(true);
  expect(JSON.stringify((await assessed(chart)).findings)).toContain("27.5");
  expect(lab.sidebar()).toBeUndefined();
  await lab.page.close();
  expect(missingCodes(await assessed(chart))).not.toContain("VITD");
});

test("a value read in the other window is shown there, and not elsewhere", async () => {
  const lab = await openWindow("/lab/same");
  const windows = (await chart.session())?.windows ?? {};
  const evidence = windows[lab.id]?.[0]?.labs[0]?.evidence;
  assert(evidence?.from === "page");
  const answer = await chart.ask({ kind: "reveal", tabId: chart.id, place: evidence.place, text: "27.5" });
  expect(answer).toEqual({ found: "same" });
  expect(await lab.highlighted()).toContain("27.5");
  expect((await chart.highlighted()).join()).not.toContain("27.5");
});

test.each([
  "/lab/other",
  "/lab/nobody",
])("%s is not joined, and nothing of it is shown as the opener's", async (path) => {
  const lab = await openWindow(path);
  expect(JSON.stringify(await lab.session())).toContain("27.5");
  const { [`session:${chart.id}`]: session, [`view:${chart.id}`]: view } = await chart.stored();
  expect(toldIn([session, view])).not.toMatch(/27\.5|Orne/);
  expect(lab.sidebar()).toBeUndefined();
});

test("what was joined goes with the patient", async () => {
  await openWindow("/lab/same");
  await chart.page.evaluate((next) => {
    (document.querySelector("header") as HTMLElement).outerHTML = next;
  }, BETH);
  await chart.rest();
  expect(JSON.stringify(await chart.session())).not.toContain("27.5");
});
