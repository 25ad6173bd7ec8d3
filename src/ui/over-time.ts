import type { IsoDate, PartialDate } from "../chart/evidence";

/** The span of days a plot shows: a year at least, so that two scans of one week do not stand at opposite ends. */
export interface Span {
  from: number;
  to: number;
}

const DAY_MS = 86_400_000;
const YEAR_DAYS = 365;

/** Day number of a date; a date that names only its year or month stands in the middle of it. */
export function dayOf(date: PartialDate): number {
  const middle = date.length === 4 ? `${date}-07-01` : date.length === 7 ? `${date}-15` : date;
  return Date.parse(middle) / DAY_MS;
}

/** From the first point to the day of the assessment. */
export function spanOf(dates: readonly PartialDate[], asOf: IsoDate): Span {
  const days = dates.map(dayOf);
  const to = Math.max(dayOf(asOf), ...days);
  return { from: Math.min(to - YEAR_DAYS, ...days), to };
}

/** Place of a date in the span, 0 to 1. */
export function shareOf({ from, to }: Span, date: PartialDate): number {
  return (dayOf(date) - from) / (to - from);
}

/** First days of years within the span, as many as can be read side by side. */
export function yearsIn({ from, to }: Span): number[] {
  const yearOf = (day: number) => new Date(day * DAY_MS).getUTCFullYear();
  const first = yearOf(from) + 1;
  const years = Array.from({ length: Math.max(0, yearOf(to) - first + 1) }, (_, place) => first + place);
  const every = Math.ceil(years.length / 5);
  return years.filter((_, place) => (years.length - 1 - place) % every === 0);
}
