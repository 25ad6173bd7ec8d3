import { clean } from "./terms";
import { bare, childrenOf, parentOf, UNREAD } from "./tree";
import { isDrawn } from "./visible";

const ASSISTIVE = /sr-?only|visually-?hidden|screen-?reader|assistive/i;
/** Words of buttons and links inside a row that offer an action and state nothing ("Discontinue" is not "Discontinued"). */
const ACTION =
  /^(edit|delete|discontinue|renew|refill|re-?order|add|view|details?|print|more|stop|modify|cancel|hide|remove|copy|x|×)$/i;

function isAction(element: Element): boolean {
  return (
    element.matches("button,a,[role=button],[role=menuitem]") &&
    !element.closest("th,[role=columnheader]") &&
    ACTION.test(bare(element))
  );
}

/** Whether an element holds the words beside a box that is not ticked. */
export const isUnticked = (element: Element) =>
  (element as HTMLLabelElement).control?.matches("[type=checkbox]:not(:checked),[type=radio]:not(:checked)");

/** What a row or a cell that is crossed out says of itself. */
export const STRUCK = " line-through";

/** Whether the page strikes an element out. */
export const isStruck = (element: Element) => /through/.test(getComputedStyle(element).textDecorationLine);

/** Whether a text begins with what is struck out, which stays in it so that it can be told what was; later parts are left out. */
export function beginsStruck(element: Element): boolean {
  for (let at: Element | null = element; at; at = at.firstElementChild)
    if (isStruck(at)) return bare(element).startsWith(bare(at));
  return false;
}

/** Text with a line feed wherever the page breaks the line; what is not drawn is left out. */
function rawText(root: Element): string {
  let out = "";
  let seam = false; // an element has just ended and no text has come since
  const breakLine = () => {
    if (!out.endsWith("\n")) out += "\n";
  };
  const walk = (element: Element) => {
    const pre = /^(pre|break)/.test(getComputedStyle(element).whiteSpace);
    let opens = true; // nothing of this element has been seen
    for (const node of childrenOf(element)) {
      if (node instanceof Text) {
        const text = clean(pre ? node.data.replace(/[\t\u00a0 ]{2,}|\t/g, "  ") : node.data.replace(/\s+/g, " "));
        // two elements that touch are two words, but "17" and ".4" are one number
        if (opens && seam && /[\p{L}\d]$/u.test(out) && /^[\p{L}\d]/u.test(text)) out += " ";
        out += text;
        seam &&= !text;
      } else if (node instanceof HTMLElement) readElement(node);
      else continue;
      opens = false;
    }
  };
  const readElement = (element: HTMLElement) => {
    if (element.tagName === "BR") return breakLine();
    if (
      element instanceof HTMLInputElement &&
      (element.readOnly || element.disabled) &&
      /text|number/.test(element.type)
    )
      out += ` ${element.value} `;
    if (
      UNREAD.test(element.tagName) ||
      element.tagName === "NAV" ||
      ASSISTIVE.test(element.className) ||
      isAction(element)
    )
      return;
    const { display, visibility, verticalAlign } = getComputedStyle(element);
    const brief = bare(element).length < 3;
    if (
      display === "none" ||
      visibility !== "visible" ||
      isUnticked(element) ||
      (isStruck(element) && out.trim()) ||
      // a footnote before the words or behind a number is no part of it
      (brief && verticalAlign === "super" && /(^|[\s\d])$/.test(out)) ||
      (brief && element.tagName === "A" && /\d$/.test(out))
    )
      return;
    const apart = !/^(inline|contents)/.test(display);
    if (apart) breakLine();
    else if (display.startsWith("inline-")) out += " ";
    walk(element);
    seam = true;
    if (apart) breakLine();
  };
  walk(root);
  return out;
}

/** The lines of an element, trimmed, without empty ones. */
export function linesOf(element: Element): string[] {
  return rawText(element)
    .split("\n")
    .map((line) => line.trim())
    .filter(Boolean);
}

/** Its text in one line; parts on lines of their own are separated by " | ". */
export function textOf(element: Element): string {
  if (!element.firstElementChild && !element.shadowRoot) {
    return isDrawn(element) ? clean(bare(element)) : "";
  }
  return linesOf(element)
    .map((line) => line.replace(/\s+/g, " "))
    .join(" | ");
}

/** What the attributes of an element say. */
export const attributesOf = (
  element: Element | null | undefined,
  names = /^(class|id|title|aria-label|alt|name|headers|data-.*)$/,
): string =>
  Array.from(element?.hasAttributes() ? element.attributes : [], ({ name, value }) =>
    names.test(name) && value.length < 200 ? value : "",
  )
    .join(" ")
    .trim()
    .slice(0, 400);

/** What the attributes of an element say and of the marks inside it: icons, tags and texts for screen readers. */
export function hintsOf(element: Element): string {
  const own = attributesOf(element);
  if (!element.firstElementChild) return own;
  const said = [own];
  for (const inner of [...element.querySelectorAll("[class],[title],[aria-label],[alt],title")].slice(0, 12)) {
    said.push(attributesOf(inner));
    if (inner.localName === "title" || ASSISTIVE.test(inner.className)) said.push(bare(inner));
  }
  return said.join(" ").trim().slice(0, 800);
}

/** What the attributes of an element and of the two around it say. */
export function hintsAround(element: Element): string {
  const parent = parentOf(element);
  return [element, parent, parent && parentOf(parent)]
    .map((part) => attributesOf(part))
    .join(" ")
    .trim()
    .slice(0, 800);
}
