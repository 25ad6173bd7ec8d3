// @vitest-environment happy-dom
import { beforeEach, describe, expect, it, vi } from "vitest";
import type { Series } from "../../src/rules/assessment";
import { ShowInChartContext } from "../../src/ui/evidence";
import { shareOf, spanOf, yearsIn } from "../../src/ui/over-time";
import { Plots } from "../../src/ui/plots";
import { high, onPage } from "./fixtures";
import { speakEnglish } from "./locale";
import { click, draw, textOf } from "./page";

beforeEach(() => speakEnglish());

const point = (date: string, t: number) => ({ date, t, evidence: onPage(`FN ${t}`, 61) });
const only = (...points: ReturnType<typeof point>[]): Series => ({ tScores: [{ site: "FN", points }], vitaminD: [] });
const plots = (series: Series, bmdCategory = high.bmdCategory) =>
  draw(<Plots series={series} bmdCategory={bmdCategory} asOf="2026-11-23" />);

describe("T-scores over time", () => {
  it("joins the points of a site by a line, and draws none through one point", async () => {
    const one = await plots(only(point("2026-08-10", -2.1)));
    expect(one.querySelectorAll(".point")).toHaveLength(1);
    expect(one.querySelector("polyline")).toBeNull();
    const two = await plots(only(point("2024-08-10", -1.9), point("2026-08-10", -2.1)));
    expect(two.querySelector("polyline")?.getAttribute("points")?.split(" ")).toHaveLength(2);
  });

  it("puts lower scores lower and later ones further right", async () => {
    const root = await plots(only(point("2022-08-10", -1.2), point("2026-08-10", -2.8)));
    const [first, last] = [...root.querySelectorAll(".point")].map((one) =>
      (/([\d.]+) ([\d.]+)/.exec(one.getAttribute("transform") ?? "") ?? []).slice(1).map(Number),
    );
    expect(last?.[0]).toBeGreaterThan(first?.[0] ?? Number.NaN);
    expect(last?.[1]).toBeGreaterThan(first?.[1] ?? Number.NaN);
  });

  it("holds the same in a table, each value with where it was read", async () => {
    const root = await plots(high.series);
    const rows = [...root.querySelectorAll(".plot:first-child tbody tr")].map(textOf);
    expect(rows).toHaveLength(5);
    expect(rows[0]).toContain("May 3, 2021");
    expect(rows[0]).toContain("Lumbar spine");
    expect(rows[0]).toContain("−1.1");
    expect(rows[3]).toContain("Jun 2024");
  });

  it("leads from a point, and from its row, to the cell it was read from, by the user's own hand only", async () => {
    const show = vi.fn(async () => "same" as const);
    const root = await draw(
      <ShowInChartContext.Provider value={show}>
        <Plots series={only(point("2026-08-10", -2.1))} bmdCategory="osteopenia" asOf="2026-11-23" />
      </ShowInChartContext.Provider>,
    );
    await click(root.querySelector(".point"), false);
    expect(show).not.toHaveBeenCalled();
    await click(root.querySelector(".point"));
    await click(root.querySelector(".plot-table button"));
    expect(show).toHaveBeenCalledTimes(2);
    expect(show).toHaveBeenLastCalledWith({ frame: 0, ref: 61 }, "FN -2.1");
  });

  it("shows no WHO bands where Z-scores count", async () => {
    const root = await plots(only(point("2026-08-10", -2.1)), "within-expected-for-age");
    expect(root.querySelector(".band")).toBeNull();
    expect(textOf(root)).toContain("T-G2");
  });
});

it("shows vitamin D with the rules behind its bands, and bounds as bounds", async () => {
  const value = { value: 8, unit: "ng/mL" as const, comparator: "<" as const, evidence: onPage("<8 ng/mL") };
  const root = await plots({ tScores: [], vitaminD: [{ date: "2026-03-01", ...value }] });
  expect(textOf(root.querySelector("tbody"))).toContain("<8");
  expect(textOf(root)).toMatch(/S16.*X1/);
});

it("draws nothing without a dated value", async () => {
  expect((await plots({ tScores: [], vitaminD: [] })).childElementCount).toBe(0);
});

describe("the span of a plot", () => {
  it("ends at the day of the assessment and covers a year at least", () => {
    const span = spanOf(["2026-11-01"], "2026-11-23");
    expect(shareOf(span, "2026-11-23")).toBe(1);
    expect(shareOf(span, "2025-11-23")).toBe(0);
  });

  it("puts a date that names only its year or month in its middle", () => {
    const span = spanOf(["2020-01-01"], "2026-01-01");
    expect(shareOf(span, "2022")).toBeCloseTo(shareOf(span, "2022-07-01"));
    expect(shareOf(span, "2022-03")).toBeCloseTo(shareOf(span, "2022-03-15"));
  });

  it("labels few enough years to be read", () => {
    expect(yearsIn(spanOf(["2001-02-01"], "2026-11-23")).length).toBeLessThanOrEqual(5);
    expect(yearsIn(spanOf(["2024-06-01"], "2026-11-23"))).toEqual([2025, 2026]);
  });
});

describe("values that are no plain figure", () => {
  const vitaminD = (...values: [value: number, comparator: "<" | ">" | null][]): Series => ({
    tScores: [],
    vitaminD: values.map(([value, comparator], place) => ({
      date: `2026-0${place + 1}-10`,
      value,
      unit: "ng/mL",
      comparator,
      evidence: onPage(`${comparator ?? ""}${value} ng/mL`, place),
    })),
  });
  const heights = (root: Element) =>
    [...root.querySelectorAll(".point")].map((one) =>
      Number(/ ([\d.]+)\)/.exec(one.getAttribute("transform") ?? "")?.[1]),
    );

  it("a bound is hollow, and what that means is said; without one nothing is said of it", async () => {
    const bounds = await plots(vitaminD([8, "<"], [24, null]));
    expect([...bounds.querySelectorAll(".point")].map((one) => one.classList.contains("bound"))).toEqual([true, false]);
    expect(textOf(bounds)).toContain("Hollow: a bound");
    expect(textOf(await plots(vitaminD([24, null])))).not.toContain("Hollow");
  });

  it("one far above the scale stands at its edge with its value, and leaves the bands their room", async () => {
    const usual = await plots(vitaminD([60, null], [24, null]));
    const far = await plots(vitaminD([150, ">"], [24, null]));
    expect(heights(far)).toEqual(heights(usual));
    expect(textOf(far.querySelector(".point > text"))).toContain(">150");
    expect(usual.querySelector(".point > text")).toBeNull();
    expect([...far.querySelectorAll(".band text")]).toHaveLength(4);
  });

  it("every band of the T-score has its name", async () => {
    const root = await plots(only(point("2026-08-10", -2.1)));
    expect([...root.querySelectorAll(".band text")].map(textOf)).toEqual(["normal", "osteopenia", "osteoporosis"]);
  });
});
