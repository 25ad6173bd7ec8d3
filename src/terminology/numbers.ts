import { cleanText, foldText } from "./plain-text";

/** How a page writes numbers and dates, from the language it declares and the dates it shows. */
export interface Locale {
  /** Language code, lower case, without region ("de"); null when the page declares none. */
  language: string | null;
  /** "," separates decimals. */
  decimalComma: boolean;
  /** Order of day and month in "03/04/2026". */
  dateOrder: "mdy" | "dmy" | "ymd";
  /** The page declares nothing of it: its language was told from its numbers and the heads of its lists. */
  guessed: boolean;
}

const COMMA_LANGUAGES =
  /^(?:de|fr|es|it|pt|nl|da|sv|nb|nn|no|fi|pl|cs|sk|hu|ro|bg|el|ru|uk|tr|hr|sr|sl|et|lv|lt|is|ca|eu|gl|id|vi)$/;
/** Regions that write a point although their language writes a comma elsewhere. */
const POINT_REGIONS = /^(?:es-(?:mx|us|pr|gt|hn|ni|sv|do|pa|pe)|de-(?:ch|li)|fr-ch|it-ch)$/;
const YEAR_FIRST = /^(?:ja|zh|ko|sv|hu|lt|mn)$/;
const MONTH_FIRST = /^en(?:-(?:us|ph|pr|gu|vi))?$|^es-(?:us|pr)$/;

const NUMERIC_DATE = /(?<![\d./-])(\d{1,2})[/-](\d{1,2})[/-](?:\d{4}|\d{2})(?![\d/-])/g;

const COMMA_DECIMAL = /(?<![\d.,])\d{1,3},\d{1,2}(?![\d.,])/g;
const POINT_DECIMAL = /(?<![\d.,/-])\d{1,3}\.\d{1,2}(?![\d.,])/g;
/** Heads of lists in languages that write a comma and the day first. */
const FOREIGN_HEAD =
  /^(?:datum|uitslag(?:en)?|bepaling|eenheid|ergebnis(?:se)?|einheit|laborbefunde?|untersuchung|r[ée]sultats?|unit[ée]|fecha|resultados?|unidad|risultat[oi]|unit[àa]|esame)$/i;

/**
 * @param lang the document's `lang` as written
 * @param texts what the page shows: a date such as "13/02/2026" settles the order where the language leaves it open
 */
export function localeOf(lang: string | null, texts: Iterable<string>): Locale {
  const tag = (lang ?? "").trim().toLowerCase().replace("_", "-");
  const language = tag.split("-")[0] || null;
  let dayFirst = 0;
  let monthFirst = 0;
  let [commas, points, heads] = [0, 0, 0];
  for (const text of texts) {
    commas += text.match(COMMA_DECIMAL)?.length ?? 0;
    points += text.match(POINT_DECIMAL)?.length ?? 0;
    if (FOREIGN_HEAD.test(text.trim())) heads++;
    for (const [, first, second] of text.matchAll(NUMERIC_DATE)) {
      if (Number(first) > 12 && Number(second) <= 12) dayFirst++;
      if (Number(second) > 12 && Number(first) <= 12) monthFirst++;
    }
  }
  const declared = language === null || MONTH_FIRST.test(tag) ? "mdy" : YEAR_FIRST.test(language) ? "ymd" : "dmy";
  // English is written in both orders, and pages without a language too; in another language a stray date settles nothing
  const open = language === null || language === "en";
  // a page that says nothing, or was left in English, and is written in another language
  const foreign = open && points === 0 && (commas > 1 || heads > 1);
  const usual = foreign ? "dmy" : declared;
  const shown =
    open && dayFirst > 0 && monthFirst === 0 ? "dmy" : open && monthFirst > 0 && dayFirst === 0 ? "mdy" : usual;
  return {
    language,
    decimalComma: foreign || (language !== null && COMMA_LANGUAGES.test(language) && !POINT_REGIONS.test(tag)),
    dateOrder: shown,
    guessed: foreign && shown === usual,
  };
}

export const ENGLISH_US: Locale = { language: "en", decimalComma: false, dateOrder: "mdy", guessed: false };

/** A printed number without its sign, as a source for larger patterns. */
export const NUMBER = "(?:\\d{1,3}(?:[,.' \\u00a0\\u202f]\\d{3})+(?!\\d)(?:[.,]\\d+)?|\\d+(?:[.,]\\d+)?|[.,]\\d+)";

/**
 * The value of a printed unsigned number. Null when the separators can be read in two ways:
 * "2,42" on a page whose language writes a point, "1.250" on one that writes a comma.
 */
export function parseNumber(text: string, locale: Locale): number | null {
  const t = cleanText(text).replace(/[' ](?=\d{3}(?:\D|$))/g, "");
  if (/^\d+$/.test(t)) return Number(t);
  if (/^\d*\.\d+$/.test(t)) return locale.decimalComma && /^[1-9]\d{0,2}\.\d{3}$/.test(t) ? null : Number(t);
  if (/^\d{1,3}(?:,\d{3})+(?:\.\d+)?$/.test(t))
    return locale.decimalComma
      ? /^0,/.test(t)
        ? Number(t.replace(",", "."))
        : null
      : /^0/.test(t)
        ? null
        : Number(t.replace(/,/g, ""));
  if (/^\d{1,3}(?:\.\d{3})+(?:,\d+)?$/.test(t))
    return locale.decimalComma ? Number(t.replace(/\./g, "").replace(",", ".")) : null;
  if (/^\d*,\d+$/.test(t)) return locale.decimalComma ? Number(t.replace(",", ".")) : null;
  return null;
}

const NUMBER_WORDS: Readonly<Record<string, number>> = {
  half: 0.5,
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  twelve: 12,
  once: 1,
  twice: 2,
  thrice: 3,
  a: 1,
  an: 1,
  un: 1,
  une: 1,
  deux: 2,
  trois: 3,
  quatre: 4,
  ein: 1,
  eine: 1,
  zwei: 2,
  drei: 3,
  uno: 1,
  una: 1,
  dos: 2,
  tres: 3,
};

/** "two" is 2, "half" is 0.5; null for any other word. */
export function numberWord(word: string): number | null {
  return NUMBER_WORDS[foldText(word)] ?? null;
}
