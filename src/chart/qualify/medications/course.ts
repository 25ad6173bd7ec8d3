import { findDates, onlyDate } from "../../../terminology/dates";
import { foldText, plainWords } from "../../../terminology/plain-text";
import type { PartialDate } from "../../evidence";
import type { Page } from "../page";
import type { RoleCell } from "./columns";

/** From when to when a drug was taken, and when it was given last. */
export interface Course {
  start: PartialDate | null;
  stop: PartialDate | null;
  lastGiven: PartialDate | null;
}

/** The one date a text consists of. */
export function dateIn(text: string, page: Page): PartialDate | null {
  const date = onlyDate(text, page.locale, page.seenYear);
  return date !== null && date.length > 4 ? date : null;
}

/** The date that follows a word: "stopped 01/10/2024", "last dose given 18-Mar-2026". */
function dateAfter(text: string, words: RegExp, page: Page): PartialDate | null {
  const folded = foldText(text);
  const at = folded.search(words);
  if (at < 0) return null;
  const [first] = findDates(folded.slice(at, at + 70), page.locale, page.seenYear);
  return first?.date ?? null;
}

const LAST_GIVEN =
  /\blast (?:dose |injection |infusion )?(?:was )?(?:given|administered|received|taken|injection|infusion|dose)\b/;

/** "(2023-01-05 to 2023-06-30, Discontinued)" behind the order: from when to when. */
export const COURSE = /\(([^()]*\d{4}[^()]*?\s(?:to|-|–)\s[^()]*)\)\s*$/;

/** "March 12, 2024 to ongoing", "From: 20240312 To: Unknown": a course that has not ended. */
function goesOn(text: string, page: Page): boolean {
  const folded = foldText(text);
  const [day] = findDates(folded, page.locale, page.seenYear);
  if (!day) return false;
  const [before, behind] = [folded.slice(0, day.index), folded.slice(day.index + day.length)].map(plainWords);
  return /^(?:from)?$/.test(before ?? "") && /^(?:to )?(?:ongoing|present|current|now|unknown)$/.test(behind ?? "");
}

/** "01/01/2019 - 03/01/2024" at the end of an entry. */
const FROM_TO = /(?<![-–/\d] ?)\d{1,2}\/\d{1,2}\/\d{2,4} ?(?:-|–|to) ?\d{1,2}\/\d{1,2}\/\d{2,4}$/;

/** "(2012-2017)": from one year to another. */
const YEARS = /\((?:19|20)\d\d ?[-–] ?((?:19|20)\d\d)\)/;

/** The course printed behind the order. */
function courseIn(text: string, page: Page): [from: PartialDate | null, to: PartialDate | null] {
  const course = COURSE.exec(text)?.[1] ?? FROM_TO.exec(text)?.[0];
  if (course === undefined) return [null, null];
  const [from, to, another] = findDates(course, page.locale, page.seenYear);
  return another === undefined ? [from?.date ?? null, to?.date ?? null] : [null, null];
}

/** The dates a cell is there for; `loose` takes a date of which the row does not say what it is of. */
function fromColumn({ text, role, header }: RoleCell, page: Page, course: Course, loose: PartialDate[]): void {
  const date = dateIn(text, page);
  if (role === "start") course.start ??= date;
  else if (role === "stop") course.stop ??= date;
  else if (role === "given") course.lastGiven ??= date;
  else if (role === "dates" || (role === null && header === "")) {
    const dates = findDates(text, page.locale, page.seenYear).map((found) => found.date);
    if (
      dates.length === 2 &&
      !/known|going|present|review|last|next|due/i.test(text) &&
      /^\W*$/.test(text.replace(/[\d/.\-: ]|[A-Za-z]{3,9}|\bto\b/gi, ""))
    ) {
      course.start ??= dates[0] ?? null;
      course.stop ??= dates[1] ?? null;
    } else if (date !== null) loose.push(date);
    else if (dates.length === 1 && goesOn(text, page)) course.start ??= dates[0] ?? null;
  }
}

/** "Plan to stop 01/15/2024", "discontinue on March 3" */
const STOP_ON =
  /\b(?:stop|stopping|discontinue|discontinuing)(?: taking| using)?(?: it)?(?: on| in| by)?:? (?=\d{1,4}[/.-]\d|(?:19|20)\d\d\b|\d{0,2} ?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec))/;

/** What the words of a cell say of the course: "started 03/02/2024", "(2012-2017)". */
function fromWords(text: string, page: Page, course: Course): void {
  const [from, to] = courseIn(text, page);
  course.start ??= from ?? dateAfter(text, /\b(?:start(?:ed)?(?: date)?: ?|first dose:? )(?=\S*\d)/, page);
  course.stop ??=
    to ??
    dateAfter(
      text,
      /\b(?:stopped|discontinued|ended|until|through|thru|d\/c'?d?|(?:stop|end) date|end(?=:))\b/,
      page,
    ) ??
    dateAfter(text, STOP_ON, page);
  course.lastGiven ??= dateAfter(text, LAST_GIVEN, page);
  course.stop ??= YEARS.exec(text)?.[1] ?? null;
}

/** The course of a row; `cells` without those that tell of the status. */
export function courseOf(dated: readonly RoleCell[], cells: readonly RoleCell[], page: Page): Course {
  const course: Course = { start: null, stop: null, lastGiven: null };
  const loose: PartialDate[] = [];
  for (const cell of dated) fromColumn(cell, page, course, loose);
  if (loose.length === 1) course.start ??= loose[0] ?? null;
  for (const { text } of cells) fromWords(text, page, course);
  return course;
}
