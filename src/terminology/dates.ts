import type { IsoDate, PartialDate } from "../chart/evidence";
import type { Locale } from "./numbers";
import { foldText } from "./plain-text";

/** Month names and their usual cuts in six languages, by their first letters after folding. */
const MONTHS: readonly (readonly [string, number])[] = [
  ["jan|januar|january|janvier|janv|enero|ene|gennaio|janeiro|januari|janner", 1],
  ["feb|februar|february|fevrier|fevr|fev|febrero|febbraio|fevereiro|februari", 2],
  ["mar|march|marz|mrz|mars|marzo|marco|maart|mrt|maerz", 3],
  ["apr|april|avril|avr|abril|abr|aprile", 4],
  ["may|mai|mayo|maggio|maio|mei", 5],
  ["jun|june|juni|juin|junio|giugno|giu|junho", 6],
  ["jul|july|juli|juillet|juil|julio|luglio|lug|julho", 7],
  ["aug|august|aout|agosto|augustus", 8],
  ["sep|sept|september|septembre|septiembre|settembre|setembro", 9],
  ["oct|october|okt|oktober|octobre|octubre|ottobre|ott|outubro", 10],
  ["nov|november|novembre|noviembre|novembro", 11],
  ["dec|december|dez|dezember|decembre|diciembre|dic|dicembre|dezembro", 12],
];
const MONTH_OF = new Map(MONTHS.flatMap(([names, month]) => names.split("|").map((name) => [name, month] as const)));
const MONTH = [...MONTH_OF.keys()].sort((a, b) => b.length - a.length).join("|");
const SEP = "(?:[\\s.,/-]|\\bde\\b|\\bof\\b)*";

const pad = (n: number, width = 2) => String(n).padStart(width, "0");

function iso(year: number, month: number, day: number): IsoDate | null {
  if (year < 1880 || year > 2200 || month < 1 || month > 12 || day < 1) return null;
  return day <= new Date(Date.UTC(year, month, 0)).getUTCDate() ? `${pad(year, 4)}-${pad(month)}-${pad(day)}` : null;
}

/** The century of a two-digit year: not later than the year after `seen`. */
function fullYear(text: string, seen: number): number {
  if (text.length === 4) return Number(text);
  const year = Math.floor(seen / 100) * 100 + Number(text);
  return year > seen + 1 ? year - 100 : year;
}

export interface FoundDate {
  date: PartialDate;
  /** Where it stands in the folded text, and what was written there. */
  index: number;
  length: number;
}

type Reader = (match: RegExpMatchArray, locale: Locale, seen: number) => PartialDate | null;
const text = (match: RegExpMatchArray, n: number) => match[n] ?? "";

const SHAPES: readonly (readonly [RegExp, Reader])[] = [
  [/(?<![\d.])(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)/g, (m) => iso(Number(m[1]), Number(m[2]), Number(m[3]))],
  [
    /(?<!\d)((?:19|20)\d{2})(\d{2})(\d{2})(?:\d{4}(?:\d{2})?(?:[+-]\d{4})?)?(?!\d)/g,
    (m) => iso(Number(m[1]), Number(m[2]), Number(m[3])),
  ],
  [
    /(?<![\d./-])(\d{1,2})([/.-])(\d{1,2})\2(\d{4}|\d{2})(?![\d/]|[.-]\d)/g,
    (m, locale, seen) => {
      if (m[2] === "." && text(m, 4).length === 2 && text(m, 1).length < 2) return null;
      const year = fullYear(text(m, 4), seen);
      const [first, second] = [Number(m[1]), Number(m[3])];
      const dayFirst = m[2] === "." || locale.dateOrder === "dmy" ? second <= 12 : first > 12;
      return dayFirst ? iso(year, second, first) : iso(year, first, second);
    },
  ],
  [
    new RegExp(`(?<![\\w.])(\\d{1,2})(?:st|nd|rd|th|er|\\.)?${SEP}(${MONTH})\\.?${SEP}(\\d{4})(?!\\d)`, "g"),
    (m) => iso(Number(m[3]), MONTH_OF.get(text(m, 2)) ?? 0, Number(m[1])),
  ],
  [
    // "03-Mar-26"; with blanks only where nothing says that the last number is an amount
    new RegExp(
      `(?<![\\w.])(\\d{1,2})(?:([-/])(${MONTH})\\2| (${MONTH}) )(\\d{2})(?!\\d|:|\\s?(?:m?g|mcg|ml|tab|cap|day|week))`,
      "g",
    ),
    (m, _, seen) => iso(fullYear(text(m, 5), seen), MONTH_OF.get(m[3] ?? text(m, 4)) ?? 0, Number(m[1])),
  ],
  [
    new RegExp(`(?<![\\p{L}])(${MONTH})\\.?[\\s-]*(\\d{1,2})(?:st|nd|rd|th)?[\\s,-]+(\\d{4})(?!\\d)`, "gu"),
    (m) => iso(Number(m[3]), MONTH_OF.get(text(m, 1)) ?? 0, Number(m[2])),
  ],
  // The year, the day and the time of a flowsheet in header rows of their own.
  [
    new RegExp(`(?<![\\d./-])((?:19|20)\\d{2})[\\s/,-]+(\\d{1,2})[\\s.-]*(${MONTH})(?![\\p{L}])`, "gu"),
    (m) => iso(Number(m[1]), MONTH_OF.get(text(m, 3)) ?? 0, Number(m[2])),
  ],
  [
    new RegExp(`(?<![\\d./-])((?:19|20)\\d{2})[\\s/,-]+(${MONTH})[\\s.-]*(\\d{1,2})(?![\\d:])`, "gu"),
    (m) => iso(Number(m[1]), MONTH_OF.get(text(m, 2)) ?? 0, Number(m[3])),
  ],
  [
    new RegExp(`(?<![\\p{L}\\d])(${MONTH})\\.?${SEP}((?:19|20)\\d{2})(?!\\d)`, "gu"),
    (m) => `${m[2]}-${pad(MONTH_OF.get(text(m, 1)) ?? 0)}`,
  ],
  [/(?<![\d/.-])(0?[1-9]|1[0-2])[/-]((?:19|20)\d{2})(?![\d/-])/g, (m) => `${m[2]}-${pad(Number(m[1]))}`],
  [/(?<![\d/.-])((?:19|20)\d{2})-(0[1-9]|1[0-2])(?![\d/-])/g, (m) => `${m[1]}-${m[2]}`],
];

/** Cheap first look: a year in full, or three numbers, or a month's name between two. */
const MAY_HOLD_DATE = /\d{4}|\d[-/.]\d{1,2}[-/.]\d{2}|\d\s?[-/ ]\s?\p{L}{3,9}\.?\s?[-/ ]\s?\d\d/u;

/** Every date in a text, in the order in which they stand; a bare year is none (it could be any number). */
export function findDates(written: string, locale: Locale, seenYear: number): FoundDate[] {
  if (!MAY_HOLD_DATE.test(written)) return [];
  const folded = foldText(written);
  const found: FoundDate[] = [];
  const taken = [...folded].map(() => false);
  for (const [shape, read] of SHAPES) {
    for (const match of folded.matchAll(shape)) {
      const [index, length] = [match.index, match[0].length];
      if (taken.slice(index, index + length).includes(true)) continue;
      taken.fill(true, index, index + length);
      const date = read(match, locale, seenYear);
      if (date !== null) found.push({ date, index, length });
    }
  }
  return found.sort((a, b) => a.index - b.index);
}

const TIME = /\bt?\d{1,2}[:.h]\d{2}(?::\d{2}(?:\.\d+)?)?(?:z\b|\s*[ap]\.?m\b\.?)?|\b\d{1,2}\s*[ap]m\b/g;
const DAY_WORDS =
  /\b(?:mon|tue|tues|wed|thu|thur|thurs|fri|sat|sun)(?:day|sday|nesday|rsday|urday)?\b|\b(?:at|on|utc|gmt|cet|cest|est|edt|cst|cdt|mst|mdt|pst|pdt|uhr|t|z|a|um|le|am)\b|[+-]\d{2}:?\d{2}\b|\b(?:america|europe|asia|africa|australia|pacific|atlantic)\/[a-z_]+/g;

const SHORT = new RegExp(`^(\\d{1,2}) (${MONTH})\\.? '?(\\d{2})$`);

/** "14 Sep 26": a date only where nothing else stands beside it. */
function shortDate(folded: string, seen: number): PartialDate | null {
  const match = SHORT.exec(folded.trim());
  return match && iso(fullYear(text(match, 3), seen), MONTH_OF.get(text(match, 2)) ?? 0, Number(match[1]));
}

/** The date a text consists of, with or without a time; null when it says anything else beside it. */
export function onlyDate(written: string, locale: Locale, seenYear: number): PartialDate | null {
  if (written.length > 90 || !/\d/.test(written)) return null;
  const folded = foldText(written);
  const [first, second] = findDates(folded, locale, seenYear);
  if (!first) return shortDate(folded, seenYear) ?? (/^(?:19|20)\d{2}$/.test(folded) ? folded : null);
  if (second) return null;
  const behind = folded.slice(first.index + first.length);
  // "11/01/26 0630": an hour without a colon, behind a full day only
  const after = first.date.length === 10 ? behind.replace(/^ (?:[01]\d|2[0-3])[0-5]\d(?!\d)/, "") : behind;
  const rest = `${folded.slice(0, first.index)} ${after}`;
  return rest
    .replace(TIME, " ")
    .replace(DAY_WORDS, " ")
    .replace(/[\s,.;()|·@/-]+/g, "") === ""
    ? first.date
    : null;
}
