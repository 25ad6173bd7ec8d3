import type { FrameSnapshot, Region, Row } from "../snapshot";
import { sectionOf } from "./sections";

const BULLET = /^[•·▪◦‣∙*–-]\s*(?=\p{L})/u;
const TITLE = /^[\p{L}][\p{L} ,&/()'-]{2,60}:?$/u;

/** "Past Medical History", then its lines: a paragraph of a note under a title of its own. */
function titled(row: Row): { title: string; lines: string[] } | null {
  const [cell, second] = row.cells;
  if (!cell || second) return null;
  const [title = "", ...lines] = cell.text.split(" | ");
  return lines.length > 0 && TITLE.test(title) && sectionOf(title) !== null ? { title, lines } : null;
}

/** Lines with bullets are a list; a short line between them ("Not taking") stands over those that follow. */
function asRegion(region: Region, row: Row, { title, lines }: { title: string; lines: string[] }): Region {
  const bulleted = lines.some((line) => BULLET.test(line));
  let group: string | null = null;
  const rows = lines.flatMap((line): Row[] => {
    if (bulleted && !BULLET.test(line)) {
      group = TITLE.test(line) && line.length < 40 ? line : null;
      return [];
    }
    return [{ ...row, group, cells: row.cells.map((cell) => ({ ...cell, text: line.replace(BULLET, "") })) }];
  });
  const headings = [...region.headings, title];
  return { ...region, shape: bulleted ? "list" : "prose", headings, rows, rowCount: rows.length };
}

/** A note whose paragraphs each bring their title along is as many parts as it has paragraphs. */
export function inParagraphs(snapshot: FrameSnapshot): FrameSnapshot {
  const regions = snapshot.regions.flatMap((region) => {
    if (region.shape !== "list" || region.columns.length > 0) return [region];
    const parts = region.rows.map((row) => ({ row, paragraph: titled(row) }));
    if (parts.every(({ paragraph }) => paragraph === null)) return [region];
    const rest = parts.flatMap(({ row, paragraph }) => (paragraph ? [] : [row]));
    const own = parts.flatMap(({ row, paragraph }) => (paragraph ? [asRegion(region, row, paragraph)] : []));
    return rest.length > 0 ? [{ ...region, rows: rest, rowCount: rest.length }, ...own] : own;
  });
  return { ...snapshot, regions };
}
