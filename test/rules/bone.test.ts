import { describe, expect, it } from "vitest";
import { caseToChart } from "../../src/chart/case";
import type { BmdResult, Chart, Fracture, Medication } from "../../src/chart/chart";
import { known } from "../../src/chart/fact";
import { distances } from "../../src/rules/distances";
import {
  bmdCategory,
  earlierOsteoporosis,
  improved,
  lowestT,
  lowestZ,
  newestCentralScan,
  radiusIsLowest,
} from "../../src/rules/facts/bmd";
import { cancerTriggers } from "../../src/rules/facts/cancer";
import { harmDrugAtFracture, therapyAtFracture } from "../../src/rules/facts/fracture-drugs";
import { fractures, fragilityFracture } from "../../src/rules/facts/fractures";
import { broken, fracture, frax, type Input, man, med, prednisone, scan, woman } from "../cases/build";
import { ask, gaps } from "./ask";

const U = "unknown";
const dxa = (...scans: ReturnType<typeof scan>[]) => woman({ dxa: scans });
const measured = (more: Partial<BmdResult>): BmdResult => ({
  site: "FN",
  side: null,
  t: null,
  z: null,
  bmd: null,
  maker: null,
  date: "2026-07-14",
  prior: false,
  evidence: { from: "case", path: "dxa", text: "" },
  ...more,
});
const lowest = (...scans: BmdResult[]) => ask(lowestT, woman(), { dxa: scans });

describe("lowest T-score (CLINICAL.md 5.1)", () => {
  it.each<[string, BmdResult[], number | null]>([
    ["of hip and spine", [measured({ t: -1.7 }), measured({ site: "LS", t: -2.1 })], -2.1],
    ["-7 is a T-score", [measured({ t: -7 })], -7],
    ["-7.1 is none", [measured({ t: -7.1 })], null],
    ["6 is one", [measured({ t: 6 })], 6],
    ["6.1 is none", [measured({ t: 6.1 })], null],
    ["of the latest scan of a site", [measured({ t: -2.4, date: "2024-01-01" }), measured({ t: -1.2 })], -1.2],
    ["a quote of an earlier exam stands back", [measured({ t: -2.4, prior: true }), measured({ t: -1.2 })], -1.2],
    ["a quote alone counts", [measured({ t: -2.4, prior: true })], -2.4],
    ["left and right", [measured({ t: -1.4, side: "left" }), measured({ t: -1.9, side: "right" })], -1.9],
    ["heel", [measured({ site: "heel", t: -3 })], null],
    ["the radius where there is no other", [measured({ site: "R33", t: -2 })], -2],
    ["not where there is", [measured({ site: "R33", t: -2 }), measured({ t: -1 })], -1],
  ])("%s", (_, scans, t) => {
    expect(lowest(...scans)?.t ?? null).toBe(t);
  });

  it("two scores of one side contradict, two sides do not", () => {
    expect(lowest(measured({ t: -1.4 }), measured({ t: -1.9 }))?.conflict.toSorted()).toEqual([-1.4, -1.9]);
    expect(lowest(measured({ t: -1.4 }), measured({ t: -1.4 }))?.conflict).toEqual([]);
    expect(lowest(measured({ t: -1.4, side: "left" }), measured({ t: -1.9, side: "right" }))?.conflict).toEqual([]);
    const twice = { dxa: [measured({ t: -1.4 }), measured({ t: -1.9 })] };
    expect(gaps(lowestT, { input: woman(), patch: twice })).toEqual([
      "T-score FN: -1.4 or -1.9: conflicting (the lower, -1.9)",
    ]);
    expect(gaps(lowestT, { input: woman() })).toEqual([]);
  });

  it("is missing from a report that was read, else not seen", () => {
    expect(gaps(lowestT, { input: dxa() })).toContain("bone density of hip or spine: none-in-window");
    expect(gaps(lowestT, { input: dxa(), unseen: ["dxa"] })).toContain("bone density of hip or spine: none-in-window");
    expect(gaps(lowestT, { input: dxa(), unseen: ["dxa", "notes"] })).toContain(
      "bone density of hip or spine: not-seen",
    );
  });

  it.each<[string, Input, string | null]>([
    ["T -2.5", dxa(scan("FN", -2.5)), "osteoporosis"],
    ["T -2.4", dxa(scan("FN", -2.4)), "osteopenia"],
    ["T -1.1", dxa(scan("FN", -1.1)), "osteopenia"],
    ["T -1.0", dxa(scan("FN", -1)), "normal"],
    ["none", dxa(), null],
    [
      "Z -2.0 before menopause",
      woman({ age: 40, menopause: "pre", dxa: [scan("FN", -2.6, undefined, -2)] }),
      "below-expected-for-age",
    ],
    [
      "Z -1.9 before menopause",
      woman({ age: 40, menopause: "pre", dxa: [scan("FN", -2.6, undefined, -1.9)] }),
      "within-expected-for-age",
    ],
    ["no Z before menopause", woman({ age: 40, menopause: "pre", dxa: [scan("FN", -2.6)] }), null],
    ["menopause not known", woman({ age: 45, menopause: null, dxa: [scan("FN", -2.6)] }), null],
  ])("category: %s", (_, input, category) => {
    expect(ask(bmdCategory, input)).toBe(category);
  });

  it("of several Z-scores the lowest", () => {
    expect(ask(lowestZ, dxa(scan("FN", -1, undefined, -0.5), scan("LS", -1, undefined, -2.1)))).toBe(-2.1);
  });
});

describe("scans over time", () => {
  it.each<[string, Input, boolean]>([
    ["lower", dxa(scan("FN", -1.4), scan("LS", -1.2), scan("R33", -1.5)), true],
    ["lower than one of them only", dxa(scan("FN", -1.4), scan("LS", -1.9), scan("R33", -1.5)), false],
    ["as low as one", dxa(scan("FN", -1.5), scan("R33", -1.5)), false],
    ["not measured", dxa(scan("FN", -1.5)), false],
  ])("the radius is lowest: %s", (_, input, yes) => {
    expect(ask(radiusIsLowest, input)).toBe(yes);
  });

  it("of two values of the radius the lower is held against the others", () => {
    expect(
      ask(radiusIsLowest, woman(), {
        dxa: [measured({ t: -1.4 }), measured({ site: "R33", t: -1 }), measured({ site: "R33", t: -2 })],
      }),
    ).toBe(true);
  });

  it.each<[string, Input, string | null]>([
    [
      "the newest that was as low",
      dxa(scan("FN", -2), scan("FN", -2.6, "2018-01-01"), scan("FN", -2.5, "2020-01-01")),
      "2020-01-01",
    ],
    ["-2.4 was not", dxa(scan("FN", -2), scan("FN", -2.4, "2020-01-01")), null],
    ["the latest still is", dxa(scan("FN", -2.5), scan("FN", -2.8, "2020-01-01")), null],
    ["the radius never", dxa(scan("FN", -2), scan("R33", -2.8, "2020-01-01")), null],
  ])("earlier osteoporosis: %s", (_, input, date) => {
    expect(ask(earlierOsteoporosis, input)?.date ?? null).toBe(date);
  });

  it.each<[string, Input, [number, number] | null]>([
    ["better than the scan before", dxa(scan("LS", -2.1), scan("LS", -2.4, "2022-01-01")), [-2.4, -2.1]],
    ["worse", dxa(scan("LS", -2.4), scan("LS", -2.1, "2022-01-01")), null],
    ["the same", dxa(scan("LS", -2.1), scan("LS", -2.1, "2022-01-01")), null],
    ["another site", dxa(scan("LS", -2.1), scan("FN", -2.4, "2022-01-01")), null],
    ["another value of the same day", dxa(scan("LS", -2.1), scan("LS", -2.4)), null],
    [
      "against the newest that was lower",
      dxa(scan("LS", -2), scan("LS", -2.6, "2018-01-01"), scan("LS", -2.3, "2022-01-01")),
      [-2.3, -2],
    ],
    ["an impossible one before", dxa(scan("LS", -2.1), scan("LS", -9, "2022-01-01")), null],
    ["a Z-score alone before", dxa(scan("LS", -2.1), scan("LS", null, "2022-01-01", -1)), null],
  ])("improved: %s", (_, input, change) => {
    const found = ask(improved, input);
    expect(found && [found.from.t, found.to.t]).toEqual(change);
  });

  it("the newest scan of hip or spine is one of its own, with a score", () => {
    const newest = (...scans: BmdResult[]) => ask(newestCentralScan, woman(), { dxa: scans })?.date ?? null;
    expect(newest(measured({ t: -1, date: "2020-01-01" }), measured({ site: "LS", t: -1, date: "2024-01-01" }))).toBe(
      "2024-01-01",
    );
    expect(newest(measured({ z: -1 }))).toBe("2026-07-14");
    expect(newest(measured({ bmd: 0.7 }), measured({ t: 99 }))).toBeNull();
    expect(newest(measured({ t: -1, prior: true }), measured({ site: "R33", t: -1 }))).toBeNull();
  });
});

describe("distance to the thresholds", () => {
  const of = (input: Input) =>
    ask(distances, input).map(({ what, value, threshold, met, note }) => [
      what,
      value.value,
      value.unit,
      threshold.value,
      threshold.unit,
      met,
      note,
    ]);
  const t = (score: number) => of(woman({ frax: null, dxa: [scan("TH", score)] }));

  it.each<[number, boolean, string | null]>([
    [-2.2, false, null],
    [-2.3, false, "just above"],
    [-2.4, false, "just above"],
    [-2.5, true, "at the threshold"],
    [-2.6, true, null],
  ])("T-score %s", (score, met, note) => {
    expect(t(score)).toEqual([["T-score TH", score, "SD", -2.5, "SD", met, note]]);
  });

  const on = (mg: number, more: Input = {}) => of(woman({ frax: null, dxa: [], meds: [prednisone(mg, more)] }));
  it.each<[number, boolean, string | null]>([
    [5, false, null],
    [7.3, false, "just below"],
    [7.5, false, "at the threshold"],
    [7.6, true, null],
  ])("prednisone %s mg", (mg, met, note) => {
    expect(on(mg)).toEqual([["prednisone equivalent", mg, "mg/day", 7.5, "mg/day", met, note]]);
  });

  it("no dose, a dose that is not certain and no figure have none", () => {
    expect(of(woman({ frax: null, dxa: [] }))).toEqual([]);
    expect(on(10, { start: null })).toEqual([]);
    expect(of(woman({ dxa: [], frax: frax(null, 3) }))).toEqual([
      ["FRAX hip", 3, "%", 3, "%", true, "at the threshold"],
    ]);
    expect(of(woman({ dxa: [], frax: frax(20.1, null) }))).toEqual([["FRAX MOF", 20.1, "%", 20, "%", true, null]]);
  });

  it("each says where its figure was read", () => {
    const found = ask(distances, woman({ meds: [prednisone(5)], frax: frax(9, 1, { gcTicked: true }) }));
    expect(
      found.map(({ what, evidence }) => [
        what,
        evidence.map((e) => (e.from === "case" ? e.path.replace(/\[.*/, "") : "")),
      ]),
    ).toEqual([
      ["FRAX hip", ["frax"]],
      ["FRAX MOF", ["frax"]],
      ["T-score FN", ["dxa"]],
      ["prednisone equivalent", ["meds"]],
    ]);
  });
});

const event = (more: Partial<Fracture> = {}): Fracture => ({
  site: "wrist",
  date: "2020-05-05",
  trauma: "low",
  onTherapy: null,
  onHarmDrug: null,
  label: "wrist fracture",
  evidence: { from: "case", path: "fractures", text: "" },
  ...more,
});

describe("fractures (CLINICAL.md 5.2)", () => {
  const counted = (...all: Fracture[]) => {
    const { fragility, unclear } = ask(fractures, woman(), { fractures: all });
    return [fragility.length, unclear.length];
  };

  it.each<[string, Fracture[], [number, number]]>([
    ["in the year of the 18th birthday", [event({ date: "1981" })], [1, 0]],
    ["in the year before", [event({ date: "1980" })], [0, 0]],
    ["of a tumor", [event({ label: "pathologic wrist fracture" })], [0, 0]],
    ["without a story", [event({ trauma: null })], [0, 1]],
    ["a vertebra without a story", [event({ site: "L1", trauma: null })], [1, 0]],
    ["one listed twice", [event(), event({ site: " Wrist " })], [1, 0]],
    ["once without its date", [event(), event({ date: null })], [1, 0]],
    ["once without its cause", [event(), event({ trauma: null })], [1, 0]],
    ["two sites", [event(), event({ site: "hip" })], [2, 0]],
    ["two dates", [event(), event({ date: "2022-01-01" })], [2, 0]],
    ["two causes open, one closed", [event({ trauma: null }), event({ site: "hip" })], [1, 1]],
  ])("%s", (_, all, numbers) => {
    expect(counted(...all)).toEqual(numbers);
  });

  it("one that is on two lists has what each of them says", () => {
    const [joined] = ask(fractures, woman(), {
      fractures: [event({ date: null, trauma: null, onTherapy: true }), event({ onHarmDrug: false })],
    }).fragility;
    expect(joined).toMatchObject({ date: "2020-05-05", trauma: "low", onTherapy: true, onHarmDrug: false });
  });

  it("of an unknown age none is called a child's", () => {
    expect(ask(fractures, woman({ age: null }), { fractures: [event({ date: "1970" })] }).fragility).toHaveLength(1);
  });

  it.each<[string, Input, Partial<Chart>, unknown, string[]]>([
    ["stated none", woman(), {}, false, []],
    ["documented, all of high trauma", woman(broken(fracture("hip", "2020-01-01", { trauma: "high" }))), {}, false, []],
    [
      "documented, none listed",
      woman({ fractureHistory: "documented" }),
      {},
      U,
      ["fracture history: unusable (no fragility fracture)"],
    ],
    [
      "not stated",
      woman({ fractureHistory: "unknown" }),
      {},
      U,
      ["fracture history: none-in-window (no fragility fracture)"],
    ],
    [
      "not stated, one of high trauma",
      woman({ fractureHistory: "unknown", fractures: [fracture("hip", "2020-01-01", { trauma: "high" })] }),
      {},
      U,
      ["fracture history: none-in-window (no fragility fracture)"],
    ],
    [
      "not seen",
      woman({ fractureHistory: "unknown" }),
      { seen: [] },
      U,
      ["fracture history: not-seen (no fragility fracture)"],
    ],
    [
      "of unknown cause",
      woman(broken(fracture("wrist", "2020-01-01", { trauma: null }))),
      {},
      U,
      ["how the wrist fracture happened: not-stated (not a fragility fracture)"],
    ],
  ])("a fragility fracture: %s", (_, input, patch, truth, open) => {
    expect(ask(fragilityFracture, input, patch)).toBe(truth);
    expect(gaps(fragilityFracture, { input, patch })).toEqual(open);
  });
});

describe("what was taken when it broke (T-VH2, T-VH4)", () => {
  const drug = (ingredient: string, more: Partial<Medication> = {}): Medication => {
    const [one] = caseToChart(woman({ meds: [med(ingredient, { start: "2019-01-01", doseMg: 5 })] })).chart.medications;
    if (!one) throw new Error(ingredient);
    return { ...one, ...more };
  };
  const therapy = (medications: Medication[], ...all: Fracture[]) =>
    ask(therapyAtFracture, woman(), { medications, fractures: all });
  const harm = (medications: Medication[], ...all: Fracture[]) =>
    ask(harmDrugAtFracture, woman(), { medications, fractures: all });
  const stopped = (stop: string | null) => ({ status: "stopped", stop }) as const;

  it.each<[string, Medication, Fracture, unknown]>([
    ["begun before", drug("alendronate"), event(), true],
    ["begun on that day", drug("alendronate", { start: "2020-05-05" }), event(), false],
    ["begun the day before", drug("alendronate", { start: "2020-05-04" }), event(), true],
    ["begun after", drug("alendronate", { start: "2021-01-01" }), event(), false],
    ["begun at an unknown date", drug("alendronate", { start: null }), event(), false],
    ["stopped on that day", drug("alendronate", stopped("2020-05-05")), event(), false],
    ["stopped the day after", drug("alendronate", stopped("2020-05-06")), event(), true],
    ["stopped before", drug("alendronate", stopped("2019-05-05")), event(), false],
    ["stopped at an unknown date", drug("alendronate", stopped(null)), event(), false],
    ["only planned", drug("alendronate", { status: "planned" }), event(), false],
    ["a fracture without a date", drug("alendronate"), event({ date: null }), false],
    ["stated so", drug("alendronate", { start: "2021-01-01" }), event({ onTherapy: true }), true],
    ["stated not so", drug("alendronate"), event({ onTherapy: false }), false],
    ["for prevention only", drug("estrogens"), event(), false],
    ["another drug", drug("omeprazole"), event(), false],
    ["a fracture of unknown cause", drug("alendronate"), event({ trauma: null }), U],
    [
      "one of unknown cause before the drug",
      drug("alendronate", { start: "2021-01-01" }),
      event({ trauma: null }),
      false,
    ],
    ["one of unknown cause, stated so", drug("omeprazole"), event({ trauma: null, onTherapy: true }), U],
  ])("a bone drug %s", (_, medication, one, truth) => {
    expect(therapy([medication], one)).toBe(truth);
  });

  it("one drug and one fracture of several are enough", () => {
    const late = drug("risedronate", { start: "2022-01-01" });
    expect(therapy([late, drug("alendronate")], event())).toBe(true);
    expect(therapy([late, drug("alendronate")], event({ trauma: null }))).toBe(U);
    expect(
      therapy([drug("alendronate", { start: "2021-01-01" })], event(), event({ site: "hip", date: "2022-01-01" })),
    ).toBe(true);
  });

  it("without a fracture it is open only while one may be found, and a drug was taken", () => {
    const silent = { fractureHistory: "unknown" };
    expect(ask(therapyAtFracture, woman({ ...silent, meds: [med("alendronate")] }))).toBe(U);
    expect(ask(therapyAtFracture, woman(silent))).toBe(false);
    expect(ask(therapyAtFracture, woman({ meds: [med("alendronate")] }))).toBe(false);
  });

  it.each<[string, Medication, unknown]>([
    ["an aromatase inhibitor", drug("letrozole"), true],
    ["androgen deprivation", drug("leuprolide"), true],
    ["glucocorticoid for years", drug("prednisone"), true],
    ["glucocorticoid for two months", drug("prednisone", { start: "2020-04-01", ...stopped("2020-06-01") }), false],
    ["glucocorticoid of an unknown length", drug("prednisone", { start: null }), false],
    ["a bone drug", drug("alendronate"), false],
  ])("a drug that harms bone: %s", (_, medication, truth) => {
    expect(harm([medication], event())).toBe(truth);
  });

  it("as the chart states it", () => {
    expect([harm([], event({ onHarmDrug: true })), harm([drug("letrozole")], event({ onHarmDrug: false }))]).toEqual([
      true,
      false,
    ]);
  });
});

describe("cancer triggers (X6)", () => {
  const AI = { meds: [med("anastrozole")] };
  const at = (t: number, more: Input = {}) =>
    ask(cancerTriggers, woman({ dxa: [scan("FN", t)], ...AI, ...more })).map((words) => words.split(" with ")[0]);
  it.each<[string, number, Input, string[]]>([
    ["T -2.5", -2.5, {}, ["ASCO 2019: T-score of -2.5 or lower", "AI statement 2017: T-score below -2.0"]],
    ["T -2.1", -2.1, {}, ["AI statement 2017: T-score below -2.0"]],
    ["T -2.0 without a factor", -2, {}, []],
    ["T -2.0 with a factor", -2, { smoking: true }, ["AI statement 2017: T-score below -1.5"]],
    ["T -1.6 with a factor", -1.6, { smoking: true }, ["AI statement 2017: T-score below -1.5"]],
    ["T -1.5 with a factor", -1.5, { smoking: true }, []],
    ["T -2.1 without the inhibitor", -2.1, { meds: [med("leuprolide")] }, []],
    ["FRAX hip 3 %", -1, { frax: frax(9, 3) }, ["ASCO 2019: FRAX MOF 20 % or hip 3 %"]],
    ["no cancer", -2.6, { meds: [] }, []],
  ])("%s", (_, t, more, expected) => {
    expect(at(t, more)).toEqual(expected);
  });

  it("without bone density two factors are enough, one is not", () => {
    const none = (more: Input) => ask(cancerTriggers, woman({ dxa: [], frax: null, ...AI, ...more }));
    expect(none({ smoking: true, alcoholDrinksPerDay: 3 })).toEqual([
      "AI statement 2017: current smoking, 3 or more alcoholic drinks a day without bone density",
    ]);
    expect(none({ smoking: true })).toEqual([]);
    expect(
      ask(cancerTriggers, man({ dxa: [], frax: null, smoking: true, alcoholDrinksPerDay: 3 }), {
        menopause: known("post"),
      }),
    ).toEqual([]);
    expect(at(-1, { smoking: true, alcoholDrinksPerDay: 3 })).toEqual([]);
  });
});
