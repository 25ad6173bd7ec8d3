import type { Cell, Region, Row } from "../snapshot";
import { namesEntry } from "../structure/words";
import { type ReadRow, roleOf, type Vocabulary } from "./columns";

const labelIn = ({ text }: Cell): string => text.trim().replace(/\s*:$/, "");

/**
 * "Test: | Calcium", "Result: | 9.2 mg/dL", "Date: | 02/11/2026", and so on for the next test: fields below each other,
 * as one row a record. Null where the labels do not say what the fields hold.
 */
export function recordsOf<R extends string>(region: Region, vocabulary: Vocabulary<R>): ReadRow[] | null {
  if (region.columns.length > 0 || region.shape === "prose" || region.rows.length < region.rowCount) return null;
  const fields: { row: Row; label: string; value: Cell | undefined }[] = [];
  for (const row of region.rows) {
    const [label, value, another] = row.cells;
    if (!label || another || label.column !== 0) return null;
    fields.push({ row, label: labelIn(label), value });
  }
  const [first] = fields;
  const labels = [...new Set(fields.map(({ label }) => label))];
  const roles = labels.map((label) => roleOf(label, vocabulary));
  const known = roles.filter((role) => role !== null);
  if (!first || roleOf(first.label, vocabulary) !== "name" || new Set(known).size < 2) return null;
  if (
    known.length < labels.length * 0.6 ||
    labels.some((label) => label.length > 30 || /\d/.test(label) || namesEntry(label))
  )
    return null;
  const records: { row: Row; cells: Cell[] }[] = [];
  for (const { row, label, value } of fields) {
    if (label === first.label) records.push({ row, cells: [] });
    const column = labels.indexOf(label);
    const { cells } = records.at(-1) as { cells: Cell[] };
    // a field told twice belongs to a record whose beginning is not seen
    if (cells.some((cell) => cell.column === column)) return null;
    if (value) cells.push({ ...value, column, span: 1 });
  }
  return records.map(({ row, cells }) => ({ row: { ...row, cells }, columns: labels }));
}
