import { onlyDate } from "../../../terminology/dates";
import { onlyUnit } from "../../../terminology/lab-units";
import { cleanText, plainWords } from "../../../terminology/plain-text";
import type { Flag, ReferenceRange, ResultStatus } from "../../chart";
import type { PartialDate } from "../../evidence";
import type { Cell, Row } from "../../snapshot";
import { headerOver, type ReadRow, roleOf } from "../columns";
import type { Page } from "../page";
import { LAB_COLUMNS, type LabRole } from "./columns";
import { dayOver, namedDate } from "./dates";
import { readFlag } from "./flag";
import { type LabLabel, loincIn, readLabel } from "./label";
import { readRange, readResult, readWordResult, TAKEN_BACK } from "./result";

/** A row whose name was found: its label, and its other cells with what their columns hold. */
export interface RowParts {
  label: LabLabel;
  /** Column of the name. */
  column: number;
  cells: { cell: Cell; header: string; role: LabRole | null }[];
}

/** Under "Value / Unit" or "Value / Status" as one head stands the result, under two such heads above each other it does not. */
function isValueWith(role: LabRole | null, header: string, text: string, page: Page): boolean {
  if ((role !== "unit" && role !== "status") || !/^(?:values?|results?) \/ /i.test(header)) return false;
  const printed = readResult(text, page);
  return printed !== null && printed.value !== null && (role === "status" || printed.unit !== null);
}

/** Null when the row names no analyte, or two. */
export function rowParts({ row, columns }: ReadRow, page: Page): RowParts | null {
  const cells = row.cells.map((cell) => {
    const header = headerOver(cell, columns);
    const role = roleOf(header, LAB_COLUMNS);
    return { cell, header, role: isValueWith(role, header, cell.text, page) ? ("value" as const) : role };
  });
  const codes = cells.flatMap(({ cell, role }) =>
    role === "code" || role === null || role === "name" ? (loincIn(cell.text) ?? []) : [],
  );
  const code = new Set(codes).size === 1 ? (codes[0] ?? null) : null;
  const named = cells.flatMap((entry) => {
    const allowed = entry.role !== "value" && entry.role !== "prior";
    // A coded row may carry its name in a word we do not know; only the column of names may then lend its label.
    const own = allowed ? readLabel(entry.cell.text, entry.role === "name" ? code : null, page) : null;
    return own ? [{ entry, label: { ...own, loinc: own.loinc ?? code } }] : [];
  });
  // the cell that names the test by itself, before one whose name only the code explains
  const byItself = named.filter(({ entry }) => readLabel(entry.cell.text, null, page) !== null);
  const best =
    byItself.find(({ entry }) => entry.role === "name") ??
    byItself[0] ??
    named.find(({ entry }) => entry.role === "name") ??
    named[0];
  if (!best || named.some(({ label }) => label.analyte !== best.label.analyte)) return null;
  if (code !== null && readLabel(best.entry.cell.text, code, page)?.analyte !== best.label.analyte) return null;
  return {
    label: best.label,
    column: best.entry.cell.column,
    cells: cells.filter(({ cell }) => cell !== best.entry.cell && !named.some(({ entry }) => entry.cell === cell)),
  };
}

/** What stands beside a value. */
export interface Around {
  unit: string | null;
  range: ReferenceRange | null;
  flag: Flag | null;
  status: ResultStatus | null;
  date: PartialDate | null;
  /** No header says that the date is one of a result: it gives way when a line above says another. */
  looseDate: boolean;
}

/** A remark or a status that takes the result back. */
export const isTakenBack = (text: string): boolean => new RegExp(TAKEN_BACK, "i").test(text);

/** "Above result is incorrect", in a row of its own below the result. */
export const takesBackAbove = ({ cells }: Row): boolean =>
  cells.length === 1 &&
  /\b(?:above|previous)\b|^\W*disregard/i.test(cells[0]?.text ?? "") &&
  isTakenBack(cells[0]?.text ?? "");

export const NOTHING_BESIDE: Around = {
  unit: null,
  range: null,
  flag: null,
  status: null,
  date: null,
  looseDate: false,
};

/** What the row says beside the value: unit, range, flag, status and date, each from its own cell. */
export function around(parts: RowParts, page: Page): Around | null {
  const found = { ...NOTHING_BESIDE };
  const units = new Set<string>();
  const dates = new Map<string, PartialDate>();
  for (const { cell, header, role } of parts.cells) {
    const text = cleanText(cell.text);
    if ((role === "aside" || role === "status" || header === "") && isTakenBack(text)) return null;
    // HL7's letters for deleted, posted wrongly, not obtained (table 0085)
    if (role === "status" && /^[dwx]$/i.test(text)) return null;
    if (text === "" || role === "prior" || role === "aside") continue;
    // what stands under a date is said of that day alone
    if ((role === null || role === "flag" || role === "status") && dayOver(header, page) !== null) continue;
    const unit = role === "value" ? null : onlyUnit(text);
    if (unit !== null) units.add(unit);
    else if (role === "range" || (role === null && /[-–<>≤≥]|to/.test(text))) {
      const range = readRange(text, page);
      if (range && (role === "range" || range.range?.low != null || range.unit !== null)) {
        found.range ??= range.range;
        // without heads two bounds and a unit are a range all the same: "8.6-10.4 mg/dL"
        const bounded = range.range?.low != null && range.range.high != null;
        if (range.unit && (role === "range" || (header === "" && bounded))) found.unit ??= range.unit;
      }
    }
    if (role === "flag" || role === null)
      found.flag ??= role === "flag" || text.length <= 16 ? (readFlag(text) ?? null) : null;
    if (role === "status" || role === null) found.status ??= readStatus(text);
    // a column with a name that is none of a date ("Modified") does not date the result
    if ((role === null && header === "") || role === "date" || role === "collected" || role === "reported") {
      const named = role === null ? namedDate(text, page) : null;
      if (named) dates.set(named.role, dates.get(named.role) ?? named.date);
      const date = onlyDate(text, page.locale, page.seenYear);
      if (date !== null && date.length > 4) dates.set(role ?? "loose", dates.get(role ?? "loose") ?? date);
    }
  }
  if (units.size > 1) return null;
  found.unit = [...units][0] ?? parts.label.unit ?? found.unit;
  found.range ??= parts.label.range;
  const headed = dates.get("collected") ?? dates.get("date") ?? dates.get("reported") ?? null;
  found.date = headed ?? dates.get("loose") ?? null;
  found.looseDate = headed === null;
  return found;
}

/** A cell that says the status of a result; null when it says anything else. */
export function readStatus(text: string): ResultStatus | null {
  const words = plainWords(text);
  if (/^(?:final(?: result| report)?|complete[d]?|verified|f|endbefund|definitif)$/.test(words)) return "final";
  if (/^(?:corrected|amended|c|korrigiert)(?: result| report)?$/.test(words)) return "corrected";
  return words.length > 2 ? (readWordResult(words) ?? null) : null;
}
