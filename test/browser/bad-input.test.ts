import { afterAll, beforeAll, expect, test } from "vitest";
import { toReading } from "../../src/chart/reading";
import type { Site } from "../../src/commands/serve";
import { assessed } from "./support/assessed";
import { type ChartTab, type Osteon, openOsteon } from "./support/osteon";
import { bannerOf, daysAgo, htmlPage, labTable, medicationTable, servePages } from "./support/pages";

const DRAWN = daysAgo(20);
const MARSH = bannerOf("Marsh, Ada", "04/02/1958", "Female", "00123");
const QUILL = bannerOf("Quill, Jonas", "11/30/1961", "Male", "00777");
const LABS = labTable(["25-OH Vitamin D", "27", "ng/mL", DRAWN], ["Calcium", "9.3", "mg/dL", DRAWN]);

/** Without a dental exam anywhere: something is to be marked beside it. */
const MEDICATIONS = medicationTable(["Alendronate 70 mg tablet", "Take 1 tablet by mouth once weekly", "Active"]);

const PAGES = {
  "/chart": htmlPage(MARSH + LABS),
  "/two": htmlPage(MARSH + LABS + QUILL + labTable(["Calcium", "8.1", "mg/dL", DRAWN])),
  "/hiding": htmlPage(
    `<style>html > :not(head, body) { display: none !important }</style>${MARSH}${LABS}${MEDICATIONS}`,
  ),
  "/half": htmlPage(LABS),
  "/banner": htmlPage(MARSH),
  "/garbage": htmlPage(
    MARSH +
      labTable(
        ["25-OH Vitamin D", "2O.5", "ng/mL", DRAWN],
        ["Calcium", "9,3,1", "mg/dL", "31/31/2026"],
        ["Albumin", "-4.0", "g/dL", DRAWN],
        ["Creatinine", "NaN", "mg/dL", DRAWN],
        ["Phosphorus", "1e9", "mg/dL", DRAWN],
        ["TSH", "2.1", "mIU/L", DRAWN],
      ),
  ),
  "/with-frame": htmlPage(`${MARSH}${LABS}<iframe src="/big" title="Results"></iframe>`),
  "/big": htmlPage(
    labTable(
      ...Array.from(
        { length: 3000 },
        (_, row) => ["Calcium", String(8 + (row % 20) / 10), "mg/dL", DRAWN] as [string, string, string, string],
      ),
    ),
  ),
};

let site: Site;
let osteon: Osteon;

beforeAll(async () => {
  site = await servePages(PAGES);
  osteon = await openOsteon();
});
afterAll(async () => {
  await osteon?.close();
  await site?.close();
});

async function readingOf(tab: ChartTab) {
  return toReading("page", Object.values((await tab.session())?.frames ?? {}));
}

test("two patients on screen: nothing of either is shown", async () => {
  const tab = await osteon.open(`${site.origin}/two`);
  expect(await tab.view()).toEqual({ state: "two-patients" });
  const text = await tab.sidebarText();
  expect(text).toMatch(/two patients/i);
  expect(text).not.toMatch(/Marsh|Quill|9\.3|8\.1/);
  expect(await readingOf(tab)).toMatchObject({ patient: null, patientConflict: true, labs: [] });
});

test("half a chart, results without a patient: said, not assessed", async () => {
  const tab = await osteon.open(`${site.origin}/half`);
  expect(await tab.view()).toEqual({ state: "no-patient", lists: ["labs"] });
});

test("half a chart, a patient without any list: nothing is called missing that was not looked for", async () => {
  const tab = await osteon.open(`${site.origin}/banner`);
  const view = await tab.view();
  if (view?.state !== "chart") return expect(["reading", "no-chart", undefined]).toContain(view?.state);
  for (const { why } of view.assessment.missing) expect(why).toBe("not-seen");
});

test("garbage where numbers stand is left out, and what is sound is read", async () => {
  const tab = await osteon.open(`${site.origin}/garbage`);
  const { labs } = await readingOf(tab);
  const numbers = (labs as { analyte: string; value: number | null }[]).filter(({ value }) => value !== null);
  expect(numbers).toMatchObject([{ analyte: "TSH", value: 2.1 }]);
  expect((await assessed(tab)).patient.name).toMatchObject({ state: "known", value: "Ada Marsh" });
});

test("a frame that dies while it is read: the rest stands", async () => {
  const tab = await osteon.open(`${site.origin}/chart`);
  await tab.page.evaluate(() => {
    const frame = document.createElement("iframe");
    frame.src = "/big";
    frame.addEventListener("load", () => requestAnimationFrame(() => frame.remove()));
    document.body.append(frame);
  });
  await tab.page.waitForFunction(() => document.querySelector("iframe") === null);
  await tab.rest();
  expect((await readingOf(tab)).labs).toMatchObject([
    { analyte: "VITD", value: 27 },
    { analyte: "CA", value: 9.3 },
  ]);
  expect((await assessed(tab)).patient.name).toMatchObject({ value: "Ada Marsh" });
});

test("a page that hides what is not its own is read all the same, and goes on", async () => {
  const tab = await osteon.open(`${site.origin}/hiding`);
  expect((await readingOf(tab)).labs).toMatchObject([
    { analyte: "VITD", value: 27 },
    { analyte: "CA", value: 9.3 },
  ]);
  expect(await tab.page.evaluate(() => document.body.childElementCount)).toBeGreaterThan(0);
});

test("messages of the wrong shape change nothing that was read, and are said", async () => {
  const tab = await osteon.open(`${site.origin}/chart`);
  const before = await readingOf(tab);
  for (const message of [
    "null",
    "42",
    "[]",
    '{"kind":"snapshot"}',
    '{"kind":"snapshot","snapshot":{"regions":"no"}}',
    '{"kind":"nonsense"}',
  ])
    await tab.inContentWorld(`chrome.runtime.sendMessage(${message}).then(() => true, () => true)`);
  await tab.rest();
  expect(await readingOf(tab)).toEqual(before);
  const view = await tab.view();
  expect(view).toMatchObject({ state: "chart", troubles: [{ code: "bad-message" }] });
});

test("a message that only the extension's own pages may send is not obeyed from a page", async () => {
  const tab = await osteon.open(`${site.origin}/chart`);
  const before = await tab.session();
  await tab.inContentWorld(
    `chrome.runtime.sendMessage({ kind: "forget", tabId: ${tab.id} }).then(() => true, () => true)`,
  );
  await tab.rest();
  expect((await tab.session())?.frames).toEqual(before?.frames);
});

test("where the browser's memory is full, that is said, and nothing of the chart stays on the screen", async () => {
  const tab = await osteon.open(`${site.origin}/chart`);
  expect(await tab.sidebarText()).toContain("Ada Marsh");
  const worker = osteon.browser.worker();
  await worker.evaluate(async () => {
    for (let [size, part] = [8_000_000, 0]; size > 100; part++) {
      const filled = chrome.storage.session.set({ [`filler-${part}`]: "x".repeat(size) });
      size = await filled.then(
        () => size,
        () => Math.floor(size / 2),
      );
    }
  });
  await tab.page.evaluate((table) => document.body.insertAdjacentHTML("beforeend", table), MEDICATIONS);
  await expect.poll(() => tab.sidebarText()).toContain("memory for this extension is full");
  expect(await tab.sidebarText()).not.toContain("Marsh");

  await worker.evaluate(async () => {
    const keys = Object.keys(await chrome.storage.session.get(null));
    await chrome.storage.session.remove(keys.filter((key) => key.startsWith("filler-")));
  });
  await tab.page.reload();
  await expect.poll(() => tab.sidebarText()).toContain("Ada Marsh");
});
