import type { BmdSite } from "../chart/chart";

/** A measured region of a DXA report. */
export interface NamedSite {
  site: BmdSite;
  index: number;
  length: number;
  /** "Total" or "Neck" alone: which bone is meant must be said before. */
  partial: boolean;
}

/** "L1-L4", "L1-4"; in "L1 -2.1" the vertebra has a score. */
const LEVELS = "l ?[1-4] ?(?:-|to|through|thru|–) ?l? ?[2-4](?!\\.\\d)";

/** Regions as reports name them, the longer name first. Codes LS, FN, TH, R33; others by their own name (CLINICAL.md 5.1). */
const SITES: readonly (readonly [BmdSite, string])[] = [
  [
    "R33",
    "(?:distal )?(?:one|1)[ -]?(?:third|/ ?3(?:rd)?)(?: \\(?33 ?%\\)?)?(?: of)?(?: the)?(?: distal)?(?: (?:left|right|non-?dominant))? (?:radius|forearm)",
  ],
  ["R33", "(?:distal )?33 ?%(?: \\(?1/3\\)?)?(?: of)?(?: the)?(?: distal)? (?:radius|forearm)"],
  [
    "R33",
    "(?:distal )?(?:radius|forearm)(?: \\((?:non-?dominant|left|right)\\))?[ :,-]*\\(?(?:distal )?(?:33 ?%|1/3(?:rd)?|one[ -]third|third)(?: \\(?(?:33 ?%|1/3)\\)?)?\\)?(?: radius)?",
  ],
  ["R33", "distal third(?: of the)? radius"],
  ["UD", "ultra-?distal(?: (?:radius|forearm))?|ud radius|radius ud"],
  ["FOREARM", "total (?:radius|forearm)|(?:radius|forearm) total|mid radius"],
  // half of the neck has scores of its own
  [
    "PART",
    "(?:upper|lower|superior|inferior) (?:femoral )?neck|(?:femoral )?neck[ ,:]*\\(?(?:upper|lower)\\)?(?= half|\\W|$)",
  ],
  ["WARD", "ward'?s?(?: triangle| area)?"],
  ["TROCH", "(?:greater )?troch(?:anter(?:ic)?)?"],
  ["INTER", "inter(?:-?troch(?:anter(?:ic)?)?)?|femoral shaft|shaft"],
  ["WB", "(?:whole|total) body(?: less head)?|tblh"],
  ["HEEL", "heel|calcaneus|calcaneal"],
  [
    "FN",
    "(?:femoral|femur|hip|fem)[ ,:-]*neck|neck of (?:the )?(?:left |right )?(?:femur|hip)|fn|(?:schenkel|oberschenkel|femur)hals|heuphals|(?:cuello|collo|colo|col) (?:del? |do |du )?(?:femoral|femorale|femore|femur)",
  ],
  [
    "TH",
    "total (?:left |right )?(?:hip|femur|proximal femur)|(?:hip|femur|proximal femur)[ ,:-]*\\(?total\\)?|proximal femur|th|gesamthufte|hufte gesamt|(?:cadera|anca) total|totale (?:heup|femur)|(?:hanche|femore|anca) totale|quadril total",
  ],
  [
    "LS",
    `lws|lwk ?(?:${LEVELS}|[1-4] ?- ?[2-4])|lendenwirbelsaule|lumbale wervelkolom|rachis lombaire|(?:colonna|rachide) lombare|colu(?:mna lumbar|na lombar)|(?:(?:ap|pa|lumbar|l)[ -]?)spine(?:[ ,:]*\\(?(?:${LEVELS}|total)\\)?)?|lumbar vertebrae|lumbar|ls|spine[ ,:]*\\(?(?:${LEVELS})\\)?|${LEVELS}(?: (?:spine|lumbar|total))?`,
  ],
];
/** Bones that take their part from what follows: "Left Femur  Neck", "Dual femur: Total left". */
const BONES: readonly (readonly [string, string])[] = [
  ["femur", "(?:dual ?|left |right )?(?:femur|femora|hips?|proximal femora)"],
  ["spine", "spine"],
  ["forearm", "radius|forearm"],
];

const named = (name: string, pattern: string) => `(?<${name}>${pattern})`;
const PATTERN = new RegExp(
  `(?<![\\p{L}\\d])(?:${[
    ...SITES.map(([site, pattern], i) => named(`s${i}_${site}`, pattern)),
    ...BONES.map(([bone, pattern]) => named(`b_${bone}`, pattern)),
    named("p_neck", "neck"),
    named("p_total", "total"),
    // "2.1 L 81", "U/L 99": litres
    named("v", "(?<!\\d ?|/)l ?[1-5]|t ?(?:1[0-2]|[1-9])"),
  ].join("|")})(?![\\p{L}\\d])`,
  "giu",
);

/** "Hip fracture", "total hip arthroplasty", "lumbar fusion": behind the name of a bone, what makes it no measured region. */
const NO_REGION =
  /^s?[ -](?:fract|fx\b|pain|replace|arthropl|axis|surger|struct|geometr|hardware|implant|joint|fusion|laminec|disc\b|strain|spondyl|degener|compression)/;

/**
 * Every region named in a folded text, in order. A bone alone ("spine", "hip") stands for its usual total;
 * "neck" and "total" take the bone named before them.
 */
export function sitesIn(text: string, bone: string | null = null): NamedSite[] {
  const found: NamedSite[] = [];
  let current = bone;
  for (const match of text.matchAll(PATTERN)) {
    if (NO_REGION.test(text.slice(match.index + match[0].length))) continue;
    const [name] = Object.entries(match.groups ?? {}).find(([, value]) => value !== undefined) ?? [""];
    const at = { index: match.index, length: match[0].length };
    if (name.startsWith("s")) {
      const named = name.slice(name.indexOf("_") + 1);
      const site = named === "LS" ? spanIn(match[0]) : named;
      current =
        site === "FN" || site === "TH"
          ? "femur"
          : named === "LS"
            ? "spine"
            : site === "R33" || site === "UD"
              ? "forearm"
              : current;
      found.push({ site, partial: false, ...at });
    } else if (name.startsWith("b_")) {
      current = name.slice(2);
      const site = current === "femur" ? "TH" : current === "spine" ? "LS" : "FOREARM";
      found.push({ site, partial: true, ...at });
    } else if (name === "p_neck") {
      if (current === "femur" || current === null) found.push({ site: "FN", partial: current === null, ...at });
    } else if (name === "p_total") {
      const site = current === "femur" ? "TH" : current === "spine" ? "LS" : current === "forearm" ? "FOREARM" : null;
      if (site !== null) found.push({ site, partial: false, ...at });
    } else found.push({ site: match[0].replace(/ /g, "").toUpperCase(), partial: false, ...at });
  }
  // "Left Femur  Neck": the bone only led to the part.
  return found.filter(
    (one, i) =>
      !(
        one.partial &&
        found[i + 1] &&
        (found[i + 1]?.index ?? 0) - one.index - one.length <= 12 &&
        // "hip and femoral neck" are two
        !/\band\b|[&+]|\d\.\d/.test(text.slice(one.index + one.length, found[i + 1]?.index)) &&
        bonesAgree(one.site, found[i + 1]?.site)
      ),
  );
}

/** Part of the lumbar spine: a report that gives several measures L1-L4 as its spine, and these beside it. */
export const isSpan = (site: BmdSite): boolean => /^L\d-L\d$/.test(site);

/** "Lumbar spine (L2-L4)" is "L2-L4"; all four vertebrae, or a spine without its levels, are "LS". */
function spanIn(text: string): BmdSite {
  const [first, last] = text.match(new RegExp(LEVELS, "iu"))?.[0].match(/\d/g) ?? ["1", "4"];
  return first === "1" && last === "4" ? "LS" : `L${first}-L${last}`;
}

function bonesAgree(bone: BmdSite, part: BmdSite | undefined): boolean {
  if (part === undefined) return false;
  if (bone === "TH") return part === "FN" || part === "TH" || part === "TROCH" || part === "WARD" || part === "INTER";
  if (bone === "LS") return part === "LS" || /^L\d/.test(part);
  return part === "R33" || part === "UD" || part === "FOREARM";
}
