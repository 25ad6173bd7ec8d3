/** The page script tells three sorts of words apart: list titles, the patient, and everything worth reading. */
const SORTS = ["list", "patient"];
/** Letters by which a word, or several, are known well enough to be worth reading. What they say is decided by the full words, later. */
const ENOUGH = 5;
const ENOUGH_OF_SEVERAL = 9;
/** Words of any page that begin like one of ours: those keep as many letters as tell them apart. */
const OTHERS = [
  "active",
  "activity",
  "cancel",
  "chloride",
  "medical",
  "method",
  "premature",
  "proliferation",
  "protocol",
];

function cut(text: string): string {
  if (text.endsWith("$")) return text;
  if (!/^[a-z]+$/.test(text)) return text.slice(0, ENOUGH_OF_SEVERAL).trim();
  let letters = ENOUGH;
  while (letters < text.length && OTHERS.some((other) => other.startsWith(text.slice(0, letters)))) letters++;
  return text.slice(0, letters);
}

/**
 * Packs the anchor terms for the page script, which has to stay small: for each sort its terms, cut short, joined by "|".
 * Runs at build time; the page script splits them again.
 */
export function packTerms(terms: readonly { kind: string; text: string }[]): string[] {
  const packed = [...SORTS, ""].map(() => new Set<string>());
  for (const { kind, text } of terms) packed.at(SORTS.indexOf(kind))?.add(cut(text));
  // what begins with another term is found by it
  return packed.map((texts) =>
    [...texts]
      .sort()
      .filter((text) => ![...texts].some((other) => other !== text && text.startsWith(other)))
      .join("|"),
  );
}
