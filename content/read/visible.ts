import { parentOf } from "./tree";

/** Whether an element itself is drawn. Only around hits and only while reading: it may cost a style calculation. */
export const isDrawn = (element: Element): boolean =>
  element.checkVisibility({ visibilityProperty: true, opacityProperty: true });

/** Folded away, pushed out of the window or in a tab that is not open: drawn for the browser, not for the reader. */
function isFolded(element: Element): boolean {
  const role = element.getAttribute("role") ?? "";
  if (element.getAttribute("aria-hidden") === "true" && /tabpanel|dialog/.test(`${role} ${element.className}`))
    return true;
  if (element instanceof HTMLDetailsElement && !element.open) return true;
  const box = element.getBoundingClientRect();
  if (box.right + scrollX < -500) return true;
  return (box.height < 1 || box.width < 1) && /hidden|clip/.test(getComputedStyle(element).overflow);
}

/** Remembers what it found about ancestors, so that one read asks once. */
export function visibility(): (element: Element) => boolean {
  const known = new Map<Element, boolean>();
  const unfolded = (element: Element): boolean => {
    const before = known.get(element);
    if (before !== undefined) return before;
    const parent = parentOf(element);
    // the summary of closed details stays on screen
    const fine =
      (element.tagName === "SUMMARY" || !isFolded(element)) &&
      (!parent ||
        (element.tagName === "SUMMARY" && parent.tagName === "DETAILS"
          ? unfolded(parentOf(parent) ?? parent)
          : unfolded(parent)));
    known.set(element, fine);
    return fine;
  };
  return (element) => isDrawn(element) && unfolded(element);
}

/** Whether this frame shows anything at all: frames of closed tabs stay alive without a size. */
export function frameIsVisible(): boolean {
  if (window === window.top) return true;
  if (innerWidth < 2 || innerHeight < 2) return false;
  try {
    const frame = window.frameElement;
    return !frame || frame.checkVisibility({ visibilityProperty: true, opacityProperty: true });
  } catch {
    return true; // a parent of another origin does not tell
  }
}
