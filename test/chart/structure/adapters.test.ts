import { describe, expect, test } from "vitest";
import type { FrameSnapshot, Region } from "../../../src/chart/snapshot";
import { structured } from "../../../src/chart/structure";
import { banner, region, row, snapshot } from "../support/page";

/** Rows of cells with the attributes that the product gives them. */
function list(hints: string, cells: [text: string, hints: string][][], more: Partial<Region> = {}): Region {
  return {
    ...region(
      "table",
      [],
      cells.map((texts) => row(texts)),
    ),
    hints,
    ...more,
  };
}
const page = (regions: Region[], more: Partial<FrameSnapshot> = {}) => structured(snapshot(regions, more));

describe("what an adapter adds", () => {
  const BAHMNI = [
    [
      ["Alendronic acid 70 mg", "drugName"],
      ["1 tablet", "dosage"],
      ["Once a week", "frequency"],
    ],
    [
      ["Prednisolone 5 mg", "drugName"],
      ["1 tablet", "dosage"],
      ["Once a day", "frequency"],
    ],
  ] as [string, string][][];

  test("names of columns, where the page shows none", () => {
    expect(page([list("drug-order-table", BAHMNI)]).regions[0]).toMatchObject({
      headings: ["Treatments"],
      columns: ["Drug", "Dose", "Frequency"],
    });
  });

  test("a label for a piece of the banner", () => {
    const pieces = banner(["Marguerite Ashdown", "03/22/1953"]).map((piece, i) => ({
      ...piece,
      hints: ["data-element full-name", "patient-ribbon-dob"][i] ?? "",
    }));
    const { banner: labelled } = page([list("medication-summary-card", [])], { banner: pieces });
    expect(labelled.map(({ label }) => label)).toEqual(["Patient name", "DOB"]);
  });

  test("the title of a list that stands under none", () => {
    const results = list("tblDiscs", [
      [
        ["Calcium", ""],
        ["2.27", ""],
      ],
    ]);
    expect(page([results]).regions[0]?.headings).toEqual(["Laboratory results"]);
  });
});

describe("what the page says counts", () => {
  test("its headings and its column heads stay", () => {
    const [own] = page([
      list(
        "drug-order-table",
        [
          [
            ["Drug", "drugName"],
            ["How much", "dosage"],
          ],
          [
            ["Alendronic acid 70 mg", "drugName"],
            ["1", "dosage"],
          ],
        ],
        {
          headings: ["Allergies"],
        },
      ),
    ]).regions;
    expect(own).toMatchObject({ headings: ["Allergies"], columns: ["Drug", "How much"] });
  });

  test("a column in which the product's names disagree gets none", () => {
    const mixed = list("drug-order-table", [
      [
        ["Alendronic acid 70 mg", "drugName"],
        ["oral", "route"],
      ],
      [
        ["5 mg", "dosage"],
        ["oral", "route"],
      ],
    ]);
    expect(page([mixed]).regions[0]?.columns).toEqual([]);
  });

  test("a page of no known product is as it was", () => {
    const plain = snapshot([
      list("treatments", [
        [
          ["Alendronic acid 70 mg", "drugName"],
          ["1 tablet", "dosage"],
        ],
      ]),
    ]);
    expect(structured(plain)).toEqual(structured(plain, []));
  });
});
