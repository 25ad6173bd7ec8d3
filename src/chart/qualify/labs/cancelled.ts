import { plainWords } from "../../../terminology/plain-text";
import type { Region } from "../../snapshot";
import type { ReadRow } from "../columns";
import { sectionOf } from "../sections";
import { PANEL } from "./dates";
import { linesOver, saidInLines } from "./field-lines";
import { isTakenBack, readStatus } from "./row";

const CANCELLED = "(?:cancell?ed|rejected|voided|retracted|(?:entered )?in error)";
/** "Order status Cancelled" over a list; with another status behind it, it is a choice. */
const LINE = new RegExp(
  `^(?:(?:order|result|report|test|lab|panel|specimen) )?status ${CANCELLED}(?! (?:and|or|final|pending|active|all|complete|corrected|prelim))`,
);
/** "BMP - CANCELLED", "Cancelled results". */
const TITLE = new RegExp(`^${CANCELLED} (?:lab )?(?:orders?|tests?|results?|labs?)$|\\S ${CANCELLED}$`);
const CHOICE = /\b(?:show|hide|filter|final|not?|include|exclude|if)\b|^\d+ /;

function isOverCancelled(title: string): boolean {
  const words = plainWords(title);
  if (words.length > 80 || CHOICE.test(words)) return false;
  return LINE.test(words) || (TITLE.test(words) && (PANEL.test(title) || sectionOf(title) === "labs"));
}

/** Whether a title or a field of the record around a row takes its result back. */
export function isCancelled(region: Region, read: ReadRow): boolean {
  const above = [...region.headings.slice(-1), ...linesOver(region), ...(read.row.group ?? "").split(" / ")];
  return (
    above.some(isOverCancelled) ||
    saidInLines(region, read, "status").some((text) => isTakenBack(text) || readStatus(text) === "cancelled") ||
    saidInLines(region, read, "comment").some(isTakenBack)
  );
}
