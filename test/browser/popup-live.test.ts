import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Osteon, openOsteon } from "./support/osteon";

let osteon: Osteon;
let popup: Page;
const requests: string[] = [];

beforeAll(async () => {
  osteon = await openOsteon();
  popup = await osteon.browser.context.newPage();
  popup.on("request", (request) => requests.push(request.url()));
  await popup.goto(`chrome-extension://${osteon.browser.extensionId}/popup/index.html`);
});
afterAll(() => osteon?.close());

async function fill(values: Record<string, string>): Promise<void> {
  for (const [field, value] of Object.entries(values)) await popup.fill(`#${field}`, value);
}

test("typed values give the tier, options and their reasons, without any page", async () => {
  await fill({ age: "68", tFN: "-2.1", fraxMof: "21", fraxHip: "3.4" });
  await popup.selectOption("#sex", "F");
  await popup.selectOption("#menopause", "post");
  await popup.selectOption("#fractureHistory", "documented-none");
  await expect.poll(() => popup.locator(".result .tier-card h2").innerText()).toBe("High risk");
  expect(await popup.locator("#options ~ ol > li").first().innerText()).toContain("Alendronate");
});

test("the steroid adjustment shows the figure as typed and the adjusted one", async () => {
  await fill({ fraxMof: "17.6", fraxHip: "2.4" });
  await popup.selectOption("#steroid", "prednisone");
  await fill({ steroidDose: "10", steroidSince: "2020" });
  await popup.selectOption("#fraxSteroids", "yes");
  // 17.6 × 1.15 = 20.24
  await expect.poll(() => popup.locator(".scale-value").first().innerText()).toMatch(/17\.6.%\s*→\s*20\.2.%/);
});

test("an impossible value is refused at its field, and no result stands beside it", async () => {
  await fill({ tFN: "-21" });
  await popup.locator("#tLS").focus();
  await popup.locator("#tFN-reason").waitFor();
  expect(await popup.locator("#tFN-reason").innerText()).toContain("−7 to 6");
  expect(await popup.locator(".tier-card").count()).toBe(0);
  expect(await popup.inputValue("#tFN")).toBe("-21");
});

test("reset empties the form and the result", async () => {
  await popup.getByRole("button", { name: "Clear all" }).click();
  expect(await popup.inputValue("#age")).toBe("");
  expect(await popup.locator(".tier-card").count()).toBe(0);
});

test("nothing was asked of any network", () => {
  expect(requests.filter((url) => !url.startsWith("chrome-extension://"))).toEqual([]);
});
