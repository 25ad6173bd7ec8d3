import type { Region, Row } from "../../snapshot";
import { bmdLabel, type Measure } from "./bmd-label";

const NAMES: Record<Measure, string> = { t: "T-score", z: "Z-score", bmd: "BMD" };

/** Figures a head names together: "T-score (Z-score)", "BMD (T-score)", "T / Z"; null when it names one or none. */
function measuresOf(head: string): Measure[] | null {
  const lowest = /^(?:[tz] ?\/ ?[tz])$/i.test(head) ? head : (head.split(" / ").at(-1) ?? "");
  const parts = lowest.replace(/\(? ?gm?(?:s|rams)? ?\/ ?cm[2²]? ?\)?/gi, " ").split(/[(/|,;]|\band\b/);
  const labels = parts.map((part) => part.replace(/[)\s]+$/, "").trim()).map((part) => bmdLabel(part));
  const measures = labels.filter((label) => label === "t" || label === "z" || label === "bmd");
  const distinct = new Set(measures).size === labels.length;
  return labels.length === 2 && measures.length === 2 && distinct ? measures : null;
}

const PAIR = /^\s*([-+−–]?\d+[.,]\d+)\s*(?:[(/|;]|\s)\s*([-+−–]?\d+[.,]\d+)\s*\)?\s*$/;

/** A table in which one column holds two figures ("-2.1 (-0.4)" under "T-score (Z-score)"), with a column for each. */
export function unpaired(region: Region): Region {
  const paired = region.columns.flatMap((head, column) => {
    const measures = measuresOf(head);
    return measures === null ? [] : [{ column, measures }];
  });
  const [only, another] = paired;
  if (!only || another) return region;
  const { column, measures } = only;
  const [first, second] = measures.map((measure) => NAMES[measure]);
  if (first === undefined || second === undefined) return region;
  const rows = region.rows.map((row): Row => {
    const cells = row.cells.flatMap((cell) => {
      const pair = cell.column === column ? PAIR.exec(cell.text) : null;
      if (cell.column !== column) return [cell];
      // one figure alone: which of the two it is, is not told
      if (!pair) return [{ ...cell, text: "" }];
      const [, one = "", two = ""] = pair;
      return [
        { ...cell, text: one },
        { ...cell, column: region.columns.length, text: two },
      ];
    });
    return { ...row, cells };
  });
  const columns = [...region.columns.map((head, at) => (at === column ? first : head)), second];
  return { ...region, columns, rows };
}
