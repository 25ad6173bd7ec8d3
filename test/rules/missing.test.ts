import { describe, expect, it } from "vitest";
import { caseToChart } from "../../src/chart/case";
import type { Chart, ListKind } from "../../src/chart/chart";
import { known } from "../../src/chart/fact";
import { assess } from "../../src/rules";
import { defaultPolicy, parsePolicy, policyDifferences, readPolicy } from "../../src/rules/policy";
import { answer, assessed } from "../cases/answer";
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
import { reading } from "./ask";

interface Around {
  unseen?: ListKind[];
  patch?: Partial<Chart>;
}
function missing(code: string, input: Input, { unseen = [], patch = {} }: Around = {}) {
  const { chart, asOf } = caseToChart(input);
  const seen = chart.seen.filter(({ kind }) => !unseen.includes(kind));
  return assess({ ...chart, seen, ...patch }, defaultPolicy, asOf).missing.find((item) => item.code === code) ?? null;
}

describe("why an item is missing, and what there is instead", () => {
  it.each<[string, string, Input, Around, string, string | null, RegExp]>([
    ["no result", "TSH", woman({ labs: without("TSH") }), {}, "none-in-window", null, /no result found/],
    ["no list", "TSH", woman({ labs: without("TSH") }), { unseen: ["labs"] }, "not-seen", null, /not been on screen/],
    [
      "an old result",
      "TSH",
      woman({ labs: labs(lab("TSH", 2.1, "mIU/L", "2024-05-01")) }),
      {},
      "stale",
      "TSH 2.1 mIU/L",
      /the last is of 2024-05-01/,
    ],
    [
      "a pending one",
      "TSH",
      woman({ labs: labs(lab("TSH", "pending", null)) }),
      {},
      "pending",
      "TSH pending",
      /ordered, no final result yet/,
    ],
    [
      "an unreadable one",
      "TSH",
      woman({ labs: labs(lab("TSH", 2.1, "furlong")) }),
      {},
      "unusable",
      "TSH 2.1 furlong",
      /cannot be read/,
    ],
    [
      "one without a unit",
      "TSH",
      woman({ labs: labs(lab("TSH", 2.1, null)) }),
      {},
      "unusable",
      "TSH 2.1",
      /cannot be read/,
    ],
    [
      "an old one beside an unreadable one",
      "LFT",
      woman({
        labs: [
          ...without("LFT"),
          lab("LFT", 20, "U/L", "2024-01-01", "ALT"),
          lab("LFT", 20, "furlong", "2026-10-05", "AST"),
        ],
      }),
      {},
      "stale",
      "AST 20 furlong",
      /the last is of/,
    ],
    ["no scan", "DXA", woman({ dxa: [] }), {}, "none-in-window", null, /no valid scan of hip or spine found/],
    [
      "no report",
      "DXA",
      woman({ dxa: [] }),
      { unseen: ["dxa", "notes"] },
      "not-seen",
      null,
      /reports have not been on screen/,
    ],
    [
      "an old scan",
      "DXA",
      woman({ dxa: [scan("LS", -1.7, "2023-02-02")] }),
      {},
      "stale",
      "lumbar spine T-score -1.7",
      /the last scan of hip or spine is of 2023-02-02/,
    ],
    [
      "an old Z-score",
      "DXA",
      woman({ age: 40, menopause: "pre", dxa: [scan("LS", null, "2023-02-02", -1)] }),
      {},
      "stale",
      "lumbar spine Z-score -1.0",
      /2023-02-02/,
    ],
    ["no FRAX", "FRAX", woman({ frax: null }), {}, "none-in-window", null, /none found/],
    [
      "no FRAX, no report",
      "FRAX",
      woman({ frax: null }),
      { unseen: ["dxa", "notes"] },
      "not-seen",
      null,
      /reports have not been on screen/,
    ],
    [
      "a part of the list",
      "TSH",
      woman({ labs: without("TSH") }),
      { patch: { seen: [{ kind: "labs", complete: false, where: "Results" }] as never } },
      "not-seen",
      null,
      /^TSH: laboratory results have been on screen only in part$/,
    ],
    [
      "an old one below what can be measured",
      "TSH",
      woman({ labs: [...without("TSH"), { ...lab("TSH", 0.01, "mIU/L", "2024-05-01"), comparator: "<" }] }),
      {},
      "stale",
      "TSH <0.01 mIU/L",
      /^TSH: the last is of 2024-05-01$/,
    ],
    [
      "an old FRAX",
      "FRAX",
      woman({ frax: frax(9, 1, { date: "2024-01-01" }) }),
      {},
      "stale",
      "MOF 9.0 %, hip 1.0 %",
      /of 2024-01-01 is over 24 months old/,
    ],
    [
      "half a FRAX",
      "FRAX",
      woman({ frax: frax(9, null) }),
      {},
      "unusable",
      "MOF 9.0 %, hip not given",
      /one of the two figures is missing/,
    ],
    [
      "the other half",
      "FRAX",
      woman({ frax: frax(null, 1) }),
      {},
      "unusable",
      "MOF not given, hip 1.0 %",
      /one of the two figures is missing/,
    ],
    [
      "FRAX before a steroid",
      "FRAX",
      woman({ meds: [prednisone(5, { start: "2026-08-01" })] }),
      {},
      "unusable",
      "MOF 9.1 %, hip 1.1 %",
      /older than the glucocorticoid/,
    ],
    [
      "FRAX before a fracture that may count",
      "FRAX",
      woman(broken(fracture("wrist", "2026-08-01", { trauma: null }))),
      {},
      "unusable",
      "MOF 9.1 %, hip 1.1 %",
      /older than a fracture/,
    ],
    [
      "FRAX of the UK",
      "FRAX",
      woman({ frax: frax(9, 1, { country: "UK" }) }),
      {},
      "unusable",
      "MOF 9.0 %, hip 1.0 %",
      /of the UK model/,
    ],
    [
      "an old dental exam",
      "DENTAL",
      highWoman({ lastDentalExam: "2025-01-10" }),
      {},
      "stale",
      "dental exam",
      /is 22 months old/,
    ],
    [
      "a dental exam of a year",
      "DENTAL",
      highWoman({ lastDentalExam: "2024" }),
      {},
      "stale",
      "dental exam",
      /is of 2024/,
    ],
    [
      "stated that there was none",
      "DENTAL",
      highWoman({ lastDentalExam: null }),
      { patch: { lastDentalExam: known("none") } },
      "none-in-window",
      null,
      /on file in 12 months/,
    ],
    [
      "stated so, the list not seen",
      "DENTAL",
      highWoman({ lastDentalExam: null }),
      { patch: { lastDentalExam: known("none") }, unseen: ["dental"] },
      "none-in-window",
      null,
      /on file in 12 months/,
    ],
    [
      "no dental list",
      "DENTAL",
      highWoman({ lastDentalExam: null }),
      { unseen: ["dental"] },
      "not-seen",
      null,
      /seen yet/,
    ],
    ["spine imaging", "VFA", woman({ age: 70 }), {}, "none-in-window", null, /woman of 70 or more/],
  ])("%s (%s)", (_, code, input, around, why, last, reason) => {
    const item = missing(code, input, around);
    expect([item?.why, item?.last?.text ?? null]).toEqual([why, last]);
    expect(item?.reason).toMatch(reason);
  });

  it("two FRAX results of one day, and a result without a date that may be recent", () => {
    const [one] = caseToChart(woman()).chart.frax;
    if (!one) throw new Error("no FRAX");
    expect(missing("FRAX", woman(), { patch: { frax: [one, { ...one, hip: 2 }] } })?.reason).toMatch(
      /two results of one day differ/,
    );
    expect(missing("TSH", woman({ labs: labs(lab("TSH", 2, "mIU/L", null)) }))).toBeNull();
  });

  it("the DXA item gives the reasons for one, if any, at most three factors", () => {
    expect(missing("DXA", woman({ dxa: [], frax: null, age: 55, weightKg: 95 }))?.reason).toBe(
      "DXA: no valid scan of hip or spine found",
    );
    const many = woman({
      dxa: [],
      frax: null,
      age: 55,
      weightKg: 95,
      smoking: true,
      alcoholDrinksPerDay: 4,
      problems: ["Rheumatoid arthritis", "Recurrent falls"],
    });
    expect(missing("DXA", many)?.reason).toMatch(
      /indicated because: current smoking, 3 or more alcoholic drinks a day and rheumatoid arthritis \(USPSTF/,
    );
  });
});

describe("who needs the work-up", () => {
  const needs = (input: Input) => answer({ ...input, labs: [] }).missingWorkup.includes("TSH");
  const normal = { dxa: [scan("FN", 0.4)] };
  it.each<[string, Input, boolean]>([
    ["osteopenia", woman(), true],
    ["normal bone", woman(normal), false],
    ["normal bone, high by FRAX", woman({ ...normal, frax: frax(22, 1) }), true],
    [
      "normal bone on long glucocorticoid, low by every figure",
      woman({ ...normal, meds: [prednisone(5)], frax: frax(5, 0.4, { gcTicked: true }) }),
      false,
    ],
    [
      "normal bone on long glucocorticoid, moderate",
      woman({ ...normal, meds: [prednisone(5)], frax: frax(12, 0.4, { gcTicked: true }) }),
      true,
    ],
    ["normal bone, a drug planned", woman({ ...normal, plannedDrug: true }), true],
    ["normal bone on alendronate", woman({ ...normal, meds: [med("alendronate")] }), true],
    ["no bone density", woman({ dxa: [], frax: null }), true],
  ])("%s", (_, input, yes) => {
    expect(needs(input)).toBe(yes);
  });
});

describe("called for by a finding", () => {
  const called = (input: Input, patch: Partial<Chart> = {}) => {
    const { chart, asOf } = caseToChart(input);
    return Object.fromEntries(
      assess({ ...chart, ...patch }, defaultPolicy, asOf)
        .missing.filter(({ triggered }) => triggered)
        .map(({ code, reason }) => [code, reason]),
    );
  };
  it.each<[string, Input, Partial<Chart>, Record<string, RegExp | null>]>([
    ["Z of -1.9", woman({ dxa: [scan("FN", -1.7, undefined, -1.9)] }), {}, { CORTISOL: null }],
    [
      "Z of -2.0",
      woman({ dxa: [scan("FN", -1.7, undefined, -2)] }),
      {},
      { CORTISOL: /Z-score of -2\.0 or lower$/, UCA24: /by Z-score/ },
    ],
    ["no Z", woman(), {}, { CORTISOL: null, TTG: null }],
    [
      "a man's anemia: 12.9",
      man({ labs: labs(lab("CBC", 12.9, "g/dL", undefined, "Hemoglobin")) }),
      {},
      { "SPEP/FLC": /anemia/ },
    ],
    [
      "a woman's 12.9 is none",
      woman({ labs: labs(lab("CBC", 12.9, "g/dL", undefined, "Hemoglobin")) }),
      {},
      { "SPEP/FLC": null },
    ],
    [
      "anemia at 50",
      woman({ age: 50, labs: labs(lab("CBC", 10, "g/dL", undefined, "Hemoglobin")) }),
      {},
      { "SPEP/FLC": null },
    ],
    ["height loss of 4.1 cm", woman(), { heightLossCm: known(4.1) }, { VFA: /height loss over 4 cm$/ }],
    ["height loss of 4 cm", woman(), { heightLossCm: known(4) }, { VFA: null }],
    [
      "two reasons",
      woman({ age: 71, meds: [prednisone(5)] }),
      {},
      { VFA: /woman of 70 or more, man of 80 or more and glucocorticoid/ },
    ],
    [
      "stones and low vitamin D",
      woman({ problems: ["Kidney stones"], labs: labs(lab("VITD", 14, "ng/mL")) }),
      {},
      { PTH: /by vitamin D below 20 ng\/mL and kidney stones$/ },
    ],
    [
      "bypass before denosumab",
      highWoman({ problems: ["Gastric bypass"] }),
      {},
      { MG: /malabsorption before denosumab/ },
    ],
    [
      "bypass on denosumab",
      woman({ problems: ["Gastric bypass"], meds: [med("denosumab", { text: "Prolia" })] }),
      {},
      { MG: /malabsorption before denosumab/ },
    ],
    ["bypass without", woman({ problems: ["Gastric bypass"] }), {}, { MG: null }],
    ["low testosterone in a woman", woman({ labs: labs(lab("TESTO", 20, "ng/dL")) }), {}, { SEXHORM: null }],
    [
      "eGFR 25, all parts there",
      highWoman({ labs: labs(lab("EGFR", 25, "mL/min/1.73m2"), lab("PTH", 80, "pg/mL")) }),
      {},
      { CKDMBD: null },
    ],
    [
      "eGFR 25, phosphate missing",
      highWoman({ labs: [...without("PHOS"), lab("EGFR", 25, "mL/min/1.73m2"), lab("PTH", 80, "pg/mL")] }),
      {},
      { CKDMBD: /CKD-MBD/ },
    ],
  ])("%s", (_, input, patch, expected) => {
    const found = called(input, patch);
    for (const [code, words] of Object.entries(expected)) {
      if (words === null) expect(found[code], code).toBeUndefined();
      else expect(found[code] ?? "", code).toMatch(words);
    }
  });
});

describe("the ladder", () => {
  const fired = (input: Input, patch: Partial<Chart> = {}) => {
    const { chart, asOf } = caseToChart(input);
    const { tier, findings, alerts } = assess({ ...chart, ...patch }, defaultPolicy, asOf);
    const ids = findings.filter(({ group }) => group === "tier").map(({ rule }) => rule);
    return { tier, ids: ids.filter((id) => id.startsWith("T-") && id !== "T-P1" && id !== "T-R33"), alerts };
  };
  it.each<[string, Input, Partial<Chart>, string, string[]]>([
    [
      "two fractures, one recent",
      woman(broken(fracture("wrist", "2026-08-01"), fracture("hip", "2015-01-01"))),
      {},
      "VERY_HIGH",
      ["T-VH1", "T-VH3", "T-H3"],
    ],
    [
      "a recent one alone is not also an old one",
      woman(broken(fracture("wrist", "2026-08-01"))),
      {},
      "VERY_HIGH",
      ["T-VH1"],
    ],
    [
      "one fracture and one of unknown cause",
      woman(broken(fracture("wrist", "2015-01-01"), fracture("hip", "2016-01-01", { trauma: null }))),
      {},
      "HIGH",
      ["T-H3"],
    ],
    ["T -3.0 and FRAX over", woman({ dxa: [scan("FN", -3)], frax: frax(22, 3) }), {}, "HIGH", ["T-H1", "T-H2"]],
    ["T -3.1", woman({ dxa: [scan("FN", -3.1)] }), {}, "VERY_HIGH", ["T-VH5", "T-H2"]],
    ["moderate shows no lower tier", woman(), {}, "MODERATE", ["T-M1"]],
    [
      "age 40 on steroid",
      woman({ age: 40, menopause: "post", meds: [prednisone(5)], dxa: [scan("FN", -0.5)], frax: null }),
      {},
      "INDETERMINATE",
      ["T-I1"],
    ],
    [
      "age 39 on steroid",
      woman({ age: 39, menopause: "post", meds: [prednisone(5)], dxa: [scan("FN", -0.5)], frax: null }),
      {},
      "LOW",
      ["T-L2"],
    ],
    [
      "on steroid without bone density",
      woman({ meds: [prednisone(5)], dxa: [], frax: null }),
      {},
      "INDETERMINATE",
      ["T-I2"],
    ],
    [
      "menopause not known: a fracture decides",
      woman({ age: 44, menopause: null, ...broken(fracture("hip", "2015-01-01")) }),
      {},
      "HIGH",
      ["T-H3"],
    ],
    [
      "menopause not known: a dose decides",
      woman({ age: 44, menopause: null, frax: null, meds: [prednisone(40)] }),
      {},
      "VERY_HIGH",
      ["T-VH9b"],
    ],
    [
      "menopause not known: FRAX does not",
      woman({ age: 44, menopause: null, frax: frax(22, 4) }),
      {},
      "INDETERMINATE",
      ["T-I1"].slice(1),
    ],
    [
      "premenopausal, history not known",
      woman({ age: 40, menopause: "pre", fractureHistory: "unknown" }),
      {},
      "NOT_APPLICABLE",
      [],
    ],
    [
      "minor over the threshold",
      woman({ age: 17, menopause: "pre", frax: frax(22, 4) }),
      {},
      "NOT_APPLICABLE",
      ["T-G2"],
    ],
    ["falls on old FRAX", highWoman(), { fallsLastYear: known(2) }, "VERY_HIGH", ["T-VH6", "T-H1"]],
    ["one fall", highWoman(), { fallsLastYear: known(1) }, "HIGH", ["T-H1"]],
    [
      "T -3.5 on steroid",
      woman({ dxa: [scan("FN", -3.5)], meds: [prednisone(5)] }),
      {},
      "VERY_HIGH",
      ["T-VH5", "T-VH9c", "T-H2"],
    ],
    [
      "T -3.4 on steroid",
      woman({ dxa: [scan("FN", -3.4)], meds: [prednisone(5)] }),
      {},
      "VERY_HIGH",
      ["T-VH5", "T-H2"],
    ],
    [
      "hip exactly 4.5 on steroid",
      woman({ frax: frax(12, 4.5, { gcTicked: true }), meds: [prednisone(5)] }),
      {},
      "VERY_HIGH",
      ["T-VH7g", "T-H1"],
    ],
    ["hip exactly 4.5", woman({ frax: frax(12, 4.5) }), {}, "HIGH", ["T-H1"]],
  ])("%s", (_, input, patch, tier, ids) => {
    const found = fired(input, patch);
    expect(found.tier).toBe(tier);
    expect(found.ids.filter((id) => ids.length > 0 || !id.startsWith("T-I"))).toEqual(ids);
  });

  const assumed = (input: Input) => assessed(input).findings.find(({ rule }) => rule === "T-P1")?.card;
  const words = (input: Input) => `${assumed(input)?.summary ?? ""} ${assumed(input)?.detail ?? ""}`;
  it.each<[string, Input, RegExp]>([
    ["undated fracture", woman(broken(fracture("wrist", null))), /fracture without a date is older than 12 months/],
    [
      "a second fracture of unknown cause",
      woman(broken(fracture("wrist", "2015-01-01"), fracture("hip", "2016-01-01", { trauma: null }))),
      /unknown cause is not a fragility fracture/,
    ],
    ["old FRAX", woman({ frax: frax(9, 1, { date: "2024-01-01" }) }), /FRAX older than 24 months still holds/],
    [
      "steroid of unknown start",
      woman({ meds: [prednisone(10, { start: null })] }),
      /no glucocorticoid beyond what is known/,
    ],
    ["radius alone", woman({ dxa: [scan("R33", -2.6)], frax: null }), /no bone density of hip or spine is needed/],
    ["two scores", woman({ dxa: [scan("FN", -1.7), scan("FN", -2.1)] }), /of two T-scores the lower, -2\.1, is right/],
    ["nothing", woman(), /^ $/],
    ["very high whatever the history", woman({ dxa: [scan("FN", -3.2)], fractureHistory: "unknown" }), /^ $/],
    [
      "old FRAX beside a T-score of osteoporosis",
      woman({ dxa: [scan("FN", -2.6)], frax: frax(22, 4, { date: "2024-01-01" }) }),
      /^ $/,
    ],
  ])("rests on: %s", (_, input, expected) => {
    expect(words(input)).toMatch(expected);
  });
});

describe("what to ask", () => {
  const asked = (input: Input, patch: Partial<Chart> = {}) => {
    const { chart, asOf } = caseToChart(input);
    return assess({ ...chart, ...patch }, defaultPolicy, asOf).questions;
  };
  const leads = (input: Input, id: string) =>
    asked(input)
      .find((one) => one.id === id)
      ?.answers.map(({ label, leadsTo }) => [label, leadsTo.tier]);

  it("bone density, by its four ranges", () => {
    expect(leads(woman({ dxa: [], frax: null }), "bone-density")).toEqual([
      ["-1.0 or higher", "LOW"],
      ["Between -1.0 and -2.5", "INDETERMINATE"],
      ["-2.5 or lower", "HIGH"],
      ["Below -3.0", "VERY_HIGH"],
    ]);
    expect(leads(woman(), "bone-density")).toBeUndefined();
  });

  it("history, cause and date of a fracture", () => {
    expect(leads(woman({ fractureHistory: "unknown" }), "fracture-history")).toEqual([
      ["None", "MODERATE"],
      ["Yes, over 12 months ago", "HIGH"],
      ["Yes, within 12 months", "VERY_HIGH"],
    ]);
    expect(
      leads(woman(broken(fracture("wrist", "2015-01-01", { trauma: null }))), "fracture-cause")?.map(
        ([, tier]) => tier,
      ),
    ).toEqual(["HIGH", "MODERATE"]);
    expect(leads(woman(broken(fracture("wrist", null))), "fracture-date")?.map(([, tier]) => tier)).toEqual([
      "VERY_HIGH",
      "HIGH",
    ]);
    expect(leads(woman(broken(fracture("wrist", "2015-01-01"))), "fracture-date")).toBeUndefined();
  });

  it("FRAX, with whether the threshold would be met", () => {
    const [question] = asked(woman({ frax: null }));
    expect(question?.answers.map(({ leadsTo }) => leadsTo.sourceThresholdMet)).toEqual([false, true, true]);
  });

  it("FRAX not where its answers would change no tier and no option", () => {
    const osteoporosis = woman({ frax: null, dxa: [scan("FN", -2.7)], ...broken(fracture("vertebra", "2019-03-01")) });
    const treated = { ...osteoporosis, meds: [med("alendronate")] };
    expect(leads(osteoporosis, "frax")).toBeUndefined();
    expect(leads(treated, "frax")).toBeUndefined();
  });

  it("menopause where it decides, falls where they would lift a high risk", () => {
    expect(leads(woman({ age: 45, menopause: null }), "menopause")).toEqual([
      ["Premenopausal", "NOT_APPLICABLE"],
      ["Postmenopausal", "MODERATE"],
    ]);
    expect(leads(woman(), "menopause")).toBeUndefined();
    expect(leads(highWoman(), "falls")).toEqual([
      ["None", "HIGH"],
      ["One", "HIGH"],
      ["Two or more", "VERY_HIGH"],
    ]);
    expect(asked(highWoman(), { fallsLastYear: known(0) })).toEqual([]);
  });

  it("a steroid: only what is open of it", () => {
    const input = (more: Input) => woman({ frax: frax(18, 2.6, { gcTicked: true }), meds: [prednisone(10, more)] });
    const question = (more: Input) => asked(input(more)).find(({ id }) => id === "steroid");
    expect(question({ start: null })?.question).toBe("prednisone: for how long?");
    expect(question({ start: null })?.answers.map(({ label }) => label)).toEqual([
      "Less than 3 months",
      "3 months or more",
    ]);
    const open = question({ doseMg: null });
    expect(open?.question).toBe("prednisone: how long, and how much a day?");
    expect(open?.answers.map(({ fact }) => fact.kind === "medication" && fact.medication)).toEqual([
      { prednisoneMgPerDay: 5 },
      { prednisoneMgPerDay: 10 },
    ]);
    expect(question({})).toBeUndefined();
    expect(question({ stop: "2026-02-01", start: null })).toBeUndefined();
  });

  it("most decisive first: of those that lead as far, the one that also moves the threshold", () => {
    const ids = asked(woman({ dxa: [], frax: null, fractureHistory: "unknown" })).map(({ id }) => id);
    expect(ids[0]).toBe("frax");
    expect(ids.slice(1).toSorted()).toEqual(["bone-density", "fracture-history"]);
  });
});

describe("settings", () => {
  it("differ from their default by name, those in a group with its name before them", () => {
    const policy = { ...defaultPolicy, labMonths: 24, limits: { ...defaultPolicy.limits, calciumLow: 8.5 } };
    expect(policyDifferences(policy)).toEqual([
      { name: "labMonths", value: 24, standard: 12 },
      { name: "limits.calciumLow", value: 8.5, standard: 8.6 },
    ]);
    expect([policyDifferences(defaultPolicy), policyDifferences({ ...defaultPolicy })]).toEqual([[], []]);
  });

  it("are refused by name, with the reason", () => {
    expect(readPolicy({ labMonths: 0, limits: { ...defaultPolicy.limits, tshLow: -1 } })).toEqual({
      refused: [
        { name: "labMonths", reason: "at least 1" },
        { name: "limits.tshLow", reason: "0 or more" },
      ],
    });
    const crossed = (calciumLow: number) => readPolicy({ limits: { ...defaultPolicy.limits, calciumLow } });
    expect(crossed(10.2)).toEqual({ refused: [{ name: "limits.calciumLow", reason: "not below the upper limit" }] });
    expect(crossed(10.1)).toMatchObject({ policy: { limits: { calciumLow: 10.1 } } });
    expect(() => parsePolicy({ labMonths: 0 })).toThrow("labMonths: at least 1");
    expect(readPolicy({ dxaMonths: 120 })).toMatchObject({ policy: { dxaMonths: 120 } });
  });

  it("a conflict is a gap with both values, and no value", () => {
    const fact = {
      state: "conflicting" as const,
      values: [
        { value: 60, evidence: [] },
        { value: 80, evidence: [] },
      ],
    };
    const r = reading({ input: woman(), patch: { weightKg: fact } });
    expect(r.fact("weight", (c) => c.weightKg)).toBeNull();
    expect(r.read.gaps).toEqual([{ what: "weight: 60 or 80", why: "conflicting", assumed: null }]);
  });
});
