import type { Row } from "../../src/chart/snapshot";
import type { Line } from "./lines";
import { refOf } from "./refs";
import { attributesOf, hintsOf, textOf } from "./text";

/** How a row looks: rows that divide a list look alike. */
function looks({ at, spots }: Line): string {
  const parts = [at, spots[0]?.at, at.querySelector("b,strong,pre")].map((part) =>
    part ? part.tagName + attributesOf(part, /^class$/) : "",
  );
  return parts.join(" ").slice(0, 200) + (spots.every((spot) => spot.at.querySelector("b,strong")) ? "!" : "");
}

/** Text the page strikes out: what is crossed out holds no more. A cell with such text in it says so itself. */
const isStruck = ({ at, spots }: Line) =>
  [at, spots[0]?.at].some((part) => part && /through/.test(getComputedStyle(part).textDecorationLine));

/** Writes a line down; null when there is nothing in it. */
export function rowOf(line: Line): Row | null {
  const { at, spots, head } = line;
  const texts = spots.map((spot) => textOf(spot.at));
  const whole = texts.join(" ");
  if (!whole.trim()) return null;
  return {
    ref: refOf(at, "", whole),
    group: null,
    hints: attributesOf(at) + (isStruck(line) ? " line-through" : ""),
    head,
    look: looks(line),
    cells: spots.map(({ at, column, span, head }, i) => {
      const text = texts[i] ?? "";
      return {
        ref: refOf(at, text, whole),
        column,
        span,
        text,
        header: head,
        hints: hintsOf(at) + (at.querySelector("s,del,strike") ? " line-through" : ""),
      };
    }),
  };
}
