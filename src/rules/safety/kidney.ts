import { has, hasNow } from "../facts/conditions";
import { creatinineClearance, severeKidneyDisease } from "../facts/kidney";
import { below } from "../range";
import type { Reader } from "../reader";
import { safetyRule } from "../rule";
import { or } from "../truth";
import { decimal } from "../words";

/** Creatinine clearance below which labels rule a drug out, mL/min (CLINICAL.md 4.1). */
export const CLEARANCE = { alendronateZoledronate: 35, risedronateIbandronate: 30 } as const;

const clearance = (r: Reader) => {
  const range = r.ask(creatinineClearance);
  return range === null ? "creatinine clearance unknown" : `creatinine clearance ${decimal(range.low, 0)} mL/min`;
};

export const KIDNEY_SAFETY = [
  safetyRule({
    id: "D1",
    title: "Creatinine clearance below 35",
    when: "creatinine clearance (Cockcroft-Gault) below 35 mL/min",
    output: "no alendronate, no zoledronic acid",
    sources: ["Labels", "Cockcroft-Gault"],
    standing: true,
    drugs: () => ["alendronate", "zoledronic acid"],
    holds: (r) => below(r.ask(creatinineClearance), CLEARANCE.alendronateZoledronate),
    reason: (r) => `${clearance(r)} is below 35`,
  }),
  safetyRule({
    id: "D1",
    title: "Acute renal impairment",
    when: "acute renal impairment on the problem list",
    output: "no zoledronic acid",
    sources: ["Labels"],
    standing: true,
    drugs: () => ["zoledronic acid"],
    holds: (r) => hasNow(r, "acute-kidney-injury"),
    reason: () => "acute renal impairment",
  }),
  safetyRule({
    id: "D2",
    title: "Creatinine clearance below 30",
    when: "creatinine clearance (Cockcroft-Gault) below 30 mL/min",
    output: "no risedronate, no ibandronate",
    sources: ["Labels", "Cockcroft-Gault"],
    standing: true,
    drugs: () => ["risedronate", "ibandronate"],
    holds: (r) => below(r.ask(creatinineClearance), CLEARANCE.risedronateIbandronate),
    reason: (r) => `${clearance(r)} is below 30`,
  }),
  safetyRule({
    id: "D3",
    title: "Denosumab in severe kidney disease",
    when: "eGFR below 30 or dialysis",
    output: "boxed warning: severe hypocalcemia; CKD-MBD evaluation and expert supervision first",
    sources: ["Labels"],
    standing: true,
    drugs: () => ["denosumab"],
    holds: (r) => r.ask(severeKidneyDisease),
    reason: (r) =>
      or(hasNow(r, "dialysis", "end-stage-renal-disease"), has(r, "ckd-4-5")) === true
        ? "boxed warning: dialysis or severe kidney disease"
        : "boxed warning: eGFR below 30",
  }),
];
