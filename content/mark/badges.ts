import type { MarkTone } from "../../src/messages/page";
import { roomBeside } from "./room";

const CSS_TEXT = `:host{all:initial;position:fixed;inset:0 auto auto 0;z-index:2147483646;pointer-events:none}
.b{position:fixed;left:0;top:0;white-space:nowrap;pointer-events:auto;font:600 12px/1.3 system-ui,sans-serif;padding:2px 8px;border-radius:10px;border:1px solid #b45309;background:#fffbeb;color:#7c2d12;cursor:help}
.b.used{border-color:#1d4ed8;background:#eff6ff;color:#1e3a8a}
.b:focus-visible{outline:2px solid #1d4ed8;outline-offset:2px}
.t{display:none;position:absolute;left:0;top:100%;white-space:normal;margin-top:4px;width:260px;padding:8px 10px;border-radius:6px;background:#111827;color:#f9fafb;font-weight:400;cursor:auto}
.b:hover .t,.b:focus .t{display:block}
@media (forced-colors:active){.b,.t{border:1px solid CanvasText}}
@media print{.b{display:none}}`;

export interface Badge {
  at: Element;
  tone: MarkTone;
  label: string;
  text: string;
}

interface Shown {
  at: Element;
  element: HTMLElement;
  offset: { dx: number; dy: number } | null;
}

/** Badges for what is missing, in a layer of our own above the page. The page can see that a layer is there, not what it says. */
export function badgeLayer(): { show(badges: readonly Badge[]): void } {
  let shown: Shown[] = [];
  let host: HTMLElement | undefined;
  const box = document.createElement("div");
  let life = new AbortController();
  let frame = 0;

  /** Follows the lists: all reading before all writing, one layout. */
  const follow = () => {
    frame = 0;
    const boxes = shown.map(({ at }) => (at.isConnected && at.checkVisibility() ? at.getBoundingClientRect() : null));
    for (const [i, { element, offset }] of shown.entries()) {
      const box = boxes[i];
      element.style.visibility = box && offset ? "visible" : "hidden";
      if (box && offset) element.style.transform = `translate(${box.left + offset.dx}px,${box.top + offset.dy}px)`;
    }
  };
  /** Looks for room anew, with the layer out of the way. */
  const settle = () => {
    const sizes = shown.map(({ element }) => [element.offsetWidth, element.offsetHeight] as const);
    box.style.display = "none"; // inside the closed root: the page sees nothing of it
    const used = new Map<string, number>();
    for (const [i, one] of shown.entries()) {
      const [width, height] = sizes[i] ?? [0, 0];
      const room = roomBeside(one.at, width, height);
      // badges of one list stand in a row
      const key = room ? `${one.at.getBoundingClientRect().top},${room.dx},${room.dy}` : "";
      const taken = used.get(key) ?? 0;
      used.set(key, taken + width + 6);
      one.offset = room && { dx: room.dx + taken, dy: room.dy };
    }
    box.style.display = "";
    follow();
  };
  /** Once a frame at most. */
  const soon = (step: () => void) => () => {
    frame ||= requestAnimationFrame(step);
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
      shown = badges.map((badge) => ({ at: badge.at, element: build(badge), offset: null }));
      if (!shown.length) return;
      host = document.createElement("div");
      const root = host.attachShadow({ mode: "closed" });
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(CSS_TEXT);
      root.adoptedStyleSheets = [sheet];
      box.replaceChildren(...shown.map(({ element }) => element));
      root.append(box);
      document.documentElement.append(host);
      life = new AbortController();
      const options = { passive: true, capture: true, signal: life.signal };
      addEventListener("scroll", soon(follow), options);
      addEventListener("resize", soon(settle), options);
      settle();
    },
  };
}
