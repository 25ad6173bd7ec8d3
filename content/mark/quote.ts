import { UNREAD } from "../read/tree";

/** The range of a quote inside an element, however the page has cut its text into nodes; of all its text without a quote. */
export function rangeOf(element: Element, quote: string | null): StaticRange | null {
  const walker = element.ownerDocument.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  const places: { node: Text; offset: number }[] = [];
  let text = "";
  while (walker.nextNode()) {
    const node = walker.currentNode as Text;
    if (node.parentElement && UNREAD.test(node.parentElement.tagName)) continue;
    for (let offset = 0; offset < node.data.length; offset++) {
      const letter = node.data[offset] ?? "";
      if (/\s/.test(letter)) continue;
      places.push({ node, offset });
      text += letter.toLowerCase();
    }
  }
  const wanted = quote?.replace(/[\s|]+/g, "").toLowerCase() ?? text;
  const from = wanted ? text.indexOf(wanted) : -1;
  const [first, last] = [places[from], places[from + wanted.length - 1]];
  if (!first || !last) return quote ? rangeOf(element, null) : null;
  return new StaticRange({
    startContainer: first.node,
    startOffset: first.offset,
    endContainer: last.node,
    endOffset: last.offset + 1,
  });
}
