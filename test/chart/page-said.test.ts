import { describe, expect, it } from "vitest";
import { answerIn, evidenceOf, pageOf, sayingOf } from "../../src/chart/qualify/page";
import { sectionOf, sectionOfRegion, sectionOfRow } from "../../src/chart/qualify/sections";
import type { BannerPiece, Region, Row } from "../../src/chart/snapshot";
import { banner, items, pairs, region, row, SEEN_AT, snapshot, table } from "./support/page";

const seen = (pieces: BannerPiece[]) => pageOf(snapshot([], { banner: pieces }), 0, SEEN_AT);

describe("the day of the examination in the head of a report", () => {
  it.each<[string, (string | [string, string])[], string | null]>([
    ["under its label", [["Exam date", "09/17/2026"]], "2026-09-17"],
    ["examination", [["Examination date", "09/17/2026"]], "2026-09-17"],
    ["scan", [["Scan date", "09/17/2026"]], "2026-09-17"],
    ["collected", [["Collected date", "09/17/2026"]], "2026-09-17"],
    ["date of study", [["Date of study", "09/17/2026"]], "2026-09-17"],
    ["performed", [["Performed", "09/17/2026"]], "2026-09-17"],
    ["a word alone", [["Scan", "09/17/2026"]], "2026-09-17"],
    ["in one piece", ["Exam date: 09/17/2026"], "2026-09-17"],
    ["in the piece before", ["Exam date", "09/17/2026"], "2026-09-17"],
    ["twice the same", ["Exam date 09/17/2026", ["Scan date", "09/17/2026"]], "2026-09-17"],
    ["two of them", ["Exam date 09/17/2026", ["Scan date", "09/18/2026"]], null],
    ["behind another piece", ["Exam date", "Ada Marsh", "09/17/2026"], null],
    ["another day", [["Printed", "09/17/2026"]], null],
    ["a birth date", ["DOB 09/17/1956"], null],
    ["a word without a day", ["Exam date unknown"], null],
    ["an example", [["Exams", "09/17/2026"]], null],
  ])("%s", (_, pieces, date) => {
    expect(seen(banner(pieces)).examDate).toBe(date);
  });

  it("a label of another block is none of this one", () => {
    expect(seen(banner(["Exam date"], ["09/17/2026"])).examDate).toBeNull();
  });
});

describe("how the page writes dates", () => {
  const order = (regions: Region[], more: Parameters<typeof snapshot>[1] = {}) =>
    pageOf(snapshot(regions, more), 0, SEEN_AT).locale.dateOrder;
  const groupOf = (text: string): Row => row(["Calcium"], text);
  it("is told by any text that leaves one order only", () => {
    expect(order([])).toBe("mdy");
    expect(order([items(["13/02/2026"])])).toBe("dmy");
    expect(order([table(["13/02/2026"], [])])).toBe("dmy");
    expect(order([items(["x"], { says: ["13/02/2026"] })])).toBe("dmy");
    expect(order([region("table", [], [groupOf("13/02/2026")])])).toBe("dmy");
    expect(order([], { banner: banner(["13/02/2026"]) })).toBe("dmy");
  });

  it("has the year of the screen", () => {
    expect(pageOf(snapshot([]), 3, SEEN_AT)).toMatchObject({ seenYear: 2026, frame: 3, seenAt: SEEN_AT });
  });
});

describe("what a row says", () => {
  const said = (of: Region) => sayingOf(of, of.rows[0] ?? row([]));
  it("a label and what stands beside it", () => {
    expect(said(pairs([["Tobacco", "Never"]]))).toBe("Tobacco: Never");
    expect(said(pairs([["Tobacco:", "Never"]]))).toBe("Tobacco: Never");
    expect(said(pairs([["Ratio 1:2", "Never"]]))).toBe("Ratio 1:2: Never");
    expect(said(pairs([["Tobacco", ""]]))).toBe("Tobacco");
    expect(said(table([], [["Tobacco", " Never ", "", "since 1990"]]))).toBe("Tobacco: Never since 1990");
    expect(said(region("pairs", ["Question", "Answer"], [row(["Tobacco", "Never"])]))).toBe("Tobacco: Never");
  });

  it("cells under heads are no label and value, save the head of the row", () => {
    const under = table(["Problem", "Status"], [["Gout", "Active"]]);
    expect(said(under)).toBe("Gout Active");
    const [first, second] = under.rows[0]?.cells ?? [];
    if (!first || !second) throw new Error("two cells");
    const headed = { ...row([]), cells: [{ ...first, header: true }, second] };
    expect(sayingOf(under, headed)).toBe("Gout: Active");
    expect(sayingOf(under, row([]))).toBe("");
  });

  it("evidence is cut at a length", () => {
    const page = seen([]);
    expect(evidenceOf(page, 7, "x".repeat(401))).toEqual({
      from: "page",
      place: { frame: 0, ref: 7 },
      text: "x".repeat(400),
      seenAt: SEEN_AT,
    });
  });

  it.each<[string, string | null]>([
    ["No", "no"],
    ["no.", "no"],
    ["None!", "no"],
    ["None known", "no"],
    ["Not present", "no"],
    ["Unknown", "unknown"],
    ["n/a", "unknown"],
    ["?", "unknown"],
    ["---", "unknown"],
    ["Not recorded", "unknown"],
    ["Yes", "yes"],
    ["Ja", "yes"],
    ["Present", "yes"],
    ["No. 4", null],
    ["No fracture", null],
    ["Unknown cause", null],
    ["Cause unknown", null],
    ["Yes, since 1990", null],
    ["Oh yes", null],
    ["--x", null],
    ["Not known to us", null],
    ["", null],
  ])("the answer %j: %s", (text, answer) => {
    expect(answerIn(text)).toBe(answer);
  });
});

describe("what a part of a chart is about", () => {
  it.each<[string, string | null]>([
    ["Medication allergies", "allergies"],
    ["Immunizations", "immunizations"],
    ["Past medical history", "history"],
    ["Social history", "social"],
    ["Bone density", "imaging"],
    ["Lab results", "labs"],
    ["Problem list", "problems"],
    ["Progress notes", "notes"],
    ["Dr. Abara", null],
    ["", null],
    [`Lab results ${"and more ".repeat(13)}`, null],
    ["Flonase Allergy Relief", null],
  ])("%j: %s", (heading, section) => {
    expect(sectionOf(heading)).toBe(section);
  });

  it("the innermost title that says it; of a row its own title before all", () => {
    const of = (headings: string[], group: string | null) => {
      const one = row(["x"], group);
      const list = region("list", [], [one], { headings });
      return [sectionOfRegion(list), sectionOfRow(list, one)];
    };
    expect(of(["Medications", "Lab results"], null)).toEqual(["labs", "labs"]);
    expect(of(["Lab results", "Dr. Abara"], null)).toEqual(["labs", "labs"]);
    expect(of(["Lab results"], "Medications")).toEqual(["labs", "medications"]);
    expect(of(["Lab results"], "Medications / Problems")).toEqual(["labs", "problems"]);
    expect(of(["Lab results"], "Medications / Dr. Abara")).toEqual(["labs", "medications"]);
    expect(of([], null)).toEqual([null, null]);
  });
});
