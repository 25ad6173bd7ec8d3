import { foldText } from "../../../terminology/plain-text";
import type { Cell, Region, Row } from "../../snapshot";
import { isNotCurrent } from "../not-current";
import { MAJOR } from "./figures";

const NAMED = new RegExp(`^\\W*(?:frax )?(?:(?:10|ten)[- ]?(?:year|yr) )?(?:${MAJOR}|hip\\b)`);
const FIGURE = /^[<>]?\s?\d{1,2}(?:[.,]\d{1,2})?\s?%?$/;

/** What a row or a head says that is of this patient: a day, what was entered, the figure itself. */
const OF_PATIENT =
  /\d{4}|\bbmd\b|\bpatient|\bcurrent|\bresult|\bvalue|\b(?:10|ten)\b|\bfrax\b(?!.*\btbs\b)|^risk|^probabilit/;

const isFigure = ({ text }: Cell): boolean => FIGURE.test(text.trim());
const names = ({ cells: [first] }: Row): boolean => NAMED.test(foldText(first?.text ?? ""));

/**
 * Figures of several columns ("Without BMD | With BMD", "2022 | 2026") in rows named by their fracture: a region a
 * column, under the head of it. Other regions stay.
 */
export function byColumn(region: Region): Region[] {
  const rows = region.rows.filter(names);
  const all = [...new Set(rows.flatMap(({ cells }) => cells.filter(isFigure).map(({ column }) => column)))];
  if (all.length < 2) return [region];
  // two figures in a row without heads: whose the second one is cannot be told
  if (all.some((column) => !region.columns[column])) return [{ ...region, rows: [] }];
  const columns = all.filter((column) => !isNotCurrent(foldText(region.columns[column] ?? "")));
  // for several countries or treatments: which one is hers is not told
  const own =
    columns.length < 2 ? columns : columns.filter((column) => OF_PATIENT.test(foldText(region.columns[column] ?? "")));
  return own.map((column) => {
    const head = region.columns[column] ?? "";
    const figures = rows.map((row) => ({
      ...row,
      cells: row.cells.filter((cell) => cell === row.cells[0] || cell.column === column),
    }));
    const [first] = figures;
    // the head stands before the figures, as a line of its own
    const title: Row[] = first
      ? [{ ...first, cells: first.cells.slice(0, 1).map((cell) => ({ ...cell, text: `${head}:` })) }]
      : [];
    return { ...region, columns: [], headings: [...region.headings, head], rows: [...title, ...figures] };
  });
}

/** Rows of figures for several countries, ages or treatments: which one is the patient's is not told. */
export function ofThePatient(region: Region): Region {
  const over = region.columns.filter((head) => new RegExp(`${MAJOR}|\\bhip\\b`).test(foldText(head)));
  const rows = region.rows.filter(({ cells }) => cells.some(isFigure));
  if (over.length < 2 || rows.length < 2) return region;
  return {
    ...region,
    rows: region.rows.filter((row) => !rows.includes(row) || OF_PATIENT.test(foldText(row.cells[0]?.text ?? ""))),
  };
}

const BARE = new RegExp(`^\\W*(?:${MAJOR}|hip fractures?)\\s*:?\\s*\\d{1,2}(?:\\.\\d{1,2})?$`);

/** "The ten year probability of fracture (%)" over "Major osteoporotic 12" and "Hip Fracture 3.1": the sign is said once. */
export function inPercent(lines: readonly string[]): string[] {
  const bare = lines.filter((line) => BARE.test(foldText(line)));
  const both = bare.length === 2 && [/hip fracture/i, /major/i].every((name) => bare.some((line) => name.test(line)));
  return both ? lines.map((line) => (bare.includes(line) ? `${line}%` : line)) : [...lines];
}
