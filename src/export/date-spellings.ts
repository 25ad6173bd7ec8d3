import type { IsoDate } from "../chart/evidence";

/** Languages whose names of months are known to the browser itself. */
const LANGUAGES = ["en", "de", "fr", "es", "it", "nl", "pt"];

/** "Apr", "April", "avr", "avril" … */
function monthNames(month: number): string[] {
  const day = Date.UTC(2000, month - 1, 1);
  const names = LANGUAGES.flatMap((language) =>
    (["long", "short"] as const).map((style) =>
      new Intl.DateTimeFormat(language, { month: style, timeZone: "UTC" }).format(day).replace(/\W+$/u, ""),
    ),
  );
  return [...new Set(names)].sort((a, b) => b.length - a.length);
}

/** Finds a day in every usual spelling, in either order of day and month: 04/02/1958, 2.4.58, Apr 2nd, 1958, 19580402. */
export function datePattern(date: IsoDate): RegExp | null {
  if (!/^\d{4}-\d\d-\d\d$/.test(date)) return null;
  const [year = "", month = "", day = ""] = date.split("-");
  const [months, days] = [`0?${Number(month)}`, `0?${Number(day)}`];
  const [short, years] = [year.slice(2), `(?:${year}|['’]?${year.slice(2)})`];
  const between = "[\\s,./\\-\u2010-\u2015年月]{1,3}";
  const name = `(?:${monthNames(Number(month)).join("|")})`;
  const aside = "(?:st|nd|rd|th|er|º)?[\\s,./\\-]{0,3}(?:of\\s+|de\\s+)?";
  const spellings = [
    `${year}${between}${months}${between}${days}`,
    `(?:${months}${between}${days}|${days}${between}${months})${between}${year}`,
    // Two digits of a year with more than one sign before them are more likely values: "-2.4, 58 kg".
    `(?:${months}[/.-]${days}|${days}[/.-]${months})[/.-]${short}`,
    `${year}${month}${day}|${month}${day}${year}|${day}${month}${year}`,
    `${days}${aside}${name}${aside}${years}|${name}${aside}${days}${aside}${years}|${year}${aside}${name}${aside}${days}`,
  ];
  return new RegExp(`(?<!\\d)(?:${spellings.join("|")})(?!\\d)`, "giu");
}
