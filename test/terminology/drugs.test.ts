import { describe, expect, it } from "vitest";
import { BONE_DRUGS } from "../../src/terminology/bone-drugs";
import { DRUGS, drugByIngredient, drugInText, hasClass } from "../../src/terminology/drugs";
import { isSystemicGlucocorticoid, prednisoneEquivalentMg } from "../../src/terminology/glucocorticoids";

describe("drug names", () => {
  it.each([
    ["Prolia", "denosumab"],
    ["denosumab-bbdz", "denosumab"],
    ["XGEVA", "denosumab"],
    ["Zometa", "zoledronic acid"],
    ["zoledronate", "zoledronic acid"],
    ["Fosamax Plus D", "alendronate"],
    ["Duavee", "conjugated estrogens/bazedoxifene"],
    ["estradiol", "estrogens"],
    ["Depo-Medrol", "methylprednisolone"],
    ["lisinopril", undefined],
  ])("%s is %s", (name, ingredient) => {
    expect(drugByIngredient(name)?.ingredient).toBe(ingredient);
  });

  it.each([
    ["predniSONE 10 mg tablet daily", "prednisone"],
    ["methylprednisolone 4 mg", "methylprednisolone"],
    ["Aclasta 5 mg infusion", "zoledronic acid"],
    ["vitamin D3 2000 IU", undefined],
    ["compressionsone", undefined],
  ])("%s names %s", (text, ingredient) => {
    expect(drugInText(text)?.ingredient).toBe(ingredient);
  });

  it("gives every name to one drug only", () => {
    const names = DRUGS.flatMap(({ ingredient, names, brands, oncologyBrands }) =>
      [ingredient, ...names, ...brands, ...(oncologyBrands ?? [])].map((name) => name.toLowerCase()),
    );
    expect(names.filter((name, i) => names.indexOf(name) !== i)).toEqual([]);
  });

  it("keeps anabolic steroids apart from bone anabolics", () => {
    expect(hasClass("oxandrolone", "anabolic-steroid")).toBe(true);
    expect(hasClass("teriparatide", "anabolic-steroid")).toBe(false);
  });

  it("says of every bone drug how it is given and what follows", () => {
    for (const drug of BONE_DRUGS) expect([drug.dose, drug.duration, drug.cautions.length > 0]).not.toContain("");
  });
});

describe("prednisone equivalence", () => {
  it.each([
    ["prednisone", 5, 5],
    ["prednisolone", 5, 5],
    ["methylprednisolone", 4, 5],
    ["triamcinolone", 4, 5],
    ["hydrocortisone", 20, 5],
    ["cortisone", 25, 5],
    ["dexamethasone", 0.75, 5],
    ["betamethasone", 0.75, 5],
    ["deflazacort", 6, 5],
    ["fludrocortisone", 0.1, null],
    ["vamorolone", 100, null],
    ["ibuprofen", 400, null],
  ])("%s %s mg is %s mg", (ingredient, mg, expected) => {
    expect(prednisoneEquivalentMg(ingredient, mg)).toBe(expected);
  });

  it.each([
    ["prednisone", "oral", true],
    ["methylprednisolone", "im", true],
    ["triamcinolone", "intra-articular", false],
    ["dexamethasone", "ophthalmic", false],
    ["hydrocortisone", "topical", false],
    ["budesonide", "oral", false],
    ["fludrocortisone", "oral", false],
    ["methylprednisolone", null, null],
    ["alendronate", "oral", false],
  ])("%s %s reaches the whole body: %s", (ingredient, route, systemic) => {
    expect(isSystemicGlucocorticoid(ingredient, route)).toBe(systemic);
  });
});
