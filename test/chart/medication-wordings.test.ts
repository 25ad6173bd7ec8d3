import { describe, expect, it } from "vitest";
import {
  headingStatus,
  hintedStatus,
  saysNotYet,
  spokenStatus,
  statusWord,
} from "../../src/chart/qualify/medications/status";
import { facts, items, lines, region, row, table } from "./support/page";

const ORDERS = { headings: ["Medications"] };
const meds = (...args: Parameters<typeof facts>) => facts(...args).medications;
const one = (...args: Parameters<typeof facts>) => meds(...args)[0];
const listed = (text: string) => one([items([text], ORDERS)]);

describe("words of a status", () => {
  it.each<[string, string | null]>([
    ["Active", "active"],
    ["A", "active"],
    ["Taking", "active"],
    ["Currently taking", "active"],
    ["Active order", "active"],
    ["Status: active", "active"],
    ["Home medications", "active"],
    ["Laufend", "active"],
    ["Stopped", "stopped"],
    ["Not taking", "stopped"],
    ["No longer taking", "stopped"],
    ["D/C'd", "stopped"],
    ["Cancelled", "stopped"],
    ["Expired prescriptions", "stopped"],
    ["Completed ⓘ", "stopped"],
    ["Abgesetzt", "stopped"],
    ["Planned", "planned"],
    ["Ordered, not started", "planned"],
    ["Not yet started", "planned"],
    ["To be started", "planned"],
    ["On hold", "unknown"],
    ["Held", "unknown"],
    ["Unknown", "unknown"],
    ["Active ingredient", null],
    ["Not active", null],
    ["Stopped yesterday", null],
    ["", null],
  ])("%j: %s", (text, status) => {
    expect(statusWord(text)).toBe(status);
  });

  it.each<[string, string | null]>([
    ["Stop taking", "stopped"],
    ["Do not take", "stopped"],
    ["Quit using these", "stopped"],
    ["Discontinue these medications", "stopped"],
    ["Stop medications", "stopped"],
    ["Start taking", "planned"],
    ["Begin using", "planned"],
    ["Start these medications", "planned"],
    ["Begin drugs", "planned"],
    ["Continue taking", "active"],
    ["Continue using", "active"],
    ["Past medications", "stopped"],
    ["Current medications", "active"],
    ["Current medications (continue as prescribed)", "active"],
    ["Upcoming medications", "planned"],
    ["Active, not yet started", "planned"],
    ["Ordered and planned, current", "planned"],
    ["Current and past medications", null],
    ["Active and pending orders", null],
    ["Medication history, past", null],
    ["Medication reconciliation: active", null],
    ["Active allergies", null],
    [`Active ${"very ".repeat(16)}`, null],
    ["Medications", null],
  ])("a heading %j: %s", (text, status) => {
    expect(headingStatus(text)).toBe(status);
  });

  it.each<[string, string | null]>([
    ["active medication", "active"],
    ["current-med", "active"],
    ["historical-medication", "stopped"],
    ["medInactive", null],
    ["inactive", "stopped"],
    ["line through", "stopped"],
    ["active past", null],
    ["activex", null],
    ["", null],
  ])("class words %j: %s", (hints, status) => {
    expect(hintedStatus(hints)).toBe(status);
  });

  it.each<[string, string | null]>([
    ["Fosamax 70 mg, discontinued", "stopped"],
    ["Fosamax 70 mg, no longer using", "stopped"],
    ["Fosamax, patient is not currently taking it", "stopped"],
    ["Fosamax, not taking", "stopped"],
    ["Fosamax was stopped in March", "stopped"],
    ["Take until stopped by your doctor", null],
    ["If bleeding occurs it must be stopped", null],
    ["Must not be stopped", null],
    ["Should not be discontinued", null],
    ["Fosamax, not yet started", "planned"],
    ["Prolia, first dose 12/01/2026", "planned"],
    ["Prolia to start in December", "planned"],
    ["Prolia, starting in December", "planned"],
    ["Prolia will start soon", "planned"],
    ["Prolia planned", "planned"],
    ["Fosamax 70 mg weekly", null],
  ])("%j says %s", (text, status) => {
    expect(spokenStatus(text)).toBe(status);
  });

  it("that it is not taken yet", () => {
    expect(["not yet started", "not started", "planned", "starting", "started"].map(saysNotYet)).toEqual([
      true,
      true,
      true,
      false,
      false,
    ]);
  });
});

describe("the columns of an order", () => {
  const order = (columns: string[], ...cells: string[]) => one([table(columns, [cells], ORDERS)]);

  it.each<[string, string, object]>([
    ["Start date", "01/12/2026", { start: "2026-01-12", stop: null }],
    ["Started", "01/2026", { start: "2026-01" }],
    ["Since", "2026", { start: null }],
    ["End date", "01/12/2026", { stop: "2026-01-12", start: null }],
    ["Last given", "01/12/2026", { lastGiven: "2026-01-12", start: null }],
    ["Dates", "01/12/2024 - 03/12/2026", { start: "2024-01-12", stop: "2026-03-12" }],
    ["Effective dates", "01/12/2026", { start: "2026-01-12", stop: null }],
    ["Dates", "01/12/2024 - 03/12/2026 - 04/12/2026", { start: null, stop: null }],
    ["RxNorm", "904431", { rxnorm: "904431" }],
    ["RxNorm code", "904431", { rxnorm: "904431" }],
    ["RxNorm", "904431 x", { rxnorm: null }],
    ["Code", "904431", { rxnorm: null }],
    ["NDC", "904431", { rxnorm: null }],
    ["Comment", "01/12/2026", { start: null, stop: null }],
    ["Prescriber", "Active", { status: "unknown" }],
    ["Active", "Yes", { status: "active" }],
    ["Active", "Y", { status: "active" }],
    ["Active", "No", { status: "stopped" }],
    ["Active", "N", { status: "stopped" }],
    ["Status", "Yes", { status: "unknown" }],
    ["Route", "Oral", { route: "oral" }],
    ["Foo", "Active", { status: "active" }],
    ["Foo", "01/12/2026", { start: null }],
  ])("%s: %s", (head, cell, expected) => {
    expect(order(["Medication", head], "Fosamax 70 mg tablet", cell)).toMatchObject(expected);
  });

  it.each<[string[], object]>([
    [["Fosamax 70 mg tablet", "01/12/2026"], { start: "2026-01-12" }],
    [["Fosamax 70 mg tablet", "01/12/2024 - 03/12/2026"], { start: "2024-01-12", stop: "2026-03-12" }],
    [["Fosamax 70 mg tablet", "01/12/2026", "02/12/2026"], { start: null, stop: null }],
    [["Fosamax 70 mg tablet", "Stopped 01/12/2026"], { stop: "2026-01-12", status: "stopped" }],
    [["Fosamax 70 mg tablet", "d/c 01/12/2026"], { stop: "2026-01-12" }],
    [["Prolia 60 mg", "Last dose given 01/12/2026"], { lastGiven: "2026-01-12" }],
    [["Prolia 60 mg", "last injection was received 01/12/2026"], { lastGiven: "2026-01-12" }],
    [["Prolia 60 mg", "Last administered: 01/12/2026"], { lastGiven: "2026-01-12" }],
    [["Fosamax 70 mg tablet", "RxNorm: 904431"], { rxnorm: "904431" }],
    [["Fosamax 70 mg tablet", "RxCUI 904431"], { rxnorm: "904431" }],
    [["Fosamax 70 mg tablet", "RxNorm", "904431"], { rxnorm: "904431" }],
    [["Fosamax 70 mg tablet", "904431"], { rxnorm: null }],
    [["Fosamax 70 mg tablet", "Active"], { status: "active" }],
  ])("without heads: %j", (cells, expected) => {
    expect(order([], ...cells)).toMatchObject(expected);
  });

  it.each<[string, string]>([
    ["Fosamax 70 mg tablet (RxNorm: 904431)", "Fosamax 70 mg tablet"],
    ["Fosamax 70 mg tablet [NDC 0006-0031]", "Fosamax 70 mg tablet"],
    ["Fosamax 70 mg tablet [904431]", "Fosamax 70 mg tablet"],
    ["Fosamax 70 mg tablet, take 1 weekly", "Fosamax 70 mg tablet"],
    ["Fosamax", "Fosamax"],
  ])("the label of %s", (text, label) => {
    expect(listed(text)?.label).toBe(label);
  });
});

describe("how much a day", () => {
  const order = (columns: string[], ...cells: string[]) => one([table(columns, [cells], ORDERS)])?.dosePerDayMg;
  it.each<[string[], string[], number | null]>([
    [["Medication", "Sig"], ["Prednisone 5 mg tablet", "Take 2 tablets daily"], 10],
    [["Medication", "Sig"], ["Prednisone 5 mg tablet", "Take daily"], null],
    [["Medication", "Dose", "Sig"], ["Prednisone 5 mg tablet", "2 tablets", "daily"], 10],
    [["Medication", "Dose", "Frequency"], ["Prednisone 5 mg tablet", "10 mg", "daily"], 10],
    [["Medication", "Dose", "Frequency"], ["Prednisone 5 mg tablet", "one tablet", "twice daily"], 10],
    [["Medication", "Dose", "Frequency"], ["Prednisone 5 mg tablet", "as told", "daily"], null],
    [["Medication", "Strength", "Sig"], ["Prednisone tablet", "5 mg", "Take 2 tablets daily"], 10],
    [["Medication"], ["Prednisone 5 mg tablet - take 2 tablets daily"], 10],
    [["Medication"], ["Prednisone 5 mg tablet - take 2 tablets daily - refills 3"], 10],
    [["Medication"], ["Prednisone 5 mg tablet - take 2 tablets daily; quantity 60"], 10],
    [["Medication"], ["Prednisone 5 mg tablet"], null],
    [["Medication", "Sig", "Prescriber"], ["Prednisone 5 mg tablet", "Take 2 tablets daily", "Dr Abara 3"], 10],
  ])("%j %j: %s", (columns, cells, mg) => {
    expect(order(columns, ...cells)).toBe(mg);
  });

  it("as needed is no dose a day", () => {
    expect(listed("Prednisone 5 mg tablet - take 1 tablet daily as needed")).toMatchObject({
      asNeeded: true,
      prednisoneMgPerDay: null,
    });
  });

  it.each<[string, boolean | null]>([
    ["Hydrocortisone 10 mg tablet - for adrenal insufficiency", true],
    ["Hydrocortisone 10 mg tablet - Addison disease", true],
    ["Hydrocortisone 10 mg tablet - replacement therapy", true],
    ["Hydrocortisone 10 mg tablet - physiologic dose", true],
    ["Hydrocortisone 10 mg tablet - physiological replacement", true],
    ["Hydrocortisone 10 mg tablet - for asthma", null],
  ])("%s: replacement %s", (text, replacement) => {
    expect(listed(text)?.replacement).toBe(replacement);
  });
});

describe("what says that a drug is taken, and what contradicts it", () => {
  const of = (headings: string[], text: string, more: { group?: string; hints?: string } = {}) =>
    one([region("list", [], [row([text], more.group ?? null, more.hints ?? "")], { headings })])?.status;

  it.each<[string, Parameters<typeof of>, string]>([
    ["the heading", [["Medications", "Active medications"], "Evista 60 mg"], "active"],
    ["the inner heading", [["Active medications", "Discontinued"], "Evista 60 mg"], "stopped"],
    ["the group before the heading", [["Active medications"], "Evista 60 mg", { group: "Past" }], "stopped"],
    ["the inner group", [["Medications"], "Evista 60 mg", { group: "Active / Past" }], "stopped"],
    ["the entry before the heading", [["Active medications"], "Evista 60 mg, discontinued"], "stopped"],
    ["a class word", [["Medications"], "Evista 60 mg", { hints: "active" }], "active"],
    ["a class word, stopped", [["Active medications"], "Evista 60 mg", { hints: "inactive" }], "stopped"],
    ["active in a list of past drugs", [["Past medications"], "Evista 60 mg", { hints: "active" }], "unknown"],
    ["what it says before its class", [["Medications"], "Evista 60 mg, discontinued", { hints: "active" }], "stopped"],
    ["a plan", [["Medications"], "Evista 60 mg, to start in December"], "planned"],
    ["nothing", [["Medications"], "Evista 60 mg"], "unknown"],
  ])("%s", (_, entry, expected) => {
    expect(of(...entry)).toBe(expected);
  });

  it.each<[string, string, string]>([
    ["01/12/2027", "", "planned"],
    ["11/20/2026", "", "unknown"],
    ["11/21/2026", "", "planned"],
    ["12/2026", "", "unknown"],
    ["01/12/2024", "11/19/2026", "stopped"],
    ["01/12/2024", "11/20/2026", "unknown"],
    ["01/12/2024", "10/2026", "unknown"],
  ])("from %s to %j on 20 November 2026: %s", (start, stop, status) => {
    expect(one([table(["Medication", "Start", "Stop"], [["Evista 60 mg", start, stop]])])?.status).toBe(status);
  });
});

describe("what is an entry of a list", () => {
  it.each<[string, string[]]>([
    ["Take Evista 60 mg", []],
    ["He takes Evista 60 mg", []],
    ["Husband: Evista 60 mg", []],
    ["Consider Evista 60 mg", []],
    ["Discussed Evista 60 mg", []],
    ["Declined Evista 60 mg", []],
    ["Refused Evista", []],
    ["If needed Evista", []],
    ["Avoid Evista", []],
    ["No Evista", []],
    ["Never Evista", []],
    ["Recommended Evista", []],
    ["Would start Evista", []],
    ["At the last visit we spoke of Evista", []],
    ["Evista 60 mg daily", ["raloxifene"]],
    ["Continue Evista 60 mg daily", ["raloxifene"]],
  ])("in running text: %s", (text, drugs) => {
    expect(meds([lines([text], ORDERS)]).map(({ ingredient }) => ingredient)).toEqual(drugs);
  });

  it.each<[string[], number]>([
    [["Medications"], 1],
    [["Notes"], 0],
    [["Allergies"], 0],
    [["Problems"], 0],
    [["Plan"], 0],
    [[], 0],
  ])("under %j: %s", (headings, count) => {
    expect(meds([items(["Evista 60 mg tablet"], { headings })])).toHaveLength(count);
  });

  it("a head that speaks of drugs makes a list of a table, save under other headings", () => {
    const under = (...headings: string[]) =>
      meds([table(["Medication", "Sig"], [["Evista 60 mg tablet", "daily"]], { headings })]).length;
    expect([under(), under("Notes"), under("Lab results"), under("Allergies"), under("Problems")]).toEqual([
      1, 1, 1, 0, 0,
    ]);
    expect(meds([table(["Item", "Sig"], [["Evista 60 mg tablet", "daily"]])])).toEqual([]);
  });

  it("directions in the row below", () => {
    const below = (text: string, more: { rowCount?: number } = {}) =>
      one([table([], [["Prednisone 5 mg tablet"], [text]], { ...ORDERS, ...more })])?.dosePerDayMg;
    expect(below("Take 2 tablets daily")).toBe(10);
    expect(below("Take 2 tablets daily", { rowCount: 9 })).toBeNull();
    expect(below("Daily 2 tablets")).toBeNull();
    const [drug, sig] = [row(["Prednisone 5 mg tablet"]), row(["2 tablets daily"], null, "sig-text")];
    expect(one([region("list", [], [drug, sig], ORDERS)])?.dosePerDayMg).toBe(10);
  });

  it("several drugs in one cell are each their own", () => {
    const both = meds([table([], [["Evista 60 mg tablet daily | Fosamax 70 mg tablet weekly", "RxNorm: 1"]], ORDERS)]);
    expect(both.map(({ ingredient, rxnorm }) => [ingredient, rxnorm])).toEqual([
      ["raloxifene", null],
      ["alendronate", null],
    ]);
    expect(meds([items(["Evista 60 mg tablet | Take 1 daily with Fosamax"], ORDERS)])).toHaveLength(1);
  });
});
