import type { Allergy } from "../../chart/chart";
import { BONE_DRUGS } from "../../terminology/bone-drugs";
import { drugInText } from "../../terminology/drugs";
import { chronicLiverDisease, hasNow } from "../facts/conditions";
import { sex } from "../facts/population";
import { onClass } from "../facts/therapy";
import type { Question } from "../reader";
import { safetyRule } from "../rule";
import { and, type Truth } from "../truth";
import { listed } from "../words";
import { ORAL_BISPHOSPHONATES } from "./esophagus";

const isMan: Question<Truth> = (r) => {
  const who = r.ask(sex);
  return who === null ? "unknown" : who === "male";
};

/** Bone drugs on the allergy and intolerance list. */
const intolerances: Question<{ entry: Allergy; drug: string }[]> = (r) => {
  const named = (entry: Allergy) => drugInText(`${entry.ingredient ?? ""} ${entry.label}`)?.ingredient;
  const isBone = (ingredient: string | undefined) => BONE_DRUGS.some((drug) => drug.ingredient === ingredient);
  return r
    .list(
      (c) => c.allergies,
      (entry) => isBone(named(entry)),
    )
    .map((entry) => ({ entry, drug: named(entry) ?? "" }));
};

export const PERSON_SAFETY = [
  safetyRule({
    id: "M-RALOX",
    title: "Raloxifene in men",
    when: "man",
    output: "raloxifene is not indicated",
    sources: ["Labels"],
    standing: false,
    drugs: () => ["raloxifene"],
    holds: (r) => r.ask(isMan),
    reason: () => "not indicated in men",
  }),
  safetyRule({
    id: "M-ROMO",
    title: "Romosozumab in men",
    when: "man",
    output: "romosozumab is not indicated",
    sources: ["Labels"],
    standing: false,
    drugs: () => ["romosozumab"],
    holds: (r) => r.ask(isMan),
    reason: () => "not indicated in men",
  }),
  safetyRule({
    id: "S30",
    title: "Intolerance",
    when: "a bone drug on the allergy or intolerance list; one oral bisphosphonate counts for all oral ones",
    output: "the alternatives in the source's order",
    sources: ["S30"],
    standing: true,
    drugs: (r) =>
      r.ask(intolerances).flatMap(({ drug }) => {
        const oral: readonly string[] = ORAL_BISPHOSPHONATES;
        return oral.includes(drug) ? [drug, ...oral.filter((other) => other !== drug)] : [drug];
      }),
    holds: (r) => {
      if (r.ask(intolerances).length > 0) return true;
      return r.seen("allergies") ? false : "unknown";
    },
    reason: (r) => `documented intolerance: ${listed(r.ask(intolerances).map(({ entry }) => entry.label))}`,
  }),
  safetyRule({
    id: "D12",
    title: "Pregnancy",
    when: "pregnant",
    output: "denosumab and raloxifene are contraindicated; caution with bisphosphonates",
    sources: ["Labels"],
    standing: true,
    drugs: () => ["denosumab", "raloxifene"],
    holds: (r) => and(hasNow(r, "pregnancy"), r.ask(sex) !== "male"),
    reason: () => "pregnancy",
  }),
  safetyRule({
    id: "S42",
    title: "Anabolic steroid in liver disease",
    when: "chronic liver disease and an anabolic steroid on the medication list",
    output: "avoid anabolic steroids; bone anabolics such as teriparatide are another class and stay",
    sources: ["S42"],
    standing: true,
    drugs: (r) => onClass(r, "anabolic-steroid").map((m) => m.ingredient),
    holds: (r) => and(r.ask(chronicLiverDisease), onClass(r, "anabolic-steroid").length > 0),
    reason: () => "chronic liver disease: avoid anabolic steroids",
  }),
];
