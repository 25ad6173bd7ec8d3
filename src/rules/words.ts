import { isAtMost, isBelow, type Range } from "./range";

/** Figures as they are shown; comparisons never use them. */

const MINUS = "-";

export function decimal(value: number, digits = 1): string {
  const text = value.toFixed(digits);
  return text.startsWith(MINUS) && Number(text) === 0 ? text.slice(1) : text;
}

export const percent = (value: number | null): string => (value === null ? "unknown" : `${decimal(value)} %`);

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
