import type { Random } from "./random";
import { hasHeader, MARK, marked, plainTables, rowOf, textNodes } from "./tables";

/** Class names and ids as a build makes them; what they did to the drawing they go on doing. */
export function renameClasses(random: Random): void {
  const names = new Map<string, string>();
  const renamed = (name: string) => {
    const known = names.get(name) ?? `${random.of(["c", "css-", "_", "sc-"])}${random.below(1e9).toString(36)}`;
    names.set(name, known);
    return known;
  };
  for (const element of document.querySelectorAll("[class]"))
    element.setAttribute("class", [...element.classList].map(renamed).join(" "));
  for (const sheet of document.querySelectorAll("style"))
    sheet.textContent = (sheet.textContent ?? "").replace(/\.(-?[_a-zA-Z][\w-]*)/g, (whole, name: string) =>
      names.has(name) ? `.${names.get(name)}` : whole,
    );
}

export function reorderColumns(random: Random): void {
  for (const table of plainTables()) {
    const order = Array.from(table.rows[0]?.cells ?? [], (_, i) => ({ i, at: random.below(1e6) })).sort(
      (a, b) => a.at - b.at,
    );
    for (const row of table.rows) {
      const cells = [...row.cells];
      row.append(...order.flatMap(({ i }) => cells[i] ?? []));
    }
  }
}

const WRAPPERS = ["div", "span", "p", "font", "section", "strong"];

export function wrapElements(random: Random): void {
  const wrap = (nodes: Node[], tag: string) => {
    const wrapper = document.createElement(tag);
    if (random.oneIn(2))
      wrapper.className = random.of(["inner", "cell-content", "MuiBox-root css-0", "ng-star-inserted"]);
    nodes[0]?.parentNode?.insertBefore(wrapper, nodes[0]);
    wrapper.append(...nodes);
  };
  const tag = random.of(WRAPPERS);
  for (const cell of document.querySelectorAll("td,th,li,dd,dt"))
    if (cell.childNodes.length && random.oneIn(3)) wrap([...cell.childNodes], tag);
  for (const table of document.querySelectorAll("table"))
    if (random.oneIn(2)) wrap([table], random.of(["div", "section"]));
}

/** Tags of head and body cells exchanged. */
export function swapCellTags(random: Random): void {
  const rename = (cell: Element, tag: string) => {
    if (cell.tagName.toLowerCase() === tag) return;
    const other = document.createElement(tag);
    for (const { name, value } of cell.attributes) other.setAttribute(name, value);
    other.append(...cell.childNodes);
    cell.replaceWith(other);
  };
  for (const table of document.querySelectorAll("table")) {
    const way = random.below(3);
    const column = random.below(2);
    for (const row of [...table.rows])
      for (const [i, cell] of [...row.cells].entries()) {
        if (way === 0) rename(cell, "td");
        else if (way === 1 && i === column) rename(cell, "th");
        else if (way === 2 && row === table.rows[0]) rename(cell, "td");
      }
  }
}

/** Tables as divs: rows of cells, or cells in one CSS grid. */
export function tablesToDivs(random: Random): void {
  for (const table of plainTables()) {
    if (random.oneIn(3)) continue;
    const roles = random.oneIn(3);
    const flat = !roles && random.oneIn(3);
    const box = document.createElement("div");
    const width = table.rows[0]?.cells.length ?? 1;
    if (roles) box.setAttribute("role", "table");
    if (flat) box.style.cssText = `display:grid;grid-template-columns:repeat(${width},120px)`;
    for (const row of table.rows) {
      const line = flat ? box : document.createElement("div");
      if (!flat) {
        line.className = row.className || "row";
        line.setAttribute(MARK, row.getAttribute(MARK) ?? "");
        line.style.cssText = `${row.style.cssText};${row.style.display === "none" ? "" : "display:flex"}`;
        if (roles) line.setAttribute("role", "row");
      } else if (row.hidden || row.style.display === "none" || row.style.visibility === "hidden") continue;
      for (const cell of row.cells) {
        const part = document.createElement("div");
        part.className = cell.className;
        part.setAttribute(MARK, cell.getAttribute(MARK) ?? "");
        if (roles) part.setAttribute("role", cell.tagName === "TH" ? "columnheader" : "cell");
        part.append(...cell.childNodes);
        line.append(part);
      }
      if (!flat) {
        if (row.hidden) line.hidden = true;
        box.append(line);
      }
    }
    for (const caption of table.querySelectorAll("caption")) {
      const title = document.createElement("h4");
      title.append(...caption.childNodes);
      table.before(title);
    }
    table.replaceWith(box);
  }
}

export function removeHeaders(random: Random): void {
  for (const table of document.querySelectorAll("table")) {
    // without a name over it a strange column could be the value
    if (random.oneIn(3) || !hasHeader(table) || table.querySelector(`[${MARK}~=strange]`)) continue;
    if (table.tHead) table.tHead.remove();
    else if (table.rows.length > 0) table.deleteRow(0);
  }
}

/** A row of wide names above the names of the columns. */
export function headerAbove(random: Random): void {
  for (const table of plainTables()) {
    if (!hasHeader(table) || random.oneIn(2)) continue;
    const width = table.rows[0]?.cells.length ?? 0;
    const row = document.createElement("tr");
    const first = 1 + random.below(Math.max(1, width - 1));
    for (const [span, text] of [
      [first, random.of(["Item", "Order", "General", ""])],
      [width - first, random.of(["Details", "Report", "Information"])],
    ] as const) {
      if (span < 1) continue;
      const cell = document.createElement("th");
      cell.colSpan = span;
      cell.textContent = text;
      row.append(cell);
    }
    (table.tHead ?? table.rows[0]?.parentElement ?? table).prepend(row);
  }
}

/** Tables inside tables: around one for the layout of the page, or inside a cell around its text. */
export function nestTables(random: Random): void {
  for (const table of [...document.querySelectorAll("table")]) {
    if (!random.oneIn(2)) continue;
    const outer = document.createElement("table");
    const cell = outer.insertRow().insertCell();
    table.replaceWith(outer);
    cell.append(table);
  }
  for (const cell of marked("lab").concat(marked("medication"))) {
    if (!random.oneIn(4) || cell.tagName !== "TD" || cell.querySelector("table")) continue;
    const inner = document.createElement("table");
    inner
      .insertRow()
      .insertCell()
      .append(...cell.childNodes);
    cell.append(inner);
  }
}

const ACTIONS = ["Edit", "Delete", "Details", "Renew", "Discontinue", "View", "Print", "ⓘ", "…"];

/** Buttons and links for the clinician in rows. */
export function addActions(random: Random): void {
  for (const cell of [...marked("lab"), ...marked("medication")]) {
    const row = rowOf(cell);
    if (!row || random.oneIn(2)) continue;
    const button = document.createElement(random.of(["button", "a"]));
    button.textContent = random.of(ACTIONS);
    if (button instanceof HTMLAnchorElement) button.href = "#";
    (random.oneIn(2) ? cell : (row.lastElementChild ?? cell)).append(" ", button);
  }
}

/** Values in fields that cannot be changed. */
export function intoInputs(random: Random): void {
  for (const cell of marked("lab")) {
    const [text, more] = textNodes(cell);
    if (!text || more || random.oneIn(2)) continue;
    const input = document.createElement("input");
    input.readOnly = true;
    input.setAttribute("value", text.data.trim());
    text.replaceWith(input);
  }
}

export function dropRoles(random: Random): void {
  const names = random.of([["scope", "headers"], ["role"], ["aria-label", "aria-labelledby", "title"], ["data-loinc"]]);
  for (const name of names) for (const element of document.querySelectorAll(`[${name}]`)) element.removeAttribute(name);
}
