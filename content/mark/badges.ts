import type { MarkTone } from "../../src/messages/page";
import { closedLayer, type Note, unchanged } from "./layer";
import { roomBeside } from "./room";

export interface Badge extends Note {
  tone: MarkTone;
  label: string;
}

interface Shown extends Note {
  element: HTMLElement;
  offset: { dx: number; dy: number } | null;
}

/** Badges for what is missing, in a layer of our own above the page. The page can see that a layer is there, not what it says. */
export function badgeLayer(): { show(badges: readonly Badge[]): void; settle(): void } {
  let shown: Shown[] = [];
  const { box, put } = closedLayer();
  let life = new AbortController();
  let waiting = false;
  let moved = false;

  /** Follows the lists: all reading before all writing, one layout. */
  const follow = () => {
    const boxes = shown.map(({ at }) => (at.isConnected && at.checkVisibility() ? at.getBoundingClientRect() : null));
    for (const [i, { element, offset }] of shown.entries()) {
      const box = boxes[i];
      element.style.visibility = box && offset ? "visible" : "hidden";
      if (!box || !offset) continue;
      const left = box.left + offset.dx;
      element.style.transform = `translate(${left}px,${box.top + offset.dy}px)`;
      element.classList.toggle("end", left > innerWidth / 2);
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
  /** Once a frame at most; `anew` when the page may have moved its parts. */
  const soon = (anew: boolean) => () => {
    moved ||= anew;
    if (waiting) return;
    waiting = true;
    requestAnimationFrame(() => {
      (moved ? settle : follow)();
      waiting = false;
      moved = false;
    });
  };
  // The page's layout changes without a change of the window, too. Told after the layout, it asks for none of its own.
  const sizes = new ResizeObserver(soon(true));

  const build = ({ tone, label, text }: Badge): HTMLElement => {
    const element = document.createElement("div");
    element.className = `b ${tone}`;
    element.tabIndex = 0;
    element.role = "note";
    const tip = document.createElement("span");
    tip.className = "t";
    tip.append(text);
    element.append(label, tip);
    return element;
  };

  return {
    settle: soon(true),
    show(badges) {
      if (box.isConnected && unchanged(badges, shown)) return soon(true)();
      life.abort();
      sizes.disconnect();
      shown = badges.map((badge) => ({ ...badge, element: build(badge), offset: null }));
      put(shown.map(({ element }) => element));
      if (!shown.length) return;
      life = new AbortController();
      const options = { passive: true, capture: true, signal: life.signal };
      addEventListener("scroll", soon(false), options);
      addEventListener("resize", soon(true), options);
      for (const { at } of shown)
        for (const part of [document.documentElement, at, at.parentElement]) if (part) sizes.observe(part);
    },
  };
}
