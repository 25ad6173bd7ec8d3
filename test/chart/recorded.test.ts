import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import type { FrameFacts } from "../../src/chart/frame-facts";
import { joinLists } from "../../src/chart/join";
import { joinIdentities, persons } from "../../src/chart/patient";
import { qualify } from "../../src/chart/qualify";
import type { FrameSnapshot } from "../../src/chart/snapshot";
import { structured } from "../../src/chart/structure";
import { SEEN_AT } from "./support/page";

/**
 * What the page script sent for each of our pages with a truth (test/pages), kept so that the reading of it needs no
 * browser. `OSTEON_RECORD=1 npx vitest run --project unit test/chart/recorded.test.ts` records them anew.
 */
const RECORDED = path.join(import.meta.dirname, "recorded");
const PAGES = path.join(import.meta.dirname, "../pages");
const NAMES = ["", "known/"].flatMap((folder) =>
  readdirSync(path.join(PAGES, folder)).flatMap((file) =>
    file.endsWith(".truth.json") ? `${folder}${file.replace(".truth.json", "")}` : [],
  ),
);
const recording = (name: string) => path.join(RECORDED, `${name.replace("/", "-")}.jsonl`);

it.skipIf(!process.env.OSTEON_RECORD)("are recorded", { timeout: 120_000 }, async () => {
  const { inPage } = await import("../content/in-page");
  const page = await inPage();
  for (const name of NAMES) {
    const tab = await page.open(readFileSync(path.join(PAGES, `${name}.html`), "utf8"));
    const frames = await page.raw(tab);
    writeFileSync(recording(name), frames.map((frame) => `${JSON.stringify(frame)}\n`).join(""));
    await tab.close();
  }
  await page.close();
});

type Fields = Record<string, unknown>;
/** What stands on a page, written before anything read it. `kind` where a truth gives a test under another's code. */
interface Truth {
  patient: Fields;
  labs: ({ analyte: string; kind?: string } & Fields)[];
  medications: ({ ingredient: string } & Fields)[];
  vitals?: Fields[];
  problems?: Fields[];
  fractures?: Fields[];
  lifestyle?: Fields;
  dental?: Fields;
  dxa?: Fields[];
  frax?: Fields[];
}

const truthOf = (name: string) => JSON.parse(readFileSync(path.join(PAGES, `${name}.truth.json`), "utf8")) as Truth;

function framesOf(name: string): FrameFacts[] {
  const lines = readFileSync(recording(name), "utf8").trim().split("\n");
  return lines.map((line, i) => qualify(structured(JSON.parse(line) as FrameSnapshot), i, SEEN_AT));
}

/** Everything the frames of a page say, in the words of the truths. */
function readingOf(name: string): Truth & Required<Pick<Truth, "vitals" | "problems" | "fractures">> {
  const frames = framesOf(name);
  const { labs, medications } = joinLists(frames);
  const [who = [], ...others] = persons(frames);
  expect(others).toEqual([]);
  return {
    patient: { ...joinIdentities(who) },
    labs: labs.map(({ result, ...lab }) =>
      result.kind === "number" ? { ...lab, ...result, text: null } : { ...lab, ...result, value: null },
    ),
    medications: medications.map((drug) => ({ ...drug })),
    vitals: frames.flatMap(({ vitals }) => vitals.map((one) => ({ ...one }))),
    problems: frames.flatMap(({ problems }) => problems.map((one) => ({ ...one }))),
    fractures: frames.flatMap(({ fractures }) => fractures.map((one) => ({ ...one }))),
    lifestyle: {
      smoking: frames.flatMap(({ smoking }) => smoking)[0]?.value,
      alcoholDrinksPerDay: frames.flatMap(({ alcoholDrinksPerDay }) => alcoholDrinksPerDay)[0]?.value,
    },
    dxa: frames.flatMap(({ dxa }) => dxa.map((one) => ({ ...one }))),
    frax: frames.flatMap(({ frax }) => frax.map((one) => ({ ...one }))),
    dental: { lastExam: frames.flatMap(({ lastDentalExam }) => lastDentalExam)[0]?.value },
  };
}

/** Fields that say how something is worded, not what it says. */
const WORDING = ["label", "kind", "analyte", "doseMustBeNull", "systemicGlucocorticoid"];
const NOTHING = [null, undefined, "unknown"] as unknown[];
/** Names are told in any order and spelling of capitals; a past problem is resolved or inactive. */
const plain = (value: unknown) =>
  String(value === "resolved" ? "inactive" : value)
    .toLowerCase()
    .split(" ")
    .sort()
    .join(" ");
const same = (a: unknown, b: unknown) => plain(a) === plain(b);

interface Compared {
  wrong: string[];
  unread: string[];
}

/** Statement by statement: what is not as it stands on the page, and what was not read. */
function compared(truth: Truth, read: ReturnType<typeof readingOf>): Compared {
  const found: Compared = { wrong: [], unread: [] };
  const fields = (what: string, shown: Fields, said: Fields) => {
    for (const [field, value] of Object.entries(shown)) {
      if (WORDING.includes(field) || same(value ?? null, said[field] ?? null)) continue;
      if (NOTHING.includes(said[field])) found.unread.push(`${what}: ${field}`);
      // a course that ends by its order, where the page has no field for it, is not in a truth
      else if (value !== null || (field !== "start" && field !== "stop"))
        found.wrong.push(`${what}: ${field} ${said[field]}`);
    }
  };
  const each = (shown: readonly Fields[], said: readonly Fields[], name: (one: Fields) => string, by: string[]) => {
    const left = [...said];
    for (const one of shown) {
      const alike = left.filter((other) => name(other) === name(one));
      const best = alike.find((other) => by.every((field) => same(one[field], other[field]))) ?? alike[0];
      if (best === undefined) found.unread.push(name(one));
      else fields(name(left.splice(left.indexOf(best), 1)[0] as Fields), one, best);
    }
    found.wrong.push(...left.map((other) => `${name(other)}: not there`));
  };
  fields("patient", truth.patient, read.patient);
  const labs = truth.labs.map((lab) => ({ ...lab, analyte: lab.kind ?? lab.analyte }));
  each(labs, read.labs, ({ analyte, value, text }) => `${analyte} ${value ?? text}`, ["date"]);
  each(truth.medications, read.medications, ({ ingredient }) => `${ingredient}`, ["dosePerDayMg", "status"]);
  if (truth.vitals) each(truth.vitals, read.vitals, ({ kind, value }) => `${kind} ${value}`, []);
  if (truth.problems)
    each(
      truth.problems,
      read.problems.filter(({ condition, negated }) => condition !== null && !negated),
      ({ condition }) => `${condition}`,
      [],
    );
  if (truth.fractures) each(truth.fractures, read.fractures, ({ site }) => `${site} fracture`, []);
  if (truth.dxa) each(truth.dxa, read.dxa ?? [], ({ site, side }) => `${site} ${side}`, ["t"]);
  if (truth.frax) each(truth.frax, read.frax ?? [], () => "FRAX", ["mof"]);
  if (truth.lifestyle) fields("lifestyle", truth.lifestyle, read.lifestyle ?? {});
  if (truth.dental) fields("dental", truth.dental, read.dental ?? {});
  return found;
}

/** What stands on a page and may go unread: missing is allowed; a line goes when it is read. */
const UNREAD: Record<string, string[]> = {
  // a list of active orders with a day in the past on which this one ended: neither is believed
  "drug-orders": ["CREAT 0.78: date", "CA 8.1: date", "alendronate: status"],
  german: ["alendronate: dosePerDayMg"],
  "headerless-and-lines": [
    "CA 9.7: date",
    "PHOS 3.1: date",
    "ALP 131: date",
    "VITD 24.8: date",
    "CREAT 0.7: date",
    "CA 9.9: date",
    "CREAT 0.74: date",
    "HGB 13: date",
    "TSH 3.4: date",
    "HBA1C 5.9: date",
  ],
  "history-note": [
    "CA 9.4: date",
    "ALB 4.1: date",
    "VITD 31: date",
    "CREAT 0.9: date",
    "PTH 62: date",
    "rheumatoid-arthritis: status",
  ],
  "medication-directions": ["alendronate: dosePerDayMg", "raloxifene: dosePerDayMg"],
  "portal-components": ["VITD 17.4", "CA 9.3", "PHOS 3.4", "PTH 88"].map((one) => `${one}: date`),
  "prescription-lines": [
    "alendronate: dosePerDayMg",
    "prednisone: dosePerDayMg",
    "prednisone: prednisoneMgPerDay",
    "risedronate: dosePerDayMg",
    "pantoprazole: dosePerDayMg",
  ],
  "rowspan-orders": ["patient: name", "patient: sex"],
  spanish: ["patient: name"],
  "known/bahmni": ["alendronate: status"],
  "known/librehealth": ["ibandronate: dosePerDayMg", "prednisolone: status"],
  "known/oscar": ["prednisone: dosePerDayMg"],
};

describe("the pages of test/pages, as the page script sent them", () => {
  it.each(NAMES)("%s: nothing wrong, and nothing lost that was once read", (name) => {
    const { wrong, unread } = compared(truthOf(name), readingOf(name));
    expect(wrong).toEqual([]);
    expect(UNREAD[name] ?? []).toEqual(expect.arrayContaining(unread));
  });
});
