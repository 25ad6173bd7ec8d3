import { type Locale, localeOf } from "../../terminology/numbers";
import { cleanText } from "../../terminology/plain-text";
import type { Evidence, Instant, PartialDate } from "../evidence";
import type { FrameSnapshot, Region, Row } from "../snapshot";
import { examDay } from "./exam-day";

/** What every reader needs to know of the frame it reads. */
export interface Page {
  frame: number;
  seenAt: Instant;
  /** Year of `seenAt`: settles the century of two-digit years. */
  seenYear: number;
  locale: Locale;
  /** The date the banner or a line of the frame calls the day of the examination; null when none does. */
  examDate: PartialDate | null;
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
  const seenYear = Number(seenAt.slice(0, 4));
  const locale = localeOf(snapshot.lang, texts(snapshot));
  return { frame, seenAt, seenYear, locale, examDate: examDay(snapshot, locale, seenYear) };
}

/** Where a fact stands on the page, with the text it was read from. */
export function evidenceOf(page: Page, ref: number, text: string): Evidence {
  return { from: "page", place: { frame: page.frame, ref }, text: text.slice(0, 400), seenAt: page.seenAt };
}

/** What a row says as one line; a label and what stands beside it are joined as "label: value". */
export function sayingOf(region: Region, row: Row): string {
  const [first = "", ...rest] = row.cells.map(({ text }) => cleanText(text)).filter(Boolean);
  const labelled =
    rest.length > 0 && (region.shape === "pairs" || row.cells[0]?.header === true || region.columns.length === 0);
  return labelled ? `${first.replace(/:$/, "")}: ${rest.join(" ")}` : [first, ...rest].join(" ");
}

/** The answer a cell gives to the question its label asks: "No", "None", "Denies", "Yes". Null when it gives none. */
export function answerIn(text: string): "yes" | "no" | "unknown" | null {
  const words = cleanText(text).toLowerCase().replace(/[.!]$/, "");
  if (
    /^(?:no|none|n|nein|non|never|denies|denied|negative|absent|false|not present|none (?:known|reported|documented)|no known)$/.test(
      words,
    )
  )
    return "no";
  if (/^(?:unknown|unsure|not (?:asked|assessed|known|documented|recorded)|n\/a|\?|-+)$/.test(words)) return "unknown";
  return /^(?:yes|y|ja|oui|true|positive|present)$/.test(words) ? "yes" : null;
}
