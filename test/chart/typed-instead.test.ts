import { describe, expect, it } from "vitest";
import { caseToChart } from "../../src/chart/case";
import type { Chart } from "../../src/chart/chart";
import { known } from "../../src/chart/fact";
import { applyTyped, entriesAt, impossible, readEntry } from "../../src/chart/typed";
import { sameEntry } from "../../src/chart/typed-entries";
import type { TypedFact, TypedInput } from "../../src/chart/typed-fact";
import { frax, type Input, lab, labs, med, scan, TODAY, woman } from "../cases/build";

const chartOf = (input: Input): Chart => caseToChart(woman(input)).chart;
const typed = (says: TypedFact["says"]): TypedFact => ({
  id: "t1",
  typedAt: "2026-11-23T09:00:00.000Z",
  about: "typed",
  says,
});
const apply = (chart: Chart, input: TypedInput) => applyTyped(chart, [typed({ kind: "values", input })], TODAY);

describe("what is typed stands instead of what was read of the same thing", () => {
  it.each<[string, Input, TypedInput, unknown[]]>([
    ["a scan of the day", { dxa: [scan("FN", -1.7)] }, { dxa: [scan("FN", -2.1)] }, [-2.1]],
    ["a scan of another day", { dxa: [scan("FN", -1.7)] }, { dxa: [scan("FN", -2.1, "2025-01-01")] }, [-1.7, -2.1]],
    ["a scan without a day", { dxa: [scan("FN", -1.7)] }, { dxa: [{ site: "FN", t: -2.1, date: null }] }, [-2.1]],
    ["a scan of another region", { dxa: [scan("FN", -1.7)] }, { dxa: [scan("TH", -2.1)] }, [-1.7, -2.1]],
  ])("%s", (_, read, input, expected) => {
    expect(apply(chartOf(read), input).chart.dxa.map(({ t }) => t)).toEqual(expected);
  });

  it.each<[string, string | null, string | null, number[]]>([
    ["a later FRAX", "2026-07-20", "2026-11-01", [12]],
    ["one of the same day", "2026-07-20", "2026-07-20", [12]],
    ["an earlier one", "2026-07-20", "2026-01-01", [9.1, 12]],
    ["one without a day", "2026-07-20", null, [12]],
    ["instead of one without a day", null, "2026-01-01", [12]],
  ])("%s", (_, read, date, expected) => {
    const { chart } = apply(chartOf({ frax: frax(9.1, 1.1, { date: read }) }), { frax: { mof: 12, hip: 2, date } });
    expect(chart.frax.map(({ mof }) => mof)).toEqual(expected);
  });

  it.each<[string, TypedInput, string[]]>([
    ["the same condition", { problems: ["Rheumatoid arthritis, severe"] }, ["Rheumatoid arthritis, severe"]],
    ["another", { problems: ["Cirrhosis"] }, ["Rheumatoid arthritis", "Cirrhosis"]],
    ["one we have no name for", { problems: ["Gout"] }, ["Rheumatoid arthritis", "Gout"]],
  ])("a problem: %s", (_, input, expected) => {
    expect(
      apply(chartOf({ problems: ["Rheumatoid arthritis"] }), input).chart.problems.map(({ label }) => label),
    ).toEqual(expected);
    expect(apply(chartOf({ problems: ["Tinnitus"] }), { problems: ["Gout"] }).chart.problems).toHaveLength(2);
  });

  it.each<[string, Input, string[]]>([
    ["of the same place and day", { site: "hip", date: "2026-08-01" }, ["low"]],
    ["without a day", { site: "hip" }, ["low"]],
    ["of another day", { site: "hip", date: "2020-01-01" }, ["high", "low"]],
    ["of another place", { site: "wrist", date: "2026-08-01" }, ["high", "low"]],
  ])("a fracture %s", (_, fracture, expected) => {
    const chart = chartOf({ fractures: [{ site: "hip", date: "2026-08-01", trauma: "high" }] });
    const applied = apply(chart, { fractures: [{ ...fracture, trauma: "low" }] });
    expect(applied.chart.fractures.map(({ trauma }) => trauma)).toEqual(expected);
  });

  it("an allergy to the same drug", () => {
    const of = (text: string) =>
      apply(chartOf({ allergies: ["Prolia: rash", "latex"] }), { allergies: [text] }).chart.allergies.map(
        ({ label }) => label,
      );
    expect(of("denosumab: cellulitis")).toEqual(["latex", "denosumab: cellulitis"]);
    expect(of("pollen")).toEqual(["Prolia: rash", "latex", "pollen"]);
  });

  it("a result of the same test and day, a drug that is not stopped", () => {
    const chart = chartOf({ labs: labs(), meds: [med("alendronate"), med("raloxifene")] });
    const applied = apply(chart, {
      labs: [lab("TSH", 3, "mIU/L")],
      meds: [med("alendronate", { text: "alendronate weekly" })],
    }).chart;
    expect(applied.labs.filter(({ analyte }) => analyte === "TSH")).toHaveLength(1);
    expect(applied.labs).toHaveLength(chart.labs.length);
    expect(applied.medications.map(({ label }) => label)).toEqual(["raloxifene  mg", "alendronate weekly"]);
  });

  it("nothing typed changes nothing", () => {
    const chart = chartOf({});
    expect(applyTyped(chart, [], TODAY)).toEqual({ chart, shown: [] });
    expect(apply(chart, {}).chart).toEqual(chart);
  });

  it("no dental exam is known where it is typed so, and only then", () => {
    const exam = (input: TypedInput) => apply(chartOf({}), input).chart.lastDentalExam;
    expect(exam({ noDentalExam: true })).toMatchObject({ state: "known", value: "none" });
    expect(exam({ noDentalExam: false })).toMatchObject({ value: "2026-05-11" });
    expect(exam({ fallsLastYear: 1 })).toMatchObject({ value: "2026-05-11" });
  });

  it("of three contradicting statements the others stay contradicting", () => {
    const evidence = { from: "case", path: "", text: "" } as const;
    const chart: Chart = {
      ...chartOf({}),
      smoking: {
        state: "conflicting",
        values: (["never", "former", "current"] as const).map((value) => ({ value, evidence: [evidence] })),
      },
    };
    const of = [{ in: "smoking" as const, key: ["former"] }];
    expect(applyTyped(chart, [typed({ kind: "not-so", of })], TODAY).chart.smoking).toMatchObject({
      state: "conflicting",
      values: [{ value: "never" }, { value: "current" }],
    });
  });

  it("what was read can be taken back together with what is typed", () => {
    const chart = chartOf({ dxa: [scan("FN", -1.7)] });
    const [read] = chart.dxa;
    if (!read) throw new Error("no scan");
    const says: TypedFact["says"] = {
      kind: "values",
      input: { dxa: [scan("TH", -1.2)] },
      instead: [readEntry("dxa", read)],
    };
    expect(applyTyped(chart, [typed(says)], TODAY).chart.dxa.map(({ site }) => site)).toEqual(["TH"]);
  });
});

describe("what tells one entry from another", () => {
  const same = (a: Input, b: Input, list: "frax" | "dxa" | "problems" | "medications" | "allergies" | "labs") => {
    const [one] = chartOf(a)[list];
    const [other] = chartOf(b)[list];
    if (!one || !other) throw new Error("no entry");
    return sameEntry(readEntry(list, one as never), readEntry(list, other as never));
  };
  it.each<[string, Input, Input, Parameters<typeof same>[2], boolean]>([
    ["FRAX", { frax: frax(9, 1) }, { frax: frax(9, 1) }, "frax", true],
    ["FRAX of another MOF", { frax: frax(9, 1) }, { frax: frax(10, 1) }, "frax", false],
    ["FRAX of another hip", { frax: frax(9, 1) }, { frax: frax(9, 2) }, "frax", false],
    ["FRAX without a day", { frax: frax(9, 1) }, { frax: frax(9, 1, { date: null }) }, "frax", true],
    ["a scan", { dxa: [scan("FN", -1.7)] }, { dxa: [scan("FN", -1.7)] }, "dxa", true],
    ["another region", { dxa: [scan("FN", -1.7)] }, { dxa: [scan("TH", -1.7)] }, "dxa", false],
    ["another score", { dxa: [scan("FN", -1.7)] }, { dxa: [scan("FN", -1.8)] }, "dxa", false],
    ["a problem in other letters", { problems: ["Gout"] }, { problems: ["GOUT"] }, "problems", true],
    ["another problem", { problems: ["Gout"] }, { problems: ["Tinnitus"] }, "problems", false],
    ["another drug", { meds: [med("alendronate")] }, { meds: [med("raloxifene")] }, "medications", false],
    [
      "a drug of another start",
      { meds: [med("alendronate")] },
      { meds: [med("alendronate", { start: "2020-01-01" })] },
      "medications",
      false,
    ],
    ["another allergy", { allergies: ["latex"] }, { allergies: ["pollen"] }, "allergies", false],
    [
      "words of a result",
      { labs: [lab("TSH", "see note", null)] },
      { labs: [lab("TSH", "SEE NOTE", null)] },
      "labs",
      true,
    ],
    ["other words", { labs: [lab("TSH", "see note", null)] }, { labs: [lab("TSH", "pending", null)] }, "labs", false],
    ["a value in two units", { labs: [lab("HGB", 13, "g/dL")] }, { labs: [lab("HGB", 130, "g/L")] }, "labs", true],
  ])("%s", (_, a, b, list, is) => {
    expect(same(a, b, list)).toBe(is);
  });

  it("entries of two lists are never the same", () => {
    expect(sameEntry({ in: "problems", key: [null, "gout"] }, { in: "allergies", key: [null, "gout"] })).toBe(false);
  });

  it("is found by its place on the page: frame, element and words", () => {
    const at = {
      from: "page",
      place: { frame: 1, ref: 2 },
      text: "Smoker",
      seenAt: "2026-11-23T08:00:00.000Z",
    } as const;
    const chart: Chart = { ...chartOf({}), smoking: known("current" as const, at) };
    const found = (place: { frame: number; ref: number }, text = "Smoker") => entriesAt(chart, { place, text }).length;
    expect([found({ frame: 1, ref: 2 }), found({ frame: 0, ref: 2 }), found({ frame: 1, ref: 3 })]).toEqual([1, 0, 0]);
    expect(found({ frame: 1, ref: 2 }, "Never")).toBe(0);
  });
});

describe("what cannot be true", () => {
  const of = { in: "fractures" as const, key: ["hip"] };
  it.each<[string, TypedFact["says"], number]>([
    ["a start after today", { kind: "medication", of, medication: { start: "2026-12-01" } }, 1],
    ["a start of today", { kind: "medication", of, medication: { start: TODAY } }, 0],
    ["no start", { kind: "medication", of, medication: { route: "oral" } }, 0],
    ["a day that is none", { kind: "fracture", of, fracture: { date: "2026-02-30" } }, 1],
    ["nothing to check", { kind: "not-so", of: [of] }, 0],
  ])("%s", (_, says, reasons) => {
    expect(impossible(says, TODAY)).toHaveLength(reasons);
  });

  it("names the day", () => {
    expect(impossible({ kind: "fracture", of, fracture: { date: "soon" } }, TODAY)).toEqual(["soon is not a date"]);
  });
});
