import type { BannerPiece } from "../../src/chart/snapshot";
import { refOf } from "./refs";
import { personWords } from "./terms";
import { attributeWords, textOf } from "./text";
import { bare, childrenOf, elementsOf, parentOf, UNREAD } from "./tree";

const SEX = /^\W*(?:(?:fe)?male|(?:wo)?man|[fm]|weiblich|männlich|[fh]omme|mujer|hombre)\W*$/i;
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
  while (!isPerson(bare(at))) {
    const parent = parentOf(at);
    if (!parent || parent.tagName === "BODY" || bare(parent).length > LONGEST) return parent && runAround(at);
    at = parent;
  }
  for (;;) {
    const parent = parentOf(at);
    if (!parent || parent.shadowRoot || /^(?:BODY|T?BODY|TABLE|MAIN)$/.test(parent.tagName) || holdsMore(parent)) break;
    const text = bare(parent);
    if (text.length > LONGEST / 2 || births(text) > 1) break;
    at = parent;
  }
  // the name often stands just before what holds birth date and sex
  const before = at.previousElementSibling ?? parentOf(at)?.previousElementSibling;
  const opens = bare(at).slice(0, 12);
  const named = before && (personWords(opens) || /^\W*\d/.test(opens)) && isShort(before, 80);
  return named ? [before, at] : [at];
}

const isShort = (element: Element | undefined, most: number): element is Element =>
  !!element && !!bare(element) && bare(element).length <= most && !UNREAD.test(element.tagName) && !holdsMore(element);

/** A banner whose pieces lie loose among the children of a long container. */
function runAround(hit: Element): Element[] | null {
  const kids = elementsOf(parentOf(hit) ?? hit).filter((kid) => bare(kid));
  const at = kids.indexOf(hit);
  let [from, to] = [at, at];
  for (
    let next = kids[to + 1];
    to < at + 4 && isShort(next, 60) && (personWords(bare(next)) || DATE.test(bare(next)));
    next = kids[to + 1]
  )
    to++;
  while (from > at - 4 && isShort(kids[from - 1], 60)) from--;
  const run = kids.slice(from, to + 1);
  return isShort(hit, 120) && isPerson(run.map(bare).join(" , ")) ? run : null;
}

/** A row in a list of people, not the head of a chart. */
function isListing(block: readonly Element[]): boolean {
  const list = block[0]?.closest("tr,li,[role=row]")?.parentElement;
  return !!list && elementsOf(list).filter((sibling) => isPerson(bare(sibling))).length > 2;
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

/** A text that only names what follows: "DOB", "OpenMRS ID:". */
const isLabel = (text: string) =>
  text.length < 30 && (/[:#]$/.test(text) || (personWords(text) > 0 && !/[\d:]/.test(text) && !SEX.test(text)));

/** What the blocks say, piece by piece. */
export function bannerPieces(blocks: readonly Element[][]): BannerPiece[] {
  return blocks.flatMap((parts, block) => {
    let label: string | null = null;
    return parts.flatMap(piecesOf).flatMap(({ at, text }) => {
      if (!/[\p{L}\d]/u.test(text)) return [];
      const named = label;
      label = isLabel(text) ? text.replace(/[\s:]+$/, "") : null;
      if (label) return [];
      const parent = parentOf(at) ?? at;
      const hints = [at, parent, parentOf(parent) ?? parent].map(attributeWords).join(" ").trim().slice(0, 400);
      return { ref: refOf(at, text, text), text: text.slice(0, 200), label: named, block, hints };
    });
  });
}
