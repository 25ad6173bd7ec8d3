import { addDays } from "../../chart/calendar";
import { boneDrug } from "../../terminology/bone-drugs";
import { cardiovascularDisease, has, hasNow } from "../facts/conditions";
import { creatinineClearance, severeKidneyDisease } from "../facts/kidney";
import { isFresh, level } from "../facts/labs";
import { calcium, hypocalcemia, vitaminDDeficient } from "../facts/mineral";
import { onClass } from "../facts/therapy";
import type { Reader } from "../reader";
import { dentalExam } from "../workup/dental";

const NEEDS_CLEARANCE: readonly string[] = ["alendronate", "risedronate", "ibandronate", "zoledronic acid"];
const NEEDS_CALCIUM: readonly string[] = [...NEEDS_CLEARANCE, "denosumab", "romosozumab"];
const NEEDS_VITAMIN_D: readonly string[] = ["zoledronic acid", "denosumab"];

/** What must be done before this drug (D4, D5, D17; calcium and creatinine 90 days before a parenteral drug). */
export function firstSteps(r: Reader, drug: string): string[] {
  const steps: string[] = [];
  const profile = boneDrug(drug);
  const limit = addDays(r.today, -r.policy.parenteralLabDays);
  if (NEEDS_VITAMIN_D.includes(drug)) {
    const deficient = r.ask(vitaminDDeficient);
    if (deficient === true) steps.push("replete vitamin D (D5)");
    if (deficient === "unknown") steps.push("25-OH vitamin D (D5)");
  }
  if (NEEDS_CALCIUM.includes(drug)) {
    if (r.ask(hypocalcemia) === "unknown") steps.push("calcium (D4)");
    else if (profile?.given === "parenteral" && !((r.ask(calcium)?.date ?? "") >= limit))
      steps.push("calcium within 90 days");
  }
  if (NEEDS_CLEARANCE.includes(drug)) {
    if (r.ask(creatinineClearance) === null) steps.push("creatinine clearance (D1, D2)");
    else if (drug === "zoledronic acid" && !isFresh(level(r, "CREAT"), limit)) steps.push("creatinine within 90 days");
  }
  if (drug === "denosumab" && r.ask(severeKidneyDisease) === "unknown") steps.push("eGFR (D3)");
  if ((profile?.antiresorptive || drug === "romosozumab") && r.ask(dentalExam) !== true)
    steps.push("dental exam (S29)");
  return steps;
}

/** Reasons to be careful that lie in this patient, before those of the label. */
export function cautions(r: Reader, drug: string): string[] {
  const found: string[] = [];
  if (drug === "romosozumab" && r.ask(cardiovascularDisease) === true)
    found.push("other cardiovascular disease: weigh (D8)");
  if (drug === "raloxifene" && has(r, "stroke") === true) found.push("stroke: boxed warning of raloxifene");
  if (drug === "teriparatide" || drug === "abaloparatide") {
    if (has(r, "orthostatic-hypotension") === true) found.push("orthostatic hypotension");
    if (onClass(r, "cardiac-glycoside").length > 0) found.push("digoxin");
    found.push("osteosarcoma in rats; no increase seen in humans, boxed warning removed 2020 (S34)");
  }
  if (drug === "risedronate" && onClass(r, "ppi", "h2-blocker").length > 0)
    found.push("not as Atelvia with acid suppression (D20)");
  if (boneDrug(drug)?.classes.includes("bisphosphonate") && hasNow(r, "pregnancy") === true)
    found.push("pregnancy (D12)");
  if (r.fact("menopausal status", (c) => c.menopause) === "peri")
    found.push("childbearing potential: pregnancy test (D12)");
  return [...found, ...(boneDrug(drug)?.cautions ?? [])];
}
