import { describe, expect, it } from "vitest";
import { facts, lines, table } from "./support/page";

const about = { headings: ["DXA"] };
const read = (text: string) => facts([lines([text], about)]).dxa.map(({ site, side, t, z }) => [site, side, t, z]);

describe("each side in one letter before its score", () => {
  it.each([
    [
      "T-scores: Fem neck L -1.9 R -2.0",
      [
        ["FN", "left", -1.9, null],
        ["FN", "right", -2, null],
      ],
    ],
    [
      "Femoral neck T-score: L -1.9, R -2.0.",
      [
        ["FN", "left", -1.9, null],
        ["FN", "right", -2, null],
      ],
    ],
    [
      "Total hip T-scores R: -1.2; L: -1.3",
      [
        ["TH", "right", -1.2, null],
        ["TH", "left", -1.3, null],
      ],
    ],
    [
      "L spine T-score -1.2, R radius T-score -1.4",
      [
        ["LS", null, -1.2, null],
        ["FOREARM", "right", -1.4, null],
      ],
    ],
    ["Femoral neck L -1.9 R -2.0", []],
  ])("%s", (text, found) => expect(read(text)).toEqual(found));
});

describe("a pair of scores before its region", () => {
  it.each([
    ["T-score -2.4, Z score -0.9 for femoral neck (left)", [["FN", "left", -2.4, -0.9]]],
    ["T-score of -2.4 with a Z-score of -0.9 at the right femoral neck", [["FN", "right", -2.4, -0.9]]],
    [
      "T-score -2.4, Z score -0.9 for femoral neck (left). T-score -1.4, Z-score 0.1 for the lumbar spine.",
      [
        ["FN", "left", -2.4, -0.9],
        ["LS", null, -1.4, 0.1],
      ],
    ],
    // a region before the pair is the one of its first score
    [
      "Lumbar spine T-score -2.4, Z-score -0.9 in the femoral neck",
      [
        ["LS", null, -2.4, null],
        ["FN", null, null, -0.9],
      ],
    ],
    [
      "T-score -2.4 for femoral neck, Z-score -0.9 for total hip",
      [
        ["FN", null, -2.4, null],
        ["TH", null, null, -0.9],
      ],
    ],
    ["Femoral neck T-score -2.1. T-score -1.4, lumbar spine.", [["FN", null, -2.1, null]]],
  ])("%s", (text, found) => expect(read(text)).toEqual(found));
});

describe("a score before a risk in one sentence", () => {
  it.each([
    ["Femoral neck T-score -2.1, 10-year hip fracture risk 3.1 %", [["FN", null, -2.1, null]]],
    ["Lumbar spine T-score -1.4 and 10-year major osteoporotic fracture risk 12 %", [["LS", null, -1.4, null]]],
    ["10-year hip fracture risk with a femoral neck T-score of -2.1 is 3.1 %", []],
    ["A woman with femoral neck T-score -2.5, 10-year risk 3 %", []],
    ["Given a femoral neck T-score of -2.5, 10-year hip risk is 3.1 %", []],
    ["FRAX with femoral neck T-score -2.1, MOF 12 %", []],
  ])("%s", (text, found) => expect(read(text)).toEqual(found));
});

it("reads the current column of two that name their exam and the score in a letter", () => {
  const tOf = (columns: string[], row: string[]) =>
    facts([table(columns, [row], about)]).dxa.map(({ t, z, prior }) => [t, z, prior]);
  expect(tOf(["Region", "Current T", "Prior T"], ["L1-L4", "-2.2", "-2.0"])).toEqual([[-2.2, null, false]]);
  expect(tOf(["Region", "Prior T", "Current T"], ["L1-L4", "-2.0", "-2.2"])).toEqual([[-2.2, null, false]]);
  expect(tOf(["Region", "Latest T", "Latest Z"], ["L1-L4", "-2.2", "-0.3"])).toEqual([[-2.2, -0.3, false]]);
  expect(tOf(["Region", "Prior T", "Baseline T"], ["L1-L4", "-2.0", "-1.8"])).toEqual([]);
});

describe("what another device measured", () => {
  it.each(["Achilles: heel T-score -1.9", "Sahara heel T-score -1.7", "CTXA femoral neck T-score -2.2"])("%s", (text) =>
    expect(read(text)).toEqual([]));

  it("tells itself by the unit over its column, or by the title", () => {
    const scores = (head: string, title: string) =>
      facts([table(["Region", head, "T-score"], [["L1-L4", "0.842", "-2.3"]], { headings: [title] })]).dxa.length;
    expect(scores("BMD (mg/cm³)", "Bone density")).toBe(0);
    expect(scores("BMD mg/cc", "Bone density")).toBe(0);
    expect(scores("BMD (g/cm²)", "Sahara bone density")).toBe(0);
    expect(scores("BMD (g/cm²)", "Bone density")).toBe(1);
  });
});
