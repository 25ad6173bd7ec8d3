import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Gallery, openForms, openGallery, PAGES } from "./gallery/gallery";

let gallery: Gallery;
beforeAll(async () => {
  gallery = await openGallery();
});
afterAll(() => gallery.close());

async function openEverything(page: Page): Promise<void> {
  await page.evaluate(() => {
    for (const details of document.querySelectorAll("details")) details.open = true;
  });
}

function overflow(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
}

/** Targets that are less than 24 px high or wide. */
function smallTargets(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll("button, summary, select, input:not([type=checkbox], [type=radio]), label.condition")]
      .map((target) => ({ box: target.getBoundingClientRect(), html: target.outerHTML.slice(0, 80) }))
      .filter(({ box }) => box.width > 0 && (box.width < 24 || box.height < 24))
      .map(({ box, html }) => `${box.width}×${box.height} ${html}`),
  );
}

describe("fits its width", () => {
  it.each(PAGES)("%s at 320 px, everything open, in a language two fifths longer", async (name) => {
    const page = await gallery.open(`${name} long`, { width: 320 });
    await openEverything(page);
    expect(await overflow(page)).toBe(0);
  });

  it("also where the text is twice as large", async () => {
    const page = await gallery.open("index.html#high", { width: 360 });
    await page.evaluate(() => document.documentElement.style.setProperty("font-size", "200%"));
    await openEverything(page);
    expect(await overflow(page)).toBe(0);
  });
});

describe("the patient line while one scrolls", () => {
  async function inView(height: number): Promise<string> {
    const page = await gallery.open("index.html#high", { width: 360 });
    await page.setViewportSize({ width: 360, height });
    await page.evaluate(() => scrollTo(0, 1200));
    return page.evaluate(() =>
      [...document.querySelectorAll(".patient p")]
        .filter((line) => document.elementFromPoint(20, line.getBoundingClientRect().top + 10)?.closest("p") === line)
        .map((line) => line.textContent)
        .join(" | "),
    );
  }

  it("stays whole in a window, and its name in a low one, as at 200 % zoom", async () => {
    expect(await inView(900)).toMatch(/^Marsh, Ada \| 68 y · female/);
    expect(await inView(450)).toBe("Marsh, Ada");
  });
});

describe("open forms", () => {
  it("fit 320 px in a language 40 % longer, and 200 % zoom", async () => {
    const page = await gallery.open("index.html#both long", { width: 320 });
    await openForms(page);
    expect(await overflow(page)).toBe(0);
    await page.evaluate(() => document.documentElement.style.setProperty("font-size", "200%"));
    expect(await overflow(page)).toBe(0);
  });

  it("have targets of at least 24 px", async () => {
    const page = await gallery.open("index.html#both", {});
    await openForms(page);
    expect(await smallTargets(page)).toEqual([]);
  });
});

describe("works by hand and by keyboard", () => {
  it.each(["index.html#high", "popup.html#chart"])("%s: every target is at least 24 px high and wide", async (name) => {
    const page = await gallery.open(name, {});
    await openEverything(page);
    expect(await smallTargets(page)).toEqual([]);
  });

  it("reaches every button and every line that opens with Tab, in the order of the page", async () => {
    const page = await gallery.open("index.html#high", {});
    await openEverything(page);
    const count = await page.evaluate(() => {
      const targets = [
        ...document.querySelectorAll("button:not(:disabled), summary, a[href], input:not(:disabled), select, textarea"),
      ];
      for (const [place, target] of targets.entries()) target.setAttribute("data-place", String(place));
      return targets.length;
    });
    const reached: string[] = [];
    for (let press = 0; press < count; press++) {
      await page.keyboard.press("Tab");
      reached.push(await page.evaluate(() => document.activeElement?.getAttribute("data-place") ?? ""));
    }
    expect(reached).toEqual(Array.from({ length: count }, (_, place) => String(place)));
  });

  it("opens a line by key", async () => {
    const page = await gallery.open("index.html#high", {});
    await page.locator(".because summary").first().focus();
    await page.keyboard.press("Enter");
    expect(await page.locator(".because").first().getAttribute("open")).not.toBeNull();
  });

  it("shows where the focus is", async () => {
    const page = await gallery.open("index.html#high", {});
    await page.keyboard.press("Tab");
    const outline = await page.evaluate(() => getComputedStyle(document.activeElement as Element).outlineWidth);
    expect(Number.parseFloat(outline)).toBeGreaterThanOrEqual(2);
  });
});

it("keeps the tier's shape and ladder visible in forced colours", async () => {
  const page = await gallery.open("index.html#high", { forced: true });
  const { shape, here, other } = await page.evaluate(() => {
    const style = (selector: string) => getComputedStyle(document.querySelector(selector) as Element);
    return {
      shape: style(".tier-shape").fill,
      here: style(".tier-ladder .here").backgroundColor,
      other: style(".tier-ladder span").backgroundColor,
    };
  });
  expect(shape).not.toBe("none");
  expect(here).not.toBe(other);
});

it("prints the sheet for the patient and nothing of the chart", async () => {
  const page = await gallery.open("index.html#high", {});
  await page.emulateMedia({ media: "print" });
  const paper = await page.locator("body").innerText();
  expect(paper).toContain("Looking after your bones");
  expect(paper).not.toMatch(/Marsh|00123|High risk|FRAX/);
});
