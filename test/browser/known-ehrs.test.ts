import { readdirSync, readFileSync } from "node:fs";
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
const SEEN_AT = "2026-11-20T12:00:00Z";

interface Truth {
  patient: Record<"name" | "birthDate" | "sex" | "mrn", string | null>;
  labs: { analyte: string; value: number; unit: string; date: string }[];
  medications: { ingredient: string; status: string; dosePerDayMg: number | null }[];
}

const NOTHING = [null, undefined, "unknown"] as unknown[];

/** What was read, statement by statement, under names by which it is compared with the truth. */
function said({ patient, labs, medications }: Truth): Map<string, unknown> {
  const parts: [string, object][] = [
    ["patient", { ...patient, name: patient.name?.toLowerCase() }],
    ...labs.map((lab): [string, object] => [`${lab.analyte} ${lab.value}`, { found: true, ...lab }]),
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

describe.each(NAMES)("%s", (name) => {
  const truth = said(JSON.parse(readFileSync(path.join(PAGES, `${name}.truth.json`), "utf8")) as Truth);
  let raw: FrameSnapshot[];
  let page: InPage;

  beforeAll(async () => {
    page = await inPage();
    raw = await page.raw(await page.open(readFileSync(path.join(PAGES, `${name}.html`), "utf8")));
  });
  afterAll(() => page?.close());

  const read = (adapters: typeof ADAPTERS) => {
    const statements = [...said(readingOf(raw, adapters))].filter(([, value]) => value !== "");
    return {
      right: statements.flatMap(([what, value]) => (truth.get(what) === value ? what : [])),
      wrong: statements.filter(([what, value]) => truth.get(what) !== value),
    };
  };

  test("without its adapter: every test and drug, most of what is said of them, nothing wrong", () => {
    const { right, wrong } = read([]);
    expect(wrong).toEqual([]);
    const found = (list: Iterable<string>) => [...list].filter((what) => what.endsWith(": found")).sort();
    expect(found(right)).toEqual(found(truth.keys()));
    expect(right.length / truth.size).toBeGreaterThan(0.6);
  });

  test("with it: nothing wrong, nothing lost", () => {
    const [without, adapted] = [read([]), read(ADAPTERS)];
    expect(adapted.wrong).toEqual([]);
    expect(adapted.right).toEqual(expect.arrayContaining(without.right));
  });
});
