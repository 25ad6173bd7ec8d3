import { findDates } from "../../../terminology/dates";
import { foldText } from "../../../terminology/plain-text";
import type { PartialDate } from "../../evidence";
import type { FrameSnapshot, Region } from "../../snapshot";
import { linesOf, only } from "../exam-day";
import { isAnotherDay, isDoneLater } from "../other-days";
import type { Page } from "../page";

const MAKER = /\b(hologic|ge lunar|lunar|norland|ge healthcare|ge)\b/i;

/** The maker a text about a scanner names. */
export function makerIn(text: string): string | null {
  const name = text.match(MAKER)?.[1]?.toLowerCase();
  if (name === undefined) return null;
  return name === "hologic" ? "Hologic" : name === "norland" ? "Norland" : "GE Lunar";
}

const EXAM_YEAR =
  /\b(?:dxa|dexa|bone densit\w*|bmd)\W{0,3}(?:scan |in |from |of |done )*((?:19|20)\d\d)\b(?!\s?[-/.]\s?\d)/;

/** The date of the examination: the one a line calls so, else the only one in the headings and lines around. */
export function examDate(region: Region, lines: readonly string[], page: Page): PartialDate | null {
  const dated = (text: string) => findDates(text, page.locale, page.seenYear).map(({ date }) => date);
  const around = [...lines, ...region.says, ...region.headings];
  const named = around.flatMap((line) => {
    const text = foldText(line);
    const at = text.search(
      /\b(?:exam(?:ination)?|scan|study|service|dxa|test)(?: date| performed)?\b|\bdate of (?:exam|study|scan|service)|\bperformed\b|\bcollected\b/,
    );
    return at < 0 || isAnotherDay(text) || isDoneLater(text) ? [] : dated(text.slice(at, at + 60)).slice(0, 1);
  });
  const [only, other] = [...new Set(named)];
  if (only !== undefined) return other === undefined ? only : null;
  const plain = around.filter(
    (line) =>
      !isAnotherDay(line) && !/\b(?:dose|given|infus|inject|start|stop|taken|visit|appoint|was:? ?[-−]?\d)/i.test(line),
  );
  const any = [...new Set(plain.flatMap(dated))];
  const given = plain.some((line) => dated(line).length > 0 && !isDoneLater(line));
  if (any.length === 1 && given) return any[0] ?? null;
  // "DXA 2019: …", "2019" as a title
  const years = new Set([
    ...around.flatMap((line) => EXAM_YEAR.exec(foldText(line))?.[1] ?? []),
    ...region.headings.filter((heading) => /^\s*(?:19|20)\d\d\s*$/.test(heading)).map((heading) => heading.trim()),
  ]);
  return years.size === 1 && any.length === 0 ? ([...years][0] ?? null) : page.examDate;
}

/** The maker a frame names by the full name, for parts of the report that do not say it again. */
export function makerOf(snapshot: FrameSnapshot): string | null {
  const named = linesOf(snapshot).filter((line) => /\b(?:hologic|lunar|norland|ge healthcare)\b/i.test(line));
  return only(named.flatMap((line) => makerIn(line) ?? []));
}
