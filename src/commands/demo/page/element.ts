type Child = Node | string | null;
type Attributes = Record<string, string | ((event: Event) => void)>;

/** An element with attributes, listeners (functions) and children; text stays text. */
export function element(tag: string, attributes: Attributes = {}, ...children: Child[]): HTMLElement {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === "string") made.setAttribute(name, value);
    else made.addEventListener(name, value);
  }
  made.append(...children.filter((child) => child !== null));
  return made;
}

/** 2026-03-09 as 03/09/2026. */
export function printed(iso: string): string {
  const [year, month, day] = iso.split("-");
  return `${month}/${day}/${year}`;
}

export function card(title: string, ...children: Child[]): HTMLElement {
  return element("section", { class: "card" }, element("h3", {}, title), ...children);
}

export function table(columns: string[], rows: HTMLElement[]): HTMLElement {
  const head = columns.map((column) => element("th", { scope: "col" }, column));
  return element("table", {}, element("thead", {}, element("tr", {}, ...head)), element("tbody", {}, ...rows));
}
