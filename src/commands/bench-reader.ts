import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { openMrs, type ServedPage } from "./bench-reader/openmrs";
import { emptyScore, type Score, scorePage, type Truth } from "./bench-reader/score";
import { ROOT } from "./build";
import { pagesWithTruth, SHARED } from "./fuzz/pages";
import { aFewAtOnce, withReader } from "./read";

interface Target extends ServedPage {
  family: string;
}

/** Traps name the clicks that a reading needs, and may have two truths for one page. */
function clicksOf(file: string, target: string): string[] {
  const list = path.join(path.dirname(file), "pages.json");
  if (!existsSync(list)) return [];
  const entries = JSON.parse(readFileSync(list, "utf8")) as { target: string; click?: string[] }[];
  return entries.find((one) => one.target === target)?.click ?? [];
}

function row(cells: readonly (string | number)[], widths: readonly number[]): string {
  return cells.map((cell, i) => (i === 0 ? String(cell).padEnd(30) : String(cell).padStart(widths[i] ?? 9))).join(" ");
}

const share = (part: number, whole: number) => (whole === 0 ? "-" : `${((100 * part) / whole).toFixed(1)} %`);

function print(scores: ReadonlyMap<string, Score>): void {
  const families = [...scores.keys()];
  const names = new Set(families.flatMap((family) => [...(scores.get(family)?.fields.keys() ?? [])]));
  const widths = [30, ...families.map(() => 22)];
  console.log(row(["right / shown (wrong)", ...families], widths));
  for (const name of names) {
    const cells = families.map((family) => {
      const tally = scores.get(family)?.fields.get(name);
      if (!tally || tally.shown + tally.wrong === 0) return "";
      return `${share(tally.right, tally.shown)} ${tally.right}/${tally.shown} (${tally.wrong})`;
    });
    if (cells.some(Boolean)) console.log(row([name, ...cells], widths));
  }
  const all = families.flatMap((family) => scores.get(family) ?? []);
  console.log(row(["precision", ...all.map(({ there, read }) => `${share(there, read)} ${there}/${read}`)], widths));
  console.log(row(["wrong values", ...all.map(({ wrong }) => wrong.length)], widths));
}

/**
 * `npm run bench:reader`: reads every page with truth with the extension as built; recall of every field, precision and
 * wrong values, by family. `--missing` lists what was not read.
 */
export async function main(argv: readonly string[]): Promise<number> {
  if (argv.some((argument) => argument !== "--missing")) {
    console.error("usage: npm run bench:reader [-- --missing]");
    return 2;
  }
  if (!existsSync(SHARED)) console.log("Only our own pages: the vendors' pages do not lie beside this checkout.");
  const files = pagesWithTruth();
  const targets: Target[] = files.map(({ file, family, truth }) => ({
    family,
    target: file,
    clicks: clicksOf(file, String(truth.target)),
    truth,
  }));
  const served = await openMrs(path.resolve(ROOT, "../shared/kit"));
  if (typeof served === "string") console.log(`Without OpenMRS: ${served}`);
  else targets.push(...served.pages.map((page) => ({ ...page, family: "openmrs" })));
  const scores = new Map<string, Score>();
  try {
    await withReader(async (read) => {
      const readings = aFewAtOnce(targets, async ({ target, clicks }) =>
        read(target, { targets: [], clicks, settle: 300 }).catch((error: unknown) => {
          console.log(`NOT READ ${target}: ${String(error).split("\n")[0]}`);
          return undefined;
        }),
      );
      for (const [i, { family, truth }] of targets.entries()) {
        const score = scores.get(family) ?? emptyScore();
        scores.set(family, score);
        const reading = await readings[i];
        if (reading) scorePage(truth as Truth, reading, score);
      }
    });
  } finally {
    if (typeof served !== "string") served.close();
  }
  print(scores);
  const wrong = [...scores.values()].flatMap((score) => score.wrong);
  for (const line of wrong) console.log(`WRONG ${line}`);
  if (argv.includes("--missing"))
    for (const line of [...scores.values()].flatMap(({ missing }) => missing)) console.log(`missing ${line}`);
  return wrong.length === 0 ? 0 : 1;
}
