const AMOUNT = "(?:mc|[mµμunpk])?(?:\\[iu\\]|int[._ ]?units?|g|gm|iu|ui|u|mol|eq|kat|units?)";
const PER =
  "(?:[dmuµc]?l|lit[er]{2}|24 ?(?:h(?:r|rs|ours?)?|std)|d(?:ay)?|tag|h(?:r|our)?|g(?: ?creat\\w*)?|mmol(?: ?creat\\w*)?|mg(?: ?creat\\w*)?)";
const FILTRATION = "ml ?\\/ ?min(?: ?\\/ ?[{(]?1[.,]73[ _]?(?:m2|m²|m\\^2|sq\\.? ?m|m)?[)}]?)?";

/**
 * A unit in which laboratory results are printed, as a source for larger patterns (flags i, u): an amount per volume,
 * time or creatinine, a filtration rate, millimetres an hour, a percentage. "mg" alone is a dose, never a result.
 */
export const LAB_UNIT = `(?:%|mm ?\\/ ?(?:1 ?)?(?:hr?|std)|${FILTRATION}|${AMOUNT} ?\\/ ?${PER})(?![\\p{L}\\d/])`;

const ONLY_UNIT = new RegExp(`^[([]?\\s*(${LAB_UNIT})\\s*[)\\]]?$`, "iu");

/** The unit a text consists of; null when it is anything else. */
export function onlyUnit(text: string): string | null {
  return text.trim().match(ONLY_UNIT)?.[1]?.trim() ?? null;
}
