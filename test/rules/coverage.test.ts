import { describe, expect, it } from "vitest";
import { caseToChart } from "../../src/chart/case";
import { clauseCoverage, ruleCoverage } from "../../src/rules/coverage";
import { defaultPolicy } from "../../src/rules/policy";
import { Reader } from "../../src/rules/reader";
import { broken, fracture, highWoman, type Input, lab, labs, prednisone, scan, woman } from "../cases/build";
import { type Open, RULE_CASES } from "./rule-cases";

/** Clauses that no chart leaves open: what the rules themselves decided, or what is there or not among the facts. */
const NEVER_UNKNOWN = [
  "boneDrugConsidered",
  "boneDrugPlanned",
  "dentalExamOld",
  "denosumabConsidered",
  "drugIndicated",
  "fractureHealing",
  "lowZ",
  "radiusCounts",
  "radiusIsLowest",
  "referred",
  "treated",
  "untreated",
  "workupApplies",
];

/** Charts for clauses that no rule case reaches on both sides. */
const MORE: (Input | Open)[] = [
  { input: woman({ problems: ["Breast cancer"] }), unseen: ["medications"] },
  highWoman({ plannedDrug: true }),
  highWoman({ labs: labs(lab("ALP", 280, "U/L")), ...broken(fracture("tibia", "2026-09-01", { trauma: "high" })) }),
  highWoman({ problems: ["Primary hyperparathyroidism"] }),
  woman({ problems: ["Mother with hip fracture"] }),
  woman({ dxa: [scan("LS", -2.4, "2026-07-14", -2.1)] }),
  woman({ labs: [...labs(lab("VITD", 12, "ng/mL")), lab("VITD", 14, "ng/mL", "2025-06-01")] }),
  woman({ labs: [...labs(lab("VITD", "<16", "ng/mL")), lab("VITD", 14, "ng/mL", "2025-06-01")] }),
  woman({ age: 38, menopause: "pre", meds: [prednisone(8)], dxa: [scan("LS", -3, "2026-07-14", -3.1)], frax: null }),
  woman({ frax: null, meds: [prednisone(10, { start: null })] }),
];

const isOpen = (one: Input | Open): one is Open => "input" in one;

function readers(): Reader[] {
  const all = Object.values(RULE_CASES).flatMap(({ yes, no, open }) => [yes, no, ...("never" in open ? [] : [open])]);
  return [...all, ...MORE].map((one) => {
    const { input, unseen = [], patch = {} }: Open = isOpen(one) ? one : { input: one };
    const { chart, asOf } = caseToChart(input);
    const seen = chart.seen.filter(({ kind }) => !unseen.includes(kind));
    return Reader.over({ ...chart, seen, ...patch }, defaultPolicy, asOf);
  });
}

describe("coverage over the rule cases", () => {
  const all = readers();

  it("sees every rule true and false", () => {
    expect(ruleCoverage(all).filter((rule) => rule.true === 0 || rule.false === 0)).toEqual([]);
  });

  it("sees every clause true, false and, where it can be, unknown", () => {
    const unseen = clauseCoverage(all).filter(
      (clause) =>
        clause.true === 0 || clause.false === 0 || (clause.unknown === 0) !== NEVER_UNKNOWN.includes(clause.name),
    );
    expect(unseen).toEqual([]);
  });
});
