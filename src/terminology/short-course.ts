import { numberWord } from "./numbers";
import { foldText } from "./plain-text";

const DAYS: Readonly<Record<string, number>> = { d: 1, t: 1, j: 1, g: 1, w: 7, s: 7 };

const COUNT = "(\\d{1,2}|one|two|three|four|five|six|seven|ten)";
/** How long a drug is taken: "for 5 days", "x5d", "7 day course"; the short units stand for how often as well: "1 wk". */
const FOR_DAYS = [
  new RegExp(
    `(?:(?<![a-z])x|\\b(?:for|pendant|fur|por|per|durante|gedurende|voor)(?: the)?(?: next)?) ?${COUNT}(?: more)?[ -]?(d|days?|tage?n?|jours?|dias?|giorni|dagen|w|wks?|weeks?|wochen?|semaines?|semanas?|settimane|weken)\\b(?! (?:ago|before|after|prior)|\\/)`,
    "g",
  ),
  new RegExp(`(?<![\\d.-])\\b${COUNT}[ -](day|week)s? (?:course|burst|supply|treatment)\\b`, "g"),
  new RegExp(`\\b(?:stop|discontinue)(?: taking)?(?: it| this)? after ${COUNT} (days?|weeks?)\\b`, "g"),
  // how long in a cell of its own, or behind the dose
  new RegExp(
    `(?<!\\b(?:every|each|q|in|after|within|last|past|alle|cada|tous les|ogni|and|or|to|than|of|[a-z]+ed) ?|[\\d.-])(?<![a-z])${COUNT} (days|tage|jours|dias|giorni|dagen)\\b(?! (?:ago|before|after|prior|early|per|a week|of|each|every|apart|later|on|off)\\b|\\/)`,
    "g",
  ),
];
/** British short forms: "5/7" are five days of seven. */
const OF_WEEK = /(?<![\d/.])\d\/7(?![\d/])/;
const SAID = /\b(?:short|brief) (?:course|term)\b|\bburst\b/;

/** A pack holds four weeks or more; what is taken for fewer days has no dose that goes on. */
const PACK_DAYS = 28;

export function isShortCourse(directions: string): boolean {
  const text = foldText(directions);
  return (
    SAID.test(text) ||
    OF_WEEK.test(text) ||
    FOR_DAYS.flatMap((pattern) => [...text.matchAll(pattern)]).some(([, count = "", unit = ""]) => {
      const days = (numberWord(count) ?? Number(count)) * (DAYS[unit[0] ?? ""] ?? 1);
      return days > 0 && days < PACK_DAYS;
    })
  );
}
