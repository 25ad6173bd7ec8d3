/** The page script tells four sorts of words apart: names of tests and drugs, list titles, the patient, and everything else. */
const SORTS = ["lab drug", "list", "patient"];
/** Letters by which a word, or several, are known well enough to be worth reading. What they say is decided by the full words, later. */
const ENOUGH = 6;
const ENOUGH_OF_SEVERAL = 10;

/**
 * Packs the anchor terms for the page script, which has to stay small: for each sort its terms, cut short, joined by "|".
 * Runs at build time; the page script splits them again.
 */
export function packTerms(terms: readonly { kind: string; text: string }[]): string[] {
  const packed = [...SORTS, ""].map(() => new Set<string>());
  for (const { kind, text } of terms) {
    const sort = SORTS.findIndex((kinds) => kinds.split(" ").includes(kind));
    const letters = text.endsWith("$") ? text.length : /^[a-z]+$/.test(text) ? ENOUGH : ENOUGH_OF_SEVERAL;
    packed.at(sort)?.add(text.slice(0, letters).trim());
  }
  // what begins with another term is found by it
  return packed.map((texts) =>
    [...texts]
      .filter((text) => ![...texts].some((other) => other !== text && text.startsWith(other)))
      .sort()
      .join("|"),
  );
}
