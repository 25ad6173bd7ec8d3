import { describe, expect, it } from "vitest";
import { analyteOf } from "../../src/terminology/analytes";
import { sitesIn } from "../../src/terminology/bmd-sites";
import { conditionName } from "../../src/terminology/conditions";
import { findDates, onlyDate } from "../../src/terminology/dates";
import { drugByIngredient, hasClass } from "../../src/terminology/drugs";
import { fractureSite, fractureTrauma, namesFracture } from "../../src/terminology/fracture-sites";
import { onlyUnit } from "../../src/terminology/lab-units";
import { strengthOf } from "../../src/terminology/medication-text";
import { localeOf, numberWord, parseNumber } from "../../src/terminology/numbers";
import { anchorTerms, frontCoded, packTerms } from "../../src/terminology/pack-terms";
import { plainWords } from "../../src/terminology/plain-text";
import { routeOf } from "../../src/terminology/routes";
import { TERMS } from "../../src/terminology/terms";
import { canonical, unitFit, unitKey } from "../../src/terminology/units";

const us = localeOf("en-US", []);
const de = localeOf("de", []);

describe("numbers", () => {
  it.each<[string, number | null, number | null]>([
    // Printed, on a page with a decimal point, on one with a decimal comma.
    ["17", 17, 17],
    [".5", 0.5, 0.5],
    [",5", null, 0.5],
    ["0.125", 0.125, 0.125],
    ["1.250", 1.25, null],
    ["12.500", 12.5, null],
    ["1234.500", 1234.5, 1234.5],
    ["1.2500", 1.25, 1.25],
    ["1,250", 1250, null],
    ["12,500", 12500, null],
    ["123,456,789", 123456789, null],
    ["1,250.75", 1250.75, null],
    ["1,250.5", 1250.5, null],
    ["0,285", null, 0.285],
    ["1.250,5", null, 1250.5],
    ["1.250,75", null, 1250.75],
    ["12.345.678", null, 12345678],
    ["12.345.678,9", null, 12345678.9],
    ["2,42", null, 2.42],
    ["12,5", null, 12.5],
    ["1 250", 1250, 1250],
    ["1'250", 1250, 1250],
    ["1 250 000", 1250000, 1250000],
    ["1 25", null, null],
    ["1,25,5", null, null],
    ["1.25.5", null, null],
    ["1234,567", null, 1234.567],
    ["1,2345", null, 1.2345],
    ["x1,250", null, null],
    ["1,250x", null, null],
    ["1,250.5x", null, null],
    ["x1.25", null, null],
    ["1.25x", null, null],
    ["x2,42", null, null],
    ["2,42x", null, null],
    ["x1.250,5", null, null],
    ["1.250,5x", null, null],
    ["", null, null],
  ])("%j", (text, point, comma) => {
    expect([parseNumber(text, us), parseNumber(text, de)]).toEqual([point, comma]);
  });

  it.each<[string | null, string[], string, boolean]>([
    ["en-US", [], "mdy", false],
    ["en_US", [], "mdy", false],
    [" EN-us ", [], "mdy", false],
    ["en-GB", [], "dmy", false],
    [null, [], "mdy", false],
    ["", [], "mdy", false],
    ["de", [], "dmy", true],
    ["de-CH", [], "dmy", false],
    ["es-MX", [], "dmy", false],
    ["es", [], "dmy", true],
    ["es-US", [], "mdy", false],
    ["sv", [], "ymd", true],
    ["ja", [], "ymd", false],
    ["en", ["25/12/2025"], "dmy", false],
    ["en", ["13/12/2025"], "dmy", false],
    ["en", ["12/12/2025"], "mdy", false],
    ["en-GB", ["12/13/2025"], "mdy", false],
    ["en-GB", ["12/12/2025"], "dmy", false],
    ["en-GB", ["12/25/2025", "25/12/2025"], "dmy", false],
    ["en-US", ["12/25/2025", "25/12/2025"], "mdy", false],
    ["en-US", ["13/13/2025"], "mdy", false],
    ["en-GB", ["13/13/2025"], "dmy", false],
    [null, ["25/12/2025"], "dmy", false],
    ["de", ["12/25/2025"], "dmy", true],
  ])("a page in %j that shows %j", (lang, texts, dateOrder, decimalComma) => {
    expect(localeOf(lang, texts)).toMatchObject({ dateOrder, decimalComma });
  });

  it("number words", () => {
    expect([numberWord("Two"), numberWord("half"), numberWord("tablet")]).toEqual([2, 0.5, null]);
  });
});

describe("dates", () => {
  const found = (text: string, locale = us) => findDates(text, locale, 2026).map(({ date }) => date);
  it.each<[string, string | null]>([
    ["1880-01-01", "1880-01-01"],
    ["1879-12-31", null],
    ["2200-12-31", "2200-12-31"],
    ["2201-01-01", null],
    ["2026-00-10", null],
    ["2026-13-10", null],
    ["2026-01-00", null],
    ["2024-02-29", "2024-02-29"],
    ["2026-02-29", null],
    ["3.4.26", null],
    ["03.04.26", "2026-04-03"],
    ["3.4.2026", "2026-04-03"],
    ["12/12/27", "2027-12-12"],
    ["12/12/28", "1928-12-12"],
    ["3 Mar 2026", "2026-03-03"],
    ["3rd of March, 2026", "2026-03-03"],
    ["3-Mar-26", "2026-03-03"],
    ["Mar 3 2026", "2026-03-03"],
    ["2026 3 Mar", "2026-03-03"],
    ["March 2026", "2026-03"],
    ["03/2026", "2026-03"],
    ["2026-03", "2026-03"],
    ["2026", "2026"],
    ["1899", null],
    ["20261", null],
    ["12026", null],
    ["3 Mar '26", "2026-03-03"],
    ["03/02/2026 at 8:15 am", "2026-03-02"],
    ["Monday, 03/02/2026", "2026-03-02"],
    ["03/02/2026 (fasting)", null],
    ["no date", null],
    [`03/02/2026${" ".repeat(80)}`, "2026-03-02"],
    [`03/02/2026${" ".repeat(81)}`, null],
  ])("only %j is %s", (text, date) => {
    expect(onlyDate(text, us, 2026)).toBe(date);
  });

  it.each<[string, string, string]>([
    ["13/02/2026", "2026-02-13", "2026-02-13"],
    ["02/13/2026", "2026-02-13", "2026-02-13"],
    ["12/12/2026", "2026-12-12", "2026-12-12"],
    ["01/12/2026", "2026-01-12", "2026-12-01"],
    ["05.12.2026", "2026-12-05", "2026-12-05"],
  ])("%s in the US and in Germany", (text, american, german) => {
    expect([found(text)[0], found(text, de)[0]]).toEqual([american, german]);
  });

  it("are found in the order in which they stand, each once, with their places", () => {
    const text = "March 2025, then 2026-01-02 and 3 Feb 2026";
    expect(found(text)).toEqual(["2025-03", "2026-01-02", "2026-02-03"]);
    const [, second] = findDates(text, us, 2026);
    expect(text.slice(second?.index, (second?.index ?? 0) + (second?.length ?? 0))).toBe("2026-01-02");
    expect(found("since 2026")).toEqual([]);
    expect(found("nothing")).toEqual([]);
  });
});

describe("units", () => {
  it.each([
    ["µg/L", "ug/l"],
    ["mcg/L", "ug/l"],
    ["mikrog/l", "ug/l"],
    ["mcmol/L", "umol/l"],
    ["mcIU/mL", "uu/ml"],
    ["mcU/mL", "uu/ml"],
    ["uIU/mL", "uu/ml"],
    ["mIU/L", "mu/l"],
    ["mUI/L", "mu/l"],
    ["IU/L", "u/l"],
    ["units/L", "u/l"],
    ["Unit/L", "u/l"],
    ["mmol/liter", "mmol/l"],
    ["mmol/litre", "mmol/l"],
    ["mg/24h", "mg/d"],
    ["mg/24 hr", "mg/d"],
    ["mg/24 hrs", "mg/d"],
    ["mg/24 hour", "mg/d"],
    ["mg/24 hours", "mg/d"],
    ["mg/24", "mg/d"],
    ["mg/24std", "mg/d"],
    ["mg/day", "mg/d"],
    ["mg/d", "mg/d"],
    ["mg/dL", "mg/dl"],
    ["mg/days", "mg/days"],
    ["gm/dL", "g/dl"],
    ["gms/dL", "g/dl"],
    ["mgm/dL", "mg/dl"],
    ["g%", "g/dl"],
    ["mg%", "mg/dl"],
    ["mL/min/1.73", "ml/min/1.73m2"],
    ["mL/min/1.73 m²", "ml/min/1.73m2"],
    ["mL/min/1.73 m^2", "ml/min/1.73m2"],
    ["mL/min/{1.73_m2}", "ml/min/1.73m2"],
    ["mL/min/1.73 sq m", "ml/min/1.73m2"],
    ["mL/min/1.73m", "ml/min/1.73m2"],
  ])("%s is %s", (printed, key) => {
    expect(unitKey(printed)).toBe(key);
  });

  it.each([
    "xmcg/L",
    "xmcmol/l",
    "xg%",
    "xmg%",
    "g%x",
    "mg%x",
    "mg/24x",
    "mmol/literx",
    "mg/24stdx",
    "mg/24hx",
    "mg/dayx",
    "1.73m2x",
    "xgm/dl",
    "xiu/l",
  ])("%s is no other unit", (printed) => {
    expect(unitKey(printed)).toBe(printed.toLowerCase());
  });

  it("converts by CLINICAL.md section 3, and never without a unit", () => {
    expect(canonical("CA", 2.4, "mmol/L")).toEqual({ value: 2.4 * 4.008, unit: "mg/dL" });
    expect(canonical("VITD", 50, "nmol/L")?.value).toBeCloseTo(20.032, 3);
    expect([canonical("CA", 2.4, null), canonical("CA", 2.4, "furlong"), canonical("SPEP", 1, "g/dL")]).toEqual([
      null,
      null,
      null,
    ]);
  });

  it.each([
    ["CA", "mg/dL", "known"],
    ["CA", "mg/d", "other"],
    ["CREAT", "mg/g", "other"],
    ["ALB", "%", "other"],
    ["HGB", "%", "other"],
    ["HBA1C", "%", "known"],
    ["CREAT", "%", "foreign"],
    ["CA", "mEq/L", "unknown"],
    ["SPEP", "g/dL", "unknown"],
  ] as const)("%s in %s is %s", (analyte, unit, fit) => {
    expect(unitFit(analyte, unit)).toBe(fit);
  });

  it("a text that is only a unit", () => {
    expect([
      onlyUnit(" mg/dL "),
      onlyUnit("(mg/dL)"),
      onlyUnit("[ mg/dL ]"),
      onlyUnit("9.3 mg/dL"),
      onlyUnit("mg"),
    ]).toEqual(["mg/dL", "mg/dL", "mg/dL", null, null]);
  });
});

describe("names of laboratory tests", () => {
  it.each<[string, string | null, string | null]>([
    ["Calcium", null, "CA"],
    ["Calcium, ionized", null, "CA_ION"],
    ["Calcium (mg/dL)", null, "CA"],
    ["Calcium score", null, null],
    ["Calcium, urine", null, null],
    ["Creatinine clearance", null, null],
    ["Hemoglobin", null, "HGB"],
    ["Hemoglobin A1c", null, "HBA1C"],
    ["Calcium and albumin", null, null],
    ["Albumin", "1751-7", "ALB"],
    ["Comprehensive metabolic panel", "17861-6", "CA"],
    ["Urine panel", "17861-6", null],
    ["Albumin", "17861-6", null],
    ["Calcium", "1992-7", null],
    ["Calcium", "99999-9", "CA"],
    ["1,25-dihydroxyvitamin D", null, null],
    ["", null, null],
    ["(%)", null, null],
    [`Calcium ${"x".repeat(300)}`, null, null],
  ])("%s with %s is %s", (label, loinc, analyte) => {
    expect(analyteOf(label, loinc)).toBe(analyte);
    // And again, from memory.
    expect(analyteOf(label, loinc)).toBe(analyte);
  });
});

describe("regions of a DXA report", () => {
  const sites = (text: string, bone?: string) => sitesIn(text, bone).map(({ site }) => site);
  it.each<[string, string[]]>([
    ["femoral neck", ["FN"]],
    ["left femur neck", ["FN"]],
    ["total hip", ["TH"]],
    ["lumbar spine l1-l4", ["LS"]],
    ["33% radius", ["R33"]],
    ["left femur  neck", ["FN"]],
    ["left femur: total", ["TH"]],
    ["dual femur  ward's", ["WARD"]],
    ["hip  trochanter", ["TROCH"]],
    ["hip  shaft", ["INTER"]],
    ["spine  l2", ["L2"]],
    ["spine  t12", ["LS", "T12"]],
    ["spine  total", ["LS"]],
    ["radius ud", ["UD"]],
    ["forearm  ultra-distal", ["UD"]],
    ["radius  total", ["FOREARM"]],
    ["spine then hip", ["LS", "TH"]],
    ["hip then spine", ["TH", "LS"]],
    ["forearm then hip", ["FOREARM", "TH"]],
    ["forearm  neck", ["FOREARM"]],
    ["spine  neck", ["LS"]],
    ["neck", ["FN"]],
    ["total", []],
    ["femoral neck, total", ["FN", "TH"]],
    ["l1-l4, total", ["LS", "LS"]],
    ["33% radius, total", ["R33", "FOREARM"]],
    ["ud radius, total", ["UD", "FOREARM"]],
    ["heel", ["HEEL"]],
    ["whole body", ["WB"]],
    ["l 3", ["L3"]],
    ["hip 012345678 trochanter", ["TROCH"]],
    ["hip 01234567890 trochanter", ["TH", "TROCH"]],
  ])("%s", (text, expected) => {
    expect(sites(text)).toEqual(expected);
  });

  it("take the bone that was named before", () => {
    expect([sites("neck", "femur"), sites("neck", "spine"), sites("neck", "forearm")]).toEqual([["FN"], [], []]);
    expect([sites("total", "femur"), sites("total", "spine"), sites("total", "forearm")]).toEqual([
      ["TH"],
      ["LS"],
      ["FOREARM"],
    ]);
    expect(sites("heel, total", "spine")).toEqual(["HEEL", "LS"]);
    expect(sites("lumbar spine, neck")).toEqual(["LS"]);
    expect(sites("total hip, neck")).toEqual(["TH", "FN"]);
    expect(sites("33% radius, neck")).toEqual(["R33"]);
  });

  it("know a bone alone, and where each stands", () => {
    expect(sitesIn("at the hip")).toEqual([{ site: "TH", index: 7, length: 3, partial: true }]);
    expect(sitesIn("at the neck")).toEqual([{ site: "FN", index: 7, length: 4, partial: true }]);
    expect(sitesIn("neck", "femur")).toEqual([{ site: "FN", index: 0, length: 4, partial: false }]);
    expect(sitesIn("spine")).toMatchObject([{ site: "LS", partial: true }]);
    expect(sitesIn("radius")).toMatchObject([{ site: "FOREARM", partial: true }]);
    expect(sitesIn("l2")).toMatchObject([{ site: "L2", partial: false }]);
    expect(sitesIn("total", "femur")).toMatchObject([{ partial: false }]);
  });
});

describe("fractures", () => {
  it.each<[string, string | null, boolean]>([
    ["Wrist fracture 2020", "wrist", true],
    ["Fractured left hip", "hip", true],
    ["Broken arm", null, true],
    ["Fracture", null, true],
    ["Hip replacement", null, false],
    ["Hip fracture risk", null, false],
    ["FRAX hip fracture 3 %", null, false],
    ["Osteoporosis without current pathological fracture", null, false],
    ["Compression fracture of T12", "vertebra", true],
    ["Wrist fracture 2016, high risk of hip fracture", "wrist", true],
    ["Screening for osteoporosis and hip fracture", null, false],
    ["Referred to the fracture liaison service", null, false],
  ])("%s", (text, site, named) => {
    expect([fractureSite(text), namesFracture(text)]).toEqual([site, named]);
  });

  it.each<[string, "low" | "high" | null]>([
    ["fragility fracture", "low"],
    ["low-trauma", "low"],
    ["low energy", "low"],
    ["minimal trauma", "low"],
    ["minimally trauma", "low"],
    ["atraumatic", "low"],
    ["nontraumatic", "low"],
    ["non-traumatic", "low"],
    ["osteoporotic fracture", "low"],
    ["osteoporotic compression fracture", "low"],
    ["fall from standing height", "low"],
    ["ground-level fall", "low"],
    ["ground level fall", "low"],
    ["same-level fall", "low"],
    ["slip on ice", "low"],
    ["slipped", "low"],
    ["tripped over a rug", "low"],
    ["pathological fracture due to osteoporosis", "low"],
    ["high-energy", "high"],
    ["high velocity", "high"],
    ["motor vehicle collision", "high"],
    ["MVA 2019", "high"],
    ["MVC 2019", "high"],
    ["car accident", "high"],
    ["skiing", "high"],
    ["fall from a ladder", "high"],
    ["fall from roof", "high"],
    ["slipped while skiing", null],
    ["wrist fracture", null],
  ])("%s is of %s trauma", (text, trauma) => {
    expect(fractureTrauma(text)).toBe(trauma);
  });
});

describe("drugs", () => {
  it("route: the first text that names exactly one", () => {
    const of = (...texts: string[]) => routeOf(texts);
    expect(of("Prednisone 5 mg tablet")).toBe("oral");
    expect(of("Prednisone", "5 mg tablet daily")).toBe("oral");
    expect(of("Prednisone", "oral")).toBe("oral");
    expect(of("Prednisone", "5 mg IV")).toBe("iv");
    expect(of("Budesonide oral inhalation")).toBe("inhaled");
    expect(of("Budesonide oral nasal spray")).toBe("nasal");
    expect(of("Fluticasone inhaler, nasal")).toBe("nasal");
    expect(of("Triamcinolone oral cream")).toBeNull();
    expect(of("Prednisone", "oral or IV")).toBeNull();
    expect(of("Prednisone", "oral", "IV")).toBeNull();
    expect(of("Prednisone", "oral", "by mouth")).toBe("oral");
    expect(of("Prednisone tablet", "IV")).toBeNull();
    expect(of("Prednisone", "IV", "1 tablet")).toBe("iv");
    expect(of("Estradiol vaginal tablet")).toBeNull();
    expect(of("Estradiol vaginal")).toBeNull();
    expect(of("Estradiol", "vaginal", "oral")).toBeNull();
    expect(of("Prednisone")).toBeNull();
    expect(routeOf([])).toBeNull();
  });

  it.each<[string, number | null, number | null]>([
    ["alendronate 70 mg tablet", 70, null],
    ["prednisolone 15 mg/5 mL", null, 3],
    ["prednisolone 15 mg / 2.5 ml", null, 6],
    ["prednisolone 15 mg/12 ml", null, 1.25],
    ["denosumab 60 mg/mL", null, 60],
    ["denosumab 60 mg/ ml", null, 60],
    ["levothyroxine 50 mcg (0.05 mg)", 0.05, null],
    ["fentanyl 25 mcg/hr patch", null, null],
    ["fentanyl 25 mcg / hr patch", null, null],
    ["fentanyl 25 mcg/24 h", null, null],
    ["calcium 1,000 mg", 1000, null],
    ["drug 1 g tablet", 1000, null],
    ["combination 5 mg 10 mg", null, null],
    ["drug 10 mg, 5 mg/ml", null, null],
    ["vitamin D 1000 units", null, null],
  ])("%s holds", (product, mgPerUnit, mgPerMl) => {
    expect(strengthOf(product)).toEqual({ mgPerUnit, mgPerMl });
  });

  it("names, classes, conditions", () => {
    expect(drugByIngredient("  Fosamax ")?.ingredient).toBe("alendronate");
    expect(drugByIngredient("denosumab-bbdz")?.ingredient).toBe("denosumab");
    expect([
      hasClass("alendronate", "bisphosphonate"),
      hasClass("alendronate", "serm"),
      hasClass("water", "serm"),
    ]).toEqual([true, false, false]);
    expect(hasClass("conjugated estrogens/bazedoxifene", "estrogen")).toBe(true);
    expect([conditionName("rheumatoid-arthritis"), conditionName("unheard-of")]).toEqual([
      "rheumatoid arthritis",
      "unheard-of",
    ]);
    expect(plainWords("  25(OH)D ")).toBe("25 oh d");
  });
});

describe("terms for the page script", () => {
  it("keep what tells them apart, each once, in three sorts", () => {
    const pack = (...texts: string[]) => anchorTerms(texts.map((text) => ({ kind: "lab", text })))[2];
    expect(pack("calcium", "alb$")).toEqual(["alb$", "calci"]);
    expect(pack("total hip of the left")).toEqual(["total hip"]);
    expect(pack("25-oh vitamin d")).toEqual(["25-oh vit"]);
    expect(pack("abcdefgh ijk")).toEqual(["abcdefgh"]);
    // "active" begins with "activ": one letter more tells "actonel" from it.
    expect(pack("actonel")).toEqual(["acton"]);
    expect(pack("methotrexate")).toEqual(["methot"]);
    expect(pack("premarin")).toEqual(["premar"]);
    expect(pack("protoc")).toEqual(["protoc"]);
    expect(pack("prednisone", "prednisolone")).toEqual(["predn"]);
    expect(pack("hip$", "hip frac")).toEqual(["hip frac", "hip$"]);
    expect(pack("zeta", "alpha", "mean")).toEqual(["alpha", "mean", "zeta"]);
    expect(
      packTerms([
        { kind: "patient", text: "born" },
        { kind: "list", text: "results" },
        { kind: "drug", text: "letrozole" },
      ]),
    ).toEqual(["Aresul", "Aborn", "Aletro"]);
  });

  it("are written with what each has from the one before", () => {
    expect(frontCoded(["anad", "anast", "ca$", "calci", "calcx"])).toBe("AanadDstAca$ClciEx");
    expect(anchorTerms(TERMS).flat().join("")).not.toMatch(/[A-Z]/);
  });
});
