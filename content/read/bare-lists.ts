import { headingIn } from "./headings";
import { bare, parentOf } from "./tree";

const BODY = "table,ul,ol,dl,[role$=grid],[role=table]";

/** What a title of a list stands above: the next list, table or short text, looked for beside it and beside its wrappers. */
export function bareList(title: Element): Element | null {
  if (!headingIn(title) || title.closest("nav,table,[role=tablist]")) return null;
  for (
    let at: Element | null = title, depth = 0;
    at && depth < 3 && at.tagName !== "BODY";
    at = parentOf(at), depth++
  ) {
    const next = at.nextElementSibling;
    if (!next || !bare(next)) continue;
    const body = next.matches(BODY) ? next : next.querySelector(BODY);
    return body ?? (headingIn(next) || bare(next).length > 200 ? null : next);
  }
  return null;
}
