import { onlyDate } from "../../terminology/dates";
import { cleanText, foldText } from "../../terminology/plain-text";
import { speaksOfFamily } from "../../terminology/relatives";
import type { LabResult } from "../chart";
import type { Region } from "../snapshot";
import type { ReadRow } from "./columns";
import { dateAbove } from "./lab-dates";
import { makeResult } from "./lab-fact";
import { hintedFlag } from "./lab-flag";
import { readLabel } from "./lab-label";
import { readResult } from "./lab-result";
import type { Around } from "./lab-row";
import type { Page } from "./page";

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
    const printed = readResult(text.slice(at).replace(/^\s*[-–—]\s+|\s[-–—]\s+(?=\p{L})/gu, " "), page);
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

/** The results of running text, line by line. */
export function fromLines(region: Region, { row }: ReadRow, page: Page): LabResult[] {
  const above = dateAbove(region, row.group, page);
  const dates = row.cells.flatMap(({ text }) => onlyDate(text, page.locale, page.seenYear) ?? []);
  const date = dates.length === 1 ? (dates[0] ?? null) : above;
  const beside: Around = { unit: null, range: null, flag: null, status: null, date, looseDate: false };
  const own = row.cells.filter(({ text }) => !speaksOfFamily(foldText(text)));
  return own.flatMap((cell) =>
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
