import { parentOf } from "./tree";

/** Whether an element is drawn. Only around hits and only while reading: it may cost a style calculation. */
export const isDrawn = (element: Element): boolean =>
  element.checkVisibility({ visibilityProperty: true, opacityProperty: true });

/** Folded away, pushed out of the window or in a tab that is not open: drawn for the browser, not for the reader. */
function isFolded(element: Element): boolean {
  if (element.matches("[role=tabpanel][aria-hidden=true]")) return true;
  const { right, width, height } = element.getBoundingClientRect();
  return (
    right + scrollX < -500 || ((height < 1 || width < 1) && /hidden|clip/.test(getComputedStyle(element).overflow))
  );
}

/** Remembers what it found about ancestors, so that one read asks once. */
export function visibility(): (element: Element) => boolean {
  const known = new Map<Element | null, boolean>([[null, true]]);
  const unfolded = (element: Element | null): boolean => {
    // above the outermost element, null, nothing is folded
    const answer = known.get(element) ?? (!isFolded(element as Element) && unfolded(parentOf(element as Element)));
    known.set(element, answer);
    return answer;
  };
  return (element) => isDrawn(element) && unfolded(element);
}

/** Whether this frame shows anything at all: frames of closed tabs stay alive without a size. A parent of another origin does not tell. */
export const frameIsVisible = (): boolean =>
  window === window.top ||
  (innerWidth > 1 && innerHeight > 1 && (!window.frameElement || isDrawn(window.frameElement)));
