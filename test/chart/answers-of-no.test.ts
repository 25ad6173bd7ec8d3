import { describe, expect, it } from "vitest";
import { emptyFacts } from "../../src/chart/frame-facts";
import { facts, items, lines, table } from "./support/page";

/** Questions that were answered with no, and words that are about something else. */
const conditions = (text: string, headings = ["Medical history"]) =>
  facts([items([text], { headings })]).problems.filter(({ condition, negated }) => condition !== null && !negated);

describe("problems", () => {
  it.each([
    "No history of stroke, MI, DVT or kidney stones.",
    "Denies stroke, DVT, kidney stones.",
    "negative for stroke, DVT, kidney stones",
    "Stroke: -",
    "Celiac disease: neg",
    "Kidney stones: 0",
    "Stroke (-)",
    "CVA tenderness",
    "RA (right atrium) enlargement",
    "Cancer center follow up",
    "Screening for malignant neoplasm (breast cancer)",
    "Type 1 diabetes mellitus screening",
    "Celiac disease carrier HLA-DQ2",
  ])("%s", (text) => expect(conditions(text)).toEqual([]));

  const said = (text: string) =>
    facts([items([text], { headings: ["Medical history"] })]).problems.flatMap(({ condition, negated }) =>
      condition === null ? [] : [[condition, negated]],
    );
  it.each<[string, [string, boolean][]]>([
    [
      "No history of stroke or kidney stones",
      [
        ["stroke", true],
        ["kidney-stones", true],
      ],
    ],
    [
      "Denies pain, stroke or kidney stones",
      [
        ["stroke", true],
        ["kidney-stones", true],
      ],
    ],
    // whether the denial goes on is not told: neither yes nor no
    ["Denies pain, osteoporosis treated by her doctor", []],
    ["Denies stroke, kidney stones.", [["stroke", true]]],
    // the place of an answer that was not given
    ["Stroke: -", []],
    ["Stroke: --", []],
    // a dash at the end of a name is no answer
    ["Osteoporosis -", [["osteoporosis", false]]],
    ["Stroke (-)", [["stroke", true]]],
    ["Stroke: neg", [["stroke", true]]],
  ])("%s", (text, conditions) => expect(said(text).sort()).toEqual(conditions.sort()));

  it("a denial ends where another verb begins", () =>
    expect(conditions("Denies stroke, has rheumatoid arthritis")).toMatchObject([
      { condition: "rheumatoid-arthritis" },
    ]));

  it.each([
    "History of stroke",
    "Hx of DVT",
    "Stroke (2019, resolved)",
  ])("%s is past on a list of active ones", (text) =>
    expect(conditions(text, ["Active problems"])).toMatchObject([{ status: "inactive" }]));

  it("columns Past, Current and Never", () => {
    const rows = [
      ["Stroke", "", "", "✓"],
      ["Rheumatoid arthritis", "", "✓", ""],
      ["Kidney stones", "✓", "", ""],
    ];
    const list = table(["Condition", "Past", "Current", "Never"], rows, { headings: ["Past medical history"] });
    expect(facts([list]).problems.map(({ condition, negated, status }) => [condition, negated, status])).toEqual([
      ["stroke", true, expect.anything()],
      ["rheumatoid-arthritis", false, "active"],
      ["kidney-stones", false, "inactive"],
    ]);
  });

  it.each([
    ["Type", "At risk"],
    ["Type", "Screening"],
    ["Status", "Removed"],
    ["Status", "Excluded"],
    ["Status", "Ruled out"],
    ["Status", "Refuted"],
    ["Status", "Unconfirmed"],
    ["Status", "Entered in error"],
    ["Status", "Possible"],
    ["Status", "Probable"],
    ["Status", "Questionable"],
    ["Status", "Suspected"],
    ["Status", "Provisional"],
    ["Type", "Family history"],
    ["Type", "Rule out"],
    ["Status", "Deleted"],
    ["State", "Erroneous"],
    ["Who", "Mother"],
  ])("a column %s: %s", (column, cell) => {
    const list = table(["Problem", column], [["Stroke", cell]], { headings: ["Problem list"] });
    expect(facts([list]).problems.filter(({ negated }) => !negated)).toEqual([]);
  });

  it("under a title of what was removed, and with the day of the next review", () => {
    expect(conditions("Stroke", ["Problem list", "Removed (entered in error)"])).toEqual([]);
    const list = table(["Problem", "Next review"], [["Stroke", "02/11/2026"]], { headings: ["Problem list"] });
    expect(facts([list]).problems).toMatchObject([{ date: null }]);
  });
});

describe("smoking", () => {
  it.each([
    "Current smoking: No",
    "Current smoking: N",
    "Current smoking - denied",
    "Smoking (current): No",
    "No current smoking.",
    "Former smoker? Y / N: N",
    "Current smoker — no",
    "Current cigarette smoker: denies",
    "Tobacco: chewing daily, current",
    "Tobacco: chew, current",
    "Tobacco: vaping, current",
    "Tobacco: vapes, current",
    "Tobacco: e-cigarettes, current",
    "Tobacco: ecig, current",
    "Tobacco: snuff, current",
    "FRAX 2026: MOF 19%, hip 4.7%, current smoking no, RA no",
    "Smoking status: Never assessed",
    "Ex-smoker (since 2010), restarted 2024, current 5 cigarettes/day",
  ])("%s", (text) => expect(facts([lines([text], { headings: ["Social history"] })]).smoking).toEqual([]));
  it("in a table under any title", () =>
    expect(facts([table([], [["Current smoking", "No"]], { headings: ["FRAX risk factors"] })]).smoking).toEqual([]));
  it("is still told where it is said", () =>
    expect(
      facts([lines(["Current smoking: yes, 10 cigarettes a day"], { headings: ["Social history"] })]).smoking,
    ).toMatchObject([{ value: "current" }]));
});

it.each([
  "Alcohol use: Not Currently. Comment: sober since 2010, was 12 drinks per day",
  "Caffeine: 3 drinks per day",
  "Alcohol: 4 drinks per day, 2 days a week",
  "Alcohol: 2 drinks per day on weekends",
  "Alcohol: no more than 3 drinks a day advised",
  "Alcohol: 2 drinks per day until 2010",
  "Alcohol: previously 2 drinks per day",
  "Alcohol: used to have 2 drinks per day",
  "Alcohol: 2 drinks per day, stopped",
  "Alcohol: recommended 2 drinks per day",
  "Alcohol: at most 2 drinks per day",
  "Alcohol: up to 2 drinks per day",
  "Alcohol: under 2 drinks per day",
  "Alcohol: 2 drinks per day on occasion",
  "Alcohol: averages 3 drinks per day in the 1990s",
  "Fluid intake: 6 drinks per day",
  "Coffee: 3 drinks per day",
  "Tea: 3 drinks per day",
  "Alcohol: no change",
  "Alcohol use: no information",
])("%s: how much is not told", (text) =>
  expect(facts([lines([text], { headings: ["Social history"] })]).alcoholDrinksPerDay).toEqual([]));

it.each([
  "Dental exam: overdue since 02/11/2026",
  "Dental exam Declined 02/11/2026",
  "Dental exam Not done 02/11/2026",
  "Dental: last exam 2 years ago (note dated 02/11/2026)",
  "Dental pain on exam 02/11/2026.",
  "Dental exam due 02/11/2026",
  "Next dental exam 02/11/2026",
  "Dental exam scheduled 02/11/2026",
  "Dental exam refused 02/11/2026",
  "Dental exam no show 02/11/2026",
  "Dental exam cancelled 02/11/2026",
  "Dental exam missed 02/11/2026",
])("%s is no exam of that day", (text) =>
  expect(facts([lines([text], { headings: ["Dental"] })]).lastDentalExam).toEqual([]));

it("a frame that shows nothing says nothing", () => {
  const said = emptyFacts(0, "https://ehr.example/chart", true, "2026-11-20T12:00:00Z");
  expect(Object.values(said).filter(Array.isArray).flat()).toEqual([]);
});
