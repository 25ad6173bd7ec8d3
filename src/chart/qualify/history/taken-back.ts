import { readConditions } from "../../../terminology/conditions";
import { namesFracture } from "../../../terminology/fracture-sites";
import { foldText } from "../../../terminology/plain-text";
import { RELATIVES } from "../../../terminology/relatives";
import type { Row } from "../../snapshot";

/** A remark that takes the problem back, or says whose it is. */
export const TAKEN_BACK = new RegExp(
  `\\b(?:denie[sd]|ruled out|not confirmed|in error|erroneous|misdiagnos\\w*|wrong patient|does ?n[o']t have|unlikely)\\b|^\\W*excluded\\b|^(?:${RELATIVES})\\b`,
);

/** A remark with no problem of its own: "Comment: ruled out". */
export const takesBack = (text: string): boolean =>
  TAKEN_BACK.test(foldText(text)) && readConditions(text).length === 0 && !namesFracture(text);

/** "No stroke since 2019": what did not come again, not what never was. */
const NOT_AGAIN = /\b(?:since|recur|new|flare|residual)/;

/** The conditions that a remark of the row denies: "Per rheum: not RA" behind "Rheumatoid arthritis". */
export const deniedIn = ({ cells }: Row): ReadonlySet<string> =>
  new Set(
    cells
      .flatMap(({ text }) => text.split(/\s[|–—-]\s|;\s/))
      .filter((remark) => !NOT_AGAIN.test(foldText(remark)))
      .flatMap((remark) => readConditions(remark))
      .flatMap(({ condition, negated }) => (negated ? condition : [])),
  );
