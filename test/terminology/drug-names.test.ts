import { describe, expect, it } from "vitest";
import { drugsIn } from "../../src/terminology/drug-names";
import { DRUGS } from "../../src/terminology/drugs";
import { strengthOf } from "../../src/terminology/medication-text";
import { foldText } from "../../src/terminology/plain-text";
import { routeOf } from "../../src/terminology/routes";
import { TERMS } from "../../src/terminology/terms";

const names = (text: string) => drugsIn(text).map(({ ingredient }) => ingredient);

describe("drug names", () => {
  it.each([
    ["predniSONE 10 mg", "prednisone"],
    ["methylPREDNISolone 4 mg tablet", "methylprednisolone"],
    ["denosumab-bbdz 60 mg/mL syringe", "denosumab"],
    ["FOSAMAX 70 MG TABS", "alendronate"],
    ["zole\u200bdronic acid 5 mg/100 mL", "zoledronic acid"],
    ["Acide alendronique 70 mg", "alendronate"],
    ["raloxifene hydrochloride 60 MG", "raloxifene"],
    ["Vitamin D3 1000 IU", "cholecalciferol"],
    // brands of other countries
    ["Junod 60 mg", "denosumab"],
    ["Movymia 20 mcg", "teriparatide"],
    ["Eladynos", "abaloparatide"],
    ["Fosavance 70 mg/5600 units", "alendronate"],
    ["Optruma 60 mg", "raloxifene"],
    ["Evorel 50 patch", "estrogens"],
    ["EstroGel 0.06 %", "estrogens"],
    ["Decortin 5 mg", "prednisone"],
    ["Decortin-H 5 mg", "prednisolone"],
    ["Decortin H 5 mg", "prednisolone"],
    ["Solu-Medrone 500 mg", "methylprednisolone"],
    ["Plenadren 20 mg", "hydrocortisone"],
    ["Calcort 6 mg", "deflazacort"],
    ["Prostap 3 DCS", "leuprolide"],
    ["Erleada 60 mg", "apalutamide"],
    ["Epilim Chrono 500", "valproate"],
    ["torasemide 10 mg", "torsemide"],
    // a maker before the name, as Canadian generics have it
    ["APO-PREDNISONE 5MG", "prednisone"],
    ["pms-Alendronate 70 mg", "alendronate"],
  ])("%s names %s", (text, ingredient) => {
    expect(names(text)).toEqual([ingredient]);
  });

  it.each([
    "prednisonex 10 mg",
    "Evistaril 10 mg",
    "xprolia",
    "non-prednisone immunosuppressant",
    "pre-prednisone",
    "Medroner",
    "Simvistatin 20 mg",
    "calcium score",
  ])("%s names none", (text) => {
    expect(names(text)).toEqual([]);
  });

  it("has an anchor term for every name, so that the page script stops at it", () => {
    const anchors = TERMS.filter(({ text }) => !text.endsWith("$")).map(({ text }) => text);
    for (const { ingredient, names: others, brands, oncologyBrands } of DRUGS) {
      for (const name of [ingredient, ...others, ...brands, ...(oncologyBrands ?? [])]) {
        const words = foldText(name).split(/[^a-z0-9]+/);
        const found = anchors.some(
          (anchor) => foldText(name).startsWith(anchor) || words.some((word) => word.startsWith(anchor)),
        );
        expect(found, name).toBe(true);
      }
    }
  });
});

describe("strengths", () => {
  it("reads one amount per unit or millilitre", () => {
    expect(strengthOf("alendronate 70 mg tablet").mgPerUnit).toBe(70);
    expect(strengthOf("levothyroxine 50 mcg (0.05 mg)").mgPerUnit).toBe(0.05);
    expect(strengthOf("prednisolone 15 mg/5 mL oral solution")).toEqual({ mgPerUnit: null, mgPerMl: 3 });
    expect(strengthOf("Fosamax Plus D 70 mg-2,800 unit tablet").mgPerUnit).toBe(70);
  });

  it("has none for a combination", () => {
    expect(strengthOf("calcium 600 mg - magnesium 300 mg tablet").mgPerUnit).toBeNull();
  });
});

describe("routes", () => {
  it.each<[string[], string | null]>([
    [["Fosamax 70 mg tablet"], "oral"],
    [["Qvar RediHaler 80 mcg/actuation HFA"], "inhaled"],
    [["Flonase 50 mcg/actuation nasal spray"], "nasal"],
    [["prednisolone 1 % eye drops"], "ophthalmic"],
    [["hydrocortisone 25 mg rectal suppository"], "rectal"],
    [["Reclast 5 mg/100 mL IV infusion"], "iv"],
    [["Prolia syringe", "60 mg under the skin"], "sc"],
    [["budesonide", "oral inhalation"], "inhaled"],
    [["estradiol 10 mcg vaginal tablet"], null],
    [["hydrocortisone 1 % cream", "take by mouth"], null],
    [["Prolia 60 mg/mL syringe"], null],
  ])("%j is %s", (texts, route) => {
    expect(routeOf(texts)).toBe(route);
  });
});
