import type { Mark } from "../../src/messages/page";
import { elementOf } from "../read/refs";
import { BadgeLayer } from "./badges";
import { clearHighlights, highlight } from "./highlights";
import { rangeOf } from "./quote";

const SHOWN_MS = 4000;

/** Everything that is marked in this frame. */
export class Marks {
  private marks: readonly Mark[] = [];
  private readonly layer = new BadgeLayer();
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly signal: AbortSignal) {
    signal.addEventListener("abort", () => {
      clearTimeout(this.timer);
      this.layer.clear();
      clearHighlights();
    });
  }

  /** Replaces all marks; none takes everything off the page. */
  show(marks: readonly Mark[]): void {
    this.marks = marks;
    this.refresh();
  }

  /** Marks anew what a re-render has replaced. */
  refresh(): void {
    if (this.signal.aborted) return;
    if (!this.marks.length) {
      this.layer.clear();
      clearHighlights();
      return;
    }
    const placed = this.marks.flatMap((mark) => {
      const { element } = elementOf(mark.ref);
      return element ? [{ mark, element }] : [];
    });
    for (const tone of ["warning", "used"] as const) {
      highlight(
        tone,
        placed.flatMap(({ mark, element }) =>
          mark.as === "highlight" && mark.tone === tone ? (rangeOf(element, mark.quote) ?? []) : [],
        ),
      );
    }
    this.layer.show(
      placed.flatMap(({ mark, element }) =>
        mark.as === "badge" ? [{ at: element, tone: mark.tone, label: mark.label, text: mark.text }] : [],
      ),
    );
  }

  /** Brings a place into view and marks it for a moment. */
  reveal(ref: number, quote: string | null): "same" | "again" | "gone" {
    const { element, found } = elementOf(ref);
    if (!element) return found;
    const still = matchMedia("(prefers-reduced-motion: reduce)").matches;
    element.scrollIntoView({ block: "center", inline: "nearest", behavior: still ? "auto" : "smooth" });
    const range = rangeOf(element, quote);
    highlight("shown", range ? [range] : []);
    clearTimeout(this.timer);
    this.timer = setTimeout(() => highlight("shown", []), SHOWN_MS);
    return found;
  }
}
