/** Numbers for elements, so that the worker can speak of a place without holding it. */
interface Place {
  element: WeakRef<Element>;
  /** Its text and the text of the row around it: by these it is found again after a re-render. */
  text: string;
  row: string;
}

const numbers = new WeakMap<Element, Map<string, number>>();
const places = new Map<number, Place>();
let last = 0;

/** The number of an element with this text. An element that a list fills with another row gets another number. */
export function refOf(element: Element, text = "", row = ""): number {
  const known = numbers.get(element) ?? new Map<string, number>();
  numbers.set(element, known);
  const key = `${text}\n${row}`;
  const ref = known.get(key) ?? ++last;
  known.set(key, ref);
  if (!places.has(ref)) places.set(ref, { element: new WeakRef(element), text, row });
  return ref;
}

const plain = (text: string) => text.replace(/[\s|]+/g, "");

/** The element of a number, or what stands in its place now. */
export function elementOf(ref: number): { element: Element | null; found: "same" | "again" | "gone" } {
  const place = places.get(ref);
  if (!place) return { element: null, found: "gone" };
  const holds = (element: Element | undefined): element is Element =>
    !!element?.isConnected && plain(element.textContent ?? "").includes(plain(place.text));
  const element = place.element.deref();
  if (holds(element)) return { element, found: "same" };
  // the youngest entry with the same words is the re-rendered one
  for (const other of [...places.values()].reverse()) {
    const again = other.element.deref();
    if (other !== place && other.text === place.text && other.row === place.row && holds(again))
      return { element: again, found: "again" };
  }
  return { element: null, found: "gone" };
}

/** Forgets elements that are gone once there are very many. */
export function forgetGone(): void {
  if (places.size < 50_000) return;
  for (const [ref, { element }] of places) if (!element.deref()?.isConnected) places.delete(ref);
}
