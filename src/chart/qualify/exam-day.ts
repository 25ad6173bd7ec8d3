import { findDates, onlyDate } from "../../terminology/dates";
import type { Locale } from "../../terminology/numbers";
import { foldText } from "../../terminology/plain-text";
import type { PartialDate } from "../evidence";
import type { FrameSnapshot } from "../snapshot";

const EXAM =
  /\b(?:exam(?:ination)?|scan|study|service|collect(?:ed|ion))\b.*\bdate|\bdate of (?:exam|study|scan|service)|^(?:exam|scan(?:ned)?|study)$|\bperformed\b/i;

/** "Exam date" and the date behind it, in one piece of the banner or in two. */
function dayInBanner(snapshot: FrameSnapshot, locale: Locale, seenYear: number): PartialDate | null {
  const dates = new Set(
    snapshot.banner.flatMap((piece, i) => {
      const before = snapshot.banner[i - 1];
      const label = piece.label ?? (before?.block === piece.block ? before.text : "");
      const own = onlyDate(piece.text, locale, seenYear);
      const named = EXAM.test(label) || (own === null && EXAM.test(piece.text));
      const date = own ?? (named ? onlyDate(piece.text.replace(/^[^\d]+/, ""), locale, seenYear) : null);
      return named && date !== null ? [date] : [];
    }),
  );
  return only([...dates]);
}

/** A line that begins with the day of the examination. */
const EXAM_DAY =
  /^\W*(?:(?:dxa|dexa|bone densit\w*) )?(?:exam(?:ination)?|scan|study)(?: date)?\s?:|^\W*date of (?:exam|study|scan)/;
/** Examinations of another kind: the day in the frame may be theirs. */
const OTHER_EXAM =
  /\b(?:mri|magnetic|ct|x-?rays?|radiograph\w*|ultraso\w*|mammo\w*|echo\w*|chest|colonoscop\w*|pet|endoscop\w*|nuclear)\b/;

/** The one thing found; null when there is none, or several. */
export const only = <T>(found: readonly T[]): T | null => {
  const [first, second] = [...new Set(found)];
  return second === undefined ? (first ?? null) : null;
};

/** Every line of a frame. */
export const linesOf = ({ regions }: FrameSnapshot): string[] =>
  regions.flatMap(({ headings, says, rows }) => [
    ...headings,
    ...says,
    ...rows.map(({ cells }) => cells.map(({ text }) => text).join(" ")),
  ]);

/** A line of the frame with it; null where it shows examinations of another kind as well. */
function dayInLines(snapshot: FrameSnapshot, locale: Locale, seenYear: number): PartialDate | null {
  const lines = linesOf(snapshot).map((line) => foldText(line));
  if (lines.some((line) => OTHER_EXAM.test(line))) return null;
  const named = lines.filter((line) => EXAM_DAY.test(line));
  return only(named.flatMap((line) => findDates(line, locale, seenYear).map(({ date }) => date)));
}

/** The one day a frame calls that of its examination. */
export const examDay = (snapshot: FrameSnapshot, locale: Locale, seenYear: number): PartialDate | null =>
  dayInBanner(snapshot, locale, seenYear) ?? dayInLines(snapshot, locale, seenYear);
