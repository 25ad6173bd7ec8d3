import { closedLayer, type Note, unchanged } from "./layer";
import { rangeOf } from "./quote";

/** A pointer that has not moved for so long rests. */
const REST_MS = 120;

/** Marked text of the page. */
export interface Spot extends Note {
  quote: string | null;
}

interface Shown extends Spot {
  element: HTMLElement;
}

/** One explanation for each text, also where two marks lie on it. */
function joined(spots: readonly Spot[]): Spot[] {
  const byPlace = new Map<Element, Spot>();
  for (const spot of spots) {
    const other = byPlace.get(spot.at);
    byPlace.set(spot.at, other ? { ...spot, text: `${other.text}; ${spot.text}` } : spot);
  }
  return [...byPlace.values()];
}

/**
 * What marked text means, beside it while the pointer rests on it or the keyboard is on it. Nothing is added to the page
 * and nothing is measured before that: marking stays free.
 */
export function spotLayer(): { show(spots: readonly Spot[]): void } {
  const { box, put, holds } = closedLayer(6);
  const tip = document.createElement("span");
  tip.className = "t";
  tip.ariaHidden = "true";
  const range = document.createRange();
  let spots: readonly Spot[] = [];
  let shown: Shown[] = [];
  let open: Shown | undefined;
  let life = new AbortController();
  let timer: ReturnType<typeof setTimeout> | undefined;

  /** Puts the range on the text as it stands now; false when it is gone. */
  const reach = ({ at, quote }: Spot): boolean => {
    const found = at.isConnected && rangeOf(at, quote);
    if (!found) return false;
    range.setStart(found.startContainer, found.startOffset);
    range.setEnd(found.endContainer, found.endOffset);
    return true;
  };
  const place = () => {
    if (!open || !reach(open)) return tip.remove();
    const { left, top, bottom, width, height } = range.getBoundingClientRect();
    const { style } = open.element;
    style.left = `${left}px`;
    style.top = `${top}px`;
    style.width = `${width}px`;
    style.height = `${height}px`;
    open.element.className = `s${left > innerWidth / 2 ? " end" : ""}${bottom > innerHeight * 0.7 ? " up" : ""}`;
  };
  const explain = (one: Shown | undefined) => {
    open = one;
    if (!one) return tip.remove();
    tip.textContent = one.text;
    one.element.append(tip);
    place();
  };
  /** The stops of the keyboard, in the layer: only for who comes with it or rests on a mark. */
  const build = () => {
    explain(undefined);
    shown = spots.map((spot) => {
      const element = document.createElement("div");
      element.className = "s";
      element.tabIndex = 0;
      element.role = "note";
      element.ariaLabel = `${spot.at.textContent?.trim().slice(0, 80)}: ${spot.text}`;
      const one = { ...spot, element };
      element.addEventListener("focus", () => {
        spot.at.scrollIntoView({ block: "nearest" });
        explain(one);
      });
      element.addEventListener("blur", () => explain(undefined));
      return one;
    });
    put(shown.map(({ element }) => element));
  };
  const rest = (target: Node, x: number, y: number) => {
    if (holds(target)) return; // on the explanation itself
    const hit = spots.findIndex(
      (spot) =>
        spot.at.contains(target) &&
        reach(spot) &&
        [...range.getClientRects()].some(
          ({ left, right, top, bottom }) => left <= x && x <= right && top <= y && y <= bottom,
        ),
    );
    if (hit >= 0 && !box.isConnected) build();
    explain(shown[hit] ?? shown.find(({ element }) => element.matches(":focus")));
  };

  return {
    show(next) {
      const now = joined(next);
      if (unchanged(now, spots)) return;
      spots = now;
      life.abort();
      clearTimeout(timer);
      // A frame with nothing to focus in it never hears of the keyboard.
      if (box.isConnected || window !== window.top) build();
      if (!spots.length) return;
      life = new AbortController();
      const options = { passive: true, capture: true, signal: life.signal };
      const move = (event: MouseEvent) => {
        const [target] = event.composedPath();
        clearTimeout(timer);
        timer = setTimeout(() => rest(target as Node, event.clientX, event.clientY), REST_MS);
      };
      addEventListener("mousemove", move, options);
      addEventListener("scroll", place, options);
      const onKey = ({ key }: KeyboardEvent) => {
        if (key === "Tab" && !box.isConnected) build();
        else if (key === "Escape") explain(undefined);
      };
      addEventListener("keydown", onKey, options);
    },
  };
}
