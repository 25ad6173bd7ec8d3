import { describe, expect, it } from "vitest";
import { facts, items, table } from "./support/page";

const CURRENT = { headings: ["Current medications"] };
const listed = (text: string, heading = "Current medications") =>
  facts([items([text], { headings: [heading] })]).medications[0];

describe("a course of some days", () => {
  it("has no dose that goes on", () => {
    expect(listed("prednisone 20 mg, 1 tab 2 times daily for 5 days")).toMatchObject({
      status: "active",
      dosePerDayMg: null,
      prednisoneMgPerDay: null,
    });
    expect(listed("prednisone 20 mg, 1 tab 2 times daily for 90 days")?.prednisoneMgPerDay).toBe(40);
  });

  it("has its dose where it is told when it ended", () => {
    const [course] = facts([
      table(
        ["Medication", "Sig", "Start", "End"],
        [["prednisone 20 mg tablet", "Take 2 tablets by mouth daily for 5 days", "02/11/2026", "02/16/2026"]],
        CURRENT,
      ),
    ]).medications;
    expect(course).toMatchObject({ dosePerDayMg: 40, start: "2026-02-11", stop: "2026-02-16", status: "unknown" });
  });

  it("has its dose where it is over", () =>
    expect(listed("prednisone 20 mg, 2 tabs daily for 5 days", "Past medications")).toMatchObject({
      status: "stopped",
      dosePerDayMg: 40,
    }));

  it("is told in a column of its own", () =>
    expect(
      facts([
        table(
          ["Medication", "Dose", "Frequency", "Duration"],
          [
            ["prednisone", "20 mg", "daily", "5 days"],
            ["dexamethasone", "2 mg", "daily", "90 days"],
          ],
          CURRENT,
        ),
      ]).medications.map(({ dosePerDayMg }) => dosePerDayMg),
    ).toEqual([null, 2]));
});

describe("a drug last taken long ago is not known to be taken", () => {
  it.each([
    "Fosamax 70 mg weekly, last taken 2019",
    "Fosamax 70 mg weekly (last filled 02/11/2025)",
    "Fosamax 70 mg weekly. Last dose: more than a month ago",
    "Fosamax 70 mg weekly, last taken 9 months ago",
  ])("%s", (text) => expect(listed(text)?.status).toBe("unknown"));

  it.each([
    "Fosamax 70 mg weekly, last taken 11/15/2026",
    "Fosamax 70 mg weekly, last taken this morning",
    "Fosamax 70 mg weekly, last filled 2026",
    "Prolia 60 mg SC, last dose 01/05/2026",
    "Reclast 5 mg IV yearly, last dose 2025",
    "Fosamax 70 mg weekly, last DXA 2019",
  ])("still: %s", (text) => expect(listed(text)?.status).toBe("active"));

  it("as its column says", () =>
    expect(
      facts([
        table(
          ["Medication", "Sig", "Last dose taken"],
          [
            ["raloxifene 60 mg", "daily", "2019"],
            ["letrozole 2.5 mg", "daily", "More than a month"],
            ["prednisone 5 mg", "daily", "11/19/2026"],
          ],
          CURRENT,
        ),
      ]).medications.map(({ status }) => status),
    ).toEqual(["unknown", "unknown", "active"]));
});

describe("other days than every day", () => {
  it.each([
    "un comprimé par jour les jours de dialyse",
    "1 comprimé par jour les jours pairs",
    "1 compressa al giorno i giorni dispari",
    "1 compressa al giorno nei giorni di dialisi",
    "1 comprimido al día los días impares",
    "1 comprimido cada día los días de diálisis",
    "1 tablet per dag op oneven dagen",
    "1 comprimido por dia nos dias ímpares",
    "1 Tablette täglich an ungeraden Tagen",
    "1 Tablette täglich an Dialysetagen",
    "1-0-0 nur an Werktagen",
    "daily on dialysis days",
    "daily on odd days",
  ])("%s", (text) => expect(listed(`Prednisone 5 mg ${text}`)?.dosePerDayMg).toBeNull());

  it.each([
    ["1 comprimé par jour", 5],
    ["1 comprimé tous les 2 jours", 2.5],
    ["1 compressa al giorno", 5],
    ["1 Tablette täglich", 5],
    ["1 tablet on alternate days", 2.5],
  ])("%s is %d mg a day", (text, mg) => expect(listed(`Prednisone 5 mg ${text}`)?.dosePerDayMg).toBe(mg));
});

it.each([
  ["Repeat", "active"],
  ["Repeat medication", "active"],
  ["Repeat Templates", "active"],
  ["Acute medication", "unknown"],
  ["Past repeats", "stopped"],
  ["Repeat medication requests", "unknown"],
])("a British practice's list %j is %s", (heading, status) =>
  expect(
    facts([
      table(["Drug", "Dosage"], [["Prednisolone 5mg tablets", "One To Be Taken Each Day"]], { headings: [heading] }),
    ]).medications[0],
  ).toMatchObject({ status, dosePerDayMg: 5 }));

it("the dose of an order that is taken differently is not the one taken; a cell may tell what to do", () =>
  expect(
    facts([
      table(
        ["Medication", "Sig", "Status"],
        [
          ["prednisone 5 mg tablet", "Take 2 tablets by mouth daily", "Taking differently"],
          ["raloxifene 60 mg tablet", "Take 1 tablet by mouth daily", "Stop taking"],
          ["letrozole 2.5 mg tablet", "Take 1 tablet by mouth daily", "Continue taking"],
          ["anastrozole 1 mg tablet", "Take 1 tablet by mouth daily", "Start taking"],
        ],
        { headings: ["Medications"] },
      ),
    ]).medications.map(({ status, dosePerDayMg }) => [status, dosePerDayMg]),
  ).toEqual([
    ["unknown", null],
    ["stopped", 60],
    ["active", 2.5],
    ["planned", 1],
  ]));
