import { describe, expect, test } from "vitest";
import type { FraxFill } from "../../src/messages/frax";
import { assessed } from "./support/assessed";
import { fillIn, officialPart } from "./support/calculator";
import { calculate, confirm, fillOf, formOf, until, withCalculators } from "./support/frax-charts";

const { looks, at, open, requests, stopWorker } = withCalculators();

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
    expect(left).toEqual(["previousFracture", "parentHip", "rheumatoidArthritis", "secondaryOsteoporosis"]);
    expect(await formOf(page)).toEqual({ texts: ["68", "66", "163", "0.612"], ticked: yes });
    expect(requests().map(({ method, body }) => method + body)).toEqual(["GET"]);
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
    expect(JSON.stringify(requests())).not.toMatch(/Marsh|Ada|00123|1958/);
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

describe("another patient", () => {
  test("after the figures were taken over: the form is emptied all the same", async () => {
    const tab = await open("/ada");
    const page = await fillIn(tab, "sheffield");
    await until(tab, "filled");
    await calculate(page);
    await until(tab, "read");
    await confirm(tab);
    await until(tab, "stored");
    await tab.page.goto(at("/bea"));
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
    await tab.page.goto(at("/bea"));
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
    await tab.page.goto(at("/bea"));
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

test("a figure below the least one printed stays a bound, before it is confirmed and after", async () => {
  looks.sheffield.figures = { mof: "3.1", hip: "&lt; 0.1" };
  const tab = await open("/ada");
  const page = await fillIn(tab, "sheffield");
  await until(tab, "filled");
  await calculate(page);
  expect((await until(tab, "read")).figures).toMatchObject({ mof: 3.1, hip: 0.1, hipComparator: "<" });
  const part = await officialPart(tab);
  expect(await part.locator(".frax-read dd").allInnerTexts()).toEqual(["3.1\u202f%", "<0.1\u202f%"]);
  await confirm(tab);
  expect((await assessed(tab)).frax.raw).toMatchObject({ mofComparator: null, hip: 0.1, hipComparator: "<" });
  expect(await part.locator(".frax .scale-value").last().innerText()).toContain("<0.1");
  await page.close();
  await tab.page.close();
});

test("the worker may be stopped between filling in and reading back", async () => {
  const tab = await open("/ada");
  const page = await fillIn(tab, "fraxplus");
  await until(tab, "filled");
  await stopWorker();
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
  expect(requests()).toEqual([]);
  await tab.page.close();
});
