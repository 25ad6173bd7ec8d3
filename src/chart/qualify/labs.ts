import { onlyDate } from "../../terminology/dates";
import { onlyUnit } from "../../terminology/lab-units";
import { cleanText, plainWords } from "../../terminology/plain-text";
import { canonical, unitFit } from "../../terminology/units";
import type { Flag, LabResult, ReferenceRange, ResultStatus, ResultValue } from "../chart";
import type { PartialDate } from "../evidence";
import type { Cell, FrameSnapshot, Region } from "../snapshot";
import { headerOver, type ReadRow, roleOf } from "./columns";
import { LAB_COLUMNS, type LabRole } from "./lab-columns";
import { dateAbove, dayOver, namedDate } from "./lab-dates";
import { hintedFlag, readFlag } from "./lab-flag";
import { type LabLabel, loincIn, readLabel } from "./lab-label";
import { type PrintedResult, readRange, readResult, readWordResult } from "./lab-result";
import { namedRows } from "./named-rows";
import { evidenceOf, type Page } from "./page";
import { type Section, sectionOfRow } from "./sections";

/** Where a row of results of the body may stand; in the other sections a value is a goal, an order or a drug. */
const NO_RESULTS: ReadonlySet<Section | null> = new Set<Section | null>([
  "allergies",
  "immunizations",
  "family",
  "education",
  "plan",
  "medications",
  "social",
]);

interface RowParts {
  label: LabLabel;
  /** Column of the name. */
  column: number;
  cells: { cell: Cell; header: string; role: LabRole | null }[];
}

function rowParts({ row, columns }: ReadRow, page: Page): RowParts | null {
  const cells = row.cells.map((cell) => {
    const header = headerOver(cell, columns);
    return { cell, header, role: roleOf(header, LAB_COLUMNS) };
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
  const best = named
    .filter(({ entry }) => entry.role === "name")
    .concat(named)
    .at(0);
  if (!best || named.some(({ label }) => label.analyte !== best.label.analyte)) return null;
  if (code !== null && readLabel(best.entry.cell.text, code, page)?.analyte !== best.label.analyte) return null;
  return {
    label: best.label,
    column: best.entry.cell.column,
    cells: cells.filter(({ cell }) => cell !== best.entry.cell && !named.some(({ entry }) => entry.cell === cell)),
  };
}

interface Around {
  unit: string | null;
  range: ReferenceRange | null;
  flag: Flag | null;
  status: ResultStatus | null;
  date: PartialDate | null;
  /** No header says that the date is one of a result: it gives way when a line above says another. */
  looseDate: boolean;
}

/** What the row says beside the value: unit, range, flag, status and date, each from its own cell. */
function around(parts: RowParts, page: Page): Around | null {
  const found: Around = { unit: null, range: null, flag: null, status: null, date: null, looseDate: false };
  const units = new Set<string>();
  const dates = new Map<string, PartialDate>();
  for (const { cell, header, role } of parts.cells) {
    const text = cleanText(cell.text);
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
      found.flag ??= role === "flag" || text.length <= 12 ? (readFlag(text) ?? null) : null;
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

function readStatus(text: string): ResultStatus | null {
  const words = plainWords(text);
  if (/^(?:final(?: result| report)?|complete[d]?|verified|f|endbefund|definitif)$/.test(words)) return "final";
  if (/^(?:corrected|amended|c|korrigiert)(?: result| report)?$/.test(words)) return "corrected";
  return words.length > 2 ? (readWordResult(words) ?? null) : null;
}

/** Under "URINE" a creatinine is a urine creatinine, although its own name does not say so. */
function isUrine(region: Region, row: ReadRow["row"]): boolean {
  const said = [row.group ?? "", region.headings.at(-1) ?? ""].map(plainWords);
  return (
    said.some(
      (words) => /\b(?:urine|urinary|urin|harn|orina)\b/.test(words) && !/\b(?:blood|serum|plasma)\b/.test(words),
    ) || row.cells.some(({ text }) => /^(?:(?:random|spot|24.?h\w*) )?urine$/i.test(text.trim()))
  );
}

const MAY_BE_NIL: ReadonlySet<LabLabel["analyte"]> = new Set(["SPEP", "FLC", "TSH", "ESR", "CRP", "BILI", "TTG"]);

function resultValue(label: LabLabel, printed: PrintedResult, shown: string | null): ResultValue | null {
  if (printed.value === null) return printed.text === null ? null : { kind: "text", text: printed.text };
  const fit = shown === null ? "known" : unitFit(label.analyte, shown);
  if (fit === "other") return null;
  const unit = fit === "foreign" ? null : shown;
  const { comparator, value } = printed;
  // an empty field printed as 0 is no result; only what can be absent from blood may be nil
  if (value === 0 && comparator === null && !MAY_BE_NIL.has(label.analyte)) return null;
  // "CPT 83036": a long number on its own is a code
  if (unit === null && comparator === null && value >= 10_000) return null;
  return { kind: "number", comparator, value, unit, canonical: canonical(label.analyte, value, unit) };
}

/** Bare "Vitamin D" and other short names are a test only where the unit is one of that test. */
const NEEDS_UNIT = /^(?:vit(?:amin[ea]?|amina)? d(?: total)?|mg|ca|e2|p|hb|lh)$/;

function makeResult(
  label: LabLabel,
  printed: PrintedResult,
  beside: Around,
  date: PartialDate | null,
  page: Page,
  ref: number,
  text: string,
): LabResult | null {
  const unit = printed.unit ?? beside.unit;
  const result = resultValue(label, printed, unit);
  if (result === null) return null;
  if (
    NEEDS_UNIT.test(plainWords(label.label)) &&
    result.kind === "number" &&
    result.canonical === null &&
    label.loinc === null
  )
    return null;
  const status = printed.status ?? beside.status;
  if (status === "cancelled" && result.kind === "number") return null;
  return {
    analyte: label.analyte,
    label: label.label,
    loinc: label.loinc,
    result:
      status === "pending" && result.kind === "number" && beside.status === "pending"
        ? { kind: "text", text: "pending" }
        : result,
    range: printed.range ?? beside.range,
    flag: printed.flag ?? beside.flag,
    status,
    date,
    evidence: evidenceOf(page, ref, text),
  };
}

const rowText = (row: ReadRow["row"]) =>
  row.cells
    .map(({ text }) => cleanText(text))
    .filter(Boolean)
    .join(" ");

/** One row of a table, grid, list or pair: the name in one cell, the value in another. */
function fromRow(region: Region, read: ReadRow, page: Page): LabResult[] {
  const parts = rowParts(read, page);
  if (!parts) return [];
  const beside = around(parts, page);
  if (!beside) return [];
  const { row } = read;
  const above = dateAbove(region, row.group, page);
  const hasValueColumn = read.columns.some((header) => roleOf(header, LAB_COLUMNS) === "value");
  const values = parts.cells.flatMap((entry) => {
    if (entry.role !== null && entry.role !== "value") return [];
    const columnDate = dayOver(entry.header, page);
    // Where a column of results is there, a number in a column without a name is none, even when the result is empty.
    if (entry.role === null && columnDate === null && (hasValueColumn || looksAside(entry.cell.text, page))) return [];
    const printed = readResult(entry.cell.text, page) ?? inWords(parts.label, entry.cell.text, entry.role);
    return printed ? [{ ...entry, printed, columnDate }] : [];
  });
  const wordy = parts.cells.find(
    ({ cell, role }) =>
      role === null &&
      cell.column > parts.column &&
      cleanText(cell.text) !== "" &&
      !values.some((one) => one.cell === cell) &&
      isWordy(cell.text, page),
  );
  // "Bilirubin | Negative | 63": the result was in words, and the number behind it is something else.
  if (
    wordy &&
    values.every(
      ({ role, cell, columnDate }) => role === null && columnDate === null && cell.column > wordy.cell.column,
    )
  )
    return [];
  const proper = values.filter(({ role }) => role === "value");
  const chosen = proper.length > 0 ? proper : values;
  const distinct = new Set(chosen.map(({ printed }) => `${printed.comparator}${printed.value}${printed.text}`));
  const dated = chosen.every(({ columnDate, printed }) => columnDate !== null || printed.date !== null);
  if (distinct.size > 1 && !dated) return [];
  return chosen.flatMap(({ cell, printed, columnDate }) => {
    const besideDate =
      beside.looseDate && above !== null && beside.date !== above && beside.date !== null
        ? null
        : (beside.date ?? above);
    const date = printed.date ?? columnDate ?? besideDate;
    // What is printed beats what a class says; a flag of the row is nobody's when the row has several values.
    const printedFlag =
      printed.flag ?? flagOn(columnDate, chosen, parts, page) ?? (chosen.length > 1 ? null : beside.flag);
    const flag = printedFlag ?? hintedFlag(cell.hints) ?? (chosen.length > 1 ? null : hintedFlag(row.hints));
    return (
      makeResult(parts.label, { ...printed, flag }, { ...beside, flag: null }, date, page, cell.ref, rowText(row)) ?? []
    );
  });
}

/** The flag in a column of its own under the day of a value, where that day has one value and one flag. */
function flagOn(
  day: PartialDate | null,
  values: readonly { columnDate: PartialDate | null }[],
  { cells }: RowParts,
  page: Page,
): Flag | null {
  if (day === null || values.filter(({ columnDate }) => columnDate === day).length > 1) return null;
  const [flag, another] = cells.filter(({ header, role }) => role === "flag" && dayOver(header, page) === day);
  return another === undefined ? (readFlag(flag?.cell.text ?? "") ?? null) : null;
}

/** Text that is neither a value nor anything that stands beside one. */
function isWordy(text: string, page: Page): boolean {
  return !looksAside(text, page) && readFlag(text) === undefined && readStatus(text) === null;
}

/** An electrophoresis is read out in words. */
function inWords(label: LabLabel, text: string, role: LabRole | null): PrintedResult | null {
  const words = cleanText(text);
  if (label.analyte !== "SPEP" || role !== "value" || words === "" || words.length > 300) return null;
  return { comparator: null, value: null, text: words, unit: null, flag: null, range: null, date: null, status: null };
}

/** A cell that is wholly a date, range, unit or code is no value, although it holds numbers. */
function looksAside(text: string, page: Page): boolean {
  const bare = cleanText(text);
  if (
    onlyDate(bare, page.locale, page.seenYear) !== null ||
    namedDate(bare, page) !== null ||
    onlyUnit(bare) !== null ||
    loincIn(bare) !== null
  )
    return true;
  const range = readRange(bare, page);
  return range !== null && (range.range?.low == null || range.range.high == null ? /^[([]/.test(bare) : true);
}

/** "Albumin 47 g/L", "05/04/2026 — Calcium: 9.5 mg/dL (8.6-10.2) H": name and result in one line. */
function fromLine(line: string, beside: Around, page: Page, ref: number): LabResult | null {
  const text = cleanText(line);
  if (text.length > 160) return null;
  const opening = /^([^—–|:]{6,24}?)\s*(?:[—–|:]|\s-)\s+/u.exec(text);
  const day = opening ? onlyDate(opening[1] ?? "", page.locale, page.seenYear) : null;
  if (opening && day !== null && day.length > 4)
    return fromLine(text.slice(opening[0].length), { ...beside, date: day }, page, ref);
  const words = [...text.matchAll(/[\s:=]+/g)].map(({ index }) => index);
  for (const at of words.reverse()) {
    const label = readLabel(text.slice(0, at), null, page);
    if (!label) continue;
    const printed = readResult(text.slice(at), page);
    if (printed)
      return makeResult(
        label,
        printed,
        { ...beside, unit: label.unit, range: label.range },
        printed.date ?? beside.date,
        page,
        ref,
        text,
      );
  }
  return null;
}

function fromLines(region: Region, { row }: ReadRow, page: Page): LabResult[] {
  const above = dateAbove(region, row.group, page);
  const dates = row.cells.flatMap(({ text }) => onlyDate(text, page.locale, page.seenYear) ?? []);
  const date = dates.length === 1 ? (dates[0] ?? null) : above;
  const beside: Around = { unit: null, range: null, flag: null, status: null, date, looseDate: false };
  return row.cells.flatMap((cell) =>
    cell.text
      .split(/\s\|\s|;\s|\s{2,}/)
      .flatMap(
        (line) =>
          fromLine(
            line,
            region.shape === "list" || cell.text.includes(" | ") ? beside : { ...beside, flag: hintedFlag(cell.hints) },
            page,
            cell.ref,
          ) ?? [],
      ),
  );
}

/** The date of a panel row ("CBC NO DIFF | 2016/12/07"): it names no result, holds one date and little else. */
function panelDate({ row, columns }: ReadRow, page: Page): PartialDate | null {
  const cells = row.cells.filter(({ text }) => cleanText(text) !== "");
  const dates = cells.flatMap((cell) => {
    const role = roleOf(headerOver(cell, columns), LAB_COLUMNS);
    const mayDate =
      role === null ? columns.length === 0 : role === "date" || role === "collected" || role === "reported";
    const date = onlyDate(cell.text, page.locale, page.seenYear);
    return date !== null ? [mayDate ? date : null] : [];
  });
  const named = cells.every(({ text }) => text.length < 60 && !/[.;]\s/.test(text));
  return dates.length === 1 && cells.length <= 3 && named ? (dates[0] ?? null) : null;
}

/** All laboratory results of a frame. */
export function readLabs(snapshot: FrameSnapshot, page: Page): LabResult[] {
  return snapshot.regions.flatMap((region) => {
    // Only where every row was sent is the last panel row above a result really the one it belongs to.
    const whole = region.rows.length >= region.rowCount;
    let panel: PartialDate | null = null;
    const named = namedRows(region, LAB_COLUMNS, (text) => readLabel(text, null, page) !== null, {
      name: "Test",
      value: "Result",
      valueRole: "value",
    });
    return named.flatMap((read) => {
      if (NO_RESULTS.has(sectionOfRow(region, read.row)) || /\bline through\b/.test(read.row.hints)) return [];
      const results = fromRow(region, read, page);
      const all = results.length > 0 ? results : fromLines(region, read, page);
      if (all.length === 0 && whole) panel = panelDate(read, page) ?? panel;
      const dated = all.map((result) => ({ ...result, date: result.date ?? panel }));
      return isUrine(region, read.row)
        ? dated.filter(({ analyte }) => analyte === "UCA24" || analyte === "CORTISOL")
        : dated;
    });
  });
}
