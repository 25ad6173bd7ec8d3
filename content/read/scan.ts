import { kindsOf, mayHit } from "./terms";
import { UNREAD } from "./tree";

export interface Hit {
  at: Element;
  kinds: number;
}

/** Texts up to this length are looked at as one before their parts are. */
const SMALL = 600;
/** Only containers: their text is in their children. */
const HOLDERS = /^(?:TABLE|TBODY|THEAD|TFOOT|TR|UL|OL|DL)$/;
/** Elements that never carry a shadow root; leaving them out is what makes looking for hosts cheap. */
const NO_HOST =
  "td,tr,li,a,th,b,i,td,br,ul,strong,em,button,input,option,label,img,path,svg,script,style,table,tbody,thead";

/** Rows seen to hold no digit. */
const wordsOnly = new WeakSet<Element>();

/** Whether a row may divide the others ("URINE"), told without opening it. */
export const mayDivide = (row: Element): boolean => row.childElementCount < 2 || wordsOnly.has(row);

/** All open shadow roots under a root, the nested ones too. */
export function shadowRootsIn(root: Document | ShadowRoot | Element): ShadowRoot[] {
  const found: ShadowRoot[] = [];
  for (const element of root.querySelectorAll(`:not(${NO_HOST})`)) {
    if (element.shadowRoot) found.push(element.shadowRoot, ...shadowRootsIn(element.shadowRoot));
  }
  return found;
}

/** Finds the innermost elements in which terms stand, in document order. Yields undefined now and then so that the caller can pause. */
export function* scan(root: ParentNode): Generator<Hit | undefined> {
  const stack: Element[] = [...root.children].reverse();
  let steps = 0;
  for (let at = stack.pop(); at; at = stack.pop()) {
    if (++steps % 64 === 0) yield undefined;
    if (UNREAD.test(at.tagName)) continue;
    const text = at.textContent ?? "";
    if (text.length <= SMALL) {
      if (mayHit(text)) yield* within(at);
      else if (at.tagName === "TR" && !/\d/.test(text)) wordsOnly.add(at);
      continue;
    }
    if (!HOLDERS.test(at.tagName) && at.firstChild) {
      for (let node: ChildNode | null = at.firstChild; node; node = node.nextSibling) {
        if (node.nodeType === 3 && mayHit((node as Text).data)) {
          yield { at, kinds: kindsOf((node as Text).data) };
          break;
        }
      }
    }
    for (let child = at.lastElementChild; child; child = child.previousElementSibling) stack.push(child);
  }
}

/** Hits inside a small element: in the smallest ones that hold a whole term. */
function within(element: Element): Hit[] {
  if (UNREAD.test(element.tagName)) return [];
  const hits: Hit[] = [];
  for (const child of element.children) if (mayHit(child.textContent ?? "")) hits.push(...within(child));
  // a term may be split over inline parts; joined cells would make false ones
  if (hits.length === 0 || [...element.childNodes].some((node) => node.nodeType === 3 && mayHit((node as Text).data))) {
    const kinds = element.querySelector("td,th,tr,li,p,div,dt,dd,section") ? 0 : kindsOf(element.textContent ?? "");
    if (kinds) hits.unshift({ at: element, kinds });
  }
  return hits;
}
