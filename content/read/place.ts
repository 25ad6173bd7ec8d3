import type { RegionShape } from "../../src/chart/snapshot";
import { kidsOf, partsOf } from "./lines";
import { bare, elementsOf, HEADINGS, isInline, parentOf, signature, UNREAD } from "./tree";

/** Where a hit belongs: the structure that gives it meaning, and the line of it that holds the hit. */
export interface Place {
  root: Element;
  shape: RegionShape;
  line: Element;
  /** How a grid without rows is cut into rows: cells a row. */
  tracks?: number | undefined;
}

const EXPLICIT = "td,th,caption,li,dt,dd,[role=row],[role=listitem]";
/** Where words are offered for choice, not stated. */
const OFFERED = "nav,menu,[role=navigation],[role=menu],[role=tablist],[role=listbox],[contenteditable=true]";
const CELL_LENGTH = 1500;
/** What is never inside one cell or one record. */
const CONTENT = "table,ul,ol,dl,nav,iframe,h1,h2,[role$=grid],[role=table],[role=row]";

/** Blocks of running text. */
const FLOW = `p,blockquote,${HEADINGS}`;

const length = (element: Element) => bare(element).length;

/** Whether an element is text in a form that is not an answer yet: an entry of a menu, the label of a box to tick. */
const isOffered = (hit: Element) =>
  hit.closest(OFFERED) || hit.closest("label")?.control?.matches("[type=checkbox],[type=radio]");

/** The place of a hit, or null where words are only offered. */
export function placeOf(hit: Element): Place | null {
  if (isOffered(hit)) return null;
  let limit: Element | null = null;
  for (let at: Element | null = hit; at; ) {
    const explicit: Element | null = at.closest(EXPLICIT);
    if (!explicit) break;
    const place = explicitPlace(explicit, hit);
    if (place) return place;
    limit ??= explicit;
    at = explicit.parentElement;
  }
  const home = limit ?? hit.getRootNode();
  return recordPlace(hit, home) ?? prosePlace(hit, home);
}

function explicitPlace(explicit: Element, hit: Element): Place | null {
  if (explicit.matches("[role=row]")) {
    const root = explicit.closest("[role$=grid],[role=table]") ?? explicit.parentElement;
    return root && root.tagName !== "BODY" ? { root, shape: "grid", line: explicit } : null;
  }
  if (explicit.matches("td,th,caption")) {
    const table = explicit.closest("table");
    return table && isData(table, explicit)
      ? { root: table, shape: "table", line: explicit.closest("tr") ?? explicit }
      : null;
  }
  if (explicit.matches("dt,dd")) {
    const root = explicit.closest("dl");
    return root ? { root, shape: "pairs", line: explicit } : null;
  }
  if (length(explicit) > CELL_LENGTH / 2 && recordPlace(hit, explicit)) return null;
  const root = explicit.parentElement;
  return root ? { root, shape: "list", line: explicit } : null;
}

/** A table that holds data, seen from one of its cells; tables that only lay out the page do not. */
function isData(table: HTMLTableElement, cell: Element): boolean {
  if (table.matches("[role=presentation],[role=none]")) return false;
  const { rows } = table;
  const wide = [..."01234567"].some((i) => rows[Number(i)]?.cells[1]);
  if (!wide && (length(cell) > 200 || rows.length < 2)) return false;
  if (length(cell) > CELL_LENGTH || cell.querySelector(HEADINGS)) return false;
  // a cell with a list of its own: each entry speaks for itself
  return cell.querySelectorAll("li").length < 2;
}

/** Text-bearing elements inside, counted up to a few. */
function leaves(element: Element): number {
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  const seen = new Set<Node | null>();
  while (seen.size < 3 && walker.nextNode()) {
    const { currentNode } = walker;
    const parent = currentNode.parentElement;
    if ((currentNode as Text).data.trim() && parent && !UNREAD.test(parent.tagName)) seen.add(parent);
  }
  return seen.size;
}

/** Whether elements are records of one kind: most of them hold more than one text. */
const areRecords = (alike: readonly Element[]) =>
  alike.length > 1 &&
  alike.filter((element) => leaves(element) > 1).length * 2 > alike.length &&
  alike.every((element) => length(element) <= CELL_LENGTH && !element.querySelector(CONTENT));

/** Alike siblings, the element itself among them. */
export function alikeOf(element: Element): Element[] {
  const parent = parentOf(element);
  const own = signature(element);
  return parent ? elementsOf(parent).filter((sibling) => signature(sibling) === own && bare(sibling)) : [];
}

/** A row among rows made of any elements: repeated siblings that hold several texts each, or cells in a grid. */
function recordPlace(hit: Element, home: Node): Place | null {
  for (let at: Element | null = hit; at && at !== home && at.tagName !== "BODY"; at = parentOf(at)) {
    const parent: Element | null = parentOf(at);
    if (!parent || parent === home.parentNode || length(at) > CELL_LENGTH || (at !== hit && at.querySelector(CONTENT)))
      return null;
    const tracks = tracksOf(parent);
    if (tracks) return { root: parent, shape: "grid", line: at, tracks };
    if (parent.tagName === "P") continue;
    // below a title of its own the hit is content of a section, not the name of a record
    if (at !== hit && titled(at, hit)) return null;
    const alike = alikeOf(at);
    // cells of one row are alike too: then the row is meant, one level up
    if (alike.length < 2 || isRow(parent, alike)) continue;
    if (leaves(at) > 1 ? areRecords(alike) : areEntries(alike)) return { root: parent, shape: "list", line: at };
  }
  return null;
}

/** Blocks with one short text each, none of which is a value of another. */
const areEntries = (alike: readonly Element[]) =>
  alike.every(
    (one) =>
      !one.matches(FLOW) && !isInline(one) && leaves(one) < 3 && length(one) < 200 && /^\p{L}.*[^.:]$/u.test(bare(one)),
  );

/** Whether the parent of alike elements is a row of them: one of several rows of one width, with nothing between them. */
function isRow(parent: Element, cells: readonly Element[]): boolean {
  const rows = alikeOf(parent);
  return (
    areRecords(rows) &&
    rows.every(
      (row, i) => partsOf(row).length === cells.length && !(i && row.previousElementSibling?.matches(HEADINGS)),
    )
  );
}

/** Whether an element has a title before the hit. */
const titled = (element: Element, hit: Element) => {
  const title = element.querySelector(HEADINGS);
  return title && !title.contains(hit) && !hit.contains(title);
};

/** Columns of a CSS grid, 0 where there is none. */
export function gridTracks(element: Element): number {
  const style = getComputedStyle(element);
  return style.display.endsWith("grid") ? (style.gridTemplateColumns.match(/px/g)?.length ?? 0) : 0;
}

/** Cells a row when the children of an element are cells in a grid without rows: by its CSS, or by the beat of its children. */
function tracksOf(parent: Element): number {
  const kids = kidsOf(parent);
  if (kids.length < 2 || kids.filter((kid) => leaves(kid) > 1).length * 2 > kids.length) return 0;
  if (kids.some((kid) => length(kid) > 300 || kid.querySelector(CONTENT))) return 0;
  const tracks = gridTracks(parent);
  if (tracks > 1 && kids.length >= tracks) return tracks;
  const beat = kids.map(signature);
  if (new Set(beat).size < 2) return 0;
  for (let size = 2; size <= Math.min(12, kids.length / 2); size++) {
    if (kids.length % size === 0 && beat.every((sign, i) => i < size || sign === beat[i - size])) return size;
  }
  return 0;
}

/** Running text: the block around the hit, seen with the blocks beside it. */
function prosePlace(hit: Element, home: Node): Place | null {
  let line = hit;
  while (line !== home && isInline(line)) {
    const parent = parentOf(line);
    if (!parent || parent.tagName === "BODY") break;
    line = parent;
  }
  let root = parentOf(line) ?? line;
  // wrappers around a single block
  while (root !== home && root.tagName !== "BODY" && length(root) <= length(line) + 2 && parentOf(root)) {
    line = root;
    root = parentOf(root) ?? root;
  }
  if (root.matches("tbody,tr,ul,ol")) root = line;
  // a list with a single entry
  const alone = root !== line && leaves(line) > 1 && length(line) < 300 && !line.matches(`pre,main,:has(p,br),${FLOW}`);
  return { root, shape: alone ? "list" : "prose", line };
}
