import type { FrameSnapshot, Region, Row } from "../snapshot";

const UNTICKED = "☐|□|◻|○|\\[ ?\\]";
const TICKED = "☑|☒|✓|✔|◉|●|\\[[xX]\\]";
const BOX = new RegExp(`(?=${UNTICKED}|${TICKED})`, "u");
const EMPTY_BOX = new RegExp(`^(?:${UNTICKED})`, "u");
const FULL_BOX = new RegExp(`^(?:${TICKED})\\s*`, "u");

/** "☐ Stroke ☒ Osteoporosis": what is not ticked is not said. A text without an empty box stays as it is. */
function withoutUnticked(text: string): string {
  const parts = text.split(BOX);
  if (!parts.some((part) => EMPTY_BOX.test(part))) return text;
  return parts
    .filter((part) => !EMPTY_BOX.test(part))
    .map((part) => part.replace(FULL_BOX, ""))
    .join(" ")
    .replace(/\s+/g, " ")
    .trim();
}

const MARK = new RegExp(`^(?:x|${TICKED})$`, "iu");

/** Columns "Yes" and "No": the one that is marked is the answer of the row; a row without a mark says nothing. */
function answered(region: Region): Region {
  const at = (name: string) => region.columns.findIndex((header) => header.trim().toLowerCase() === name);
  const [yes, no] = [at("yes"), at("no")];
  if (yes < 0 || no < 0) return region;
  const rows = region.rows.flatMap((row): Row[] => {
    const marked = row.cells.filter(({ column, text }) => (column === yes || column === no) && MARK.test(text.trim()));
    const [mark, another] = marked;
    if (!mark || another) return [];
    const answer = { ...mark, column: yes, text: mark.column === yes ? "Yes" : "No" };
    return [{ ...row, cells: [...row.cells.filter(({ column }) => column !== yes && column !== no), answer] }];
  });
  return {
    ...region,
    columns: region.columns.map((header, i) => (i === yes ? "Answer" : i === no ? "" : header)),
    rows,
  };
}

/** The snapshot without what stands beside an empty box. */
export function onlyTicked(snapshot: FrameSnapshot): FrameSnapshot {
  const regions = snapshot.regions.map((region) => {
    const rows = region.rows.flatMap((row): Row[] => {
      const cells = row.cells.map((cell) =>
        // a box alone in its cell answers the head of its column
        cell.text.trim().length < 4 ? cell : { ...cell, text: withoutUnticked(cell.text) },
      );
      return cells.some(({ text }, i) => text === "" && row.cells[i]?.text.trim() !== "") &&
        cells.every(({ text }) => text.trim() === "")
        ? []
        : [{ ...row, cells }];
    });
    return answered({ ...region, rows });
  });
  return { ...snapshot, regions };
}
