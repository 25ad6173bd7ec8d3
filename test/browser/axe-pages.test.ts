import { mkdir, readFile, stat } from "node:fs/promises";
import { createRequire } from "node:module";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Gallery, openForms, openGallery, PAGES } from "./gallery/gallery";

/** A picture of every state in light and in dark, to be looked at; they are compared with nothing. */
const SCREENS = fileURLToPath(new URL("../../reports/screens/", import.meta.url));

let gallery: Gallery;
let axe: string;
beforeAll(async () => {
  await mkdir(SCREENS, { recursive: true });
  gallery = await openGallery();
  axe = await readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
});
afterAll(() => gallery.close());

interface Violation {
  id: string;
  nodes: { target: unknown; failureSummary?: string }[];
}

/** What axe objects to; with `rules`, by these rules only. */
function objections(page: Page, rules: string[] = []): Promise<string[]> {
  return page.evaluate(async (only) => {
    type Run = (options: object) => Promise<{ violations: Violation[] }>;
    const { run } = (globalThis as unknown as { axe: { run: Run } }).axe;
    const { violations } = await run(only.length === 0 ? {} : { runOnly: only });
    return violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id} ${node.target} ${node.failureSummary}`));
  }, rules);
}

/** As it first stands there: "index.html#high" in light is sidebar-high-light.png. */
async function picture(page: Page, name: string, scheme: "light" | "dark"): Promise<void> {
  const [file = "", state] = name.split(".html#");
  const path = join(SCREENS, `${file === "index" ? "sidebar" : file}-${state}-${scheme}.png`);
  await page.emulateMedia({ colorScheme: scheme });
  await page.screenshot({ path, fullPage: true });
  expect((await stat(path)).size).toBeGreaterThan(0);
}

describe("axe-core finds nothing to object to, in light and in dark", () => {
  it.each(PAGES)("%s", async (name) => {
    const page = await gallery.open(name, {});
    await picture(page, name, "dark");
    await picture(page, name, "light");
    await page.evaluate(() => {
      for (const details of document.querySelectorAll("details")) details.open = true;
    });
    await page.evaluate(axe);
    expect(await objections(page)).toEqual([]);
    await page.emulateMedia({ colorScheme: "dark" });
    expect(await objections(page, ["color-contrast"])).toEqual([]);
  });
});

it("finds nothing in open forms with a refused value either", async () => {
  const page = await gallery.open("index.html#both", {});
  await openForms(page);
  expect(await page.locator("form .reason").count()).toBeGreaterThan(0);
  await page.evaluate(axe);
  expect(await objections(page)).toEqual([]);
  await page.emulateMedia({ colorScheme: "dark" });
  expect(await objections(page, ["color-contrast"])).toEqual([]);
});

it("would object to words too pale to read", async () => {
  const page = await gallery.open("index.html#high", {});
  await page.addStyleTag({ content: ".headline { color: #f0a080 }" });
  await page.evaluate(axe);
  expect((await objections(page, ["color-contrast"])).join()).toContain(".headline");
});
