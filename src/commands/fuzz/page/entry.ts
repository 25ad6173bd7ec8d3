import { read } from "../../../../content/read/read";
import { spotted } from "../../../../content/read/refs";
import type { FrameSnapshot } from "../../../chart/snapshot";
import { MUTATIONS, type MutationName } from "./mutations";
import { randomFrom } from "./random";
import { MARK } from "./tables";

export interface Step {
  name: MutationName;
  seed: number;
}

/** The reader and what changes pages for it, in one page of a real browser. */
export interface FuzzPage {
  /** Shows a document and reads it. */
  show(html: string, lang: string): FrameSnapshot;
  /** Marks where facts were found, by the numbers of their cells; what is shown now is what variants start from. */
  mark(refs: readonly (readonly [number, string])[]): void;
  /** Shows the marked document again, changed, and reads it. */
  variant(steps: readonly Step[]): FrameSnapshot;
  /** What is shown now. */
  html(): string;
}

declare global {
  var fuzzPage: FuzzPage;
}

let base = "";
let language = "";

function readNow(): FrameSnapshot {
  const reading = read();
  for (;;) {
    const { done, value } = reading.next();
    if (done) return value.snapshot;
  }
}

function display(html: string): void {
  spotted.clear();
  document.documentElement.setHTMLUnsafe(html);
  document.documentElement.lang = language;
}

function rootsOf(root: ParentNode): ShadowRoot[] {
  return [...root.querySelectorAll("*")].flatMap(({ shadowRoot }) =>
    shadowRoot ? [shadowRoot, ...rootsOf(shadowRoot)] : [],
  );
}

const written = () => document.documentElement.getHTML({ shadowRoots: rootsOf(document) });

globalThis.fuzzPage = {
  show(html, lang) {
    language = lang;
    display(html);
    return readNow();
  },
  mark(refs) {
    for (const [ref, kind] of refs) {
      const element = spotted.get(ref)?.element.deref();
      if (!element || element.tagName === "BODY") continue;
      const kinds = new Set([...(element.getAttribute(MARK) ?? "").split(" "), kind]);
      element.setAttribute(MARK, [...kinds].join(" ").trim());
    }
    base = written();
  },
  variant(steps) {
    display(base);
    for (const { name, seed } of steps) MUTATIONS[name](randomFrom(seed));
    return readNow();
  },
  html: written,
};
