import { describe, expect, it } from "vitest";
import { facts, lines, region, row, table } from "./support/page";

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
  ["FRAX without TBS: MOF 18%, hip 4.0%", [[18, 4]]],
  ["TBS 1.203. / FRAX: MOF 18%, hip 4.0%", [[18, 4]]],
  ["FRAX: MOF 18%, hip 4.0%. TBS 1.203.", [[18, 4]]],
  ["FRAX (Black) 5/0.9; FRAX (White) 12/2", []],
  ["FRAX (US Black): MOF 5%, hip 0.9% / FRAX (US Caucasian): MOF 12%, hip 2%", []],
  ["FRAX (US Caucasian): MOF 12%, hip 2% / Model: US (Caucasian)", [[12, 2]]],
  ["FRAX 12/2, FRAX 15/3", []],
  ["In 2019 her DXA showed a spine T-score of -1.9 and FRAX 11/1.8.", []],
  ["FRAX 16/3.4. In 2019 FRAX was 11/1.8.", [[16, 3.4]]],
  [
    "FRAX without BMD 12/2, FRAX with BMD 10/1.5",
    [
      [12, 2],
      [10, 1.5],
    ],
  ],
  ["Prior exam 2022 / FRAX: MOF 18%, hip 4.0%", []],
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

describe("figures of several columns or rows", () => {
  const FRACTURES = ["Major osteoporotic fracture", "Hip fracture"];
  const read = (columns: string[], mof: string[], hip: string[]) =>
    facts([
      table(
        ["", ...columns],
        [
          [FRACTURES[0] ?? "", ...mof],
          [FRACTURES[1] ?? "", ...hip],
        ],
        { headings: ["FRAX"] },
      ),
    ]).frax.map((one) => [one.mof, one.hip, one.withBmd, one.date]);

  it("with and without the density", () => {
    expect(read(["Without BMD", "With BMD"], ["16%", "13%"], ["4.1%", "2.7%"])).toEqual([
      [16, 4.1, false, null],
      [13, 2.7, true, null],
    ]);
  });

  it("of several days, the older one first or last", () => {
    expect(read(["2021", "2026"], ["13%", "16%"], ["2.7%", "4.1%"])).toEqual([
      [13, 2.7, null, "2021"],
      [16, 4.1, null, "2026"],
    ]);
    expect(read(["06/03/2026", "05/20/2021"], ["16%", "13%"], ["4.1%", "2.7%"])).toEqual([
      [16, 4.1, null, "2026-06-03"],
      [13, 2.7, null, "2021-05-20"],
    ]);
  });

  it.each([
    "Prior",
    "Threshold",
    "Average for age",
    "UK",
    "On alendronate",
    "TBS-adjusted",
    "Lifetime risk",
    "Garvan",
  ])("%s is none of hers", (other) => {
    expect(read([other, "10-year risk"], ["16%", "13%"], ["4.1%", "2.7%"])).toEqual([[13, 2.7, null, null]]);
    expect(read(["10-year risk", other], ["13%", "16%"], ["2.7%", "4.1%"])).toEqual([[13, 2.7, null, null]]);
  });

  it("without heads neither is hers", () => {
    expect(read(["", ""], ["13%", "20%"], ["2.7%", "3%"])).toEqual([]);
  });

  it.each<[string, string, unknown[][]]>([
    [
      "2021",
      "2026",
      [
        [13, 2.7, "2021"],
        [16, 4.1, "2026"],
      ],
    ],
    [
      "Without BMD",
      "With BMD",
      [
        [13, 2.7, null],
        [16, 4.1, null],
      ],
    ],
    ["No treatment", "With alendronate", []],
    ["US", "UK", []],
    ["70", "75", []],
  ])("rows %s and %s", (first, second, expected) => {
    const rows = [
      [first, "13%", "2.7%"],
      [second, "16%", "4.1%"],
    ];
    const read = facts([table(["", "MOF", "Hip"], rows, { headings: ["FRAX"] })]).frax;
    expect(read.map(({ mof, hip, date }) => [mof, hip, date])).toEqual(expected);
  });
});

describe("a sign of percent that is said once", () => {
  const title = "The ten year probability of fracture (%)";
  it.each<[string, (number | null)[][]]>([
    [`${title} / with BMD / Major osteoporotic 13 / Hip Fracture 2.7`, [[13, 2.7]]],
    ["Major osteoporotic 13 / Hip fracture 2.7", [[13, 2.7]]],
    ["Major osteoporotic 13 / Hip 2.7", []],
    ["Major osteoporotic 13", []],
    ["Previous major osteoporotic fracture 1 / Hip fracture 0", []],
  ])("%s", (text, expected) => expect(said(text)).toEqual(expected));
});

describe("figures beside other figures", () => {
  it.each<[string, (number | null)[][]]>([
    ["Major osteoporotic fracture 10-year probability: 13.2%. Hip fracture: 2.7%", [[13.2, 2.7]]],
    ["Major osteoporotic fracture: 13,2 %. Hip: 2,7 %", [[13.2, 2.7]]],
    ["FRAXplus adjusted: MOF 18%, hip 3.9%. FRAX: MOF 13%, hip 2.7%.", [[13, 2.7]]],
    ["FRAX MOF was 11%, now 13%; hip was 1.4%, now 2.7%", []],
    ["FRAX 11%/1.4% (2019) now 13%/2.7%", []],
    ["MOF 11% → 13%, hip 1.4% → 2.7%", []],
    ["MOF 20% and hip 3% are the treatment thresholds", []],
    ["MOF 13% and hip 2.7% are below the treatment thresholds", [[13, 2.7]]],
    ["Fracture risk is increased by 20% in smokers and hip fracture by 3%.", []],
    ["FRAX deferred. Hip OA 3% disability", []],
    ["Hip risk by the calculator 2.7%", [[null, 2.7]]],
  ])("%s", (text, expected) => expect(said(text)).toEqual(expected));
});

it("what stands under a title of education in a text is nobody's", () => {
  const under = (title: string) =>
    facts([region("prose", [], [row(["Mary, 65, has a FRAX of MOF 22%, hip 3.5%"], title)])]).frax.length;
  expect(["Patient education", "Understanding your bone density", "What is FRAX?"].map(under)).toEqual([0, 0, 0]);
  expect(["FRAX", "Assessment"].map(under)).toEqual([1, 1]);
});

it("figures that TBS has changed are marked", () => {
  const model = (text: string) => facts([lines([text], { headings: ["DXA"] })]).frax.map((one) => one.model);
  for (const text of [
    "FRAX adjusted for TBS: MOF 18%, hip 4.0%",
    "FRAX with TBS: 15.2/2.9",
    "TBS-adjusted FRAX: MOF 18%, hip 4.0%",
    "FRAX 15.2/2.9 (TBS adjusted)",
  ])
    expect(model(text)).toEqual(["adjusted for TBS"]);
  for (const text of ["FRAX without TBS: MOF 18%, hip 4.0%", "TBS 1.203. FRAX: MOF 18%, hip 4.0%"])
    expect(model(text)).toEqual([null]);
});

it("figures that the dose of the steroid has changed are marked", () => {
  const adjusted = (text: string) =>
    facts([lines([text], { headings: ["DXA"] })]).frax.map((one) => one.glucocorticoidAdjusted);
  for (const text of [
    "FRAX adjusted for prednisone > 7.5 mg: MOF 18.4%, hip 4.1%",
    "FRAX adjusted for high dose steroids: MOF 18.4%, hip 4.1%",
    "FRAX, adjusting for the dose of prednisolone: MOF 18.4%, hip 4.1%",
    "Prednisone dose-adjusted FRAX: MOF 18.4%, hip 4.1%",
  ])
    expect(adjusted(text)).toEqual([true]);
  for (const text of [
    "FRAX adjusted for age and sex: MOF 18.4%, hip 4.1%. Prednisone 5 mg daily.",
    "Prednisone adjusted last week. FRAX: MOF 18.4%, hip 4.1%",
  ])
    expect(adjusted(text)).toEqual([null]);
});

it.each([
  "FRAX after type 2 diabetes adjustment: MOF 18%, hip 4%",
  "T2DM-adjusted FRAX: MOF 18%, hip 4%",
])("%s: changed for what FRAX does not ask", (text) => expect(said(text)).toEqual([]));

it.each<[string, unknown[]]>([
  ["FRAX MOF 16%, hip 3.4% at diagnosis", []],
  ["FRAX shows 16% MOF and 3.4% hip in 2015", []],
  ["FRAX MOF 16%, hip 3.4%. Fracture in 2015.", [[16, 3.4]]],
  ["FRAX MOF 16%, hip 3.4%, parent hip fracture at 80", [[16, 3.4]]],
])("a day behind the figures: %s", (text, expected) => expect(said(text)).toEqual(expected));
