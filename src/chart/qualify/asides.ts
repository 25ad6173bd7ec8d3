import { plainWords } from "../../terminology/plain-text";
import type { FrameSnapshot, Region } from "../snapshot";
import { sectionOf, sectionOfRegion } from "./sections";

/** A line that is the title of something else than the list it stands in. */
const TITLE =
  /^(?:(?:patient )?education|family (?:medical |health )?history|(?:drug |medication )?allergies|(?:care |treatment )?plan|reference (?:ranges?|values))$/;

function withoutAside(text: string, region: Region): string {
  const lines = text.split(/\s\|\s/);
  const title = lines.findIndex((line) => TITLE.test(plainWords(line)) && sectionOf(line) !== sectionOfRegion(region));
  return title < 0 || lines.length < 2 ? text : lines.slice(0, title).join(" | ");
}

/** The snapshot without what stands in a cell of a table under a title of its own: "Patient education | Fosamax is taken …". */
export function withoutAsides(snapshot: FrameSnapshot): FrameSnapshot {
  const regions = snapshot.regions.map((region) =>
    region.shape !== "table" && region.shape !== "grid"
      ? region
      : {
          ...region,
          rows: region.rows.map((row) => ({
            ...row,
            cells: row.cells.map((cell) => ({ ...cell, text: withoutAside(cell.text, region) })),
          })),
        },
  );
  return { ...snapshot, regions };
}
