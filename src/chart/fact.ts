import type { Evidence } from "./evidence";

/**
 * A single-valued statement about the patient. Unknown is never "no":
 * a rule has to ask which of the three states holds before it can use a value.
 */
export type Fact<T> =
  | { state: "known"; value: T; evidence: Evidence[] }
  | { state: "unknown" }
  | { state: "conflicting"; values: { value: T; evidence: Evidence[] }[] };

export const unknown: Fact<never> = { state: "unknown" };

export function known<T>(value: T, ...evidence: Evidence[]): Fact<T> {
  return { state: "known", value, evidence };
}
