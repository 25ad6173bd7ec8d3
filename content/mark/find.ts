import type { RevealAnswer } from "../../src/messages/page";
import type { Spotted } from "../read/refs";

type Found = { element: Element | null } & RevealAnswer;

const GONE: Found = { element: null, found: "gone" };
const plain = (text: string | null) => (text ?? "").replace(/[\s|]+/g, "");
const saysAll = (element: Element, row: string) => {
  const text = plain(element.textContent);
  return row.split(/[\s|]+/).every((word) => text.includes(word));
};

/**
 * A pair or a line of a grid may have no element of its own: it begins at its first cell and goes on in what follows.
 * What is shown of it is the value of a pair, or else the first cell; null when it does not say all of the row any more.
 */
function lineFrom(first: Element, row: string): Element | null {
  let said = "";
  let at: Element | null = first;
  for (let cells = 1; at && plain(row).startsWith(said); cells++) {
    said += plain(at.textContent);
    if (said === plain(row)) return cells === 2 ? at : first;
    at = at.nextElementSibling;
  }
  return null;
}

/**
 * Finds the element of a number, or what stands in its place after a re-render. An element that now stands in another
 * row is not it; of rows that read the same none is taken for another.
 */
export function finder(spotted: ReadonlyMap<number, Spotted>): { find(ref: number): Found; nextRead(): void } {
  /** Entries with the same words in the same row, with the read in which each was first seen. */
  const alike = new Map<string, { one: Spotted; read: number }[]>();
  const latest = new WeakMap<Element, Spotted>();
  let reads = 0;
  let known = 0;
  const keyOf = ({ text, row }: Spotted) => `${text}\n${row}`;

  /** Takes in what was spotted since the last time: numbers follow each other. */
  const catchUp = () => {
    const [first = 0] = spotted.keys();
    for (; known < spotted.size; known++) {
      const one = spotted.get(first + known);
      if (!one) continue;
      const entries = alike.get(keyOf(one)) ?? [];
      alike.set(keyOf(one), entries);
      entries.push({ one, read: reads });
      const element = one.element.deref();
      if (element) latest.set(element, one);
    }
  };

  /** The element, where it stands on the page and says what it said, in a row that says what it said. */
  const standing = (one: Spotted): Element | null => {
    const element = one.element.deref();
    if (!element?.isConnected || !plain(element.textContent).includes(plain(one.text))) return null;
    if (one.text === one.row) return element;
    if (!one.text) return saysAll(element, one.row) ? element : lineFrom(element, one.row);
    const rows = (alike.get(`\n${one.row}`) ?? []).flatMap(({ one }) => one.element.deref() ?? []);
    const row = rows.find((row) => row !== element && row.contains(element));
    return (row ? saysAll(row, one.row) : latest.get(element)?.row === one.row) ? element : null;
  };

  return {
    nextRead() {
      catchUp();
      reads++;
    },
    find(ref) {
      catchUp();
      const place = spotted.get(ref);
      if (!place) return GONE;
      const same = standing(place);
      if (same) return { element: same, found: "same" };
      const entries = alike.get(keyOf(place)) ?? [];
      const read = entries.find(({ one }) => one === place)?.read ?? reads;
      if (entries.filter((entry) => entry.read === read).length > 1) return GONE;
      const [again, other] = entries.flatMap((entry) => (entry.read > read ? (standing(entry.one) ?? []) : []));
      return again && !other ? { element: again, found: "again" } : GONE;
    },
  };
}
