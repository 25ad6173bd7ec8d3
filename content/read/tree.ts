/** The parent on screen: through slots and out of shadow roots. */
export function parentOf(element: Element): Element | null {
  if (element.assignedSlot) return element.assignedSlot;
  if (element.parentElement) return element.parentElement;
  const root = element.getRootNode();
  return root instanceof ShadowRoot ? root.host : null;
}

/** `closest` that leaves shadow roots. */
export function closestOf(element: Element, selector: string): Element | null {
  for (let at: Element | null = element; at; at = parentOf(at)) if (at.matches(selector)) return at;
  return null;
}

/** Children on screen: of the open shadow root where there is one, of the slot what is put into it. */
export function childrenOf(element: Element): readonly Node[] | NodeListOf<ChildNode> {
  if (element.shadowRoot) return element.shadowRoot.childNodes;
  if (element instanceof HTMLSlotElement) {
    const put = element.assignedNodes();
    if (put.length) return put;
  }
  return element.childNodes;
}

/** Element children on screen. */
export const elementsOf = (element: Element): Element[] =>
  [...childrenOf(element)].filter((node): node is Element => node.nodeType === 1);

/** Tags whose text is never on the page as text. */
export const UNREAD =
  /^(?:script|style|noscript|template|select|textarea|option|datalist|svg|canvas|iframe|object|video|audio|head|link|meta)$/i;

export const isHeading = (element: Element): boolean =>
  /^H[1-6]$/.test(element.tagName) || element.getAttribute("role") === "heading";
