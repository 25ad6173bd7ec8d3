import type { Region, Row } from "../../../src/chart/snapshot";

let ref = 0;

/** A row as the page sends it; a text with a number spans so many columns. */
export function rowSent(texts: readonly (string | [string, number])[], more: Partial<Row> = {}): Row {
  let column = 0;
  const cells = texts.map((entry) => {
    const [text, span] = typeof entry === "string" ? [entry, 1] : entry;
    const cell = { ref: ++ref, column, span, text, header: false, hints: "" };
    column += span;
    return cell;
  });
  return { ref: ++ref, group: null, hints: "", cells, ...more };
}

/** A table as the page sends it, before heads and titles are told apart. */
export const tableSent = (rows: Row[], more: Partial<Region> = {}): Region => ({
  ref: ++ref,
  shape: "table",
  headings: [],
  columns: [],
  rows,
  rowCount: rows.length,
  says: [],
  hints: "",
  ...more,
});
