import { COUNTING, type DoseToken, doseTokens } from "./dose-tokens";
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
  /** "1 daily" says how many as well: tablets behind it are those of the pack. */
  counted: boolean;
  /** The amount stands behind its rhythm: "5 mg daily (10 mg …)". */
  late: boolean;
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
  /\bp\.?r\.?n\b|\b(?:as|if|when|whenever) (?:needed|required|necessary)|\bbei bedarf\b|\b(?:au|si) besoin\b|\bsegun (?:sea )?necesi|\bal bisogno\b|\bsi (?:precisa|dolor)\b|\ba demanda\b|\bzo nodig\b|\bse necessario\b/;

/** Words with which a dose is not the same from day to day, or is not said at all. */
const UNSETTLED = new RegExp(
  // other languages: parts of a tablet, days of the week, changes of the dose
  "\\b(?:medi[oa]|demie?|halbe\\w*|halve|mezz[ao]|mei[oa]|anderthalb\\w*|anderhalve?|(?:lun|mar|mercre|jeu|vendre)dis?|samedis?|dimanches?|lunes|martes|miercoles|jueves|viernes|sabados?|domingos?|(?:mon|diens|donners|frei|sams|sonn)tags?|mittwochs?|sonnabends?|mo\\W+(?:mi|do|fr)|" +
    "(?:maan|dins|woens|donder|vrij|zater|zon)dag|(?:lune|marte|mercole|giove|vener)di|sabato|domenica|segundas?|tercas?|quartas?|quintas?|sextas?|luego|despues|poi|daarna|danach|depois|afbouw\\w*|a scalare|degress\\w*|desmame|descend\\w*|reduz\\w*|altern[aeio]s?|sur (?:\\d|trois|quatre))\\b|" +
    "\\b(?:taper\\w*|titrat\\w*|wean\\w*|then|dose ?pac?k\\w*|dosepac?k|pack|pak|step ?down|decreas\\w*|reduc\\w*|increas\\w*|alternating|except|skip\\w*|hold|until|unless|otherwise|" +
    "\\w*dial[iy]s\\w*|odd|even|(?:un)?geraden?|(?:im)?pairs?|(?:dis)?pari|(?:im)?pares|werktag\\w*|" +
    "(?<!\\b(?:tous|tutti|todos) )(?:les|i|nei|los|nos|os|an|op|on) (?!alternate)(?:[a-z]+ ){0,2}(?:jours|giorni|dias|tagen|dagen|days)|" +
    "other days|\\bday (?:of|after|before|prior)|directed|use as|per (?:instructions|protocol|sliding|pharmacy)|sliding|variable|adjust\\w*|up to|max(?:imum)?|may|repeat|(?<!\\b(?:a|per|every|each) )days? \\d+|loading|once only|one time (?:only|dose)|single dose|" +
    "(?:x|for) ?\\d+ doses?|stat|now|procedure|surgery|each meal|every meal|with meals?(?= only)|biweekly|bimonthly|(?:on|off) (?:and|then|followed)|(?:days?|weeks?) o(?:n|ff)|every (?:third|fourth|fifth|sixth|[3-6](?:rd|th))|first|next|last|initial\\w*|was|(?:down|up|changed) from|changed to|formerly|instead|followed|over \\d+|of each|ausschleichen|puis|dann|gefolgt|wechsel|weekdays?|weekends?|m ?- ?f|(?:mg|mcg|tabs?|tablets?|caps?|capsules?|puffs?) or (?:\\d+|one|two)|\\w*day\\w*day\\w*)\\b|^or\\b|->|→|\\b(?:in|the|at|and|every|of|to|with)$",
);

/** "5,10 mg", "2,3 times daily": a list or a decimal, nobody can tell; only halves and quarters are known decimals. "0.01%": no dose. */
const UNCLEAR_COMMA =
  /\d,(?!(?:5|25|75)(?!\d))\d{1,2}(?!\d)|\d[.,]\d+ ?times\b|m?c?g\d|\d ?%|\/ ?(?:kg|m2)\b|\bper kg\b/;

/** More tablets behind a rhythm are those of the pack. */
const MOST_AT_ONCE = 8;
/** More tablets are those of a pack wherever they stand. */
const MOST_OF_ALL = 15;

/** Words of directions that may stand before an amount. */
const OF_DIRECTIONS =
  "take|takes|taking|tablets?|capsules?|caplets?|total|equals?|daily|weekly|nightly|morning|mornings|evening|evenings|bedtime|night|noon|lunch|dinner|breakfast|supper|every|alternate|other|about|plus|oral|orally|mouth|inject|infuse|subcut\\w*|intraven\\w*|dose|dosis|apply|inhale|using|given|until|from|monday|tuesday|wednesday|thursday|friday|saturday|sunday|weeks?|months?|days?|times|twice|thrice|three|seven|eight|twelve|strength|directions?|instructions?|units?|syringe|contents|under|skin|route|administer";
/** "daily, omeprazole 20 mg BID": a word that is none of directions before an amount is another drug's name. */
const ANOTHER_DRUG = new RegExp(`\\b(?!(?:${OF_DIRECTIONS})\\b)[a-z]{5,} \\d+(?:[.,]\\d+)? ?m?c?g\\b`);

interface OpenPart extends Part {
  rates: number[];
  moments: Set<string>;
  /** "daily every Monday". */
  contradicts: boolean;
  daily: boolean;
  /** A time of day was said before the amount: another one behind it belongs to something else. */
  timeFirst: boolean;
  /** "1-0-1" says how often as well. */
  scheme: boolean;
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
  scheme: false,
  counted: false,
  late: false,
  timeFirst: false,
});

/** Average administrations a day; null when the words contradict each other or give none. */
function rate(part: OpenPart): number | null {
  if (part.contradicts) return null;
  const special = new Set(part.rates.filter((perDay) => perDay !== 1));
  // "B.I.D (1-0-1)" is the same said twice
  if (part.scheme) return [...special].every((perDay) => perDay === part.units) ? 1 : null;
  // "daily, check glucose weekly"
  if (special.size > 1 || (part.daily && [...special].some((perDay) => perDay < 1))) return null;
  const [only] = special;
  if (only !== undefined) return only;
  if (part.rates.length > 0) return part.moments.size > 1 ? null : 1;
  return part.moments.size > 0 ? part.moments.size : null;
}

/** "weekly, 4 tablets" is a pack. */
const mostBehind = (rates: readonly number[]) => (rates.some((perDay) => perDay < 1) ? 1 : MOST_AT_ONCE);

function schedule(found: readonly DoseToken[]): Part[] | null {
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
      // "28 tablets, two daily", "daily for a week, 5 mg daily": of which the rhythm is, is not told
      current.contradicts ||= current.late || (token.counted === true && (current.units ?? 0) > 1);
      current.daily ||= token.daily === true;
      current.counted ||= token.counted === true;
      current.rates.push(token.perDay);
    }
    if (token.is === "scheme") {
      begin();
      current.units = token.amount;
      current.scheme = true;
    }
    if (token.is === "moment") {
      const more = token.of.some((moment) => !current.moments.has(moment));
      current.contradicts ||= current.timeFirst && more;
      for (const moment of token.of) current.moments.add(moment);
    }
    if (token.is === "total") current.mgIsTotal = current.mg !== null;
    if (
      token.is === "units" &&
      (current.counted || (current.rates.length > 0 && token.amount > mostBehind(current.rates))) &&
      current.units === null
    )
      return null;
    if (token.is === "units" && token.amount > MOST_OF_ALL) return null;
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
    const holdsNone = current.units === null && current.ml === null && current.mg === null;
    if (holdsNone && token.is === "mg") current.late = current.rates.length > 0;
    if (holdsNone && (token.is === "ml" || token.is === "mg")) current.timeFirst = current.moments.size > 0;
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

/** "at least 30 minutes before the first food, beverage, or medicine of the day" says nothing of how much or how often. */
const BEFORE_FOOD =
  /\b(?:at least )?\d+(?: ?- ?\d+)? ?(?:min(?:ute)?s?|hours?|hrs?) (?:before|after|prior to) (?:the )?(?:first )?(?:food|meals?|eating|breakfast)(?:(?:,| or| and)* (?:beverages?|drinks?|medic\w*))*(?: of the day)?/g;

/** "1½" is one and a half, before folding makes eleven halves of it. */
const FRACTIONS: Readonly<Record<string, string>> = { "½": " 1/2", "¼": " 1/4", "¾": " 3/4" };

/** Reads instructions such as "2 tabs twice daily" or "10 mg in the morning and 5 mg at night". */
export function readInstructions(written: string): DoseInstructions {
  const text = foldText(written.replace(/\s*([½¼¾])/g, (_, part: string) => FRACTIONS[part] ?? part))
    // ".5 tablet"
    .replace(/(?<![^\s(])\.(?=\d)/g, "0.")
    .replace(/\b([a-z]+) \((\d+(?:\.\d+)?)\)/g, (both, word: string, digits: string) =>
      numberWord(word) === null ? both : digits,
    )
    .replace(/(\d+(?:\.\d+)?) \((?:one|two|three|four|half)\)/g, "$1")
    .replace(/\bone-half\b/g, "half")
    .replace(/\b(?:one|1) and (?:a |one )?half\b/g, "1.5")
    .replace(/\bhalf(?: of)? (?:a |an |one )?(?=tab|pill|cap)/g, "0.5 ")
    // "70 mg = 1 tab(s)": the dose said in two ways; "until 06/30/2026" ends it and changes no day of it
    .replace(/(\d+(?:\.\d+)?) ?(m?c?g) ?= ?(\d+(?:\.\d+)?) ?(tab|cap)(?:\(s\)|s)?/g, "$3 $4 ($1 $2 total)")
    .replace(/\buntil \d{1,4}[/.-]\d{1,2}[/.-]\d{1,4}(?: \d{1,2}:\d{2})?/g, " ")
    // British dispensing labels: "ONE TO BE TAKEN EACH DAY", "on the same day each week"
    .replace(new RegExp(`\\b(${COUNTING}|\\d+) to be taken\\b`, "g"), "$1 tablets")
    .replace(/\bon the same day(?: of the week)?\b/g, " ")
    .replace(BEFORE_FOOD, " ")
    .replace(/[;()]|,(?!\d{1,2}(?!\d))|(?<!\d),|(?<=[a-z])\.(?=\s|$)/g, " ")
    .replace(/\s+/g, " ")
    .trim();
  const asNeeded = AS_NEEDED.test(text);
  if (text === "" || asNeeded || ANOTHER_DRUG.test(text) || UNSETTLED.test(text) || UNCLEAR_COMMA.test(text))
    return { schedule: null, asNeeded };
  return { schedule: schedule(doseTokens(text)), asNeeded };
}

function mgOfPart(part: Part, strength: Strength): number | null {
  const byCount =
    part.units !== null && strength.mgPerUnit !== null
      ? part.units * strength.mgPerUnit
      : part.units === null && part.ml !== null && strength.mgPerMl !== null
        ? part.ml * strength.mgPerMl
        : null;
  if (part.mg !== null) {
    // "5 mg daily (10 mg)": which of the two is taken is not told
    if (part.late && strength.mgPerUnit !== null && part.mg !== strength.mgPerUnit) return null;
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
