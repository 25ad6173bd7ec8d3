import { describe, expect, it } from "vitest";
import { caseToChart } from "../../src/chart/case";
import type { Chart, LabResult } from "../../src/chart/chart";
import type { Evidence } from "../../src/chart/evidence";
import { known } from "../../src/chart/fact";
import { applyTyped, entriesAt, impossible, readEntry } from "../../src/chart/typed";
import type { TypedFact, Typing } from "../../src/chart/typed-fact";

const TODAY = "2026-11-23";

const onPage = (text: string, ref = 1): Evidence => ({
  from: "page",
  place: { frame: 0, ref },
  text,
  seenAt: "2026-11-23T08:00:00.000Z",
});

function vitaminD(value: number, date: string | null, evidence: Evidence): LabResult {
  return {
    analyte: "VITD",
    label: "Vitamin D, 25-OH",
    loinc: null,
    result: { kind: "number", comparator: null, value, unit: "ng/mL", canonical: { value, unit: "ng/mL" } },
    range: null,
    flag: null,
    status: "final",
    date,
    evidence,
  };
}

/** A chart that was read from pages, with nothing in it but what the test gives. */
function chartWith(patch: Partial<Chart>): Chart {
  return { ...caseToChart({ asOf: TODAY }).chart, seen: [], ...patch };
}

let count = 0;
function typed(says: Typing, about = "typed"): TypedFact {
  count += 1;
  return { id: `t${count}`, typedAt: "2026-11-23T09:00:00.000Z", about, says };
}
const values = (input: Record<string, unknown>, about?: string) => typed({ kind: "values", input }, about);
const apply = (chart: Chart, ...facts: TypedFact[]) => applyTyped(chart, facts, TODAY);
const texts = (all: Evidence[]) => all.map(({ text }) => text);

describe("typed values", () => {
  it("replace a single fact, look typed, and give back what the chart says", () => {
    const read = onPage("Menopause: premenopausal");
    const { chart, shown } = apply(
      chartWith({ menopause: known("pre" as const, read) }),
      values({ menopause: "post" }, "Menopause: after"),
    );
    expect(chart.menopause).toMatchObject({ state: "known", value: "post" });
    expect(chart.menopause.state === "known" && chart.menopause.evidence).toEqual([
      { from: "typed", field: shown[0]?.id, text: "Menopause: after", typedAt: "2026-11-23T09:00:00.000Z" },
    ]);
    expect(shown[0]?.instead).toEqual([read]);
  });

  it("settle a conflict", () => {
    const { chart, shown } = apply(
      chartWith({
        smoking: {
          state: "conflicting",
          values: [
            { value: "never", evidence: [onPage("Never smoker")] },
            { value: "current", evidence: [onPage("Smokes daily")] },
          ],
        },
      }),
      values({ smoking: "former" }),
    );
    expect(chart.smoking).toMatchObject({ state: "known", value: "former" });
    expect(texts(shown[0]?.instead ?? [])).toEqual(["Never smoker", "Smokes daily"]);
  });

  it("are added to a list, beside results of other days", () => {
    const old = vitaminD(17.4, "2026-03-02", onPage("17.4"));
    const { chart, shown } = apply(
      chartWith({ labs: [old] }),
      values({ labs: [{ key: "VITD", name: "25-OH vitamin D", value: 31, unit: "ng/mL", date: "2026-11-20" }] }),
    );
    expect(chart.labs.map(({ date }) => date)).toEqual(["2026-03-02", "2026-11-20"]);
    expect(shown[0]?.instead).toEqual([]);
  });

  it("stand instead of the chart's result of the same test and day", () => {
    const read = onPage("Vitamin D 174 ng/mL");
    const { chart, shown } = apply(
      chartWith({ labs: [vitaminD(174, "2026-03-02", read)] }),
      values({ labs: [{ key: "VITD", name: "25-OH vitamin D", value: 17.4, unit: "ng/mL", date: "2026-03-02" }] }),
    );
    expect(chart.labs.map(({ result }) => (result.kind === "number" ? result.value : null))).toEqual([17.4]);
    expect(shown[0]?.instead).toEqual([read]);
  });

  it("of a drug stand instead of the chart's order of it, but not of a course that has ended", () => {
    const chart = caseToChart({
      asOf: TODAY,
      meds: [
        { text: "prednisone 5 mg daily", ingredient: "prednisone", doseMg: 5, route: "oral" },
        {
          text: "prednisone 20 mg",
          ingredient: "prednisone",
          doseMg: 20,
          route: "oral",
          start: "2020-01",
          stop: "2020-02",
        },
      ],
    }).chart;
    const applied = apply(
      chart,
      values({ meds: [{ text: "prednisone 10 mg daily", ingredient: "prednisone", doseMg: 10, route: "oral" }] }),
    ).chart.medications;
    expect(applied.map(({ status, dosePerDayMg }) => [status, dosePerDayMg])).toEqual([
      ["stopped", 20],
      ["active", 10],
    ]);
  });

  it("of weight or height take away a body mass index that was read", () => {
    const { chart } = apply(chartWith({ bmi: known(31, onPage("BMI 31")) }), values({ weightKg: 54 }));
    expect(chart.bmi.state).toBe("unknown");
    expect(chart.weightKg).toMatchObject({ state: "known", value: 54 });
  });

  it("of age and sex never overrule the banner", () => {
    const chart = chartWith({ patient: { ...chartWith({}).patient, age: known(68, onPage("68 y")) } });
    const { patient } = apply(chart, values({ age: 40, sex: "F" })).chart;
    expect(patient.age).toMatchObject({ value: 68 });
    expect(patient.sex).toMatchObject({ value: "female" });
  });

  it("never make a list count as seen", () => {
    const { chart } = apply(chartWith({}), values({ labs: [{ key: "TSH", name: "TSH", value: 2, unit: "mIU/L" }] }));
    expect(chart.seen).toEqual([]);
  });

  it("take facts that a case has no field for", () => {
    const { chart } = apply(chartWith({}), values({ fallsLastYear: 2, parentHipFracture: true, heightLossCm: 5 }));
    expect(chart.fallsLastYear).toMatchObject({ value: 2 });
    expect(chart.parentHipFracture).toMatchObject({ value: true });
    expect(chart.heightLossCm).toMatchObject({ value: 5 });
  });
});

describe("what is read and not so", () => {
  const wrong = onPage("Vitamin D 340", 7);
  const chart = chartWith({
    labs: [vitaminD(340, "2026-03-02", wrong), vitaminD(18, "2026-05-02", onPage("Vitamin D 18", 8))],
    smoking: known("current" as const, onPage("Smoker", 9)),
  });
  const at = (text: string, ref: number) => ({ place: { frame: 0, ref }, text });

  it("is left out, and kept to be shown", () => {
    const applied = apply(chart, typed({ kind: "not-so", of: entriesAt(chart, at("Vitamin D 340", 7)) }));
    expect(texts(applied.chart.labs.map(({ evidence }) => evidence))).toEqual(["Vitamin D 18"]);
    expect(applied.shown[0]?.instead).toEqual([wrong]);
  });

  it("stays left out when the page shows it again at another place, or without its date", () => {
    const of = entriesAt(chart, at("Vitamin D 340", 7));
    const again = { ...chart, labs: [vitaminD(340, null, onPage("25-OH-D 340", 70))] };
    expect(apply(again, typed({ kind: "not-so", of })).chart.labs).toEqual([]);
  });

  it("takes nothing with it that says something else", () => {
    const of = entriesAt(chart, at("Vitamin D 340", 7));
    const later = { ...chart, labs: [vitaminD(340, "2026-06-01", onPage("Vitamin D 340", 71))] };
    expect(apply(later, typed({ kind: "not-so", of })).chart.labs).toHaveLength(1);
  });

  it("makes a single fact unknown, never no", () => {
    const of = entriesAt(chart, at("Smoker", 9));
    expect(of).toEqual([{ in: "smoking", key: ["current"] }]);
    expect(apply(chart, typed({ kind: "not-so", of })).chart.smoking).toEqual({ state: "unknown" });
  });

  it("leaves the other of two contradicting values standing", () => {
    const two = chartWith({
      smoking: {
        state: "conflicting",
        values: [
          { value: "never", evidence: [onPage("Never smoker", 1)] },
          { value: "current", evidence: [onPage("Smokes daily", 2)] },
        ],
      },
    });
    const of = entriesAt(two, at("Smokes daily", 2));
    expect(apply(two, typed({ kind: "not-so", of })).chart.smoking).toMatchObject({ state: "known", value: "never" });
  });

  it("finds nothing where nothing was read", () => {
    expect(entriesAt(chart, at("Vitamin D 340", 8))).toEqual([]);
  });
});

describe("amendments", () => {
  const chart = chartWith({
    fractures: [
      {
        site: "wrist",
        date: null,
        trauma: null,
        onTherapy: null,
        onHarmDrug: null,
        label: "Wrist fracture",
        evidence: onPage("Wrist fracture"),
      },
    ],
  });
  const of = readEntry("fractures", chart.fractures[0] as Chart["fractures"][number]);

  it("follow one another on the same fracture, and can be undone one by one", () => {
    const cause = typed({ kind: "fracture", of, fracture: { trauma: "low" } });
    const date = typed({ kind: "fracture", of, fracture: { date: "2026-08" } });
    expect(apply(chart, date, cause).chart.fractures).toMatchObject([{ trauma: "low", date: "2026-08" }]);
    expect(apply(chart, cause).chart.fractures).toMatchObject([{ trauma: "low", date: null }]);
    expect(chart.fractures[0]?.trauma).toBeNull();
  });

  it("of a course need no more than what is open", () => {
    const medications = caseToChart({ asOf: TODAY, meds: [{ text: "prednisone", ingredient: "prednisone" }] }).chart
      .medications;
    const [drug] = medications;
    const start = typed({
      kind: "medication",
      of: readEntry("medications", drug as Chart["medications"][number]),
      medication: { start: "2026-01", prednisoneMgPerDay: 10 },
    });
    expect(apply(chartWith({ medications }), start).chart.medications).toMatchObject([
      { ingredient: "prednisone", start: "2026-01", prednisoneMgPerDay: 10 },
    ]);
  });
});

describe("what cannot be true", () => {
  it.each([
    [{ frax: { mof: 12, hip: 30, date: TODAY } }, /contradict/],
    [{ dxa: [{ site: "FN", t: -21, date: TODAY }] }, /-7 to 6/],
    [{ lastDentalExam: "2027-01-01" }, /after/],
    [{ fallsLastYear: -1 }, /0 to 365/],
    [{ bloodPressure: 120 }, /unknown field/],
  ])("%j is refused with a reason", (input, reason) => {
    expect(impossible({ kind: "values", input }, TODAY).join()).toMatch(reason);
  });

  it("an amendment dated after today is refused", () => {
    const of = { in: "fractures" as const, key: ["wrist", null, "wrist"] };
    expect(impossible({ kind: "fracture", of, fracture: { date: "2026-12" } }, TODAY)).toHaveLength(1);
    expect(impossible({ kind: "fracture", of, fracture: { date: "2026-11" } }, TODAY)).toEqual([]);
  });
});
