import type { Row } from "../snapshot";
import { namesSomething } from "./words";

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
const isName = (text: string) => text.length <= 60 && (!/\d/.test(text) || isTimeLike(text)) && !namesSomething(text);

/** Whether every cell of a row but the corner can stand above a column. */
export const namesColumns = ({ cells }: Row): boolean =>
  cells.every(({ column, text }) => column === 0 || isName(text));

/** Nothing but times beside the corner. */
export const isTimeRow = ({ cells }: Row): boolean =>
  cells.every(({ column, text }) => column === 0 || !text || isTimeLike(text));

const isBold = ({ look }: Row) => look?.endsWith("!") ?? false;

/** A row of column names that the page did not mark as one: names or times, and other things below. */
function readsAsHeader(row: Row, below: readonly Row[]): boolean {
  if (row.cells.filter(({ text }) => text).length < 2 || !row.cells.every(({ text }) => isName(text))) return false;
  if (isBold(row) && below[0] && !isBold(below[0])) return true;
  return row.cells.some(({ column, text }) => {
    const under = below.flatMap((other) =>
      other.cells.flatMap((cell) => (cell.column === column && cell.text ? cell.text : [])),
    );
    const unlike = under.filter((other) => /\d/.test(other) && !(isTimeLike(text) && isTimeLike(other)));
    return text !== "" && unlike.length * 2 > under.length;
  });
}

/** How many rows from `first` on are column heads. */
export function headerCount(rows: readonly Row[], first: number): number {
  const most = Math.min(first + 5, rows.length - 1);
  let end = first;
  while (end < most && rows[end]?.head) end++;
  if (end > first) return end - first;
  // rows of heads above each other: years over days over times, or a wide head over narrow ones
  for (let wide = false; end < most; end++) {
    const row = rows[end];
    if (!row || !readsAsHeader(row, rows.slice(end + 1, end + 7))) break;
    if (end > first && !wide && !isTimeRow(row)) break;
    wide ||= row.cells.some(({ span }) => span > 1);
  }
  return end - first;
}

/** Heads column by column, from the top down. */
export function columnNames(heads: readonly Row[]): string[] {
  const names: string[][] = [];
  for (const { column, span, text } of heads.flatMap(({ cells }) => cells)) {
    for (let i = column; i < Math.min(column + span, 300); i++) {
      names[i] ??= [];
      const name = text.replace(/\s*\|\s*/g, " ");
      if (name && !names[i]?.includes(name)) names[i]?.push(name);
    }
  }
  const filled = Array.from(names, (parts) => parts ?? []);
  // beside rows of times the corner is a title, not a name
  if (heads.length > 1 && filled.slice(1).every((parts) => parts.every(isTimeLike))) filled[0] = [];
  return filled.map((parts) => parts.join(" / "));
}

/** A row further down that starts the columns anew. */
export const restartsHeader = (row: Row): boolean =>
  !!row.head && row.cells.filter(({ text }) => text).length > 1 && row.cells.every(({ text }) => isName(text));
