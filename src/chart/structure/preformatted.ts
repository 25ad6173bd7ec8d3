import type { Region, Row } from "../snapshot";
import { namesSomething } from "./words";

const piecesOf = ({ cells }: Row): string[] => (cells.length === 1 ? (cells[0]?.text.split(/\s{2,}/) ?? []) : []);

/** A line with at least a name, a figure and one thing more, set apart by blanks. */
const isColumnar = (pieces: readonly string[]): boolean => pieces.length > 2 && /\d/.test(pieces.slice(1).join(" "));

/**
 * Preformatted text ("CALCIUM   10.9   H   mg/dL") as rows of cells. Which column a cell stands in is not told: a page
 * may leave columns empty, so that no head is believed and every cell has to speak for itself.
 */
export function preformatted(region: Region): Region[] {
  if (region.shape !== "prose") return [region];
  const regions: Region[] = [];
  let lines: Row[] = [];
  let grid: Row[] = [];
  let above: string[] = [];
  const part = (rows: Row[], change: Partial<Region> = {}) => {
    if (rows.length > 0) regions.push({ ...region, ...change, rows, rowCount: rows.length });
  };
  const close = () => {
    part(lines);
    part(grid, { shape: "grid", says: [...above, ...region.says] });
    [lines, grid] = [[], []];
  };
  for (const row of region.rows) {
    const pieces = piecesOf(row);
    const [line] = row.cells;
    if (line && isColumnar(pieces) && namesSomething(pieces[0] ?? "")) {
      if (grid.length === 0) above = lines.slice(-4).flatMap(piecesOf);
      grid.push({ ...row, cells: pieces.map((text, column) => ({ ...line, column, text })) });
    } else {
      if (grid.length > 0 && !isColumnar(pieces)) close();
      lines.push(row);
    }
  }
  close();
  return regions;
}
