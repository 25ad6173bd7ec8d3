import type { Question } from "../reader";
import { noteRule } from "../rule";
import { dentalExamDue, dentalText } from "../workup/dental";

const note = { group: "monitoring", level: "info", alert: true } as const;

/** There was one, too long ago. */
const dentalExamOld: Question<boolean> = (r) => {
  const last = r.fact("dental exam", (c) => c.lastDentalExam);
  return last !== null && last !== "none";
};

/** The dental exam before a drug, said once (S29, S50, D17). */
export const DENTAL_NOTES = [
  noteRule({
    ...note,
    group: "missing",
    level: "warning",
    id: "S29",
    title: "Dental screening first",
    when: "an antiresorptive or romosozumab about to start and no dental exam in 12 months",
    output: "dental exam before the first dose (osteonecrosis of the jaw); one message for S29, S50 and D17",
    sources: ["S29", "S50", "Labels"],
    holds: dentalExamDue,
    says: (r) => ({
      summary: r.ask(dentalExamOld)
        ? `${dentalText(r)}: renew before starting an antiresorptive`
        : `${dentalText(r)}: arrange before starting a bisphosphonate or another antiresorptive`,
    }),
  }),
  noteRule({
    ...note,
    alert: false,
    group: "missing",
    id: "S50",
    title: "Dental screening, repeated",
    when: "as S29",
    output: "said once, with S29",
    sources: ["S50"],
    holds: dentalExamDue,
    says: () => ({ summary: "Do not forget dental screening before bisphosphonates" }),
  }),
  noteRule({
    ...note,
    alert: false,
    group: "missing",
    level: "warning",
    id: "D17",
    title: "Dental exam over 12 months old",
    when: "as S29, for denosumab and romosozumab too",
    output: "said once, with S29",
    sources: ["Labels"],
    holds: dentalExamDue,
    says: () => ({ summary: "Dental exam within 12 months before an antiresorptive or romosozumab" }),
  }),
];
