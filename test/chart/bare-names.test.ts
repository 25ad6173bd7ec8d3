import { describe, expect, it } from "vitest";
import { banner, facts, items, region, row, table } from "./support/page";

/** Titles that are a name and nothing else: a test, a place and a person look alike, so that something else must say so. */
const open = { banner: banner(["Halvorsen, Ingrid", ["DOB", "04/12/1951"], "Sex: F"]) };
const calcium = (title: string, says: string[] = [], headings: string[] = []) =>
  table(["Test", "Result"], [["Calcium", "9.6 mg/dL"]], { headings: ["Labs", title, ...headings], says });
const own = (headings: string[]) => table(["Test", "Result"], [["Albumin", "4.2 g/dL"]], { headings });
const read = (...regions: Parameters<typeof facts>[0]) => facts(regions, open).labs.map(({ analyte }) => analyte);
const NO_PERSONS = [
  "Kidney Function",
  "Bone Health",
  "Iron Studies",
  "Quest Diagnostics",
  "Basic Metabolic",
  "Calcium, Serum",
];

describe("a bare name over a list of results", () => {
  it.each(["Kurt Pohl", "Kurt Otto Pohl", "Pohl, Kurt Otto"])("%s, where hers stands over another", (title) => {
    expect(read(own(["Labs", "Ingrid Halvorsen"]), calcium(title))).toEqual(["ALB"]);
    expect(read(calcium(title), own(["Labs", "Halvorsen, Ingrid"]))).toEqual(["ALB"]);
  });
  it.each(NO_PERSONS)("but: %s", (title) =>
    expect(read(own(["Labs", "Ingrid Halvorsen"]), calcium(title))).toEqual(["ALB", "CA"]));
  it("only where hers is a title of the same kind", () => {
    expect(read(own(["Ingrid Halvorsen"]), calcium("Kurt Pohl"))).toEqual(["ALB", "CA"]);
    const list = items(["Albumin: 4.2 g/dL"], { headings: ["Labs", "Ingrid Halvorsen"] });
    expect(read(list, calcium("Kurt Pohl"))).toEqual(["ALB", "CA"]);
    expect(read(calcium("Kurt Pohl"))).toEqual(["CA"]);
  });

  it.each(["71 y, male", "71 M", "MRN 1234567", "DOB: 02/03/1955", "Sex: M", "M"])("with %s below it", (line) => {
    expect(read(calcium("Kurt Pohl", [line]))).toEqual([]);
    expect(read(calcium("Kurt Pohl", [], [line]))).toEqual([]);
    for (const title of [...NO_PERSONS, "Ingrid Halvorsen"]) expect(read(calcium(title, [line]))).toEqual(["CA"]);
  });
  it.each(["Bed 4", "9 results", "Mild hemolysis", "Sex: F", "04/12/1951"])("but with %s below it", (line) =>
    expect(read(calcium("Kurt Pohl", [line]))).toEqual(["CA"]));

  it("as sub-headings of one list", () => {
    const list = (first: string, second: string) =>
      region("table", ["Test", "Result"], [row(["Albumin", "4.2 g/dL"], first), row(["Calcium", "9.6 mg/dL"], second)]);
    expect(read(list("Ingrid Halvorsen", "Kurt Pohl"))).toEqual(["ALB"]);
    expect(read(list("Ingrid Halvorsen", "Iron Studies"))).toEqual(["ALB", "CA"]);
    expect(read(list("Chemistry", "Kurt Pohl"))).toEqual(["ALB", "CA"]);
  });
  it("without a name in the banner nobody is another", () =>
    expect(facts([calcium("Kurt Pohl", ["71 y, male"])]).labs).toHaveLength(1));
});
