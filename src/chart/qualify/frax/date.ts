import { findDates } from "../../../terminology/dates";
import type { PartialDate } from "../../evidence";
import type { Region } from "../../snapshot";
import { isAnotherDay, isDoneLater } from "../other-days";
import type { Page } from "../page";

/** "FRAX (2021)", "MOF 14 %, hip 2.8 % (2021)", a year at the head of the row or the column. */
export function yearOf(near: string, behind: string, titles: readonly string[]): PartialDate | null {
  const said =
    /\bfrax\s*(?:\(|in |of |from )?((?:19|20)\d\d)\b/.exec(near) ?? /^\s*%?\s*\(((?:19|20)\d\d)\)/.exec(behind);
  const over = titles.flatMap((title) => /^((?:19|20)\d\d)(?![-/.]?\d)/.exec(title)?.[1] ?? []);
  return said?.[1] ?? over[0] ?? null;
}

/** The day in the line of the figures themselves, as in a table of results. */
export function ownDate(line: string, page: Page): PartialDate | null {
  const [first, another] = isDoneLater(line) || isAnotherDay(line) ? [] : findDates(line, page.locale, page.seenYear);
  return another === undefined ? (first?.date ?? null) : null;
}

/** The date of the examination the figures belong to: one called so, or the only one around. */
export function dateNear(lines: readonly string[], region: Region, page: Page): PartialDate | null {
  const around = [...lines, ...region.says, ...region.headings].filter((line) => !isAnotherDay(line));
  const found = around.flatMap((line) => findDates(line, page.locale, page.seenYear).map(({ date }) => date));
  // "3/2019" in the lines around is of something else
  const dates = new Set(found.filter((date) => date.length === 10));
  const added = around.every((line) => isDoneLater(line) || findDates(line, page.locale, page.seenYear).length === 0);
  return dates.size === 1 && !added ? ([...dates][0] ?? null) : dates.size === 0 ? page.examDate : null;
}
