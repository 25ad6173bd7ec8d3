import { describe, expect, it } from "vitest";
import { facts, items, pairs, table } from "./support/page";

/** What stands beside a drug and is not its dose, its route, its status or its day. */
const CURRENT = { headings: ["Current Medications"] };
const taken = (entry: string, headings = CURRENT.headings) => facts([items([entry], { headings })]).medications;

describe("no dose a day", () => {
  it.each([
    "prednisone 5 mg tablet, 1 daily, 30 tablets, 2 refills",
    "prednisolone 1mg tablets 4 daily 112 tablets",
    "prednisone 5 mg tablet daily, 30 tabs",
    "prednisone 5 mg or 10 mg daily",
    "prednisone 5 mg tablet, 10 mg tablet daily",
    "methylprednisolone sodium succinate, 1 g IV daily, 3 doses",
    "prednisone 5 mg M-F, 2.5 mg Sat/Sun",
    "prednisone 5 mg daily, omeprazole 20 mg BID while on steroid",
    "prednisone 5 mg daily (replaces hydrocortisone 20 mg BID)",
    "Amlodipine 10 mg daily, prednisone 5 mg daily, lisinopril 20 mg BID",
    "Amlodipine 10 mg daily, prednisone 5 mg daily",
    "prednisone 5 mg daily, check glucose weekly",
    "prednisone 0.5 mg/kg daily",
    "prednisolone 5 mg 1-0-0-0 / 2-0-0-0 im Wechsel",
    "prednisone | 5 mg tablet, 1 daily | 1 mg tablet, 2 daily",
    "estradiol 0.01% vaginal cream 1 g twice weekly",
  ])("%s", (entry) => {
    for (const { dosePerDayMg, prednisoneMgPerDay } of taken(entry))
      expect([dosePerDayMg, prednisoneMgPerDay]).toEqual([null, null]);
    expect(taken(entry)).not.toEqual([]);
  });

  it.each<[string, number]>([
    ["prednisone 5 mg tablet, 2 daily", 10],
    ["prednisone 5 mg tablet twice daily 2 tablets", 20],
    // behind the form of the product stands the dose
    ["prednisone 5 mg tablet, 10 mg QOD", 5],
    ["prednisone 5 mg tablet, 20 mg/day PO", 20],
    ["hydrocortisone 10 mg tablet, 10 mg AM, 5 mg PM", 15],
    ["prednisone 5 mg tablet take 1 tablet by mouth daily with 8 oz water", 5],
  ])("but %s: %d mg", (entry, mg) => expect(taken(entry)).toMatchObject([{ dosePerDayMg: mg }]));
});

it.each([
  ["Next dose due", "02/12/2026"],
  ["Dose changed", "02/12/2026"],
  ["Dosage review", "12/2026"],
  ["Dose #", "3"],
])("a column %s holds no dose", (column, cell) => {
  const row = [["prednisone", "5 mg", "Daily", cell]];
  const [drug] = facts([table(["Medication", "Strength", "Frequency", column], row, CURRENT)]).medications;
  expect([null, 5]).toContain(drug?.dosePerDayMg);
});

it.each([
  "prednisone 5 mg daily for nasal polyps",
  "prednisone 5 mg daily for uveitis right eye",
  "prednisone 5 mg daily; apply cream to face",
  "prednisone 5 mg daily (nasal congestion)",
])("the reason is no route: %s", (entry) => expect(taken(entry)).toMatchObject([{ route: null }]));

describe("what is not known to be taken", () => {
  it.each([
    "Prolia 60 mg - awaiting insurance approval",
    "Alendronate 70 mg weekly (drug holiday since 2024)",
    "Risedronate 35 mg weekly - hold until dental work done",
    "Raloxifene 60 mg daily - never picked up",
    "Raloxifene 60 mg daily. Discontinued 2020, restarted 2024",
    "Raloxifene 60 mg daily, replaces alendronate, stopped 2024",
    "prednisone 5 mg tablet, 1 daily. End: 03/01/2024",
    "letrozole 2.5 mg daily 01/01/2019 - 03/01/2024",
    "alendronate 70 mg weekly (2012-2017)",
    "LETROZOLE 2.5MG TAB TAKE ONE TABLET BY MOUTH HOLD",
  ])("%s", (entry) => expect(taken(entry)).toMatchObject([{ status: "unknown" }]));

  it.each([
    "on hold",
    "hold until surgery",
    "hold for surgery",
    "held",
    "awaiting approval",
    "drug holiday",
    "never picked up",
    "ran out in May",
    "declined",
    "refused",
    "never started",
    "never filled",
    "never took it",
    "restarted 2024, discontinued before",
    "resumed after it was stopped",
  ])("Raloxifene 60 mg daily, %s", (words) =>
    expect(taken(`Raloxifene 60 mg daily, ${words}`)).toMatchObject([{ status: "unknown" }]));
  it.each([
    "PA status",
    "Prior auth status",
    "Coverage status",
    "Insurance status",
    "Claim status",
    "Approval status",
    "Benefit status",
    "Fill status",
    "Refill status",
    "Pharmacy status",
  ])("a column %s", (column) =>
    expect(
      facts([table(["Medication", column], [["Evista 60 mg", "Active"]], { headings: ["Medications"] })]).medications,
    ).toMatchObject([{ status: "unknown" }]));

  it.each([
    "Medications prior to admission",
    "Not current medications",
    "Home meds held during admission",
  ])("under %s", (title) => expect(taken("raloxifene 60 mg daily", [title])).toMatchObject([{ status: "unknown" }]));

  it("where two statuses differ, and where the end has passed", () => {
    const two = table(["Medication", "Order status", "Patient status"], [["Evista 60 mg", "Active", "Not taking"]]);
    const over = table(["Medication", "Status", "End Date"], [["Evista 60 mg", "Active", "05/10/2019"]]);
    const paid = table(["Medication", "PA status"], [["Evista 60 mg", "Active"]], { headings: ["Medications"] });
    for (const list of [two, over, paid]) expect(facts([list]).medications).toMatchObject([{ status: "unknown" }]);
  });

  it("a dose that was given is no start, and the drug is not over", () => {
    const row = [["Prolia 60 mg", "02/01/2026", "02/11/2026", "Complete"]];
    expect(
      facts([table(["Medication", "Ordered", "Administered", "Status"], row, { headings: ["Medications"] })])
        .medications,
    ).toMatchObject([{ status: "unknown", start: null, lastGiven: "2026-02-11" }]);
  });
});

it("what was stopped", () => {
  expect(taken("Prednisone 5 mg daily, tapered off 2024")).toMatchObject([{ status: "stopped" }]);
  expect(taken("RALOXIFENE 60MG TAB TAKE ONE TABLET BY MOUTH EXPIRED")).toMatchObject([{ status: "stopped" }]);
  const pair = pairs([["Prednisone 5 mg", "daily | Stop date: 01/05/2026"]], CURRENT);
  expect(facts([pair]).medications).not.toMatchObject([{ status: "active" }]);
});

it.each(["Forteo pen needles", "Prolia co-pay card"])("%s are no drug", (entry) => expect(taken(entry)).toEqual([]));

it.each([["Current medications of spouse"], ["Halvorsen, Kurt (spouse)", "Medications"]])("under %s", (...headings) =>
  expect(taken("prednisone 10 mg daily", headings)).toEqual([]));
