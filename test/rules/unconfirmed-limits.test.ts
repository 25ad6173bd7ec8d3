import { expect, test } from "vitest";
import { caseToChart } from "../../src/chart/case";
import { assess } from "../../src/rules";
import { defaultPolicy } from "../../src/rules/policy";

const AS_OF = "2026-06-01";

/** A woman over the hip threshold, with an alkaline phosphatase; the laboratory's range is added where a page shows one. */
function findingsWith(alp: number, high: number | null) {
  const { chart } = caseToChart({
    asOf: AS_OF,
    age: 70,
    sex: "F",
    menopause: "post",
    dxa: [{ site: "FN", t: -2.2, z: null, date: "2026-03-01" }],
    fractureHistory: "documented-none",
    fractures: [],
    frax: { mof: 15, hip: 3.6, withBMD: true, date: "2026-03-02", country: "US" },
    labs: [{ key: "ALP", name: "Alkaline phosphatase", loinc: null, value: alp, unit: "U/L", date: "2026-04-01" }],
    meds: [],
    problems: [],
    lastDentalExam: "2026-02-01",
  });
  const labs = chart.labs.map((lab) => ({ ...lab, range: high === null ? null : { low: 40, high } }));
  return assess({ ...chart, labs }, defaultPolicy, AS_OF).findings.filter(({ rule }) => rule === "D9");
}

test("a statement that rests on a limit no source confirms says so", () => {
  const findings = findingsWith(190, null);
  expect(findings.length).toBeGreaterThan(0);
  for (const { reviewStatus, gaps } of findings) {
    expect(reviewStatus).toBe("unconfirmed");
    expect(gaps).toContainEqual(expect.objectContaining({ why: "unconfirmed" }));
  }
});

test("a statement that rests on the laboratory's own range does not", () => {
  const findings = findingsWith(190, 129);
  expect(findings.length).toBeGreaterThan(0);
  for (const { gaps } of findings) expect(gaps.map(({ why }) => why)).not.toContain("unconfirmed");
  expect(findingsWith(190, 200)).toEqual([]);
});
