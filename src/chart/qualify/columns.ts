import { plainWords } from "../../terminology/plain-text";
import type { Cell, Region, Row } from "../snapshot";
import { namesEntry } from "../structure/words";

/** Which of a vocabulary's roles a header names: the first pattern that fits. */
export type Vocabulary<R extends string> = readonly (readonly [R, RegExp])[];

export function roleOf<R extends string>(header: string, vocabulary: Vocabulary<R>): R | null {
  if (header === "") return null;
  const known = remembered.get(vocabulary) ?? new Map<string, string | null>();
  remembered.set(vocabulary, known);
  const before = known.get(header);
  if (before !== undefined) return before as R | null;
  // Of two header rows joined with " / " the lower one names the column.
  const lowest = header.split(" / ").at(-1) ?? header;
  // "Result/Units" holds both, "Result Unit" the unit
  const spelt = lowest.replace(/([a-z])([A-Z])/g, "$1 $2").replace(/\s*[-/&(]\s*(?=units?\b)/i, " and ");
  const words = plainWords(spelt);
  const role = words === "" ? null : (vocabulary.find(([, pattern]) => pattern.test(words))?.[0] ?? null);
  if (known.size > 500) known.clear();
  known.set(header, role);
  return role;
}

/** A header stands over every cell of its column: its role is worked out once. */
const remembered = new WeakMap<Vocabulary<string>, Map<string, string | null>>();

/** A row with the header text that stands over it: the region's own, or a header row among the rows above. */
export interface ReadRow {
  row: Row;
  /** Header text by column; empty when there is none. */
  columns: readonly string[];
}

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
  let columns: readonly string[] = region.columns;
  const read: ReadRow[] = [];
  for (const row of region.rows) {
    const header = region.shape === "prose" ? null : headerOf(row, vocabulary);
    if (header) columns = header;
    else read.push((region.columns.length === 0 && labelledLine(row, vocabulary)) || { row, columns });
  }
  return read;
}

/** The header over a cell; a cell that spans several columns has the header of the first. */
export function headerOver(cell: Cell, columns: readonly string[]): string {
  return columns[cell.column] ?? "";
}
