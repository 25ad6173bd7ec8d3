import { caseToChart } from "../../src/chart/case";
import type { Chart, ListKind } from "../../src/chart/chart";
import { defaultPolicy, type Policy } from "../../src/rules/policy";
import { type Question, Reader } from "../../src/rules/reader";
import type { Input } from "../cases/build";

export interface Of {
  input: Input;
  patch?: Partial<Chart>;
  /** Lists that were not on screen. */
  unseen?: ListKind[];
  policy?: Policy;
}

/** A reader over the chart of a case. */
export function reading({ input, patch = {}, unseen = [], policy = defaultPolicy }: Of): Reader {
  const { chart, asOf } = caseToChart(input);
  const seen = chart.seen.filter(({ kind }) => !unseen.includes(kind));
  return Reader.over({ ...chart, seen, ...patch }, policy, asOf);
}

export const ask = <T>(question: Question<T>, input: Input, patch?: Partial<Chart>): T =>
  reading({ input, ...(patch ? { patch } : {}) }).ask(question);

/** What was wanted and not there: "FRAX: stale (still valid)". */
export function gaps(question: Question<unknown>, of: Of): string[] {
  const r = reading(of);
  r.ask(question);
  return r.read.gaps.map(({ what, why, assumed }) => `${what}: ${why}${assumed === null ? "" : ` (${assumed})`}`);
}
