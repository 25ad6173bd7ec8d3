import { afterAll, beforeAll, expect, test } from "vitest";
import { toReading } from "../../src/chart/reading";
import type { Site } from "../../src/commands/serve";
import { assessed, nameIn, toldIn } from "./support/assessed";
import { type Osteon, openOsteon } from "./support/osteon";
import { bannerOf, daysAgo, htmlPage, labTable, medicationTable, servePages } from "./support/pages";

const DRAWN = daysAgo(40);
const MEDICATIONS = htmlPage(
  medicationTable(["Alendronate 70 mg tablet", "Take 1 tablet by mouth once weekly", "Active"]),
);
const REPORT =
  "<h2>DXA bone density</h2><p>Left femoral neck: T-score -1.9. Lumbar spine L1-L4: T-score -1.2. FRAX (with BMD): major osteoporotic fracture 12%, hip fracture 2.1%.</p>";

const PAGES = {
  "/": htmlPage(`${bannerOf("Marsh, Ada", "04/02/1958", "Female", "00123")}
<iframe src="/outer" title="Results"></iframe>
<iframe srcdoc="${MEDICATIONS.replace(/"/g, "&quot;")}" title="Medications"></iframe>
<iframe id="blank" title="Report"></iframe>
<script>document.getElementById("blank").contentDocument.body.innerHTML = ${JSON.stringify(REPORT)};</script>`),
  "/outer": htmlPage(`<p>Result viewer</p><iframe src="/inner" title="Laboratory" width="600" height="300"></iframe>`),
  "/inner": htmlPage(labTable(["25-OH Vitamin D", "27", "ng/mL", DRAWN], ["Calcium", "9.3", "mg/dL", DRAWN])),
};

const ADA = bannerOf("Marsh, Ada", "04/02/1958", "Female", "00123");
const BETH = bannerOf("Orne, Beth", "09/11/1949", "Female", "00456");
const quoted = (html: string) => html.replace(/"/g, "&quot;");

const MORE_PAGES = {
  "/sandboxed": htmlPage(
    `${ADA}<iframe sandbox srcdoc="${quoted(htmlPage(labTable(["Calcium", "9.3", "mg/dL", DRAWN])))}" title="Results"></iframe>
<iframe sandbox="allow-scripts" src="/inner" title="More results"></iframe>`,
  ),
  "/banner-in-frame": htmlPage(
    `<iframe id="who" src="/ada" title="Patient"></iframe><iframe src="/lab-of-ada" title="Results"></iframe>`,
  ),
  "/ada": htmlPage(ADA),
  "/beth": htmlPage(BETH),
  "/lab-of-ada": htmlPage(labTable(["Calcium", "9.3", "mg/dL", DRAWN])),
  "/two": htmlPage(`<iframe src="/ada" title="One"></iframe><iframe id="other" src="/beth" title="Other"></iframe>`),
  "/tabs": htmlPage(
    `${ADA}<iframe src="/inner" title="Open tab"></iframe><div id="closed" style="display:none"><iframe src="/lab-of-ada" title="Closed tab"></iframe></div>`,
  ),
};

let site: Site;
let osteon: Osteon;

beforeAll(async () => {
  site = await servePages({ ...PAGES, ...MORE_PAGES });
  osteon = await openOsteon();
});
afterAll(async () => {
  await osteon?.close();
  await site?.close();
});

test("nested, srcdoc and about:blank frames are read as one chart of one patient", async () => {
  const tab = await osteon.open(`${site.origin}/`);
  const frames = Object.values((await tab.session())?.frames ?? {});
  const reading = toReading("frames", frames);

  expect(reading.patient).toMatchObject({ name: "Ada Marsh", birthDate: "1958-04-02", sex: "female", mrn: "00123" });
  expect(reading.labs).toMatchObject([
    { analyte: "VITD", value: 27, unit: "ng/mL", date: DRAWN },
    { analyte: "CA", value: 9.3, unit: "mg/dL", date: DRAWN },
  ]);
  expect(reading.medications).toMatchObject([{ ingredient: "alendronate", status: "active", dosePerDayMg: 10 }]);
  expect(reading.dxa).toEqual(
    expect.arrayContaining([
      expect.objectContaining({ site: "FN", side: "left", t: -1.9 }),
      expect.objectContaining({ site: "LS", t: -1.2 }),
    ]),
  );
  expect(reading.frax).toMatchObject([{ mof: 12, hip: 2.1 }]);
  expect((await assessed(tab)).tier).toBe("MODERATE");
});

test("a frame that goes takes what it shows from the screen, not from what was seen", async () => {
  const tab = await osteon.open(`${site.origin}/`);
  await tab.page.evaluate(() => document.querySelector("iframe[title=Results]")?.remove());
  await tab.rest();
  expect(nowOnScreen(await tab.session())).not.toContain("VITD");
  const { lookedAt } = await assessed(tab);
  expect(lookedAt.find(({ kind }) => kind === "labs")?.seen).toBe(true);
});

test("sandboxed frames, with an address and without, are read", async () => {
  const tab = await osteon.open(`${site.origin}/sandboxed`);
  const labs = toReading("sandboxed", Object.values((await tab.session())?.frames ?? {})).labs;
  expect(labs).toMatchObject([
    { analyte: "CA", value: 9.3 },
    { analyte: "VITD", value: 27 },
  ]);
});

test("a frame of a closed tab is left out until its tab is opened", async () => {
  const tab = await osteon.open(`${site.origin}/tabs`);
  const closed = async () =>
    Object.values((await tab.session())?.frames ?? {}).some(({ url }) => url.endsWith("/lab-of-ada"));
  expect(await closed()).toBe(false);
  await tab.page.evaluate(() => document.getElementById("closed")?.removeAttribute("style"));
  await tab.rest();
  expect(await closed()).toBe(true);
});

test("the next patient in a frame of their own, with the address as it was: the list of the former one is not theirs", async () => {
  const tab = await osteon.open(`${site.origin}/banner-in-frame`);
  expect(nameIn(await assessed(tab))).toBe("Ada Marsh");
  expect(nowOnScreen(await tab.session())).toContain("9.3");
  await tab.page.evaluate(() => document.getElementById("who")?.setAttribute("src", "/beth"));
  await tab.rest();
  expect(nameIn(await assessed(tab))).toBe("Beth Orne");
  const { labs } = toReading("frames", Object.values((await tab.session())?.frames ?? {}));
  expect(labs).toEqual([]);
  expect(toldIn(await tab.view())).not.toMatch(/Marsh|9\.3/);
  expect(await tab.sidebarText()).not.toMatch(/Marsh|9\.3/);
});

test("two patients in two frames: nothing is shown but that, until one is gone", async () => {
  const tab = await osteon.open(`${site.origin}/two`);
  expect(await tab.view()).toEqual({ state: "two-patients" });
  expect(await tab.highlighted()).toEqual([]);
  expect(await tab.sidebarText()).not.toMatch(/Marsh|Orne/);
  await tab.page.evaluate(() => document.getElementById("other")?.remove());
  await tab.rest();
  expect(nameIn(await assessed(tab))).toBe("Ada Marsh");
});

function nowOnScreen(session: unknown): string {
  return JSON.stringify((session as { frames?: unknown } | undefined)?.frames ?? {});
}
