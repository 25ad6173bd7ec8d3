import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { openMrs } from "./bench-reader/openmrs";
import { fuzzBrowser } from "./fuzz/browser";
import { pagesWithTruth, SHARED } from "./fuzz/pages";
import { documentsOf, fuzzDocument } from "./fuzz/run";

const KIT = path.resolve(SHARED, "../kit");
const USAGE = "usage: npm run fuzz -- [--variants N] [--seed N] [--page NAME] [--keep FOLDER]";
const OPTIONS = ["variants", "seed", "page", "keep"];

/** Every option takes a value; null for anything else. */
function parse(argv: readonly string[]): Map<string, string> | null {
  const options = new Map<string, string>();
  for (let i = 0; i < argv.length; i += 2) {
    const [name, value] = [argv[i]?.replace(/^--/, "") ?? "", argv[i + 1]];
    if (!OPTIONS.includes(name) || value === undefined) return null;
    options.set(name, value);
  }
  return options;
}

/**
 * `npm run fuzz`: changed versions of every page with truth, 10,000 in all, read in a real browser, each frame by itself. Says which page,
 * seed and changes made the reader say what the page does not; the same seed and page give the same variants again.
 */
export async function main(argv: readonly string[]): Promise<number> {
  const options = parse(argv);
  const seed = Number(options?.get("seed") ?? Date.now() % 1e6);
  const variants = Number(options?.get("variants") ?? 10_000);
  if (!options || !Number.isInteger(seed) || !(variants > 0)) {
    console.error(USAGE);
    return 2;
  }
  const openmrs = await openMrs(KIT);
  if (typeof openmrs === "string") console.log(`Without OpenMRS: ${openmrs}.`);
  const browser = await fuzzBrowser();
  const from = Date.now();
  let [read, kept, all, wrong] = [0, 0, 0, 0];
  const pages = [
    ...pagesWithTruth().map(({ id, file, truth }) => ({ id, truth, documents: () => documentsOf(browser, file) })),
    ...(typeof openmrs === "string" ? [] : openmrs.pages).map(({ target, clicks, truth }) => ({
      id: `openmrs/${new URL(target).pathname}${clicks.length > 0 ? "#clicked" : ""}`,
      truth: { ...truth },
      documents: () => browser.capture(target, clicks),
    })),
  ].filter(({ id }) => id.includes(options.get("page") ?? ""));
  const each = Math.ceil(variants / pages.length);
  try {
    for (const { id, truth, documents } of pages) {
      const shown = await documents();
      for (const [frame, document] of shown.entries()) {
        const one = await fuzzDocument(browser, document, truth, Math.ceil(each / shown.length), seed);
        [read, kept, all] = [read + one.variants, kept + one.kept, all + one.all];
        if (!one.wrong) continue;
        wrong++;
        console.log(`WRONG --page ${id} --seed ${seed} (frame ${frame}): ${JSON.stringify(one.wrong.steps)}`);
        for (const line of one.wrong.said) console.log(`    ${line}`);
        const keep = options.get("keep");
        if (keep) mkdirSync(keep, { recursive: true });
        if (keep) writeFileSync(path.join(keep, `${path.basename(id)}-${frame}.html`), await browser.html());
      }
    }
  } finally {
    await browser.close();
    if (typeof openmrs !== "string") openmrs.close();
  }
  const seconds = (Date.now() - from) / 1000;
  console.log(
    `seed ${seed}: ${read} variants of ${pages.length} pages, ${(read / seconds).toFixed(0)} a second; ` +
      `${wrong} pages with a wrong value; ${((100 * kept) / Math.max(1, all)).toFixed(1)} % of the facts still read`,
  );
  return wrong === 0 ? 0 : 1;
}
