import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import * as fc from "fast-check";
import type { FrameFacts } from "../chart/frame-facts";
import { qualify } from "../chart/qualify";
import type { FrameSnapshot } from "../chart/snapshot";
import { structured } from "../chart/structure";
import { analyteOf } from "../terminology/analytes";
import { drugsIn } from "../terminology/drug-names";
import { type FuzzBrowser, fuzzBrowser, type StaticPage } from "./fuzz/browser";
import type { Step } from "./fuzz/page/entry";
import type { MutationName } from "./fuzz/page/mutations";
import { type PageWithTruth, pagesWithTruth } from "./fuzz/pages";
import { type Saying, sayingsOf, uncovered } from "./fuzz/says-more";
import { filesOf, serve } from "./serve";

const USAGE = "usage: npm run fuzz -- [--variants N] [--seed N] [--page NAME] [--keep FOLDER]";
const SEEN_AT = "2026-11-23T12:00:00Z";

const NAMES: readonly MutationName[] = [
  "renameClasses",
  "reorderColumns",
  "extraColumn",
  "wrapElements",
  "lookAlikeRows",
  "otherDrugRows",
  "commentRows",
  "addAsides",
  "splitTexts",
  "removeUnits",
  "germanNumbers",
  "swapCellTags",
  "tablesToDivs",
  "removeHeaders",
  "headerAbove",
  "changeSpaces",
  "upperCase",
  "glueFlags",
  "hiddenRows",
  "nestTables",
  "addActions",
  "intoInputs",
  "dropRoles",
];

const steps = fc.array(fc.record({ name: fc.constantFrom(...NAMES), seed: fc.nat(1e6) }), {
  minLength: 1,
  maxLength: 5,
});

const factsOf = (snapshot: FrameSnapshot): FrameFacts => qualify(structured(snapshot), 0, SEEN_AT);

/** Where the facts of a page stand: the cells of values, of their names, and of drugs. */
function marksOf(snapshot: FrameSnapshot, facts: FrameFacts): [number, string][] {
  const refOf = ({ evidence }: { evidence: { from: string; place?: { ref: number } } }) => evidence.place?.ref ?? 0;
  const rows = snapshot.regions.flatMap((region) => region.rows);
  const labs = facts.labs.flatMap((lab): [number, string][] => {
    const ref = refOf(lab);
    const row = snapshot.regions
      .flatMap(({ rows }) => rows)
      .find(({ cells }) => cells.some((cell) => cell.ref === ref));
    const labels = row?.cells.filter(
      (cell) => cell.ref !== ref && (cell.text.includes(lab.label) || analyteOf(cell.text, null) !== null),
    );
    return [[ref, "lab"], ...(labels ?? []).map((cell): [number, string] => [cell.ref, "label"])];
  });
  const medications = facts.medications.map(({ evidence }) => (evidence.from === "page" ? evidence.place.ref : 0));
  const drugs = rows.flatMap(({ cells }) =>
    cells.some(({ ref }) => medications.includes(ref))
      ? cells.flatMap(({ ref, text }) => (!medications.includes(ref) && drugsIn(text).length > 0 ? [ref] : []))
      : [],
  );
  return [
    ...labs,
    ...medications.map((ref): [number, string] => [ref, "medication"]),
    ...drugs.map((ref): [number, string] => [ref, "drug"]),
  ];
}

/** What the truth allows beyond what was read: entries that the reader misses on the page as it is. */
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
    // what the asides say of this patient
    statements: [{ of: "parentHipFracture", value: true }],
    allergies: [{ ingredient: "teriparatide" }, { ingredient: "zoledronic acid" }],
  };
}

interface Failure {
  page: string;
  seed: number;
  steps: readonly Step[];
  wrong: string[];
}

interface Outcome {
  variants: number;
  kept: number;
  all: number;
  failures: Failure[];
}

const count = (facts: FrameFacts) =>
  facts.labs.length + facts.medications.length + facts.dxa.length + facts.vitals.length;

/** A document that needs no script to run before it is read. */
function staticPage(file: string): StaticPage | null {
  const source = readFileSync(file, "utf8");
  if (/<script|<i?frame/i.test(source)) return null;
  const lang = /<html[^>]*\blang="([^"]*)"/i.exec(source)?.[1] ?? "";
  return { html: source.replace(/<!doctype[^>]*>|<\/?html[^>]*>/gi, ""), lang };
}

/** Reads `runs` changed versions of a page; what any of them says must be said by the page as it was. */
async function fuzzPage(
  browser: FuzzBrowser,
  page: PageWithTruth,
  address: string,
  runs: number,
  seed: number,
): Promise<Outcome> {
  const outcome: Outcome = { variants: 0, kept: 0, all: 0, failures: [] };
  const captured = staticPage(page.file) ?? (await browser.capture(address));
  if (!captured) return outcome;
  const snapshot = await browser.show(captured);
  const facts = factsOf(snapshot);
  await browser.mark(marksOf(snapshot, facts));
  const allowed = sayingsOf(factsOf(await browser.variant([])));
  for (const [list, more] of Object.entries(allowedByTruth(page.truth)))
    allowed[list] = [...(allowed[list] ?? []), ...more];
  let wrong: string[] = [];
  const property = fc.asyncProperty(steps, async (chosen) => {
    const found = factsOf(await browser.variant(chosen));
    outcome.variants++;
    outcome.kept += Math.min(count(found), count(facts));
    outcome.all += count(facts);
    const ignored = new Set(chosen.some(({ name }) => name === "glueFlags") ? ["flag"] : []);
    wrong = uncovered(sayingsOf(found), allowed, ignored);
    return wrong.length === 0;
  });
  const result = await fc.check(property, { seed, numRuns: runs, endOnFailure: false });
  if (result.failed) {
    const [chosen] = result.counterexample ?? [[]];
    if (result.errorInstance instanceof Error && !/Property failed/.test(result.errorInstance.message))
      throw result.errorInstance;
    const found = factsOf(await browser.variant(chosen));
    const ignored = new Set(chosen.some(({ name }) => name === "glueFlags") ? ["flag"] : []);
    outcome.failures.push({ page: page.id, seed, steps: chosen, wrong: uncovered(sayingsOf(found), allowed, ignored) });
  }
  return outcome;
}

/** `npm run fuzz`: 10,000 changed versions of every page with truth; a value that the page does not show is a failure. */
export async function main(argv: readonly string[]): Promise<number> {
  const options = new Map<string, string>();
  for (let i = 0; i < argv.length; i += 2) options.set(String(argv[i]).replace(/^--/, ""), String(argv[i + 1]));
  const known = ["variants", "seed", "page", "keep"];
  if ([...options].some(([name, value]) => !known.includes(name) || value === "undefined")) {
    console.error(USAGE);
    return 2;
  }
  const wanted = options.get("page");
  const pages = pagesWithTruth().filter(({ id }) => wanted === undefined || id.includes(wanted));
  const seed = Number(options.get("seed") ?? 1);
  const runs = Math.ceil(Number(options.get("variants") ?? 10_000) / Math.max(1, pages.length));
  const browser = await fuzzBrowser();
  const total: Outcome = { variants: 0, kept: 0, all: 0, failures: [] };
  const from = Date.now();
  try {
    for (const page of pages) {
      const site = await serve(filesOf(path.dirname(page.file)));
      const one = await fuzzPage(browser, page, `${site.origin}/${path.basename(page.file)}`, runs, seed);
      await site.close();
      total.variants += one.variants;
      total.kept += one.kept;
      total.all += one.all;
      for (const failure of one.failures) {
        total.failures.push(failure);
        console.log(`WRONG ${failure.page} --seed ${failure.seed}: ${JSON.stringify(failure.steps)}`);
        for (const line of failure.wrong) console.log(`    ${line}`);
        const keep = options.get("keep");
        if (keep) writeFileSync(path.join(keep, `${path.basename(page.file)}.wrong.html`), await browser.html());
      }
    }
  } finally {
    await browser.close();
  }
  const seconds = (Date.now() - from) / 1000;
  console.log(
    `${total.variants} variants of ${pages.length} pages in ${seconds.toFixed(0)} s (${(total.variants / seconds).toFixed(0)} a second), seed ${seed}: ${total.failures.length} pages with a wrong value, ${((100 * total.kept) / Math.max(1, total.all)).toFixed(0)} % still read`,
  );
  return total.failures.length === 0 ? 0 : 1;
}
