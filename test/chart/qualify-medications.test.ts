import { describe, expect, it } from "vitest";
import { facts, items, lines, pairs, region, row, table } from "./support/page";

const meds = (...args: Parameters<typeof facts>) => facts(...args).medications;
const one = (...args: Parameters<typeof facts>) => meds(...args)[0];
const ORDERS = { headings: ["Medications"] };

describe("status", () => {
  it.each([
    ["Active", "active"],
    ["Inactive", "stopped"],
    ["Discontinued", "stopped"],
    ["Completed", "stopped"],
    ["Planned", "planned"],
    ["On hold", "unknown"],
  ])("a status column that says %s", (said, status) => {
    expect(one([table(["Medication", "Status"], [["Fosamax 70 mg tablet", said]])])?.status).toBe(status);
  });

  it("takes yes and no under a question", () => {
    const columns = ["Ordered medication", "Current medication?"];
    expect(one([table(columns, [["Fosamax 70 mg tablet", "No"]])])?.status).toBe("stopped");
    expect(one([table(columns, [["Fosamax 70 mg tablet", "Yes"]])])?.status).toBe("active");
  });

  it.each([
    ["Active medications", "active"],
    ["Current Medications (continue as prescribed)", "active"],
    ["Past Medications on file", "stopped"],
    ["Discontinued", "stopped"],
    ["Upcoming Medications", "planned"],
    ["Ordered, not started", "planned"],
    ["STOP taking these medications", "stopped"],
    ["START taking these medications", "planned"],
    ["CONTINUE taking these medications", "active"],
    ["CHANGE how you take these medications", "unknown"],
    ["Medications", "unknown"],
    ["Medication history", "unknown"],
  ])("a list under %s", (heading, status) => {
    expect(one([items(["Evista 60 mg tablet"], { headings: ["Medications", heading] })])?.status).toBe(status);
  });

  it("a sentence about a drug is no entry", () => {
    const text = [
      "Patient reports that her husband takes denosumab.",
      "She declined teriparatide.",
      "Prednisone 5 mg daily",
    ];
    expect(meds([lines(text, { headings: ["Current medications"] })]).map(({ ingredient }) => ingredient)).toEqual([
      "prednisone",
    ]);
  });

  it("what the page strikes out is no longer taken", () => {
    const struck = region("table", ["Medication", "Dose"], [row(["Fosamax 70 mg", "weekly"], null, "line through")], {
      headings: ["Current medications"],
    });
    expect(one([struck])?.status).toBe("stopped");
  });

  it("a date under a head that is none of a start is no start", () => {
    const columns = ["Medication", "Directions", "Last filled"];
    expect(one([table(columns, [["Actonel 35 mg", "1 tab weekly", "10/01/2026"]], ORDERS)])).toMatchObject({
      start: null,
      stop: null,
      dosePerDayMg: 5,
    });
  });

  it.each([
    [
      "over the drugs below",
      ["Active", "Fosamax 70 mg tablet", "Stopped", "Evista 60 mg tablet"],
      ["active", "stopped"],
    ],
    ["behind each drug", ["Fosamax 70 mg tablet", "ACTIVE", "Evista 60 mg tablet", "EXPIRED"], ["active", "stopped"]],
    ["after some of them", ["Fosamax 70 mg tablet", "Evista 60 mg tablet", "EXPIRED"], ["unknown", "unknown"]],
  ])("a status alone on a line of text, %s", (_, text, statuses) => {
    expect(meds([lines(text, { headings: ["Active Medications"] })]).map(({ status }) => status)).toEqual(statuses);
  });

  it("takes a sub-heading that stands as a row of its own", () => {
    const list = region(
      "table",
      ["Name", "SIG"],
      [row(["Active"]), row(["Evista 60 mg tablet", ""]), row(["Expired"]), row(["Fosamax 70 mg tablet", ""])],
      ORDERS,
    );
    expect(meds([list]).map(({ ingredient, status }) => [ingredient, status])).toEqual([
      ["raloxifene", "active"],
      ["alendronate", "stopped"],
    ]);
  });

  it("believes neither an active entry nor the list of past drugs it stands in", () => {
    expect(
      one([table(["Medication", "Status"], [["Evista 60 mg tablet", "Active"]], { headings: ["Past medications"] })])
        ?.status,
    ).toBe("unknown");
  });

  it("takes an end that has passed as stopped, and a start to come as planned", () => {
    const columns = ["Medication", "Start date", "Stop date"];
    expect(one([table(columns, [["Evista 60 mg tablet", "01/02/2024", "06/30/2025"]])])).toMatchObject({
      status: "stopped",
      stop: "2025-06-30",
    });
    expect(one([table(columns, [["Reclast 5 mg/100 mL", "12/14/2026", ""]])])).toMatchObject({
      status: "planned",
      start: "2026-12-14",
    });
    expect(one([table(columns, [["Evista 60 mg tablet", "01/02/2024", "06/30/2027"]])])?.status).toBe("unknown");
  });

  it.each([
    ["Evista 60 mg tablet daily, starting 6/22/2025", "06/22/2025", "active"],
    ["Evista 60 mg tablet daily (not yet started)", "06/22/2025", "planned"],
    ["Evista 60 mg tablet daily - planned", "06/22/2025", "planned"],
  ])("%s, dated in the past: %s is %s", (entry, date, status) => {
    const list = table(["Medication", "Start date"], [[entry, date]], { headings: ["Active medications"] });
    expect(one([list])?.status).toBe(status);
  });

  it("hears the entry itself", () => {
    expect(
      one([items(["Fosamax 70 mg tablet — 1 tablet by mouth weekly (stopped 01/10/2024)"], ORDERS)]),
    ).toMatchObject({ status: "stopped", stop: "2024-01-10" });
    expect(
      one([region("list", [], [row(["Actonel 35 mg tablet"], null, "historical medication")], ORDERS)])?.status,
    ).toBe("stopped");
  });
});

describe("what is no medication list", () => {
  it.each([
    "Allergies",
    "Immunizations",
    "Plan of care",
    "Patient education",
    "Family history",
    "Problems",
    "Procedures",
    "Medication allergies",
  ])("%s", (heading) => {
    expect(meds([items(["alendronate — hives"], { headings: ["Chart", heading] })])).toEqual([]);
  });

  it("prose about drugs", () => {
    expect(meds([lines(["Consider alendronate 70 mg weekly if the T-score falls."])])).toEqual([]);
  });

  it("gives allergies as allergies", () => {
    expect(facts([items(["risedronate — rash"], { headings: ["Allergies"] })]).allergies).toMatchObject([
      { ingredient: "risedronate" },
    ]);
  });
});

describe("dose", () => {
  it("needs how much, how often and of what strength", () => {
    const columns = ["Drug", "Instructions", "Route", "Status"];
    const dose = (drug: string, sig: string) =>
      one([table(columns, [[drug, sig, "Oral", "Active"]])])?.dosePerDayMg ?? null;
    expect(dose("prednisone 5 mg tablet", "2 tablets twice daily")).toBe(20);
    expect(dose("prednisone 5 mg tablet", "twice daily")).toBeNull();
    expect(dose("prednisone tablet", "2 tablets twice daily")).toBeNull();
    expect(dose("prednisone 5 mg tablet", "1-2 tablets daily")).toBeNull();
    expect(dose("methylPREDNISolone 4 mg dose pack", "Taper as directed over 6 days")).toBeNull();
  });

  it("joins the columns of dose and frequency", () => {
    const columns = ["Medication", "Dose", "Frequency", "Route"];
    expect(one([table(columns, [["prednisone 5 mg tablet", "7.5 mg", "daily", "oral"]])])).toMatchObject({
      dosePerDayMg: 7.5,
      prednisoneMgPerDay: 7.5,
    });
  });

  it("takes the strength for the dose only where both stand in one run of words", () => {
    expect(one([items(["Actonel 35 mg tablet weekly"], ORDERS)])?.dosePerDayMg).toBe(5);
  });

  it("gives a prednisone equivalent to systemic steroids only", () => {
    const columns = ["Drug", "Sig", "Route"];
    const equivalent = (...cells: string[]) => one([table(columns, [cells])])?.prednisoneMgPerDay ?? null;
    expect(equivalent("dexAMETHasone 1.5 mg tablet", "1 tablet daily", "oral")).toBeCloseTo(10, 9);
    expect(equivalent("methylPREDNISolone 4 mg tablet", "2 tablets daily", "oral")).toBeCloseTo(10, 9);
    expect(equivalent("budesonide 180 mcg inhaler", "2 puffs twice daily", "inhaled")).toBeNull();
    expect(equivalent("prednisolone 1 % eye drops", "1 drop QID", "ophthalmic")).toBeNull();
  });

  it("reads as needed, and then no dose", () => {
    expect(one([pairs([["omeprazole 20 mg capsule", "1 capsule BID as needed"]], ORDERS)])).toMatchObject({
      asNeeded: true,
      dosePerDayMg: null,
    });
  });

  it("takes directions in the row below, when that row has no drug of its own", () => {
    const list = (rowCount?: number) =>
      table([], [["predniSONE 10 MG Oral Tablet", "01/08/2026"], ["Take one tablet twice a day by mouth."]], {
        ...ORDERS,
        ...(rowCount ? { rowCount } : {}),
      });
    expect(one([list()])?.dosePerDayMg).toBe(20);
    expect(one([list(300)])?.dosePerDayMg).toBeNull();
  });
});

describe("entries", () => {
  it("keeps codes out of the label and reads RxNorm", () => {
    expect(one([table(["Medication"], [["Cortef 10 mg tablet [RxNorm: 5492]"]])])).toMatchObject({
      label: "Cortef 10 mg tablet",
      rxnorm: "5492",
      ingredient: "hydrocortisone",
    });
  });

  it("reads when the last dose was given", () => {
    expect(
      one([
        items(
          ["denosumab-bbdz 60 mg/mL syringe — inject 60 mg under the skin every 6 months (last given 04/15/2026)"],
          ORDERS,
        ),
      ]),
    ).toMatchObject({
      ingredient: "denosumab",
      route: "sc",
      lastGiven: "2026-04-15",
      dosePerDayMg: null,
    });
  });

  it("does not believe a route the drug cannot have", () => {
    expect(one([table(["Medication", "Route"], [["Prolia 60 mg/mL", "Oral"]])])?.route).toBeNull();
  });

  it("joins one order shown in two lists, and keeps two orders of one list", () => {
    const columns = ["Medication", "Sig", "Status"];
    const twice = meds([
      table(columns, [["Fosamax 70 mg tablet", "1 tablet weekly", "Active"]]),
      items(["Fosamax 70 mg tablet"], { headings: ["Medications"] }),
    ]);
    expect(twice).toHaveLength(1);
    expect(twice[0]).toMatchObject({ status: "active", dosePerDayMg: 10 });
    const two = meds([
      table(columns, [
        ["prednisone 5 mg tablet", "1 tablet every morning", "Active"],
        ["prednisone 5 mg tablet", "2 tablets weekly", "Active"],
      ]),
    ]);
    expect(two).toHaveLength(2);
  });

  it("reads an order that stands whole in a column of details", () => {
    const list = table(
      ["Start date", "Details"],
      [
        [
          "04-May-2026",
          "Prednisone 10mg — 10mg — tablet | DOSE 1 tablet — oral — once daily — for 90 days — REFILLS 3 | INDICATION Rheumatoid arthritis — QUANTITY 30 Tablet",
        ],
      ],
      { headings: ["Active Medications"] },
    );
    expect(one([list])).toMatchObject({
      label: "Prednisone 10mg - 10mg - tablet",
      status: "active",
      route: "oral",
      dosePerDayMg: 10,
      prednisoneMgPerDay: 10,
      start: "2026-05-04",
    });
  });

  it("says that a bone drug is about to start", () => {
    expect(
      facts([items(["Reclast 5 mg/100 mL IV infusion"], { headings: ["Upcoming medications"] })]).plannedBoneDrug,
    ).toMatchObject([{ value: true }]);
    expect(
      facts([items(["Reclast 5 mg/100 mL IV infusion"], { headings: ["Active medications"] })]).plannedBoneDrug,
    ).toEqual([]);
  });
});
