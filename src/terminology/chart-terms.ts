/** What a term points at. The page script only needs to know that a place is worth reading; qualify decides what it says. */
export type TermKind = "lab" | "drug" | "bone" | "condition" | "patient" | "list" | "vital" | "social" | "dental";

/**
 * One anchor: lower case, no diacritics (`foldText`), found at the beginning of a word. The word may go on
 * ("alendron" finds alendronate and alendronic), unless the term ends in "$": then it is a whole word ("ca$").
 */
export interface Term {
  kind: TermKind;
  text: string;
}

const WORDS: Record<Exclude<TermKind, "drug" | "list">, string> = {
  lab:
    "25-oh|25 oh|25(oh|25-hydroxy|25 hydroxy|vit d|vit. d|vitamin|vitd|calcidiol|calcifediol|" +
    "calcium|ca$|ca-i|ica$|ionized ca|kalzium|calcio$|calcemi|albumin|alb$|phosph|phos$|fosf|po4$|alk|alp$|alkp$|balp|bsap$|" +
    "creat|crea$|kreatinin|scr$|egfr|gfr|glomerul|dfg|alanine|alt$|alat$|sgpt|gpt$|aspartate|ast$|asat$|sgot|got$|ggt|gamma|" +
    "bili|hemoglobin|haemoglobin|hamoglobin|emoglobin|hgb|hb$|hba1c|a1c|tsh|thyrotropin|thyroid stim|thyreotropin|testost|" +
    "pth$|ipth|parathyr|parathormon|tissue trans|transglut|ttg|iga$|immunoglobulin a|spep|protein electro|m-spike|m spike|" +
    "kappa|free light|cortisol|estradiol|oestradiol|e2$|fsh|follicle|follitropin|lh$|luteini|lutrop|prolactin|prl$|magnes|mg$|" +
    "esr$|erythrocyte sed|sed rate|sediment|crp$|c-reactive|c reactive|ferritin|c-telo|ctx|telopep|crosslaps|p1np|pinp|procollagen",
  bone:
    "dxa|dexa|densit|bmd|t-score|t score|tscore|z-score|z score|zscore|frax|femoral neck|femur|total hip|hip$|lumbar|l1|l2|spine|radius|forearm|neck|" +
    "standard deviation|10-year|ten-year|10 year|major osteoporotic|mof$|fracture|osteopor|osteopen|trabecular|hologic|lunar",
  condition:
    "rheumatoid|celiac|coeliac|sprue|crohn|ulcerative|inflammatory bowel|malabsor|bariatric|gastric bypass|hyperparath|hypoparath|hyperthyr|hypothyr|graves|" +
    "diabet|kidney|renal|ckd|dialysis|nephrol|urolith|liver|cirrhos|hepat|cholang|biliary|varices|esoph|oesoph|achalas|barrett|reflux|gerd|" +
    "thrombo|embol|dvt$|stroke|infarct|coronary|angina|cancer|carcinoma|malignan|neoplas|myeloma|mgus|metasta|lymphoma|" +
    "paget|osteosarc|osteomalac|osteogenesis|osteonecro|radiation|hypocalc|hypercalc|hypogonad|amenorr|menopaus|oophorec|hysterec|cushing|adrenal|addison|" +
    "transplant|copd|asthma|polymyalg|arteritis|lupus|vasculit|fall|fell$|kyphos|height loss|alcohol|anorexi|deficien|osteoarth|hiv$|pregnan|immobil|kypho",
  patient:
    "dob|d.o.b|birth|born|geb$|nee le|ne le|nacimiento|naissance|nascimento|nata il|nato il|patient|mrn|record number|medical record|chart no|chart #|sex$|gender|female|male$|woman|man$|age$|years|yrs|yo f|yo m|y/o|year-old",
  vital: "weight|wt$|wt:|height|ht$|ht:|bmi|body mass|gewicht|grosse|poids|taille|peso|altura|talla",
  social: "smok|tobacco|cigar|pack-year|pack year|alcohol|drinks|etoh|tabac|rauch",
  dental: "dental|dentist|dentition|teeth|tooth",
};

export const termsOf = (kind: TermKind, words: string): Term[] =>
  [...new Set(words.split("|"))].map((text) => ({ kind, text }));

/** The anchor terms that the worker asks for as well, once: it knows drugs by their names and lists by their titles. */
export const CHART_TERMS: readonly Term[] = (Object.entries(WORDS) as [TermKind, string][]).flatMap(([kind, words]) =>
  termsOf(kind, words),
);
