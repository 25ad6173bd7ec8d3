import type { Cell, Region, Row } from "../snapshot";

/** The label–value pairs of a row in which every value has its label before it; null for any other row. */
function pairsOf({ cells }: Row): (readonly [label: string, value: Cell | null])[] | null {
  if (!cells[0]?.header) return null;
  const pairs = cells.flatMap((cell, i) => {
    if (!cell.header) return [];
    const next = cells[i + 1];
    return [[cell.text.replace(/\s*:\s*$/, ""), next && !next.header ? next : null] as const];
  });
  const paired = pairs.length + pairs.filter(([, value]) => value !== null).length === cells.length;
  return paired && pairs.every(([label]) => label !== "" && label.length < 30 && !/\d/.test(label)) ? pairs : null;
}

/** The rows of one record: pairs, and lines that stand across the whole card. */
const isLine = ({ cells: [cell, another] }: Row) => cell !== undefined && another === undefined && !cell.header;

/**
 * A table of cards ("Name … Dose …" over "Start … Stop … Status …", again and again) as a table of one row a card, its
 * labels the columns. A line across a card has a column without a name.
 */
export function cards(region: Region): Region {
  const [first] = region.rows;
  if (region.shape !== "table" || region.columns.length > 0 || !first || region.rows.length < region.rowCount)
    return region;
  const start = pairsOf(first);
  if (!start || start.length < 2) return region;
  const begins = (row: Row) => pairsOf(row)?.[0]?.[0] === start[0]?.[0];
  if (!region.rows.every((row) => pairsOf(row) !== null || isLine(row))) return region;
  const blocks: Row[][] = [];
  for (const row of region.rows) {
    if (begins(row)) blocks.push([row]);
    else blocks.at(-1)?.push(row);
  }
  const labelled = blocks.map((rows) => rows.flatMap((row) => pairsOf(row) ?? []));
  const distinct = labelled.every((pairs) => new Set(pairs.map(([label]) => label)).size === pairs.length);
  if (blocks.length < 2 || !distinct) return region;
  const columns = [...new Set(labelled.flatMap((pairs) => pairs.map(([label]) => label)))];
  const rows = blocks.map((block, i): Row => {
    const values = (labelled[i] ?? []).flatMap(([label, value]) =>
      value ? { ...value, column: columns.indexOf(label), span: 1 } : [],
    );
    const across = block
      .filter(isLine)
      .flatMap(({ cells }) => cells.map((cell) => ({ ...cell, column: columns.length, span: 1 })));
    return { ...(block[0] as Row), cells: [...values, ...across].sort((a, b) => a.column - b.column) };
  });
  return { ...region, columns: [...columns, ""], rows, rowCount: rows.length };
}
