import type { Page } from "playwright-core";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { Site } from "../../src/commands/serve";
import type { FraxFill } from "../../src/messages/frax";
import { assessed } from "./support/assessed";
import {
  asKnown,
  type CalculatorLooks,
  type Calculators,
  fillIn,
  officialPart,
  openWithCalculators,
  serveCalculators,
} from "./support/calculator";
import type { ChartTab, Osteon } from "./support/osteon";
import { bannerOf, daysAgo, htmlPage, servePages } from "./support/pages";

const vitals = (kg: string, cm: string) =>
  `<h2>Vital signs</h2><table><thead><tr><th>Vital</th><th>Value</th><th>Date</th></tr></thead><tbody>
<tr><td>Weight</td><td>${kg}</td><td>${daysAgo(20)}</td></tr><tr><td>Height</td><td>${cm}</td><td>${daysAgo(20)}</td></tr></tbody></table>`;
const dxa = (maker: string, row: string) =>
  `<h2>DXA report</h2><p>Scanner: ${maker}</p><p>Exam date: ${daysAgo(40)}</p><table><caption>Bone density, ${maker}</caption><thead><tr><th>Region</th><th>BMD (g/cm²)</th><th>T-score</th><th>Z-score</th></tr></thead><tbody>${row}</tbody></table>`;
const social = (smoking: string) =>
  `<h2>Social history</h2><dl><dt>Smoking status</dt><dd>${smoking}</dd><dt>Alcohol</dt><dd>1 drink per day</dd></dl>`;
const NECK = "<tr><td>Left femoral neck</td><td>0.612</td><td>-2.1</td><td>-0.6</td></tr>";
const medications = `<h2>Medications</h2><table><thead><tr><th>Medication</th><th>Directions</th><th>Start</th><th>Status</th></tr></thead><tbody>
<tr><td>prednisone 5 mg tablet</td><td>Take 1 tablet by mouth daily</td><td>${daysAgo(400)}</td><td>Active</td></tr></tbody></table>`;

const ADA = bannerOf("Marsh, Ada", "04/02/1958", "Female", "00123");
const PAGES: Record<string, string> = {
  "/ada": htmlPage(ADA + vitals("66 kg", "163 cm") + dxa("Hologic", NECK) + social("Former smoker") + medications),
  "/bea": htmlPage(
    bannerOf("Quist, Bea", "11/30/1949", "Female", "00777") +
      vitals("58 kg", "159 cm") +
      dxa("Hologic", NECK.replace("0.612", "0.588")),
  ),
  "/short": htmlPage(ADA + vitals("66 kg", "96 cm") + dxa("Hologic", NECK)),
  "/heavy": htmlPage(ADA + vitals("131 kg", "163 cm") + dxa("Hologic", NECK)),
  "/t-only": htmlPage(ADA + vitals("66 kg", "163 cm") + dxa("Acme", NECK.replace("0.612", ""))),
};

let site: Site;
let osteon: Osteon;
let calculators: Calculators;
const looks: CalculatorLooks = asKnown();

beforeAll(async () => {
  site = await servePages(PAGES);
  calculators = await serveCalculators(looks);
  osteon = await openWithCalculators(calculators);
});
afterAll(async () => {
  await osteon?.close();
  await site?.close();
  calculators?.close();
});
beforeEach(() => {
  Object.assign(looks, asKnown());
  calculators.requests.length = 0;
});

async function fillOf(tab: ChartTab): Promise<FraxFill | undefined> {
  return (await tab.stored())[`frax-fill:${tab.id}`] as FraxFill | undefined;
}

/** Waits until filling in stands where it should. */
async function until<K extends FraxFill["state"]["is"]>(tab: ChartTab, is: K) {
  await expect.poll(async () => (await fillOf(tab))?.state, { timeout: 25_000 }).toMatchObject({ is });
  return (await fillOf(tab))?.state as Extract<FraxFill["state"], { is: K }>;
}

/** What the form's text fields hold, and which boxes stand at yes. */
function formOf(page: Page): Promise<{ texts: string[]; ticked: string[] }> {
  return page.evaluate(() => {
    const inputs = [...document.querySelectorAll("input")];
    return {
      texts: inputs
        .filter(({ type }) => type === "text")
        .map(({ value }) => value)
        .filter(Boolean),
      ticked: inputs
        .filter(({ checked, value }) => checked && value !== "no")
        .map(({ id, dataset }) => id || (dataset.of ?? "")),
    };
  });
}

async function calculate(page: Page): Promise<void> {
  await page.locator("#calculate, [id$=btnCalculate]").click();
}

async function confirm(tab: ChartTab): Promise<void> {
  const part = await officialPart(tab);
  await part.locator(".frax-read .primary").click();
  await tab.rest();
}

const open = (path: string) => osteon.open(`${site.origin}${path}`);

describe.each([
  ["FRAXplus of 2025", "fraxplus", { build: "2025" }, ["sri-F", "chx-glucocorticoids"]],
  ["FRAXplus of 2023", "fraxplus", { build: "2023" }, ["F", "glucocorticoids"]],
  [
    "Sheffield with prefixed ids",
    "sheffield",
    { prefix: "ctl00_" },
    ["ctl00_ContentPlaceHolder1_sex2", "ctl00_ContentPlaceHolder1_glucocorticoids2"],
  ],
  [
    "Sheffield without",
    "sheffield",
    { prefix: "" },
    ["ContentPlaceHolder1_sex2", "ContentPlaceHolder1_glucocorticoids2"],
  ],
] as const)("%s", (_, calculator, look, yes) => {
  test("is filled in, calculated by the user, read back, confirmed", async () => {
    Object.assign(looks[calculator], look);
    const tab = await open("/ada");
    const page = await fillIn(tab, calculator);
    const { left } = await until(tab, "filled");
    expect(left).toEqual(["previousFracture", "parentHip", "smoking", "rheumatoidArthritis", "secondaryOsteoporosis"]);
    expect(await formOf(page)).toEqual({ texts: ["68", "66", "163", "0.612"], ticked: yes });
    expect(calculators.requests.map(({ method, body }) => method + body)).toEqual(["GET"]);
    expect(page.url()).toMatch(/\?country=9$/);

    await calculate(page);
    const { figures } = await until(tab, "read");
    expect(figures).toMatchObject({ mof: 13, hip: 2.7, yes: ["glucocorticoids"], enteredThere: [] });
    expect(Math.abs((figures.t ?? 0) + 2.05)).toBeLessThan(0.051);
    expect((await assessed(tab)).frax.raw).toBeNull();

    await confirm(tab);
    const { raw } = (await assessed(tab)).frax;
    expect(raw).toMatchObject({
      mof: 13,
      hip: 2.7,
      model: "US (Caucasian)",
      country: "US",
      withBmd: true,
      glucocorticoidsTicked: true,
    });
    expect(raw?.evidence).toMatchObject({
      from: "typed",
      text: expect.stringMatching(/official calculator, \d{4}-\d\d-\d\d/),
    });
    expect(JSON.stringify(calculators.requests)).not.toMatch(/Marsh|Ada|00123|1958/);
    await page.close();
    await tab.page.close();
  });
});

test("the calculator's page is no chart: it is filled in, never read as one", async () => {
  const tab = await open("/ada");
  const page = await fillIn(tab, "fraxplus");
  await until(tab, "filled");
  const calculator = (await fillOf(tab))?.calculatorTab;
  expect(Object.keys(await tab.stored()).filter((key) => key.endsWith(`:${calculator}`))).toEqual([
    `frax-open:${calculator}`,
  ]);
  await page.close();
  expect(await until(tab, "ended")).toMatchObject({ words: expect.stringMatching(/closed before/) });
  await tab.page.close();
});

test("only what the clinician answers on the page itself may differ, and it is said", async () => {
  const tab = await open("/ada");
  const page = await fillIn(tab, "fraxplus");
  await until(tab, "filled");
  await page.locator("label[for=chx-previousFracture]").click();
  await calculate(page);
  expect((await until(tab, "read")).figures.enteredThere).toEqual([{ field: "previousFracture", value: "yes" }]);
  expect(await tab.sidebarText()).toMatch(/Entered on the page and not from the chart: Previous fracture/);

  await page.locator("[name='bmi.weight']").fill("80");
  expect(await until(tab, "refused")).toMatchObject({ words: expect.stringMatching(/changed after its figures/) });
  await page.close();
  await tab.page.close();
});

test("figures of a form that holds other values are refused", async () => {
  const tab = await open("/ada");
  const page = await fillIn(tab, "sheffield");
  await until(tab, "filled");
  await page.locator("[id$=toolweight]").fill("80");
  await calculate(page);
  expect(await until(tab, "refused")).toMatchObject({
    words: expect.stringMatching(/chart's values any more: weight/),
  });
  await page.locator("[id$=toolweight]").fill("66");
  await calculate(page);
  await until(tab, "read");
  await page.close();
  await tab.page.close();
});

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

describe("another patient", () => {
  test("after the figures were taken over: the form is emptied all the same", async () => {
    const tab = await open("/ada");
    const page = await fillIn(tab, "sheffield");
    await until(tab, "filled");
    await calculate(page);
    await until(tab, "read");
    await confirm(tab);
    await until(tab, "stored");
    await tab.page.goto(`${site.origin}/bea`);
    await until(tab, "ended");
    await expect.poll(async () => (await formOf(page)).texts).toEqual([]);
    expect((await assessed(tab)).frax.raw).toBeNull();
    await page.close();
    await tab.page.close();
  });

  test("in the chart's tab: the values go out of the form, and nothing is read back", async () => {
    const tab = await open("/ada");
    const page = await fillIn(tab, "fraxplus");
    await until(tab, "filled");
    await tab.page.goto(`${site.origin}/bea`);
    expect(await until(tab, "ended")).toMatchObject({
      words: expect.stringMatching(/patient in the chart has changed/),
    });
    await expect.poll(() => formOf(page)).toEqual({ texts: [], ticked: ["sri-F"] });
    await page.locator("[name=age]").fill("68");
    await page.locator("[name='bmi.weight']").fill("66");
    await page.locator("[name='bmi.height']").fill("163");
    await calculate(page);
    await tab.rest();
    expect((await fillOf(tab))?.state.is).toBe("ended");
    expect((await assessed(tab)).frax.raw).toBeNull();
    await page.close();
    await tab.page.close();
  });

  test("before the figures were confirmed: they are not offered for the next one", async () => {
    const tab = await open("/ada");
    const page = await fillIn(tab, "sheffield");
    await until(tab, "filled");
    await calculate(page);
    await until(tab, "read");
    const { id, visit } = (await fillOf(tab)) as FraxFill;
    await tab.page.goto(`${site.origin}/bea`);
    await until(tab, "ended");
    await tab.rest();
    expect(await (await officialPart(tab)).locator(".frax-read").count()).toBe(0);
    const answer = await tab
      .sidebar()
      ?.evaluate((message) => chrome.runtime.sendMessage(message), { kind: "frax-confirm", tabId: tab.id, visit, id });
    expect(answer).toMatchObject({ refused: expect.stringMatching(/patient/) });
    expect((await assessed(tab)).frax.raw).toBeNull();
    await page.close();
    await tab.page.close();
  });

  test("in a second tab: each calculator answers to its own chart", async () => {
    const [ada, bea] = [await open("/ada"), await open("/bea")];
    const adas = await fillIn(ada, "sheffield");
    await until(ada, "filled");
    const beas = await fillIn(bea, "sheffield");
    await until(bea, "filled");
    expect((await formOf(beas)).texts).toEqual(["76", "58", "159", "0.588"]);
    looks.sheffield.figures = { mof: "21", hip: "5.2" };
    await calculate(beas);
    expect((await until(bea, "read")).figures).toMatchObject({ mof: 21, hip: 5.2 });
    expect((await fillOf(ada))?.state.is).toBe("filled");
    await bea.page.close();
    await expect.poll(async () => (await formOf(beas)).texts).toEqual([]);
    await Promise.all([adas.close(), beas.close(), ada.page.close()]);
  });
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

test("the worker may be stopped between filling in and reading back", async () => {
  const tab = await open("/ada");
  const page = await fillIn(tab, "fraxplus");
  await until(tab, "filled");
  await osteon.stopWorker();
  await calculate(page);
  await officialPart(tab);
  await tab.sidebar()?.locator(".frax-read").waitFor();
  expect((await until(tab, "read")).figures.mof).toBe(13);
  await page.close();
  await tab.page.close();
});

test("a click that no user made opens nothing", async () => {
  const tab = await open("/ada");
  const part = await officialPart(tab);
  await part.locator(".official-frax select").nth(0).selectOption("9");
  await part.evaluate(() => document.querySelector<HTMLButtonElement>(".official-frax .primary")?.click());
  await tab.rest();
  expect(await fillOf(tab)).toBeUndefined();
  expect(calculators.requests).toEqual([]);
  await tab.page.close();
});
