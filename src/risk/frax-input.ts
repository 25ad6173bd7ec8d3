import type { ListKind } from "../chart/chart";
import type { Evidence } from "../chart/evidence";
import type { Fact } from "../chart/fact";

/** The twelve inputs of the official calculator, in the order of its page (RISK.md 1.1). */
export const FRAX_FIELDS = [
  "age",
  "sex",
  "weight",
  "height",
  "previousFracture",
  "parentHip",
  "smoking",
  "glucocorticoids",
  "rheumatoidArthritis",
  "secondaryOsteoporosis",
  "alcohol",
  "bmd",
] as const;
export type FraxField = (typeof FRAX_FIELDS)[number];

/** One input as the chart gives it. What is not found is never taken as "no". */
export type FraxInput =
  /** `value` is what the calculator takes ("yes", "no", "female", "67"); "no" only where the chart says so. */
  | { state: "found"; value: string; text: string; notes: string[]; evidence: Evidence[] }
  /** `why` says what the chart has instead, if anything; `look`: lists that could hold it. */
  | { state: "not-found"; why: string | null; look: ListKind[]; evidence: Evidence[] }
  /** It was found, and the calculator does not take it. */
  | { state: "unusable"; text: string; why: string; evidence: Evidence[] };

export const found = (value: string, text: string, evidence: Evidence[], notes: string[] = []): FraxInput => ({
  state: "found",
  value,
  text,
  notes,
  evidence,
});
export const notFound = (look: ListKind[], why: string | null = null, evidence: Evidence[] = []): FraxInput => ({
  state: "not-found",
  why,
  look,
  evidence,
});

const statements = (fact: Fact<unknown>): Evidence[] =>
  fact.state === "known"
    ? fact.evidence
    : fact.state === "conflicting"
      ? fact.values.flatMap(({ evidence }) => evidence)
      : [];

/** A fact that is not known, in the words of the list of inputs. */
export function unsettled(fact: Fact<unknown>, look: ListKind[]): FraxInput {
  const conflict =
    fact.state === "conflicting" ? `the chart says ${fact.values.map(({ value }) => value).join(" and ")}` : null;
  return notFound(look, conflict, statements(fact));
}
