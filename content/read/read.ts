import type { FrameSnapshot, Region, Row } from "../../src/chart/snapshot";
import { bannerBlocks, bannerPieces } from "./banner";
import { bareList } from "./bare-lists";
import { contextOf } from "./headings";
import { ariaLines, gridLines, type Line, pairLines, partLine, partsOf, recordLines, tableLines } from "./lines";
import { alikeOf, gridTracks, type Place, placeOf } from "./place";
import { proseRows } from "./prose";
import { refOf } from "./refs";
import { rowOf } from "./rows";
import { mayDivide, scan, shadowRootsIn } from "./scan";
import { FACT, LIST, PATIENT } from "./terms";
import { hintsAround, textOf } from "./text";
import { elementsOf, HEADINGS, parentOf } from "./tree";
import { isDrawn, visibility } from "./visible";

interface Found {
  place: Place;
  hits: Set<Element>;
}

/** What is known of the page while its regions are read. */
interface Page {
  found: ReadonlyMap<Element, Found>;
  shown: (element: Element) => boolean;
  banner: (element: Element) => boolean;
}

/** What a read saw: the snapshot, and the elements whose change makes it old. */
export interface Reading {
  snapshot: FrameSnapshot;
  /** Roots of regions, shown or not. */
  roots: Element[];
  /** Elements that say who the patient is. */
  banner: Element[];
  /** Shadow roots that were read. */
  shadows: ShadowRoot[];
}

/** Reads the page in steps; the caller decides how long to go on at a time. */
export function* read(): Generator<undefined, Reading> {
  const found = new Map<Element, Found>();
  const texts = new Map<Element, Found>();
  const titles: Element[] = [];
  const people: Element[] = [];
  const shadows = shadowRootsIn(document);
  for (const root of [document, ...shadows]) {
    for (const hit of scan(root)) {
      if (!hit) {
        yield;
        continue;
      }
      if (hit.kinds & PATIENT) people.push(hit.at);
      if (hit.kinds & LIST) titles.push(hit.at);
      if (hit.kinds & FACT) {
        const place = under(hit.at) ?? placeOf(hit.at);
        if (!place) continue;
        const into = place.shape === "prose" ? texts : found;
        const { hits } = into.get(place.root) ?? { hits: new Set() };
        if (!hits.size) into.set(place.root, { place, hits });
        hits.add(hit.at).add(place.line);
      }
    }
  }
  yield;
  // text beside a list that has the same parent is a region of its own
  for (const [root, text] of texts) {
    if (!found.has(root)) found.set(root, text);
    else
      for (const line of text.hits)
        if (parentOf(line) === root) found.set(line, { ...text, place: { root: line, shape: "prose", line } });
  }
  const shown = visibility();
  const blocks = bannerBlocks(people, shown);
  const page: Page = {
    found,
    shown,
    banner: (element) => blocks.flat().some((part) => part.contains(element) || element.contains(part)),
  };
  const regions: Region[] = [];
  for (const { place, hits } of found.values()) {
    // a list with the banner among its records is the layout of the page
    if (!shown(place.root) || (place.shape === "list" && alikeOf(place.line).some(page.banner))) continue;
    const region = yield* regionOf(place, hits, page);
    if (region.rows.length) regions.push(region);
  }
  for (const title of titles) {
    yield;
    const root = shown(title) && bareList(title);
    if (!root || !shown(root) || [...found.keys()].some((other) => root.contains(other) || other.contains(root)))
      continue;
    const place: Place = { root, shape: root.tagName === "TABLE" ? "table" : "list", line: root };
    found.set(root, { place, hits: new Set() });
    const region = yield* regionOf(place, new Set(), page);
    const text = textOf(root);
    // what it says when it is empty
    regions.push({
      ...region,
      bare: true,
      rows: region.rows.slice(0, 12),
      says: text.length > 200 ? region.says : [...region.says, text],
    });
  }
  return {
    snapshot: {
      url: location.href.slice(0, 2000),
      lang: document.documentElement.lang || null,
      top: window === window.top,
      banner: bannerPieces(blocks),
      regions,
    },
    roots: [...found.keys()],
    banner: blocks.flat(),
    shadows,
  };
}

/** The list under a title that names a test or a drug: its rows may not say what they are of. */
function under(hit: Element): Place | null {
  const root = hit.closest(HEADINGS)?.nextElementSibling;
  return root?.matches("dl,table") ? { root, shape: root.tagName === "DL" ? "pairs" : "table", line: root } : null;
}

/** Writes a region down, row by row. */
function* regionOf(
  { root, line, shape, tracks }: Place,
  hits: ReadonlySet<Element>,
  { found, shown, banner }: Page,
): Generator<undefined, Region> {
  const region = { ref: refOf(root), shape, columns: [], ...contextOf(root, banner), hints: hintsAround(root) };
  if (shape === "prose") {
    const rows = proseRows(root, hits, shown, (element) => element !== line && found.has(element));
    return { ...region, rows, rowCount: rows.length };
  }
  const { lines, total } = linesOf({ root, line, shape, tracks }, hits);
  const rows: Row[] = [];
  for (const one of lines) {
    yield;
    const row = isDrawn(one.at) && !(shape === "list" && banner(one.at)) && rowOf(one);
    if (row) rows.push(row);
  }
  const heads = shape === "table" ? [] : headsAbove(root, lines);
  return { ...region, rows, rowCount: total, heads: heads.flatMap((head) => rowOf(head) ?? []) };
}

/** Regions up to this many rows are sent whole; of larger ones the top, rows with terms and what follows them, and dividers. */
const WHOLE = 150;

function linesOf(
  { root, shape, tracks, line }: Place,
  hits: ReadonlySet<Element>,
): { lines: readonly Line[]; total: number } {
  let goesOn = false;
  const wanted = (row: Element, i: number, rows: readonly unknown[]) => {
    // what follows a hit without a name of its own belongs to it
    goesOn = hits.has(row) || (goesOn && (row.childElementCount < 2 || !row.firstElementChild?.textContent.trim()));
    return goesOn || rows.length <= WHOLE || i < 12 || mayDivide(row);
  };
  if (root instanceof HTMLTableElement) {
    return { lines: tableLines(root, root.querySelector("[rowspan]") ? () => true : wanted), total: root.rows.length };
  }
  const alike = shape === "list" ? alikeOf(line) : [];
  const lines = tracks
    ? gridLines(root, tracks)
    : shape === "grid"
      ? ariaLines(root)
      : root.tagName === "DL"
        ? pairLines(root)
        : recordLines(root, (element) => alike.includes(element) || hits.has(element));
  return { lines: lines.filter(({ at }, i) => tracks || wanted(at, i, lines)), total: lines.length };
}

/** What may be column heads in an element of its own above the rows: a grid of dates, a header div. As wide as the rows. */
function headsAbove(root: Element, lines: readonly Line[]): Line[] {
  const width = Math.max(...lines.map((line) => line.spots.length));
  let at: Element | null = root;
  for (let depth = 0; at && !at.previousElementSibling && depth < 4; depth++) at = at.parentElement;
  let box = at?.previousElementSibling;
  if (!box || !(width > 1)) return [];
  // down through wrappers to the element that holds the cells
  for (let inner = elementsOf(box); inner.length === 1 && inner[0]; inner = elementsOf(box)) box = inner[0];
  if (gridTracks(box) === width) return gridLines(box, width);
  const parts = partsOf(box);
  return width > 2 && parts.length === width ? [partLine(box, parts, true)] : [];
}
