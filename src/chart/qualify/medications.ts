import { findDates, onlyDate } from "../../terminology/dates";
import { type DoseInstructions, dailyMg, readInstructions } from "../../terminology/dose-instructions";
import { drugsIn, type NamedDrug } from "../../terminology/drug-names";
import { hasClass } from "../../terminology/drugs";
import { isSystemicGlucocorticoid, prednisoneEquivalentMg } from "../../terminology/glucocorticoids";
import { splitProduct, strengthOf } from "../../terminology/medication-text";
import { cleanText, foldText, plainWords } from "../../terminology/plain-text";
import { routeOf } from "../../terminology/routes";
import type { Allergy, Medication, MedicationStatus, Route } from "../chart";
import type { PartialDate } from "../evidence";
import { joinOrders } from "../join";
import type { Cell, FrameSnapshot, Region } from "../snapshot";
import { headerOver, type ReadRow, roleOf, type Vocabulary } from "./columns";
import { headingStatus, hintedStatus, spokenStatus, statusWord } from "./medication-status";
import { namedRows } from "./named-rows";
import { evidenceOf, type Page } from "./page";
import { sectionOfRow } from "./sections";

type MedRole =
  | "status"
  | "aside"
  | "code"
  | "given"
  | "dates"
  | "stop"
  | "start"
  | "route"
  | "strength"
  | "form"
  | "sig"
  | "dose"
  | "frequency"
  | "name";

const COLUMNS: Vocabulary<MedRole> = [
  [
    "aside",
    /indication|reason|diagnos|comment|note|clinician|prescriber|provider|physician|doctor|quantity|refill|pharmacy|modified|components|class|group|code system|ordered by|author|days? supply|dispense|allerg|reaction/,
  ],
  ["status", /status|state\b|current medication$|^active$|^current$/],
  ["code", /rx ?norm|\bcode$|\bndc\b|atc/],
  ["given", /last (?:given|dose|taken|admin|injection)|administered/],
  ["dates", /effective dates?|^dates?$|start stop|date range|period/],
  ["stop", /\b(?:stop|end|ended|stopped|discontinued|until|fin|ende|bis)\b/],
  [
    "start",
    /\b(?:start|started|begin|began|since|date|prescribed|ordered on|first|debut|beginn|seit|von|inicio|time)\b/,
  ],
  ["route", /^(?:route|roa|route of administration|via)$/],
  ["strength", /strength|starke|dosage forte/],
  ["form", /^(?:form|dose form|dosage form)$/],
  [
    "sig",
    /\bsigs?\b|direction|instruction|signature|schedule|how to (?:take|use)|posolog|dosierung|details|einnahme|regimen|route frequency|administration/,
  ],
  ["dose", /\bdos(?:e|age|is)\b|amount|menge/],
  ["frequency", /frequen|interval|times|freq/],
  [
    "name",
    /medic|drug|\bname\b|brand|generic|product|material|description|item|prescription|arznei|wirkstoff|praparat|farmac|treatment|^rx$/,
  ],
];

/** Headings that make a table a medication list where no section heading does. */
const MED_HEADER = /medic(?:ation|ine|ament)|\bdrug\b|arznei|praparat|prescription/;

interface Entry {
  nameText: string;
  drug: NamedDrug;
  label: string;
  product: string;
  /** Instructions in the same run of text as the product, and those from cells of their own. */
  inline: string;
  sig: string;
  dose: string;
  routeText: string;
  rowText: string;
  ref: number;
}

const CODE_IN_NAME =
  /\[?\(?\b(?:rx ?norm|rxcui|ndc|snomed|atc)\b\s*(?:code)?\s*[:=#-]?\s*[\d-]+\s*(?:\((?:scd|sbd|scdc|in|bn)\))?\)?\]?|\[\s*\d{3,8}\s*\]/gi;

function rxnormIn(text: string): string | null {
  return text.match(/\brx ?(?:norm|cui)\b\s*(?:code)?\s*[:=#-]?\s*(\d{2,8})\b/i)?.[1] ?? null;
}

/** Pieces of an entry that say nothing about how much is taken; kept when they make the dose unsettled. */
const ASIDE_PIECE =
  /^(?:refills?|quantity|qty|dispense|disp|indication|reason|diagnosis|for (?!\d)|prescribed|ordered|pharmacy|last|next|start(?:ed)?|stop(?:ped)?|since|first dose|given|by dr)\b/;

function instructionsOf(text: string): DoseInstructions {
  const pieces = foldText(text)
    .split(/\s-\s|\s\|\s|\s·\s|\s•\s|;|(?<=[a-z])\.\s|\s*\((?=last|stopped|started|since|first)/)
    .map((piece) => piece.trim().replace(/^(?:dose|sig|directions?)\b:?\s*/, ""));
  return readInstructions(pieces.filter((piece) => !ASIDE_PIECE.test(piece)).join(" "));
}

const hasAmount = (text: string) => /\d|\b(?:half|one|two|three|four|une?|ein\w*)\b/.test(foldText(text));

function doseOf(entry: Entry): { mg: number | null; asNeeded: boolean } {
  const strength = strengthOf(entry.product);
  const read = (text: string) => {
    const instructions = instructionsOf(text);
    return { mg: dailyMg(instructions, strength), asNeeded: instructions.asNeeded };
  };
  if (entry.sig !== "") {
    // Instructions in a cell of their own must say how much; the product's strength alone does not.
    const inSig = readInstructions(entry.sig);
    const said = (inSig.schedule ?? []).some((part) => part.units !== null || part.mg !== null || part.ml !== null);
    if (said || inSig.asNeeded || entry.dose === "") {
      const whole = read(entry.sig);
      return said || whole.asNeeded ? whole : { mg: null, asNeeded: whole.asNeeded };
    }
    return hasAmount(entry.dose) ? read(`${entry.dose} ${entry.sig}`) : { mg: null, asNeeded: false };
  }
  return entry.inline === "" ? { mg: null, asNeeded: false } : read(entry.inline);
}

/** Drugs whose labels know one way in (CLINICAL.md 4.1): a route that contradicts it is not believed. */
function possible(ingredient: string, route: Route | null): Route | null {
  if (route === null) return null;
  if (hasClass(ingredient, "denosumab", "romosozumab", "pth-analogue")) return route === "sc" ? route : null;
  return ingredient === "zoledronic acid" && route !== "iv" ? null : route;
}

interface Said {
  status: MedicationStatus | null;
  start: PartialDate | null;
  stop: PartialDate | null;
  lastGiven: PartialDate | null;
  rxnorm: string | null;
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

function medication(entry: Entry, said: Said, status: MedicationStatus, page: Page): Medication {
  const { ingredient } = entry.drug;
  const { mg, asNeeded } = doseOf(entry);
  const route = possible(ingredient, routeOf([entry.product, entry.routeText, `${entry.inline} ${entry.sig}`]));
  const systemic = isSystemicGlucocorticoid(ingredient, route) === true;
  return {
    ingredient,
    label: entry.label,
    rxnorm: said.rxnorm,
    status,
    route,
    dosePerDayMg: mg,
    prednisoneMgPerDay: systemic && mg !== null ? prednisoneEquivalentMg(ingredient, mg) : null,
    asNeeded: asNeeded || readInstructions(entry.rowText).asNeeded,
    replacement:
      /\b(?:adrenal (?:insufficiency|replacement)|addison|replacement (?:dose|therapy)|physiologic(?:al)? (?:dose|replacement))/.test(
        foldText(entry.rowText),
      )
        ? true
        : null,
    start: said.start,
    stop: said.stop,
    lastGiven: said.lastGiven,
    evidence: evidenceOf(page, entry.ref, entry.rowText),
  };
}

interface RoleCell {
  cell: Cell;
  text: string;
  header: string;
  role: MedRole | null;
}

function saidInRow(cells: readonly RoleCell[], rowText: string, page: Page): Said {
  const said: Said = { status: null, start: null, stop: null, lastGiven: null, rxnorm: rxnormIn(rowText) };
  const undated: PartialDate[] = [];
  for (const { text, role, header } of cells) {
    if (text === "") continue;
    const date = dateIn(text, page);
    if (role === "status") {
      const answer = /current|active/.test(plainWords(header)) ? plainWords(text) : "";
      said.status ??=
        answer === "yes" || answer === "y"
          ? "active"
          : answer === "no" || answer === "n"
            ? "stopped"
            : statusWord(text);
    } else if (role === null && statusWord(text) !== null) said.status ??= statusWord(text);
    else if (role === "start") said.start ??= date;
    else if (role === "stop") said.stop ??= date;
    else if (role === "given") said.lastGiven ??= date;
    else if (role === "code" && /^\d{2,8}$/.test(text) && /rx/i.test(header)) said.rxnorm ??= text;
    else if (role === "dates" || (role === null && header === "")) {
      const dates = findDates(text, page.locale, page.seenYear).map((found) => found.date);
      if (dates.length === 2 && /^\W*$/.test(text.replace(/[\d/.\-: ]|[A-Za-z]{3,9}/g, ""))) {
        said.start ??= dates[0] ?? null;
        said.stop ??= dates[1] ?? null;
      } else if (date !== null) undated.push(date);
    }
  }
  if (undated.length === 1) said.start ??= undated[0] ?? null;
  said.stop ??= dateAfter(rowText, /\b(?:stopped|discontinued|ended|d\/c'?d?)\b/, page);
  said.lastGiven ??= dateAfter(
    rowText,
    /\blast (?:dose |injection |infusion )?(?:was )?(?:given|administered|received|taken|injection|infusion|dose)\b/,
    page,
  );
  return said;
}

function statusOf(
  region: Region,
  part: string | null,
  { row }: ReadRow,
  said: Said,
  rowText: string,
  page: Page,
): MedicationStatus {
  const today = page.seenAt.slice(0, 10);
  const above = [part ?? "", ...(row.group ?? "").split(" / ").reverse(), ...[...region.headings].reverse()];
  const heading = above.map(headingStatus).find((status) => status !== null) ?? null;
  const spoken = spokenStatus(rowText);
  const hinted =
    hintedStatus(row.hints) ??
    row.cells.map(({ hints }) => hintedStatus(hints)).find((status) => status !== null) ??
    null;
  const own = said.status ?? (spoken === "stopped" ? spoken : (hinted ?? spoken));
  if (own !== null) {
    // The entry and the list it stands in say different things: neither is believed.
    const contradicts = heading !== null && heading !== own && own === "active";
    return contradicts ? "unknown" : own;
  }
  if (heading !== null) return heading;
  if (said.stop !== null && said.stop.length === 10 && said.stop < today) return "stopped";
  return said.start !== null && said.start.length === 10 && said.start > today ? "planned" : "unknown";
}

/** The first drug a text names, when it stands where a product name stands: at the beginning, or in its brackets. */
function productIn(text: string): NamedDrug | null {
  return drugsIn(text)[0] ?? null;
}

const SIG_START =
  /^(?:take|inject|inhale|apply|use|instill|place|insert|give|sig|directions?|\d+ (?:tab|cap|puff)|one |two |half )/i;

function entriesOf(read: ReadRow, page: Page): { entries: Entry[]; said: Said; rowText: string } {
  const cells: RoleCell[] = read.row.cells.map((cell) => {
    const header = headerOver(cell, read.columns);
    return { cell, text: cleanText(cell.text), header, role: roleOf(header, COLUMNS) };
  });
  const rowText = cells
    .map(({ text }) => text)
    .filter(Boolean)
    .join(" ");
  const said = saidInRow(cells, rowText, page);
  // Where no column is one of names, the whole order may stand in the column of details, the drug first.
  const rank = ({ role, text }: RoleCell) => {
    const drug = productIn(text);
    if (drug === null || SIG_START.test(text)) return 0;
    return role === "name" ? 3 : role === null ? 2 : role === "sig" && drug.index < 4 ? 1 : 0;
  };
  const best = Math.max(0, ...cells.map(rank));
  const nameCell = best === 0 ? undefined : cells.find((entry) => rank(entry) === best);
  if (!nameCell) return { entries: [], said, rowText };

  const others = cells.filter(({ cell, text }) => cell !== nameCell.cell && text !== "");
  const of = (...roles: MedRole[]) =>
    others
      .filter(({ role }) => role !== null && roles.includes(role))
      .map(({ text }) => text)
      .join(" ");
  const loose = others
    .filter(
      ({ role, text }) =>
        role === null &&
        dateIn(text, page) === null &&
        statusWord(text) === null &&
        !ASIDE_PIECE.test(foldText(text)) &&
        productIn(text) === null,
    )
    .map(({ text }) => text);

  const lines = nameCell.text.split(/\s\|\s/);
  const several = lines.filter((line) => (drugsIn(line)[0]?.index ?? 99) < 4 && !SIG_START.test(line)).length > 1;
  const entries = (several ? lines : [nameCell.text]).flatMap((line): Entry[] => {
    const drug = productIn(line);
    if (!drug) return [];
    const clean = cleanText(line.replace(CODE_IN_NAME, " "));
    const found = productIn(clean) ?? drug;
    const { product, rest } = splitProduct(clean, found);
    const label = clean.slice(0, Math.max(product.length, 1)).replace(/[\s,;:(|-]+$/, "");
    return [
      {
        nameText: line,
        drug: found,
        label: foldText(clean).length === clean.length ? label : clean,
        product: `${product} ${of("strength", "form")}`.trim(),
        inline: rest,
        sig: several ? "" : [of("sig", "frequency"), ...loose].filter(Boolean).join(" "),
        dose: several ? "" : of("dose"),
        routeText: several ? "" : of("route"),
        rowText: several ? line : rowText,
        ref: nameCell.cell.ref,
      },
    ];
  });
  return { entries, said: several ? { ...said, rxnorm: null } : said, rowText };
}

/** A row that only holds the directions of the entry in the row above it. */
function continues(read: ReadRow): string | null {
  const texts = read.row.cells.map(({ text }) => cleanText(text)).filter(Boolean);
  const [text] = texts;
  if (texts.length !== 1 || text === undefined || drugsIn(text).length > 0) return null;
  return SIG_START.test(text) ||
    /\b(?:sig|direction|instruction)/.test(`${read.row.hints} ${read.row.cells.map(({ hints }) => hints).join(" ")}`)
    ? text
    : null;
}

/** A row that is a sub-heading of the list: "Expired" alone in its row. */
function partHeading({ row }: ReadRow): string | null {
  const [text, another] = row.cells.map((cell) => cleanText(cell.text)).filter(Boolean);
  if (
    text === undefined ||
    another !== undefined ||
    text.length > 60 ||
    /[.:;]\s|\.$|\d{3}/.test(text) ||
    drugsIn(text).length > 0 ||
    SIG_START.test(text)
  )
    return null;
  return headingStatus(text) === null ? null : text;
}

function isMedicationList(region: Region, read: ReadRow): boolean {
  const section = sectionOfRow(region, read.row);
  if (section === "medications") return true;
  if (section !== null && section !== "notes" && section !== "labs") return false;
  return region.shape !== "prose" && read.columns.some((header) => MED_HEADER.test(plainWords(header)));
}

/** A sentence that tells of a drug ("her husband takes denosumab", "discussed teriparatide") is no entry of a list. */
function isAboutADrug(text: string): boolean {
  const before = foldText(text).slice(0, productIn(text)?.index ?? 0);
  return (
    before.split(/\s+/).length > 5 ||
    /\b(?:he|she|they|husband|wife|mother|father|sister|brother|son|daughter|spouse|partner|reports?|denies|consider\w*|discuss\w*|if|would|could|may|recommend\w*|declin\w*|refus\w*|avoid|no|not|never)\b/.test(
      before,
    )
  );
}

/** A status alone on its line; "Active medications" is a heading. */
function statusLine({ row }: ReadRow): string | null {
  const [text = "", another] = row.cells.map((cell) => cleanText(cell.text)).filter(Boolean);
  return another === undefined && statusWord(text) !== null && !/\s/.test(text) ? text : null;
}

/**
 * In running text a status alone on its line may stand over the drugs below it or end the drug above it. It ends the
 * one above where each drug has one behind it; where the lines do not tell, none of them is believed.
 */
function statusLines(reads: readonly ReadRow[], page: Page): "above" | "behind" | "unclear" {
  const marks = reads
    .map((read) => (statusLine(read) !== null ? "s" : entriesOf(read, page).entries.length > 0 ? "d" : ""))
    .join("");
  if (/^(?:ds)+$/.test(marks)) return "behind";
  return /^d.*s$/.test(marks) ? "unclear" : "above";
}

/** Every drug that the medication lists of a frame name, with what they say about it. */
export function readMedications(snapshot: FrameSnapshot, page: Page): Medication[] {
  const lists = snapshot.regions.map((region) => {
    const reads = namedRows(region, COLUMNS, (text) => (productIn(text)?.index ?? 99) < 4, {
      name: "Medication",
      value: "Directions",
      valueRole: "sig",
    });
    const listed = reads.filter((read) => isMedicationList(region, read));
    const stand = region.shape === "prose" ? statusLines(listed, page) : "above";
    const whole = region.rows.length >= region.rowCount;
    let part: string | null = null;
    return reads.flatMap((read, i) => {
      part = stand === "above" ? (partHeading(read) ?? part) : null;
      if (!isMedicationList(region, read)) return [];
      const { entries, said, rowText } = entriesOf(read, page);
      if (region.shape === "prose" && isAboutADrug(rowText)) return [];
      if (stand === "behind" && entries.length > 0)
        part =
          reads
            .slice(i)
            .map(statusLine)
            .find((text) => text !== null) ?? null;
      const next = reads[i + 1];
      const directions = whole && next && entries.length === 1 ? continues(next) : null;
      return entries.map((entry) => {
        const full =
          directions === null
            ? entry
            : { ...entry, sig: `${entry.sig} ${directions}`.trim(), rowText: `${entry.rowText} ${directions}` };
        const status =
          stand === "unclear"
            ? (spokenStatus(rowText) ?? "unknown")
            : statusOf(region, part, read, said, `${rowText} ${directions ?? ""}`, page);
        return medication(full, said, status, page);
      });
    });
  });
  return joinOrders(lists);
}

/** Drugs and other substances the allergy lists name. */
export function readAllergies(snapshot: FrameSnapshot, page: Page): Allergy[] {
  return snapshot.regions.flatMap((region) =>
    region.rows.flatMap((row) => {
      if (sectionOfRow(region, row) !== "allergies") return [];
      const text = row.cells
        .map((cell) => cleanText(cell.text))
        .filter(Boolean)
        .join(" ");
      return drugsIn(text).map(({ ingredient, index, length }) => ({
        label: text.slice(index, index + length),
        ingredient,
        reaction: null,
        evidence: evidenceOf(page, row.ref, text),
      }));
    }),
  );
}
