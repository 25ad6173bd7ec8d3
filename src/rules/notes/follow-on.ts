import { addMonths, latest } from "../../chart/calendar";
import type { Medication } from "../../chart/chart";
import { anabolicFinished, denosumab, denosumabStopped, monthsSince } from "../facts/therapy";
import { noteRule } from "../rule";
import { onOrBefore } from "../when";
import { onDate } from "../words";

const note = { group: "monitoring", level: "info", alert: true } as const;

/** Denosumab is due every 6 months; rebound fractures from 7 on (D14). */
const DENOSUMAB = { due: 6, red: 7 } as const;

function lastDose(m: Medication | null): string | null {
  return m?.lastGiven ?? null;
}

/** Drugs that must not simply end: denosumab and the anabolics (D14 to D16). */
export const FOLLOW_ON_NOTES = [
  noteRule({
    ...note,
    level: "warning",
    id: "D14",
    title: "Denosumab due or overdue",
    when: "on denosumab, 6 months or more since the last dose",
    output: "due from 6 months, urgent beyond 7: rebound vertebral fractures",
    sources: ["ECTS", "Joint 2020", "Labels"],
    holds: (r) => {
      const drug = r.ask(denosumab);
      if (drug === null) return r.found(false, "medications");
      const last = lastDose(drug);
      if (last === null) r.notFound("date of the last denosumab dose", ["medications"]);
      return onOrBefore(last, addMonths(r.today, -DENOSUMAB.due));
    },
    says: (r) => {
      const last = lastDose(r.ask(denosumab));
      const red = last !== null && addMonths(latest(last), DENOSUMAB.red) < r.today;
      return {
        summary: `Denosumab: last dose ${last} (${monthsSince(r, last) ?? "?"} months), due every 6${red ? "; overdue: rebound fractures beyond 7, consider dose or bridge now" : ""}`,
        level: red ? "critical" : "warning",
      };
    },
  }),
  noteRule({
    ...note,
    level: "critical",
    id: "D15",
    title: "Denosumab stopped",
    when: "denosumab stopped with no antiresorptive after it",
    output: "never just stop: another antiresorptive about 6 months after the last dose",
    sources: ["ECTS", "Labels"],
    holds: (r) => r.found(r.ask(denosumabStopped) !== null, "medications"),
    says: (r) => {
      const drug = r.ask(denosumabStopped);
      const last = drug?.lastGiven ?? drug?.stop ?? null;
      return {
        summary: `Denosumab stopped${onDate(last)} with nothing after it: another antiresorptive about 6 months after the last dose`,
      };
    },
  }),
  noteRule({
    ...note,
    level: "critical",
    id: "D16",
    title: "Anabolic course over",
    when: "teriparatide, abaloparatide or romosozumab finished, or beyond its longest course (PTH analogues together 2 years), with no antiresorptive",
    output: "an antiresorptive follows",
    sources: ["Labels"],
    holds: (r) => r.found(r.ask(anabolicFinished) !== null, "medications"),
    says: (r) => {
      const end = r.ask(anabolicFinished);
      const how = end?.stopped ? `finished${onDate(end.medication.stop)}` : "is beyond its longest course";
      return {
        summary: `${end?.medication.ingredient ?? "Anabolic"} ${how} with nothing to follow: consider an antiresorptive now`,
      };
    },
  }),
];
