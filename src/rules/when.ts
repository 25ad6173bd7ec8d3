import { earliest, latest } from "../chart/calendar";
import type { IsoDate, PartialDate } from "../chart/evidence";
import type { Truth } from "./truth";

/** Comparisons of a date as precise as its source gives it: "2025" may or may not lie after 2025-06-01. */

/** date >= day */
export function onOrAfter(date: PartialDate | null, day: IsoDate): Truth {
  if (date === null) return "unknown";
  return earliest(date) >= day ? true : latest(date) < day ? false : "unknown";
}

/** date > day */
export function after(date: PartialDate | null, day: IsoDate): Truth {
  if (date === null) return "unknown";
  return earliest(date) > day ? true : latest(date) <= day ? false : "unknown";
}

/** date <= day */
export function onOrBefore(date: PartialDate | null, day: IsoDate): Truth {
  const later = after(date, day);
  return later === "unknown" ? later : !later;
}

/** Newest first; what has no date comes last. */
export function newestFirst(a: { date: PartialDate | null }, b: { date: PartialDate | null }): number {
  const [dayA, dayB] = [a.date === null ? "" : latest(a.date), b.date === null ? "" : latest(b.date)];
  return dayA === dayB ? 0 : dayA < dayB ? 1 : -1;
}
