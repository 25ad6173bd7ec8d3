import { headingIn } from "./headings";
import { bare, elementsOf, UNREAD } from "./tree";

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
  spots: readonly Spot[];
  /** The page itself says that it is a row of column heads. */
  head: boolean;
}

interface Placed {
  at: Element;
  span: number;
  /** How many rows it reaches down. */
  down?: number;
  head?: boolean;
  /** Column it asks for. */
  start?: number;
}

/** Puts cells where the browser does: after what is there, past cells that reach down from above, wrapped after `tracks` columns. */
function layOut(rows: Iterable<Iterable<Placed>>, tracks = 1e9): Spot[][] {
  const laid: Spot[][] = [];
  const taken = new Set<string>();
  let row = -1;
  for (const cells of rows) {
    let column = 0;
    laid[++row] ??= [];
    for (const { at, span, down = 1, head = false, start = -1 } of cells) {
      if (start >= 0) {
        if (start < column) row++;
        column = start;
      }
      while (taken.has(`${row},${column}`) || (column > 0 && column + span > tracks)) {
        if (++column + span > tracks) [row, column] = [row + 1, 0];
      }
      for (let below = row; below < row + down; below++) {
        laid[below] ??= [];
        laid[below]?.push({ at, column, span, head });
        for (let i = column; i < column + span; i++) taken.add(`${below},${i}`);
      }
      column += span;
    }
  }
  return laid.map((spots) => spots.sort((a, b) => a.column - b.column));
}

/** Class words that call something a head. */
const isHeadByName = (element: Element): boolean => /(^|[\s_-])t?(head|hdr)/i.test(element.className);

const cellsOf = (row: HTMLTableRowElement, most: number): Placed[] =>
  Array.from(row.cells, (at) => ({
    at,
    span: Math.min(at.colSpan, 200),
    down: Math.min(at.rowSpan || most, most),
    head: at.tagName === "TH",
  }));

/** Rows of a table as far as they are wanted; those of tables inside its cells are not among them. */
export function tableLines(
  table: HTMLTableElement,
  wanted: (row: Element, index: number, rows: readonly Element[]) => boolean = () => true,
): Line[] {
  const rows = Array.from(table.rows).filter(wanted);
  const width = Math.max(...rows.slice(0, 20).map((row) => row.cells.length));
  const bodies = rows.length > (table.tHead?.rows.length ?? 0);
  const isHead = (row: HTMLTableRowElement) => {
    if (bodies && row.parentElement?.tagName === "THEAD") return true;
    const cells = [...row.cells];
    if (cells.length > 1 && (isHeadByName(row) || cells.every(isHeadByName))) return true;
    const filled = cells.filter(bare);
    const alone = filled.length === 1 && cells.length === width;
    return (
      filled.every((cell) => cell.tagName === "TH") && (alone || filled.length > 1) && filled.length * 2 > cells.length
    );
  };
  const laid = layOut(rows.map((row, i) => cellsOf(row, rows.length - i)));
  return rows.map((at, i) => ({ at, spots: laid[i] as Spot[], head: isHead(at) }));
}

const CELLS = "[role$=cell],[role$=header]";

/** Rows by their ARIA roles. One row may lie in several pieces (frozen columns): pieces with one aria-rowindex are joined. */
export function ariaLines(root: Element): Line[] {
  const rows = new Map<unknown, Element[]>();
  for (const piece of root.querySelectorAll("[role=row]")) {
    if (piece.parentElement?.closest("[role=row]") || !piece.checkVisibility()) continue;
    const index = piece.getAttribute("aria-rowindex") ?? piece;
    rows.set(index, [...(rows.get(index) ?? []), piece]);
  }
  return [...rows.values()].map((pieces) => {
    const cells = pieces.flatMap((piece) => [...piece.querySelectorAll(CELLS)]);
    const placed = (cells.length ? cells : pieces.flatMap(partsOf)).map((at) => ({
      at,
      span: Number(at.getAttribute("aria-colspan")) || 1,
      head: /header$/.test(at.role as string),
      start: Number(at.getAttribute("aria-colindex")) - 1,
    }));
    const head = cells.length > 0 && cells.every((cell) => cell.role === "columnheader");
    return { at: pieces[0] as Element, spots: layOut([placed])[0] as Spot[], head };
  });
}

/** Children that may hold text of the page. */
export const kidsOf = (element: Element): Element[] =>
  elementsOf(element).filter((kid) => !UNREAD.test(kid.tagName) && !kid.matches("br,hr,nav") && kid.checkVisibility());

/** The cells of a record: its children, empty ones too, since they keep the columns apart. One part when it has text of its own. */
export function partsOf(record: Element): Element[] {
  const kids = kidsOf(record);
  const [only] = kids;
  if (!only || [...record.childNodes].some((node) => node instanceof Text && node.data.trim())) return [record];
  return kids.length === 1 ? partsOf(only) : kids;
}

/** One line of the parts of an element. */
export const partLine = (at: Element, parts: readonly Element[], head: boolean): Line => ({
  at,
  spots: parts.map((part, column) => ({
    at: part,
    column,
    span: 1,
    head: head || /^(TH|DT|LABEL)$/.test(part.tagName),
  })),
  head,
});

/** Children of a container as lines; what is not a record (a heading, a divider) becomes a line of one spot. */
export function recordLines(container: Element, isRecord: (element: Element) => boolean): Line[] {
  return kidsOf(container).flatMap((at) => {
    if (!bare(at)) return [];
    if (isRecord(at)) return partLine(at, partsOf(at), false);
    const heads = isHeadByName(at) ? partsOf(at) : [];
    if (heads.length > 1) return partLine(at, heads, true);
    return bare(at).length > 60 && !headingIn(at) ? [] : partLine(at, [at], false);
  });
}

/** dt and the dd that follow it, with or without a div around them. */
export function pairLines(list: Element): Line[] {
  const pairs: Element[][] = [];
  for (const at of list.querySelectorAll("dt,dd")) {
    if (at.tagName === "DD" && pairs.length) pairs.at(-1)?.push(at);
    else pairs.push([at]);
  }
  return pairs.flatMap((parts) => (parts[0] ? partLine(parts[0], parts, false) : []));
}

/** Cells that lie in a CSS grid without rows, put in order as the browser does. */
export function gridLines(grid: Element, tracks: number): Line[] {
  const cells = elementsOf(grid).flatMap((at) => {
    const { display, position, gridColumnStart, gridColumnEnd, gridRowStart, gridRowEnd } = getComputedStyle(at);
    if (display === "none" || position === "absolute") return [];
    const span = Math.min(spanOf(gridColumnStart, gridColumnEnd, tracks), tracks);
    return { at, span, down: spanOf(gridRowStart, gridRowEnd, 1), start: Number(gridColumnStart) - 1 };
  });
  return layOut([cells], tracks).flatMap((spots) => (spots[0] ? { at: spots[0].at, spots, head: false } : []));
}

function spanOf(start: string, end: string, tracks: number): number {
  const said = /span (\d+)/.exec(`${start} ${end}`)?.[1];
  const span = Number(said) || Number(end) - Number(start);
  return end === "-1" ? tracks - Number(start) + 1 : span > 0 ? span : 1;
}
