import puppeteer, { type Browser, type Page } from "puppeteer-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { firefoxExecutable } from "../../src/commands/firefox";
import type { Site } from "../../src/commands/serve";
import { type Unpacked, unpackedFor } from "../../src/commands/unpacked";
import type { TabView } from "../../src/messages/view";
import { serveDemo } from "./support/demo";
import { LOOPBACK } from "./support/osteon";

const firefox = process.env.OSTEON_NO_FIREFOX ? { missing: process.env.OSTEON_NO_FIREFOX } : firefoxExecutable();
const ID = "osteon@osteon.example";
/** Fixed, so that the extension's own pages have a known address. */
const UUID = "6e1d1c1e-0000-4000-8000-000000000001";
const reason = "missing" in firefox ? ` (skipped: ${firefox.missing})` : "";

describe.skipIf("missing" in firefox)(`dist/firefox in Firefox${reason}`, () => {
  let site: Site;
  let unpacked: Unpacked;
  let browser: Browser;
  let page: Page;

  beforeAll(async () => {
    if ("missing" in firefox) return;
    site = await serveDemo();
    unpacked = await unpackedFor("firefox", LOOPBACK);
    browser = await puppeteer.launch({
      browser: "firefox",
      executablePath: firefox.executable,
      headless: true,
      args: ["--remote-allow-system-access"],
      extraPrefsFirefox: { "extensions.webextensions.uuids": JSON.stringify({ [ID]: UUID }) },
    });
    await browser.installExtension(unpacked.folder);
    page = await browser.newPage();
    await page.goto(`${site.origin}/patients/vance/reports`);
  });
  afterAll(async () => {
    await browser?.close();
    await site?.close();
    unpacked?.remove();
  });

  /** What the event page holds, asked from one of the extension's own pages. */
  async function views(): Promise<TabView[]> {
    const own = await browser.newPage();
    // Firefox loads the page but never says so to the one who asked.
    void own.goto(`moz-extension://${UUID}/src/options/index.html`).catch(() => undefined);
    await expect
      .poll(() => own.evaluate("typeof browser").catch(() => "undefined"), { timeout: 20_000 })
      .toBe("object");
    const stored = (await own.evaluate("browser.storage.session.get(null)")) as Record<string, TabView>;
    await own.close();
    return Object.entries(stored).flatMap(([key, view]) => (key.startsWith("view:") ? [view] : []));
  }

  test("installs, reads the demo chart through its frames, and assesses it", async () => {
    await expect
      .poll(
        async () =>
          (await views()).map((view) => (view.state === "chart" ? view.assessment.frax.raw?.mof : view.state)),
        {
          timeout: 40_000,
        },
      )
      .toEqual([17.8]);
  });

  test("shows the sidebar beside the chart", async () => {
    await expect.poll(() => page.evaluate(() => document.documentElement.children.length), { timeout: 20_000 }).toBe(3);
    expect(page.frames().length).toBeGreaterThan(2);
  });
});
