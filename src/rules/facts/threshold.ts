import { atLeast } from "../range";
import type { Question } from "../reader";
import { or, type Truth } from "../truth";
import { frax } from "./frax";

/** Source thresholds, inclusive (S6, S9). Percent in 10 years. */
export const SOURCE_THRESHOLD = { mof: 20, hip: 3 } as const;

/** Hip at least 3 % or MOF at least 20 % after S10, at full precision; unknown when a missing figure could meet it. */
export const thresholdMet: Question<Truth> = (r) => {
  const { mof, hip } = r.ask(frax);
  return or(atLeast(mof, SOURCE_THRESHOLD.mof), atLeast(hip, SOURCE_THRESHOLD.hip));
};
