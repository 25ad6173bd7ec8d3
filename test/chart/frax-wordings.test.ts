import { describe, expect, it } from "vitest";
import { facts, lines, table } from "./support/page";

const IMAGING = { headings: ["Imaging", "DXA"] };
type Read = [mof: number | null, hip: number | null];
const all = (...texts: string[]) => facts([lines(texts, IMAGING)]).frax;
const read = (...texts: string[]): Read[] => all(...texts).map(({ mof, hip }) => [mof, hip]);

describe("a figure and its name (RISK.md 2.3)", () => {
  it.each<[string, Read[]]>([
    ["FRAX: MOF: 14%, hip: 2.9%", [[14, 2.9]]],
    ["FRAX: MOF = 14%, hip = 2.9%", [[14, 2.9]]],
    ["FRAX: MOF risk 14%, hip risk 2.9%", [[14, 2.9]]],
    ["FRAX: MOF 14 %, hip 2.9 %", [[14, 2.9]]],
    ["FRAX: MOF 14.25%, hip 2.95%", [[14.25, 2.95]]],
    ["FRAX: major osteoporotic fx 14%, hip fx 2.9%", [[14, 2.9]]],
    ["FRAX: major fracture 14%, hip fracture 2.9%", [[14, 2.9]]],
    ["FRAX: major osteoporosis-related fracture 14%, hip 2.9%", [[14, 2.9]]],
    ["FRAX: any major osteoporotic fracture 14%, hip 2.9%", [[14, 2.9]]],
    ["FRAX: major: 14%; hip: 2.9%", [[14, 2.9]]],
    ["FRAX: Major 14% and hip 2.9%", [[14, 2.9]]],
    ["FRAX: 14% major, 2.9% hip", [[14, 2.9]]],
    ["FRAX: 14% (MOF), 2.9% (hip)", [[14, 2.9]]],
    ["FRAX: 14% risk of major osteoporotic fracture, 2.9% risk of hip fracture", [[14, 2.9]]],
    ["FRAX: 14% probability of a major osteoporotic fracture and 2.9% for hip", [[14, 2.9]]],
    ["FRAX: 14% chance of sustaining a major osteoporotic fracture", [[14, null]]],
    ["FRAX: 14% 10-year risk of major osteoporotic fracture; 2.9% ten year risk of hip fracture", [[14, 2.9]]],
    ["FRAX: 14% absolute risk of major osteoporotic fracture", [[14, null]]],
    ["FRAX: hip fracture probability over the next decade is 2.9%", [[null, 2.9]]],
    ["FRAX: hip 2.9%, MOF 14%", [[14, 2.9]]],
    ["FRAX: MOF 14 percent, hip 2.9 per cent", [[14, 2.9]]],
    ["FRAX: MOF < 5%, hip 0.5%", [[5, 0.5]]],
    ["10-year fracture risk: MOF 14%, hip 2.9%", [[14, 2.9]]],
    ["Ten-year probability of fracture: MOF 14%, hip 2.9%", [[14, 2.9]]],
    ["Fracture risk: MOF 14%, hip 2.9%", [[14, 2.9]]],
    ["10 yr risk: MOF 14%, hip 2.9%", [[14, 2.9]]],
    ["FRAX: MOF 99%, hip 50%", [[99, 50]]],
  ])("%s", (text, expected) => {
    expect(read(text)).toEqual(expected);
  });

  it.each([
    "MOF 14%, hip 2.9%",
    "FRAX: MOF 14, hip 2.9",
    "FRAX: MOF 0%, hip 0%",
    "FRAX: MOF 2%, hip 14%",
    "FRAX: MOF 10-20%",
    "FRAX: total hip 2.9%",
    "FRAX: left hip 2.9%",
    "FRAX: right hip 2.9%",
    "FRAX: dual hip 2.9%",
    "FRAX: parental hip fracture 2.9%",
    "FRAX: family hip fracture 2.9%",
    "FRAX: prior hip fracture 2.9%",
    "FRAX: previous hip fracture 2.9%",
    "FRAX: history of hip fracture 2.9%",
    "FRAX: history of a hip fracture 2.9%",
    "FRAX: hip replacement 2.9%",
    "FRAX: hip BMD 2.9%",
    "FRAX: hip T-score 2.9%",
    "FRAX: hip Z-score 2.9%",
    "FRAX: hip neck 2.9%",
    "FRAX: hip axis length 2.9%",
    "FRAX: hip structural analysis 2.9%",
    "FRAX: MOF exceeds 20%",
    "FRAX: hip at least 3%",
    "FRAX: hip >= 3%",
    "FRAX: hip ≥ 3%",
    "FRAX: hip <= 3%",
    "FRAX: hip ≤ 3%",
    "FRAX: treat when hip > 3%",
    "FRAX: threshold hip > 3%",
    "FRAX guideline: hip above 3%",
    "FRAX criteria: hip over 3%",
    "FRAX: therapy is recommended with hip 3%",
    "FRAX: consider therapy when MOF 20%",
    "FRAX: until hip 3%",
    "FRAX: unless hip 3%",
    "FRAX: should hip reach 3%",
    "FRAX: target MOF 10%",
    "FRAX was not calculated. MOF 14%",
    "FRAX not performed: MOF 14%",
    "FRAX not applicable: MOF 14%",
    "FRAX not available, MOF 14%",
    "FRAX not valid, MOF 14%",
    "FRAX not indicated, MOF 14%",
    "Prior FRAX: MOF 11%, hip 2.4%",
    "FRAX was previously MOF 11%, hip 2.4%",
    "FRAX compared to 2020: MOF 11%, hip 2.4%",
    "FRAX last exam: MOF 11%, hip 2.4%",
  ])("%s gives none", (text) => {
    expect(read(text)).toEqual([]);
  });

  it("a figure has one name; what stands between belongs to another", () => {
    expect(read("FRAX: MOF not stated; hip 2.9%")).toEqual([[null, 2.9]]);
    expect(read("FRAX: MOF unchanged. Sodium 14%.")).toEqual([]);
    expect(read("FRAX: MOF (see page 2) 14%")).toEqual([]);
  });

  it("two figures without words", () => {
    expect(read("FRAX (MOF/hip) 14/2.9")).toEqual([[14, 2.9]]);
    expect(read("FRAX MOF / hip: 14% / 2.9%")).toEqual([[14, 2.9]]);
    expect(read("FRAX major osteoporotic and hip 14 and 2.9")).toEqual([[14, 2.9]]);
    expect(read("FRAX 14/2.9")).toEqual([[14, 2.9]]);
    expect(read("FRAX result: 14 % / 2.9 %")).toEqual([[14, 2.9]]);
    expect(read("FRAX 2.9/14")).toEqual([]);
    expect(read("FRAX 14/0")).toEqual([]);
    expect(read("FRAX 03/02/2026")).toEqual([]);
    expect(read("FRAX MOF/hip thresholds 20/3")).toEqual([]);
    expect(read("Treat at FRAX MOF/hip 20/3")).toEqual([]);
  });

  it("each statement has one figure of each kind", () => {
    expect(
      read("FRAX without BMD: MOF 11%, hip 2.4%. FRAX with BMD: MOF 15%, hip 3.3%. FRAX adjusted: MOF 17%, hip 4%."),
    ).toEqual([
      [11, 2.4],
      [15, 3.3],
      [17, 4],
    ]);
    expect(read("FRAX without BMD: MOF 11%. FRAX with BMD: MOF 15%.")).toEqual([
      [11, null],
      [15, null],
    ]);
    // which of the two is hers is not told
    expect(read("FRAX: MOF 11%. FRAX: MOF 15%.")).toEqual([]);
    expect(read("FRAX: MOF 11%. FRAX: MOF 11%, hip 2%.")).toEqual([
      [11, null],
      [11, 2],
    ]);
    expect(all("FRAX without BMD: MOF 11%, hip 2.4%. FRAX with BMD: MOF 15%, hip 3.3%.").map((f) => f.withBmd)).toEqual(
      [false, true],
    );
  });
});

describe("what a figure is printed with", () => {
  it.each<[string, string | null]>([
    ["MOF < 5%", "<"],
    ["MOF less than 5%", "<"],
    ["MOF under 5%", "<"],
    ["MOF below 5%", "<"],
    ["MOF > 50%", ">"],
    ["MOF greater than 50%", ">"],
    ["MOF more than 50%", ">"],
    ["MOF over 50%", ">"],
    ["MOF above 50%", ">"],
    ["MOF 5%", null],
  ])("FRAX: %s", (words, comparator) => {
    expect(all(`FRAX: ${words}`)).toMatchObject([{ mofComparator: comparator, hipComparator: null }]);
  });

  it.each<[string, boolean | null]>([
    ["with the femoral neck BMD", true],
    ["with BMD", true],
    ["including BMD", true],
    ["BMD included", true],
    ["BMD used", true],
    ["neck BMD = 0.7", true],
    ["using BMD", true],
    ["without the femoral neck BMD", false],
    ["without BMD", false],
    ["no BMD", false],
    ["BMD not entered", false],
    ["BMD was not included", false],
    ["excluding BMD", false],
    ["tool", null],
  ])("FRAX %s", (words, withBmd) => {
    expect(all(`FRAX ${words}: MOF 14%, hip 2.9%`)[0]?.withBmd ?? null).toBe(withBmd);
  });

  it.each<[string, boolean | null, boolean | null]>([
    ["glucocorticoids yes", true, null],
    ["glucocorticoid: entered", true, null],
    ["steroids = yes", true, null],
    ["steroid selected", true, null],
    ["glucocorticoids: not entered", false, null],
    ["steroids not ticked", false, null],
    ["glucocorticoids = no", false, null],
    ["no steroids", false, null],
    ["risk factors: parent hip, glucocorticoids", true, null],
    ["risk factor glucocorticoid", true, null],
    ["adjusted figures for glucocorticoid", null, true],
    ["adjusted for the steroid dose", null, true],
    ["glucocorticoid-adjusted", null, true],
    ["steroid dose-adjusted", null, true],
    ["unadjusted for dose", null, false],
    ["not yet corrected for steroid dose", null, false],
    ["before adjustment for glucocorticoid dose", null, false],
    ["without correction for dose", null, false],
    ["dose not considered", null, false],
    ["steroid dose not included", null, false],
  ])("FRAX (%s)", (words, ticked, adjusted) => {
    expect(all(`FRAX (${words}): MOF 14%, hip 2.9%`)[0]).toMatchObject({
      glucocorticoidsTicked: ticked,
      glucocorticoidAdjusted: adjusted,
    });
    expect(all(`FRAX: MOF 14%, hip 2.9%. Remark: ${words}.`)[0]).toMatchObject({
      glucocorticoidsTicked: ticked,
      glucocorticoidAdjusted: adjusted,
    });
  });

  it.each<[string, string | null, string | null]>([
    ["US (Caucasian)", "US (Caucasian)", "US"],
    ["US Caucasian", "US Caucasian", "US"],
    ["USA", "USA", "US"],
    ["United States", "United States", "US"],
    ["UK", "UK", "UK"],
    ["United Kingdom", "United Kingdom", "UK"],
    ["Canadian", "Canadian", "canadian"],
    ["Australia", "Australia", "australia"],
    ["Germany", "Germany", "germany"],
    ["tool", null, null],
  ])("FRAX %s", (words, model, country) => {
    const [one] = all(`FRAX ${words}: MOF 14%, hip 2.9%`);
    expect([one?.model, one?.country]).toEqual([model, country]);
  });
});

describe("where and when", () => {
  it("the only day around, none of two, not an earlier one", () => {
    const day = (...texts: string[]) => all("FRAX: MOF 14%, hip 2.9%", "Findings", ...texts)[0]?.date;
    expect(day("Exam 03/02/2026")).toBe("2026-03-02");
    expect(day("Exam 03/02/2026", "Exam 03/02/2026")).toBe("2026-03-02");
    expect(day("Exam 03/02/2026", "Printed 04/02/2026")).toBeNull();
    for (const word of ["Prior exam", "Comparison", "Birth date", "DOB", "Since"])
      expect(day(`${word} 03/02/2026`), word).toBeNull();
    expect(facts([lines(["FRAX: MOF 14%"], { headings: ["DXA 03/02/2026"] })]).frax[0]?.date).toBe("2026-03-02");
    expect(facts([lines(["FRAX: MOF 14%"], { says: ["03/02/2026"] })]).frax[0]?.date).toBe("2026-03-02");
  });

  it("names that stand over columns, with a percent sign over them or in the cell", () => {
    const cells = (columns: string[], ...texts: string[]) =>
      facts([table(columns, [texts], { headings: ["FRAX"] })]).frax.map(({ mof, hip }) => [mof, hip]);
    expect(cells(["MOF (%)", "Hip (%)"], "14", "2.9")).toEqual([[14, 2.9]]);
    expect(cells(["MOF", "Hip"], "14%", "2.9%")).toEqual([[14, 2.9]]);
    expect(cells(["MOF %", "Hip %"], "14", "")).toEqual([[14, null]]);
    expect(cells(["MOF", "Hip"], "14", "2.9")).toEqual([]);
    expect(cells(["MOF (%)", "Hip (%)"], "< 5", "0.4")).toEqual([[5, 0.4]]);
    expect(cells(["MOF (%)", "Hip (%)"], "n/a", "2.9")).toEqual([[null, 2.9]]);
  });

  it("the title says what the figures are of", () => {
    const under = (...headings: string[]) => facts([lines(["MOF 14%, hip 2.9%"], { headings })]).frax.length;
    expect(under("FRAX")).toBe(1);
    expect(under("DXA", "10-year fracture risk")).toBe(1);
    expect(under("FRAX", "Left hip", "Findings")).toBe(0);
    expect(under("DXA")).toBe(0);
    expect(under("FRAX", "Patient education: FRAX")).toBe(0);
    expect(under("Medications", "FRAX")).toBe(1);
  });

  it("shows the line it was read from", () => {
    expect(all("Findings", "FRAX: MOF 14%, hip 2.9%", "End")[0]?.evidence).toMatchObject({
      text: "FRAX: MOF 14%, hip 2.9%",
    });
  });
});

describe("figures with and without bone density", () => {
  const read = (text: string) =>
    facts([lines([text], { headings: ["FRAX 02/11/2026"] })]).frax.map(({ mof, hip, withBmd }) => [mof, hip, withBmd]);

  it.each<[string, unknown]>([
    [
      "FRAX with BMD: MOF 14%, hip 3.2%; without BMD: MOF 18%, hip 5.1%",
      [
        [14, 3.2, true],
        [18, 5.1, false],
      ],
    ],
    ["10-year MOF risk 14% with BMD / 18% without BMD; hip 3.2% with BMD / 5.1% without BMD", [[14, 3.2, null]]],
    ["FRAX MOF 14% (18% without BMD), hip 3.2% (5.1% without BMD)", [[14, 3.2, null]]],
    ["FRAX MOF 14% (with BMD), hip 3.2% (with BMD)", [[14, 3.2, true]]],
    ["FRAX without BMD: MOF 14%, hip 3.2%", [[14, 3.2, false]]],
  ])("%s", (text, expected) => expect(read(text)).toEqual(expected));
});
