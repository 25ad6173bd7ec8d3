import { expect, it } from "vitest";
import { beforeRounding } from "../../src/risk/frax-rounding";

/** RISK.md 1: "one decimal < 10, integer >= 10 -> 20 % may be 19.5-20.4". */
it.each([
  [20, 19.5, 20.5],
  [10, 9.5, 10.5],
  [3, 2.95, 3.05],
  [2.7, 2.65, 2.75],
  [17.4, 17.35, 17.45],
  [0, 0, 0.05],
  [19.96, 19.955, 19.965],
  [2.96, 2.955, 2.965],
])("%s %% may be %s to %s", (printed, low, high) => {
  const range = beforeRounding(printed);
  expect(range.low).toBeCloseTo(low, 9);
  expect(range.high).toBeCloseTo(high, 9);
});
