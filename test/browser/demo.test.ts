import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Site } from "../../src/commands/serve";
import { assessed, missingCodes, nameIn } from "./support/assessed";
import { goRound, openSection, serveDemo, switchTo } from "./support/demo";
import { type ChartTab, type Osteon, openOsteon } from "./support/osteon";

let site: Site;
let osteon: Osteon;
let tab: ChartTab;

beforeAll(async () => {
  site = await serveDemo();
  osteon = await openOsteon();
});
afterAll(async () => {
  await osteon?.close();
  await site?.close();
});

async function openPatient(id: string) {
  await tab?.page.close();
  tab = await osteon.open(`${site.origin}/patients/${id}/summary`);
}

describe("below the thresholds", () => {
  beforeAll(async () => {
    await openPatient("lindqvist");
    await goRound(tab);
  });

  test("moderate tier from FRAX as printed", async () => {
    const assessment = await assessed(tab);
    expect(nameIn(assessment)).toBe("Harriet Lindqvist");
    expect(assessment).toMatchObject({
      tier: "MODERATE",
      bmdCategory: "osteopenia",
      sourceThresholdMet: false,
      frax: { used: { mof: 8.9, hip: 0.9, adjusted: false } },
    });
    expect(assessment.suggest.filter(({ drug }) => drug !== null)).toEqual([]);
  });

  test("vitamin D is on file and below the target", async () => {
    const assessment = await assessed(tab);
    expect(missingCodes(assessment)).not.toContain("VITD");
    expect(JSON.stringify(assessment.findings)).toContain("16.8");
  });

  test("and is marked where it stands", async () => {
    await openSection(tab, "results");
    expect((await tab.highlighted()).join(" | ")).toContain("16.8");
  });

  test("a nasal steroid and a course that is over do not count", async () => {
    const { ruleIds, frax } = await assessed(tab);
    expect(ruleIds).toEqual(expect.arrayContaining(["GC-ROUTE", "GC-DUR"]));
    expect(frax.used?.adjusted).toBe(false);
  });

  test("the sidebar shows whose chart it is, and the badge no patient data", async () => {
    expect(await tab.sidebarText()).toContain("Harriet Lindqvist");
    expect(await tab.badge()).toMatch(/^(•|\d{1,2})$/);
  });
});

describe("above them only after the steroid adjustment", () => {
  beforeAll(async () => {
    await openPatient("vance");
    await goRound(tab);
  });

  test("high tier from adjusted FRAX", async () => {
    const { tier, sourceThresholdMet, frax } = await assessed(tab);
    expect({ tier, sourceThresholdMet }).toEqual({ tier: "HIGH", sourceThresholdMet: true });
    expect(frax.raw).toMatchObject({ mof: 17.8, hip: 2.6 });
    expect(frax.used?.adjusted).toBe(true);
    expect(frax.used?.mof).toBeCloseTo(20.47, 6);
    expect(frax.used?.hip).toBeCloseTo(3.12, 6);
  });

  test("the figures carry the date of their report, so nothing has to be assumed", async () => {
    const { frax, decidingBmd, provisional } = await assessed(tab);
    expect(frax.raw?.date).toMatch(/^\d{4}-\d{2}-\d{2}$/);
    expect(decidingBmd?.date).toBe(frax.raw?.date);
    expect(provisional).toBe(false);
  });

  test("alendronate first; vitamin D and a dental exam are missing", async () => {
    const assessment = await assessed(tab);
    expect(assessment.suggest.find(({ drug }) => drug !== null)?.drug).toBe("alendronate");
    expect(missingCodes(assessment)).toEqual(expect.arrayContaining(["VITD", "DENTAL"]));
  });

  test("the missing vitamin D stands as a badge beside the list of results", async () => {
    await openSection(tab, "results");
    expect(await tab.layerText()).toMatch(/vitamin D/i);
  });

  test("coming back to a section counts nothing twice", async () => {
    const once = await assessed(tab);
    await goRound(tab);
    const twice = await assessed(tab);
    expect(twice.tier).toBe(once.tier);
    expect(twice.missing.map(({ code }) => code)).toEqual(once.missing.map(({ code }) => code));
    expect(twice.alerts.map(({ text }) => text)).toEqual(once.alerts.map(({ text }) => text));
    expect(twice.suggest.map(({ drug }) => drug)).toEqual(once.suggest.map(({ drug }) => drug));
  });
});

describe("on denosumab", () => {
  beforeAll(async () => {
    await openPatient("achterberg");
    await goRound(tab);
  });

  test("the next dose is overdue; no drug is offered as if there were none", async () => {
    const assessment = await assessed(tab);
    expect(assessment.tier).toBe("VERY_HIGH");
    expect(assessment.alerts.map(({ rule }) => rule)).toContain("D14");
    expect(assessment.suggest).toEqual([]);
    expect(missingCodes(assessment)).not.toContain("VITD");
  });

  test("it is marked that the drug stands without a dental exam", async () => {
    await openSection(tab, "medications");
    expect((await tab.highlighted()).join(" | ")).toMatch(/denosumab/i);
    expect(await tab.layerText()).toMatch(/dental exam/i);
  });

  test("FRAX that was not reported is not used", async () => {
    expect((await assessed(tab)).frax.used).toBeNull();
  });
});

describe("section by section", () => {
  test("what was seen in one stays when another is opened", async () => {
    await openPatient("vance");
    await openSection(tab, "results");
    const seenFirst = (await assessed(tab)).lookedAt;
    expect(seenFirst.find(({ kind }) => kind === "labs")?.seen).toBe(true);
    expect(seenFirst.find(({ kind }) => kind === "dxa")?.seen).toBe(false);
    expect((await assessed(tab)).tier).toBe("INDETERMINATE");

    await openSection(tab, "reports");
    const after = await assessed(tab);
    expect(after.lookedAt.find(({ kind }) => kind === "labs")?.seen).toBe(true);
    expect(after.lookedAt.find(({ kind }) => kind === "dxa")?.seen).toBe(true);
    expect(after.tier).not.toBe("INDETERMINATE");
  });
});

describe("the next patient, without a page load", () => {
  beforeAll(async () => {
    await openPatient("vance");
    await openSection(tab, "medications");
    await openSection(tab, "reports");
    for (const trace of ["Vance", "4410-5913", '"mof":17.8', "Prednisone"])
      expect(JSON.stringify(await tab.session())).toContain(trace);
    await osteon.browser.worker().evaluate((key) => {
      const seen: unknown[] = [];
      Object.assign(globalThis, { views: seen });
      chrome.storage.session.onChanged.addListener((changes) => {
        if (changes[key]) seen.push(JSON.parse(changes[key].newValue as string));
      });
    }, `view:${tab.id}`);
    await switchTo(tab, "lindqvist");
  });

  test("what was shown is cleared before anything of the next patient is shown", async () => {
    const views = (await osteon.browser.worker().evaluate("globalThis.views")) as { state: string }[];
    const firstOfNext = views.findIndex((view) => JSON.stringify(view).includes("Lindqvist"));
    const cleared = views.findIndex(({ state }) => state !== "chart");
    expect(firstOfNext).toBeGreaterThan(cleared);
    expect(cleared).toBeGreaterThanOrEqual(0);
    expect(JSON.stringify(views.slice(cleared))).not.toContain("Vance");
  });

  test("nothing of the former patient is held or shown", async () => {
    const held = JSON.stringify(await tab.session());
    for (const trace of ["Vance", "4410-5913", '"mof":17.8', "Prednisone"]) expect(held).not.toContain(trace);
    const shown = await tab.sidebarText();
    expect(shown).toContain("Lindqvist");
    expect(shown).not.toContain("Vance");
  });

  test("the next patient's own sections give the next patient's own answer", async () => {
    await goRound(tab);
    expect(await assessed(tab)).toMatchObject({ tier: "MODERATE", frax: { used: { mof: 8.9 } } });
  });
});
