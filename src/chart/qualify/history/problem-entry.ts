import { readConditions } from "../../../terminology/conditions";
import { findDates, onlyDate } from "../../../terminology/dates";
import { fractureSite } from "../../../terminology/fracture-sites";
import { cleanText, foldText, plainWords } from "../../../terminology/plain-text";
import type { Problem } from "../../chart";
import type { PartialDate } from "../../evidence";
import { headerOver, type ReadRow, roleOf, type Vocabulary } from "../columns";
import { answerIn, type Page } from "../page";
import { takesBack } from "./taken-back";

type ProblemRole = "status" | "resolved" | "onset" | "code" | "aside" | "name";

/** What the columns of a problem list hold. */
export const PROBLEM_COLUMNS: Vocabulary<ProblemRole> = [
  ["name", /^description comments$/],
  [
    "aside",
    /verif|certainty|\blast\b|visit|encounter|comment|remark|overview|\bnotes?\b|provider|clinician|category|type|treatment|severity|author|source|code system|updated|modified|\bnext\b|\bdue\b|review/,
  ],
  ["status", /status|state\b|active/],
  ["resolved", /resol|recover|\bend\b|ended|^stop\b|inactive|abated/],
  ["onset", /onset|\bdate|diagnos(?:ed|is date)|start|since|recorded|noted|time/],
  ["code", /\bcode$|snomed|icd/],
  ["name", /problem|condition|diagnos|name|description|concern|disorder|item/],
];

const CODE =
  /[[(]?\b(?:snomed(?:[- ]?ct)?|icd-?(?:9|10)(?:-cm)?)\b\s*[:#-]?\s*[\w.]+[\])]?|\((?:disorder|finding|situation|procedure|event),?\s*\)/gi;

const STATUSES: readonly (readonly [Exclude<Problem["status"], null>, string])[] = [
  ["resolved", "resolved|recovered|completed|closed|cured|healed|(?:in )?remission|abated"],
  ["inactive", "inactive|not active|historical|past|history|no longer(?: active)?|chronic inactive"],
  ["active", "active|current|existing|ongoing|chronic|confirmed|present|open|recurrence|relapse"],
];
const statusIn = (words: string, end: string) =>
  STATUSES.find(([, names]) => new RegExp(`^(?:${names})${end}`).test(words))?.[0] ?? null;

/** A cell that says the status and nothing else: "Chronic kidney disease" is a problem, "Chronic" is a status. */
const statusWord = (text: string) =>
  statusIn(
    plainWords(text.split(" | ")[0]?.replace(CODE, " ") ?? "").replace(/^(?:clinical |problem )?status /, ""),
    "(?: problem| condition)?(?: (?:since|on|as of)\\b.*| [\\d ]+)?$",
  );
/** A sub-heading over problems: "Resolved Problems". A "History of present illness" is about today. */
const headingStatus = (text: string) => (/present/i.test(text) ? null : statusIn(plainWords(text), ""));

/** A year on its own, as histories give it ("hip fracture 2019"); null when there are several or it lies ahead. */
function yearIn(text: string, page: Page): PartialDate | null {
  const years = new Set(text.match(/(?<![\d/.-])(?:19|20)\d{2}(?![\d/.-]*\d)/g));
  const [only] = years;
  return years.size === 1 && only !== undefined && Number(only) <= page.seenYear ? only : null;
}

/** Columns that say whether the patient has what the row names. */
const ANSWERED = /present|answer|response|value|result|yes|\bhas\b|history|active|current|status|finding/i;

/** A cell that says how sure the problem is. */
const NOT_CERTAIN =
  /^(?:suspect(?:ed)?|provisional|differential|refuted|unconfirmed|excluded(?! from)|ruled[- ]out|entered[- ]in[- ]error|erroneous|deleted|removed|family(?: history)?|at risk|risk|rule out|r\/o|screening|possible|probable|questionable)\b.{0,25}$/i;

/** One problem as a row gives it, still in words. */
export interface Entry {
  label: string;
  /** What the entry says itself. */
  status: Problem["status"];
  /** What the title above it says. */
  above: Problem["status"];
  date: PartialDate | null;
  /** "Rheumatoid arthritis: No". */
  denied: boolean;
  text: string;
  ref: number;
}

/** The problems of a row: several where its cell has several lines. */
export function entriesOf({ row, columns }: ReadRow, heading: string, page: Page): Entry[] {
  const cells = row.cells.map((cell) => ({
    cell,
    text: cleanText(cell.text),
    role: roleOf(headerOver(cell, columns), PROBLEM_COLUMNS),
  }));
  const text = cells
    .map(({ text: own }) => own)
    .filter(Boolean)
    .join(" ");
  const dateIn = (own: string) => {
    const said = own
      .replace(/^(?:(?:onset|noted|diagnosed|since|start(?:ed)?|effective)(?: date| on)?\s*:|from\b)\s*/i, "")
      .replace(/\s*(?:-|to)\s*(?:present|current|ongoing|now)$/i, "");
    const [first, last, another] = findDates(said, page.locale, page.seenYear);
    // "Oct-05-2020 - Dec-01-2020": from when to when
    const course =
      first &&
      last &&
      !another &&
      /^\s*(?:-|–|to)\s*$/.test(foldText(said).slice(first.index + first.length, last.index));
    return course && first.index === 0 ? first.date : onlyDate(said, page.locale, page.seenYear);
  };
  const names = cells.filter(
    ({ role, text: own }) =>
      own !== "" &&
      (role === "name" ||
        (role === null && dateIn(own) === null && statusWord(own) === null && !/^[\w.-]*\d[\w.-]*$/.test(own))),
  );
  const name = names.find(({ role }) => role === "name") ?? names[0];
  if (!name || cells.some(({ text: own }) => NOT_CERTAIN.test(own))) return [];
  if (cells.some(({ role, text: own }) => role === "aside" && takesBack(own))) return [];
  // "Reviewed: no" denies nothing
  const asked = (header: string) => header === "" || row.cells.length === 2 || ANSWERED.test(header);
  const answers = cells
    .filter(({ cell }) => cell !== name.cell && asked(headerOver(cell, columns)))
    .map(({ text: own }) => answerIn(own));
  if (answers.includes("unknown") && !answers.includes("yes") && row.cells.length === 2) return [];
  const status =
    cells
      .map(({ role, text: own }) =>
        role === "status" || (role === null && (own.length < 20 || /^status:/i.test(own))) ? statusWord(own) : null,
      )
      .find((one) => one !== null) ?? null;
  const onset = cells.flatMap(({ role, text: own }) => (role === "onset" || role === null ? (dateIn(own) ?? []) : []));
  const resolved = cells.some(({ role, text: own }) => role === "resolved" && dateIn(own) !== null);
  const above = [...(row.group ?? "").split(" / "), heading].map(headingStatus).find((one) => one !== null) ?? null;
  const parts = name.text.split(/\s\|\s/).map((part) => {
    const [named = "", said] = part.split(/[:,;]?\s+status\s*[-:]\s*/i);
    // "Hyperthyroidism: No", "Myeloma: Not asked"
    const [question = "", answer] = named.split(/\s*[:?]\s*(?=[\p{L}/]+(?: \p{L}+)?[.!]?$)/u);
    const answered = answer === undefined ? null : answerIn(answer);
    const label = answered === null ? named : question;
    return { part, answered, label: cleanText(label.replace(CODE, " ")).replace(/^[\s,;]+|[\s,;]+$/g, ""), said };
  });
  // "Stroke | ruled out"
  if (parts.slice(1).some(({ part }) => takesBack(part))) return [];
  // a line of codes below the name is no second problem
  const named = parts.filter(
    ({ label }) => /\p{L}{3}/u.test(label) || (fractureSite(label) ?? readConditions(label).length > 0),
  );
  const known = named.filter(({ answered }) => answered !== "unknown");
  return known.map(({ part, answered, label, said }) => ({
    label,
    status:
      status ?? (said === undefined ? null : statusWord(said.split(",")[0] ?? "")) ?? (resolved ? "resolved" : null),
    above,
    date: onset[0] ?? findDates(part, page.locale, page.seenYear)[0]?.date ?? yearIn(part, page),
    denied: answers.includes("no") || answered === "no",
    text,
    ref: name.cell.ref,
  }));
}
