import type { FrameSnapshot, Region, Row } from "../snapshot";
import { type Section, sectionOf } from "./sections";

const BULLET = /^[•·▪◦‣∙*–-]\s*(?=\p{L})/u;
const TITLE = /^[\p{L}][\p{L} ,&/()'-]{2,60}:?$/u;

/** "Medication | alendronate | Discontinued": the label of one record, not the title of a list. */
const RECORD_LABEL =
  /^(?:medication|drug|medicine|problem|diagnosis|condition|concern|(?:lab )?test|(?:lab )?result|analysis|allergy|procedure|visit|encounter|report|note):?$/i;
/** Lists whose entries say in a line of their own whether they hold: only bullets tell one entry from the next. */
const ENTRIES_HAVE_LINES: ReadonlySet<Section | null> = new Set<Section | null>(["medications", "problems"]);

/** Sections in which nothing is a result or a drug of the patient. */
const NOT_THE_PATIENTS: ReadonlySet<Section | null> = new Set<Section | null>([
  "family",
  "education",
  "plan",
  "allergies",
  "immunizations",
]);

/** "Past Medical History", then its lines: a paragraph of a note under a title of its own. */
function titled(row: Row): { title: string; lines: string[] } | null {
  const [cell, second, third] = row.cells;
  if (!cell || third) return null;
  const [title = "", ...lines] = [cell.text, second?.text ?? ""].filter(Boolean).flatMap((text) => text.split(" | "));
  // "Vitamin D | 17": a title in a cell of its own only takes away, it gives no meaning to what stands beside it
  if (second && !(cell.text === title && NOT_THE_PATIENTS.has(sectionOf(title)))) return null;
  if (lines.length === 0 || !TITLE.test(title) || RECORD_LABEL.test(title)) return null;
  const section = sectionOf(title);
  const plain = !lines.some((line) => BULLET.test(line));
  return section === null || (plain && ENTRIES_HAVE_LINES.has(section)) ? null : { title, lines };
}

/** The paragraphs of a list; a title that comes twice is the label of a record. */
function paragraphsOf(rows: readonly Row[]) {
  const found = rows.map((row) => ({ row, paragraph: titled(row) }));
  const titles = found.flatMap(({ paragraph }) => paragraph?.title ?? []);
  return found.map(({ row, paragraph }) => {
    const once = paragraph !== null && titles.indexOf(paragraph.title) === titles.lastIndexOf(paragraph.title);
    return { row, paragraph: once ? paragraph : null };
  });
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
    const cells = row.cells.slice(-1).map((cell) => ({ ...cell, column: 0, text: line.replace(BULLET, "") }));
    return [{ ...row, group, cells }];
  });
  const headings = [...region.headings, title];
  return { ...region, shape: bulleted ? "list" : "prose", headings, rows, rowCount: rows.length };
}

/** A note whose paragraphs each bring their title along is as many parts as it has paragraphs. */
export function inParagraphs(snapshot: FrameSnapshot): FrameSnapshot {
  const regions = snapshot.regions.flatMap((region) => {
    if (region.shape !== "list" || region.columns.length > 0) return [region];
    const parts = paragraphsOf(region.rows);
    if (parts.every(({ paragraph }) => paragraph === null)) return [region];
    const rest = parts.flatMap(({ row, paragraph }) => (paragraph ? [] : [row]));
    const own = parts.flatMap(({ row, paragraph }) => (paragraph ? [asRegion(region, row, paragraph)] : []));
    return rest.length > 0 ? [{ ...region, rows: rest, rowCount: rest.length }, ...own] : own;
  });
  return { ...snapshot, regions };
}
