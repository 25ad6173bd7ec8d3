import { describe, expect, it } from "vitest";
import { dateText, decimalBeside, percent, prose, quantity, score } from "../../src/ui/figures";

describe("a figure beside its threshold", () => {
  it.each([
    [19.96, 20, "19.96"],
    [19.999, 20, "19.999"],
    [20, 20, "20"],
    [20.04, 20, "20.04"],
    [20.7, 20, "20.7"],
    [2.88, 3, "2.9"],
    [2.96, 3, "2.96"],
    [2.5 * 1.2, 3, "3"],
    [18 * 1.15, 20, "20.7"],
    [21, 20, "21"],
    [-2.46, -2.5, "\u22122.46"],
  ])("%d beside %d is written %s: rounding never crosses the threshold", (value, threshold, text) => {
    expect(decimalBeside(value, threshold)).toBe(text);
  });
});

it("writes a score with its sign, minus as a minus sign", () => {
  expect([score(-2.1), score(0), score(1.4), score(-2.46), score(-0.04)]).toEqual([
    "\u22122.1",
    "0.0",
    "+1.4",
    "\u22122.46",
    "\u22120.04",
  ]);
});

it("writes percentages as given, with the comparator they were printed with", () => {
  expect(percent(0.1, "<")).toBe("<0.1\u202f%");
  expect(percent(17.6)).toBe("17.6\u202f%");
});

it("writes a quantity with its unit", () => {
  expect(quantity({ value: 34, unit: "ng/mL" })).toBe("34\u202fng/mL");
  expect(quantity({ value: 19.96, unit: "%" }, 20)).toBe("19.96\u202f%");
});

it("writes a date as precise as it is known", () => {
  expect(["2026-08-12", "2026-08", "2026", "unclear"].map(dateText)).toEqual([
    "Aug 12, 2026",
    "Aug 2026",
    "2026",
    "unclear",
  ]);
});

it.each([
  ["cannot be placed in a tier", "Cannot be placed in a tier"],
  ["eGFR below 30", "eGFR below 30"],
  ["25-OH vitamin D", "25-OH vitamin D"],
  ["a man's printed T-score", "A man's printed T-score"],
  ["T-score -2.1 of 2026-08-10, 20 % or 3 %", "T-score \u22122.1 of 2026-08-10, 20\u00a0% or 3\u00a0%"],
  ["1,000-1,200 mg/day", "1,000-1,200 mg/day"],
])("sets in type: %s", (text, written) => {
  expect(prose(text)).toBe(written);
});
