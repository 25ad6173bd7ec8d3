import { chromium } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { chromiumExecutable } from "../../src/commands/browser";
import type { Site } from "../../src/commands/serve";
import { type Osteon, openOsteon } from "./support/osteon";
import { bannerOf, daysAgo, htmlPage, labTable, medicationTable, servePages } from "./support/pages";

const CHART = htmlPage(
  `${bannerOf("Marsh, Ada", "04/02/1958", "Female", "00123")}
${labTable(["25-OH Vitamin D", "14.2", "ng/mL", daysAgo(30)], ["Calcium", "9.3", "mg/dL", daysAgo(30)])}
${medicationTable(["Alendronate 70 mg tablet", "Take 1 tablet by mouth once weekly", "Active"])}
<section><h2>Health maintenance</h2><table><tr><th>Item</th><th>Last done</th></tr><tr><td>Dental exam</td><td>No exam on file</td></tr></table></section>
<script>
  window.changes = [];
  new MutationObserver((records) => {
    const added = (node) => node.parentNode === document.documentElement && node !== document.head && node !== document.body;
    for (const { type, target } of records)
      if (!added(target)) window.changes.push({ type, target: target.nodeName });
  }).observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
</script>`,
);

/** One change of the page's tree, as the page itself sees it, but for what happens to elements we added. */
interface Change {
  type: string;
  target: string;
}

let site: Site;
let osteon: Osteon;

beforeAll(async () => {
  site = await servePages({ "/": CHART });
  osteon = await openOsteon();
});
afterAll(async () => {
  await osteon?.close();
  await site?.close();
});

test("the page's own text is marked, and its tree is as it was", async () => {
  const tab = await osteon.open(`${site.origin}/`);
  expect((await tab.highlighted()).join(" | ")).toMatch(/14\.2/);
  expect((await tab.highlighted()).join(" | ")).toMatch(/alendronate/i);
  expect(await tab.layerText()).toMatch(/dental exam/i);

  // Our own elements (the sidebar's and the badges') stand beside head and body; nothing else was added or changed.
  const changes = (await tab.page.evaluate("window.changes")) as Change[];
  expect(changes.filter(({ type, target }) => type !== "childList" || target !== "HTML")).toEqual([]);
  expect(await tab.page.evaluate(() => document.body.outerHTML)).toBe(await bodyWithoutExtension());
});

/** The page's body as the page's own source makes it. */
async function bodyWithoutExtension(): Promise<string> {
  const browser = await chromium.launch({ executablePath: chromiumExecutable() });
  const page = await browser.newPage();
  await page.goto(`${site.origin}/`);
  const html = await page.evaluate(() => document.body.outerHTML);
  await browser.close();
  return html;
}

test("our elements tell the page nothing", async () => {
  const tab = await osteon.open(`${site.origin}/`);
  const ours = await tab.page.evaluate(() =>
    [...document.documentElement.children].slice(2).map((element) => [element.outerHTML, element.shadowRoot]),
  );
  expect(ours.length).toBeGreaterThan(0);
  for (const [html, root] of ours) {
    expect(html).not.toMatch(/osteon|vitamin|dental|marsh|risk/i);
    expect(root).toBeNull();
  }
  const names = await tab.page.evaluate(() => [...CSS.highlights.keys()]);
  for (const name of names) expect(name).not.toMatch(/osteon|vitamin|dental|marsh|risk/i);
});

test("marks go with the patient", async () => {
  const tab = await osteon.open(`${site.origin}/`);
  expect(await tab.highlighted()).not.toEqual([]);
  await tab.page.evaluate(() => {
    document.body.textContent = "Logged out.";
  });
  await tab.rest();
  expect(await tab.highlighted()).toEqual([]);
  expect(await tab.layerText()).not.toMatch(/dental/i);
});
