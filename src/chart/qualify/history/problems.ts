import { readConditions } from "../../../terminology/conditions";
import { findDates, onlyDate } from "../../../terminology/dates";
import {
  fractureSite,
  fractureTrauma,
  isBreakOfAnotherKind,
  namesFracture,
  whatBroke,
} from "../../../terminology/fracture-sites";
import { cleanText, foldText, plainWords } from "../../../terminology/plain-text";
import { RELATIVES, speaksOfFamily } from "../../../terminology/relatives";
import type { Fracture, Problem } from "../../chart";
import type { PartialDate } from "../../evidence";
import type { Statement } from "../../frame-facts";
import type { FrameSnapshot, Row } from "../../snapshot";
import { headerOver, type ReadRow, roleOf, type Vocabulary } from "../columns";
import { rowsWithHeaders } from "../headed-rows";
import { answerIn, evidenceOf, type Page, sayingOf } from "../page";
import { sectionOfRow } from "../sections";

type ProblemRole = "status" | "resolved" | "onset" | "code" | "aside" | "name";

const COLUMNS: Vocabulary<ProblemRole> = [
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

/** Columns of the members of a family, and of the patient among them. */
const OF_RELATIVE = new RegExp(`^(?:${RELATIVES})s?$`);
const OF_PATIENT = /^(?:self|patient|me|you)$/;

/** "Stroke" with a cross under "Mother", and none under "Self". */
function isOfFamilyAlone({ row, columns }: ReadRow): boolean {
  const heads = columns.map(plainWords);
  const marked = row.cells.filter(({ text }) => text.trim() !== "").map((cell) => heads[cell.column] ?? "");
  return heads.some((head) => OF_RELATIVE.test(head)) && !marked.some((head) => OF_PATIENT.test(head));
}

/** A remark that takes the problem back, or says whose it is. */
const TAKEN_BACK = new RegExp(
  `\\b(?:denie[sd]|ruled out|not confirmed|in error|erroneous|misdiagnos\\w*|wrong patient|does ?n[o']t have|unlikely)\\b|^\\W*excluded\\b|^(?:${RELATIVES})\\b`,
);

/** A remark with no problem of its own: "Comment: ruled out". */
const takesBack = (text: string): boolean =>
  TAKEN_BACK.test(foldText(text)) && readConditions(text).length === 0 && !namesFracture(text);

/** "No stroke since 2019": what did not come again, not what never was. */
const NOT_AGAIN = /\b(?:since|recur|new|flare|residual)/;

/** The conditions that a remark of the row denies: "Per rheum: not RA" behind "Rheumatoid arthritis". */
const deniedIn = ({ cells }: Row): ReadonlySet<string> =>
  new Set(
    cells
      .flatMap(({ text }) => text.split(/\s[|–—-]\s|;\s/))
      .filter((remark) => !NOT_AGAIN.test(foldText(remark)))
      .flatMap((remark) => readConditions(remark))
      .flatMap(({ condition, negated }) => (negated ? condition : [])),
  );

/** A cell that says how sure the problem is. */
const NOT_CERTAIN =
  /^(?:suspect(?:ed)?|provisional|differential|refuted|unconfirmed|excluded|ruled[- ]out|entered[- ]in[- ]error|erroneous|deleted|removed|family(?: history)?|at risk|risk|rule out|r\/o|screening|possible|probable|questionable)\b.{0,25}$/i;

interface Entry {
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

function entriesOf({ row, columns }: ReadRow, heading: string, page: Page): Entry[] {
  const cells = row.cells.map((cell) => ({
    cell,
    text: cleanText(cell.text),
    role: roleOf(headerOver(cell, columns), COLUMNS),
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
  if (cells.some(({ role, text: own }) => role === "aside" && TAKEN_BACK.test(foldText(own)))) return [];
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

const NEGATED =
  /\b(?:no|denies|denied|without|negative for|never had|no (?:known|prior|previous|personal) (?:history of )?)\b/;
const NO_FRACTURE =
  /\b(?:no|denies(?: any)?|negative for|never had(?: any| a)?|without)\s+(?:(?:known|prior|previous|personal|adult|history of|hx of|fragility|osteoporotic|low[- ]trauma|any|a)\s+)*fractures?\b|\bfracture history\s*[:-]?\s*(?:none|negative|no\b)|\bfractures?\s*:\s*(?:none|no\b)/;
/** A fracture that was only thought of. */
const ONLY_THOUGHT =
  /\brule[sd]? out\b|\br\/o\b|\bexcluded\b|\b(?:possible|possibly|probable|probably|suspected|questionable|query|concern for|rather than|unlikely)\b|\brisk\b|\bfear\b|\bprophyla|\?\s*$|\bnot (?:confirmed|documented)\b|\bundocumented\b|\berroneous\b|\bin error\b|\bdeleted\b|\bnegative\b/;
/** A sentence that tells of a problem has dates and words of other things. */
const SENTENCE = 70;
/** A column that says whose the problem is. */
const RELATION = /^(?:relation(?:ship)?|relatives?|family member|whose?|who)(?: to patient)?$/;

/** A title over what was taken off the list, or only proposed for it. */
const REMOVED =
  /\b(?:removed|deleted|rejected|in error|ruled out|suspected|proposed|possible|potential|unconfirmed|considered)\b/i;

export interface ProblemFacts {
  problems: Problem[];
  fractures: Fracture[];
  fractureHistory: Statement<"documented" | "none">[];
}

/** Problem lists and histories: conditions with negation and status, fractures with place, date and trauma. */
export function readProblems(snapshot: FrameSnapshot, page: Page): ProblemFacts {
  const facts: ProblemFacts = { problems: [], fractures: [], fractureHistory: [] };
  for (const region of snapshot.regions) {
    const reads = rowsWithHeaders(region, COLUMNS);
    for (const [i, read] of reads.entries()) {
      // in a row of its own below
      const below = reads[i + 1]?.row.cells ?? [];
      if (read.row.cells.length > 1 && below.length === 1 && takesBack(below[0]?.text ?? "")) continue;
      const section = sectionOfRow(region, read.row);
      const whose =
        read.row.cells.find((cell) => RELATION.test(plainWords(headerOver(cell, read.columns))))?.text ?? "";
      if (!/^(?:|self|patient|own|-+)$/i.test(whose.trim()) || isOfFamilyAlone(read)) continue;
      const inList = section === "problems" || section === "history";
      const text = sayingOf(region, read.row);
      // the history of what is there now
      const present = [...region.headings, read.row.group ?? "", text].some((title) =>
        /present illness|\bhpi\b/i.test(title),
      );
      if (
        (inList || section === "notes" || section === "social") &&
        NO_FRACTURE.test(foldText(text)) &&
        !speaksOfFamily(foldText(text))
      ) {
        facts.fractureHistory.push({ value: "none", date: null, evidence: evidenceOf(page, read.row.ref, text) });
        continue;
      }
      const denied = deniedIn(read.row);
      if (!inList || REMOVED.test(read.row.group ?? region.headings.at(-1) ?? "")) continue;
      for (const entry of entriesOf(read, present ? "" : (region.headings.at(-1) ?? ""), page)) {
        const evidence = evidenceOf(page, entry.ref, entry.text);
        const history = section === "history";
        const site = fractureSite(entry.label);
        const base = { label: entry.label, date: entry.date, evidence };
        // what the patient tells of her spine is a reason for a picture of it (CLINICAL.md 3, VFA), no fracture yet
        const told = readConditions(entry.label).find(({ condition }) => condition === "reported-vertebral-fracture");
        if (told && !told.negated && !entry.denied) {
          facts.problems.push({
            ...base,
            condition: told.condition,
            status: entry.status ?? entry.above,
            negated: false,
          });
          continue;
        }
        if (namesFracture(entry.label) && !speaksOfFamily(foldText(entry.label))) {
          if (entry.denied || NEGATED.test(whatBroke(entry.label)) || ONLY_THOUGHT.test(whatBroke(entry.text)))
            continue;
          facts.problems.push({
            ...base,
            condition: null,
            status: entry.status ?? entry.above ?? (history && !present ? "inactive" : null),
            negated: false,
          });
          if (isBreakOfAnotherKind(entry.text)) continue;
          facts.fractureHistory.push({ value: "documented", date: null, evidence });
          if (site)
            facts.fractures.push({
              site,
              date: entry.date,
              trauma: fractureTrauma(entry.text),
              onTherapy: null,
              onHarmDrug: null,
              label: entry.label,
              evidence,
            });
          continue;
        }
        const conditions = readConditions(entry.label);
        if (conditions.length === 0 && section === "problems" && region.shape !== "prose" && entry.label.length < 120) {
          facts.problems.push({
            ...base,
            condition: null,
            status: entry.status ?? entry.above,
            negated: entry.denied || NEGATED.test(foldText(entry.label)),
          });
        }
        for (const { condition, negated, history: past } of conditions) {
          if (!negated && !entry.denied && denied.has(condition)) continue;
          facts.problems.push({
            ...base,
            date: present || entry.label.length > SENTENCE ? null : entry.date,
            condition,
            // "History of stroke" on a list of active problems is past
            status: entry.status ?? (past ? "inactive" : (entry.above ?? (history && !present ? "inactive" : null))),
            negated: negated || entry.denied,
          });
        }
      }
    }
  }
  return facts;
}
