import type { FrameSnapshot, Region, RegionShape } from "../../src/chart/snapshot";
import { bannerBlocks, bannerPieces } from "./banner";
import { bareList } from "./bare-lists";
import { isTimeLike } from "./header";
import { contextOf } from "./headings";
import { ariaLines, gridLines, type Line, pairLines, partLine, partsOf, recordLines, tableLines } from "./lines";
import { alikeOf, gridTracks, type Place, placeOf } from "./place";
import { proseRows } from "./prose";
import { forgetGone, refOf } from "./refs";
import { compose } from "./region";
import { scan, shadowRootsIn } from "./scan";
import { FACT, kindsOf, LIST, NAME, PATIENT } from "./terms";
import { attributeWords, textOf } from "./text";
import { elementsOf } from "./tree";
import { visibility } from "./visible";

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
      if (hit.kinds & (NAME | FACT)) {
        const place = placeOf(hit.at);
        if (!place) continue;
        const known = found.get(place.root);
        if (known) known.hits.add(hit.at).add(place.line);
        else found.set(place.root, { place, hits: new Set([hit.at, place.line]) });
      }
    }
  }
  yield;
  const shown = visibility();
  const blocks = bannerBlocks(people, shown);
  const page: Page = {
    found,
    shown,
    banner: (element) => blocks.some((block) => block.some((part) => part.contains(element) || element.contains(part))),
  };
  const regions: Region[] = [];
  for (const { place, hits } of found.values()) {
    if (!shown(place.root)) continue;
    yield;
    for (const region of regionsOf(place, hits, page)) {
      if (region) regions.push(region);
      else yield;
    }
  }
  const taken = (element: Element) =>
    [...found.keys()].some((root) => root === element || root.contains(element) || element.contains(root));
  for (const title of titles.slice(0, 60)) {
    const region = shown(title) ? bareList(title, shown, taken, page.banner) : null;
    if (region && !regions.some(({ ref }) => ref === region.ref)) regions.push(region);
    yield;
  }
  forgetGone();
  return {
    snapshot: {
      url: address(),
      title: document.title.slice(0, 300),
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

function* regionsOf(
  { root, shape, tracks, line }: Place,
  hits: Set<Element>,
  { found, shown, banner }: Page,
): Generator<Region | undefined> {
  const { headings, says } = contextOf(root, banner);
  if (shape === "prose") {
    const rows = proseRows(root, hits, shown, (element) => element !== line && found.has(element));
    if (rows.length)
      yield {
        ref: refOf(root),
        shape,
        headings,
        columns: [],
        rows,
        rowCount: rows.length,
        says,
        hints: attributeWords(root),
      };
    return;
  }
  const lines = linesOf(root, shape, tracks, line);
  if (tracks && lines.every(isTimeLine)) return; // the heads of a grid that follows
  const heads = shape === "table" ? [] : headsAbove(root, lines);
  const settled: RegionShape =
    shape === "list" && heads.length ? "grid" : shape === "list" && arePairs(lines) ? "pairs" : shape;
  yield* compose({ root, shape: settled, lines, heads, headings, says, hits, shown });
}

function linesOf(root: Element, shape: RegionShape, tracks: number | undefined, line: Element): Line[] {
  if (root instanceof HTMLTableElement) return tableLines(root);
  if (tracks) return gridLines(root, tracks);
  if (shape === "grid") return ariaLines(root);
  if (root.tagName === "DL") return pairLines(root);
  const alike = new Set(alikeOf(line));
  return recordLines(root, (element) => alike.has(element));
}

const arePairs = (lines: readonly Line[]) => lines.every((line) => line.spots.length === 2);

/** Nothing but times beside the corner. */
const isTimeLine = (line: Line) => line.spots.slice(1).every(({ at }) => !textOf(at) || isTimeLike(textOf(at)));

/** Only names and times: what stands above columns, not in them. */
const namesColumns = (line: Line) =>
  line.spots.every(({ at, column }) => {
    const text = textOf(at);
    return (
      !text || column === 0 || isTimeLike(text) || (text.length < 60 && !/\d/.test(text) && !(kindsOf(text) & NAME))
    );
  });

/** Column heads that stand in an element of their own above the rows: a grid of dates, a header div. */
function headsAbove(root: Element, lines: readonly Line[]): Line[] {
  const width = Math.max(...lines.map((line) => line.spots.length), 0);
  if (width < 2) return [];
  for (let at: Element | null = root, depth = 0; at && depth < 4; at = at.parentElement, depth++) {
    const above: Element | null = at.previousElementSibling;
    if (!above) continue;
    let box = above;
    // down through wrappers to the element that holds the cells
    for (let inner = elementsOf(box); inner.length === 1 && inner[0]; inner = elementsOf(box)) box = inner[0];
    const parts = partsOf(box);
    const heads =
      gridTracks(box) === width ? gridLines(box, width) : parts.length === width ? [partLine(box, parts, true)] : [];
    return heads.every(namesColumns) ? heads : [];
  }
  return [];
}

/** The address with what names the patient, without what changes by itself. */
function address(): string {
  const url = new URL(location.href);
  for (const [key, value] of [...url.searchParams]) {
    if (value.length > 40 || /token|session|nonce|auth|code|csrf|time|stamp|^_/i.test(key))
      url.searchParams.delete(key);
  }
  return url.href.slice(0, 1000);
}
