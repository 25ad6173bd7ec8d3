import { describe, expect, it } from "vitest";
import { facts, lines, region, row, table } from "./support/page";

const ORDERS = { headings: ["Medications"] };
const meds = (...args: Parameters<typeof facts>) => facts(...args).medications;
const statuses = (...args: Parameters<typeof facts>) =>
  meds(...args).map(({ ingredient, status }) => [ingredient, status]);

describe("a sub-heading in a row of its own", () => {
  const under = (...heading: string[]) =>
    statuses([region("table", [], [row(heading), row(["Evista 60 mg tablet", ""])], ORDERS)]);
  it.each<[string[], string]>([
    [["Expired"], "stopped"],
    [["Active medications"], "active"],
    [["", "Expired", ""], "stopped"],
    [["Expired", "2 entries"], "unknown"],
    [["Expired."], "unknown"],
    [["Expired: see below"], "unknown"],
    [["Expired in 2019"], "unknown"],
    [[`Expired ${"long ago ".repeat(7)}`], "unknown"],
    [["Take until expired"], "unknown"],
    [["Comments"], "unknown"],
  ])("%j: %s", (heading, status) => {
    expect(under(...heading)).toEqual([["raloxifene", status]]);
  });

  it("with a drug in it is an entry", () => {
    expect(under("Expired Fosamax 70 mg")).toEqual([
      ["alendronate", "unknown"],
      ["raloxifene", "unknown"],
    ]);
  });

  it("holds until the next", () => {
    const list = [["Active"], ["Evista 60 mg"], ["Fosamax 70 mg"], ["Discontinued"], ["Actonel 35 mg"]].map((texts) =>
      row(texts),
    );
    expect(statuses([region("table", [], list, ORDERS)]).map(([, status]) => status)).toEqual([
      "active",
      "active",
      "stopped",
    ]);
  });
});

describe("directions in the row below", () => {
  const below = (...next: string[]) =>
    meds([region("table", [], [row(["Prednisone 5 mg tablet", ""]), row(next)], ORDERS)])[0]?.dosePerDayMg;
  it.each<[string[], number | null]>([
    [["Take 2 tablets daily"], 10],
    [["", "Take 2 tablets daily"], 10],
    [["Sig: 2 tablets daily"], 10],
    [["Take 2 tablets daily", "Dr Abara"], null],
    [["Take 2 Fosamax tablets daily"], null],
    [["She takes 2 tablets daily"], null],
    [[""], null],
  ])("%j: %s", (next, mg) => {
    expect(below(...next)).toBe(mg);
  });

  it("by the class of the row or of the cell", () => {
    const hinted = (rowHints: string, cellHints: string) =>
      meds([
        region(
          "table",
          [],
          [row(["Prednisone 5 mg tablet"]), row([["Daily 2 tablets", cellHints]], null, rowHints)],
          ORDERS,
        ),
      ])[0]?.dosePerDayMg;
    expect([hinted("sig", ""), hinted("", "directions"), hinted("instruction text", ""), hinted("note", "")]).toEqual([
      10,
      10,
      10,
      null,
    ]);
  });

  it("are those of one drug", () => {
    const two = region(
      "table",
      [],
      [row(["Prednisone 5 mg tablet | Evista 60 mg tablet"]), row(["Take 2 tablets daily"])],
      ORDERS,
    );
    expect(meds([two]).map(({ dosePerDayMg }) => dosePerDayMg)).toEqual([null, null]);
  });
});

describe("drugs in running text", () => {
  const drugs = (...texts: string[]) => statuses([lines(texts, ORDERS)]);
  it.each<[string, number]>([
    ["Evista 60 mg", 1],
    ["Now on Evista 60 mg", 1],
    ["On her list is Evista 60 mg", 1],
    ["On her own list is Evista 60 mg", 0],
    ["Reports Evista", 0],
    ["Recommending Evista", 0],
    ["May take Evista", 0],
    ["Could take Evista", 0],
    ["Her sister: Evista", 0],
    ["Not Evista", 0],
    ["Considering Evista", 0],
  ])("%s: %s", (text, count) => {
    expect(drugs(text)).toHaveLength(count);
  });

  it("a status alone on its line, before or behind", () => {
    expect(drugs("Active", "Evista 60 mg", "Fosamax 70 mg")).toEqual([
      ["raloxifene", "active"],
      ["alendronate", "active"],
    ]);
    expect(drugs("Evista 60 mg", "Stopped")).toEqual([["raloxifene", "stopped"]]);
    expect(drugs("Evista 60 mg", "Stopped", "Fosamax 70 mg", "Active", "Seen today")).toEqual([
      ["raloxifene", "stopped"],
      ["alendronate", "active"],
    ]);
    expect(drugs("Evista 60 mg", "Fosamax 70 mg", "Stopped").map(([, status]) => status)).toEqual([
      "unknown",
      "unknown",
    ]);
    expect(drugs("Evista 60 mg discontinued", "Fosamax 70 mg", "Stopped").map(([, status]) => status)).toEqual([
      "stopped",
      "unknown",
    ]);
  });
});

describe("a plan and its day", () => {
  it.each<[string, string, string]>([
    ["Evista 60 mg, starting soon", "11/19/2026", "active"],
    ["Evista 60 mg, starting soon", "11/20/2026", "planned"],
    ["Evista 60 mg, starting soon", "11/21/2026", "planned"],
    ["Evista 60 mg, starting soon", "10/2026", "active"],
    ["Evista 60 mg, starting soon", "11/2026", "planned"],
    ["Evista 60 mg, starting soon", "", "planned"],
    ["Evista 60 mg, discontinued", "11/19/2026", "stopped"],
    ["Evista 60 mg", "11/19/2026", "active"],
  ])("%s, %j: %s", (text, date, status) => {
    const list = table(["Medication", "Start date"], [[text, date]], { headings: ["Active medications"] });
    expect(meds([list])[0]?.status).toBe(status);
  });
});

describe("orders told in columns of details", () => {
  const order = (columns: string[], ...cells: string[]) => meds([table(columns, [cells], ORDERS)])[0]?.ingredient;
  it("the column of names before any other, details only where the drug comes first", () => {
    expect(order(["Medication", "Comment"], "Evista 60 mg", "instead of Fosamax")).toBe("raloxifene");
    expect(order(["Foo", "Medication"], "Fosamax 70 mg", "Evista 60 mg")).toBe("raloxifene");
    expect(order(["Order details"], "Evista 60 mg tablet daily")).toBe("raloxifene");
    expect(order(["Order details"], "Daily with Evista 60 mg tablet")).toBeUndefined();
    expect(order(["Comment"], "Evista 60 mg tablet daily")).toBeUndefined();
    expect(order(["Medication"], "Take Evista 60 mg tablet daily")).toBeUndefined();
  });

  it("codes stand alone in their column or beside the name of the system", () => {
    const code = (columns: string[], ...cells: string[]) =>
      meds([table(columns, [["Fosamax 70 mg tablet", ...cells]], ORDERS)])[0]?.rxnorm;
    expect(code(["Medication", "Code system", "Code"], "RxNorm", "904431")).toBe("904431");
    expect(code(["Medication", "Code system", "Code"], "RxNorm", "904431x")).toBeNull();
    expect(code(["Medication", "Code system", "Quantity"], "RxNorm", "30")).toBeNull();
    expect(code([], "RxNorm", "x904431")).toBeNull();
    expect(code([], "see RxNorm", "904431")).toBeNull();
    expect(code([], "RxNorm code = 904431")).toBe("904431");
    expect(code([], "RxCUI#904431")).toBe("904431");
    expect(code([], "RxNorm 70.5")).toBeNull();
    expect(code(["Medication", "RxNorm"], "904431a")).toBeNull();
  });

  it("two days with a dash between are a course; with words between they are not", () => {
    const course = (text: string) => {
      const [one] = meds([table([], [["Fosamax 70 mg tablet", text]], ORDERS)]);
      return [one?.start, one?.stop];
    };
    expect(course("01/12/2024 - 03/12/2026")).toEqual(["2024-01-12", "2026-03-12"]);
    expect(course("Jan 12, 2024 – Mar 12, 2026")).toEqual(["2024-01-12", "2026-03-12"]);
    expect(course("01/12/2024 or 03/12/2026")).toEqual([null, null]);
    expect(course("01/12/2024 - 03/12/2026 by me")).toEqual([null, null]);
  });
});
