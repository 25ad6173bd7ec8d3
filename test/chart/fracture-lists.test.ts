import { describe, expect, it } from "vitest";
import type { Region } from "../../src/chart/snapshot";
import { facts, items, pairs, table } from "./support/page";

const broken = (one: Region) => facts([one]).fractures.map(({ site, date, trauma }) => [site, date, trauma]);
const entry = (text: string, heading = "Fractures") => broken(items([text, "Osteoporosis"], { headings: [heading] }));

describe("bones under the title of fractures", () => {
  it.each<[string, string, string | null, string | null]>([
    ["Wrist 2018, fall from standing height", "wrist", "2018", "low"],
    ["Rib, 2021", "rib", "2021", null],
    ["2019: left ankle", "ankle", "2019", null],
    ["Spine: Yes (2019)", "vertebra", "2019", null],
    ["Hip: Yes", "hip", null, null],
    ["Left wrist (03/2018)", "wrist", "2018-03", null],
  ])("%s", (text, site, date, trauma) => {
    for (const heading of ["Fractures", "Previous fractures", "Fracture history", "History of fractures"])
      expect(entry(text, heading)).toEqual([[site, date, trauma]]);
  });

  it.each([
    "Hip: No",
    "Hip: Unknown",
    "Hip:",
    "Hip",
    "Rib: -",
    "None",
    "Hip replacement 2019",
    "Spine X-ray 2019",
    "Wrist DXA 2020",
    "Hip T-score -2.5 (2019)",
    "Mother: hip 2019",
    "Hip 2001 (mother)",
    "Hip 2001 (ruled out)",
    "Wrist 2011?",
    "Hip 2011 or 2012",
    "Clinic visit 2019",
  ])("%s is none", (text) => expect(entry(text)).toEqual([]));

  it.each([
    "Fracture risk",
    "Fracture prevention",
    "Fracture clinic",
    "Imaging",
    "Surgeries",
  ])("not under %s", (heading) => expect(entry("Wrist 2018", heading)).toEqual([]));

  it("not in a family history", () =>
    expect(broken(items(["Hip 2001", "Wrist 2003"], { headings: ["Family history", "Fractures"] }))).toEqual([]));

  it("in a table, whose other days are none of the break", () => {
    const under = { headings: ["Fracture history"] };
    expect(
      broken(
        table(
          ["Site", "Year", "Cause"],
          [
            ["Wrist", "2018", "Fall from standing height"],
            ["Left hip", "2020", "MVA"],
          ],
          under,
        ),
      ),
    ).toEqual([
      ["wrist", "2018", "low"],
      ["hip", "2020", "high"],
    ]);
    expect(broken(table(["Site", "Last assessed"], [["Hip", "02/11/2026"]], under))).toEqual([]);
    expect(broken(table(["Relation", "Site", "Year"], [["Self", "Wrist", "2001"]], under))).toEqual([]);
    expect(broken(table(["Site", "Year", "Result"], [["Wrist", "2018", "No"]], under))).toEqual([]);
    expect(
      broken(
        pairs(
          [
            ["Hip", "No"],
            ["Wrist", "Yes"],
            ["Spine", "Unknown"],
          ],
          under,
        ),
      ),
    ).toEqual([["wrist", null, null]]);
  });

  it("tells that there were fractures", () =>
    expect(facts([items(["Wrist 2018", "Rib 2019"], { headings: ["Fractures"] })]).fractureHistory).toMatchObject([
      { value: "documented" },
      { value: "documented" },
    ]));
});
