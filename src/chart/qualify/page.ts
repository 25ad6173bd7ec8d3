import { type Locale, localeOf } from "../../terminology/numbers";
import type { Evidence, Instant } from "../evidence";
import type { FrameSnapshot } from "../snapshot";

/** What every reader needs to know of the frame it reads. */
export interface Page {
  frame: number;
  seenAt: Instant;
  /** Year of `seenAt`: settles the century of two-digit years. */
  seenYear: number;
  locale: Locale;
}

function* texts(snapshot: FrameSnapshot): Iterable<string> {
  for (const piece of snapshot.banner) yield piece.text;
  for (const region of snapshot.regions) {
    yield* region.says;
    yield* region.columns;
    for (const row of region.rows) {
      if (row.group) yield row.group;
      for (const cell of row.cells) yield cell.text;
    }
  }
}

export function pageOf(snapshot: FrameSnapshot, frame: number, seenAt: Instant): Page {
  return { frame, seenAt, seenYear: Number(seenAt.slice(0, 4)), locale: localeOf(snapshot.lang, texts(snapshot)) };
}

/** Where a fact stands on the page, with the text it was read from. */
export function evidenceOf(page: Page, ref: number, text: string): Evidence {
  return { from: "page", place: { frame: page.frame, ref }, text: text.slice(0, 400), seenAt: page.seenAt };
}
