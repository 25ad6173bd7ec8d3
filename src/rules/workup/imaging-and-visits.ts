import { bmdCategory, newestCentralScan, scannedWithin } from "../facts/bmd";
import { frax, fraxAge } from "../facts/frax";
import { longSteroid } from "../facts/steroids";
import { onCancerHormoneTherapy } from "../facts/therapy";
import type { Question } from "../reader";
import { workupRule } from "../rule";
import { placement } from "../tier/placement";
import { and, not, or } from "../truth";
import { dentalExamDue, dentalText } from "./dental";
import { dxaIndications } from "./dxa-indications";

/** 24 months, 12 on glucocorticoid, aromatase inhibitor or androgen deprivation (X9b). */
export const dxaInterval: Question<number> = (r) =>
  or(r.ask(longSteroid), r.ask(onCancerHormoneTherapy)) === true ? r.policy.dxaMonthsOnHarm : r.policy.dxaMonths;

const FRAX_BY = "FRAX is needed where neither a fracture, a T-score nor a dose decides";

export const VISIT_RULES = [
  workupRule({
    id: "W-DXA",
    code: "DXA",
    label: "DXA of hip and spine",
    title: "DXA missing or due",
    when: "no valid scan of hip or spine, or the last is 24 months old (12 on glucocorticoid, aromatase inhibitor or androgen deprivation)",
    output: "DXA is missing or due",
    sources: ["S43", "USPSTF 2025", "ISCD 2023"],
    triggered: false,
    lookBackMonths: dxaInterval,
    holds: (r) => not(scannedWithin(r, r.ask(dxaInterval))),
    reason: (r) => {
      const last = r.ask(newestCentralScan);
      if (last) return `DXA: the last scan of hip or spine is of ${last.date ?? "unknown date"}`;
      const none = r.seen("dxa", "notes")
        ? "DXA: no valid scan of hip or spine found"
        : "DXA: reports have not been on screen";
      const because = r.ask(dxaIndications);
      return because.length > 0 ? `${none}; indicated because: ${because.join("; ")}` : none;
    },
  }),
  workupRule({
    id: "W-FRAX",
    code: "FRAX",
    label: "FRAX",
    title: "FRAX missing or outdated",
    when: "osteopenia or long glucocorticoid, age 40 to 90, and no usable FRAX of the last 24 months, unless the tier is high without it",
    output: FRAX_BY,
    sources: ["S5", "S8"],
    triggered: false,
    lookBackMonths: (r) => r.policy.fraxMonths,
    holds: (r) => {
      const { fired, firm } = r.ask(placement);
      const { used, stale } = r.ask(frax);
      const needed = or(r.ask(bmdCategory) === "osteopenia", r.ask(longSteroid));
      const lacking = used === null || stale === true || fired.some((rule) => rule.id === "T-I1");
      return and(r.ask(fraxAge), needed, lacking, !firm);
    },
    reason: (r) => {
      const { raw, refused, used } = r.ask(frax);
      if (raw === null) return r.seen("dxa", "notes") ? "FRAX: none found" : "FRAX: reports have not been on screen";
      if (refused === "fracture-since") return `FRAX of ${raw.date} is older than a fracture`;
      if (refused === "steroid-since") return `FRAX of ${raw.date} is older than the glucocorticoid`;
      if (refused === "uk-model") return "FRAX is of the UK model: 20 % and 3 % are US thresholds";
      if (refused === "contradicting") return "FRAX: two results of one day differ";
      return used?.mof === null || used?.hip === null
        ? "FRAX: one of the two figures is missing"
        : `FRAX of ${raw.date} is over 24 months old`;
    },
  }),
  workupRule({
    id: "W-DENTAL",
    code: "DENTAL",
    label: "Dental exam",
    title: "Dental exam missing",
    when: "an antiresorptive or romosozumab about to start and no dental exam in 12 months",
    output: "dental exam first",
    sources: ["S29", "S50", "Labels"],
    triggered: false,
    lookBackMonths: (r) => r.policy.dentalMonths,
    holds: dentalExamDue,
    reason: (r) => `${dentalText(r)}: arrange before an antiresorptive or romosozumab`,
  }),
];
