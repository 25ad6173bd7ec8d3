import type { BannerPiece } from "../../src/chart/snapshot";
import { refOf } from "./refs";
import { attributeWords, textOf } from "./text";
import { childrenOf, elementsOf, parentOf, UNREAD } from "./tree";

const DATE =
  /\d{1,4}[./-]\d{1,2}[./-]\d{2,4}|\d{1,2}[\s—-]+[a-zé]{3,9}\.?[\s—,-]+\d{4}|[a-zé]{3,9}\.?\s+\d{1,2},?\s+\d{4}/i;
const CLUES: readonly (readonly [string, RegExp])[] = [
  [
    "birth",
    /\b(?:d\.?o\.?b\b|date of birth|birth\s?-?(?:date|day)|born|geb(?:oren|\.|urts)|n[ée]e? le|naissance|nacimiento|nascita|nascimento|geboortedatum)/i,
  ],
  ["age", /\b\d{1,3}\s?-?\s?(?:y(?:ears?|rs?|\.?o\.?|\/o)?|jahre|ans|años|anni|anos|jaar)\b|\bage\b/i],
  [
    "sex",
    /\b(?:female|male|woman|man|sex|gender|weiblich|männlich|geschlecht|femme|homme|sexe|mujer|hombre|sexo|femminile|maschile)\b|(?:^|[\s,(|/])[FM](?:$|[\s,)|/])/i,
  ],
  [
    "number",
    /\b(?:mrn|prn|phn|hcn|nhs|chart|record|patient|openmrs|health|case|file)\s?(?:id|no|nr|num|number|#|:)|\bm\.?r\.?n\b|\bid\s?[:#]/i,
  ],
];
const SEX_SAID =
  /^\W*(?:(?:fe)?male|woman|man|[fm]|weiblich|männlich|femme|homme|mujer|hombre|femminile|maschile)\W*$/i;
const LONGEST = 500;

const bare = (element: Element) => (element.textContent ?? "").replace(/\s+/g, " ").trim();

/** Which clues to a person stand in a text. */
function cluesIn(text: string): Set<string> {
  const clues = new Set(CLUES.filter(([, words]) => words.test(text)).map(([clue]) => clue));
  if (DATE.test(text)) clues.add("date");
  return clues;
}

/** Two clues of different kind, one of them more than a bare sex or date. */
function speaksOfPerson(clues: Set<string>): boolean {
  const kinds = [...clues].filter((clue) => clue !== "date").length;
  return kinds > 1 || (clues.has("birth") && clues.has("date"));
}

/** The smallest element around a hit that speaks of a person: a run of children when the container holds the page. */
function blockOf(hit: Element): Element[] | null {
  for (let at: Element | null = hit; at && at.tagName !== "HTML"; at = parentOf(at)) {
    const text = bare(at);
    if (text.length > LONGEST || at.tagName === "BODY") return runAround(at, hit);
    if (!speaksOfPerson(cluesIn(text))) continue;
    const whole = grown(at);
    return [...nameBefore(whole), whole];
  }
  return null;
}

/** Grows a block while what is added can only be more of the same banner: short, of one person, not a list. */
function grown(block: Element): Element {
  for (let at = block; ; ) {
    const parent = parentOf(at);
    if (!parent || /^(?:BODY|TABLE|TBODY|MAIN)$/.test(parent.tagName)) return at;
    const text = bare(parent);
    const births = text.match(new RegExp(CLUES[0]?.[1] ?? "", "gi"))?.length ?? 0;
    if (
      text.length > LONGEST / 2 ||
      births > 1 ||
      parent.querySelector("h2,h3,h4,h5,h6,ul,dl,table,iframe") ||
      parent.shadowRoot
    )
      return at;
    at = parent;
  }
}

/** A banner whose pieces lie loose among the children of a long container. */
function runAround(container: Element, hit: Element): Element[] | null {
  const kids = elementsOf(container);
  const at = kids.findIndex((kid) => kid.contains(hit));
  if (at < 0 || bare(kids[at] ?? hit).length > 120) return null;
  let [from, to] = [at, at];
  const fits = (kid: Element | undefined) =>
    !!kid && bare(kid).length <= 60 && !UNREAD.test(kid.tagName) && !kid.querySelector("table,ul,input");
  while (to + 1 < kids.length && to < at + 4 && fits(kids[to + 1]) && cluesIn(bare(kids[to + 1] as Element)).size) to++;
  while (from > 0 && from > at - 4 && fits(kids[from - 1])) from--;
  const run = kids.slice(from, to + 1).filter((kid) => bare(kid));
  return speaksOfPerson(cluesIn(run.map(bare).join(" , "))) ? run : null;
}

/** The name often stands just before the block that holds birth date and sex. */
function nameBefore(block: Element): Element[] {
  const first = bare(block).slice(0, 30);
  if (!cluesIn(first.slice(0, 12)).size && !/^\W*\d/.test(first)) return [];
  for (
    let at: Element | null = block, depth = 0;
    at && depth < 3 && at.tagName !== "BODY";
    at = parentOf(at), depth++
  ) {
    const before: Element | null = at.previousElementSibling;
    if (!before) continue;
    const text = bare(before);
    return text && text.length <= 80 && !before.querySelector("table,ul,input") ? [before] : [];
  }
  return [];
}

/** Smallest parts with text, in order; text between elements counts for the element around it. */
function* piecesOf(element: Element): Generator<{ at: Element; text: string }> {
  if (UNREAD.test(element.tagName) || !element.checkVisibility({ visibilityProperty: true })) return;
  const loose = [...childrenOf(element)].filter((node) => node.nodeType === 3 && (node as Text).data.trim());
  if (elementsOf(element).length === 0) {
    const text = textOf(element);
    if (text) yield { at: element, text };
    return;
  }
  for (const node of childrenOf(element)) {
    if (node instanceof Element) yield* piecesOf(node);
    else if (loose.includes(node as ChildNode))
      yield { at: element, text: (node as Text).data.replace(/\s+/g, " ").trim() };
  }
}

/** A text that only names what follows: "DOB", "OpenMRS ID:". */
const isLabel = (text: string) =>
  text.length < 30 && (/[:#]$/.test(text) || (cluesIn(text).size > 0 && !/[\d:]/.test(text) && !SEX_SAID.test(text)));

/** Blocks that say who the patient is, from the elements in which words about a person were found. */
export function bannerBlocks(hits: readonly Element[], shown: (element: Element) => boolean): Element[][] {
  const blocks: Element[][] = [];
  for (const hit of hits) {
    if (blocks.length >= 12 || blocks.some((block) => block.some((part) => part.contains(hit) || hit.contains(part))))
      continue;
    const block = blockOf(hit);
    if (!block?.every(shown)) continue;
    if (isListing(block)) continue;
    blocks.push(block);
  }
  return blocks;
}

/** What the blocks say, piece by piece. */
export function bannerPieces(blocks: readonly Element[][]): BannerPiece[] {
  const pieces: BannerPiece[] = [];
  for (const [block, parts] of blocks.entries()) {
    let label: string | null = null;
    for (const { at, text } of parts.flatMap((part) => [...piecesOf(part)])) {
      if (pieces.length >= 300) break;
      if (!/[\p{L}\d]/u.test(text)) continue;
      if (isLabel(text)) {
        label = text.replace(/[\s:]+$/, "");
        continue;
      }
      const near = [at, parentOf(at), parentOf(parentOf(at) ?? at)].map((element) =>
        element ? attributeWords(element) : "",
      );
      pieces.push({
        ref: refOf(at, text, text),
        text: text.slice(0, 200),
        label,
        block,
        hints: near.join(" ").trim().slice(0, 400),
      });
      label = null;
    }
  }
  return pieces;
}

/** A row in a list of people, not the head of a chart. */
function isListing(block: readonly Element[]): boolean {
  const row = block[0]?.closest("tr,li,[role=row]");
  if (!row?.parentElement) return false;
  const people = elementsOf(row.parentElement).filter((sibling) => speaksOfPerson(cluesIn(bare(sibling))));
  return people.length > 2;
}
