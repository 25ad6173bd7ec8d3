import type { FrameSnapshot, Region, Row } from "../../snapshot";

const partsOf = (text: string) => text.split(" | ");
const keyOf = (texts: readonly string[]) => texts.join("\n");

/** Records that stand as one cell each, alone or behind the title of their panel: "TSH | 2.1 | 0.4-4.5 mIU/L". */
function records(row: Row): Row[] {
  const [title, ...rest] = row.cells;
  // "TSH | 2.1 mIU/L | 0.4-4.5": one record in lines below each other
  const lines = rest.length === 0 ? partsOf(title?.text ?? "") : [];
  if (title && lines.length > 2 && /^[<>]?\s?\d/.test(lines[1] ?? ""))
    return [{ ...row, cells: lines.map((text, column) => ({ ...title, column, text })) }];
  if (!title || rest.length === 0 || title.text.includes(" | ")) return [];
  if (rest.some(({ text }) => partsOf(text).length < 2)) return [];
  return rest.map((cell) => ({
    ...row,
    group: title.text,
    cells: partsOf(cell.text).map((text, column) => ({ ...cell, column, text })),
  }));
}

/** A list of panels is read record by record, save for panels that were told as lists of their own. */
export function inPanels(snapshot: FrameSnapshot): FrameSnapshot {
  const told = new Set(
    snapshot.regions.flatMap(({ rows }) => rows.map(({ cells }) => keyOf(cells.map(({ text }) => text)))),
  );
  const regions = snapshot.regions.flatMap((region): Region[] => {
    if (region.shape !== "list" || region.columns.length > 0) return [region];
    const rows = region.rows.flatMap(records).filter(({ cells }) => !told.has(keyOf(cells.map(({ text }) => text))));
    return rows.length > 0 ? [region, { ...region, shape: "grid", rows, rowCount: rows.length }] : [region];
  });
  return { ...snapshot, regions };
}
