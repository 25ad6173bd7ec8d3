import { foldText } from "../../../terminology/plain-text";
import { RELATIVES } from "../../../terminology/relatives";
import { productIn } from "./entry";

/** The folded words before the name of a drug. */
const before = (text: string) => foldText(text).slice(0, productIn(text)?.index ?? 0);

const ABOUT = new RegExp(
  `\\b(?:he|she|they|patient|pt|${RELATIVES}|reports?|denies|consider\\w*|discuss\\w*|if|would|could|may|recommend\\w*|declin\\w*|refus\\w*|avoid|no|not|never)\\b`,
);
const SUPPLIES = /\b(?:needles?|sharps|co-?pay|coupon|savings card)\b/;
const TAKEN_BY_ANOTHER = new RegExp(`\\b(?:${RELATIVES}|pet|dog|cat)(?:'s\\b|’s\\b| (?:takes|is on|uses)\\b)`);

/** A sentence that tells of a drug ("her husband takes denosumab", "discussed teriparatide") is no entry of a list. */
export function isAboutADrug(text: string): boolean {
  const words = before(text);
  return words.split(/\s+/).length > 5 || ABOUT.test(words);
}

/** Words before the name of a drug that is not taken, and of one that was, or is only asked for. */
const NOT_TAKEN =
  /\b(?:consider\w*|prefers?|interacts?|instead of|in place of|replac\w+|versus|vs|allerg\w*|intoleran\w*)\b/;
const NOT_NOW =
  /\b(?:previous\w*|past|former\w*|tried|failed|request\w*|pending|denied|off|hx|history|used to|s\/p|status post|hold|d\/c|stop|switch|change|plan(?:s|ned)?(?: to)?|resume|(?:re)?start(?! ?(?:date|:|\d)))(?![a-z])|^\W*\?/;

/** "(wife takes this)", "Daughter's: raloxifene", "Never on Prolia", "No bisphosphonates": nothing the patient takes. */
export function isNotTheirs(text: string): boolean {
  const words = foldText(text);
  return (
    TAKEN_BY_ANOTHER.test(words) ||
    NOT_TAKEN.test(before(text)) ||
    SUPPLIES.test(words) ||
    /^\W*(?:never|no|none|denies|declines?)\b(?!\W+longer\b)/.test(words)
  );
}

/** "Previously: alendronate", "PA pending: Forteo": in a list of what is taken, one that is not, or not now. */
export const isNotNow = (text: string): boolean => NOT_NOW.test(before(text));
