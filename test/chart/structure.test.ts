import { describe, expect, test } from "vitest";
import type { BannerPiece, FrameSnapshot, Region, Row } from "../../src/chart/snapshot";
import { structured } from "../../src/chart/structure";
import { rowSent as row, tableSent as table } from "./support/sent";

const page = (regions: Region[], banner: BannerPiece[] = [], url = "https://ehr.test/p/1"): FrameSnapshot =>
  structured({ url, lang: null, top: true, banner, regions });

describe("column heads", () => {
  test.each([
    "2026-03-02 08:15:00",
    "03/02/26",
    "2. März 2026",
    "14 Sept",
    "Mar 3, 2026",
    "12:05 PM",
    "2025",
  ])("%s stands above a column", (time) => {
    const [region] = page([table([row(["Test", time]), row(["Calcium", "9.7"])])]).regions;
    expect(region?.columns).toEqual(["Test", time]);
  });

  test.each(["9.7", "30 - 100", "12 mg", "<4", "120/80"])("%s does not", (value) => {
    const [region] = page([table([row(["Vitamin K", value]), row(["Calcium", "9.7"])])]).regions;
    expect(region?.columns).toEqual([]);
  });

  test("a test's name is no column's name unless the page says so", () => {
    const plain = [row(["Calcium", "Albumin"]), row(["9.7", "4.1"])];
    expect(page([table(plain)]).regions[0]?.columns).toEqual([]);
    const marked = [row(["Calcium", "Albumin"], { head: true }), row(["9.7", "4.1"])];
    expect(page([table(marked)]).regions[0]?.columns).toEqual(["Calcium", "Albumin"]);
  });

  test("columns that start anew make a region of their own", () => {
    const { regions } = page([
      table([
        row(["Test", "Value"], { head: true }),
        row(["Calcium", "9.7"]),
        row(["Drug", "Dose"], { head: true }),
        row(["Alendronate", "70 mg"]),
      ]),
    ]);
    expect(regions.map(({ columns, rows }) => [columns, rows.length])).toEqual([
      [["Test", "Value"], 1],
      [["Drug", "Dose"], 1],
    ]);
  });

  test("rows of dates without anything below are the heads of another grid", () => {
    expect(page([table([row(["Vitamin D, 25", "2026"]), row(["", "Oct 12"])], { shape: "grid" })]).regions).toEqual([]);
  });

  test("what stands above a grid names its columns only when it can", () => {
    const rows = [row(["Calcium", "9.7", "9.1"])];
    const dates = [row(["Panel", "2026", "2025"])];
    const values = [row(["Albumin", "4.1", "4.0"])];
    expect(page([table(rows, { shape: "grid", heads: dates })]).regions[0]?.columns).toEqual(["Panel", "2026", "2025"]);
    expect(page([table(rows, { shape: "grid", heads: values })]).regions[0]?.columns).toEqual([]);
  });
});

describe("tables that are turned", () => {
  const told = (region?: Region) => region?.rows.map(({ cells }) => cells.map(({ column, text }) => [column, text]));
  const days = [row(["03/02/2026", "9.4", "22.6 L"]), row(["11/05/2025", "9.1", ""])];

  test("days down the side, tests across: every test is a row, every day a column", () => {
    const heads = row(["Date", "Calcium (mg/dL)", "25-OH Vit D (ng/mL)"], { head: true });
    const [region] = page([table([heads, ...days])]).regions;
    expect(region?.columns).toEqual(["", "03/02/2026", "11/05/2025"]);
    expect(told(region)).toEqual([
      [
        [0, "Calcium (mg/dL)"],
        [1, "9.4"],
        [2, "9.1"],
      ],
      [
        [0, "25-OH Vit D (ng/mL)"],
        [1, "22.6 L"],
      ],
    ]);
  });

  test("dates beside one test a row stay as they stand", () => {
    const heads = row(["Date", "Test", "Value"], { head: true });
    const [region] = page([table([heads, row(["03/02/2026", "Calcium", "9.4"])])]).regions;
    expect(region?.columns).toEqual(["Date", "Test", "Value"]);
  });
});

describe("preformatted text", () => {
  const prose = (...texts: string[]) =>
    table(
      texts.map((text) => row([text])),
      { shape: "prose" },
    );

  test("lines set in columns are rows of cells, with what stands above them", () => {
    const { regions } = page([
      prose(
        "Collected: 03/02/2026  Reported: 03/03/2026",
        "TEST  RESULT  FLAG  UNITS",
        "CALCIUM  10.9  H  mg/dL",
        "ALBUMIN  4.4  g/dL",
      ),
    ]);
    const grid = regions.find(({ shape }) => shape === "grid");
    expect(grid?.columns).toEqual([]);
    expect(grid?.rows.map(({ cells }) => cells.map(({ text }) => text))).toEqual([
      ["CALCIUM", "10.9", "H", "mg/dL"],
      ["ALBUMIN", "4.4", "g/dL"],
    ]);
    expect(grid?.says).toContain("Collected: 03/02/2026");
  });

  test("running text stays text", () => {
    const { regions } = page([prose("Calcium was 9.4 last year.  She takes vitamin D.", "No fractures.")]);
    expect(regions.map(({ shape }) => shape)).toEqual(["prose"]);
  });
});

describe("dividers", () => {
  const groups = (rows: Row[]) => page([table(rows)]).regions[0]?.rows.map(({ group }) => group);

  test("one of the same look ends the one before, one of another look stands under it", () => {
    expect(
      groups([
        row(["Test", "Value", "Unit"], { head: true }),
        row([["SERUM", 3]], { look: "a" }),
        row(["Creatinine", "0.8", "mg/dL"]),
        row([["URINE", 3]], { look: "a" }),
        row([["24 h collection", 3]], { look: "b" }),
        row(["Creatinine", "101", "mg/dL"]),
      ]),
    ).toEqual(["SERUM", "URINE / 24 h collection"]);
  });

  test("a note between rows is a row, not a divider", () => {
    expect(
      groups([
        row(["Calcium", "9.7", "mg/dL"]),
        row([["Comment: repeat in six weeks.", 3]]),
        row(["Albumin", "4.1", "g/dL"]),
      ]),
    ).toEqual([null, null, null]);
  });

  const heads = row(["Test", "Value", "Unit"], { head: true });
  const creatinine = row(["Creatinine", "0.8", "mg/dL"]);
  const calcium = row(["Calcium", "9.7", "mg/dL"]);
  const line = (text: string) => row([[text, 3]]);

  test("lines of one wording, one after each entry, go with the entry before them", () => {
    const { rows = [] } =
      page([
        table([
          heads,
          creatinine,
          line("Range | 0.5-1.1 | Collected | : | 03/02/2026"),
          calcium,
          line("Range | 8.5-10.4 | Collected | : | 11/04/2025"),
        ]),
      ]).regions[0] ?? {};
    expect(rows.map(({ group, cells }) => [group, cells.slice(3).map(({ column, text }) => [column, text])])).toEqual([
      [
        null,
        [
          [3, "Range"],
          [4, "0.5-1.1"],
          [5, "Collected: 03/02/2026"],
        ],
      ],
      [
        null,
        [
          [3, "Range"],
          [4, "8.5-10.4"],
          [5, "Collected: 11/04/2025"],
        ],
      ],
    ]);
  });

  test.each([
    ["before each entry", [heads, line("03/02/2026"), creatinine, line("11/04/2025"), calcium]],
    ["not after the last one", [heads, creatinine, line("03/02/2026"), calcium, line("11/04/2025"), calcium]],
    ["of another wording", [heads, creatinine, line("URINE 1"), calcium, line("Printed 11/04/2025")]],
  ])("lines %s stand above what follows", (_, rows) => {
    expect(groups(rows)?.filter(Boolean)).not.toEqual([]);
  });

  test.each<[string, Row[], true | undefined]>([
    ["two after one entry", [heads, creatinine, line("03/02/2026"), line("11/04/2025"), calcium], true],
    ["an entry without one", [heads, creatinine, line("Collected: 03/02/2026"), calcium, calcium], true],
    ["a year", [creatinine, line("Collected Mar 2, 2026"), calcium, calcium], true],
    ["one above the first entry", [heads, line("03/02/2026"), creatinine, line("11/04/2025"), calcium], undefined],
    ["one after each entry", [heads, creatinine, line("03/02/2026"), calcium, line("11/04/2025")], undefined],
    ["no day in them", [heads, creatinine, line("URINE"), calcium], undefined],
  ])("lines with days between entries, %s: whether it is unclear which day is of which", (_, rows, unclear) => {
    expect(page([table(rows)]).regions.map(({ daysUnclear }) => daysUnclear)).toEqual([unclear]);
  });

  test("a test without a value is not a divider of those below", () => {
    expect(
      groups([
        row(["Test", "Value", "Unit"], { head: true }),
        row(["Albumin", "", ""]),
        row(["Calcium", "9.7", "mg/dL"]),
      ]),
    ).toEqual([null, null]);
  });
});

test("a list that was only seen keeps its columns and no rows", () => {
  const [region] = page([
    table([row(["Test", "Value"], { head: true }), row(["Zinc", "80"])], { bare: true, rowCount: 2 }),
  ]).regions;
  expect(region).toMatchObject({ columns: ["Test", "Value"], rows: [], rowCount: 1 });
});

test("labels are joined to what follows them in the same block", () => {
  const piece = (text: string, block = 0): BannerPiece => ({ ref: 1, text, label: null, block, hints: "" });
  const { banner } = page(
    [],
    [piece("Fenn, Iris"), piece("DOB"), piece("02/14/1959"), piece("Female"), piece("OpenMRS ID:"), piece("100KX7", 1)],
  );
  expect(banner.map(({ label, text }) => [label, text])).toEqual([
    [null, "Fenn, Iris"],
    ["DOB", "02/14/1959"],
    [null, "Female"],
    [null, "100KX7"],
  ]);
});

test("hints are plain words without what a build made up; addresses keep what names the patient", () => {
  const { regions, url } = page(
    [table([row(["Calcium", "9.7"])], { hints: "resultsTable -app-tests__value--low___u6Jl9 css-1x2y3z" })],
    [],
    "https://ehr.test/chart?demographicNo=12&sessionToken=abc",
  );
  expect(regions[0]?.hints).toBe("results table app tests value low");
  expect(url).toBe("https://ehr.test/chart?demographicNo=12");
});
