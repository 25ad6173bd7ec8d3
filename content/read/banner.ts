import type { BannerPiece } from "../../src/chart/snapshot";
import { refOf } from "./refs";
import { personWords } from "./terms";
import { hintsAround, textOf } from "./text";
import { childrenOf, elementsOf, parentOf, spaced, UNREAD } from "./tree";

const DATE =
  /\d{1,4}[./-]\d{1,2}[./-]\d{2,4}|\d{1,2}[\s—-]+[a-zé]{3,9}\.?[\s—,-]+\d{4}|[a-zé]{3,9}\.?\s+\d{1,2},?\s+\d{4}/i;
/** Words that say of a date that it is of birth. */
const BIRTH = /\bd\.?o\.?b\b|born|birth|geb|n[ée]e? |nac|nasc/gi;
const LONGEST = 500;

/** Two different words about a person, or a date that is said to be of birth. */
const isPerson = (text: string) => personWords(text) > 1 || (DATE.test(text) && text.search(BIRTH) >= 0);
const births = (text: string) => text.match(BIRTH)?.length ?? 0;

const holdsMore = (element: Element) => !!element.querySelector("table,ul,dl,input,iframe,h2,h3,h4,h5,h6");

/** The smallest block around a hit that speaks of a person, grown while all that comes with it is more of the same banner. */
function blockOf(hit: Element): Element[] | null {
  let at: Element = hit;
  while (!isPerson(spaced(at))) {
    const parent = parentOf(at);
    if (!parent || parent.tagName === "BODY" || spaced(parent).length > LONGEST) return parent && runAround(at);
    at = parent;
  }
  for (;;) {
    const parent = parentOf(at);
    if (!parent || parent.shadowRoot || /^(?:BODY|T?BODY|TABLE|MAIN)$/.test(parent.tagName) || holdsMore(parent)) break;
    const text = spaced(parent);
    if (text.length > LONGEST / 2 || births(text) > 1) break;
    at = parent;
  }
  // the name often stands just before what holds birth date and sex
  const before = at.previousElementSibling ?? parentOf(at)?.previousElementSibling;
  const opens = spaced(at).slice(0, 12);
  const named = before && (personWords(opens) || /^\W*\d/.test(opens)) && isShort(before, 80);
  return named ? [before, at] : [at];
}

const isShort = (element: Element | undefined, most: number): element is Element =>
  !!element &&
  !!spaced(element) &&
  spaced(element).length <= most &&
  !UNREAD.test(element.tagName) &&
  !holdsMore(element);

/** A banner whose pieces lie loose among the children of a long container. */
function runAround(hit: Element): Element[] | null {
  const kids = elementsOf(parentOf(hit) ?? hit).filter((kid) => spaced(kid));
  const at = kids.indexOf(hit);
  let [from, to] = [at, at];
  for (
    let next = kids[to + 1];
    to < at + 4 && isShort(next, 60) && (personWords(spaced(next)) || DATE.test(spaced(next)));
    next = kids[to + 1]
  )
    to++;
  while (from > at - 4 && isShort(kids[from - 1], 60)) from--;
  const run = kids.slice(from, to + 1);
  return isShort(hit, 120) && isPerson(run.map(spaced).join(" , ")) ? run : null;
}

/** A row in a list of people, not the head of a chart. */
function isListing(block: readonly Element[]): boolean {
  const list = block[0]?.closest("tr,li,[role=row]")?.parentElement;
  return !!list && elementsOf(list).filter((sibling) => isPerson(spaced(sibling))).length > 2;
}

/** Blocks that say who the patient is, from the elements in which words about a person were found. */
export function bannerBlocks(hits: readonly Element[], shown: (element: Element) => boolean): Element[][] {
  const blocks: Element[][] = [];
  for (const hit of hits) {
    if (blocks.length > 11 || blocks.flat().some((part) => part.contains(hit) || hit.contains(part))) continue;
    const block = blockOf(hit);
    if (block?.every(shown) && !isListing(block)) blocks.push(block);
  }
  return blocks;
}

/** Smallest parts with text, in order; text between elements counts for the element around it. */
function piecesOf(element: Element): { at: Element; text: string }[] {
  if (UNREAD.test(element.tagName) || !element.checkVisibility({ visibilityProperty: true })) return [];
  if (!elementsOf(element).length) return [{ at: element, text: textOf(element) }];
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
  blocks.flatMap((parts, block) =>
    parts
      .flatMap(piecesOf)
      .flatMap(({ at, text }) =>
        /[\p{L}\d]/u.test(text)
          ? { ref: refOf(at, text, text), text: text.slice(0, 200), label: null, block, hints: hintsAround(at) }
          : [],
      ),
  );
