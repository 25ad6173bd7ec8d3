import type { Placement } from "../../src/messages/placement";

const NARROWEST = 320;
const WIDEST = 720;
const STEP = 20;

/** As wide as wanted, as far as the window allows. */
export const fitting = (width: number): number =>
  Math.round(Math.max(Math.min(width, WIDEST, innerWidth * 0.9), Math.min(NARROWEST, innerWidth * 0.9)));

/** The inner edge of the sidebar: dragged, or moved by the arrow keys. `done` when the user has let it go. */
export function edge(
  label: string,
  placement: () => Placement,
  widen: (width: number) => void,
  done: () => void,
): HTMLElement {
  const line = document.createElement("div");
  line.className = "edge";
  line.role = "separator";
  line.tabIndex = 0;
  line.ariaOrientation = "vertical";
  line.ariaLabel = label;
  line.ariaValueMin = String(NARROWEST);
  line.ariaValueMax = String(WIDEST);
  const outwards = () => (placement().side === "right" ? "ArrowLeft" : "ArrowRight");

  // While it is held, our frame beside it takes no pointer: it is another process, and would keep what it gets.
  line.addEventListener("pointerdown", ({ isTrusted, pointerId }) => {
    if (!isTrusted) return;
    line.setPointerCapture(pointerId);
    line.classList.add("held");
  });
  line.addEventListener("mousedown", (event) => {
    event.preventDefault(); // no selecting and no dragging of the page's text
    line.focus();
  });
  line.addEventListener("pointermove", ({ clientX, pointerId }) => {
    if (line.hasPointerCapture(pointerId)) widen(placement().side === "right" ? innerWidth - clientX : clientX);
  });
  line.addEventListener("lostpointercapture", done);
  for (const end of ["pointerup", "pointercancel"]) line.addEventListener(end, () => line.classList.remove("held"));
  line.addEventListener("keydown", (event) => {
    event.stopPropagation(); // the page's own shortcuts
    if (!event.isTrusted || !/^Arrow(Left|Right)$/.test(event.key)) return;
    event.preventDefault();
    widen(placement().width + (event.key === outwards() ? STEP : -STEP));
  });
  line.addEventListener("keyup", (event) => {
    event.stopPropagation();
    if (event.isTrusted && event.key.startsWith("Arrow")) done();
  });
  return line;
}
