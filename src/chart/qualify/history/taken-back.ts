import { readConditions } from "../../../terminology/conditions";
import { namesFracture } from "../../../terminology/fracture-sites";
import { foldText, plainWords } from "../../../terminology/plain-text";
import { RELATIVES } from "../../../terminology/relatives";
import type { Row } from "../../snapshot";

/** A remark that takes the problem back, or says whose it is; "does not have diarrhea" is about something else. */
const TAKEN_BACK = new RegExp(
  `\\b(?:denie[sd](?!.*[a-z])|denied by|(?<=(?:^|[,;:.]|\\b(?:was|were|been|now|is|and|comment|status))\\W*)ruled out(?! for)|not confirmed|in error|erroneous|misdiagnos\\w*\\b(?! as)|wrong patient|does ?n[o']t have (?:it|this|that|the (?:disease|diagnosis|condition))\\b|unlikely(?! to))\\b|^\\W*excluded\\b(?! from)|^(?:${RELATIVES})\\b`,
);

/** A remark with no problem of its own: "Comment: ruled out". */
export const takesBack = (text: string): boolean =>
  TAKEN_BACK.test(foldText(text)) && readConditions(text).length === 0 && !namesFracture(text);

/** "No stroke since 2019": what did not come again, not what never was. */
const NOT_AGAIN = /\b(?:since|recur|new|flare|residual)/;
/** Words that diseases of many kinds share. */
const COMMON = /^(?:disease|syndrome|disorder|chronic|acute|primary|secondary|history)$/;

/** Whether a remark names the problem by a word of its label or by its initials: "RA" beside "Rheumatoid arthritis". */
function names(remark: string, label: string): boolean {
  const [said, words] = [plainWords(remark).split(" "), plainWords(label).split(" ")];
  const initials = words.map((word) => word[0]).join("");
  return said.includes(initials) || words.some((word) => word.length > 3 && !COMMON.test(word) && said.includes(word));
}

/** Whether a remark of the row denies this problem: "Per rheum: not RA". "PE ruled out" beside a thrombosis does not. */
export const isDenied = ({ cells }: Row, label: string, condition: string): boolean =>
  cells
    .flatMap(({ text }) => text.split(/\s[|–—-]\s|;\s/))
    .filter((remark) => !NOT_AGAIN.test(foldText(remark)) && names(remark, label))
    .flatMap((remark) => readConditions(remark))
    .some((read) => read.negated && read.condition === condition);
