import { findDates, onlyDate } from "../../terminology/dates";
import { drugsIn, type NamedDrug } from "../../terminology/drug-names";
import { splitProduct } from "../../terminology/medication-text";
import { cleanText, foldText, plainWords } from "../../terminology/plain-text";
import { speaksOfFamily } from "../../terminology/relatives";
import type { MedicationStatus } from "../chart";
import type { PartialDate } from "../evidence";
import { headerOver, type ReadRow, roleOf } from "./columns";
import { MED_COLUMNS, type MedRole, type RoleCell } from "./medication-columns";
import { lastTakenLongAgo } from "./medication-last-taken";
import { momentsOf } from "./medication-moments";
import { actionWord, orderedStatus, saysNotFollowed, spokenStatus, statusWord } from "./medication-status";
import type { Page } from "./page";

/** One drug as a row or line gives it, still in words. */
export interface Entry {
  nameText: string;
  drug: NamedDrug;
  label: string;
  product: string;
  /** Instructions in the same run of text as the product, and those from cells of their own. */
  inline: string;
  sig: string;
  dose: string;
  /** A remark beside it says that the dose is being changed. */
  changing: boolean;
  routeText: string;
  rowText: string;
  ref: number;
}

/** Pieces of an entry that say nothing about how much is taken; kept when they make the dose unsettled. */
export const ASIDE_PIECE =
  /^(?:refills?|quantity|qty|dispense|disp|indication|reason|diagnosis|for (?!\d)|prescribed|ordered|pharmacy|last|next|start(?:ed)?|stop(?:ped)?|since|first dose|given|by dr)\b/;

/** What a row says of its drug in cells of their own. */
export interface Said {
  status: MedicationStatus | null;
  start: PartialDate | null;
  stop: PartialDate | null;
  lastGiven: PartialDate | null;
  rxnorm: string | null;
  lastTakenLongAgo: boolean;
}

const CODE_IN_NAME =
  /\[?\(?\b(?:rx ?norm|rxcui|ndc|snomed|atc)\b\s*(?:code)?\s*[:=#-]?\s*[\d-]+\s*(?:\((?:scd|sbd|scdc|in|bn)\))?\)?\]?|\[\s*\d{3,8}\s*\]/gi;

/** "RxNorm: 1897" in one cell, or the code system in one and the code in its own column or, without heads, beside it. */
function rxnormOf(cells: readonly RoleCell[]): string | null {
  for (const [i, { text }] of cells.entries()) {
    const inside = text.match(/\brx ?(?:norm|cui)\b\s*(?:code)?\s*[:=#-]?\s*(\d{2,8})(?![.,]?\d)/i)?.[1];
    if (inside) return inside;
    if (!/^rx ?(?:norm|cui)$/i.test(text)) continue;
    const beside = cells.find(({ role }) => role === "code") ?? cells[i + 1];
    if (beside && (beside.role === "code" || beside.header === "") && /^\d{2,8}$/.test(beside.text)) return beside.text;
  }
  return null;
}

function dateIn(text: string, page: Page): PartialDate | null {
  const date = onlyDate(text, page.locale, page.seenYear);
  return date !== null && date.length > 4 ? date : null;
}

/** The date that follows a word: "stopped 01/10/2024", "last dose given 18-Mar-2026". */
function dateAfter(text: string, words: RegExp, page: Page): PartialDate | null {
  const folded = foldText(text);
  const at = folded.search(words);
  if (at < 0) return null;
  const [first] = findDates(folded.slice(at, at + 70), page.locale, page.seenYear);
  return first?.date ?? null;
}

/** A status that is none of a list's: whether the drug is taken is not said. */
const NOT_TAKEN = /\b(?:never|denied|declin\w+|refus\w+|reject\w+|in error|void\w*)\b/i;

/** "Yes", "N", a ticked or an empty box under "Taking?". */
function answerOf(text: string): "yes" | "no" | "open" | null {
  const word = text.trim().toLowerCase();
  if (/^(?:yes|y|x|☑|☒|✓|✔|true)$/.test(word)) return "yes";
  // a cross may stand for no, or mark what is meant
  if (/^(?:☐|□|◻|\[ ?\]|[✗✘✕✖❌])$/u.test(word)) return "open";
  return /^(?:no|n|false)$/.test(word) ? "no" : null;
}

/** Heads of columns that ask whether a drug is taken. */
const ASKS_TAKING = /\btaking|adheren|complian/;

const NOT_A_START = /^(?:given|administered|infused|injected|no.?show|declined|refused|not given|missed|held|cancel)/i;
const LAST_GIVEN =
  /\blast (?:dose |injection |infusion )?(?:was )?(?:given|administered|received|taken|injection|infusion|dose)\b/;

/** "… - Status: Active" at the end of an entry. */
const STATED = /\bstatus\s*:\s*([a-z -]{4,20})$/i;

/** "(2023-01-05 to 2023-06-30, Discontinued)" behind the order: from when to when. */
export const COURSE = /\(([^()]*\d{4}[^()]*?\s(?:to|-|–)\s[^()]*)\)\s*$/;

/** "March 12, 2024 to ongoing", "From: 20240312 To: Unknown": a course that has not ended. */
function goesOn(text: string, page: Page): boolean {
  const folded = foldText(text);
  const [day] = findDates(folded, page.locale, page.seenYear);
  if (!day) return false;
  const [before, behind] = [folded.slice(0, day.index), folded.slice(day.index + day.length)].map(plainWords);
  return /^(?:from)?$/.test(before ?? "") && /^(?:to )?(?:ongoing|present|current|now|unknown)$/.test(behind ?? "");
}

/** "01/01/2019 - 03/01/2024" at the end of an entry. */
const FROM_TO = /(?<![-–/\d] ?)\d{1,2}\/\d{1,2}\/\d{2,4} ?(?:-|–|to) ?\d{1,2}\/\d{1,2}\/\d{2,4}$/;

/** "(2012-2017)": from one year to another. */
const YEARS = /\((?:19|20)\d\d ?[-–] ?((?:19|20)\d\d)\)/;

function courseIn(text: string, page: Page): [from: PartialDate | null, to: PartialDate | null] {
  const course = COURSE.exec(text)?.[1] ?? FROM_TO.exec(text)?.[0];
  if (course === undefined) return [null, null];
  const [from, to, another] = findDates(course, page.locale, page.seenYear);
  return another === undefined ? [from?.date ?? null, to?.date ?? null] : [null, null];
}

function saidInRow(cells: readonly RoleCell[], page: Page): Said {
  const said: Said = {
    status: null,
    start: null,
    stop: null,
    lastGiven: null,
    rxnorm: rxnormOf(cells),
    lastTakenLongAgo: lastTakenLongAgo(cells, page),
  };
  const undated: PartialDate[] = [];
  for (const { text, role, header } of cells) {
    // a question without an answer that can be read
    if (text === "" && role === "status" && ASKS_TAKING.test(plainWords(header))) said.status ??= "unknown";
    if (text === "") continue;
    const date = dateIn(text, page);
    if (role === "status") {
      const asksTaking = ASKS_TAKING.test(plainWords(header));
      const answer = asksTaking || /current|active/.test(plainWords(header)) ? answerOf(text) : null;
      const asked = /^not\b/.test(plainWords(header)) ? "no" : "yes";
      const status =
        answer === "open"
          ? "unknown"
          : answer !== null
            ? answer === asked
              ? "active"
              : "stopped"
            : NOT_TAKEN.test(text)
              ? "unknown"
              : ((/action/i.test(header) ? actionWord(text) : null) ??
                statusWord(text) ??
                orderedStatus(text) ??
                // "Unsure", "Sometimes" under "Taking?"
                (asksTaking && !/^(?:taking )?differently/i.test(text) ? "unknown" : null));
      // "Order status: Active", "Patient status: Not taking"
      said.status =
        said.status !== null && status !== null && said.status !== status ? "unknown" : (said.status ?? status);
    } else if ((role === null || role === "sig") && statusWord(text) !== null) said.status ??= statusWord(text);
    else if (STATED.test(text)) said.status ??= statusWord(STATED.exec(text)?.[1] ?? "");
    else if (COURSE.test(text)) said.status ??= statusWord(COURSE.exec(text)?.[1]?.split(",").at(-1) ?? "");
    else if (role === "start") said.start ??= date;
    else if (role === "stop") said.stop ??= date;
    else if (role === "given") said.lastGiven ??= date;
    else if (role === "code" && /^\d{2,8}$/.test(text) && /rx/i.test(header)) said.rxnorm ??= text;
    else if (role === "dates" || (role === null && header === "")) {
      const dates = findDates(text, page.locale, page.seenYear).map((found) => found.date);
      if (
        dates.length === 2 &&
        !/known|going|present|review|last|next|due/i.test(text) &&
        /^\W*$/.test(text.replace(/[\d/.\-: ]|[A-Za-z]{3,9}|\bto\b/gi, ""))
      ) {
        said.start ??= dates[0] ?? null;
        said.stop ??= dates[1] ?? null;
      } else if (date !== null) undated.push(date);
      else if (dates.length === 1 && goesOn(text, page)) said.start ??= dates[0] ?? null;
    }
  }
  const done = cells.find(
    ({ role, text }) =>
      (role === "status" && NOT_A_START.test(text)) || (role === null && /^not (?:given|admin)/i.test(text)),
  );
  if (undated.length === 1) said.start ??= undated[0] ?? null;
  for (const { text } of cells) {
    const [from, to] = courseIn(text, page);
    said.start ??= from ?? dateAfter(text, /\b(?:start(?:ed)?(?: date)?: ?|first dose:? )(?=\S*\d)/, page);
    said.stop ??=
      to ??
      dateAfter(
        text,
        /\b(?:stopped|discontinued|ended|until|through|thru|d\/c'?d?|(?:stop|end) date|end(?=:))\b/,
        page,
      );
    said.lastGiven ??= dateAfter(text, LAST_GIVEN, page);
    said.stop ??= YEARS.exec(text)?.[1] ?? null;
  }
  // "Ordered | Administered | Complete": a dose was given, and the drug is not over
  if (said.lastGiven !== null && cells.some(({ role, text }) => role === "status" && /^complete/i.test(text)))
    [said.status, said.start] = ["unknown", null];
  const isFill = ({ header }: RoleCell) => /\bfill|pick|dispens/i.test(header);
  if (
    said.status === "active" &&
    cells.some(
      (one) =>
        one.role !== "name" &&
        ((saysNotFollowed(one.text) && !speaksOfFamily(foldText(one.text))) ||
          (isFill(one) && /^never\b/i.test(one.text))),
    )
  )
    said.status = "unknown";
  // "01/15/2024 | Given", "| Declined": the day of a dose, or of none
  if (done) {
    if (/^(?:given|admin|infused|injected)/i.test(done.text)) said.lastGiven ??= said.start;
    said.start = null;
  }
  return said;
}

/** The first drug a text names, when it stands where a product name stands: at the beginning, or in its brackets. */
export function productIn(text: string): NamedDrug | null {
  return drugsIn(text)[0] ?? null;
}

export const SIG_START =
  /^(?:take|inject|inhale|apply|use|instill|place|insert|give|sig|directions?|\d+ (?:tab|cap|puff)|one |two |half )/i;

/** "Stopped due to reflux": a remark that tells of the drug begins with what became of it; "dental work planned" does not. */
function opensWithStatus(remark: string): boolean {
  if (speaksOfFamily(foldText(remark))) return false;
  const words = remark.split(/\s+/);
  const opening = (count: number) => spokenStatus(words.slice(0, count).join(" "));
  if (saysNotFollowed(words.slice(0, 4).join(" "))) return true;
  return opening(2) === "planned"
    ? /^(?:planned|starting|not|to|first|will)\b/i.test(remark)
    : opening(4) !== null && opening(4) !== "planned";
}

/** "Reduce by 1 mg every month", "on taper": a remark after which the dose of the order is not the one taken. */
const CHANGING =
  /\b(?:taper(?:ing|ed)?|wean(?:ing|ed)?|(?:reduc|decreas|increas|titrat)(?:e|ed|ing)|(?:dose|was) (?:changed|reduced|decreased|increased)) (?:dose |down |up |off |slowly |gradually )*(?:by|to|in|over|every|down|off|per|as|\d)|\b(?:on|slow|steroid) taper\b|\btaking (?:it )?differently\b/;

/** The drugs of a row, and what it says of them. */
export function entriesOf(
  read: ReadRow,
  page: Page,
): { entries: Entry[]; said: Said; rowText: string; spoken: string } {
  const cells: RoleCell[] = read.row.cells.map((cell) => {
    const header = headerOver(cell, read.columns);
    const role = roleOf(header, MED_COLUMNS);
    const text = cleanText(cell.text);
    // "Dose #", a date under "Dose …": no dose
    const noDose = role === "dose" && (header.includes("#") || onlyDate(text, page.locale, page.seenYear) !== null);
    // "Medication / Strength / Form" as one head
    const named = /^(?:medications?|drugs?|medicines?) \/ /i.test(header) && (productIn(text)?.index ?? 9) < 4;
    return { cell, text, header, role: named ? "name" : noDose ? "aside" : role };
  });
  const rowText = cells
    .map(({ text }) => text)
    .filter(Boolean)
    .join(" ");
  const spoken = cells
    .filter(({ role, text }) => role !== "aside" || opensWithStatus(text))
    .map(({ text }) => text)
    .join(" ");
  const said = saidInRow(cells, page);
  // Where no column is one of names, the whole order may stand in the column of details, the drug first.
  const rank = ({ role, text }: RoleCell) => {
    const drug = productIn(text);
    if (drug === null || SIG_START.test(text)) return 0;
    return role === "name" ? 3 : role === null ? 2 : role === "sig" && drug.index < 4 ? 1 : 0;
  };
  const best = Math.max(0, ...cells.map(rank));
  const nameCell = best === 0 ? undefined : cells.find((entry) => rank(entry) === best);
  if (!nameCell) return { entries: [], said, rowText, spoken };

  const others = cells.filter(({ cell, text }) => cell !== nameCell.cell && text !== "");
  const of = (...roles: MedRole[]) =>
    others
      .filter(
        ({ role, text }) => role !== null && roles.includes(role) && (role !== "sig" || statusWord(text) === null),
      )
      .map(({ text }) => text)
      .join(" ");
  const loose = others
    .filter(
      ({ role, text, header }) =>
        role === null &&
        // a number under a head we do not know is no dose, and an amount none beside a dose
        !(header !== "" && /^[\d.,]+$/.test(text)) &&
        !(header !== "" && /\d ?m?c?g\b/.test(text) && of("dose", "sig") !== "") &&
        dateIn(text, page) === null &&
        statusWord(text) === null &&
        !ASIDE_PIECE.test(foldText(text)) &&
        productIn(text) === null,
    )
    // "PRN: yes"
    .map(({ text, header }) =>
      /^(?:prn|as needed)\W*$/i.test(header) ? (answerOf(text) === "yes" ? "as needed" : "") : text,
    );

  const moments = momentsOf(cells);
  const changing =
    moments === "unclear" ||
    cells.some(({ role, text }) => (role === "aside" || role === "status") && CHANGING.test(foldText(text)));
  const lines = nameCell.text.split(/\s\|\s/);
  const several = lines.filter((line) => (drugsIn(line)[0]?.index ?? 99) < 4 && !SIG_START.test(line)).length > 1;
  const entries = (several ? lines : [nameCell.text]).flatMap((line): Entry[] => {
    const drug = productIn(line);
    if (!drug) return [];
    const clean = cleanText(line.replace(CODE_IN_NAME, " "));
    const found = productIn(clean) ?? drug;
    const { product, rest } = splitProduct(clean, found);
    const label = clean.slice(0, Math.max(product.length, 1)).replace(/[\s,;:([|-]+$/, "");
    return [
      {
        nameText: line,
        drug: found,
        label: foldText(clean).length === clean.length ? label : clean,
        product: `${product} ${of("strength", "form")}`.trim(),
        inline: rest,
        sig: several ? "" : [moments ?? "", of("sig", "frequency"), ...loose].filter(Boolean).join(" "),
        dose: several ? "" : of("dose"),
        changing,
        routeText: several ? "" : of("route"),
        rowText: several ? line : rowText,
        ref: nameCell.cell.ref,
      },
    ];
  });
  return { entries, said: several ? { ...said, rxnorm: null } : said, rowText, spoken };
}
