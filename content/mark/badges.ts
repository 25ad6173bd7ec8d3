import type { MarkTone } from "../../src/messages/page";

const CSS_TEXT = `:host{all:initial}
.b{position:fixed;font:600 12px/1.3 system-ui,sans-serif;padding:2px 8px;border-radius:10px;border:1px solid #b45309;background:#fffbeb;color:#7c2d12;cursor:help;z-index:2147483646}
.b.used{border-color:#1d4ed8;background:#eff6ff;color:#1e3a8a}
.b:focus-visible{outline:2px solid #1d4ed8;outline-offset:2px}
.t{display:none;position:absolute;right:0;top:100%;margin-top:4px;width:260px;padding:8px 10px;border-radius:6px;background:#111827;color:#f9fafb;font-weight:400;cursor:auto}
.b:hover .t,.b:focus .t{display:block}
@media (forced-colors:active){.b,.t{border:1px solid CanvasText}}
@media print{.b{display:none}}`;

export interface Badge {
  at: Element;
  tone: MarkTone;
  label: string;
  text: string;
}

/** Badges for what is missing, in a layer of our own above the page. The page can see that a layer is there, not what it says. */
export function badgeLayer(): { show(badges: readonly Badge[]): void } {
  let shown: { at: Element; element: HTMLElement }[] = [];
  let host: HTMLElement | undefined;
  let life = new AbortController();
  let frame = 0;

  const place = () => {
    frame = 0;
    // all reading before all writing: one layout
    const boxes = shown.map(({ at }) => (at.isConnected && at.checkVisibility() ? at.getBoundingClientRect() : null));
    const edge = document.documentElement.clientWidth;
    const lines = new Map<number, number>();
    for (const [i, { element }] of shown.entries()) {
      const box = boxes[i];
      const seen = box && box.width > 0 && box.bottom > 0 && box.top < innerHeight;
      element.style.display = seen ? "block" : "none";
      if (!seen) continue;
      const line = Math.round(box.top);
      const nth = lines.get(line) ?? 0;
      lines.set(line, nth + 1);
      element.style.top = `${Math.max(0, box.top - 22) + nth * 24}px`;
      element.style.right = `${Math.max(4, edge - box.right)}px`;
    }
  };
  /** Once a frame at most. */
  const placeSoon = () => {
    frame ||= requestAnimationFrame(place);
  };

  const build = ({ tone, label, text }: Badge): HTMLElement => {
    const element = document.createElement("div");
    element.className = `b ${tone}`;
    element.tabIndex = 0;
    element.setAttribute("role", "note");
    const tip = document.createElement("span");
    tip.className = "t";
    tip.textContent = text;
    element.append(label, tip);
    return element;
  };

  return {
    show(badges) {
      cancelAnimationFrame(frame);
      frame = 0;
      life.abort();
      host?.remove();
      shown = badges.map((badge) => ({ at: badge.at, element: build(badge) }));
      if (!shown.length) return;
      host = document.createElement("div");
      const root = host.attachShadow({ mode: "closed" });
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(CSS_TEXT);
      root.adoptedStyleSheets = [sheet];
      root.append(...shown.map(({ element }) => element));
      document.documentElement.append(host);
      life = new AbortController();
      const options = { passive: true, capture: true, signal: life.signal };
      addEventListener("scroll", placeSoon, options);
      addEventListener("resize", placeSoon, options);
      place();
    },
  };
}
