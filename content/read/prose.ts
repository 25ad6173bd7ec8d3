import type { Row } from "../../src/chart/snapshot";
import { refOf } from "./refs";
import { attributesOf, beginsStruck, isStruck, isUnticked, linesOf, STRUCK } from "./text";
import { bare, childrenOf, HEADINGS, isInline, UNREAD } from "./tree";

const MOST = 400;
const STRUCTURED = "table,ul,ol,dl,[role$=grid],[role=table],[role=row]";

/** The children of a long page that belong to the sections in which something was found: from heading to heading. */
function sectionsWith(root: Element, hits: ReadonlySet<Element>): readonly Node[] {
  const kids = [...childrenOf(root)];
  if (kids.length < 60 && root.textContent.length < 12_000) return kids;
  const sections: Node[][] = [[]];
  for (const node of kids) {
    if (node instanceof Element && node.matches(HEADINGS)) sections.push([]);
    sections.at(-1)?.push(node);
  }
  return sections.filter((section) => section.some((node) => [...hits].some((hit) => node.contains(hit)))).flat();
}

/** Running text, line by line; sub-headings become the group of the lines below them. */
export function proseRows(
  root: Element,
  hits: ReadonlySet<Element>,
  shown: (element: Element) => boolean,
  taken: (element: Element) => boolean,
): Row[] {
  const rows: Row[] = [];
  let group: string | null = null;
  let loose = "";
  const write = (at: Element, lines: readonly string[]) => {
    for (const [i, text] of lines.slice(0, MOST - rows.length).entries()) {
      const ref = refOf(at, text, text);
      rows.push({
        ref,
        group,
        hints: "",
        cells: [
          {
            ref,
            column: 0,
            span: 1,
            text,
            header: false,
            hints: attributesOf(at) + ((i ? isStruck : beginsStruck)(at) ? STRUCK : ""),
          },
        ],
      });
    }
  };
  const flush = () => {
    const text = loose.replace(/\s+/g, " ").trim();
    loose = "";
    if (text) write(root, [text]);
  };
  const nodes = sectionsWith(root, hits);
  const isStructured = (node: Node) => node instanceof Element && (taken(node) || node.matches(STRUCTURED));
  // text of its own among inline elements: the root itself is the paragraph
  if (nodes.some((node) => node instanceof Text && node.data.trim()) && !nodes.some(isStructured)) {
    write(root, linesOf(root));
    return rows;
  }
  for (const node of nodes) {
    if (node instanceof Text) loose += node.data;
    if (!(node instanceof Element) || UNREAD.test(node.tagName)) continue;
    if (node.tagName !== "BR" && isInline(node)) {
      if (!isUnticked(node) && !isStruck(node)) loose += ` ${linesOf(node).join(" ")} `;
      continue;
    }
    flush();
    if (!shown(node) || isStructured(node)) continue;
    if (node.matches(HEADINGS)) group = bare(node) || null;
    else if (hits.has(node) || !node.querySelector(STRUCTURED)) write(node, linesOf(node));
  }
  flush();
  return rows;
}
