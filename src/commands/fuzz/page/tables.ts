/** What the reader found here before the page was changed: "lab" stands on the cell of a value, "medication" on that of a name. */
export const MARK = "fz";

export const marked = (kind: string): Element[] => [...document.querySelectorAll(`[${MARK}~=${kind}]`)];

/** The row, entry or line around an element. */
export const rowOf = (element: Element): Element | null => element.closest("tr,[role=row],li") ?? element.parentElement;

/** Tables in which every row has the same cells: columns can be moved without losing what stands below what. */
export function plainTables(): HTMLTableElement[] {
  return [...document.querySelectorAll("table")].filter((table) => {
    const rows = [...table.rows];
    const width = rows[0]?.cells.length ?? 0;
    return (
      rows.length > 1 &&
      width > 1 &&
      !table.querySelector("table,[colspan],[rowspan]") &&
      rows.every((row) => row.cells.length === width)
    );
  });
}

/** Whether the first row holds the names of the columns. */
export const hasHeader = (table: HTMLTableElement): boolean =>
  table.tHead !== null || [...(table.rows[0]?.cells ?? [])].every((cell) => cell.tagName === "TH");

/** Texts that are drawn, in document order. */
export function textNodes(root: Node = document.body): Text[] {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  const found: Text[] = [];
  while (walker.nextNode()) {
    const node = walker.currentNode as Text;
    if (node.data.trim() && !node.parentElement?.closest("style,script,template,title,select,textarea"))
      found.push(node);
  }
  return found;
}

/** The longest text in an element. */
export const mainText = (element: Element): Text | undefined =>
  textNodes(element).toSorted((a, b) => b.data.trim().length - a.data.trim().length)[0];
