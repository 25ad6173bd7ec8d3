/** The page script tells four sorts of words apart: names of tests and drugs, list titles, the patient, and everything else. */
const SORTS = ["lab drug", "list", "patient"];
/** Letters by which a plain word is known well enough to be worth reading. What it says is decided by the full word, later. */
const ENOUGH = 6;

/**
 * Packs the anchor terms for the page script, which has to stay small: for each sort its terms, cut short, joined by "|".
 * Runs at build time; the page script splits them again.
 */
export function packTerms(terms: readonly { kind: string; text: string }[]): string[] {
  const packed = [...SORTS, ""].map(() => new Set<string>());
  for (const { kind, text } of terms) {
    const sort = SORTS.findIndex((kinds) => kinds.split(" ").includes(kind));
    packed.at(sort)?.add(/^[a-z]+$/.test(text) ? text.slice(0, ENOUGH) : text);
  }
  return packed.map((texts) => [...texts].sort().join("|"));
}
