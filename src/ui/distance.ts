import type { BmdResult } from "../chart/chart";
import type { Distance } from "../rules/assessment";
import { quantity } from "./figures";
import { t } from "./text";

/** "threshold 20 %: not met, just below": as the rules decided it, never compared again here. */
export function thresholdText({ met, threshold, note }: Distance): string {
  const verdict = t(met ? "thresholdMet" : "thresholdNotMet", quantity(threshold));
  return note === null ? verdict : `${verdict}, ${note.replace(/^\((.*)\)$/, "$1")}`;
}

/** Which FRAX figure a distance is about, if any: it is then drawn on that figure's scale. */
export function fraxOutcome({ what, value }: Distance): "mof" | "hip" | null {
  if (value.unit !== "%") return null;
  if (/\bhip\b/i.test(what)) return "hip";
  return /\b(MOF|major)\b/i.test(what) ? "mof" : null;
}

/** Is this the distance of the T-score that the category rests on? */
export function isOf(bmd: BmdResult | null, { what, value }: Distance): boolean {
  return bmd !== null && /^T-score\b|\bT-score$/i.test(what) && value.value === bmd.t;
}
