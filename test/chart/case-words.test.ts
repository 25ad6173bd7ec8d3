import { describe, expect, it } from "vitest";
import { caseToChart } from "../../src/chart/case";
import type { Chart, FraxResult, LabResult, Medication } from "../../src/chart/chart";
import { chartToCase } from "../../src/chart/to-case";
import { fracture, frax, type Input, lab, labs, med, scan, TODAY, woman } from "../cases/build";

const chartOf = (input: Input): Chart => caseToChart(woman(input)).chart;
const refused = (input: Input) => caseToChart(woman(input)).rejected.map(({ path, reason }) => `${path}: ${reason}`);

describe("what a case says", () => {
  it.each<[string, string | null]>([
    ["MI 8 months ago", "2026-03"],
    ["MI a month ago", "2026-10"],
    ["MI one month ago", "2026-10"],
    ["MI two weeks ago", "2026-11-09"],
    ["MI 3 days ago", "2026-11-20"],
    ["MI 2 years ago", "2024"],
    ["MI twelve months ago", "2025-11"],
    ["MI 2019", "2019"],
    ["MI 12019", null],
    ["MI", null],
  ])("the day of %j: %s", (problem, date) => {
    expect(chartOf({ problems: [problem] }).problems[0]?.date).toBe(date);
  });

  it("a problem without a name of ours is kept as it stands", () => {
    expect(chartOf({ problems: ["Tinnitus"] }).problems).toMatchObject([
      { label: "Tinnitus", condition: null, status: null, negated: false, date: null },
    ]);
    expect(chartOf({ problems: ["History of celiac disease", "Celiac disease"] }).problems).toMatchObject([
      { status: "inactive" },
      { status: "active" },
    ]);
  });

  it("an allergy with its drug and reaction", () => {
    expect(chartOf({ allergies: ["Prolia: cellulitis", "latex", "Fosamax:rash"] }).allergies).toMatchObject([
      { label: "Prolia: cellulitis", ingredient: "denosumab", reaction: "cellulitis" },
      { label: "latex", ingredient: null, reaction: null },
      { ingredient: "alendronate", reaction: "rash" },
    ]);
  });

  it.each<[string, Input, object]>([
    ["a bound of its own", { value: 8, comparator: "<" }, { kind: "number", comparator: "<", value: 8 }],
    ["a bound in the text", { value: ">=60" }, { kind: "number", comparator: ">=", value: 60 }],
    ["a number in the text", { value: " 8.5 " }, { kind: "number", comparator: null, value: 8.5 }],
    ["words", { value: "see note" }, { kind: "text", text: "see note" }],
    ["words in a field of their own", { value: null, text: "see note" }, { kind: "text", text: "see note" }],
    ["nothing", { value: null }, { kind: "text", text: "no value" }],
  ])("a result: %s", (_, more, result) => {
    expect(chartOf({ labs: [{ ...lab("VITD", null, "ng/mL"), ...more }] }).labs[0]?.result).toMatchObject(result);
  });

  it.each<[string, Input, string | null]>([
    ["pending in words", { value: "Pending" }, "pending"],
    ["ordered", { value: "ordered" }, "pending"],
    ["other words", { value: "see note" }, null],
    ["a number", { value: 8 }, null],
    ["said", { value: 8, status: "corrected" }, "corrected"],
  ])("status: %s", (_, more, status) => {
    expect(chartOf({ labs: [{ ...lab("VITD", null, "ng/mL"), ...more }] }).labs[0]?.status).toBe(status);
  });

  it("the label is the name, else the name of the test", () => {
    expect(chartOf({ labs: [{ ...lab("VITD", 8, "ng/mL"), name: "25-OH-D" }] }).labs[0]?.label).toBe("25-OH-D");
    expect(chartOf({ labs: [{ ...lab("CA", 9, "mg/dL"), name: "" }] }).labs[0]?.label).toMatch(/calcium/i);
  });

  it.each<[Input, string | null]>([
    [{ key: "CA", name: "", loinc: null }, "CA"],
    [{ key: "", name: "Calcium", loinc: null }, "CA"],
    [{ key: "", name: "Totalcalc", loinc: "17861-6" }, "CA"],
    [{ key: "CA", name: "Albumin", loinc: null }, null],
    [{ key: "VITD", name: "1,25-dihydroxyvitamin D", loinc: null }, null],
    [{ key: "VITD", name: "Vitamin D", loinc: "62290-2" }, null],
    [{ key: "", name: "Sodium intake", loinc: null }, null],
  ])("which test %j is: %s", (more, analyte) => {
    const read = caseToChart(woman({ labs: [{ ...lab("CA", 9, "mg/dL"), ...more }] }));
    expect(read.chart.labs[0]?.analyte ?? null).toBe(analyte);
    expect(read.rejected).toHaveLength(analyte === null ? 1 : 0);
  });

  it("fracture history, stated and listed", () => {
    const of = (said: string, ...fractures: Input[]) => chartOf({ fractureHistory: said, fractures }).fractureHistory;
    expect(of("documented-none")).toMatchObject({ state: "known", value: "none" });
    expect(of("documented")).toMatchObject({ state: "known", value: "documented" });
    expect(of("unknown")).toEqual({ state: "unknown" });
    expect(of("documented-none", fracture("hip", "2020", { trauma: "high" }))).toMatchObject({ value: "none" });
    expect(of("documented", fracture("hip", "2020"))).toMatchObject({ state: "known", value: "documented" });
    expect(of("documented-none", fracture("hip", "2020"))).toMatchObject({
      state: "conflicting",
      values: [{ value: "none" }, { value: "documented" }],
    });
    expect(refused({ fractureHistory: "documented-none", fractures: [fracture("hip", "2020")] }).join()).toContain(
      "low-trauma fracture is listed",
    );
  });

  it("smoking in words or as yes and no", () => {
    const of = (smoking: unknown) => {
      const fact = chartOf({ smoking }).smoking;
      return fact.state === "known" ? fact.value : fact.state;
    };
    expect([true, false, "current", "former", "never", null].map(of)).toEqual([
      "current",
      "never",
      "current",
      "former",
      "never",
      "unknown",
    ]);
  });

  it.each<[string, Input, string]>([
    ["no site of a scan", { dxa: [{ t: -1, z: null, date: null }] }, "dxa[0]: no site"],
    ["no site of a fracture", { fractures: [{ date: "2020" }] }, "fractures[0]: no site"],
    ["an allergy that is no text", { allergies: [5] }, "allergies: entry 0 is not text"],
    ["a value that is neither", { labs: [lab("TSH", true, "mIU/L")] }, "neither a number nor text"],
    ["a truth that is none", { plannedDrug: "yes" }, "neither true nor false"],
    ["text that is none", { dxa: [{ site: 5, t: -1, z: null, date: null }] }, "is not text"],
    ["a date that is none", { lastDentalExam: 2026 }, "is not a date"],
    ["the same drug twice", { meds: [med("alendronate"), med("alendronate")] }, "the same entry is there twice"],
    ["a number beyond its limits", { weightKg: 1e6 }, "is not a number from"],
    ["a number without end", { weightKg: Number.POSITIVE_INFINITY }, "is not a number from"],
  ])("refused with its reason: %s", (_, input, reason) => {
    expect(refused(input).join(" | ")).toContain(reason);
  });

  it("what is refused is nowhere in the chart", () => {
    expect(chartOf({ dxa: [{ t: -1, z: null, date: null }] }).dxa).toEqual([]);
    expect(chartOf({ dxa: [{ site: "FN", t: null, z: null, date: null }] }).dxa).toEqual([]);
    expect(chartOf({ dxa: [{ site: "FN", t: null, z: -1, date: null }] }).dxa).toHaveLength(1);
    expect(chartOf({ dxa: [scan("FN", -1, "2027-01-01")] }).dxa).toEqual([]);
    expect(chartOf({ frax: frax(null, null) }).frax).toEqual([]);
    expect(chartOf({ frax: frax(3, 3) }).frax).toMatchObject([{ mof: 3, hip: 3 }]);
    expect(chartOf({ frax: frax(9, 1, { date: "2027-01-01" }) }).frax).toEqual([]);
    expect(chartOf({ fractures: [{ date: "2020" }] }).fractures).toEqual([]);
    expect(chartOf({ fractures: [fracture("hip", "2027")] }).fractures).toEqual([]);
    expect(chartOf({ allergies: [5] }).allergies).toEqual([]);
    expect(chartOf({ problems: [5] }).problems).toEqual([]);
    expect(chartOf({ meds: [med("alendronate"), med("alendronate")] }).medications).toHaveLength(1);
    expect(chartOf({ labs: [lab("TSH", 2, "mIU/L"), lab("TSH", 2, "mIU/L")] }).labs).toHaveLength(1);
    expect(chartOf({ labs: [lab("TSH", 2, "mIU/L", "2027-01-01")] }).labs).toEqual([]);
  });

  it("the edges of what can be are inside", () => {
    expect(chartOf({ dxa: [scan("FN", -7), scan("TH", 6)] }).dxa).toHaveLength(2);
    expect(chartOf({ frax: frax(100, 0) }).frax).toHaveLength(1);
  });

  it.each([
    [{ hipComparator: "<" }, 3, 0.1, { mofComparator: null, hipComparator: "<" }],
    [{ mofComparator: ">" }, 20, 25, { mof: 20, mofComparator: ">", hip: 25 }],
    [{ hipComparator: "<" }, 3, 4, { mof: 3, hip: 4, hipComparator: "<" }],
  ])("FRAX with a bound keeps it: %j", (bound, mof, hip, read) => {
    expect(chartOf({ frax: frax(mof, hip, bound) }).frax).toMatchObject([read]);
  });

  it("a bound that is none is refused; one without a figure says nothing", () => {
    expect(refused({ frax: frax(3, 1, { hipComparator: "about" }) }).join()).toContain("none of <, >");
    expect(chartOf({ frax: frax(3, null, { hipComparator: "<" }) }).frax).toMatchObject([{ hipComparator: null }]);
  });

  it("every list that a case states is seen, whole", () => {
    const { chart } = caseToChart(woman({}), ["labs"]);
    expect(chart.seen).toEqual([{ kind: "labs", complete: true, place: null }]);
  });

  it("FRAX with what was entered", () => {
    expect(
      chartOf({ frax: frax(9, 1, { withBMD: false, gcTicked: true, doseAdjusted: false, country: "UK" }) }).frax,
    ).toMatchObject([
      {
        withBmd: false,
        glucocorticoidsTicked: true,
        glucocorticoidAdjusted: false,
        country: "UK",
        mofComparator: null,
      },
    ]);
  });
});

describe("a chart in the words of a case", () => {
  const base = chartOf({});
  const only = <K extends keyof Chart>(key: K, value: Chart[K]) => chartToCase({ ...base, [key]: value });
  const first = <T>(all: readonly T[]): T => {
    const [one] = all;
    if (!one) throw new Error("none");
    return one;
  };

  it.each<[string, Partial<Medication>, Input | null]>([
    ["active", { status: "active", dosePerDayMg: 10 }, { doseMg: 10, perDay: 1 }],
    ["without a dose", { status: "active", dosePerDayMg: null }, { doseMg: null }],
    ["stopped on a day", { status: "stopped", stop: "2026-01-01" }, { stop: "2026-01-01" }],
    ["stopped, not said when", { status: "stopped", stop: null }, null],
    ["planned", { status: "planned" }, null],
    ["not known", { status: "unknown" }, null],
    ["as needed", { asNeeded: true, label: "prednisone" }, { text: "prednisone as needed" }],
    ["as needed by its name", { asNeeded: true, label: "prednisone PRN" }, { text: "prednisone PRN" }],
    ["replacement", { replacement: false, lastGiven: "2026-01-01" }, { replacement: false, lastGiven: "2026-01-01" }],
  ])("a drug: %s", (_, more, expected) => {
    const drug = first(chartOf({ meds: [med("prednisone")] }).medications);
    const { input, leftOut } = only("medications", [{ ...drug, ...more }]);
    const [said] = input.meds as Input[];
    if (expected === null) expect([said, leftOut]).toEqual([undefined, [drug.evidence.text]]);
    else expect(said).toMatchObject(expected);
    for (const field of ["perDay", "stop", "replacement", "lastGiven"])
      if (said && !(field in (expected ?? {})))
        expect(field in said, field).toBe(field === "perDay" && said.doseMg !== null);
  });

  it.each<[string, Partial<LabResult>, Input]>([
    ["a number", {}, { value: 9.3, unit: "mg/dL" }],
    [
      "a bound",
      { result: { kind: "number", comparator: "<", value: 8, unit: "mg/dL", canonical: null } },
      { value: 8, comparator: "<" },
    ],
    ["words", { result: { kind: "text", text: "See note" } }, { value: null, unit: null, text: "See note" }],
    ["a flag", { flag: "low" }, { flag: "low" }],
    ["a status", { status: "final" }, { status: "final" }],
  ])("a result: %s", (_, more, expected) => {
    const one = first(chartOf({ labs: [lab("CA", 9.3, "mg/dL")] }).labs);
    const [said] = only("labs", [{ ...one, flag: null, status: null, ...more }]).input.labs as Input[];
    expect(said).toMatchObject({ key: "CA", name: "CA", date: "2026-10-05", ...expected });
    for (const field of ["flag", "status", "comparator"]) expect(field in (said ?? {}), field).toBe(field in expected);
  });

  it("problems that hold, by their name; those that are over are left out by name", () => {
    const of = (...problems: Chart["problems"]) => only("problems", problems);
    const [holds, unnamed] = chartOf({ problems: ["Celiac disease", "Tinnitus"] }).problems;
    if (!holds || !unnamed) throw new Error("no problems");
    expect(of(holds, unnamed, { ...holds, negated: true }).input.problems).toEqual(["Celiac disease"]);
    expect(of({ ...holds, status: "resolved" }, { ...holds, status: "inactive" })).toMatchObject({
      input: { problems: [] },
      leftOut: ["Celiac disease", "Celiac disease"],
    });
  });

  it("the newest FRAX without bounds", () => {
    const one = first(base.frax);
    const of = (...all: Partial<FraxResult>[]) =>
      only(
        "frax",
        all.map((more) => ({ ...one, ...more })),
      );
    expect(of({ mof: 9, date: "2025-01-01" }, { mof: 12, date: "2026-01-01" }).input.frax).toMatchObject({ mof: 12 });
    expect(of({ mof: 12, date: "2026-01-01" }, { mof: 9, date: "2025-01-01" }).input.frax).toMatchObject({ mof: 12 });
    expect(of({ mof: 9, date: null }, { mof: 12, date: "2026-01-01" }).input.frax).toMatchObject({ mof: 12 });
    expect(of({ mof: 20, mofComparator: ">" }, { hip: 3, hipComparator: "<" })).toMatchObject({
      leftOut: [one.evidence.text, one.evidence.text],
    });
    expect(of({ mofComparator: ">" }).input.frax).toBeUndefined();
    expect(of({ glucocorticoidsTicked: true, glucocorticoidAdjusted: false }).input.frax).toMatchObject({
      gcTicked: true,
      doseAdjusted: false,
    });
    expect(of({ glucocorticoidsTicked: null, glucocorticoidAdjusted: null }).input.frax).not.toHaveProperty("gcTicked");
    expect(of({ glucocorticoidAdjusted: null }).input.frax).not.toHaveProperty("doseAdjusted");
    expect(of({ date: "2026-01-01" }).read.frax).toEqual({ text: one.evidence.text, date: "2026-01-01" });
  });

  it("fractures with what was taken when they happened, where that is known", () => {
    const one = first(chartOf({ fractures: [fracture("hip", "2026-08-01")] }).fractures);
    const said = (more: Partial<typeof one>) =>
      (only("fractures", [{ ...one, ...more }]).input.fractures as Input[])[0];
    expect(said({ onTherapy: true, onHarmDrug: false })).toMatchObject({ onTherapy: true, onHarmDrug: false });
    expect(said({})).not.toHaveProperty("onTherapy");
    expect(said({})).not.toHaveProperty("onHarmDrug");
  });

  it("scans without a score are left out", () => {
    const one = first(base.dxa);
    const of = (t: number | null, z: number | null) => only("dxa", [{ ...one, t, z }]).input.dxa;
    expect([of(null, null), of(null, -1), of(-1, null)]).toMatchObject([[], [{ z: -1 }], [{ t: -1 }]]);
  });

  it("a dental exam is a day; that there was none has no word in a case", () => {
    const known = (value: string) => ({ state: "known" as const, value, evidence: [] });
    expect(only("lastDentalExam", known("2026-05-11")).input.lastDentalExam).toBe("2026-05-11");
    expect(only("lastDentalExam", known("none")).input.lastDentalExam).toBeUndefined();
    const both = { state: "conflicting" as const, values: [known("none"), known("2026-05-11")] };
    expect(only("lastDentalExam", both).leftOut.join()).toContain("dental exam: conflicting");
    expect(only("lastDentalExam", { state: "unknown" }).leftOut).toEqual([]);
  });

  it("says of a fact without evidence that it has none", () => {
    expect(only("weightKg", { state: "known", value: 61, evidence: [] }).read.weightKg).toEqual({
      text: "",
      date: null,
    });
    expect(chartToCase(caseToChart({ asOf: TODAY }).chart)).toMatchObject({
      input: { labs: [], meds: [] },
      leftOut: [],
    });
    expect(chartToCase(chartOf({ labs: labs() })).leftOut).toEqual([]);
  });
});
