import { foldText } from "../../../terminology/plain-text";
import { isNotCurrent } from "../not-current";

/** A figure that a report prints beside a region. */
export type Measure = "t" | "z" | "bmd";

/** What a column or a word of a report stands for. */
export type Label = Measure | "date" | "region" | "other";

const LABELS: readonly (readonly [Label, RegExp])[] = [
  [
    "other",
    /(?:%|percent|pct)[ -]?(?:change|of peak|peak|young|age|ya\b|am\b)|\b(?:pr|am|ya) ?\(? ?%\)?|(?:young adult|young-adult|age[- ]matched|peak)[^,;:|]{0,12}%|\btbs\b|\bbmc\b|\barea\b|\bage\b(?![- ]matched)|\bweight\b|\bheight\b|\brisk\b|\blsc\b/,
  ],
  ["t", /\bt ?[- ]?scores?\b|\bt-?w(?:ert|aarde)\b|\byoung[- ]adult\b(?!.{0,8}%)/],
  ["z", /\bz ?[- ]?scores?\b|\bz-?w(?:ert|aarde)\b|\bage[- ]matched\b/],
  ["bmd", /\b(?:bmd|dmo)\b|bone mineral density|knochen(?:mineral)?dichte|g ?\/ ?cm/],
  ["date", /\bdates?\b|\bexam\b|\bscanned\b|\bmeasured\b|\bperformed\b|\byear\b/],
  ["region", /region|\bsite\b|location|\barea of\b|skeletal|bone$|measurement/],
];

/** What a column header or a label of a DXA table stands for. */
export function bmdLabel(text: string): Label | null {
  const words = plainScores(text);
  const bare = words.replace(/^(?:current|today'?s|latest) /, "");
  if (bare === "t" || bare === "z") return bare;
  if (isNotCurrent(words)) return "other";
  return LABELS.find(([, pattern]) => pattern.test(words))?.[0] ?? null;
}

/** Sides in other languages; their short forms only behind a part of the hip. */
const LEFT =
  /\b(?:gauche|izquierd[ao]|izq\b\.?|sinistr[ao]|esquerd[ao]|linker?|links)\b|(?<=(?:hals|hufte|femur|femorale?|anca) \(?)(?:li\b\.?|sx\b)/g;
const RIGHT =
  /\b(?:droite?|derech[ao]|der\.|destr[ao]|direit[ao]|rechter?|rechts)(?!\w)|(?<=(?:hals|hufte|femur|femorale?|anca) \(?)(?:re\b\.?|dx\b)/g;

/** Folded text with signs in words and typographic forms made plain: "minus 2,2" is "-2.2", "T - score" is "t-score". */
export function plainScores(text: string): string {
  return (
    foldText(text.replace(/[²]/g, "2"))
      .replace(/\b([tz]) - ?(?=scores?\b)/g, "$1-")
      // between two figures a comma without a blank is a decimal one: nobody lists scores so
      .replace(/(?<![\w.,])(\d{1,2}),(\d{1,3})(?![\d.,]*\d)/g, "$1.$2")
      .replace(/\(-\) ?(?=\d)/g, "-")
      .replace(/\b([lr])(?:t?\.? (?=(?:fn|th|total hip|hips?|fem\w*|forearm|radius)\b)|(?=(?:fn|th)\b))/g, (_, side) =>
        side === "l" ? "left " : "right ",
      )
      .replace(LEFT, "left")
      .replace(RIGHT, "right")
      .replace(/\b(?:minus|negative|neg\.?) ?(?=\d)/g, "-")
      .replace(/\b(?:plus|positive) ?(?=\d)/g, "+")
  );
}

/** What a heading or a cell says of bone and side: "DualFemur", "Left Hip"; null when it names none, or several. */
export function boneIn(text: string): string | null {
  const words = plainScores(text.replace(/(\p{Ll})(\p{Lu})/gu, "$1 $2"));
  const named = [
    /femur|femora|\bhips?\b/.test(words) ? "femur" : null,
    /spine|lumbar/.test(words) ? "spine" : null,
    /radius|forearm/.test(words) ? "forearm" : null,
  ].filter((bone) => bone !== null);
  return named.length === 1 ? (named[0] ?? null) : null;
}

/** A line that only names columns: "Region  BMD  T-score  PR%  Z-score". */
export function headerOrder(line: string): Label[] | null {
  const parts = line
    .replace(/^\(columns?:|\)$/g, "")
    .split(
      /(?<!\b(?:ya|am|pr|area|bmc|bmd))\s(?=\(%\)|\(g ?\/)|\s{2,}|\s?\|\s?|,\s|\s(?=(?:ya|am) [tz]\b)|(?<!\b(?:ya|am))\s(?=[tz][ -]?score|[tz](?:\s|$)|bmd\b|area\b|bmc\b|pr\b|am\b|%|change\b)/,
    )
    .map((part) => part.trim())
    .filter(Boolean);
  if (parts.length < 3 || /-?\d\.\d/.test(line)) return null;
  // which of two scores is the current one is told here, and not in the lines below
  if (/\b(?:prior|previous|baseline|last|old) [tz]\b/.test(line)) return [];
  const labels = parts.map((part) => (part === "(%)" ? "other" : bmdLabel(part)));
  return labels.includes("t") && labels.every((label) => label !== null) ? (labels as Label[]) : null;
}
