import { describe, expect, it } from "vitest";
import { canonical, unitFit, unitKey } from "../../src/terminology/units";

describe("canonical", () => {
  it("converts both systems at full precision", () => {
    expect(canonical("VITD", 50, "nmol/L")?.value).toBeCloseTo(50 / 2.496, 12);
    expect(canonical("VITD", 49.9, "nmol/l")?.value).toBeLessThan(20);
    expect(canonical("VITD", 17.4, "ug/L")).toEqual({ value: 17.4, unit: "ng/mL" });
    expect(canonical("CREAT", 88.42, "µmol/L")?.value).toBeCloseTo(1, 12);
    expect(canonical("HGB", 123, "g/L")?.value).toBeCloseTo(12.3, 12);
    expect(canonical("HGB", 12.3, "gm/dL")).toEqual({ value: 12.3, unit: "g/dL" });
    expect(canonical("EGFR", 48, "mL/min/{1.73_m2}")?.unit).toBe("mL/min/1.73m2");
    expect(canonical("TSH", 2, "uIU/mL")).toEqual({ value: 2, unit: "mIU/L" });
  });

  it("assumes nothing where the unit is missing or unknown", () => {
    expect(canonical("VITD", 52, null)).toBeNull();
    expect(canonical("VITD", 52, "mg/dL")).toBeNull();
    expect(canonical("CA", 9.4, "mEq/L")).toBeNull();
  });

  it("tells units of another quantity from units it does not know", () => {
    expect(unitFit("CREAT", "mg/24h")).toBe("other");
    expect(unitFit("ALB", "mg/g creat")).toBe("other");
    expect(unitFit("ALB", "%")).toBe("other");
    expect(unitFit("ALP", "%")).toBe("foreign");
    expect(unitFit("CA", "mEq/L")).toBe("unknown");
    expect(unitFit("CA", "mg/dL")).toBe("known");
  });

  it("folds spellings of one unit", () => {
    for (const unit of ["umol/L", "µmol/L", "μmol/l", "mcmol/L"]) expect(unitKey(unit)).toBe("umol/l");
  });
});
