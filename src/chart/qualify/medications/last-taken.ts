import { findDates } from "../../../terminology/dates";
import { foldText } from "../../../terminology/plain-text";
import { addMonths, latest } from "../../calendar";
import type { Page } from "../page";
import type { RoleCell } from "./columns";

const LAST_TAKEN =
  /\blast (?:dose )?(?:taken|used?|filled|fill(?: date)?|dose|dispensed|refill(?:ed)?|picked up|issued?)\b[^\d]{0,20}/;
/** Longer than any pack lasts. */
const MONTHS = 6;
const LONG_AGO =
  /^[^.;]*\b(?:(?:more than|over) (?:a|one) (?:month|year)|years? ago|(?:[7-9]|1\d) months ago|unknown)\b/;

/** Whether a row says that the drug was last taken, or fetched, so long ago that it may be taken no more. */
export function lastTakenLongAgo(cells: readonly RoleCell[], page: Page): boolean {
  const limit = addMonths(page.seenAt.slice(0, 10), -MONTHS);
  return cells.some(({ text, header, role }) => {
    const said = foldText(role === "name" ? text : `${header} ${text}`);
    const from = LAST_TAKEN.exec(said);
    if (!from) return false;
    const behind = said.slice(from.index, from.index + 60);
    if (LONG_AGO.test(behind)) return true;
    const [day] = findDates(behind, page.locale, page.seenYear);
    const date = day?.date ?? /\b((?:19|20)\d\d)\b/.exec(behind)?.[1];
    return date !== undefined && latest(date) < limit;
  });
}
