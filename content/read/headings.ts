import { textOf } from "./text";
import { bare, elementsOf, HEADINGS, parentOf, signature, UNREAD } from "./tree";

const TITLE_WORDS = /(^|[\s_-])(title|head(ing|er)|caption|label|name)($|[\s_-])|(title|head(ing|er))$/i;
const OPEN_TAB = "[role=tab][aria-selected=true],[aria-current=page],.active,.selected,.current";
const LISTS = "table,ul,ol,dl";
const STRUCTURED = `${LISTS},${HEADINGS}`;
const SHORT = 160;

const rankOf = (element: Element): number => Number(/^H([1-6])$/.exec(element.tagName)?.[1] ?? element.ariaLevel ?? 3);

/** The heading that an element is or wraps: a heading tag with little around it, or a short text that looks like one. */
export function headingIn(element: Element): { text: string; rank: number } | null {
  const whole = bare(element);
  if (!whole || whole.length > 200 || UNREAD.test(element.tagName)) return null;
  const [inner] = element.matches(HEADINGS) ? [element] : [...element.querySelectorAll(`${HEADINGS},legend`)].reverse();
  // a small box with a title and a list of its own stands for itself
  if (inner && element.querySelector(LISTS)) return null;
  if (inner) return whole.length <= bare(inner).length * 2 + 60 ? { text: textOf(inner), rank: rankOf(inner) } : null;
  if (whole.length > 80 || element.matches("table,tbody,thead") || element.querySelector(`${STRUCTURED},input`))
    return null;
  const found = (rank: number) => ({ text: textOf(element), rank });
  if (element.tagName === "TR") return element.querySelector("td") ? null : found(7);
  const strong = element.matches("b,strong") ? element : element.querySelector("b,strong");
  if (strong && bare(strong).length >= whole.length - 2) return found(8);
  if (element.matches("summary,legend") || TITLE_WORDS.test(element.className)) return found(7);
  if (whole.endsWith(":")) return found(9);
  // a few words right above a list
  return /^[^\d.]{3,40}(\(\d+\))?$/.test(whole) && element.nextElementSibling?.matches(LISTS) ? found(9.5) : null;
}

/** The text of an element that holds only a few words; null when there is more to it. */
function briefly(element: Element): string | null {
  if (!element.checkVisibility()) return "";
  if (element.matches(STRUCTURED) || bare(element).length > SHORT * 10) return null;
  if ([...element.querySelectorAll(STRUCTURED)].some((inner) => inner.checkVisibility())) return null;
  const text = textOf(element);
  return text.length > SHORT ? null : text;
}

/** What stands above and around a region: its headings, outermost first, and short texts in which it speaks of itself. */
export function contextOf(root: Element, skip: (element: Element) => boolean): { headings: string[]; says: string[] } {
  const headings: string[] = [];
  const says: string[] = [];
  const say = (text?: string) => {
    if (text && text.length <= SHORT && says.length < 12 && !says.includes(text)) says.push(text);
  };
  const head = (text?: string) => {
    if (text && text.length <= 200 && headings.length < 20 && !headings.includes(text)) headings.unshift(text);
  };
  // a title inside the region is the last of its headings
  const inner = root.tagName !== "TABLE" && root.querySelector(HEADINGS);
  let rank = inner ? rankOf(inner) : 10;
  let near = true; // nothing but short texts stands between here and the region
  const above = (sibling: Element, at: Element) => {
    const found = headingIn(sibling);
    if (found) {
      if (found.rank >= rank) return;
      head(found.text);
      if (near && bare(sibling).length > found.text.length + 1) say(textOf(sibling));
      rank = found.rank;
      near &&= rank > 9;
    } else if (near) {
      const text = signature(sibling) === signature(at) ? null : briefly(sibling);
      if (text !== null) say(text);
      else {
        near = false;
        // a small table of its own may hold the order, the panel and the dates of what follows
        if (
          root.tagName === "TABLE" &&
          sibling.tagName === "TABLE" &&
          bare(sibling).length < 300 &&
          widthOf(sibling) !== widthOf(root)
        )
          for (const cell of sibling.querySelectorAll("th,td")) say(textOf(cell));
      }
      for (const select of sibling.querySelectorAll("select")) say(select.selectedOptions[0]?.text.trim());
    }
    const tab = sibling.querySelector("[role=tab],[class*=tab]") && sibling.querySelector(OPEN_TAB);
    if (tab) head(textOf(tab));
  };
  for (
    let at: Element | null = root, depth = 0;
    at && at.tagName !== "BODY" && depth < 25;
    at = parentOf(at), depth++
  ) {
    named(at, head);
    const parent = parentOf(at);
    const siblings = parent ? elementsOf(parent) : [];
    const here = siblings.indexOf(at);
    // text that stands loose before a nested list
    let loose = at.previousSibling;
    while (loose && !loose.textContent?.trim()) loose = loose.previousSibling;
    if (near && loose?.nodeType === 3) say(loose.textContent?.trim());
    for (const sibling of siblings.slice(Math.max(0, here - 40), here).reverse()) {
      if (sibling.checkVisibility() && !skip(sibling)) above(sibling, at);
    }
    for (const sibling of depth < 4 ? siblings.slice(here + 1, here + 4) : []) {
      const text =
        headingIn(sibling) || skip(sibling) || signature(sibling) === signature(at) ? null : briefly(sibling);
      if (text === null) break;
      say(text);
    }
  }
  return { headings, says };
}

const widthOf = (table: Element) => table.querySelector("tr")?.childElementCount;

/** Names that the page gives a region in attributes, in a caption, in the cell before it. */
function named(element: Element, head: (text?: string) => void): void {
  const scope = element.getRootNode() as Document | ShadowRoot;
  const { caption } = element as Partial<HTMLTableElement>;
  if (caption) head(textOf(caption));
  if (!/^(main|content|region)$/i.test(element.ariaLabel as string)) head(element.ariaLabel?.trim());
  for (const id of (element.getAttribute("aria-labelledby") ?? "").split(/\s+/)) {
    const by = scope.getElementById(id);
    if (by && !element.contains(by)) head(bare(by));
  }
  const cell = element.tagName === "TD" ? (element.previousElementSibling as HTMLTableCellElement | null) : null;
  // a date names its row only under a head that says so: else it may be of anything
  if (
    cell &&
    bare(cell).length < 60 &&
    (/^\D/.test(bare(cell)) ||
      /dat/i.test(cell.closest("table")?.rows[0]?.cells[cell.cellIndex]?.textContent as string))
  )
    head(textOf(cell));
}
