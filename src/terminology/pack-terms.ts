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

/** The anchor terms of each sort, cut short and sorted. What begins with another term is found by it. */
export function anchorTerms(terms: readonly { kind: string; text: string }[]): string[][] {
  const sorts = [...SORTS, ""].map(() => new Set<string>());
  for (const { kind, text } of terms) sorts.at(SORTS.indexOf(kind))?.add(cut(text));
  return sorts.map((texts) =>
    [...texts].sort().filter((text) => ![...texts].some((other) => other !== text && text.startsWith(other))),
  );
}

/** Front coding: a capital says how many letters a term has from the one before it (A: none), the rest follows. */
export function frontCoded(sorted: readonly string[]): string {
  let before = "";
  let coded = "";
  for (const term of sorted) {
    let shared = 0;
    while (shared < before.length && before[shared] === term[shared]) shared++;
    coded += String.fromCharCode("A".charCodeAt(0) + shared) + term.slice(shared);
    before = term;
  }
  return coded;
}

/** Packs the anchor terms at build time for the page script, which has to stay small: one string a sort. */
export const packTerms = (terms: readonly { kind: string; text: string }[]): string[] =>
  anchorTerms(terms).map(frontCoded);
