import { mayHit } from "../read/terms";
import { parentOf, UNREAD } from "../read/tree";

/** What the page is watched for. */
export interface Known {
  roots: readonly Element[];
  banner: readonly Element[];
  shadows: readonly ShadowRoot[];
}

const OPTIONS: MutationObserverInit = {
  subtree: true,
  childList: true,
  characterData: true,
  attributes: true,
  // what shows and hides lists, and what marks rows
  attributeFilter: ["hidden", "class", "style", "aria-hidden", "aria-selected", "open", "title"],
};
/** Longer additions are read without asking what they hold. */
const LONG = 20_000;

/**
 * Looks at every change of the page and lets through only those that can change what was read.
 * On this path there is no style, no geometry and no innerText: most changes have nothing to do with a chart.
 */
export class PageWatch {
  private observer: MutationObserver;
  private roots: readonly Element[] = [];
  private banner: readonly Element[] = [];
  private inside = new WeakSet<Node>();
  private around = new WeakSet<Node>();
  private observed = new WeakSet<Node>();
  private said = "";

  constructor(
    signal: AbortSignal,
    private readonly tell: { changed(targets: readonly Node[]): void; patientChanged(): void; anything(): void },
  ) {
    this.observer = new MutationObserver((records) => this.take(records));
    signal.addEventListener("abort", () => this.observer.disconnect());
    this.observe(document);
  }

  private observe(root: Node): void {
    if (this.observed.has(root)) return;
    this.observed.add(root);
    this.observer.observe(root, OPTIONS);
  }

  /** From now on changes in and around these count. */
  follow({ roots, banner, shadows }: Known): void {
    this.inside = new WeakSet([...roots, ...banner]);
    this.around = new WeakSet();
    for (const root of [...roots, ...banner])
      for (let at: Element | null = root; at && !this.around.has(at); at = parentOf(at)) this.around.add(at);
    this.roots = roots;
    this.banner = banner;
    this.said = this.bannerSays();
    for (const shadow of shadows) this.observe(shadow);
  }

  /** Handles what has happened and was not told yet. */
  catchUp(): void {
    this.take(this.observer.takeRecords());
  }

  private take(records: readonly MutationRecord[]): void {
    this.tell.anything();
    if (this.banner.length && this.bannerSays() !== this.said) {
      this.said = this.bannerSays();
      this.tell.patientChanged();
    }
    const targets = new Set<Node>();
    const seen = new Map<Node, boolean>();
    const isInside = (node: Node): boolean => {
      const before = seen.get(node);
      if (before !== undefined) return before;
      let answer = false;
      for (let at: Node | null = node; at; at = at.parentNode ?? (at instanceof ShadowRoot ? at.host : null)) {
        if (this.inside.has(at)) {
          answer = true;
          break;
        }
      }
      seen.set(node, answer);
      return answer;
    };
    for (const record of records) {
      const { target } = record;
      if (targets.has(target)) continue;
      if (
        record.type === "attributes" ? this.around.has(target) || isInside(target) : isInside(target) || matters(record)
      )
        targets.add(target);
    }
    if (targets.size || this.roots.some((root) => !root.isConnected)) this.tell.changed([...targets]);
  }

  /** The words of the banner without running clocks. */
  private bannerSays(): string {
    return this.banner
      .map((part) => (part.isConnected ? (part.textContent ?? "") : ""))
      .join()
      .replace(/\d{1,2}:\d\d(?::\d\d)?/g, "")
      .replace(/\s+/g, " ");
  }
}

function matters(record: MutationRecord): boolean {
  if (record.type === "characterData") return mayHit((record.target as Text).data);
  for (const node of record.addedNodes) {
    if (
      node.nodeType === 3
        ? mayHit((node as Text).data)
        : node instanceof Element && !UNREAD.test(node.tagName) && addsSomething(node)
    )
      return true;
  }
  return false;
}

function addsSomething(element: Element): boolean {
  if (element.shadowRoot || element.localName.includes("-")) return true;
  const text = element.textContent ?? "";
  return text.length > LONG || mayHit(text);
}
