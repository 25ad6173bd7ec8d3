import type { Line } from "./lines";
import { kindsOf, NAME } from "./terms";
import { textOf } from "./text";

const MONTH =
  /(?:jan|f[eé]v|feb|m[aä]r|avr|apr|abr|ma[iyg]|jui?n|jui?l|giu|lug|a[uo][gû]|sep|set|o[ckt]t|nov|d[eéi][czx])[a-zûé]*\.?/;
const CLOCK = /\d{1,4}([./-])\d{1,2}\1\d{2,4}|^(?:19|20)\d\d$|^\d{1,2}\/\d{1,2}$|\d{1,2}:\d\d/;

/** Nothing but a date, a time or a year: such a text may stand above a column. */
export function isTimeLike(text: string): boolean {
  const low = text.toLowerCase();
  if (!/\d/.test(low) || !(CLOCK.test(low) || MONTH.test(low))) return false;
  return !/[\p{L}\d]/u.test(low.replace(MONTH, "").replace(/[ap]\.?m\b|(?<=\d)(?:st|nd|rd|th|t|z)\b|\d/g, ""));
}

/** What can stand above a column: a short name without figures, a date or a time. */
const names = (text: string) => text.length <= 60 && (!/\d/.test(text) || isTimeLike(text)) && !(kindsOf(text) & NAME);
const textsOf = ({ spots }: Line) => spots.map((spot) => textOf(spot.at));

/** Whether every cell of a line but the corner can stand above a column. */
export const namesColumns = (line: Line): boolean => textsOf(line).slice(1).every(names);
/** Nothing but times beside the corner. */
export const isTimeLine = (line: Line): boolean =>
  textsOf(line)
    .slice(1)
    .every((text) => !text || isTimeLike(text));

const allBold = ({ spots }: Line) => spots.every(({ at }) => at.querySelector("b,strong"));

/** A line of column names that the page did not mark as one: names or times, and other things below. */
function readsAsHeader(line: Line, below: readonly Line[]): boolean {
  const texts = textsOf(line);
  if (texts.filter(Boolean).length < 2 || !texts.every(names)) return false;
  if (allBold(line) && below[0] && !allBold(below[0])) return true;
  return line.spots.some(({ column }, i) => {
    const text = texts[i];
    const under = below
      .flatMap((row) => row.spots.flatMap((spot) => (spot.column === column ? textOf(spot.at) : [])))
      .filter(Boolean);
    const unlike = under.filter((other) => /\d/.test(other) && !(text && isTimeLike(text) && isTimeLike(other)));
    return text && unlike.length * 2 > under.length;
  });
}

/** How many lines from `first` on are column heads. */
export function headerCount(lines: readonly Line[], first: number): number {
  const most = Math.min(first + 5, lines.length - 1);
  let end = first;
  while (end < most && lines[end]?.head) end++;
  if (end > first) return end - first;
  // rows of heads above each other: years over days over times, or a wide head over narrow ones
  for (let wide = false; end < most; end++) {
    const line = lines[end];
    if (!line || !readsAsHeader(line, lines.slice(end + 1, end + 7))) break;
    if (end > first && !wide && !isTimeLine(line)) break;
    wide ||= line.spots.some((spot) => spot.span > 1);
  }
  return end - first;
}

/** Heads column by column, from the top down. */
export function columnNames(heads: readonly Line[]): string[] {
  const names: string[][] = [];
  for (const { spots } of heads) {
    for (const { at, column, span } of spots) {
      const text = textOf(at).replace(/\s*\|\s*/g, " ");
      for (let i = column; i < Math.min(column + span, 300); i++) {
        names[i] ??= [];
        if (text && !names[i]?.includes(text)) names[i]?.push(text);
      }
    }
  }
  // beside rows of times the corner is a title, not a name
  if (heads.length > 1 && names.slice(1).every((parts) => (parts ?? []).every(isTimeLike))) names[0] = [];
  return [...names].map((parts) => (parts ?? []).join(" / "));
}

/** A line further down that starts the columns anew. */
export const restartsHeader = (line: Line): boolean =>
  line.head && textsOf(line).filter(Boolean).length > 1 && textsOf(line).every(names);
