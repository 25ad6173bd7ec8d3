import puppeteer, { type Browser, type Frame, type Page } from "puppeteer-core";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { firefoxExecutable } from "../../src/commands/firefox";
import type { Site } from "../../src/commands/serve";
import { type Unpacked, unpackedFor } from "../../src/commands/unpacked";
import { type TabView, viewIn } from "../../src/messages/view";
import { serveDemo } from "./support/demo";
import { LOOPBACK } from "./support/osteon";

const firefox = process.env.OSTEON_NO_FIREFOX ? { missing: process.env.OSTEON_NO_FIREFOX } : firefoxExecutable();
const ID = "osteon@osteon.example";
/** Fixed, so that the extension's own pages have a known address. */
const UUID = "6e1d1c1e-0000-4000-8000-000000000001";
/** How many content scripts are registered for the sites that are allowed. */
const SCRIPTS = "browser.scripting.getRegisteredContentScripts().then(({ length }) => length)";
/** Whether the event page is stopped: then nothing of it is in view. */
const STOPPED = "browser.extension.getViews().every(({ location }) => !location.pathname.includes('background'))";
const reason = "missing" in firefox ? ` (skipped: ${firefox.missing})` : "";

describe.skipIf("missing" in firefox)(`dist/firefox in Firefox${reason}`, () => {
  let site: Site;
  let unpacked: Unpacked;
  let browser: Browser;
  let own: Page;
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
      extraPrefsFirefox: {
        "extensions.webextensions.uuids": JSON.stringify({ [ID]: UUID }),
        // The event page is stopped again and again while the tests go on.
        "extensions.background.idle.timeout": 1000,
      },
    });
    await browser.installExtension(unpacked.folder);
    own = await openOwnPage();
    await vi.waitFor(async () => expect(await own.evaluate(SCRIPTS)).toBe(1), { timeout: 20_000 });
    page = await browser.newPage();
    await page.goto(`${site.origin}/patients/vance/reports`);
  });
  afterAll(async () => {
    await browser?.close();
    await site?.close();
    unpacked?.remove();
  });

  /** One of the extension's own pages, to ask what the event page holds. */
  async function openOwnPage(): Promise<Page> {
    const opened = await browser.newPage();
    // Firefox loads the page but never says so to the one who asked.
    void opened.goto(`moz-extension://${UUID}/src/options/index.html`).catch(() => undefined);
    await vi.waitFor(async () => expect(await opened.evaluate("typeof browser")).toBe("object"), { timeout: 20_000 });
    return opened;
  }

  async function views(): Promise<TabView[]> {
    const stored = (await own.evaluate("browser.storage.session.get(null)")) as Record<string, string>;
    return Object.entries(stored).flatMap(([key, view]) => (key.startsWith("view:") ? (viewIn(view) ?? []) : []));
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

  /** The sidebar's frame in the page, which Firefox lists without its address. */
  async function sidebar(): Promise<Frame> {
    for (const frame of page.frames())
      if ((await frame.evaluate("location.protocol")) === "moz-extension:") return frame;
    throw new Error("no sidebar stands in the page");
  }
  const sidebarText = async () => (await (await sidebar()).evaluate("document.body.innerText")) as string;

  test("shows the sidebar beside the chart, and what is answered there counts", async () => {
    await expect.poll(sidebarText, { timeout: 20_000 }).toContain("Dorothea Vance");
    // A click on a button that is just being drawn anew does nothing: a user clicks again.
    const answerNone = async () => {
      await (await (await sidebar()).$(".questions button ::-p-text(None)"))?.click().catch(() => undefined);
      return sidebarText();
    };
    await expect.poll(answerNone).toContain("Typed in: Any fragility fracture as an adult? None");
  });

  test("goes on after Firefox has stopped the event page", async () => {
    await vi.waitFor(async () => expect(await own.evaluate(STOPPED)).toBe(true), { timeout: 20_000 });
    expect(await sidebarText()).not.toMatch(/^Seen .*Medications/m);
    await page.click("nav ::-p-text(Medications)");
    await expect.poll(sidebarText, { timeout: 20_000 }).toMatch(/^Seen .*Medications/m);
    expect(await sidebarText()).toContain("Dorothea Vance");
  });

  test("the same page stands in Firefox's own sidebar and shows the chart in front", async () => {
    // Firefox opens its sidebar on a click only.
    await own.evaluate("addEventListener('click', () => browser.sidebarAction.open(), { once: true })");
    await own.bringToFront();
    await own.mouse.click(5, 5);
    await page.bringToFront();
    const text = () =>
      own.evaluate("browser.extension.getViews({ type: 'sidebar' })[0]?.document.body.innerText ?? ''");
    await expect.poll(text, { timeout: 20_000 }).toContain("Dorothea Vance");
  });
});
