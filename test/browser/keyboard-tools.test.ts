import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { MARKS_KEY, type MarksSetting } from "../../src/messages/marks-setting";
import { assessed } from "./support/assessed";
import { until, withCalculators } from "./support/frax-charts";
import { keyboardOf, sidebarOf } from "./support/keyboard";
import type { ChartTab } from "./support/osteon";

const { open, requests } = withCalculators();
let tab: ChartTab;
beforeAll(async () => {
  tab = await open("/ada");
  await tab.page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  await sidebar().locator(".tier-card h2").waitFor();
});
afterAll(() => tab?.page.close());

const sidebar = () => sidebarOf(tab);
const keyboard = () => keyboardOf(tab.page, sidebar);
const tabTo = (words: string | RegExp) => keyboard().tabTo(words);
const press = (key: string) => keyboard().press(key);
const box = async () => {
  const at = await (await sidebar().frameElement()).boundingBox();
  if (at === null) throw new Error("the sidebar has no place");
  return { left: Math.round(at.x), width: Math.round(at.width), right: Math.round(at.x + at.width) };
};
const bodyWidth = () => tab.page.evaluate(() => document.body.getBoundingClientRect().width);

describe("what is beside the assessment is done with the keyboard alone", { sequential: true }, () => {
  it("a note is copied", async () => {
    await tabTo(/^Copy or print/);
    await press("Enter");
    await tabTo(/^Note$/);
    await press("Enter");
    await expect.poll(() => sidebar().locator(".copy [role=status]").innerText()).toBe("Note copied.");
    const note = await tab.page.evaluate(() => navigator.clipboard.readText());
    expect(note).toContain("Fracture risk: Not yet classified");
    expect(note).not.toMatch(/Marsh|00123|1958/);
  });

  it("the sheet for the patient is printed", async () => {
    await sidebar().evaluate("globalThis.print = () => { globalThis.printed = true; }");
    await tabTo(/^Print a sheet/);
    await press("Enter");
    expect(await sidebar().evaluate("globalThis.printed")).toBe(true);
  });

  it("the sidebar is put on the other side, and the page makes room", async () => {
    const [right, wide] = [(await box()).right, await bodyWidth()];
    await tabTo(/^This sidebar and the marks/);
    await press("Enter");
    await tabTo(/^right$/);
    await press("ArrowUp");
    await expect.poll(async () => (await box()).left).toBe(0);
    await tabTo(/lies over its edge$/);
    await press("ArrowDown");
    await expect.poll(bodyWidth).toBeLessThan(wide - 300);
    await press("ArrowUp");
    await expect.poll(bodyWidth).toBe(wide);
    await press("Shift+Tab");
    await press("ArrowDown");
    await expect.poll(async () => (await box()).right).toBe(right);
  });

  it("the marks on the page are switched off, and on again", async () => {
    const shown = () =>
      tab.browser
        .worker()
        .evaluate(async (key) => ((await chrome.storage.local.get(key))[key] as MarksSetting).shown, MARKS_KEY);
    await tabTo(/^Mark what is low/);
    await press("Space");
    await expect.poll(shown).toBe(false);
    await press("Space");
    await expect.poll(shown).toBe(true);
  });

  it("the inner edge is moved", async () => {
    const { width } = await box();
    // The edge stands in the page, in a closed root of our own: it is known by what the arrow keys do on it.
    const moved = async () => {
      await press("Tab");
      await press("ArrowLeft");
      await press("ArrowLeft");
      return (await box()).width;
    };
    await expect.poll(moved, { timeout: 30_000, interval: 100 }).toBe(width + 40);
    await press("ArrowRight");
    await expect.poll(async () => (await box()).width).toBe(width + 20);
  });

  it("the official calculator is opened, calculated and confirmed", async () => {
    const opened = tab.page.context().waitForEvent("page");
    await tabTo(/^Country model/);
    await keyboard().type("US (Cau");
    await tabTo(/^Fill in the official calculator/);
    await press("Enter");
    const calculator = await opened;
    await until(tab, "filled");
    expect(requests()[0]?.url).toMatch(/country=9$/);
    const there = keyboardOf(calculator, () => calculator);
    await there.tabTo(/^Calculate$/);
    await there.press("Enter");
    await until(tab, "read");
    expect((await assessed(tab)).frax.raw).toBeNull();
    await tab.page.bringToFront();
    await tabTo(/^Use for this patient/);
    await press("Enter");
    await expect.poll(async () => (await assessed(tab)).frax.raw).toMatchObject({ mof: 13, hip: 2.7 });
    await calculator.close();
  });
});

describe("the popup's calculator", { sequential: true }, () => {
  let popup: Page;
  beforeAll(async () => {
    popup = await tab.page.context().newPage();
    await popup.goto(`chrome-extension://${tab.browser.extensionId}/popup/index.html`);
    await popup.locator("#age").waitFor();
  });
  afterAll(() => popup?.close());

  const fields = () => keyboardOf(popup, () => popup);

  it("is typed into and shows its result", async () => {
    for (const [label, text] of [
      [/^Age/, "68"],
      [/^Sex/, "f"],
      [/^Menopause/, "a"],
      [/^Femoral neck/, "-2.1"],
      [/^Major fracture/, "21"],
      [/^Hip fracture/, "3.4"],
      [/^Earlier fracture/, "n"],
    ] as const) {
      await fields().tabTo(label);
      await fields().type(text);
    }
    await expect.poll(() => popup.locator(".result .tier-card h2").innerText()).toBe("High risk");
  });

  it("opens a reason", async () => {
    await fields().tabTo(/^Why this tier/);
    await fields().press("Enter");
    expect(await popup.locator(".tier-card details.because").getAttribute("open")).not.toBeNull();
  });

  it("is emptied", async () => {
    await fields().tabTo(/^Clear all/);
    await fields().press("Enter");
    await expect.poll(() => popup.locator(".tier-card").count()).toBe(0);
    expect(await popup.inputValue("#age")).toBe("");
  });
});
