import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Site } from "../../src/commands/serve";
import { assessed } from "./support/assessed";
import { keyboardOf, sidebarOf } from "./support/keyboard";
import { type ChartTab, type Osteon, openOsteon } from "./support/osteon";
import { bannerOf, daysAgo, htmlPage, labTable, medicationTable, servePages } from "./support/pages";

/** A chart in the range of osteopenia without FRAX, with a result far down the page. */
const CHART = htmlPage(
  `${bannerOf("Ada Marsh", "04/02/1958", "Female", "00123")}
<button>In the chart</button>
<h2>DXA bone density</h2><table><thead><tr><th>Region</th><th>BMD (g/cm2)</th><th>T-score</th><th>Z-score</th><th>Date</th></tr></thead>
<tbody><tr><td>Femoral neck (left)</td><td>0.612</td><td>-2.1</td><td>-0.6</td><td>${daysAgo(100)}</td></tr></tbody></table>
${medicationTable(["Lisinopril 10 mg tablet", "1 tablet daily", "Active"])}
<div style="height: 3000px"></div>
${labTable(["25-OH Vitamin D", "24.2", "ng/mL", daysAgo(30)], ["Calcium", "9.3", "mg/dL", daysAgo(30)])}`,
);

let site: Site;
let osteon: Osteon;
let tab: ChartTab;

beforeAll(async () => {
  site = await servePages({ "/": CHART });
  osteon = await openOsteon();
  tab = await osteon.open(`${site.origin}/`);
  await sidebar().locator(".tier-card h2").waitFor();
});
afterAll(async () => {
  await osteon?.close();
  await site?.close();
});

const sidebar = () => sidebarOf(tab);
const keyboard = () => keyboardOf(tab.page, sidebar);
const focused = () => keyboard().focused();
const tabTo = (words: string | RegExp) => keyboard().tabTo(words);
const press = (key: string) => keyboard().press(key);
const tierWord = () => sidebar().locator(".tier-card h2").innerText();
const live = () => sidebar().locator("[role=status][aria-live=polite]").first().innerText();

describe("everything can be done with the keyboard alone", { sequential: true }, () => {
  it("from the chart into the sidebar, and the why of the tier", async () => {
    await tabTo("Why this tier");
    await press("Enter");
    expect(await sidebar().locator(".tier-card details").first().getAttribute("open")).not.toBeNull();
  });

  it("a value is shown in the chart", async () => {
    await tabTo(/^Femoral neck.*Show in the chart$/);
    await press("Enter");
    await expect.poll(() => tab.highlighted().then((texts) => texts.join(" "))).toContain("-2.1");
  });

  it("a decisive question asks for the figures, refuses what cannot be, and changes the tier", async () => {
    expect((await assessed(tab)).tier).toBe("INDETERMINATE");
    await tabTo(/^MOF 20 % or hip 3 %, or more/);
    await press("Enter");
    await expect.poll(focused).toContain("Major fracture");
    await tab.page.keyboard.type("2");
    await press("Tab");
    await tab.page.keyboard.type("21");
    await press("Enter");
    await expect.poll(focused).toContain("Hip fracture");
    expect(await sidebar().locator(".questions .reason").innerText()).toContain("hip cannot be higher");
    await press("Control+a");
    await tab.page.keyboard.type("4");
    await press("Shift+Tab");
    await press("Control+a");
    await tab.page.keyboard.type("21");
    await press("Enter");
    await expect.poll(tierWord).toBe("High risk");
    expect(await live()).toContain("High risk");
    expect(await live()).toContain("Typed in: FRAX");
  });

  it("what was typed is listed and undone", async () => {
    expect(await sidebar().locator(".typed-line").innerText()).toContain("Major fracture 21 %");
    await tabTo(/^Undo FRAX/);
    await press("Enter");
    await expect.poll(tierWord).toBe("Not yet classified");
    expect(await sidebar().locator(".typed-line").count()).toBe(0);
  });

  it("a form is left with Escape, which keeps the keyboard in the sidebar", async () => {
    await tabTo(/^Type in a value/);
    await press("Enter");
    await tabTo(/^What to type in/);
    await sidebar().locator("select.what").selectOption("weight");
    await tabTo(/^Weight/);
    await press("Escape");
    await expect.poll(focused).toContain("Type in a value");
    expect(await sidebar().locator("form").count()).toBe(0);
  });

  it("a missing item is answered, stays reachable, and is taken back", async () => {
    const count = () => sidebar().locator(".missing h2 .count").innerText().then(Number);
    const before = await count();
    await tabTo(/^Phosphate/);
    await press("Enter");
    await tabTo(/^Done already/);
    await press("Enter");
    await expect.poll(count).toBe(before - 1);
    await expect.poll(() => tab.badge().then(Number)).toBeLessThan((await assessed(tab)).alerts.length + before);
    await tabTo(/^Answered/);
    await press("Enter");
    await tabTo(/^Take back/);
    await press("Enter");
    await expect.poll(count).toBe(before);
  });

  it("a value that is not so is left out, and comes back", async () => {
    const density = async () => (await assessed(tab)).decidingBmd?.t ?? null;
    expect(await density()).toBe(-2.1);
    await tabTo(/^Correct… Femoral neck/);
    await press("Enter");
    await tabTo(/^Not so/);
    await press("Enter");
    await expect.poll(density).toBeNull();
    await expect.poll(() => sidebar().locator(".typed-line del").innerText()).toContain("-2.1");
    await tabTo(/^Undo Femoral neck/);
    await press("Enter");
    await expect.poll(density).toBe(-2.1);
  });

  it("Escape gives the keyboard back to the chart", async () => {
    await press("Escape");
    await expect.poll(() => sidebar().evaluate(() => document.hasFocus())).toBe(false);
  });
});
