import type { MarkTone } from "../../src/messages/page";

/** The page can list highlight names: ours say nothing and are new in every frame. */
const secret = `h${Array.from(crypto.getRandomValues(new Uint8Array(8)), (byte) => byte.toString(16)).join("")}`;
const LOOKS: Record<MarkTone | "shown", string> = {
  warning: "background-color:#fde68a;color:#3b2f00;text-decoration:underline 2px #b45309",
  used: "background-color:#dbeafe;color:#0b2a52",
  shown: "background-color:#1d4ed8;color:#fff",
};
type Look = keyof typeof LOOKS;
const rootsStyled = new Map<Document | ShadowRoot, CSSStyleSheet>();

/** A style sheet beside the page's own: no element is added or changed. */
function style(root: Document | ShadowRoot): void {
  if (rootsStyled.has(root)) return;
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(
    Object.entries(LOOKS)
      .map(([look, css]) => `::highlight(${secret}${look}){${css}}`)
      .join(""),
  );
  root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
  rootsStyled.set(root, sheet);
}

/** Marks the page's own text without touching its nodes. */
export function highlight(look: Look, ranges: readonly StaticRange[]): void {
  const name = secret + look;
  if (!ranges.length) {
    CSS.highlights.delete(name);
    return;
  }
  for (const range of ranges) style(range.startContainer.getRootNode() as Document | ShadowRoot);
  const group = new Highlight(...ranges);
  group.priority = look === "shown" ? 2 : 1;
  CSS.highlights.set(name, group);
}

/** Takes every mark and every style sheet off the page. */
export function clearHighlights(): void {
  for (const look of Object.keys(LOOKS)) CSS.highlights.delete(secret + look);
  for (const [root, sheet] of rootsStyled)
    root.adoptedStyleSheets = root.adoptedStyleSheets.filter((other) => other !== sheet);
  rootsStyled.clear();
}
