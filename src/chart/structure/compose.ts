import type { Region, Row } from "../snapshot";
import { columnNames, headerCount, isTimeRow, namesColumns, restartsHeader } from "./header";
import { namesSomething, saysSomething } from "./words";

const NOTE =
  /^\W*(?:sig|take|inject|directions?|instructions?|notes?|comments?|interp|ref|performed|source|see|remark|above|disregard)\b|[.!?]$/i;

/** The text of a row that holds one single text. */
function onlyText({ cells }: Row): string | null {
  const texts = [...new Set(cells.map(({ text }) => text))].filter(Boolean);
  return texts.length === 1 ? (texts[0] ?? null) : null;
}

/** The text of a row that may stand above others, as their title or their day. */
function dividing(row: Row): string | null {
  const text = onlyText(row);
  const mayDivide =
    text !== null && text.length <= 80 && !NOTE.test(text) && (row.cells.length === 1 || !namesSomething(text));
  return mayDivide && !/\bPRE/.test(row.look ?? "") ? text : null;
}

/** What is the same in rows like "Collected: 03/02/2026"; null in a row without a number. */
const wordingOf = (row: Row): string | null => {
  const text = dividing(row);
  return text !== null && /\d/.test(text) ? text.replace(/[\d\W]+/g, "") : null;
};

/** Rows of one wording after every entry, the last one too, stand above nothing: each goes with the entry before it. */
function joinTrailing(rows: readonly Row[]): readonly Row[] {
  const wording = rows[1] && wordingOf(rows[1]);
  const trailing =
    rows.length > 3 &&
    rows.length % 2 === 0 &&
    rows.every((row, i) => (i % 2 === 0 ? onlyText(row) === null : wordingOf(row) === wording && wording !== null));
  if (!trailing) return rows;
  const width = Math.max(...rows.flatMap(({ cells }) => cells.map(({ column, span }) => column + span)));
  return rows.flatMap((row, i) => {
    const [more] = rows[i + 1]?.cells ?? [];
    if (i % 2 === 1 || !more) return [];
    const pieces = more.text.replace(/ \| : \| /g, ": ").split(" | ");
    return {
      ...row,
      cells: [...row.cells, ...pieces.map((text, at) => ({ ...more, column: width + at, span: 1, text }))],
    };
  });
}

const DAY = /\d([./-])\d{1,2}\1\d|\b(?:19|20)\d\d\b/;

/** Whether lines with days stand below the first entry and none above it: each may be of the entry above or below it. */
const areDaysUnclear = ([first, ...rows]: readonly Row[]): boolean =>
  first !== undefined && onlyText(first) === null && rows.some((row) => DAY.test(dividing(row) ?? ""));

/**
 * Finds in the rows of a region its column heads, its dividers ("URINE") and the rows between them.
 * One region, or several where the columns start anew further down.
 */
export function compose(raw: Region): Region[] {
  if (raw.shape === "prose" || raw.columns.length) return [raw];
  const { rows: all, heads: above = [], bare = false, ...region } = raw;
  // the heads of a grid that stands below
  if (region.shape === "grid" && all.every(isTimeRow)) return [];
  let first = 0;
  let heads = above.every(namesColumns) ? above : [];
  let headings = region.headings;
  if (!heads.length) {
    // titles over the whole width stand above the heads
    while (
      first < 3 &&
      all[first]?.cells.length === 1 &&
      (all[first + 1]?.cells.length ?? 0) > 1 &&
      headerCount(all, first + 1)
    )
      first++;
    // "Smoking status | Never" is no head of the next pair
    const says = region.shape === "pairs" && saysSomething(all[first]?.cells[0]?.text ?? "");
    const count = says ? 0 : headerCount(all, first);
    headings = [...headings, ...all.slice(0, first).flatMap((row) => onlyText(row) ?? [])];
    heads = all.slice(first, first + count);
    first += count;
  }
  let columns = columnNames(heads);
  let rows: Row[] = [];
  /** Dividers the next row stands under. One of another look does not end the one above it: a note must not hide "URINE". */
  let groups: { look: string; text: string }[] = [];
  // a list of single texts has no dividers: every row is an entry
  const divided = columns.length > 1 || all.some(({ cells }) => cells.length > 1);
  const pairs =
    region.shape === "pairs" ||
    (region.shape === "list" && !heads.length && all.every(({ cells }) => cells.length === 2));
  const shape = region.shape === "list" && heads.length ? "grid" : pairs ? "pairs" : region.shape;
  const regions: Region[] = [];
  const close = () => {
    regions.push({
      ...region,
      shape,
      headings,
      columns,
      rows: bare ? [] : rows,
      rowCount: Math.max(0, region.rowCount - first),
      ...(daysUnclear ? { daysUnclear } : {}),
    });
    rows = [];
    groups = [];
  };
  const body = joinTrailing(all.slice(first));
  const daysUnclear = divided && areDaysUnclear(body);
  for (const row of body) {
    if (restartsHeader(row)) {
      const names = columnNames([row]);
      if (names.join() !== columns.join()) {
        if (rows.length) close();
        columns = names;
      }
      continue;
    }
    const text = divided && (row.cells.length === 1 || columns.length > 2) ? dividing(row) : null;
    const look = row.look ?? "";
    if (text !== null) {
      const same = groups.findIndex((group) => group.look === look);
      groups = [...(same < 0 ? groups : groups.slice(0, same)), { look, text }];
      if (!saysSomething(text)) continue;
    }
    rows.push({
      ref: row.ref,
      group: groups.map((group) => group.text).join(" / ") || null,
      hints: row.hints,
      cells: row.cells
        .filter((cell) => cell.text || cell.hints)
        .map((cell) => (pairs && cell.column === 0 ? { ...cell, header: true } : cell)),
    });
  }
  close();
  return regions;
}
