import { describe, expect, it } from "vitest";
import { type CarocInput, carocCategory } from "../../src/risk/caroc";
import { fractureIndex, fractureIndexRisk } from "../../src/risk/fracture-index";
import { lumbarOffsetMof } from "../../src/risk/lumbar-offset";
import { orai, osiris, ost, ostPositive } from "../../src/risk/screens";
import { adjustForHighDose, highDosePercentAtAge } from "../../src/risk/steroid-adjustment";

/** Vectors of RISK.md. */
describe("steroid adjustment (RISK.md 1.4)", () => {
  it.each([
    [18, 2.6, 20.7, 3.12],
    [17.4, 2.5, 20.01, 3],
    [17.3, 2.4, 19.895, 2.88],
  ])("MOF %s, hip %s", (mof, hip, adjustedMof, adjustedHip) => {
    expect(adjustForHighDose({ mof, hip })).toEqual({ mof: adjustedMof, hip: adjustedHip });
  });

  it("is exact in decimal for every figure FRAX prints", () => {
    for (let tenths = 0; tenths <= 1000; tenths++) {
      const { mof, hip } = adjustForHighDose({ mof: tenths / 10, hip: tenths / 10 });
      expect([mof, hip]).toEqual([(tenths * 115) / 1000, (tenths * 120) / 1000]);
    }
  });

  it("leaves an unknown figure unknown", () => {
    expect(adjustForHighDose({ mof: null, hip: 2 })).toEqual({ mof: null, hip: 2.4 });
  });

  it.each([
    [39, null],
    [40, { hip: 25, mof: 20 }],
    [69, { hip: 25, mof: 15 }],
    [70, { hip: 20, mof: 15 }],
    [85, { hip: 10, mof: 10 }],
  ])("by age %s", (age, row) => {
    expect(highDosePercentAtAge(age)).toEqual(row);
  });
});

describe("CAROC 2010 (RISK.md 4.1)", () => {
  const woman = (age: number, t: number, more: Partial<CarocInput> = {}): CarocInput => ({
    age,
    sex: "female",
    femoralNeckT: t,
    otherLowestT: null,
    priorFracture: false,
    hipOrVertebralFracture: false,
    fragilityFractures: 0,
    steroids: false,
    ...more,
  });
  const man = (age: number, t: number, more: Partial<CarocInput> = {}) => woman(age, t, { sex: "male", ...more });
  const broken = { priorFracture: true, fragilityFractures: 1 };

  it.each<[string, CarocInput, string | null]>([
    ["F65 -1.8", woman(65, -1.8), "low"],
    ["F65 -1.9", woman(65, -1.9), "moderate"],
    ["F65 -3.5, the cut itself", woman(65, -3.5), "moderate"],
    ["F65 -3.6", woman(65, -3.6), "high"],
    ["F67 -1.80", woman(67, -1.8), "low"],
    ["F67 -1.85", woman(67, -1.85), "moderate"],
    ["F72 -1.4", woman(72, -1.4), "low"],
    ["F72 -1.6", woman(72, -1.6), "moderate"],
    ["F58 -2.0 fracture", woman(58, -2, broken), "moderate"],
    ["F58 -2.0 fracture and steroid", woman(58, -2, { ...broken, steroids: true }), "high"],
    ["F75 -1.2 steroid", woman(75, -1.2, { steroids: true }), "high"],
    ["F82 -1.0", woman(82, -1), "moderate"],
    ["F90 0.0", woman(90, 0), "moderate"],
    ["F85 +0.2", woman(85, 0.2), "low"],
    ["M70 -2.2", man(70, -2.2), "low"],
    ["M70 -2.4", man(70, -2.4), "moderate"],
    ["M77 -2.25", man(77, -2.25), "moderate"],
    ["M60 -2.0 steroid", man(60, -2, { steroids: true }), "moderate"],
    ["hip fracture", woman(60, 0, { ...broken, hipOrVertebralFracture: true }), "high"],
    ["two fractures", woman(60, 0, { priorFracture: true, fragilityFractures: 2 }), "high"],
    ["spine of -2.5 lifts low", woman(60, 0, { otherLowestT: -2.5 }), "moderate"],
    ["spine of -2.4 does not", woman(60, 0, { otherLowestT: -2.4 }), "low"],
    ["under 50", woman(49, -3), null],
  ])("%s", (_, input, category) => {
    expect(carocCategory(input)).toBe(category);
  });
});

describe("FRACTURE Index (RISK.md 4.2)", () => {
  const base = {
    age: 72,
    fractureAfter50: false,
    motherHipFractureAfter50: false,
    weightKg: 70,
    currentSmoker: false,
    needsArmsToRise: false,
    totalHipT: -1.8,
  };
  it.each([
    [base, 4, 0.9],
    [{ ...base, age: 78, totalHipT: -2.3, fractureAfter50: true, weightKg: 55 }, 8, 8.7],
    [{ ...base, age: 66, totalHipT: -1, currentSmoker: true }, 2, 0.4],
    [
      { ...base, age: 85, totalHipT: -2.6, needsArmsToRise: true, motherHipFractureAfter50: true, weightKg: 57 },
      13,
      8.7,
    ],
    [{ ...base, age: 80, totalHipT: -0.9 }, 4, 0.9],
    [{ ...base, age: 75, totalHipT: -2.01 }, 6, 3.9],
  ])("%j", (input, points, hip) => {
    expect(fractureIndex(input)).toBe(points);
    expect(fractureIndexRisk(points)?.hip).toBe(hip);
  });

  it("has no risk for no points, and one for each other number", () => {
    expect(fractureIndexRisk(0)).toBeNull();
    expect(fractureIndexRisk(5)).toEqual({ hip: 1.9, vertebral: 5.3, nonVertebral: 16.5 });
    expect(fractureIndexRisk(7)).toEqual({ hip: 3.9, vertebral: 7.1, nonVertebral: 19.8 });
    expect(fractureIndexRisk(3)).toEqual({ hip: 0.9, vertebral: 2.5, nonVertebral: 13.1 });
    expect(fractureIndexRisk(8)).toEqual({ hip: 8.7, vertebral: 11.2, nonVertebral: 27.5 });
    expect(fractureIndexRisk(1)).toEqual({ hip: 0.4, vertebral: 1.2, nonVertebral: 8.6 });
  });
});

describe("screens before DXA (RISK.md 5)", () => {
  it.each([
    [45, 75, -6],
    [70, 55, 3],
    [60, 60, 0],
    [85, 64, 4.2],
  ])("OST %s kg at %s is %s", (kg, age, value) => {
    expect(ost(kg, age)).toBeCloseTo(value, 9);
  });

  it("OST is positive below 2 in women and below 4 in men", () => {
    expect([
      ostPositive(70, 60, "female"),
      ostPositive(69, 60, "female"),
      ostPositive(80, 60, "male"),
      ostPositive(79, 60, "male"),
    ]).toEqual([false, true, false, true]);
  });

  it("ORAI and OSIRIS give the published values", () => {
    expect([
      orai(55, 70, false),
      orai(75, 60, true),
      orai(60, 60, false),
      orai(85, 64, false),
      orai(72, 58, true),
    ]).toEqual([20, 5, 10, 7, 5]);
    expect(osiris(50, 75, false, true)).toBeCloseTo(-7, 9);
    expect(osiris(72, 58, true, false)).toBeCloseTo(4.8, 9);
  });
});

describe("lumbar offset (RISK.md 1.5)", () => {
  it.each([
    [-1.4, -2.9, 19.2],
    [-1.4, -2.7, 17.6],
    [-1.4, -0.4, 14.4],
  ])("FN %s, LS %s", (neck, spine, mof) => {
    expect(lumbarOffsetMof(16, neck, spine)).toBeCloseTo(mof, 9);
  });
});
