import { writeFileSync } from "node:fs";
import path from "node:path";
import { fuzzBrowser } from "./fuzz/browser";
import { pagesWithTruth } from "./fuzz/pages";
import { fuzzPage } from "./fuzz/run";

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
 * `npm run fuzz`: changed versions of every page with truth, 10,000 in all, read in a real browser. Says which page,
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
  const pages = pagesWithTruth().filter(({ id }) => id.includes(options.get("page") ?? ""));
  const browser = await fuzzBrowser();
  const from = Date.now();
  let [read, kept, all, wrong] = [0, 0, 0, 0];
  try {
    for (const page of pages) {
      const one = await fuzzPage(browser, page, Math.ceil(variants / pages.length), seed);
      [read, kept, all] = [read + one.variants, kept + one.kept, all + one.all];
      if (!one.wrong) continue;
      wrong++;
      console.log(`WRONG --page ${page.id} --seed ${seed}: ${JSON.stringify(one.wrong.steps)}`);
      for (const line of one.wrong.said) console.log(`    ${line}`);
      const keep = options.get("keep");
      if (keep) writeFileSync(path.join(keep, path.basename(page.file)), await browser.html());
    }
  } finally {
    await browser.close();
  }
  const seconds = (Date.now() - from) / 1000;
  console.log(
    `seed ${seed}: ${read} variants of ${pages.length} pages, ${(read / seconds).toFixed(0)} a second; ` +
      `${wrong} pages with a wrong value; ${((100 * kept) / Math.max(1, all)).toFixed(1)} % of the facts still read`,
  );
  return wrong === 0 ? 0 : 1;
}
