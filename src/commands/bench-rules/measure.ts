import { readFileSync } from "node:fs";
import { performance } from "node:perf_hooks";
import { caseToChart } from "../../chart/case";
import type { Chart } from "../../chart/chart";
import { assess } from "../../rules";
import { defaultPolicy } from "../../rules/policy";

interface Case {
  input: unknown;
}

/** Median time of one call, ms, after warming up. */
function median(run: () => void, times: number): number {
  for (let i = 0; i < Math.min(times, 200); i++) run();
  const taken = Array.from({ length: times }, () => {
    const from = performance.now();
    run();
    return performance.now() - from;
  }).toSorted((a, b) => a - b);
  return taken[Math.floor(times / 2)] ?? 0;
}

/** The chart with its laboratory results repeated, a day further back each time, up to so many facts. */
function grown(chart: Chart, facts: number): Chart {
  const back = (days: number) => new Date(Date.UTC(2026, 9, 1) - days * 86_400_000).toISOString().slice(0, 10);
  const labs = Array.from({ length: facts }, (_, i) => {
    const lab = chart.labs[i % chart.labs.length];
    return lab ? [{ ...lab, date: back(i) }] : [];
  }).flat();
  return { ...chart, labs };
}

/** Prints cases a second over all cases of the files, and how one case grows with 10, 100 and 1,000 facts. */
function report(files: readonly string[]): void {
  const cases = files.flatMap((file) => JSON.parse(readFileSync(file, "utf8")) as Case[]);
  if (cases.length === 0) throw new Error("there is no case in these files");
  const charts = cases.map(({ input }) => caseToChart(input));
  const all = median(() => {
    for (const { chart, asOf } of charts) assess(chart, defaultPolicy, asOf);
  }, 50);
  const perCase = all / charts.length;
  console.log(`${charts.length} cases: ${perCase.toFixed(3)} ms a case, ${Math.round(1000 / perCase)} cases a second`);
  const [first] = charts;
  for (const facts of [10, 100, 1000]) {
    if (!first) continue;
    const chart = grown(first.chart, facts);
    console.log(`${facts} facts: ${median(() => void assess(chart, defaultPolicy, first.asOf), 200).toFixed(3)} ms`);
  }
}

report(process.argv.slice(2));
