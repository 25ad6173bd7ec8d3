import { describe, expect, it } from "vitest";
import { facts, lines, pairs, region, row, table } from "./support/page";

const IMAGING = { headings: ["Imaging", "DXA"] };

describe("a figure of one fracture is never that of the other (RISK.md 2.3)", () => {
  const figures = (...regions: Parameters<typeof facts>[0]) => facts(regions).frax.map(({ mof, hip }) => [mof, hip]);
  it("in pairs", () => {
    const rows = [
      ["Major osteoporotic fracture probability", "14%"],
      ["Hip fracture probability", "2.9%"],
    ];
    expect(figures(pairs(rows as [string, string][], { headings: ["FRAX"] }))).toEqual([[14, 2.9]]);
  });

  it.each<[string, (number | null)[]]>([
    ["FRAX Major osteoporotic fracture probability: 14% Hip fracture probability: 2.9%", [14, 2.9]],
    ["FRAX MOF score 14% Hip score 2.9%", [14, 2.9]],
    ["FRAX MOF by the calculator 14% Hip by the calculator 2.9%", [null, 2.9]],
  ])("%s", (text, expected) => {
    expect(figures(lines([text], IMAGING))).toEqual([expected]);
  });

  it("in columns", () => {
    const columns = ["Tool", "MOF probability (%)", "Hip probability (%)"];
    expect(figures(table(columns, [["FRAX", "14", "2.9"]], IMAGING))).toEqual([[14, 2.9]]);
  });

  it.each(["FRAX: hip => 3%", "FRAX: hip >= 3%", "FRAX: hip ≥ 3%"])("%s is a bound, no result", (text) => {
    expect(figures(lines([text], IMAGING)).filter(([, hip]) => hip !== null)).toEqual([]);
  });

  it("what is handed out to patients is nobody's result", () => {
    const text = "FRAX: MOF 14%, hip 2.9%";
    expect(figures(lines([text], { headings: ["Patient education", "About FRAX"] }))).toEqual([]);
  });
});

describe("a parent's hip fracture is asked, no other relative's", () => {
  const parent = (text: string) =>
    facts([lines([text], { headings: ["Family history"] })]).parentHipFracture.map(({ value }) => value);
  it.each([
    "Maternal grandmother: hip fracture",
    "Grandmother had a hip fracture",
    "Paternal aunt had a hip fracture",
    "Mother-in-law had a hip fracture",
    "Mother well, her aunt had a hip fracture",
  ])("%s", (text) => expect(parent(text).filter(Boolean)).toEqual([]));

  it("a question with its mark", () => {
    const asked = facts([pairs([["Parental hip fracture?", "Yes"]], { headings: ["Family history"] })]);
    expect(asked.parentHipFracture).toMatchObject([{ value: true }]);
  });
});

describe("a bound keeps its sign, a day its nearness", () => {
  it.each([
    ["=<4", "<="],
    ["=>60", ">="],
    ["<4", "<"],
  ])("%s", (printed, comparator) => {
    const [lab] = facts([table(["Test", "Result", "Units"], [["25-OH Vitamin D", printed, "ng/mL"]])]).labs;
    expect(lab?.result).toMatchObject({ comparator });
  });

  it("a day nearer by that is not understood hides the one farther off", () => {
    const dated = (inner: string) => {
      const headings = ["Collected 12/01/2025", inner];
      return facts([region("table", ["Test", "Result", "Units"], [row(["Calcium", "9.1", "mg/dL"])], { headings })])
        .labs[0]?.date;
    };
    expect(dated("Results 01/05/2026")).not.toBe("2025-12-01");
    expect(dated("Results printed 01/05/2026")).toBe("2025-12-01");
  });
});
