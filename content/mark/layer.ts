const cssText = (
  over: number,
) => `:host{all:initial;position:fixed;inset:0 auto auto 0;z-index:214748364${over};pointer-events:none;font:600 12px/1.3 system-ui,sans-serif}
.b,.s{position:fixed;left:0;top:0}
.b{visibility:hidden;white-space:nowrap;pointer-events:auto;padding:2px 8px;border-radius:10px;border:1px solid #b45309;background:#fffbeb;color:#7c2d12;cursor:help}
.b.used{border-color:#1d4ed8;background:#eff6ff;color:#1e3a8a}
:focus-visible{outline:2px solid #1d4ed8;outline-offset:2px}
.t{position:absolute;left:0;top:100%;box-sizing:border-box;width:260px;white-space:normal;overflow-wrap:break-word;padding:8px 10px;border:1px solid #475569;border-radius:6px;background:#111827;color:#f9fafb;font-weight:400;pointer-events:auto;cursor:auto}
.b>.t{display:none;margin-top:4px}
.b:hover>.t,.b:focus>.t{display:block}
.end>.t{left:auto;right:0}
.up>.t{top:auto;bottom:100%}
@media print{.b,.s{display:none}}`;

/** What is marked, and what the mark explains in words. */
export interface Note {
  at: Element;
  text: string;
}

/** Whether the same is to be shown as before: then who stands on one with the keyboard stays there. */
export const unchanged = (now: readonly Note[], before: readonly Note[]): boolean =>
  now.length === before.length && now.every(({ at, text }, i) => at === before[i]?.at && text === before[i].text);

/** A layer of our own above the page, the one with the higher `over` above the other; the sidebar has 7, in a closed root: the page can see that it is there, not what it says. */
export function closedLayer(over = 5): {
  box: HTMLElement;
  put(elements: readonly HTMLElement[]): void;
  /** Whether an event of the page comes from this layer. */
  holds(target: unknown): boolean;
} {
  const box = document.createElement("div");
  let host: HTMLElement | undefined;
  return {
    box,
    put(elements) {
      host?.remove();
      box.replaceChildren(...elements);
      if (!elements.length) return;
      host = document.createElement("div");
      const root = host.attachShadow({ mode: "closed" });
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(cssText(over));
      root.adoptedStyleSheets = [sheet];
      root.append(box);
      document.body.after(host); // the keyboard comes here before it comes to the sidebar
    },
    holds: (target) => target === host,
  };
}
