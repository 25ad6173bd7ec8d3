import { afterAll, beforeAll, expect, test } from "vitest";
import { toReading } from "../../src/chart/reading";
import type { Site } from "../../src/commands/serve";
import { assessed } from "./support/assessed";
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

function nowOnScreen(session: unknown): string {
  return JSON.stringify((session as { frames?: unknown } | undefined)?.frames ?? {});
}
