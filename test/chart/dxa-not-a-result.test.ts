import { describe, expect, it } from "vitest";
import { facts, lines, table } from "./support/page";

/** Figures beside "T-score" that are a change, a bound, another day's or another measure's. */
const report = (text: string) =>
  facts([lines(text.split(" / "), { headings: ["DXA"] })]).dxa.map(({ site, t }) => [site, t]);

describe("no T-score", () => {
  it.each([
    "Femoral neck T-score dropped by 0.2.",
    "Total hip T-score increased 0.1 from 2024.",
    "Total hip T-score has declined 0.3 since 2024.",
    "Lumbar spine T-score gain of 0.4",
    "Change in femoral neck T-score: -0.2",
    "T-scores: spine -1.9 → -2.4",
    "T-score femoral neck: 2021: -1.8, 2026: -2.1",
    "T-score femoral neck 2021 = -1.8, 2026 = -2.1",
    "T-score of the hip (2023: -1.5) is now -1.9.",
    "Femoral neck with osteoporosis (T-score less than or equal to -2.5).",
    "Femoral neck in the range of osteoporosis, T-score <= -2.5.",
    "Femoral neck T-score worse than -2.5.",
    "T-scores: spine -1.9 -> -2.4",
    "Femoral neck T-score -2.2 (2012).",
    "Spine T-score -2.9 before treatment, -2.1 after.",
    "Spine T-score -2.6 at diagnosis, most recent -2.1",
    "Nadir spine T-score -2.9.",
    "Initial DXA with spine T-score -2.9.",
    "Patients with spine T-score of -2.5 are at risk.",
    "She asked if her spine T-score of -2.5 is bad.",
    "For example, a hip T-score of -2.7 is osteoporosis.",
    "A normal T-score at the hip is -1.0.",
    "NOF guidelines: femoral neck T-score -2.5.",
    "Average T-score at the femoral neck for a 75-year-old woman is -2.2.",
    "T-score at the femoral neck of -2.2 would be osteopenia.",
    "Rescreen in 1 year for femoral neck T-score of -2.00 to -2.49",
    "Spine T-score unreliable due to scoliosis (-0.4).",
    "Lumbar spine not reported (T-score +1.2).",
    "L1-L4 T-score 0.4 (falsely elevated).",
    "The spine T-score of +1.2 is artifactually elevated.",
    "Trabecular bone score L1-L4: 1.203, T-score -2.4.",
    "Spine T-score -2..2",
    "Spine T-score -2 .2",
    "Difference in total hip T-score of -0.3",
    "Lumbar spine T-score change -0.4",
    "Lumbar spine T-score greater than -1.0 (normal)",
    "Total hip T-score below -2.5",
    "Femoral neck T-score of at least -2.5",
    "Repeat when lumbar spine T-score is -2.0.",
    "Each 1 SD drop in femoral neck T-score of -1.0 doubles risk.",
    "The lumbar spine T-score of -0.5 is spuriously elevated and should be disregarded.",
    "Invalid femoral neck T-score -1.1 due to positioning.",
    "Spine T-score is 1.2 SD lower than hip.",
    "T-score discordance between spine and hip is 1.6",
    "Expected lumbar spine T-score -1.7 for age.",
    "PROMIS hip disability T-score 3.1",
    "Pre-treatment femoral neck T-score -2.6",
    "Outside hospital 2018 total hip T-score -2.2.",
    "Lumbar spine T-score was -2.9 in 2019, -2.7 in 2021 and -2.5 in 2026.",
    "Lumbar spine T-score: 2.5-",
    "L3 excluded. L1, L2, L4 T-score -2.1.",
    "T-score -2.5 Lumbar spine / T-score -2.3 Left femoral neck",
    "Femoral neck T-score -2.3. / ADDENDUM: the femoral neck T-score should read -2.1, not -2.3.",
  ])("%s", (text) => expect(report(text)).toEqual([]));
});

describe("a sentence with these words gives none, and without them gives one", () => {
  const said = "femoral neck T-score -2.3";
  it.each([
    `WHO classification: ${said}`,
    `By WHO criteria ${said}`,
    `WHO defines ${said}`,
    `WHO category ${said}`,
    `Osteopenia is defined as ${said}`,
    `Definition of osteoporosis: ${said}`,
    `Normal range ${said}`,
    `The threshold is ${said}`,
    `${said} or lower`,
    `${said} or higher`,
    `${said} or worse`,
    `${said} or better`,
    "Femoral neck T-score between -2.3 and -1",
    "Femoral neck T-score ranging from -2.3",
    "Femoral neck T-score -2.5 to -1.0",
    `Consider therapy if ${said}`,
    `Treatment is recommended if ${said}`,
    `Initiate therapy if ${said}`,
    `Rescan once ${said}`,
    `Recheck when ${said}`,
    `Start therapy unless ${said}`,
    `Treat until ${said}`,
    `If ${said}`,
    `Indication: ${said}`,
    `Ordered for ${said}`,
    `Screening ${said}`,
    `Pending ${said}`,
    `Goal ${said}`,
    `Target ${said}`,
    `Expected ${said}`,
    `${said} is spurious`,
    `Disregard ${said}`,
    `Invalid ${said}`,
    `Least significant change, ${said}`,
    `Discordant with ${said}`,
    "Loss in femoral neck T-score of 0.3",
    "Improvement in femoral neck T-score: 0.3",
    "Worsening of femoral neck T-score by 0.3",
    "Femoral neck T-score loss 0.3",
    "Femoral neck T-score drop 0.3",
    "Femoral neck T-score 0.3 SD lower than before",
    "Femoral neck T-score 0.3 better than before",
    `Risk doubles at ${said}`,
    `Fracture risk increases at ${said}`,
    `TBS adjusted ${said}`,
    `Height-adjusted ${said}`,
    `REMS ${said}`,
    `Ultrasound ${said}`,
    `QCT ${said}`,
    `vBMD 80 mg/cc, ${said}`,
  ])("%s", (text) => expect(report(text)).toEqual([]));
  it.each([
    "Previous",
    "Prior",
    "Compared to",
    "Comparison:",
    "Versus",
    "Baseline",
    "Earlier",
    "Last exam:",
    "Last DXA:",
    "In 2019",
    "From 2019",
    "Pre-treatment",
    "Outside hospital",
    "Best",
    "Since 2019",
  ])("%s …", (word) => expect(report(`${word} ${said}`)).toEqual([]));
  it.each([
    said,
    `Exam: ${said}`,
    `Lowest ${said}`,
    `Worst ${said}`,
    `${said}, osteopenia`,
    `Decreased bone density, ${said}`,
  ])("but: %s", (text) => expect(report(text)).toEqual([["FN", -2.3]]));
  it.each([
    "increased",
    "decreased",
    "declined",
    "improved",
    "worsened",
    "fell",
    "dropped",
    "rose",
    "gained",
    "lost",
  ])("%s by 0.4 to -2.3", (verb) => {
    expect(report(`Femoral neck T-score ${verb} by 0.4 to -2.3`)).toEqual([["FN", -2.3]]);
    expect(report(`Femoral neck T-score ${verb} 0.4`)).toEqual([]);
  });
});

it.each<[string, (string | number)[][]]>([
  ["Femoral neck T-score decreased by 0.2 to -2.3.", [["FN", -2.3]]],
  ["Femoral neck T-score: (-)2.3", [["FN", -2.3]]],
  [
    "L1 T-score -2.1, L2 T-score -2.2",
    [
      ["L1", -2.1],
      ["L2", -2.2],
    ],
  ],
])("%s", (text, results) => expect(report(text)).toEqual(results));

describe("tables", () => {
  it("a change is no score", () => {
    const rows = [
      ["Total hip T-score change", "-0.1"],
      ["Spine T-score (change)", "-0.2"],
    ];
    expect(facts([table(["Measure", "Value"], rows, { headings: ["DXA"] })]).dxa).toEqual([]);
  });
  it("litres are no vertebrae", () => {
    const rows = [
      ["FEV1", "2.1 L", "81", "-1.1"],
      ["ALP", "204 U/L", "99", "2.6"],
    ];
    expect(facts([table(["Test", "Pre", "% pred", "Z-score"], rows)]).dxa).toEqual([]);
  });
  it("two vertebrae above a total without a name are not the spine", () => {
    const rows = ["L1 -2.1", "L2 -2.2", "L1-L2 -2.3", "Total -2.5"].map((row) => row.split(" "));
    const sites = facts([table(["Site", "T-score"], rows)]).dxa.map(({ site }) => site);
    expect(sites).toEqual(["L1", "L2", "L1-L2"]);
  });
});

it.each([
  "Next DXA due 02/11/2028.",
  "Follow-up DXA on 02/11/2028.",
  "Signed electronically 02/13/2026 by M Quill",
  "ADDENDUM 02/14/2026: technique reviewed.",
  "Reviewed with patient 02/20/2026:",
])("%s does not date the scan", (line) => {
  const [scan] = facts([lines(["DOB: 04/12/1951", "Lumbar spine T-score -2.5.", line], { headings: ["DXA"] })]).dxa;
  expect(scan).toMatchObject({ t: -2.5, date: null });
});
