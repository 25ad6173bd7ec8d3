import type { Comparator } from "../chart/chart";
import type { FraxRead } from "./facts/frax";
import { isAtLeast, isAtMost, isBelow, type Range } from "./range";

/** Figures as they are shown; comparisons never use them. */

const MINUS = "-";

export function decimal(value: number, digits = 1): string {
  const text = value.toFixed(digits);
  return text.startsWith(MINUS) && Number(text) === 0 ? text.slice(1) : text;
}

export const percent = (value: number | null): string => (value === null ? "unknown" : `${decimal(value)} %`);
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

/** With every decimal it was given: -3.04 is below -3.0. */
export function tScore(value: number | null): string {
  if (value === null) return "unknown";
  const [, decimals = ""] = String(value).split(".");
  return decimal(value, Math.max(1, decimals.length));
}

/** "vertebral fracture", "hip fracture": the site as it stands before the word. */
export const ofSite = (site: string): string => (site === "vertebra" ? "vertebral" : site);

/** "a, b and c" */
export function listed(words: readonly string[]): string {
  return words.length < 2 ? words.join("") : `${words.slice(0, -1).join(", ")} and ${words.at(-1)}`;
}

export const onDate = (date: string | null): string => (date === null ? "" : ` (${date})`);

/** Within this of a threshold a figure is called "just below" (CLINICAL.md 5.4, rounding). */
const NEAR = 0.2;

/** How a figure stands to its threshold, in words; null when it is clear of it. `rounding`: what it may have been before it was printed. */
export function nearness(value: number, threshold: number, rounding: Range | null = null): string | null {
  const distance = threshold - value;
  if (isAtMost(Math.abs(distance), 0)) return "at the threshold";
  if (rounding && isAtMost(rounding.low, threshold) && isBelow(threshold, rounding.high))
    return "at the threshold within rounding";
  return distance > 0 && isAtMost(distance, NEAR) ? "just below" : null;
}
