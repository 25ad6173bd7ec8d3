import { describe, expect, it } from "vitest";
import { type CarocInput, carocCategory } from "../../src/risk/caroc";
import { fractureIndex, fractureIndexRisk } from "../../src/risk/fracture-index";
import { lumbarOffsetMof } from "../../src/risk/lumbar-offset";
import { abone, mores, orai, osiris, ost, ostPositive, score } from "../../src/risk/screens";
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
    expect(adjustForHighDose({ mof: 10, hip: null })).toEqual({ mof: 11.5, hip: null });
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
    // High cuts between the printed ages: -3.2 at 70 and -2.9 at 75 give -3.08 at 72; men -3.7 at 62.
    ["F72 -3.07", woman(72, -3.07), "moderate"],
    ["F72 -3.09", woman(72, -3.09), "high"],
    ["M62 -3.69", man(62, -3.69), "moderate"],
    ["M62 -3.71", man(62, -3.71), "high"],
    ["F50, the first age", woman(50, -2.4), "low"],
    ["F50, the cut itself", woman(50, -2.5), "moderate"],
    ["F89 is clamped at 85", woman(89, 0.1), "moderate"],
    ["F90 -2.3 is clamped too", woman(90, -2.3), "high"],
    ["spine of -2.5 does not raise moderate", woman(65, -2, { otherLowestT: -3 }), "moderate"],
    ["a fracture does not raise high", woman(65, -3.6, { ...broken }), "high"],
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
    [{ ...base, age: 75, totalHipT: -2 }, 5, 1.9],
    [{ ...base, totalHipT: -2.5 }, 5, 1.9],
    [{ ...base, totalHipT: -2.51 }, 6, 3.9],
    [{ ...base, totalHipT: -1.01 }, 4, 0.9],
    [{ ...base, age: 65, totalHipT: -1.5 }, 3, 0.9],
    [{ ...base, age: 64, totalHipT: -1.5 }, 2, 0.4],
    [{ ...base, age: 84, totalHipT: 0 }, 4, 0.9],
    [{ ...base, totalHipT: 0, weightKg: 57.1 }, 2, 0.4],
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
    [72, 58, 2.8],
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

  it.each([
    [54, 59.9, true, 9],
    [54, 60, false, 5],
    [55, 69.9, true, 8],
    [55, 70, true, 5],
    [64, 70, true, 5],
    [65, 70, true, 9],
    [74, 70, true, 9],
    [75, 70, true, 15],
  ])("ORAI at %s with %s kg, estrogen %s, is %s", (years, kg, estrogen, points) => {
    expect(orai(kg, years, estrogen)).toBe(points);
  });

  it("SCORE gives the values of RISK.md 5", () => {
    const pound = 0.45359237;
    const never = { notBlack: true, rheumatoidArthritis: false, fractures: 0, everEstrogen: false };
    expect(score({ ...never, weightKg: 150 * pound, age: 60 })).toBe(9);
    const ill = { notBlack: true, rheumatoidArthritis: true, fractures: 1, everEstrogen: true };
    expect(score({ ...ill, weightKg: 128 * pound, age: 68 })).toBe(19);
    expect(score({ ...ill, weightKg: 129.9 * pound, age: 68 })).toBe(19);
    expect(score({ ...ill, weightKg: 130 * pound, age: 69 })).toBe(18);
    expect(score({ ...ill, fractures: 4, weightKg: 128 * pound, age: 68 })).toBe(27);
    expect(score({ ...ill, notBlack: false, weightKg: 128 * pound, age: 68 })).toBe(14);
  });

  it.each([
    [65, 63.5, true, 0],
    [66, 63.5, true, 1],
    [66, 63.4, true, 2],
    [66, 63.4, false, 3],
  ])("ABONE at %s with %s kg, estrogen %s, is %s", (years, kg, estrogen, points) => {
    expect(abone(kg, years, estrogen)).toBe(points);
  });

  it.each([
    [55, 81, false, 0],
    [56, 81, false, 3],
    [74, 81, false, 3],
    [75, 81, false, 4],
    [55, 80, false, 4],
    [55, 70.1, false, 4],
    [55, 70, false, 6],
    [75, 70, true, 13],
  ])("MORES at %s with %s kg, lung disease %s, is %s", (years, kg, lung, points) => {
    expect(mores(kg, years, lung)).toBe(points);
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
    expect(osiris(60, 60, false, false)).toBeCloseTo(0, 9);
    expect(osiris(85, 64, false, false)).toBeCloseTo(4.2, 9);
    expect(osiris(72, 58, true, false)).toBeCloseTo(4.8, 9);
  });
});

describe("lumbar offset (RISK.md 1.5)", () => {
  it.each([
    [-1.4, -2.9, 19.2],
    [-1.4, -2.7, 17.6],
    [-1.4, -0.4, 14.4],
    // Half a step counts whole, up as down: 1.5 and -1.5 are two steps, 1.4 and -1.4 one.
    [-1.5, 0, 12.8],
    [0, -1.5, 19.2],
    [-1.4, 0.1, 12.8],
    [-1.4, 0, 14.4],
    [-1.4, -1.9, 17.6],
    [-1.9, -1.4, 14.4],
    [-1.4, -1.4, 16],
  ])("FN %s, LS %s", (neck, spine, mof) => {
    expect(lumbarOffsetMof(16, neck, spine)).toBeCloseTo(mof, 9);
  });
});
