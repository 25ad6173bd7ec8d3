import { existsSync, readFileSync } from "node:fs";
import type { Server } from "node:http";
import { tmpdir } from "node:os";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { toReading } from "../../src/chart/reading";
import { ROOT } from "../../src/commands/build";
import { assessed, nameIn } from "./support/assessed";
import { type ChartTab, type Osteon, openOsteon } from "./support/osteon";

/** The kit lies beside the checkout, where there is one; it is no part of the project. */
const KIT = path.resolve(ROOT, "../shared/kit");
const absent = !existsSync(path.join(KIT, "openmrs/serve.mjs"));
const reason = absent ? " (skipped: the kit that serves it is not beside this checkout)" : "";

interface Screen {
  patient: "a" | "b" | "c";
  screen: string;
  url: string;
  click: string[];
  truth: string;
}
interface Kit {
  serve(options: { dir: string }): Promise<{ server: Server; base: string; screens: Screen[] }>;
}
interface Truth {
  medications?: { ingredient: string }[] | undefined;
}
interface Counts {
  truth: number;
  correct: number;
}
interface Tally {
  labs: Counts;
  meds: Counts & { statusRight: number };
  wrong: { target: string; area: string; what: string; expected?: unknown; got?: unknown }[];
}
interface Scorer {
  emptyTally(): Tally;
  compareReading(truth: unknown, reading: unknown, tally: Tally): void;
}

/** Drugs on these screens that no rule asks for: they are not looked for. */
const OF_NO_CONCERN = ["folic acid", "amlodipine", "tiotropium", "salbutamol"];

const load = <T>(file: string): Promise<T> => import(/* @vite-ignore */ pathToFileURL(path.join(KIT, file)).href);

describe.skipIf(absent)(`the real OpenMRS 3 front end${reason}`, () => {
  let osteon: Osteon;
  let server: Server;
  let screens: Screen[];
  let scorer: Scorer;

  beforeAll(async () => {
    if (absent) return;
    const kit = await load<Kit>("openmrs/serve.mjs");
    scorer = await load<Scorer>("score/compare-reading.mjs");
    ({ server, screens } = await kit.serve({ dir: path.join(tmpdir(), "osteon-openmrs") }));
    osteon = await openOsteon();
  }, 300_000);
  afterAll(async () => {
    await osteon?.close();
    server?.closeAllConnections();
    server?.close();
  });

  const screenOf = (patient: string, name: string): Screen => {
    const found = screens.find((candidate) => candidate.patient === patient && candidate.screen === name);
    if (!found) throw new Error("the kit has no such screen");
    return found;
  };

  function truthOf({ truth }: Screen): Truth {
    const whole = JSON.parse(readFileSync(path.join(KIT, "openmrs", truth), "utf8")) as Truth;
    return {
      ...whole,
      medications: whole.medications?.filter(({ ingredient }) => !OF_NO_CONCERN.includes(ingredient)),
    };
  }

  /** All of the screen as it is now was read, and nothing wrong. */
  async function score(tab: ChartTab, screen: Screen): Promise<void> {
    const tally = scorer.emptyTally();
    const frames = Object.values((await tab.session())?.frames ?? {});
    scorer.compareReading(truthOf(screen), toReading(screen.url, frames), tally);
    const { truth, correct } = screen.screen === "medications" ? tally.meds : tally.labs;
    console.log(`OpenMRS ${screen.patient} ${screen.screen}: ${correct} of ${truth} read, ${tally.wrong.length} wrong`);
    expect(tally.wrong).toEqual([]);
    expect(truth).toBeGreaterThan(4);
    expect(correct).toBe(truth);
    if (screen.screen === "medications") expect(tally.meds.statusRight).toBe(truth);
  }

  test.each([
    ["a", "Maren Oakfield"],
    ["b", "Tobias Renwick"],
    ["c", "Odile Castellane"],
  ])("patient %s: results, over time, then medications, and the tier of %s stands in the sidebar", async (patient, name) => {
    const [results, overTime, medications] = [
      screenOf(patient, "results"),
      screenOf(patient, "results-over-time"),
      screenOf(patient, "medications"),
    ];
    const tab = await osteon.open(results.url);
    await score(tab, results);
    for (const selector of overTime.click) {
      // By the element, not by the pointer: the sidebar may lie in front of it.
      await tab.page.locator(selector).dispatchEvent("click");
      await tab.rest();
    }
    await score(tab, overTime);
    await tab.page.evaluate((address) => history.pushState(null, "", address), medications.url);
    await tab.page.getByText("Past Medications").first().waitFor();
    await tab.rest();
    await score(tab, medications);
    const assessment = await assessed(tab);
    expect(nameIn(assessment)).toBe(name);
    for (const kind of ["labs", "medications"])
      expect(assessment.lookedAt.find((list) => list.kind === kind)?.seen).toBe(true);
    const text = await tab.sidebarText();
    expect(text).toContain(name);
    expect(text).toContain(assessment.headline);
    await tab.page.close();
  });

  test("another patient without a page load: nothing of the one before, and all of the new one", async () => {
    const tab = await osteon.open(screenOf("a", "medications").url);
    await score(tab, screenOf("a", "medications"));
    for (const [patient, name] of [
      ["b", "Tobias Renwick"],
      ["c", "Odile Castellane"],
    ] as const) {
      const next = screenOf(patient, "medications");
      await tab.page.evaluate((address) => history.pushState(null, "", address), next.url);
      await tab.page.getByText(name).first().waitFor();
      await tab.page.getByText("Past Medications").first().waitFor();
      await tab.rest();
      await expect.poll(async () => nameIn(await assessed(tab))).toBe(name);
      await score(tab, next);
    }
    await tab.page.close();
  });
});
