import { describe, expect, it } from "vitest";
import { facts, items, lines, pairs, region, row, table } from "./support/page";

const LIST = { headings: ["Problem list"] };
const of = (...args: Parameters<typeof facts>) => {
  const { problems, fractures, fractureHistory } = facts(...args);
  return {
    problems: problems.map(({ condition, status, date, negated }) => ({ condition, status, date, negated })),
    labels: problems.map(({ label }) => label),
    fractures: fractures.map(({ site, date, trauma }) => [site, date, trauma]),
    history: fractureHistory.map(({ value }) => value),
  };
};
const listed = (text: string, headings = LIST.headings) => of([items([text], { headings })]);
const columns = (heads: string[], ...cells: string[]) => of([table(heads, [cells], LIST)]);

describe("the status of a problem", () => {
  it.each<[string, string | null]>([
    ["Active", "active"],
    ["Current", "active"],
    ["Ongoing", "active"],
    ["Chronic", "active"],
    ["Confirmed", "active"],
    ["Recurrence", "active"],
    ["Active problem", "active"],
    ["Active since 2019", "active"],
    ["Inactive", "inactive"],
    ["Historical", "inactive"],
    ["No longer active", "inactive"],
    ["Resolved", "resolved"],
    ["Resolved 05 2019", "resolved"],
    ["Recovered", "resolved"],
    ["Healed", "resolved"],
    ["In remission", "resolved"],
    ["Remission", "resolved"],
    ["Activity", null],
    ["Reviewed", null],
  ])("%s: %s", (said, status) => {
    expect(columns(["Problem", "Status"], "Celiac disease", said).problems[0]?.status ?? null).toBe(status);
    expect(columns([], "Celiac disease", said).problems[0]?.status ?? null).toBe(status);
  });

  it.each<[string[], string | null, string | null]>([
    [["Problem list"], null, null],
    [["Problem list"], "Resolved problems", "resolved"],
    [["Problem list"], "Active problems", "active"],
    [["Problem list"], "Inactive", "inactive"],
    [["Problem list"], "Problems / Resolved", "resolved"],
    [["Past medical history"], null, "inactive"],
  ])("under %j and %j: %s", (headings, group, status) => {
    expect(of([region("list", [], [row(["Celiac disease"], group)], { headings })]).problems[0]?.status).toBe(status);
  });

  it("its own before the heading's; an end makes it resolved", () => {
    const group = region("table", ["Problem", "Status"], [row(["Celiac disease", "Active"], "Resolved")], LIST);
    expect(of([group]).problems[0]?.status).toBe("active");
    expect(columns(["Problem", "Resolved on"], "Celiac disease", "05/04/2019").problems[0]?.status).toBe("resolved");
    expect(columns(["Problem", "Resolved on"], "Celiac disease", "").problems[0]?.status).toBeNull();
    expect(listed("History of celiac disease").problems[0]?.status).toBe("inactive");
  });
});

describe("since when", () => {
  it.each<[string[], string[], string | null]>([
    [["Problem", "Onset"], ["Celiac disease", "05/04/2019"], "2019-05-04"],
    [["Problem", "Date"], ["Celiac disease", "05/2019"], "2019-05"],
    [["Problem", "Diagnosed"], ["Celiac disease", "2019"], "2019"],
    [["Problem", "Recorded"], ["Celiac disease", "05/04/2019"], "2019-05-04"],
    [["Problem", "Updated"], ["Celiac disease", "05/04/2019"], null],
    [["Problem", "Resolved"], ["Celiac disease", "05/04/2019"], null],
    [["Problem", "Provider"], ["Celiac disease", "05/04/2019"], null],
    [[], ["Celiac disease", "05/04/2019"], "2019-05-04"],
    [[], ["Celiac disease 05/04/2019"], "2019-05-04"],
    [[], ["Celiac disease 2019"], "2019"],
    [[], ["Celiac disease 2019 and 2021"], null],
    [[], ["Celiac disease 2031"], null],
    [[], ["Celiac disease 2019-44"], null],
    [[], ["Celiac disease, code 12019"], null],
    [["Problem", "Onset"], ["Celiac disease 2011", "05/04/2019"], "2019-05-04"],
  ])("%j %j: %s", (heads, cells, date) => {
    expect(columns(heads, ...cells).problems[0]?.date ?? null).toBe(date);
  });
});

describe("what the patient does not have", () => {
  it.each<[string, boolean]>([
    ["No", true],
    ["None", true],
    ["Denies", true],
    ["Denied.", true],
    ["Never", true],
    ["Negative", true],
    ["Absent", true],
    ["Not present", true],
    ["No known", true],
    ["Nein", true],
    ["False", true],
    ["Yes", false],
    ["Y", false],
    ["True", false],
    ["Present", false],
    ["Positive", false],
    ["Non-severe", false],
    ["Not present today", false],
    ["Yesterday", false],
  ])("Celiac disease: %s", (answer, negated) => {
    expect(of([pairs([["Celiac disease", answer]], LIST)]).problems[0]?.negated).toBe(negated);
  });

  it.each([
    "Unknown",
    "Unsure",
    "Not asked",
    "Not recorded",
    "N/A",
    "?",
    "--",
  ])("Celiac disease: %s says nothing", (answer) => {
    expect(of([pairs([["Celiac disease", answer]], LIST)]).problems).toEqual([]);
  });

  it("only an answer to the question whether", () => {
    const under = (head: string) => columns(["Problem", "Onset", head], "Celiac disease", "2019", "No").problems[0];
    expect(under("Present?")?.negated).toBe(true);
    expect(under("Currently has")?.negated).toBe(true);
    expect(under("Reviewed")?.negated).toBe(false);
    expect(under("Printed")?.negated).toBe(false);
    expect(columns(["Problem", "Active"], "Celiac disease", "Unknown").problems).toEqual([]);
    expect(columns(["Problem", "Onset", "Present?"], "Celiac disease", "2019", "Unknown").problems).toHaveLength(1);
  });

  it.each<[string, boolean]>([
    ["No celiac disease", true],
    ["Denies celiac disease", true],
    ["Celiac disease ruled out", true],
    ["Celiac disease", false],
    ["No gout", true],
    ["Without gout", true],
    ["Negative for gout", true],
    ["Gout", false],
    ["Noted gout", false],
  ])("%s: %s", (text, negated) => {
    expect(listed(text).problems[0]?.negated).toBe(negated);
  });
});

describe("fractures", () => {
  it.each<[string, unknown[]]>([
    ["Hip fracture 2019", ["hip", "2019", null]],
    ["Fragility fracture of hip", ["hip", null, "low"]],
    ["Fracture of hip after a fall from standing height", ["hip", null, "low"]],
    ["Fracture of hip, motor vehicle accident", ["hip", null, "high"]],
    ["Closed fracture of left wrist, 03/2021", ["wrist", "2021-03", null]],
  ])("%s", (text, fracture) => {
    expect(listed(text)).toMatchObject({ fractures: [fracture], history: ["documented"] });
  });

  it.each([
    "No hip fracture",
    "Denies hip fracture",
    "Never had hip fracture",
    "Possible hip fracture",
    "Suspected hip fracture",
    "Rule out hip fracture",
    "R/O hip fracture",
    "Hip fracture excluded",
    "Hip fracture unlikely",
    "Concern for hip fracture",
    "Risk of hip fracture",
    "Prevention of hip fracture",
    "Mother: hip fracture",
    "Family history of hip fracture",
    "Sister had a hip fracture",
  ])("%s is none of the patient", (text) => {
    expect(listed(text).fractures).toEqual([]);
    expect(listed(text).history).not.toContain("documented");
  });

  it("an answer beside it counts", () => {
    expect(of([pairs([["Hip fracture", "No"]], LIST)])).toMatchObject({ fractures: [] });
    expect(of([pairs([["Hip fracture", "Yes"]], LIST)])).toMatchObject({ fractures: [["hip", null, null]] });
    expect(of([pairs([["Hip fracture", "Unknown"]], LIST)])).toMatchObject({ fractures: [], history: [] });
  });

  it("keeps its status; in a history it is over", () => {
    expect(listed("Hip fracture 2019").problems).toMatchObject([{ condition: null, status: null, negated: false }]);
    expect(listed("Hip fracture 2019", ["Past medical history"]).problems).toMatchObject([{ status: "inactive" }]);
    expect(columns(["Problem", "Status"], "Hip fracture", "Resolved").problems).toMatchObject([{ status: "resolved" }]);
    expect(listed("Fracture").fractures).toEqual([]);
    expect(listed("Fracture").history).toEqual(["documented"]);
  });

  it.each<[string, string[]]>([
    ["No fractures", ["none"]],
    ["Denies any fractures", ["none"]],
    ["Never had a fracture", ["none"]],
    ["No history of fragility fractures", ["none"]],
    ["No prior osteoporotic fracture", ["none"]],
    ["No known adult low-trauma fractures", ["none"]],
    ["Fracture history: none", ["none"]],
    ["Fracture history - negative", ["none"]],
    ["Fractures: none", ["none"]],
    ["Fractures: no", ["none"]],
    ["No family history of fracture", []],
    ["Mother: no fractures", []],
    ["No complaints, wrist fracture clinic", []],
  ])("%s", (text, history) => {
    for (const heading of ["Past medical history", "Progress notes", "Social history"])
      expect(of([lines([text], { headings: [heading] })]).history.filter((one) => one === "none")).toEqual(history);
  });

  it.each(["Medications", "Plan", "Patient education", "Lab results"])("nothing under %s", (heading) => {
    expect(listed("Hip fracture 2019", [heading])).toMatchObject({ problems: [], fractures: [], history: [] });
    expect(listed("No fractures", [heading]).history).toEqual([]);
  });
});

describe("which cell is the problem, and its label", () => {
  it.each<[string[], string[], string]>([
    [["Category", "Problem"], ["Bone", "Celiac disease"], "Celiac disease"],
    [["Code", "Diagnosis"], ["K90.0", "Celiac disease"], "Celiac disease"],
    [[], ["05/04/2019", "Celiac disease"], "Celiac disease"],
    [[], ["Active", "Celiac disease"], "Celiac disease"],
    [[], ["K90.0", "Celiac disease"], "Celiac disease"],
    [[], ["Celiac disease (SNOMED: 396331005)"], "Celiac disease"],
    [[], ["Celiac disease [ICD-10-CM: K90.0]"], "Celiac disease"],
    [[], ["Celiac disease (disorder)"], "Celiac disease"],
    [[], ["Celiac disease, ;"], "Celiac disease"],
  ])("%j %j", (heads, cells, label) => {
    expect(columns(heads, ...cells).labels).toEqual([label]);
  });

  it("several in one cell are several", () => {
    expect(columns(["Problem"], "Celiac disease | Gout").labels).toEqual(["Celiac disease", "Gout"]);
  });

  it("a problem we have no name for is kept in a list, not in prose or at length", () => {
    expect(listed("Gout").problems).toMatchObject([{ condition: null }]);
    expect(of([lines(["Gout"], LIST)]).problems).toEqual([]);
    expect(listed("Gout", ["Past medical history"]).problems).toEqual([]);
    expect(listed(`Gout ${"and more ".repeat(13)}`).problems).toEqual([]);
  });
});

describe("a remark that takes a problem back", () => {
  const remarked = (remark: string, head = "Comments") =>
    columns(["Problem", "Status", head], "Rheumatoid arthritis", "Active", remark).problems;
  it.each([
    "Per rheum: not RA",
    "No rheumatoid arthritis",
    "Ruled out by MRI",
    "Entered in error",
    "Misdiagnosed 2019",
    "Does not have it",
    "Doesn't have this",
    "Excluded 2024",
    "erroneous entry",
    "Unlikely per rheum",
  ])("%s", (remark) => {
    expect(remarked(remark).filter(({ negated }) => !negated)).toEqual([]);
    expect(remarked(remark, "Overview").filter(({ negated }) => !negated)).toEqual([]);
  });
  it.each([
    "no RA flare since 2024",
    "not at goal",
    "Secondary cause excluded",
    "stable",
    "No new RA nodules",
    "Does not have fever",
    "Denies pain",
    "Unlikely to need surgery",
    "Excluded from trial",
    "Celiac disease ruled out",
  ])("%s does not", (remark) => expect(remarked(remark)).toMatchObject([{ status: "active", negated: false }]));
  it("of two diseases that the rules hold for one, only the one it names", () => {
    const rows = (remark: string) =>
      columns(["Problem", "Comments"], "Deep vein thrombosis", remark).problems.map(({ condition }) => condition);
    expect(rows("PE ruled out")).toEqual(rows(""));
    expect(rows("DVT ruled out")).toEqual([]);
  });
  it("below its name, or in a row of its own", () => {
    expect(columns(["Problem", "Status"], "Stroke | ruled out 2024", "Active").problems).toEqual([]);
    expect(listed("Rheumatoid arthritis - per rheum: not RA").problems).toEqual([]);
    const rows = [
      ["Stroke", "Active"],
      ["Osteoporosis", "Active"],
      ["Comment: ruled out"],
      ["Celiac disease", "Active"],
    ];
    expect(of([table(["Problem", "Status"], rows, LIST)]).problems.flatMap(({ condition }) => condition ?? [])).toEqual(
      ["stroke", "malabsorption"],
    );
  });
  it("a comma stands before it", () => {
    expect(listed("Stroke, ruled out").problems).toMatchObject([{ negated: true }]);
    expect(listed("Stroke, was excluded").problems).toMatchObject([{ negated: true }]);
  });

  it.each([
    "Celiac disease, excluded from trial",
    "Stroke excluded from score",
  ])("who was left out of something has it all the same: %s", (text) =>
    expect(listed(text).problems).toMatchObject([{ negated: false }]));
});
