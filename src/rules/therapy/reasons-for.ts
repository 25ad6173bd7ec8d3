import { boneDrug } from "../../terminology/bone-drugs";
import { survivor } from "../facts/cancer";
import { vertebralFractures } from "../facts/fractures";
import { riskFactors } from "../facts/risk-factors";
import { ANABOLIC_MONTHS } from "../facts/therapy";
import type { Reader } from "../reader";
import { anabolicFirstBySource } from "./anabolic-first";

/** Reasons for a drug that lie in this patient. */
export function reasonsFor(r: Reader, drug: string): string[] {
  const found: string[] = [];
  const classes = boneDrug(drug)?.classes ?? [];
  if (ANABOLIC_MONTHS[drug] !== undefined) {
    if (r.ask(vertebralFractures).length > 0)
      found.push("vertebral fracture: the source lists an anabolic first (S32)");
    if (r.ask(anabolicFirstBySource) === true)
      found.push(`T-score below -2.0 with ${r.ask(riskFactors)[0]}: the source lists an anabolic first (S31)`);
  }
  if (classes.some((one) => one === "bisphosphonate" || one === "denosumab") && r.ask(survivor) === true)
    found.push("cancer survivor: a bisphosphonate or denosumab is preferred, at osteoporosis doses (S39)");
  return found;
}
