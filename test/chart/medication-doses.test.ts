import { describe, expect, it } from "vitest";
import { facts, items, table } from "./support/page";

const CURRENT = { headings: ["Current medications"] };
const inLine = (text: string) => facts([items([text], CURRENT)]).medications[0]?.dosePerDayMg;
const inColumns = (drug: string, dose: string, frequency: string) =>
  facts([table(["Medication", "Dose", "Frequency"], [[drug, dose, frequency]], CURRENT)]).medications[0]?.dosePerDayMg;

describe("the dose of an order in one line", () => {
  it.each<[string, number]>([
    ["Prednisone 5 mg tablet · 1 tablet daily · refills 3", 5],
    ["Prednisone 5 mg tablet • 1 tablet daily • qty 30", 5],
    ["Prednisone 5 mg tablet - 1 tablet daily - refills 3", 5],
    ["Prednisone 5 mg tablet; take 2 tablets daily; refills 3", 10],
    ["Prednisone 5 mg tablet. Take 2 tablets daily. Last filled 03/02/2026", 10],
    ["Prednisone 5 mg tablet, 1 tablet daily (started 03/02/2026)", 5],
    ["Prednisone 5 mg tablet | Sig: take 2 tablets daily", 10],
  ])("%s: %d mg", (text, mg) => expect(inLine(text)).toBe(mg));

  it.each([
    "Amlodipine 10 mg, prednisone daily",
    "Prednisone 5 mg tab, 2.5 mg tab daily",
    "Prednisone 5 mg + 1 mg daily",
    "Prednisone 0.5 mg/kg daily",
    "Hydrocortisone 1 % cream, 1 g daily",
    "Alendronate 70 mg tablet, 1 tablet daily",
  ])("%s: none", (text) => expect(inLine(text) ?? null).toBeNull());
});

describe("the dose of an order in columns", () => {
  it.each<[string, string, string, number | null]>([
    ["Fosamax", "70 mg", "Take 1 tablet weekly", 10],
    ["Prednisone 5 mg tablet", "2 tablets", "daily", 10],
    ["Prednisone 5 mg tablet", "10 mg", "daily", 10],
    // tablets of the pack; the strength once more, or five tablets
    ["Alendronate 70 mg tablet", "4", "weekly", null],
    ["Prednisone 5 mg tablet", "5", "daily", null],
    ["Prednisone 5 mg tablet", "", "daily", null],
  ])("%s | %s | %s: %s", (drug, dose, frequency, mg) => expect(inColumns(drug, dose, frequency) ?? null).toBe(mg));
});
