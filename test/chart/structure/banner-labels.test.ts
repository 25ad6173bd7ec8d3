import { describe, expect, it } from "vitest";
import type { BannerPiece } from "../../../src/chart/snapshot";
import { labelled } from "../../../src/chart/structure/banner-labels";

/** Pieces of blocks: each list is one. */
const pieces = (...blocks: string[][]): BannerPiece[] =>
  blocks.flatMap((texts, block) => texts.map((text, ref) => ({ ref, text, label: null, block, hints: "" })));
const pairs = (...blocks: string[][]) => labelled(pieces(...blocks)).map(({ label, text }) => [label, text]);

const HEADS = ["Name", "DOB", "Sex", "MRN"];
const ROW = ["Orr, Mila", "04/12/1951", "F", "88123"];

describe("the label of a piece of a banner", () => {
  it("stands before it", () =>
    expect(pairs(["DOB:", "04/12/1951", "Orr, Mila", "Sex", "F"])).toEqual([
      ["DOB", "04/12/1951"],
      [null, "Orr, Mila"],
      ["Sex", "F"],
    ]));

  it.each([
    ["in one block", [[...HEADS, ...ROW]]],
    ["in the block behind", [HEADS, ROW]],
    ["in the block behind, others after that", [HEADS, ROW, ["Ward 4", "Bed 2"]]],
  ])("or stands above it, as many labels as texts: %s", (_, blocks) =>
    expect(pairs(...blocks).slice(0, 4)).toEqual(HEADS.map((head, i) => [head, ROW[i]])));

  it.each([
    ["a text more than labels", [[...HEADS, "Orr, Mila", "04/12/1951", "F", "Ward 4", "88123"]]],
    ["a text less", [[...HEADS, "Orr, Mila", "04/12/1951", "88123"]]],
    ["another block between", [HEADS, ["Ward"], ROW]],
  ])("is none where it is not certain which goes with which: %s", (_, blocks) => {
    const found = pairs(...blocks);
    for (const text of ["04/12/1951", "88123"]) expect(found).toContainEqual([null, text]);
  });
});
