import type { Cell, Region, RegionShape, Row } from "../../src/chart/snapshot";
import { columnNames, headerCount, restartsHeader } from "./header";
import { type Line, onlyText } from "./lines";
import { refOf } from "./refs";
import { mayDivide } from "./scan";
import { FACT, kindsOf, NAME } from "./terms";
import { attributeWords, hintsOf, textOf } from "./text";

/** Regions up to this many rows are sent whole; of larger ones only rows with terms and those that continue them. */
const WHOLE = 150;
const NOTE = /^\W*(?:note|notes|comment|comments|interp|ref|reference|performed|source|see|remark)\b|[.!?]$/i;

/** Everything a region is made of before it is written down. */
export interface Plan {
  root: Element;
  shape: RegionShape;
  lines: readonly Line[];
  /** Heads found outside the region: a grid above it, a table of its own. */
  heads?: readonly Line[];
  headings: string[];
  says: string[];
  hits: ReadonlySet<Element>;
  shown: (element: Element) => boolean;
}

/** How a divider looks; dividers of one look are of one rank. */
const looks = ({ at, spots }: Line) =>
  [
    at.tagName,
    at.getAttribute("class"),
    spots[0]?.at.tagName,
    spots[0]?.at.getAttribute("class"),
    spots[0]?.at.querySelector("b,strong")?.tagName,
  ].join();

/** The dividers a row stands under. One of another look does not end the one above it: a note must not hide "URINE". */
type Groups = { look: string; text: string }[];

function divide(groups: Groups, look: string, text: string): void {
  const same = groups.findIndex((group) => group.look === look);
  if (same >= 0) groups.length = same;
  groups.push({ look, text });
}

/** Writes lines down as regions: one, or several where the columns start anew further down. */
export function* compose(plan: Plan): Generator<Region | undefined> {
  const { lines, shown, hits } = plan;
  let heads = plan.heads ?? [];
  let titles: string[] = [];
  let first = 0;
  if (!heads.length) {
    // titles over the whole width stand above the heads
    while (first < lines.length - 1 && first < 3) {
      const line = lines[first];
      const title =
        line && line.spots.length === 1 && (lines[first + 1]?.spots.length ?? 0) > 1 ? onlyText(line) : null;
      if (!title || !headerCount(lines.slice(first + 1, first + 9))) break;
      titles = [...titles, title];
      first++;
    }
    const count = headerCount(lines.slice(first, first + 12));
    heads = lines.slice(first, first + count);
    first += count;
  }
  let columns = columnNames(heads);
  let groups: Groups = [];
  let rows: Row[] = [];
  let count = 0;
  const large = lines.length > WHOLE;
  const hasHit = (line: Line) =>
    hits.has(line.at) || (plan.shape !== "table" && line.spots.some((spot) => hits.has(spot.at)));
  const region = (): Region => ({
    ref: refOf(plan.root),
    shape: plan.shape,
    headings: [...plan.headings, ...titles],
    columns,
    rows,
    rowCount: count,
    says: plan.says,
    hints: [plan.root, plan.root.parentElement, plan.root.parentElement?.parentElement]
      .map((element) => (element ? attributeWords(element) : ""))
      .join(" ")
      .trim()
      .slice(0, 400),
  });
  let continues = false;
  for (let i = first; i < lines.length; i++) {
    const line = lines[i];
    if (!line) continue;
    const hit = hasHit(line);
    if (large && !hit && !continues && !mayDivide(line.at)) {
      count++;
      continue;
    }
    if (rows.length % 16 === 15 || i % 256 === 255) yield;
    if (!shown(line.at)) continue;
    if (restartsHeader(line)) {
      const names = columnNames([line]);
      if (names.join() !== columns.join()) {
        if (rows.length) yield region();
        [columns, rows, count, groups] = [names, [], 0, []];
      }
      continue;
    }
    const text = onlyText(line);
    const divides =
      text !== null &&
      (line.spots.length === 1 || columns.length > 2) &&
      text.length <= 80 &&
      columnsWide(plan, columns);
    if (
      divides &&
      !NOTE.test(text) &&
      !line.at.querySelector("pre") &&
      !(line.spots.length > 1 && kindsOf(text) & NAME)
    ) {
      divide(groups, looks(line), text);
      continues = false;
      if (!(kindsOf(text) & (NAME | FACT))) continue;
    }
    count++;
    // what follows a hit without a name of its own belongs to it
    const goesOn: boolean = continues && (line.spots.length === 1 || !line.spots[0] || !textOf(line.spots[0].at));
    continues = hit || goesOn;
    if (large && !hit && !goesOn) continue;
    const row = rowOf(line, groups.map((group) => group.text).join(" / ") || null, plan.shape);
    if (row) rows.push(row);
  }
  yield region();
}

/** A list of single texts has no dividers: every line is an entry. */
const columnsWide = (plan: Plan, columns: readonly string[]) =>
  columns.length > 1 || plan.lines.some((line) => line.spots.length > 1);

function rowOf(line: Line, group: string | null, shape: RegionShape): Row | null {
  const texts = line.spots.map((spot) => textOf(spot.at));
  const whole = texts.join(" ");
  if (!whole.trim()) return null;
  const cells: Cell[] = line.spots.map(({ at, column, span, head }, i) => ({
    ref: refOf(at, texts[i] ?? "", whole),
    column,
    span,
    text: texts[i] ?? "",
    header: head || (shape === "pairs" && i === 0),
    hints: hintsOf(at),
  }));
  return {
    ref: refOf(line.at, "", whole),
    group,
    cells: cells.filter((cell) => cell.text || cell.hints),
    hints: attributeWords(line.at),
  };
}
