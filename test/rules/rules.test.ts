import { describe, expect, it } from "vitest";
import { caseToChart } from "../../src/chart/case";
import type { Chart } from "../../src/chart/chart";
import { RULES } from "../../src/rules";
import { defaultPolicy } from "../../src/rules/policy";
import { Reader } from "../../src/rules/reader";
import type { Rule } from "../../src/rules/rule";
import type { Input } from "../cases/build";
import { type Open, RULE_CASES } from "./rule-cases";

const key = (rule: Rule) => `${rule.id} ${rule.title}`;
const isOpen = (one: Input | Open): one is Open => "input" in one;

function holds(rule: Rule, one: Input | Open) {
  const { input, unseen = [], patch = {} }: Open = isOpen(one) ? one : { input: one };
  const { chart, asOf } = caseToChart(input);
  const seen: Chart = { ...chart, seen: chart.seen.filter(({ kind }) => !unseen.includes(kind)), ...patch };
  return Reader.over(seen, defaultPolicy, asOf).ask(rule.holds);
}

describe("every rule", () => {
  const conditional = RULES.filter((rule) => !rule.always);

  it("has cases, and no case is left without its rule", () => {
    expect(Object.keys(RULE_CASES).toSorted()).toEqual(conditional.map(key).toSorted());
  });

  it.each(
    conditional.map((rule) => [key(rule), rule] as const),
  )("%s holds, does not hold, stays open", (name, rule) => {
    const cases = RULE_CASES[name];
    if (!cases) throw new Error(`no cases for ${name}`);
    expect(holds(rule, cases.yes), "positive case").toBe(true);
    expect(holds(rule, cases.no), "negative case").toBe(false);
    if ("never" in cases.open) expect(cases.open.never).not.toBe("");
    else expect(holds(rule, cases.open), "unknown case").toBe("unknown");
  });

  it.each(
    RULES.map((rule) => [key(rule), rule] as const),
  )("%s names its source and is not called approved", (_, rule) => {
    expect(rule.sources.length).toBeGreaterThan(0);
    expect(["pending-clinician-review", "unconfirmed"]).toContain(rule.reviewStatus);
    expect(rule.when).not.toBe("");
    expect(rule.output).not.toBe("");
  });
});
