import { cardiovascularDisease, has } from "../facts/conditions";
import { population, sex } from "../facts/population";
import { boneDrugPlanned, currentTreatment, onClass, plannedBoneDrugs } from "../facts/therapy";
import type { Question, Reader } from "../reader";
import { noteRule } from "../rule";
import { blocked, offered } from "../therapy/choice";
import { drugIndicated } from "../therapy/considered";
import { and, or, type Truth } from "../truth";

const note = { group: "monitoring", level: "info", alert: true } as const;

const childbearing: Question<Truth> = (r) => {
  const { population: who, menopauseAssumed } = r.ask(population);
  const known = who === "unknown" || menopauseAssumed ? "unknown" : who === "z-score";
  return and(r.ask(sex) === null ? "unknown" : r.ask(sex) === "female", known);
};

/** Among the options, planned or taken. */
const meant = (r: Reader, drug: string): boolean =>
  offered(r, drug) ||
  [...r.ask(currentTreatment), ...r.ask(plannedBoneDrugs)].some((therapy) => therapy.drug.ingredient === drug);

/** Warnings about a drug that is taken or considered (D8, D12, D19, D20). */
export const DRUG_WARNING_NOTES = [
  noteRule({
    ...note,
    level: "warning",
    id: "D8",
    title: "Romosozumab and other cardiovascular disease",
    when: "romosozumab is an option, planned or taken, with cardiovascular disease other than an infarction or stroke of the last 12 months",
    output: "weigh before romosozumab",
    group: "avoid",
    sources: ["Labels"],
    holds: (r) => {
      const barred = r.ask(blocked).some(({ drug, rule }) => drug === "romosozumab" && rule.id === "D8");
      return and(!barred && meant(r, "romosozumab"), r.ask(cardiovascularDisease));
    },
    says: () => ({ summary: "Cardiovascular disease: weigh before romosozumab (boxed warning: infarction, stroke)" }),
  }),
  noteRule({
    ...note,
    level: "warning",
    id: "D12",
    title: "Childbearing potential",
    when: "premenopausal woman for whom a bone drug is considered, or pregnancy",
    output: "pregnancy test and contraception before therapy",
    group: "avoid",
    sources: ["Labels"],
    holds: (r) =>
      or(
        and(has(r, "pregnancy"), r.ask(sex) !== "male"),
        and(r.ask(childbearing), r.ask(drugIndicated) || r.ask(boneDrugPlanned) || r.ask(currentTreatment).length > 0),
      ),
    says: () => ({ summary: "Childbearing potential: pregnancy test and contraception before therapy" }),
  }),
  noteRule({
    ...note,
    level: "warning",
    id: "D19",
    title: "Thigh or groin pain",
    when: "thigh or groin pain on a bisphosphonate, denosumab or romosozumab",
    output: "image the femur (atypical fracture)",
    sources: ["Labels"],
    holds: (r) => {
      const risky = onClass(r, "bisphosphonate", "denosumab", "romosozumab").length > 0;
      return and(has(r, "thigh-or-groin-pain"), r.found(risky, "medications"));
    },
    says: () => ({ summary: "Thigh or groin pain on this drug: image the femur (atypical fracture)" }),
  }),
  noteRule({
    ...note,
    level: "warning",
    id: "D20",
    title: "Atelvia with acid suppression",
    when: "Atelvia with a proton-pump inhibitor or H2 blocker",
    output: "not together: delayed-release risedronate needs acid",
    sources: ["Labels"],
    holds: (r) => {
      const atelvia = r.list(
        (c) => c.medications,
        (m) => m.ingredient === "risedronate" && /atelvia/i.test(m.label) && m.status !== "stopped" && m.stop === null,
      ).length;
      return and(
        r.found(atelvia > 0, "medications"),
        r.found(onClass(r, "ppi", "h2-blocker").length > 0, "medications"),
      );
    },
    says: () => ({ summary: "Atelvia with a proton-pump inhibitor or H2 blocker: not together" }),
  }),
];
