import { readFileSync } from "node:fs";
import path from "node:path";
import * as fc from "fast-check";
import type { FrameFacts } from "../../chart/frame-facts";
import { qualify } from "../../chart/qualify";
import type { FrameSnapshot } from "../../chart/snapshot";
import { structured } from "../../chart/structure";
import { analyteOf } from "../../terminology/analytes";
import { readConditions } from "../../terminology/conditions";
import { drugsIn } from "../../terminology/drug-names";
import { filesOf, serve } from "../serve";
import type { FuzzBrowser, StaticPage } from "./browser";
import type { Step } from "./page/entry";
import { MUTATIONS, type MutationName } from "./page/mutations";
import type { PageWithTruth } from "./pages";
import { type Saying, sayingsOf, uncovered } from "./says-more";

/** When the pages are seen: their truth was written for this day. */
export const SEEN_AT = "2026-11-23T12:00:00Z";

const NAMES = Object.keys(MUTATIONS) as MutationName[];
const steps = fc.array(fc.record({ name: fc.constantFrom(...NAMES), seed: fc.nat(1e6) }), {
  minLength: 1,
  maxLength: 5,
});

export const factsOf = (snapshot: FrameSnapshot): FrameFacts => qualify(structured(snapshot), 0, SEEN_AT);

/** Where the facts of a page stand: the cells of values, of their names, and of drugs. */
function marksOf(snapshot: FrameSnapshot, { labs, medications }: FrameFacts): [number, string][] {
  const refOf = ({ evidence }: FrameFacts["labs"][number] | FrameFacts["medications"][number]) =>
    evidence.from === "page" ? evidence.place.ref : 0;
  const rows = snapshot.regions.flatMap((region) => region.rows);
  const rowOf = (ref: number) => rows.find(({ cells }) => cells.some((cell) => cell.ref === ref))?.cells ?? [];
  return [
    ...labs.flatMap((lab): [number, string][] => {
      const labels = rowOf(refOf(lab)).filter(
        ({ ref, text }) => ref !== refOf(lab) && (text.includes(lab.label) || analyteOf(text, null) !== null),
      );
      return [[refOf(lab), "lab"], ...labels.map(({ ref }): [number, string] => [ref, "label"])];
    }),
    ...medications.flatMap((one): [number, string][] => {
      const others = rowOf(refOf(one)).filter(({ ref, text }) => ref !== refOf(one) && drugsIn(text).length > 0);
      return [[refOf(one), "medication"], ...others.map(({ ref }): [number, string] => [ref, "drug"])];
    }),
  ];
}

/** What may be said beyond what was read: entries of the truth that the reader misses, and what the asides add. */
function allowedByTruth(truth: Record<string, unknown>): Record<string, Saying[]> {
  const list = (name: string) => (truth[name] ?? []) as Record<string, unknown>[];
  const only = (one: Record<string, unknown>, fields: string[]) =>
    Object.fromEntries(
      fields.flatMap((field) => (one[field] == null && field !== "comparator" ? [] : [[field, one[field]]])),
    );
  return {
    labs: list("labs").map((one) => ({
      ...only(one, ["value", "comparator", "date"]),
      ...(one.kind === undefined ? {} : { analyte: one.kind }),
    })),
    medications: list("medications").map((one) => only(one, ["ingredient", "status", "route", "dosePerDayMg"])),
    vitals: list("vitals").map((one) => only(one, ["kind", "value", "date"])),
    identities: [(truth.patient ?? {}) as Saying],
    statements: [{ of: "parentHipFracture", value: true }],
    allergies: [{ ingredient: "teriparatide" }, { ingredient: "zoledronic acid" }],
  };
}

/** A document that needs no script to run before it is read. */
export function staticPage(file: string): StaticPage | null {
  const source = readFileSync(file, "utf8");
  if (/<script|<i?frame/i.test(source)) return null;
  const lang = /<html[^>]*\blang="([^"]*)"/i.exec(source)?.[1] ?? "";
  return { html: source.replace(/<!doctype[^>]*>|<\/?html[^>]*>/gi, ""), lang };
}

/** The documents of a page: its own, and those of its frames. */
export async function documentsOf(browser: FuzzBrowser, file: string): Promise<StaticPage[]> {
  const one = staticPage(file);
  if (one) return [one];
  const site = await serve(filesOf(path.dirname(file)));
  try {
    return await browser.capture(`${site.origin}/${path.basename(file)}`);
  } finally {
    await site.close();
  }
}

export interface Outcome {
  variants: number;
  /** Facts of the unchanged page, and how many of them changed pages still gave, in all. */
  all: number;
  kept: number;
  /** The smallest change that made the reader say something else, and what it then said. */
  wrong: { steps: readonly Step[]; said: string[] } | null;
}

const size = ({ labs, medications, dxa, vitals }: FrameFacts) =>
  labs.length + medications.length + dxa.length + vitals.length;

/** Reads `runs` changed versions of a document; what any of them says must be said by it as it was, or be its truth. */
export async function fuzzDocument(
  browser: FuzzBrowser,
  shown: StaticPage,
  truth: PageWithTruth["truth"],
  runs: number,
  seed: number,
): Promise<Outcome> {
  const outcome: Outcome = { variants: 0, all: 0, kept: 0, wrong: null };
  const snapshot = await browser.show(shown);
  await browser.mark(marksOf(snapshot, factsOf(snapshot)));
  const original = factsOf(await browser.variant([]));
  const allowed = sayingsOf(original);
  // which of two names of one problem is taken may depend on the order of the columns
  const cells = snapshot.regions.flatMap(({ rows }) => rows.flatMap((row) => row.cells));
  const problems = cells.flatMap(({ text }) => readConditions(text));
  for (const [list, more] of Object.entries({
    ...allowedByTruth(truth),
    problems: problems as unknown as Saying[],
  }))
    allowed[list] = [...(allowed[list] ?? []), ...more];
  const read = async (chosen: readonly Step[]) => {
    const facts = factsOf(await browser.variant(chosen));
    const ignored = new Set(chosen.some(({ name }) => name === "glueFlags") ? ["flag"] : []);
    return { facts, said: uncovered(sayingsOf(facts), allowed, ignored) };
  };
  const property = fc.asyncProperty(steps, async (chosen) => {
    const { facts, said } = await read(chosen);
    outcome.variants++;
    outcome.kept += Math.min(size(facts), size(original));
    outcome.all += size(original);
    return said.length === 0;
  });
  const { failed, counterexample, errorInstance } = await fc.check(property, { seed, numRuns: runs });
  if (failed && errorInstance instanceof Error && counterexample === null) throw errorInstance;
  if (failed && counterexample) {
    const [chosen] = counterexample;
    outcome.wrong = { steps: chosen, said: (await read(chosen)).said };
  }
  return outcome;
}
