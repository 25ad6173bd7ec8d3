import type { Page } from "playwright-core";
import { afterAll, beforeAll, beforeEach, expect } from "vitest";
import type { Site } from "../../../src/commands/serve";
import type { FraxFill } from "../../../src/messages/frax";
import { asKnown, type Calculators, officialPart, openWithCalculators, serveCalculators } from "./calculator";
import type { ChartTab, Osteon } from "./osteon";
import { bannerOf, daysAgo, htmlPage, servePages } from "./pages";

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
/** Charts whose FRAX inputs are known in part; by path. */
export const CHARTS: Record<string, string> = {
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

/** The charts, the re-created calculators and the extension for the tests of one file; each test finds them as known. */
export function withCalculators() {
  let site: Site;
  let osteon: Osteon;
  let calculators: Calculators;
  const looks = asKnown();
  beforeAll(async () => {
    site = await servePages(CHARTS);
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
  return {
    looks,
    at: (path: string) => `${site.origin}${path}`,
    open: (path: string) => osteon.open(`${site.origin}${path}`),
    requests: () => calculators.requests,
    stopWorker: () => osteon.stopWorker(),
  };
}

/** Where filling in stands for a chart. */
export function fillOf(tab: ChartTab): Promise<FraxFill | undefined> {
  return tab.storedAt<FraxFill>(`frax-fill:${tab.id}`);
}

/** Waits until filling in stands where it should. */
export async function until<K extends FraxFill["state"]["is"]>(tab: ChartTab, is: K) {
  await expect.poll(async () => (await fillOf(tab))?.state, { timeout: 25_000 }).toMatchObject({ is });
  return (await fillOf(tab))?.state as Extract<FraxFill["state"], { is: K }>;
}

/** What the form's text fields hold, and which boxes stand at yes. */
export function formOf(page: Page): Promise<{ texts: string[]; ticked: string[] }> {
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

export async function calculate(page: Page): Promise<void> {
  await page.locator("#calculate, [id$=btnCalculate]").click();
}

/** Takes over what was read back. */
export async function confirm(tab: ChartTab): Promise<void> {
  const part = await officialPart(tab);
  await part.locator(".frax-read .primary").click();
  await tab.rest();
}
