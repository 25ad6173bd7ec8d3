import { findDates } from "../../../terminology/dates";
import { LAB_UNIT, onlyUnit } from "../../../terminology/lab-units";
import { NUMBER, parseNumber } from "../../../terminology/numbers";
import { cleanText, foldText } from "../../../terminology/plain-text";
import type { Comparator, Flag, ReferenceRange, ResultStatus } from "../../chart";
import type { PartialDate } from "../../evidence";
import type { Page } from "../page";
import { readFlag } from "./flag";

/** What one piece of text says of a result: every part that it holds, and nothing that it does not. */
export interface PrintedResult {
  comparator: Comparator | null;
  value: number | null;
  /** The result in words; set when there is no number. */
  text: string | null;
  unit: string | null;
  flag: Flag | null;
  range: ReferenceRange | null;
  date: PartialDate | null;
  status: ResultStatus | null;
}

const COMPARATORS: Readonly<Record<string, Comparator>> = {
  "<": "<",
  "<=": "<=",
  "=<": "<=",
  "≤": "<=",
  ">": ">",
  ">=": ">=",
  "=>": ">=",
  "≥": ">=",
  "less than": "<",
  "greater than": ">",
  "more than": ">",
};
const COMPARE = "<=|>=|=<|=>|<|>|≤|≥|less than|greater than|more than";
const FLAG_MARK =
  "[HL]{1,2}|A{1,2}|N|HI|LO|Low|High|Abnormal|Abn|Normal|[↑↓]+|[▲▼△▽⬆⬇]|\\*[A-Z]{1,4}\\*|\\*+|!+|(?<=\\s)[-+]";

const RESULT = new RegExp(
  `^(?:(?<before>[↑↓▲▼△▽⬆⬇*!]+|[-+](?=\\s)|[HL]{1,2}(?=\\s))\\s*)?(?<compare>${COMPARE})?\\s*(?<value>${NUMBER})(?<glued>\\*+|!+|[HL](?![\\p{L}/]))?` +
    `\\s*(?:(?<flag1>${FLAG_MARK})(?=\\s|$))?\\s*(?<unit>${LAB_UNIT})?\\s*(?:(?<=\\s)(?<flag2>${FLAG_MARK})(?=\\s|$))?\\s*(?<rest>.*)$`,
  "iu",
);
const RANGE_WORD =
  "(?:(?:reference|ref\\.?|standard|normal|nl|norm(?:al)?wert|referenz\\w*|expected)\\s*(?:range|interval|bereich|values?)?\\s*[:=]?\\s*)?";
const RANGE = new RegExp(
  `^${RANGE_WORD}(?:(?<low>${NUMBER})\\s*(?<unitLow>${LAB_UNIT})?\\s*(?:-|–|to|bis|a|à)\\s*(?<high>${NUMBER})|(?<bound><=|>=|<|>|≤|≥|=<|=>|up to|less than|under|over|greater than|bis)\\s*=?\\s*(?<limit>${NUMBER}))\\s*(?<unit>${LAB_UNIT})?$`,
  "iu",
);
const UNIT_ONLY_RANGE = new RegExp(`^(?:-+|\\(?-+\\)?)\\s*(?<unit>${LAB_UNIT})$`, "iu");

/** A reference range such as "30 - 100 ng/mL", "(<3.0)", "> 60"; its unit, when it shows one, is the unit of the result. */
export function readRange(written: string, page: Page): { range: ReferenceRange | null; unit: string | null } | null {
  const text = cleanText(written)
    // "8.6-10.3 (mg/dL)"
    .replace(/(?<=\d\s*)\(([^()\d][^()]*)\)$/, (whole, unit: string) => (onlyUnit(unit) === null ? whole : ` ${unit}`))
    .replace(/^[([]\s*|\s*[)\]]$/g, "")
    // "8.6-10.3 - mg/dL", "[15-65] pg/mL"
    .replace(/(?<=\d\s*)[)\]]?\s*[-,;|/)\]]\s+(?=[^\d\s<>]\S*$)/, " ")
    .replace(/([<>])\s*or\s*=/i, "$1=");
  const dashes = text.match(UNIT_ONLY_RANGE);
  if (dashes) return { range: null, unit: dashes.groups?.unit ?? null };
  const groups = text.match(RANGE)?.groups;
  if (!groups) return null;
  const unit = groups.unit ?? groups.unitLow ?? null;
  const number = (part: string | undefined) => (part === undefined ? null : parseNumber(part, page.locale));
  const limit = number(groups.limit);
  if (limit !== null) {
    const upper = /^(?:<|≤|=<|up|less|under|bis)/i.test(groups.bound ?? "");
    return { range: upper ? { low: null, high: limit } : { low: limit, high: null }, unit };
  }
  const [low, high] = [number(groups.low), number(groups.high)];
  return low !== null && high !== null && low <= high ? { range: { low, high }, unit } : null;
}

const STATUS_WORDS: readonly (readonly [RegExp, ResultStatus | null])[] = [
  [
    /^(?:results? )?(?:is )?(?:pending|in process|in progress|awaiting(?: results?)?|to follow|not yet (?:resulted|available)|ausstehend|in arbeit|en cours|en attente|pendiente|in corso|ordered|collected|received)(?: result| results)?$/,
    "pending",
  ],
  [
    /^(?:test )?(?:cancell?ed|aborted|not (?:done|performed)|tnp|qns|rejected|quantity not sufficient|specimen (?:rejected|hemolyzed|clotted|lost)|entered in error|deleted|superseded|invalid(?:ated)?|void(?:ed)?|retracted|replaced(?: by .*)?|rejected(?: .*)?|storniert|annule)$/,
    "cancelled",
  ],
  [
    /^(?:see (?:foot)?(?:note|notes|comment|comments|below|report|text|attached)(?: \d)?|siehe (?:text|kommentar)|voir commentaire)$/,
    null,
  ],
];

/** "pending", "see note", "not performed": words where a number should be. Undefined for any other text. */
export function readWordResult(written: string): ResultStatus | null | undefined {
  const words = foldText(written)
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
  return STATUS_WORDS.find(([pattern]) => pattern.test(words))?.[1];
}

const ZONE = /\b[A-Z][a-z]+\/[A-Z][A-Za-z_]+\b|\b(?:UTC|GMT|[ECMP][SD]T)\b/g;
const TIME = /\b\d{1,2}:\d{2}(?::\d{2})?(?:\.\d+)?(?:\s*[ap]\.?m\b\.?)?/gi;

/** Takes the dates out of a text, with their times and the brackets round them. */
function withoutDates(text: string, page: Page): { rest: string; dates: PartialDate[] } {
  const found = findDates(text, page.locale, page.seenYear);
  if (found.length === 0 || foldText(text).length !== text.length) return { rest: text, dates: [] };
  let rest = text;
  for (const { index, length } of [...found].reverse()) rest = `${rest.slice(0, index)} ${rest.slice(index + length)}`;
  rest = rest
    .replace(TIME, " ")
    .replace(ZONE, " ")
    .replace(/\b(?:on|collected|at|drawn|resulted|date|final)\b:?/gi, " ")
    .replace(/[([]\s*[,;@-]*\s*[)\]]/g, " ");
  return {
    rest: cleanText(rest)
      .replace(/[,;@]\s*$/, "")
      .trim(),
    dates: found.map(({ date }) => date),
  };
}

/** "Your value 17 ng/mL", "Result: 17": the name of the value before it, on a card. */
const VALUE_LABEL = /^(?:your |latest |current |most recent )?(?:results?|values?)\b\s*[:=]?\s*(?=[<>≤≥\d])/i;

/** Words of a remark that takes a result back. */
export const TAKEN_BACK =
  "wrong (?:patient|specimen)|(?:another|different|other) patient|disregard|\\bin error\\b|mislabel|\\bcancell?ed|\\brejected|\\binvalid|do not use|mix-?up|redraw|recollect|contaminat|erroneous|\\bincorrect\\b";
/** Right behind the number less is enough. */
const NOT_VALID = new RegExp(
  `${TAKEN_BACK}|cancel|not (?:done|performed|valid|reported)|reject|wrong|repeat|clotted`,
  "i",
);

const WITH_UNIT = new RegExp(`^\\s*${NUMBER}\\s*(?<unit>${LAB_UNIT})\\s*$`, "iu");

/** "9.2 mg/dL (2.30 mmol/L)": the value once more in another unit. */
function inOtherUnit(inner: string, before: string): boolean {
  const [own, other] = [before, inner].map((text) => WITH_UNIT.exec(text)?.groups?.unit?.toLowerCase());
  return own !== undefined && other !== undefined && own !== other;
}

/** "[iU]/L" is a unit. */
const BRACKETS = /[([{](?!iu\])([^()[\]{}]*)[)\]}]/gi;

export const NOTHING_PRINTED: PrintedResult = {
  comparator: null,
  value: null,
  text: null,
  unit: null,
  flag: null,
  range: null,
  date: null,
  status: null,
};

/**
 * Reads a result cell. Every word must be explained (number, unit, flag, range, date): else it is none.
 * A dash or plus before the number with a blank between is a flag (low, high), never a sign.
 */
export function readResult(written: string, page: Page): PrintedResult | null {
  const [printed = "", remark = ""] = cleanText(written.replace(/\s\|\s/g, " ")).split(
    /(?<=[\d\])*]\s*)\bcomments?\s*:/i,
  );
  if (NOT_VALID.test(remark)) return null;
  const { rest, dates } = withoutDates(printed.trim(), page);
  const [date, another] = [...new Set(dates)];
  if (another !== undefined) return null;
  const result: PrintedResult = { ...NOTHING_PRINTED, date: date ?? null };

  const word = readWordResult(rest);
  if (word !== undefined) return { ...result, text: rest, status: word };

  let understood = true;
  let bare = rest.replace(BRACKETS, (whole, inner: string, at: number) => {
    const before = rest.slice(0, at);
    if (/1[.,]73/.test(inner) && !/\d\s*-\s*\d/.test(inner))
      return onlyUnit(inner) === null ? whole.replace(/[{}]/g, "") : ` ${inner} `;
    const unit = onlyUnit(inner);
    // "(c)": a corrected result; a critical one has a capital
    const flag = inner.trim() === "c" ? null : readFlag(inner);
    const range = readRange(inner, page);
    if (unit !== null) result.unit = unit;
    else if (inOtherUnit(inner, before)) return " ";
    else if (flag !== undefined) result.flag = flag ?? result.flag;
    else if (range !== null) {
      result.range = range.range;
      result.unit ??= range.unit;
    } else if (!/^\s*(?:final|f|verified)?\s*$/i.test(inner)) understood = false;
    return " ";
  });
  bare = cleanText(bare)
    .replace(VALUE_LABEL, "")
    // at the edge of what is normal, and within it
    .replace(/\b(?:high|low)[ -]normal\b/i, "normal")
    .replace(/^[:=](?![<>])\s*/, "")
    .replace(/^([<>])\s*(?:or\s*)?=/, "$1=")
    .replace(/[.,;]$/, "")
    // a sign behind the number is a flag where laboratories print it so; else a dash before what was taken out
    .replace(/\s[-+]$/, (sign) => (page.locale.decimalComma ? sign : ""));
  const groups = understood ? bare.match(RESULT)?.groups : undefined;
  if (!groups) return null;

  // "01" is the number of a laboratory or a line
  if (/^0\d/.test(groups.value ?? "")) return null;
  const value = parseNumber(groups.value ?? "", page.locale);
  if (value === null) return null;
  const tail = (groups.rest ?? "").trim().replace(/^[,;]\s*/, "");
  if (tail !== "") {
    const range = readRange(tail, page);
    const flag = range === null ? readFlag(tail) : undefined;
    // "1.1 > 1.4": which of the two is the result is not told
    if (range !== null && !/^[<>]/.test(tail)) {
      result.range = range.range;
      result.unit ??= range.unit;
    } else if (flag !== undefined) result.flag = result.flag ?? flag;
    else return null;
  }
  for (const mark of [groups.before, groups.glued, groups.flag1, groups.flag2]) {
    if (mark === undefined) continue;
    const flag = mark === "-" ? "low" : mark === "+" ? "high" : readFlag(mark);
    if (flag === undefined) return null;
    // "(H)*": which way it is out of the range says more than that it is
    if (flag !== "abnormal" || result.flag === null) result.flag = flag ?? result.flag;
  }
  return {
    ...result,
    value,
    comparator: COMPARATORS[(groups.compare ?? "").toLowerCase()] ?? null,
    unit: groups.unit?.trim() ?? result.unit,
  };
}
