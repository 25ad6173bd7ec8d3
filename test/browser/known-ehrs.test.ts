import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { LabResult, Medication } from "../../src/chart/chart";
import { joinLists } from "../../src/chart/join";
import { joinIdentities, persons } from "../../src/chart/patient";
import { qualify } from "../../src/chart/qualify";
import type { FrameSnapshot } from "../../src/chart/snapshot";
import { structured } from "../../src/chart/structure";
import { ADAPTERS } from "../../src/chart/structure/adapters";
import { type InPage, inPage } from "../content/in-page";

/** Pages in the habit of six EHRs, and what stands on them; written before anything read them. */
const PAGES = path.join(import.meta.dirname, "../pages/known");
const NAMES = readdirSync(PAGES).flatMap((file) => (file.endsWith(".html") ? file.replace(".html", "") : []));
/** Further pages in the habit of these products lie beside the checkout, where there is one; they are no part of the project. */
const SHARED = path.join(import.meta.dirname, "../../../shared/screens/traps/dev");
const OF_THESE = /^(?:openemr|openmrs|oscar|pf)-.*\.html$/;
const absent = !existsSync(SHARED);
const SHARED_NAMES = absent
  ? []
  : readdirSync(SHARED).flatMap((file) => (OF_THESE.test(file) ? file.replace(".html", "") : []));
const SEEN_AT = "2026-11-20T12:00:00Z";

interface Truth {
  patient: Record<"name" | "birthDate" | "sex" | "mrn", string | null>;
  /** `kind` where a truth gives a test under another's code. */
  labs: { analyte: string; kind?: string; value: number; unit: string; date: string }[];
  medications: { ingredient: string; status: string; dosePerDayMg: number | null }[];
}

const NOTHING = [null, undefined, "unknown"] as unknown[];

/** What was read, statement by statement, under names by which it is compared with the truth. */
function said({ patient, labs, medications }: Truth): Map<string, unknown> {
  const parts: [string, object][] = [
    ["patient", { ...patient, name: patient.name?.toLowerCase() }],
    ...labs.map((lab): [string, object] => [
      `${lab.kind ?? lab.analyte} ${lab.value}`,
      { found: true, unit: lab.unit, date: lab.date },
    ]),
    ...medications.map((drug): [string, object] => [drug.ingredient, { found: true, ...drug }]),
  ];
  const statements = parts.flatMap(([what, fields]) =>
    Object.entries(fields).map(([field, value]): [string, unknown] => [`${what}: ${field}`, value]),
  );
  return new Map(statements.filter(([, value]) => !NOTHING.includes(value)));
}

function readingOf(raw: readonly FrameSnapshot[], adapters: typeof ADAPTERS): Truth {
  const frames = raw.map((snapshot, i) => qualify(structured(snapshot, adapters), i, SEEN_AT));
  const { labs, medications } = joinLists(frames);
  const [who = [], ...others] = persons(frames);
  expect(others).toEqual([]);
  const { name = null, birthDate = null, sex = null, mrn = null } = joinIdentities(who) ?? {};
  const lab = ({ analyte, result, date }: LabResult) =>
    result.kind === "number" ? [{ analyte, value: result.value, unit: result.unit ?? "", date: date ?? "" }] : [];
  const drug = ({ ingredient, status, dosePerDayMg }: Medication) => ({ ingredient, status, dosePerDayMg });
  return { patient: { name, birthDate, sex, mrn }, labs: labs.flatMap(lab), medications: medications.map(drug) };
}

let page: InPage;
beforeAll(async () => {
  page = await inPage();
});
afterAll(() => page?.close());

/** The statements of a page that are right, and those that are not, with the adapters and without. */
async function compared(folder: string, name: string, isWrong: (truth: Map<string, unknown>, what: string) => boolean) {
  const truth = said(JSON.parse(readFileSync(path.join(folder, `${name}.truth.json`), "utf8")) as Truth);
  const tab = await page.open(readFileSync(path.join(folder, `${name}.html`), "utf8"));
  const raw = await page.raw(tab);
  await tab.close();
  const read = (adapters: typeof ADAPTERS) => {
    const statements = [...said(readingOf(raw, adapters))].filter(([, value]) => value !== "");
    return {
      right: statements.flatMap(([what, value]) => (truth.get(what) === value ? what : [])),
      wrong: statements.filter(([what, value]) => truth.get(what) !== value && isWrong(truth, what)),
    };
  };
  return { truth, without: read([]), adapted: read(ADAPTERS) };
}

describe.each(NAMES)("%s", (name) => {
  const reading = () => compared(PAGES, name, () => true);

  test("without its adapter: every test and drug, most of what is said of them, nothing wrong", async () => {
    const {
      truth,
      without: { right, wrong },
    } = await reading();
    expect(wrong).toEqual([]);
    const found = (list: Iterable<string>) => [...list].filter((what) => what.endsWith(": found")).sort();
    expect(found(right)).toEqual(found(truth.keys()));
    expect(right.length / truth.size).toBeGreaterThan(0.6);
  });

  test("with it: nothing wrong, nothing lost", async () => {
    const { without, adapted } = await reading();
    expect(adapted.wrong).toEqual([]);
    expect(adapted.right).toEqual(expect.arrayContaining(without.right));
  });
});

describe.skipIf(absent)(`the pages beside the checkout${absent ? " (skipped: they are not there)" : ""}`, () => {
  test.each(SHARED_NAMES)("%s: nothing wrong without an adapter, nothing lost with it", async (name) => {
    // their truth leaves out what is not scored
    const scored = (truth: Map<string, unknown>, what: string) => truth.has(what) || what.endsWith(": found");
    const { without, adapted } = await compared(SHARED, name, scored);
    expect(without.wrong).toEqual([]);
    expect(adapted.wrong).toEqual([]);
    expect(adapted.right).toEqual(expect.arrayContaining(without.right));
    expect(without.right.length).toBeGreaterThan(4);
  });
});
