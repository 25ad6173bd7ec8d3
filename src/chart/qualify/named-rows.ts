import type { Cell, Region, Row } from "../snapshot";
import { type ReadRow, roleOf, type Vocabulary } from "./columns";
import { rowsWithHeaders } from "./headed-rows";

/** A cell that holds a name which stands elsewhere: in the title above, or over a column. */
const nameCell = (region: Region, text: string): Cell => ({
  ref: region.ref,
  column: 0,
  span: 1,
  text,
  header: true,
  hints: "",
});

const right = (cells: readonly Cell[], by: number): Cell[] =>
  cells.map((cell) => ({ ...cell, column: cell.column + by }));

/** "Result | 41", "Flag | Low", "Collected | 04/08/2026" below a title: one entry, its fields as columns. */
function recordOf(region: Region, title: string, name: string): ReadRow[] {
  const fields = region.rows.map(({ cells }) => cells);
  const [first] = region.rows;
  const labels = fields.map(([label]) => label?.text.trim().replace(/:$/, "") ?? "");
  if (!first || fields.some(({ length }) => length !== 2) || new Set(labels).size < labels.length) return [];
  const values = fields.flatMap(([, value], i) => (value ? { ...value, column: i + 1 } : []));
  const row: Row = { ...first, cells: [nameCell(region, title), ...values] };
  return [{ row, columns: [name, ...labels] }];
}

/** A row below the names that sums up its column or says what is usual: none of a day. */
const SUMMARY =
  /^(?:ref(?:erence)?|range|normal|norm|units?|einheit|mean|average|avg|median|min(?:imum)?|max(?:imum)?|lowest|highest|goal|target|change|delta|trend|slope|s\.?d\.?|st(?:andar)?d\.? dev\w*|count|n|total|percentile|ideal|limits?)(?!\w)/i;
/** A row that sums up the rows above it. */
export const isSummary = ({ cells }: Row): boolean => SUMMARY.test(cells[0]?.text.trim() ?? "");

/**
 * The rows of a region, each with the name of what it is about: in most lists it stands in the row. Where it stands in
 * the title of a list or over a column of it instead, it is put into the row.
 * @param names whether a text is such a name
 * @param as headers of the columns of names and of values: what the vocabulary calls them
 */
export function namedRows<R extends string>(
  region: Region,
  vocabulary: Vocabulary<R>,
  names: (text: string) => boolean,
  as: { name: string; value: string; valueRole: R },
): ReadRow[] {
  const reads = rowsWithHeaders(region, vocabulary);
  const title = region.headings.at(-1) ?? "";
  if (region.shape === "prose" || region.rows.some(({ cells }) => cells.some(({ text }) => names(text)))) return reads;
  const hasValue = (columns: readonly string[]) => columns.some((one) => roleOf(one, vocabulary) === as.valueRole);
  const over = region.columns.flatMap((text, column) => (names(text) ? [column] : []));
  if (over.length > 0)
    return reads.flatMap(({ row, columns }) =>
      over.flatMap((column) => {
        if (isSummary(row)) return [];
        const value = row.cells.find((cell) => cell.column === column);
        if (!value) return [];
        const others = row.cells.filter((cell) => !over.includes(cell.column));
        return {
          row: {
            ...row,
            cells: [nameCell(region, columns[column] ?? ""), { ...value, column: 1 }, ...right(others, 2)],
          },
          columns: [as.name, as.value, ...columns.map((text, i) => (over.includes(i) ? "" : text))],
        };
      }),
    );
  if (!names(title)) return reads;
  if (region.shape === "pairs" || (region.shape === "table" && region.columns.length === 0)) {
    const record = recordOf(region, title, as.name);
    return record.length > 0 && hasValue(record[0]?.columns ?? []) ? record : reads;
  }
  const nameRole = roleOf(as.name, vocabulary);
  /** A row with a name of its own is not about the title: "Creatinine, urine" below "Creatinine". */
  const named = ({ row, columns }: ReadRow) =>
    row.cells.some(({ text, column }, i) => {
      const role = roleOf(columns[column] ?? "", vocabulary);
      const first = i === 0 && role !== as.valueRole && /^\p{L}{3}\D*$/u.test(text);
      return first || (role === nameRole && text !== "");
    });
  return reads.map((read) =>
    hasValue(read.columns) && !named(read)
      ? {
          row: { ...read.row, cells: [nameCell(region, title), ...right(read.row.cells, 1)] },
          columns: [as.name, ...read.columns],
        }
      : read,
  );
}
