import type { Row } from "../../src/chart/snapshot";
import type { Line } from "./lines";
import { refOf } from "./refs";
import { attributesOf, beginsStruck, hintsOf, isStruck, STRUCK, textOf } from "./text";

/** How a row looks: rows that divide a list look alike. */
function looks({ at, spots }: Line): string {
  const parts = [at, spots[0]?.at, at.querySelector("b,strong,pre")].map((part) =>
    part ? part.tagName + attributesOf(part, /^class$/) : "",
  );
  return parts.join(" ").slice(0, 200) + (spots.every((spot) => spot.at.querySelector("b,strong")) ? "!" : "");
}

/** Writes a line down; null when there is nothing in it. */
export function rowOf(line: Line): Row | null {
  const { at, spots, head } = line;
  const texts = spots.map((spot) => textOf(spot.at));
  const whole = texts.join(" ");
  if (!whole.trim()) return null;
  return {
    ref: refOf(at, "", whole),
    group: null,
    hints: attributesOf(at) + (isStruck(at) ? STRUCK : ""),
    head,
    look: looks(line),
    cells: spots.map(({ at, column, span, head }, i) => {
      const text = texts[i] as string;
      return {
        ref: refOf(at, text, whole),
        column,
        span,
        text,
        header: head,
        hints: hintsOf(at) + (beginsStruck(at) ? STRUCK : ""),
      };
    }),
  };
}
