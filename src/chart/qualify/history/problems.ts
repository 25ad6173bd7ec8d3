import { type ConditionRead, readConditions } from "../../../terminology/conditions";
import {
  fractureSite,
  fractureTrauma,
  isBreakOfAnotherKind,
  namesFracture,
  whatBroke,
} from "../../../terminology/fracture-sites";
import { foldText, plainWords } from "../../../terminology/plain-text";
import { RELATIVES, speaksOfFamily } from "../../../terminology/relatives";
import type { Fracture, Problem } from "../../chart";
import type { Statement } from "../../frame-facts";
import type { FrameSnapshot, Region, Row } from "../../snapshot";
import { headerOver, type ReadRow } from "../columns";
import { rowsWithHeaders } from "../headed-rows";
import { evidenceOf, type Page, sayingOf } from "../page";
import { sectionOfRow } from "../sections";
import { type Entry, entriesOf, PROBLEM_COLUMNS } from "./problem-entry";
import { isDenied, takesBack } from "./taken-back";

/** Columns of the members of a family, and of the patient among them. */
const OF_RELATIVE = new RegExp(`^(?:${RELATIVES})s?$`);
const OF_PATIENT = /^(?:self|patient|me|you)$/;

/** "Stroke" with a cross under "Mother", and none under "Self". */
function isOfFamilyAlone({ row, columns }: ReadRow): boolean {
  const heads = columns.map(plainWords);
  const marked = row.cells.filter(({ text }) => text.trim() !== "").map((cell) => heads[cell.column] ?? "");
  return heads.some((head) => OF_RELATIVE.test(head)) && !marked.some((head) => OF_PATIENT.test(head));
}

/** A column that says whose the problem is. */
const RELATION = /^(?:relation(?:ship)?|relatives?|family member|whose?|who)(?: to patient)?$/;

/** Whether a row is of somebody else of the family. */
function isOfRelative(read: ReadRow): boolean {
  const whose = read.row.cells.find((cell) => RELATION.test(plainWords(headerOver(cell, read.columns))))?.text ?? "";
  return !/^(?:|self|patient|own|-+)$/i.test(whose.trim()) || isOfFamilyAlone(read);
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
/** A title over what was taken off the list, or only proposed for it. */
const REMOVED =
  /\b(?:removed|deleted|rejected|in error|ruled out|suspected|proposed|possible|potential|unconfirmed|considered)\b/i;

export interface ProblemFacts {
  problems: Problem[];
  fractures: Fracture[];
  fractureHistory: Statement<"documented" | "none">[];
}

/** What an entry says of its status where it does not say so itself: as its title has it, or as a history is past. */
type Unsaid = (past?: boolean) => Problem["status"];

function addFracture(entry: Entry, unsaid: Unsaid, page: Page, facts: ProblemFacts): void {
  if (entry.denied || NEGATED.test(whatBroke(entry.label)) || ONLY_THOUGHT.test(whatBroke(entry.text))) return;
  const evidence = evidenceOf(page, entry.ref, entry.text);
  const { label, date } = entry;
  facts.problems.push({ label, date, evidence, condition: null, status: entry.status ?? unsaid(), negated: false });
  if (isBreakOfAnotherKind(entry.text)) return;
  facts.fractureHistory.push({ value: "documented", date: null, evidence });
  const site = fractureSite(label);
  const trauma = fractureTrauma(entry.text);
  if (site) facts.fractures.push({ site, date, trauma, onTherapy: null, onHarmDrug: null, label, evidence });
}

/** What an entry of a list or a history states, unless a remark in its row denies it. */
function addEntry(
  entry: Entry,
  { region, section, present, row }: { region: Region; section: string; present: boolean; row: Row },
  page: Page,
  facts: ProblemFacts,
): void {
  const { label, date } = entry;
  const evidence = evidenceOf(page, entry.ref, entry.text);
  // "History of stroke" on a list of active problems is past
  const unsaid: Unsaid = (past = false) =>
    past ? "inactive" : (entry.above ?? (section === "history" && !present ? "inactive" : null));
  const conditions = readConditions(label);
  // what the patient tells of her spine is a reason for a picture of it (CLINICAL.md 3, VFA), no fracture yet
  const told = conditions.find(({ condition }) => condition === "reported-vertebral-fracture");
  if (told && !told.negated && !entry.denied) {
    const status = entry.status ?? entry.above;
    facts.problems.push({ label, date, evidence, condition: told.condition, status, negated: false });
    return;
  }
  if (namesFracture(label) && !speaksOfFamily(foldText(label))) {
    addFracture(entry, unsaid, page, facts);
    return;
  }
  if (conditions.length === 0 && section === "problems" && region.shape !== "prose" && label.length < 120) {
    const negated = entry.denied || NEGATED.test(foldText(label));
    facts.problems.push({ label, date, evidence, condition: null, status: entry.status ?? entry.above, negated });
  }
  const stands = ({ condition, negated }: ConditionRead) => negated || entry.denied || !isDenied(row, label, condition);
  for (const { condition, negated, history: past } of conditions.filter(stands)) {
    facts.problems.push({
      label,
      date: present || label.length > SENTENCE ? null : date,
      evidence,
      condition,
      status: entry.status ?? unsaid(past),
      negated: negated || entry.denied,
    });
  }
}

/** Problem lists and histories: conditions with negation and status, fractures with place, date and trauma. */
export function readProblems(snapshot: FrameSnapshot, page: Page): ProblemFacts {
  const facts: ProblemFacts = { problems: [], fractures: [], fractureHistory: [] };
  for (const region of snapshot.regions) {
    const reads = rowsWithHeaders(region, PROBLEM_COLUMNS);
    for (const [i, read] of reads.entries()) {
      // in a row of its own below
      const below = reads[i + 1]?.row.cells ?? [];
      if (read.row.cells.length > 1 && below.length === 1 && takesBack(below[0]?.text ?? "")) continue;
      if (isOfRelative(read)) continue;
      const section = sectionOfRow(region, read.row);
      const inList = section === "problems" || section === "history";
      const text = sayingOf(region, read.row);
      const told = inList || section === "notes" || section === "social";
      if (told && NO_FRACTURE.test(foldText(text)) && !speaksOfFamily(foldText(text))) {
        facts.fractureHistory.push({ value: "none", date: null, evidence: evidenceOf(page, read.row.ref, text) });
        continue;
      }
      const title = region.headings.at(-1) ?? "";
      if (!inList || REMOVED.test(read.row.group ?? title)) continue;
      // the history of what is there now
      const present = [...region.headings, read.row.group ?? "", text].some((line) =>
        /present illness|\bhpi\b/i.test(line),
      );
      const around = { region, section, present, row: read.row };
      for (const entry of entriesOf(read, present ? "" : title, page)) addEntry(entry, around, page, facts);
    }
  }
  return facts;
}
