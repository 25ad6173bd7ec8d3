import { describe, expect, it } from "vitest";
import { caseToChart } from "../../src/chart/case";
import type { Chart, ListKind, Medication } from "../../src/chart/chart";
import { known } from "../../src/chart/fact";
import { FRAX_FIELDS, type FraxField } from "../../src/risk/frax-input";
import { fraxInputs } from "../../src/risk/frax-inputs";
import { type Input, med, prednisone, scan, TODAY, woman } from "../cases/build";

const chart = (patch: Input = {}, more: Partial<Chart> = {}): Chart => ({
  ...caseToChart(woman(patch)).chart,
  ...more,
});
const all = (patch: Input = {}, more: Partial<Chart> = {}) => fraxInputs(chart(patch, more), TODAY);
/** "yes", "no", a value, or the state of an input that has none. */
const of = (field: FraxField, patch: Input = {}, more: Partial<Chart> = {}) => {
  const input = all(patch, more).inputs[field];
  return input.state === "found" ? input.value : input.state;
};
const why = (field: FraxField, patch: Input = {}, more: Partial<Chart> = {}) => {
  const input = all(patch, more).inputs[field];
  return input.state === "found" ? input.notes.join() : (input.why ?? "");
};
const seen = (...lists: [ListKind, boolean | null][]) => ({
  seen: lists.map(([kind, complete]) => ({ kind, complete, place: null })),
});

describe("the twelve inputs", () => {
  it("are twelve, and each says which it is", () => {
    const { inputs } = all();
    expect(Object.keys(inputs)).toEqual([...FRAX_FIELDS]);
    expect(FRAX_FIELDS).toHaveLength(12);
  });

  it("of a chart that says little are not found, never no", () => {
    const silent = { ...seen(), problems: [], medications: [] };
    for (const field of FRAX_FIELDS.slice(5, 11)) expect(of(field, {}, silent), field).toBe("not-found");
    expect(of("previousFracture", { fractureHistory: "unknown" }, silent)).toBe("not-found");
  });

  it("name the lists that could hold what was not found", () => {
    const input = all({}, seen()).inputs.rheumatoidArthritis;
    expect(input).toMatchObject({ state: "not-found", look: ["problems", "notes"] });
  });

  it("carry the evidence of what was found", () => {
    for (const field of ["age", "weight", "previousFracture", "bmd"] as const)
      expect(all().inputs[field].evidence.length, field).toBeGreaterThan(0);
  });
});

describe("limits (RISK.md 1.1)", () => {
  it.each([
    [39, "unusable"],
    [40, "40"],
    [90, "90"],
    [91, "unusable"],
  ])("age %s is %s", (age, value) => {
    expect(of("age", { age })).toBe(value);
    expect(all({ age }).blocked).toHaveLength(value === "unusable" ? 1 : 0);
  });

  it.each([
    [24.9, "unusable"],
    [25, "25"],
    [66.04, "66"],
    [125, "125"],
    [140, "125"],
  ])("weight %s kg is %s", (weightKg, value) => {
    expect(of("weight", { weightKg })).toBe(value);
  });

  it("says that a weight above the limit is entered as the limit", () => {
    expect(why("weight", { weightKg: 140 })).toMatch(/at most 125/);
    expect(all({ weightKg: 140 }).blocked).toEqual([]);
  });

  it.each([
    [99, "unusable"],
    [100, "100"],
    [220, "220"],
    [221, "unusable"],
  ])("height %s cm is %s", (heightCm, value) => {
    expect(of("height", { heightCm })).toBe(value);
  });

  it("without age or sex nothing is filled", () => {
    expect(all({ age: null, sex: null }).blocked).toHaveLength(2);
  });

  it("two weights that differ are neither of them", () => {
    const weightKg = {
      state: "conflicting" as const,
      values: [
        { value: 60, evidence: [] },
        { value: 80, evidence: [] },
      ],
    };
    expect(of("weight", {}, { weightKg })).toBe("not-found");
    expect(why("weight", {}, { weightKg })).toMatch(/60 and 80/);
  });
});

const fracture = (site: string, trauma: string | null, date: string | null = "2019-04-02") => ({
  fractureHistory: "documented",
  fractures: [{ site, trauma, date }],
});

describe("previous fracture", () => {
  it.each([
    ["wrist of low trauma", fracture("wrist", "low"), "yes"],
    ["vertebra without a story", fracture("vertebra", null), "yes"],
    ["wrist without a story", fracture("wrist", null), "not-found"],
    ["wrist of high trauma says nothing of others", fracture("wrist", "high"), "not-found"],
    ["finger", fracture("finger", "low"), "not-found"],
    ["in childhood", fracture("wrist", "low", "1975-05-01"), "not-found"],
    ["in the year of the 18th birthday", fracture("wrist", "low", "1981"), "not-found"],
    ["at 20", fracture("wrist", "low", "1983"), "yes"],
    ["stated none", {}, "no"],
  ])("%s", (_, patch, value) => {
    expect(of("previousFracture", patch)).toBe(value);
  });

  it("says that FRAX underestimates after a hip fracture", () => {
    expect(why("previousFracture", fracture("hip", "low"))).toMatch(/underestimates/);
    expect(why("previousFracture", fracture("wrist", "low"))).toBe("");
  });
});

const steroid = (more: Partial<Medication>): Partial<Chart> => ({
  medications: chart({ meds: [prednisone(5, { start: "2020-01-01" })] }).medications.map((drug) => ({
    ...drug,
    ...more,
  })),
});

describe("glucocorticoids", () => {
  it.each<[string, Partial<Medication>, string]>([
    ["now by mouth", {}, "yes"],
    ["now by mouth, begun last week", { start: "2026-11-16" }, "yes"],
    ["now, when needed", { asNeeded: true }, "not-found"],
    ["now inhaled", { route: "inhaled" }, "not-found"],
    ["replacement", { replacement: true }, "not-found"],
    ["earlier, 5 mg for a year", { status: "stopped", stop: "2021-01-01" }, "yes"],
    ["earlier, 4 mg for a year", { status: "stopped", stop: "2021-01-01", prednisoneMgPerDay: 4 }, "not-found"],
    ["earlier, exactly 3 months", { status: "stopped", stop: "2020-04-01" }, "not-found"],
    ["earlier, 3 months and a day", { status: "stopped", stop: "2020-04-02" }, "yes"],
    ["earlier, start unknown", { status: "stopped", start: null, stop: "2021-01-01" }, "not-found"],
    ["planned", { status: "planned" }, "not-found"],
  ])("%s", (_, more, value) => {
    expect(of("glucocorticoids", {}, steroid(more))).toBe(value);
  });

  it("says what is not certain, and that a list without any says nothing of earlier courses", () => {
    expect(why("glucocorticoids", {}, steroid({ status: "stopped", start: null, stop: "2021-01-01" }))).toMatch(
      /not certain/,
    );
    expect(why("glucocorticoids", { meds: [med("alendronate")] })).toMatch(/earlier courses/);
  });
});

describe("diagnoses", () => {
  it.each([
    ["rheumatoid arthritis", "yes"],
    ["No rheumatoid arthritis", "no"],
    ["History of rheumatoid arthritis", "not-found"],
    ["Osteoarthritis of the knee", "no"],
  ])("%s", (problem, value) => {
    expect(of("rheumatoidArthritis", { problems: [problem] })).toBe(value);
  });

  it("silence is a no only of a list that was shown in full", () => {
    expect(of("rheumatoidArthritis", {}, seen(["problems", true]))).toBe("no");
    expect(of("rheumatoidArthritis", {}, seen(["problems", null]))).toBe("not-found");
    expect(of("secondaryOsteoporosis", {}, seen(["problems", false]))).toBe("not-found");
  });

  it.each([
    ["Type 1 diabetes", "yes"],
    ["Type 2 diabetes", "no"],
    ["Osteogenesis imperfecta", "yes"],
    ["Premature menopause", "yes"],
    ["Celiac disease", "yes"],
    ["History of malnutrition", "not-found"],
    ["Hyperthyroidism", "not-found"],
    ["Cirrhosis of liver", "yes"],
  ])("secondary osteoporosis: %s is %s", (problem, value) => {
    expect(of("secondaryOsteoporosis", { problems: [problem] })).toBe(value);
  });

  it("says that secondary osteoporosis adds nothing beside bone density", () => {
    expect(why("secondaryOsteoporosis", { problems: ["Type 1 diabetes"] })).toMatch(/adds nothing/);
    expect(why("secondaryOsteoporosis", { problems: ["Type 1 diabetes"], dxa: [] })).toBe("");
  });
});

describe("habits and family", () => {
  it.each([
    ["current", "yes"],
    ["former", "no"],
    ["never", "no"],
    [null, "not-found"],
  ])("smoking %s is %s", (smoking, value) => {
    expect(of("smoking", { smoking })).toBe(value);
  });

  it("a never-smoker with a smoker's diagnosis is neither", () => {
    expect(of("smoking", { smoking: "never", problems: ["Current smoker"] })).toBe("not-found");
  });

  it.each([
    [0, "no"],
    [1, "no"],
    [2, "not-found"],
    [3, "yes"],
    [null, "not-found"],
  ])("%s drinks a day is %s: a drink may hold two units", (alcoholDrinksPerDay, value) => {
    expect(of("alcohol", { alcoholDrinksPerDay })).toBe(value);
  });

  it("two drinks a week are told as a clinician would say them", () => {
    expect(all({ alcoholDrinksPerDay: 2 / 7 }).inputs.alcohol).toMatchObject({ text: "drinks a day: 0.3" });
  });

  it.each([
    [known(true), [], "yes"],
    [known(false), [], "no"],
    [known(false), ["Mother had a hip fracture"], "not-found"],
  ] as const)("parent's hip: %j, %j is %s", (parentHipFracture, problems, value) => {
    expect(of("parentHip", { problems }, { parentHipFracture })).toBe(value);
  });
});

describe("femoral neck", () => {
  it("is a woman's printed T-score, and no man's", () => {
    expect(of("bmd")).toBe("-1.7");
    expect(of("bmd", { sex: "M", menopause: null })).toBe("not-found");
    expect(of("bmd", { dxa: [scan("TH", -1.7)] })).toBe("not-found");
  });

  const neck = (bmd: number | null, t: number | null) => {
    const [one] = chart().dxa;
    return one ? { dxa: [{ ...one, bmd, t, maker: "Hologic" }] } : {};
  };

  it.each([
    ["a density of 1.6 g/cm²", 1.6, null, /^bone density 1\.6 g\/cm², Hologic: the calculator takes 0\.14 to 1\.58/],
    ["a T-score of -6.1", null, -6.1, /^bone density T-score -6\.1: the calculator takes T-scores from -6\.0 to 6\.0$/],
  ])("%s is refused as a height is, and nothing is filled in without it", (_, bmd, t, words) => {
    expect(of("bmd", {}, neck(bmd, t))).toBe("unusable");
    expect(all({}, neck(bmd, t)).inputs.bmd.evidence).toHaveLength(1);
    expect(all({}, neck(bmd, t)).blocked).toEqual([expect.stringMatching(words)]);
  });

  it("that was not read stays not found and blocks nothing", () => {
    expect(of("bmd", { dxa: [] })).toBe("not-found");
    expect(all({ dxa: [] }).blocked).toEqual([]);
    expect(all({ sex: "M", menopause: null }).blocked).toEqual([]);
  });
});
