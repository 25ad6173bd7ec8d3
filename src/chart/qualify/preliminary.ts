import { plainWords } from "../../terminology/plain-text";
import type { Region } from "../snapshot";
import { headerOver, type ReadRow, roleOf } from "./columns";
import { LAB_COLUMNS } from "./lab-columns";

const NOT_FINAL = "prelim\\w*|interim|unverified|vorlaufig\\w*|provis\\w+";
const REPORT = "(?:lab(?:oratory)? )?(?:reports?|result\\w*|befunde?|ergebnisse?|risultati)";

/** A cell that says so of its row: "Preliminary", "Interim result". */
const OF_ROW = new RegExp(`^(?:${NOT_FINAL})(?: ${REPORT})?$`);
/** A title or a line that says so of all below it: "PRELIMINARY REPORT", "CMP (preliminary)", "Report status: prelim". */
const OVER_ROWS = new RegExp(`\\b(?:${NOT_FINAL}) ${REPORT}\\b|\\b${REPORT} (?:${NOT_FINAL})\\b|\\b(?:${NOT_FINAL})$`);
/** "Show preliminary results", "Preliminary or final": what may be chosen or said of a list, not what it holds. */
const CHOICE = /\b(?:show|hide|include|exclude|filter|final|no|not|without|may|if)\b/;

/** A number that its laboratory has not confirmed yet. */
export function isPreliminary(region: Region, { row, columns }: ReadRow): boolean {
  const above = [...region.headings, ...region.says, ...(row.group ?? "").split(" / ")].map(plainWords);
  if (above.some((words) => words.length < 60 && OVER_ROWS.test(words) && !CHOICE.test(words))) return true;
  return row.cells.some((cell) => {
    const words = plainWords(cell.text);
    // HL7's own letter
    return OF_ROW.test(words) || (words === "p" && roleOf(headerOver(cell, columns), LAB_COLUMNS) === "status");
  });
}
