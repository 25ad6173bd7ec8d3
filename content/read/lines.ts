import { headingIn } from "./headings";
import { textOf } from "./text";
import { elementsOf, isHeading, UNREAD } from "./tree";

/** A cell in its place: which column of the region it stands in, over how many. */
export interface Spot {
  at: Element;
  column: number;
  span: number;
  /** th, role=columnheader or rowheader, dt. */
  head: boolean;
}

/** One row as it stands on the screen, whatever it is made of: tr, role=row, a run of grid cells, a div of divs. */
export interface Line {
  at: Element;
  spots: Spot[];
  /** The page itself says that it is a row of column heads. */
  head: boolean;
}

const HEADLIKE =
  /(?:^|[\s_-])(?:col|column|table|grid|row)?[_-]?(?:head|header|heads|headers|heading|hdr|thead)(?:$|[\s_-]|ing|er)/i;

/** Class words that call something a head. */
export const isHeadByName = (element: Element): boolean => HEADLIKE.test(element.getAttribute("class") ?? "");

/** Places spots column by column; cells that span rows stay in the way of the rows below. */
export class Columns {
  private carried: { spot: Spot; rows: number }[] = [];

  /** The spots of one row: its own cells and those that reach down into it. */
  row(cells: Iterable<{ at: Element; span: number; rows: number; head: boolean; start?: number | undefined }>): Spot[] {
    const above = this.carried.filter((carry) => carry.rows > 0);
    const taken = new Set<number>();
    for (const { spot } of above) for (let i = 0; i < spot.span; i++) taken.add(spot.column + i);
    const spots = above.map((carry) => carry.spot);
    this.carried = above.map(({ spot, rows }) => ({ spot, rows: rows - 1 }));
    let column = 0;
    for (const { at, span, rows, head, start } of cells) {
      column = start ?? column;
      while (start === undefined && taken.has(column)) column++;
      const spot = { at, column, span, head };
      spots.push(spot);
      if (rows > 1) this.carried.push({ spot, rows: rows - 1 });
      column += span;
    }
    return spots.sort((a, b) => a.column - b.column);
  }
}

/** From this many rows on, cells are opened only where something was found: opening them all is what costs. */
const MANY = 400;

/** Rows of a table; those of tables inside its cells are not among them. */
export function tableLines(table: HTMLTableElement): Line[] {
  const columns = new Columns();
  const rows = Array.from(table.rows);
  const bodies = rows.length > (table.tHead?.rows.length ?? 0);
  const width = Math.max(...rows.slice(0, 20).map((row) => row.cells.length), 1);
  const spotsOf = (row: HTMLTableRowElement, into: Columns) =>
    into.row(
      [...row.cells].map((at) => ({
        at,
        span: Math.min(at.colSpan, 200),
        rows: Math.min(at.rowSpan || 999, 999),
        head: at.tagName === "TH",
      })),
    );
  const lazy = rows.length > MANY && !table.querySelector("[rowspan]");
  return rows.map((row) =>
    lazy
      ? new LazyLine(row, () => spotsOf(row, new Columns()))
      : { at: row, spots: spotsOf(row, columns), head: isHeadRow(row, bodies, width) },
  );
}

/** A row of a long table. Heads stand at its top, which is read with the first rows. */
class LazyLine implements Line {
  private read: Spot[] | undefined;

  constructor(
    readonly at: HTMLTableRowElement,
    private readonly open: () => Spot[],
  ) {}

  get spots(): Spot[] {
    this.read ??= this.open();
    return this.read;
  }

  get head(): boolean {
    return isHeadRow(this.at, true, 2);
  }
}

/** Whether the page marks a row as column heads: by thead, by th, by class words. */
function isHeadRow(row: HTMLTableRowElement, bodies: boolean, width: number): boolean {
  if (bodies && row.parentElement?.tagName === "THEAD") return true;
  const cells = [...row.cells];
  if (cells.length > 1 && (isHeadByName(row) || cells.every(isHeadByName))) return true;
  const filled = cells.filter((cell) => (cell.textContent ?? "").trim());
  const all =
    filled.every((cell) => cell.tagName === "TH") &&
    (filled.length > 1 || (filled.length === 1 && cells.length === width));
  return all && filled.length * 2 > cells.length;
}

/** Rows by their ARIA roles. One row may lie in several pieces (frozen columns): pieces with one aria-rowindex are joined. */
export function ariaLines(root: Element): Line[] {
  const rows = [...root.querySelectorAll("[role=row]")].filter(
    (row) => row.parentElement?.closest("[role=row]") == null,
  );
  const byIndex = new Map<string, Element[]>();
  rows.forEach((row, i) => {
    const index = row.getAttribute("aria-rowindex") ?? `#${i}`;
    byIndex.set(index, [...(byIndex.get(index) ?? []), row]);
  });
  return [...byIndex.values()].map((pieces) => {
    const cells = pieces.flatMap((piece) => [
      ...piece.querySelectorAll("[role=cell],[role=gridcell],[role=columnheader],[role=rowheader]"),
    ]);
    const spans = cells.length ? cells : pieces.flatMap(partsOf);
    const columns = new Columns();
    const spots = columns.row(
      spans.map((at) => {
        const index = Number(at.getAttribute("aria-colindex"));
        return {
          at,
          span: Number(at.getAttribute("aria-colspan")) || 1,
          rows: 1,
          head: /header$/.test(at.getAttribute("role") ?? ""),
          start: index ? index - 1 : undefined,
        };
      }),
    );
    const [at] = pieces;
    return {
      at: at ?? root,
      spots,
      head: cells.length > 0 && cells.every((cell) => cell.getAttribute("role") === "columnheader"),
    };
  });
}

/** The cells of a record: its children, empty ones too, since they keep the columns apart. One part when it has text of its own. */
export function partsOf(record: Element): Element[] {
  const kids = elementsOf(record).filter(
    (kid) => !UNREAD.test(kid.tagName) && kid.tagName !== "BR" && kid.tagName !== "HR" && kid.checkVisibility(),
  );
  const loose = [...record.childNodes].some((node) => node.nodeType === 3 && (node as Text).data.trim());
  if (loose || kids.length === 0) return [record];
  const [only] = kids;
  return kids.length === 1 && only ? partsOf(only) : kids;
}

/** Children of a container as lines; what is not a record (a heading, a divider) becomes a line of one spot. */
export function recordLines(container: Element, isRecord: (element: Element) => boolean): Line[] {
  const lines: Line[] = [];
  for (const at of elementsOf(container)) {
    if (UNREAD.test(at.tagName) || !(at.textContent ?? "").trim()) continue;
    const record = isRecord(at);
    if (!record && !isHeadByName(at) && !headingIn(at) && (at.textContent ?? "").trim().length > 60) continue;
    const parts = record || isHeadByName(at) ? partsOf(at) : [at];
    const spots = parts.map((part, column) => ({
      at: part,
      column,
      span: 1,
      head: /^(?:TH|DT|LABEL)$/.test(part.tagName),
    }));
    lines.push({ at, spots, head: spots.length > 1 && !record && !isHeading(at) });
  }
  return lines;
}

/** Cells that lie in a CSS grid without rows, put in order as the browser does. */
export function cssGridLines(grid: Element, tracks: number): Line[] {
  const rows: Spot[][] = [];
  const taken = new Set<string>();
  let [row, column] = [0, 0];
  for (const at of elementsOf(grid)) {
    const style = getComputedStyle(at);
    if (style.display === "none" || style.position === "absolute") continue;
    const span = Math.min(spanOf(style.gridColumnStart, style.gridColumnEnd, tracks), tracks);
    const down = spanOf(style.gridRowStart, style.gridRowEnd, 1);
    const start = Number(style.gridColumnStart);
    if (start > 0) {
      if (start - 1 < column) row++;
      column = start - 1;
    }
    while (column + span > tracks || taken.has(`${row},${column}`)) {
      column++;
      if (column + span > tracks) [row, column] = [row + 1, 0];
    }
    for (let r = 0; r < down; r++) {
      for (let c = 0; c < span; c++) taken.add(`${row + r},${column + c}`);
      rows[row + r] ??= [];
      rows[row + r]?.push({ at, column, span, head: false });
    }
    column += span;
  }
  return rows.flatMap((spots) =>
    spots[0] ? [{ at: spots[0].at, spots: spots.sort((a, b) => a.column - b.column), head: false }] : [],
  );
}

function spanOf(start: string, end: string, tracks: number): number {
  const words = `${start} / ${end}`;
  const span = /span (\d+)/.exec(words)?.[1];
  if (span) return Number(span);
  const [from, to] = [Number(start), Number(end)];
  if (from > 0 && to > from) return to - from;
  if (from > 0 && to === -1) return tracks - from + 1;
  return 1;
}

/** Whether a line is one single text over the whole width. */
export function onlyText(line: Line): string | null {
  let only: string | null = null;
  for (const { at } of line.spots) {
    const text = textOf(at);
    if (!text || text === only) continue;
    if (only !== null) return null;
    only = text;
  }
  return only;
}
