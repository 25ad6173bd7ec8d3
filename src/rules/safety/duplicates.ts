import { currentBoneDrugs, plannedBoneDrugs, type Therapy } from "../facts/therapy";
import type { Question } from "../reader";
import { safetyRule } from "../rule";
import { listed } from "../words";

/** Antiresorptives that stand side by side, with what is planned: two entries of one text are one drug listed twice. */
export const duplicates: Question<Therapy[]> = (r) => {
  const all = [...r.ask(currentBoneDrugs), ...r.ask(plannedBoneDrugs)].filter(({ drug }) => drug.antiresorptive);
  const text = ({ medication }: Therapy) => medication.label.trim().toLowerCase();
  const distinct = all.filter((one, i) => !all.slice(0, i).some((other) => text(other) === text(one)));
  return distinct.length > 1 ? distinct : [];
};

export const DUPLICATE_SAFETY = [
  safetyRule({
    id: "D13",
    title: "Two antiresorptives",
    when: "two antiresorptives at once, among them Prolia with Xgeva and Reclast with Zometa",
    output: "not together",
    sources: ["Labels"],
    standing: true,
    drugs: (r) => [...new Set(r.ask(duplicates).map(({ drug }) => drug.ingredient))],
    holds: (r) => r.found(r.ask(duplicates).length > 0, "medications"),
    reason: (r) => `listed together: ${listed(r.ask(duplicates).map(({ medication }) => medication.label))}`,
  }),
];
