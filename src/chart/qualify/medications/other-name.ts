import { plainWords } from "../../../terminology/plain-text";
import type { Medication } from "../../chart";
import type { ReadRow } from "../columns";

const OTHER_NAME =
  /^(?:(?:commonly|also|otherwise|better) (?:known|sold) as|(?:generic|brand|trade|other) names?|generic for|brand|aka)\b/;
const isOtherName = (text: string): boolean => OTHER_NAME.test(plainWords(text));

/** The row behind an entry, or behind the other name of its drug. */
export function rowBehind(reads: readonly ReadRow[], i: number): ReadRow | undefined {
  const [cell, another] = reads[i + 1]?.row.cells ?? [];
  return reads[cell && !another && isOtherName(cell.text) ? i + 2 : i + 1];
}

/** "Commonly known as: FOSAMAX" in a line of its own is no further entry where the frame has one of that drug. */
export function withoutOtherNames(lists: readonly Medication[][]): Medication[][] {
  const entered = new Set(lists.flat().flatMap(({ label, ingredient }) => (isOtherName(label) ? [] : ingredient)));
  return lists.map((list) => list.filter(({ label, ingredient }) => !isOtherName(label) || !entered.has(ingredient)));
}
