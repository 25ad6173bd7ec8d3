import { describe, expect, it } from "vitest";
import { facts, lines, region, row, table } from "./support/page";

const IMAGING = { headings: ["Imaging", "DXA"] };
const dxa = (columns: string[], cells: string[][], around = IMAGING) => facts([table(columns, cells, around)]).dxa;
const scores = (...args: Parameters<typeof dxa>) =>
  dxa(...args).map(({ site, side, t, z, bmd }) => [site, side, t, z, bmd]);
const dated = (...args: Parameters<typeof dxa>) =>
  dxa(...args).map(({ site, t, date, prior }) => [site, t, date, prior]);

describe("regions over the columns", () => {
  it("are the regions of the figures below them", () => {
    const rows = [
      ["BMD", "0.912", "0.701"],
      ["T-score", "-1.7", "-2.2"],
      ["Z-score", "0.1", "-0.5"],
    ];
    expect(scores(["", "L1-L4", "Left femoral neck"], rows)).toEqual([
      ["LS", null, -1.7, 0.1, 0.912],
      ["FN", "left", -2.2, -0.5, 0.701],
    ]);
    expect(scores(["", "Basement", "Garden"], rows)).toEqual([]);
  });

  it("with the days before the rows", () => {
    const rows = [
      ["06/03/2026", "-1.7", "-2.2"],
      ["05/20/2023", "-1.5", "-2.1"],
    ];
    const expected = [
      ["LS", -1.7, "2026-06-03", false],
      ["FN", -2.2, "2026-06-03", false],
      ["LS", -1.5, "2023-05-20", true],
      ["FN", -2.1, "2023-05-20", true],
    ];
    expect(dated(["Date", "Spine T-score", "Femoral neck T-score"], rows)).toEqual(expected);
    expect(dated(["Date", "Spine", "Femoral neck"], rows, { headings: ["DXA T-scores"] })).toEqual(expected);
    expect(dated(["Date", "Spine", "Femoral neck"], rows)).toEqual([]);
  });

  it("in a column and in a row: neither is meant", () => {
    expect(scores(["T-score", "Spine", "Hip"], [["Femoral neck T-score", "-1.7", "-2.2"]])).toEqual([]);
  });
});

describe("days over the columns", () => {
  const now = ["LS", -1.7, "2026-06-03", false];
  const before = ["LS", -1.5, "2023-05-20", true];
  it.each<[string[], string[]]>([
    [
      ["Region", "06/03/2026 / T-score", "05/20/2023 / T-score"],
      ["L1-L4", "-1.7", "-1.5"],
    ],
    [
      ["Region", "T-score 06/03/2026", "T-score (05/20/2023)"],
      ["L1-L4", "-1.7", "-1.5"],
    ],
    [
      ["Test", "06/03/2026", "05/20/2023"],
      ["Lumbar spine T-score", "-1.7", "-1.5"],
    ],
    [
      ["Test", "06/03/2026", "05/20/2023", "Change"],
      ["Lumbar spine T-score", "-1.7", "-1.5", "-0.2"],
    ],
  ])("%j", (columns, cells) => {
    expect(dated(columns, [cells])).toEqual([now, before]);
  });

  it("years are days as well, and the older one may come first", () => {
    expect(dated(["Region", "T-score 2023", "T-score 2026"], [["L1-L4", "-1.5", "-1.7"]])).toEqual([
      ["LS", -1.5, "2023", true],
      ["LS", -1.7, "2026", false],
    ]);
  });
});

describe("heads that name a part of the region each", () => {
  const both = [
    ["FN", "left", -2.2, null, null],
    ["FN", "right", -1.7, null, null],
  ];
  it.each<[string[], string]>([
    [["Left hip", "Right hip"], "Neck T-score"],
    [["Left", "Right"], "Femoral neck T-score"],
  ])("%j over %s", (columns, name) => expect(scores(["", ...columns], [[name, "-2.2", "-1.7"]])).toEqual(both));

  it("two of one kind are one region, two of one name are none", () => {
    expect(scores(["Date", "L1-L4 BMD", "L1-L4 T", "FN T"], [["06/03/2026", "0.912", "-1.7", "-2.2"]])).toEqual([
      ["LS", null, -1.7, null, 0.912],
      ["FN", null, -2.2, null, null],
    ]);
    expect(scores(["", "Spine", "Spine"], [["T-score", "-1.7", "-1.5"]])).toEqual([]);
  });
});

describe("rows and tables that are none of hers, or of another day", () => {
  const COLUMNS = ["Date", "Spine T-score", "Hip T-score"];
  it.each([
    [["Goal", "-2.0", "-2.0"]],
    [["Change", "-0.2", "-0.3"]],
    [["LSC", "0.3", "0.4"]],
    [["Mean", "-2.4", "-1.9"]],
    [["Normal", "-1.0", "-1.0"]],
  ])("%j", (cells) => {
    expect(dated(COLUMNS, [["06/03/2026", "-1.7", ""], cells])).toEqual([["LS", -1.7, "2026-06-03", false]]);
  });

  it.each(["Mother", "Normal"])("of %s", (whose) =>
    expect(scores(["Name", "Spine T-score", "Hip T-score"], [[whose, "-1.7", "-1.5"]])).toEqual([]));

  it("by another method", () => {
    const rows = [["06/03/2026", "QCT", "-3.1", "-2.9"]];
    expect(scores(["Date", "Study", "Spine T-score", "Hip T-score"], rows)).toEqual([]);
    expect(scores(["Date", "Hip", "Spine"], [["06/03/2026", "4", "3"]], { headings: ["PROMIS T-scores"] })).toEqual([]);
  });

  it.each(["Next due", "Date of birth"])("%s before the rows", (head) =>
    expect(scores([head, "Spine T-score", "Hip T-score"], [["06/03/2026", "-1.7", "-1.5"]])).toEqual([]));
});

describe("what else stands over a column is no result", () => {
  it.each([
    "Prior T-score",
    "Previous T-score",
    "Goal T-score",
    "Baseline T-score",
    "Target T-score",
    "T-score change",
  ])("%s", (head) => {
    expect(scores(["Region", head], [["L1-L4", "-1.5"]])).toEqual([]);
    expect(scores(["Region", head, "Current T-score"], [["L1-L4", "-1.5", "-1.7"]])).toEqual([
      ["LS", null, -1.7, null, null],
    ]);
  });

  it("two scores in a row with one name", () => {
    expect(scores([], [["Lumbar spine T-score", "-1.7", "-1.5"]])).toEqual([]);
    expect(scores([], [["Lumbar spine T-score", "-1.7", "0.912"]])).toEqual([["LS", null, -1.7, null, null]]);
  });

  it("beside the texture of the bone and no density", () => {
    expect(scores(["Region", "TBS", "T-score"], [["L1-L4", "1.203", "-2.4"]])).toEqual([]);
    expect(scores(["Region", "BMD", "T-score", "TBS"], [["L1-L4", "0.9", "-2.4", "1.203"]])).toEqual([
      ["LS", null, -2.4, null, 0.9],
    ]);
  });

  it("of a vertebra of the chest", () => {
    expect(scores(["Vertebra", "Z-score"], [["T12", "-2.4"]])).toEqual([]);
  });
});

it("a vertebra that was left out is not the region", () => {
  expect(scores(["Region", "T-score"], [["L1-L4 (L3 excluded)", "-2.1"]])).toEqual([["LS", null, -2.1, null, null]]);
  expect(scores(["Region", "T-score"], [["L1-L4 excluding L3", "-2.1"]])).toEqual([["LS", null, -2.1, null, null]]);
});

describe("titles in running text", () => {
  const under = (title: string, text: string) =>
    facts([region("prose", [], [row([text], title)], { headings: [] })]).dxa.map(({ site, side, t, z }) => [
      site,
      side,
      t,
      z,
    ]);
  it.each([
    "QCT",
    "Vertebral fracture assessment",
    "Trabecular bone score",
    "Plan",
    "Patient education",
  ])("%s: nothing below it is her density", (title) => expect(under(title, "Lumbar spine T-score -3.1")).toEqual([]));

  it("name the region of the lines below them", () => {
    const read = facts([
      region(
        "prose",
        [],
        [
          row(["BMD: 0.912 g/cm²"], "Lumbar spine"),
          row(["T-score: -1.7"], "Lumbar spine"),
          row(["T-score: -2.2"], "Left femoral neck"),
        ],
      ),
    ]).dxa;
    expect(read.map(({ site, side, t, bmd }) => [site, side, t, bmd])).toEqual([
      ["LS", null, -1.7, 0.912],
      ["FN", "left", -2.2, null],
    ]);
  });

  it("with the density named as well, a title over the texture hides nothing", () => {
    expect(under("DXA with VFA", "Lumbar spine T-score -1.7")).toEqual([["LS", null, -1.7, null]]);
    expect(facts([lines(["Lumbar spine T-score -1.7"], { headings: ["QCT densitometry"] })]).dxa).toEqual([]);
  });
});

describe("tables of a scanner in preformatted text", () => {
  const read = (...texts: string[]) =>
    facts([lines(texts, { headings: ["DXA"] })]).dxa.map(({ site, side, t, z, bmd }) => [site, side, t, z, bmd]);
  const HOLOGIC = "Region  Area(cm2)  BMC(g)  BMD(g/cm2)  T-score  PR(%)  Z-score  AM(%)";
  const LUNAR = "Region  (g/cm2)  (%)  T-score  (%)  Z-score";

  it("the title above names the bone and the side", () => {
    const neck = "Neck  4.80  2.83  0.591  -2.3  70  -0.8  87";
    const total = "Total  32.1  22.9  0.715  -1.9  76  -0.7  88";
    expect(read("DXA Results Summary: Left Hip", HOLOGIC, neck, total)).toEqual([
      ["FN", "left", -2.3, -0.8, 0.591],
      ["TH", "left", -1.9, -0.7, 0.715],
    ]);
    expect(read("DXA Results Summary: AP Spine", HOLOGIC, total)).toEqual([["LS", null, -1.9, -0.7, 0.715]]);
    expect(read(HOLOGIC, "Left hip", total)).toEqual([["TH", "left", -1.9, -0.7, 0.715]]);
    expect(read("Spine and hip", HOLOGIC, total)).toEqual([]);
    expect(read("DXA Results Summary: AP Spine", HOLOGIC, neck)).toEqual([]);
    expect(read(HOLOGIC, total)).toEqual([]);
  });

  it("percentages stand in columns of their own", () => {
    expect(read("AP Spine Bone Density", LUNAR, "L1-L4  0.871  74  -2.5  88  -0.8")).toEqual([
      ["LS", null, -2.5, -0.8, 0.871],
    ]);
    expect(read("AP Spine Bone Density", LUNAR, "L1-L4  0.871  -2.5  88  -0.8")).toEqual([]);
    expect(read("Site  BMD  T  Z  %Change", "L1-L4  0.871  -2.5  -0.8  -3.4")).toEqual([
      ["LS", null, -2.5, -0.8, 0.871],
    ]);
  });
});

it.each(["Date of birth", "Next exam", "Previous exam date"])("a column %s does not date the scores", (head) => {
  expect(dated(["Region", "T-score", head], [["L1-L4", "-1.7", "06/03/2022"]])).toEqual([["LS", -1.7, null, false]]);
});
