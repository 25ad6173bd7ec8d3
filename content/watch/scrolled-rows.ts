import type { BannerPiece, FrameSnapshot, Row } from "../../src/chart/snapshot";

interface Memory {
  rows: Map<string, Row>;
  now: string;
}

const keyOf = (row: Row) => [row.group, ...row.cells.map((cell) => `${cell.column}:${cell.text}`)].join("\n");

/**
 * Lists that mount only the rows in view: rows seen while scrolling stay in the snapshot.
 * Rows that go for another reason than scrolling are gone: a filter, a change, another patient.
 */
export class ScrolledRows {
  private lists = new Map<number, Memory>();

  /** Puts back rows that were scrolled away. `scrolled`: whether this list was scrolled since the last read. */
  complete(snapshot: FrameSnapshot, scrolled: (ref: number) => boolean): FrameSnapshot {
    const lists = new Map<number, Memory>();
    const regions = snapshot.regions.map((region) => {
      if (region.shape === "prose" || !region.rows.length) return region;
      const rows = new Map(region.rows.map((row) => [keyOf(row), row]));
      const now = [...rows.keys()].join("\n\n");
      const before = this.lists.get(region.ref);
      const kept = before && (before.now === now || scrolled(region.ref)) ? new Map([...before.rows, ...rows]) : rows;
      lists.set(region.ref, { rows: kept, now });
      return kept.size > rows.size
        ? { ...region, rows: [...kept.values()], rowCount: Math.max(region.rowCount, kept.size) }
        : region;
    });
    this.lists = lists;
    return { ...snapshot, regions };
  }

  forget(): void {
    this.lists.clear();
  }
}

/** Whether two banners can be of one person: one says nothing that the other does not. */
export function samePerson(one: readonly BannerPiece[], other: readonly BannerPiece[]): boolean {
  const [a, b] = [one, other].map((pieces) => new Set(pieces.map(({ text }) => text.toLowerCase())));
  if (!a || !b) return false;
  return [...a].every((text) => b.has(text)) || [...b].every((text) => a.has(text));
}
