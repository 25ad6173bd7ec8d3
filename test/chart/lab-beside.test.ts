import { describe, expect, it } from "vitest";
import type { LabResult } from "../../src/chart/chart";
import { facts, region, row, table } from "./support/page";

const one = (columns: string[], ...cells: string[]): LabResult | undefined => facts([table(columns, [cells])]).labs[0];
const unit = (read: LabResult | undefined) => (read?.result.kind === "number" ? read.result.unit : undefined);

describe("what a column lends to the result beside it", () => {
  it.each<[string, string | null]>([
    ["Units", "mg/dL"],
    ["UOM", "mg/dL"],
    ["", "mg/dL"],
    ["Foo", "mg/dL"],
    ["Comment", null],
    ["Previous", null],
    ["Specimen", null],
  ])("a unit under %j: %s", (head, expected) => {
    expect(unit(one(["Test", "Result", head], "Calcium", "9.4", "mg/dL"))).toBe(expected);
  });

  it.each<[string, string, string | null]>([
    ["Range", "8.6-10.2 mg/dL", "mg/dL"],
    ["Range", "<10.2 mg/dL", "mg/dL"],
    ["Range", "-- mg/dL", "mg/dL"],
    ["", "8.6-10.2 mg/dL", "mg/dL"],
    ["", "(<10.2 mg/dL)", null],
    ["Foo", "8.6-10.2 mg/dL", null],
    ["Comment", "8.6-10.2 mg/dL", null],
  ])("the unit of a range under %j, %s: %s", (head, cell, expected) => {
    expect(unit(one(["Test", "Result", head], "Calcium", "9.4", cell))).toBe(expected);
  });

  it("the unit of the result before any other", () => {
    expect(unit(one(["Test", "Result", "Range"], "Calcium", "9.4 mg/dL", "2.1-2.6 mmol/L"))).toBe("mg/dL");
    expect(unit(one(["Test", "Result", "Range", "Range"], "Calcium", "9.4", "8.6-10.2 mg/dL", "2.1-2.6 mmol/L"))).toBe(
      "mg/dL",
    );
  });

  it("the first range, flag and status of a row", () => {
    expect(one(["Test", "Result", "Range", "Range"], "Calcium", "9.4 mg/dL", "8.6-10.2", "1-2")?.range).toEqual({
      low: 8.6,
      high: 10.2,
    });
    expect(one(["Test (8-11)", "Result", "Range"], "Calcium (8.0-11.0)", "9.4 mg/dL", "8.6-10.2")?.range).toEqual({
      low: 8.6,
      high: 10.2,
    });
    expect(one(["Test", "Result", "Flag", "Flag"], "Calcium", "9.4 mg/dL", "L", "H")?.flag).toBe("low");
    expect(one(["Test", "Result", "Status", "State"], "Calcium", "9.4 mg/dL", "Corrected", "Final")?.status).toBe(
      "corrected",
    );
  });
});

describe("what stands under a day is said of that day", () => {
  const days = ["Component", "03/02/2026", "01/05/2026"];
  it("a flag, a status, a unit under another day is none of this result", () => {
    for (const other of ["H", "Final", "mg/dL"]) {
      const read = one(days, "Calcium", "9.4", other);
      expect([read?.flag, read?.status, unit(read), read?.date], other).toEqual([null, null, null, "2026-03-02"]);
    }
  });

  it("a flag and a status in columns of another day neither", () => {
    const columns = ["Component", "03/02/2026 / Result", "01/05/2026 / Flag", "01/05/2026 / Status"];
    expect(one(columns, "Calcium", "9.4 mg/dL", "H", "Corrected")).toMatchObject({ flag: null, status: null });
  });
});

describe("which name counts", () => {
  it("one that names a test by itself before one that needs the code", () => {
    expect(one(["Test", "LOINC", "Name", "Result"], "Totalcalc", "17861-6", "Calcium, total", "9.4 mg/dL")?.label).toBe(
      "Calcium, total",
    );
    expect(one(["Test", "LOINC", "Result"], "Totalcalc", "17861-6", "9.4 mg/dL")?.label).toBe("Totalcalc");
  });

  it("a code and a name of two tests are none", () => {
    expect(one(["Test", "LOINC", "Result"], "Calcium", "1751-7", "9.4 mg/dL")).toBeUndefined();
    expect(one(["Test", "LOINC", "Result"], "Calcium", "17861-6", "9.4 mg/dL")?.loinc).toBe("17861-6");
  });

  it("the cell of the name lends neither range nor flag a second time", () => {
    const named = region("table", [], [row(["Calcium (8.6-10.2)", "9.4 mg/dL"])]);
    expect(facts([named]).labs).toMatchObject([{ label: "Calcium", range: { low: 8.6, high: 10.2 } }]);
  });
});
