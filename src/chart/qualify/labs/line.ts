import { onlyDate } from "../../../terminology/dates";
import { cleanText, foldText } from "../../../terminology/plain-text";
import { speaksOfFamily } from "../../../terminology/relatives";
import type { LabResult } from "../../chart";
import type { Region } from "../../snapshot";
import type { ReadRow } from "../columns";
import type { Page } from "../page";
import { sectionOfRow } from "../sections";
import { dateAbove } from "./dates";
import { makeResult } from "./fact";
import { hintedFlag } from "./flag";
import { readLabel } from "./label";
import { readResult } from "./result";
import { type Around, NOTHING_BESIDE } from "./row";

/** "Albumin 47 g/L", "05/04/2026 — Calcium: 9.5 mg/dL (8.6-10.2) H": name and result in one line. */
function fromLine(line: string, beside: Around, page: Page, ref: number): LabResult | null {
  const text = cleanText(line)
    .replace(/([<>])\s*(?:or\s*)?=\s*/g, "$1=")
    .replace(/([<>≤≥]=?)\s+(?=\d)/g, "$1");
  if (text.length > 160) return null;
  const opening = /^([^—–|:]{6,24}?)\s*(?:[—–|:]|\s-)\s+/u.exec(text);
  const day = opening ? onlyDate(opening[1] ?? "", page.locale, page.seenYear) : null;
  if (opening && day !== null && day.length > 4)
    return fromLine(text.slice(opening[0].length), { ...beside, date: day }, page, ref);
  const words = [...text.matchAll(/(?:[\s:]|(?<![<>])=)+/g)].map(({ index }) => index);
  for (const at of words.reverse()) {
    const label = readLabel(text.slice(0, at), null, page);
    if (!label) continue;
    // in a line a dash stands between its parts
    const printed = readResult(
      text.slice(at).replace(/^\s*[-–—]\s+|(?<=[/.-]\d{2,4})\s[-–—]\s+|\s[-–—]\s+(?=\p{L})/gu, " "),
      page,
    );
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

/** What may stand before a list of results in running text. */
const LEAD =
  /^(?:labs?|laborator(?:y|ies)|(?:lab(?:oratory)? )?(?:results?|data|values?|studies)|chemistry|blood ?work|cmp|bmp):\s+/i;
/** Results that stand in such a list and are none of ours. */
const OTHER_RESULT =
  /^(?:na|sodium|k|potassium|cl|chloride|co2|hco3|bicarb(?:onate)?|bun|urea|glucose|glu|cr|ca|mg|wbc|rbc|hct|hematocrit|mcv|plts?|platelets?|ast|alt|bili(?:rubin)?|ldl|hdl|cholesterol|triglycerides|inr|ferritin|b12|folate)\s[<>]?\d+(?:\.\d+)?(?:\s?(?:%|[\p{L}\d^]+\/[\p{L}\d.]+))?(?:\s?\([HLN]\))?$/iu;

/** "Labs: Ca 9.2, Alb 4.1, Na 140.": every part of every sentence is a result, or none is read. */
function fromList(line: string, beside: Around, page: Page, ref: number): LabResult[] {
  const text = cleanText(line);
  const [, day = "", list = text] = /^([^:,]{6,24}):\s+(.*)$/.exec(text) ?? [];
  const date = onlyDate(day, page.locale, page.seenYear);
  const parts = (date === null ? text : list)
    .replace(LEAD, "")
    .split(/,\s+(?:and\s+)?|\.\s+(?=\p{Lu}|\d)|\.$/u)
    .filter(Boolean);
  if (parts.length < 2 || text.length > 400) return [];
  const read = parts.map((part) => fromLine(part, { ...beside, date: date ?? beside.date }, page, ref));
  return parts.every((part, i) => read[i] !== null || OTHER_RESULT.test(part))
    ? read.filter((one) => one !== null)
    : [];
}

/** The results of running text, line by line. */
export function fromLines(region: Region, { row }: ReadRow, page: Page): LabResult[] {
  const above = dateAbove(region, row.group, page);
  const dates = row.cells.flatMap(({ text }) => onlyDate(text, page.locale, page.seenYear) ?? []);
  const date = dates.length === 1 ? (dates[0] ?? null) : above;
  const beside = { ...NOTHING_BESIDE, date };
  const own = row.cells.filter(({ text }) => !speaksOfFamily(foldText(text)));
  return own.flatMap((cell) =>
    cell.text.split(/\s\|\s|;\s|\s{2,}/).flatMap((line) => {
      const flag = region.shape === "list" || cell.text.includes(" | ") ? null : hintedFlag(cell.hints);
      const result = fromLine(line, { ...beside, flag }, page, cell.ref);
      // "HbA1c < 8 | Met" in a table: a measure, and whether it is met
      if (result?.result.kind === "number" && result.result.comparator !== null && row.cells.length > 1) return [];
      return result ?? (sectionOfRow(region, row) === "labs" ? fromList(line, beside, page, cell.ref) : []);
    }),
  );
}
