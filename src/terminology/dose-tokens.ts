import { numberWord } from "./numbers";

/** Numbers in words with which a count may begin. */
export const COUNTING = "half|one|two|three|four|five|six|seven|eight|nine|ten|twelve";
const WORD_NUMBERS = `${COUNTING}|once|twice|thrice|a|an|une?|deux|trois|quatre|eine?n?|zwei|drei|einmal|zweimal|dreimal|una?|dos|tres`;
const NUM = `(?:\\d+ (?:and )?\\d/\\d|\\d+/\\d+|\\d+(?:[.,]\\d+)?|(?:${WORD_NUMBERS})(?![a-z]))`;
const COUNTED =
  "(?:tab(?:let)?s?|tbl|cap(?:sule)?s?|caplets?|pills?|softgels?|comprimes?|cp|tablett\\w*|kapseln?|comprimid[oa]s?|compress[ae]|gelules?|puffs?|sprays?|drops?|patch(?:es)?|" +
  "suppositor\\w*|syringes?|pens?|injections?|vials?|units?|inhalations?|applications?|doses?|each|ea)(?![a-z])";
/** What is taken at one time of the day in "1-0-1/2". */
const OF_DAY = "(?:\\d/\\d|\\d(?:[.,](?:5|25|75)(?!\\d))?)";
const COUNT = `(?!half)${NUM}`;
const TIMES = "(?:times?|x|mal|fois|veces|volte|keer)";
const PER = "(?:a|per|each|every|/|pro|par|por|al|alla|la|le|im|in der)";
const WEEKDAY = "(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?s?";
const CLOCK = "\\d{1,2}(?::\\d{2})? ?(?:[ap]\\.?m?\\.?(?![a-z])|uhr|h(?![a-z]))";

/** What one word, or one phrase, of directions says. */
export type DoseToken =
  | { is: "range" | "long" | "unsettled" | "skip" | "neutral" }
  | { is: "mg" | "ml" | "units" | "bare"; amount: number }
  | { is: "total" }
  | { is: "times"; perDay: number; weekdays?: boolean; daily?: boolean; counted?: boolean }
  | { is: "scheme"; amount: number }
  | { is: "moment"; of: string[] };

function amount(text: string | undefined): number {
  const bare = (text ?? "").trim();
  const mixed = bare.match(/^(\d+) (?:and )?(\d)\/(\d)$/);
  if (mixed) return Number(mixed[1]) + Number(mixed[2]) / Number(mixed[3]);
  const fraction = bare.match(/^(\d+)\/(\d+)$/);
  // "10/5 mg" is no fraction
  if (fraction)
    return Number(fraction[1]) < Number(fraction[2]) ? Number(fraction[1]) / Number(fraction[2]) : Number.NaN;
  const counted = bare.match(/^(ein|zwei|drei)mal$/);
  return numberWord(counted?.[1] ?? bare.replace(/^einen$/, "ein")) ?? Number(bare.replace(",", "."));
}

const MG: Readonly<Record<string, number>> = {
  mg: 1,
  milligram: 1,
  milligrams: 1,
  mcg: 0.001,
  ug: 0.001,
  microgram: 0.001,
  micrograms: 0.001,
  g: 1000,
  gm: 1000,
};
/** "1 daily", "4 daily": how many, not how often. */
const IS_COUNT = new RegExp(`^(?:\\d+|${COUNTING}) ?(?:daily|weekly|a (?:day|week)|taglich)`);
const isCount = (match: RegExpMatchArray): boolean => IS_COUNT.test(match[0]);
const times = (perDay: number): DoseToken => ({ is: "times", perDay });
const sticky = (source: string) => new RegExp(source, "uy");

const TOKENS: readonly (readonly [RegExp, (match: RegExpMatchArray) => DoseToken])[] = [
  [
    sticky(`(${OF_DAY}) ?- ?(${OF_DAY}) ?- ?(${OF_DAY})(?: ?- ?(${OF_DAY}))?(?![\\d/-])`),
    (m) => {
      const parts = m.slice(1).flatMap((part) => (part === undefined ? [] : [amount(part)]));
      // "3-2-1" may go down from day to day
      const falls = parts.every((part, i) => part > 0 && (i === 0 || part < (parts[i - 1] ?? 0)));
      return falls ? { is: "unsettled" } : { is: "scheme", amount: parts.reduce((sum, part) => sum + part, 0) };
    },
  ],
  [
    sticky(
      `(?:for|x|during|pendant|fur|por|durante) (?:the )?(?:next )?${NUM} ?(?:days?|d|weeks?|wks?|months?|mos?|years?|yrs?|tage|wochen|jours|semaines|mois|dias)(?![a-z])`,
    ),
    () => ({ is: "skip" }),
  ],
  [
    sticky(`(?:disp(?:ense)?|qty|quantity|refills?|repeats|rf|#)[:# ]*\\d+(?: ?${COUNTED})?|\\d+ refills?`),
    () => ({ is: "skip" }),
  ],
  [
    sticky(
      `(?:at least )?\\d+(?: ?- ?\\d+)? ?(?:min(?:ute)?s?|hours?|hrs?) (?:before|after|prior to)(?: (?:food|meals?|eating|first food))?`,
    ),
    () => ({ is: "skip" }),
  ],
  // "0.1 mg/day, change weekly": the amount is of a day, whatever else is done how often
  [sticky("(?<!\\d ?)/ ?(?:day|d|24 ?h(?:rs?|ours?)?)(?![a-z])"), () => ({ is: "times", perDay: 1, daily: true })],
  // "remain upright for 30 minutes"
  [sticky(`(?<!every |each |q)${NUM} ?min(?:ute)?s?(?![a-z])`), () => ({ is: "skip" })],
  [sticky(`for (?:at least )?${NUM}(?: ?- ?\\d+)? ?(?:min(?:ute)?s?|hours?|hrs?)(?![a-z])`), () => ({ is: "skip" })],
  [sticky("(?:with )?\\d+(?: ?- ?\\d+)? ?(?:oz|ounces?)(?: of)?"), () => ({ is: "skip" })],
  [
    sticky(
      `${NUM} ?(?:-|to|or|bis|a|ou) ?${NUM} ?(?=${COUNTED}|mg|mcg|ml|h(?![a-z])|hours|hrs|times|x )|(?:once|one) (?:or|to) (?:twice|two)`,
    ),
    () => ({ is: "range" }),
  ],
  [
    sticky(
      "(?:every|each|q) ?(?:other|second|2nd|alternate) ?(?:days?|nights?|mornings?|evenings?|am|pm|d(?![a-z]))|(?:on )?alternate (?:days?|nights?)|q\\.?o\\.?d\\.?(?![a-z])|eod(?![a-z])|un jour sur deux|dia sim,? dia nao|jeden (?:2\\.|zweiten) tag|cada dos dias",
    ),
    () => times(1 / 2),
  ],
  [
    sticky("(?:every|each) ?(?:other|second|2nd) ?(?:weeks?|wk)|fortnightly|(?:once )?(?:every|a|per) fortnight"),
    () => times(1 / 14),
  ],
  [
    sticky(`(?:every|q|alle|toutes les|cada|each) ?(${NUM})? ?(?:hours?|hrs?|h(?![a-z])|stunden|heures|horas)`),
    (m) => (m[1] ? times(24 / amount(m[1])) : { is: "unsettled" }),
  ],
  // Portuguese: "de 12/12h"
  [sticky("(?:de )?(\\d{1,2})/\\1 ?h(?:oras)?(?![a-z])"), (m) => times(24 / Number(m[1]))],
  [
    sticky(`(?:every|q|alle|tous les|cada|each) ?(${NUM}) ?(?:days?|d(?![a-z])|tage|jours|dias)`),
    (m) => times(1 / amount(m[1])),
  ],
  [
    sticky(`(?:every|q|alle|toutes les|cada|each) ?(${NUM}) ?(?:weeks?|wks?|w(?![a-z])|wochen|semaines|semanas)`),
    (m) => times(1 / (7 * amount(m[1]))),
  ],
  [
    sticky(
      `(?:(?:every|q|each|alle|tous les|cada|per|a|once a|once) ?(?:${NUM})? ?(?:-|to)? ?\\d* ?(?:months?|mo(?![a-z])|mths?|years?|yrs?|monate?|mois|jahre?|ans?|meses|mes|quarter)|monthly|yearly|annually|annual|quarterly|monatlich|jahrlich|${NUM} ?${TIMES}? ?${PER} (?:month|year|mois|monat|jahr))(?![a-z])`,
    ),
    () => ({ is: "long" }),
  ],
  [
    sticky(
      `(${COUNT}) ?(?:${TIMES}? ?(?:weekly|wochentlich)|(?:${TIMES} ?${PER}?|${PER}) ?(?:week|wk|woche|semaine|semana|settimana))(?![a-z])`,
    ),
    (m) => ({ is: "times", perDay: amount(m[1]) / 7, counted: isCount(m) }),
  ],
  // "5 days a week"
  [
    sticky(`(${COUNT}) ?days? ?${PER} ?(?:week|wk)(?![a-z])`),
    (m) => ({ is: "times", perDay: amount(m[1]) / 7, weekdays: true }),
  ],
  // "30 days" on its own is how long
  [
    sticky(`${COUNT} ?-?(?:days?|d|weeks?|wks?|months?|tage?|wochen?|jours?|semaines?|dias?)(?![a-z])`),
    () => ({ is: "skip" }),
  ],
  [
    sticky(`(?:${PER} ?|q ?1? ?)?(?:weekly|week|wk|wochentlich|woche|semaine|semana|settimana|hebdomadaire)(?![a-z])`),
    () => times(1 / 7),
  ],
  [sticky(`${WEEKDAY} ?(?:to|-|through|thru) ?${WEEKDAY}`), () => ({ is: "unsettled" })],
  [
    sticky(`(?:on |every |each )?${WEEKDAY}(?:(?:,| and|/| &)* ?${WEEKDAY}(?![a-z]))*(?![a-z])`),
    (m) => ({ is: "times", perDay: new Set(m[0].match(/mon|tue|wed|thu|fri|sat|sun/g)).size / 7, weekdays: true }),
  ],
  [
    sticky(
      `(${COUNT}) ?(?:${TIMES}? ?(?:daily|taglich)|(?:${TIMES} ?${PER}?|${PER}) ?(?:day|tag|jour|dia|giorno|die|dag))(?![a-z])`,
    ),
    (m) => ({ is: "times", perDay: amount(m[1]), counted: isCount(m) }),
  ],
  // "once a fortnight": a time that is not known
  [sticky(`(?:once|twice|thrice|${NUM} ?${TIMES}) ?(?:a|per|every) ?[a-z]+`), () => ({ is: "unsettled" })],
  [sticky(`(?:bid|b\\.i\\.d\\.?|twice)(?![a-z])`), () => times(2)],
  [sticky(`(?:tid|t\\.i\\.d\\.?|thrice)(?![a-z])`), () => times(3)],
  [sticky(`(?:qid|q\\.i\\.d\\.?)(?![a-z])`), () => times(4)],
  [
    sticky(
      `(?:${PER} ?|q ?1? ?)?(?:daily|day|taglich|tag|jour|dia|giorno|dag|quotidien\\w*)(?![a-z])|q\\.?d\\.?(?![a-z])|qday|o\\.?d\\.?(?![a-z])`,
    ),
    (m) => ({ is: "times", perDay: 1, daily: /daily|(?:every|each|per|a) day/.test(m[0]) }),
  ],
  // "2 am, 1 hs": tablets, or the hour
  [sticky("[1-4] ?a\\.?m\\.?(?![a-z])"), () => ({ is: "unsettled" })],
  [
    sticky(
      `(?:at )?${CLOCK}(?:(?:,| and|-| &| et| und)* ?(?:at )?${CLOCK})*(?: in the (?:morning|evening|afternoon))?`,
    ),
    (m) => ({ is: "moment", of: m[0].match(new RegExp(CLOCK, "gu")) ?? [] }),
  ],
  [
    sticky(
      "(?:(?:at|in|every|each|q|with|after|before|the|ac|during|le|la|am|a|au|por|al|de|avec) ?)*(?:\\d{1,2} in the )?(?:mornings?|a\\.?m\\.?|noon|midday|afternoons?|evenings?|p\\.?m\\.?|nights?|nightly|bedtime|at bed|bed|h\\.?s\\.?|qhs|qam|qpm|" +
        "breakfast|lunch|dinner|supper|sleep|hour of sleep|matin|midi|soir|coucher|morgens?|fruh|mittags?|abends?|zur nacht|nachts|manana|noche|mattina|sera)(?![a-z])",
    ),
    (m) => ({ is: "moment", of: [partOfDay(m[0])] }),
  ],
  [
    sticky(`\\(?(${NUM}) ?(mg|milligrams?|mcg|ug|micrograms?|g|gm)(?![a-z]|/(?!d|tag|jour|24))\\)?`),
    (m) => ({ is: "mg", amount: amount(m[1]) * (MG[m[2] ?? ""] ?? Number.NaN) }),
  ],
  [sticky(`\\(?(${NUM}) ?(?:ml|milliliters?|cc)(?![a-z/])\\)?`), (m) => ({ is: "ml", amount: amount(m[1]) })],
  [
    sticky(`(${NUM})(?: (?:a |an |of a |of an ))? ?(?:\\(\\d+\\) ?)?(?:oral |whole |x )?${COUNTED}`),
    (m) => ({ is: "units", amount: amount(m[1]) }),
  ],
  [sticky("total(?: dose)?(?![a-z])"), () => ({ is: "total" })],
  // a dose given once is no daily dose
  [sticky("once(?= (?:in|at|every|each|per|on|q|daily|nightly|mornings?|a (?:day|night)))"), () => times(1)],
  [sticky("once(?![a-z])"), () => ({ is: "unsettled" })],
  [sticky(`(\\d+(?:\\.\\d+)?|\\d/\\d|${COUNTING})(?![\\w./])`), (m) => ({ is: "bare", amount: amount(m[1]) })],
  [
    sticky("(?:p\\.?o\\.?|by|mouth|oral|orally|per os|take|taken|give|and|route|the|via|with)(?![a-z])"),
    () => ({ is: "neutral" }),
  ],
  [sticky("[a-z]+|[^\\s]"), () => ({ is: "skip" })],
];

/** Night, bedtime and evening are one moment said twice. */
function partOfDay(words: string): string {
  if (/noon|midday|lunch|midi|mittag/.test(words)) return "noon";
  if (/morning|a\.?m|breakfast|matin|morgen|fruh|manana|mattina/.test(words)) return "morning";
  return /afternoon/.test(words) ? "afternoon" : "night";
}

/** The tokens of directions in the order in which they stand; `text` is folded, with numbers in figures. */
export function doseTokens(text: string): DoseToken[] {
  const found: DoseToken[] = [];
  let at = 0;
  while (at < text.length) {
    if (text[at] === " ") {
      at++;
      continue;
    }
    for (const [pattern, make] of TOKENS) {
      pattern.lastIndex = at;
      const match = pattern.exec(text);
      if (!match || match[0] === "") continue;
      const token = make(match);
      if (token.is !== "neutral") found.push(token);
      at += match[0].length;
      break;
    }
  }
  return found;
}
