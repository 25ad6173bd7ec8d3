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

interface Intolerance {
  label: string;
  drugs: readonly string[];
}

const BISPHOSPHONATES = ["alendronate", "risedronate", "ibandronate", "zoledronic acid"] as const;
const NOT_TOLERATED = /intoleran|not tolerat|allerg|adverse|side[- ]effect|dyspepsia|esophagitis|anaphyla/i;

/** Drugs an entry takes away: one oral bisphosphonate stands for all oral ones (S30), a class for its members. */
function meant(text: string): readonly string[] {
  const oral: readonly string[] = ORAL_BISPHOSPHONATES;
  const drug = drugInText(text)?.ingredient;
  if (drug !== undefined && oral.includes(drug)) return [drug, ...oral.filter((other) => other !== drug)];
  if (BONE_DRUGS.some(({ ingredient }) => ingredient === drug)) return drug === undefined ? [] : [drug];
  if (/oral bisphosphonate/i.test(text)) return oral;
  return /bisphosphonate/i.test(text) ? BISPHOSPHONATES : [];
}

/** Bone drugs on the allergy list, or said elsewhere not to be tolerated. */
const intolerances: Question<Intolerance[]> = (r) => {
  const said = (label: string) => NOT_TOLERATED.test(label) && meant(label).length > 0;
  const allergies = r.list(
    (c) => c.allergies,
    (entry) => meant(`${entry.ingredient ?? ""} ${entry.label}`).length > 0,
  );
  const problems = r.list(
    (c) => c.problems,
    ({ label, negated }) => !negated && said(label),
  );
  const stopped = r.list(
    (c) => c.medications,
    ({ label, status }) => status === "stopped" && said(label),
  );
  return [
    ...allergies.map(({ label, ingredient }) => ({ label, drugs: meant(`${ingredient ?? ""} ${label}`) })),
    ...[...problems, ...stopped].map(({ label }) => ({ label, drugs: meant(label) })),
  ];
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
    drugs: (r) => [...new Set(r.ask(intolerances).flatMap(({ drugs }) => drugs))],
    holds: (r) => {
      if (r.ask(intolerances).length > 0) return true;
      return r.seen("allergies") ? false : "unknown";
    },
    reason: (r) => `documented intolerance: ${listed(r.ask(intolerances).map(({ label }) => label))}`,
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
