import { cancerTriggers } from "../facts/cancer";
import { severeKidneyDisease } from "../facts/kidney";
import { hypercalcemia, hypocalcemia, primaryHyperparathyroidism, unexplainedAlp } from "../facts/mineral";
import { sex } from "../facts/population";
import { longSteroid, veryHighDoseSteroid } from "../facts/steroids";
import { denosumabStopped } from "../facts/therapy";
import type { Question } from "../reader";
import { or } from "../truth";
import { drugIndicated, referred, treated } from "./considered";

/** What comes before any drug, or in its place. */
export interface Step {
  text: string;
  rule: string;
  /** Nothing else is listed while it stands. */
  only: boolean;
}

const step = (rule: string, text: string, only = true): Step => ({ rule, text, only });

/** Steps that stand before the drugs of a list (CLINICAL.md 5.4). */
export const stepsBeforeDrugs: Question<Step[]> = (r) => [
  ...(r.ask(hypocalcemia) === true ? [step("D4", "Correct calcium and find the cause first")] : []),
  ...(or(r.ask(hypercalcemia), r.ask(primaryHyperparathyroidism)) === true
    ? [step("D10", "Treat the hypercalcemia or hyperparathyroidism first, then per specialist")]
    : []),
  ...(r.ask(severeKidneyDisease) === true ? [step("D3", "Nephrology / CKD-MBD evaluation before any agent")] : []),
  ...(r.ask(unexplainedAlp) === true ? [step("D9", "Explain the raised alkaline phosphatase first", false)] : []),
];

/** Premenopausal women and men under 50: to a specialist, with what ACR or the source says (5.4). */
const referral: Question<Step> = (r) => {
  const woman = r.ask(sex) !== "male";
  if (or(r.ask(longSteroid), r.ask(veryHighDoseSteroid)) !== true)
    return step(
      "S12",
      "Refer: by the source a fragility fracture warrants treatment; which drug is the specialist's choice",
    );
  const contraception = woman ? ", with contraception advice" : "";
  return step("S35", `Refer: oral bisphosphonate or PTH analogue per ACR 2022 on glucocorticoid${contraception}`);
};

/** What is said where no drug is listed. */
export const stepsInPlaceOfDrugs: Question<Step[]> = (r) => {
  if (r.ask(treated)) return [];
  const found: Step[] = [];
  if (r.ask(denosumabStopped) !== null)
    found.push(
      step("D15", "Another antiresorptive is due about 6 months after the last denosumab dose; choice per specialist"),
    );
  if (r.ask(referred) && r.ask(drugIndicated)) found.push(r.ask(referral));
  if (!r.ask(drugIndicated) && r.ask(cancerTriggers).length > 0)
    found.push(
      step("X6", `A bisphosphonate or denosumab may be considered earlier (${r.ask(cancerTriggers).join("; ")})`),
    );
  return found;
};
