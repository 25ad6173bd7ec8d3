import { describe, expect, it } from "vitest";
import { facts, lines, table } from "./support/page";

const IMAGING = { headings: ["Imaging", "DXA"] };
const rows = (columns: string[], cells: string[][], headings = IMAGING.headings) =>
  facts([table(columns, cells, { headings })]).dxa.map(({ site, t, z, bmd }) => [site, t, z, bmd]);
const said = (...texts: string[]) =>
  facts([lines(["Bone mineral density.", ...texts], IMAGING)]).dxa.map(({ site, t }) => [site, t]);

describe("two figures in one column", () => {
  it.each<[string, string, unknown[]]>([
    ["T-score (Z-score)", "-2.1 (-0.4)", ["FN", -2.1, -0.4, null]],
    ["Z-score (T-score)", "-0.4 (-2.1)", ["FN", -2.1, -0.4, null]],
    ["T/Z", "-2.1/-0.4", ["FN", -2.1, -0.4, null]],
    ["BMD g/cm2 (T-score)", "0.613 (−2.1)", ["FN", -2.1, null, 0.613]],
  ])("%s over %s", (head, cell, expected) =>
    expect(rows(["Region", head], [["Femoral neck", cell]])).toEqual([expected]));

  it.each([
    ["T-score (Z-score)", "-2.1"],
    ["T-score (Z-score)", "-2.1 (-1.9) (-0.4)"],
    ["T-score (% change)", "-2.1 (-3.4)"],
    ["T-score (prior T-score)", "-2.1 (-1.6)"],
    ["T-score (2022)", "-2.1 (-1.6)"],
    ["T-score (left)", "-2.1 (-1.6)"],
    ["T-score L/R", "-2.1/-2.4"],
    ["Change in T-score (Z-score)", "-0.3 (-0.1)"],
    ["Prior T-score (Z-score)", "-1.9 (-0.3)"],
    ["T-score (LSC)", "-2.1 (0.03)"],
  ])("%s over %s: which is which is not told", (head, cell) =>
    expect(rows(["Region", head], [["Femoral neck", cell]])).toEqual([]));
});

describe("regions beside those that decide", () => {
  it.each([
    "Upper neck",
    "Lower neck",
    "Neck upper",
    "Superior femoral neck",
    "Lateral spine L2-L4",
    "Spine lateral",
  ])("%s in a table", (name) => expect(rows(["Region", "T-score"], [[name, "-2.8"]])).toEqual([]));

  it.each([
    "Upper neck T-score -2.8",
    "Inferior neck T-score -1.2",
    "Lumbar spine lateral T-score -3.1",
    "Mid-lateral spine L3 T-score -2.9",
    "Lateral spine (B) L2-L4 T-score -3.0",
  ])("%s", (text) => expect(said(text)).toEqual([]));

  it("a lateral spine as the title of a table", () =>
    expect(rows(["Region", "T-score"], [["L2-L4", "-3.0"]], ["DXA", "Lateral spine"])).toEqual([]));

  it.each<[string, unknown[]]>([
    ["Femoral neck T-score -2.3", ["FN", -2.3]],
    ["Bilateral total hip T-score -1.5", ["TH", -1.5]],
    ["Forearm (nondominant) 33% T-score -2.2", ["R33", -2.2]],
  ])("but %s", (text, expected) => expect(said(text)).toEqual([expected]));
});

it.each([
  ["Hip fracture: no", "T-score -2.3"],
  ["Total hip arthroplasty on the right", "T-score -2.3"],
  ["Hip fracture 3.4", "BMD: T-score -2.3"],
  ["Lumbar fusion, T-score -1.0"],
  ["Hip pain. T-score -2.3"],
])("a bone named for something else is no region: %s", (...texts) => expect(said(...texts)).toEqual([]));
