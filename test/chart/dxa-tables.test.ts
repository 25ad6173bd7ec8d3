import { describe, expect, it } from "vitest";
import { facts, lines, region, row, table } from "./support/page";

const IMAGING = { headings: ["Imaging", "DXA"] };
type Around = Parameters<typeof table>[2];
const dxa = (...args: Parameters<typeof facts>) => facts(...args).dxa;
const read = (columns: string[], cells: string[][], around: Around = IMAGING) =>
  dxa([table(columns, cells, around)]).map(({ site, side, t, z, bmd }) => [site, side, t, z, bmd]);
const SCORES = ["Region", "T-score", "Z-score"];

describe("a bone over the parts of it", () => {
  const under = (headings: string[], ...parts: string[]) =>
    read(
      SCORES,
      parts.map((part, i) => [part, `-1.${i + 1}`, ""]),
      { headings },
    ).map(([site, side, t]) => [site, side, t]);

  it.each<[string[], string, unknown[]]>([
    [["Left hip"], "Neck", ["FN", "left", -1.1]],
    [["Right femur"], "Total", ["TH", "right", -1.1]],
    [["DualFemur", "Left"], "Neck", ["FN", null, -1.1]],
    [["Left hip"], "Right neck", ["FN", "right", -1.1]],
    [["Lumbar spine"], "L1-L4", ["LS", null, -1.1]],
    [["Left forearm"], "33% radius", ["R33", null, -1.1]],
    [["Left hip", "Densitometry"], "Neck", ["FN", "left", -1.1]],
    [["Right hip", "Left hip"], "Neck", ["FN", "left", -1.1]],
  ])("%j over %s", (headings, part, expected) => {
    expect(under(headings, part)).toEqual([expected]);
  });

  it("holds for the rows below it, until another is named", () => {
    expect(under(["Left hip"], "Neck", "Total")).toEqual([
      ["FN", "left", -1.1],
      ["TH", "left", -1.2],
    ]);
    expect(under(["Left hip"], "Neck", "Spine L1-L4")).toEqual([
      ["FN", "left", -1.1],
      ["LS", null, -1.2],
    ]);
    expect(under(["Hip and spine"], "Total")).toEqual([]);
  });

  it("a part by a name we do not know is none of the bone above it", () => {
    expect(under(["Left femoral neck"], "Shenton area")).toEqual([]);
    expect(under(["Left femoral neck"], "Current exam")).toEqual([["FN", "left", -1.1]]);
    expect(under(["Left femoral neck"], "")).toEqual([["FN", "left", -1.1]]);
    expect(under(["Left femoral neck"], "71 years")).toEqual([["FN", "left", -1.1]]);
  });

  it("in the group of a row", () => {
    const grouped = (group: string) =>
      dxa([region("table", SCORES, [row(["Neck", "-1.9", ""], group)], IMAGING)]).map(({ site, side }) => [site, side]);
    expect(grouped("Left femur")).toEqual([["FN", "left"]]);
    expect(grouped("Femur")).toEqual([["FN", null]]);
  });

  it("two sides in one row are neither", () => {
    expect(read(SCORES, [["Femoral neck left and right", "-1.9", ""]])).toEqual([["FN", null, -1.9, null, null]]);
  });
});

describe("figures of a table", () => {
  it("other columns are neither scores nor regions", () => {
    expect(
      read(
        ["Region", "Area (cm2)", "BMC (g)", "BMD", "T-score", "PR (%)", "Z-score", "AM (%)"],
        [["Femoral neck", "4.9", "3.4", "0.701", "-1.9", "78", "-0.4", "94"]],
      ),
    ).toEqual([["FN", null, -1.9, -0.4, 0.701]]);
    expect(read(["Region", "T-score", "% change"], [["Femoral neck", "-1.9", "total hip 3"]])).toEqual([
      ["FN", null, -1.9, null, null],
    ]);
  });

  it.each<[string, string, number | null]>([
    ["T-score", "-1.9 sd", -1.9],
    ["T-score", "-1.9SD", -1.9],
    ["T-score", "-1.25", -1.25],
    ["T-score", "-1.9 *", -1.9],
    ["T-score", "-1.9 (low)", -1.9],
    ["T-score", "+ 0.4", null],
    ["T-score", "-1.9 low 3", null],
    ["T-score", "T -1.9", null],
    ["T-score", "-123", null],
    ["T-score", "-1.2345", null],
  ])("%s %j: %s", (head, cell, t) => {
    expect(read(["Region", head, "Z-score"], [["Femoral neck", cell, "0.0"]])[0]?.[2]).toBe(t);
  });

  it.each<[string, number | null]>([
    ["0.701g/cm2", 0.701],
    ["0.701 g / cm2", 0.701],
    ["0.701 g/cm", 0.701],
    ["0.701 gm/cm", 0.701],
    ["0.701 kg/m2", null],
  ])("a density %j: %s", (cell, bmd) => {
    expect(read(["Region", "BMD", "T-score"], [["Femoral neck", cell, "0.0"]])[0]?.[4]).toBe(bmd);
  });

  it("a table without scores is none of densities", () => {
    expect(read(["Region", "BMD"], [["Femoral neck", "0.701"]])).toEqual([]);
    expect(read(["Region", "Z-score"], [["Femoral neck", "-0.4"]])).toEqual([["FN", null, null, -0.4, null]]);
    expect(read(["Region", "Value"], [["Femoral neck", "-1.9"]])).toEqual([]);
  });

  it("a density alone makes no current score of an earlier one", () => {
    expect(
      dxa([
        table(
          ["Date", "Region", "T-score"],
          [
            ["03/02/2026", "Total hip", "-1.2"],
            ["", "Femoral neck", "-1.9"],
          ],
          IMAGING,
        ),
      ]).map(({ t, date, prior }) => [t, date, prior]),
    ).toEqual([
      [-1.2, "2026-03-02", false],
      [-1.9, null, false],
    ]);
  });
});

describe("parts of the spine", () => {
  const spine = (cells: [string, string][], around: Around = IMAGING) =>
    read(
      SCORES,
      cells.map(([name, t]) => [name, t, ""]),
      around,
    ).map(([site, , t]) => [site, t]);

  it("one part alone stands for the spine; of several only all four vertebrae do", () => {
    expect(spine([["L2-L4", "-1.4"]])).toEqual([["LS", -1.4]]);
    expect(
      spine([
        ["L1-L4", "-1.4"],
        ["L2-L4", "-1.9"],
      ]),
    ).toEqual([
      ["LS", -1.4],
      ["L2-L4", -1.9],
    ]);
  });

  it("where one was left out, which part is meant is not said", () => {
    const parts: [string, string][] = [
      ["L1-L4", "-1.4"],
      ["L1-L3", "-1.9"],
    ];
    expect(spine(parts, { ...IMAGING, says: ["L4 excluded"] })).toEqual([
      ["L1-L4", -1.4],
      ["L1-L3", -1.9],
    ]);
    expect(spine(parts, { headings: ["DXA", "L4 was excluded"] })[0]).toEqual(["L1-L4", -1.4]);
    expect(spine([...parts, ["L4 excluded", ""]])[0]).toEqual(["L1-L4", -1.4]);
    expect(spine([["L1-L4", "-1.4"]], { ...IMAGING, says: ["L4 excluded"] })).toEqual([["LS", -1.4]]);
  });
});

describe("a table typed with bars", () => {
  const typed = (...texts: string[]) =>
    dxa([lines(texts, IMAGING)]).map(({ site, t, date, prior, evidence }) => [
      site,
      t,
      date,
      prior,
      evidence.from === "page" && evidence.text,
    ]);

  it("has a day in each row, the latest is current", () => {
    expect(
      typed(
        "Trend of the total hip",
        "Date | Region | T-score",
        "03/02/2026 | Total hip | -1.2",
        "03/01/2024 | Total hip | -1.0",
        "End of report",
      ),
    ).toEqual([
      ["TH", -1.2, "2026-03-02", false, "03/02/2026 Total hip -1.2"],
      ["TH", -1, "2024-03-01", true, "03/01/2024 Total hip -1.0"],
    ]);
  });

  it("begins where a head names T-scores among three columns", () => {
    const sites = (...texts: string[]) => typed(...texts).map(([site, t]) => [site, t]);
    expect(sites("Region | T-score", "Total hip | -1.2")).toEqual([]);
    expect(sites("Region | BMD | Z-score", "Total hip | 0.8 | -1.2")).toEqual([]);
    expect(sites("A | B | C", "Region | BMD | T-score", "Total hip | 0.8 | -1.2")).toEqual([["TH", -1.2]]);
  });
});

describe("the day of a report in running text", () => {
  const day = (...texts: string[]) => dxa([lines([...texts, "Total hip T-score -1.2"], IMAGING)])[0]?.date;
  it.each<[string, string | null]>([
    ["Test date 03/02/2026", "2026-03-02"],
    ["Exam performed on 03/02/2026, reported 04/02/2026", "2026-03-02"],
    ["Study 03/02/2026 04/02/2026", "2026-03-02"],
    ["Examination of bone density by a certified person in a certified place on the 03/02/2026, 04/02/2026", null],
    ["Date of exam 03/02/2026", "2026-03-02"],
    ["Performed 03/02/2026", "2026-03-02"],
    ["Previous study 03/02/2026", null],
    ["Birth date 03/02/1956; exam", null],
  ])("%s: %s", (line, date) => {
    expect(day(line) ?? null).toBe(date);
  });
});

describe("what shows where a score was read", () => {
  it("the line or the row, and its place", () => {
    const [hip] = dxa([table(SCORES, [[" Total  hip ", "-1.2", ""]], IMAGING)]);
    expect(hip?.evidence).toMatchObject({ text: "Total hip -1.2" });
    const prose = lines(["Nothing here", "Total hip T-score -1.2"], IMAGING);
    expect(dxa([prose])[0]?.evidence).toMatchObject({ place: { ref: prose.rows[1]?.ref } });
  });
});
