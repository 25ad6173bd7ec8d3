import { plainWords } from "../../terminology/plain-text";
import type { Cell, Row } from "../snapshot";

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

/** The header over a cell; a cell that spans several columns has the header of the first. */
export function headerOver(cell: Cell, columns: readonly string[]): string {
  return columns[cell.column] ?? "";
}
