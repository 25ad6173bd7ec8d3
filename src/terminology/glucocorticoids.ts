import type { Drug } from "./drug";

/** A corticosteroid: how much of it equals 5 mg of prednisone by mouth, and whether a route can make it systemic. */
export interface Glucocorticoid extends Drug {
  /** mg equal to prednisone 5 mg (CLINICAL.md 4.4, prednisolone label ratios); null when it never counts. */
  equalsPrednisone5: number | null;
  /** The ratio itself is not confirmed against a primary source. */
  unconfirmedRatio?: boolean;
}

const systemic = (
  ingredient: string,
  equalsPrednisone5: number | null,
  rxnorm: string,
  brands: string[] = [],
  unconfirmedRatio = false,
): Glucocorticoid => ({
  ingredient,
  names: [],
  brands,
  rxnorm: [rxnorm],
  classes: ["glucocorticoid"],
  equalsPrednisone5,
  unconfirmedRatio,
});

const local = (ingredient: string, brands: string[] = []): Glucocorticoid => ({
  ingredient,
  names: [],
  brands,
  rxnorm: [],
  classes: ["glucocorticoid"],
  equalsPrednisone5: null,
});

export const GLUCOCORTICOIDS: readonly Glucocorticoid[] = [
  systemic("prednisone", 5, "8640", ["Deltasone", "Rayos"]),
  systemic("prednisolone", 5, "8638", ["Orapred", "Prelone", "Millipred"]),
  systemic("methylprednisolone", 4, "6902", ["Medrol", "Solu-Medrol", "Depo-Medrol"]),
  systemic("dexamethasone", 0.75, "3264", ["Decadron", "Hemady"]),
  systemic("hydrocortisone", 20, "5492", ["Cortef", "Solu-Cortef"]),
  systemic("betamethasone", 0.75, "1514", ["Celestone"]),
  systemic("triamcinolone", 4, "10759", ["Kenalog"]),
  systemic("cortisone", 25, "2878"),
  systemic("deflazacort", 6, "22396", ["Emflaza"], true),
  // Systemic, but CLINICAL.md gives no ratio: its dose stays unknown.
  systemic("vamorolone", null, "2669799", ["Agamree"]),
  local("budesonide", ["Pulmicort", "Rhinocort", "Entocort", "Uceris", "Symbicort"]),
  local("fluticasone", ["Flovent", "Flonase", "Advair", "Arnuity"]),
  local("beclomethasone", ["Qvar", "Beconase"]),
  local("mometasone", ["Asmanex", "Nasonex"]),
  local("ciclesonide", ["Alvesco", "Omnaris"]),
  local("flunisolide"),
  local("clobetasol"),
  {
    ingredient: "fludrocortisone",
    names: [],
    brands: ["Florinef"],
    rxnorm: ["313979"],
    classes: ["mineralocorticoid"],
    equalsPrednisone5: null,
  },
];

const BY_INGREDIENT: ReadonlyMap<string, Glucocorticoid> = new Map(
  GLUCOCORTICOIDS.map((drug) => [drug.ingredient, drug]),
);

/** The corticosteroid of this ingredient (generic name, lower case), whatever its route. */
export function glucocorticoid(ingredient: string): Glucocorticoid | undefined {
  return BY_INGREDIENT.get(ingredient);
}

/**
 * Prednisone equivalent in mg a day of an ingredient taken systemically (CLINICAL.md 4.4);
 * null when the ingredient has no ratio there.
 */
export function prednisoneEquivalentMg(ingredient: string, mgPerDay: number): number | null {
  const ratio = BY_INGREDIENT.get(ingredient)?.equalsPrednisone5;
  return ratio == null ? null : (mgPerDay * 5) / ratio;
}

/** Routes by which a glucocorticoid reaches the whole body: oral, and IV or IM given repeatedly (CLINICAL.md 4.4). */
const SYSTEMIC_ROUTES: ReadonlySet<string> = new Set(["oral", "iv", "im"]);

/**
 * Whether a steroid by this route counts as systemic exposure (GC-ROUTE). Inhaled, nasal, topical, eye, joint and rectal
 * steroids do not, nor do oral budesonide and fludrocortisone. Null when the route is not stated and would decide.
 */
export function isSystemicGlucocorticoid(ingredient: string, route: string | null): boolean | null {
  const drug = BY_INGREDIENT.get(ingredient);
  if (!drug?.classes.includes("glucocorticoid")) return false;
  if (drug.equalsPrednisone5 === null && drug.rxnorm.length === 0) return false;
  return route === null ? null : SYSTEMIC_ROUTES.has(route);
}
