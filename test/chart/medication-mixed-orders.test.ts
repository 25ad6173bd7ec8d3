import { describe, expect, it } from "vitest";
import { facts, table } from "./support/page";

const orders = (columns: string[], ...rows: string[][]) => {
  const { medications, labs } = facts([table(columns, rows, { headings: ["Order Summary"] })]);
  expect(labs).toEqual([]);
  return medications.map(({ ingredient, status, dosePerDayMg }) => [ingredient, status, dosePerDayMg]);
};

describe("a table of orders of every kind", () => {
  it("has drugs where the kind of the order says so", () => {
    expect(
      orders(
        ["Order", "Category", "Status"],
        ["Prednisone 5 mg PO daily", "Pharmacy", "Active"],
        ["Raloxifene 60 mg PO daily", "Medication Orders", "Discontinued"],
        ["Dexamethasone suppression test 1 mg", "Laboratory", "Active"],
        ["Vitamin D 25-OH 30 days", "Lab", "Active"],
        ["Calcium 500 mg rich diet", "Dietary", "Active"],
        ["Hydrocortisone 20 mg sick day teaching", "Nursing", "Active"],
      ),
    ).toEqual([
      ["prednisone", "active", 5],
      ["raloxifene", "stopped", 60],
    ]);
  });

  it("has drugs where the order itself is one with its directions", () => {
    expect(
      orders(
        ["Order Summary", "Order Status"],
        ["Alendronate Sodium Tablet 70 MG Give 1 tablet by mouth one time a day every Mon", "Active"],
        ["Calcium, ionized, draw in AM", "Active"],
        ["Prednisone 5 mg: monitor for side effects, give water by mouth", "Active"],
        ["Monitor for side effects of prednisone 5 mg, give by mouth with food", "Active"],
        ["Dexamethasone 1 mg suppression test, give by mouth at 2300", "Active"],
        ["Vitamin D level 40 mg", "Active"],
        ["PT eval and treat", "Active"],
      ),
    ).toEqual([["alendronate", "active", 10]]);
  });

  it("is no list of drugs without one of the two", () => {
    expect(orders(["Description", "Category"], ["Prednisone 5 mg PO daily", "Pharmacy"])).toEqual([]);
    expect(orders(["Order", "Category"], ["Prednisone 5 mg PO daily", "Other"])).toEqual([]);
    expect(orders(["Order", "Status"], ["Prednisone 5 mg", "Active"])).toEqual([]);
  });

  it("leaves out what a list of drugs itself calls an order of another kind", () => {
    const rows = [
      ["Dexamethasone 1 mg", "Laboratory"],
      ["Prednisone 5 mg daily", "Outpatient"],
    ];
    const { medications } = facts([table(["Order", "Type"], rows, { headings: ["Current medications"] })]);
    expect(medications).toMatchObject([{ ingredient: "prednisone", dosePerDayMg: 5 }]);
  });
});
