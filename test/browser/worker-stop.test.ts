import { afterAll, beforeAll, expect, test } from "vitest";
import type { Site } from "../../src/commands/serve";
import { assessed } from "./support/assessed";
import { goRound, openSection, SECTIONS, serveDemo, switchTo } from "./support/demo";
import { type ChartTab, type Osteon, openOsteon } from "./support/osteon";

let site: Site;
let osteon: Osteon;

beforeAll(async () => {
  site = await serveDemo();
  osteon = await openOsteon();
});
afterAll(async () => {
  await osteon?.close();
  await site?.close();
});

/** The answer without what differs from visit to visit: when a cell was seen and which number it has. */
async function answer(tab: ChartTab) {
  const { tier, frax, missing, suggest, alerts, ruleIds, lookedAt } = await assessed(tab);
  return JSON.parse(
    JSON.stringify({
      tier,
      used: frax.used,
      missing: missing.map(({ code }) => code),
      suggest,
      alerts,
      ruleIds,
      lookedAt,
    }),
  ) as unknown;
}

test("a worker stopped before every section loses nothing and doubles nothing", async () => {
  const undisturbed = await osteon.open(`${site.origin}/patients/vance/summary`);
  await goRound(undisturbed);
  const expected = await answer(undisturbed);
  await undisturbed.page.close();

  const tab = await osteon.open(`${site.origin}/patients/vance/summary`);
  for (const section of SECTIONS) {
    await osteon.stopWorker();
    await openSection(tab, section);
  }
  expect(await answer(tab)).toEqual(expected);
  await tab.page.close();
});

test("the sidebar goes on showing what it showed", async () => {
  const tab = await osteon.open(`${site.origin}/patients/vance/reports`);
  const shown = await tab.sidebarText();
  expect(shown).toContain("Dorothea Vance");
  await osteon.stopWorker();
  expect(await tab.sidebarText()).toBe(shown);
  await tab.page.close();
});

test("a patient changed while the worker was stopped is changed for good", async () => {
  const tab = await osteon.open(`${site.origin}/patients/vance/reports`);
  await osteon.stopWorker();
  await switchTo(tab, "lindqvist");
  expect(JSON.stringify(await tab.view())).toContain("Lindqvist");
  expect(JSON.stringify(await tab.stored())).not.toContain("Vance");
  await tab.page.close();
});
