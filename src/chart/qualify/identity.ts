import { findDates, onlyDate } from "../../terminology/dates";
import type { Locale } from "../../terminology/numbers";
import { cleanText, foldText, plainWords } from "../../terminology/plain-text";
import { RELATIVES } from "../../terminology/relatives";
import type { Sex } from "../chart";
import type { IsoDate } from "../evidence";
import type { PatientIdentity } from "../frame-facts";
import type { BannerPiece, FrameSnapshot } from "../snapshot";
import { evidenceOf, type Page } from "./page";
import { recordNumberOf } from "./record-number";

const BIRTH_WORDS =
  "date of birth|birth ?date|(?<!\\b(?:sex|gender|assigned|recorded|place|country|city|state|town|weight)(?: [a-z]+)? (?:at|of) |\\b(?:gave|last|first|previous|prior) )birth(?! ?(?:sex|gender|place|country|weight|order|control|history|plan|certificate))";
/** Words of languages that put the day first. */
const DAY_FIRST =
  "geb(?:oren|urtsdatum)?|nee?(?= (?:[a-z-]+ ){0,2}le\\b)|nat[ao](?= (?:[a-z-]+ ){0,4}il\\b)|nascid[ao](?= [ae]m?\\b)|naissance|nacimiento|nascita|nascimento|geboren|geboortedatum";
const BIRTH = new RegExp(`\\b(?:d\\.?o\\.?b\\.?|${BIRTH_WORDS}|born|${DAY_FIRST})\\b`);
const ENGLISH_BIRTH = /\bd\.?o\.?b\b|\bbirth/;
const DAY_FIRST_BIRTH = new RegExp(`\\b(?:${DAY_FIRST})\\b`);
const BIRTH_HINT = new RegExp(`\\b(?:dob|${BIRTH_WORDS})\\b`);
const SEX_LABEL = /\b(?:sex|gender|geschlecht|sexe|sexo|sesso|geslacht)\b/;
const MRN_LABEL =
  /(?:\b(?:mrn|prn|med(?:ical)? ?rec(?:ord)?|(?:record|chart|patient|unit|account) ?(?:no|number|id)|pid|pat\.?[ -]?(?:id|nr)|openmrs id|fallnummer|patient(?:en)?-?(?:nr|nummer|id)|(?:nhs|hospital) ?(?:no|number)|ipp|nhc)\b|\b(?:health|chart|record|patient|med rec) ?#)(?: ?(?:no|number|id)\b)?[\s.]*[:#]*/;
const AGE =
  /(?<![\d.,/-])(\d{1,3})\s*-?\s*(?:y\/?o\b|yo\b|yrs?\b|years?\b|y\b|jahre?\b|ans\b|anos\b|anni\b|jaar\b)|\b(?:age|alter|edad|eta)\b\s*:?\s*(\d{1,3})\b/;

const FEMALE = /^(?:f|female|woman|w|weiblich|frau|femme|feminin|mujer|femenino|donna|femmina|feminino|vrouw)$/;
const MALE = /^(?:m|male|man|mannlich|mann|herr|homme|masculin|hombre|masculino|uomo|maschio|man)$/;

/** Words that stand in titles, headings and labels, never in a person's name. */
const NO_NAME =
  /\b(?:patient|summary|document|chart|note|notes|record|health|medical|clinic|hospital|center|centre|practice|lab|labs|results?|report|visit|encounter|care|continuity|department|provider|physician|doctor(?= )|nurse|insurance|phone|address|email|street|allerg\w*|medications?|problems?|active|inactive|search|menu|logout|login|home|dashboard|welcome|admin|user|settings|system|emr|ehr|overview|demographics|status|unknown|none|test data|female|male|printed|page|date|schedule|inbox|messages?|room|bed|code|full|next|previous|loading|smoker|nhs|no|dob|number|every|current|former|never|tobacco|smoking|information|entered|documented|recorded|available|observations?|history|social|descriptions?|assigned|administrative\w*|gender|identity|values?|types?)\b/;
/** A person the chart names who is not the patient. */
const OTHER_PERSON =
  /provider|physician|clinician|doctor|practitioner|pcp|attending|author|nurse|user|guardian|contact|kin|spouse|emergency|signed|ordered|printed|performer/;

const NAME_PART = "\\p{Lu}[\\p{L}'’.-]*";
const TITLE = "(?:M[rR][sS]?|M[sS]|M(?:iss|ISS)|D[rR]|H(?:err|ERR)|F(?:rau|RAU)|M(?:me|ME)|M|S[rR]a?|SRA)";
const GIVEN_FIRST = new RegExp(
  `^(?:${TITLE}\\.?\\s+)?(${NAME_PART}(?:\\s+(?:(?:van|von|de|der|den|del|la|le|da|dos|di|du|ten|ter|al|bin)\\s+)*${NAME_PART}){1,4})$`,
  "u",
);
const FAMILY_FIRST = new RegExp(
  `^(${NAME_PART}(?:[\\s-]+${NAME_PART}){0,2}),\\s*(?:${TITLE}\\.?\\s+)?(${NAME_PART}(?:\\s+${NAME_PART}){0,3})$`,
  "u",
);

/** A person's name, given name first; null when the text is anything else. */
export function personName(written: string): string | null {
  const text = cleanText(written)
    .replace(/^(?:patient(?: name)?|name|pt|patientin|paciente|paziente|nom|nombre|nome)\s*:\s*/i, "")
    .replace(/\s*\((?:[^)]{0,30})\)\s*$/, "")
    .replace(/[,;]\s*$/, "");
  if (text.length > 60 || /\d/.test(text) || NO_NAME.test(foldText(text))) return null;
  const family = text.match(FAMILY_FIRST);
  if (family) return `${family[2]} ${family[1]}`;
  return text.match(GIVEN_FIRST)?.[1] ?? null;
}

function sexIn(text: string): Sex | null {
  const words = foldText(text);
  // "Sex: F → M", "F/M": of two words it is neither
  const labelled = [
    ...words.matchAll(new RegExp(`${SEX_LABEL.source}[^\\p{L}]*(\\p{L}+)(?:\\W{0,2}[→>/]\\W*(\\p{L}+))?`, "gu")),
  ];
  const parts =
    labelled.length === 0
      ? words.split(/[,;|()/·•]|\s-\s|\s+/).map((part) => part.trim())
      : labelled.flatMap(([, first = "", second = ""]) => [first, second]);
  const female = parts.some((part) => FEMALE.test(part));
  const male = parts.some((part) => MALE.test(part));
  return female === male ? null : female ? "female" : "male";
}

interface Block {
  pieces: readonly BannerPiece[];
  /** Everything the block says. */
  text: string;
}

const labelOf = (piece: BannerPiece) => foldText(piece.label ?? "");
const hintOf = (piece: BannerPiece) => plainWords(piece.hints);

function nameOf({ pieces }: Block): { name: string; ref: number; sure: boolean } | null {
  const rank = (piece: BannerPiece) => {
    const [label, hint] = [labelOf(piece), hintOf(piece)];
    if (OTHER_PERSON.test(label) || OTHER_PERSON.test(hint)) return -1;
    if (
      /\b(?:patient|full|pt|person|display) ?name\b/.test(hint) ||
      /^(?:patient(?: name)?|name)\b/.test(label) ||
      /^patient(?: name)?\s*:/i.test(piece.text)
    )
      return 2;
    return /\bname\b/.test(hint) ? 1 : 0;
  };
  let best: { name: string; ref: number; rank: number } | null = null;
  /** The name in the piece before. */
  let before: string | null = null;
  for (const piece of pieces) {
    // "Marsh, Ada (68 y)", "Ada Marsh · 04/02/1958": the name is the part before the first digit or separator.
    const [lead] = piece.text.split(
      /\s[·•|–—-]\s|\(|\s{2,}|(?<=\p{L})\s+(?=(?:DOB|D\.O\.B|MRN|born|geb|n[ée]e?|age|sex)\b)|\s(?=\d)/iu,
    );
    const name = personName(piece.text) ?? personName(lead ?? "");
    const worth = rank(piece);
    if (name !== null && worth >= 0 && (best === null || worth > best.rank))
      best = { name, ref: piece.ref, rank: worth };
    // names in a row, as on the tabs of open charts: which one is meant is not told
    else if (name !== null && worth === 0 && best?.rank === 0 && name !== best.name && before !== null) return null;
    before = name;
  }
  return best && { name: best.name, ref: best.ref, sure: best.rank >= 1 };
}

function birthDateOf({ pieces }: Block, age: number | null, page: Page): IsoDate | null {
  const found = new Set<IsoDate>();
  const alone: IsoDate[] = [];
  for (const piece of pieces) {
    const text = foldText(piece.text);
    // "geb. 02-03-1950": these words put the day first, whatever the rest of the page does
    const dayFirst = page.locale.dateOrder === "mdy" && DAY_FIRST_BIRTH.test(`${labelOf(piece)} ${text}`);
    const locale: Locale = dayFirst ? { ...page.locale, dateOrder: "dmy" } : page.locale;
    const dates = findDates(piece.text, locale, page.seenYear).filter(({ date }) => date.length === 10);
    // "DOB verified: 02/11/2026" is the day on which it was
    if (/\bverified\b|\bconfirmed\b/.test(`${labelOf(piece)} ${text}`)) continue;
    const labelled = BIRTH.test(labelOf(piece)) || BIRTH_HINT.test(hintOf(piece));
    // "DOB 04/12/1951" on a page that is only guessed to put the day first: either may be meant
    if (page.locale.guessed && ENGLISH_BIRTH.test(`${labelOf(piece)} ${text}`)) {
      const monthFirst = findDates(piece.text, { ...page.locale, dateOrder: "mdy" }, page.seenYear);
      if (dates.some(({ date }, i) => date !== monthFirst[i]?.date)) continue;
    }
    for (const { date, index } of dates) {
      if (
        labelled ||
        BIRTH.test(text.slice(Math.max(0, index - 30), index)) ||
        /^\s*\(?\*/.test(text.slice(Math.max(0, index - 3), index))
      )
        found.add(date);
    }
    const only = onlyDate(piece.text, locale, page.seenYear);
    if (only?.length === 10 && piece.label === null) alone.push(only);
    // "71 y.o. female, 8/9/1955"
    else if (dates.length === 1 && dates[0] && text.length < 60 && AGE.test(text)) alone.push(dates[0].date);
  }
  // A date without a label is the birth date when it is the only one and fits the age that stands beside it.
  const [date] = alone;
  if (found.size === 0 && date !== undefined && alone.length === 1 && age !== null) {
    const years = page.seenYear - Number(date.slice(0, 4));
    if (years === age || years === age + 1) return date;
  }
  const [first] = found;
  if (found.size !== 1 || first === undefined || first > page.seenAt.slice(0, 10)) return null;
  // "DOB 2/2/26, 76 yo": the century, or the age, is not hers
  const years = page.seenYear - Number(first.slice(0, 4));
  return age === null || Math.abs(years - age) < 3 ? first : null;
}

function ageOf({ pieces }: Block): number | null {
  for (const piece of pieces) {
    const text = foldText(piece.text);
    // "Age at menopause: 51 y"
    if (/\bage(?:d)? (?:at|when)\b|\bat (?:the )?time of\b|\bonset\b|\bago\b/.test(`${labelOf(piece)} ${text}`))
      continue;
    const match = text.match(AGE);
    const years = Number(
      match?.[1] ?? match?.[2] ?? (/^(?:age|alter)\b/.test(labelOf(piece)) ? text.match(/^\d{1,3}$/)?.[0] : undefined),
    );
    if (Number.isInteger(years) && years > 0 && years < 125) return years;
  }
  return null;
}

function sexOf({ pieces, text: all }: Block): Sex | null {
  // a word that the page cuts in two
  if (/\b(?:fe male|wo man)\b/.test(plainWords(all))) return null;
  const said = new Set<Sex>();
  for (const piece of pieces) {
    if (personName(piece.text) !== null) continue;
    const labelled = SEX_LABEL.test(labelOf(piece)) || /\b(?:sex|gender)\b/.test(hintOf(piece));
    // "F" inside a longer text counts only beside a birth date or an age.
    if (
      !labelled &&
      !SEX_LABEL.test(foldText(piece.text)) &&
      piece.text.length > 14 &&
      !BIRTH.test(foldText(piece.text)) &&
      !AGE.test(foldText(piece.text))
    )
      continue;
    const sex = sexIn(piece.text);
    if (sex) said.add(sex);
  }
  const [only] = said;
  return said.size === 1 && only ? only : null;
}

function mrnOf({ pieces }: Block): string | null {
  const code = /^[\p{L}\d][\p{L}\d -]{1,19}$/u;
  for (const piece of pieces) {
    const text = cleanText(piece.text);
    if (MRN_LABEL.test(labelOf(piece)) && code.test(text) && /\d/.test(text)) return text;
    const match = foldText(text).length === text.length ? foldText(text).match(MRN_LABEL) : null;
    if (match?.index === undefined) continue;
    const after =
      text
        .slice(match.index + match[0].length)
        .trim()
        .split(/[,;|(]|\s{2,}|\s(?=\p{L}{2})/u)[0]
        ?.trim() ?? "";
    if (code.test(after) && /\d/.test(after)) return after;
  }
  return null;
}

/** People a chart names beside the patient. */
const OTHER_PEOPLE = `emergency contacts?|next of kin|nok|subscriber|guarantor|policy ?holder|insured|${RELATIVES}|baby|newborn|(?:sexual )?partners?|proxy|guardian|care ?giver|responsible party|contact person|possible duplicates?|next patient|(?:veteran )?sponsor|donor|ordered by`;
/** From here on a banner speaks of somebody else. */
const SOMEBODY_ELSE = new RegExp(`\\b(?:${OTHER_PEOPLE})\\b`);

/** Titles of lists of people, which may hold a single one. */
const LISTS_OF_PEOPLE =
  "(?:patient )?(?:search|find|matching|lookup)(?: (?:results?|patients?))?|(?:possible )?match(?:es)?|recent(?:ly viewed)? patients?|patient list|patients|work ?list|(?:today s? ?)?(?:schedule|appointments?|patients)|census|waiting (?:list|room)|inbox";

/** The title over what is told of somebody else. */
const ANOTHER_TITLE = new RegExp(
  `^(?:${LISTS_OF_PEOPLE})$|^(?:patient s? ?)?(?:${OTHER_PEOPLE}|contacts?|contact persons?|insurance|(?:care )?provider|physician|clinician|staff|user|my)(?: (?:information|info|details|profile|data|account))?$`,
);

/** What a piece says of the patient; null when it begins with somebody else. */
function ofThePatient(piece: BannerPiece): BannerPiece | null {
  if (/^\W*(?:signed|logged) in\b/i.test(piece.text)) return null;
  if (SOMEBODY_ELSE.test(labelOf(piece))) return null;
  const at = foldText(piece.text).search(SOMEBODY_ELSE);
  if (at < 0) return piece;
  return at > 3 && foldText(piece.text).length === piece.text.length
    ? { ...piece, text: piece.text.slice(0, at) }
    : null;
}

/** The patients named in a frame's banners: one per block that says enough to be a patient. */
export function readIdentities(snapshot: FrameSnapshot, page: Page): PatientIdentity[] {
  const blocks = new Map<number, BannerPiece[]>();
  for (const piece of snapshot.banner) blocks.set(piece.block, [...(blocks.get(piece.block) ?? []), piece]);
  return [...blocks.values()].flatMap((all): PatientIdentity[] => {
    if (all.some(({ title }) => ANOTHER_TITLE.test(plainWords(title ?? "")))) return [];
    const other = all.findIndex((piece) => ofThePatient(piece) !== piece);
    const pieces = (other < 0 ? all : all.slice(0, other + 1)).flatMap((piece) => ofThePatient(piece) ?? []);
    const block = { pieces, text: pieces.map(({ text }) => text).join(" ") };
    const named = nameOf(block);
    const age = ageOf(block);
    const birthDate = birthDateOf(block, age, page);
    const sex = sexOf(block);
    const mrn = mrnOf(block);
    const ofPatient =
      birthDate !== null ||
      mrn !== null ||
      (age !== null && sex !== null) ||
      (named?.sure === true &&
        /\bpatient|\bpt\b/.test(plainWords(pieces.map(({ hints, label }) => `${hints} ${label ?? ""}`).join(" "))));
    if (!ofPatient || (named === null && birthDate === null && mrn === null)) return [];
    const ref = named?.ref ?? pieces[0]?.ref ?? 0;
    const recordNumber = recordNumberOf(pieces);
    const evidence = evidenceOf(page, ref, block.text);
    return [{ name: named?.name ?? null, birthDate, age, sex, mrn, recordNumber, evidence }];
  });
}
