import type { FrameSnapshot, Region } from "../snapshot";

const joined = (texts: readonly string[]) => texts.filter((text) => text.trim() !== "").join(" | ");

/** How a table begins when it is told as one line of text. */
const beginning = ({ columns, rows: [row] }: Region): string =>
  joined([...columns, ...(row?.cells ?? []).map(({ text }) => text)]);

/** A list whose entries are a title and a table each ("TSH (Jan 5, 2026)"): the title is a heading of its table. */
export function underListTitles(snapshot: FrameSnapshot): FrameSnapshot {
  const entries = snapshot.regions
    .filter(({ shape }) => shape === "list")
    .flatMap(({ rows }) => rows.flatMap(({ cells: [cell, another] }) => (cell && !another ? cell.text : [])));
  if (entries.length === 0) return snapshot;
  const regions = snapshot.regions.map((region) => {
    if (region.shape !== "table" && region.shape !== "grid") return region;
    const start = ` | ${beginning(region)}`;
    const titles = entries.flatMap((text) => {
      const title = text.slice(0, Math.max(0, text.indexOf(start)));
      return title !== "" && !title.includes(" | ") ? title : [];
    });
    const [title, another] = titles;
    return title === undefined || another !== undefined ? region : { ...region, headings: [...region.headings, title] };
  });
  return { ...snapshot, regions };
}
