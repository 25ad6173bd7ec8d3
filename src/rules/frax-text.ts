import type { Comparator } from "../chart/chart";
import type { FraxRead } from "./facts/frax";
import { isAtLeast } from "./range";
import { decimal } from "./words";

/** One decimal, or as many more as it takes to stay on its side of the threshold: 2.96 against 3 is never "3.0". */
function beside(value: number, threshold: number, digits = 1): string {
  const crosses = Number(value.toFixed(digits)) >= threshold !== isAtLeast(value, threshold);
  return crosses && digits < 6 ? beside(value, threshold, digits + 1) : decimal(value, digits);
}

type FraxFiguresOf = Pick<FraxRead, "raw" | "used">;

/** "<" where the chart says "<10 %": then 10 is a bound and no figure. */
export const boundOf = ({ raw }: Pick<FraxRead, "raw">, what: "mof" | "hip"): Comparator | null =>
  (what === "mof" ? raw?.mofComparator : raw?.hipComparator) ?? null;

/** One figure as it is held against its threshold: "20.7 %", "<10 %". */
export function fraxFigure(read: FraxFiguresOf, what: "mof" | "hip", threshold: number): string {
  const value = read.used?.[what] ?? null;
  if (value === null) return "unknown";
  const bound = boundOf(read, what);
  return bound === null ? `${beside(value, threshold)} %` : `${bound}${Number(value.toFixed(2))} %`;
}

/** The figures that the thresholds are held against: "FRAX MOF 20.7 %, hip 3.1 % after steroid adjustment". */
export function fraxText(read: FraxFiguresOf, thresholds: { mof: number; hip: number }): string {
  const one = (what: "mof" | "hip") => fraxFigure(read, what, thresholds[what]);
  return `FRAX MOF ${one("mof")}, hip ${one("hip")}${read.used?.adjusted ? " after steroid adjustment" : ""}`;
}
