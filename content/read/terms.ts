import packed from "virtual:osteon-terms";

/** What a hit was found by: a name of something measured or taken, anything else that is worth reading, a list title, the patient. */
export const NAME = 1;
export const FACT = 2;
export const LIST = 4;
export const PATIENT = 8;

const KIND_OF: Record<string, number> = { lab: NAME, drug: NAME, list: LIST, patient: PATIENT };
const termsOf = (kind: number) =>
  Object.keys(packed)
    .filter((name) => (KIND_OF[name] ?? FACT) === kind)
    .flatMap((name) => (packed[name] ?? "").split("|"));

const escaped = (term: string) => term.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");

/** A term stands at the beginning of a word; with "$" it is the whole word. Two letters alone must open a short text: "Mg 1.9" but not "10 mg". */
function wordsOf(kind: number): RegExp {
  const sources = termsOf(kind).map((term) => {
    if (!term.endsWith("$")) return escaped(term);
    const word = term.slice(0, -1);
    return word.length > 2 ? `${escaped(word)}(?![a-z])` : `(?<=^\\s*)${escaped(word)}(?![a-z/])(?=.{0,30}$)`;
  });
  return new RegExp(`(?<![\\p{L}\\d])(?:${sources.join("|")})`, "u");
}

const WORDS = [NAME, FACT, LIST, PATIENT].map((kind) => [kind, wordsOf(kind)] as const);
const PERSON = new RegExp(wordsOf(PATIENT), "gu");

/** Cheap first look, also at the joined text of several cells, where words run together: no word borders, no very short terms. */
const SOMEWHERE = new RegExp(
  [...new Set([NAME, FACT, LIST, PATIENT].flatMap(termsOf).map((term) => term.replace("$", "")))]
    .filter((term) => term.length > 2)
    .sort()
    .map(escaped)
    .join("|"),
);

/** Lower case without diacritics and invisible characters. */
export function fold(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: the plain ASCII test is what makes this cheap
  if (/^[\x00-\x7f]*$/.test(text)) return text.toLowerCase();
  return text
    .replace(/[\u00ad\u200b-\u200f\u2060\ufeff]/g, "")
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase();
}

/** May miss nothing but the shortest terms; may say yes too often. */
export const mayHit = (text: string): boolean => SOMEWHERE.test(fold(text));

/** The kinds of terms that stand in a text, as bits. */
export function kindsOf(text: string): number {
  const folded = fold(text);
  let kinds = 0;
  for (const [kind, words] of WORDS) if (words.test(folded)) kinds |= kind;
  return kinds;
}

/** How many different words about a person stand in a text. */
export const personWords = (text: string): number => new Set(fold(text).match(PERSON)).size;
