import { clean } from "./terms";
import { bare, childrenOf, parentOf, UNREAD } from "./tree";

const ASSISTIVE = /sr-?only|visually-?hidden|screen-?reader|assistive/i;
/** Words of buttons and links inside a row that offer an action and state nothing ("Discontinue" is not "Discontinued"). */
const ACTION =
  /^(?:edit|delete|discontinue|renew|refill|re-?order|add|view|details?|print|more|stop|modify|cancel|hide|remove|copy|x|×)$/i;

function isAction(element: Element): boolean {
  return (
    element.matches("button,a,[role=button],[role=menuitem]") &&
    !element.closest("th,[role=columnheader]") &&
    ACTION.test(bare(element))
  );
}

/** Text with a line feed wherever the page breaks the line; what is not drawn is left out. */
function rawText(root: Element): string {
  let out = "";
  let seam = false; // an element has just ended and no text has come since
  const breakLine = () => {
    if (!out.endsWith("\n")) out += "\n";
  };
  const add = (data: string, pre: boolean, opens: boolean) => {
    const text = clean(pre ? data.replace(/\t|\u00a0/g, "  ").replace(/ {2,}/g, "  ") : data.replace(/\s+/g, " "));
    // two elements that touch are two words, but "17" and ".4" are one number
    if (opens && seam && /[\p{L}\d]$/u.test(out) && /^[\p{L}\d]/u.test(text)) out += " ";
    out += text;
    if (text) seam = false;
  };
  const walk = (element: Element, pre: boolean) => {
    let opens = true; // nothing of this element has been seen
    for (const node of childrenOf(element)) {
      if (node.nodeType === 3) {
        add((node as Text).data, pre, opens);
      } else if (node.nodeType === 1) {
        const child = node as HTMLElement;
        if (child.tagName === "BR" || child.tagName === "HR") {
          breakLine();
        } else if (child instanceof HTMLInputElement) {
          if ((child.readOnly || child.disabled) && /text|number/.test(child.type)) out += ` ${child.value} `;
        } else if (!UNREAD.test(child.tagName) && !ASSISTIVE.test(child.className) && !isAction(child)) {
          // a footnote mark before the text is no part of it
          if (child.tagName === "SUP" && !/\S/.test(out) && /^\W*\w{0,2}\W*$/.test(child.textContent ?? "")) continue;
          const style = getComputedStyle(child);
          if (style.display === "none" || style.visibility !== "visible") continue;
          const inline = /^(?:inline|contents)$/.test(style.display);
          const apart = !inline && !style.display.startsWith("inline");
          if (apart) breakLine();
          else if (!inline && out && !/\s$/.test(out)) out += " ";
          walk(child, /^(?:pre|break-spaces)/.test(style.whiteSpace));
          seam = true;
          if (apart) breakLine();
        }
      }
      if (node.nodeType !== 8) opens = false;
    }
  };
  walk(root, /^(?:pre|break-spaces)/.test(getComputedStyle(root).whiteSpace));
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
    return isDrawnText(element)
      ? clean(element.textContent ?? "")
          .replace(/\s+/g, " ")
          .trim()
      : "";
  }
  return linesOf(element)
    .map((line) => line.replace(/\s+/g, " ").trim())
    .join(" | ");
}

const isDrawnText = (element: Element) => element.checkVisibility({ visibilityProperty: true });

/** What the attributes of an element say. */
export const attributesOf = (
  element: Element,
  names = /^(?:class|id|title|aria-label|alt|name|headers|data-.*)$/,
): string =>
  Array.from(element.attributes, ({ name, value }) => (names.test(name) && value.length < 200 ? value : ""))
    .join(" ")
    .trim()
    .slice(0, 400);

/** What the attributes of an element say and of the marks inside it: icons, tags and texts for screen readers. */
export function hintsOf(element: Element): string {
  const said = [attributesOf(element)];
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
    .map((part) => (part ? attributesOf(part) : ""))
    .join(" ")
    .trim()
    .slice(0, 800);
}
