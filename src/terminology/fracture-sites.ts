import { foldText } from "./plain-text";

/** Where a bone broke, in the words the rules compare; the more particular name first. */
const SITES: readonly (readonly [string, RegExp])[] = [
  ["vertebra", /\b(?:vertebra\w*|compression|wedge|spin(?:e|al)|lumbar|thoracic|[tl](?:1[0-2]|[1-9]))\b/],
  [
    "hip",
    /\b(?:hip|femoral neck|neck of (?:the )?(?:left |right )?femur|intertrochanteric|trochanteric|pertrochanteric|proximal femur)\b/,
  ],
  ["femur", /\b(?:femur|femoral)\b/],
  ["wrist", /\b(?:wrist|colles\w*|smith'?s|distal radi(?:us|al)|distal forearm)\b/],
  ["forearm", /\b(?:forearm|radi(?:us|al)|ulna\w*)\b/],
  ["humerus", /\b(?:humer(?:us|al)|shoulder|upper arm)\b/],
  ["pelvis", /\b(?:pelvi\w*|pubic|pubis|sacr(?:um|al)|acetabul\w*|ischi\w*)\b/],
  ["rib", /\bribs?\b/],
  ["ankle", /\b(?:ankle|malleol\w*)\b/],
  ["tibia", /\b(?:tibia\w*|shin|lower leg|fibula\w*)\b/],
  ["clavicle", /\b(?:clavic\w*|collar ?bone)\b/],
  ["sternum", /\bstern(?:um|al)\b/],
  ["foot", /\b(?:foot|feet|metatars\w*|calcane\w*|heel)\b/],
  ["toe", /\btoes?\b/],
  ["hand", /\b(?:hand|metacarp\w*|scaphoid)\b/],
  ["finger", /\b(?:fingers?|phalan\w*|thumb)\b/],
  ["skull", /\b(?:skull|crani\w*)\b/],
  ["face", /\b(?:facial|face|nasal|nose|jaw|mandib\w*|orbit\w*|zygoma\w*|maxill\w*)\b/],
];

const FRACTURE = /\b(?:fractures?|fractured|fxs?|broken (?!sleep)\w+)\b/;
/** Breaks that did not happen, or not yet: "high risk of hip fracture", "to prevent further fractures", "fracture clinic". */
const NOT_BROKEN =
  /\b(?:(?:at|high|higher|increased|elevated|low|moderate) )*risk (?:of|for) (?:[a-z-]+ ){0,3}?(?:fractures?|falls?)\b|\b(?:osteoporotic )?fracture (?:risk|prevention|liaison|clinic|probabilit\w*|assessment)\b|\bprevent\w*(?: of)? (?:[a-z-]+ ){0,3}?fractures?\b|\b(?:without|w\/o) (?:current )?(?:pathologic(?:al)? )?(?:fractures?|fx)\b|\b(?:fractured?|broken|chipped) (?:of )?(?:the )?(?:tooth|teeth|dental|crown|filling)\b|\b(?:tooth|teeth|dental|crown) fractures?\b|\bscreening for (?:[a-z-]+ ){0,3}?fractures?\b/g;
/** A text that tells of probabilities tells of no break. */
const PROBABILITY = /\bfrax\b|\bprobability of\b/;

/** The folded text without the fractures it says did not happen, or not yet. */
export function whatBroke(text: string): string {
  const words = foldText(text);
  return PROBABILITY.test(words) ? "" : words.replace(NOT_BROKEN, " ");
}

/** The bone a text says broke; null when it names no fracture or no bone. */
export function fractureSite(text: string): string | null {
  const words = whatBroke(text);
  return FRACTURE.test(words) ? (SITES.find(([, pattern]) => pattern.test(words))?.[0] ?? null) : null;
}

const SITE = SITES.map(([, pattern]) => pattern.source).join("|");
/** A bone, and then when it broke, or that it did: an entry under the title "Fractures". */
const BROKEN_BONE = new RegExp(
  `^(?:\\W*(?:left|right|bilateral|l|r)\\b\\.?)?\\s*(?:${SITE})(?: bone)?(?:\\s*\\((?:left|right|l|r)\\)|,? (?:left|right))?\\s*(?:$|[,:;(-]|(?:in )?(?:19|20)\\d\\d)`,
);
const NO_BREAK =
  /\b(?:replace\w*|arthroplast\w*|surger\w*|pain|arthr\w*|dxa|dexa|scans?|x-?rays?|mri|ct|t-?scores?|bmd|risk|none)\b/;

/** The bone that an entry of a list of fractures begins with; null when it says something else of it. */
export function brokenBone(entry: string): string | null {
  const words = foldText(entry).replace(/^(?:19|20)\d\d\s*[,:-]?\s*/, "");
  return BROKEN_BONE.test(words) && !NO_BREAK.test(words) ? fractureSite(`${words} fracture`) : null;
}

export const namesFracture = (text: string): boolean => FRACTURE.test(whatBroke(text));

/** Breaks that tell nothing of the bones of an adult: of a child's years, or of a bone that a tumour had eaten (CLINICAL.md 5.2). */
const OF_ANOTHER_KIND =
  /\b(?:child(?:hood)?|infan\w*|p(?:a?)ediatric|adolescen\w*|teen(?:age)?\w*|as an? (?:kid|boy|girl)|age[d]?:? (?:at )?(?:[1-9]|1[0-7])(?!\d)|metasta\w*|neoplas\w*|tumou?rs?|malignan\w*|myeloma)\b/;

export const isBreakOfAnotherKind = (text: string): boolean => OF_ANOTHER_KIND.test(foldText(text));

/** How it happened, when the text says so: a fall from standing height or less is low trauma (CLINICAL.md 5.2). */
export function fractureTrauma(text: string): "low" | "high" | null {
  const words = foldText(text);
  const low =
    /fragility|low[- ](?:trauma|energy|impact)|minimal(?:ly)? trauma|atraumatic|non-?traumatic|osteoporotic (?:compression )?fracture|insufficiency|pathologic\w* fracture due to osteoporosis|standing height|ground[- ]level|same[- ]level|slip(?:ped)?\b|trip(?:ped)?\b/.test(
      words,
    );
  const high =
    /high[- ](?:trauma|energy|impact|velocity)|motor vehicle|\bmv[ac]\b|car (?:accident|crash)|traffic|motorcycle|bicycle|ski(?:ing)?\b|fall from (?:a )?(?:height|ladder|roof|tree|horse)|gunshot|crush/.test(
      words,
    );
  return low === high ? null : low ? "low" : "high";
}
