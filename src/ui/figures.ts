import type { Comparator, Quantity } from "../chart/chart";
import type { PartialDate } from "../chart/evidence";

const MINUS = "\u2212";
const NARROW_SPACE = "\u202f";

/** A number with a true minus sign; one decimal unless `decimals` says otherwise. */
export function decimal(value: number, decimals = 1): string {
  const text = Math.abs(value).toFixed(decimals);
  return value < 0 && Number(text) !== 0 ? MINUS + text : text;
}

/**
 * A number beside the threshold it is held against, at most one decimal. Rounding must not seem to cross
 * the threshold: 19.96 against 20 stays "19.96", never "20.0".
 */
export function decimalBeside(value: number, threshold: number): string {
  if (Math.abs(value - threshold) < 1e-9) return decimal(threshold, ownDecimals(threshold));
  for (let decimals = Math.min(1, ownDecimals(value)); decimals <= 6; decimals++) {
    const rounded = Number(value.toFixed(decimals));
    if (Math.sign(rounded - threshold) === Math.sign(value - threshold)) return decimal(value, decimals);
  }
  return String(value);
}

/** How many decimals a number really has; what floating point adds behind the sixth is not counted. */
function ownDecimals(value: number): number {
  return (String(Number(value.toFixed(6))).split(".")[1] ?? "").length;
}

/** A T-score or Z-score: always with its sign, and with every decimal it was given: −2.46 is not −2.5. */
export function score(value: number): string {
  const text = decimal(value, Math.max(1, ownDecimals(value)));
  return value > 0 ? `+${text}` : text;
}

/**
 * A statement as it is set in type: a capital first ("eGFR" and "pH" stay as they are),
 * a true minus sign before a number, and no line break before "%".
 */
export function prose(text: string): string {
  const capital = /^(?:[a-z]{2,}|a)(?![A-Za-z])/.test(text) ? text.charAt(0).toUpperCase() + text.slice(1) : text;
  return capital.replace(/(^|[\s(])-(?=\d)/g, `$1${MINUS}`).replace(/(\d) %/g, "$1\u00a0%");
}

export function percent(value: number, comparator: Comparator | null = null): string {
  return `${comparator ?? ""}${plain(value)}${NARROW_SPACE}%`;
}

/** A quantity with its unit; `beside` is the threshold it is shown against, if any. */
export function quantity({ value, unit }: Quantity, beside?: number): string {
  const number = beside === undefined ? plain(value) : decimalBeside(value, beside);
  return unit === "" ? number : `${number}${NARROW_SPACE}${unit}`;
}

/** As many decimals as the value has, at most two. */
export function plain(value: number): string {
  return decimal(value, Math.min(2, ownDecimals(value)));
}

/** `2026-08-12` as "Aug 12, 2026"; as precise as the date is, and no more. */
export function dateText(date: PartialDate): string {
  const [year, month, day] = date.split("-").map(Number);
  if (year === undefined || Number.isNaN(year)) return date;
  if (month === undefined) return String(year);
  const format = new Intl.DateTimeFormat("en", {
    year: "numeric",
    month: "short",
    ...(day === undefined ? {} : { day: "numeric" }),
    timeZone: "UTC",
  });
  return format.format(Date.UTC(year, month - 1, day ?? 1));
}
