import type { Truth } from "./truth";

/** A value as far as it is known: one number (low = high), a bound ("<4"), or the span of two contradicting results. */
export interface Range {
  low: number;
  high: number;
}

export const exactly = (value: number): Range => ({ low: value, high: value });
export const anything: Range = { low: 0, high: Number.POSITIVE_INFINITY };

/** Figures closer than this are equal, so that 2.5 × 1.2 is 3.0 (CLINICAL.md 5.4, rounding). */
export const EPSILON = 1e-9;

const decide = (low: boolean, high: boolean): Truth => (low === high ? low : "unknown");

/** value >= limit */
export function atLeast(range: Range | null, limit: number): Truth {
  return range === null ? "unknown" : decide(range.low >= limit - EPSILON, range.high >= limit - EPSILON);
}

/** value > limit */
export function above(range: Range | null, limit: number): Truth {
  return range === null ? "unknown" : decide(range.low > limit + EPSILON, range.high > limit + EPSILON);
}

/** value <= limit */
export function atMost(range: Range | null, limit: number): Truth {
  return range === null ? "unknown" : decide(range.low <= limit + EPSILON, range.high <= limit + EPSILON);
}

/** value < limit */
export function below(range: Range | null, limit: number): Truth {
  return range === null ? "unknown" : decide(range.low < limit - EPSILON, range.high < limit - EPSILON);
}

export function plus(a: Range, b: Range): Range {
  return { low: a.low + b.low, high: a.high + b.high };
}

/** Applies a function that rises with its argument. */
export function mapUp(range: Range, f: (value: number) => number): Range {
  return { low: f(range.low), high: f(range.high) };
}

/** Applies a function that falls as its argument rises. */
export function mapDown(range: Range, f: (value: number) => number): Range {
  return { low: f(range.high), high: f(range.low) };
}
