import { describe, expect, it } from "vitest";
import { caseToChart } from "../../src/chart/case";
import { assess } from "../../src/rules";
import { defaultPolicy } from "../../src/rules/policy";
import { assessed, avoided } from "../cases/answer";
import {
  broken,
  fracture,
  frax,
  highWoman,
  type Input,
  lab,
  labs,
  man,
  med,
  prednisone,
  scan,
  without,
  woman,
} from "../cases/build";

const cards = (input: Input, rule: string) => assessed(input).findings.filter((one) => one.rule === rule);
const said = (input: Input, rule: string) => cards(input, rule).map(({ card }) => card.summary);
const levels = (input: Input, rule: string) => cards(input, rule).map(({ card }) => card.indicator);
const prolia = (more: Input = {}) =>
  med("denosumab", { text: "Prolia 60 mg", route: "sc", start: "2024-01-01", ...more });
const blood = (key: string, value: number, unit: string) => woman({ labs: labs(lab(key, value, unit)) });

describe("on both sides of a limit", () => {
  it.each<[string, string, Input, Input]>([
    ["S11a", "vitamin D below 20", blood("VITD", 19.9, "ng/mL"), blood("VITD", 20, "ng/mL")],
    ["S16", "vitamin D of 20", blood("VITD", 20, "ng/mL"), blood("VITD", 19.9, "ng/mL")],
    ["X1", "vitamin D below 30", blood("VITD", 29.9, "ng/mL"), blood("VITD", 30, "ng/mL")],
    ["X1", "vitamin D above 50", blood("VITD", 50.1, "ng/mL"), blood("VITD", 50, "ng/mL")],
    ["S48", "TSH below 0.4", blood("TSH", 0.39, "mIU/L"), blood("TSH", 0.4, "mIU/L")],
    ["S48", "phosphate below 2.5", blood("PHOS", 2.49, "mg/dL"), blood("PHOS", 2.5, "mg/dL")],
    [
      "S11b",
      "testosterone of a man below 300",
      man({ labs: labs(lab("TESTO", 299, "ng/dL"), lab("UCA24", 190, "mg/d")) }),
      man({ labs: labs(lab("TESTO", 300, "ng/dL"), lab("UCA24", 190, "mg/d")) }),
    ],
    [
      "S11b",
      "testosterone of a woman is low",
      woman({ problems: ["Hypogonadism"] }),
      woman({ labs: labs(lab("TESTO", 30, "ng/dL")) }),
    ],
    ["S11c", "3 drinks a day", woman({ alcoholDrinksPerDay: 3 }), woman({ alcoholDrinksPerDay: 2 })],
    [
      "S43",
      "24 months on treatment",
      woman({ dxa: [scan("FN", -1.7, "2024-11-23")], meds: [med("alendronate")] }),
      woman({ dxa: [scan("FN", -1.7, "2024-11-24")], meds: [med("alendronate")] }),
    ],
    [
      "S43",
      "12 months on glucocorticoid",
      woman({ dxa: [scan("FN", -1.7, "2025-11-23")], meds: [med("alendronate"), prednisone(6)] }),
      woman({ dxa: [scan("FN", -1.7, "2025-11-23")], meds: [med("alendronate")] }),
    ],
    [
      "S44",
      "less than 12 months",
      woman({ dxa: [scan("FN", -1.7, "2025-11-24")] }),
      woman({ dxa: [scan("FN", -1.7, "2025-11-22")] }),
    ],
    [
      "D14",
      "6 months since denosumab",
      woman({ meds: [prolia({ lastGiven: "2026-05-23" })] }),
      woman({ meds: [prolia({ lastGiven: "2026-05-24" })] }),
    ],
    [
      "D18",
      "5 years of an oral bisphosphonate",
      woman({ meds: [med("alendronate", { start: "2021-11-23" })] }),
      woman({ meds: [med("alendronate", { start: "2021-11-24" })] }),
    ],
    [
      "D18",
      "3 years of an intravenous one",
      woman({ meds: [med("zoledronic acid", { text: "Reclast", route: "iv", start: "2023-11-23" })] }),
      woman({ meds: [med("zoledronic acid", { text: "Reclast", route: "iv", start: "2023-11-24" })] }),
    ],
    [
      "D18",
      "a holiday after 3 years",
      woman({ meds: [med("alendronate", { start: "2021-01-01", stop: "2024-01-01" })] }),
      woman({ meds: [med("alendronate", { start: "2021-01-02", stop: "2024-01-01" })] }),
    ],
  ])("%s: %s", (rule, _, over, under) => {
    const text = (input: Input) => said(input, rule).join(" / ");
    expect(text(over)).not.toBe("");
    expect(text(under)).toBe("");
  });

  it("two years of the source", () => {
    const at = (asOf: string) => levels(woman({ asOf }), "S3");
    expect([at("2027-11-07"), at("2027-11-06")]).toEqual([["warning"], ["info"]]);
  });

  it("denosumab beyond 7 months is urgent", () => {
    const at = (lastGiven: string) => levels(woman({ meds: [prolia({ lastGiven })] }), "D14");
    expect([at("2026-04-22"), at("2026-04-23")]).toEqual([["critical"], ["warning"]]);
  });

  it("a bisphosphonate has a longest use, even in high risk", () => {
    const since = (start: string, more: Input = {}) =>
      said(woman({ meds: [med("alendronate", { start })], ...more }), "D18").join();
    expect(since("2016-11-23", { dxa: [scan("FN", -2.6)] })).toMatch(/at most about 10/);
    expect(since("2016-11-24", { dxa: [scan("FN", -2.6)] })).toMatch(/for 9 years.*high risk: up to 10/);
    expect(since("2018-11-24", broken(fracture("wrist", "2019-01-01")))).toMatch(/high risk: up to 10/);
    expect(since("2018-11-24", { dxa: [scan("LS", -2.6)] })).toMatch(/holiday/);
    expect(since("2018-11-24", { dxa: [scan("FN", -2), scan("FN", -2.6, "2020-01-01")] })).toMatch(/holiday/);
    expect(since("2018-11-24", { dxa: [scan("TH", -2.5)] })).toMatch(/high risk: up to 10/);
  });

  it("excess of vitamin D begins above 100, and below 20 it is a warning", () => {
    const level = (value: number) => levels(blood("VITD", value, "ng/mL"), "X1");
    expect([level(101), level(100), level(24), level(19)]).toEqual([["warning"], ["info"], ["info"], ["warning"]]);
    expect(said(blood("VITD", 100, "ng/mL"), "X1").join()).not.toContain("excess");
  });

  it("vitamin D is shown as printed where the page has another unit", () => {
    expect(said(blood("VITD", 14, "NG/ML"), "S11a").join()).not.toContain("=");
    expect(said(blood("VITD", 14, "ug/L"), "S11a").join()).toContain("14 ug/L = 14.0 ng/mL");
  });
});

describe("secondary causes", () => {
  it.each(["VITD", "CA", "TSH", "CREAT", "ALP"])("%s never done is part of the work-up that is missing", (key) => {
    expect(said(woman({ labs: without(key) }), "S48").join()).toContain("never done");
  });

  it("phosphate never done is not said there", () => {
    expect(said(woman({ labs: without("PHOS") }), "S48")).toEqual([]);
  });

  it.each<[string, Input, boolean]>([
    ["over the threshold", highWoman({ labs: labs(lab("VITD", 15, "ng/mL")) }), true],
    ["no drug considered", blood("VITD", 15, "ng/mL"), false],
    ["vitamin D enough", highWoman(), false],
  ])("vitamin D before a drug: %s", (_, input, is) => {
    expect(said(input, "D5").length > 0).toBe(is);
  });
});

describe("cancer, liver, men", () => {
  it("names what is missing in liver disease, and nothing that is there", () => {
    const of = (input: Input) => said(input, "S41").join();
    expect(of(woman({ problems: ["Cirrhosis"] }))).toMatch(/\(missing: sex hormones\)$/);
    expect(of(man({ problems: ["Cirrhosis"] }))).toMatch(/hypogonadism$/);
    expect(of(woman({ problems: ["Cirrhosis"], labs: without("VITD", "TSH") }))).toMatch(
      /missing: vitamin D, TSH and sex hormones/,
    );
    expect(of(woman({ problems: ["Cirrhosis"], labs: labs(lab("ESTRADIOL", 20, "pg/mL")) }))).toMatch(/hypogonadism$/);
  });

  it("says outside the population for bone metastases and myeloma only", () => {
    const critical = (problem: string) => levels(woman({ problems: [problem] }), "S1").includes("critical");
    expect(["Bone metastases", "Multiple myeloma", "Breast cancer"].map(critical)).toEqual([true, true, false]);
  });

  it("speaks of men where a man is screened", () => {
    const none = { dxa: [], frax: null };
    expect(said(man({ age: 71, ...none }), "X11").join()).toContain("insufficient evidence in men");
    expect(said(woman({ age: 66, ...none }), "X11").join()).toContain("women from 65");
    expect(said(woman({ age: 66, frax: null }), "X11")).toEqual([]);
  });

  it("calls the top tier of a man an extrapolation", () => {
    const severe = { dxa: [scan("FN", -3.2)] };
    expect(said(man(severe), "M-AACE")).toHaveLength(1);
    expect(said(woman(severe), "M-AACE")).toEqual([]);
    expect(said(man({ dxa: [scan("FN", -2.6)] }), "M-AACE")).toEqual([]);
    expect(said(man({ age: 44, ...severe }), "M-AACE")).toEqual([]);
  });

  it("shows every score that was refused", () => {
    expect(said(woman({ dxa: [scan("FN", -1.7), scan("LS", 14), scan("TH", -9)] }), "IN-RANGE").join()).toMatch(
      /14 and -9 rejected/,
    );
    expect(said(woman({ dxa: [scan("FN", -1.7, undefined, 9.5)] }), "IN-RANGE").join()).toMatch(/9\.5 rejected/);
    expect(said(woman({ weightKg: 9999 }), "IN-RANGE")).toEqual([]);
    const { chart, asOf } = caseToChart(woman());
    const dxa = chart.dxa.map((one) => ({ ...one, t: 7.5 }));
    expect(
      assess({ ...chart, dxa }, defaultPolicy, asOf)
        .findings.filter(({ rule }) => rule === "IN-RANGE")
        .map(({ card }) => card.summary)
        .join(),
    ).toContain("7.5");
  });

  it("names one assumption, and that there are more", () => {
    const one = said(woman({ fractureHistory: "unknown" }), "T-P1").join();
    const two = said(woman({ fractureHistory: "unknown", frax: frax(9, 1, { date: "2024-01-01" }) }), "T-P1").join();
    expect([one.includes("and more"), two.includes("and more")]).toEqual([false, true]);
    expect(said(woman(), "T-P1")).toEqual([]);
  });
});

describe("drugs taken and to come", () => {
  it.each<[string, Input, boolean]>([
    ["pregnant", woman({ age: 34, menopause: "pre", problems: ["Pregnancy"] }), true],
    ["a man's entry of pregnancy", man({ problems: ["Pregnancy"] }), false],
    ["before menopause on a drug", woman({ age: 44, menopause: "pre", meds: [med("alendronate")] }), true],
    ["before menopause, a drug planned", woman({ age: 44, menopause: "pre", plannedDrug: true }), true],
    ["before menopause, no drug", woman({ age: 44, menopause: "pre" }), false],
    ["past menopause", woman({ meds: [med("alendronate")] }), false],
    ["a young man on a drug", man({ age: 44, meds: [med("alendronate")] }), false],
  ])("childbearing potential: %s", (_, input, is) => {
    expect(said(input, "D12").some((text) => text.startsWith("Childbearing"))).toBe(is);
  });

  const pain = (...meds: Input[]) => woman({ problems: ["Thigh pain"], meds });
  it.each<[string, Input, boolean]>([
    ["bisphosphonate", pain(med("alendronate")), true],
    ["denosumab", pain(prolia({ lastGiven: "2026-09-01" })), true],
    ["romosozumab", pain(med("romosozumab", { route: "sc", start: "2026-06-01" })), true],
    ["teriparatide", pain(med("teriparatide", { route: "sc", start: "2026-06-01" })), false],
    ["no drug", pain(), false],
    ["no pain", woman({ meds: [med("alendronate")] }), false],
  ])("thigh pain and %s", (_, input, is) => {
    expect(said(input, "D19").length > 0).toBe(is);
  });

  const atelvia = (more: Input, ...others: Input[]) =>
    woman({ meds: [med("risedronate", { text: "Atelvia 35 mg weekly", ...more }), ...others] });
  it.each<[string, Input, boolean]>([
    ["with a proton-pump inhibitor", atelvia({}, med("omeprazole")), true],
    ["with an H2 blocker", atelvia({}, med("famotidine")), true],
    ["alone", atelvia({}), false],
    ["stopped", atelvia({ stop: "2026-06-01" }, med("omeprazole")), false],
    ["beside one that was stopped", atelvia({}, med("omeprazole", { stop: "2026-06-01" })), false],
  ])("Atelvia %s", (_, input, is) => {
    expect(said(input, "D20").length > 0).toBe(is);
  });

  it("resorption markers are for alendronate, refill gaps for what is swallowed", () => {
    const rules = (...meds: Input[]) => ["S27", "S45"].filter((rule) => said(woman({ meds }), rule).length > 0);
    expect(rules(med("alendronate"))).toEqual(["S27", "S45"]);
    expect(rules(med("risedronate"))).toEqual(["S45"]);
    expect(rules(med("raloxifene"))).toEqual(["S45"]);
    expect(rules(prolia({ lastGiven: "2026-09-01" }))).toEqual([]);
    expect(rules(med("alendronate", { stop: "2026-06-01" }))).toEqual([]);
    expect(rules()).toEqual([]);
  });

  it("stopping on a better score is for bisphosphonates alone", () => {
    const better = { dxa: [scan("LS", -2.1), scan("LS", -2.4, "2022-01-01")] };
    const of = (...meds: Input[]) => ["S46", "X5"].filter((rule) => said(woman({ ...better, meds }), rule).length > 0);
    expect(of(med("alendronate", { start: "2022-02-01" }))).toEqual(["S46"]);
    expect(of(prolia({ start: "2022-02-01", lastGiven: "2026-09-01" }))).toEqual(["X5"]);
    expect(of(med("alendronate", { start: "2022-02-01" }), prolia({ lastGiven: "2026-09-01" }))).toEqual(["X5"]);
    expect(of()).toEqual([]);
    expect(
      said(woman({ dxa: [scan("LS", -2.4), scan("LS", -2.1, "2022-01-01")], meds: [med("alendronate")] }), "S46"),
    ).toEqual([]);
  });

  it("a holiday is of bisphosphonates for bone, ended after them all, with dates that are known", () => {
    const over = { start: "2018-01-01", stop: "2023-01-01" };
    const holiday = (...meds: Input[]) => said(woman({ meds }), "D18").some((text) => text.includes("holiday,"));
    expect(holiday(med("alendronate", over))).toBe(true);
    expect(holiday(med("alendronate", { ...over, start: null }))).toBe(false);
    expect(holiday(med("raloxifene", over))).toBe(false);
    expect(holiday(med("zoledronic acid", { text: "Zometa 4 mg", route: "iv", ...over }))).toBe(false);
    expect(holiday(med("alendronate", over), med("teriparatide", { start: "2023-02-01", stop: "2024-02-01" }))).toBe(
      false,
    );
    expect(holiday(med("teriparatide", { start: "2016-01-01", stop: "2017-12-01" }), med("alendronate", over))).toBe(
      true,
    );
  });

  it("after denosumab another drug must follow, after an anabolic an antiresorptive", () => {
    const stopped = prolia({ stop: "2026-01-10" });
    expect(said(woman({ meds: [stopped] }), "D15")).toHaveLength(1);
    expect(said(woman({ meds: [stopped, med("alendronate", { start: "2026-02-01" })] }), "D15")).toEqual([]);
    expect(said(woman({ meds: [prolia({ stop: "2026-01-10", lastGiven: "2025-07-10" })] }), "D15").join()).toContain(
      "2025-07-10",
    );
    const course = med("teriparatide", { route: "sc", start: "2023-01-01", stop: "2025-01-01" });
    expect(said(woman({ meds: [course] }), "D16")).toHaveLength(1);
    expect(said(woman({ meds: [course, med("alendronate", { start: "2025-02-01" })] }), "D16")).toEqual([]);
  });
});

describe("two drugs against resorption (D13)", () => {
  const pair = (a: Input, b: Input) => avoided(woman({ meds: [a, b] })).filter((one) => one.endsWith(" D13"));
  const fosamax = (text: string) => med("alendronate", { text });
  it.each<[string, Input, Input, string[]]>([
    [
      "of two kinds",
      fosamax("Fosamax 70 mg"),
      prolia({ lastGiven: "2026-09-01" }),
      ["alendronate D13", "denosumab D13"],
    ],
    ["one text in other letters", fosamax("Fosamax 70 mg"), fosamax(" FOSAMAX 70 MG"), []],
    ["one drug by two texts", fosamax("Fosamax 70 mg"), fosamax("Alendronate 70 mg"), ["alendronate D13"]],
    [
      "Prolia with Xgeva",
      prolia({ lastGiven: "2026-09-01" }),
      prolia({ text: "Xgeva 120 mg", lastGiven: "2026-09-01" }),
      ["denosumab D13"],
    ],
    ["an anabolic beside one", fosamax("Fosamax 70 mg"), med("teriparatide", { route: "sc" }), []],
    ["one that was stopped", fosamax("Fosamax 70 mg"), med("raloxifene", { stop: "2026-06-01" }), []],
  ])("%s", (_, a, b, expected) => {
    expect(pair(a, b).sort()).toEqual(expected);
  });
});

describe("where nothing is known of age or sex", () => {
  it("the notes speak of no figure by age, and of no childbearing", () => {
    expect(said(woman({ age: null }), "X9").join()).toMatch(/1,000/);
    expect(said(woman({ sex: null, meds: [med("alendronate")] }), "D12")).toEqual([]);
    expect(said(woman({ age: 38, frax: frax(9, 1) }), "T-G1").join()).toContain("under 40");
    expect([40, 90].map((age) => said(woman({ age }), "T-G1").length)).toEqual([0, 0]);
    expect([39, 91].map((age) => said(woman({ age }), "T-G1").length)).toEqual([1, 1]);
  });
});

describe("calcium by age and sex (X9, BHOF 2022)", () => {
  it.each<[string, Input, string]>([
    ["woman of 50", woman({ age: 50 }), "1,000-1,200"],
    ["woman of 51", woman({ age: 51 }), "1,200"],
    ["woman of 80", woman({ age: 80 }), "1,200"],
    ["man of 49", man({ age: 49 }), "1,000-1,200"],
    ["man of 50", man({ age: 50 }), "1,000"],
    ["man of 70", man({ age: 70 }), "1,000"],
    ["man of 71", man({ age: 71 }), "1,200"],
    ["sex not known", woman({ age: 80, sex: null }), "1,000-1,200"],
    ["age not known", woman({ age: null }), "1,000-1,200"],
  ])("%s: %s", (_, input, figure) => {
    expect(said(input, "X9").join()).toContain(`BHOF 2022 says ${figure} mg/day`);
  });
});

describe("statements that need a drug, an age or a figure", () => {
  it("vitamin D is replete before zoledronic acid and denosumab, not before alendronate alone", () => {
    const moderate = { meds: [prednisone(5)], frax: frax(12, 1.5, { gcTicked: true }) };
    expect(said(woman({ ...moderate, labs: labs(lab("VITD", 15, "ng/mL")) }), "D5")).toEqual([]);
  });

  it("a shared decision is for women whose age and sex are known", () => {
    const shown = (patch: Input) => said(woman({ age: 70, ...patch }), "X7").length > 0;
    expect([shown({}), shown({ sex: null }), shown({ age: null }), shown({ age: 64 })]).toEqual([
      true,
      false,
      false,
      false,
    ]);
    expect(shown({ dxa: [scan("FN", -0.4)] })).toBe(false);
  });

  it("an adjusted FRAX is not adjusted again, and none is where there is no FRAX", () => {
    const of = (patch: Input) => said(woman({ meds: [prednisone(10)], ...patch }), "S10").join();
    expect(of({ frax: frax(12, 2, { gcTicked: true }) })).toMatch(/^FRAX adjusted/);
    expect(of({ frax: frax(12, 2, { gcTicked: true, doseAdjusted: true }) })).toMatch(/^FRAX is already adjusted/);
    expect(of({ frax: null })).toBe("");
    expect(said(woman({ frax: frax(12, 2) }), "S10")).toEqual([]);
  });

  it("FRAX is missing only beside a T-score", () => {
    expect(said(woman({ frax: null }), "S8")).toHaveLength(1);
    expect(said(woman({ frax: null, dxa: [] }), "S8")).toEqual([]);
    expect(said(woman(), "S8")).toEqual([]);
  });

  it("FRAX on a bone drug is read with care, no FRAX is not", () => {
    const on = { meds: [med("alendronate")] };
    expect(said(woman(on), "D21")).toHaveLength(1);
    expect(said(woman({ ...on, frax: null }), "D21")).toEqual([]);
    expect(said(woman({ frax: null, age: 92 }), "T-G1")).toEqual([]);
    expect(said(woman({ frax: null, ...broken(fracture("wrist", "2026-08-01")) }), "S5").join()).not.toContain(
      "outdated",
    );
  });

  it("what FRAX does not count is named one by one", () => {
    const of = (patch: Input) => said(woman(patch), "FRAX-LIMITS").join();
    expect(of({ problems: ["Recurrent falls"] })).toMatch(/does not count falls:/);
    expect(of({ problems: ["Type 2 diabetes"] })).toMatch(/does not count type 2 diabetes:/);
    expect(of({ problems: ["Type 2 diabetes"], frax: null })).toBe("");
  });

  it("the spine moves MOF by what the lowest scores of one exam say", () => {
    const offset = (more: Input = {}, ...scans: ReturnType<typeof scan>[]) =>
      said(woman({ dxa: scans, frax: frax(19, 2), ...more }), "LS-OFFSET").join();
    expect(offset({}, scan("FN", -1.4), scan("LS", -2.4))).toContain("20.9 %");
    expect(offset({ frax: frax(19, 2, { country: "UK" }) }, scan("FN", -1.4), scan("LS", -2.4))).toBe("");
    expect(offset({}, scan("FN", -1.4), scan("LS", -1.5))).toBe("");
  });

  it("care gaps are of patients without a bone drug", () => {
    const steroid = { meds: [prednisone(5)], frax: frax(12, 1.5, { gcTicked: true }) };
    expect(["S37", "X10"].map((rule) => said(woman(steroid), rule).length)).toEqual([1, 1]);
    const treated = { ...steroid, meds: [prednisone(5), med("alendronate")] };
    expect(["S37", "X10"].map((rule) => said(woman(treated), rule).length)).toEqual([0, 0]);
  });
});

describe("CAROC: what counts as glucocorticoid of the last year (RISK.md 4.1)", () => {
  const category = (...meds: Input[]) =>
    said(woman({ age: 65, dxa: [scan("FN", -1.8)], frax: null, meds }), "CAROC")
      .join()
      .split(": ")[1];
  it.each<[string, Input, string]>([
    ["three months that begin a year ago", prednisone(10, { start: "2025-01-10", stop: "2026-02-23" }), "moderate"],
    ["a day less", prednisone(10, { start: "2025-01-10", stop: "2026-02-22" }), "low"],
    ["7.5 mg", prednisone(7.5, { start: "2026-01-10", stop: "2026-06-10" }), "moderate"],
    ["7.4 mg", prednisone(7.4, { start: "2026-01-10", stop: "2026-06-10" }), "low"],
    ["taken now", prednisone(7.5, { start: "2026-05-01" }), "moderate"],
    ["taken now, less", prednisone(7.4, { start: "2026-05-01" }), "low"],
    [
      "over, and since when is not known",
      prednisone(10, { start: null, stop: "2026-04-10" }),
      "glucocorticoid of the last year is not certain",
    ],
    ["over, too little whenever it began", prednisone(5, { start: null, stop: "2026-04-10" }), "low"],
    ["two years ago", prednisone(10, { start: "2023-01-10", stop: "2024-06-10" }), "low"],
  ])("%s", (_, course, expected) => {
    expect(category(course)).toBe(expected);
  });

  it("is given from 50, untreated, on one score a site", () => {
    const of = (patch: Input) =>
      said(woman({ age: 65, dxa: [scan("FN", -1.8)], frax: null, ...patch }), "CAROC").join();
    expect(of({ age: 50 })).toMatch(/^Provisional/);
    expect(of({ meds: [med("alendronate", { start: "2022-01-01", stop: "2024-11-22" })] })).toMatch(/^Provisional/);
    expect(of({ dxa: [scan("FN", -1.8), scan("LS", -1.8), scan("TH", -1.2)] })).toMatch(/: low$/);
  });
});

describe("intolerance (S30)", () => {
  const ORAL = ["alendronate", "ibandronate", "risedronate"];
  const refused = (patch: Input) =>
    avoided(highWoman(patch))
      .filter((one) => one.endsWith(" S30"))
      .map((one) => one.replace(" S30", ""))
      .sort();
  it.each<[string, Input, string[]]>([
    ["one oral is all oral", { allergies: ["ibandronate: rash"] }, ORAL],
    ["a brand", { allergies: ["Boniva"] }, ORAL],
    ["another drug alone", { allergies: ["Forteo: dizziness"] }, ["teriparatide"]],
    ["all oral by their name", { allergies: ["Oral bisphosphonates: dyspepsia"] }, ORAL],
    ["the class", { allergies: ["Bisphosphonates"] }, [...ORAL, "zoledronic acid"].sort()],
    ["zoledronic acid alone", { allergies: ["Reclast: fever"] }, ["zoledronic acid"]],
    ["another allergy", { allergies: ["Penicillin: rash"] }, []],
    ["a problem", { problems: ["Esophagitis due to alendronate"] }, ORAL],
    ["not tolerated", { problems: ["Alendronate not tolerated"] }, ORAL],
    ["side effect", { problems: ["Side effects of risedronate"] }, ORAL],
    ["a problem that names no drug", { problems: ["Dyspepsia"] }, []],
    ["a drug that names no problem", { problems: ["On alendronate since 2020"] }, []],
    [
      "stopped for it",
      {
        meds: [
          med("alendronate", {
            text: "alendronate 70 mg, stopped: dyspepsia",
            start: "2019-01-01",
            stop: "2020-03-01",
          }),
        ],
      },
      ORAL,
    ],
    ["stopped without a word", { meds: [med("alendronate", { start: "2019-01-01", stop: "2020-03-01" })] }, []],
  ])("%s", (_, patch, drugs) => {
    const listed = refused(patch);
    expect(drugs).toEqual(expect.arrayContaining(listed));
    expect(listed.length > 0).toBe(drugs.length > 0);
  });
});
