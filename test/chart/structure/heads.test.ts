import { describe, expect, it } from "vitest";
import type { Region, Row } from "../../../src/chart/snapshot";
import { compose } from "../../../src/chart/structure/compose";
import {
  columnNames,
  headerCount,
  isTimeLike,
  isTimeRow,
  namesColumns,
  restartsHeader,
} from "../../../src/chart/structure/header";
import { preformatted } from "../../../src/chart/structure/preformatted";
import { transposed } from "../../../src/chart/structure/transposed";
import { hintWords, namesSomething, saysSomething, speaksOfPerson } from "../../../src/chart/structure/words";
import { tableSent as region, rowSent as row } from "../support/sent";

const head = { head: true };
const texts = (rows: readonly Row[]) => rows.map(({ cells }) => cells.map(({ text }) => text));

describe("what may stand above a column", () => {
  it.each<[string, boolean]>([
    ["03/02/2026", true],
    ["2026-03-02 08:15", true],
    ["8:15 AM", true],
    ["8:15 p.m.", true],
    ["08:15Z", true],
    ["3 Mar", true],
    ["March 3rd, 2026", true],
    ["1er mai 2026", false],
    ["3. März", true],
    ["Mar 2026", true],
    ["2026", true],
    ["1899", false],
    ["3/2", true],
    ["March", false],
    ["Room 3", false],
    ["9.7", false],
    ["03/02/2026 final", false],
    ["120/80/2", false],
    ["", false],
  ])("%j is a day or an hour: %s", (text, is) => {
    expect(isTimeLike(text)).toBe(is);
  });

  it("names and days beside a corner, not figures, tests or long texts", () => {
    expect(namesColumns(row(["Test", "Value", "03/02/2026"]))).toBe(true);
    expect(namesColumns(row(["Calcium 9.7", "Value"]))).toBe(true);
    expect(namesColumns(row(["Test", "9.7"]))).toBe(false);
    expect(namesColumns(row(["Test", "Calcium"]))).toBe(false);
    expect(namesColumns(row(["Test", "x".repeat(60)]))).toBe(true);
    expect(namesColumns(row(["Test", "x".repeat(61)]))).toBe(false);
  });

  it("a row of days beside a corner", () => {
    expect(isTimeRow(row(["Calcium", "03/02/2026", ""]))).toBe(true);
    expect(isTimeRow(row(["Calcium", "03/02/2026", "9.7"]))).toBe(false);
  });

  it("a row that starts the columns anew is marked, and holds several names", () => {
    expect(restartsHeader(row(["Test", "Value"], head))).toBe(true);
    expect(restartsHeader(row(["Test", "Value"]))).toBe(false);
    expect(restartsHeader(row(["Test", ""], head))).toBe(false);
    expect(restartsHeader(row(["Test"], head))).toBe(false);
    expect(restartsHeader(row(["Test", "9.7"], head))).toBe(false);
  });
});

describe("how many rows are heads", () => {
  const VALUES = [row(["Calcium", "9.7"]), row(["Albumin", "4.1"])];
  const WIDE = [row(["Calcium", "9.7", "9.1"]), row(["Albumin", "4.1", "4.0"])];
  it.each<[string, Row[], number]>([
    ["a marked one", [row(["Test", "Value"], head), ...VALUES], 1],
    ["two marked ones", [row(["", "Result"], head), row(["Test", "Value"], head), ...VALUES], 2],
    ["at most all but the last row", [row(["Test", "Value"], head), row(["A", "B"], head)], 1],
    ["at most five", Array.from({ length: 8 }, () => row(["Test", "Value"], head)), 5],
    ["names over figures", [row(["Test", "Value"]), ...VALUES], 1],
    ["days over figures", [row(["Test", "03/02/2026"]), ...VALUES], 1],
    ["names over names", [row(["Test", "Value"]), row(["Calcium", "low"])], 0],
    ["bold names over plain ones", [row(["Test", "Value"], { look: "p!" }), row(["Calcium", "low"])], 1],
    ["bold over bold", [row(["Test", "Value"], { look: "p!" }), row(["Calcium", "low"], { look: "p!" })], 0],
    ["plain over bold", [row(["Test", "Value"]), row(["Calcium", "low"], { look: "p!" })], 0],
    ["one name", [row(["Test", ""]), ...VALUES], 0],
    ["a figure among them", [row(["Test", "9.7"]), ...VALUES], 0],
    [
      "half of what is below are figures",
      [row(["Test", "Value"]), row(["Calcium", "9.7"]), row(["Albumin", "low"])],
      0,
    ],
    ["more than half", [row(["Test", "Value"]), ...VALUES, row(["PTH", "low"])], 1],
    [
      "days over days",
      [row(["Test", "03/02/2026"]), row(["Calcium", "03/02/2026"]), row(["Albumin", "04/02/2026"])],
      0,
    ],
    ["years over days", [row(["", "2026", "2025"]), row(["", "3 Mar", "4 May"]), ...WIDE], 2],
    ["names over days", [row(["Test", "Clinic", "Home"]), row(["", "3 Mar", "4 May"]), ...WIDE], 2],
    ["names over names, figures below", [row(["Test", "Clinic"]), row(["Panel", "Home"]), ...VALUES], 1],
    ["a wide name over narrow ones", [row(["Test", ["Clinic", 2]]), row(["", "Morning", "Evening"]), ...WIDE], 2],
    ["nothing", [], 0],
  ])("%s", (_, rows, count) => {
    expect(headerCount(rows, 0)).toBe(count);
  });

  it("from a row on", () => {
    expect(headerCount([row(["Results"]), row(["Test", "Value"], head), ...VALUES], 1)).toBe(1);
    expect(headerCount([row(["Results"]), row(["Test", "Value"]), ...VALUES], 1)).toBe(1);
  });
});

describe("the names of columns", () => {
  it.each<[string, Row[], string[]]>([
    ["one row", [row(["Test", "Value"])], ["Test", "Value"]],
    ["two rows", [row(["", "Result"]), row(["Test", "Value"])], ["Test", "Result / Value"]],
    ["the same twice is said once", [row(["Test", "Value"]), row(["Test", "Value"])], ["Test", "Value"]],
    [
      "a wide one holds for each",
      [row(["Test", ["Clinic", 2]]), row(["", "am", "pm"])],
      ["Test", "Clinic / am", "Clinic / pm"],
    ],
    ["bars are blanks", [row(["Test", "Value | mg/dL"])], ["Test", "Value mg/dL"]],
    ["a bar without blanks", [row(["Test", "Value|mg/dL"])], ["Test", "Value mg/dL"]],
    ["a title beside rows of days is none", [row(["Panel", "2026"]), row(["", "3 Mar"])], ["", "2026 / 3 Mar"]],
    ["beside one row of days it is", [row(["Panel", "2026"])], ["Panel", "2026"]],
    ["beside names and days it is", [row(["Panel", "Clinic"]), row(["", "3 Mar"])], ["Panel", "Clinic / 3 Mar"]],
    ["none", [], []],
  ])("%s", (_, rows, names) => {
    expect(columnNames(rows)).toEqual(names);
  });

  it("a name that spans without end is cut", () => {
    expect(columnNames([row([["Test", 1e6]])])).toHaveLength(300);
  });
});

describe("a table taken apart", () => {
  const one = (rows: Row[], more: Partial<Region> = {}) => compose(region(rows, more))[0];

  it("titles over the whole width are headings, three at most", () => {
    const title = (text: string) => row([[text, 2]]);
    const body = [row(["Test", "Value"], head), row(["Calcium", "9.7"])];
    expect(one([title("Chemistry"), ...body])).toMatchObject({
      headings: ["Chemistry"],
      columns: ["Test", "Value"],
      rowCount: 1,
    });
    expect(one([title("A"), title("B"), title("C"), ...body])?.headings).toEqual([]);
    expect(one([title("Chemistry"), ...body], { headings: ["Results"] })?.headings).toEqual(["Results", "Chemistry"]);
    expect(one([title(""), ...body])?.headings).toEqual([]);
    expect(one([title("Chemistry"), row(["Calcium", "low"]), row(["Albumin", "low"])])?.headings).toEqual([]);
  });

  it("what is told with its columns, or as prose, stays as it stands", () => {
    const told = region([row(["Test", "Value"], head), row(["Calcium", "9.7"])], { columns: ["A", "B"] });
    expect(compose(told)).toEqual([told]);
    const prose = region([row(["Test", "Value"], head), row(["Calcium", "9.7"])], { shape: "prose" });
    expect(compose(prose)).toEqual([prose]);
  });

  it("a list of two cells each is one of labels; with heads it is a grid", () => {
    const pairs = one([row(["Smoking", "Never"]), row(["Alcohol", "None"])], { shape: "list" });
    expect(pairs).toMatchObject({ shape: "pairs", rows: [{ cells: [{ header: true }, { header: false }] }, {}] });
    expect(one([row(["Smoking"]), row(["Alcohol", "None"])], { shape: "list" })?.shape).toBe("list");
    expect(one([row(["Test", "Value"], head), row(["Calcium", "9.7"])], { shape: "list" })?.shape).toBe("grid");
    expect(one([row(["Smoking", "Never"]), row(["Alcohol", "None"])])?.shape).toBe("table");
    expect(one([row(["Smoking", "Never", "x"])], { shape: "pairs" })).toMatchObject({
      shape: "pairs",
      rows: [{ cells: [{ header: true }, { header: false }, { header: false }] }],
    });
  });

  const groups = (...rows: Row[]) =>
    one([row(["Test", "Value", "Unit"], head), ...rows])?.rows.map(({ group }) => group);
  const calcium = row(["Calcium", "9.7", "mg/dL"]);
  it.each<[string, Row, string | null]>([
    ["a title of its own row", row([["Urine", 3]]), "Urine"],
    ["a title in the first of several cells", row(["Urine", "", ""]), "Urine"],
    ["the same in each cell", row(["Urine", "Urine", "Urine"]), "Urine"],
    ["a long one", row([["x".repeat(81), 3]]), null],
    ["of eighty signs", row([["x".repeat(80), 3]]), "x".repeat(80)],
    ["a sentence", row([["Drawn at home.", 3]]), null],
    ["a note", row([["Note: drawn at home", 3]]), null],
    ["typed text", row([["Urine", 3]], { look: "PRE" }), null],
  ])("a divider: %s", (_, divider, group) => {
    expect(groups(divider, calcium)?.at(-1)).toBe(group);
  });

  it("a divider of another look does not end the one above; of the same look it does", () => {
    const titled = (text: string, look: string) => row([[text, 3]], { look });
    expect(groups(titled("Urine", "a"), titled("Spot", "b"), calcium)).toEqual(["Urine / Spot"]);
    expect(groups(titled("Urine", "a"), titled("Spot", "b"), titled("Blood", "a"), calcium)).toEqual(["Blood"]);
    expect(groups(titled("Urine", "a"), titled("Spot", "b"), titled("Timed", "b"), calcium)).toEqual(["Urine / Timed"]);
  });

  it("a divider that says something is an entry as well", () => {
    const rows = one([row(["Test", "Value", "Unit"], head), row([["Smoking status", 3]]), calcium])?.rows ?? [];
    expect(rows).toHaveLength(2);
    expect(one([row(["Test", "Value", "Unit"], head), row([["Urine", 3]]), calcium])?.rows).toHaveLength(1);
  });

  it("a list of single texts has no dividers", () => {
    expect(one([row(["Urine"]), row(["Blood"])], { shape: "list" })?.rows.map(({ group }) => group)).toEqual([
      null,
      null,
    ]);
    expect(one([row(["Urine"]), row(["Calcium", "9.7"])])?.rows.map(({ group }) => group)).toEqual(["Urine"]);
  });

  it("in two columns a name without a value is no divider", () => {
    const rows = one([row(["Test", "Value"], head), row(["Panel", ""]), row(["Calcium", "9.7"])])?.rows ?? [];
    expect(rows.map(({ group }) => group)).toEqual([null, null]);
  });

  it("empty cells go, those with class words stay", () => {
    const rows = one([row(["Test", "Value"], head), row(["Calcium", ""])])?.rows ?? [];
    expect(texts(rows)).toEqual([["Calcium"]]);
    const hinted = row(["Calcium", ""]);
    hinted.cells[1] = { ...(hinted.cells[1] ?? calcium.cells[0]), hints: "low" } as Row["cells"][number];
    expect(one([row(["Test", "Value"], head), hinted])?.rows[0]?.cells).toHaveLength(2);
  });

  it("the same heads again start nothing, other heads a part of its own", () => {
    const parts = (second: Row) =>
      compose(region([row(["Test", "Value"], head), row(["Calcium", "9.7"]), second, row(["Albumin", "4.1"])])).map(
        ({ columns, rows }) => [columns.join(), rows.length],
      );
    expect(parts(row(["Test", "Value"], head))).toEqual([["Test,Value", 2]]);
    expect(parts(row(["Test", "Dose"], head))).toEqual([
      ["Test,Value", 1],
      ["Test,Dose", 1],
    ]);
    expect(
      compose(
        region([
          row(["Test", "Value"]),
          row(["Calcium", "9.7"]),
          row(["A", "B"], head),
          row(["Test", "Dose"], head),
          row(["PTH", "9"]),
        ]),
      ),
    ).toHaveLength(2);
  });
});

describe("typed columns", () => {
  const typed = (...lines: string[]) =>
    preformatted(
      region(
        lines.map((line) => row([line])),
        { shape: "prose" },
      ),
    ).map(({ shape, rows, says }) => [shape, texts(rows), says]);

  it("a line with a test, a figure and one thing more is a row", () => {
    expect(typed("Calcium   9.7   mg/dL")).toEqual([["grid", [["Calcium", "9.7", "mg/dL"]], []]]);
    expect(typed("Calcium   9.7")).toEqual([["prose", [["Calcium   9.7"]], []]]);
    expect(typed("Calcium   low   today")).toEqual([["prose", [["Calcium   low   today"]], []]]);
    expect(typed("Vendor   9.7   mg/dL")).toEqual([["prose", [["Vendor   9.7   mg/dL"]], []]]);
  });

  it("the last four lines above it are said of it, each in its pieces", () => {
    const [lines, grid] = typed("one", "two", "three", "four", "five   5", "Calcium   9.7   mg/dL");
    expect(lines?.[1]).toEqual([["one"], ["two"], ["three"], ["four"], ["five   5"]]);
    expect(grid?.[2]).toEqual(["two", "three", "four", "five", "5"]);
  });

  it("ends with a line of text; a line of other columns does not end it", () => {
    expect(typed("Calcium   9.7   mg/dL", "Drawn at home", "Albumin   4.1   g/dL").map(([shape]) => shape)).toEqual([
      "grid",
      "prose",
      "grid",
    ]);
    expect(typed("Calcium   9.7   mg/dL", "Vendor   9   x", "Albumin   4.1   g/dL").map(([shape]) => shape)).toEqual([
      "prose",
      "grid",
    ]);
  });

  it("is for running text alone", () => {
    const list = region([row(["Calcium   9.7   mg/dL"])]);
    expect(preformatted(list)).toEqual([list]);
    expect(typed()).toEqual([]);
  });
});

describe("a table that is turned", () => {
  const turned = (columns: string[], ...rows: Row[]) => transposed(region(rows, { columns }));
  it.each<[string, string[], Row[]]>([
    ["a test in the corner", ["Calcium", "Albumin"], [row(["03/02/2026", "4.1"])]],
    ["no test over a column", ["Date", "Value"], [row(["03/02/2026", "4.1"])]],
    ["no rows", ["Date", "Calcium"], []],
    ["a row that is no day", ["Date", "Calcium"], [row(["03/02/2026", "9.7"]), row(["Goal", "9.0"])]],
  ])("is not with %s", (_, columns, rows) => {
    const as = region(rows, { columns });
    expect(transposed(as)).toBe(as);
  });

  it("leaves out columns without a name or without values", () => {
    const { rows, columns, rowCount } = turned(
      ["Date", "Calcium", "", "Albumin"],
      row(["03/02/2026", "9.7", "x"]),
      row(["01/05/2026", "9.1", "y"]),
    );
    expect([texts(rows), columns, rowCount]).toEqual([
      [["Calcium", "9.7", "9.1"]],
      ["", "03/02/2026", "01/05/2026"],
      1,
    ]);
    expect(rows[0]?.cells.map(({ header, column }) => [header, column])).toEqual([
      [true, 0],
      [false, 1],
      [false, 2],
    ]);
  });
});

describe("words", () => {
  it.each<[string, string]>([
    ["resultRow--lowValue", "result row low value"],
    ["value  low", "value low"],
    ["low low", "low"],
    ["btn___3xK2 low", "btn low"],
    ["css-1x2y3z low", "low"],
    ["a+b low", "low"],
    ["x=1 low", "low"],
    ["B12c low", "low"],
    ["col12 low", "col12 low"],
    ["H2 low", "h2 low"],
    ["100% low", "100% low"],
    ["", ""],
  ])("class words %j: %j", (attributes, words) => {
    expect(hintWords(attributes)).toBe(words);
  });

  it("tests and drugs, what is read, persons", () => {
    expect(["Calcium", "Fosamax", "Weight", "Notes"].map(namesSomething)).toEqual([true, true, false, false]);
    expect(["Calcium", "Weight", "Smoking", "Urine"].map(saysSomething)).toEqual([true, true, true, false]);
    expect(["DOB", "MRN", "Calcium"].map(speaksOfPerson)).toEqual([true, true, false]);
  });
});

describe("the first of two pairs", () => {
  const heads = (...first: [string, string]) =>
    compose(region([row(first), row(["Alcohol", "2 drinks/day"])], { shape: "pairs" }))[0]?.columns;
  it.each<[string, string]>([
    ["Smoking status", "Never"],
    ["Tobacco use", "Former smoker"],
    ["Last dental exam", "None"],
  ])("%s %s is a fact, no head", (label, said) => expect(heads(label, said)).toEqual([]));
  it.each<[string, string]>([
    ["Date", "04/21/2026"],
    ["Type", "Goal"],
  ])("%s %s is one", (label, said) => expect(heads(label, said)).toEqual([label, said]));
});
