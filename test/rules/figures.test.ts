import { describe, expect, it } from "vitest";
import {
  above,
  anything,
  atLeast,
  atMost,
  below,
  exactly,
  isAtMost,
  isBelow,
  mapDown,
  plus,
  type Range,
} from "../../src/rules/range";
import { and, not, or, type Truth } from "../../src/rules/truth";
import { after as isAfter, newestFirst, onOrAfter, onOrBefore } from "../../src/rules/when";
import { decimal, listed, nearness, ofSite, onDate, percent, tScore } from "../../src/rules/words";

const U = "unknown";

describe("comparisons", () => {
  /** Against 3: at least, above, at most, below. */
  it.each<[string, Range | null, Truth, Truth, Truth, Truth]>([
    ["2.9", exactly(2.9), false, false, true, true],
    ["3", exactly(3), true, false, true, false],
    ["2.5 x 1.2", exactly(2.5 * 1.2), true, false, true, false],
    ["3.1", exactly(3.1), true, true, false, false],
    ["up to 3", { low: 0, high: 3 }, U, false, true, U],
    ["up to 2", { low: 0, high: 2 }, false, false, true, true],
    ["from 3", { low: 3, high: 9 }, true, U, U, false],
    ["from 4", { low: 4, high: 9 }, true, true, false, false],
    ["anything", anything, U, U, U, U],
    ["nothing", null, U, U, U, U],
  ])("%s", (_, range, least, over, most, under) => {
    expect([atLeast(range, 3), above(range, 3), atMost(range, 3), below(range, 3)]).toEqual([least, over, most, under]);
  });

  it("figures a billionth apart are equal, two are not", () => {
    expect([isAtMost(1e-9, 0), isAtMost(2e-9, 0), isBelow(-1e-9, 0), isBelow(-2e-9, 0)]).toEqual([
      true,
      false,
      false,
      true,
    ]);
  });

  it("spans are added end to end, and turned round by what falls as they rise", () => {
    expect(plus({ low: 1, high: 2 }, { low: 10, high: 30 })).toEqual({ low: 11, high: 32 });
    expect(mapDown({ low: 1, high: 2 }, (x) => 10 / x)).toEqual({ low: 5, high: 10 });
  });
});

describe("three-valued logic", () => {
  it.each<[Truth, Truth, Truth, Truth]>([
    [true, true, true, true],
    [true, false, false, true],
    [true, U, U, true],
    [false, false, false, false],
    [false, U, false, U],
    [U, U, U, U],
  ])("%s with %s", (a, b, both, either) => {
    expect([and(a, b), and(b, a), or(a, b), or(b, a)]).toEqual([both, both, either, either]);
  });
  it("not", () => {
    expect([not(true), not(false), not(U)]).toEqual([false, true, U]);
    expect([and(), or()]).toEqual([true, false]);
  });
});

describe("dates as precise as their source", () => {
  /** Against 2025-06-15: on or after, after, on or before. */
  it.each<[string | null, Truth, Truth, Truth]>([
    ["2025-06-14", false, false, true],
    ["2025-06-15", true, false, true],
    ["2025-06-16", true, true, false],
    ["2025-06", U, U, U],
    ["2025-05", false, false, true],
    ["2025-07", true, true, false],
    ["2025", U, U, U],
    ["2024", false, false, true],
    ["2026", true, true, false],
    [null, U, U, U],
  ])("%s", (date, from, later, until) => {
    const day = "2025-06-15";
    expect([onOrAfter(date, day), isAfter(date, day), onOrBefore(date, day)]).toEqual([from, later, until]);
  });

  it("a month that begins or ends on the day", () => {
    expect([onOrAfter("2025-06", "2025-06-01"), isAfter("2025-06", "2025-06-30")]).toEqual([true, false]);
  });

  it("newest first, what has no date last", () => {
    const dates = [null, "2024-03-01", "2026", "2025-12-31", null, "2026-01"].map((date) => ({ date }));
    expect(dates.toSorted(newestFirst).map(({ date }) => date)).toEqual([
      "2026",
      "2026-01",
      "2025-12-31",
      "2024-03-01",
      null,
      null,
    ]);
  });
});

describe("figures in words", () => {
  it.each([
    [2.34, 1, "2.3"],
    [-0.04, 1, "0.0"],
    [-0.06, 1, "-0.1"],
    [0, 1, "0.0"],
    [8.04, 2, "8.04"],
  ])("%s with %s decimals is %s", (value, digits, text) => {
    expect(decimal(value, digits)).toBe(text);
  });

  it("what is not known is said", () => {
    expect([percent(null), percent(3), tScore(null), tScore(-3.04), tScore(-3)]).toEqual([
      "unknown",
      "3.0 %",
      "unknown",
      "-3.04",
      "-3.0",
    ]);
    expect([onDate(null), onDate("2026-01")]).toEqual(["", " (2026-01)"]);
  });

  it("names a fracture by its site", () => {
    expect(["vertebra", "hip"].map(ofSite)).toEqual(["vertebral", "hip"]);
  });

  it("lists", () => {
    expect([listed([]), listed(["a"]), listed(["a", "b"]), listed(["a", "b", "c"])]).toEqual([
      "",
      "a",
      "a and b",
      "a, b and c",
    ]);
  });

  /** CLINICAL.md 5.4: "(just below)" when within 0.2. */
  it.each([
    [2.79, null],
    [2.8, "just below"],
    [2.9, "just below"],
    [3, "at the threshold"],
    [2.5 * 1.2, "at the threshold"],
    [3.1, null],
  ])("%s beside 3", (value, words) => {
    expect(nearness(value, 3)).toBe(words);
  });
});
