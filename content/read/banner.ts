import type { BannerPiece } from "../../src/chart/snapshot";
import { contextOf } from "./headings";
import { refOf } from "./refs";
import { personWords } from "./terms";
import { hintsAround, textOf } from "./text";
import { childrenOf, elementsOf, parentOf, spaced, UNREAD } from "./tree";
import { isDrawn } from "./visible";

const DATE = /\d([./-])\d{1,2}\1\d|\d[\s—-]+[a-zé]{3,9}\.?[\s—,-]+\d{4}|[a-zé]{3,9}\.? \d{1,2},? \d{4}/i;
/** Words that make a date a date of birth. */
const BORN = /\bd\.?o\.?b\b|born|birth|geb|\b(n[ée]e?|nat[ao]) |nac|nasc|\bm[aä]le?\b|female|weibl|femme|\d ?yo/i;
const LONGEST = 250;

const isBorn = (text: string) => DATE.test(text) && BORN.test(text);
/** Two different words about a person, or a date that can be of birth. */
const isPerson = (text: string) => personWords(text) > 1 || isBorn(text);

const MORE = "table,ul,input,iframe,h2,h3,h4,h5,h6";
const isShort = (element: Element, most: number) =>
  !UNREAD.test(element.tagName) &&
  !element.matches(MORE) &&
  !element.querySelector(MORE) &&
  spaced(element).length <= most;

/** Short neighbours on one side, as long as they fit. */
function neighbours(
  at: Element,
  side: "previousElementSibling" | "nextElementSibling",
  fits: (text: string) => boolean,
): Element[] {
  const run: Element[] = [];
  for (
    let next = at[side];
    next && run.length < 4 && isShort(next, 80) && fits(spaced(next)) && !isBorn(spaced(next));
    next = next[side]
  )
    run.push(next);
  return run;
}

/** The block around a hit, as far as it is short and of one person, and short neighbours that go with it; null when it is of nobody. */
function blockOf(hit: Element): Element[] | null {
  if (spaced(hit).length > LONGEST) return null;
  let at = hit;
  for (
    let parent = parentOf(at);
    parent && !parent.shadowRoot && !parent.matches("body,table,tbody,main") && isShort(parent, LONGEST);
    parent = parentOf(at)
  ) {
    const inner = at;
    if (isBorn(spaced(at)) && elementsOf(parent).some((kid) => kid !== inner && isBorn(spaced(kid)))) break;
    at = parent;
  }
  // the name often stands just before what holds birth date and sex, and pieces may lie loose in the page
  const opens = spaced(at).slice(0, 14);
  const before =
    personWords(opens) || /^\W*\d/.test(opens) ? neighbours(at, "previousElementSibling", Boolean).reverse() : [];
  const after =
    /\d/.test(spaced(at)) && isPerson(spaced(at))
      ? []
      : neighbours(at, "nextElementSibling", (text) => /\d/.test(text) || personWords(text) > 0);
  const block = [...before, at, ...after];
  return isPerson(block.map(spaced).join(" , ")) ? block : null;
}

/** A row in a list of people or of entries with column heads, not the head of a chart. */
function isListing(block: readonly Element[]): boolean {
  const row = block[0]?.closest("tr,li,[role=row]");
  if (!row?.parentElement) return false;
  const table = row.closest("table");
  if (table?.querySelector("th + th") && table.rows.length > 2) return true;
  // "Sex | Female" is a line about a person, and none about another one
  const isOne = (line: Element) => {
    const [first] = elementsOf(line);
    return isPerson(spaced(line)) && !(first && personWords(spaced(first)));
  };
  return elementsOf(row.parentElement).filter(isOne).length > 1;
}

/** Blocks that say who the patient is, from the elements in which words about a person were found. */
export function bannerBlocks(hits: readonly Element[], shown: (element: Element) => boolean): Element[][] {
  const blocks: Element[][] = [];
  for (const hit of hits) {
    if (blocks.length > 11 || blocks.flat().some((part) => part.contains(hit) || hit.contains(part))) continue;
    const block = blockOf(hit)?.filter(shown);
    if (block?.length && !isListing(block)) blocks.push(block);
  }
  return blocks;
}

/** Whether a word or number goes on in the next text or in an element inside it. */
function isTorn(element: Element): boolean {
  const parts = Array.from(childrenOf(element), (node) =>
    node instanceof Text
      ? `|${node.data}|`
      : /^(SPAN|MARK|WBR)/.test(node.nodeName)
        ? node.textContent
        : node instanceof Element
          ? " "
          : "",
  );
  return /\w\|+\w/.test(parts.join(""));
}

/** Smallest parts with text, in order; text between elements counts for the element around it. */
function piecesOf(element: Element): { at: Element; text: string }[] {
  if (UNREAD.test(element.tagName) || !isDrawn(element)) return [];
  if (!elementsOf(element).length || isTorn(element)) return [{ at: element, text: textOf(element) }];
  return [...childrenOf(element)].flatMap((node) =>
    node instanceof Element
      ? piecesOf(node)
      : node instanceof Text
        ? { at: element, text: node.data.replace(/\s+/g, " ").trim() }
        : [],
  );
}

/** What the blocks say, piece by piece. */
export const bannerPieces = (blocks: readonly Element[][]): BannerPiece[] =>
  blocks.flatMap((parts, block) => {
    const title = parts[0] && contextOf(parts[0], () => false).headings.at(-1);
    return parts
      .flatMap(piecesOf)
      .flatMap(({ at, text }) =>
        /[\p{L}\d]/u.test(text)
          ? { ref: refOf(at, text, text), text: text.slice(0, 200), label: null, block, title, hints: hintsAround(at) }
          : [],
      );
  });
