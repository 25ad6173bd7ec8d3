import { beforeAll, describe, expect, it } from "vitest";
import { emptyForm, type Form } from "../../popup/form";
import { typedCase } from "../../popup/typed-case";
import { caseToChart } from "../../src/chart/case";
import { conditionOf } from "../../src/terminology/conditions";
import { CONDITIONS } from "../../src/ui/type-in/choices";
import { FIGURES, type FigureName, LABS } from "../../src/ui/type-in/measures";
import { typedDate, typedFigure } from "../../src/ui/type-in/typed-value";
import { speakEnglish } from "../ui/locale";

const TODAY = "2026-11-23";
beforeAll(() => speakEnglish());

function figure(name: FigureName, text: string, unit = FIGURES[name].ranges[0].unit) {
  return typedFigure(text, FIGURES[name], unit);
}

function filled(change: {
  figures?: Partial<Form["figures"]>;
  units?: Partial<Form["units"]>;
  dates?: Partial<Form["dates"]>;
  choices?: Partial<Form["choices"]>;
  conditions?: string[];
}): Form {
  const form = emptyForm(TODAY);
  return {
    ...form,
    figures: { ...form.figures, ...change.figures },
    units: { ...form.units, ...change.units },
    dates: { ...form.dates, ...change.dates },
    choices: { ...form.choices, ...change.choices },
    conditions: change.conditions ?? [],
  };
}

describe("a typed figure", () => {
  it.each([
    ["tFN", "-7", -7],
    ["tFN", "6", 6],
    ["tFN", "\u22121.9", -1.9],
    ["tFN", "+0.4", 0.4],
    ["tFN", " -.5 ", -0.5],
    ["fraxMof", "0", 0],
    ["fraxHip", "100", 100],
    ["age", "120", 120],
  ] as const)("%s %j is %d", (name, text, value) => {
    expect(figure(name, text)).toEqual({ state: "value", value });
  });

  it.each([
    ["tFN", "-7.1"],
    ["tFN", "6.1"],
    ["tFN", "-21"],
    ["fraxMof", "100.1"],
    ["fraxMof", "-1"],
    ["age", "121"],
    ["age", "67.5"],
    ["age", "-3"],
    ["tFN", "1,9"],
    ["tFN", "-1.9 to -2.1"],
    ["tFN", "--1"],
    ["tFN", "1e1"],
    ["calcium", "<8"],
    ["weight", "0x40"],
  ] as const)("%s %j is refused, not bent into range", (name, text) => {
    expect(figure(name, text).state).toBe("refused");
  });

  it.each([
    ["calcium", "9.4", "mmol/L", "mg/dL"],
    ["calcium", "2.3", "mg/dL", "mmol/L"],
    ["creatinine", "80", "mg/dL", "µmol/L"],
    ["creatinine", "0.9", "umol/L", "mg/dL"],
    ["albumin", "41", "g/dL", "g/L"],
    ["hemoglobin", "134", "g/dL", "g/L"],
  ] as const)("%s %s in %s asks whether it is in the other unit", (name, text, unit, other) => {
    const typed = figure(name, text, unit);
    expect(typed.state === "refused" && typed.reason).toContain(`Or is its unit “${other}”?`);
  });
});

describe("a typed date", () => {
  it.each(["2026-08-12", "2026-08", "2026", "2024-02-29", TODAY])("%s is as precise as it is written", (text) => {
    expect(typedDate(text, TODAY)).toEqual({ state: "value", value: text });
  });

  it.each([
    "08/12/2026",
    "2026-13-01",
    "2025-02-29",
    "2026-8-1",
    "2026-11-24",
    "2026-12",
    "2027",
    "1899",
    "today",
  ])("%s is refused", (text) => {
    expect(typedDate(text, TODAY).state).toBe("refused");
  });
});

describe("the case", () => {
  it("holds nothing that was not typed: unknown is null, never no", () => {
    const { case: input, refused } = typedCase(emptyForm(TODAY), TODAY);
    expect(refused.size).toBe(0);
    expect(input).toEqual({
      age: null,
      sex: null,
      menopause: null,
      weightKg: null,
      heightCm: null,
      dxa: [],
      fractureHistory: "unknown",
      fractures: [],
      frax: null,
      labs: [],
      meds: [],
      problems: [],
      allergies: [],
      lastDentalExam: null,
    });
  });

  it("holds what was typed, with units and dates", () => {
    const { case: input } = typedCase(
      filled({
        figures: {
          age: "68",
          weight: "150",
          height: "64",
          tFN: "-2.1",
          fraxMof: "17.6",
          vitaminD: "52",
          steroidDose: "10",
        },
        units: { weight: "lb", height: "in", vitaminD: "nmol/L" },
        dates: { dxaDate: "2026-08-10", fraxDate: "2026-08-12", labDate: "2026-09", steroidSince: "2026-03-01" },
        choices: { sex: "F", menopause: "post", steroid: "prednisone", fraxSteroids: "yes", drug: "denosumab" },
        conditions: ["Parent hip fracture"],
      }),
      TODAY,
    );
    expect(input).toMatchObject({
      age: 68,
      sex: "F",
      menopause: "post",
      weightKg: 68,
      heightCm: 162.6,
      dxa: [{ site: "FN", t: -2.1, z: null, date: "2026-08-10" }],
      frax: { mof: 17.6, hip: null, date: "2026-08-12", gcTicked: true },
      labs: [{ key: "VITD", value: 52, unit: "nmol/L", date: "2026-09" }],
      problems: ["Parent hip fracture"],
      allergies: [],
    });
    expect(input.meds).toEqual([
      { text: "prednisone 10 mg daily", ingredient: "prednisone", doseMg: 10, route: "oral", start: "2026-03-01" },
      {
        text: "denosumab 60 mg SC every 6 months",
        ingredient: "denosumab",
        doseMg: 60,
        route: "sc",
        start: null,
        antiresorptive: true,
      },
    ]);
  });

  it("is taken whole by the reader of cases: no field unknown to it, no value refused", () => {
    const every = Object.fromEntries(
      Object.entries(FIGURES).map(([name, { ranges }]) => [name, String(ranges[0].high)]),
    ) as Form["figures"];
    const { case: input, refused } = typedCase(
      filled({
        figures: { ...every, fraxHip: "20" },
        dates: {
          drugSince: "2024",
          drugLast: "2026-03",
          drugStopped: "2026-04",
          fractureDate1: "2021",
          dentalExam: "2026",
        },
        choices: {
          sex: "M",
          fractureHistory: "documented",
          fractureSite1: "hip",
          fractureTrauma1: "low",
          fractureOnTherapy1: "no",
          fractureSite2: "wrist",
          fraxSteroids: "yes",
          fraxAdjusted: "no",
          steroid: "hydrocortisone",
          steroidReplacement: "yes",
          drug: "zoledronic acid",
          drugPlanned: "yes",
          smoking: "former",
        },
        conditions: ["Parent hip fracture", "Stroke"],
      }),
      TODAY,
    );
    expect([...refused]).toEqual([]);
    const { chart, rejected } = caseToChart({ ...input, asOf: TODAY });
    expect(rejected).toEqual([]);
    expect(chart.labs).toHaveLength(Object.keys(LABS).length);
    expect(chart.labs.map(({ result }) => result.kind === "number" && result.canonical !== null)).not.toContain(false);
    expect(chart.dxa.map(({ site }) => site).sort()).toEqual(["FN", "LS", "R33", "TH"]);
    expect(chart.fractures).toHaveLength(2);
    expect(chart.medications.map(({ ingredient }) => ingredient)).toEqual(["hydrocortisone", "zoledronic acid"]);
  });

  it.each(CONDITIONS.map(([condition]) => condition))("%s is a condition the rules know", (condition) => {
    expect(conditionOf(condition)).not.toBeNull();
  });

  it.each(Object.keys(LABS) as (keyof typeof LABS)[])("%s: every unit offered is one the rules convert", (name) => {
    const { key, name: shown, ranges } = LABS[name];
    for (const { unit, high } of ranges) {
      const lab = { key, name: shown, loinc: null, value: high, unit, date: TODAY };
      const [read] = caseToChart({ asOf: TODAY, labs: [lab] }).chart.labs;
      expect(read?.result.kind === "number" && read.result.canonical, unit).not.toBeNull();
    }
  });

  it("drops menopause and fractures that a later answer made pointless", () => {
    const { case: input } = typedCase(
      filled({ choices: { sex: "M", menopause: "post", fractureHistory: "documented-none", fractureSite1: "hip" } }),
      TODAY,
    );
    expect(input.menopause).toBeNull();
    expect(input.fractures).toEqual([]);
  });

  it.each([
    ["a hip figure above the major-fracture figure", { figures: { fraxMof: "12", fraxHip: "13" } }, "fraxHip"],
    ["a steroid without a dose", { choices: { steroid: "prednisone" } }, "steroidDose"],
    ["a fracture without a site", { choices: { fractureHistory: "documented" as const } }, "fractureSite1"],
    ["a last dose before the first", { dates: { drugSince: "2026-03", drugLast: "2025-09-20" } }, "drugLast"],
    ["an impossible T-score", { figures: { tLS: "-15.2" } }, "tLS"],
  ] as const)("refuses %s at its field", (_, change, field) => {
    expect([...typedCase(filled(change), TODAY).refused.keys()]).toEqual([field]);
  });

  it("takes a last dose in the year the drug began", () => {
    expect(typedCase(filled({ dates: { drugSince: "2026-03", drugLast: "2026" } }), TODAY).refused.size).toBe(0);
  });
});
