import { drugsIn } from "../../terminology/drug-names";
import type { Cell, FrameSnapshot, Row } from "../snapshot";

const STRUCK = /\bline through\b/;
const plain = (cell: Cell): Cell => ({ ...cell, hints: cell.hints.replace(STRUCK, "").trim() });

/**
 * What is crossed out holds no more: a row by its first cell or as a whole, else the one cell. A drug that is crossed
 * out is told as one that was stopped; its row stays.
 */
function withoutStruck(row: Row): Row[] {
  const first = row.cells.find(({ text }) => text.trim() !== "");
  const whole = STRUCK.test(row.hints) || (first !== undefined && STRUCK.test(first.hints));
  if (whole) {
    const drug = row.cells.some(({ text }) => drugsIn(text).length > 0);
    const hints = STRUCK.test(row.hints) ? row.hints : `${row.hints} line through`.trim();
    return drug ? [{ ...row, hints, cells: row.cells.map(plain) }] : [];
  }
  const cells = row.cells.map((cell) => (STRUCK.test(cell.hints) ? { ...plain(cell), text: "" } : cell));
  return [{ ...row, cells }];
}

/** The snapshot without what the page crosses out. */
export function notStruck(snapshot: FrameSnapshot): FrameSnapshot {
  const regions = snapshot.regions.map((region) => ({ ...region, rows: region.rows.flatMap(withoutStruck) }));
  return { ...snapshot, regions };
}
