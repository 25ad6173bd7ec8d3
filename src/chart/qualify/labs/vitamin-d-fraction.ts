import type { LabResult } from "../../chart";
import type { Region } from "../../snapshot";

/** 25-hydroxyvitamin D3 is a part of the sum where the list has the part of D2 as well. */
export function isFractionOf25OH({ analyte, label }: LabResult, { rows }: Region): boolean {
  const isPart = (text: string, which: RegExp, other: RegExp) => which.test(text) && !other.test(text);
  return (
    analyte === "VITD" &&
    isPart(label, /d3\b/i, /d2\b|total/i) &&
    rows.some(({ cells }) =>
      cells.some(({ text }) => /25|calcidiol|ergocalc/i.test(text) && isPart(text, /d2\b/i, /d3\b|total/i)),
    )
  );
}
