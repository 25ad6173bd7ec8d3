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
    if (request.url === "/plain") return void response.end(htmlPage("<h1>Opening hours</h1>", "Hours"));
    response.end(request.url === "/other" ? chartOf("Reed, Tom", "00456") : chartOf("Marsh, Ada", "00123"));
  });
  osteon = await openOsteon();
  tab = await osteon.open(`${site.origin}/isolated`);
});
afterAll(async () => {
  await osteon?.close();
  await site?.close();
});

/** What the browser's own panel answers to a command; undefined where none is open. It is no tab: asked by hand. */
async function askPanel<T>(method: string, params: object): Promise<T | undefined> {
  const cdp = await osteon.browser.context.browser()?.newBrowserCDPSession();
  if (!cdp) throw new Error("no connection to the browser");
  const { targetInfos } = await cdp.send("Target.getTargets");
  const panel = targetInfos.find(({ type, url }) => type === "page" && url.endsWith("/src/sidebar/index.html"));
  if (!panel) return undefined;
  const { sessionId } = await cdp.send("Target.attachToTarget", { targetId: panel.targetId, flatten: false });
  const answer = new Promise<T>((resolve) => {
    cdp.on("Target.receivedMessageFromTarget", ({ message }) => resolve(JSON.parse(message).result));
    cdp.on("Target.detachedFromTarget", () => resolve(undefined as T));
  });
  await cdp.send("Target.sendMessageToTarget", { sessionId, message: JSON.stringify({ id: 1, method, params }) });
  const answered = await answer;
  await cdp.detach();
  return answered;
}

async function panelText(): Promise<string> {
  const text = { expression: "document.body.innerText" };
  return (await askPanel<{ result: { value: string } }>("Runtime.evaluate", text))?.result.value ?? "";
}

async function openPanelFromCard(): Promise<void> {
  await expect.poll(() => tab.layerText(), { timeout: 10_000 }).toMatch(/does not let a frame in/);
  await tab.page.mouse.click(1440 - 240, 186);
  await expect.poll(panelText).toContain("Ada Marsh");
}

test("a page that lets no frame in gets a card that says so and opens the side panel", async () => {
  await openPanelFromCard();
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
  // The same pages under a host that is not allowed.
  await empty.goto(`${site.origin.replace("127.0.0.1", "localhost")}/other`);
  await expect.poll(panelText).toMatch(/Site not allowed yet[\s\S]*Allow on this site/);
  expect(await panelText()).not.toMatch(/Reed|00456/);
  await empty.goto(`${site.origin}/plain`);
  await expect.poll(panelText).toContain("No chart here");
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
  await stranger.close();
});

test("Esc in the panel closes it, and so does the shortcut", async () => {
  await tab.page.bringToFront();
  await expect.poll(panelText).toContain("Ada Marsh");
  void askPanel("Input.dispatchKeyEvent", {
    type: "keyDown",
    key: "Escape",
    code: "Escape",
    windowsVirtualKeyCode: 27,
  });
  await expect.poll(panelText).toBe("");

  await toggle();
  await openPanelFromCard();
  await toggle();
  await expect.poll(panelText).toBe("");
  expect((await tab.session())?.sidebar).toBe("closed");
});

/** What the shortcut and the popup's button do. */
async function toggle(): Promise<void> {
  const popup = await osteon.browser.context.newPage();
  await popup.goto(`chrome-extension://${osteon.browser.extensionId}/popup/index.html`);
  await tab.page.bringToFront();
  await tab.rest();
  await popup.evaluate((tabId) => chrome.runtime.sendMessage({ kind: "toggle-sidebar", tabId }), tab.id);
  await popup.close();
}
