import { describe, expect, it } from "vitest";
import { caseToChart } from "../../src/chart/case";
import { assess } from "../../src/rules";
import { defaultPolicy } from "../../src/rules/policy";
import { assessed } from "../cases/answer";
import {
  broken,
  fracture,
  frax,
  highWoman,
  type Input,
  lab,
  labs,
  man,
  med,
  prednisone,
  scan,
  without,
  woman,
} from "../cases/build";

/** All that a rule says of a patient: the lines and what is behind them. */
const said = (input: Input, rule: string) =>
  assessed(input)
    .findings.filter((one) => one.rule === rule)
    .map(({ card }) => [card.summary, card.detail ?? ""].join(" "))
    .join(" / ");

const clearance = (ml: number): Input => ({ age: 68, weightKg: ml / 0.85, labs: labs(lab("CREAT", 1, "mg/dL")) });
const prolia = (more: Input) => med("denosumab", { text: "Prolia 60 mg", route: "sc", start: "2023-03-01", ...more });
const number = (value: number, unit: string) => ({
  kind: "number" as const,
  comparator: null,
  value,
  unit,
  canonical: { value, unit },
});

/** Each statement says what decided, with the patient's own values. */
describe("statements", () => {
  it.each<[string, Input, RegExp]>([
    // Safety: why a drug is taken away.
    ["D1", highWoman(clearance(33.7)), /clearance 34 mL\/min is below 35/],
    ["D1", highWoman({ problems: ["Acute kidney injury"] }), /acute renal impairment/],
    ["D2", highWoman(clearance(28)), /clearance 28 mL\/min is below 30/],
    ["D3", highWoman({ problems: ["Peritoneal dialysis"] }), /dialysis or severe kidney disease/],
    ["D3", highWoman({ problems: ["CKD stage 4"] }), /dialysis or severe kidney disease/],
    ["D3", highWoman({ labs: labs(lab("EGFR", 21, "mL/min/1.73m2")) }), /warning: eGFR below 30/],
    // 8.0 + 0.8 x (4.0 - 3.9) = 8.08.
    ["D4", highWoman({ labs: labs(lab("CA", 8, "mg/dL"), lab("ALB", 3.9, "g/dL")) }), /corrected calcium 8\.08 mg\/dL/],
    [
      "D4",
      highWoman({ labs: [...without("CA", "ALB"), lab("CA", 8, "mg/dL")] }),
      /calcium \(not corrected\) 8\.00 mg\/dL/,
    ],
    ["D4", highWoman({ labs: without("CA"), problems: ["Hypocalcemia"] }), /calcium on the problem list: low/],
    ["D6", highWoman({ problems: ["Achalasia"] }), /: esophageal disorder/],
    ["D6", highWoman({ problems: ["Unable to stand upright"] }), /: cannot stay upright/],
    ["D8", highWoman({ problems: ["Stroke 2026-03-01"] }), /within 12 months/],
    ["D8", highWoman({ problems: ["Stroke"] }), /unknown date: confirm/],
    ["D9", highWoman({ labs: labs(lab("ALP", 300, "U/L")) }), /unexplained raised alkaline phosphatase/],
    ["D9", highWoman({ problems: ["Paget disease"] }), /raised risk of osteosarcoma/],
    [
      "D10",
      highWoman({ labs: labs(lab("CA", 11, "mg/dL"), lab("ALB", 4, "g/dL")) }),
      /corrected calcium 11\.00 mg\/dL: high/,
    ],
    ["D10", highWoman({ problems: ["Primary hyperparathyroidism"] }), /: hyperparathyroidism/],
    [
      "D13",
      woman({ meds: [med("alendronate", { text: "Fosamax 70 mg" }), prolia({ lastGiven: "2026-09-01" })] }),
      /listed together: Fosamax 70 mg and Prolia 60 mg/,
    ],
    ["S30", highWoman({ allergies: ["alendronate: rash"] }), /documented intolerance: alendronate: rash/],
    ["S42", woman({ problems: ["Cirrhosis"], meds: [med("oxandrolone")] }), /Avoid oxandrolone: chronic liver disease/],
    // Tiers: what decided.
    ["T-VH1", woman(broken(fracture("wrist", "2026-08-01"))), /wrist fracture of 2026-08-01: less than 12 months ago/],
    ["T-VH3", woman(broken(fracture("wrist", "2019-08-01"), fracture("hip", "2020-01-01"))), /^2 fragility fractures/],
    ["T-VH5", woman({ dxa: [scan("LS", -3.4)] }), /lowest T-score -3\.4 is below -3\.0/],
    ["T-VH7", woman({ frax: frax(31, 4) }), /MOF 31\.0 %, hip 4\.0 %/],
    [
      "T-VH7g",
      woman({ meds: [prednisone(10)], frax: frax(20, 3.8, { gcTicked: true }) }),
      // 20 x 1.15 = 23, 3.8 x 1.2 = 4.56.
      /MOF 23\.0 %, hip 4\.6 % after steroid adjustment/,
    ],
    [
      "T-VH8",
      woman({ dxa: [scan("FN", -2.6)], ...broken(fracture("wrist", null)) }),
      /T-score -2\.6 with wrist fracture/,
    ],
    [
      "T-VH9a",
      woman({ meds: [prednisone(5)], ...broken(fracture("hip", "2020-01-01")) }),
      /with hip fracture of 2020-01-01/,
    ],
    ["T-VH9c", woman({ meds: [prednisone(5)], dxa: [scan("FN", -3.5)] }), /T-score -3\.5 on long glucocorticoid/],
    ["T-H1", woman({ frax: frax(12, 3.1) }), /MOF 12\.0 %, hip 3\.1 %: meets 20 % or 3 %/],
    [
      "T-H1",
      woman({ frax: frax(18, 2.6, { gcTicked: true }), meds: [prednisone(10, { start: "2026-01-10" })] }),
      /MOF 20\.7 %, hip 3\.1 % after steroid adjustment: meets 20 % or 3 %/,
    ],
    ["T-H1", woman({ frax: frax(12, 3.1), dxa: [scan("FN", 0)] }), /written for low bone mass/],
    ["T-H2", woman({ dxa: [scan("FN", -2.8)] }), /lowest T-score -2\.8/],
    ["T-H2p", woman({ dxa: [scan("FN", -2), scan("FN", -2.7, "2019-01-01")] }), /earlier T-score -2\.7 of 2019-01-01/],
    ["T-H3", woman(broken(fracture("hip", "2020-01-01"))), /hip fragility fracture of 2020-01-01/],
    ["T-M1", woman(), /MOF 9\.1 %, hip 1\.1 %: below 20 % and 3 %/],
    // Rounded to one decimal they would seem to meet what they are said to be below.
    ["T-M1", woman({ frax: frax(19.96, 2.96) }), /MOF 19\.96 %, hip 2\.96 %: below 20 % and 3 %/],
    [
      "T-M2",
      woman({ meds: [prednisone(5)], frax: frax(12, 1.5, { gcTicked: true }) }),
      /MOF 12\.0 %, hip 1\.5 %: not low/,
    ],
    [
      "T-M2",
      woman({ meds: [prednisone(10, { start: "2026-01-10" })], frax: frax(12, 1.5, { gcTicked: true }) }),
      /MOF 13\.8 %, hip 1\.8 % after steroid adjustment: not low/,
    ],
    [
      "T-M2",
      woman({ age: 38, menopause: "pre", frax: null, dxa: [scan("LS", -3, undefined, -3.1)], meds: [prednisone(8)] }),
      /under 40/,
    ],
    ["T-L1", woman({ dxa: [scan("FN", -0.4)] }), /lowest T-score -0\.4: normal/],
    [
      "T-L2",
      woman({ dxa: [scan("FN", -0.4)], meds: [prednisone(5)], frax: frax(5, 0.4, { gcTicked: true }) }),
      /low by ACR 2022 \(FRAX MOF 5\.0 %/,
    ],
    [
      "T-L2",
      woman({ age: 38, menopause: "pre", frax: null, dxa: [scan("LS", -1, undefined, -1)], meds: [prednisone(8)] }),
      /low by ACR 2022$|low by ACR 2022 $/,
    ],
    ["T-I1", woman({ age: 38, menopause: "post", frax: null }), /outside the ages FRAX is made for $/],
    ["T-I1", woman({ age: 91, frax: null }), /outside the ages FRAX is made for $/],
    ["T-I1", woman({ age: 40, menopause: "post", frax: null }), /calculate FRAX\. Found/],
    ["T-G2", woman({ age: 34, menopause: "pre" }), /^Premenopausal: use Z-scores/],
    ["T-G2", man({ age: 44 }), /^Man under 50: use Z-scores/],
    ["T-G2", woman({ age: 16, menopause: "pre" }), /under 18: out of scope/],
    ["T-I1", woman({ frax: null }), /calculate FRAX\. All|calculate FRAX\. Found/],
    ["T-I1", woman({ frax: frax(9, null) }), /a figure is missing/],
    ["T-I1", woman({ meds: [prednisone(5, { start: "2026-08-01" })] }), /calculate FRAX again/],
    ["T-I1", woman({ age: 92 }), /outside the ages FRAX is made for/],
    ["T-G1", woman({ age: 92 }), /over 90/],
    ["T-G1", woman({ age: 38 }), /under 40/],
    ["T-R33", woman({ dxa: [scan("R33", -2.6)] }), /33 % radius T-score -2\.6 decides/],
    ["IN-RANGE", woman({ dxa: [scan("FN", -1.7), scan("LS", 14)] }), /T-score 14 rejected/],
    // FRAX and steroids.
    ["S9", woman({ frax: frax(21, 2.9) }), /hip 2\.9 % \(just below 3 %\), MOF 21\.0 % \(over 20 %\)/],
    ["S9", woman({ frax: frax(null, 3) }), /hip 3\.0 % \(at the threshold 3 %\), MOF unknown/],
    ["S9", woman({ frax: frax(20, 2) }), /hip 2\.0 % \(below 3 %\), MOF 20\.0 % \(at the threshold 20 %\)/],
    [
      "S10",
      woman({ meds: [prednisone(10)], frax: frax(10, 2, { gcTicked: true }) }),
      /MOF 10\.0 % to 11\.5 %, hip 2\.0 % to 2\.4 %/,
    ],
    ["S10", woman({ meds: [prednisone(5)] }), /not above 7\.5 mg\/day for 3 months/],
    ["S10", woman({ meds: [prednisone(10, { start: null })] }), /dose or duration is not certain/],
    [
      "S10",
      woman({ meds: [prednisone(10)], frax: frax(12, 2, { gcTicked: true, doseAdjusted: true }) }),
      /already adjusted/,
    ],
    [
      "S10",
      woman({ meds: [prednisone(5)], frax: frax(12, 2, { gcTicked: false }) }),
      /recalculate with the box ticked/,
    ],
    ["X2", woman({ age: 72, meds: [prednisone(10)] }), /hip \+20 %, MOF \+15 % at this age/],
    ["X2", woman({ meds: [prednisone(2)] }), /MOF -20 %, hip -35 %/],
    ["S5", woman({ frax: frax(9, 1, { date: "2024-11-22" }) }), /2024-11-22 is over 24 months old/],
    ["S5", woman({ ...broken(fracture("wrist", "2026-08-01")) }), /outdated by a later fracture/],
    ["S5", woman({ meds: [prednisone(5, { start: "2026-08-01" })] }), /outdated by a later glucocorticoid/],
    ["GC-ROUTE", woman({ meds: [med("fluticasone", { route: "inhaled" })] }), /fluticasone inhaled/],
    ["GC-REPL", woman({ meds: [med("hydrocortisone", { doseMg: 20, replacement: true })] }), /hydrocortisone/],
    ["GC-DUR", woman({ meds: [prednisone(10, { start: "2026-10-01" })] }), /not counted: prednisone/],
    ["S35", woman({ meds: [prednisone(10)] }), /above 7\.5 mg\/day: consider/],
    ["S35", woman({ meds: [prednisone(5)] }), /glucocorticoid: consider/],
    // Secondary causes and vitamin D.
    ["S11a", woman({ labs: labs(lab("VITD", 40, "nmol/L")) }), /40 nmol\/L = 16\.0 ng\/mL is below/],
    ["S11a", woman({ labs: labs(lab("VITD", 14, "ng/mL")) }), /25-OH vitamin D 14\.0 ng\/mL is below/],
    ["X1", woman({ labs: labs(lab("VITD", 14, "ng/mL")) }), /also below BHOF/],
    ["X1", woman({ labs: labs(lab("VITD", 24, "ng/mL")) }), /meets source 2025 target of 20 \| below BHOF/],
    ["X1", woman({ labs: labs(lab("VITD", 60, "ng/mL")) }), /above BHOF 2022 range 30-50/],
    ["X1", woman({ labs: labs(lab("VITD", 101, "ng/mL")) }), /check excess over 100/],
    ["S48", woman({ labs: labs(lab("TSH", 0.1, "mIU/L")) }), /look for hyperthyroidism/],
    [
      "S48",
      woman({ labs: labs(lab("TSH", 0.1, "mIU/L")), meds: [med("levothyroxine")] }),
      /on levothyroxine: over-replacement/,
    ],
    // Treatment under way.
    ["D14", woman({ meds: [prolia({ lastGiven: "2026-05-10" })] }), /last dose 2026-05-10 \(6 months\), due every 6/],
    ["D14", woman({ meds: [prolia({ lastGiven: "2026-04-10" })] }), /\(7 months\).*overdue: rebound/],
    ["D15", woman({ meds: [prolia({ stop: "2026-01-10" })] }), /stopped \(2026-01-10\) with nothing after it/],
    [
      "D16",
      woman({ meds: [med("teriparatide", { start: "2023-01-01", stop: "2025-01-01" })] }),
      /teriparatide finished \(2025-01-01\)/,
    ],
    ["D16", woman({ meds: [med("romosozumab", { start: "2025-01-01" })] }), /romosozumab is beyond its longest course/],
    [
      "D18",
      woman({ meds: [med("alendronate", { start: "2020-01-01" })] }),
      /alendronate for 6 years: review at 5; consider a holiday/,
    ],
    [
      "D18",
      woman({ dxa: [scan("FN", -2.6)], meds: [med("alendronate", { start: "2020-01-01" })] }),
      /high risk: up to 10/,
    ],
    [
      "D18",
      woman({ meds: [med("alendronate", { start: "2015-01-01" })] }),
      /for 11 years: review at 5; at most about 10/,
    ],
    [
      "D18",
      woman({ meds: [med("zoledronic acid", { text: "Reclast", route: "iv", start: "2023-01-01" })] }),
      /for 3 years: review at 3; consider a holiday/,
    ],
    [
      "S46",
      woman({
        dxa: [scan("LS", -2.1), scan("LS", -2.4, "2022-01-01")],
        meds: [med("alendronate", { start: "2022-02-01" })],
      }),
      /T-score LS -2\.4 to -2\.1: consider stopping/,
    ],
    [
      "S46",
      woman({
        dxa: [scan("LS", -2.1), scan("LS", -2.6, "2022-01-01")],
        meds: [med("alendronate", { start: "2022-02-01" })],
      }),
      /The diagnosis stays \(AACE 2020\)/,
    ],
    [
      "S43",
      woman({ dxa: [scan("FN", -1.7, "2024-11-23")], meds: [med("alendronate")] }),
      /last DXA 2024-11-23: repeat/,
    ],
    ["S44", woman(), /DXA of 2026-07-14: not more often than annually/],
    // Others.
    ["S40", woman({ problems: ["Cirrhosis"] }), /on file \(2026-07-14\)/],
    ["S40", woman({ problems: ["Cirrhosis"], dxa: [], frax: null }), /disease: obtain bone density/],
    ["S41", woman({ problems: ["Cirrhosis"], labs: without("TSH") }), /missing: TSH and sex hormones/],
    ["X6", woman({ problems: ["Breast cancer"], dxa: [scan("FN", -2.5)] }), /ASCO 2019: T-score of -2\.5 or lower/],
    ["X6", highWoman({ problems: ["Breast cancer"] }), /ASCO 2019: FRAX MOF 20 % or hip 3 %/],
    ["X9", woman(), /1,200 mg\/day at this age and sex/],
    ["X9", man({ age: 60 }), /BHOF 2022 says 1,000 mg\/day/],
    ["X9", man({ age: 71 }), /BHOF 2022 says 1,200 mg\/day/],
    ["X9", woman({ age: 50 }), /BHOF 2022 says 1,000-1,200 mg\/day/],
    [
      "X7",
      woman({ age: 70, dxa: [scan("FN", -2.3)], smoking: true }),
      /reserves drugs for patients over the threshold \(S24\)/,
    ],
    [
      "S23",
      woman({ problems: ["Recurrent falls"], meds: [med("sertraline")] }),
      /Falls on record\. .*\(sertraline on the list\)/,
    ],
    ["S31", highWoman({ dxa: [scan("FN", -2.2)], smoking: true }), /T-score -2\.2 with current smoking/],
    ["T-P1", woman({ fractureHistory: "unknown" }), /no fragility fracture: none found, none ruled out/],
    ["T-P1", woman({ frax: frax(9, 1, { date: null }) }), /the undated FRAX is recent/],
    ["T-P1", woman({ age: 60, menopause: null }), /menopause is past/],
    ["S3", woman({ asOf: "2027-11-07" }), /more than 24 months ago/],
  ])("%s of %j", (rule, input, words) => {
    expect(said(input, rule)).toMatch(words);
  });

  it("says no more than holds", () => {
    expect(said(woman(), "S3")).not.toContain("more than 24 months");
    expect(said(woman({ age: 70 }), "X7")).not.toContain("S24");
    expect(said(woman(), "S23")).not.toMatch(/on the list|Falls on record/);
    expect(said(woman({ frax: frax(12, 3.1) }), "T-H1")).not.toContain("written for");
    expect(said(woman({ frax: frax(31, 4) }), "T-VH7")).not.toContain("after steroid");
    expect(said(woman({ meds: [prolia({ lastGiven: "2026-05-10" })] }), "D14")).not.toContain("overdue");
    expect(said(highWoman(), "D13")).toBe("");
  });

  it("ionized calcium speaks in its own unit, and decides before the total of the same day", () => {
    const { chart, asOf } = caseToChart(highWoman());
    const labs = chart.labs.map((one) =>
      one.analyte === "CA"
        ? { ...one, analyte: "CA_ION" as const, flag: "low" as const, result: number(1, "mmol/L") }
        : one,
    );
    const found = assess({ ...chart, labs: [...chart.labs, ...labs] }, defaultPolicy, asOf);
    expect(found.avoid.find(({ rule }) => rule === "D4")?.reason).toBe("ionized calcium 1.00 mmol/L: low");
  });

  it("ionized calcium that cannot be judged leaves the word to the corrected one, or to the problem list", () => {
    const ionized = lab("CA_ION", 1, "mmol/L");
    const reason = (patch: Input, rule: string) =>
      assessed(highWoman(patch)).avoid.find((one) => one.rule === rule)?.reason;
    const beside = (value: number) => ({ labs: labs(ionized, lab("CA", value, "mg/dL"), lab("ALB", 4, "g/dL")) });
    expect(reason(beside(7.9), "D4")).toBe("corrected calcium 7.90 mg/dL: low");
    expect(reason(beside(11.2), "D10")).toBe("corrected calcium 11.20 mg/dL: high");
    expect(reason(beside(9.3), "D4")).toBeUndefined();
    expect(reason({ labs: [...without("CA"), ionized], problems: ["Hypocalcemia"] }, "D4")).toBe(
      "calcium on the problem list: low",
    );
  });
});
