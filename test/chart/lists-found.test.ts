import { describe, expect, it } from "vitest";
import { facts, items, lines, pairs, region, row, table } from "./support/page";

const ORDERS = { headings: ["Medications"] };
const meds = (...args: Parameters<typeof facts>) => facts(...args).medications;
const dose = (columns: string[], ...cells: string[]) => meds([table(columns, [cells], ORDERS)])[0]?.dosePerDayMg;

describe("how much a day, in one run of words", () => {
  it.each<[string, number | null]>([
    ["Prednisone 5 mg tablet - take 2 tablets daily", 10],
    ["Prednisone 5 mg tablet | take 2 tablets daily", 10],
    ["Prednisone 5 mg tablet · take 2 tablets daily", 10],
    ["Prednisone 5 mg tablet • take 2 tablets daily", 10],
    ["Prednisone 5 mg tablet; take 2 tablets daily", 10],
    ["Prednisone 5 mg tablet. Take 2 tablets daily", 10],
    ["Prednisone 5 mg tablet, take 2 tablets daily", 10],
    ["Prednisone 5 mg tablet - take 2 tablets daily - refills 3", 10],
    ["Prednisone 5 mg tablet - take 2 tablets daily | quantity 60", 10],
    ["Prednisone 5 mg tablet - take 2 tablets daily · dispense 60", 10],
    ["Prednisone 5 mg tablet - take 2 tablets daily • for 3 indications", null],
    ["Prednisone 5 mg tablet - take 2 tablets daily; refills 3", 10],
    ["Prednisone 5 mg tablet - take 2 tablets daily. Refills 3", 10],
    ["Prednisone 5 mg tablet - take 2 tablets daily (last filled 03/02/2026)", 10],
    ["Prednisone 5 mg tablet - take 2 tablets daily (started 03/02/2026)", 10],
    ["Prednisone 5 mg tablet - take 2 tablets daily (since 03/02/2026)", 10],
    ["Prednisone 5 mg tablet - Sig: take 2 tablets daily", 10],
    ["Prednisone 5 mg tablet - Directions: take 2 tablets daily", 10],
    ["Prednisone 5 mg tablet - dose 2 tablets daily", 10],
    ["Prednisone 5 mg tablet", null],
    ["Prednisone 5 mg tablet - as directed", null],
  ])("%s: %s", (text, mg) => {
    expect(meds([items([text], ORDERS)])[0]?.dosePerDayMg).toBe(mg);
  });

  it.each<[string[], string[], number | null]>([
    [["Medication", "Sig"], ["Prednisone 5 mg tablet", "Directions: take 2 tablets daily"], 10],
    [["Medication", "Sig"], ["Prednisone 5 mg tablet", "take 10 mg daily"], 10],
    [["Medication", "Dose", "Sig"], ["Prednisone 5 mg tablet", "2 tablets", "once a day"], 10],
    [["Medication", "Dose", "Sig"], ["Prednisone 5 mg tablet", "3 tablets", "take 2 tablets daily"], 10],
    [["Medication", "Dose", "Sig"], ["Prednisone 5 mg tablet", "half a tablet", "daily"], 2.5],
    [["Medication", "Dose", "Sig"], ["Prednisone 5 mg tablet", "ein Stück", "as told"], null],
    [["Medication", "Dose", "Sig"], ["Prednisone 5 mg tablet", "as told", "daily"], null],
    [["Medication", "Dose"], ["Prednisone 5 mg tablet", "2 tablets"], null],
  ])("%j %j: %s", (columns, cells, mg) => {
    expect(dose(columns, ...cells)).toBe(mg);
  });

  it("as needed is said in directions, doses and rows", () => {
    const needed = (columns: string[], ...cells: string[]) => meds([table(columns, [cells], ORDERS)])[0]?.asNeeded;
    expect(needed(["Medication", "Sig"], "Prednisone 5 mg tablet", "1 tablet daily as needed")).toBe(true);
    expect(needed(["Medication", "Dose", "Sig"], "Prednisone 5 mg tablet", "1 tablet", "as needed")).toBe(true);
    expect(needed(["Medication", "Comment"], "Prednisone 5 mg tablet", "as needed")).toBe(true);
    expect(needed(["Medication", "Sig"], "Prednisone 5 mg tablet", "1 tablet daily")).toBe(false);
    expect(needed(["Medication"], "Prednisone 5 mg tablet")).toBe(false);
  });
});

describe("routes and steroids", () => {
  const one = (text: string, route: string) => meds([table(["Medication", "Route"], [[text, route]], ORDERS)])[0];
  it.each<[string, string, string | null]>([
    ["Prolia 60 mg", "subcutaneous", "sc"],
    ["Prolia 60 mg", "oral", null],
    ["Evenity 105 mg", "oral", null],
    ["Forteo 20 mcg", "intravenous", null],
    ["Reclast 5 mg", "intravenous", "iv"],
    ["Reclast 5 mg", "oral", null],
    ["Evista 60 mg tablet", "oral", "oral"],
    ["Evista 60 mg tablet", "", "oral"],
    ["Evista", "", null],
  ])("%s, %s: %s", (text, route, read) => {
    expect(one(text, route)?.route).toBe(read);
  });

  it("an equivalent is of systemic steroids alone", () => {
    const mg = (text: string, sig: string) =>
      meds([table(["Medication", "Sig"], [[text, sig]], ORDERS)])[0]?.prednisoneMgPerDay;
    expect(mg("Prednisone 5 mg oral tablet", "2 tablets daily")).toBe(10);
    expect(mg("Methylprednisolone 4 mg oral tablet", "2 tablets daily")).toBe(10);
    expect(mg("Fluticasone 50 mcg nasal spray", "2 sprays daily")).toBeNull();
    expect(mg("Evista 60 mg tablet", "1 tablet daily")).toBeNull();
    expect(mg("Prednisone 5 mg oral tablet", "as told")).toBeNull();
  });
});

describe("lists a frame shows", () => {
  const seen = (...regions: Parameters<typeof facts>[0]) =>
    facts(regions).seen.map(({ kind, complete }) => [kind, complete]);
  it.each<[string, ReturnType<typeof table>, string[]]>([
    ["by its title", table([], [], { headings: ["Medications"] }), ["medications"]],
    ["results", table([], [], { headings: ["Lab results"] }), ["labs"]],
    ["problems", table([], [], { headings: ["Problem list"] }), ["problems"]],
    ["vitals", table([], [], { headings: ["Vital signs"] }), ["vitals"]],
    ["social history", table([], [], { headings: ["Social history"] }), ["social"]],
    ["allergies", table([], [], { headings: ["Allergies"] }), ["allergies"]],
    ["notes", table([], [], { headings: ["Progress notes"] }), ["notes"]],
    ["dental", table([], [], { headings: ["Dental"] }), ["dental"]],
    ["a densitometry", table([], [], { headings: ["Imaging", "DXA"] }), ["dxa"]],
    ["a bone density", table([], [], { headings: ["Bone densitometry"] }), ["dxa"]],
    ["another imaging", table([], [], { headings: ["Imaging", "Chest x-ray"] }), []],
    ["no title", table([], [["Hello", "there"]]), []],
    ["by what was read in it: results", table(["Test", "Result"], [["Calcium", "9.4 mg/dL"]]), ["labs"]],
    ["drugs", table(["Medication", "Sig"], [["Evista 60 mg", "daily"]]), ["medications"]],
    ["measures", table([], [["Weight", "61 kg"]]), ["vitals"]],
    ["scores", table(["Region", "T-score"], [["Total hip", "-1.2"]]), ["dxa"]],
    ["a dental exam", lines(["Last dental exam 05/12/2026"]), ["dental"]],
  ])("%s", (_, list, kinds) => {
    expect(seen(list).map(([kind]) => kind)).toEqual(kinds);
  });

  it("each list once, at its first place", () => {
    const [first, second] = [items(["Evista"], ORDERS), items(["Fosamax"], ORDERS)];
    expect(facts([first, second]).seen).toEqual([
      { kind: "medications", complete: null, place: { frame: 0, ref: first.ref } },
    ]);
  });

  it("what is told of a list in its own title counts, in an outer title not", () => {
    const complete = (...headings: string[]) => seen(items(["Evista"], { headings }))[0]?.[1];
    expect(complete("Medications", "All medications")).toBe(true);
    expect(complete("All medications", "Medications")).toBeNull();
    expect(complete("Medications (3 of 9 items)")).toBe(false);
  });
});

describe("records behind the title of a panel", () => {
  const labs = (list: ReturnType<typeof region>) =>
    facts([list]).labs.map(({ analyte, result }) => [analyte, result.kind === "number" ? result.value : result.text]);
  const panels = (...cells: string[][]) =>
    region(
      "list",
      [],
      cells.map((texts) => row(texts)),
      { headings: ["Results"] },
    );

  it("each in a cell of its own", () => {
    expect(labs(panels(["Chemistry", "Calcium | 9.4 | mg/dL", "Albumin | 4.1 | g/dL"]))).toEqual([
      ["CA", 9.4],
      ["ALB", 4.1],
    ]);
    expect(labs(panels(["Chemistry", "Calcium | 9.4"], ["Thyroid", "TSH | 2.1"]))).toEqual([
      ["CA", 9.4],
      ["TSH", 2.1],
    ]);
  });

  it("told as lists of their own as well, they are read once", () => {
    const twice = facts([
      panels(["Chemistry", "Calcium | 9.4 | mg/dL"]),
      table([], [["Calcium", "9.4", "mg/dL"]], { headings: ["Results"] }),
    ]).labs;
    expect(twice).toHaveLength(facts([panels(["Chemistry", "Calcium | 9.4 | mg/dL"])]).labs.length);
  });
});

describe("paragraphs of a note", () => {
  const problems = (list: ReturnType<typeof region>) => facts([list]).problems.map(({ condition }) => condition);
  it("with bullets each line is an entry, without them prose", () => {
    const note = items(["Past Medical History | • Celiac disease | • Rheumatoid arthritis", "Seen today"]);
    expect(problems(note)).toEqual(["malabsorption", "rheumatoid-arthritis"]);
    expect(problems(items(["Past Medical History | Celiac disease | Rheumatoid arthritis"]))).toEqual([
      "malabsorption",
      "rheumatoid-arthritis",
    ]);
  });

  it("what is no paragraph stays what it was", () => {
    const mixed = items(["Past Medical History | • Celiac disease", "Weight: 61 kg"]);
    expect(facts([mixed]).vitals).toMatchObject([{ kind: "weight", value: 61 }]);
    expect(problems(mixed)).toEqual(["malabsorption"]);
    const table2 = region("list", ["Item"], [row(["Past Medical History | • Celiac disease"])]);
    expect(problems(table2)).toEqual([]);
    expect(problems(pairs([["Past Medical History | • Celiac disease", "x"]]))).toEqual([]);
  });

  it("a short line between bullets stands over those that follow, a long one does not", () => {
    const under = (line: string) =>
      facts([items([`Medications | • Evista 60 mg tablet | ${line} | • Fosamax 70 mg tablet`])]).medications.map(
        ({ ingredient, status }) => [ingredient, status],
      );
    expect(under("Not taking")).toEqual([
      ["raloxifene", "unknown"],
      ["alendronate", "stopped"],
    ]);
    expect(under("Stopped, she says, quite some time ago by her")).toEqual([
      ["raloxifene", "unknown"],
      ["alendronate", "unknown"],
    ]);
  });
});
