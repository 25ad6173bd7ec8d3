import { describe, expect, test } from "vitest";
import { fillIn, officialPart } from "./support/calculator";
import { calculate, formOf, until, withCalculators } from "./support/frax-charts";

const { looks, open } = withCalculators();

test.each([
  [
    "fraxplus",
    () => {
      looks.fraxplus.frozen = { mof: "22", hip: "4.1", t: "-2.82" };
    },
  ],
  [
    "sheffield",
    () => {
      looks.sheffield.frozenT = "-2.8";
    },
  ],
] as const)("figures kept from an earlier calculation are refused by their T-score: %s", async (calculator, freeze) => {
  freeze();
  const tab = await open("/ada");
  const page = await fillIn(tab, calculator);
  await until(tab, "filled");
  await calculate(page);
  expect(await until(tab, "refused")).toMatchObject({
    words: expect.stringMatching(/T-score -2\.8\d?, the chart gives -2\.05/),
  });
  await page.close();
  await tab.page.close();
});

test.each([
  [
    "that ignores scripts",
    () => {
      looks.fraxplus.ignoresScripts = true;
    },
    /did not keep.*Nothing is left in it/,
  ],
  [
    "that was changed",
    () => {
      looks.fraxplus.renamed = true;
    },
    /not the one this tool knows/,
  ],
  [
    "in German",
    () => {
      looks.fraxplus.lang = "de";
    },
    /not in English/,
  ],
] as const)("a page %s is left empty, and the values can be copied", async (_, change, words) => {
  change();
  const tab = await open("/ada");
  const page = await fillIn(tab, "fraxplus");
  expect(await until(tab, "not-filled")).toMatchObject({ words: expect.stringMatching(words) });
  expect(await formOf(page)).toEqual({ texts: [], ticked: [] });
  const part = await officialPart(tab);
  await tab.page.bringToFront();
  await part.locator(".official-frax button", { hasText: "Copy the 12 values" }).click();
  await expect.poll(() => tab.sidebarText()).toMatch(/on the clipboard|Age: 68/);
  await page.close();
  await tab.page.close();
});

test("the older page's alerts are the user's to answer: a woman's printed T-score, a German page", async () => {
  const tab = await open("/t-only");
  const said: string[] = [];
  tab.page.context().on("page", (opened) => {
    opened.on("dialog", async (dialog) => {
      said.push(dialog.message());
      await dialog.accept();
    });
  });
  const page = await fillIn(tab, "sheffield");
  await until(tab, "filled");
  expect(said).toEqual([expect.stringMatching(/NHANES/)]);
  expect((await formOf(page)).texts).toEqual(["68", "66", "163", "-2.1"]);
  await calculate(page);
  expect((await until(tab, "read")).figures.t).toBe(-2.1);
  await page.close();
  looks.sheffield.lang = "de";
  const german = await fillIn(tab, "sheffield");
  expect(await until(tab, "not-filled")).toMatchObject({ words: expect.stringMatching(/not in English/) });
  expect((await formOf(german)).texts).toEqual([]);
  await german.close();
  await tab.page.close();
});

test("a page that remembers what stood in it before is left as it is", async () => {
  looks.fraxplus.remembers = "previousFracture";
  const tab = await open("/ada");
  const page = await fillIn(tab, "fraxplus");
  expect(await until(tab, "not-filled")).toMatchObject({ words: expect.stringMatching(/already stands/) });
  expect(await formOf(page)).toEqual({ texts: [], ticked: ["chx-previousFracture"] });
  await page.close();
  await tab.page.close();
});

describe("values the calculator does not take", () => {
  test("a height outside its limits: nothing is opened, and it is said", async () => {
    const tab = await open("/short");
    const part = await officialPart(tab);
    await part.locator(".official-frax select").nth(0).selectOption("9");
    expect(await part.locator(".official-frax .primary").isDisabled()).toBe(true);
    expect(await tab.sidebarText()).toMatch(/height 96 cm: the calculator takes 100 to 220 cm/);
    const refused = await part.evaluate((message) => chrome.runtime.sendMessage(message), {
      kind: "frax-fill",
      tabId: tab.id,
      visit: (await tab.session())?.visit,
      calculator: "fraxplus",
      model: 9,
    });
    expect(refused).toMatchObject({ refused: expect.stringMatching(/height/) });
    await tab.page.close();
  });

  test("a weight above its limit is entered as the limit, and it is said", async () => {
    const tab = await open("/heavy");
    const page = await fillIn(tab, "fraxplus");
    await until(tab, "filled");
    expect((await formOf(page)).texts).toContain("125");
    expect(await tab.sidebarText()).toMatch(/125 is entered/);
    await page.close();
    await tab.page.close();
  });
});
