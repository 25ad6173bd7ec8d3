import { readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { toReading } from "../../src/chart/reading";
import { emptyScore, scorePage } from "../../src/commands/bench-reader/score";
import { type FuzzBrowser, fuzzBrowser } from "../../src/commands/fuzz/browser";
import { OWN_PAGES, pagesIn } from "../../src/commands/fuzz/pages";
import { documentsOf, factsOf, fuzzDocument, staticPage } from "../../src/commands/fuzz/run";

/** Pages in the habit of EHRs of many kinds; what stands on them was written down before anything read them. */
const PAGES = pagesIn(OWN_PAGES, "own");
const SEED = 2026;
const VARIANTS_EACH = 14;

describe("pages of our own", () => {
  let browser: FuzzBrowser;
  beforeAll(async () => {
    browser = await fuzzBrowser();
  });
  afterAll(() => browser?.close());

  test.each(PAGES.map((page) => [page.id, page] as const))("%s: everything is read, nothing wrong", async (_, page) => {
    const shown = staticPage(page.file);
    if (!shown) throw new Error(`${page.file} needs scripts`);
    const reading = toReading(page.id, [factsOf(await browser.show(shown))]);
    const score = emptyScore();
    scorePage(page.truth, reading, score);
    expect([...score.wrong, ...score.missing]).toEqual([]);
  });

  test.each(
    PAGES.map((page) => [page.id, page] as const),
  )("%s: changed, it says nothing that it did not say", async (_, page) => {
    const [shown] = await documentsOf(browser, page.file);
    if (!shown) throw new Error(`${page.file} shows nothing`);
    const { wrong, variants } = await fuzzDocument(browser, shown, page.truth, VARIANTS_EACH, SEED);
    expect(wrong).toBeNull();
    expect(variants).toBe(VARIANTS_EACH);
  });

  test("what is changed can be seen: the page as it was is read otherwise once its headers say other things", async () => {
    const [page] = PAGES.filter(({ id }) => id.includes("columns-by-test"));
    if (!page) throw new Error("the page is gone");
    const html = readFileSync(page.file, "utf8").replace("Calcium (mg/dL)", "Sodium (mmol/L)");
    const facts = factsOf(await browser.show({ html, lang: "en" }));
    expect(facts.labs.some(({ analyte }) => analyte === "CA")).toBe(false);
  });
});
