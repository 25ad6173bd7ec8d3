import type { Analyte } from "../../chart/chart";
import type { PartialDate } from "../../chart/evidence";
import { isResult, isWithin, labsOf, level } from "../facts/labs";
import { sex } from "../facts/population";
import type { Question, Reader } from "../reader";
import { workupRule } from "../rule";
import { and, not, or, type Truth } from "../truth";
import { workupApplies } from "./gate";

/** Read out in words or without a unit: that they were done is all that is asked of them. */
const READ_IN_WORDS: readonly Analyte[] = ["SPEP", "FLC"];

/** The newest usable result of a test, of whatever age. */
function lastDone(r: Reader, analyte: Analyte): { date: PartialDate | null } | null {
  if (READ_IN_WORDS.includes(analyte)) return labsOf(r, analyte).find(isResult) ?? null;
  return level(r, analyte);
}

/** A usable result of one of these in the look-back; pending, cancelled and unreadable ones are none. */
export function onFile(r: Reader, analytes: readonly Analyte[], months = r.policy.labMonths): Truth {
  return or(
    ...analytes.map((analyte) => {
      const found = lastDone(r, analyte);
      if (!found) return false;
      // Without a date it may be recent: then it is not called missing.
      return found.date === null ? true : isWithin(r, found.date, months) !== false;
    }),
  );
}

/** Why an item is not there: the rule of TRUST and DESIGN that only what was looked at may be called missing. */
export function whyMissing(r: Reader, analytes: readonly Analyte[]): string {
  if (!r.seen("labs")) return "laboratory results have not been on screen";
  const [newest] = labsOf(r, ...analytes);
  if (!newest)
    return r.seenWhole("labs")
      ? `no result found in ${r.policy.labMonths} months`
      : "laboratory results have been on screen only in part";
  if (newest.status === "pending") return "ordered, no final result yet";
  if (analytes.every((analyte) => lastDone(r, analyte) === null)) return "there is a result that cannot be read";
  return newest.date === null ? "the last has no date" : `the last is of ${newest.date}`;
}

interface Item {
  code: string;
  label: string;
  analytes: readonly Analyte[];
  applies?: Question<Truth>;
  only?: string;
}

/** CLINICAL.md section 3, the list for everyone with low bone density or before a bone drug. */
export const EVERYONE_LIST: readonly Item[] = [
  { code: "VITD", label: "25-OH vitamin D", analytes: ["VITD"] },
  { code: "CA", label: "Calcium", analytes: ["CA", "CA_CORR", "CA_ION"] },
  { code: "ALB", label: "Albumin", analytes: ["ALB"] },
  { code: "PHOS", label: "Phosphate", analytes: ["PHOS"] },
  { code: "ALP", label: "Alkaline phosphatase", analytes: ["ALP"] },
  { code: "CREAT", label: "Creatinine", analytes: ["CREAT"] },
  { code: "LFT", label: "Liver tests", analytes: ["ALT", "AST", "GGT", "BILI"] },
  { code: "CBC", label: "Blood count", analytes: ["HGB"] },
  { code: "TSH", label: "TSH", analytes: ["TSH"] },
  {
    code: "TESTO",
    label: "Testosterone",
    analytes: ["TESTO"],
    only: "in men ",
    applies: (r) => {
      const who = r.ask(sex);
      return who === null ? "unknown" : who === "male";
    },
  },
];

export const EVERYONE_RULES = EVERYONE_LIST.map(({ code, label, analytes, applies, only }) =>
  workupRule({
    id: `W-${code}`,
    code,
    label,
    title: `${label} missing`,
    when: `low bone density or before a bone drug, ${only ?? ""}and no usable result in 12 months`,
    output: "this part of the work-up is missing",
    sources: ["Workup", "Joint 2020", "Product"],
    triggered: false,
    lookBackMonths: (r) => r.policy.labMonths,
    holds: (r) => and(r.ask(workupApplies), applies ? r.ask(applies) : true, not(onFile(r, analytes))),
    reason: (r) => `${label}: ${whyMissing(r, analytes)}`,
  }),
);
