import { describe, expect, it } from "vitest";
import { caseToChart } from "../../src/chart/case";
import type { Chart } from "../../src/chart/chart";
import { known } from "../../src/chart/fact";
import { drinksThreeOrMore, fallsOften, parentHipFracture, smokes } from "../../src/rules/facts/conditions";
import { defaultPolicy } from "../../src/rules/policy";
import { type Question, Reader } from "../../src/rules/reader";
import type { Truth } from "../../src/rules/truth";
import { type Input, woman } from "../cases/build";

function reader(input: Input, patch: Partial<Chart> = {}): Reader {
  const { chart, asOf } = caseToChart(woman(input));
  return Reader.over({ ...chart, ...patch }, defaultPolicy, asOf);
}

const resolved = (chart: Input) => ({ problems: caseToChart(woman(chart)).chart.problems.map(asResolved) });
const asResolved = <T>(problem: T): T => ({ ...problem, status: "resolved" });
const NO_FALL = { fallsLastYear: known(0) };

describe("a habit or an event", () => {
  it.each<[string, Question<Truth>, string]>([
    ["smoking", smokes, "smoking"],
    ["alcohol", drinksThreeOrMore, "alcohol, drinks a day"],
    ["a parent's hip", parentHipFracture, "hip fracture in a parent"],
    ["falls", fallsOften, "falls in 12 months"],
  ])("%s: a problem list that does not name it rules nothing out, and the gap is said", (_, question, what) => {
    const r = reader({ problems: ["Hypothyroidism"] });
    expect(r.ask(question)).toBe("unknown");
    expect(r.read.gaps.map((gap) => gap.what)).toEqual([what]);
  });

  it("of one fall it is not said that none was found, but that its harm is not stated", () => {
    const r = reader({}, { fallsLastYear: known(1) });
    r.ask(fallsOften);
    expect(r.read.gaps).toEqual([
      { what: "whether the fall of the last 12 months did harm", why: "not-stated", assumed: null },
    ]);
  });

  it.each<[string, Question<Truth>, Input, Partial<Chart>, Truth]>([
    ["smokes now", smokes, { smoking: "current" }, {}, true],
    ["smoked", smokes, { smoking: "former" }, {}, false],
    ["smoker in the problem list", smokes, { problems: ["Current every day smoker"] }, {}, true],
    ["smoker in the list, never by the history", smokes, { smoking: "never", problems: ["Current smoker"] }, {}, true],
    ["smoker, resolved", smokes, {}, resolved({ problems: ["Current smoker"] }), false],
    ["3 drinks", drinksThreeOrMore, { alcoholDrinksPerDay: 3 }, {}, true],
    ["2.9 drinks", drinksThreeOrMore, { alcoholDrinksPerDay: 2.9 }, {}, false],
    ["alcoholism, no drinks", drinksThreeOrMore, { alcoholDrinksPerDay: 0, problems: ["Alcoholism"] }, {}, true],
    ["parent: yes", parentHipFracture, {}, { parentHipFracture: known(true) }, true],
    ["parent: no", parentHipFracture, {}, { parentHipFracture: known(false) }, false],
    ["two falls", fallsOften, {}, { fallsLastYear: known(2) }, true],
    ["one fall, harm not said", fallsOften, {}, { fallsLastYear: known(1) }, "unknown"],
    ["no fall", fallsOften, {}, { fallsLastYear: known(0) }, false],
    [
      "no fall, recurrent falls listed",
      fallsOften,
      { problems: ["Recurrent falls"] },
      { fallsLastYear: known(0) },
      true,
    ],
    ["injured a year less a day ago", fallsOften, { problems: ["Fall with injury 2025-11-24"] }, {}, true],
    ["injured a year ago", fallsOften, { problems: ["Fall with injury 2025-11-23"] }, {}, "unknown"],
    ["injured years ago", fallsOften, { problems: ["Fall with injury 2021-03-01"] }, {}, "unknown"],
    ["injured years ago, no fall since", fallsOften, { problems: ["Injurious fall 2021"] }, NO_FALL, false],
    ["injured in a year that may be this", fallsOften, { problems: ["Injurious fall 2025"] }, {}, "unknown"],
    ["injured, no date", fallsOften, { problems: ["Injurious fall"] }, {}, true],
    ["injured years ago and this year", fallsOften, { problems: ["Injurious fall 2021", "3 falls 2026-06"] }, {}, true],
    ["counted years ago", fallsOften, { problems: ["3 falls in 2021"] }, {}, "unknown"],
    ["a span of time is no count", fallsOften, { problems: ["Fall 5 years ago"] }, {}, "unknown"],
    ["a day that begins like a count", fallsOften, { problems: ["Fall 3/14/2026"] }, {}, "unknown"],
    ["recurrent since", fallsOften, { problems: ["Recurrent falls 2021-03-01"] }, {}, true],
    ["recurrent, long resolved", fallsOften, {}, resolved({ problems: ["Recurrent falls 2021-03-01"] }), "unknown"],
  ])("%s", (_, question, input, patch, truth) => {
    expect(reader(input, patch).ask(question)).toBe(truth);
  });
});
