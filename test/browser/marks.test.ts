import { chromium } from "playwright-core";
import { afterAll, assert, beforeAll, expect, test } from "vitest";
import { chromiumExecutable } from "../../src/commands/browser";
import type { Site } from "../../src/commands/serve";
import { type Osteon, openOsteon } from "./support/osteon";
import { bannerOf, daysAgo, htmlPage, labTable, medicationTable, servePages } from "./support/pages";

const CHART = htmlPage(
  `${bannerOf("Marsh, Ada", "04/02/1958", "Female", "00123")}
${labTable(["25-OH Vitamin D", "14.2", "ng/mL", daysAgo(30)], ["Calcium", "9.3", "mg/dL", daysAgo(30)])}
${medicationTable(["Alendronate 70 mg tablet", "Take 1 tablet by mouth once weekly", "Active"])}
<section><h2>Health maintenance</h2><table><tr><th>Item</th><th>Last done</th></tr><tr><td>Dental exam</td><td>No exam on file</td></tr></table></section>
<script>
  window.changes = [];
  new MutationObserver((records) => {
    const added = (node) => node.parentNode === document.documentElement && node !== document.head && node !== document.body;
    for (const { type, target } of records)
      if (!added(target)) window.changes.push({ type, target: target.nodeName });
  }).observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
</script>`,
);

/** A value the tier rests on, and no list beside which anything is missing: marked text alone. */
const SCAN = htmlPage(
  `${bannerOf("Marsh, Ada", "04/02/1958", "Female", "00123")}<h2>DXA report</h2>
<p id="value">Femoral neck T-score: -2.7 (${daysAgo(30)})</p><p id="other">Walks daily.</p><input id="last">`,
);

/** The drugs, at which the dental exam is missing, stand above the results, at which vitamin D is. */
const UPSIDE_DOWN = htmlPage(
  `${bannerOf("Marsh, Ada", "04/02/1958", "Female", "00123")}
${medicationTable(["Alendronate 70 mg tablet", "Take 1 tablet by mouth once weekly", "Active"])}
${labTable(["Calcium", "9.3", "mg/dL", daysAgo(30)])}<input id="last">`,
);

/** The same in a frame of the chart that holds nothing to focus. */
const FRAMED = htmlPage(
  `${bannerOf("Marsh, Ada", "04/02/1958", "Female", "00123")}<input id="before"><iframe src="/report" width="700" height="200"></iframe>`,
);
const REPORT = htmlPage(`<h2>DXA report</h2><p>Femoral neck T-score: -2.7 (${daysAgo(30)})</p>`);

/** One change of the page's tree, as the page itself sees it, but for what happens to elements we added. */
interface Change {
  type: string;
  target: string;
}

let site: Site;
let osteon: Osteon;

beforeAll(async () => {
  site = await servePages({
    "/": CHART,
    "/scan": SCAN,
    "/upside-down": UPSIDE_DOWN,
    "/framed": FRAMED,
    "/report": REPORT,
  });
  osteon = await openOsteon();
});
afterAll(async () => {
  await osteon?.close();
  await site?.close();
});

test("the page's own text is marked, and its tree is as it was", async () => {
  const tab = await osteon.open(`${site.origin}/`);
  expect((await tab.highlighted()).join(" | ")).toMatch(/14\.2/);
  expect((await tab.highlighted()).join(" | ")).toMatch(/alendronate/i);
  expect(await tab.layerText()).toMatch(/dental exam/i);

  // Our own elements (the sidebar's and the badges') stand beside head and body; nothing else was added or changed.
  const changes = (await tab.page.evaluate("window.changes")) as Change[];
  expect(changes.filter(({ type, target }) => type !== "childList" || target !== "HTML")).toEqual([]);
  expect(await tab.page.evaluate(() => document.body.outerHTML)).toBe(await bodyWithoutExtension());
});

/** The page's body as the page's own source makes it. */
async function bodyWithoutExtension(): Promise<string> {
  const browser = await chromium.launch({ executablePath: chromiumExecutable() });
  const page = await browser.newPage();
  await page.goto(`${site.origin}/`);
  const html = await page.evaluate(() => document.body.outerHTML);
  await browser.close();
  return html;
}

test("our elements tell the page nothing", async () => {
  const tab = await osteon.open(`${site.origin}/`);
  const ours = await tab.page.evaluate(() =>
    [...document.documentElement.children].slice(2).map((element) => [element.outerHTML, element.shadowRoot]),
  );
  expect(ours.length).toBeGreaterThan(0);
  for (const [html, root] of ours) {
    expect(html).not.toMatch(/osteon|vitamin|dental|marsh|risk/i);
    expect(root).toBeNull();
  }
  const names = await tab.page.evaluate(() => [...CSS.highlights.keys()]);
  for (const name of names) expect(name).not.toMatch(/osteon|vitamin|dental|marsh|risk/i);
});

/** Counts every look at geometry by our scripts from now on, in their own world. */
const COUNT_LOOKS = `globalThis.looks = 0;
for (const [owner, name] of [[Range, "getBoundingClientRect"], [Range, "getClientRects"], [Element, "getClientRects"], [Document, "elementFromPoint"]]) {
  const real = owner.prototype[name];
  owner.prototype[name] = function (...of) { globalThis.looks++; return real.apply(this, of); };
}`;

const EXPLAINED = /density category rests on it/;

test("marked text is explained where the pointer rests on it, and nothing is measured before", async () => {
  const tab = await osteon.open(`${site.origin}/scan`);
  expect((await tab.highlighted()).join()).toMatch(/-2\.7/);
  const elements = () => tab.page.evaluate(() => document.documentElement.children.length);
  const before = await elements();
  await tab.inContentWorld(COUNT_LOOKS);
  await tab.page.evaluate(() => {
    for (const part of document.querySelectorAll("p")) part.replaceWith(part.cloneNode(true));
  });
  await tab.rest();
  expect((await tab.highlighted()).join()).toMatch(/-2\.7/);
  expect(await tab.inContentWorld("looks")).toBe(0);
  expect(await elements()).toBe(before);
  expect(await tab.layerText()).not.toMatch(EXPLAINED);

  const box = await tab.page.locator("#value").boundingBox();
  assert(box);
  const { x, y, height } = box;
  await tab.page.mouse.move(x + 8, y + height / 2);
  await expect.poll(() => tab.layerText()).toMatch(EXPLAINED);
  // The explanation itself can be reached with the pointer; Esc takes it away.
  await tab.page.mouse.move(x + 20, y + height + 4);
  await new Promise((resolve) => setTimeout(resolve, 400));
  expect(await tab.layerText()).toMatch(EXPLAINED);
  await tab.page.keyboard.press("Escape");
  await expect.poll(() => tab.layerText()).not.toMatch(EXPLAINED);

  await tab.page.mouse.move(x + 8, y + height / 2 - 1);
  await expect.poll(() => tab.layerText()).toMatch(EXPLAINED);
  await tab.page.mouse.move(x + 700, y + height / 2); // beside the text, in the same paragraph
  await expect.poll(() => tab.layerText()).not.toMatch(EXPLAINED);
});

test("the keyboard comes to marked text too, and stays there while the page draws itself anew around it", async () => {
  const tab = await osteon.open(`${site.origin}/scan`);
  const body = () => tab.page.evaluate(() => document.body.outerHTML);
  const before = await body();
  await tab.page.locator("#last").focus();
  const reached = async () => {
    await tab.page.keyboard.press("Tab");
    return tab.layerText();
  };
  await expect.poll(reached).toMatch(EXPLAINED);
  const named = await tab.accessible("note");
  expect(named.join()).toMatch(/-2\.7.*: Lowest T-score/);
  await tab.page.evaluate(() => {
    const other = document.getElementById("other") as HTMLElement;
    other.replaceWith(
      Object.assign(other.cloneNode() as HTMLElement, { textContent: "Walks daily. Total hip T-score: -2.2." }),
    );
  });
  await tab.rest();
  expect(await tab.layerText()).toMatch(EXPLAINED);
  expect(await body()).toBe(before.replace("Walks daily.", "Walks daily. Total hip T-score: -2.2."));
  await tab.page.keyboard.press("Shift+Tab");
  await expect.poll(() => tab.layerText()).not.toMatch(EXPLAINED);
});

test("marked text in a frame is explained by pointer and keyboard as well", async () => {
  const tab = await osteon.open(`${site.origin}/framed`);
  const frame = await tab.page.locator("iframe").boundingBox();
  const text = await tab.page.frameLocator("iframe").locator("p").boundingBox();
  assert(frame && text && text.y > frame.y);
  await tab.page.mouse.move(text.x + 8, text.y + text.height / 2);
  await expect.poll(() => tab.layerText()).toMatch(EXPLAINED);
  await tab.page.mouse.move(text.x + 8, frame.y + frame.height - 4);
  await expect.poll(() => tab.layerText()).not.toMatch(EXPLAINED);
  await tab.page.locator("#before").focus();
  await tab.page.keyboard.press("Tab");
  await expect.poll(() => tab.layerText()).toMatch(EXPLAINED);
});

test("a badge covers no word of the title beside it, also when the page moves its parts", async () => {
  const tab = await osteon.open(`${site.origin}/`);
  const besideTitle = async () => {
    const badge = await tab.badgeBox(/tests missing/);
    const title = await tab.page.evaluate(() => {
      const range = document.createRange();
      range.selectNodeContents(document.querySelector("h2") as Element);
      return range.getBoundingClientRect().toJSON();
    });
    return (
      badge && {
        left: badge.x - title.right,
        middle: Math.abs(badge.y + badge.height / 2 - title.top - title.height / 2),
      }
    );
  };
  await expect.poll(besideTitle).toEqual({ left: 8, middle: expect.closeTo(0, 0) });
  await tab.page.evaluate(() => {
    document.documentElement.style.margin = "60px 400px 0 200px";
  });
  await expect.poll(besideTitle).toEqual({ left: 8, middle: expect.closeTo(0, 0) });
  // No room to the right of the title any more.
  await tab.page.evaluate(() => {
    document.documentElement.style.margin = "0 0 0 760px";
  });
  await tab.rest();
  const found = await besideTitle();
  expect(found === null || found.left >= 0 || found.middle > 10).toBe(true);
});

test("a badge keeps the keyboard while the list below it is drawn anew", async () => {
  const tab = await osteon.open(`${site.origin}/`);
  // From the end of the page: our layers come behind it, before the sidebar.
  await tab.page.evaluate(() => {
    const last = document.body.lastElementChild as HTMLElement;
    last.tabIndex = -1;
    last.focus();
  });
  const reached = async () => {
    await tab.page.keyboard.press("Tab");
    return tab.layerText();
  };
  await expect.poll(reached).toMatch(/Albumin/);
  await tab.page.evaluate(() => {
    for (const cell of document.querySelectorAll("td")) cell.replaceWith(cell.cloneNode(true));
  });
  await tab.rest();
  expect(await tab.layerText()).toMatch(/Albumin/);
});

test("the keyboard goes from badge to badge as their lists follow each other on the page", async () => {
  const tab = await osteon.open(`${site.origin}/upside-down`);
  const stops: string[] = [];
  await tab.page.focus("#last");
  for (let step = 0; step < 12; step++) {
    await tab.page.keyboard.press("Tab");
    const stop = await tab.layerFocus();
    if (stop !== null && !stops.includes(stop)) stops.push(stop);
  }
  const place = (label: RegExp) => stops.findIndex((stop) => label.test(stop));
  expect(place(/^Dental exam\?/)).toBeGreaterThanOrEqual(0);
  expect(place(/^Dental exam\?/)).toBeLessThan(place(/^No vitamin D|^Vitamin D|^Missing: Vitamin D/i));
});

test("what was answered in the sidebar is marked no more, and comes back with the answer taken back", async () => {
  const tab = await osteon.open(`${site.origin}/upside-down`);
  const sidebar = () => tab.sidebar()?.locator("body") ?? assert.fail("no sidebar is shown");
  const badges = () => tab.layerText();
  await expect.poll(badges).toMatch(/No vitamin D/);
  const fold = sidebar().locator(".missing .items li", { hasText: "25-OH vitamin D" });
  await fold.locator("summary").first().click();
  await fold.getByRole("button", { name: "Done already" }).click();
  await expect.poll(badges).not.toMatch(/vitamin D/i);
  expect(await badges()).toMatch(/more tests missing/);
  await sidebar()
    .locator("summary", { hasText: /^Answered/ })
    .click();
  await sidebar()
    .getByRole("button", { name: /^Take back/ })
    .click();
  await expect.poll(badges).toMatch(/No vitamin D/);
});

test("marks go with the patient", async () => {
  const tab = await osteon.open(`${site.origin}/`);
  expect(await tab.highlighted()).not.toEqual([]);
  await tab.page.evaluate(() => {
    document.body.textContent = "Logged out.";
  });
  await tab.rest();
  expect(await tab.highlighted()).toEqual([]);
  expect(await tab.layerText()).not.toMatch(/dental/i);
});
