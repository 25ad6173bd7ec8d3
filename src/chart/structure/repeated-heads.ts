import type { Cell, Region } from "../snapshot";

/** Heads that pages repeat in every cell, to be shown where a narrow screen has no room for columns. */
const HEAD =
  /^(?:test|component|analyte|previous results?|results?|values?|units?|flag|(?:reference |ref\.? |normal )?range|status|collected|date|medication|drug|dose|directions|route|frequency|start(?: date)?|(?:stop|end)(?: date)?|problem|condition|onset)/i;

/** The text behind a head; null where another word begins with the same letters. */
function behind(head: string, text: string): string | null {
  if (!text.toLowerCase().startsWith(head.toLowerCase())) return null;
  const rest = text.slice(head.length);
  const isWord = /^\p{Ll}/u.test(rest) && !/^units?$/i.test(head);
  return isWord ? null : rest.replace(/^[\s:|]+/, "");
}

/** "Test Calcium | Result 9.2 | Units mg/dL" in every row: each head once, over its column. */
export function repeatedHeads(region: Region): Region {
  const { shape, columns, rows } = region;
  if ((shape !== "table" && shape !== "grid") || (columns.length === 0 && rows.length < 2)) return region;
  const headOf = ({ column, text }: Cell) =>
    columns.length > 0 ? (columns[column] ?? "") : (HEAD.exec(text)?.[0] ?? "");
  const begins = (cell: Cell) => headOf(cell).length > 2 && behind(headOf(cell), cell.text) !== null;
  if ((rows[0]?.cells ?? []).filter(begins).length < 2) return region;
  const cells = rows.flatMap((row) => row.cells).filter(({ text }) => text !== "");
  const width = Math.max(columns.length, ...cells.map(({ column }) => column + 1));
  const heads = Array.from({ length: width }, (_, column) => {
    const own = cells.filter((cell) => cell.column === column);
    const head = own[0] && begins(own[0]) ? headOf(own[0]) : null;
    return head !== null && own.every(({ text }) => behind(head, text) !== null) ? head : null;
  });
  if (heads.filter((head) => head !== null).length < 2) return region;
  return {
    ...region,
    columns: columns.length > 0 ? columns : heads.map((head) => head ?? ""),
    rows: rows.map((row) => ({
      ...row,
      cells: row.cells.map((cell) => ({ ...cell, text: behind(heads[cell.column] ?? "", cell.text) ?? cell.text })),
    })),
  };
}
