import { afterAll, beforeAll, expect, test } from "vitest";
import { type Site, serve } from "../../src/commands/serve";
import { type ChartTab, type Osteon, openOsteon } from "./support/osteon";
import { bannerOf, daysAgo, htmlPage, labTable } from "./support/pages";

const chartOf = (name: string, number: string) =>
  htmlPage(
    `${bannerOf(name, "04/02/1958", "Female", number)}
${labTable(["25-OH Vitamin D", "14.2", "ng/mL", daysAgo(30)], ["Calcium", "9.3", "mg/dL", daysAgo(30)])}`,
  );

let site: Site;
let osteon: Osteon;
let tab: ChartTab;

beforeAll(async () => {
  site = await serve((request, response) => {
    response.setHeader("content-type", "text/html; charset=utf-8");
    // A page of a site isolated like this lets no frame in that does not isolate itself.
    if (request.url === "/isolated") response.setHeader("cross-origin-embedder-policy", "require-corp");
    response.end(request.url === "/other" ? chartOf("Reed, Tom", "00456") : chartOf("Marsh, Ada", "00123"));
  });
  osteon = await openOsteon();
  tab = await osteon.open(`${site.origin}/isolated`);
});
afterAll(async () => {
  await osteon?.close();
  await site?.close();
});

/** The text of the browser's own panel, which is no tab: asked over the protocol. */
async function panelText(): Promise<string> {
  const cdp = await osteon.browser.context.browser()?.newBrowserCDPSession();
  if (!cdp) throw new Error("no connection to the browser");
  const { targetInfos } = await cdp.send("Target.getTargets");
  const panel = targetInfos.find(({ type, url }) => type === "page" && url.endsWith("/src/sidebar/index.html"));
  if (!panel) return "";
  const { sessionId } = await cdp.send("Target.attachToTarget", { targetId: panel.targetId, flatten: false });
  const answer = new Promise<string>((resolve) => {
    cdp.on("Target.receivedMessageFromTarget", ({ message }) => resolve(JSON.parse(message).result.result.value));
  });
  const params = { expression: "document.body.innerText" };
  const message = JSON.stringify({ id: 1, method: "Runtime.evaluate", params });
  await cdp.send("Target.sendMessageToTarget", { sessionId, message });
  const text = await answer;
  await cdp.detach();
  return text;
}

test("a page that lets no frame in gets a card that says so and opens the side panel", async () => {
  await expect.poll(() => tab.layerText(), { timeout: 10_000 }).toMatch(/does not let a frame in/);
  await tab.page.mouse.click(1440 - 240, 186);
  await expect.poll(panelText).toContain("Ada Marsh");
  await expect.poll(() => tab.layerText()).not.toContain("frame");
});

test("the panel follows the tab in front, and nothing of the one before stays", async () => {
  const other = await osteon.open(`${site.origin}/other`);
  await osteon.browser.worker().evaluate((id) => chrome.tabs.update(id, { active: true }), other.id);
  await expect.poll(panelText).toContain("Tom Reed");
  expect(await panelText()).not.toMatch(/Marsh|00123/);
  const empty = await osteon.browser.context.newPage();
  await empty.bringToFront();
  await expect.poll(panelText).not.toMatch(/Reed|00456|risk/);
  await osteon.browser.worker().evaluate((id) => chrome.tabs.update(id, { active: true }), other.id);
  await expect.poll(panelText).toContain("Tom Reed");
  await other.page.close();
});

test("a tab that opens the sidebar page without a nonce is told nothing", async () => {
  const stranger = await osteon.browser.context.newPage();
  await tab.page.bringToFront();
  await stranger.goto(`chrome-extension://${osteon.browser.extensionId}/src/sidebar/index.html`);
  await stranger.locator(".plain-line").waitFor();
  expect(await stranger.locator("body").innerText()).not.toContain("Marsh");
});
