import { expect, it } from "vitest";
import { qualify } from "../../../src/chart/qualify";
import type { Row } from "../../../src/chart/snapshot";
import { structured } from "../../../src/chart/structure";
import { region, row, SEEN_AT, snapshot } from "../support/page";

/** A row of a card: a text ending in ":" stands for a heading cell. */
const cardRow = (...texts: string[]): Row => {
  const made = row(texts.map((text) => text.replace(/:$/, "")));
  return { ...made, cells: made.cells.map((cell, i) => ({ ...cell, header: texts[i]?.endsWith(":") === true })) };
};
const read = (rows: Row[]) =>
  qualify(structured(snapshot([region("table", [], rows, { headings: ["Medications"] })])), 0, SEEN_AT).medications;

const card = (drug: string, start: string, stop: string, status: string, sig: string) => [
  cardRow("Name:", drug, "Dose:", ""),
  cardRow("Start:", start, "Stop:", stop, "Status:", status),
  cardRow(sig),
];

it("each card is one order, with what stands on it and on no other", () => {
  const rows = [
    ...card("Fosamax 70 mg tablet", "03/12/2024", "", "Active | SNOMED-CT: 55561003", "Take 1 tablet once a week."),
    ...card("prednisone 5 mg tablet", "01/05/2023", "06/30/2023", "Inactive", "Take 1 tablet daily."),
  ];
  expect(read(rows)).toMatchObject([
    { ingredient: "alendronate", status: "active", start: "2024-03-12", stop: null, dosePerDayMg: 10 },
    { ingredient: "prednisone", status: "stopped", start: "2023-01-05", stop: "2023-06-30", dosePerDayMg: 5 },
  ]);
});

it("a card that says one thing twice is left as it stands", () => {
  const twice = [cardRow("Name:", "Fosamax 70 mg tablet", "Name:", "Prolia 60 mg/mL"), cardRow("Status:", "Active")];
  expect(read([...twice, ...twice]).filter(({ status }) => status === "active")).toEqual([]);
});

it("rows with one label each are no cards", () => {
  const rows = [cardRow("Fosamax 70 mg:", "weekly"), cardRow("Prolia 60 mg:", "every 6 months")];
  expect(read(rows).map(({ ingredient }) => ingredient)).toEqual(["alendronate", "denosumab"]);
});
