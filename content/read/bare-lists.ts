import type { Region } from "../../src/chart/snapshot";
import { columnNames, headerCount } from "./header";
import { contextOf, headingIn } from "./headings";
import { tableLines } from "./lines";
import { refOf } from "./refs";
import { attributeWords, textOf } from "./text";
import { parentOf } from "./tree";

const BODY = "table,ul,ol,dl,[role=grid],[role=table]";

/** What a title stands above: the next list, table or short text, looked for beside it and beside its wrappers. */
function bodyBelow(title: Element): Element | null {
  for (
    let at: Element | null = title, depth = 0;
    at && depth < 3 && at.tagName !== "BODY";
    at = parentOf(at), depth++
  ) {
    const next = at.nextElementSibling;
    if (next && (next.textContent ?? "").trim()) return headingIn(next) && !next.querySelector(BODY) ? null : next;
  }
  return null;
}

/** A list under a title of lists in which no term was found: it was seen, and that is all that is told of it. */
export function bareList(
  title: Element,
  shown: (element: Element) => boolean,
  taken: (element: Element) => boolean,
  banner: (element: Element) => boolean,
): Region | null {
  if (!headingIn(title) || title.closest("nav,table,[role=tablist]")) return null;
  const below = bodyBelow(title);
  const body = below && (below.matches(BODY) ? below : (below.querySelector(BODY) ?? below));
  if (!below || !body || taken(below) || !shown(body)) return null;
  const text = textOf(body);
  const table = body instanceof HTMLTableElement ? tableLines(body) : null;
  if (!table && !body.matches(BODY) && text.length > 200) return null;
  const heads = table ? headerCount(table.slice(0, 12)) : 0;
  const { headings, says } = contextOf(body, banner);
  return {
    ref: refOf(body),
    shape: table ? "table" : "list",
    headings: headings.length ? headings : [textOf(title)],
    columns: table ? columnNames(table.slice(0, heads)) : [],
    rows: [],
    rowCount: table ? table.length - heads : body.matches("ul,ol") ? body.children.length : 0,
    says: text.length <= 200 ? [...says, text].slice(-12) : says,
    hints: attributeWords(body),
  };
}
