import type { Region, Row } from "../../src/chart/snapshot";

const keyOf = ({ group, cells }: Row) => [group, ...cells.map(({ column, text }) => `${column}:${text}`)].join("\n");

/**
 * Lists that mount only the rows in view: rows seen while scrolling stay in the snapshot.
 * Rows that go for another reason than scrolling are gone: a filter, a change, another patient.
 */
export function scrolledRows(): {
  complete(regions: readonly Region[], scrolled: (ref: number) => boolean): Region[];
  forget(): void;
} {
  let lists = new Map<number, { rows: Map<string, Row>; now: string }>();
  return {
    complete(regions, scrolled) {
      const before = lists;
      lists = new Map();
      return regions.map((region) => {
        if (region.shape === "prose") return region;
        const rows = new Map(region.rows.map((row) => [keyOf(row), row]));
        const now = [...rows.keys()].join("\n\n");
        const seen = before.get(region.ref);
        const kept = seen && (seen.now === now || scrolled(region.ref)) ? new Map([...seen.rows, ...rows]) : rows;
        lists.set(region.ref, { rows: kept, now });
        return kept.size > rows.size
          ? { ...region, rows: [...kept.values()], rowCount: Math.max(region.rowCount, kept.size) }
          : region;
      });
    },
    forget: () => lists.clear(),
  };
}
