import { childrenOf, UNREAD } from "./tree";

const ASSISTIVE = /sr-?only|visually-?hidden|screen-?reader|assistive/i;
/** Words of buttons and links inside a row that offer an action and state nothing ("Discontinue" is not "Discontinued"). */
const ACTION =
  /^(?:edit|delete|discontinue|renew|refill|re-?order|order|add|view|details?|print|more|stop|modify|cancel|close|show|hide|remove|copy|sign|options?|actions?|select|open|review|graph|trend|x|×|…)$/i;

const clean = (text: string) => text.replace(/[\u00ad\u200b-\u200f\u2060\ufeff]/g, "");

function isAction(element: Element): boolean {
  return (
    element.matches("button,a,[role=button],[role=menuitem]") &&
    !element.closest("th,[role=columnheader]") &&
    ACTION.test((element.textContent ?? "").trim())
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
        } else if (
          !UNREAD.test(child.tagName) &&
          !ASSISTIVE.test(child.getAttribute("class") ?? "") &&
          !isAction(child)
        ) {
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

const wordsIn = (text: string) =>
  text
    .replace(/(\p{Ll})(\p{Lu})/gu, "$1 $2")
    .replace(/[^\p{L}\p{N}%]+/gu, " ")
    .trim()
    .toLowerCase();

/** A class without what a build made up: the tail after "___", names of letters and digits mixed. */
function readable(name: string): string {
  const word = name.replace(/___.*$/, "");
  return /[+=]|[a-z]\d+[A-Za-z]|[A-Z]\d+[a-z]/.test(word) ? "" : word;
}

/** What the attributes of one element say, as words. */
export function attributeWords(element: Element): string {
  const said: string[] = [];
  for (const { name, value } of element.attributes) {
    if (name === "class") said.push(...value.split(/\s+/).map(readable));
    else if (/^(?:id|title|aria-label|alt|name|headers)$/.test(name)) said.push(value);
    else if (name.startsWith("data-") && value.length < 60) said.push(value);
  }
  return wordsIn(said.join(" "));
}

/** The words of an element and of the marks inside it: icons, tags and texts for screen readers. */
export function hintsOf(element: Element): string {
  const said = [attributeWords(element)];
  if (element.firstElementChild) {
    for (const inner of [...element.querySelectorAll("[class],[title],[aria-label],[alt],title")].slice(0, 12)) {
      said.push(attributeWords(inner));
      if (inner.localName === "title" || ASSISTIVE.test(inner.getAttribute("class") ?? ""))
        said.push(wordsIn(inner.textContent ?? ""));
    }
  }
  return [...new Set(said.join(" ").split(" "))].join(" ").trim().slice(0, 400);
}
