import { canonical } from "../chart/canonical";
import type { FrameFacts } from "../chart/frame-facts";

/** The lists of a chart that a slow page may still show under the next patient's name. */
const LISTS = ["labs", "medications", "dxa", "frax", "problems", "fractures", "allergies", "vitals"] as const;
type ListName = (typeof LISTS)[number];

/** What the lists of one frame said, so that they can be told from new ones. */
export type StaleLists = Partial<Record<ListName, string>>;

/** All lists the frame shows now; empty ones say nothing. */
export function staleLists(facts: FrameFacts): StaleLists {
  return Object.fromEntries(LISTS.filter((name) => facts[name].length > 0).map((name) => [name, content(facts, name)]));
}

/** The facts without the lists that still stand as they stood for the former patient. */
export function withoutStale(facts: FrameFacts, former: StaleLists): { believed: FrameFacts; stale: StaleLists } {
  const names = LISTS.filter((name) => former[name] !== undefined && former[name] === content(facts, name));
  if (names.length === 0) return { believed: facts, stale: {} };
  return {
    believed: { ...facts, ...Object.fromEntries(names.map((name) => [name, []])) },
    stale: Object.fromEntries(names.map((name) => [name, former[name]])),
  };
}

function content(facts: FrameFacts, name: ListName): string {
  return canonical(facts[name].map(({ evidence: _, ...said }) => said));
}
