import { population } from "../facts/population";
import { anabolicFinished, boneDrugPlanned, currentTreatment, denosumabStopped } from "../facts/therapy";
import type { Question } from "../reader";
import { placement } from "../tier/placement";

/** The tier, or T-M2, asks for a drug. */
export const drugIndicated: Question<boolean> = (r) => {
  const { tier, fired } = r.ask(placement);
  return tier === "HIGH" || tier === "VERY_HIGH" || (tier === "MODERATE" && fired.some((rule) => rule.id === "T-M2"));
};

/** Premenopausal women and men under 50 are referred: no drug is listed for them (5.4). */
export const referred: Question<boolean> = (r) => r.ask(population).population === "z-score";

/** A drug that treats is being taken, and its course is not over. */
export const treated: Question<boolean> = (r) => r.ask(currentTreatment).length > 0 && r.ask(anabolicFinished) === null;

/** A bone drug is about to start: the tier asks for one, one is planned, or one must follow another. */
export const boneDrugConsidered: Question<boolean> = (r) => {
  if (r.ask(boneDrugPlanned) || r.ask(anabolicFinished) !== null || r.ask(denosumabStopped) !== null) return true;
  return r.ask(drugIndicated) && !r.ask(treated) && !r.ask(referred);
};
