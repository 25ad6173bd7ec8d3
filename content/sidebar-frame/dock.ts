import { STYLE } from "./style";

/** A frame that is not there by then is not coming: the page forbids frames. */
const LOAD_MS = 6000;
/** How often a page may take the sidebar out before it has its way. */
const RETURNS = 5;
const NO_FRAME =
  "Osteon cannot show its sidebar on this page: the page does not let a frame in. Open it from the toolbar button or in the browser's side panel.";

export interface Dock {
  show(url: string): void;
  hide(): void;
  toggle(url: string): void;
  focusPage(): void;
  /** Puts it where it does not cover the banner. */
  place(): void;
}

/**
 * The sidebar beside the chart: our page in a frame, in a closed shadow root that the page can neither read nor style.
 * It lies over the right edge below the patient banner; nothing of the page is moved.
 */
export function dock(signal: AbortSignal, topEdge: () => number, closed: () => void): Dock {
  let host: HTMLElement | null = null;
  let box: HTMLElement;
  let tab: HTMLButtonElement;
  let frame: HTMLIFrameElement;
  let shownUrl = "";
  let returns = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let before: Element | null = null;

  const place = () => {
    if (host) box.style.top = `${topEdge()}px`;
  };
  const isOpen = () => !!host && !box.classList.contains("closed");
  const setOpen = (open: boolean) => {
    box.classList.toggle("closed", !open);
    tab.ariaExpanded = String(open);
    tab.title = open ? "Close the Osteon sidebar" : "Open the Osteon sidebar";
  };

  const build = () => {
    host = document.createElement(`x-${crypto.randomUUID().slice(0, 8)}`);
    const root = host.attachShadow({ mode: "closed" });
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(STYLE);
    root.adoptedStyleSheets = [sheet];
    box = document.createElement("div");
    box.className = "dock";
    tab = document.createElement("button");
    tab.className = "tab";
    tab.textContent = "Osteon";
    tab.addEventListener("click", ({ isTrusted }) => {
      if (!isTrusted) return;
      setOpen(!isOpen());
      if (!isOpen()) closed();
    });
    for (const event of ["keydown", "keyup", "keypress"]) tab.addEventListener(event, (key) => key.stopPropagation());
    frame = document.createElement("iframe");
    frame.title = "Osteon";
    frame.addEventListener("load", () => clearTimeout(timer));
    box.append(tab, frame);
    root.append(box);
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
  };

  const show = (url: string) => {
    if (host && url === shownUrl) return setOpen(true);
    hide();
    build();
    shownUrl = url;
    before = document.activeElement;
    frame.src = url;
    setOpen(true);
    place();
    if (host) document.documentElement.append(host);
    keeper.observe(document.documentElement, { childList: true });
    timer = setTimeout(() => {
      const card = document.createElement("p");
      card.className = "card";
      card.setAttribute("role", "status");
      card.textContent = NO_FRAME;
      frame.replaceWith(card);
    }, LOAD_MS);
  };

  addEventListener("resize", place, { signal, passive: true });
  signal.addEventListener("abort", hide);
  return {
    show,
    hide,
    place,
    toggle(url) {
      if (!isOpen()) show(url);
      else {
        setOpen(false);
        closed();
      }
    },
    focusPage() {
      frame?.blur();
      window.focus();
      if (before instanceof HTMLElement) before.focus({ preventScroll: true });
    },
  };
}
