import { describe, expect, it } from "vitest";
import { caseToChart } from "../../src/chart/case";
import type { Chart } from "../../src/chart/chart";
import { type Assessment, assess, openMarks } from "../../src/rules";
import { SUMMARY_MAX, shortened, stableUuid } from "../../src/rules/card";
import { defaultPolicy } from "../../src/rules/policy";
import { assessed } from "../cases/answer";
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

const ofRule = ({ findings }: Assessment, rule: string) => findings.filter((one) => one.rule === rule);
const levels = (input: Input, rule: string) =>
  [...new Set(ofRule(assessed(input), rule).map(({ card }) => card.indicator))].join();
const alerts = (input: Input, rule: string) =>
  assessed(input)
    .alerts.filter((one) => one.rule === rule)
    .map(({ level }) => level)
    .join();
const of = (input: Input, patch: Partial<Chart>) => {
  const { chart, asOf } = caseToChart(input);
  return assess({ ...chart, ...patch }, defaultPolicy, asOf);
};

describe("how loud a statement is", () => {
  it.each<[string, Input, string, string, string]>([
    ["very high risk", woman({ dxa: [scan("FN", -3.2)] }), "T-VH5", "warning", ""],
    ["high risk", highWoman(), "T-H1", "warning", ""],
    ["moderate risk", woman(), "T-M1", "info", ""],
    ["low risk", woman({ dxa: [scan("FN", 0.2)] }), "T-L1", "info", ""],
    ["no tier for want of FRAX", woman({ frax: null }), "T-I1", "warning", "warning"],
    ["no tier for want of DXA", woman({ dxa: [], frax: null }), "T-I2", "warning", "warning"],
    ["outside the tiers", woman({ age: 40, menopause: "pre" }), "T-G2", "warning", "warning"],
    ["a test missing for everyone", woman({ labs: without("TSH") }), "W-TSH", "warning", "warning"],
    ["a test called for by a finding", woman({ labs: labs(lab("VITD", 14, "ng/mL")) }), "W-PTH", "info", "info"],
    ["a drug ruled out that nobody takes", highWoman({ problems: ["Kidney stones"] }), "D11", "warning", "warning"],
    ["one that is not for men, where one is considered", man({ frax: frax(22, 4) }), "M-RALOX", "info", ""],
    ["a note that is no alert", woman({ frax: frax(9, 1) }), "X9", "info", ""],
  ])("%s", (_, input, rule, level, alert) => {
    expect([levels(input, rule), alerts(input, rule)]).toEqual([level, alert]);
  });

  it("a drug that is ruled out and on the list is critical, the others of the rule are not", () => {
    const input = highWoman({ problems: ["Achalasia"], meds: [med("risedronate", { text: "Actonel 35 mg weekly" })] });
    const found = assessed(input);
    const loud = ofRule(found, "D6").map(({ id, card }) => `${id} ${card.indicator}`);
    expect(loud.toSorted()).toEqual(["D6:alendronate warning", "D6:ibandronate warning", "D6:risedronate critical"]);
    const [alert, ...more] = found.alerts.filter(({ rule }) => rule === "D6");
    expect(alert).toMatchObject({ level: "critical", text: "risedronate on the list: esophageal disorder" });
    expect(more).toEqual([]);
  });

  it("what was not on screen is mentioned, not missed", () => {
    const unseen = of(woman({ labs: [] }), { seen: [] });
    expect(ofRule(unseen, "W-TSH").map(({ card }) => card.indicator)).toEqual(["info"]);
    expect(unseen.alerts.filter(({ rule }) => rule === "W-TSH").map(({ level }) => level)).toEqual(["info"]);
  });

  it("each alert leads to a statement of its own rule", () => {
    for (const input of [
      woman({ frax: null, labs: [] }),
      highWoman({ problems: ["Achalasia", "Stroke"], lastDentalExam: null }),
    ]) {
      const { alerts, findings } = assessed(input);
      const rules = alerts.map(({ finding }) => findings.find(({ id }) => id === finding)?.rule);
      expect(rules).toEqual(alerts.map(({ rule }) => rule));
    }
  });
});

describe("statements", () => {
  it("of one rule about one drug are told apart, and the drug is avoided once for it", () => {
    const found = assessed(highWoman({ problems: ["Achalasia", "Gastric bypass"] }));
    const ids = ofRule(found, "D6")
      .map(({ id }) => id)
      .filter((id) => id.includes("alendronate"));
    expect(ids).toEqual(["D6:alendronate", "D6:alendronate#2"]);
    expect(found.avoid.filter(({ drug, rule }) => drug === "alendronate" && rule === "D6")).toHaveLength(1);
    const other = assessed(highWoman({ problems: ["Achalasia"], labs: labs(lab("CA", 8, "mg/dL")) }));
    expect(
      other.avoid
        .filter(({ drug }) => drug === "alendronate")
        .map(({ rule }) => rule)
        .toSorted(),
    ).toEqual(["D4", "D6"]);
  });

  it("each drug is avoided for the reason of its own rule", () => {
    const found = assessed(highWoman({ problems: ["Achalasia", "Kidney stones"] }));
    expect(
      ofRule(found, "D11")
        .map(({ id }) => id)
        .toSorted(),
    ).toEqual(["D11:abaloparatide", "D11:teriparatide"]);
  });

  it("come tier first, then what is missing, options, drugs to avoid, monitoring, disagreements, notes, lifestyle", () => {
    const order = ["tier", "missing", "option", "avoid", "monitoring", "disagreement", "note", "lifestyle"];
    const found = assessed(highWoman({ labs: without("TSH"), problems: ["Achalasia"], lastDentalExam: null })).findings;
    const at = found.map(({ group }) => order.indexOf(group));
    expect(at).toEqual(at.toSorted((a, b) => a - b));
    expect(new Set(at)).toEqual(new Set(order.keys()));
  });

  it("are listed by rule id, the texts that stand for everybody among them", () => {
    const { ruleIds, alerts } = assessed(highWoman());
    expect(ruleIds).toEqual(ruleIds.toSorted());
    expect(ruleIds).toEqual(expect.arrayContaining(["T-H1", "S25", "S30"]));
    expect(ruleIds).toEqual(expect.arrayContaining(["S1", "S7", "S13", "S23", "S53"]));
    expect(alerts.map(({ rule }) => rule)).not.toContain("S23");
    expect(assessed(highWoman({ problems: ["Bone metastases"] })).ruleIds).toContain("S1");
    expect(ruleIds).not.toContain("S20");
  });
});

describe("what is shown beside the tier", () => {
  it.each<[string, Input, Partial<Assessment["frax"]>]>([
    ["used", woman(), { notes: [] }],
    ["none", woman({ frax: null }), { raw: null, used: null, notes: [] }],
    [
      "of a woman of 39",
      woman({ age: 39 }),
      { used: null, notes: ["outside the ages FRAX is made for (40 to 90): not used"] },
    ],
    [
      "older than a fracture",
      woman(broken(fracture("wrist", "2026-08-01"))),
      { used: null, notes: ["older than a fracture: not used"] },
    ],
    [
      "older than a glucocorticoid",
      woman({ meds: [prednisone(5, { start: "2026-08-01" })] }),
      { used: null, notes: ["older than the glucocorticoid: not used"] },
    ],
    [
      "of the UK",
      woman({ frax: frax(9, 1, { country: "UK" }) }),
      { used: null, notes: ["UK model: 20 % and 3 % are not held against it"] },
    ],
    [
      "25 months old",
      woman({ frax: frax(9, 1, { date: "2024-10-20" }) }),
      { notes: ["over 24 months old: provisional"] },
    ],
    ["without a date", woman({ frax: frax(9, 1, { date: null }) }), { notes: ["without a date"] }],
    [
      "beside 10 mg of prednisone",
      woman({ meds: [prednisone(10)], frax: frax(10, 1, { gcTicked: true }) }),
      {
        used: { mof: 11.5, hip: 1.2, adjusted: true },
        notes: ["adjusted for a steroid dose above 7.5 mg/day: MOF x 1.15, hip x 1.2"],
      },
    ],
  ])("FRAX %s", (_, input, expected) => {
    expect(assessed(input).frax).toMatchObject(expected);
  });

  it("two FRAX results of one day that differ are not used", () => {
    const [one] = caseToChart(woman()).chart.frax;
    if (!one) throw new Error("no FRAX");
    const twice = (hip: number) => of(woman(), { frax: [one, { ...one, hip }] }).frax;
    expect(twice(2.2)).toMatchObject({ used: null, notes: ["two results of one day differ: not used"] });
    expect(twice(1.1)).toMatchObject({ used: { hip: 1.1 }, notes: [] });
  });

  it("the T-score that decides, or none", () => {
    expect(assessed(woman()).decidingBmd).toMatchObject({ site: "FN", t: -1.7 });
    expect(assessed(woman({ dxa: [] })).decidingBmd).toBeNull();
  });

  it.each<[string, (boolean | null)[], boolean | null]>([
    ["shown in full", [true], true],
    ["once in part, once in full", [false, true], true],
    ["in part", [false], false],
    ["once in part, once without saying", [null, false], false],
    ["without saying", [null], null],
  ])("a list that was %s", (_, complete, whole) => {
    const seen = complete.map((one) => ({ kind: "labs" as const, complete: one, place: null }));
    const other = { kind: "dxa" as const, complete: false, place: null };
    const { lookedAt } = of(woman(), { seen: [...seen, other] });
    expect(lookedAt.find(({ kind }) => kind === "labs")).toEqual({ kind: "labs", seen: true, complete: whole });
    expect(lookedAt.find(({ kind }) => kind === "dental")).toEqual({ kind: "dental", seen: false, complete: null });
    expect(lookedAt).toHaveLength(9);
  });

  it.each<[string, boolean | null, string]>([
    ["shown in full", true, "none-in-window"],
    ["that does not say how much of it is shown", null, "none-in-window"],
    ["that says it shows a part", false, "not-seen"],
  ])("a test that is not in a list %s", (_, complete, why) => {
    const found = of(woman(), { labs: [], seen: [{ kind: "labs", complete, place: null }] });
    const { missing } = found;
    expect(missing.find(({ code }) => code === "VITD")?.why).toBe(why);
    expect(openMarks(found, () => false).some(({ at }) => "list" in at && at.list === "labs")).toBe(why !== "not-seen");
  });

  it.each<[string, Input, RegExp]>([
    ["low", woman({ dxa: [scan("FN", 0.2)] }), /^Low risk: lowest T-score 0\.2/],
    ["moderate", woman(), /^Moderate risk: osteopenia/],
    ["high", highWoman(), /^High risk: FRAX MOF 21\.5 %/],
    ["outside the tiers", woman({ age: 40, menopause: "pre" }), /^No tier: Premenopausal/],
  ])("headline of %s", (_, input, words) => {
    expect(assessed(input).headline).toMatch(words);
  });
});

describe("cards (CDS Hooks 2.0: a summary under 140 characters)", () => {
  it.each([138, 139, 140, 400])("a text of %s characters", (length) => {
    const made = shortened("x".repeat(length));
    expect(made).toHaveLength(Math.min(length, SUMMARY_MAX));
    expect(made.endsWith("…")).toBe(length >= 140);
  });

  /** 32-bit FNV-1a of "a" and of "foobar", from its published test vectors. */
  it("one name gives one id, another name another", () => {
    expect(stableUuid("a")).toMatch(/^e40c292c-/);
    expect(stableUuid("foobar")).toMatch(/^bf9cf968-/);
    expect(stableUuid("foobar")).toBe(stableUuid("foobar"));
    expect(new Set(["", "a", "b", "ab", "ba", "a "].map(stableUuid)).size).toBe(6);
  });

  it("what does not fit goes on in the detail, and the source has its address", () => {
    const long = ofRule(assessed(woman({ frax: null })), "T-I1")[0]?.card;
    expect(long?.summary).toHaveLength(SUMMARY_MAX);
    expect(long?.detail).toMatch(/^cannot be placed in a tier: calculate FRAX\. .+\.$/);
    const short = ofRule(assessed(highWoman()), "T-H1")[0]?.card;
    expect(short?.detail).toBeUndefined();
    expect(short?.source.topic?.code).toBe("T-H1");
  });
});
