import type { Row } from "../../src/chart/snapshot";
import { refOf } from "./refs";
import { attributesOf, linesOf } from "./text";
import { bare, childrenOf, HEADINGS, isInline, UNREAD } from "./tree";

const MOST = 400;
const STRUCTURED = "table,ul,ol,dl,[role=grid],[role=table],[role=row]";

/** The children of a long page that belong to the sections in which something was found: from heading to heading. */
function sectionsWith(root: Element, hits: ReadonlySet<Element>): readonly Node[] {
  const kids = [...childrenOf(root)];
  if (kids.length < 60 && (root.textContent ?? "").length < 12_000) return kids;
  const kept: Node[] = [];
  let section: Node[] = [];
  const close = () => {
    if (section.some((node) => [...hits].some((hit) => node.contains(hit)))) kept.push(...section);
    section = [];
  };
  for (const node of kids) {
    if (node instanceof Element && node.matches(HEADINGS)) close();
    section.push(node);
  }
  close();
  return kept;
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
  let loose: string[] = [];
  const write = (at: Element, text: string) => {
    if (rows.length < MOST) {
      rows.push({
        ref: refOf(at, "", text),
        group,
        hints: "",
        cells: [{ ref: refOf(at, text, text), column: 0, span: 1, text, header: false, hints: attributesOf(at) }],
      });
    }
  };
  const flush = () => {
    const text = loose.join("").replace(/\s+/g, " ").trim();
    loose = [];
    if (text) write(root, text);
  };
  const nodes = sectionsWith(root, hits);
  // text of its own among inline elements: the root itself is the paragraph
  const inline =
    nodes.some((node) => node.nodeType === 3 && (node as Text).data.trim()) &&
    !nodes.some((node) => node instanceof Element && (taken(node) || node.matches(STRUCTURED)));
  if (inline || nodes.length === 0) {
    for (const line of linesOf(root)) write(root, line);
    return rows;
  }
  for (const node of nodes) {
    if (node.nodeType === 3) loose.push((node as Text).data);
    if (!(node instanceof Element) || UNREAD.test(node.tagName)) continue;
    if (node.tagName === "BR") {
      flush();
      continue;
    }
    if (isInline(node)) {
      loose.push(` ${linesOf(node).join(" ")} `);
      continue;
    }
    flush();
    if (!shown(node)) continue;
    if (node.matches(HEADINGS)) group = bare(node) || null;
    else if (!taken(node) && !node.matches(STRUCTURED) && !(node.querySelector(STRUCTURED) && !hits.has(node)))
      for (const line of linesOf(node)) write(node, line);
  }
  flush();
  return rows;
}
