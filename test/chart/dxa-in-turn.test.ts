import { describe, expect, it } from "vitest";
import { facts, lines } from "./support/page";

type Read = [site: string, side: string | null, t: number | null, z: number | null];
const all = (...texts: string[]) => facts([lines(texts, { headings: ["Imaging", "DXA"] })]).dxa;
const read = (...texts: string[]): Read[] => all(...texts).map(({ site, side, t, z }) => [site, side, t, z]);
const t = (site: string, value: number, side: string | null = null): Read => [site, side, value, null];

describe("scores and regions in two lists", () => {
  const three = [t("LS", -1.4), t("FN", -2.3), t("TH", -1.8)];
  it.each([
    "T-scores of -1.4, -2.3 and -1.8 at the lumbar spine, femoral neck and total hip.",
    "The T-scores for lumbar spine, femoral neck and total hip are -1.4, -2.3 and -1.8.",
    "Lumbar spine, femoral neck, total hip T-scores: -1.4, -2.3, -1.8",
  ])("%s", (text) => expect(read(text)).toEqual(three));

  it.each([
    "T-scores of -1.4 and -2.3 at the lumbar spine, femoral neck and total hip.",
    "T-scores of -1.4, -2.3 and -1.8 at the spine and hip.",
    "Spine and femoral neck T-score -2.3.",
    "T-scores and Z-scores of the spine and hip: -1.4, -0.2",
    "L1, L2 and L4 T-scores -1.4, -2.3, -1.8",
    "BMD of the spine and hip: 0.912, 0.701",
  ])("%s: whose score each is cannot be told", (text) => expect(read(text)).toEqual([]));

  it("the hip and its neck are two where both are named", () => {
    expect(read("T-scores of the hip and femoral neck are -1.8 and -2.3.")).toEqual([t("TH", -1.8), t("FN", -2.3)]);
  });
});

describe("each score before its region", () => {
  it.each<[string, Read[]]>([
    ["T -1.4 L-spine, -2.3 FN, -1.8 TH", [t("LS", -1.4), t("FN", -2.3), t("TH", -1.8)]],
    ["T-scores -1.4 (L-spine), -2.3 (FN)", [t("LS", -1.4), t("FN", -2.3)]],
    ["T -2.3 left FN, -2.1 right FN", []],
    ["T -1.4 L-spine -2.3 FN -1.8 TH", []],
    ["T -1.4 L-spine, 0.701 FN, -1.8 TH", []],
    ["T -1.4 L-spine", []],
  ])("%s", (text, expected) => expect(read(text)).toEqual(expected));
});

describe("which score is whose", () => {
  const both = [t("FN", -2.3, "left"), t("FN", -2.1, "right")];
  it.each<[string, Read[]]>([
    ["Femoral neck T-score -2.3 left, -2.1 right hip.", both],
    ["Femoral neck T-score -2.3 left side, -2.1 right side.", both],
    ["Femoral neck T-score -2.3 left, -2.1 left hip.", [t("FN", -2.3)]],
    // the side of the hip is that of its parts
    ["Left hip: Neck T-score -2.3, Total T-score -1.3.", [t("FN", -2.3, "left"), t("TH", -1.3, "left")]],
    ["Left hip: Neck T-score -2.3, right hip: neck T-score -2.1, total T-score -1.1", [...both, t("TH", -1.1)]],
    // "hip -1.9, right hip": the first is a region of its own
    [
      "T-scores: spine -2.4, left hip -1.9, right hip -1.7",
      [t("LS", -2.4), t("TH", -1.9, "left"), t("TH", -1.7, "right")],
    ],
    // T and Z behind each other
    [
      "FN T -2.1/ Z -0.6; TH T -1.4/ Z -0.2; LS T -1.0/ Z 0.4",
      [
        ["FN", null, -2.1, -0.6],
        ["TH", null, -1.4, -0.2],
        ["LS", null, -1, 0.4],
      ],
    ],
    ["Lumbar spine (L1-L4): T-score -2.4; Z-score -0.8", [["LS", null, -2.4, -0.8]]],
    [
      "Spine -2.2/-0.6 (T/Z), hip -1.9/-0.4",
      [
        ["LS", null, -2.2, -0.6],
        ["TH", null, -1.9, -0.4],
      ],
    ],
    // a sign in the middle of three figures is none to lose
    ["Spine: 0.912/-2.2/-0.6 (BMD/T/Z)", []],
    ["Left forearm 33% radius T-score -2.7.", [t("R33", -2.7, "left")]],
    ["The lowest T-score of -2.6 is at the femoral neck.", [t("FN", -2.6)]],
    ["The lowest T-score of -2.6 was seen in the femoral neck.", [t("FN", -2.6)]],
    ["T-score -1.4 was at the spine, -2.6 at the femoral neck", [t("LS", -1.4), t("FN", -2.6)]],
  ])("%s", (text, expected) => expect(read(text)).toEqual(expected));
});

describe("short forms of notes", () => {
  it.each<[string, Read[]]>([
    ["DXA: L1-4 T=-1.4; FN(L) T=-2.3", [t("LS", -1.4), t("FN", -2.3, "left")]],
    ["LFN T-score -2.3, RFN T-score -2.1", [t("FN", -2.3, "left"), t("FN", -2.1, "right")]],
    ["L hip T-score -1.8; Lt. femoral neck T-score -2.3", [t("TH", -1.8, "left"), t("FN", -2.3, "left")]],
    [
      "LS: -1.4/-0.2 (T/Z), FN: -2.3/-0.9 (T/Z)",
      [
        ["LS", null, -1.4, -0.2],
        ["FN", null, -2.3, -0.9],
      ],
    ],
    [
      "T/Z: LS -1.4/-0.2, FN -2.3/-0.9",
      [
        ["LS", null, -1.4, -0.2],
        ["FN", null, -2.3, -0.9],
      ],
    ],
    ["LS -1.4/-0.2", []],
    ["LS Z/T -0.2/-1.4", []],
    ["Right hip prosthesis. T-score -1.8 left.", [t("TH", -1.8, "left")]],
  ])("%s", (text, expected) => expect(read(text)).toEqual(expected));
});

describe("in other languages", () => {
  it.each<[string, Read[]]>([
    [
      "LWS: T-Wert -1,4. Schenkelhals: T-Wert -2,3. Gesamthüfte: T-Wert -1,8.",
      [t("LS", -1.4), t("FN", -2.3), t("TH", -1.8)],
    ],
    [
      "Rachis lombaire : T-score -1,4. Col fémoral : T-score -2,3. Hanche totale : T-score -1,8.",
      [t("LS", -1.4), t("FN", -2.3), t("TH", -1.8)],
    ],
    [
      "Columna lumbar: T-score -1,4. Cuello femoral: T-score -2,3. Cadera total: T-score -1,8.",
      [t("LS", -1.4), t("FN", -2.3), t("TH", -1.8)],
    ],
    [
      "Lumbale wervelkolom: T-score -1,4. Femurhals: T-score -2,3. Totale heup: T-score -1,8.",
      [t("LS", -1.4), t("FN", -2.3), t("TH", -1.8)],
    ],
    [
      "Colonna lombare: T-score -1,4. Collo femorale: T-score -2,3. Femore totale: T-score -1,8.",
      [t("LS", -1.4), t("FN", -2.3), t("TH", -1.8)],
    ],
    [
      "Coluna lombar: T-score -1,4. Colo do fêmur: T-score -2,3. Quadril total: T-score -1,8.",
      [t("LS", -1.4), t("FN", -2.3), t("TH", -1.8)],
    ],
  ])("%s", (text, expected) => expect(read(text)).toEqual(expected));

  it("a region by a name that we do not know takes nothing from the one before", () => {
    expect(read("Lumbar spine: Z-score -0.2. Schulter: T-score -3.3")).toEqual([["LS", null, null, -0.2]]);
    expect(read("Lumbar spine: Z-score -0.2. T-score: -1.4")).toEqual([["LS", null, -1.4, -0.2]]);
  });
});

it("the year of the examination is its day where none is told", () => {
  expect(all("DXA 2019: femoral neck T-score -2.2.").map(({ date }) => date)).toEqual(["2019"]);
  expect(all("DXA 2019, read 03/04/2019: femoral neck T-score -2.2.").map(({ date }) => date)).toEqual(["2019-03-04"]);
});

describe("scores and days of other columns, lines and regions", () => {
  it.each<[string[], Read[]]>([
    [["Left hip", "Region  BMD  T-score  Prior T-score", "Neck  0.643  -2.4  -2.2"], []],
    [["Region  2024  2026", "Spine T-score  -2.3  -2.5"], []],
    [["T-scores: L1 -2.1, L2 -2.4, L1-L4 -2.3"], [t("L1", -2.1), t("L2", -2.4), t("LS", -2.3)]],
  ])("%j", (texts, expected) => expect(read(...texts)).toEqual(expected));

  it("the day of what was is not the day of what is", () => {
    expect(all("FN T-score: -1.9 (was: -1.7 on 02/09/2024)").map(({ site, date }) => [site, date])).toEqual([
      ["FN", null],
    ]);
  });
});

const sides = (text: string) => all(text).map(({ site, side, t: score }) => [site, side, score]);

describe("which side a score is of", () => {
  it.each<[string, [string, string | null, number][]]>([
    [
      "Femoral neck T-score: -2.3 (left), -2.1 (right)",
      [
        ["FN", "left", -2.3],
        ["FN", "right", -2.1],
      ],
    ],
    [
      "Femoral neck T-score -2.3 (L) and -2.1 (R)",
      [
        ["FN", "left", -2.3],
        ["FN", "right", -2.1],
      ],
    ],
    [
      "Femoral neck T-score: left -2.3, right -2.1",
      [
        ["FN", "left", -2.3],
        ["FN", "right", -2.1],
      ],
    ],
    [
      "Hip T-score (L/R): -1.8 / -2.0",
      [
        ["TH", "left", -1.8],
        ["TH", "right", -2],
      ],
    ],
    [
      "Left/right total hip T-score -1.8/-2.0",
      [
        ["TH", "left", -1.8],
        ["TH", "right", -2],
      ],
    ],
    ["Total hip (left) T-score -1.8", [["TH", "left", -1.8]]],
  ])("%s", (text, expected) => expect(sides(text)).toEqual(expected));

  it.each([
    ["a pair of no sides", "Both total hips T-scores -1.5 and -1.9"],
    ["a T- and a Z-score, or two sides", "Femoral neck: T-score -2.3/-0.6"],
    ["no label", "FN left/right -2.1/-2.4"],
  ])("is not told: %s", (_, text) => expect(sides(text)).toEqual([]));

  it("a side behind the last score of a region is none of the next region", () =>
    expect(sides("Femoral neck T-score: -2.3 (left), -2.1 (right). Total hip: -1.5 (left), -1.4 (right)")).toEqual([
      ["FN", "left", -2.3],
      ["FN", "right", -2.1],
    ]));

  it.each<[string, unknown]>([
    [
      "Femoral neck T-score -2.3 left, -2.1 right",
      [
        ["FN", "left", -2.3],
        ["FN", "right", -2.1],
      ],
    ],
    [
      "Total hips T-score -1.6 right and -1.4 left",
      [
        ["TH", "right", -1.6],
        ["TH", "left", -1.4],
      ],
    ],
  ])("each score stands before its side: %s", (text, expected) => expect(sides(text)).toEqual(expected));

  it.each([
    "Femoral neck T-score -2.3 left, -2.1 left",
    "Femoral neck T-score -2.3 left, -2.1 right total hip",
    "T-score -2.3 left, -2.1 right",
  ])("two scores before sides that tell less are not told apart: %s", (text) =>
    expect(sides(text).filter(([, side]) => side !== null)).toEqual([]));

  it.each<[string, string]>([
    ["Col fémoral gauche: T-score -2.4", "left"],
    ["Col fémoral droit: T-score -2.4", "right"],
    ["Cuello femoral izquierdo: T-score -2.4", "left"],
    ["Cuello femoral derecho: T-score -2.4", "right"],
    ["Collo femorale sinistro: T-score -2.4", "left"],
    ["Collo femorale destro: T-score -2.4", "right"],
    ["Collo femorale dx: T-score -2.4", "right"],
    ["Schenkelhals li.: T-Score -2.4", "left"],
    ["Schenkelhals rechts: T-Score -2.4", "right"],
  ])("sides in other languages: %s", (text, side) => expect(sides(text)).toEqual([["FN", side, -2.4]]));

  it.each([
    "Re: femoral neck T-score -2.4",
    "Li, Femoral neck T-score -2.4",
    "Femoral neck (re-scan) T-score -2.4",
  ])("no side: %s", (text) => expect(sides(text)).toEqual([["FN", null, -2.4]]));
});
