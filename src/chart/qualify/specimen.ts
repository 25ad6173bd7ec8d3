import { plainWords } from "../../terminology/plain-text";
import type { Region } from "../snapshot";
import { headerOver, type ReadRow } from "./columns";

const OTHER_FLUID =
  /\b(?:csf|cerebrospinal|pleural|ascit\w+|peritoneal|synovial|joint|pericardial|amniotic|drain\w*|dialysate|stool|fa?ecal|fa?eces|saliva|sweat|sputum|lavage|semen)\b|\bfluids?\b/;

const isFluid = (words: string) => OTHER_FLUID.test(words) && !/\b(?:blood|serum|plasma)\b/.test(words);

/** A column of another fluid than blood and urine. */
export const isFluidColumn = (header: string): boolean => isFluid(plainWords(header));

/** Results of another fluid than blood and urine: under its name, or with its name in a cell. */
export function isOtherFluid(region: Region, row: ReadRow["row"]): boolean {
  const said = [
    row.group ?? "",
    region.headings.at(-1) ?? "",
    ...row.cells.map(({ text }) => (text.length < 30 ? text : "")),
  ];
  return said.map(plainWords).some(isFluid);
}

/** Under "URINE" a creatinine is a urine creatinine, although its own name does not say so. */
export function isUrine(region: Region, { row, columns }: ReadRow): boolean {
  const said = [row.group ?? "", region.headings.at(-1) ?? ""].map(plainWords);
  return (
    /\burinalysis\b|^ua$/.test(said[1] ?? "") ||
    said.some(
      (words) => /\b(?:urine|urinary|urin|harn|orina)\b/.test(words) && !/\b(?:blood|serum|plasma)\b/.test(words),
    ) ||
    row.cells.some(
      (cell) =>
        /^ur?$/i.test(cell.text.trim()) && /\b(?:specimen|source|sample|material)\b/i.test(headerOver(cell, columns)),
    ) ||
    row.cells.some(({ text }) =>
      /^(?:(?:random|spot|24.?h\w*) )?urine(?:,? (?:random|spot|24.?h\w*|electrolytes|chemistr\w+|specimen|sample))?$|^urinalysis\b/i.test(
        text.trim(),
      ),
    )
  );
}

/** The calcium of a blood gas is the ionized one, whatever it is called there. */
export const isBloodGas = (region: Region, row: ReadRow["row"]): boolean =>
  [row.group ?? "", region.headings.at(-1) ?? ""]
    .map(plainWords)
    .some((words) => /\bblood gas(?:es)?\b|^[av]bg\b/.test(words));
