import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Site } from "../../src/commands/serve";
import { type ChartTab, type Osteon, openOsteon } from "./support/osteon";
import { bannerOf, daysAgo, htmlPage, labTable, servePages } from "./support/pages";

const LABS = labTable(["25-OH Vitamin D", "14.2", "ng/mL", daysAgo(30)], ["Calcium", "9.3", "mg/dL", daysAgo(30)]);
const CHART = htmlPage(
  `${bannerOf("Marsh, Ada", "04/02/1958", "Female", "00123")}${LABS}<input id="typed-here">
<script>
  window.keys = [];
  addEventListener("keydown", (event) => window.keys.push(event.key));
</script>`,
);
/** Bars that are fixed to the window keep its full width, whatever margin the page has. */
const BARS = htmlPage(
  `<style>body{margin:0;padding:70px 0} .bar{position:fixed;left:0;right:0;height:50px;background:#ddd} .patient-banner{margin:0}</style>
<div class="bar" style="top:0" id="top">Apps</div>${bannerOf("Marsh, Ada", "04/02/1958", "Female", "00123")}${LABS}<div class="bar" style="bottom:0">Sign</div>`,
);
const WIDTH = 1440;

let site: Site;
let osteon: Osteon;
let tab: ChartTab;

beforeAll(async () => {
  site = await servePages({ "/": CHART, "/second": CHART, "/bars": BARS });
  osteon = await openOsteon();
  tab = await osteon.open(`${site.origin}/`);
});
afterAll(async () => {
  await osteon?.close();
  await site?.close();
});

/** Where our frame stands in the window, whatever root it lives in. */
async function frameBox(of: ChartTab = tab): Promise<{ x: number; y: number; width: number; height: number }> {
  const element = await of.sidebar()?.frameElement();
  const box = await element?.boundingBox();
  if (!box) throw new Error("no sidebar is shown");
  return box;
}

const bodyBox = (of = tab) => of.page.evaluate(() => document.body.getBoundingClientRect().toJSON() as DOMRect);

async function choose(label: string, of = tab): Promise<void> {
  const sidebar = of.sidebar();
  await sidebar?.locator(".beside-chart").evaluate((details: HTMLDetailsElement) => {
    details.open = true;
  });
  await sidebar?.getByLabel(label).check();
}

/** What the page's own layout says of the banner's lower edge. */
const bannerEnd = () =>
  tab.page.evaluate(() => document.querySelector(".patient-banner")?.getBoundingClientRect().bottom ?? Number.NaN);

test("lies over the right edge at first, below the patient banner, and the page keeps its width", async () => {
  const { x, y, width } = await frameBox();
  expect(x + width).toBeCloseTo(WIDTH, 0);
  expect(y).toBeGreaterThanOrEqual(await bannerEnd());
  expect((await bodyBox()).width).toBeGreaterThan(WIDTH - 40);
});

test("stands on the left when the user wants it there, below the banner too", async () => {
  await choose("left");
  await expect.poll(async () => (await frameBox()).x).toBe(0);
  expect((await frameBox()).y).toBeGreaterThanOrEqual(await bannerEnd());
});

test("beside: the page makes room on that side and gets it back", async () => {
  await choose("the page makes room");
  await expect.poll(async () => (await bodyBox()).left).toBeGreaterThanOrEqual(360);
  await choose("right");
  await expect.poll(async () => (await bodyBox()).right).toBeLessThanOrEqual(WIDTH - 360);
  expect((await bodyBox()).left).toBeLessThan(40);
  await choose("the sidebar lies over its edge");
  await expect.poll(async () => (await bodyBox()).width).toBeGreaterThan(WIDTH - 40);
  expect(await tab.page.evaluate(() => document.documentElement.getAttribute("style"))).toBeNull();
});

test("is made wider by hand at its inner edge, between its limits", async () => {
  const { x, y, height } = await frameBox();
  const drag = async (from: number, to: number) => {
    await tab.page.mouse.move(from, y + height / 2);
    await tab.page.mouse.down();
    // The browser learns of the capture a moment later; no hand is faster.
    await new Promise((resolve) => setTimeout(resolve, 100));
    await tab.page.mouse.move(to, y + height / 2, { steps: 4 });
    await tab.page.mouse.up();
  };
  await drag(x + 3, WIDTH - 500);
  await expect.poll(async () => Math.round((await frameBox()).width)).toBe(500);
  await drag(WIDTH - 500 + 3, 20);
  await expect.poll(async () => Math.round((await frameBox()).width)).toBe(720);
  await drag(WIDTH - 720 + 3, WIDTH - 30);
  await expect.poll(async () => Math.round((await frameBox()).width)).toBe(320);
});

test("is made wider by the arrow keys, and the page hears none of them", async () => {
  const { x, y, height } = await frameBox();
  await tab.page.mouse.click(x + 3, y + height / 2);
  await tab.page.evaluate("window.keys.length = 0");
  for (let press = 0; press < 2; press++) await tab.page.keyboard.press("ArrowLeft");
  await expect.poll(async () => Math.round((await frameBox()).width)).toBe(360);
  await tab.page.keyboard.press("ArrowRight");
  await expect.poll(async () => Math.round((await frameBox()).width)).toBe(340);
  expect(await tab.page.evaluate("window.keys")).toEqual([]);
});

test("the choice holds for the site, in another tab too, and says nothing of the patient", async () => {
  await choose("left");
  await expect.poll(async () => (await frameBox()).x).toBe(0);
  const other = await osteon.open(`${site.origin}/second`);
  await expect.poll(async () => (await frameBox(other)).x).toBe(0);
  expect(Math.round((await frameBox(other)).width)).toBe(340);
  const kept = JSON.stringify(await osteon.browser.worker().evaluate(() => chrome.storage.local.get(null)));
  expect(kept).toContain(site.origin);
  expect(kept).not.toMatch(/Marsh|00123|1958|second/);
  await other.page.close();
});

test("beside: it covers nothing of the page, and no bar that is fixed to the window", async () => {
  const other = await osteon.open(`${site.origin}/bars`);
  await choose("the page makes room", other);
  // The tab that closes the sidebar stands beside it, and has its own room.
  const room = async () => (await bodyBox(other)).left - (await frameBox(other)).width;
  await expect.poll(room).toBe(28);
  await expect.poll(async () => (await frameBox(other)).y).toBe(50);
  const { y, height } = await frameBox(other);
  expect(y + height).toBe((await other.page.evaluate(() => innerHeight)) - 50);
  await other.page.evaluate(() => document.getElementById("top")?.remove());
  await other.page.setViewportSize({ width: WIDTH, height: 800 });
  await expect.poll(async () => (await frameBox(other)).y).toBe(0);
  await choose("the sidebar lies over its edge", other);
  await other.page.close();
});

test("Esc gives the keyboard back to where it was in the page", async () => {
  const fresh = await osteon.open(`${site.origin}/`);
  await fresh.sidebar()?.locator("summary").first().focus();
  await fresh.page.keyboard.press("Escape");
  await expect
    .poll(() => fresh.page.evaluate(() => document.hasFocus() && document.activeElement?.tagName))
    .toBe("BODY");
  await fresh.page.close();
});

test("collapses to a small tab that opens it again", async () => {
  const { x, y, width } = await frameBox();
  const clickTab = (at: Page, left: number) => at.mouse.click(left + 14, y + 60);
  await clickTab(tab.page, x + width);
  await expect.poll(() => tab.sidebar()?.locator("body").isVisible()).toBe(false);
  await clickTab(tab.page, 0);
  await expect.poll(async () => Math.round((await frameBox()).width)).toBe(340);
});
