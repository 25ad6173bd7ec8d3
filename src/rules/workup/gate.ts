import { bmdCategory } from "../facts/bmd";
import { boneDrugPlanned, currentBoneDrugs } from "../facts/therapy";
import type { Question } from "../reader";
import { placement } from "../tier/placement";

/**
 * The everyone-list is for osteopenia and osteoporosis, before and on a bone drug, and for the secondary causes of a
 * patient outside the tiers. Normal bone at low risk needs none.
 */
export const workupApplies: Question<boolean> = (r) =>
  r.ask(bmdCategory) !== "normal" ||
  r.ask(placement).tier !== "LOW" ||
  r.ask(boneDrugPlanned) ||
  r.ask(currentBoneDrugs).length > 0;

/** A bone drug is about to start: the tier asks for one, one is planned, or one must follow another. */
export { boneDrugConsidered } from "../therapy/considered";
