import { describe, expect, it } from "vitest";
import type { Region } from "../../src/chart/snapshot";
import { facts, items, pairs, region, row, table } from "./support/page";

/** Lines of a list that hold a field of the record, and what they say of the results around them. */
const LABS = { headings: ["Lab results"] };
const read = (one: Region) => facts([one]).labs.map(({ analyte }) => analyte);
const rows = (...lines: string[][]) => read(table([], lines, LABS));
const list = (...lines: string[]) => read(items(lines, LABS));

describe("a specimen named in a line", () => {
  it("reaches down to the next such line", () => {
    expect(rows(["Specimen", "Urine"], ["Calcium", "9.3 mg/dL"], ["Albumin", "4.2 g/dL"])).toEqual([]);
    expect(list("Specimen: Urine", "Calcium: 9.3 mg/dL", "Albumin: 4.2 g/dL")).toEqual([]);
    expect(
      rows(
        ["Sample type", "Random urine"],
        ["Calcium", "9.3 mg/dL"],
        ["Sample type", "Serum"],
        ["Albumin", "4.2 g/dL"],
      ),
    ).toEqual(["ALB"]);
    expect(list("Specimen: Pleural fluid", "Albumin: 2.2 g/dL", "Specimen: Blood", "Calcium: 9.3 mg/dL")).toEqual([
      "CA",
    ]);
  });
  it("with other fields in its row", () => {
    expect(rows(["Specimen", "Urine", "Status", "Final"], ["Calcium", "9.3 mg/dL"])).toEqual([]);
    expect(rows(["Specimen", "Serum", "Status", "Final"], ["Calcium", "9.3 mg/dL"])).toEqual(["CA"]);
  });
  it("below the results may be theirs", () => {
    expect(list("Calcium: 9.3 mg/dL", "Specimen: Urine")).toEqual([]);
    expect(list("Calcium: 9.3 mg/dL", "Specimen: Serum", "Albumin: 4.2 g/dL", "Specimen: Urine")).toEqual(["CA"]);
  });
  it("within an entry", () => {
    expect(list("Calcium: 9.3 mg/dL | Specimen: Urine", "Albumin: 4.2 g/dL | Specimen: Serum")).toEqual(["ALB"]);
    expect(read(table(["Test", "Result"], [["Calcium | Specimen: Urine", "9.3 mg/dL"]], LABS))).toEqual([]);
  });
  it.each([
    ["Material", "Urina"],
    ["Muestra", "Orina"],
    ["Probe", "Urin"],
  ])("%s: %s", (label, said) => expect(rows([label, said], ["Calcium", "9.3 mg/dL"])).toEqual([]));
  it("in a column, by a letter", () => {
    const lines = [
      ["Calcium", "2.4", "mmol/l", "U"],
      ["Albumin", "42", "g/l", "S"],
    ];
    expect(read(table(["Analyse", "Resultat", "Einheit", "Mat."], lines, LABS))).toEqual(["ALB"]);
  });
  it.each(["U", "24h U", "Spot Ur"])("%s beside the result", (said) =>
    expect(read(table(["Test", "Result", "Sample"], [["Calcium", "9.3 mg/dL", said]], LABS))).toEqual([]));
  it.each(["Father", "Mother", "Donor"])("a column of the %s", (head) => {
    expect(read(table(["Test", head], [["Calcium", "9.3 mg/dL"]], LABS))).toEqual([]);
    expect(read(table(["Test", "Result", head], [["Calcium", "9.3 mg/dL", "8.1 mg/dL"]], LABS))).toEqual(["CA"]);
  });
  it("cord blood is the newborn's", () =>
    expect(
      read(table(["Test", "Result"], [["Calcium", "9.3 mg/dL"]], { headings: ["Labs (umbilical cord)"] })),
    ).toEqual([]));
  it("does not reach into the next part of the list", () => {
    const chemistry = [row(["Specimen", "Urine"], "Urinalysis"), row(["Calcium", "9.3 mg/dL"], "Chemistry")];
    expect(read(region("table", [], chemistry, LABS))).toEqual(["CA"]);
  });
  it("of one record says nothing of the next", () => {
    const record = (test: string, result: string, specimen: string) => [
      ["Test", test],
      ["Result", result],
      ["Specimen", specimen],
    ];
    const both = [...record("Calcium", "9.3 mg/dL", "Urine"), ...record("Albumin", "4.2 g/dL", "Serum")];
    expect(rows(...both)).toEqual(["ALB"]);
  });
  it.each([
    ["Specimen", "Venous blood"],
    ["Specimen", "Serum, urine"],
    ["Source", "Outside laboratory"],
    ["Urine culture", "Negative"],
    ["Specimen: URINE", "5778-6", "COLOR", "YELLOW", "", ""],
  ])("but: %s | %s", (...line) => expect(rows(line, ["Calcium", "9.3 mg/dL"])).toEqual(["CA"]));

  const below = (says: string[], name = "Calcium") =>
    read(table(["Test", "Result"], [[name, "9.3 mg/dL"]], { ...LABS, says }));
  it("over a list, unless the list names blood itself", () => {
    expect(below(["Collected: 04/02/2026", "Specimen: Urine"])).toEqual([]);
    expect(below(["Specimen", "Urine"])).toEqual([]);
    expect(below(["Specimen: Urine"], "Calcium, serum")).toEqual(["CA"]);
    expect(below(["Specimen: Blood"])).toEqual(["CA"]);
    expect(below(["Urine culture was negative"])).toEqual(["CA"]);
  });
});

describe("a status or a comment in a line", () => {
  it.each([
    ["Status", "Cancelled"],
    ["Order status", "Canceled"],
    ["Result status", "Entered in error"],
    ["Status", "Not performed"],
    ["Comment", "Wrong patient, please redraw"],
  ])("%s: %s takes back what stands below, or above it", (label, said) => {
    expect(rows([label, said], ["Calcium", "9.3 mg/dL"], ["Albumin", "4.2 g/dL"])).toEqual([]);
    expect(list(`${label}: ${said}`, "Calcium: 9.3 mg/dL")).toEqual([]);
    expect(list("Calcium: 9.3 mg/dL", `${label}: ${said}`)).toEqual([]);
    expect(
      read(
        pairs(
          [
            ["Calcium", "9.3 mg/dL"],
            [label, said],
          ],
          LABS,
        ),
      ),
    ).toEqual([]);
  });
  it("up to the next status", () =>
    expect(list("Status: Cancelled", "Calcium: 9.3 mg/dL", "Status: Final", "Albumin: 4.2 g/dL")).toEqual(["ALB"]));
  it("in a cell of its entry", () => {
    const entry = (name: string, result: string, status: string) => row([name, result, status]);
    const cards = [entry("Calcium", "9.3 mg/dL", "Status: Cancelled"), entry("Albumin", "4.2 g/dL", "Status: Final")];
    expect(read(region("list", [], cards, LABS))).toEqual(["ALB"]);
  });
  it.each([
    ["Status", "Final"],
    ["Order status", "Completed"],
    ["Comment", "Slight hemolysis"],
    ["Visit status", "Cancelled"],
  ])("but: %s: %s", (label, said) => {
    expect(rows([label, said], ["Calcium", "9.3 mg/dL"])).toEqual(["CA"]);
    expect(list("Calcium: 9.3 mg/dL", `${label}: ${said}`)).toEqual(["CA"]);
  });

  const over = (around: { headings?: string[]; says?: string[] }) =>
    read(table(["Test", "Result"], [["Calcium", "9.3 mg/dL"]], { ...LABS, ...around }));
  it.each([
    "Status: Cancelled",
    "Order status Canceled",
    "Status: Cancelled Collected: 04/02/2026",
  ])("%s over a list", (line) => {
    expect(over({ says: [line] })).toEqual([]);
    expect(over({ headings: ["Lab results", line] })).toEqual([]);
    expect(read(region("table", ["Test", "Result"], [row(["Calcium", "9.3 mg/dL"], line)], LABS))).toEqual([]);
  });
  it("as two lines", () => expect(over({ says: ["Order status", "Cancelled"] })).toEqual([]));
  it.each(["BMP - CANCELLED", "Chemistry panel Cancelled", "Cancelled lab results"])("the title %s", (title) =>
    expect(over({ headings: [title] })).toEqual([]));
  it.each([
    "Order status: Completed",
    "Status: Final",
    "Status: All",
    "Status: Final, Cancelled, Pending",
    "Status: Cancelled, Final, Pending",
    "Status: Cancelled or final",
    "Show cancelled results",
    "Include cancelled: No",
    "Final Cancelled",
    "2 tests cancelled",
    "Appointment status: Cancelled",
  ])("but: %s", (line) => {
    expect(over({ says: [line] })).toEqual(["CA"]);
    expect(over({ headings: ["Lab results", line] })).toEqual(["CA"]);
  });
});

describe("an entry of a list whose lines are a record", () => {
  const entry = (...pieces: string[]) =>
    facts([items([pieces.join(" | ")], LABS)]).labs.map(({ analyte, result, range, date, flag, status }) => [
      analyte,
      result.kind === "number" ? `${result.value} ${result.unit}` : null,
      range,
      date,
      flag,
      status,
    ]);
  it("name, result, range, day", () => {
    const range = { low: 8.6, high: 10.3 };
    expect(entry("Calcium", "9.3 mg/dL", "8.6-10.3", "02/11/2026")).toEqual([
      ["CA", "9.3 mg/dL", range, "2026-02-11", null, null],
    ]);
    expect(entry("Calcium", "10.9 mg/dL", "H", "8.6-10.3", "Quest")).toEqual([
      ["CA", "10.9 mg/dL", range, null, "high", null],
    ]);
    expect(entry("Calcium", "9.3 mg/dL", "Preliminary")).toEqual([["CA", "9.3 mg/dL", null, null, null, "pending"]]);
  });
  it.each([
    [["Calcium", "8.6-10.3 mg/dL", "02/11/2026"]],
    [["Calcium", "9.3 mg/dL", "9.9 mg/dL"]],
    [["Calcium", "Previous: 9.9 mg/dL", "Current: 9.3 mg/dL"]],
    [["Calcium", "Goal", "9.3 mg/dL"]],
    [["Calcium", "9.3 mg/dL", "Albumin", "4.2 g/dL"]],
    [["Calcium", "9.3 mg/dL", "Specimen: Urine"]],
    [["Calcium", "9.3 mg/dL", "Cancelled"]],
    [["Calcium", "9.3 mg/dL", "Wrong patient"]],
    [["Calcium", "2 results", "02/11/2026"]],
    [["Calcium", "500 mg", "daily"]],
  ])("but: %j", (pieces) => expect(entry(...pieces)).toEqual([]));
  it("a day on which it is due is none of its own", () =>
    expect(entry("Calcium", "9.3 mg/dL", "Due: 02/11/2026")[0]?.[3] ?? null).toBeNull());
});
