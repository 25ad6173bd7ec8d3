/**
 * The demo's dates are counted back from the day it is opened, not fixed: every look-back of the rules (12 months for
 * laboratory values, 24 for a DXA, 6 for denosumab) then finds the same story on any day.
 */
export interface Calendar {
  today: string;
  /** The day so many months (and days) ago. */
  ago(months: number, days?: number): string;
  /** A birth date that makes someone this old, with the birthday so many months behind them. */
  born(age: number, monthsSinceBirthday: number): string;
}

/** A whole day in UTC is used for counting only: no clock time is in it. */
function shift(iso: string, months: number, days: number): string {
  const [year = 0, month = 1, day = 1] = iso.split("-").map(Number);
  const lastOfMonth = new Date(Date.UTC(year, month - 1 - months + 1, 0)).getUTCDate();
  return new Date(Date.UTC(year, month - 1 - months, Math.min(day, lastOfMonth) - days)).toISOString().slice(0, 10);
}

export function calendar(today: string): Calendar {
  return {
    today,
    ago: (months, days = 0) => shift(today, months, days),
    born: (age, monthsSinceBirthday) => shift(today, age * 12 + monthsSinceBirthday, 0),
  };
}

/** The day on the wall here, which is the day the browser will take it to be. */
export function localToday(now: Date): string {
  const two = (part: number) => String(part).padStart(2, "0");
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

/** 2026-03-09 as 03/09/2026. */
export function printed(iso: string): string {
  const [year, month, day] = iso.split("-");
  return `${month}/${day}/${year}`;
}
