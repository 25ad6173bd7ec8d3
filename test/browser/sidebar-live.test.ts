import type { Frame } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Site } from "../../src/commands/serve";
import { assessed } from "./support/assessed";
import { type ChartTab, type Osteon, openOsteon } from "./support/osteon";
import { bannerOf, daysAgo, htmlPage, labTable, servePages } from "./support/pages";

/** A result far down the page, so that showing it has to scroll. */
const CHART = htmlPage(
  `${bannerOf("Marsh, Ada", "04/02/1958", "Female", "00123")}
<div style="height: 3000px"></div>
${labTable(["25-OH Vitamin D", "14.2", "ng/mL", daysAgo(30)], ["Calcium", "9.3", "mg/dL", daysAgo(30)])}`,
);

let site: Site;
let osteon: Osteon;
let tab: ChartTab;

beforeAll(async () => {
  site = await servePages({ "/": CHART });
  osteon = await openOsteon();
  tab = await osteon.open(`${site.origin}/`);
});
afterAll(async () => {
  await osteon?.close();
  await site?.close();
});

function sidebar(): Frame {
  const frame = tab.sidebar();
  if (frame === undefined) throw new Error("no sidebar is shown");
  return frame;
}

async function openEverything(): Promise<void> {
  await sidebar().evaluate(() => {
    for (const details of document.querySelectorAll("details")) details.open = true;
  });
}

function cellInView(): Promise<boolean> {
  return tab.page.evaluate(() => {
    const cell = [...document.querySelectorAll("td")].find(({ textContent }) => textContent?.includes("14.2"));
    const { top, bottom } = cell?.getBoundingClientRect() ?? { top: -1, bottom: -1 };
    return top >= 0 && bottom <= innerHeight;
  });
}

/** Scrolling may take its time. */
async function atRest(): Promise<boolean> {
  const place = () => tab.page.evaluate(() => scrollY);
  const before = await place();
  await new Promise((resolve) => setTimeout(resolve, 150));
  return (await place()) === before;
}

test("shows this tab's patient and the tier of its assessment", async () => {
  await sidebar().locator(".tier-card h2").waitFor();
  const { headline } = await assessed(tab);
  const shown = await tab.sidebarText();
  expect(shown).toContain("Ada Marsh");
  expect(shown).toContain(headline);
});

test("a value is shown in the chart when it is clicked: the chart scrolls to the cell it came from", async () => {
  await openEverything();
  expect(await tab.page.evaluate(() => scrollY)).toBe(0);
  await sidebar().locator("button.show-in-chart", { hasText: "14.2" }).first().click();
  await expect.poll(cellInView).toBe(true);
});

test("a click that no user made moves nothing", async () => {
  await expect.poll(atRest).toBe(true);
  await tab.page.evaluate(() => scrollTo({ top: 0, behavior: "instant" }));
  await openEverything();
  await sidebar().evaluate(() => {
    for (const button of document.querySelectorAll<HTMLElement>("button.show-in-chart")) button.click();
  });
  await new Promise((resolve) => setTimeout(resolve, 300));
  expect(await tab.page.evaluate(() => scrollY)).toBe(0);
});

test("the sidebar page shows nothing of any patient to a frame that is not ours", async () => {
  const stranger = await osteon.browser.context.newPage();
  await stranger.goto(`chrome-extension://${osteon.browser.extensionId}/src/sidebar/index.html#guessed`);
  await stranger.locator(".plain-line").waitFor();
  expect(await stranger.locator("body").innerText()).not.toContain("Marsh");
  await stranger.close();
});
