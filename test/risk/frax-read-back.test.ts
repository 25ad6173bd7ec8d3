import { describe, expect, it } from "vitest";
import { caseToChart } from "../../src/chart/case";
import { fraxInputs } from "../../src/risk/frax-inputs";
import { calculatorAddress, FORMS, fraxPlans, plansAt } from "../../src/risk/frax-plan";
import { type PageReading, readBack } from "../../src/risk/frax-read-back";
import { FRAX_MODELS, type FraxModel } from "../../src/sources/frax-models";
import { type Input, TODAY, woman } from "../cases/build";

const [US, , , , UK] = FRAX_MODELS as [FraxModel, FraxModel, FraxModel, FraxModel, FraxModel];
const inputs = (patch: Input = {}) => fraxInputs(caseToChart(woman(patch)).chart, TODAY);

/** The page after Calculate, as it was filled: no box at yes, the T-score that went in. */
function page(patch: Input = {}, more: Partial<PageReading> = {}, values: PageReading["values"] = {}) {
  const gathered = inputs(patch);
  const plans = fraxPlans("sheffield", US, gathered);
  const filled = Object.fromEntries(
    (plans[0]?.steps ?? []).map(({ field, value }) => [field, value ?? (field === "bmd" ? "" : "no")]),
  );
  const reading: PageReading = {
    build: "Sheffield 2013",
    values: { ...filled, ...values },
    mof: "11",
    hip: "1.8",
    t: "-1.7",
    fresh: true,
    ...more,
  };
  return readBack(plans, gathered.neck, reading);
}

describe("figures of the official calculator", () => {
  it("are taken when everything agrees", () => {
    expect(page()).toMatchObject({ mof: 11, hip: 1.8, t: -1.7, yes: [], enteredThere: [] });
  });

  it("say whether the country stands on the page, or only in its address", () => {
    expect(page()).toMatchObject({ modelOnPage: false });
    const gathered = inputs();
    const plans = fraxPlans("fraxplus", US, gathered);
    const values = Object.fromEntries((plans[0]?.steps ?? []).map(({ field, value }) => [field, value ?? "no"]));
    const reading = { build: "FRAXplus 2025-12", values, mof: "11", hip: "1.8", t: "-1.7", fresh: true };
    expect(readBack(plans, gathered.neck, reading)).toMatchObject({ modelOnPage: true });
    const other = { ...reading, values: { ...values, model: "UK" } };
    expect(readBack(plans, gathered.neck, other)).toMatchObject({ refused: expect.stringMatching(/country/) });
  });

  it.each([
    ["11 %", null],
    ["11", 11],
    ["9.8", 9.8],
    ["9,8", 9.8],
    ["< 0.1", null],
    ["101", null],
    ["", null],
    ["1.7", null],
  ])("a major fracture figure of %j is read as %s", (mof, value) => {
    const read = page({}, { mof, hip: "1.8" });
    expect("mof" in read ? read.mof : null).toBe(value);
  });

  it.each([
    ["3", "<0.1", { mof: 3, mofComparator: null, hip: 0.1, hipComparator: "<" }],
    ["3", "< 0,1", { hip: 0.1, hipComparator: "<" }],
    ["< 0.1", "< 0.1", { mof: 0.1, mofComparator: "<", hip: 0.1, hipComparator: "<" }],
    ["3", "0.1", { mofComparator: null, hipComparator: null }],
  ])("a figure below the least one printed is kept as a bound: %s and %s", (mof, hip, read) => {
    expect(page({}, { mof, hip })).toMatchObject(read);
  });

  it.each([
    ["< 0.1", "0.1"],
    ["3", "> 0.1"],
    ["3", "0.1 <"],
    ["3", "<< 0.1"],
    ["3", "< -0.1"],
    ["3", "-0.1"],
  ])("major fracture %s and hip %s are not read", (mof, hip) => {
    expect(page({}, { mof, hip })).toEqual({ refused: "The figures on the page could not be read." });
  });

  it("a bound is no T-score and no value of the form", () => {
    expect(page({}, { t: "< -1.7" })).toHaveProperty("refused");
    expect(page({}, {}, { weight: "< 66" })).toHaveProperty("refused");
  });

  it.each([
    ["-1.65", true],
    ["-1.75", true],
    ["\u22121.7", true],
    ["-1.64", false],
    ["-1.76", false],
    ["-2.82", false],
    ["1.7", false],
  ])("T-score %s beside -1.7 agrees: %s", (t, agrees) => {
    expect("mof" in page({}, { t })).toBe(agrees);
  });

  it.each<[string, Input, Partial<PageReading>, PageReading["values"], RegExp]>([
    ["another weight", {}, {}, { weight: "67" }, /weight/],
    ["another sex", {}, {}, { sex: "male" }, /sex/],
    ["a box that the chart says no to", { smoking: "never" }, {}, { smoking: "yes" }, /smoking/],
    ["another build", {}, { build: "FRAXplus 2025-12" }, {}, /not the one/],
    ["no T-score", {}, { t: null }, {}, /no T-score/],
    ["a T-score where none was given", { dxa: [] }, { t: "-1.7" }, { bmd: "-1.7" }, /not read in the chart/],
    ["old figures", {}, { fresh: false }, {}, /earlier calculation/],
    ["no weight", { weightKg: null }, {}, { weight: "" }, /weight/],
  ])("are refused for %s", (_, patch, more, values, words) => {
    expect(page(patch, more, values)).toMatchObject({ refused: expect.stringMatching(words) });
  });

  it.each<[string, string, boolean]>([
    ["100", "1.8", true],
    ["100.1", "1.8", false],
    ["1.8", "1.8", true],
    ["1.7", "1.8", false],
    ["11", "no figure", false],
    ["no figure", "1.8", false],
    ["about 11", "1.8", false],
    ["no", "figure", false],
  ])("major fracture %s and hip %s can be: %s", (mof, hip, taken) => {
    const read = page({}, { mof, hip });
    if (taken) expect(read).toMatchObject({ mof: Number(mof), hip: Number(hip) });
    else expect(read).toEqual({ refused: "The figures on the page could not be read." });
  });

  it.each<[string, Input, PageReading["values"], boolean]>([
    ["66.0 is 66", {}, { weight: "66.0" }, true],
    ["66.1 is not", {}, { weight: "66.1" }, false],
    ["an empty row is not 66", {}, { weight: "" }, false],
    ["a word is not 66", {}, { weight: "heavy" }, false],
    ["one word for another", {}, { sex: "Female" }, true],
  ])("the chart's own values must stand on the page: %s", (_, patch, values, agree) => {
    expect("mof" in page(patch, {}, values)).toBe(agree);
  });

  it("a height that is missing keeps them out; a bone density of nowhere too", () => {
    expect(page({ heightCm: null }, {}, { height: "" })).toMatchObject({ refused: expect.stringMatching(/height/) });
    const refused = { refused: expect.stringMatching(/not read in the chart/) };
    expect(page({ dxa: [] }, { t: null }, { bmd: "0.7" })).toMatchObject(refused);
    expect(page({ dxa: [] }, { t: "-1.7" }, { bmd: "" })).toMatchObject(refused);
  });

  it("without bone density are taken as such", () => {
    expect(page({ dxa: [] }, { t: null })).toMatchObject({ mof: 11, t: null });
  });

  it("tell what was answered on the page and not by the chart", () => {
    const read = page({ weightKg: null }, {}, { weight: "61", parentHip: "yes", previousFracture: "no" });
    expect(read).toMatchObject({
      yes: ["parentHip"],
      enteredThere: [
        { field: "weight", value: "61" },
        { field: "parentHip", value: "yes" },
      ],
      countedAsNo: expect.arrayContaining(["smoking", "alcohol"]),
    });
    expect("countedAsNo" in read && read.countedAsNo).not.toContain("parentHip");
    const blank = page({}, {}, { parentHip: "" });
    expect(blank).toMatchObject({ enteredThere: [] });
    expect("countedAsNo" in blank && blank.countedAsNo).not.toContain("parentHip");
  });
});

describe("the plan for a page", () => {
  it("has all twelve inputs for every known build, and nothing for a name or a date of birth", () => {
    for (const form of Object.values(FORMS).flat()) {
      const fields = form.rows.map(({ field }) => field);
      for (const field of Object.keys(inputs().inputs)) expect(fields, form.build).toContain(field);
      expect(JSON.stringify(form.rows), form.build).not.toMatch(/nameid|Identification|year|month|"day/);
    }
  });

  it("leaves empty what the chart does not say", () => {
    const [plan] = fraxPlans("fraxplus", US, inputs());
    const value = (field: string) => plan?.steps.find((step) => step.field === field)?.value;
    expect([value("age"), value("parentHip"), value("model"), value("maker")]).toEqual([
      "63",
      null,
      "US (Caucasian)",
      "T-Score",
    ]);
  });

  it("sets continent, units and maker where the form has them", () => {
    const [plan] = fraxPlans("fraxplus", US, inputs());
    const value = (field: string) => plan?.steps.find((step) => step.field === field)?.value;
    expect([value("continent"), value("units"), value("bmd")]).toEqual(["North America", "kg / cm", "-1.7"]);
    const chart = caseToChart(woman()).chart;
    const dxa = chart.dxa.map((one) => ({ ...one, bmd: 0.659, maker: "Hologic Horizon" }));
    const [measured] = fraxPlans("sheffield", US, fraxInputs({ ...chart, dxa }, TODAY));
    expect(measured?.steps.find(({ field }) => field === "maker")?.value).toBe("Hologic");
  });

  it("is not made for a page that cannot be set to the country", () => {
    expect(fraxPlans("fraxplus", UK, inputs()).map(({ build }) => build)).toEqual(["FRAXplus 2023"]);
    expect(fraxPlans("sheffield", UK, inputs())).toHaveLength(1);
  });

  it("names the country and nothing of the patient in the address", () => {
    expect(calculatorAddress("sheffield", US)).toBe("https://frax.shef.ac.uk/FRAX/tool.aspx?country=9");
    expect(calculatorAddress("fraxplus", US)).toBe("https://www.fraxplus.org/calculation-tool?country=9");
  });

  it("holds only at the calculator's own address, and where the country is certain", () => {
    const plans = fraxPlans("fraxplus", US, inputs());
    const at = (address: string) => plansAt(address, "fraxplus", US, plans).map(({ build }) => build);
    expect(at("https://www.fraxplus.org/calculation-tool?country=9")).toHaveLength(2);
    expect(at("https://www.fraxplus.org/calculation-tool")).toEqual(["FRAXplus 2025-12"]);
    expect(at("https://www.fraxplus.org/calculation-tool?country=1")).toEqual(["FRAXplus 2025-12"]);
    expect(at("https://fraxplus.example/calculation-tool?country=9")).toEqual([]);
    expect(at("http://www.fraxplus.org/calculation-tool?country=9")).toEqual([]);
    expect(at("no address")).toEqual([]);
  });
});
