import { describe, expect, it } from "vitest";
import { facts, lines, table } from "./support/page";

const read = (text: string, title = "DXA 02/11/2026") =>
  facts([lines([text], { headings: [title] })]).dxa.map(({ site, t }) => [site, t]);

describe("scores that are no measured results", () => {
  it.each([
    "Femoral neck T-score about -2.3",
    "Femoral neck T-score approximately -2.3",
    "Femoral neck T-score approx. -2.3",
    "Femoral neck T-score ~-2.3",
    "Femoral neck T-score ≈ -2.3",
    "Patient reports femoral neck T-score of -2.3",
    "Femoral neck T-score per patient -2.3",
    "Femoral neck T-score (male reference) -2.3",
    "T-score (men): femoral neck -2.3",
  ])("%s", (text) => expect(read(text)).toEqual([]));

  it.each(["T-score men", "T-score (male)"])("under a head of other people: %s", (head) =>
    expect(
      facts([
        table(["Region", head, "Z-score"], [["Femoral neck", "-2.9", "-1.1"]], { headings: ["DXA 02/11/2026"] }),
      ]).dxa.map(({ t, z }) => [t, z]),
    ).toEqual([[null, -1.1]]));

  it("under a title that says so", () => {
    expect(read("Femoral neck T-score -2.3", "Outside DXA (patient reported)")).toEqual([]);
    expect(
      facts([table(["Region", "T-score"], [["Femoral neck", "-2.3"]], { headings: ["DXA (self-reported)"] })]).dxa,
    ).toEqual([]);
  });

  it.each([
    "Femoral neck T-score -2.3",
    "Patient: female. Femoral neck T-score -2.3",
    "Femoral neck T-score -2.3, about 2.3 SD below young adults",
  ])("beside: %s", (text) => expect(read(text)).toEqual([["FN", -2.3]]));
});
