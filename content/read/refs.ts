/** Numbers for elements, so that the worker can speak of a place without holding it. A number stays with its element. */
const numbers = new WeakMap<Element, number>();
const places = new Map<number, Place>();
let last = 0;

interface Place {
  element: WeakRef<Element>;
  /** Its text and the text of the row around it: by these it is found again after a re-render. */
  text: string;
  row: string;
}

/** The number of an element; from now on it can be found again by its text and its row. */
export function refOf(element: Element, text = "", row = ""): number {
  let ref = numbers.get(element);
  if (ref === undefined) {
    ref = ++last;
    numbers.set(element, ref);
  }
  places.set(ref, { element: new WeakRef(element), text, row });
  return ref;
}

/** The element of a number, or what stands in its place now. */
export function elementOf(ref: number): { element: Element | null; found: "same" | "again" | "gone" } {
  const place = places.get(ref);
  if (!place) return { element: null, found: "gone" };
  const element = place.element.deref();
  if (element?.isConnected && (element.textContent ?? "").includes(place.text.split(" | ")[0] ?? ""))
    return { element, found: "same" };
  // the youngest entry with the same words is the re-rendered one
  for (const [other, { text, row, element: held }] of [...places].reverse()) {
    const again = held.deref();
    if (other !== ref && again?.isConnected && place.text && text === place.text && row === place.row)
      return { element: again, found: "again" };
  }
  return { element: null, found: "gone" };
}

/** Forgets elements that are gone, but for the last few, which a reveal may still ask for. */
export function forgetGone(): void {
  if (places.size < 20_000) return;
  for (const [ref, { element }] of places) if (!element.deref()?.isConnected) places.delete(ref);
}
