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

/** A line of column names that the page did not mark as one: names or times, and other things below. */
function readsAsHeader(line: Line, below: readonly Line[]): boolean {
  const cells = line.spots.filter((spot) => textOf(spot.at));
  if (cells.length < 2) return false;
  const texts = cells.map((spot) => textOf(spot.at));
  if (texts.some((text) => text.length > 60 || (/\d/.test(text) && !isTimeLike(text)) || kindsOf(text) & NAME))
    return false;
  if (
    cells.every(
      (spot) => spot.at.querySelector("b,strong") && !below[0]?.spots.every((s) => s.at.querySelector("b,strong")),
    )
  )
    return true;
  return cells.some((spot, i) => {
    const under = below.slice(0, 6).flatMap((row) =>
      row.spots
        .filter((s) => s.column === spot.column)
        .map((s) => textOf(s.at))
        .filter(Boolean),
    );
    const unlike = under.filter((text) =>
      isTimeLike(texts[i] ?? "") ? !isTimeLike(text) && /\d/.test(text) : /\d/.test(text),
    );
    return under.length > 0 && unlike.length * 2 > under.length;
  });
}

/** How many lines at the top are column heads. */
export function headerCount(lines: readonly Line[]): number {
  let count = 0;
  while (count < lines.length - 1 && count < 5 && lines[count]?.head) count++;
  if (count > 0) return count;
  const [first] = lines;
  if (!first || !readsAsHeader(first, lines.slice(1))) return 0;
  count = 1;
  // rows of heads above each other: years over days over times, or a wide head over narrow ones
  while (count < Math.min(4, lines.length - 1)) {
    const line = lines[count];
    const wide = lines.slice(0, count).some((above) => above.spots.some((spot) => spot.span > 1));
    if (!line || !readsAsHeader(line, lines.slice(count + 1))) break;
    if (!wide && !line.spots.every((spot) => !textOf(spot.at) || isTimeLike(textOf(spot.at)))) break;
    count++;
  }
  return count;
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
export function restartsHeader(line: Line): boolean {
  const texts = line.head ? line.spots.map((spot) => textOf(spot.at)).filter(Boolean) : [];
  return texts.length > 1 && texts.every((text) => !/\d/.test(text) || isTimeLike(text));
}
