import type { FrameCommand, Mark, RevealAnswer } from "../../src/messages/page";
import type { SharedFrame } from "../frame";
import { badgeLayer } from "./badges";
import { finder } from "./find";
import { clearHighlights, highlight } from "./highlights";
import { rangeOf } from "./quote";
import { spotLayer } from "./spots";

const SHOWN_MS = 4000;

/** Where an element stands in the page itself: what is in a shadow tree stands at its host. */
const inPage = (element: Element): Element => {
  const root = element.getRootNode();
  return root instanceof ShadowRoot ? inPage(root.host) : element;
};

const PRECEDING = 2; // Node.DOCUMENT_POSITION_PRECEDING
const FOLLOWING = 4;

/** In the order of the page, which the keyboard follows. */
function inOrder(a: Element, b: Element): number {
  const together = a.getRootNode() === b.getRootNode();
  const place = together ? a.compareDocumentPosition(b) : inPage(a).compareDocumentPosition(inPage(b));
  return (place & PRECEDING) - (place & FOLLOWING);
}

/** Marks in this frame what the worker names, and brings places into view. Returns what looks for room for the badges anew. */
export function startMarks(frame: SharedFrame): () => void {
  const layer = badgeLayer();
  const spots = spotLayer();
  const places = finder(frame.spotted);
  let marks: readonly Mark[] = [];
  let timer: ReturnType<typeof setTimeout> | undefined;

  /** Marks everything, also what a re-render has replaced since. */
  const refresh = () => {
    const placed = marks
      .flatMap((mark) => {
        const { element } = places.find(mark.ref);
        return element ? [{ mark, element }] : [];
      })
      .sort((a, b) => inOrder(a.element, b.element));
    for (const tone of ["warning", "used"] as const) {
      highlight(
        tone,
        placed.flatMap(({ mark, element }) =>
          mark.as === "highlight" && mark.tone === tone ? (rangeOf(element, mark.quote) ?? []) : [],
        ),
      );
    }
    layer.show(placed.flatMap(({ mark, element }) => (mark.as === "badge" ? [{ ...mark, at: element }] : [])));
    spots.show(placed.flatMap(({ mark, element }) => (mark.as === "highlight" ? [{ ...mark, at: element }] : [])));
    if (!marks.length) clearHighlights();
  };

  const reveal = (ref: number, quote: string | null): RevealAnswer => {
    const { element, found } = places.find(ref);
    if (!element) return { found };
    const still = matchMedia("(prefers-reduced-motion: reduce)").matches;
    element.scrollIntoView({ block: "center", inline: "nearest", behavior: still ? "auto" : "smooth" });
    const range = rangeOf(element, quote);
    highlight("shown", range ? [range] : []);
    clearTimeout(timer);
    timer = setTimeout(() => highlight("shown", []), SHOWN_MS);
    return { found };
  };

  const hear = (command: FrameCommand, _sender: unknown, answer: (found: RevealAnswer | true) => void) => {
    if (command.kind === "show-marks") {
      marks = command.marks;
      refresh();
      answer(true); // the worker brings this script where nobody answers
    } else if (command.kind === "reveal") answer(reveal(command.ref, command.quote));
  };
  chrome.runtime.onMessage.addListener(hear);
  frame.afterRead.add(() => {
    places.nextRead();
    if (marks.length) refresh();
  });
  frame.signal.addEventListener("abort", () => {
    globalThis.chrome?.runtime?.onMessage?.removeListener(hear);
    clearTimeout(timer);
    layer.show([]);
    spots.show([]);
    clearHighlights();
  });
  return layer.settle;
}
