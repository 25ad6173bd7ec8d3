import { describe, expect, it } from "vitest";
import { adjustForHighDose, HIGH_DOSE_FACTOR } from "../../src/risk/steroid-adjustment";
import { assessed } from "../cases/answer";
import { frax, type Input, prednisone, woman } from "../cases/build";
import { facts, lines } from "../chart/support/page";

const onPrednisone = (mg: number, mof: number, hip: number, more: Input = {}) =>
  assessed(
    woman({ frax: frax(mof, hip, { gcTicked: true }), meds: [prednisone(mg, { start: "2026-01-10" })], ...more }),
  );
const said = (assessment: ReturnType<typeof assessed>) =>
  assessment.findings.map(({ card }) => card.summary).join("\n");

/** RISK.md 1.4, the whole way from chart to threshold. */
describe("steroid dose beside FRAX", () => {
  it.each([
    [10, 18, 2.6, { mof: 20.7, hip: 3.12, adjusted: true }, true],
    [10, 17.4, 2.5, { mof: 20.01, hip: 3, adjusted: true }, true],
    [10, 17.3, 2.4, { mof: 19.895, hip: 2.88, adjusted: true }, false],
    [7.5, 18, 2.6, { mof: 18, hip: 2.6, adjusted: false }, false],
    [2, 18, 2.6, { mof: 18, hip: 2.6, adjusted: false }, false],
  ])("prednisone %s mg, MOF %s, hip %s", (mg, mof, hip, used, met) => {
    const assessment = onPrednisone(mg, mof, hip);
    expect(assessment.frax).toMatchObject({ raw: { mof, hip }, used });
    expect(assessment.sourceThresholdMet).toBe(met);
  });

  it("at 85 the flat factors hold, and the age's own are told", () => {
    const assessment = onPrednisone(10, 18, 2.6, { age: 85 });
    expect(assessment.frax.used).toMatchObject({ mof: 20.7, hip: 3.12 });
    expect(said(assessment)).toMatch(/by age says hip \+10 %, MOF \+10 %/);
  });

  it("at exactly 7.5 mg both readings of the boundary are told; below 2.5 mg nothing is taken off", () => {
    expect(said(onPrednisone(7.5, 18, 2.6))).toMatch(/from 7\.5 mg\/day: not adjusted here/);
    expect(said(onPrednisone(2, 18, 2.6))).toMatch(/MOF -20 %, hip -35 % below 2\.5 mg\/day: not applied here/);
  });

  it("Kanis' reduction below 2.5 mg (18 / 2.6 would become 14.4 / 1.69) is told, and no figure of it is ever given", () => {
    const assessment = onPrednisone(2, 18, 2.6);
    expect(18 * 0.8).toBeCloseTo(14.4, 9);
    expect(2.6 * 0.65).toBeCloseTo(1.69, 9);
    expect(JSON.stringify(assessment)).not.toMatch(/14\.4|1\.69/);
    expect(assessment.sourceThresholdMet).toBe(false);
  });

  it("is never applied twice", () => {
    const twice = onPrednisone(10, 18, 2.6, { frax: frax(18, 2.6, { gcTicked: true, doseAdjusted: true }) });
    expect(twice.frax.used).toMatchObject({ mof: 18, hip: 2.6, adjusted: false });
  });
});

describe("the scale of the adjustment", () => {
  const tenths = Array.from({ length: 1000 }, (_, step) => (step + 1) / 10);

  it("is exact in decimal for every figure a page can print", () => {
    const inexact = tenths.filter((figure) => {
      const { mof, hip } = adjustForHighDose({ mof: figure, hip: figure });
      const whole = Math.round(figure * 10);
      // In thousandths: figure x 1.15 and x 1.2 are whole numbers of them.
      return mof !== (whole * 115) / 1000 || hip !== (whole * 120) / 1000;
    });
    expect(inexact).toEqual([]);
  });

  it("keeps the order of figures and raises every one", () => {
    const adjusted = tenths.map((figure) => adjustForHighDose({ mof: figure, hip: figure }));
    expect(adjusted.every(({ mof }, at) => (mof ?? 0) > (adjusted[at - 1]?.mof ?? 0))).toBe(true);
    expect(adjusted.every(({ hip }, at) => (hip ?? 0) > (tenths[at] ?? 0))).toBe(true);
    expect(HIGH_DOSE_FACTOR).toEqual({ mof: 1.15, hip: 1.2 });
  });
});

const IMAGING = { headings: ["Imaging", "DXA report"] };
const read = (text: string) => facts([lines([text], IMAGING)]).frax.map(({ mof, hip }) => [mof, hip]);

/** RISK.md 3: figures the official calculator gave, in the wordings of reports. */
describe("published figures are read as they are printed", () => {
  it("Endotext, US woman of 65, T -2.3: below both thresholds", () => {
    expect(
      read("FRAX (US Caucasian): 10-year probability of major osteoporotic fracture 10 %, hip fracture 2.2 %."),
    ).toEqual([[10, 2.2]]);
    expect(assessed(woman({ age: 65, frax: frax(10, 2.2) })).sourceThresholdMet).toBe(false);
  });

  /** Kanis 2008, UK women without further risk factors at T -1, -2, -3: MOF and hip. */
  const KANIS: [number, number[], number[]][] = [
    [60, [5.6, 7.9, 12.6], [0.4, 1.4, 4.4]],
    [70, [8.4, 11.5, 18.2], [0.9, 2.4, 6.3]],
    [80, [10.1, 13.8, 21.7], [2.1, 4.4, 9.5]],
  ];

  it.each(KANIS)("Kanis 2008, UK women of %s", (age, mofs, hips) => {
    for (const [at, mof] of mofs.entries()) {
      const hip = hips[at] ?? 0;
      expect(read(`FRAX: major osteoporotic fracture ${mof}%, hip fracture ${hip}%`), `${age}, ${mof}`).toEqual([
        [mof, hip],
      ]);
      const uk = assessed(woman({ age, frax: frax(mof, hip, { country: "UK" }) }));
      expect(uk.sourceThresholdMet).toBe("unknown");
      expect(uk.frax.used).toBeNull();
    }
    expect(mofs).toEqual(mofs.toSorted((a, b) => a - b));
    expect(hips).toEqual(hips.toSorted((a, b) => a - b));
  });

  it("figures of women of 70 without bone density are read as such", () => {
    expect(read("FRAX without BMD: major osteoporotic fracture 20%, hip fracture 4.9%")).toEqual([[20, 4.9]]);
  });
});
