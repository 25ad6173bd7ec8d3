import type { Placement } from "../../src/messages/placement";
import { edge, fitting } from "./edge";
import { STYLE } from "./style";

/** A sidebar page that has not said hello by then is not coming: the page forbids frames. A blocked frame loads too. */
const LOAD_MS = 6000;
/** How often a page may take the sidebar out before it has its way. */
const RETURNS = 5;
/** A page narrower than this is of no use: the sidebar then lies over it. */
const PAGE_MIN = 480;
/** What is higher than this is no bar. */
const BAR_PX = 220;
/** The tab that opens and closes it stands beside it. */
const TAB_PX = 28;
/** The texts, in the browser's language, while the extension is there to ask. */
const words = () => ({
  close: chrome.i18n.getMessage("dockClose"),
  open: chrome.i18n.getMessage("dockOpen"),
  noFrame: chrome.i18n.getMessage("dockNoFrame"),
  sidePanel: chrome.i18n.getMessage("dockSidePanel"),
  noSidePanel: chrome.i18n.getMessage("dockNoSidePanel"),
  width: chrome.i18n.getMessage("dockWidth"),
});

/** A bar of the page that is fixed to the window there, and so makes no room when the page does. */
function fixedBar(x: number, y: number): DOMRect | undefined {
  const fixed = document.elementsFromPoint(x, y).filter((element) => getComputedStyle(element).position === "fixed");
  return fixed.map((element) => element.getBoundingClientRect()).find(({ height }) => height < BAR_PX);
}

export interface Dock {
  show(url: string, placement: Placement): void;
  hide(): void;
  /** The page in the frame has said hello. */
  alive(): void;
  focusPage(): void;
  /** Puts it where it does not cover the banner. */
  place(): void;
}

/** What the user does with the sidebar. */
export interface DockEvents {
  /** It stands elsewhere now, or is gone. */
  placed(): void;
  closed(): void;
  resized(width: number): void;
  /** Whether the browser's own panel opened. */
  sidePanel(): Promise<boolean>;
}

/**
 * The sidebar beside the chart: our page in a frame, in a closed shadow root that the page can neither read nor style.
 * It lies over an edge below the patient banner; only where the user chose "beside", a style sheet gives the page a
 * margin. No node of the page is touched.
 */
export function dock(signal: AbortSignal, topEdge: (from: number, to: number) => number, events: DockEvents): Dock {
  let host: HTMLElement | null = null;
  let placement: Placement;
  let open = false;
  let box: HTMLElement;
  let tab: HTMLButtonElement;
  let line: HTMLElement;
  let frame: HTMLIFrameElement;
  let say: ReturnType<typeof words>;
  let shownUrl = "";
  let returns = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let before: Element | null = null;
  const margin = new CSSStyleSheet();

  const place = () => {
    events.placed();
    const { side, fit } = placement ?? {};
    const width = host && open ? fitting(placement.width) : 0;
    const beside = width > 0 && fit === "beside" && innerWidth - width >= PAGE_MIN;
    const reach = width + TAB_PX;
    margin.replaceSync(beside ? `html{margin-${side}:${reach}px!important}` : "");
    if (!host) return;
    box.className = `dock ${side}${open ? "" : " closed"}`;
    box.style.width = `${width}px`;
    line.ariaValueNow = String(width);
    tab.ariaExpanded = String(open);
    tab.title = open ? say.close : say.open;
    const [from, to] = side === "right" ? [innerWidth - reach, innerWidth] : [0, reach];
    const bar = (y: number) => (beside ? fixedBar((from + to) / 2, y) : undefined);
    box.style.top = `${Math.max(topEdge(from, to), bar(1)?.bottom ?? 0)}px`;
    box.style.bottom = `${innerHeight - (bar(innerHeight - 1)?.top ?? innerHeight)}px`;
  };
  const setOpen = (next: boolean) => {
    open = next;
    place();
  };

  const build = () => {
    say = words();
    // not a name of our own: the reader looks into what the page may have defined
    host = document.createElement("div");
    host.style.cssText = "all:initial!important"; // over whatever the page says of its elements
    const root = host.attachShadow({ mode: "closed" });
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(STYLE);
    root.adoptedStyleSheets = [sheet];
    box = document.createElement("div");
    tab = document.createElement("button");
    tab.className = "tab";
    tab.append("Osteon");
    tab.addEventListener("click", ({ isTrusted }) => {
      if (!isTrusted) return;
      setOpen(!open);
      if (!open) events.closed();
    });
    for (const event of ["keydown", "keyup", "keypress"]) tab.addEventListener(event, (key) => key.stopPropagation());
    line = edge(
      say.width,
      () => placement,
      (width) => {
        placement = { ...placement, width: fitting(width) };
        place();
      },
      () => events.resized(placement.width),
    );
    frame = document.createElement("iframe");
    frame.title = "Osteon";
    frame.allow = "clipboard-write *";
    box.append(tab, line, frame);
    root.append(box);
  };

  /** In place of the frame: what happened, and the way that is left. */
  const fallback = () => {
    const card = document.createElement("div");
    card.className = "card";
    card.role = "status";
    const text = document.createElement("p");
    text.append(say.noFrame);
    const button = document.createElement("button");
    button.append(say.sidePanel);
    button.addEventListener("click", ({ isTrusted }) => {
      if (isTrusted) void events.sidePanel().then((opened) => opened || button.replaceWith(say.noSidePanel));
    });
    card.append(text, button);
    frame.replaceWith(card);
  };

  /** A page that renders itself anew throws out what it does not know. */
  const keeper = new MutationObserver(() => {
    if (host && !host.isConnected && returns++ < RETURNS) document.documentElement.append(host);
  });

  const hide = () => {
    clearTimeout(timer);
    keeper.disconnect();
    host?.remove();
    host = null;
    open = false;
    place();
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter((sheet) => sheet !== margin);
  };

  const show = (url: string, where: Placement) => {
    placement = where;
    if (host && url === shownUrl) return setOpen(true);
    hide();
    build();
    shownUrl = url;
    before = document.activeElement;
    frame.src = url;
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, margin];
    if (host) document.documentElement.append(host);
    setOpen(true);
    keeper.observe(document.documentElement, { childList: true });
    timer = setTimeout(fallback, LOAD_MS);
  };

  addEventListener("resize", place, { signal, passive: true });
  signal.addEventListener("abort", hide);
  return {
    show,
    hide,
    place,
    alive: () => clearTimeout(timer),
    focusPage() {
      frame?.blur();
      window.focus();
      if (before instanceof HTMLElement) before.focus({ preventScroll: true });
    },
  };
}
