import type { Region, RegionShape, Row } from "../../src/chart/snapshot";
import { columnNames, headerCount, restartsHeader } from "./header";
import { type Line, onlyText } from "./lines";
import { refOf } from "./refs";
import { FACT, kindsOf, NAME } from "./terms";
import { attributeWords, hintsOf, textOf } from "./text";

const NOTE = /^\W*(?:notes?|comments?|interp|ref|performed|source|see|remark)\b|[.!?]$/i;

/** Everything a region is made of before it is written down. */
export interface Plan {
  root: Element;
  shape: RegionShape;
  lines: readonly Line[];
  /** Heads found outside the region: a grid above it, a table of its own. */
  heads: readonly Line[];
  headings: string[];
  says: string[];
  /** Rows in all, also those that were not worth opening. */
  total: number;
  shown: (element: Element) => boolean;
}

/** How a divider looks; dividers of one look are of one rank. */
const looks = ({ at, spots: [spot] }: Line) =>
  [at, spot?.at, spot?.at.querySelector("b,strong")]
    .map((element) => element && element.tagName + element.className)
    .join();

/** Class, id and data words of a region and what is near around it. */
export const regionHints = (root: Element): string =>
  [root, root.parentElement, root.parentElement?.parentElement]
    .map((element) => (element ? attributeWords(element) : ""))
    .join(" ")
    .trim()
    .slice(0, 400);

/** Writes lines down as regions: one, or several where the columns start anew further down. */
export function* compose({
  root,
  shape,
  lines,
  heads,
  headings,
  says,
  total,
  shown,
}: Plan): Generator<Region | undefined> {
  let first = 0;
  if (!heads.length) {
    // titles over the whole width stand above the heads
    while (
      first < 3 &&
      lines[first]?.spots.length === 1 &&
      (lines[first + 1]?.spots.length ?? 0) > 1 &&
      headerCount(lines, first + 1)
    )
      first++;
    const count = headerCount(lines, first);
    heads = lines.slice(first, first + count);
    headings = [...headings, ...lines.slice(0, first).flatMap((line) => onlyText(line) ?? [])];
    first += count;
  }
  let columns = columnNames(heads);
  // a list of single texts has no dividers: every line is an entry
  const divided = columns.length > 1 || lines.some((line) => line.spots.length > 1);
  /** Dividers the next row stands under. One of another look does not end the one above it: a note must not hide "URINE". */
  let groups: { look: string; text: string }[] = [];
  let rows: Row[] = [];
  const region = (): Region => ({
    ref: refOf(root),
    shape,
    headings,
    columns,
    rows,
    rowCount: total - first,
    says,
    hints: regionHints(root),
  });
  for (const line of lines.slice(first)) {
    yield;
    if (!shown(line.at)) continue;
    if (restartsHeader(line)) {
      const names = columnNames([line]);
      if (names.join() !== columns.join()) {
        if (rows.length) yield region();
        [columns, rows, groups] = [names, [], []];
      }
      continue;
    }
    const text = divided && (line.spots.length === 1 || columns.length > 2) ? onlyText(line) : null;
    const kinds = text ? kindsOf(text) : 0;
    if (
      text &&
      text.length <= 80 &&
      !NOTE.test(text) &&
      !line.at.querySelector("pre") &&
      (line.spots.length === 1 || !(kinds & NAME))
    ) {
      const look = looks(line);
      const same = groups.findIndex((group) => group.look === look);
      groups = [...(same < 0 ? groups : groups.slice(0, same)), { look, text }];
      if (!(kinds & (NAME | FACT))) continue;
    }
    const row = rowOf(line, groups.map((group) => group.text).join(" / ") || null, shape);
    if (row) rows.push(row);
  }
  yield region();
}

function rowOf({ at, spots }: Line, group: string | null, shape: RegionShape): Row | null {
  const texts = spots.map((spot) => textOf(spot.at));
  const whole = texts.join(" ");
  if (!whole.trim()) return null;
  const cells = spots.map(({ at, column, span, head }, i) => {
    const text = texts[i] ?? "";
    return {
      ref: refOf(at, text, whole),
      column,
      span,
      text,
      header: head || (shape === "pairs" && !i),
      hints: hintsOf(at),
    };
  });
  return {
    ref: refOf(at, "", whole),
    group,
    cells: cells.filter((cell) => cell.text || cell.hints),
    hints: attributeWords(at),
  };
}
