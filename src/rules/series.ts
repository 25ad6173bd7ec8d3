import { earliest } from "../chart/calendar";
import type { PartialDate } from "../chart/evidence";
import type { Series } from "./assessment";
import { inRange } from "./facts/bmd";
import { isResult } from "./facts/labs";
import type { Question } from "./reader";

const SITES = ["LS", "FN", "TH", "R33"] as const;

/** Oldest first, and each once: a report quotes the exam that has a report of its own. */
function inOrder<P extends { date: PartialDate }>(points: P[], value: (point: P) => number): P[] {
  const each = new Map(points.toReversed().map((point) => [`${point.date} ${value(point)}`, point]));
  return [...each.values()].sort((a, b) => earliest(a.date).localeCompare(earliest(b.date)));
}

/** T-scores per site and vitamin D over time, as the chart dates them. */
export const series: Question<Series> = (r) => {
  const tScores = SITES.map((site) => {
    const scans = r.list(
      (c) => c.dxa,
      (b) => b.site === site && inRange(b.t),
    );
    const points = scans.flatMap(({ date, t, evidence }) =>
      date === null || t === null ? [] : [{ date, t, evidence }],
    );
    return { site, points: inOrder(points, ({ t }) => t) };
  });
  const results = r.list(
    (c) => c.labs,
    (lab) => lab.analyte === "VITD" && isResult(lab),
  );
  const vitaminD = results.flatMap(({ date, result, evidence }): Series["vitaminD"] => {
    if (date === null || result.kind === "text" || result.canonical === null) return [];
    return [{ date, value: result.canonical.value, unit: "ng/mL", comparator: result.comparator, evidence }];
  });
  return {
    tScores: tScores.filter(({ points }) => points.length > 0),
    vitaminD: inOrder(vitaminD, ({ value }) => value),
  };
};
