/** A condition some rule needs, with the ways charts write it. */
export interface Condition {
  /** Kebab-case; what `Problem.condition` carries. */
  code: string;
  name: string;
  /** A string matches as whole words in any case; a pattern as it is written (abbreviations keep their capitals). */
  phrases: (string | RegExp)[];
  /** Wordings that look like it and are not. */
  excludes?: RegExp;
}

/**
 * Specific conditions stand before general ones that share their words. Every code is read by a rule
 * (CLINICAL.md 3, 4.2, 5.3, 5.4) or by the FRAX input list (RISK.md 1.1).
 */
export const CONDITIONS: readonly Condition[] = [
  // Secondary causes and FRAX inputs
  {
    code: "rheumatoid-arthritis",
    name: "rheumatoid arthritis",
    phrases: ["rheumatoid arthritis", /\bRA\b(?=\s*(on|\(|$|,|;|with))/],
  },
  {
    code: "type-1-diabetes",
    name: "type 1 diabetes",
    phrases: [
      /type (1|i) diabetes/i,
      /diabetes mellitus,? type (1|i)\b/i,
      /\bT1DM\b/,
      /insulin[- ]dependent diabetes/i,
    ],
    excludes: /non[- ]insulin/i,
  },
  {
    code: "type-2-diabetes",
    name: "type 2 diabetes",
    phrases: [/type (2|ii) diabetes/i, /diabetes mellitus,? type (2|ii)\b/i, /\bT2DM\b/],
  },
  {
    code: "copd",
    name: "chronic obstructive pulmonary disease",
    phrases: [/\bCOPD\b/, /chronic obstructive (pulmonary|lung|airway)/i],
  },
  { code: "osteogenesis-imperfecta", name: "osteogenesis imperfecta", phrases: ["osteogenesis imperfecta"] },
  {
    code: "hyperthyroidism",
    name: "hyperthyroidism",
    phrases: ["hyperthyroidism", "thyrotoxicosis", /graves'? disease/i],
  },
  {
    code: "hypogonadism",
    name: "hypogonadism",
    phrases: ["hypogonadism", "testosterone deficiency", "androgen deficiency"],
  },
  {
    code: "premature-menopause",
    name: "premature menopause",
    phrases: [/(premature|early) menopause/i, /(premature|primary) ovarian (failure|insufficiency)/i],
  },
  { code: "amenorrhea", name: "amenorrhea", phrases: [/amenorrho?ea/i] },
  { code: "malnutrition", name: "malnutrition", phrases: ["malnutrition", "anorexia nervosa"] },
  {
    code: "malabsorption",
    name: "malabsorption",
    phrases: ["malabsorption", /c(o)?eliac (disease|sprue)/i, "short bowel syndrome"],
  },
  {
    code: "gastric-bypass",
    name: "gastric bypass",
    phrases: ["gastric bypass", /roux[- ]en[- ]y/i, /bariatric surgery/i],
  },
  {
    code: "alcoholism",
    name: "alcohol use disorder",
    phrases: ["alcoholism", "alcohol dependence", "alcohol use disorder", "alcohol abuse"],
    excludes: /liver|hepat|cirrh/i,
  },
  {
    code: "vitamin-d-deficiency",
    name: "vitamin D deficiency",
    phrases: [/(vitamin d|vit\.? d|hypovitaminosis d).{0,3}(deficiency|deficient|insufficiency)/i, "hypovitaminosis d"],
  },
  { code: "osteomalacia", name: "osteomalacia", phrases: ["osteomalacia"] },
  // Liver
  {
    code: "esophageal-varices",
    name: "esophageal varices",
    phrases: [/(o)?esophageal varic/i, /\bvarices\b/i],
    excludes: /varicose|leg/i,
  },
  {
    code: "cholestatic-liver-disease",
    name: "cholestatic liver disease",
    phrases: [/primary biliary (cholangitis|cirrhosis)/i, "primary sclerosing cholangitis", /cholestatic/i],
  },
  { code: "liver-transplant", name: "liver transplant", phrases: [/liver transplant/i] },
  {
    code: "chronic-liver-disease",
    name: "chronic liver disease",
    phrases: [
      /cirrhosis/i,
      "chronic liver disease",
      /ha?emochromatosis/i,
      /alcohol(ic|-related|-associated) (liver|hepatitis)/i,
      /chronic hepatitis/i,
      "autoimmune hepatitis",
      /hepatic (insufficiency|impairment|fibrosis)/i,
    ],
    excludes: /primary biliary cirrhosis/i,
  },
  // Gullet
  {
    code: "esophageal-disorder",
    name: "esophageal disorder that delays emptying",
    phrases: [
      "achalasia",
      /(o)?esophageal (stricture|stenosis|dysmotility|disorder|ulcer)/i,
      /stricture of (o)?esophagus/i,
      /barrett'?s?\b/i,
    ],
  },
  {
    code: "cannot-stay-upright",
    name: "cannot sit or stand for 30 minutes",
    phrases: [/(cannot|unable to|can't|can not) (sit|stand|remain|stay)/i, "bedbound", "bed-bound", "bedridden"],
  },
  // Heart and vessels
  {
    code: "venous-thromboembolism",
    name: "venous thromboembolism",
    phrases: [
      /deep (vein|venous) thrombo/i,
      /\bDVT\b/,
      /pulmonary embol/i,
      "venous thromboembolism",
      /\bVTE\b/,
      // Alone or before its date: elsewhere the letters are an examination or a kind of tube.
      /^\s*(acute |bilateral |saddle |(un)?provoked )*PE(?=\s*$|[\s,(]+(in )?\d[\d/-]*( (day|week|month|year)s? ago)?\)?\s*$)/,
      /\b([Hh]istory of|[Hh]\/o|[Hh]x( of)?|[Aa]cute|[Bb]ilateral|[Ss]addle|(un)?provoked|[Ss]ubmassive) PE(?=\s*$|[\s,;.(]+(in )?\d|[,;.])/,
      /retinal vein (thrombosis|occlusion)/i,
    ],
    excludes: /prophyla/i,
  },
  {
    code: "myocardial-infarction",
    name: "myocardial infarction",
    phrases: [/myocardial infarct/i, /\b(N?STEMI)\b/, /\bMI\b(?! *valve)/, "heart attack"],
  },
  {
    code: "stroke",
    name: "stroke",
    phrases: [/\bstroke\b/i, /\bCVA\b/, /cerebral infarct/i, /cerebrovascular accident/i],
    excludes: /heat ?stroke|stroke volume/i,
  },
  {
    code: "cardiovascular-risk",
    name: "other cardiovascular disease",
    phrases: [
      /coronary (artery|heart) disease/i,
      /\bCAD\b/,
      /ischa?emic heart/i,
      "angina",
      /transient isch(a)?emic/i,
      /\bTIA\b/,
      /peripheral (artery|arterial|vascular) disease/i,
    ],
  },
  { code: "orthostatic-hypotension", name: "orthostatic hypotension", phrases: [/orthostatic hypotension/i] },
  // Cancer
  {
    code: "bone-metastases",
    name: "bone metastases",
    phrases: [
      /(bone|skeletal|osseous|spinal) metasta/i,
      /metasta\w* (disease )?(to|in|of) (the )?(bone|spine|skeleton)/i,
      /metastatic (\w+ ){0,2}(cancer|carcinoma|adenocarcinoma|melanoma|neoplasm|tumou?r|disease|malignancy),? (to|in|involving) (the )?(\w+ and )?(bones?|spine|skeleton)\b(?! (density|mass|loss|scan|health|marrow))/i,
      /\b(bone|bony|skeletal|osseous|spinal) mets\b/i,
      /\bmets to (the )?(bones?|spine)\b/i,
      /bony metasta/i,
      /secondary (malignant )?(neoplasm|tumou?r|cancer|malignancy) of (the )?(bones?|spine|vertebra)\b(?! marrow)/i,
    ],
  },
  { code: "multiple-myeloma", name: "multiple myeloma", phrases: ["multiple myeloma", "plasma cell myeloma"] },
  {
    code: "osteosarcoma",
    name: "osteosarcoma",
    phrases: [
      "osteosarcoma",
      "bone sarcoma",
      "chondrosarcoma",
      /\bewing'?s? sarcoma/i,
      /malignant neoplasm of (the )?bones?\b(?! marrow)/i,
    ],
    excludes: /secondary/i,
  },
  {
    code: "skeletal-radiation",
    name: "radiation involving the skeleton",
    phrases: [
      /(skeletal|bone|pelvic|spin\w+|external beam) (irradiation|radiation|radiotherapy)/i,
      /(irradiation|radiation|radiotherapy) (therapy )?(to|of|involving) (the )?(pelvis|spine|skeleton|bone|hip|chest wall)/i,
    ],
  },
  {
    code: "hereditary-osteosarcoma-risk",
    name: "hereditary risk of osteosarcoma",
    phrases: [/li[- ]fraumeni/i, /hereditary retinoblastoma/i, /rothmund/i],
  },
  { code: "open-epiphyses", name: "open epiphyses", phrases: [/open epiphys/i] },
  {
    code: "breast-cancer",
    name: "breast cancer",
    phrases: [
      /(breast (cancer|carcinoma)|carcinoma of (the )?(\w+ )?breast|malignant neoplasm of (the )?(\w+ )*breast)/i,
      "DCIS",
    ],
  },
  {
    code: "endometrial-cancer",
    name: "endometrial cancer",
    phrases: [/(endometrial|uterine) (cancer|carcinoma)/i, /malignant neoplasm of (endometrium|uterus)/i],
  },
  {
    code: "prostate-cancer",
    name: "prostate cancer",
    phrases: [/prostat(e|ic) (cancer|carcinoma|adenocarcinoma)/i, /malignant neoplasm of (the )?prostate/i],
  },
  {
    code: "cancer",
    name: "cancer",
    phrases: [/\bcancer\b/i, /carcinoma/i, /lymphoma/i, /leuka?emia/i, /malignant neoplasm/i],
    excludes: /breast|prostat|endometri|uter(ine|us)|(basal|squamous) cell|screening|skin cancer/i,
  },
  // Mineral and bone
  {
    code: "paget",
    name: "Paget disease of bone",
    phrases: [/paget'?s? disease/i, "osteitis deformans"],
    excludes: /breast|nipple/i,
  },
  {
    code: "primary-hyperparathyroidism",
    name: "primary hyperparathyroidism",
    phrases: [/primary hyperparathyroidism/i, /\bPHPT\b/, "parathyroid adenoma"],
  },
  {
    code: "hyperparathyroidism",
    name: "hyperparathyroidism",
    phrases: ["hyperparathyroidism"],
    excludes: /primary hyperpara/i,
  },
  { code: "hypercalcemia", name: "hypercalcemia", phrases: [/hypercalca?emia/i] },
  { code: "hypocalcemia", name: "hypocalcemia", phrases: [/hypocalca?emia/i] },
  {
    code: "kidney-stones",
    name: "kidney stones",
    phrases: [/nephrolithiasis/i, /urolithiasis/i, /(kidney|renal|ureteric|ureteral) (stone|calcul)/i],
  },
  { code: "osteoporosis", name: "osteoporosis", phrases: ["osteoporosis"] },
  { code: "osteopenia", name: "osteopenia", phrases: ["osteopenia", "low bone mass", "low bone density"] },
  // Kidney
  { code: "dialysis", name: "dialysis", phrases: [/(ha?emo|peritoneal )?dialysis/i] },
  {
    code: "end-stage-renal-disease",
    name: "end-stage kidney disease",
    phrases: [/\bES(RD|KD)\b/, /end[- ]stage (renal|kidney)/i],
  },
  {
    code: "ckd-4-5",
    name: "chronic kidney disease stage 4 or 5",
    phrases: [/(chronic kidney disease|ckd)\W{0,3}(\(.*\)\W*)?(stage|g)? ?(4|5|iv|v)\b/i],
  },
  {
    code: "acute-kidney-injury",
    name: "acute kidney injury",
    phrases: [/acute (kidney injury|renal (failure|impairment))/i, /\bAKI\b/],
  },
  // Endocrine
  {
    code: "adrenal-insufficiency",
    name: "adrenal insufficiency",
    phrases: [
      /adrenal (insufficiency|failure)/i,
      /addison'?s? disease/i,
      "hypopituitarism",
      /congenital adrenal hyperplasia/i,
    ],
  },
  { code: "cushing", name: "cushingoid features", phrases: [/cushing(oid|'?s)?\b/i] },
  // Work-up clues
  { code: "iron-deficiency", name: "iron deficiency", phrases: [/iron[- ]deficien/i] },
  {
    code: "gi-symptoms",
    name: "chronic gastrointestinal symptoms",
    phrases: [/chronic diarrho?ea/i, "steatorrhea", "steatorrhoea"],
  },
  {
    code: "height-loss",
    name: "height loss over 4 cm",
    phrases: [
      /lost ([5-9]|1\d)(\.\d+)? ?cm (of |in )?height/i,
      /height loss(?!\D{0,12}(<|≤|\bless|\bunder|\bbelow|\bup to))\D{0,12}([5-9]|1\d)(\.\d+)? ?cm/i,
      /height loss(?!\D{0,12}(<|≤|\bless|\bunder|\bbelow|\bup to))\D{0,12}4\.\d*[1-9]\d* ?cm/i,
      /(height loss|loss of height)\W*(of )?(>|over|more than|greater than|exceeding) ?4(\.0)? ?cm/i,
      /lost (>|over|more than) ?4(\.0)? ?cm (of |in )?height/i,
    ],
  },
  {
    code: "reported-vertebral-fracture",
    name: "self-reported vertebral fracture",
    phrases: [
      /(self|patient)[- ]reported [^.;]{0,30}(vertebra\w*|spin(e|al)|(spinal|vertebral) compression|compression) (compression )?fracture/i,
      /undocumented (vertebral|spin(e|al)) (compression )?fracture/i,
      /(vertebra\w*|spin(e|al)) (compression )?fractures?\W{1,3}(self|patient)[- ]report/i,
    ],
  },
  // Risk, falls, daily life
  {
    code: "parent-hip-fracture",
    name: "hip fracture in a parent",
    phrases: [
      // FRAX asks for the parents alone: no grandmother, no mother-in-law, no paternal aunt
      /(?<![\w-])(parent(s|al)?|mother|father)(?![\w-])(?!.{0,25}(grand|aunt|uncle)).{0,25}(hip|femoral neck|femur) (fracture|fx)/i,
      /(hip|femoral neck) (fracture|fx)\W{1,3}(in )?(a )?(parent|mother|father)(?![\w-])/i,
    ],
  },
  {
    code: "current-smoker",
    name: "current smoker",
    phrases: [
      /(current|active|daily|everyday|every day) .{0,12}(smok|tobacco use)/i,
      /\b(smoker|tobacco use disorder|nicotine dependence)\b/i,
    ],
    excludes: /former|never|ex-?smoker|non-?smoker|in remission|quit/i,
  },
  { code: "injurious-fall", name: "injurious fall", phrases: [/injurious fall/i, /falls? with (\w+ )?injury/i] },
  {
    code: "several-falls",
    name: "several falls",
    phrases: [
      /\bfalls?\W{1,3}(x ?)?([2-9]|two|three|four)\b(?![-/]| *(days?|weeks?|months?|years?|[a-z]{3,9} (19|20)\d\d)\b)/i,
      /multiple falls/i,
      /\b([2-9]|two|three|four) or more falls/i,
      /\b([2-9]|two|three|four) falls/i,
    ],
  },
  {
    code: "recurrent-falls",
    name: "recurrent falls",
    phrases: [/(recurrent|repeated|frequent) falls/i, /falls?,? recurrent/i],
  },
  {
    code: "high-fall-risk",
    name: "high risk of falling",
    phrases: [/high (fall|falls) risk/i, /high risk (of|for) fall/i, /at risk for falls/i],
  },
  {
    code: "pregnancy",
    name: "pregnancy",
    phrases: [/\bpregnan(t|cy)\b/i, "gravid"],
    excludes: /test|history|prevent|not pregnant|planning/i,
  },
  {
    code: "thigh-or-groin-pain",
    name: "thigh or groin pain",
    phrases: [/(thigh|groin) pain/i, /pain in (the )?(\w+ )?(thigh|groin)/i],
  },
  { code: "nonadherence", name: "doubtful adherence", phrases: [/non-?(adheren|complian)/i, /poor adherence/i] },
];

/** Conditions that FRAX counts as secondary osteoporosis (RISK.md 1.1, row 10). */
export const SECONDARY_CAUSES = [
  "type-1-diabetes",
  "osteogenesis-imperfecta",
  "hyperthyroidism",
  "hypogonadism",
  "premature-menopause",
  "malnutrition",
  "malabsorption",
  "chronic-liver-disease",
  "cholestatic-liver-disease",
] as const;

/** Liver diseases the source's liver section means (S40). */
export const LIVER_DISEASES = [
  "chronic-liver-disease",
  "cholestatic-liver-disease",
  "liver-transplant",
  "esophageal-varices",
] as const;

const BY_CODE: ReadonlyMap<string, Condition> = new Map(CONDITIONS.map((c) => [c.code, c]));

export function conditionName(code: string): string {
  return BY_CODE.get(code)?.name ?? code;
}
