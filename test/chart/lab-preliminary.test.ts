import { describe, expect, it } from "vitest";
import { facts, items, region, row, table } from "./support/page";

type Regions = Parameters<typeof facts>[0];
const read = (...regions: Regions) =>
  facts(regions).labs.map(({ result, status }) => [result.kind === "number" ? result.value : null, status]);
const under = (heading: string, status = "") =>
  read(table(["Test", "Result", "Status"], [["Calcium", "9.6 mg/dL", status]], { headings: ["Results", heading] }));

describe("a number that is not final is shown, and the final one is waited for", () => {
  it.each([
    "PRELIMINARY REPORT",
    "*** Preliminary lab results ***",
    "Report status: preliminary",
    "CMP (prelim)",
    "Interim report",
    "Unverified results",
    "Vorläufiger Befund",
    "Résultats provisoires",
    "Referto provvisorio / Preliminary",
  ])("below %s", (heading) => expect(under(heading)).toEqual([[9.6, "pending"]]));
  it.each([
    "Preliminary diagnosis",
    "Show preliminary results",
    "Preliminary or final results",
    "No preliminary results",
    "Comprehensive metabolic panel",
    `Results are preliminary reports until a pathologist has signed them, which is usually done within days`,
  ])("not below %s", (heading) => expect(under(heading)).toEqual([[9.6, null]]));
  it.each(["Preliminary", "PRELIM", "Preliminary result", "Interim report", "Unverified"])("in its row: %s", (status) =>
    expect(under("CMP", status)).toEqual([[9.6, "pending"]]));
  it.each(["P", "p", "R", "S", "I"])("by the letter %s in a column of statuses", (letter) =>
    expect(under("CMP", letter)).toEqual([[9.6, "pending"]]));
  it.each(["D", "W", "X"])("no result at all by the letter %s", (letter) => expect(under("CMP", letter)).toEqual([]));
  it("but not by another letter, or in another column", () => {
    expect(["F", "C", "A"].map((letter) => under("CMP", letter)[0]?.[1])).toEqual(["final", "corrected", null]);
    const flagged = (letter: string) =>
      read(table(["Test", "Result", "Dept"], [["Calcium", "9.6 mg/dL", letter]], { headings: ["Results"] }));
    expect(["P", "W"].map(flagged)).toEqual([[[9.6, null]], [[9.6, null]]]);
  });
  it("the status of the row comes first", () => expect(under("PRELIMINARY REPORT", "Final")).toEqual([[9.6, "final"]]));
  it("in a line or a title between the rows", () => {
    const list = items(["Calcium 9.6 mg/dL"], { headings: ["Results"], says: ["PRELIMINARY RESULTS"] });
    expect(read(list)).toEqual([[9.6, "pending"]]);
    const rows = [row(["Calcium", "9.6 mg/dL"], "CMP - preliminary"), row(["TSH", "2.1 mIU/L"], "Thyroid")];
    expect(read(region("table", ["Test", "Result"], rows, { headings: ["Results"] }))).toEqual([
      [9.6, "pending"],
      [2.1, null],
    ]);
  });
});
