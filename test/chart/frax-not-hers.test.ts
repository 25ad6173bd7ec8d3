import { describe, expect, it } from "vitest";
import { facts, lines, table } from "./support/page";

/** Probabilities that are a threshold's, another tool's, another day's or nobody's. RISK.md 2.3. */
const said = (text: string, heading = "FRAX") =>
  facts([lines(text.split(" / "), { headings: [heading] })]).frax.map(({ mof, hip }) => [mof, hip]);

describe("no FRAX of the patient", () => {
  it.each([
    "US treatment thresholds: major 20%, hip 3%",
    "Cut-offs: MOF 20%, hip 3%",
    "Criteria: hip fracture risk 3%, MOF 20%",
    "FRAX score is below treatment threshold (MOF 20%, hip 3%)",
    "10-year risk (population average): major 14%, hip 2.9%",
    "If treated, FRAX MOF would fall to 12% and hip to 2.0%",
    "At age 80 the FRAX will be MOF 26%, hip 9%",
    "Example: a 65-year-old woman with FRAX MOF 9.3%, hip 1.2%",
    "Hip fracture risk reduction: 41%",
    "pending / Hip fracture mortality 20%",
    "FRAX five years ago: MOF 14%, hip 2.8%",
    "19% / Major osteoporotic fracture / 4.6% / Hip fracture",
  ])("%s", (text) => expect(said(text)).toEqual([]));

  it.each(["Garvan", "QFracture-2016", "CAROC"])("under the title %s", (tool) =>
    expect(said("10-year hip fracture risk 5.5%", tool)).toEqual([]));
});

it.each<[string, (number | null)[][]]>([
  ["FRAX (UK): MOF 19%, hip 4.6%. NOGG intervention threshold MOF 17%, hip 3.2%.", [[19, 4.6]]],
  ["Without treatment 10-year risk: MOF 19%, hip 4.6%. With treatment: MOF 12%, hip 2.4%.", [[19, 4.6]]],
  ["FRAX MOF changed from 22% to 19%, hip from 7.1% to 4.6%", [[19, 4.6]]],
  ["FRAX MOF 22%, hip 5%. Adjusted for recency of fracture MOF 31%, hip 9%", [[22, 5]]],
  ["FRAX MOF 19%, hip 4.6%. FRAX with TBS: MOF 21%, hip 5.1%", [[19, 4.6]]],
  ["FRAX at age 68 (reference: US Caucasian): MOF 18%, hip 4.0%", [[18, 4]]],
  ["FRAX adjusted for TBS: MOF 18%, hip 4.0%", [[18, 4]]],
  ["MOF 21% / Hip pain 5/10", [[21, null]]],
  ["Hip: T-score -2.3 / FRAX MOF 21%, hip 5.1%", [[21, 5.1]]],
  ["Major osteoporotic fracture 19% / Hip arthroplasty 3/2019", [[19, null]]],
  ["Hip: 3.1% decrease since 2021; major osteoporotic fracture risk 19%", [[19, null]]],
])("%s", (text, figures) => expect(said(text)).toEqual(figures));

describe("the day of the figures", () => {
  it("is in their own row, or beside the word FRAX", () => {
    const rows = [
      ["02/11/2026", "19", "4.6"],
      ["02/09/2021", "14", "2.8"],
    ];
    const results = facts([table(["Date", "MOF %", "Hip %"], rows, { headings: ["FRAX results"] })]).frax;
    expect(results.map(({ mof, date }) => [mof, date])).toEqual([
      [19, "2026-02-11"],
      [14, "2021-02-09"],
    ]);
    const years = facts([lines(["FRAX 2021: MOF 14%, hip 2.8%. FRAX 2026: MOF 19%, hip 4.6%."])]).frax;
    expect(years.map(({ mof, date }) => [mof, date])).toEqual([
      [14, "2021"],
      [19, "2026"],
    ]);
  });
  it.each([
    "ADDENDUM 02/14/2026: technique reviewed.",
    "Hip arthroplasty 3/2019",
    "Dictated 02/13/2026.",
    "Next FRAX due 02/14/2028",
  ])("is not that of: %s", (line) => {
    const [frax] = facts([lines(["FRAX MOF 19%, hip 4.6%", line], { headings: ["FRAX"] })]).frax;
    expect(frax?.date).toBeNull();
  });
});

describe("a sentence with these words is not about her risk now", () => {
  it.each([
    "Threshold",
    "Cut-off",
    "Cutoffs",
    "Criteria",
    "Reference:",
    "Limit",
    "With treatment",
    "On treatment",
    "Next year it will be",
    "Example",
    "Screen for",
    "Women whose",
    "Population",
    "Average",
    "Expected",
    "Typical",
    "Age-matched",
    "Peers",
    "If treated",
    "It would be",
    "Adjusted for falls",
    "Adjusted for T2DM",
    "Adjusted for type 2 diabetes",
    "Adjusted for hip axis length",
    "Adjusted for lumbar spine",
  ])("%s …", (words) => expect(said(`${words} MOF 14%, hip 2.9%`)).toEqual([]));
  it.each(["decrease", "increase", "decline", "loss", "gain", "lower", "higher", "change"])("hip 3.1%% %s", (word) =>
    expect(said(`Hip: 3.1% ${word}`)).toEqual([]));
  it.each(["replacement", "mortality", "surgery", "repair", "incidence", "prevalence"])("hip fracture %s", (word) =>
    expect(said(`Hip fracture ${word} 20%`)).toEqual([]));
});
