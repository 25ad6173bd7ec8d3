import { plainWords } from "../../../terminology/plain-text";
import type { Region } from "../../snapshot";
import { headerOver, type ReadRow, roleOf } from "../columns";
import { LAB_COLUMNS } from "./columns";

const NOT_FINAL = "prelim\\w*|interim|unverified|vorlaufig\\w*|provis\\w+";
const REPORT = "(?:lab )?(?:report|result|befund)s?";

/** A cell that says so of its row: "Preliminary", "Interim result". */
const OF_ROW = new RegExp(`^(?:${NOT_FINAL})(?: ${REPORT})?$`);
/** A title or a line that says so of all below it: "PRELIMINARY REPORT", "CMP (preliminary)", "Report status: prelim". */
const OVER_ROWS = new RegExp(`\\b(?:${NOT_FINAL})(?: ${REPORT}\\b|$)`);
/** "Show preliminary results", "Preliminary or final": what may be chosen or said of a list, not what it holds. */
const CHOICE = /\b(?:show|filter|final|not?|may|if)\b/;

/** In a column of statuses: HL7's letters for preliminary, not verified, in part, in process (table 0085). */
const LETTER = /^[prsi]$/;

/** A number that its laboratory has not confirmed yet. */
export function isPreliminary(region: Region, { row, columns }: ReadRow): boolean {
  const above = [...region.headings, ...region.says, ...(row.group ?? "").split(" / ")].map(plainWords);
  if (above.some((words) => words.length < 60 && OVER_ROWS.test(words) && !CHOICE.test(words))) return true;
  return row.cells.some((cell) => {
    const words = plainWords(cell.text);
    return OF_ROW.test(words) || (LETTER.test(words) && roleOf(headerOver(cell, columns), LAB_COLUMNS) === "status");
  });
}
