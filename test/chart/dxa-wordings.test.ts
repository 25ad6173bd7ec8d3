import { describe, expect, it } from "vitest";
import { bmdLabel, plainScores } from "../../src/chart/qualify/dxa/bmd-label";
import { facts, lines, table } from "./support/page";

const IMAGING = { headings: ["Imaging", "DXA"] };
type Read = [site: string, side: string | null, t: number | null, z: number | null, bmd: number | null];
const scores = (...texts: string[]): Read[] =>
  facts([lines(texts, IMAGING)]).dxa.map(({ site, side, t, z, bmd }) => [site, side, t, z, bmd]);
const neck = (text: string) => scores("Bone mineral density.", text).filter(([site]) => site === "FN")[0] ?? null;

describe("heads of a table of densities", () => {
  it.each<[string, string | null]>([
    ["T", "t"],
    ["T-score", "t"],
    ["T score", "t"],
    ["T Scores", "t"],
    ["TScore", "t"],
    ["T-Wert", "t"],
    ["YA T-score", "t"],
    ["Young adult", "t"],
    ["T-score (33%)", "t"],
    ["Z", "z"],
    ["Z-score", "z"],
    ["Z-Wert", "z"],
    ["Age matched", "z"],
    ["Age-matched", "z"],
    ["AM Z-score", "z"],
    ["BMD", "bmd"],
    ["Bone mineral density", "bmd"],
    ["g/cm2", "bmd"],
    ["g / cm²", "bmd"],
    ["Density (g/cm2)", "bmd"],
    ["Date", "date"],
    ["Scan date", "date"],
    ["Exam", "date"],
    ["Region", "region"],
    ["Site", "region"],
    ["Location", "region"],
    ["Bone", "region"],
    ["Measurement", "region"],
    ["Young adult %", "other"],
    ["Young-Adult (%)", "other"],
    ["Age-matched %", "other"],
    ["% change", "other"],
    ["Change vs previous", "other"],
    ["Percent of peak", "other"],
    ["PR (%)", "other"],
    ["AM%", "other"],
    ["TBS", "other"],
    ["BMC (g)", "other"],
    ["Area (cm2)", "other"],
    ["Age", "other"],
    ["Weight", "other"],
    ["Fracture risk", "other"],
    ["LSC", "other"],
    ["Physician", null],
    ["", null],
  ])("%j: %s", (head, label) => {
    expect(bmdLabel(head)).toBe(label);
  });

  it.each([
    ["T-score minus 2.2", "t-score -2.2"],
    ["T-score of negative 2.2", "t-score of -2.2"],
    ["T-score neg. 2.2", "t-score -2.2"],
    ["T-score plus 0.4", "t-score +0.4"],
    ["T-score positive 0.4", "t-score +0.4"],
    ["T-score −2.2", "t-score -2.2"],
    ["0.701 g/cm²", "0.701 g/cm2"],
    ["a negative result", "a negative result"],
  ])("%s is %s", (written, plain) => {
    expect(plainScores(written)).toBe(plain);
  });
});

describe("scores in words", () => {
  it.each<[string, number, number | null]>([
    ["Femoral neck T-score -1.9", -1.9, null],
    ["Femoral neck T score: -1.9", -1.9, null],
    ["Femoral neck T-score = -1.9", -1.9, null],
    ["Femoral neck T-score is -1.9", -1.9, null],
    ["Femoral neck T-score of -1.9 SD", -1.9, null],
    ["Femoral neck: T = -1.9, Z = -0.4", -1.9, -0.4],
    ["Femoral neck T: -1.9 Z: -0.4", -1.9, -0.4],
    ["Femoral neck T -1.9, Z -0.4", -1.9, -0.4],
    ["Femoral neck, T-score -1.9 and Z-score -0.4", -1.9, -0.4],
    ["Femoral neck T-score -2", -2, null],
    ["Femoral neck T-score +0.4", 0.4, null],
    ["The T-score in the femoral neck is -1.9", -1.9, null],
    ["T-score at the femoral neck -1.9", -1.9, null],
    ["T-score -1.9 at the femoral neck", -1.9, null],
    ["T-score -1.9 in the femoral neck", -1.9, null],
    ["T-score -1.9 (femoral neck)", -1.9, null],
    ["T-score -1.9 of the femoral neck", -1.9, null],
    ["Femoral neck T-score -1.9, 78% of young adult", -1.9, null],
    ["Femoral neck T-score -1.9 (previously -1.4)", -1.9, null],
    ["Femoral neck T-score -1.9, compared to -1.4", -1.9, null],
    ["Femoral neck T-score -1.9, a change of -0.5", -1.9, null],
    ["Femoral neck T-score -1.9 versus -1.4", -1.9, null],
    ["Femoral neck T-score -1.9, baseline -1.4", -1.9, null],
    ["Femoral neck T-score -1.9 from -1.4 in 2019", -1.9, null],
    ["Femoral neck T-score -1.9 (in 2019 -1.4)", -1.9, null],
    ["Femoral neck T-score -1.9 at age 71", -1.9, null],
  ])("%s", (text, t, z) => {
    expect(neck(text)?.slice(2, 4)).toEqual([t, z]);
  });

  it.each([
    "WHO classification of femoral neck T-score -1.9",
    "WHO criteria: femoral neck T-score -2.5",
    "Osteoporosis is defined as femoral neck T-score -2.5",
    "By definition femoral neck T-score -2.5",
    "Femoral neck T-score -2.5 or less",
    "Femoral neck T-score -2.5 or worse",
    "Femoral neck T-score between -1.0 and -2.5",
    "Normal range femoral neck T-score -1.0",
    "Threshold femoral neck T-score -2.5",
    "Consider treatment if femoral neck T-score -2.0",
    "Indication: femoral neck T-score -2.5",
    "Ordered for femoral neck T-score -2.5",
    "Femoral neck T-score -1.9 pending",
    "Least significant change of femoral neck T-score -0.2",
    "Fracture risk doubles with femoral neck T-score -1.0",
    "Femoral neck T-scores ranging from -1.9 to -2.2",
    "Femoral neck T-score < -2.5",
    "Femoral neck T-score <= -2.5",
    "Femoral neck T-score > -1.0",
    "Femoral neck T-score ≤ -2.5",
    "Prior femoral neck T-score -1.4",
    "Baseline femoral neck T-score -1.4",
    "Since the earlier femoral neck T-score -1.4",
    "Femoral neck T-score -19",
    "Femoral neck T-score 11",
    "Femoral neck FRAX 1.9",
    "Femoral neck 10-year risk 1.9",
    "Femoral neck grade 2",
    "Femoral neck -1.9",
    "Femoral neck T-score 1/2",
  ])("%s: no T-score", (text) => {
    expect(neck(text)?.[2] ?? null).toBeNull();
  });

  it("a density is told by its unit or by its name and size", () => {
    expect(neck("Femoral neck BMD 0.701 g/cm2")?.[4]).toBe(0.701);
    expect(neck("Femoral neck BMD: 0.701")?.[4]).toBe(0.701);
    expect(neck("Femoral neck bone mineral density 0.701 gm/cm2")?.[4]).toBe(0.701);
    expect(neck("Femoral neck 0.701 g/cm²")?.[4]).toBe(0.701);
    expect(neck("Femoral neck BMD 701")).toBeNull();
    expect(neck("Femoral neck BMD 3.2 g/cm2")).toBeNull();
    expect(neck("Femoral neck BMD 0.1 g/cm2")).toBeNull();
    expect(neck("Femoral neck BMC 0.701")).toBeNull();
    expect(neck("Femoral neck area 0.701")).toBeNull();
  });

  it.each<[string, Read[]]>([
    ["Lumbar spine is 1.4 SD below the young adult mean", [["LS", null, -1.4, null, null]]],
    ["Lumbar spine is 1.4 standard deviations below peak", [["LS", null, -1.4, null, null]]],
    ["Lumbar spine is 1.4 standard deviation units below the reference mean", [["LS", null, -1.4, null, null]]],
    ["Left femoral neck is 0.5 SDs above the young mean", [["FN", "left", 0.5, null, null]]],
    ["Lumbar spine is 0.5 standard deviations above age-matched peers", [["LS", null, null, 0.5, null]]],
    ["It is 1.4 standard deviations below the young mean", []],
    ["Spine and femoral neck are 1.4 SD below the young mean", []],
  ])("%s", (text, expected) => {
    expect(scores("Bone mineral density.", text)).toEqual(expected);
  });
});

describe("regions, in a line or over lines", () => {
  it.each<[string, Read[]]>([
    [
      "T-scores: lumbar spine -1.4, femoral neck -2.1, total hip -1.8",
      [
        ["LS", null, -1.4, null, null],
        ["FN", null, -2.1, null, null],
        ["TH", null, -1.8, null, null],
      ],
    ],
    [
      "Lumbar spine -1.4, femoral neck -2.1 (T-scores)",
      [
        ["LS", null, -1.4, null, null],
        ["FN", null, -2.1, null, null],
      ],
    ],
    [
      "T-score -1.4 in the lumbar spine and -2.1 in the left femoral neck",
      [
        ["LS", null, -1.4, null, null],
        ["FN", "left", -2.1, null, null],
      ],
    ],
    [
      "Lumbar spine T-score -1.4; femoral neck T-score -2.1",
      [
        ["LS", null, -1.4, null, null],
        ["FN", null, -2.1, null, null],
      ],
    ],
    [
      "Left femoral neck T-score -1.9, right femoral neck T-score -2.1",
      [
        ["FN", "left", -1.9, null, null],
        ["FN", "right", -2.1, null, null],
      ],
    ],
    ["Femoral neck (left) T-score -1.9", [["FN", "left", -1.9, null, null]]],
    ["Femoral neck (R) T-score -1.9", [["FN", "right", -1.9, null, null]]],
    ["Neck of left femur T-score -1.9", [["FN", "left", -1.9, null, null]]],
    ["Femoral neck mean T-score -1.9", [["FN", null, -1.9, null, null]]],
    ["Femoral neck average T-score -1.9", [["FN", null, -1.9, null, null]]],
    ["Left femur: neck T-score -1.9", [["FN", "left", -1.9, null, null]]],
    ["Left hip: total T-score -1.2", [["TH", "left", -1.2, null, null]]],
    ["L1-L4 T-score -1.4", [["LS", null, -1.4, null, null]]],
    ["L1 through L4 T-score -1.4", [["LS", null, -1.4, null, null]]],
    ["Heel T-score -1.4", [["HEEL", null, -1.4, null, null]]],
    ["Ward's triangle T-score -2.9", [["WARD", null, -2.9, null, null]]],
    ["Ultradistal radius T-score -2.9", [["UD", null, -2.9, null, null]]],
  ])("%s", (text, expected) => {
    expect(scores(text)).toEqual(expected);
  });

  it("a line of scores alone is of the region above it; any other line is not", () => {
    expect(scores("Femoral neck:", "T-score -1.9")).toEqual([["FN", null, -1.9, null, null]]);
    expect(scores("Femoral neck BMD 0.701 g/cm2", "T-score: -1.9")).toEqual([["FN", null, -1.9, null, 0.701]]);
    expect(scores("Femoral neck.", "Overall T-score -1.9")).toEqual([]);
    expect(scores("Femoral neck and lumbar spine:", "T-score -1.9")).toEqual([]);
  });

  it("two different figures of one region are none; the same twice is one", () => {
    expect(scores("Total hip T-score -1.4. Total hip T-score -1.4.")).toEqual([["TH", null, -1.4, null, null]]);
    expect(scores("Total hip T-score -1.4, Z-score -0.2.", "Total hip T-score -2.4.")).toEqual([
      ["TH", null, null, -0.2, null],
    ]);
    expect(scores("Total hip BMD 0.8 g/cm2, T-score -1.4.", "Total hip BMD 0.9 g/cm2.")).toEqual([
      ["TH", null, -1.4, null, null],
    ]);
  });

  it("a dash is a sign where the writer uses it as one", () => {
    expect(scores("Femoral neck T-score - 1.9")).toEqual([["FN", null, -1.9, null, null]]);
    expect(scores("Femoral neck - T-score - 1.9")).toEqual([]);
    expect(scores("Femoral neck T-score - 1.9", "Total hip T-score: -1.2")).toEqual([["TH", null, -1.2, null, null]]);
  });
});

describe("figures in columns without labels", () => {
  const HEAD = "Region  BMD  T-score  Z-score";
  it.each<[string, string[], Read[]]>([
    ["with blanks", [HEAD, "Femoral neck  0.701  -1.9  -0.4"], [["FN", null, -1.9, -0.4, 0.701]]],
    [
      "with bars",
      ["Region | BMD | T-score | Z-score", "Femoral neck  0.701  -1.9  -0.4"],
      [["FN", null, -1.9, -0.4, 0.701]],
    ],
    ["with commas", ["Region, T-score, Z-score", "Femoral neck -1.9 -0.4"], [["FN", null, -1.9, -0.4, null]]],
    ["one figure less", [HEAD, "Femoral neck  0.701  -1.9"], []],
    ["one figure more", [HEAD, "Femoral neck  0.701  -1.9  -0.4  12"], []],
    ["two regions in a line", [HEAD, "Femoral neck  0.701  total hip  -1.9  -0.4"], []],
    ["a share where a score should be", [HEAD, "Femoral neck  0.701  78%  -0.4"], []],
    [
      "a share in its own column",
      ["Region BMD T-score PR% Z-score", "Femoral neck 0.701 -1.9 78% -0.4"],
      [["FN", null, -1.9, -0.4, 0.701]],
    ],
    [
      "a change that is left empty in one line",
      ["Region BMD T-score Change", "Femoral neck 0.701 -1.9 -2.1%", "Total hip 0.812 -1.2"],
      [
        ["FN", null, -1.9, null, 0.701],
        ["TH", null, -1.2, null, 0.812],
      ],
    ],
    ["a change never seen as one", ["Region BMD T-score Change", "Total hip 0.812 -1.2"], []],
    ["a head without T-scores", ["Region  BMD  Z-score", "Femoral neck  0.701  -0.4"], []],
    ["a head with an unknown word", ["Region  BMD  T-score  Physician", "Femoral neck  0.701  -1.9  4"], []],
  ])("%s", (_, report, expected) => {
    expect(scores(...report)).toEqual(expected);
  });

  it("the order of a labelled line holds for the next, until a line brings another", () => {
    expect(
      scores(
        "Lumbar spine BMD 1.021 g/cm2 T-score -1.3 Z-score 0.2",
        "Left femoral neck 0.774 g/cm2 -1.9 -0.4",
        "Total hip T-score -1.2",
      ),
    ).toEqual([
      ["LS", null, -1.3, 0.2, 1.021],
      ["FN", "left", -1.9, -0.4, 0.774],
      ["TH", null, -1.2, null, null],
    ]);
  });
});

describe("tables", () => {
  const rows = (columns: string[], cells: string[][], around = IMAGING as Parameters<typeof table>[2]) =>
    facts([table(columns, cells, around)]).dxa.map(({ site, side, t, z, bmd }) => [site, side, t, z, bmd]);

  it.each<[string, number | null]>([
    ["-1.9", -1.9],
    ["−1.9", -1.9],
    ["+0.4", 0.4],
    ["0.4", 0.4],
    ["-2", -2],
    ["-1.9 SD", -1.9],
    ["-1.9*", -1.9],
    ["-1.9 (a)", -1.9],
    ["minus 1.9", -1.9],
    ["- 1.9", null],
    ["-1.9%", null],
    ["-1.9 / -2.0", null],
    ["< -2.5", null],
    ["n/a", null],
    ["", null],
    ["-7.1", null],
    ["6.1", null],
    ["-7", -7],
    ["6", 6],
  ])("a score %j: %s", (cell, t) => {
    expect(rows(["Region", "T-score", "Z-score"], [["Femoral neck", cell, "0.0"]])[0]?.[2]).toBe(t);
  });

  it.each<[string, number | null]>([
    ["0.701", 0.701],
    ["0.701 g/cm2", 0.701],
    ["0.701 g/cm²", 0.701],
    ["0.701 gm/cm2", 0.701],
    ["0.1", null],
    ["0.11", 0.11],
    ["2.99", 2.99],
    ["3.0", null],
    ["701", null],
  ])("a density %j: %s", (cell, bmd) => {
    expect(rows(["Region", "BMD", "T-score"], [["Femoral neck", cell, "0.0"]])[0]?.[4]).toBe(bmd);
  });

  it("the region stands in the row, the head or the title", () => {
    expect(rows(["Region", "T-score"], [["Left femur neck", "-1.9"]])).toEqual([["FN", "left", -1.9, null, null]]);
    expect(rows(["Date", "Femoral neck T-score"], [["03/02/2026", "-1.9"]])).toEqual([["FN", null, -1.9, null, null]]);
    expect(rows(["Date", "T-score"], [["03/02/2026", "-1.9"]], { headings: ["DXA", "Femoral neck"] })).toEqual([
      ["FN", null, -1.9, null, null],
    ]);
    expect(rows(["Date", "T-score"], [["03/02/2026", "-1.9"]])).toEqual([]);
    expect(rows(["Date", "T-score"], [["03/02/2026", "-1.9"]], { headings: ["Femoral neck", "Total hip"] })).toEqual(
      [],
    );
    expect(rows(["Spine BMD", "Femoral neck T-score"], [["0.9", "-1.9"]], { headings: ["DXA"] })).toEqual([]);
  });

  it("a part takes its bone from the row above", () => {
    expect(
      rows(
        ["Region", "T-score"],
        [
          ["Left femur", ""],
          ["Neck", "-1.9"],
          ["Total", "-1.2"],
          ["Spine L1-L4", "-0.8"],
          ["Radius", ""],
          ["33%", "-2.2"],
        ],
      ).map(([site, , t]) => [site, t]),
    ).toEqual([
      ["FN", -1.9],
      ["TH", -1.2],
      ["LS", -0.8],
    ]);
  });

  it("two columns of T-scores: which one is meant is not said", () => {
    expect(rows(["Region", "T-score", "T-score", "Z-score"], [["Femoral neck", "-1.9", "-1.7", "-0.4"]])).toEqual([
      ["FN", null, null, -0.4, null],
    ]);
    expect(rows(["Region", "T-score", "T-score", "Z-score"], [["Femoral neck", "-1.9", "", "-0.4"]])).toEqual([
      ["FN", null, -1.9, -0.4, null],
    ]);
  });

  it("sides are kept, the mean of both is of neither", () => {
    expect(
      rows(
        ["Region", "Side", "T-score"],
        [
          ["Femoral neck", "Left", "-1.9"],
          ["Femoral neck", "Right", "-2.1"],
          ["Femoral neck", "Mean", "-2.0"],
        ],
      ),
    ).toEqual([
      ["FN", "left", -1.9, null, null],
      ["FN", "right", -2.1, null, null],
      ["FN", null, -2, null, null],
    ]);
  });

  it("typed with bars is a table too", () => {
    expect(
      scores(
        "Region | BMD | T-score | Z-score",
        "Femoral neck | 0.701 | -1.9 | -0.4",
        "Total hip | 0.812 | -1.2 | 0.1",
      ),
    ).toEqual([
      ["FN", null, -1.9, -0.4, 0.701],
      ["TH", null, -1.2, 0.1, 0.812],
    ]);
    expect(scores("Region | T-score | Z-score", "Femoral neck | -1.9")).toEqual([]);
  });

  it.each(["Patient education", "Family history", "Plan of care", "Medications"])("nothing under %s", (heading) => {
    expect(rows(["Region", "T-score"], [["Femoral neck", "-1.9"]], { headings: [heading] })).toEqual([]);
    expect(facts([lines(["Femoral neck T-score -1.9"], { headings: [heading] })]).dxa).toEqual([]);
  });
});

describe("earlier scans", () => {
  const dated = (columns: string[], cells: string[][], around = IMAGING as Parameters<typeof table>[2]) =>
    facts([table(columns, cells, around)]).dxa.map(({ t, date, prior }) => [t, date, prior]);

  it("of one region the latest is current, another region has its own latest", () => {
    expect(
      dated(
        ["Date", "Region", "T-score"],
        [
          ["03/02/2026", "Femoral neck", "-1.9"],
          ["03/01/2024", "Femoral neck", "-1.7"],
          ["03/01/2024", "Total hip", "-1.2"],
        ],
      ),
    ).toEqual([
      [-1.9, "2026-03-02", false],
      [-1.7, "2024-03-01", true],
      [-1.2, "2024-03-01", false],
    ]);
  });

  it("undated rows of one region: the same score is one, another is neither", () => {
    expect(
      dated(
        ["Region", "T-score"],
        [
          ["Total hip", "-1.2"],
          ["Total hip", "-1.2"],
        ],
      ),
    ).toHaveLength(2);
    expect(
      dated(
        ["Region", "T-score"],
        [
          ["Total hip", "-1.2"],
          ["Total hip", "-1.4"],
        ],
      ),
    ).toEqual([]);
  });

  it("a row called earlier is, dated or not", () => {
    expect(dated(["Scan", "Region", "T-score"], [["Prior", "Total hip", "-1.4"]])).toEqual([[-1.4, null, true]]);
  });
});

describe("the day of the examination, and the maker", () => {
  const one = (texts: string[], around: Parameters<typeof lines>[1] = IMAGING) => facts([lines(texts, around)]).dxa[0];
  const SCORE = "Total hip T-score -1.2";

  it.each<[string, string | null]>([
    ["Exam date: 03/02/2026", "2026-03-02"],
    ["Examination 03/02/2026", "2026-03-02"],
    ["Scan performed 03/02/2026", "2026-03-02"],
    ["Date of study: 03/02/2026", "2026-03-02"],
    ["DXA 03/02/2026", "2026-03-02"],
    ["Date of service 03/02/2026", "2026-03-02"],
    ["Collected 03/02/2026", "2026-03-02"],
    ["03/02/2026", "2026-03-02"],
    ["Compared to scan of 03/02/2026", null],
    ["DOB 03/02/1956", null],
    ["Since 03/02/2026", null],
  ])("%s: %s", (line, date) => {
    expect(one([line, SCORE])?.date).toBe(date);
  });

  it("the named one counts before others; two of a kind are none", () => {
    expect(one(["Exam date: 03/02/2026", "Printed 04/02/2026", SCORE])?.date).toBe("2026-03-02");
    expect(one(["Exam date: 03/02/2026", "Scan date: 04/02/2026", SCORE])?.date).toBeNull();
    expect(one(["Exam date: 03/02/2026", "Scan date: 03/02/2026", SCORE])?.date).toBe("2026-03-02");
    expect(one(["Printed 03/02/2026", "Read 04/02/2026", SCORE])?.date).toBeNull();
    expect(one([SCORE], { headings: ["DXA 03/02/2026"] })?.date).toBe("2026-03-02");
    expect(one([SCORE], { headings: ["DXA"], says: ["03/02/2026"] })?.date).toBe("2026-03-02");
  });

  it.each<[string, string | null]>([
    ["Hologic Discovery", "Hologic"],
    ["Scanner: HOLOGIC", "Hologic"],
    ["GE Lunar Prodigy", "GE Lunar"],
    ["Lunar iDXA", "GE Lunar"],
    ["GE Healthcare", "GE Lunar"],
    ["Norland XR-800", "Norland"],
    ["Change in technique", null],
  ])("%s: %s", (line, maker) => {
    expect(one([line, SCORE])?.maker).toBe(maker);
    expect(one([SCORE], { headings: ["DXA", line] })?.maker).toBe(maker);
  });

  it("shows the line it was read from", () => {
    expect(one(["Findings", "Lumbar spine normal.", SCORE])?.evidence).toMatchObject({ text: SCORE });
  });
});
