import { describe, expect, it } from "vitest";
import type { BmdResult } from "../../src/chart/chart";
import { bmdInLimits, fraxNeckT, type Maker, makerOf, neckOf, roundedNeckT } from "../../src/risk/frax-neck";

/** Vectors of RISK.md 1.2. */
describe("femoral-neck T-score of FRAX", () => {
  it.each<[Maker, number, number]>([
    ["Hologic", 0.738, -1.0],
    ["Hologic", 0.659, -1.658],
    ["GE-Lunar", 0.7, -2.433],
    ["GE-Lunar", 0.8, -1.713],
    ["GE-Lunar", 0.891, -1.058],
    ["Norland", 0.7, -1.964],
    ["DMS", 0.7, -1.931],
    ["Mindways-QCT", 0.6, -1.482],
    ["Hologic", 0.637, -1.842],
  ])("%s %s g/cm² is %s", (maker, bmd, t) => {
    expect(fraxNeckT(bmd, maker)).toBeCloseTo(t, 3);
  });

  it("rounds as the older calculator does", () => {
    expect(roundedNeckT(fraxNeckT(0.7, "GE-Lunar"))).toBe(-2.4);
    expect([-1.25, -1.35, 0.25].map(roundedNeckT)).toEqual([-1.2, -1.3, 0.3]);
  });

  it.each<Maker>(["Hologic", "GE-Lunar", "Norland", "DMS", "Mindways-QCT"])("rises with density: %s", (maker) => {
    const scores = Array.from({ length: 140 }, (_, step) => fraxNeckT(0.2 + step / 100, maker));
    expect(scores.every((t, at) => at === 0 || t > (scores[at - 1] ?? t))).toBe(true);
  });

  it.each<[Maker, number, boolean]>([
    ["GE-Lunar", 0.2, true],
    ["GE-Lunar", 1.88, false],
    ["Hologic", 0.13, false],
    ["Hologic", 1.58, true],
    ["Norland", 0.16, false],
    ["Norland", 1.76, true],
  ])("%s %s g/cm² is within its limits: %s", (maker, bmd, within) => {
    expect(bmdInLimits(bmd, maker)).toBe(within);
  });

  it.each([
    ["Hologic Horizon A", "Hologic"],
    ["GE Lunar", "GE-Lunar"],
    ["GE Healthcare iDXA", "GE-Lunar"],
    ["Norland XR-800", "Norland"],
    ["Acme Imaging", null],
    [null, null],
  ])("%s is made by %s", (printed, maker) => {
    expect(makerOf(printed)).toBe(maker);
  });
});

const scan = (more: Partial<BmdResult>): BmdResult => ({
  site: "FN",
  side: "left",
  t: null,
  z: null,
  bmd: null,
  maker: null,
  date: "2026-03-02",
  prior: false,
  evidence: { from: "case", path: "dxa", text: "" },
  ...more,
});
const hologic = (bmd: number, more: Partial<BmdResult> = {}) => scan({ bmd, maker: "Hologic", ...more });

describe("the neck that goes into the calculator", () => {
  it("is density and maker where both are printed, whatever T-score stands beside them", () => {
    expect(neckOf([hologic(0.659, { t: -1.7 })], "female")).toMatchObject({
      neck: { as: "bmd", bmd: 0.659 },
      notes: [],
    });
  });

  it("says that a printed T-score has another reference (the 83-year-old man of RISK.md 1.2)", () => {
    const { neck, ...rest } = neckOf([hologic(0.637, { t: -2.2 })], "male");
    expect(neck?.t).toBeCloseTo(-1.842, 3);
    expect(JSON.stringify(rest)).toMatch(/-2\.2 has another reference.*-1\.84/);
  });

  it("takes a woman's printed T-score, never a man's", () => {
    expect(neckOf([scan({ t: -1.9 })], "female")).toMatchObject({ neck: { as: "t", t: -1.9 } });
    expect(neckOf([scan({ t: -1.9 })], "male")).toMatchObject({
      neck: null,
      why: expect.stringMatching(/male reference/),
    });
    expect(neckOf([scan({ t: -1.9, bmd: 0.63 })], "male").neck).toBeNull();
    expect(neckOf([scan({ t: -1.9 })], null).neck).toBeNull();
  });

  it("never takes spine, total hip or an earlier exam that the report quotes", () => {
    const others = [scan({ site: "TH", t: -2 }), scan({ site: "LS", t: -2 })];
    expect(neckOf(others, "female").neck).toBeNull();
    const quoted = scan({ t: -2.4, date: "2026-03-02", prior: true });
    expect(neckOf([quoted, scan({ t: -1.9 })], "female").neck?.t).toBe(-1.9);
  });

  it("takes the latest scan, of two sides the lower one and says so", () => {
    expect(neckOf([scan({ t: -2.4, date: "2021-01-01" }), scan({ t: -1.9 })], "female").neck?.t).toBe(-1.9);
    const both = neckOf([scan({ t: -1.4 }), scan({ t: -1.9, side: "right" })], "female");
    expect(both).toMatchObject({ neck: { t: -1.9 }, notes: [expect.stringMatching(/left and right/)] });
  });

  it("says nothing of a difference where left and right agree, nor of one that rounding explains", () => {
    expect(neckOf([scan({ t: -1.9 }), scan({ t: -1.9, side: "right" })], "female")).toMatchObject({ notes: [] });
    expect(neckOf([scan({ t: -1.9 }), scan({ t: -1.9 })], "female")).toMatchObject({ neck: { t: -1.9 }, notes: [] });
    // Hologic 0.659 g/cm² is -1.658 (RISK.md 1.2).
    expect(neckOf([hologic(0.659, { t: -1.75 })], "female")).toMatchObject({ notes: [] });
    expect(neckOf([hologic(0.659, { t: -1.76 })], "female")).toMatchObject({ notes: [expect.any(String)] });
    expect(neckOf([hologic(0.659)], "female")).toMatchObject({ notes: [] });
  });

  it("says of two sides only what holds for the one that is taken", () => {
    const right = hologic(0.637, { t: -2.2, side: "right" });
    const both = neckOf([hologic(0.7, { t: -0.1 }), right], "female");
    expect(both).toMatchObject({ neck: { bmd: 0.637 }, notes: [expect.stringMatching(/-2\.2/), expect.any(String)] });
  });

  it("a scan without a date stands behind a dated one; a report's quote counts where there is no scan of its own", () => {
    expect(neckOf([scan({ t: -2.4, date: null }), scan({ t: -1.9 })], "female").neck?.t).toBe(-1.9);
    expect(neckOf([scan({ t: -2.4, prior: true })], "female").neck?.t).toBe(-2.4);
  });

  it("says what is lacking", () => {
    expect(neckOf([], "female")).toEqual({
      neck: null,
      why: "no femoral neck was read",
      refused: null,
      scan: null,
    });
    expect(neckOf([scan({ z: -1 })], "female")).toMatchObject({ why: "no femoral neck was read" });
    expect(neckOf([scan({ bmd: 0.63 })], "female")).toMatchObject({ why: "the scanner's maker was not read" });
    expect(neckOf([scan({ maker: "Hologic", t: -1.9 })], "female").neck).toMatchObject({ as: "t" });
  });

  /** -5.983 and 6.017 are 0.14 and 1.58 g/cm² of a Hologic scanner (RISK.md 1.2). */
  it.each([
    [-5.9, true],
    [-6, false],
    [6, true],
    [6.1, false],
  ])("a T-score of %s is within the limits: %s", (t, within) => {
    expect(neckOf([scan({ t })], "female").neck !== null).toBe(within);
  });

  it("a maker without known limits has none", () => {
    expect(bmdInLimits(2.5, "DMS")).toBe(true);
    expect(bmdInLimits(0.05, "Mindways-QCT")).toBe(true);
  });

  it("takes neither of two values of one side, nor a value out of limits", () => {
    expect(neckOf([scan({ t: -1.4 }), scan({ t: -1.9 })], "female")).toMatchObject({ neck: null });
    expect(neckOf([hologic(1.6)], "female")).toMatchObject({
      neck: null,
      refused: "1.6 g/cm², Hologic",
      why: expect.stringMatching(/0\.14 to 1\.58/),
    });
    expect(neckOf([scan({ t: -6.1 })], "female")).toMatchObject({
      neck: null,
      refused: "T-score -6.1",
      why: expect.stringMatching(/-6\.0 to 6\.0/),
    });
  });

  it("where one side is refused and the other cannot be filled in either, says what is refused", () => {
    const unmade = scan({ bmd: 0.63, side: "right" });
    expect(neckOf([unmade, hologic(1.6)], "female")).toMatchObject({ refused: "1.6 g/cm², Hologic" });
  });
});
