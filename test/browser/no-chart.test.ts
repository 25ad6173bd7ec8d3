import { afterAll, beforeAll, expect, test } from "vitest";
import type { Site } from "../../src/commands/serve";
import { type Osteon, openOsteon } from "./support/osteon";
import { htmlPage, servePages } from "./support/pages";

const PAGES = {
  "/plain": htmlPage(
    "<h1>Opening hours</h1><p>Monday to Friday, nine to five.</p><form><input name=q></form>",
    "Hours",
  ),
  "/article": htmlPage(
    "<article><h1>Strong bones</h1><p>Calcium and vitamin D matter at every age. Ask about alendronate when a DXA shows a T-score below -2.5.</p></article>",
    "Magazine",
  ),
};

let site: Site;
let osteon: Osteon;

beforeAll(async () => {
  site = await servePages(PAGES);
  osteon = await openOsteon();
});
afterAll(async () => {
  await osteon?.close();
  await site?.close();
});

test("a page that is no chart: nothing sent, nothing shown", async () => {
  const tab = await osteon.open(`${site.origin}/plain`);
  expect(Object.keys(await tab.stored()).filter((key) => key.endsWith(`:${tab.id}`))).toEqual([]);
  expect(tab.sidebar()).toBeUndefined();
  expect(await tab.badge()).toBe("");
  expect(
    await tab.page.evaluate(() => [document.documentElement.children.length, document.body.children.length]),
  ).toEqual([2, 3]);
});

test("an article about bones: nothing shown", async () => {
  const tab = await osteon.open(`${site.origin}/article`);
  expect(tab.sidebar()).toBeUndefined();
  expect(await tab.badge()).toBe("");
  expect((await tab.view())?.state ?? "no-chart").toBe("no-chart");
  expect(
    await tab.page.evaluate(() => [document.documentElement.children.length, document.body.children.length]),
  ).toEqual([2, 1]);
});
