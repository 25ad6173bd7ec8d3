import { afterAll, afterEach, assert, beforeAll, expect, test } from "vitest";
import type { Site } from "../../src/commands/serve";
import { type ChartTab, type Osteon, openOsteon } from "./support/osteon";
import { bannerOf, htmlPage, servePages } from "./support/pages";

type Row = [test: string, value: string];
const CALCIUM: Row = ["Calcium", "9.4 mg/dL"];
const ALBUMIN: Row = ["Albumin", "4.1 g/dL"];
const TSH: Row = ["TSH", "1.9 mIU/L"];

/** A list that its page draws anew, or fills anew in place, whenever it is told to. */
const CHART = htmlPage(`${bannerOf("Marsh, Ada", "04/02/1958", "Female", "00123")}
<h2>Laboratory results</h2><table><thead><tr><th>Test</th><th>Value</th></tr></thead><tbody id="rows"></tbody></table>
<script>
  const body = document.getElementById("rows");
  const cell = (text) => Object.assign(document.createElement("td"), { textContent: text });
  window.draw = (rows) => body.replaceChildren(...rows.map((texts) => {
    const row = document.createElement("tr");
    row.append(...texts.map(cell));
    return row;
  }));
  window.fill = (rows) => rows.forEach((texts, i) => texts.forEach((text, j) => { body.rows[i].cells[j].textContent = text; }));
</script>`);

/** Lines without an element of their own: a heading with its paragraph, and pairs. */
const REPORT = htmlPage(`${bannerOf("Marsh, Ada", "04/02/1958", "Female", "00123")}
<main><h1>DXA report</h1><h2>Findings</h2><p id="findings">Left femoral neck: BMD 0.613 g/cm², T-score -2.1.</p>
<h2>FRAX</h2><p id="frax">10-year probability of fracture: major osteoporotic fracture 17.8%, hip fracture 2.6%.</p></main>
<h2>Social history</h2><dl><dt>Smoking status</dt><dd id="smoking">Former smoker</dd></dl>`);

let site: Site;
let osteon: Osteon;

beforeAll(async () => {
  site = await servePages({ "/": CHART, "/report": REPORT });
  osteon = await openOsteon();
});
afterAll(async () => {
  await osteon?.close();
  await site?.close();
});

afterEach(async () => {
  for (const page of osteon.browser.context.pages()) if (page.url().startsWith(site.origin)) await page.close();
});

async function step(tab: ChartTab, how: "draw" | "fill", rows: Row[]): Promise<void> {
  await tab.page.evaluate(
    ([name, drawn]) => (window as unknown as Record<string, (rows: Row[]) => void>)[name]?.(drawn),
    [how, rows] as const,
  );
  await tab.rest();
}

async function opened(...rows: Row[]): Promise<ChartTab> {
  const tab = await osteon.open(`${site.origin}/`);
  await step(tab, "draw", rows);
  return tab;
}

/** Where the value of an analyte was read. */
async function placeOf(tab: ChartTab, analyte: string) {
  const labs = Object.values((await tab.session())?.frames ?? {}).flatMap((frame) => frame.labs);
  const evidence = labs.find((lab) => lab.analyte === analyte)?.evidence;
  assert(evidence?.from === "page");
  return evidence;
}

type Place = Awaited<ReturnType<typeof placeOf>>;

async function reveal(tab: ChartTab, { place, text }: Place): Promise<string> {
  return (await tab.ask({ kind: "reveal", tabId: tab.id, place, text })).found;
}

/** The rows in which something is marked as shown: the mark above all others. */
function rowsShown(tab: ChartTab): Promise<(number | undefined)[]> {
  return tab.page.evaluate(() =>
    [...CSS.highlights.values()]
      .filter(({ priority }) => priority === 2)
      .flatMap((highlight) =>
        [...highlight].map(({ startContainer }) => startContainer.parentElement?.closest("tr")?.sectionRowIndex),
      ),
  );
}

test("a place that still stands is shown", async () => {
  const tab = await opened(ALBUMIN, CALCIUM, TSH);
  expect(await reveal(tab, await placeOf(tab, "CA"))).toBe("same");
  expect(await rowsShown(tab)).toEqual([1]);
});

test("after the list was drawn anew, in another order, its row is found again", async () => {
  const tab = await opened(ALBUMIN, CALCIUM, TSH);
  const place = await placeOf(tab, "CA");
  await step(tab, "draw", [CALCIUM, TSH, ALBUMIN]);
  expect(await reveal(tab, place)).toBe("again");
  expect(await rowsShown(tab)).toEqual([0]);
});

test("after a list filled its rows with others, the row is found where it is now", async () => {
  const tab = await opened(ALBUMIN, CALCIUM, TSH);
  const place = await placeOf(tab, "CA");
  await step(tab, "fill", [CALCIUM, TSH, ALBUMIN]);
  expect(await reveal(tab, place)).toBe("again");
  expect(await rowsShown(tab)).toEqual([0]);
  await step(tab, "fill", [ALBUMIN, CALCIUM, TSH]);
  expect(await reveal(tab, place)).toBe("same");
  expect(await rowsShown(tab)).toEqual([1]);
});

test("the same value in another test's row is not it", async () => {
  const tab = await opened(ALBUMIN, ["Calcium", "4.1 g/dL"], CALCIUM);
  const place = await placeOf(tab, "ALB");
  await step(tab, "fill", [["Zinc", "4.1 g/dL"], CALCIUM, TSH]);
  expect(await reveal(tab, place)).toBe("gone");
  expect(await rowsShown(tab)).toEqual([]);
});

test("a row that is gone is said to be gone", async () => {
  const tab = await opened(ALBUMIN, CALCIUM);
  const place = await placeOf(tab, "CA");
  await step(tab, "draw", [ALBUMIN, TSH]);
  expect(await reveal(tab, place)).toBe("gone");
  expect(await rowsShown(tab)).toEqual([]);
});

test("of two rows that read the same, none is taken for the other", async () => {
  const tab = await opened(CALCIUM, ALBUMIN, CALCIUM);
  const place = await placeOf(tab, "CA");
  expect(await reveal(tab, place)).toBe("same");
  expect(await rowsShown(tab)).toHaveLength(1);
  await step(tab, "draw", [ALBUMIN, CALCIUM]);
  expect(await reveal(tab, place)).toBe("gone");
});

test("a place on a page that was left is gone, whatever stands there now", async () => {
  const tab = await opened(ALBUMIN, CALCIUM);
  const place = await placeOf(tab, "CA");
  await tab.page.reload();
  await step(tab, "draw", [ALBUMIN, CALCIUM]);
  expect(await reveal(tab, place)).toBe("gone");
});

test("what has no row of its own, a heading's text or a pair, is shown and marked; said to be gone when it says something else", async () => {
  const tab = await osteon.open(`${site.origin}/report`);
  const marked = (most: number) =>
    tab.page.evaluate(
      (priority) =>
        [...CSS.highlights.values()].flatMap((highlight) =>
          highlight.priority === priority ? [...highlight].map((one) => one.startContainer.parentElement?.id) : [],
        ),
      most,
    );
  await expect.poll(() => marked(1)).toEqual(["findings", "frax"]);
  const facts = Object.values((await tab.session())?.frames ?? {});
  const places = facts.flatMap(({ dxa, frax, smoking }) =>
    [...dxa, ...frax, ...smoking].flatMap(({ evidence }) => (evidence.from === "page" ? evidence : [])),
  );
  const shown: unknown[] = [];
  for (const place of places) shown.push(await reveal(tab, place), ...(await marked(2)));
  expect(shown).toEqual(["same", "findings", "same", "frax", "same", "smoking"]);
  // Not read anew yet: the text is another, and its place is none of it.
  const [, frax] = places;
  assert(frax);
  await tab.page.evaluate(() => {
    const report = document.getElementById("frax");
    if (report) report.textContent = "Not reported.";
  });
  expect(await reveal(tab, frax)).toBe("gone");
});
