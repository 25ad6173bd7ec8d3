import { signature } from "./place";
import { textOf } from "./text";
import { elementsOf, isHeading, parentOf, UNREAD } from "./tree";

const TITLE_WORDS =
  /(?:^|[\s_-])(?:title|heading|header|caption|legend|label|name)(?:$|[\s_-])|title$|heading$|header$/i;
const OPEN_TAB =
  "[role=tab][aria-selected=true],[aria-current=page],[aria-current=true],[class~=active],[class~=selected],[class~=current]";
const STRUCTURED = "table,ul,ol,dl,h1,h2,h3,h4,h5,h6";
const SHORT = 160;

const rankOf = (element: Element): number =>
  /^H[1-6]$/.test(element.tagName)
    ? Number(element.tagName[1])
    : element.getAttribute("role") === "heading"
      ? Number(element.getAttribute("aria-level")) || 3
      : 7;

const bare = (element: Element) => (element.textContent ?? "").replace(/\s+/g, " ").trim();

/** The heading that an element is or wraps: a heading tag with little around it, or a short text that looks like one. */
export function headingIn(element: Element): { text: string; rank: number } | null {
  if (UNREAD.test(element.tagName)) return null;
  const whole = bare(element);
  if (!whole || whole.length > 200) return null;
  if (isHeading(element)) return { text: textOf(element), rank: rankOf(element) };
  const inner = [...element.querySelectorAll("h1,h2,h3,h4,h5,h6,[role=heading],legend")].at(-1);
  if (inner) return whole.length <= bare(inner).length * 2 + 60 ? { text: textOf(inner), rank: rankOf(inner) } : null;
  if (whole.length > 80 || element.querySelector("table,ul,ol,dl,input")) return null;
  const strong = element.querySelector("b,strong") ?? (/^(?:B|STRONG)$/.test(element.tagName) ? element : null);
  if (strong && bare(strong).length >= whole.length - 2) return { text: textOf(element), rank: 8 };
  if (
    TITLE_WORDS.test(element.getAttribute("class") ?? "") ||
    element.tagName === "SUMMARY" ||
    element.tagName === "LEGEND"
  )
    return { text: textOf(element), rank: 7 };
  return /:$/.test(whole) ? { text: textOf(element), rank: 9 } : null;
}

/** The text of an element that holds only a few words; null when there is more to it. */
function briefly(element: Element): string | null {
  if (!element.checkVisibility()) return "";
  if (element.matches(STRUCTURED) || bare(element).length > SHORT * 10) return null;
  if ([...element.querySelectorAll(STRUCTURED)].some((inner) => inner.checkVisibility())) return null;
  const text = textOf(element);
  return text.length > SHORT ? null : text;
}

const isSameWidth = (one: HTMLTableElement, other: HTMLTableElement) =>
  one.rows[0]?.cells.length === other.rows[0]?.cells.length;

/** What stands above and around a region: its headings, outermost first, and short texts in which it speaks of itself. */
export function contextOf(root: Element, skip: (element: Element) => boolean): { headings: string[]; says: string[] } {
  const headings: string[] = [];
  const says: string[] = [];
  const say = (text: string) => {
    if (text && text.length <= SHORT && says.length < 12 && !says.includes(text)) says.push(text);
  };
  const head = (text: string) => {
    if (text && text.length <= 200 && !headings.includes(text) && headings.length < 20) headings.unshift(text);
  };
  let rank = 10;
  let near = true; // nothing but short texts stands between here and the region
  for (
    let at: Element | null = root, depth = 0;
    at && at.tagName !== "BODY" && depth < 25;
    at = parentOf(at), depth++
  ) {
    named(at, head);
    const parent = parentOf(at);
    const siblings = parent ? elementsOf(parent) : [];
    const here = siblings.indexOf(at);
    for (let i = here - 1, steps = 0; i >= 0 && steps < 40 && rank > 1; i--, steps++) {
      const sibling = siblings[i];
      if (!sibling?.checkVisibility() || skip(sibling)) continue;
      const found = headingIn(sibling);
      if (found && found.rank < rank) {
        head(found.text);
        const rest = bare(sibling);
        if (near && rest.length > found.text.length + 1) say(textOf(sibling));
        rank = found.rank;
        near = false;
      } else if (!found && near) {
        const text = signature(sibling) === signature(at) ? null : briefly(sibling);
        if (text !== null) {
          say(text);
        } else {
          near = false;
          // a small table of its own may hold the order, the panel and the dates of what follows
          if (
            sibling instanceof HTMLTableElement &&
            root instanceof HTMLTableElement &&
            bare(sibling).length < 300 &&
            !isSameWidth(sibling, root)
          ) {
            for (const cell of sibling.querySelectorAll("th,td")) say(textOf(cell));
          }
        }
        for (const select of sibling.querySelectorAll("select")) say(select.selectedOptions[0]?.text.trim() ?? "");
      }
      if (sibling.querySelector("[role=tab],[class*=tab]") || /tab/i.test(sibling.getAttribute("class") ?? "")) {
        const open = sibling.querySelector(OPEN_TAB);
        if (open && !isHeading(open)) head(textOf(open));
      }
    }
    if (depth < 4) {
      for (const sibling of siblings.slice(here + 1, here + 4)) {
        if (headingIn(sibling) || skip(sibling) || signature(sibling) === signature(at)) break;
        const text = briefly(sibling);
        if (text === null) break;
        say(text);
      }
    }
  }
  return { headings, says };
}

/** Names that the page gives a region in attributes or in a caption. */
function named(element: Element, head: (text: string) => void): void {
  if (element instanceof HTMLTableElement && element.caption) head(textOf(element.caption));
  const label = element.getAttribute("aria-label");
  if (label && !/^(?:main|content|region)$/i.test(label)) head(label.trim());
  const scope = element.getRootNode() as Document | ShadowRoot;
  for (const id of (element.getAttribute("aria-labelledby") ?? "").split(/\s+/)) {
    const by = id ? scope.getElementById(id) : null;
    if (by && !element.contains(by)) head(bare(by));
  }
  const cell =
    element.tagName === "TD" ? (element.previousElementSibling ?? element.parentElement?.previousElementSibling) : null;
  if (cell && bare(cell).length < 60) head(textOf(cell));
}
