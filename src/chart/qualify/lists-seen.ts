import { foldText } from "../../terminology/plain-text";
import type { ListKind, ListSeen } from "../chart";
import type { FrameFacts } from "../frame-facts";
import type { FrameSnapshot, Region } from "../snapshot";
import type { Page } from "./page";
import { type Section, sectionOfRegion } from "./sections";

const KIND: Partial<Record<Section, ListKind>> = {
  medications: "medications",
  labs: "labs",
  problems: "problems",
  vitals: "vitals",
  social: "social",
  dental: "dental",
  allergies: "allergies",
  notes: "notes",
};

const RANGE = /(?<![\d/.])(\d+)\s*(?:-|–|to|bis|a)\s*(\d+)\s*(?:of|von|sur|de|out of|\/)\s*(\d+)(?![\d/])/;
const SHARE =
  /(?<![\d/.-])(\d+)\s*(?:\/|of|von|sur|out of)\s*(\d+)\s*(?:items?|rows?|results?|records?|entries|medications?|eintrage)/;
const SHOWING = /\b(?:showing|latest|all|first|last)\b[^\d]{0,20}(\d+)\s*(?:of|\/|von|sur)\s*(\d+)(?![\d/])/;
const PARTIAL =
  /\b(?:filter(?:ed|s)?|gefiltert|gefilterd|filtree?s?|filtrad[oa]s?|filtrat[oi])\b|\bhidden\b|\bnot (?:shown|displayed|loaded)\b|\bpermission|\bloading\b|\b(?:per|each) (?:test|component|analyte)\b|\b(?:most recent|latest|last|newest) (?:values?|results?)\b|\b(?:abnormal|active|recent|favorites?) (?:results )?only\b|\bonly (?:abnormal|recent)\b|\b(?:category|date range|time ?frame|period)\s*:\s*(?!all)\w|\bshow(?:ing)?\s*:\s*(?!all)\w|\b(?:load|show) more\b|\bnext page\b|\bpage \d+ of [2-9]|\blast \d+ (?:days|months|results)\b|\brecent (?:results|labs|medications|vitals)\b/;

/** "1–20 of 134", "5 / 6 items", "Show: Active": what a list says about how much of it is shown. Null when it does not say. */
export function completeness(says: readonly string[]): boolean | null {
  const said = says.map((line) => completenessOf(foldText(line).replace(/\s*\|\s*/g, " ")));
  // A filter leaves rows out even where the counter says that all of what is left is shown.
  return said.includes(false) ? false : said.includes(true) ? true : null;
}

function completenessOf(text: string): boolean | null {
  if (PARTIAL.test(text)) return false;
  if (/\b(?:score|scale|step|question|stage|grade|level)\b/.test(text)) return null;
  const range = text.match(RANGE);
  if (range) return range[1] === "1" && range[2] === range[3];
  const share = text.match(SHARE) ?? text.match(SHOWING);
  if (share) return share[1] === share[2];
  // "View all results" is a link, "All results of this visit" are not all
  return /\b(?:showing|displaying)\s*:?\s*all\b(?!.*\b(?:from|of|for|since|in|within) )|\bshow\s*:\s*all\b|^\W*all (?:results|medications|records|entries)\W*(?:\d+\W*)?$/.test(
    text,
  )
    ? true
    : null;
}

/** Which lists a frame shows: by what their headings say, else by what was read in them. */
export function listsSeen(
  snapshot: FrameSnapshot,
  facts: Pick<FrameFacts, "labs" | "medications" | "dxa" | "vitals" | "lastDentalExam">,
  page: Page,
): ListSeen[] {
  const refs = (entries: readonly { evidence: { from: string; place?: { ref: number } } }[]) =>
    new Set(entries.flatMap(({ evidence }) => evidence.place?.ref ?? []));
  const read: readonly (readonly [ListKind, Set<number>])[] = [
    ["labs", refs(facts.labs)],
    ["medications", refs(facts.medications)],
    ["dxa", refs(facts.dxa)],
    ["vitals", refs(facts.vitals)],
    ["dental", refs(facts.lastDentalExam)],
  ];
  const holds = (region: Region, wanted: Set<number>) =>
    region.rows.some((row) => wanted.has(row.ref) || row.cells.some(({ ref }) => wanted.has(ref)));
  const seen = new Map<string, ListSeen>();
  for (const region of snapshot.regions) {
    const section = sectionOfRegion(region);
    const kinds = new Set(read.filter(([, wanted]) => holds(region, wanted)).map(([kind]) => kind));
    const named = section === null ? undefined : KIND[section];
    if (named) kinds.add(named);
    if (section === "imaging" && /\bdxa\b|\bdexa\b|densit|bone mineral/.test(foldText(region.headings.join(" "))))
      kinds.add("dxa");
    const complete = completeness([...region.says, ...region.headings.slice(-1)]);
    for (const kind of kinds) {
      const before = seen.get(kind);
      // Several parts of one list: it is whole only when none of them says that it is not.
      const both = before
        ? before.complete === false || complete === false
          ? false
          : (before.complete ?? complete)
        : complete;
      seen.set(kind, { kind, complete: both, place: before?.place ?? { frame: page.frame, ref: region.ref } });
    }
  }
  return [...seen.values()];
}
