import { describe, expect, it } from "vitest";
import { toldStatus } from "../../src/chart/qualify/medications/status";
import { facts, items, lines, table } from "./support/page";

const current = { headings: ["Current Medications"] };

/** Seen on 2026-11-20. */
describe("a drug that somebody means to stop", () => {
  it.each([
    ["Alendronate 70 mg weekly - pt wishes to stop", "active"],
    ["Alendronate 70 mg weekly, will discuss stopping", "active"],
    ["Alendronate 70 mg weekly - plan to stop next month", "active"],
    ["Alendronate 70 mg weekly; considering stopping", "active"],
    ["Alendronate 70 mg weekly - to be stopped at the next visit", "active"],
    ["Alendronate 70 mg weekly - to be discontinued after 5 years", "active"],
    ["Alendronate 70 mg weekly - may be discontinued", "active"],
    ["Alendronate 70 mg weekly - wants it stopped", "active"],
    ["Alendronate 70 mg weekly - plan to stop 06/15/2027", "active"],
    ["Alendronate 70 mg weekly - will be stopped 05/01/2026", "unknown"],
    ["Alendronate 70 mg weekly - to stop on 01/01/2024", "unknown"],
    ["Alendronate 70 mg weekly, planned to stop 01/15/2024", "unknown"],
    ["Alendronate 70 mg weekly - stop 01/02/2024", "unknown"],
    ["Alendronate 70 mg weekly - discontinue in March 2025", "unknown"],
    ["Alendronate 70 mg weekly - told to stop by her dentist", "unknown"],
    ["Alendronate 70 mg weekly: patient decided to stop", "unknown"],
    ["Alendronate 70 mg weekly - was to be stopped last week", "unknown"],
    ["Alendronate 70 mg weekly; should be stopped", "unknown"],
    ["Alendronate 70 mg weekly, ok to d/c", "unknown"],
    ["Alendronate 70 mg weekly - wished to stop, stopped 01/2024", "stopped"],
    ["Alendronate 70 mg weekly - wants to avoid reflux, stopped", "stopped"],
    ["Alendronate 70 mg weekly, to be reviewed, stopped", "stopped"],
    ["Alendronate 70 mg weekly, would not tolerate and discontinued", "stopped"],
    ["Alendronate 70 mg weekly, plan DXA, discontinued by PCP", "stopped"],
    ["Alendronate 70 mg weekly - do not stop", "active"],
    ["Alendronate 70 mg weekly, must be stopped if hypocalcemia", "active"],
  ])("%s: %s", (text, status) => {
    expect(facts([items([text], current)]).medications).toMatchObject([{ status }]);
  });

  it("is not active where the remark goes on to say that it was stopped", () => {
    const columns = ["Medication", "Sig", "Status", "Comments"];
    const statusFor = (comment: string) =>
      facts([table(columns, [["Raloxifene 60 mg tab", "1 tab daily", "Active", comment]], current)]).medications[0]
        ?.status;
    expect(statusFor("Wishes to stop. Will discuss")).toBe("active");
    expect(statusFor("Wishes to stop; stopped 3 weeks ago")).toBe("unknown");
  });

  it("ended on the day the words give", () => {
    const [drug] = facts([items(["Raloxifene 60 mg daily - stop on March 3, 2027"], current)]).medications;
    expect(drug).toMatchObject({ stop: "2027-03-03", status: "active" });
  });
});

describe("the other name of a drug in a line of its own", () => {
  it.each([
    [["alendronate 70 mg tablet", "Commonly known as: FOSAMAX", "Take 1 tablet by mouth once a week."], 10],
    [["FOSAMAX 70 mg tablet", "Generic name: alendronate", "Take 1 tablet by mouth once a week."], 10],
    [["Brand name: EVISTA", "raloxifene 60 mg daily"], 60],
  ])("%j is one entry", (texts, dosePerDayMg) => {
    const { medications } = facts([lines(texts, { headings: ["Medications"] })]);
    expect(medications).toMatchObject([{ dosePerDayMg }]);
  });

  it("is dropped where another part of the page names the drug, and stands where nothing does", () => {
    const card = [items(["prednisone 5 mg tablet"], current), lines(["Commonly known as: DELTASONE"], current)];
    expect(facts(card).medications).toHaveLength(1);
    expect(facts([lines(["Commonly known as: DELTASONE"], current)]).medications).toMatchObject([
      { ingredient: "prednisone", dosePerDayMg: null },
    ]);
    const another = [items(["prednisone 5 mg tablet"], current), lines(["Commonly known as: EVISTA"], current)];
    expect(facts(another).medications).toHaveLength(2);
  });
});

it.each([
  ["Abgesetzte Medikamente", "stopped"],
  ["Beendete Medikation", "stopped"],
  ["Geplante Medikation", "planned"],
  ["Medicamentos suspendidos", "stopped"],
  ["Traitements arrêtés", "stopped"],
  ["Farmaci sospesi", "stopped"],
  ["Gestopte medicatie", "stopped"],
  ["Aktuelle Medikation", "active"],
])("under %s a drug is %s", (heading, status) => {
  expect(facts([items(["Alendronat 70 mg"], { headings: [heading] })]).medications).toMatchObject([{ status }]);
});

describe("what a patient is told at discharge", () => {
  it.each([
    ["Stop taking", "stopped"],
    ["STOP", "stopped"],
    ["Stop taking this medication", "stopped"],
    ["Discontinue", "stopped"],
    ["Continue taking", "active"],
    ["Start taking", "planned"],
    ["Start", null],
    ["Stop taking after 5 days", null],
    ["Stop taking aspirin", null],
    ["Do not stop taking", null],
    ["Continue taking until seen", null],
    ["1 tab daily", null],
  ])("%j: %s", (text, status) => expect(toldStatus(text)).toBe(status));

  it("is the status of the row, and other words in its column are directions", () => {
    const columns = ["Medication", "Sig", "Discharge instruction"];
    const rows = [
      ["Alendronate 70 mg tab", "1 tab weekly", "Stop taking"],
      ["Raloxifene 60 mg tab", "1 tab daily", "Continue taking"],
      ["Prednisone 10 mg tab", "1 tab daily", "Stop taking after 5 days"],
    ];
    const { medications } = facts([table(columns, rows, { headings: ["Discharge medications"] })]);
    expect(medications).toMatchObject([
      { status: "stopped" },
      { status: "active", dosePerDayMg: 60 },
      { status: "unknown", dosePerDayMg: null },
    ]);
  });
});
