import { mayHit } from "../read/terms";
import { parentOf, UNREAD } from "../read/tree";

const OPTIONS: MutationObserverInit = {
  subtree: true,
  childList: true,
  characterData: true,
  attributes: true,
  // what shows and hides lists, and what marks rows
  attributeFilter: ["hidden", "class", "style", "aria-hidden", "open"],
};
/** Longer additions are read without asking what they hold. */
const LONG = 20_000;

/** What was read and is watched. */
export interface Known {
  roots: readonly Element[];
  banner: readonly Element[];
  shadows: readonly ShadowRoot[];
}

/** What the watcher tells of: any change at all, one that matters, one of the patient banner. */
export interface Told {
  anything(): void;
  changed(): void;
  patientChanged(): void;
}

/**
 * Looks at every change of the page and lets through only those that can change what was read.
 * On this path there is no style, no geometry and no innerText: most changes have nothing to do with a chart.
 */
export function watchPage(signal: AbortSignal, tell: Told): { follow(known: Known): void; catchUp(): void } {
  const observed = new WeakSet<Node>();
  let known: Known = { roots: [], banner: [], shadows: [] };
  let inside = new Set<Node>();
  let around = new Set<Node>();
  let said = "";

  /** The words of the banner without running clocks. */
  const bannerSays = () =>
    known.banner
      .map((part) => (part.isConnected ? part.textContent : ""))
      .join()
      .replace(/\d{1,2}:\d\d(:\d\d)?|\s+/g, "");

  const isInside = (node: Node): boolean => {
    for (let at: Node | null = node; at; at = at instanceof ShadowRoot ? at.host : at.parentNode)
      if (inside.has(at)) return true;
    return false;
  };

  const take = (records: readonly MutationRecord[]) => {
    tell.anything();
    const says = bannerSays();
    if (says !== said) {
      said = says;
      tell.patientChanged();
    }
    const looked = new Set<Node>();
    const matters = ({ type, target, addedNodes }: MutationRecord) => {
      if (type === "attributes" && around.has(target)) return true;
      if (!looked.has(target) && isInside(target)) return true;
      looked.add(target);
      return type === "characterData" ? mayHit((target as Text).data) : [...addedNodes].some(addsSomething);
    };
    if (records.some(matters) || known.roots.some((root) => !root.isConnected)) tell.changed();
  };

  const observer = new MutationObserver(take);
  const observe = (root: Node) => {
    if (!observed.has(root)) observer.observe(root, OPTIONS);
    observed.add(root);
  };
  observe(document);
  signal.addEventListener("abort", () => observer.disconnect());
  return {
    follow(now) {
      known = now;
      said = bannerSays();
      inside = new Set([...now.roots, ...now.banner]);
      around = new Set();
      for (const root of inside as Set<Element>)
        for (let at: Element | null = root; at && !around.has(at); at = parentOf(at)) around.add(at);
      now.shadows.forEach(observe);
    },
    catchUp: () => take(observer.takeRecords()),
  };
}

/** Whether an added node can bring something to read. */
function addsSomething(node: Node): boolean {
  if (node instanceof Text) return mayHit(node.data);
  if (!(node instanceof Element) || UNREAD.test(node.tagName)) return false;
  const text = node.textContent;
  return !!node.shadowRoot || node.localName.includes("-") || text.length > LONG || mayHit(text);
}
