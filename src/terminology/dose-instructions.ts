import { COUNTING, type DoseToken, doseTokens } from "./dose-tokens";
import { numberWord } from "./numbers";
import { foldText } from "./plain-text";
import { isUnsettled } from "./unsettled-dose";

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
  /** "3 tablets daily (15 mg)": what the writer made of it, for a dose or, where said so, for a day. */
  sum?: { mg: number; ofDay: boolean };
}

/** What one countable unit, or one millilitre, of a product holds. */
export interface Strength {
  mgPerUnit: number | null;
  mgPerMl: number | null;
}

const AS_NEEDED =
  /\bp\.?r\.?n\b|\b(?:as|if|when|whenever) (?:needed|required|necessary)|\bbei bedarf\b|\b(?:au|si) besoin\b|\bsegun (?:sea )?necesi|\bal bisogno\b|\bsi (?:precisa|dolor)\b|\ba demanda\b|\bzo nodig\b|\bse necessario\b/;

/** More tablets behind a rhythm are those of the pack. */
const MOST_AT_ONCE = 8;
/** More tablets are those of a pack wherever they stand. */
const MOST_OF_ALL = 15;

/** Words of directions that may stand before an amount. */
const OF_DIRECTIONS =
  "take|takes|taking|tablets?|capsules?|caplets?|total|equals?|daily|weekly|nightly|morning|mornings|evening|evenings|bedtime|night|noon|midday|afternoon|lunch|lunchtime|teatime|currently|dinner|breakfast|supper|every|alternate|other|about|plus|oral|orally|mouth|inject|infuse|subcut\\w*|intraven\\w*|dose|dosis|apply|inhale|using|given|until|from|monday|tuesday|wednesday|thursday|friday|saturday|sunday|weeks?|months?|days?|times|twice|thrice|three|seven|eight|twelve|strength|directions?|instructions?|units?|syringe|contents|under|skin|route|administer";
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
      // "1-0-0, 1/2-0-0": which of the two is taken today is not told
      if (current.scheme) return null;
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
  /\b(?:at least )?\d+(?: ?- ?\d+)? ?(?:min(?:ute)?s?|hours?|hrs?) (?:before|after|prior to) (?:the )?(?:first )?(?:food|meals?|eating|breakfast)(?:(?:,| or| and)* (?:beverages?|drinks?|medic\w*))*(?: of the day)?(?! and (?:at |before )?(?:lunch|dinner|supper|evening|bed))/g;

/** "1½" is one and a half, before folding makes eleven halves of it. */
const FRACTIONS: Readonly<Record<string, string>> = { "½": " 1/2", "¼": " 1/4", "¾": " 3/4" };

/** "(0900, 2100)", "at 0800": hours without a colon. */
const HOURS =
  /(?:\(|\bat )((?:[01]\d|2[0-3])[0-5]0(?:(?:,| and|\/|&)+ ?(?:[01]\d|2[0-3])[0-5]0)*)(?: ?h(?:ou)?rs)?(?:\)|(?= |$))/g;

/** The amount in brackets at the end of directions. */
const SUM =
  /\((?:= ?|total )?(\d+(?:\.\d+)?) ?(mg|mcg)( total)?( ?\/ ?(?:day|d)| (?:per|a|each) day| daily| total daily(?: dose)?)?\)\.?$/;

/** Reads instructions such as "2 tabs twice daily" or "10 mg in the morning and 5 mg at night". */
export function readInstructions(written: string): DoseInstructions {
  const folded = foldText(written);
  const [end, amount, unit, , day] = SUM.exec(folded) ?? [];
  const plain = end === undefined ? null : scheduleOf(folded.slice(0, -end.length));
  // an amount behind a rhythm sums it up; elsewhere it is part of the directions
  if (!plain?.schedule) return scheduleOf(written);
  return { ...plain, sum: { mg: Number(amount) * (unit === "mg" ? 1 : 0.001), ofDay: day !== undefined } };
}

function scheduleOf(written: string): DoseInstructions {
  const text = foldText(written.replace(/\s*([½¼¾])/g, (_, part: string) => FRACTIONS[part] ?? part))
    // ".5 tablet"
    .replace(/(?<![^\s(])\.(?=\d)/g, "0.")
    .replace(/\b([a-z]+) \((\d+(?:\.\d+)?)\)/g, (both, word: string, digits: string) =>
      numberWord(word) === null ? both : digits,
    )
    // "every 7 (seven) days"
    .replace(/(\d+(?:\.\d+)?) \(([a-z]+)\)/g, (both, digits: string, word: string) =>
      word === "half" || /ty$|teen$/.test(word) || numberWord(word) === Number(digits) ? digits : both,
    )
    // "ii tabs po": an old hand's figures
    .replace(/(?<![a-z\d])i{1,3}(?= (?:tabs?|tablets?|caps?|capsules?|po)\b)/g, (ones) => String(ones.length))
    .replace(/\bone-half\b/g, "half")
    .replace(/\b(?:one|1) and (?:a |one )?half\b/g, "1.5")
    .replace(/(?<![\d/.-] ?)\b(\d) (?:and )?1\/2(?= ?(?:tab|cap|pill))/g, "$1.5")
    .replace(
      HOURS,
      (_, hours: string) => ` at ${hours.replace(/\d{4}/g, (hour) => `${hour.slice(0, 2)}:${hour.slice(2)} h`)} `,
    )
    .replace(/\bhalf(?: of)? (?:a |an |one )?(?=tab|pill|cap)/g, "0.5 ")
    // "70 mg = 1 tab(s)": the dose said in two ways; "until 06/30/2026" ends it and changes no day of it
    .replace(
      /(\d+(?:\.\d+)?) ?(m?c?g) ?(?:=|\() ?(\d+(?:\.\d+)?) ?(tab|cap)(?:\(s\)|(?:let|sule)?s?)\)?/g,
      "$3 $4 ($1 $2 total)",
    )
    .replace(/\buntil \d{1,4}[/.-]\d{1,2}[/.-]\d{1,4}(?: \d{1,2}:\d{2})?/g, " ")
    // British dispensing labels: "ONE TO BE TAKEN EACH DAY", "on the same day each week"
    .replace(new RegExp(`\\b(${COUNTING}|\\d+) to be taken\\b`, "g"), "$1 tablets")
    .replace(/\bon the same day(?: of the week)?\b/g, " ")
    .replace(BEFORE_FOOD, " ")
    .replace(/[;()]|,(?!\d{1,2}(?!\d))|(?<!\d),|(?<=[a-z])\.(?=\s|$)/g, " ")
    .replace(/\s+/g, " ")
    .trim();
  const asNeeded = AS_NEEDED.test(text);
  if (text === "" || asNeeded || ANOTHER_DRUG.test(text) || isUnsettled(text)) return { schedule: null, asNeeded };
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
export function dailyMg({ schedule: parts, sum }: DoseInstructions, strength: Strength): number | null {
  if (parts === null || parts.length === 0) return null;
  let total = 0;
  for (const part of parts) {
    const mg = mgOfPart(part, strength);
    if (mg === null || part.timesPerDay === null || !Number.isFinite(mg)) return null;
    total += mg * part.timesPerDay;
  }
  // a sum that differs from what it sums up: which of them is taken is not told
  const once = parts.length === 1 ? total / (parts[0]?.timesPerDay ?? 1) : total;
  if (sum && ![total, sum.ofDay ? total : once].some((mg) => Math.abs(mg - sum.mg) < 1e-9)) return null;
  return total > 0 ? total : null;
}
