import { describe, expect, it } from "vitest";
import { caseToChart } from "../../src/chart/case";
import type { Chart, ListKind, Medication, Problem } from "../../src/chart/chart";
import type { Evidence } from "../../src/chart/evidence";
import { type Fact, known, unknown } from "../../src/chart/fact";
import type { FraxField, FraxInput } from "../../src/risk/frax-input";
import { fraxInputs } from "../../src/risk/frax-inputs";
import { fracture, type Input, med, scan, TODAY, woman } from "../cases/build";

/** The woman of 63 of test/cases/build.ts: born in 1963. */
const input = (field: FraxField, patch: Input = {}, more: Partial<Chart> = {}): FraxInput =>
  fraxInputs({ ...caseToChart(woman(patch)).chart, ...more }, TODAY).inputs[field];
const value = (one: FraxInput) => (one.state === "found" ? one.value : one.state);
const why = (one: FraxInput) => (one.state === "found" ? one.notes.join() : one.why);
const from = ({ evidence }: FraxInput) => evidence.map(({ text }) => text);

const said = (text: string): Evidence => ({ from: "case", path: "", text });
const conflict = <T>(...values: T[]): Fact<T> => ({
  state: "conflicting",
  values: values.map((one) => ({ value: one, evidence: [said(String(one))] })),
});
const problem = (condition: string, more: Partial<Problem> = {}): Problem => ({
  condition,
  label: condition,
  status: "active",
  date: null,
  negated: false,
  evidence: said(condition),
  ...more,
});
const SILENT = { state: "not-found", why: null, evidence: [] };

describe("two statements that differ are neither of them", () => {
  it.each<[FraxField, Partial<Chart>, string]>([
    ["age", { patient: { ...caseToChart(woman()).chart.patient, age: conflict(63, 36) } }, "63 and 36"],
    ["height", { heightCm: conflict(163, 136) }, "163 and 136"],
    [
      "previousFracture",
      { fractureHistory: conflict<"none" | "documented">("none", "documented") },
      "none and documented",
    ],
    ["parentHip", { parentHipFracture: conflict(true, false) }, "true and false"],
    ["smoking", { smoking: conflict<"current" | "never">("current", "never") }, "current and never"],
    ["alcohol", { alcoholDrinksPerDay: conflict(0, 4) }, "0 and 4"],
  ])("%s", (field, more, words) => {
    const one = input(field, {}, more);
    expect(one).toMatchObject({ state: "not-found", why: `the chart says ${words}` });
    expect(from(one)).toEqual(words.split(" and "));
  });
});

describe("what nobody said has no reason and no evidence, only places to look", () => {
  const nothing: Partial<Chart> = { seen: [], problems: [], medications: [], fractureHistory: unknown };
  it.each<[FraxField, ListKind[]]>([
    ["previousFracture", ["problems", "notes"]],
    ["parentHip", ["social", "notes"]],
    ["smoking", ["social"]],
    ["glucocorticoids", ["medications", "notes"]],
    ["rheumatoidArthritis", ["problems", "notes"]],
    ["secondaryOsteoporosis", ["problems", "notes"]],
    ["alcohol", ["social"]],
  ])("%s", (field, look) => {
    expect(input(field, {}, nothing)).toEqual({ ...SILENT, look });
  });

  it.each<[FraxField, Input, ListKind[]]>([
    ["weight", { weightKg: null }, ["vitals"]],
    ["height", { heightCm: null }, ["vitals"]],
    ["age", { age: null }, []],
    ["sex", { sex: null }, []],
  ])("%s", (field, patch, look) => {
    expect(input(field, patch)).toEqual({ ...SILENT, look });
  });
});

describe("previous fracture (RISK.md 1.1, row 5)", () => {
  const broken = (...fractures: ReturnType<typeof fracture>[]) =>
    input("previousFracture", { fractureHistory: "documented", fractures });

  /** Only years are compared: one in which the 18th birthday lies, or the year before it, is not certain. */
  it.each([
    ["1979", "not-found", null],
    ["1980", "not-found", /not certain: wrist fracture/],
    ["1981", "not-found", /not certain: wrist fracture/],
    ["1982", "yes", /^$/],
    [null, "yes", /^$/],
  ] as const)("wrist in %s", (date, answer, reason) => {
    const one = broken(fracture("wrist", date));
    expect(value(one)).toBe(answer);
    if (reason === null) expect(why(one)).toBeNull();
    else expect(why(one)).toMatch(reason);
  });

  it("names each fracture that counts once, with all they were read from", () => {
    const one = broken(fracture("wrist", "2019"), fracture("wrist", "2021"), fracture("rib", "2020"));
    expect(one).toMatchObject({ state: "found", text: "wrist fracture; rib fracture" });
    expect(one.evidence).toHaveLength(3);
    expect(why(one)).toMatch(/underestimates after several/);
  });

  it("one beside which a hip broke in an accident is one", () => {
    expect(why(broken(fracture("wrist", "2019"), fracture("hip", "2020", { trauma: "high" })))).toBe("");
  });

  it("of those that may count only these are named", () => {
    const one = broken(fracture("wrist", "2019", { trauma: null }), fracture("ankle", "2020", { trauma: "high" }));
    expect(why(one)).toBe("whether this counts is not certain: wrist fracture");
    expect(one.evidence).toHaveLength(1);
  });

  it("a vertebra broken by high trauma does not count", () => {
    const one = broken(fracture("vertebra", "2019", { trauma: "high" }));
    expect([value(one), why(one)]).toEqual(["not-found", null]);
  });

  it("a history that is documented without a fracture keeps what says so", () => {
    const one = broken();
    expect([value(one), why(one), one.evidence.length]).toEqual(["not-found", null, 1]);
  });
});

describe("parent's hip", () => {
  it.each<[string, Partial<Chart>, string, string[]]>([
    ["on the problem list", { problems: [problem("parent-hip-fracture")] }, "yes", ["parent-hip-fracture"]],
    ["denied there", { problems: [problem("parent-hip-fracture", { negated: true })] }, "no", ["parent-hip-fracture"]],
    [
      "said twice",
      { parentHipFracture: known(true, said("mother")), problems: [problem("parent-hip-fracture")] },
      "yes",
      ["mother", "parent-hip-fracture"],
    ],
    [
      "said and denied",
      { parentHipFracture: known(true, said("mother")), problems: [problem("parent-hip-fracture", { negated: true })] },
      "not-found",
      ["mother", "parent-hip-fracture"],
    ],
    ["another problem", { problems: [problem("stroke"), problem("copd", { negated: true })] }, "not-found", []],
  ])("%s", (_, more, answer, evidence) => {
    const one = input("parentHip", {}, more);
    expect([value(one), from(one)]).toEqual([answer, evidence]);
  });
});

describe("smoking", () => {
  const listed = (more: Partial<Problem>, smoking: Chart["smoking"] = unknown) =>
    input("smoking", {}, { smoking, problems: [problem("current-smoker", { label: "Nicotine dependence", ...more })] });

  it.each<[Problem["status"], string]>([
    ["active", "yes"],
    [null, "yes"],
    ["inactive", "not-found"],
    ["resolved", "not-found"],
  ])("a diagnosis that is %s, and nothing else", (status, answer) => {
    expect(value(listed({ status }))).toBe(answer);
  });

  it("names the diagnosis, and both statements where they contradict", () => {
    expect(listed({})).toMatchObject({
      state: "found",
      text: "Nicotine dependence",
      evidence: [said("current-smoker")],
    });
    const both = listed({}, known("former", said("quit 2010")));
    expect(both).toMatchObject({ why: "the chart says former and Nicotine dependence", look: ["social"] });
    expect(from(both)).toEqual(["quit 2010", "current-smoker"]);
  });

  it("a smoker with the diagnosis smokes; a former one with the old diagnosis does not", () => {
    expect(value(listed({}, known("current", said("1 pack"))))).toBe("yes");
    expect(value(listed({ status: "resolved" }, known("former", said("quit 2010"))))).toBe("no");
  });
});

describe("glucocorticoids (RISK.md 1.1, row 8)", () => {
  const steroid = (ingredient: string, more: Partial<Medication> = {}): Medication => {
    const [drug] = caseToChart(woman({ meds: [med(ingredient, { start: "2020-01-01" })] })).chart.medications;
    if (!drug) throw new Error(ingredient);
    return { ...drug, prednisoneMgPerDay: null, dosePerDayMg: null, ...more };
  };
  const taking = (...medications: Medication[]) => input("glucocorticoids", {}, { medications });
  const past = { status: "stopped", stop: "2021-01-01" } as const;
  const UNCLEAR = /not certain/;
  const NONE = /none taken by mouth/;

  it.each<[string, Medication, string, RegExp]>([
    ["inhaled", steroid("prednisone", { route: "inhaled" }), "not-found", NONE],
    ["budesonide by mouth", steroid("budesonide"), "not-found", NONE],
    ["route not stated", steroid("prednisone", { route: null }), "not-found", UNCLEAR],
    ["when needed", steroid("prednisone", { asNeeded: true }), "not-found", UNCLEAR],
    ["infused for long, dose not known", steroid("prednisone", { route: "iv" }), "not-found", UNCLEAR],
    ["infused for long, 5 mg", steroid("prednisone", { route: "iv", prednisoneMgPerDay: 5 }), "not-found", UNCLEAR],
    ["infused last week", steroid("prednisone", { route: "iv", start: "2026-11-16" }), "not-found", NONE],
    ["earlier for a year, dose not known", steroid("prednisone", past), "not-found", UNCLEAR],
    ["earlier for a month, dose not known", steroid("prednisone", { ...past, stop: "2020-02-01" }), "not-found", NONE],
    ["earlier, of methylprednisolone 4 mg", steroid("methylprednisolone", { ...past, dosePerDayMg: 4 }), "yes", /^$/],
    ["3.9 mg of it", steroid("methylprednisolone", { ...past, dosePerDayMg: 3.9 }), "not-found", NONE],
    ["on the list, and stopped in 2021", steroid("prednisone", { stop: "2021-01-01" }), "not-found", UNCLEAR],
    ["stopped on an unknown day", steroid("prednisone", { status: "stopped" }), "not-found", UNCLEAR],
    [
      "stopped on an unknown day, 4 mg",
      steroid("prednisone", { status: "stopped", prednisoneMgPerDay: 4 }),
      "not-found",
      NONE,
    ],
    ["status not stated", steroid("prednisone", { status: "unknown" }), "not-found", UNCLEAR],
    ["planned", steroid("prednisone", { status: "planned" }), "not-found", NONE],
    ["another drug", steroid("alendronate"), "not-found", NONE],
  ])("%s", (_, drug, answer, reason) => {
    const one = taking(drug);
    expect(value(one)).toBe(answer);
    expect(why(one)).toMatch(reason);
  });

  it.each<[string, Problem[], string, string]>([
    ["hydrocortisone in adrenal insufficiency", [problem("adrenal-insufficiency")], "hydrocortisone", "not-found"],
    ["where it is one problem of two", [problem("stroke"), problem("adrenal-insufficiency")], "cortisone", "not-found"],
    ["hydrocortisone without it", [problem("stroke")], "hydrocortisone", "yes"],
    ["it is ruled out", [problem("adrenal-insufficiency", { negated: true })], "hydrocortisone", "yes"],
    ["prednisone in adrenal insufficiency", [problem("adrenal-insufficiency")], "prednisone", "yes"],
  ])("replacement is none: %s", (_, problems, ingredient, answer) => {
    expect(value(input("glucocorticoids", {}, { problems, medications: [steroid(ingredient)] }))).toBe(answer);
  });

  it("names what counts, else only what is not certain, and reads nothing into other lists", () => {
    const now = steroid("prednisone", { label: "Prednisone 5 mg" });
    const inhaler = steroid("prednisone", { label: "Inhaler", route: "inhaled" });
    const open = steroid("prednisone", { label: "Steroid", route: null });
    expect(taking(inhaler, now, open)).toMatchObject({ text: "Prednisone 5 mg", evidence: [now.evidence] });
    expect(why(taking(inhaler, open))).toBe("dose, route or duration is not certain: Steroid");
    const elsewhere = [{ kind: "labs" as const, complete: true, place: null }];
    expect(why(input("glucocorticoids", {}, { medications: [], seen: elsewhere }))).toBeNull();
  });
});

describe("diagnoses", () => {
  it("said and denied is neither, with both statements", () => {
    const one = input(
      "rheumatoidArthritis",
      {},
      {
        problems: [problem("rheumatoid-arthritis"), problem("rheumatoid-arthritis", { negated: true })],
      },
    );
    expect([value(one), why(one), one.evidence.length]).toEqual(["not-found", "the chart says yes and no", 2]);
  });

  it.each<[Problem["status"], string]>([
    ["active", "yes"],
    [null, "yes"],
    ["inactive", "not-found"],
    ["resolved", "not-found"],
  ])("marked as %s", (status, answer) => {
    const one = input("rheumatoidArthritis", {}, { problems: [problem("rheumatoid-arthritis", { status })] });
    expect(value(one)).toBe(answer);
    const gut = input("secondaryOsteoporosis", {}, { problems: [problem("malabsorption", { status })] });
    expect(value(gut)).toBe(answer);
    const bone = input("secondaryOsteoporosis", {}, { problems: [problem("osteogenesis-imperfecta", { status })] });
    expect(value(bone), "lasts for life").toBe("yes");
  });

  it("denied is a no with its statement; silence of the whole list is one without", () => {
    const seen = [
      { kind: "labs" as const, complete: true, place: null },
      { kind: "problems" as const, complete: null, place: null },
    ];
    const denied = { problems: [problem("rheumatoid-arthritis", { negated: true })], seen };
    expect(input("rheumatoidArthritis", {}, denied)).toMatchObject({
      value: "no",
      evidence: [said("rheumatoid-arthritis")],
    });
    expect(value(input("rheumatoidArthritis", {}, { problems: [], seen }))).toBe("not-found");
    for (const field of ["rheumatoidArthritis", "secondaryOsteoporosis"] as const)
      expect(input(field)).toMatchObject({ value: "no", evidence: [] });
  });

  it("names the disorder that counts only while it lasts", () => {
    const one = input("secondaryOsteoporosis", {}, { problems: [problem("hyperthyroidism")] });
    expect(why(one)).toMatch(/^hyperthyroidism: counts only/);
  });
});

describe("measures", () => {
  it("a weight at the limit is entered as it is, and what is found has its evidence", () => {
    expect(input("weight", { weightKg: 125 })).toMatchObject({ value: "125", notes: [] });
    expect(from(input("bmd"))).toHaveLength(1);
    expect(input("bmd")).toMatchObject({ value: "-1.7", text: "T-score -1.7" });
  });

  it("a density goes in as such, with its maker and FRAX's own T-score (RISK.md 1.2: 0.659 is -1.66)", () => {
    const dxa = caseToChart(woman()).chart.dxa.map((one) => ({ ...one, bmd: 0.659, maker: "Hologic" }));
    expect(input("bmd", {}, { dxa })).toMatchObject({ value: "0.659", text: "Hologic, 0.659 g/cm² (T-score -1.66)" });
  });

  it("a neck that is not passed on is shown with its reason; no neck leaves only places to look", () => {
    const man = input("bmd", { sex: "M", menopause: null });
    expect(man).toMatchObject({
      state: "not-found",
      why: expect.stringMatching(/male reference/),
      look: ["dxa", "notes"],
    });
    expect(from(man)).toHaveLength(1);
    expect(input("bmd", { dxa: [scan("LS", -2)] })).toMatchObject({ why: "no femoral neck was read", evidence: [] });
    expect(input("bmd", { sex: null })).toMatchObject({ why: "the patient's sex was not read" });
  });

  it("says which of age and sex keeps the calculator from being filled", () => {
    const { blocked } = fraxInputs(caseToChart(woman({ age: 95, sex: null })).chart, TODAY);
    expect(blocked).toEqual(["sex: not read in the chart", "age 95 years: outside the FRAX range of 40 to 90 years"]);
  });
});
