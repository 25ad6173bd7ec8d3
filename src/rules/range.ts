import type { Truth } from "./truth";

/** A value as far as it is known: one number (low = high), a bound ("<4"), or the span of two contradicting results. */
export interface Range {
  low: number;
  high: number;
}

export const exactly = (value: number): Range => ({ low: value, high: value });
export const anything: Range = { low: 0, high: Number.POSITIVE_INFINITY };

/** Figures as close as this are equal, so that 2.5 × 1.2 is 3.0 (CLINICAL.md 5.4, rounding). */
const EPSILON = 1e-9;

export const isBelow = (value: number, limit: number): boolean => value < limit - EPSILON;
export const isAtMost = (value: number, limit: number): boolean => value <= limit + EPSILON;
export const isAtLeast = (value: number, limit: number): boolean => !isBelow(value, limit);
export const isAbove = (value: number, limit: number): boolean => !isAtMost(value, limit);

/** A comparison of a value that may not be known exactly: certain only where it holds of both its ends. */
const compared =
  (holds: (value: number, limit: number) => boolean) =>
  (range: Range | null, limit: number): Truth => {
    if (range === null) return "unknown";
    const low = holds(range.low, limit);
    return low === holds(range.high, limit) ? low : "unknown";
  };

/** value >= limit */
export const atLeast = compared(isAtLeast);
/** value > limit */
export const above = compared(isAbove);
/** value <= limit */
export const atMost = compared(isAtMost);
/** value < limit */
export const below = compared(isBelow);

export function plus(a: Range, b: Range): Range {
  return { low: a.low + b.low, high: a.high + b.high };
}

/** Applies a function that falls as its argument rises. */
export function mapDown(range: Range, f: (value: number) => number): Range {
  return { low: f(range.high), high: f(range.low) };
}
