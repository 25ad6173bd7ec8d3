const GAP = 8;
const TITLES = "h1,h2,h3,h4,h5,h6,[role=heading],legend,caption";

/** The title of a list: the first one inside it, else the last one before it, looked for beside it and beside what is around it. */
function titleOf(at: Element): Element | null {
  const own = at.querySelector(TITLES);
  if (own?.checkVisibility()) return own;
  for (let element: Element | null = at, depth = 0; element && depth < 5; element = element.parentElement, depth++) {
    for (let before = element.previousElementSibling; before; before = before.previousElementSibling) {
      const title = before.matches(TITLES) ? before : [...before.querySelectorAll(TITLES)].at(-1);
      if (title?.checkVisibility()) return title;
    }
  }
  return null;
}

/** The boxes of the lines of text in an element. */
function textBoxes(element: Element | null): DOMRect[] {
  if (!element) return [];
  const range = document.createRange();
  range.selectNodeContents(element);
  return [...range.getClientRects()];
}

/** Whether nothing but background lies there: only what also holds the title or the list, and no word of the title. */
function isFree(at: Element, title: Element | null, x: number, y: number, width: number, height: number): boolean {
  if (x < 0 || x + width > document.documentElement.clientWidth) return false;
  const meets = (box: DOMRect) => x < box.right && x + width > box.left && y < box.bottom && y + height > box.top;
  if (textBoxes(title).some(meets)) return false;
  for (const left of [x, x + width / 2, x + width - 1]) {
    for (const top of [y + 1, y + height - 1]) {
      const under = document.elementFromPoint(left, top);
      if (top >= 0 && top < innerHeight && !(under?.contains(title) || under?.contains(at))) return false;
    }
  }
  return true;
}

/**
 * Where a badge has room beside a list, as an offset from the list's top left corner: after the title, beside the list,
 * above its top edge. Null when it would cover something everywhere.
 */
export function roomBeside(at: Element, width: number, height: number): { dx: number; dy: number } | null {
  if (!width) return null; // the page hides what is not its own
  const list = at.getBoundingClientRect();
  const title = titleOf(at);
  const text = textBoxes(title).at(-1);
  const places: [number, number][] = [];
  if (text) places.push([text.right + GAP, text.top + (text.height - height) / 2]);
  places.push([list.right + GAP, list.top], [list.left - GAP - width, list.top]);
  for (let x = list.right - width; x >= list.left; x -= width / 2) places.push([x, list.top - height]);
  const free = places.find(([x, y]) => isFree(at, title, x, y, width, height));
  return free ? { dx: free[0] - list.left, dy: free[1] - list.top } : null;
}
