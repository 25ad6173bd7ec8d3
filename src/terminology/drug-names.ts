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

/** Names that the rules' tables leave out, by ingredient: other languages of our pages (INN variants), brands of other countries. */
const ELSEWHERE: readonly (readonly [string, string])[] = [
  [
    "alendronate",
    "acide alendronique|alendronsaure|acido alendronico|alendronato|alendronat|alendroninezuur|fosavance|vantavo",
  ],
  ["risedronate", "acide risedronique|risedronsaure|acido risedronico|risedronato|risedroninezuur|optinate"],
  ["ibandronate", "acide ibandronique|ibandronsaure|acido ibandronico|ibandronato|bonviva|bondronat"],
  ["zoledronic acid", "acide zoledronique|zoledronsaure|acido zoledronico|zoledroninezuur"],
  ["prednisone", "prednison|prednisona|decortin|cortancyl|winpred|panafcort|dacortin"],
  ["prednisolone", "prednisolon|prednisolona|decortin[ -]?h|deltacortril|pevanti|dilacort|panafcortelone|pediapred"],
  [
    "methylprednisolone",
    "methylprednisolon|metilprednisolona|metilprednisolone|medrone|solu-medrone|depo-medrone|urbason",
  ],
  ["dexamethasone", "dexamethason|dexametasona|desametasone|fortecortin|dexpak"],
  ["hydrocortisone", "anusol-hc|anusol hc|hydrocortison|hidrocortisona|idrocortisone|plenadren|efmody|alkindi|hysone"],
  ["betamethasone", "betnesol|celestene"],
  ["triamcinolone", "kenacort|volon a|adcortyl|zilretta"],
  ["deflazacort", "calcort"],
  ["denosumab", "evfraxy|izamby|junod|kefdensis|ponlimsi|zadenvi|acvybra|osqay"],
  ["teriparatide", "teriparatid|teriparatida|forsteo|movymia|terrosa|sondelbay|livogiva|kauliv|osnuvo"],
  ["abaloparatide", "eladynos"],
  ["raloxifene", "raloxifen|raloxifeno|optruma"],
  ["conjugated estrogens/bazedoxifene", "duavive"],
  ["calcitonin", "miacalcic"],
  [
    "estrogens",
    "estradot|evorel|progynova|femoston|kliovance|elleste|o?estrogel|divigel|minivelle|angeliq|femhrt|premphase|combipatch",
  ],
  ["leuprolide", "prostap|camcevi|lucrin|trenantone|enantone"],
  ["triptorelin", "decapeptyl|pamorelin"],
  ["apalutamide", "erleada"],
  ["darolutamide", "nubeqa"],
  ["phenytoin", "epanutin|phenytek"],
  ["phenobarbital", "phenobarbitone"],
  ["carbamazepine", "carbatrol|epitol"],
  ["valproate", "epilim|depakene|depakine"],
  ["primidone", "mysoline"],
  ["levothyroxine", "levothyroxin|levotiroxina|l-thyroxin|eltroxin|tirosint|unithroid|eutirox"],
  ["furosemide", "frusemide"],
  ["torsemide", "torasemide?"],
  ["medroxyprogesterone", "depo-subq provera|sayana press"],
  ["cyclosporine", "sandimmune?|gengraf"],
  ["tacrolimus", "advagraf|envarsus"],
  ["methotrexate", "trexall|otrexup|rasuvo|metoject"],
  ["omeprazole", "omeprazol|losec"],
  ["esomeprazole", "inexium"],
  ["pantoprazole", "pantoprazol|pantoloc|pantozol|somac"],
  ["rabeprazole", "pariet"],
  ["citalopram", "cipramil"],
  ["escitalopram", "cipralex"],
  ["sertraline", "lustral"],
  ["paroxetine", "seroxat|aropax"],
  ["venlafaxine", "efexor"],
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
  ...ELSEWHERE.filter(([ingredient]) => known.has(ingredient)),
].flatMap(([ingredient, names]) => names.split("|").map((source) => ({ ingredient, source })));

/** The longest name first, so that "methylprednisolone" is not read as prednisolone nor "Solu-Medrol" as Medrol. */
const NAMES = [...own, ...added].sort((a, b) => b.source.length - a.source.length);

/** Canadian makers, whose generics begin with their name: "APO-PREDNISONE", "pms-Alendronate". */
const MAKERS = "apo|teva|pms|sandoz|mylan|jamp|ratio|novo|act|auro|ran|mint|riva|co|taro|ag|nu";

/**
 * Whole names only: "prednisone" is not found in "methylprednisone", "Evista" not in "Evistaril".
 * A biosimilar's four-letter suffix ("denosumab-bbdz") belongs to the name.
 */
const ANY = new RegExp(
  `(?<![\\p{L}\\d-])(?:(?:${MAKERS})-)?(?:${NAMES.map(({ source }) => `(${source})`).join("|")})(?:-[a-z]{4}(?![\\p{L}]))?(?![\\p{L}])`,
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
