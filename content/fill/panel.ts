import type { FraxPanel } from "../../src/messages/frax";

const STYLE = `:host{all:initial;color-scheme:light dark}
.p{position:fixed;right:16px;bottom:16px;z-index:2147483647;box-sizing:border-box;width:320px;max-width:calc(100vw - 32px);max-height:70vh;overflow:auto;padding:12px 14px;border:1px solid #7b8794;border-inline-start:5px solid #0b5a9e;border-radius:8px;background:#fff;color:#18212c;font:13px/1.45 system-ui,sans-serif;box-shadow:0 4px 18px #0003}
.p.stop{border-inline-start-color:#a02c00}
.p.done{border-inline-start-color:#0a5c53}
b{display:block;margin-inline-end:28px;font-size:14px}
p{margin:6px 0 0}
.k{display:flex;gap:14px;color:#515d6b}
.k i{display:inline-block;width:14px;height:10px;margin-inline-end:5px;border-radius:2px}
button{margin-top:8px;padding:5px 10px;min-height:28px;border:1px solid #7b8794;border-radius:6px;background:#eef1f4;color:inherit;font:600 13px/1.2 system-ui,sans-serif;cursor:pointer}
button.x{position:absolute;top:8px;right:8px;margin:0;padding:0;width:28px}
button:focus-visible{outline:2px solid #0b5a9e;outline-offset:2px}
.o{position:fixed;left:0;top:0;z-index:2147483646;box-sizing:border-box;pointer-events:none;border-radius:4px}
.o.filled,.k i.filled{border:2px solid #0b5a9e}
.o.left,.k i.left{border:2px dashed #bd7800}
@media (prefers-color-scheme:dark){.p{background:#191f27;color:#e7ebf0}.k{color:#a7b2bf}button{background:#222a34}}
@media print{.p,.o{display:none}}`;

export interface MarkedRow {
  at: Element[];
  as: "filled" | "left";
}

/** Around a hidden input there is nothing to see: its label then. */
const seen = (element: Element): Element =>
  element instanceof HTMLInputElement && element.getBoundingClientRect().width < 4
    ? (element.labels?.[0] ?? element.parentElement ?? element)
    : element;

/** A panel and frames around the rows, in a layer of our own above the page; the page's own nodes are not touched. */
export function panelLayer(onBack: () => void): {
  say(panel: FraxPanel): void;
  mark(rows: readonly MarkedRow[]): void;
} {
  const host = document.createElement("div");
  const root = host.attachShadow({ mode: "closed" });
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(STYLE);
  root.adoptedStyleSheets = [sheet];
  const panel = document.createElement("section");
  panel.setAttribute("role", "status");
  panel.setAttribute("aria-label", "Osteon");
  const frames = document.createElement("div");
  root.append(frames, panel);
  document.documentElement.append(host);

  let marked: { at: Element; box: HTMLElement }[] = [];
  let turn = 0;
  const follow = () => {
    turn = 0;
    const places = marked.map(({ at }) => (at.isConnected ? at.getBoundingClientRect() : null));
    for (const [i, { box }] of marked.entries()) {
      const place = places[i];
      box.style.display = place && place.width > 0 ? "block" : "none";
      if (!place) continue;
      box.style.transform = `translate(${place.left - 3}px,${place.top - 3}px)`;
      box.style.width = `${place.width + 6}px`;
      box.style.height = `${place.height + 6}px`;
    }
  };
  const soon = () => {
    if (turn === 0) turn = requestAnimationFrame(follow);
  };
  for (const type of ["scroll", "resize", "input", "click"])
    addEventListener(type, soon, { passive: true, capture: true });

  const element = (name: string, text: string) => Object.assign(document.createElement(name), { textContent: text });
  const button = (text: string, press: () => void) => {
    const made = element("button", text);
    made.addEventListener("click", (event) => event.isTrusted && press());
    return made;
  };
  const key = () => {
    const line = element("p", "");
    line.className = "k";
    for (const as of ["filled", "left"]) {
      const sample = element("i", "");
      sample.className = as;
      const entry = element("span", "");
      entry.append(sample, as === "filled" ? "filled" : "left to you");
      line.append(entry);
    }
    return line;
  };

  return {
    say({ tone, title, lines, back }) {
      panel.className = `p ${tone}`;
      const close = button("×", () => panel.remove());
      close.className = "x";
      close.setAttribute("aria-label", "Close");
      panel.replaceChildren(element("b", title), close, ...lines.map((line) => element("p", line)));
      if (marked.length > 0) panel.append(key());
      if (back) panel.append(button("Back to the chart", onBack));
      root.append(panel);
    },
    mark(rows) {
      marked = rows.flatMap(({ at, as }) =>
        [...new Set(at.map(seen))].map((shown) => ({
          at: shown,
          box: Object.assign(element("div", ""), { className: `o ${as}` }),
        })),
      );
      frames.replaceChildren(...marked.map(({ box }) => box));
      follow();
    },
  };
}
