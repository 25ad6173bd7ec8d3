const INVISIBLE = /[\u00ad\u200b-\u200f\u2060\ufeff]/g;
const DASHES = /[\u2010-\u2015\u2212\ufe58\ufe63\uff0d]/g;

/** Text as printed, with invisible characters removed, every dash a hyphen-minus and white space collapsed. */
export function cleanText(text: string): string {
  return text
    .replace(INVISIBLE, "")
    .replace(DASHES, "-")
    .replace(/[\u2044\u2215]/g, "/")
    .replace(/\s+/g, " ")
    .trim();
}

/** Lower case, no diacritics, compatibility forms folded: the form in which words are compared. */
export function foldText(text: string): string {
  return cleanText(text).normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase().replace(/ß/g, "ss");
}

/** `foldText` with everything but letters and digits turned into single spaces: "25(OH)D" is "25 oh d". */
export function plainWords(text: string): string {
  return foldText(text)
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}
