import { findDates, onlyDate } from "../../../terminology/dates";
import { foldText } from "../../../terminology/plain-text";
import type { PartialDate } from "../../evidence";
import type { Region } from "../../snapshot";
import { roleOf } from "../columns";
import { DONE_LATER, OTHER_DAY } from "../other-days";
import type { Page } from "../page";
import { sectionOf, sectionOfRegion } from "../sections";
import { LAB_COLUMNS } from "./columns";
import { readLabel } from "./label";

/** The day a column is of: its head, or one of its heads, is a date and the others are times or say what is in it. */
export function dayOver(header: string, page: Page): PartialDate | null {
  return once(page, header, () => readDayOver(header, page));
}

/** A head stands over every cell of its column, and all rows of one group have the same lines above them. */
const found = new WeakMap<object, Map<string | null, PartialDate | null>>();
function once(of: object, text: string | null, read: () => PartialDate | null): PartialDate | null {
  const known = found.get(of) ?? new Map<string | null, PartialDate | null>();
  found.set(of, known);
  const before = known.get(text);
  if (before !== undefined) return before;
  const date = read();
  known.set(text, date);
  return date;
}

function readDayOver(header: string, page: Page): PartialDate | null {
  const dateOf = (text: string) => {
    const date = onlyDate(text, page.locale, page.seenYear);
    return date !== null && date.length > 4 ? date : null;
  };
  const parts = header.split(/ [/|] /);
  const whole = dateOf(parts.join(" "));
  if (whole !== null) return whole;
  const others = parts.filter((part) => dateOf(part) === null);
  const explained = others.every((part) => /^\d{1,2}[:.h]?\d{2}$/.test(part) || roleOf(part, LAB_COLUMNS) !== null);
  const days = new Set(parts.map(dateOf).filter((date) => date !== null));
  return days.size === 1 && explained ? ([...days][0] ?? null) : null;
}

const DATE_WORDS =
  /^[\s:,]*(?:(?:specimen|test|result)\s+)?(?:date\s+)?(collect\w*|drawn|taken|sampled|reported|resulted|performed|date|verified)(?:\s+(?:date|time|on|at))*[\s:,]*$/i;

/** "Collected on Oct 3, 2026": a date with the word for what happened on it; null when it says anything else. */
export function namedDate(
  text: string,
  page: Page,
): { date: PartialDate; role: "collected" | "reported" | "date" } | null {
  const [found, another] = findDates(text, page.locale, page.seenYear);
  if (!found || another || found.date.length < 10 || foldText(text).length !== text.length) return null;
  const word =
    `${text.slice(0, found.index)} ${text.slice(found.index + found.length).replace(/^[\s,]*\d{1,2}:\d{2}.*$/, "")}`.match(
      DATE_WORDS,
    )?.[1];
  if (word === undefined) return null;
  const role = /^(?:collect|drawn|taken|sampled)/i.test(word)
    ? "collected"
    : /^(?:date|performed)/i.test(word)
      ? "date"
      : "reported";
  return { date: found.date, role };
}

const DATE_LABEL =
  /^[^\d]*?\b(date|collected|collection|drawn|specimen|reported|resulted|performed|datum|fecha|on|from|vom|du|del)\b[^\d]{0,16}(?=\d)/i;

/**
 * The date of what stands under a sub-heading, a line or a heading: the nearest level that shows one decides.
 * Of several dates on one level only one called the day of collection counts.
 */
export function dateAbove(region: Region, group: string | null, page: Page): PartialDate | null {
  return once(region, group, () => readDateAbove(region, group, page));
}

/** Dates of something else than the sample. */
const NOT_OF_SAMPLE = new RegExp(
  `${OTHER_DAY}|\\blast\\b|repeat|recheck|receiv|\\bby\\b|effective|visit|encounter`,
  "u",
);
const isOtherDay = (label: string): boolean => NOT_OF_SAMPLE.test(foldText(label));
/** What is done with a result afterwards. */
const LATER = new RegExp(`\\b(?:${DONE_LATER}|scanned)\\b`, "i");
/** Titles of panels that no heading of results stands over. */
export const PANEL = /\b(?:cmp|bmp|cbc|lft|chem ?\d*|renal function|liver function)\b|\bpanels?\b|\bprofile\b/i;

/** What may stand behind the day: "10:42 AM)". */
const HOUR_ONLY = /^[\s,@-]*(?:\d{1,2}:\d{2}(?::\d{2})?\s*(?:[ap]\.?m\.?)?\s*(?:[A-Z]{2,4})?)?\s*[)\]]?$/i;

/** "CMP, serum 10/02/2026", "TSH (Mon Jan 5, 2026 7:30 AM)": the title of a panel that ends with its day. */
function dayBehindTitle(title: string, region: Region, page: Page): PartialDate | null {
  const ofResults =
    PANEL.test(title) ||
    sectionOf(title) === "labs" ||
    (sectionOf(title) === null && sectionOfRegion(region) === "labs");
  if (!ofResults) return null;
  const [found, another] = findDates(title, page.locale, page.seenYear);
  if (!found || another || found.date.length < 10 || isOtherDay(title)) return null;
  return found.index > 0 && HOUR_ONLY.test(title.slice(found.index + found.length)) ? found.date : null;
}

/** "May 2, 2025 | Calcium: 9.4 mg/dL": the day is that of the result beside it. */
const hasResult = (line: string, page: Page): boolean =>
  line.split(/\s\|\s/).some((piece) => {
    const [, name = ""] = /^(\p{L}.{1,40}?)[\s:]+[<>]?\d/u.exec(piece) ?? [];
    return name !== "" && readLabel(name, null, page) !== null;
  });

function readDateAbove(region: Region, group: string | null, page: Page): PartialDate | null {
  if (region.daysUnclear) return null;
  const titled = [region.headings.at(-1) ?? "", ...(group ?? "").split(" / ")]
    .flatMap((title) => dayBehindTitle(title, region, page) ?? [])
    .at(-1);
  if (titled !== undefined) return titled;
  const levels = [[group ?? ""], region.says, ...[...region.headings].reverse().map((heading) => [heading])];
  for (const lines of levels) {
    const level = lines.filter((line) => !hasResult(line, page));
    const dates = level
      .flatMap((line) =>
        line.split(
          /\s\|\s|\s\/\s|(?<=\d)\s+(?=(?:collected|received|ordered|printed|reported|drawn|resulted)\b)|(?<=\))\s*(?=\()/i,
        ),
      )
      .flatMap((piece) => {
        // "From 01/01/2026": where a list begins; "Labs from 01/01/2026" is their day
        if (LATER.test(piece) || /^\W*from\b/i.test(piece) || isOtherDay(/^\D*/.exec(piece)?.[0] ?? "")) return [];
        const date = onlyDate(piece.replace(DATE_LABEL, ""), page.locale, page.seenYear);
        return date !== null && date.length > 4
          ? [{ date, collected: /collect|drawn|specimen|pr[ée]l[èe]vement|entnahme/i.test(piece) }]
          : [];
      });
    const collected = new Set(dates.filter((one) => one.collected).map(({ date }) => date));
    const all = new Set(dates.map(({ date }) => date));
    const [only] = collected.size > 0 ? collected : all;
    if (only !== undefined) return (collected.size || all.size) === 1 ? only : null;
    // "Results 01/05/2026": a day nearer by, of which nothing says that it is another one's
    const unread = level.filter((line) => !isOtherDay(line) && findDates(line, page.locale, page.seenYear).length > 0);
    if (unread.length > 0) return null;
  }
  return null;
}
