import packed from "virtual:osteon-terms";

/** What a hit was found by, as bits in the order the terms come in: a list title, the patient, anything else worth reading. */
export const LIST = 1;
export const PATIENT = 2;
export const FACT = 4;

/** The terms of each sort, as they stand in a pattern. A capital tells how many letters a term has from the one before. */
const TERMS = packed.map((terms) => {
  let term = "";
  return Array.from(terms.matchAll(/([A-Z])([^A-Z]*)/g), ([, shared = "", rest]) => {
    term = term.slice(0, Number.parseInt(shared, 36) - 10) + rest;
    return term.replace(/[.*+?^{}()[\]\\]/g, "\\$&");
  });
});

/** A term stands at the beginning of a word; with "$" it is the whole word. Two letters alone must open a short text: "Mg 1.9" but not "10 mg". */
function wordsOf(terms: readonly string[]): string {
  const sources = terms.map((term) => {
    if (!term.endsWith("$")) return term;
    const word = term.slice(0, -1);
    return term.length > 3 ? `${word}(?![a-z])` : `(?<=^\\s*)${word}(?![a-z/])(?=.{0,30}$)`;
  });
  // a digit may touch "yo": "71yo"
  return `(?<!\\p{L}|\\d(?!y))(?:${sources.join("|")})`;
}

const WORDS = TERMS.map((terms) => new RegExp(wordsOf(terms), "gu"));

/** Cheap first look, also at the joined text of several cells, where words run together: no word borders, no very short terms. */
const SOMEWHERE = new RegExp(
  TERMS.flat()
    .map((term) => term.replace("$", ""))
    .filter((term) => term.length > 2)
    .join("|"),
);

/** Without characters that nobody sees. */
export const clean = (text: string): string => text.replace(/[\u00ad\u200b-\u200f\u2060\ufeff]/g, "");

/** Lower case without diacritics and invisible characters. Most texts are plain and have none. */
export function fold(text: string): string {
  return (/[^\0-\x7f]/.test(text) ? clean(text).normalize("NFKD").replace(/\p{M}/gu, "") : text).toLowerCase();
}

/** May miss nothing but the shortest terms; may say yes too often. */
export const mayHit = (text: string): boolean => SOMEWHERE.test(fold(text));

/** The kinds of terms that stand in a text, as bits. */
export function kindsOf(text: string): number {
  const folded = fold(text);
  return WORDS.reduce((kinds, words, i) => kinds | (folded.search(words) < 0 ? 0 : 1 << i), 0);
}

/** How many different words about a person stand in a text. */
export const personWords = (text: string): number => new Set(fold(text).match(WORDS[1] as RegExp)).size;
