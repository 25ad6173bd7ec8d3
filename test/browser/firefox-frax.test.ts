import { createServer, type Server } from "node:http";
import { type AddressInfo, connect } from "node:net";
import type { Page } from "puppeteer-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Site } from "../../src/commands/serve";
import type { FraxFill } from "../../src/messages/frax";
import { CALCULATORS } from "../../src/sources/frax-models";
import { asKnown, type Calculators, serveCalculators } from "./support/calculator";
import {
  clickInSidebar,
  NO_FIREFOX,
  type OsteonInFirefox,
  openFirefox,
  sidebarIn,
  sidebarText,
} from "./support/firefox";
import { CHARTS } from "./support/frax-charts";
import { LOOPBACK } from "./support/osteon";
import { servePages } from "./support/pages";

const TEXTS =
  "[...document.querySelectorAll('input')].flatMap(({ type, value }) => (type === 'text' ? value || [] : []))";
const reason = NO_FIREFOX === null ? "" : ` (skipped: ${NO_FIREFOX})`;

const HOSTS = Object.values(CALCULATORS).map(({ page }) => `${new URL(page).host}:443`);

/** The calculators' addresses lead to the re-created pages on loopback; what Firefox itself asks for leads nowhere. */
function proxyTo(port: number): Promise<Server> {
  const proxy = createServer();
  proxy.on("connect", ({ url = "" }, client, head) => {
    if (!HOSTS.includes(url)) {
      client.end("HTTP/1.1 403 Forbidden\r\n\r\n");
      return;
    }
    const server = connect(port, "127.0.0.1", () => {
      client.write("HTTP/1.1 200 OK\r\n\r\n");
      server.write(head);
      server.pipe(client).pipe(server);
    });
    server.on("error", () => client.destroy());
    client.on("error", () => server.destroy());
  });
  return new Promise((resolve) => proxy.listen(0, "127.0.0.1", () => resolve(proxy)));
}

describe.skipIf(NO_FIREFOX !== null)(`the official calculator in Firefox${reason}`, () => {
  const looks = asKnown();
  let site: Site;
  let calculators: Calculators;
  let proxy: Server;
  let firefox: OsteonInFirefox;
  let chart: Page;

  beforeAll(async () => {
    site = await servePages(CHARTS);
    calculators = await serveCalculators(looks);
    proxy = await proxyTo(calculators.port);
    firefox = await openFirefox([LOOPBACK, ...CALCULATORS.fraxplus.origins], {
      "network.proxy.type": 1,
      "network.proxy.ssl": "127.0.0.1",
      "network.proxy.ssl_port": (proxy.address() as AddressInfo).port,
    });
    chart = await firefox.browser.newPage();
    await chart.goto(`${site.origin}/ada`);
  });
  afterAll(async () => {
    await firefox?.close();
    await site?.close();
    calculators?.close();
    proxy?.close();
  });

  async function fillIn(calculator: string): Promise<void> {
    const sidebar = await sidebarIn(chart);
    await sidebar.evaluate("document.querySelector('.official-frax > details').open = true");
    const [model, page] = await sidebar.$$(".official-frax select");
    await model?.select("9");
    await page?.select(calculator);
    await clickInSidebar(chart, ".official-frax .primary");
  }

  test("a site that is not allowed yet: Firefox asks on no page's frame, so the settings open", async () => {
    await expect.poll(() => sidebarText(chart), { timeout: 20_000 }).toContain("Ada Marsh");
    await fillIn("sheffield");
    await expect.poll(() => sidebarText(chart)).toContain("Allow it on the settings page that has opened");
    expect(calculators.requests).toEqual([]);
  });

  test("is filled in, calculated by the user, read back and confirmed", async () => {
    await chart.bringToFront();
    await fillIn("fraxplus");
    await expect.poll(fillState, { timeout: 20_000 }).toBe("filled");
    const pages = await firefox.browser.pages();
    const calculator = pages.find((page) => page.url().startsWith(CALCULATORS.fraxplus.page)) as Page;
    expect(await calculator.evaluate(TEXTS)).toEqual(["68", "66", "163", "0.612"]);
    await calculator.click("#calculate");
    await expect.poll(fillState).toBe("read");
    await chart.bringToFront();
    await clickInSidebar(chart, ".frax-read .primary");
    await expect.poll(fillState).toBe("stored");
    expect(await sidebarText(chart)).toMatch(/official calculator/);
  });

  async function fillState(): Promise<string | undefined> {
    const fill = Object.entries(await firefox.stored()).find(([key]) => key.startsWith("frax-fill:"));
    return (fill?.[1] as FraxFill | undefined)?.state.is;
  }
});
