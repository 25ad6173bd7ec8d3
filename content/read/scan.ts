import { kindsOf, mayHit } from "./terms";
import { UNREAD } from "./tree";

export interface Hit {
  at: Element;
  kinds: number;
}

/** Texts up to this length are looked at as one before their parts are. */
const SMALL = 600;
/** Only containers: their text is in their children. */
const HOLDERS = /^(TABLE|T(BODY|HEAD|FOOT|R)|[UOD]L)$/;
/** Elements that never carry a shadow root; leaving them out is what makes looking for hosts cheap. */
const NO_HOST = "td,tr,th,li,a,b,i,br,ul,em,button,input,option,path";

/** Rows seen to hold no digit. */
const wordsOnly = new WeakSet<Element>();

/** Whether a row may divide the others ("URINE"), told without opening it. */
export const mayDivide = (row: Element): boolean => row.childElementCount < 2 || wordsOnly.has(row);

/** All open shadow roots under a root, the nested ones too. */
export const shadowRootsIn = (root: ParentNode): ShadowRoot[] =>
  [...root.querySelectorAll(`:not(${NO_HOST})`)].flatMap(({ shadowRoot }) =>
    shadowRoot ? [shadowRoot, ...shadowRootsIn(shadowRoot)] : [],
  );

/** Whether there is nothing to read in it. A text that is long, a table of many rows, is never asked as one. */
function isDull(element: Element): boolean {
  const { rows = "" } = element as Partial<HTMLTableElement>;
  if (rows.length > SMALL) return false;
  const text = element.textContent;
  if (text.length > SMALL || mayHit(text)) return false;
  if (!/\d/.test(text)) wordsOnly.add(element);
  return true;
}

/**
 * Finds the innermost elements in which terms stand, in document order; returns whether there were any.
 * Yields undefined now and then so that the caller can pause.
 */
export function* scan(at: ParentNode): Generator<Hit | undefined, boolean> {
  let found = false;
  let steps = 0;
  const above = at !== document.body && at.contains(document.body);
  for (let child = at.firstElementChild; child; child = child.nextElementSibling) {
    if (++steps % 64 === 0) yield;
    if (!above && isDull(child)) continue;
    found = (!UNREAD.test(child.tagName) && (yield* scan(child))) || found;
  }
  if (!(at instanceof Element) || HOLDERS.test(at.tagName)) return found;
  const own = [...at.childNodes].map((node) => (node instanceof Text ? node.data : "")).join("");
  // a term may be split over inline parts; joined cells would make false ones
  const all = found || at.querySelector("td,p,div,li,dt,section") ? "" : at.textContent;
  const kinds = mayHit(own + all) ? kindsOf(own) | kindsOf(all) : 0;
  if (kinds) yield { at, kinds };
  return found || !!kinds;
}
