import { numberWord } from "./numbers";
import { foldText } from "./plain-text";

/** One part of a schedule: what is taken, and how often on average. */
interface Part {
  /** Tablets, capsules, puffs, syringes. */
  units: number | null;
  ml: number | null;
  mg: number | null;
  /** "5 mg total": the milligrams are those of the whole dose. */
  mgIsTotal: boolean;
  timesPerDay: number | null;
}

export interface DoseInstructions {
  /** Null when they do not settle a daily dose: as needed, ranges, tapers, packs, intervals of a calendar month or more. */
  schedule: readonly Part[] | null;
  asNeeded: boolean;
}

/** What one countable unit, or one millilitre, of a product holds. */
export interface Strength {
  mgPerUnit: number | null;
  mgPerMl: number | null;
}

const AS_NEEDED =
  /\bp\.?r\.?n\b|\b(?:as|if|when|whenever) (?:needed|required|necessary)|\bbei bedarf\b|\b(?:au|si) besoin\b|\bsegun (?:sea )?necesi|\bal bisogno\b/;

/** Words with which a dose is not the same from day to day, or is not said at all. */
const UNSETTLED = new RegExp(
  "\\b(?:taper\\w*|titrat\\w*|wean\\w*|then|dose ?pac?k\\w*|dosepac?k|pack|pak|step ?down|decreas\\w*|reduc\\w*|increas\\w*|alternating|except|skip\\w*|hold|until|unless|otherwise|" +
    "other days|directed|use as|per (?:instructions|protocol|sliding|pharmacy)|sliding|variable|adjust\\w*|up to|max(?:imum)?|may|repeat|(?<!\\b(?:a|per|every|each) )days? \\d+|loading|once only|one time (?:only|dose)|single dose|" +
    "x ?1 dose|stat|now|procedure|surgery|each meal|every meal|with meals?(?= only)|biweekly|bimonthly|(?:on|off) (?:and|then|followed)|(?:days?|weeks?) o(?:n|ff)|every (?:third|fourth|fifth|sixth|[3-6](?:rd|th))|first|next|last|initial\\w*|over \\d+|of each|ausschleichen|puis|dann|gefolgt|\\w*day\\w*day\\w*)\\b|->|→|\\b(?:in|the|at|and|every|of|to|with)$",
);

const COUNTING = "half|one|two|three|four|five|six|seven|eight|nine|ten|twelve";
const WORD_NUMBERS = `${COUNTING}|once|twice|thrice|a|an|une?|deux|trois|quatre|eine?n?|zwei|drei|einmal|zweimal|dreimal|una?|dos|tres`;
const NUM = `(?:\\d+ (?:and )?\\d/\\d|\\d+/\\d+|\\d+(?:[.,]\\d+)?|(?:${WORD_NUMBERS})(?![a-z]))`;
const COUNTED =
  "(?:tab(?:let)?s?|tbl|cap(?:sule)?s?|caplets?|pills?|softgels?|comprimes?|cp|tablett\\w*|kapseln?|comprimid[oa]s?|compress[ae]|gelules?|puffs?|sprays?|drops?|patch(?:es)?|" +
  "suppositor\\w*|syringes?|pens?|injections?|vials?|units?|inhalations?|applications?|doses?|each|ea)(?![a-z])";
const COUNT = `(?!half)${NUM}`;
const TIMES = "(?:times?|x|mal|fois|veces|volte|keer)";
const PER = "(?:a|per|each|every|/|pro|par|por|al|alla|la|le|im|in der)";
const WEEKDAY = "(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?s?";
const CLOCK = "\\d{1,2}(?::\\d{2})? ?(?:[ap]\\.?m?\\.?(?![a-z])|uhr|h(?![a-z]))";

type Token =
  | { is: "range" | "long" | "unsettled" | "skip" | "neutral" }
  | { is: "mg" | "ml" | "units" | "bare"; amount: number }
  | { is: "total" }
  | { is: "times"; perDay: number; weekdays?: boolean; daily?: boolean }
  | { is: "scheme"; amount: number }
  | { is: "moment"; of: string[] };

function amount(text: string | undefined): number {
  const bare = (text ?? "").trim();
  const mixed = bare.match(/^(\d+) (?:and )?(\d)\/(\d)$/);
  if (mixed) return Number(mixed[1]) + Number(mixed[2]) / Number(mixed[3]);
  const fraction = bare.match(/^(\d+)\/(\d+)$/);
  if (fraction) return Number(fraction[1]) / Number(fraction[2]);
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
const times = (perDay: number): Token => ({ is: "times", perDay });
const sticky = (source: string) => new RegExp(source, "uy");

const TOKENS: readonly (readonly [RegExp, (match: RegExpMatchArray) => Token])[] = [
  [
    sticky(`(\\d)-(\\d)-(\\d)(?:-(\\d))?(?![\\d-])`),
    (m) => ({ is: "scheme", amount: m.slice(1).reduce((sum, n) => sum + Number(n ?? 0), 0) }),
  ],
  [
    sticky(
      `(?:for|x|during|pendant|fur|por|durante) (?:the )?(?:next )?${NUM} ?(?:days?|d|weeks?|wks?|months?|mos?|tage|wochen|jours|semaines|mois|dias)(?![a-z])`,
    ),
    () => ({ is: "skip" }),
  ],
  [
    sticky(`(?:disp(?:ense)?|qty|quantity|refills?|rf|#)[:# ]*\\d+(?: ?${COUNTED})?|\\d+ refills?`),
    () => ({ is: "skip" }),
  ],
  [
    sticky(
      `(?:at least )?\\d+(?: ?- ?\\d+)? ?(?:min(?:ute)?s?|hours?|hrs?) (?:before|after|prior to)(?: (?:food|meals?|eating|first food))?`,
    ),
    () => ({ is: "skip" }),
  ],
  [sticky("(?:with )?\\d+(?: ?- ?\\d+)? ?(?:oz|ounces?)(?: of)?"), () => ({ is: "skip" })],
  [
    sticky(
      `${NUM} ?(?:-|to|or|bis|a|ou) ?${NUM} ?(?=${COUNTED}|mg|mcg|ml|h(?![a-z])|hours|hrs|times|x )|(?:once|one) (?:or|to) (?:twice|two)`,
    ),
    () => ({ is: "range" }),
  ],
  [
    sticky(
      "(?:every|each|q) ?(?:other|second|2nd|alternate) ?(?:days?|nights?|mornings?|evenings?|am|pm|d(?![a-z]))|(?:on )?alternate (?:days?|nights?)|q\\.?o\\.?d\\.?(?![a-z])|eod(?![a-z])|un jour sur deux|jeden (?:2\\.|zweiten) tag|cada dos dias",
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
    (m) => times(amount(m[1]) / 7),
  ],
  // "30 days" on its own is how long
  [
    sticky(`${COUNT} ?-?(?:days?|weeks?|wks?|months?|tage?|wochen?|jours?|semaines?|dias?)(?![a-z])`),
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
    (m) => times(amount(m[1])),
  ],
  // "once a fortnight": a time that is not known
  [sticky(`(?:once|twice|thrice|${NUM} ?${TIMES}) ?(?:a|per|every) ?[a-z]+`), () => ({ is: "unsettled" })],
  [sticky(`(?:bid|b\\.i\\.d\\.?|twice)(?![a-z])`), () => times(2)],
  [sticky(`(?:tid|t\\.i\\.d\\.?|thrice)(?![a-z])`), () => times(3)],
  [sticky(`(?:qid|q\\.i\\.d\\.?)(?![a-z])`), () => times(4)],
  [
    sticky(
      `(?:${PER} ?|q ?1? ?)?(?:daily|day|taglich|tag|jour|dia|giorno|quotidien\\w*)(?![a-z])|q\\.?d\\.?(?![a-z])|qday|o\\.?d\\.?(?![a-z])`,
    ),
    (m) => ({ is: "times", perDay: 1, daily: /daily/.test(m[0]) }),
  ],
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

function tokens(text: string): Token[] {
  const found: Token[] = [];
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

interface OpenPart extends Part {
  rates: number[];
  moments: Set<string>;
  /** "daily every Monday". */
  contradicts: boolean;
  daily: boolean;
}

const open = (): OpenPart => ({
  units: null,
  ml: null,
  mg: null,
  mgIsTotal: false,
  timesPerDay: null,
  rates: [],
  moments: new Set(),
  contradicts: false,
  daily: false,
});

/** Average administrations a day; null when the words contradict each other or give none. */
function rate(part: OpenPart): number | null {
  if (part.contradicts) return null;
  const special = new Set(part.rates.filter((perDay) => perDay !== 1));
  if (special.size > 1) return null;
  const [only] = special;
  if (only !== undefined) return only;
  if (part.rates.length > 0) return part.moments.size > 1 ? null : 1;
  return part.moments.size > 0 ? part.moments.size : null;
}

function schedule(found: readonly Token[]): Part[] | null {
  const parts: OpenPart[] = [];
  let current = open();
  const begin = () => {
    if (current.units !== null || current.ml !== null || current.mg !== null) {
      parts.push(current);
      current = open();
    }
  };
  for (const [i, token] of found.entries()) {
    if (token.is === "range" || token.is === "long" || token.is === "unsettled") return null;
    if (token.is === "times") {
      current.contradicts ||= token.weekdays === true && current.daily;
      current.daily ||= token.daily === true;
      current.rates.push(token.perDay);
    }
    if (token.is === "scheme") {
      begin();
      current.units = token.amount;
      current.rates.push(1);
    }
    if (token.is === "moment") for (const moment of token.of) current.moments.add(moment);
    if (token.is === "total") current.mgIsTotal = current.mg !== null;
    if (token.is === "units" || token.is === "bare") {
      const next = found[i + 1]?.is;
      if (token.is === "bare" && next !== "times" && next !== "moment" && !(next === undefined && found.length === 1)) {
        // "one 1 tablets": the number said twice.
        const counted = found[i + 1];
        if (counted?.is === "units" && counted.amount === token.amount) continue;
        return null;
      }
      begin();
      current.units = token.amount;
    }
    if (token.is === "ml") {
      if (current.ml !== null || current.units === null) begin();
      current.ml = token.amount;
    }
    if (token.is === "mg") {
      const saysDose =
        current.mg === null &&
        (current.units !== null || current.ml !== null) &&
        current.rates.length === 0 &&
        current.moments.size === 0;
      if (!saysDose) begin();
      current.mg = token.amount;
    }
  }
  parts.push(current);
  const rates = parts.map(rate);
  // Two doses with a frequency each are two ways to say one, or two orders: only moments of one day add up.
  if (parts.length > 1 && parts.some((part) => part.rates.length > 0)) return null;
  return rates.some((perDay) => perDay === null)
    ? null
    : parts.map((part, i) => ({ ...part, timesPerDay: rates[i] ?? null }));
}

/** "1½" is one and a half, before folding makes eleven halves of it. */
const FRACTIONS: Readonly<Record<string, string>> = { "½": " 1/2", "¼": " 1/4", "¾": " 3/4" };

/** Reads instructions such as "2 tabs twice daily" or "10 mg in the morning and 5 mg at night". */
export function readInstructions(written: string): DoseInstructions {
  const text = foldText(written.replace(/\s*([½¼¾])/g, (_, part: string) => FRACTIONS[part] ?? part))
    .replace(/\b([a-z]+) \((\d+(?:\.\d+)?)\)/g, (both, word: string, digits: string) =>
      numberWord(word) === null ? both : digits,
    )
    .replace(/(\d+(?:\.\d+)?) \((?:one|two|three|four|half)\)/g, "$1")
    .replace(/\b(?:one|1) and (?:a |one )?half\b/g, "1.5")
    .replace(/\bhalf(?: of)? (?:a |an |one )?(?=tab|pill|cap)/g, "0.5 ")
    // British dispensing labels: "ONE TO BE TAKEN EACH DAY", "on the same day each week"
    .replace(new RegExp(`\\b(${COUNTING}|\\d+) to be taken\\b`, "g"), "$1 tablets")
    .replace(/\bon the same day(?: of the week)?\b/g, " ")
    .replace(/[;()]|,(?!\d{1,2}(?!\d))|(?<!\d),|(?<=[a-z])\.(?=\s|$)/g, " ")
    .replace(/\s+/g, " ")
    .trim();
  const asNeeded = AS_NEEDED.test(text);
  if (text === "" || asNeeded || UNSETTLED.test(text)) return { schedule: null, asNeeded };
  return { schedule: schedule(tokens(text)), asNeeded };
}

function mgOfPart(part: Part, strength: Strength): number | null {
  const byCount =
    part.units !== null && strength.mgPerUnit !== null
      ? part.units * strength.mgPerUnit
      : part.units === null && part.ml !== null && strength.mgPerMl !== null
        ? part.ml * strength.mgPerMl
        : null;
  if (part.mg !== null) {
    if (part.units === null || part.mgIsTotal || part.units === 1) return part.mg;
    // "2 tablets (4 mg)": of one tablet or of both? Only the strength can tell.
    return byCount !== null && Math.abs(byCount - part.mg) < 1e-9 ? part.mg : null;
  }
  if (byCount !== null) return byCount;
  return part.units === null && part.ml === null ? strength.mgPerUnit : null;
}

/** Average milligrams a day; null when instructions and strength together do not settle it. */
export function dailyMg({ schedule: parts }: DoseInstructions, strength: Strength): number | null {
  if (parts === null || parts.length === 0) return null;
  let total = 0;
  for (const part of parts) {
    const mg = mgOfPart(part, strength);
    if (mg === null || part.timesPerDay === null || !Number.isFinite(mg)) return null;
    total += mg * part.timesPerDay;
  }
  return total > 0 ? total : null;
}
