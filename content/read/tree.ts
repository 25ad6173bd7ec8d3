/** The parent on screen: through slots and out of shadow roots. */
export function parentOf(element: Element): Element | null {
  const root = element.parentNode;
  return element.assignedSlot ?? (root instanceof ShadowRoot ? root.host : element.parentElement);
}

/** Children on screen: of the open shadow root where there is one, of a slot what is put into it. */
export function childrenOf(element: Element): ArrayLike<Node> & Iterable<Node> {
  const put = element instanceof HTMLSlotElement ? element.assignedNodes() : [];
  return put.length ? put : (element.shadowRoot ?? element).childNodes;
}

/** Element children on screen. */
export const elementsOf = (element: Element): Element[] =>
  [...childrenOf(element)].filter((node) => node instanceof Element);

/** Tags whose text is never on the page as text. */
export const UNREAD =
  /^(script|style|noscript|template|select|textarea|option|datalist|svg|canvas|iframe|object|head)$/i;

/** Heading tags. */
export const HEADINGS = "h1,h2,h3,h4,h5,h6,[role=heading]";

/** All text in it, drawn or not, in one line: cheap, for a first look. */
export const bare = (element: Element): string => element.textContent.replace(/\s+/g, " ").trim();

/** Whether it stands in the line of the text around it. */
export const isInline = (element: Element): boolean => getComputedStyle(element).display.startsWith("inline");

/** Elements of one signature are of one kind: same tag, same first class but for numbers. */
export const signature = (element: Element): string =>
  element.tagName +
  String(element.className)
    .trim()
    .replace(/\d+|\s.*/gs, "");

/** Like `bare`, with a space between any two pieces of text, and no more than is needed to tell that there is much. */
export function spaced(element: Element): string {
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  let text = "";
  while (text.length < 900 && walker.nextNode()) text += ` ${(walker.currentNode as Text).data}`;
  return text.replace(/\s+/g, " ").trim();
}
