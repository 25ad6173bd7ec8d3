import { DRUGS } from "./drugs";
import { foldText } from "./plain-text";

/** A drug named in free text, where, and under which name. */
export interface NamedDrug {
  ingredient: string;
  /** Position in `foldText(text)`. */
  index: number;
  length: number;
}

/** Supplements that stand in medication lists; no rule rests on them but the vitamin D and calcium ones are shown. */
const SUPPLEMENTS: readonly (readonly [string, string])[] = [
  [
    "cholecalciferol",
    "cholecalciferol|colecalciferol|vitamin d3|vitamin d 3|vitamin d-3|vit d3|vitamine d3|vitamina d3",
  ],
  ["ergocalciferol", "ergocalciferol|vitamin d2|vitamin d 2|vitamin d-2|vit d2|drisdol"],
  ["calcium carbonate", "calcium carbonate|os-cal|oscal|caltrate|tums"],
  ["calcium citrate", "calcium citrate|citracal"],
  ["calcium", "calcium(?= [\\d+])"],
  ["calcitriol", "calcitriol|rocaltrol"],
];

/** Names that the rules' tables leave out: other languages of our pages (INN variants), local brands; by ingredient. */
const TRANSLATIONS: readonly (readonly [string, string])[] = [
  ["alendronate", "acide alendronique|alendronsaure|acido alendronico|alendronato|alendroninezuur"],
  ["risedronate", "acide risedronique|risedronsaure|acido risedronico|risedronato|risedroninezuur"],
  ["ibandronate", "acide ibandronique|ibandronsaure|acido ibandronico|ibandronato|bonviva"],
  ["zoledronic acid", "acide zoledronique|zoledronsaure|acido zoledronico|zoledroninezuur"],
  ["prednisone", "prednison|prednisona"],
  ["prednisolone", "prednisolon|prednisolona"],
  ["methylprednisolone", "methylprednisolon|metilprednisolona|metilprednisolone"],
  ["dexamethasone", "dexamethason|dexametasona|desametasone"],
  ["hydrocortisone", "anusol-hc|anusol hc|hydrocortison|hidrocortisona|idrocortisone"],
  ["teriparatide", "teriparatid|teriparatida|forsteo"],
  ["raloxifene", "raloxifen|raloxifeno"],
  ["levothyroxine", "levothyroxin|levotiroxina|l-thyroxin"],
  ["omeprazole", "omeprazol"],
  ["pantoprazole", "pantoprazol"],
];

const asPattern = (name: string) => name.replace(/[.*+?^${}()|[\]\\]/g, "\\$&").replace(/[\s/-]+/g, "[\\s/-]+");

interface Name {
  ingredient: string;
  source: string;
}

const own: Name[] = DRUGS.flatMap(({ ingredient, names, brands, oncologyBrands }) =>
  [ingredient, ...names, ...brands, ...(oncologyBrands ?? [])].map((name) => ({
    ingredient,
    source: asPattern(foldText(name)),
  })),
);
const known = new Set(DRUGS.map(({ ingredient }) => ingredient));
const added: Name[] = [
  ...SUPPLEMENTS.filter(([ingredient]) => !known.has(ingredient)),
  ...TRANSLATIONS.filter(([ingredient]) => known.has(ingredient)),
].flatMap(([ingredient, names]) => names.split("|").map((source) => ({ ingredient, source })));

/** The longest name first, so that "methylprednisolone" is not read as prednisolone nor "Solu-Medrol" as Medrol. */
const NAMES = [...own, ...added].sort((a, b) => b.source.length - a.source.length);

/**
 * Whole names only: "prednisone" is not found in "methylprednisone", "Evista" not in "Evistaril".
 * A biosimilar's four-letter suffix ("denosumab-bbdz") belongs to the name.
 */
const ANY = new RegExp(
  `(?<![\\p{L}\\d-])(?:${NAMES.map(({ source }) => `(${source})`).join("|")})(?:-[a-z]{4}(?![\\p{L}]))?(?![\\p{L}])`,
  "gu",
);

/** Every drug named in a text, in order. Other words, capitals, salts and strengths around the name do not matter. */
export function drugsIn(text: string): NamedDrug[] {
  const found: NamedDrug[] = [];
  for (const match of foldText(text).matchAll(ANY)) {
    const at = match.slice(1).findIndex((group) => group !== undefined);
    const name = NAMES[at];
    if (name) found.push({ ingredient: name.ingredient, index: match.index, length: match[0].length });
  }
  return found;
}
