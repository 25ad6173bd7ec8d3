import { addMonths } from "../../chart/calendar";
import { monthsSince } from "../facts/therapy";
import type { Question, Reader } from "../reader";
import { and, not, type Truth } from "../truth";
import { onOrAfter } from "../when";
import { boneDrugConsidered } from "./gate";

/** A dental exam on file within 12 months; whether none was found or none was looked for is a gap. */
export const dentalExam: Question<Truth> = (r) => {
  const last = r.fact("dental exam", (c) => c.lastDentalExam);
  if (last === null) {
    r.notFound("dental exam", ["dental"]);
    return false;
  }
  return last === "none" ? false : onOrAfter(last, addMonths(r.today, -r.policy.dentalMonths));
};

/** An antiresorptive or romosozumab is about to start without it (S29, D17). */
export const dentalExamDue: Question<Truth> = (r) => and(r.ask(boneDrugConsidered), not(r.ask(dentalExam)));

/** What the chart shows of it: an old exam, a list or a statement without one, or nothing that was on screen. */
export function dentalText(r: Reader): string {
  const last = r.fact("dental exam", (c) => c.lastDentalExam);
  if (last === null && !r.seenWhole("dental")) return "No dental exam seen yet";
  if (last === null || last === "none") return `No dental exam on file in ${r.policy.dentalMonths} months`;
  const months = monthsSince(r, last);
  return `Dental exam is ${months === null ? `of ${last}` : `${months} months old`}`;
}
