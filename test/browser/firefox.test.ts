import type { Page } from "puppeteer-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Site } from "../../src/commands/serve";
import { type TabView, viewIn } from "../../src/messages/view";
import { serveDemo } from "./support/demo";
import { clickInSidebar, NO_FIREFOX, type OsteonInFirefox, openFirefox, sidebarText } from "./support/firefox";
import { LOOPBACK } from "./support/osteon";

const reason = NO_FIREFOX === null ? "" : ` (skipped: ${NO_FIREFOX})`;

describe.skipIf(NO_FIREFOX !== null)(`dist/firefox in Firefox${reason}`, () => {
  let site: Site;
  let firefox: OsteonInFirefox;
  let page: Page;

  beforeAll(async () => {
    site = await serveDemo();
    // The event page is stopped again and again while the tests go on.
    firefox = await openFirefox([LOOPBACK], { "extensions.background.idle.timeout": 1000 });
    page = await firefox.browser.newPage();
    await page.goto(`${site.origin}/patients/vance/reports`);
  });
  afterAll(async () => {
    await firefox?.close();
    await site?.close();
  });

  async function views(): Promise<TabView[]> {
    const stored = Object.entries(await firefox.stored());
    return stored.flatMap(([key, view]) => (key.startsWith("view:") ? (viewIn(view) ?? []) : []));
  }

  test("installs, reads the demo chart through its frames, and assesses it", async () => {
    const shown = async () =>
      (await views()).map((view) => (view.state === "chart" ? view.assessment.frax.raw?.mof : view.state));
    await expect.poll(shown, { timeout: 40_000 }).toEqual([17.8]);
  });

  test("shows the sidebar beside the chart, and what is answered there counts", async () => {
    await expect.poll(() => sidebarText(page), { timeout: 20_000 }).toContain("Dorothea Vance");
    const answerNone = async () => {
      await clickInSidebar(page, ".questions button ::-p-text(None)");
      return sidebarText(page);
    };
    await expect.poll(answerNone).toContain("Typed in: Any fragility fracture as an adult? None");
  });

  test("goes on after Firefox has stopped the event page", async () => {
    await firefox.eventPageStopped();
    expect(await sidebarText(page)).not.toMatch(/^Seen .*Medications/m);
    await page.click("nav ::-p-text(Medications)");
    await expect.poll(() => sidebarText(page), { timeout: 20_000 }).toMatch(/^Seen .*Medications/m);
    expect(await sidebarText(page)).toContain("Dorothea Vance");
  });

  test("the same page stands in Firefox's own sidebar and shows the chart in front", async () => {
    const { own } = firefox;
    // Firefox opens its sidebar on a click only.
    await own.evaluate("addEventListener('click', () => browser.sidebarAction.open(), { once: true })");
    await own.bringToFront();
    await own.mouse.click(5, 5);
    await page.bringToFront();
    const text = () =>
      own.evaluate("browser.extension.getViews({ type: 'sidebar' })[0]?.document.body.innerText ?? ''");
    await expect.poll(text, { timeout: 20_000 }).toContain("Dorothea Vance");
    const other = await firefox.browser.newPage();
    await other.goto(site.origin.replace("127.0.0.1", "localhost"));
    await other.bringToFront();
    await expect.poll(text, { timeout: 20_000 }).toContain("Site not allowed yet");
    expect(await text()).not.toContain("Vance");
    await other.close();
  });
});
