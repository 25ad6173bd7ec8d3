import { describe, expect, it } from "vitest";
import { caseToChart } from "../../src/chart/case";
import type { Medication } from "../../src/chart/chart";
import {
  courses,
  highDoseSteroid,
  localSteroids,
  longDose,
  longSteroid,
  replacementSteroids,
  sixMonthsAtSevenFive,
  veryHighDoseSteroid,
} from "../../src/rules/facts/steroids";
import {
  anabolicFinished,
  boneDrugPlanned,
  currentBoneDrugs,
  denosumab,
  denosumabStopped,
  monthsSince,
  plannedBoneDrugs,
  stoppedBoneDrugs,
  untreated,
} from "../../src/rules/facts/therapy";
import { cautions, firstSteps } from "../../src/rules/therapy/cautions";
import { assessed } from "../cases/answer";
import { broken, fracture, highWoman, type Input, lab, labs, med, scan, without, woman } from "../cases/build";
import { gaps, reading } from "./ask";

const U = "unknown";
/** A drug on the list; begun in 2020 and current unless said otherwise. */
const drug = (ingredient: string, more: Partial<Medication> = {}): Medication => {
  const [one] = caseToChart(woman({ meds: [med(ingredient, { start: "2020-01-01", doseMg: 5 })] })).chart.medications;
  if (!one) throw new Error(ingredient);
  return { ...one, label: ingredient, ...more };
};
const steroid = (mg: number | null, more: Partial<Medication> = {}) =>
  drug("prednisone", { prednisoneMgPerDay: mg, dosePerDayMg: mg, ...more });
const at = (text: string): Partial<Medication> => ({ evidence: { from: "case", path: "meds[0]", text } });
const ended = (stop: string | null, more: Partial<Medication> = {}): Partial<Medication> => ({
  status: "stopped",
  stop,
  ...more,
});
const taking = (...medications: Medication[]) => reading({ input: woman(), patch: { medications } });

describe("long glucocorticoid", () => {
  const dose = (...all: Medication[]) => {
    const found = taking(...all).ask(longDose);
    return found && [found.low, found.high];
  };
  const ANY = Number.POSITIVE_INFINITY;
  it.each<[string, Medication[], [number, number] | null]>([
    ["one", [steroid(5)], [5, 5]],
    ["none", [], [0, 0]],
    ["two of different kind are added", [steroid(5), drug("dexamethasone", { prednisoneMgPerDay: 10 })], [15, 15]],
    ["two doses of one are steps or a sum", [steroid(5), steroid(10, { start: "2020-02-01" })], [5, 15]],
    ["one listed twice", [steroid(5), steroid(5)], [5, 5]],
    ["one listed twice, once with its time of day", [steroid(5), steroid(5, at("every morning"))], [5, 5]],
    ["a morning and an evening dose", [steroid(5, at("every morning")), steroid(5, at("at bedtime"))], [10, 10]],
    ["unlike doses of morning and evening", [steroid(5, at("qAM")), steroid(2.5, at("qPM"))], [7.5, 7.5]],
    [
      "morning and evening from two days",
      [steroid(5, at("every morning")), steroid(5, { ...at("every evening"), start: "2020-02-01" })],
      [5, 10],
    ],
    ["printed at a time of day", [steroid(5, at("3:05 AM")), steroid(5, at("3:05 PM"))], [5, 5]],
    ["twice a day, listed twice", [steroid(10, at("morning and evening")), steroid(10, at("every morning"))], [10, 10]],
    ["the same dose from two days", [steroid(5), steroid(5, { start: "2020-02-01" })], [5, 10]],
    ["two doses from one day", [steroid(5), steroid(10)], [5, 15]],
    ["an unknown dose", [steroid(null)], [0, ANY]],
    [
      "an equivalent that is computed: methylprednisolone 8 mg",
      [drug("methylprednisolone", { prednisoneMgPerDay: null, dosePerDayMg: 8 })],
      [10, 10],
    ],
    ["a drug without a ratio", [drug("vamorolone", { prednisoneMgPerDay: null, dosePerDayMg: 8 })], [0, ANY]],
    ["inhaled", [steroid(5, { route: "inhaled" })], [0, 0]],
    ["route not stated", [steroid(5, { route: null })], [0, 5]],
    ["when needed", [steroid(5, { asNeeded: true })], [0, 0]],
    ["planned", [steroid(5, { status: "planned" })], [0, 0]],
    ["stopped", [steroid(5, ended("2026-01-01"))], [0, 0]],
    ["status not stated", [steroid(5, { status: "unknown" })], [5, 5]],
    ["on the list with a stop", [steroid(5, { stop: "2026-01-01" })], [0, 0]],
    ["another drug", [drug("alendronate")], [0, 0]],
    ["three months to the day", [steroid(5, { start: "2026-08-23" })], [5, 5]],
    ["a day less", [steroid(5, { start: "2026-08-24" })], [0, 0]],
    ["begun in a month that leaves it open", [steroid(5, { start: "2026-08" })], [0, 5]],
    ["begun at an unknown date", [steroid(5, { start: null })], [0, 5]],
    [
      "a course that goes on from the one before",
      [steroid(5, { start: "2026-10-01" }), steroid(10, { ...ended("2026-09-30"), start: "2026-06-01" })],
      [5, 5],
    ],
    [
      "a day between them",
      [steroid(5, { start: "2026-10-01" }), steroid(10, { ...ended("2026-09-29"), start: "2026-06-01" })],
      [0, 0],
    ],
    [
      "one of another steroid before it",
      [
        steroid(5, { start: "2026-10-01" }),
        drug("dexamethasone", { ...ended("2026-09-30"), start: "2026-06-01", prednisoneMgPerDay: 5 }),
      ],
      [0, 0],
    ],
    [
      "one before it of unknown start",
      [steroid(5, { start: "2026-10-01" }), steroid(10, { ...ended("2026-09-30"), start: null })],
      [0, 0],
    ],
    ["one that runs beside it since long", [steroid(5, { start: "2026-10-01" }), steroid(10)], [5, 15]],
  ])("%s", (_, all, expected) => {
    expect(dose(...all)).toEqual(expected);
  });

  it("is open at the top while the list was not seen, and unknown with none on it", () => {
    const unseen = (...medications: Medication[]) =>
      reading({ input: woman(), patch: { medications }, unseen: ["medications"] });
    expect(unseen().ask(longDose)).toBeNull();
    expect(unseen(steroid(5)).ask(longDose)).toEqual({ low: 5, high: ANY });
    expect(gaps(longDose, { input: woman(), unseen: ["medications"] })).toEqual([
      "medications: not-seen (no other glucocorticoid)",
    ]);
    expect(gaps(longDose, { input: woman() })).toEqual([]);
  });

  it("says what is not certain of a course", () => {
    const open = (...medications: Medication[]) => gaps(courses, { input: woman(), patch: { medications } });
    expect(open(steroid(5, { route: null }))).toEqual(["route of prednisone: not-stated (not systemic)"]);
    expect(open(steroid(5, { start: null }))).toEqual(["start of prednisone: not-stated (less than 3 months ago)"]);
    expect(open(steroid(5, { start: null, ...ended("2026-01-01") }))).toEqual([]);
    expect(open(steroid(5))).toEqual([]);
  });

  it.each<[number, unknown, unknown]>([
    [2.4, false, false],
    [2.5, true, false],
    [7.5, true, false],
    [7.6, true, true],
  ])("%s mg", (mg, long, high) => {
    const r = taking(steroid(mg));
    expect([r.ask(longSteroid), r.ask(highDoseSteroid)]).toEqual([long, high]);
  });

  it("replacement is not counted: as stated, or hydrocortisone in adrenal insufficiency", () => {
    const of = (medication: Medication, problems: string[] = []) => {
      const r = reading({ input: woman({ problems }), patch: { medications: [medication] } });
      return [r.ask(replacementSteroids).length, r.ask(localSteroids).length, r.ask(longSteroid)];
    };
    const hydro = drug("hydrocortisone", { prednisoneMgPerDay: 5 });
    expect(of(hydro)).toEqual([0, 0, true]);
    expect(of(hydro, ["Adrenal insufficiency"])).toEqual([1, 0, false]);
    expect(of({ ...hydro, replacement: false }, ["Adrenal insufficiency"])).toEqual([0, 0, true]);
    expect(of({ ...hydro, replacement: true })).toEqual([1, 0, false]);
    expect(of(steroid(5), ["Adrenal insufficiency"])).toEqual([0, 0, true]);
    expect(of({ ...hydro, route: "topical", replacement: true })).toEqual([0, 1, false]);
    expect(of({ ...hydro, route: "topical", ...ended("2026-01-01") })).toEqual([0, 0, false]);
    expect(of(drug("alendronate", { route: "topical" }))).toEqual([0, 0, false]);
  });

  /** 30 mg for more than 30 days, or 5 g within a year: 40 mg for 125 days. */
  it.each<[string, Medication[], unknown]>([
    ["30 mg for 31 days, over", [steroid(30, ended("2026-06-02", { start: "2026-05-02" }))], true],
    ["30 mg for 30 days, over", [steroid(30, ended("2026-06-01", { start: "2026-05-02" }))], false],
    ["over since a year", [steroid(30, ended("2025-11-22", { start: "2025-01-01" }))], false],
    ["that ended a year ago to the day", [steroid(30, ended("2025-11-23", { start: "2025-01-01" }))], true],
    ["29 mg for 172 days: 4,988 mg", [steroid(29, ended("2026-07-21", { start: "2026-01-30" }))], false],
    ["29 mg for 173 days: 5,017 mg", [steroid(29, ended("2026-07-22", { start: "2026-01-30" }))], true],
    ["of a long course only the last year counts", [steroid(13.6, { start: "2015-01-01" })], false],
    [
      "two courses are added",
      [
        steroid(25, ended("2026-04-11", { start: "2026-01-01" })),
        steroid(25, ended("2026-08-09", { start: "2026-05-01" })),
      ],
      true,
    ],
    ["start not known, 30 mg", [steroid(30, { start: null })], U],
    ["end not known, 30 mg", [steroid(30, ended(null))], U],
    ["end not known, 10 mg", [steroid(10, ended(null))], false],
    ["dose not known", [steroid(null)], U],
  ])("very high dose: %s", (_, all, truth) => {
    expect(taking(...all).ask(veryHighDoseSteroid)).toBe(truth);
  });

  it.each<[string, Medication, unknown]>([
    ["six months at 7.5 mg", steroid(7.5, { start: "2026-05-23" }), true],
    ["a day less", steroid(7.5, { start: "2026-05-24" }), false],
    ["7.4 mg", steroid(7.4), false],
    ["since an unknown date", steroid(7.5, { start: null }), U],
    ["six months that are over", steroid(7.5, ended("2026-10-01")), false],
  ])("under 40: %s", (_, medication, truth) => {
    expect(taking(medication).ask(sixMonthsAtSevenFive)).toBe(truth);
  });
});

describe("bone drugs", () => {
  /** CLINICAL.md 4.1: 120 mg denosumab and 4 mg zoledronic acid are the oncology products. */
  it.each([
    ["denosumab", "Xgeva 120 mg", true],
    ["denosumab", "WYOST 120 mg/1.7 mL", true],
    ["denosumab", "Prolia 60 mg", false],
    ["denosumab", "denosumab 120 mg SC", true],
    ["denosumab", "denosumab 120mg SC", true],
    ["denosumab", "denosumab 60 mg SC", false],
    ["denosumab", "denosumab 4 mg", false],
    ["denosumab", "denosumab 1120 mg", false],
    ["denosumab", "Jubbonti, ordered as 120 mg", false],
    ["zoledronic acid", "Zometa", true],
    ["zoledronic acid", "Reclast 5 mg", false],
    ["zoledronic acid", "zoledronic acid 4 mg IV", true],
    ["zoledronic acid", "zoledronic acid 4mg IV", true],
    ["zoledronic acid", "zoledronic acid 5 mg IV", false],
    ["zoledronic acid", "zoledronic acid 120 mg", false],
    ["alendronate", "alendronate 120 mg or 4 mg", false],
  ])("%s as %s is for cancer: %s", (ingredient, label, oncology) => {
    expect(taking(drug(ingredient, { label })).ask(currentBoneDrugs)).toMatchObject([{ oncology }]);
  });

  it("are current, stopped or planned; other drugs are none", () => {
    const r = taking(
      drug("alendronate"),
      drug("risedronate", { status: "unknown" }),
      drug("raloxifene", ended("2025-01-01")),
      drug("denosumab", { status: "planned", label: "Xgeva" }),
      drug("omeprazole"),
      drug("metformin", { status: "planned" }),
    );
    const names = (all: { drug: { ingredient: string } }[]) => all.map((one) => one.drug.ingredient);
    expect(names(r.ask(currentBoneDrugs))).toEqual(["alendronate", "risedronate"]);
    expect(names(r.ask(stoppedBoneDrugs))).toEqual(["raloxifene"]);
    expect(r.ask(plannedBoneDrugs)).toMatchObject([{ drug: { ingredient: "denosumab" }, oncology: true }]);
    expect(r.ask(boneDrugPlanned)).toBe(true);
    expect(taking(drug("metformin", { status: "planned" })).ask(boneDrugPlanned)).toBe(false);
  });

  /** RISK.md 1.3: off bone drugs for a year, off bisphosphonates for two. */
  it.each<[string, Medication[], boolean]>([
    ["none", [], true],
    ["one now", [drug("raloxifene")], false],
    ["raloxifene a year ago to the day", [drug("raloxifene", ended("2025-11-23"))], false],
    ["a day more", [drug("raloxifene", ended("2025-11-22"))], true],
    ["alendronate two years ago to the day", [drug("alendronate", ended("2024-11-23"))], false],
    ["a day more than two years", [drug("alendronate", ended("2024-11-22"))], true],
    ["an unknown date", [drug("raloxifene", ended(null))], false],
    [
      "the last dose counts before the stop",
      [drug("denosumab", ended("2026-01-01", { lastGiven: "2024-01-01" }))],
      true,
    ],
    ["another drug now", [drug("omeprazole")], true],
  ])("untreated: %s", (_, all, truth) => {
    expect(taking(...all).ask(untreated)).toBe(truth);
  });

  it("denosumab for osteoporosis is followed, not that for cancer", () => {
    expect(taking(drug("denosumab", { label: "Prolia" })).ask(denosumab)?.label).toBe("Prolia");
    expect(taking(drug("denosumab", { label: "Xgeva" })).ask(denosumab)).toBeNull();
    expect(taking(drug("alendronate")).ask(denosumab)).toBeNull();
  });

  const prolia = (more: Partial<Medication>) => drug("denosumab", { label: "Prolia", ...more });
  it.each<[string, Medication[], string | null]>([
    ["with nothing after it", [prolia(ended("2025-06-01"))], "2025-06-01"],
    ["alendronate since", [prolia(ended("2025-06-01")), drug("alendronate", { start: "2025-12-01" })], null],
    [
      "alendronate since, stopped again",
      [prolia(ended("2025-06-01")), drug("alendronate", ended("2026-02-01", { start: "2025-06-01" }))],
      null,
    ],
    [
      "alendronate before it only",
      [prolia(ended("2025-06-01")), drug("alendronate", ended("2025-05-31", { start: "2018-01-01" }))],
      "2025-06-01",
    ],
    [
      "alendronate stopped, begun at an unknown date",
      [prolia(ended("2025-06-01")), drug("alendronate", ended("2025-05-31", { start: null }))],
      "2025-06-01",
    ],
    [
      "teriparatide since is none",
      [prolia(ended("2025-06-01")), drug("teriparatide", { start: "2025-12-01" })],
      "2025-06-01",
    ],
    [
      "estrogen since prevents only",
      [prolia(ended("2025-06-01")), drug("estrogens", { start: "2025-12-01" })],
      "2025-06-01",
    ],
    ["for cancer", [drug("denosumab", { label: "Xgeva", ...ended("2025-06-01") })], null],
    ["the last of two courses", [prolia(ended("2021-06-01")), prolia(ended("2025-06-01"))], "2025-06-01"],
    [
      "given after the first stop",
      [prolia(ended("2025-06-01")), prolia(ended("2024-06-01", { lastGiven: "2025-09-01" }))],
      "2024-06-01",
    ],
    [
      "stopped at an unknown date, one since its start",
      [prolia(ended(null)), drug("alendronate", ended("2023-02-01", { start: "2022-02-01" }))],
      null,
    ],
    [
      "no date at all",
      [prolia(ended(null, { start: null })), drug("alendronate", ended("2023-02-01", { start: "2022-02-01" }))],
      null,
    ],
  ])("denosumab stopped: %s", (_, all, stop) => {
    const found = taking(...all).ask(denosumabStopped);
    const open = all[0]?.start === null || all[0]?.stop === null;
    expect(open ? (found?.ingredient ?? null) : (found?.stop ?? null)).toBe(
      all[0]?.start === null ? "denosumab" : stop,
    );
  });

  it.each<[string, Medication[], [string, boolean] | null]>([
    ["finished", [drug("teriparatide", ended("2022-01-01"))], ["teriparatide", true]],
    [
      "finished, and followed",
      [drug("teriparatide", ended("2022-01-01")), drug("alendronate", { start: "2022-01-01" })],
      null,
    ],
    ["24 months to the day", [drug("teriparatide", { start: "2024-11-23" })], ["teriparatide", false]],
    ["a day less", [drug("teriparatide", { start: "2024-11-24" })], null],
    ["romosozumab for 12 months", [drug("romosozumab", { start: "2025-11-23" })], ["romosozumab", false]],
    ["romosozumab for 11 months", [drug("romosozumab", { start: "2025-12-24" })], null],
    ["begun at an unknown date", [drug("teriparatide", { start: null })], null],
    [
      "another running",
      [drug("teriparatide", ended("2022-01-01")), drug("romosozumab", { start: "2026-06-01" })],
      null,
    ],
    [
      "the last of two",
      [drug("teriparatide", ended("2022-01-01")), drug("abaloparatide", ended("2025-01-01", { start: "2023-01-01" }))],
      ["abaloparatide", true],
    ],
    // 14 months before; with 10 more they are the 2 years.
    [
      "another analogue before, 2 years together",
      [
        drug("teriparatide", ended("2025-08-05", { start: "2024-06-05" })),
        drug("abaloparatide", { start: "2026-01-23" }),
      ],
      ["abaloparatide", false],
    ],
    [
      "another analogue before, a day less together",
      [
        drug("teriparatide", ended("2025-08-05", { start: "2024-06-05" })),
        drug("abaloparatide", { start: "2026-01-24" }),
      ],
      null,
    ],
    [
      "another analogue before, for an unknown time",
      [drug("teriparatide", ended("2025-08-05", { start: null })), drug("abaloparatide", { start: "2026-01-23" })],
      null,
    ],
    [
      "what overlaps counts once",
      [
        drug("teriparatide", ended("2026-08-05", { start: "2025-06-05" })),
        drug("abaloparatide", { start: "2025-08-05" }),
      ],
      null,
    ],
    [
      "romosozumab before does not count",
      [
        drug("romosozumab", ended("2025-08-05", { start: "2024-08-05" })),
        drug("abaloparatide", { start: "2025-01-23" }),
      ],
      null,
    ],
    ["a bone drug that is no anabolic", [drug("raloxifene", ended("2022-01-01"))], null],
  ])("anabolic course over: %s", (_, all, expected) => {
    const found = taking(...all).ask(anabolicFinished);
    expect(found && [found.medication.ingredient, found.stopped]).toEqual(expected);
  });

  it("months since a date are counted from a month on", () => {
    const r = taking();
    expect([
      monthsSince(r, "2026-05-23"),
      monthsSince(r, "2026-05-24"),
      monthsSince(r, "2026-05"),
      monthsSince(r, "2026"),
      monthsSince(r, null),
    ]).toEqual([6, 5, 6, null, null]);
  });
});

describe("beside an option", () => {
  const first = (name: string, more: Input = {}, ...unseen: ("labs" | "problems")[]) =>
    firstSteps(reading({ input: highWoman(more), unseen }), name).map((step) => step.replace(/ \(.*\)$/, ""));
  const ORAL_OR_IV = ["alendronate", "risedronate", "ibandronate", "zoledronic acid"];

  it.each<[string, string[], Input, string[]]>([
    ["all on file", [...ORAL_OR_IV, "denosumab", "romosozumab", "teriparatide", "raloxifene"], {}, []],
    ["vitamin D 19", ["zoledronic acid", "denosumab"], { labs: labs(lab("VITD", 19, "ng/mL")) }, ["replete vitamin D"]],
    ["vitamin D 19", ["alendronate", "romosozumab", "teriparatide"], { labs: labs(lab("VITD", 19, "ng/mL")) }, []],
    ["no vitamin D", ["zoledronic acid", "denosumab"], { labs: without("VITD") }, ["25-OH vitamin D"]],
    ["no calcium", [...ORAL_OR_IV, "denosumab", "romosozumab"], { labs: without("CA") }, ["calcium"]],
    ["no calcium", ["teriparatide", "raloxifene"], { labs: without("CA") }, []],
    [
      "calcium 91 days old",
      ["zoledronic acid", "denosumab", "romosozumab"],
      { labs: labs(lab("CA", 9.3, "mg/dL", "2026-08-24")) },
      ["calcium within 90 days"],
    ],
    [
      "calcium 90 days old",
      ["zoledronic acid", "denosumab", "romosozumab"],
      { labs: labs(lab("CA", 9.3, "mg/dL", "2026-08-25")) },
      [],
    ],
    ["calcium 91 days old", ["alendronate", "teriparatide"], { labs: labs(lab("CA", 9.3, "mg/dL", "2026-08-24")) }, []],
    [
      "calcium without a date",
      ["denosumab"],
      { labs: labs(lab("CA", 9.3, "mg/dL", null)) },
      ["calcium within 90 days"],
    ],
    [
      "no creatinine",
      ORAL_OR_IV,
      { labs: [...without("CREAT"), lab("EGFR", 80, "mL/min/1.73m2")] },
      ["creatinine clearance"],
    ],
    [
      "no creatinine",
      ["denosumab", "teriparatide"],
      { labs: [...without("CREAT"), lab("EGFR", 80, "mL/min/1.73m2")] },
      [],
    ],
    [
      "creatinine 91 days old",
      ["zoledronic acid"],
      { labs: labs(lab("CREAT", 0.75, "mg/dL", "2026-08-24")) },
      ["creatinine within 90 days"],
    ],
    ["creatinine 90 days old", ["zoledronic acid"], { labs: labs(lab("CREAT", 0.75, "mg/dL", "2026-08-25")) }, []],
    [
      "creatinine 91 days old",
      ["alendronate", "risedronate"],
      { labs: labs(lab("CREAT", 0.75, "mg/dL", "2026-08-24")) },
      [],
    ],
    ["kidneys not known", ["denosumab"], { labs: without("CREAT") }, ["eGFR"]],
    [
      "no dental exam",
      [...ORAL_OR_IV, "denosumab", "romosozumab", "raloxifene"],
      { lastDentalExam: null },
      ["dental exam"],
    ],
    ["no dental exam", ["teriparatide", "abaloparatide"], { lastDentalExam: null }, []],
  ])("what comes first, %s: %j", (_, names, more, steps) => {
    for (const name of names) expect(first(name, more), name).toEqual(steps);
  });

  const careful = (name: string, more: Input = {}) => {
    const found = cautions(reading({ input: highWoman(more) }), name);
    const label = cautions(reading({ input: highWoman() }), name);
    return found.filter((one) => !label.includes(one)).map((words) => words.replace(/[:,] .*| \(.*/, ""));
  };
  it.each<[string, Input, Record<string, string[]>]>([
    [
      "old infarction",
      { problems: ["Myocardial infarction 2015"] },
      { romosozumab: ["other cardiovascular disease"], raloxifene: [] },
    ],
    [
      "stroke",
      { problems: ["Stroke 2015"] },
      { romosozumab: ["other cardiovascular disease"], raloxifene: ["stroke"], alendronate: [] },
    ],
    [
      "orthostatic hypotension",
      { problems: ["Orthostatic hypotension"] },
      { teriparatide: ["orthostatic hypotension"], abaloparatide: ["orthostatic hypotension"], denosumab: [] },
    ],
    ["digoxin", { meds: [med("digoxin")] }, { teriparatide: ["digoxin"], abaloparatide: ["digoxin"], romosozumab: [] }],
    [
      "omeprazole",
      { meds: [med("omeprazole")] },
      { risedronate: ["not as Atelvia with acid suppression"], alendronate: [] },
    ],
    [
      "pregnancy",
      { problems: ["Pregnancy"] },
      { alendronate: ["pregnancy"], "zoledronic acid": ["pregnancy"], teriparatide: [] },
    ],
    [
      "before the end of menopause",
      { menopause: "peri" },
      { alendronate: ["childbearing potential"], denosumab: ["childbearing potential"] },
    ],
    ["nothing of these", {}, { alendronate: [], raloxifene: [], romosozumab: [] }],
  ])("cautions of the patient: %s", (_, more, expected) => {
    for (const [name, words] of Object.entries(expected)) expect(careful(name, more), name).toEqual(words);
  });

  it("the label's own cautions follow, and S34 for both analogues", () => {
    const of = (name: string) => cautions(reading({ input: highWoman() }), name);
    expect(of("alendronate")).toEqual(expect.arrayContaining([expect.stringContaining("esophageal stricture")]));
    expect(of("alendronate").join()).not.toMatch(/osteosarcoma|Atelvia|pregnancy/);
    for (const name of ["teriparatide", "abaloparatide"]) expect(of(name)[0]).toMatch(/^osteosarcoma in rats/);
  });
});

describe("long bisphosphonate (D18): oral from 5 years, IV from 3", () => {
  const said = (input: Input, rule = "D18") =>
    assessed(input)
      .findings.filter((one) => one.rule === rule)
      .map(({ card }) => card.summary)
      .join(" / ");
  const on = (ingredient: string, more: Input) => said(woman({ meds: [med(ingredient, more)] }));

  it.each<[string, string, Input, RegExp]>([
    [
      "oral, 5 years to the day",
      "alendronate",
      { start: "2021-11-23" },
      /for 5 years: review at 5; consider a holiday/,
    ],
    ["oral, a day less", "alendronate", { start: "2021-11-24" }, /^$/],
    ["oral, 10 years", "alendronate", { start: "2016-11-23" }, /for 10 years: .*at most about 10/],
    ["oral, a day less than 10", "alendronate", { start: "2016-11-24" }, /for 9 years: .*consider a holiday/],
    [
      "IV, 3 years to the day",
      "zoledronic acid",
      { text: "Reclast", route: "iv", start: "2023-11-23" },
      /for 3 years: review at 3/,
    ],
    ["IV, a day less", "zoledronic acid", { text: "Reclast", route: "iv", start: "2023-11-24" }, /^$/],
    [
      "zoledronic acid without a route",
      "zoledronic acid",
      { text: "Reclast", route: null, start: "2023-11-23" },
      /review at 3/,
    ],
    ["ibandronate IV", "ibandronate", { text: "Boniva", route: "iv", start: "2023-11-23" }, /review at 3/],
    ["ibandronate oral", "ibandronate", { start: "2023-11-23" }, /^$/],
    ["IV, 6 years", "zoledronic acid", { text: "Reclast", route: "iv", start: "2020-11-23" }, /at most about 6/],
    ["begun in a year that settles it", "alendronate", { start: "2020" }, /for 5 years/],
    ["begun in a year that leaves it open", "alendronate", { start: "2021" }, /^$/],
    ["for cancer", "zoledronic acid", { text: "Zometa 4 mg", route: "iv", start: "2015-01-01" }, /^$/],
    ["another drug", "raloxifene", { start: "2015-01-01" }, /^$/],
  ])("%s", (_, ingredient, more, words) => {
    expect(on(ingredient, more)).toMatch(words);
  });

  const earlier = (ingredient: string, start: string | null, stop: string | null, more: Input = {}) =>
    med(ingredient, { start, stop, ...more });
  const NOW = med("alendronate", { start: "2023-06-01" });
  it.each<[string, Input[], RegExp]>([
    // 36 months and 41 months.
    [
      "another oral one before",
      [earlier("risedronate", "2020-06-01", "2023-06-01"), NOW],
      /^alendronate and risedronate for 6 years: review at 5/,
    ],
    ["the same one before", [earlier("alendronate", "2020-06-01", "2023-05-01"), NOW], /^alendronate for 6 years/],
    ["too short together", [earlier("risedronate", "2022-06-01", "2023-06-01"), NOW], /^$/],
    ["a year begun and ended unknown", [earlier("risedronate", null, "2023-06-01"), NOW], /^$/],
    ["a break of 23 months", [earlier("risedronate", "2017-07-01", "2021-07-01"), NOW], /for 7 years/],
    ["a break of 2 years", [earlier("risedronate", "2017-06-01", "2021-06-01"), NOW], /^$/],
    ["IV before oral", [earlier("zoledronic acid", "2021-06-01", "2023-06-01", { route: "iv" }), NOW], /^$/],
    ["what overlaps counts once", [earlier("risedronate", "2022-06-01", "2026-06-01"), NOW], /^$/],
    ["another kind before", [earlier("raloxifene", "2018-06-01", "2023-06-01"), NOW], /^$/],
    ["nothing taken now", [earlier("risedronate", "2015-06-01", "2020-06-01")], /^(?!.*review at)/],
  ])("courses that follow each other: %s", (_, meds, words) => {
    expect(said(woman({ meds }))).toMatch(words);
  });

  it.each<[string, Input, boolean]>([
    ["femoral neck -2.5", { dxa: [scan("FN", -2.5)] }, true],
    ["total hip -2.5", { dxa: [scan("TH", -2.5)] }, true],
    ["femoral neck -2.4", { dxa: [scan("FN", -2.4)] }, false],
    ["spine -2.5", { dxa: [scan("LS", -2.5), scan("FN", -1)] }, false],
    ["femoral neck -2.5 of an earlier scan", { dxa: [scan("FN", -2), scan("FN", -2.5, "2020-01-01")] }, false],
    ["a fracture", broken(fracture("wrist", "2015-01-01")), true],
  ])("stays longer at high risk: %s", (_, more, high) => {
    const words = said(woman({ meds: [med("alendronate", { start: "2020-01-01" })], ...more }));
    expect(words).toMatch(high ? /high risk: up to 10/ : /consider a holiday/);
  });

  const holiday = (...meds: ReturnType<typeof med>[]) => said(woman({ meds }));
  it.each<[string, ReturnType<typeof med>[], RegExp]>([
    [
      "three years to the day",
      [med("alendronate", { start: "2022-01-01", stop: "2025-01-01" })],
      /stopped \(2025-01-01\)/,
    ],
    ["a day less", [med("alendronate", { start: "2022-01-02", stop: "2025-01-01" })], /^$/],
    [
      "for cancer",
      [med("zoledronic acid", { text: "Zometa", route: "iv", start: "2015-01-01", stop: "2025-01-01" })],
      /^$/,
    ],
    [
      "estrogen after it prevents only",
      [
        med("alendronate", { start: "2015-01-01", stop: "2024-01-01" }),
        med("estradiol", { start: "2024-02-01", stop: "2025-02-01" }),
      ],
      /stopped \(2024-01-01\)/,
    ],
    [
      "the last of two",
      [
        med("alendronate", { start: "2010-01-01", stop: "2015-01-01" }),
        med("risedronate", { start: "2016-01-01", stop: "2025-01-01" }),
      ],
      /risedronate stopped/,
    ],
  ])("holiday after %s", (_, meds, words) => {
    expect(holiday(...meds)).toMatch(words);
  });

  const better = { dxa: [scan("LS", -2), scan("LS", -2.4, "2022-01-01")] };
  const worse = { dxa: [scan("LS", -2.4), scan("LS", -2, "2022-01-01")] };
  it.each<[string, Input, boolean, boolean]>([
    ["alendronate", { meds: [med("alendronate")], ...better }, true, false],
    ["alendronate, no better", { meds: [med("alendronate")], ...worse }, false, false],
    ["denosumab", { meds: [med("denosumab", { text: "Prolia" })], ...better }, false, true],
    ["denosumab, no better", { meds: [med("denosumab", { text: "Prolia" })], ...worse }, false, false],
    [
      "alendronate and denosumab",
      { meds: [med("alendronate"), med("denosumab", { text: "Prolia" })], ...better },
      false,
      true,
    ],
    ["none", better, false, false],
  ])("stopping when T improved on %s (S46, X5)", (_, more, stop, never) => {
    const input = woman(more);
    expect([said(input, "S46") !== "", /never stop denosumab/.test(said(input, "X5"))]).toEqual([stop, never]);
  });
});
