/** Where a number leads: the element, its text, and the text of the row around it, by which it is found again after a re-render. */
export interface Spotted {
  element: WeakRef<Element>;
  text: string;
  row: string;
}

/** Numbers of this document meet none of the document before: a place that was left is gone, not another. */
const first = (Math.random() * 1e9) | 0;
const numbers = new WeakMap<Element, Map<string, number>>();
/** All numbers given out. */
export const spotted = new Map<number, Spotted>();

/** The number of an element with this text. An element that a list fills with another row gets another number. */
export function refOf(element: Element, text = "", row = ""): number {
  const known = numbers.get(element) ?? new Map<string, number>();
  numbers.set(element, known);
  const key = `${text}\n${row}`;
  const ref = known.get(key) ?? first + spotted.size;
  known.set(key, ref);
  if (!spotted.has(ref)) spotted.set(ref, { element: new WeakRef(element), text, row });
  return ref;
}
