import type { RevealAnswer } from "../../src/messages/page";
import type { Spotted } from "../read/refs";

const plain = (text: string | null) => (text ?? "").replace(/[\s|]+/g, "");

/** The element of a number, or what stands in its place now: the youngest entry with the same words is the re-rendered one. */
export function findAgain(
  spotted: ReadonlyMap<number, Spotted>,
  ref: number,
): { element: Element | null } & RevealAnswer {
  const place = spotted.get(ref);
  const holds = (element: Element | undefined) =>
    place && element?.isConnected && plain(element.textContent).includes(plain(place.text)) ? element : null;
  const same = holds(place?.element.deref());
  if (same) return { element: same, found: "same" };
  for (const other of [...spotted.values()].reverse()) {
    const again = other.text === place?.text && other.row === place.row ? holds(other.element.deref()) : null;
    if (again) return { element: again, found: "again" };
  }
  return { element: null, found: "gone" };
}
