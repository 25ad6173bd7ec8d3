import { chromium } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { chromiumExecutable } from "../../src/commands/browser";
import { localToday } from "../../src/commands/demo/calendar";
import { demoChart } from "../../src/commands/demo/server";
import { watchQuiet } from "../../src/commands/quiet";
import { type Site, serve } from "../../src/commands/serve";
import { SECTIONS } from "./support/demo";
import { type Osteon, openOsteon } from "./support/osteon";

let site: Site;
let osteon: Osteon;
const received: string[] = [];

beforeAll(async () => {
  const chart = demoChart({ today: localToday(new Date()), delay: 0 });
  site = await serve((request, response) => {
    received.push(`${request.method} ${request.url}`);
    chart(request, response);
  });
  osteon = await openOsteon();
});
afterAll(async () => {
  await osteon?.close();
  await site?.close();
});

/** What the chart's own page asks its server for on this round, in a browser without the extension. */
async function withoutExtension(): Promise<string[]> {
  received.length = 0;
  const browser = await chromium.launch({ executablePath: chromiumExecutable() });
  const page = await browser.newPage();
  const settled = watchQuiet(page, { settle: 300 });
  await page.goto(`${site.origin}/patients/vance/summary`, { waitUntil: "networkidle" });
  for (const section of SECTIONS) {
    await page.click(`#tab-${section}`);
    await page.locator(".body > :not(.loading)").waitFor();
    await settled(async () => String(received.length));
  }
  await browser.close();
  return [...received].sort();
}

test("with the extension the chart's server is asked for the same, and nobody else for anything", async () => {
  const expected = await withoutExtension();
  received.length = 0;
  const elsewhere: string[] = [];
  osteon.browser.context.on("request", (request) => {
    if (!/^(chrome-extension|data|blob|about):/.test(request.url()) && !request.url().startsWith(site.origin))
      elsewhere.push(request.url());
  });
  const tab = await osteon.open(`${site.origin}/patients/vance/summary`);
  for (const section of SECTIONS) await tab.click(`#tab-${section}`);

  expect(tab.sidebar()).toBeDefined();
  expect([...received].sort()).toEqual(expected);
  expect(elsewhere).toEqual([]);
  await tab.page.close();
});

test("the extension could not ask if it wanted to", async () => {
  const tab = await osteon.open(`${site.origin}/patients/vance/summary`);
  received.length = 0;
  const ask = (address: string) =>
    fetch(address, { mode: "no-cors" }).then(
      () => "sent",
      () => "refused",
    );
  expect(await osteon.browser.worker().evaluate(ask, `${site.origin}/from-worker`)).toBe("refused");
  expect(await tab.sidebar()?.evaluate(ask, `${site.origin}/from-sidebar`)).toBe("refused");
  expect(received).toEqual([]);
  await tab.page.close();
});
