import { describe, expect, it } from "vitest";
import {
  actionWord,
  headingStatus,
  hintedStatus,
  lastWordStatus,
  orderedStatus,
  spokenStatus,
  statusWord,
} from "../../src/chart/qualify/medications/status";
import { facts, items, region, row, table } from "./support/page";

/** Words that say whether a drug is taken, and words that only look like them. */
it.each<[string, string | null]>([
  ["", null],
  ["Active", "active"],
  ["A", "active"],
  ["Active | SNOMED-CT 55561003", "active"],
  ["Active | RxNorm 1", "active"],
  ["Completed ⓘ", "stopped"],
  ["On hold", "unknown"],
  ["Hold", "unknown"],
  ["Suspended", "unknown"],
  ["Suspendido", "stopped"],
  ["Hold harmless", null],
  ["Household", null],
  ["Not started", "planned"],
  ["Ordered", "unknown"],
  ["Aborted", "stopped"],
  ["No longer active", "stopped"],
  ["Not yet active", null],
  ["Taking as prescribed", "active"],
  ["Taking differently", null],
  ["Ordered - Not Started", "planned"],
])("the status %j is %s", (text, status) => expect(statusWord(text)).toBe(status));

it.each<[string, string | null]>([
  ["Stop", "stopped"],
  ["Do not stop", null],
  ["New", "planned"],
  ["New Bag", null],
  ["Nothing new", null],
  ["Continue", "active"],
  ["Do not resume", null],
])("the action %s is %s", (text, status) => expect(actionWord(text)).toBe(status));

it.each<[string, string | null]>([
  ["STOP taking these medications", "stopped"],
  ["Stop these medications", "stopped"],
  ["Do not stop these drugs", null],
  ["Start taking these medications", "planned"],
  ["Begin these drugs", "planned"],
  ["Restart these drugs", null],
  ["CONTINUE taking these medications", "active"],
  ["Medications", null],
])("the order %s is %s", (text, status) => expect(orderedStatus(text)).toBe(status));

it.each<[string, string | null]>([
  ["Current medications", "active"],
  ["Medication history, current", null],
  ["Pre admission medications", "unknown"],
  ["Preadmission medications", "unknown"],
  ["PTA medications", "unknown"],
  ["Held medications", "unknown"],
  ["Suspended medications", "unknown"],
  ["Scheduled", "unknown"],
  ["Scheduled medications", "unknown"],
  ["Scheduled infusions", "planned"],
  ["Rejected refills", "unknown"],
  ["Declined orders", "unknown"],
  ["Refused", "unknown"],
  ["Refill requests", "unknown"],
  ["Requested refills", "unknown"],
  ["Unsigned orders", "unknown"],
  ["Awaiting signature", "unknown"],
  ["Active, requested", "active"],
  ["Ordered, not started", "planned"],
  ["Home infusion", null],
  ["Home medications", "active"],
  ["PAUSE taking these medications", "unknown"],
  ["Paused medications", "unknown"],
  ["Pausierte Medikation, aktuell", "unknown"],
  ["ASK your doctor before taking these medications", "unknown"],
])("the title %s says %s", (text, status) => expect(headingStatus(text)).toBe(status));

it.each<[string, string | null]>([
  ["icon on hold", "unknown"],
  ["held", "unknown"],
  ["suspended", "unknown"],
  ["active medication", "active"],
  ["historical", "stopped"],
  ["active inactive", null],
])("the hint %s says %s", (text, status) => expect(hintedStatus(text)).toBe(status));

it.each<[string, string | null]>([
  ["Discontinued in May", "stopped"],
  ["unless it is stopped", null],
  ["not be stopped", null],
  ["not stopped", null],
  ["Taking: no", "stopped"],
  ["Taking: N", "stopped"],
  ["Taking? no", "stopped"],
  ["Taking : no", "stopped"],
  ["Taking: yes", null],
  ["finished in May", "stopped"],
  ["dc'd 4/2024", "stopped"],
  ["DCed in May", "stopped"],
  ["DCIS", null],
  ["to be replaced with Prolia", "unknown"],
  ["patient declines", "unknown"],
  ["refuses", "unknown"],
  ["recommended", "unknown"],
  ["take as recommended", null],
  ["patient advised to take with food", null],
  ["the recommended dose", null],
  ["declining dose as tolerated", null],
  ["has not taken in 3 months", "unknown"],
  ["does not take it", "unknown"],
  ["not taken with food", null],
  ["not covered by insurance", "unknown"],
  ["not yet started", "planned"],
  ["not started", "planned"],
  ["first dose in June", "planned"],
])("an entry says %s: %s", (text, status) => expect(spokenStatus(text)).toBe(status));

it.each<[string, string | null]>([
  ["ONE TABLET DAILY  EXPIRED", "stopped"],
  ["ONE TABLET DAILY EXPIRED ", "stopped"],
  ["ONE TABLET DAILY  HOLD", "unknown"],
  ["ONE TABLET DAILY HOLD ", "unknown"],
  ["one tablet daily?", "unknown"],
  ["Expired coupon, one tablet daily", null],
  ["one tablet daily, has expired coupon", null],
  ["do hold the tablet upright", null],
  ["household", null],
])("%j ends with %s", (text, status) => expect(lastWordStatus(text)).toBe(status));

describe("a dose is read whatever is said behind it", () => {
  const dose = (entry: string) =>
    facts([items([entry], { headings: ["Current medications"] })]).medications.map(({ dosePerDayMg }) => dosePerDayMg);
  it.each([
    "prednisone 5 mg tablet take 2 tablets daily - refills: 3",
    "prednisone 5 mg tablet take 2 tablets daily | qty 30",
    "prednisone 5 mg tablet take 2 tablets daily · refills: 3",
    "prednisone 5 mg tablet take 2 tablets daily • refills: 3",
    "prednisone 5 mg tablet take 2 tablets daily; refills: 3",
    "prednisone 5 mg tablet take 2 tablets daily. Indication: 12 weeks of pain",
    "prednisone 5 mg tablet take 2 tablets daily (last filled 01/02/2026)",
    "prednisone 5 mg tablet take 2 tablets daily (started 01/02/2026)",
    "prednisone 5 mg tablet - dose: 2 tablets daily",
    "prednisone 5 mg tablet - sig: 2 tablets daily",
    "prednisone 5 mg tablet - sig 2 tablets daily",
    "prednisone 5 mg tablet - directions: 2 tablets daily",
    "prednisone 5 mg tablet - direction: 2 tablets daily",
  ])("%s", (entry) => expect(dose(entry)).toEqual([10]));
  it.each([
    "estradiol 0.01 % cream 1 g daily",
    "Zyloprim 100 mcg daily, prednisone 5 mg daily",
    "Zyloprim 1 g daily, prednisone 5 mg daily",
    "prednisone 2.5 mg tablet 1 daily | 10 mg tablet 1 daily",
    "prednisone 500 mcg tab 1 daily | 5 mg tab 1 daily",
    "prednisone 5 mg/m2 daily",
  ])("but not of %s", (entry) => expect(dose(entry)).toEqual([null]));
});

describe("an active order that is not followed", () => {
  const CURRENT = { headings: ["Current Medications"] };
  const statuses = (...regions: Parameters<typeof facts>[0]) => facts(regions).medications.map(({ status }) => status);
  const remarked = (head: string, remark: string) =>
    statuses(
      table(["Medication", "Sig", "Status", head], [["raloxifene 60 mg", "1 daily", "Active", remark]], CURRENT),
    );

  it.each([
    "Never filled",
    "Not started",
    "Not yet started",
    "Patient not taking",
    "Not picked up",
    "Pt has not started",
    "Did not tolerate",
    "Quit taking in May",
    "Self-discontinued",
    "Non-adherent",
    "Stopped by patient",
  ])("a remark: %s", (remark) => expect(remarked("Comment", remark)).toEqual(["unknown"]));

  it.each([
    "Do not start calcium before breakfast",
    "Tolerating well",
    "Filled 02/03/2026",
    "Mother not taking hers",
  ])("but %s", (remark) => expect(remarked("Comment", remark)).toEqual(["active"]));

  it.each([
    "HOLD - raloxifene 60 mg daily",
    "D/C raloxifene 60 mg daily",
    "Stop raloxifene 60 mg daily",
    "Start raloxifene 60 mg daily",
    "Resume raloxifene 60 mg daily",
    "Switch raloxifene 60 mg to Prolia",
    "s/p raloxifene 60 mg daily",
    "? raloxifene 60 mg daily",
  ])("a word before its name: %s", (entry) => expect(statuses(items([entry], CURRENT))[0]).toBe("unknown"));
  it.each(["Continue raloxifene 60 mg daily", "Start: 01/02/2026 raloxifene 60 mg daily"])("but %s", (entry) =>
    expect(statuses(items([entry], CURRENT))).toEqual(["active"]));

  it.each<[string, string, string | null, string]>([
    ["Discontinued By", "Dr. Lind", null, "unknown"],
    ["Stop Reason", "Side effects", null, "unknown"],
    ["Stop Reason", "Side effects", "Active", "unknown"],
    ["Stop Reason", "Side effects", "Inactive", "stopped"],
    ["Reason for discontinuation", "Nausea", null, "unknown"],
    ["Discontinued", "Yes", null, "stopped"],
    ["Discontinued", "No", null, "active"],
    ["Stop Reason", "--", null, "active"],
    ["Stop Reason", "N/A", "Active", "active"],
    ["Discontinued By", "", "Active", "active"],
    ["Reason for taking", "Bones", null, "active"],
    ["Stop date", "indefinite", null, "active"],
  ])("%s: %s, with the status %s: %s", (head, text, said, status) =>
    expect(statuses(table(["Medication", head, "Status"], [["raloxifene 60 mg", text, said ?? ""]], CURRENT))).toEqual([
      status,
    ]));

  it("a dose that was given is complete, and the drug goes on", () => {
    const given = (title: string) =>
      statuses(
        table(["Medication", "Date", "Status"], [["denosumab 60 mg", "03/02/2026", "Completed"]], {
          headings: [title],
        }),
      );
    expect(given("Medications Administered")).toEqual(["unknown"]);
    expect(given("Medication Administrations")).toEqual(["unknown"]);
    expect(given("Medication Orders")).toEqual(["stopped"]);
  });

  it.each(["not filled since 2021", "never started", "non-compliant", "has not started it"])("an entry: %s", (words) =>
    expect(statuses(items([`raloxifene 60 mg daily, ${words}`], CURRENT))).not.toEqual(["active"]));

  it.each<[string, string]>([
    ["✗", "unknown"],
    ["✘", "unknown"],
    ["Unsure", "unknown"],
    ["Sometimes", "unknown"],
    ["✓", "active"],
    ["Yes", "active"],
    ["Differently", "active"],
    ["No", "stopped"],
  ])("taking: %s is %s", (answer, status) =>
    expect(
      statuses(table(["Taking?", "Medication", "Sig"], [[answer, "raloxifene 60 mg", "1 daily"]], CURRENT)),
    ).not.toEqual([status === "active" ? "unknown" : "active"]));

  it.each([
    "reduce by 1 mg every month",
    "slow taper",
    "Weaning down",
    "was increased to 2 tabs",
    "taking it differently",
  ])("the dose is not the one ordered: %s", (remark) => {
    const row = [["prednisone 5 mg", "1 tab daily", remark]];
    expect(facts([table(["Medication", "Sig", "Comments"], row, CURRENT)]).medications).toMatchObject([
      { dosePerDayMg: null, prednisoneMgPerDay: null },
    ]);
  });

  it.each(["with food", "for tapered onset of pain", "reduces swelling", "PMR"])("but is with %s", (remark) => {
    const row = [["prednisone 5 mg", "1 tab daily", remark]];
    expect(facts([table(["Medication", "Sig", "Comments"], row, CURRENT)]).medications).toMatchObject([
      { dosePerDayMg: 5 },
    ]);
  });

  it("an order that ended may have been written again", () => {
    const now = items(["prednisolone 5mg tablets, as directed"], { headings: ["Medications"] });
    const past = items(["prednisolone 5mg tablets"], { headings: ["Past medications"] });
    expect(statuses(now, past)).toEqual(["unknown", "stopped"]);
  });

  it("drugs that are compared are nobody's", () =>
    expect(
      statuses(table(["Drug", "Dose"], [["raloxifene", "60 mg daily"]], { headings: ["Comparison of therapies"] })),
    ).toEqual([]));
});

it("of several drugs in a sentence it is not told which is planned", () =>
  expect(
    facts([
      items(["Currently on: prednisone 5 mg. Previously on: alendronate. Planned: denosumab 60 mg."], {
        headings: ["Medications"],
      }),
    ]).medications,
  ).toMatchObject([{ ingredient: "prednisone", status: "unknown" }]));

describe("drugs that stand beside the patient's own", () => {
  const statuses = (title: string, entry: string) =>
    facts([items([entry], { headings: [title] })]).medications.map(({ status }) => status);

  it.each([
    "Maternal medications",
    "Caregiver medications",
    "Frequently prescribed medications",
    "Recently viewed drugs",
    "Standing orders - medications",
    "Medication protocols",
    "Medications considered",
    "Medication cost lookup",
    "Drug monograph",
    "Clinical trial drug",
    "Treatment options",
  ])("under %s", (title) => expect(statuses(title, "prednisone 5 mg daily")).toEqual([]));

  it.each([
    "Warfarin 5 mg daily (interacts with prednisone 10 mg)",
    "Almagate 500 mg instead of omeprazole 20 mg",
  ])("%s", (entry) => expect(statuses("Current Medications", entry)).toEqual([]));

  it("in a column of interactions", () => {
    const row = [["Warfarin 5 mg", "1 daily", "prednisone 5 mg"]];
    expect(
      facts([table(["Medication", "Dose", "Interactions"], row, { headings: ["Medications"] })]).medications,
    ).toEqual([]);
  });

  it.each<[string, string]>([
    ["Stopped HRT 2019", "unknown"],
    ["Stopped due to reflux", "stopped"],
    ["stopped 03/2024", "stopped"],
    ["discontinued by GI", "stopped"],
    ["Fosamax intolerance (GERD)", "unknown"],
    ["last dose: > 2 years ago", "unknown"],
    ["Taking? Unknown", "unknown"],
    ["for allergic rhinitis", "active"],
  ])("raloxifene, %s: %s", (words, status) =>
    expect(statuses("Current Medications", `raloxifene 60 mg daily, ${words.replace("Fosamax ", "")}`)).toEqual([
      status,
    ]));

  it("a tag of its own in the entry speaks of the entry, whatever comes behind it", () => {
    const entry = "Risedronate 35mg - tablet | Discontinued | DOSE 1 tablet - oral - once a week";
    expect(statuses("Past Medications", entry)).toEqual(["stopped"]);
  });

  it("a question without an answer that can be read", () =>
    expect(
      facts([table(["Medication", "Taking"], [["raloxifene 60 mg", ""]], { headings: ["Current Medications"] })])
        .medications,
    ).toMatchObject([{ status: "unknown" }]));

  it.each([
    ["Taking", "unknown"],
    ["Remarks", "active"],
  ])("nothing under %s, as where a box stands in it without text: %s", (head, status) => {
    const list = region("table", ["Medication", "Sig", head], [row(["raloxifene 60 mg", "1 tablet daily"])], {
      headings: ["Current Medications"],
    });
    expect(facts([list]).medications).toMatchObject([{ status }]);
  });

  it("a number beside a weekly dose is of the pack", () => {
    const dose = (amount: string) =>
      facts([
        table(["Medication", "Amount", "Sig"], [["alendronate 70 mg tab", amount, "weekly"]], {
          headings: ["Medications"],
        }),
      ]).medications[0]?.dosePerDayMg;
    expect([dose("4"), dose("2"), dose("1")]).toEqual([null, null, 10]);
  });
});
