/** The page script tells three sorts of words apart: list titles, the patient, and everything worth reading. */
const SORTS = ["list", "patient"];
/** Letters by which a word, or several, are known well enough to be worth reading. What they say is decided by the full words, later. */
const ENOUGH = 6;
/** Names of drugs and tests begin like few other words. */
const ENOUGH_OF_NAMES = 5;
const ENOUGH_OF_SEVERAL = 10;

/**
 * Packs the anchor terms for the page script, which has to stay small: for each sort its terms, cut short, joined by "|".
 * Runs at build time; the page script splits them again.
 */
export function packTerms(terms: readonly { kind: string; text: string }[]): string[] {
  const packed = [...SORTS, ""].map(() => new Set<string>());
  for (const { kind, text } of terms) {
    const sort = SORTS.indexOf(kind);
    const ofOne = kind === "lab" || kind === "drug" ? ENOUGH_OF_NAMES : ENOUGH;
    const letters = text.endsWith("$") ? text.length : /^[a-z]+$/.test(text) ? ofOne : ENOUGH_OF_SEVERAL;
    packed.at(sort)?.add(text.slice(0, letters).trim());
  }
  // what begins with another term is found by it
  return packed.map((texts) =>
    [...texts]
      .sort()
      .filter((text) => ![...texts].some((other) => other !== text && text.startsWith(other)))
      .join("|"),
  );
}
