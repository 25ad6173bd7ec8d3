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
export class BadgeLayer {
  private host: HTMLElement | null = null;
  private shown: { badge: Badge; element: HTMLElement }[] = [];
  private frame = 0;
  private listening: AbortController | null = null;

  show(badges: readonly Badge[]): void {
    this.clear();
    if (!badges.length) return;
    const host = document.createElement("div");
    const root = host.attachShadow({ mode: "closed" });
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(CSS_TEXT);
    root.adoptedStyleSheets = [sheet];
    for (const badge of badges) {
      const element = document.createElement("div");
      element.className = `b ${badge.tone}`;
      element.tabIndex = 0;
      element.setAttribute("role", "note");
      element.append(badge.label);
      const tip = document.createElement("span");
      tip.className = "t";
      tip.textContent = badge.text;
      element.append(tip);
      root.append(element);
      this.shown.push({ badge, element });
    }
    document.documentElement.append(host);
    this.host = host;
    this.listening = new AbortController();
    const options = { passive: true, capture: true, signal: this.listening.signal };
    addEventListener("scroll", () => this.placeSoon(), options);
    addEventListener("resize", () => this.placeSoon(), options);
    this.place();
  }

  /** Puts the badges beside what they belong to, once a frame at most. */
  placeSoon(): void {
    if (!this.frame && this.shown.length) this.frame = requestAnimationFrame(() => this.place());
  }

  private place(): void {
    this.frame = 0;
    // all reading before all writing: one layout
    const boxes = this.shown.map(({ badge: { at } }) =>
      at.isConnected && at.checkVisibility() ? at.getBoundingClientRect() : null,
    );
    const rows = new Map<number, number>();
    for (const [i, { element }] of this.shown.entries()) {
      const box = boxes[i];
      const seen = box && box.width > 0 && box.bottom > 0 && box.top < innerHeight;
      element.style.display = seen ? "block" : "none";
      if (!box || !seen) continue;
      const line = Math.round(box.top);
      const nth = rows.get(line) ?? 0;
      rows.set(line, nth + 1);
      element.style.top = `${Math.max(0, box.top - 22) + nth * 24}px`;
      element.style.right = `${Math.max(4, document.documentElement.clientWidth - box.right)}px`;
    }
  }

  clear(): void {
    cancelAnimationFrame(this.frame);
    this.frame = 0;
    this.listening?.abort();
    this.host?.remove();
    this.host = null;
    this.shown = [];
  }
}
