import { describe, expect, it } from "vitest";
import {
  addDays,
  addMonths,
  daysBetween,
  earliest,
  isPartialDate,
  latest,
  monthsBetween,
} from "../../src/chart/calendar";
import { canonical } from "../../src/chart/canonical";
import { facts, lines, pairs, table } from "./support/page";

describe("calendar", () => {
  it.each([
    ["2026", true],
    ["2026-01", true],
    ["2026-12", true],
    ["2026-00", false],
    ["2026-13", false],
    ["2026-01-01", true],
    ["2026-01-00", false],
    ["2026-01-31", true],
    ["2026-01-32", false],
    ["2024-02-29", true],
    ["2026-02-29", false],
    ["x2026", false],
    ["2026x", false],
    ["2026-1", false],
    ["", false],
  ])("%j is a date: %s", (text, is) => {
    expect(isPartialDate(text)).toBe(is);
  });

  it.each([
    ["2026", "2026-01-01", "2026-12-31"],
    ["2026-04", "2026-04-01", "2026-04-30"],
    ["2024-02", "2024-02-01", "2024-02-29"],
    ["2026-04-05", "2026-04-05", "2026-04-05"],
  ])("%s is from %s to %s", (date, first, last) => {
    expect([earliest(date), latest(date)]).toEqual([first, last]);
  });

  it.each([
    ["2026-01-15", 1, "2026-02-15"],
    ["2026-01-31", 1, "2026-02-28"],
    ["2024-01-31", 1, "2024-02-29"],
    ["2026-12-15", 1, "2027-01-15"],
    ["2026-01-15", -1, "2025-12-15"],
    ["2026-11-15", 14, "2028-01-15"],
    ["2026-03-15", -27, "2023-12-15"],
    ["2026-12-15", 0, "2026-12-15"],
  ])("%s and %s months is %s", (date, months, then) => {
    expect(addMonths(date, months)).toBe(then);
  });

  it.each([
    ["2026-01-15", "2026-02-15", 1, 31],
    ["2026-01-15", "2026-02-14", 0, 30],
    ["2025-12-31", "2026-01-01", 0, 1],
    ["2024-06-10", "2026-07-10", 25, 760],
    ["2026-02-15", "2026-01-15", -1, -31],
  ])("from %s to %s are %s months, %s days", (from, to, months, days) => {
    expect([monthsBetween(from, to), daysBetween(from, to), addDays(from, days)]).toEqual([months, days, to]);
  });

  it("the same facts in another order of keys are the same text, lists are not", () => {
    expect(canonical({ b: { d: 1, c: null }, a: [2, 1] })).toBe('{"a":[2,1],"b":{"c":null,"d":1}}');
    expect(canonical([{ b: 1, a: 2 }])).toBe('[{"a":2,"b":1}]');
    expect([canonical("x"), canonical(null), canonical([2, 1])]).toEqual(['"x"', "null", "[2,1]"]);
  });
});

const IMAGING = { headings: ["Imaging", "DXA"] };
const fraxOf = (...texts: string[]) =>
  facts([lines(texts, IMAGING)]).frax.map(({ mof, hip, mofComparator, hipComparator }) => [
    mof,
    mofComparator,
    hip,
    hipComparator,
  ]);

describe("FRAX in prose (RISK.md 2.3)", () => {
  it.each<[string, unknown[]]>([
    ["FRAX: MOF 12%, hip <0.1%", [[12, null, 0.1, "<"]]],
    ["FRAX: MOF less than 5%, hip under 1%", [[5, "<", 1, "<"]]],
    ["FRAX: MOF greater than 50%, hip 12%", [[50, ">", 12, null]]],
    ["FRAX: major osteoporotic fracture 12 percent, hip fracture 2.4 per cent", [[12, null, 2.4, null]]],
    [
      "FRAX: 10-year probability of any major osteoporotic fracture (clinical spine, forearm, hip or shoulder) is 14%, of hip fracture 2.9%",
      [[14, null, 2.9, null]],
    ],
    ["FRAX MOF/hip 19/4.6", [[19, null, 4.6, null]]],
    ["FRAX MOF and hip: 19 and 4.6", [[19, null, 4.6, null]]],
    ["FRAX 19%/4.6%", [[19, null, 4.6, null]]],
    ["FRAX: hip 4.6%", [[null, null, 4.6, null]]],
    ["FRAX: MOF 19%", [[19, null, null, null]]],
    ["FRAX 10-year risk of hip fracture is 2.9% and of major osteoporotic fracture 14%", [[14, null, 2.9, null]]],
    ["Family history: parent hip fracture. FRAX MOF 14%, hip 2.9%", [[14, null, 2.9, null]]],
    ["Left hip T-score -1.4. FRAX MOF 14%, hip 2.9%", [[14, null, 2.9, null]]],
  ])("%s", (text, expected) => {
    expect(fraxOf(text)).toEqual(expected);
  });

  it.each([
    "FRAX: MOF 3%, hip 14%",
    "FRAX: MOF 100%, hip 0%",
    "FRAX: MOF at least 20%",
    "FRAX: MOF <= 20%, hip <= 3%",
    "FRAX cannot be calculated: MOF 14%, hip 2.9%",
    "FRAX 4.6/19",
    "FRAX intervention threshold 20/3",
    "Major bleeding 14%, hip pain 2.9%",
    "FRAX tool last year: MOF 14%, hip 2.9%",
    "If hip reaches 3% or MOF 20% by FRAX, treat",
    "FRAX goal hip 2%",
  ])("%s gives none", (text) => {
    expect(fraxOf(text)).toEqual([]);
  });

  const one = (...texts: string[]) => facts([lines(texts, IMAGING)]).frax[0];
  it.each<[string, string | null, string | null]>([
    ["FRAX (US Caucasian): MOF 14%, hip 2.9%", "US Caucasian", "US"],
    ["FRAX, United States (Black): MOF 14%, hip 2.9%", null, "US"],
    ["FRAX UK: MOF 14%, hip 2.9%", null, "UK"],
    ["FRAX, United Kingdom: MOF 14%, hip 2.9%", null, "UK"],
    ["FRAX Canada: MOF 14%, hip 2.9%", null, "canada"],
    ["FRAX: MOF 14%, hip 2.9%", null, null],
  ])("model of %s", (text, model, country) => {
    expect(one(text)?.country?.toLowerCase() ?? null).toBe(country?.toLowerCase() ?? null);
    if (model !== null) expect(one(text)?.model).toContain("US");
  });

  it.each<[string, boolean | null, boolean | null]>([
    ["glucocorticoids: yes", true, null],
    ["steroids ticked", true, null],
    ["glucocorticoids: no", false, null],
    ["no glucocorticoids", false, null],
    ["risk factors: smoking, glucocorticoid", true, null],
    ["steroid-adjusted", null, true],
    ["adjusted for steroid dose", null, true],
    ["not adjusted for steroid dose", null, false],
    ["smoking: yes", null, null],
  ])("FRAX, %s", (words, ticked, adjusted) => {
    expect(one(`FRAX (${words}): MOF 14%, hip 2.9%`)).toMatchObject({
      glucocorticoidsTicked: ticked,
      glucocorticoidAdjusted: adjusted,
    });
  });

  it.each<[string, boolean | null]>([
    ["without BMD", false],
    ["no BMD", false],
    ["BMD not used", false],
    ["with BMD", true],
    ["including BMD", true],
    ["using femoral neck BMD", true],
    ["2026", null],
  ])("FRAX %s", (words, withBmd) => {
    expect(one(`FRAX ${words}: MOF 14%, hip 2.9%`)?.withBmd).toBe(withBmd);
  });

  it("in a table, under columns that name the figures, and with its date", () => {
    const [read] = facts([
      table(["Date", "FRAX MOF (%)", "FRAX Hip (%)"], [["03/02/2026", "14", "2.9"]], IMAGING),
    ]).frax;
    expect(read).toMatchObject({ mof: 14, hip: 2.9, date: "2026-03-02" });
    expect(
      facts([lines(["FRAX: MOF 14%, hip 2.9%", "Exam 03/02/2026", "Prior exam 01/05/2022"], IMAGING)]).frax[0]?.date,
    ).toBe("2026-03-02");
    expect(facts([lines(["FRAX: MOF 14%, hip 2.9%", "03/02/2026", "04/02/2026"], IMAGING)]).frax[0]?.date).toBeNull();
    expect(facts([lines(["FRAX: MOF 14%, hip 2.9%"], { headings: ["Patient education"] })]).frax).toEqual([]);
    expect(facts([lines(["FRAX: MOF 14%, hip 2.9%"], { headings: ["Family history"] })]).frax).toEqual([]);
  });
});

describe("DXA in prose and tables", () => {
  const scores = (...texts: string[]) =>
    facts([lines(texts, IMAGING)]).dxa.map(({ site, side, t, z, bmd }) => [site, side, t, z, bmd]);
  it.each<[string, unknown[]]>([
    [
      "Left femoral neck T-score -1.9, right femoral neck T-score -2.1",
      [
        ["FN", "left", -1.9, null, null],
        ["FN", "right", -2.1, null, null],
      ],
    ],
    ["Mean femoral neck T-score -1.9", [["FN", null, -1.9, null, null]]],
    ["Total hip T-score: +0.6", [["TH", null, 0.6, null, null]]],
    ["Lumbar spine T-score of negative 2.2", [["LS", null, -2.2, null, null]]],
    ["Bone mineral density. Lumbar spine T = -2.2, Z = -1.0", [["LS", null, -2.2, -1, null]]],
    ["Femoral neck BMD 0.701 g/cm2", [["FN", null, null, null, 0.701]]],
    ["The lumbar spine is 1.4 standard deviations below the age-matched mean.", [["LS", null, null, -1.4, null]]],
    ["The lumbar spine is 0.4 standard deviations above the young normal mean.", [["LS", null, 0.4, null, null]]],
    ["Lumbar spine T-score -1.6 (previously -1.4)", [["LS", null, -1.6, null, null]]],
    ["33% radius T-score -2.7", [["R33", null, -2.7, null, null]]],
    ["Femoral neck T-score -7.0", [["FN", null, -7, null, null]]],
    ["Femoral neck T-score 6.0", [["FN", null, 6, null, null]]],
    [
      "Femoral neck T-score -1.9. Total hip T-score -1.2. Lumbar spine T-score -0.4.",
      [
        ["FN", null, -1.9, null, null],
        ["TH", null, -1.2, null, null],
        ["LS", null, -0.4, null, null],
      ],
    ],
  ])("%s", (text, expected) => {
    expect(scores(text)).toEqual(expected);
  });

  it.each([
    [["Lumbar spine T-score 78%", "Femoral neck 1.2"]],
    [["Lumbar spine T-score 78% Z-score -0.3", "Femoral neck 1.2 -1.4"]],
  ])("%j: a share of the peak teaches no column of T-scores", (report) => {
    expect(scores(...report).filter(([site, , t]) => site === "FN" && t !== null)).toEqual([]);
  });

  it.each([
    "Femoral neck T-score -7.1",
    "Femoral neck T-score 6.1",
    "Femoral neck T-score is pending",
    "Treat if femoral neck T-score is -2.5 or lower",
    "Normal range: femoral neck T-score above -1.0",
    "Femoral neck T-score > -1.0",
    "Previous femoral neck T-score -1.4",
    "Femoral neck T-score -1.4%",
  ])("%s gives no score", (text) => {
    expect(scores(text).filter(([, , t]) => t !== null)).toEqual([]);
  });

  const rows = (columns: string[], ...cells: string[][]) =>
    facts([table(columns, cells, IMAGING)]).dxa.map(({ site, side, t, z, bmd, date, prior }) => [
      site,
      side,
      t,
      z,
      bmd,
      date,
      prior,
    ]);
  it("a row a region, with side, and figures that are numbers", () => {
    expect(
      rows(
        ["Region", "BMD (g/cm2)", "T-score", "Z-score"],
        ["Left femoral neck", "0.701", "-1.9", "-0.4"],
        ["Right femoral neck", "0.690", "-2.0", "n/a"],
        ["Lumbar spine L1-L4", "0.950 g/cm2", "- 1.2", "0.3*"],
        ["Total hip", "5.1", "-9.9", "-0.2"],
        ["Comment", "", "-1.1", ""],
      ),
    ).toEqual([
      ["FN", "left", -1.9, -0.4, 0.701, null, false],
      ["FN", "right", -2, null, 0.69, null, false],
      ["LS", null, null, 0.3, 0.95, null, false],
      ["TH", null, null, -0.2, null, null, false],
    ]);
  });

  it("undated rows of one region that differ are neither; the latest of dated ones is current", () => {
    expect(rows(["Region", "T-score"], ["Total hip", "-1.2"], ["Total hip", "-1.4"])).toEqual([]);
    expect(
      rows(["Region", "T-score"], ["Total hip", "-1.2"], ["Previous total hip", "-1.4"]).map(([, , t]) => t),
    ).not.toContain(-1.4);
    expect(
      rows(["Date", "Total hip T-score"], ["03/02/2026", "-1.2"], ["03/01/2024", "-1.0"]).map(
        ([, , t, , , date, prior]) => [t, date, prior],
      ),
    ).toEqual([
      [-1.2, "2026-03-02", false],
      [-1, "2024-03-01", true],
    ]);
  });

  it("maker, and the date of the examination", () => {
    const read = (...texts: string[]) => facts([lines(texts, IMAGING)]).dxa[0];
    expect(read("Hologic Horizon A", "Total hip T-score -1.2")?.maker).toBe("Hologic");
    expect(read("GE Lunar iDXA", "Total hip T-score -1.2")?.maker).toBe("GE Lunar");
    expect(read("Norland", "Total hip T-score -1.2")?.maker).toBe("Norland");
    expect(read("Total hip T-score -1.2")?.maker).toBeNull();
    expect(read("Exam date: 03/02/2026", "Total hip T-score -1.2", "Compared to 01/05/2022")?.date).toBe("2026-03-02");
    expect(read("03/02/2026", "Total hip T-score -1.2", "DOB 04/02/1958")?.date).toBe("2026-03-02");
    expect(read("Scan 03/02/2026", "Scan 04/02/2026", "Total hip T-score -1.2")?.date).toBeNull();
    expect(read("03/02/2026", "04/02/2026", "Total hip T-score -1.2")?.date).toBeNull();
  });
});

describe("measures", () => {
  const read = (entries: [string, string][]) =>
    facts([pairs(entries)]).vitals.map(({ kind, value, unit, date }) => [kind, value, unit, date]);
  it.each<[string, string, unknown]>([
    ["Weight", "61.5 kg", ["weight", 61.5, "kg", null]],
    ["Weight (kg)", "61.5", ["weight", 61.5, "kg", null]],
    ["Body weight", "135 lb", ["weight", 135, "lb", null]],
    ["Wt", "135 lbs", ["weight", 135, "lbs", null]],
    ["Height", "163 cm", ["height", 163, "cm", null]],
    ["Height", "5' 4\"", ["height", 64, "in", null]],
    ["Height", "5 ft 4 in", ["height", 64, "in", null]],
    ["Height", "5 feet", ["height", 60, "in", null]],
    ["Height", "1.63 m", ["height", 1.63, "m", null]],
    ["Ht [in_us]", "64", ["height", 64, "in_us", null]],
    ["BMI", "23.4", ["bmi", 23.4, null, null]],
    ["BMI", "23.4 kg/m2", ["bmi", 23.4, "kg/m2", null]],
    ["Body mass index", "23.4 kg/m²", ["bmi", 23.4, "kg/m²", null]],
    ["Weight", "82 kg (07/10/2013)", ["weight", 82, "kg", "2013-07-10"]],
    ["Weight", "0 kg", null],
    ["Weight", "163 cm", null],
    ["Height", "61 kg", null],
    ["BMI", "23.4 kg", null],
    ["Weight change", "2 kg", null],
    ["Goal weight", "60 kg", null],
    ["Weight", "declined", null],
    ["Head circumference", "55 cm", null],
  ])("%s: %s", (label, value, expected) => {
    expect(read([[label, value]])).toEqual(expected === null ? [] : [expected]);
  });

  it("the value of the day, not the change, the goal or the one before", () => {
    const at = (columns: string[], cells: string[]) =>
      facts([table(columns, [cells])]).vitals.map(({ value, unit, date }) => [value, unit, date]);
    expect(at(["Vital", "Value", "Previous"], ["Weight", "61 kg", "63 kg"])).toEqual([[61, "kg", null]]);
    expect(at(["Vital", "03/02/2026", "01/05/2026"], ["Weight", "61 kg", "63 kg"])).toEqual([
      [61, "kg", "2026-03-02"],
      [63, "kg", "2026-01-05"],
    ]);
    expect(at(["Vital", "Today", "Goal"], ["Weight", "61 kg", "58 kg"])).toEqual([[61, "kg", null]]);
    expect(facts([table([], [["Weight", "61", "kg"]], { headings: ["Plan"] })]).vitals).toEqual([]);
    expect(facts([lines(["Weight 61 kg, Height 163 cm"])]).vitals.map(({ kind, value }) => [kind, value])).toEqual([
      ["weight", 61],
      ["height", 163],
    ]);
  });
});
