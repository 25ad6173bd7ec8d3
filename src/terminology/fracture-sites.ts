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
  ["face", /\b(?:facial|face|nasal|nose|jaw|mandib\w*|orbit\w*|zygoma\w*|maxill\w*|teeth|tooth)\b/],
];

const FRACTURE = /\b(?:fractures?|fractured|fxs?|broken (?!sleep)\w+)\b/;
/** "fracture risk", "without fracture", "FRAX": words in which no bone broke. */
const NOT_BROKEN =
  /\bfracture (?:risk|prevention|liaison|clinic|probabilit\w*|assessment)|risk (?:of|for) (?:\w+ ){0,2}fractures?|\bfrax\b|prevent\w* (?:\w+ ){0,2}fractures?|without (?:current )?(?:pathological )?fractures?|osteoporotic fracture (?:risk|probab)|probability of|screening for/;

/** The bone a text says broke; null when it names no fracture or no bone. */
export function fractureSite(text: string): string | null {
  const words = foldText(text);
  if (!FRACTURE.test(words) || NOT_BROKEN.test(words)) return null;
  return SITES.find(([, pattern]) => pattern.test(words))?.[0] ?? null;
}

export function namesFracture(text: string): boolean {
  const words = foldText(text);
  return FRACTURE.test(words) && !NOT_BROKEN.test(words);
}

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
