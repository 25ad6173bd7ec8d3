import type { Drug, DrugClass } from "./drug";

const drug = (
  cls: DrugClass,
  ingredient: string,
  brands: string[],
  rxnorm: string[] = [],
  names: string[] = [],
): Drug => ({
  ingredient,
  names,
  brands,
  rxnorm,
  classes: [cls],
});

/**
 * Drugs that meet a bone drug: acid suppression and Atelvia (D20), digoxin and teriparatide (CLINICAL.md 4.1, 4.3); and
 * thiazides, which are diuretics for the magnesium item (section 3, MG).
 */
export const INTERACTING_DRUGS: readonly Drug[] = [
  drug("ppi", "omeprazole", ["Prilosec"], ["7646"]),
  drug("ppi", "esomeprazole", ["Nexium"], ["283742"]),
  drug("ppi", "lansoprazole", ["Prevacid"], ["17128"]),
  drug("ppi", "pantoprazole", ["Protonix"], ["40790"]),
  drug("ppi", "rabeprazole", ["Aciphex"], ["114979"]),
  drug("ppi", "dexlansoprazole", ["Dexilant"], ["816346"]),
  drug("h2-blocker", "famotidine", ["Pepcid"]),
  drug("h2-blocker", "ranitidine", ["Zantac"]),
  drug("h2-blocker", "cimetidine", ["Tagamet"]),
  drug("h2-blocker", "nizatidine", []),
  drug("cardiac-glycoside", "digoxin", ["Lanoxin"]),
  drug("thiazide", "hydrochlorothiazide", [], [], ["HCTZ"]),
  drug("thiazide", "chlorthalidone", [], [], ["chlortalidone"]),
];
