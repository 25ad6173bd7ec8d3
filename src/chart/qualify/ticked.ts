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

/** Heads of columns in which a mark answers: what it says of the row. */
const ANSWERS: readonly (readonly [string, RegExp])[] = [
  ["Yes", /^(?:yes|y|present|positive)$/],
  ["Current", /^(?:current|now|active)$/],
  ["No", /^(?:no|n|never|denies|negative|absent)$/],
  ["Past", /^(?:past|former|previous|resolved)$/],
];

/** Columns "Yes" and "No", "Past", "Current" and "Never": the one that is marked is the answer of the row; a row without a mark says nothing. */
function answered(region: Region): Region {
  const answers = region.columns.map(
    (header) => ANSWERS.find(([, heads]) => heads.test(header.trim().toLowerCase()))?.[0] ?? null,
  );
  if (!answers.includes("No") || !answers.some((answer) => answer === "Yes" || answer === "Current")) return region;
  const first = answers.findIndex((answer) => answer !== null);
  const rows = region.rows.flatMap((row): Row[] => {
    const [mark, another] = row.cells.filter(({ column, text }) => answers[column] && MARK.test(text.trim()));
    if (!mark || another) return [];
    const answer = { ...mark, column: first, text: answers[mark.column] ?? "" };
    return [{ ...row, cells: [...row.cells.filter(({ column }) => !answers[column]), answer] }];
  });
  return {
    ...region,
    columns: region.columns.map((header, i) => (i === first ? "Answer" : answers[i] ? "" : header)),
    rows,
  };
}

/** The snapshot without what stands beside an empty box. */
export function onlyTicked(snapshot: FrameSnapshot): FrameSnapshot {
  const regions = snapshot.regions.map((region) => {
    const rows = region.rows.map((row) => ({
      ...row,
      // a box alone in its cell answers the head of its column
      cells: row.cells.map((cell) =>
        cell.text.trim().length < 4 ? cell : { ...cell, text: withoutUnticked(cell.text) },
      ),
    }));
    return answered({ ...region, rows });
  });
  return { ...snapshot, regions };
}
