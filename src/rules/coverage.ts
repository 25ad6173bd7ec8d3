import { RULES } from ".";
import type { Reader } from "./reader";
import type { Truth } from "./truth";

/** How often a rule, or a clause of rules, was true, false and unknown over some charts. */
export interface Coverage {
  name: string;
  true: number;
  false: number;
  unknown: number;
}

function tally(truths: readonly { name: string; truth: Truth }[]): Coverage[] {
  const counts = new Map<string, Coverage>();
  for (const { name, truth } of truths) {
    const count = counts.get(name) ?? { name, true: 0, false: 0, unknown: 0 };
    count[`${truth}`] += 1;
    counts.set(name, count);
  }
  return [...counts.values()];
}

/** Every rule that can be false, in its order. */
export function ruleCoverage(readers: readonly Reader[]): Coverage[] {
  const conditional = RULES.filter((rule) => !rule.always);
  return tally(
    conditional.flatMap((rule) => readers.map((r) => ({ name: `${rule.id} ${rule.title}`, truth: r.ask(rule.holds) }))),
  );
}

const isTruth = (value: unknown): value is Truth => typeof value === "boolean" || value === "unknown";

/** Every clause the rules asked for: the named questions that are answered with true, false or unknown only. */
export function clauseCoverage(readers: readonly Reader[]): Coverage[] {
  for (const r of readers) for (const rule of RULES) r.ask(rule.holds);
  const answered = readers.flatMap((r) => r.answered).filter(({ name }) => name !== "" && name !== "holds");
  const others = new Set(answered.filter(({ value }) => !isTruth(value)).map(({ name }) => name));
  const clauses = answered.flatMap(({ name, value }) =>
    isTruth(value) && !others.has(name) ? [{ name, truth: value }] : [],
  );
  return tally(clauses).sort((a, b) => (a.name < b.name ? -1 : 1));
}
