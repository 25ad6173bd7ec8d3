import { describe, expect, it } from "vitest";
import { facts, lines, table } from "./support/page";

const HEADS = ["Region", "BMD (g/cm²)", "T - score", "PR (%)", "Z - score"];
const under = (heading: string, rows: string[][], says: string[] = []) =>
  table(HEADS, rows, { headings: ["Bone densitometry", heading], says });
const scores = (...regions: Parameters<typeof facts>[0]) =>
  facts(regions).dxa.map(({ site, side, t }) => [site, side, t]);

describe("the tables densitometers print", () => {
  it("of the parts of the spine all four vertebrae are the spine", () => {
    const spine = under("AP Spine", [
      ["L1", "0.901", "-1.9", "80", "-0.7"],
      ["L1-L2", "0.927", "-2.0", "80", "-0.7"],
      ["L1-L4", "0.955", "-1.8", "81", "-0.6"],
      ["L2-L4", "0.972", "-1.7", "81", "-0.5"],
    ]);
    expect(scores(spine)).toEqual([
      ["L1", null, -1.9],
      ["L1-L2", null, -2],
      ["LS", null, -1.8],
      ["L2-L4", null, -1.7],
    ]);
  });

  it("one part alone is what the report measured of the spine", () => {
    expect(scores(under("AP Spine", [["L2-L4", "0.902", "-2.3", "79", "-0.9"]]))).toEqual([["LS", null, -2.3]]);
  });

  it("which part counts is not known where one was excluded", () => {
    const rows = [
      ["L1-L3", "0.902", "-2.3", "79", "-0.9"],
      ["L1-L4", "0.985", "-1.6", "83", "-0.3"],
    ];
    expect(scores(under("AP Spine", rows, ["L4 excluded: degenerative change."])).map(([site]) => site)).toEqual([
      "L1-L3",
      "L1-L4",
    ]);
  });

  it("total and neck take bone and side from the title of the table", () => {
    const hip = under("Results summary: Left Hip", [
      ["Neck", "0.626", "-2.0", "74", "-0.4"],
      ["Troch", "0.572", "-1.1", "82", "-0.2"],
      ["Total", "0.783", "-1.3", "83", "-0.1"],
    ]);
    const spine = under("AP Spine", [["Total", "0.841", "-2.1", "79", "-0.2"]]);
    const both = under("DualFemur", [
      ["Neck Left", "0.781", "-1.9", "75", "-0.6"],
      ["Total Right", "0.801", "-1.6", "80", "-0.6"],
    ]);
    expect(scores(hip)).toEqual([
      ["FN", "left", -2],
      ["TROCH", "left", -1.1],
      ["TH", "left", -1.3],
    ]);
    expect(scores(spine)).toEqual([["LS", null, -2.1]]);
    expect(scores(both)).toEqual([
      ["FN", "left", -1.9],
      ["TH", "right", -1.6],
    ]);
  });

  it("a part under a name we do not know is not the bone of the title", () => {
    expect(scores(under("Left Hip", [["Upper shell", "0.512", "-2.9", "61", "-1.2"]]))).toEqual([]);
  });
});

describe("figures with a decimal comma", () => {
  const read = (...texts: string[]) =>
    facts([lines(texts, { headings: ["DXA"] })]).dxa.map(({ site, t, z, bmd }) => [site, t, z, bmd]);
  it.each<[string, unknown[]]>([
    ["Femoral neck: BMD 0,701 g/cm², T-score −2,4, Z-score −0,9", ["FN", -2.4, -0.9, 0.701]],
    ["AP Spine L1-L4 1,021 g/cm² T-score -1,3 Z-score 0,2", ["LS", -1.3, 0.2, 1.021]],
    ["The lumbar spine is 1,4 standard deviations below the young normal mean.", ["LS", -1.4, null, null]],
  ])("%s", (text, expected) => expect(read(text)).toEqual([expected]));

  it("in a table", () => {
    const hip = under("Left Hip", [["Neck", "0,626", "-2,1", "74", "-0,4"]]);
    expect(facts([hip]).dxa).toMatchObject([{ site: "FN", t: -2.1, z: -0.4, bmd: 0.626 }]);
  });
});

it("a column that is none of dates does not date the examination", () => {
  const columns = ["Region", "T-score", "Modified"];
  const [bmd] = facts([table(columns, [["Left femoral neck", "-2.1", "04/12/2011"]], { headings: ["DXA"] })]).dxa;
  expect(bmd).toMatchObject({ t: -2.1, date: null });
});

describe("day and maker of a report", () => {
  const neck = () => under("Left Hip", [["Neck", "0.626", "-2.0", "74", "-0.4"]]);
  const head = (...texts: string[]) => lines(texts);
  it("hold for its parts that do not say them again", () => {
    const [bmd] = facts([head("Scan Date: 12 September 2026", "Hologic Horizon W"), neck()]).dxa;
    expect(bmd).toMatchObject({ date: "2026-09-12", maker: "Hologic" });
  });

  it.each([
    [["Exam date: 09/12/2026", "MRI of the lumbar spine"]],
    [["Exam date: 09/12/2026", "Exam date: 03/02/2021"]],
    [["Signed 09/12/2026"]],
  ])("are not taken from %j", (texts) => {
    expect(facts([head(...texts), neck()]).dxa[0]?.date).toBeNull();
  });

  it("two makers are none", () => {
    expect(facts([head("Hologic Horizon W", "Compared with GE Lunar Prodigy"), neck()]).dxa[0]?.maker).toBeNull();
  });
});
