import { onlyDate } from "../../../terminology/dates";
import { onlyUnit } from "../../../terminology/lab-units";
import { cleanText } from "../../../terminology/plain-text";
import type { Flag, LabResult } from "../../chart";
import type { PartialDate } from "../../evidence";
import type { FrameSnapshot, Region } from "../../snapshot";
import { headerOver, type ReadRow, roleOf } from "../columns";
import { namedRows } from "../named-rows";
import type { Page } from "../page";
import { isOfAnother, type Section, sectionOf, sectionOfRow } from "../sections";
import { isCancelled } from "./cancelled";
import { LAB_COLUMNS } from "./columns";
import { dateAbove, dayOver, namedDate } from "./dates";
import { makeResult } from "./fact";
import { hintedFlag, readFlag } from "./flag";
import { type LabLabel, loincIn, readLabel } from "./label";
import { fromLines } from "./line";
import { isPreliminary } from "./preliminary";
import { NOTHING_PRINTED, type PrintedResult, readRange, readResult } from "./result";
import { around, type RowParts, readStatus, rowParts, takesBackAbove } from "./row";
import { doubtfulCreatinine, isBloodGas, isFluidColumn, isOtherFluid, isUrine } from "./specimen";
import { isFractionOf25OH } from "./vitamin-d-fraction";

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
    if ((entry.role !== null && entry.role !== "value") || isFluidColumn(entry.header) || isOfAnother(entry.header))
      return [];
    // "% in range" counts results
    if (entry.header.includes("%") && parts.label.analyte !== "HBA1C") return [];
    const columnDate = dayOver(entry.header, page);
    // Where a column of results is there, a number in a column without a name is none, even when the result is empty.
    if (entry.role === null && columnDate === null && (hasValueColumn || looksAside(entry.cell.text, page))) return [];
    // a number before the name counts the rows
    if (entry.role === null && columnDate === null && entry.cell.column < parts.column) return [];
    const inTurn = datedInTurn(entry.cell.text, page);
    if (inTurn.length > 0) return inTurn.map((printed) => ({ ...entry, printed, columnDate }));
    const printed = readResult(entry.cell.text, page) ?? inWords(parts.label, entry, columnDate !== null);
    // a bare number under a head that nobody understands
    const unnamed = entry.role === null && entry.header !== "" && columnDate === null;
    if (unnamed && printed?.value != null && (printed.unit ?? beside.unit) === null && printed.date === null) return [];
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
  // ">60" beside a number nobody understands: the range is not taken for the result
  const unread = parts.cells.some(
    ({ cell, role }) =>
      role === null &&
      /\d/.test(cell.text) &&
      !values.some((one) => one.cell === cell) &&
      !looksAside(cell.text, page) &&
      readFlag(cell.text) === undefined,
  );
  if (
    unread &&
    values.every(({ role, printed }) => role === null && printed.comparator !== null && printed.unit === null)
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
    const opposed =
      printed.flag !== null && beside.flag !== null && new Set([printed.flag, beside.flag, "abnormal"]).size > 2;
    const printedFlag = opposed
      ? null
      : (printed.flag ?? flagOn(columnDate, chosen, parts, page) ?? (chosen.length > 1 ? null : beside.flag));
    const flag = opposed
      ? null
      : (printedFlag ?? hintedFlag(cell.hints) ?? (chosen.length > 1 ? null : hintedFlag(row.hints)));
    return (
      makeResult(parts.label, { ...printed, flag }, { ...beside, flag: null }, date, page, cell.ref, rowText(row)) ?? []
    );
  });
}

/** "9.3 (03/02/2026), 9.1 (11/04/2025)": values of several days in one cell, where every one has its day. */
function datedInTurn(text: string, page: Page): PrintedResult[] {
  const parts = cleanText(text).split(/(?<=\d\s?\))(?:\s*[,;|]\s*|\s+)(?=[<>]?\s?\d)/);
  const read = parts.map((part) => readResult(part, page));
  const today = page.seenAt.slice(0, 10);
  const told = read.flatMap((one) => (one?.value != null && one.date?.length === 10 && one.date <= today ? one : []));
  return parts.length > 1 && told.length === parts.length && new Set(told.map(({ date }) => date)).size === parts.length
    ? told
    : [];
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

/** An electrophoresis is read out in words, under a head of results or under a day. */
function inWords(label: LabLabel, { cell, role }: RowParts["cells"][number], dated: boolean): PrintedResult | null {
  const words = cleanText(cell.text);
  if (label.analyte !== "SPEP" || words === "" || words.length > 300) return null;
  if (role !== "value" && !(dated && /^\p{L}[^\d]*$/u.test(words) && readFlag(words) === undefined)) return null;
  return { ...NOTHING_PRINTED, text: words };
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

/** The date of a panel row ("CBC NO DIFF | 2016/12/07"): it names no result, holds one date and little else. */
function panelDate({ row, columns }: ReadRow, page: Page): PartialDate | null {
  const cells = row.cells.filter(({ text }) => cleanText(text) !== "");
  // "Basic metabolic panel | 11-Feb-2026", "Resulted on: 11-Feb-2026 | COMP METABOLIC PANEL", beside it who made it
  const parts = (cells[0]?.text ?? "").split(" | ");
  const days = parts.flatMap((part) => onlyDate(part, page.locale, page.seenYear) ?? namedDate(part, page)?.date ?? []);
  if (parts.length === 2 && days[0]?.length === 10 && parts.some((part) => sectionOf(part) === "labs")) return days[0];
  const dates = cells.flatMap((cell) => {
    const role = roleOf(headerOver(cell, columns), LAB_COLUMNS);
    const mayDate =
      role === null ? columns.length === 0 : role === "date" || role === "collected" || role === "reported";
    const date =
      onlyDate(cell.text, page.locale, page.seenYear) ?? namedDate(cell.text.replace(" | ", " "), page)?.date ?? null;
    return date !== null ? [mayDate ? date : null] : [];
  });
  const named = cells.every(({ text }) => text.length < 60 && !/[.;]\s/.test(text));
  // "Reviewed | 02/20/2026" is no panel
  const [name = ""] = cells.map(({ text }) => text).filter((text) => /\p{L}{3}/u.test(text));
  if (/^(?:reviewed|signed|verified|approved|printed|received|ordered|next|due|seen|filed)\b/i.test(name)) return null;
  return dates.length === 1 && cells.length <= 3 && named ? (dates[0] ?? null) : null;
}

/** A row of a panel whose name and day stand in the first row only: nothing stands in either column here. */
function goesOn({ row, columns }: ReadRow): boolean {
  const days = columns.flatMap((header, column) =>
    /^(?:date|collected|reported)$/.test(roleOf(header, LAB_COLUMNS) ?? "") ? column : [],
  );
  const filled = row.cells.filter(({ text }) => cleanText(text) !== "").map(({ column }) => column);
  return days.length > 0 && [0, ...days].every((column) => !filled.includes(column));
}

/** Class words of a row that holds no more. */
const TAKEN_OUT = /\b(?:line through|deleted|cancell?ed|voided|retracted|entered in error)\b/;

/** All laboratory results of a frame. */
export function readLabs(snapshot: FrameSnapshot, page: Page): LabResult[] {
  return snapshot.regions.flatMap((region) => {
    // Only where every row was sent is the last panel row above a result really the one it belongs to.
    const whole = region.rows.length >= region.rowCount;
    let panel: PartialDate | null = null;
    let first: PartialDate | null = null;
    const named = namedRows(region, LAB_COLUMNS, (text) => readLabel(text, null, page) !== null, {
      name: "Test",
      value: "Result",
      valueRole: "value",
    });
    return named.flatMap((read, i) => {
      const below = named[i + 1]?.row;
      if (below && takesBackAbove(below)) return [];
      if (NO_RESULTS.has(sectionOfRow(region, read.row)) || TAKEN_OUT.test(read.row.hints)) return [];
      if (isOtherFluid(region, read) || isCancelled(region, read)) return [];
      const results = fromRow(region, read, page);
      const all = (results.length > 0 ? results : fromLines(region, read, page)).filter(
        (result) =>
          !isFractionOf25OH(result, region) &&
          !(result.analyte === "CA" && isBloodGas(region, read.row)) &&
          !doubtfulCreatinine(region, read.row, result),
      );
      if (all.length === 0 && whole) panel = panelDate(read, page) ?? panel;
      if (!goesOn(read)) first = all[0]?.date ?? null;
      const day = panel ?? (whole ? first : null);
      const today = page.seenAt.slice(0, 10);
      const past = (date: PartialDate | null) => (date !== null && date.slice(0, 10) > today ? null : date);
      // a day that lies ahead is none of a result, or was read the wrong way round
      const dated = all.map((result) => ({ ...result, date: past(result.date ?? day) }));
      // it stays in sight, and the final one is waited for
      for (const result of dated) if (isPreliminary(region, read)) result.status ??= "pending";
      return isUrine(region, read)
        ? dated.filter(({ analyte }) => analyte === "UCA24" || analyte === "CORTISOL")
        : dated;
    });
  });
}
