import { afterAll, beforeAll, expect, test } from "vitest";
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
    for (const { type, target, addedNodes, removedNodes, attributeName } of records)
      window.changes.push({ type, target: target.nodeName, attributeName, nodes: [...addedNodes, ...removedNodes].map((node) => node.nodeName) });
  }).observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
</script>`,
);

/** One change of the page's tree, as the page itself sees it. */
interface Change {
  type: string;
  target: string;
  attributeName: string | null;
  nodes: string[];
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

test("the page's own text is marked, and its tree is as it was but for our one element", async () => {
  const tab = await osteon.open(`${site.origin}/`);
  const marked = await tab.page.evaluate(() =>
    [...CSS.highlights.values()].flatMap((highlight) => [...highlight]).map(String),
  );
  expect(marked.length).toBeGreaterThan(0);
  const texts = await tab.page.evaluate(() =>
    [...CSS.highlights.values()].flatMap((highlight) =>
      [...highlight].map(
        ({ startContainer, endContainer }) => `${startContainer.textContent} ${endContainer.textContent}`,
      ),
    ),
  );
  expect(texts.join(" ")).toContain("14.2");

  const changes = (await tab.page.evaluate("window.changes")) as Change[];
  const ours = changes.flatMap(({ nodes }) => nodes);
  expect(changes.filter(({ type }) => type !== "childList")).toEqual([]);
  expect(changes.every(({ target }) => target === "HTML")).toBe(true);
  expect(new Set(ours).size).toBe(1);
  expect(await tab.page.evaluate(() => document.body.outerHTML)).not.toContain("osteon");
});

test("marks go when the sidebar's patient goes", async () => {
  const tab = await osteon.open(`${site.origin}/`);
  await tab.page.evaluate(() => {
    document.body.textContent = "Logged out.";
  });
  await tab.rest();
  const left = await tab.page.evaluate(() => [...CSS.highlights.values()].reduce((sum, { size }) => sum + size, 0));
  expect(left).toBe(0);
});
