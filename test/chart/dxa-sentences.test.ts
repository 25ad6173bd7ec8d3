import { describe, expect, it } from "vitest";
import { facts, lines } from "./support/page";

type Read = [site: string, side: string | null, t: number | null, z: number | null];
const all = (...texts: string[]) =>
  facts([lines(["Bone mineral density.", ...texts], { headings: ["Imaging", "DXA"] })]).dxa;
const read = (...texts: string[]): Read[] => all(...texts).map(({ site, side, t, z }) => [site, side, t, z]);
const NECK: Read = ["FN", null, -1.9, null];
const HIP: Read = ["TH", null, -1.2, null];

describe("sentences", () => {
  it.each<[string, Read[]]>([
    ["Osteoporosis is defined as a T-score of -2.5. Femoral neck T-score -1.9.", [NECK]],
    ["The threshold is 2.5. Femoral neck T-score -1.9.", [NECK]],
    ["The threshold is 2.5. (Femoral neck T-score -1.9)", [NECK]],
    ["Prior study reviewed. Femoral neck T-score -1.9. Previously 2.1. Total hip T-score -1.2.", [NECK, HIP]],
    ["Femoral neck T-score -1.9; prior study reviewed; total hip T-score -1.2", [NECK, HIP]],
    ["Femoral neck T-score -1.9;Total hip T-score -1.2", [NECK, HIP]],
    ["Femoral neck T-score -1.9 , total hip T-score -1.2 .", [NECK, HIP]],
    ["Prior to treatment: femoral neck T-score -1.9. Total hip T-score -1.2.", [HIP]],
    ["FRAX was done. Femoral neck T-score -1.9.", [NECK]],
    ["Femoral neck T-score -1.9 with a 10 year risk", []],
    ["Femoral neck T-score -1.9 with a 10-yr risk", []],
    ["Femoral neck T-score -1.9 with a 10yr risk", []],
    ["Femoral neck T-score -1.9 in 10 patients", [NECK]],
  ])("%s", (text, expected) => {
    expect(read(text)).toEqual(expected);
  });

  it.each<[string, Read[]]>([
    ["Left femur was scanned. Neck T-score -1.9.", [NECK]],
    ["Left hip was scanned. Total T-score -1.2.", [HIP]],
    ["Spine was scanned. Total T-score -1.4.", [["LS", null, -1.4, null]]],
    ["Radius was scanned. Total T-score -1.4.", [["FOREARM", null, -1.4, null]]],
    ["Forearm was scanned. Total T-score -1.4.", [["FOREARM", null, -1.4, null]]],
    ["Spine, then femur were scanned. Total T-score -1.2.", [HIP]],
    ["Nothing was scanned. Total T-score -1.2.", []],
  ])("a bone named before: %s", (text, expected) => {
    expect(read(text).map(([site, , t, z]) => [site, null, t, z])).toEqual(expected);
  });

  it("a bone of another line is none of this one", () => {
    expect(read("Left femur was scanned.", "Total T-score -1.2.")).toEqual([]);
  });
});

describe("which side", () => {
  it.each<[string, string | null]>([
    ["Left femoral neck T-score -1.9", "left"],
    ["Left, femoral neck T-score -1.9", "left"],
    ["Left side as measured: femoral neck T-score -1.9", null],
    ["Femoral neck T-score (left) -1.9", "left"],
    ["Femoral neck (L) T-score -1.9", "left"],
    ["Femoral neck, right: T-score -1.9", "right"],
    ["Neck of the right femur T-score -1.9", "right"],
    ["T-score -1.9 at the right femoral neck", "right"],
    ["T-score -1.9 (right femoral neck)", "right"],
    ["Average femoral neck T-score -1.9", null],
  ])("%s: %s", (text, side) => {
    expect(read(text)).toEqual([["FN", side, -1.9, null]]);
  });

  it.each<[string, string | null]>([
    ["Left femoral neck is 1.9 standard deviations below the young mean", "left"],
    ["Mean femoral neck is 1.9 standard deviations below the young mean", null],
    ["Femoral neck, left and right, is 1.9 standard deviations below the young mean", null],
  ])("%s: %s", (text, side) => {
    expect(read(text)).toEqual([["FN", side, -1.9, null]]);
  });
});

describe("a score before its region", () => {
  it.each<[string, Read[]]>([
    ["T-score -1.9 in the femoral neck", [NECK]],
    ["T-score -1.9 SD at femoral neck", [NECK]],
    ["T-score -1.9 for the femoral neck", [NECK]],
    ["(T-score -1.9) of the femoral neck", [NECK]],
    ["T-score -1.9 (femoral neck)", [NECK]],
    ["T-score -1.9 ( femoral neck )", [NECK]],
    ["T-score of -1.9 in the femoral neck and of -1.2 in the total hip", [NECK, HIP]],
    ["T-score -1.9 and the femoral neck", []],
    ["T-score -1.9 in a woman whose femoral neck was scanned", []],
  ])("%s", (text, expected) => {
    expect(read(text)).toEqual(expected);
  });

  it("of two regions each has the score beside it", () => {
    expect(read("Total hip T-score -1.2, -1.9 in the femoral neck")).toEqual([HIP, NECK]);
  });
});

describe("one label for several regions", () => {
  it.each<[string, Read[]]>([
    ["T-scores: femoral neck -1.9, total hip -1.2", [NECK, HIP]],
    ["T-scores are femoral neck: -1.9; total hip: -1.2", [NECK, HIP]],
    ["Femoral neck -1.9, total hip -1.2 (T-scores)", [NECK, HIP]],
    ["Femoral neck -1.9, total hip -1.2 (T-score).", [NECK, HIP]],
    ["Femoral neck -1.9, total hip -1.2 (T scores) .", [NECK, HIP]],
    ["Femoral neck -1.9, total hip -1.2 (T-scores) in all", [NECK, HIP]],
    ["Femoral neck -1.9, total hip -1.2", []],
    ["Z-scores: femoral neck -0.4", [["FN", null, null, -0.4]]],
  ])("%s", (text, expected) => {
    expect(read(text)).toEqual(expected);
  });
});

describe("figures of something else", () => {
  it.each([
    "Femoral neck area 4.9, T-score -1.9",
    "Femoral neck BMC 3.4, T-score -1.9",
    "Femoral neck BMD 0.701, T-score -1.9",
    "Femoral neck 0.701 g/cm2, T-score -1.9",
    "Femoral neck T-score -1.9 (78%)",
    "Femoral neck T-score -1.9, 78 % of peak",
    "Femoral neck T-score -1.9, 163 cm, 61 kg",
    "Femoral neck T-score -1.9, 71 years",
    "Femoral neck T-score -1.9, grade 2",
    "Femoral neck T-score -1.9 > -2.5",
    "Femoral neck T-score -1.9 on 03/02/2026",
    "On 03/02/2026 femoral neck T-score -1.9",
    "03/02/2026 04/02/2026 femoral neck T-score -1.9",
  ])("%s", (text) => {
    expect(read(text)).toEqual([NECK]);
  });

  it("a density has its region, or none", () => {
    const densities = (text: string) => all(text).map(({ site, bmd }) => [site, bmd]);
    expect(densities("BMD 0.701 g/cm2")).toEqual([]);
    expect(densities("Femoral neck BMD 0.701 g/cm2, total hip BMD 0.812 g/cm2")).toEqual([
      ["FN", 0.701],
      ["TH", 0.812],
    ]);
    expect(densities("Femoral neck BMD 2.4")).toEqual([["FN", 2.4]]);
    expect(densities("Femoral neck BMD 2.6")).toEqual([]);
  });
});

describe("how a dash is used", () => {
  it.each<[string[], Read[]]>([
    [["Femoral neck T-score - 1.9"], [NECK]],
    [["Femoral neck - T-score - 1.9"], []],
    [["Femoral neck  -  T-score  - 1.9"], []],
    [["Femoral neck T-score - 1.9", "Total hip T-score -1.2"], [HIP]],
    [["Femoral neck T-score: - 1.9", "Total hip T-score: -1.2"], [HIP]],
    [["Femoral neck T-score - -1.9"], [NECK]],
    [["Femoral neck T-score - +0.4"], [["FN", null, 0.4, null]]],
    [["Femoral neck T-score - 1.9", "Total hip - -1.2"], [HIP]],
  ])("%j", (texts, expected) => {
    expect(read(...texts)).toEqual(expected);
  });
});

describe("columns without labels in each line", () => {
  const HEAD = "Region  BMD  T-score  Z-score";
  const of = (...texts: string[]) => all(...texts).map(({ site, t, z, bmd }) => [site, t, z, bmd]);
  it.each<[string, string[], unknown[]]>([
    ["a head in brackets", ["(Columns: Region, BMD, T-score)", "Femoral neck 0.701 -1.9"], [["FN", -1.9, null, 0.701]]],
    ["one in brackets", ["(Column: Region, BMD, T-score)", "Femoral neck 0.701 -1.9"], [["FN", -1.9, null, 0.701]]],
    ["a head with bars", ["Region|BMD|T-score", "Femoral neck 0.701 -1.9"], [["FN", -1.9, null, 0.701]]],
    ["single blanks", ["Region BMD T-score Z-score", "Femoral neck 0.701 -1.9 -0.4"], [["FN", -1.9, -0.4, 0.701]]],
    [
      "young adults and peers",
      ["Region BMD YA T-score AM Z-score", "Femoral neck 0.701 -1.9 -0.4"],
      [["FN", -1.9, -0.4, 0.701]],
    ],
    ["two columns are no head", ["Region T-score", "Femoral neck -1.9"], []],
    ["a head with a figure is none", ["Region  BMD  T-score -1.5", "Femoral neck  0.701  -1.9"], []],
    [
      "a figure with its unit in another column",
      [HEAD, "Femoral neck  -1.9  0.701 g/cm2  -0.4"],
      [["FN", null, -0.4, 0.701]],
    ],
    ["no density below nil", [HEAD, "Femoral neck  -0.7  -1.9  -0.4"], [["FN", -1.9, -0.4, null]]],
    ["a sign that may be a dash", [HEAD, "Femoral neck  0.701  - 1.9  -0.4"], [["FN", null, -0.4, 0.701]]],
    [
      "a head holds until the next",
      [HEAD, "Region  T-score  Z-score", "Femoral neck  -1.9  -0.4"],
      [["FN", -1.9, -0.4, null]],
    ],
    ["a labelled line", [HEAD, "Femoral neck T-score -1.9"], [["FN", -1.9, null, null]]],
  ])("%s", (_, texts, expected) => {
    expect(of(...texts)).toEqual(expected);
  });

  it("the side stands beside the region", () => {
    expect(read(HEAD, "Femoral neck (left)  0.701  -1.9  -0.4")).toEqual([["FN", "left", -1.9, -0.4]]);
    expect(read(HEAD, "Left  femoral neck  0.701  -1.9  -0.4")).toEqual([["FN", "left", -1.9, -0.4]]);
  });
});
