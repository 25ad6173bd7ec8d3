import type { Distance } from "./assessment";
import { lowestT, T_OSTEOPOROSIS } from "./facts/bmd";
import { frax } from "./facts/frax";
import { longDose } from "./facts/steroids";
import { SOURCE_THRESHOLD } from "./facts/threshold";
import { boundOf } from "./frax-text";
import { atLeast, isAbove, isAtMost } from "./range";
import type { Question } from "./reader";
import { nearness } from "./words";

/** How far each figure is from the threshold that decides on it. */
export const distances: Question<Distance[]> = (r) => {
  const read = r.ask(frax);
  const { used, raw, rounding } = read;
  const found: Distance[] = [];
  const held = (what: "hip" | "mof", threshold: number) => {
    const value = used?.[what];
    if (value === null || value === undefined) return;
    const met = atLeast(read[what], threshold);
    // "<25 %" may be above 20 % or below.
    if (met === "unknown") return;
    found.push({
      what: what === "hip" ? "FRAX hip" : "FRAX MOF",
      value: { value, unit: "%" },
      threshold: { value: threshold, unit: "%" },
      met,
      // A bound may stand anywhere beyond its figure.
      note: boundOf(read, what) === null ? nearness(value, threshold, rounding[what]) : null,
      evidence: raw === null ? [] : [raw.evidence],
    });
  };
  held("hip", SOURCE_THRESHOLD.hip);
  held("mof", SOURCE_THRESHOLD.mof);
  const lowest = r.ask(lowestT);
  if (lowest) {
    const met = isAtMost(lowest.t, T_OSTEOPOROSIS);
    const note = nearness(-lowest.t, -T_OSTEOPOROSIS);
    found.push({
      what: `T-score ${lowest.scan.site}`,
      value: { value: lowest.t, unit: "SD" },
      threshold: { value: T_OSTEOPOROSIS, unit: "SD" },
      met,
      note: note === "just below" ? "just above" : note,
      evidence: [lowest.scan.evidence],
    });
  }
  const own = r.fresh();
  const dose = own.ask(longDose);
  const limit = r.policy.steroidHighDoseMg;
  if (dose && dose.low === dose.high && dose.low > 0) {
    const met = isAbove(dose.low, limit);
    found.push({
      what: "prednisone equivalent",
      value: { value: dose.low, unit: "mg/day" },
      threshold: { value: limit, unit: "mg/day" },
      met,
      note: nearness(dose.low, limit),
      evidence: own.evidence,
    });
  }
  return found;
};
