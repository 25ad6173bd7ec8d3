import { t } from "../text";
import type { Measure, Range } from "./measures";
import { unitText } from "./unit-text";

/** A typed text is empty, a value, or refused with the reason. Nothing is clamped or guessed. */
export type Typed<T> = { state: "empty" } | { state: "value"; value: T } | { state: "refused"; reason: string };

export function typedFigure(text: string, measure: Measure, unit: string): Typed<number> {
  const written = text.trim().replace(/^[\u2212\u2013]/, "-");
  if (written === "") return { state: "empty" };
  if (!/^[+-]?(\d+(\.\d+)?|\.\d+)$/.test(written)) return { state: "refused", reason: t("notANumber") };
  const value = Number(written);
  const range = measure.ranges.find((candidate) => candidate.unit === unit) ?? measure.ranges[0];
  if (range.whole && !Number.isInteger(value)) return { state: "refused", reason: t("notWhole") };
  if (value < range.low || value > range.high) return { state: "refused", reason: impossible(value, range, measure) };
  return { state: "value", value };
}

function impossible(value: number, range: Range, { ranges }: Measure): string {
  const other = ranges.find(({ unit, low, high }) => unit !== range.unit && value >= low && value <= high);
  const limits = t("possibleRange", signed(range.low), `${signed(range.high)} ${unitText(range.unit)}`.trim());
  return other === undefined ? limits : `${limits} ${t("otherUnit", unitText(other.unit))}`;
}

function signed(value: number): string {
  return value < 0 ? `\u2212${-value}` : String(value);
}

/** A date as precise as it is known: `2026-08-12`, `2026-08` or `2026`; never after today. */
export function typedDate(text: string, today: string): Typed<string> {
  const written = text.trim();
  if (written === "") return { state: "empty" };
  const parts = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(written);
  if (parts === null || !exists(parts)) return { state: "refused", reason: t("notADate") };
  if (written > today.slice(0, written.length)) return { state: "refused", reason: t("dateAhead") };
  if (written < "1900") return { state: "refused", reason: t("dateTooEarly") };
  return { state: "value", value: written };
}

function exists([, year, month = "01", day = "01"]: RegExpExecArray): boolean {
  const date = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)));
  return date.getUTCMonth() + 1 === Number(month) && date.getUTCDate() === Number(day);
}
