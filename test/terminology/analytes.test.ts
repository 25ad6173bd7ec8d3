import { describe, expect, it } from "vitest";
import { ANALYTES, analyteOf } from "../../src/terminology/analytes";

describe("analyteOf", () => {
  it.each([
    ["Vitamin D, 25-OH", "VITD"],
    ["25(OH)D3+25(OH)D2 SerPl-mCnc", "VITD"],
    ["VIT D 25 HYDROXY, TOTAL", "VITD"],
    ["25-Hydroxyvitamin D3 [Mass/volume] in Serum or Plasma", "VITD"],
    ["Calcium", "CA"],
    ["Calcium [Mass/vol\u200bume] in Serum or Plasma", "CA"],
    ["Calcium, Ionized", "CA_ION"],
    ["Calcium corrected for albumin", "CA_CORR"],
    ["Alk Phos", "ALP"],
    ["Bone specific alkaline phosphatase", "BALP"],
    ["eGFR (CKD-EPI 2021)", "EGFR"],
    ["SGPT (ALT)", "ALT"],
    ["Bilirubin, Total", "BILI"],
    ["Hgb", "HGB"],
    ["Hemoglobin A1c", "HBA1C"],
    ["TSH w/ reflex to FT4", "TSH"],
    ["Testosterone, Total, MS", "TESTO"],
    ["PTH, Intact", "PTH"],
    ["Calcium, 24 hour urine", "UCA24"],
    ["tTG-IgA", "TTG"],
    ["Procollagen Type I Intact N-Terminal Propeptide", "P1NP"],
    ["Kalzium", "CA"],
    ["Créatinine", "CREAT"],
    ["Fosfatasa alcalina", "ALP"],
  ])("%s is %s", (label, analyte) => {
    expect(analyteOf(label, null)).toBe(analyte);
  });

  it.each([
    "1,25-Dihydroxyvitamin D",
    "25-OH Vitamin D2",
    "Vitamin D3 1000 IU",
    "Creatinine, Urine",
    "Albumin/Creatinine Ratio",
    "Creatinine clearance",
    "Prealbumin",
    "Microalbumin",
    "Calcium score",
    "Calcium carbonate",
    "Calcitonin",
    "PTH-related peptide",
    "Testosterone, Free",
    "Sex hormone binding globulin (testosterone binding)",
    "Bilirubin, Direct",
    "Mean corpuscular hemoglobin",
    "TSH receptor antibody",
    "Alkaline phosphatase isoenzymes, liver",
    "eGFR Non-African American",
    "Cortisol, AM",
    "Goal vitamin D",
    "",
  ])("%s is none of ours", (label) => {
    expect(analyteOf(label, null)).toBeNull();
  });

  it("lets a code speak where the name does not, and never against the name", () => {
    expect(analyteOf("Comprehensive metabolic panel", "17861-6")).toBe("CA");
    expect(analyteOf("Creatinine, urine", "2160-0")).toBeNull();
    expect(analyteOf("Creatinine", "2161-8")).toBeNull();
    expect(analyteOf("Albumin", "17861-6")).toBeNull();
  });

  it("knows every analyte under its own code, with a canonical unit for what can be measured", () => {
    for (const [code, entry] of Object.entries(ANALYTES)) expect(entry.code).toBe(code);
    expect(ANALYTES.ALT.workup).toBe("LFT");
  });
});
