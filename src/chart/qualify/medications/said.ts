import { foldText, plainWords } from "../../../terminology/plain-text";
import { speaksOfFamily } from "../../../terminology/relatives";
import type { MedicationStatus } from "../../chart";
import { roleOf } from "../columns";
import type { Page } from "../page";
import { MED_COLUMNS, type RoleCell } from "./columns";
import { COURSE, type Course, courseOf, dateIn } from "./course";
import { lastTakenLongAgo } from "./last-taken";
import { actionWord, orderedStatus, saysNotFollowed, statusWord, toldStatus } from "./status";

/** What a row says of its drug in cells of their own. */
export interface Said extends Course {
  status: MedicationStatus | null;
  rxnorm: string | null;
  lastTakenLongAgo: boolean;
}

/** "RxNorm: 1897" in one cell, or the code system in one and the code in its own column or, without heads, beside it. */
function rxnormOf(cells: readonly RoleCell[]): string | null {
  for (const [i, { text }] of cells.entries()) {
    const inside = text.match(/\brx ?(?:norm|cui)\b\s*(?:code)?\s*[:=#-]?\s*(\d{2,8})(?![.,]?\d)/i)?.[1];
    if (inside) return inside;
    if (!/^rx ?(?:norm|cui)$/i.test(text)) continue;
    const beside = cells.find(({ role }) => role === "code") ?? cells[i + 1];
    if (beside && (beside.role === "code" || beside.header === "") && /^\d{2,8}$/.test(beside.text)) return beside.text;
  }
  const coded = cells.find(({ role, header, text }) => role === "code" && /rx/i.test(header) && /^\d{2,8}$/.test(text));
  return coded?.text ?? null;
}

/** A status that is none of a list's: whether the drug is taken is not said. */
const NOT_TAKEN = /\b(?:never|denied|declin\w+|refus\w+|reject\w+|in error|void\w*)\b/i;

/** "Yes", "N", a ticked or an empty box under "Taking?". */
export function answerOf(text: string): "yes" | "no" | "open" | null {
  const word = text.trim().toLowerCase();
  if (/^(?:yes|y|x|☑|☒|✓|✔|true)$/.test(word)) return "yes";
  // a cross may stand for no, or mark what is meant
  if (/^(?:☐|□|◻|\[ ?\]|[✗✘✕✖❌])$/u.test(word)) return "open";
  return /^(?:no|n|false)$/.test(word) ? "no" : null;
}

/** Heads of columns that ask whether a drug is taken. */
const ASKS_TAKING = /\btaking|adheren|complian/;

/** "… - Status: Active" at the end of an entry. */
const STATED = /\bstatus\s*:\s*([a-z -]{4,20})$/i;

/** What stands in a column of the status. */
function statusUnder(header: string, text: string): MedicationStatus | null {
  const asksTaking = ASKS_TAKING.test(plainWords(header));
  const answer = asksTaking || /current|active/.test(plainWords(header)) ? answerOf(text) : null;
  if (answer === "open" || (answer === null && NOT_TAKEN.test(text))) return "unknown";
  if (answer !== null) return answer === (/^not\b/.test(plainWords(header)) ? "no" : "yes") ? "active" : "stopped";
  const action = /action/i.test(header) ? actionWord(text) : null;
  // "Unsure", "Sometimes", nothing under "Taking?"
  const unsure = asksTaking && !/^(?:taking )?differently/i.test(text) ? "unknown" : null;
  return action ?? statusWord(text) ?? orderedStatus(text) ?? unsure;
}

/** The status a cell outside such a column tells; undefined where it tells of something else. */
function statusBeside({ text, role }: RoleCell): MedicationStatus | null | undefined {
  const told = role === null || role === "sig" ? (statusWord(text) ?? toldStatus(text)) : null;
  if (told !== null) return told;
  const stated = STATED.exec(text)?.[1] ?? COURSE.exec(text)?.[1]?.split(",").at(-1);
  return stated === undefined ? undefined : statusWord(stated);
}

/** The status of a row; two columns that differ ("Order status: Active", "Patient status: Not taking") leave it open. */
function statusOf(cells: readonly RoleCell[]): MedicationStatus | null {
  let status: MedicationStatus | null = null;
  for (const cell of cells) {
    const own: MedicationStatus | null | undefined =
      cell.role === "status" ? statusUnder(cell.header, cell.text) : statusBeside(cell);
    const differs: boolean =
      cell.role === "status" && cell.text !== "" && status !== null && own !== null && own !== status;
    status = differs ? "unknown" : (status ?? own ?? null);
  }
  return status;
}

const GIVEN = /^(?:given|administered|infused|injected)/i;
const NOT_GIVEN = /^(?:no.?show|declined|refused|not given|missed|held|cancel)/i;

/** Whether a row that calls its drug active says besides that it is not taken as ordered. */
function isNotFollowed(cells: readonly RoleCell[]): boolean {
  const isFill = ({ header }: RoleCell) => /\bfill|pick|dispens/i.test(header);
  return cells.some(
    (one) =>
      one.role !== "name" &&
      ((saysNotFollowed(one.text) && !speaksOfFamily(foldText(one.text))) ||
        (isFill(one) && /^never\b/i.test(one.text))),
  );
}

/** A column that is empty unless the drug was stopped, and what stands in it all the same where it was not. */
const OF_STOPPED =
  /^discontinued$|\b(?:stop(?:ped|ping)?|discontinu\w*|d ?c) (?:by|reason)\b|\breason .*(?:stop|discontinu)/;
const NOT_STOPPED = /^(?:no|none|n\/?a|false|never|not \w+|unknown|ongoing|current|active|present|[-–—]+)$/i;

/** "Discontinued by: Dr. Lind", "Stop reason: nausea" */
const saysItEnded = ({ text, header }: RoleCell, page: Page): boolean =>
  OF_STOPPED.test(plainWords(header)) && text !== "" && dateIn(text, page) === null && !NOT_STOPPED.test(text.trim());

/** Whether a column asks if the drug is taken, and nothing stands in it: an empty box has no text. */
const isUnanswered = (cells: readonly RoleCell[], columns: readonly string[]): boolean =>
  columns.some(
    (header, column) =>
      roleOf(header, MED_COLUMNS) === "status" &&
      ASKS_TAKING.test(plainWords(header)) &&
      !cells.some(({ cell }) => cell.column <= column && column < cell.column + cell.span),
  );

/** What the cells of a row under these columns say of its drug. */
export function saidInRow(cells: readonly RoleCell[], columns: readonly string[], page: Page): Said {
  const dated = cells.filter((cell) => cell.text !== "" && cell.role !== "status" && statusBeside(cell) === undefined);
  const course = courseOf(dated, cells, page);
  let status = statusOf(cells) ?? (isUnanswered(cells, columns) ? "unknown" : null);
  // "Ordered | Administered | Complete": a dose was given, and the drug is not over
  if (course.lastGiven !== null && cells.some(({ role, text }) => role === "status" && /^complete/i.test(text)))
    [status, course.start] = ["unknown", null];
  if (status === "active" && isNotFollowed(cells)) status = "unknown";
  const ended = cells.find((cell) => saysItEnded(cell, page));
  if (ended && status !== "stopped") status = status === null && answerOf(ended.text) === "yes" ? "stopped" : "unknown";
  // "01/15/2024 | Given", "| Declined": the day of a dose, or of none
  const done = cells.find(
    ({ role, text }) =>
      (role === "status" && (GIVEN.test(text) || NOT_GIVEN.test(text))) ||
      (role === null && /^not (?:given|admin)/i.test(text)),
  );
  if (done) {
    if (GIVEN.test(done.text)) course.lastGiven ??= course.start;
    course.start = null;
  }
  return { ...course, status, rxnorm: rxnormOf(cells), lastTakenLongAgo: lastTakenLongAgo(cells, page) };
}
