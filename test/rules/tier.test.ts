import { describe, expect, it } from "vitest";
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
  woman,
} from "../cases/build";

const gc = (mg: number, more: Input = {}) => ({ meds: [prednisone(mg, more)] });
const none = { frax: null };

describe("tier ladder", () => {
  it.each<[string, Input, string, boolean]>([
    ["normal bone, FRAX not needed", woman({ dxa: [scan("FN", -1), scan("LS", 0.3)], ...none }), "LOW", false],
    ["normal bone, FRAX over the threshold", woman({ dxa: [scan("FN", -0.4)], frax: frax(20, 1) }), "HIGH", false],
    ["osteopenia below both", woman({ frax: frax(19.99, 2.99) }), "MODERATE", false],
    ["hip exactly 3", woman({ frax: frax(10, 3) }), "HIGH", false],
    ["MOF exactly 20", woman({ frax: frax(20, 1) }), "HIGH", false],
    ["one figure over is enough", woman({ frax: frax(null, 3.2) }), "HIGH", false],
    ["one figure under is never enough", woman({ frax: frax(null, 1.2) }), "INDETERMINATE", false],
    ["osteopenia without FRAX", woman(none), "INDETERMINATE", false],
    ["T exactly -2.5", woman({ dxa: [scan("TH", -2.5)], ...none }), "HIGH", false],
    ["T of -2.4 is not osteoporosis", woman({ dxa: [scan("TH", -2.4)], ...none }), "INDETERMINATE", false],
    ["T exactly -3.0", woman({ dxa: [scan("LS", -3)] }), "HIGH", false],
    ["T below -3.0", woman({ dxa: [scan("LS", -3.01)] }), "VERY_HIGH", false],
    [
      "earlier T keeps the diagnosis",
      woman({ dxa: [scan("LS", -2), scan("LS", -2.5, "2020-02-02")], ...none }),
      "HIGH",
      false,
    ],
    ["old fracture", woman(broken(fracture("wrist", "2020-05-05"))), "HIGH", false],
    ["fracture 12 months ago to the day", woman(broken(fracture("wrist", "2025-11-23"))), "HIGH", false],
    ["fracture a day younger", woman(broken(fracture("wrist", "2025-11-24"))), "VERY_HIGH", false],
    ["fracture without a date", woman(broken(fracture("wrist", null))), "HIGH", true],
    [
      "high trauma does not count",
      woman({ fractureHistory: "documented", fractures: [fracture("hip", "2026-09-01", { trauma: "high" })] }),
      "MODERATE",
      false,
    ],
    ["toe does not count", woman(broken(fracture("toe", "2026-09-01"))), "MODERATE", false],
    ["childhood fracture does not count", woman(broken(fracture("wrist", "1974-01-01"))), "MODERATE", false],
    [
      "fracture alone, no bone density",
      woman({ dxa: [], ...none, ...broken(fracture("hip", "2022-01-01")) }),
      "HIGH",
      false,
    ],
    ["fracture history not stated", woman({ fractureHistory: "unknown" }), "MODERATE", true],
    ["heel only", woman({ dxa: [scan("heel", -3.4)], ...none }), "INDETERMINATE", false],
    ["FRAX over the threshold without DXA", woman({ dxa: [], frax: frax(12, 3.4) }), "HIGH", true],
    ["FRAX under the threshold without DXA", woman({ dxa: [], frax: frax(12, 1.4) }), "INDETERMINATE", false],
    ["radius only, osteoporosis", woman({ dxa: [scan("R33", -2.6)], ...none }), "HIGH", true],
    ["FRAX 24 months old to the day", woman({ frax: frax(9, 1, { date: "2024-11-23" }) }), "MODERATE", false],
    ["FRAX a day older", woman({ frax: frax(9, 1, { date: "2024-11-22" }) }), "MODERATE", true],
    [
      "old FRAX does not matter to normal bone",
      woman({ dxa: [scan("FN", -0.5)], frax: frax(5, 0.3, { date: "2020-01-01" }) }),
      "LOW",
      false,
    ],
    ["MOF above 30", woman({ frax: frax(30.1, 2) }), "VERY_HIGH", false],
    ["MOF of 30 is not above 30", woman({ frax: frax(30, 2) }), "HIGH", false],
    ["hip above 4.5", woman({ frax: frax(12, 4.6) }), "VERY_HIGH", false],
    ["MOF of 30 on long steroid", woman({ frax: frax(30, 2, { gcTicked: true }), ...gc(5) }), "VERY_HIGH", false],
    ["falls on top of high", highWoman({ problems: ["Injurious fall 2026-06"] }), "VERY_HIGH", false],
    ["falls alone", woman({ problems: ["Injurious fall 2026-06"] }), "MODERATE", false],
    [
      "falls on top of old FRAX",
      highWoman({ problems: ["Recurrent falls"], frax: frax(21, 2, { date: "2023-01-01" }) }),
      "VERY_HIGH",
      true,
    ],
    [
      "premenopausal",
      woman({ age: 42, menopause: "pre", dxa: [scan("LS", -2.9, "2026-07-14", -1.9)], ...none }),
      "NOT_APPLICABLE",
      false,
    ],
    [
      "premenopausal with fragility fracture",
      woman({ age: 42, menopause: "pre", ...none, ...broken(fracture("hip", "2023-01-01")) }),
      "HIGH",
      false,
    ],
    [
      "premenopausal T-score is no diagnosis",
      woman({
        age: 42,
        menopause: "pre",
        dxa: [scan("LS", -3.4)],
        ...none,
        ...broken(fracture("wrist", "2023-01-01")),
      }),
      "HIGH",
      false,
    ],
    ["man of 49", man({ age: 49, dxa: [scan("LS", -2.7, "2026-07-14", -2.2)], ...none }), "NOT_APPLICABLE", false],
    ["man of 50", man({ age: 50, dxa: [scan("LS", -2.7)], ...none }), "HIGH", false],
    ["perimenopausal", woman({ age: 49, menopause: "peri", dxa: [scan("LS", -2.6)], ...none }), "HIGH", false],
    ["minor", woman({ age: 17, menopause: "pre", ...gc(40) }), "NOT_APPLICABLE", false],
    ["age 90 uses FRAX", woman({ age: 90 }), "MODERATE", false],
    ["age 91 does not", woman({ age: 91 }), "INDETERMINATE", false],
    ["nothing at all", { asOf: "2026-11-23" }, "INDETERMINATE", true],
  ])("%s", (_, input, tier, provisional) => {
    const { tier: found, provisional: assumed } = answer(input);
    expect({ tier: found, provisional: assumed }).toEqual({ tier, provisional });
  });
});

describe("on glucocorticoid", () => {
  it.each<[string, Input, string]>([
    ["low by every figure", woman({ dxa: [scan("FN", -1)], frax: frax(9.9, 1, { gcTicked: true }), ...gc(5) }), "LOW"],
    ["MOF of 10", woman({ dxa: [scan("FN", -1)], frax: frax(10, 1, { gcTicked: true }), ...gc(5) }), "MODERATE"],
    ["hip above 1", woman({ dxa: [scan("FN", -1)], frax: frax(9.9, 1.01, { gcTicked: true }), ...gc(5) }), "MODERATE"],
    ["normal bone needs FRAX on steroid", woman({ dxa: [scan("FN", -0.2)], frax: null, ...gc(5) }), "INDETERMINATE"],
    ["2.4 mg is below the ACR scope", woman({ dxa: [scan("FN", -0.2)], frax: null, ...gc(2.4) }), "LOW"],
    ["fracture on long steroid", woman({ ...broken(fracture("wrist", "2019-01-01")), ...gc(5) }), "VERY_HIGH"],
    ["30 mg for 30 days", woman(gc(30, { start: "2026-10-24" })), "MODERATE"],
    ["30 mg for 31 days", woman(gc(30, { start: "2026-10-23" })), "VERY_HIGH"],
    ["29 mg for 31 days", woman(gc(29, { start: "2026-10-23" })), "MODERATE"],
    // 365 days x 13.69 mg is 4,997 mg, x 13.7 mg is 5,000.5 mg.
    [
      "just under 5 g in a year",
      woman({ frax: frax(9, 0.9, { gcTicked: true }), ...gc(13.69, { start: "2024-01-01" }) }),
      "MODERATE",
    ],
    [
      "5 g in a year",
      woman({ frax: frax(9, 0.9, { gcTicked: true }), ...gc(13.7, { start: "2024-01-01" }) }),
      "VERY_HIGH",
    ],
    [
      "under 40, Z below -3 at 7.5 mg for 6 months",
      woman({
        age: 35,
        menopause: "pre",
        frax: null,
        dxa: [scan("LS", -3.2, "2026-07-14", -3.1)],
        ...gc(7.5, { start: "2026-05-23" }),
      }),
      "MODERATE",
    ],
    [
      "under 40, Z of -3",
      woman({
        age: 35,
        menopause: "pre",
        frax: null,
        dxa: [scan("LS", -3.2, "2026-07-14", -3)],
        ...gc(7.5, { start: "2026-05-23" }),
      }),
      "LOW",
    ],
    [
      "under 40, five months",
      woman({
        age: 35,
        menopause: "pre",
        frax: null,
        dxa: [scan("LS", -3.2, "2026-07-14", -3.1)],
        ...gc(7.5, { start: "2026-06-23" }),
      }),
      "LOW",
    ],
    [
      "man of 45 on long steroid is not outside the tiers",
      man({ age: 45, dxa: [scan("FN", -1.5)], frax: frax(12, 1.5, { gcTicked: true }), ...gc(5) }),
      "MODERATE",
    ],
  ])("%s", (_, input, tier) => {
    expect(answer(input).tier).toBe(tier);
  });

  it.each<[string, Input, { mof: number | null; hip: number | null; adjusted: boolean }]>([
    ["7.5 mg: not above", gc(7.5), { mof: 18, hip: 2.5, adjusted: false }],
    ["7.6 mg", gc(7.6), { mof: 20.7, hip: 3, adjusted: true }],
    [
      "methylprednisolone 6 mg is 7.5",
      { meds: [med("methylprednisolone", { doseMg: 6 })] },
      { mof: 18, hip: 2.5, adjusted: false },
    ],
    [
      "dexamethasone 1.5 mg is 10",
      { meds: [med("dexamethasone", { doseMg: 1.5 })] },
      { mof: 20.7, hip: 3, adjusted: true },
    ],
    ["16 mg on alternate days is 8", gc(16, { perDay: 0.5 }), { mof: 20.7, hip: 3, adjusted: true }],
    ["15 mg on alternate days is 7.5", gc(15, { perDay: 0.5 }), { mof: 18, hip: 2.5, adjusted: false }],
    ["three months to the day", gc(10, { start: "2026-08-23" }), { mof: 20.7, hip: 3, adjusted: true }],
    ["a day less than three months", gc(10, { start: "2026-08-24" }), { mof: 18, hip: 2.5, adjusted: false }],
    [
      "stopped: no multiplier",
      gc(10, { start: "2024-01-01", stop: "2026-08-01" }),
      { mof: 18, hip: 2.5, adjusted: false },
    ],
    [
      "inhaled",
      { meds: [med("budesonide", { doseMg: 20, route: "inhaled" })] },
      { mof: 18, hip: 2.5, adjusted: false },
    ],
    [
      "prednisone as needed",
      { meds: [prednisone(20, { text: "prednisone 20 mg PRN" })] },
      { mof: 18, hip: 2.5, adjusted: false },
    ],
    [
      "adrenal replacement",
      { meds: [med("hydrocortisone", { doseMg: 60, replacement: true })] },
      { mof: 18, hip: 2.5, adjusted: false },
    ],
    [
      "hydrocortisone in adrenal insufficiency",
      { meds: [med("hydrocortisone", { doseMg: 60 })], problems: ["Adrenal insufficiency"] },
      { mof: 18, hip: 2.5, adjusted: false },
    ],
    [
      "two steroids add up",
      { meds: [prednisone(5), med("dexamethasone", { doseMg: 0.75 })] },
      { mof: 20.7, hip: 3, adjusted: true },
    ],
    [
      "one steroid in two strengths, together 7.5",
      { meds: [prednisone(5), prednisone(2.5)] },
      { mof: 18, hip: 2.5, adjusted: false },
    ],
    [
      "a dose change without a gap goes on",
      { meds: [prednisone(20, { start: "2026-01-01", stop: "2026-10-01" }), prednisone(10, { start: "2026-10-01" })] },
      { mof: 20.7, hip: 3, adjusted: true },
    ],
  ])("%s", (_, patch, figures) => {
    const { fraxUsed } = answer(woman({ frax: frax(18, 2.5, { gcTicked: true, date: "2026-11-01" }), ...patch }));
    expect(fraxUsed.adjusted).toBe(figures.adjusted);
    expect(fraxUsed.mof).toBeCloseTo(figures.mof ?? 0, 9);
    expect(fraxUsed.hip).toBeCloseTo(figures.hip ?? 0, 9);
  });

  it("keeps 2.5 x 1.2 equal to 3.0", () => {
    const { sourceThresholdMet, tier } = answer(woman({ frax: frax(10, 2.5, { gcTicked: true }), ...gc(10) }));
    expect({ sourceThresholdMet, tier }).toEqual({ sourceThresholdMet: true, tier: "HIGH" });
  });

  it("never adjusts twice", () => {
    const { fraxUsed, ruleIds } = answer(
      woman({ frax: frax(18, 2.6, { gcTicked: true, doseAdjusted: true }), ...gc(20) }),
    );
    expect(fraxUsed).toEqual({ mof: 18, hip: 2.6, adjusted: false });
    expect(ruleIds).toContain("S10");
  });

  it("asks to recalculate a FRAX run without the box, and shows the boundary at 7.5 mg", () => {
    expect(
      answer(woman({ frax: frax(9, 1, { gcTicked: false }), ...gc(10) })).alerts.map(({ rule }) => rule),
    ).toContain("S10");
    expect(
      answer(woman({ frax: frax(9, 1, { gcTicked: true }), ...gc(7.5) })).alerts.map(({ rule }) => rule),
    ).toContain("X2");
  });

  it("leaves the adjustment out and says so when the start of the steroid is not known", () => {
    const { fraxUsed, provisional } = answer(
      woman({ frax: frax(18, 2.6, { gcTicked: true }), ...gc(10, { start: null }) }),
    );
    expect({ adjusted: fraxUsed.adjusted, provisional }).toEqual({ adjusted: false, provisional: true });
  });
});

describe("FRAX that is not used", () => {
  it.each<[string, Input]>([
    ["under 40", woman({ age: 39, menopause: "post" })],
    ["over 90", woman({ age: 91 })],
    ["before a later fracture", woman({ ...broken(fracture("wrist", "2026-08-01")) })],
    [
      "before a later long steroid",
      woman({ frax: frax(9, 1, { date: "2026-01-01" }), ...gc(5, { start: "2026-02-01" }) }),
    ],
    ["UK model", woman({ frax: frax(25, 5, { country: "UK" }) })],
  ])("%s", (_, input) => {
    const { fraxUsed, sourceThresholdMet } = answer(input);
    expect(fraxUsed).toEqual({ mof: null, hip: null, adjusted: false });
    expect(sourceThresholdMet).toBe(false);
  });

  it("is used when the fracture or steroid came before it", () => {
    expect(answer(woman(broken(fracture("wrist", "2026-07-20")))).fraxUsed.mof).toBe(9.1);
    expect(answer(woman(gc(5, { start: "2026-07-20" }))).fraxUsed.mof).toBe(9.1);
  });

  it("is not outdated by a high-trauma fracture or a steroid of two weeks", () => {
    const trauma = woman({
      fractureHistory: "documented",
      fractures: [fracture("tibia", "2026-09-01", { trauma: "high" })],
    });
    expect(answer(trauma).fraxUsed.mof).toBe(9.1);
    expect(answer(woman(gc(20, { start: "2026-11-09" }))).fraxUsed.mof).toBe(9.1);
  });
});

describe("bone density", () => {
  it.each<[string, Input, string | null]>([
    ["lowest of all sites", woman({ dxa: [scan("LS", -1.1), scan("TH", -2.5), scan("FN", 0.2)] }), "osteoporosis"],
    ["latest scan of a site", woman({ dxa: [scan("LS", -2.7, "2021-01-01"), scan("LS", -1.4)] }), "osteopenia"],
    [
      "an older scan of another site counts",
      woman({ dxa: [scan("LS", -2.7, "2021-01-01"), scan("FN", -1.4)] }),
      "osteoporosis",
    ],
    ["radius stands back behind hip", woman({ dxa: [scan("R33", -3), scan("FN", -1.4)] }), "osteopenia"],
    [
      "radius counts when indicated",
      woman({ dxa: [scan("R33", -3), scan("FN", -1.4)], radiusIndicated: true }),
      "osteoporosis",
    ],
    [
      "radius counts in hyperparathyroidism",
      woman({ dxa: [scan("R33", -3), scan("FN", -1.4)], problems: ["Primary hyperparathyroidism"] }),
      "osteoporosis",
    ],
    [
      "Ward, single vertebra, total forearm do not",
      woman({ dxa: [scan("WARD", -3), scan("L3", -3), scan("FOREARM_TOTAL", -3)] }),
      null,
    ],
    ["out of range", woman({ dxa: [scan("LS", -7.01), scan("FN", 6)] }), "normal"],
    [
      "Z of -2.0",
      woman({ age: 40, menopause: "pre", dxa: [scan("LS", -2.4, "2026-07-14", -2)] }),
      "below-expected-for-age",
    ],
    [
      "Z of -1.9",
      woman({ age: 40, menopause: "pre", dxa: [scan("LS", -2.6, "2026-07-14", -1.9)] }),
      "within-expected-for-age",
    ],
    ["young without Z", woman({ age: 40, menopause: "pre", dxa: [scan("LS", -2.6)] }), null],
  ])("%s", (_, input, category) => {
    expect(answer(input).bmdCategory).toBe(category);
  });

  it("says both values of one scan that contradicts itself, takes the lower and is provisional", () => {
    const found = assessed(woman({ dxa: [scan("FN", -1.6), scan("FN", -2.6)] }));
    expect(found).toMatchObject({ tier: "HIGH", provisional: true });
    expect(JSON.stringify(found.findings.map(({ gaps }) => gaps))).toMatch(/-1\.6 or -2\.6/);
  });
});

describe("a contradiction in the fracture history", () => {
  it("keeps the fracture and shows both sides", () => {
    const found = answer(woman({ fractures: [fracture("hip", "2023-02-01")] }));
    expect(found.tier).toBe("HIGH");
    expect(found.rejected.map(({ path }) => path)).toContain("fractureHistory");
  });
});

describe("a level given as a bound", () => {
  it("decides only where the bound decides", () => {
    const low = (value: string) =>
      answer(woman({ labs: labs(lab("VITD", value, "ng/mL")) })).alerts.map(({ rule }) => rule);
    expect(low("<10")).toContain("S11a");
    expect(low("<25")).not.toContain("S11a");
  });
});
