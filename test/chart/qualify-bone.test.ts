import { describe, expect, it } from "vitest";
import { banner, facts, items, lines, pairs, table } from "./support/page";

const IMAGING = { headings: ["Imaging", "DXA"] };
const scores = (...texts: string[]) =>
  facts([lines(texts, IMAGING)]).dxa.map(({ site, side, t, z, bmd }) => [site, side, t, z, bmd]);
const frax = (...texts: string[]) =>
  facts([lines(texts, IMAGING)]).frax.map(({ mof, hip, withBmd }) => [mof, hip, withBmd]);

describe("DXA text", () => {
  it.each([
    ["Femoral neck (right): BMD 0.701 g/cm², T-score −2.4, Z-score −0.9", [["FN", "right", -2.4, -0.9, 0.701]]],
    ["Lumbar spine (L1-L4): T-score minus 2.2, Z-score minus 0.8", [["LS", null, -2.2, -0.8, null]]],
    [
      "The BMD of the lumbar spine is 1.4 standard deviations below the young normal mean.",
      [["LS", null, -1.4, null, null]],
    ],
    [
      "a T-score of -2.8 in the lumbar spine (L2-L4), and -1.9 in the femoral neck",
      [
        ["LS", null, -2.8, null, null],
        ["FN", null, -1.9, null, null],
      ],
    ],
    [
      "T-scores: L1-L4 -1.4, left femoral neck -2.1",
      [
        ["LS", null, -1.4, null, null],
        ["FN", "left", -2.1, null, null],
      ],
    ],
    ["Lowest T-score: -2.3 (left femoral neck)", [["FN", "left", -2.3, null, null]]],
    ["Left distal one-third (33%) radius: BMD 0.612 g/cm2, T score -2.7", [["R33", "left", -2.7, null, 0.612]]],
    ["Total hip: T-score 0.6; BMD 1.012 gm/cm2.", [["TH", null, 0.6, null, 1.012]]],
    ["Lumbar spine Z-score -1.2. T-scores are not used before menopause.", [["LS", null, null, -1.2, null]]],
    ["Femoral neck T-score -1.9 (previously -1.7 on 03/12/2022).", [["FN", null, -1.9, null, null]]],
    ["TBS L1-L4 1.214. Wedge fracture of T12. Lumbar spine T-score -1.6.", [["LS", null, -1.6, null, null]]],
  ])("%s", (text, expected) => {
    expect(scores(text)).toEqual(expected);
  });

  it.each([
    "Osteoporosis: T-score <= -2.5",
    "WHO classification: Osteopenia T-score between -1.0 and -2.5.",
    "Osteoporosis T-score -2.5 or lower at the femoral neck.",
    "Ordered: DXA. Indication: screening for osteoporosis (T-score < -2.5?).",
    "Total hip - T-score - 1.8 - Z-score - 0.4",
    "The lowest T-score is -2.7.",
  ])("%s gives no result", (text) => {
    expect(scores(text)).toEqual([]);
  });

  it("knows the order of the figures from a header or from a labelled line", () => {
    expect(scores("Region BMD (g/cm2) T-score PR (%) Z-score AM (%)", "Femoral Neck 0.699 -1.4 82 0.2 103")).toEqual([
      ["FN", null, -1.4, 0.2, 0.699],
    ]);
    expect(
      scores("AP Spine L1-L4 1.021 g/cm² T-score -1.3 Z-score 0.2", "Left Femur Neck 0.774 g/cm² -1.9 -0.4"),
    ).toEqual([
      ["LS", null, -1.3, 0.2, 1.021],
      ["FN", "left", -1.9, -0.4, 0.774],
    ]);
  });

  it("has no score for a region with two different ones, and none outside -7 to +6", () => {
    expect(scores("Total hip T-score -1.4.", "Total hip T-score -2.4.")).toEqual([]);
    expect(scores("Total hip T-score -9.4.")).toEqual([]);
  });
});

describe("DXA figures that are not of today or of no region", () => {
  const scores = (text: string) => facts([lines([text], IMAGING)]).dxa.map(({ site, t }) => [site, t]);
  it.each<[string, [string, number][]]>([
    ["AP spine L2-L4 (L1 excluded due to degenerative change): T-score -0.6", [["LS", -0.6]]],
    ["BMD has decreased 2.8% at the hip since 2022; T-score then was -1.4.", []],
    ["The T-score in the left total hip has improved from -2.3 to -1.9", []],
    ["Femoral neck T-score range -1.7 to -2.1", []],
  ])("%s", (text, expected) => {
    expect(scores(text)).toEqual(expected);
  });
});

describe("DXA tables", () => {
  it("keeps percentages of a peak apart from scores", () => {
    const [result] = facts([
      table(
        ["Region", "BMD", "T-score", "PR (%)", "Z-score", "AM (%)"],
        [["Left femur neck", "0.699", "-1.4", "82", "0.2", "103"]],
        IMAGING,
      ),
    ]).dxa;
    expect(result).toMatchObject({ site: "FN", side: "left", t: -1.4, z: 0.2, bmd: 0.699, prior: false });
  });

  it("takes the newest row of a trend as current and the others as earlier", () => {
    const { dxa } = facts([
      table(
        ["Date", "Age", "L1-L4 BMD", "T-score", "% change"],
        [
          ["09/14/2026", "71", "0.881", "-2.5", "-3.2"],
          ["08/30/2023", "68", "0.910", "-2.2", ""],
        ],
        IMAGING,
      ),
    ]);
    expect(dxa.map(({ date, t, prior }) => [date, t, prior])).toEqual([
      ["2026-09-14", -2.5, false],
      ["2023-08-30", -2.2, true],
    ]);
  });

  it("takes the date of the examination from the head of the report", () => {
    const report = [lines(["Left total hip T-score -1.7."])];
    expect(
      facts(report, {
        banner: banner([
          ["Patient", "Marsh, Ada"],
          ["DOB", "04/02/1958"],
          ["Exam date", "09/17/2026"],
        ]),
      }).dxa[0]?.date,
    ).toBe("2026-09-17");
    expect(
      facts(report, {
        banner: banner([
          ["Patient", "Marsh, Ada"],
          ["DOB", "04/02/1958"],
        ]),
      }).dxa[0]?.date,
    ).toBeNull();
  });
});

describe("FRAX", () => {
  it.each([
    ["10-year FRAX: Major osteoporotic fracture: 14%; Hip fracture: 2.9%.", [[14, 2.9, null]]],
    ["FRAX (US Caucasian) 10-yr fracture risk - Hip: 3.1 %, Major Osteoporotic: 17 %.", [[17, 3.1, null]]],
    ["FRAX 14% for major osteoporotic fracture and 2.9% for hip fracture", [[14, 2.9, null]]],
    [
      "The patient has a 14% 10-year probability of major osteoporotic fracture and a 2.9% 10-year probability of hip fracture (FRAX).",
      [[14, 2.9, null]],
    ],
    ["FRAX: 12% major osteoporotic, 2.3% hip", [[12, 2.3, null]]],
    ["FRAX Major: 17.0% Hip: 3.1%", [[17, 3.1, null]]],
    ["FRAX score: 23% (major), 7.1% (hip)", [[23, 7.1, null]]],
    [
      "FRAX without BMD: MOF 11%, Hip 2.4%. FRAX with BMD: MOF 15%, Hip 3.3%.",
      [
        [11, 2.4, false],
        [15, 3.3, true],
      ],
    ],
    [
      "NOF recommends treatment when FRAX hip is >3% or MOF >20%. FRAX for this patient: MOF 11%, hip 2.4%",
      [[11, 2.4, null]],
    ],
    ["FRAX MOF 22 %. Treat if hip > 3 %.", [[22, null, null]]],
    ["FRAX (MOF/hip): 19%/4.6%", [[19, 4.6, null]]],
    ["Ten year fracture risk per FRAX: 14% major, 4.2% hip", [[14, 4.2, null]]],
  ])("%s", (text, expected) => {
    expect(frax(text)).toEqual(expected);
  });

  it.each([
    "If hip rises to 3% consider alendronate (FRAX).",
    "According to FRAX the risk of a major fracture exceeds 20%",
    "FRAX not reported because the patient is treated. Treatment is recommended if MOF >= 20% or hip >= 3%.",
    "10 YEAR ABSOLUTE FRACTURE RISK: Moderate, 10-20%",
    "The estimated 10-year probability of fracture is less than 10%",
    "FRAX hip -1.2",
    "Previous FRAX: MOF 11%, hip 2.4%",
  ])("%s gives none", (text) => {
    expect(frax(text)).toEqual([]);
  });

  it("says whether glucocorticoids were ticked and whether the figures are adjusted already", () => {
    const read = (text: string) => facts([lines([text], IMAGING)]).frax[0];
    const figures = "major osteoporotic fracture 17.8%, hip fracture 2.6%";
    expect(read(`FRAX (glucocorticoids: yes): ${figures}. Not adjusted for glucocorticoid dose.`)).toMatchObject({
      glucocorticoidsTicked: true,
      glucocorticoidAdjusted: false,
    });
    expect(read(`FRAX adjusted for glucocorticoid dose: ${figures}.`)).toMatchObject({ glucocorticoidAdjusted: true });
    expect(read(`FRAX: ${figures}.`)).toMatchObject({ glucocorticoidsTicked: null, glucocorticoidAdjusted: null });
  });
});

describe("problems and history", () => {
  const history = (entries: [string, string][], heading = "Social and bone health history") =>
    facts([pairs(entries, { headings: [heading] })]);

  it("takes the answer that stands beside a question", () => {
    expect(history([["Parental hip fracture", "No"]]).parentHipFracture).toMatchObject([{ value: false }]);
    expect(history([["Parental hip fracture", "Yes"]]).parentHipFracture).toMatchObject([{ value: true }]);
    expect(history([["Parental hip fracture", "Unknown"]]).parentHipFracture).toEqual([]);
    expect(history([["Prior fragility fracture", "None"]]).fractureHistory).toMatchObject([{ value: "none" }]);
    expect(history([["Falls in the past year", "2"]]).fallsLastYear).toMatchObject([{ value: 2 }]);
    expect(history([["Rheumatoid arthritis", "No"]], "Past medical history").problems).toMatchObject([
      { condition: "rheumatoid-arthritis", negated: true },
    ]);
  });

  it("reads smoking, alcohol, menopause and the dental examination", () => {
    expect(history([["Tobacco", "Former smoker, quit 1998"]]).smoking).toMatchObject([{ value: "former" }]);
    expect(history([["Smoking status", "Current every day smoker"]]).smoking).toMatchObject([{ value: "current" }]);
    expect(history([["Smoking", "Unknown if ever smoked"]]).smoking).toEqual([]);
    expect(history([["Alcohol", "2 drinks per day"]]).alcoholDrinksPerDay).toMatchObject([{ value: 2 }]);
    expect(history([["Alcohol", "1-2 drinks per day"]]).alcoholDrinksPerDay).toEqual([]);
    expect(history([["Menopausal status", "Postmenopausal since age 52"]]).menopause).toMatchObject([
      { value: "post" },
    ]);
    expect(history([["Last dental exam", "05/12/2026"]], "Health maintenance").lastDentalExam).toMatchObject([
      { value: "2026-05-12" },
    ]);
    expect(history([["Dental exam", "No exam on file"]], "Health maintenance").lastDentalExam).toMatchObject([
      { value: "none" },
    ]);
    expect(history([["Dental exam", "Due 12/01/2026"]], "Health maintenance").lastDentalExam).toEqual([]);
  });

  it("reads a problem that opens with the word of a status, and a year on its own", () => {
    const listed = (entry: string) => facts([items([entry], { headings: ["Problems"] })]);
    expect(listed("History of breast cancer, lumpectomy 2015").problems).toMatchObject([
      { condition: "breast-cancer", status: "inactive", date: "2015" },
    ]);
    expect(listed("Closed fracture of left wrist, 03/2021").fractures).toMatchObject([
      { site: "wrist", date: "2021-03" },
    ]);
    expect(listed("Hip fracture 2019").fractures).toMatchObject([{ site: "hip", date: "2019" }]);
    expect(listed("Chronic").problems).toEqual([]);
    expect(facts([lines(["Smokes marijuana on weekends"], { headings: ["Social History"] })]).smoking).toEqual([]);
  });

  it("reads problems with status, onset and negation, and fractures with place and trauma", () => {
    const { problems, fractures } = facts([
      table(
        ["Problem", "Onset", "Status"],
        [
          ["Rheumatoid arthritis", "06/11/2019", "Active"],
          ["No evidence of multiple myeloma", "", "Active"],
          ["Fragility fracture of left wrist", "03/04/2021", "Resolved"],
        ],
        { headings: ["Problem list"] },
      ),
    ]);
    expect(problems).toMatchObject([
      { condition: "rheumatoid-arthritis", status: "active", date: "2019-06-11", negated: false },
      { negated: true },
      { condition: null, label: "Fragility fracture of left wrist" },
    ]);
    expect(fractures).toMatchObject([{ site: "wrist", trauma: "low", date: "2021-03-04" }]);
  });

  it("reads no fracture from risk, prevention or a relative", () => {
    const read = (label: string) => facts([table(["Problem"], [[label]], { headings: ["Problems"] })]).fractures;
    for (const label of [
      "High fracture risk",
      "No history of hip fracture",
      "Mother had a hip fracture",
      "Osteoporosis without current pathological fracture",
    ])
      expect(read(label), label).toEqual([]);
    expect(read("Closed fracture of neck of femur")).toMatchObject([{ site: "hip", trauma: null }]);
  });
});

describe("vitals", () => {
  it("takes the unit from cell, neighbour or header, and assumes none", () => {
    const read = (...args: Parameters<typeof table>) =>
      facts([table(...args)]).vitals.map(({ kind, value, unit, date }) => [kind, value, unit, date]);
    expect(read(["Date", "Weight (kg)", "Height", "BMI"], [["02 — Mar — 2026", "54.5", "158 cm", "21.8"]])).toEqual([
      ["weight", 54.5, "kg", "2026-03-02"],
      ["height", 158, "cm", "2026-03-02"],
      ["bmi", 21.8, null, "2026-03-02"],
    ]);
    expect(read([], [["Weight", "120", "lbs"]])).toEqual([["weight", 120, "lbs", null]]);
    expect(read([], [["Height", "5' 2\""]])).toEqual([["height", 62, "in", null]]);
    expect(
      read(
        [],
        [
          ["Birth weight", "3 kg"],
          ["Ideal body weight", "55 kg"],
          ["Weight", "0"],
          ["Weight", "177 cm"],
        ],
      ),
    ).toEqual([]);
  });
});

describe("lists on screen", () => {
  const complete = (...says: string[]) =>
    facts([table(["Test", "Result"], [["Calcium", "9.4 mg/dL"]], { headings: ["Results"], says })]).seen.find(
      ({ kind }) => kind === "labs",
    )?.complete;

  it("says what a list says of itself", () => {
    expect(complete()).toBeNull();
    expect(complete("1–20 of 134")).toBe(false);
    expect(complete("1-12 of 12")).toBe(true);
    expect(complete("5 / 6 items")).toBe(false);
    expect(complete("Showing 3 of 3")).toBe(true);
    expect(complete("Show: | Active", "3 / 3 items")).toBe(false);
  });

  it("counts a list without rows as seen", () => {
    expect(facts([table([], [], { headings: ["Medications"] })]).seen).toMatchObject([{ kind: "medications" }]);
    expect(facts([]).seen).toEqual([]);
  });
});
