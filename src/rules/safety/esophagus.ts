import { has, hasNow } from "../facts/conditions";
import { safetyRule } from "../rule";
import { or } from "../truth";

export const ORAL_BISPHOSPHONATES = ["alendronate", "risedronate", "ibandronate"] as const;

export const ESOPHAGUS_SAFETY = [
  safetyRule({
    id: "D6",
    title: "Esophagus or posture",
    when: "a disorder of the esophagus that delays emptying, or the patient cannot stay upright",
    output: "no oral bisphosphonate",
    sources: ["Labels"],
    standing: true,
    drugs: () => ORAL_BISPHOSPHONATES,
    holds: (r) => or(has(r, "esophageal-disorder"), hasNow(r, "cannot-stay-upright")),
    reason: (r) =>
      has(r, "esophageal-disorder") === true ? "esophageal disorder" : "cannot stay upright after the dose",
  }),
  safetyRule({
    id: "D6",
    title: "Gastric bypass",
    when: "gastric bypass",
    output: "no oral bisphosphonate",
    sources: ["Product"],
    unconfirmed: true,
    standing: true,
    drugs: () => ORAL_BISPHOSPHONATES,
    holds: (r) => has(r, "gastric-bypass"),
    reason: () => "gastric bypass",
  }),
  safetyRule({
    id: "D6v",
    title: "Esophageal varices",
    when: "esophageal varices",
    output: "caution with oral bisphosphonates; IV preferred",
    sources: ["Liver review"],
    standing: true,
    drugs: () => ORAL_BISPHOSPHONATES,
    holds: (r) => has(r, "esophageal-varices"),
    reason: () => "esophageal varices: caution, IV preferred",
  }),
];
