import { describe, expect, it } from "vitest";
import type { Region } from "../../../src/chart/snapshot";
import { repeatedHeads } from "../../../src/chart/structure/repeated-heads";
import { rowSent, tableSent } from "../support/sent";

const table = (columns: string[], rows: string[][], more: Partial<Region> = {}) =>
  tableSent(
    rows.map((texts) => rowSent(texts)),
    { columns, ...more },
  );
const read = (region: Region) => {
  const { columns, rows } = repeatedHeads(region);
  return [columns, ...rows.map(({ cells }) => cells.map(({ text }) => text))];
};
const HEADS = ["Test", "Result", "Units"];
const PLAIN = [HEADS, ["Calcium", "9.4", "mg/dL"], ["Albumin", "4.3", "g/dL"]];

describe("heads that stand in every cell", () => {
  it.each([
    [
      "a blank",
      [
        ["Test Calcium", "Result 9.4", "Units mg/dL"],
        ["Test Albumin", "Result 4.3", "Units g/dL"],
      ],
    ],
    [
      "a colon",
      [
        ["Test: Calcium", "Result: 9.4", "Units: mg/dL"],
        ["Test: Albumin", "Result: 4.3", "Units: g/dL"],
      ],
    ],
    [
      "a line",
      [
        ["Test | Calcium", "Result | 9.4", "Units | mg/dL"],
        ["Test | Albumin", "Result | 4.3", "Units | g/dL"],
      ],
    ],
    [
      "nothing",
      [
        ["TestCalcium", "Result9.4", "Unitsmg/dL"],
        ["TestAlbumin", "Result4.3", "Unitsg/dL"],
      ],
    ],
  ])("set apart by %s", (_, rows) => {
    expect(read(table(HEADS, rows))).toEqual(PLAIN);
    expect(read(table([], rows))).toEqual(PLAIN);
    expect(read(table([], rows, { shape: "grid" }))).toEqual(PLAIN);
  });
  it("beside cells that are empty, and columns without them", () => {
    const rows = [
      ["Calcium", "Result: 9.4", "Flag:", ""],
      ["Albumin", "Result: 3.1", "Flag: L", "Date: 02/11/2026"],
    ];
    expect(read(table(["Test", "Result", "Flag", "Date"], rows)).slice(1)).toEqual([
      ["Calcium", "9.4", "", ""],
      ["Albumin", "3.1", "L", "02/11/2026"],
    ]);
  });
  it("whatever they name, where the list has them as heads", () =>
    expect(read(table(["Calcium", "Albumin"], [["Calcium 9.4", "Albumin 4.3"]]))).toEqual([
      ["Calcium", "Albumin"],
      ["9.4", "4.3"],
    ]));
  it("a result of before stays one", () =>
    expect(
      read(
        table(
          [],
          [
            ["Test Calcium", "Previous result 9.9", "Result 9.4"],
            ["Test Albumin", "Previous result 4.9", "Result 4.3"],
          ],
        ),
      )[0],
    ).toEqual(["Test", "Previous result", "Result"]));

  it.each<[string, string[], string[][]]>([
    [
      "one column alone",
      ["Test", "Result"],
      [
        ["Calcium", "Result 9.4"],
        ["Albumin", "Result 4.3"],
      ],
    ],
    [
      "not in every cell",
      ["Test", "Result"],
      [
        ["Test Calcium", "9.4"],
        ["Albumin", "Result 4.3"],
      ],
    ],
    [
      "a longer word",
      ["Test", "Result"],
      [
        ["Testosterone", "Results pending"],
        ["Testosterone, free", "Results pending"],
      ],
    ],
    [
      "words that are no heads",
      [],
      [
        ["Urine Calcium", "Low 9.4"],
        ["Urine Albumin", "Low 4.3"],
      ],
    ],
    [
      "names that begin alike",
      [],
      [
        ["Calcium, total", "Serum 9.4"],
        ["Calcium, ionized", "Serum 4.9"],
      ],
    ],
    ["one row without heads above", [], [["Test Calcium", "Result 9.4"]]],
    ["a flag of one letter", ["H", "L"], [["H 9.4", "L 4.3"]]],
  ])("but: %s", (_, columns, rows) => expect(read(table(columns, rows))).toEqual([columns, ...rows]));
  it("nor in pairs, lists and prose", () => {
    const rows = [
      ["Test Calcium", "Result 9.4"],
      ["Test Albumin", "Result 4.3"],
    ];
    for (const shape of ["pairs", "list", "prose"] as const)
      expect(read(table([], rows, { shape }))).toEqual([[], ...rows]);
  });
});
