/**
 * What one frame shows, as structure and raw text. The page side fills this in and knows no medicine; `structured`
 * finds column heads, dividers and labels in it; `qualify` turns it into facts. Types only: the content scripts import this file.
 */
export interface FrameSnapshot {
  /** Address without query and fragment values that change on their own; never stored beyond the session. */
  url: string;
  /** `lang` of the document as written, null when absent. */
  lang: string | null;
  top: boolean;
  /** Pieces of text that may say who the patient is, in document order. */
  banner: BannerPiece[];
  regions: Region[];
}

export interface BannerPiece {
  ref: number;
  text: string;
  /** Label found beside or above it ("DOB", "MRN"), null when it stands alone. */
  label: string | null;
  /** Which banner-like block it belongs to: pieces of one block speak of one patient. */
  block: number;
  /** The heading right above its block; left out when there is none. */
  title?: string | undefined;
  /** class, id, data-* and aria words of the element and its near parents, lower case, for "name", "patient" … */
  hints: string;
}

export type RegionShape = "table" | "grid" | "list" | "pairs" | "prose";

/** A table, grid, list, set of label–value pairs or run of prose in which at least one term was found. */
export interface Region {
  ref: number;
  shape: RegionShape;
  /** Headings above it, outermost first: h1–h6, caption, legend, aria-label, selected tab, section title. */
  headings: string[];
  /** Text of the header cells, one entry a column (two header rows are joined with " / "); empty when there is no header. */
  columns: string[];
  rows: Row[];
  /** How many rows the region has in all, with and without terms. */
  rowCount: number;
  /** What it says about itself: "1–20 of 134", "5 / 6 items", "Show: Active", "No records", a date line above it, a footnote. */
  says: string[];
  /** class, id, data-* and aria words of the region and its near parents, lower case. */
  hints: string;
  /** After `structured`: lines with days stand between its entries, and which entry each day is of is not told. */
  daysUnclear?: boolean;
  /** Before `structured`: rows outside the region that may hold its column names. */
  heads?: Row[];
  /** Before `structured`: no term was found in it; that it was seen is all that is to be told of it. */
  bare?: boolean;
}

export interface Row {
  ref: number;
  /** Spanning row or sub-heading above it ("CHEMISTRY", "Past Medications", a date); nested ones joined with " / ". */
  group: string | null;
  /** A cell that spans rows stands in each of them, with the same ref. Prose has one cell a line. */
  cells: Cell[];
  /** class, title, data-* and aria words of the row itself: "abnormal res", "discontinued". Lower case. */
  hints: string;
  /** Before `structured`: the page itself marks the row as column heads (thead, th, class words). */
  head?: boolean;
  /** Before `structured`: what it looks like; dividers of one look are of one rank. Ends with "!" when every cell is bold. */
  look?: string;
}

export interface Cell {
  ref: number;
  /** First column it stands in, after col- and rowspans. */
  column: number;
  span: number;
  /** Own text, white space collapsed (in preformatted lines a run of blanks stays two blanks), parts of block children separated by " | ". */
  text: string;
  /** It is a row header (th scope=row, role=rowheader, dt, label). */
  header: boolean;
  /** class words, title and aria-label: "low", "abnormal", "discontinued", codes. Lower case. */
  hints: string;
}
