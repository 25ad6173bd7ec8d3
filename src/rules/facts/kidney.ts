import { below, mapDown, type Range } from "../range";
import type { Question } from "../reader";
import { or, type Truth } from "../truth";
import { has, hasNow } from "./conditions";
import { level } from "./labs";
import { age, sex } from "./population";

/** Creatinine clearance by Cockcroft and Gault with actual weight, mL/min [CG]; null when an input is missing. */
export const creatinineClearance: Question<Range | null> = (r) => {
  const [years, who] = [r.ask(age), r.ask(sex)];
  const kg = r.fact("weight", (c) => c.weightKg);
  const creatinine = level(r, "CREAT");
  if (years === null || who === null || kg === null || creatinine === null || creatinine.value.low <= 0) {
    r.gap("creatinine clearance", creatinine === null && !r.seen("labs") ? "not-seen" : "none-in-window");
    return null;
  }
  const numerator = (140 - years) * kg * (who === "female" ? 0.85 : 1);
  return mapDown(creatinine.value, (mgPerDl) => numerator / (72 * mgPerDl));
};

/** eGFR as the laboratory reports it, mL/min/1.73 m²; never computed here. */
export const egfr: Question<Range | null> = (r) => level(r, "EGFR")?.value ?? null;

/** Denosumab's boxed warning (D3). */
const EGFR_SEVERE = 30;
export const severeKidneyDisease: Question<Truth> = (r) => {
  const stated = or(hasNow(r, "dialysis", "end-stage-renal-disease"), has(r, "ckd-4-5"));
  const measured = below(r.ask(egfr), EGFR_SEVERE);
  // Creatinine clearance well above needs no eGFR: it only opens the question when it is low itself.
  if (measured === "unknown") {
    const clearance = below(r.ask(creatinineClearance), EGFR_SEVERE);
    if (clearance === false) return or(stated, false);
    if (stated !== true) r.notFound("eGFR", ["labs"]);
  }
  return or(stated, measured);
};

/** PTH and the reliability of corrected calcium (section 3). */
const EGFR_REDUCED = 60;
export const reducedEgfr: Question<Truth> = (r) => below(r.ask(egfr), EGFR_REDUCED);
