import type { Region, Row } from "../snapshot";
import { namesEntry } from "../structure/words";
import { type ReadRow, roleOf, type Vocabulary } from "./columns";
import { recordsOf } from "./records";

/** An amount with what it is of, as no head has it: "1 tablet daily until seen". */
const AMOUNT = /\d ?(?:m?c?g|ml|tabs?|tablets?|caps?|capsules?|pills?|times?|refills?)\b/i;

/** A row of two or more short cells that all name columns, with no value among them, is a header. */
function headerOf<R extends string>(row: Row, vocabulary: Vocabulary<R>): string[] | null {
  const cells = row.cells.filter(({ text }) => text.trim() !== "");
  if (
    cells.length < 2 ||
    cells.some(({ text }) => text.length > 60 || /\d{3}|\d[.,]\d/.test(text) || AMOUNT.test(text))
  )
    return null;
  const roles = cells.map(({ text }) => roleOf(text, vocabulary));
  const named = roles.filter((role) => role !== null);
  if (named.length < 2 || new Set(named).size < 2 || named.length < cells.length * 0.6) return null;
  const columns: string[] = [];
  for (const cell of row.cells) for (let i = 0; i < Math.max(1, cell.span); i++) columns[cell.column + i] = cell.text;
  return Array.from(columns, (text) => text ?? "");
}

/** "Test: Calcium; Result: 9.2 mg/dL; Date: 02/11/2026": a line whose every part names what it holds. */
function labelledLine<R extends string>({ cells, ...row }: Row, vocabulary: Vocabulary<R>): ReadRow | null {
  const [cell, another] = cells;
  if (!cell || another) return null;
  const parts = cell.text
    .split(/\s*;\s+|\s\|\s|,\s+(?=\p{Lu}[\p{L} /#]{1,30}:)/u)
    .map((part) => part.split(/:\s+(.*)/s));
  const columns = parts.map(([label = ""]) => label);
  const roles = columns.map((label) => (label.length < 32 && !namesEntry(label) ? roleOf(label, vocabulary) : null));
  if (parts.some(([, text]) => text === undefined) || roles.includes(null) || new Set(roles).size < 2) return null;
  return { row: { ...row, cells: parts.map(([, text = ""], column) => ({ ...cell, column, text })) }, columns };
}

/** The rows of a region, each with the header that applies to it. */
export function rowsWithHeaders<R extends string>(region: Region, vocabulary: Vocabulary<R>): ReadRow[] {
  const records = recordsOf(region, vocabulary);
  if (records) return records;
  let columns: readonly string[] = region.columns;
  const read: ReadRow[] = [];
  for (const row of region.rows) {
    const header = region.shape === "prose" ? null : headerOf(row, vocabulary);
    if (header) columns = header;
    else read.push((region.columns.length === 0 && labelledLine(row, vocabulary)) || { row, columns });
  }
  return read;
}
