import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import type { Site } from "../../src/commands/serve";
import { goRound, serveDemo } from "./support/demo";
import { type ChartTab, type Osteon, openOsteon } from "./support/osteon";

/** Issue of the sidebar: everything a new user looks for in at most two clicks, with the words on the screen alone. */
const MOST_CLICKS = 2;

let site: Site;
let osteon: Osteon;
let tab: ChartTab;
let clicks = 0;

beforeAll(async () => {
  site = await serveDemo();
  osteon = await openOsteon();
  await osteon.browser.context.grantPermissions(["clipboard-read", "clipboard-write"]);
  tab = await osteon.open(`${site.origin}/patients/vance/summary`);
  await goRound(tab);
});
afterAll(async () => {
  await osteon?.close();
  await site?.close();
});

/** Nothing is opened but what opens by itself. */
beforeEach(async () => {
  clicks = 0;
  await tab.sidebar()?.evaluate(() => location.reload());
  await tab.sidebar()?.locator(".tier-card").waitFor();
});

/** One click of a user, on words that can be seen. */
async function click(words: string | RegExp): Promise<void> {
  clicks++;
  const seen = tab.sidebar()?.locator("summary, button").filter({ hasText: words, visible: true });
  await seen?.first().click();
}

/** What can be read, line by line, after the clicks so far; they were not too many. */
async function read(): Promise<string> {
  expect(clicks).toBeLessThanOrEqual(MOST_CLICKS);
  return tab.sidebarText();
}

test("the tier", async () => {
  expect(await read()).toMatch(/^High risk$/m);
});

test("why: the figures and the threshold they meet, and the rule behind it with its source", async () => {
  expect(await read()).toMatch(/MOF 20\.5 %.*hip 3\.1 %.*20 % or 3 %/);
  await click("Why this tier");
  await click(/FRAX/);
  expect(await read()).toMatch(/steroid|glucocorticoid/i);
});

test("what is missing, and why it is asked for", async () => {
  expect(await read()).toMatch(/Missing\s+8\s+25-OH vitamin D\s+none in 12 months/);
  await click("25-OH vitamin D");
  expect(await read()).toMatch(/Looked back 12 months|no result/i);
});

test("which drug, and what has to come first", async () => {
  expect(await read()).toMatch(/Options to consider\s+Alendronate\s+First line[\s\S]*?First\s+Dental exam/);
});

test("why not another", async () => {
  expect(await read()).not.toContain("venous thromboembolism");
  await click("Raloxifene");
  expect(await read()).toMatch(/Against[\s\S]*venous thromboembolism/);
});

test("a note in the clipboard", async () => {
  await click("Copy");
  await click("Note");
  expect(await read()).toContain("Note copied.");
  const note = await tab.page.evaluate(() => navigator.clipboard.readText());
  expect(note).toMatch(/^Fracture risk: High risk\./);
  expect(note).toContain("Missing: 25-OH vitamin D (none in 12 months)");
  expect(note).not.toMatch(/Vance|4410-5913/);
});
