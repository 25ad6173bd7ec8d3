import type { Analyte } from "../chart/chart";
import { plainWords } from "./plain-text";

/** LOINC property: mass or substance concentration, arbitrary or enzyme activity, rate. */
export type LoincProperty = "mass" | "moles" | "units" | "rate" | "time";

/**
 * One laboratory observation a rule needs. Names are patterns over `plainWords`; a label is this analyte only when
 * names, `with`, `mayHave` and the neutral words below cover every word of it, so that "Creatinine, Urine",
 * "Calcium score" or "Prealbumin" are nobody's name. Source of codes and canonical units: CLINICAL.md section 3.
 */
export interface AnalyteEntry {
  code: Analyte;
  name: string;
  /** Row of CLINICAL.md section 3 it belongs to. */
  workup: string;
  /** Canonical unit. */
  unit: string;
  loinc: readonly { code: string; property: LoincProperty }[];
  names: readonly string[];
  /** Patterns that must all be in the label too: "ionized", "24 h", "urine". */
  with?: readonly string[];
  /** Words that may stand beside this name without changing what was measured. */
  mayHave?: readonly string[];
  /** Words that make it another test although they are neutral elsewhere: "Hemoglobin S" is no haemoglobin in serum. */
  never?: readonly string[];
}

const l = (property: LoincProperty, ...codes: string[]) => codes.map((code) => ({ code, property }));
const D = "(?:vit(?:amin[ea]?|amina)? ?)?d";
const HYDROXY = "25 ?(?:o ?h|hydroxy|hydroxi|idrossi)";
const URINE = "(?:in )?(?:urine|ur|urinary|urin|urinaire|orina)";
const DAY = "24 ?(?:h|hr|hrs|hour|hours|std|heures|horas)?";

const ENTRIES: readonly AnalyteEntry[] = [
  {
    code: "VITD",
    name: "25-hydroxyvitamin D",
    workup: "VITD",
    unit: "ng/mL",
    loinc: [...l("mass", "1989-3", "62292-8", "35365-6"), ...l("moles", "14635-7", "68438-1", "49054-0")],
    names: [
      `${HYDROXY} ?${D} ?3?(?: ${HYDROXY} ?${D} ?2| d2)?`,
      `${HYDROXY} ?${D} ?2 ${HYDROXY} ?${D} ?3`,
      "25 hydroxy ?(?:chole)?calciferol",
      `(?:vit(?:amin[ea]?|amina)? )d ?3? (?:calcidiol )?${HYDROXY}(?: ?(?:vit(?:amin[ea]?)? )?d3?)?`,
      `${D} 25`,
      "vit(?:amin[ea]?|amina)? d",
      "calcidiol",
      "calcifediol",
      "vitd ?25(?: ?oh)?",
      "25 ?oh ?vitd",
    ],
    mayHave: ["d2 d3", "d3 d2", HYDROXY, "hydroxy", "oh"],
  },
  {
    code: "CA",
    name: "Calcium",
    workup: "CA",
    unit: "mg/dL",
    loinc: [...l("mass", "17861-6"), ...l("moles", "2000-8")],
    names: ["calcium", "ca", "kalzium", "calcio", "calcemie", "calcemia"],
  },
  {
    code: "CA_CORR",
    name: "Calcium, corrected for albumin",
    workup: "CA",
    unit: "mg/dL",
    loinc: l("mass", "29265-6"),
    names: ["calcium", "ca", "kalzium", "calcio", "calcemie"],
    with: [
      "(?:albumin )?(?:corrected|adjusted|corr|korrigiert\\w*|corrigee?|corretto|corregido)(?: (?:for )?alb(?:umin)?)?",
    ],
  },
  {
    code: "CA_ION",
    name: "Calcium, ionised",
    workup: "CA",
    // Not the mg/dL of total calcium: the two have different reference ranges and must not be compared.
    unit: "mmol/L",
    loinc: [...l("moles", "1995-0"), ...l("mass", "1994-3")],
    names: ["calcium", "ca", "ica", "kalzium", "calcio"],
    with: ["ion(?:i[sz]ed|isiert\\w*|ise|izado|izzato)?|free|(?<=ca )i|(?<=^|\\b)ica"],
  },
  {
    code: "ALB",
    name: "Albumin",
    workup: "ALB",
    unit: "g/dL",
    loinc: [...l("mass", "1751-7"), ...l("moles", "54347-0")],
    names: ["albumin", "albumine", "albumina", "alb"],
    mayHave: ["bromocresol (?:green|purple)", "bcg", "bcp", "dye binding"],
  },
  {
    code: "PHOS",
    name: "Phosphate",
    workup: "PHOS",
    unit: "mg/dL",
    loinc: [...l("mass", "2777-1"), ...l("moles", "14879-1")],
    names: ["phosphor[uo]+s", "phosphate?s?", "phos", "phosphore", "fosforo", "fosfato", "fosfaat", "po4"],
    mayHave: ["inorganic", "inorg", "anorganisch\\w*", "as phosph(?:orus|ate)"],
  },
  {
    code: "ALP",
    name: "Alkaline phosphatase",
    workup: "ALP",
    unit: "U/L",
    loinc: l("units", "6768-6"),
    names: [
      "alk(?:aline|alische|al)? ?phos(?:phatase|phatas|ph)?",
      "alp",
      "alkp",
      "phosphatases? alcalines?",
      "fosfatas[ai] alcalina",
      "alkalische fosfatase",
    ],
  },
  {
    code: "BALP",
    name: "Bone-specific alkaline phosphatase",
    workup: "BALP",
    unit: "ug/L",
    loinc: l("units", "1777-2"),
    names: ["alk(?:aline|alische)? ?phos(?:phatase)?", "alp", "balp", "bsap", "ostase"],
    with: ["bone|balp|bsap|ostase"],
    mayHave: ["specific", "isoenzyme"],
  },
  {
    code: "CREAT",
    name: "Creatinine",
    workup: "CREAT",
    unit: "mg/dL",
    loinc: [...l("mass", "2160-0"), ...l("moles", "14682-9")],
    names: ["creatinin[ea]?", "creat", "kreatinine?", "crea", "scr", "creatininemie"],
    mayHave: ["enzymatic", "jaffe", "idms"],
  },
  {
    code: "EGFR",
    name: "Estimated glomerular filtration rate",
    workup: "CREAT",
    unit: "mL/min/1.73m2",
    loinc: l("rate", "98979-8", "62238-1", "33914-3", "48642-3"),
    names: [
      "e ?gfr(?:cr)?",
      "gfr",
      "glomerular filtration rate",
      "dfg e?",
      "dfge?",
      "glomerulare filtrationsrate",
      "filtrado glomerular",
      "tfg e?",
    ],
    // Values printed once per race are two candidates for one patient: those labels stay uncovered.
    mayHave: [
      "est(?:imated|imee?|im)?",
      "predicted",
      "calc(?:ulated)?",
      "ckd ?epi",
      "2009",
      "2021",
      "mdrd",
      "1 73(?: (?:sq ?m|m2|m))?",
      "creatinine",
      "creat",
      "cre",
      "based formula",
      "volume rate area",
      "rate",
      "area",
      "vol rate",
      "arvrat",
      "race free",
      "without race",
      "gfr",
    ],
  },
  {
    code: "ALT",
    name: "Alanine aminotransferase",
    workup: "LFT",
    unit: "U/L",
    loinc: l("units", "1742-6"),
    names: [
      "alt",
      "sgpt",
      "gpt",
      "alat",
      "alanine? ?(?:amino|trans)[ -]?(?:transferase|aminase)",
      "alanine transaminase",
    ],
  },
  {
    code: "AST",
    name: "Aspartate aminotransferase",
    workup: "LFT",
    unit: "U/L",
    loinc: l("units", "1920-8"),
    names: [
      "ast",
      "sgot",
      "got",
      "asat",
      "aspartate ?(?:amino|trans)[ -]?(?:transferase|aminase)",
      "aspartate transaminase",
    ],
  },
  {
    code: "GGT",
    name: "Gamma-glutamyl transferase",
    workup: "LFT",
    unit: "U/L",
    loinc: l("units", "2324-2"),
    names: ["ggt", "ggtp", "gamma ?gt", "y gt", "γ gt", "gamma ?glutamyl ?(?:trans(?:ferase|peptidase))"],
  },
  {
    code: "BILI",
    name: "Bilirubin, total",
    workup: "LFT",
    unit: "mg/dL",
    loinc: [...l("mass", "1975-2"), ...l("moles", "14631-6")],
    names: ["bilirub(?:ine?)?", "bilirubina", "bili", "t ?bili?", "tbil"],
  },
  {
    code: "HGB",
    name: "Haemoglobin",
    workup: "CBC",
    unit: "g/dL",
    loinc: l("mass", "718-7"),
    names: ["ha?emoglobine?", "hamoglobin", "ha?emoglobina", "emoglobina", "hgb", "hb"],
    mayHave: ["cbc"],
    never: ["[a-fs]"],
  },
  {
    code: "TSH",
    name: "Thyrotropin",
    workup: "TSH",
    unit: "mIU/L",
    loinc: l("units", "3016-3", "11580-8", "11579-0"),
    names: [
      "tsh",
      "thyr(?:eo|o)tropin",
      "thyroid stimulating hormone",
      "thyreostimulin",
      "tirotropina",
      "thyrotropine",
    ],
    mayHave: [
      "(?:3rd|third|4th) gen(?:eration)?",
      "(?:ultra ?)?(?:high )?sens(?:itive|itivity)?",
      "ultra",
      "hs",
      "basal",
      "(?:w|with) (?:reflex|rfx|rflx)(?: to)? (?:f(?:ree)? ?)?t4",
      "(?:(?:w|with) )?(?:reflex|rfx|rflx)",
      "detection limit 0 005 miu l",
    ],
  },
  {
    code: "TESTO",
    name: "Testosterone, total",
    workup: "TESTO",
    unit: "ng/dL",
    // 2991-8 (free testosterone) stands in the same row but is another quantity: not read as total.
    loinc: [...l("mass", "2986-8"), ...l("moles", "14913-8")],
    names: ["testosterone?", "testost", "testosterona"],
    mayHave: ["male", "men", "adult"],
  },
  {
    code: "PTH",
    name: "Parathyroid hormone, intact",
    workup: "PTH",
    unit: "pg/mL",
    loinc: [...l("mass", "2731-8"), ...l("moles", "14866-6")],
    names: [
      "i?pth",
      "parathyroid hormone",
      "parathyrin",
      "parathormone?",
      "parathormon",
      "paratormone?",
      "hormone parathyroidienne",
    ],
    mayHave: ["intact[ae]?", "intakt", "biointact"],
  },
  {
    code: "UCA24",
    name: "Calcium in 24-hour urine",
    workup: "UCA24",
    unit: "mg/d",
    loinc: l("time", "6874-2"),
    names: ["calcium", "ca", "kalzium", "calcio", "calciuria", "calciurie"],
    with: [`${URINE}|calciuri[ae]`, DAY],
    mayHave: ["time", "excretion", "mrat", "srat"],
  },
  {
    code: "SPEP",
    name: "Protein electrophoresis",
    workup: "SPEP",
    unit: "",
    loinc: l("mass", "24351-9"),
    names: ["spep", "(?:serum )?protein electrophoresis", "m ?spike", "monoclonal (?:protein|spike)", "m protein"],
    mayHave: ["interpretation"],
  },
  {
    code: "FLC",
    name: "Free light chains, kappa/lambda ratio",
    workup: "SPEP",
    unit: "",
    loinc: l("mass", "48378-4"),
    names: ["kappa lambda(?: free)?(?: light)?(?: chains?)?", "free light chains?(?: kappa lambda)?", "flc"],
    with: ["ratio"],
    mayHave: ["free", "kappa lambda"],
  },
  {
    code: "TTG",
    name: "Tissue transglutaminase IgA",
    workup: "TTG",
    unit: "U/mL",
    loinc: l("units", "46128-5", "31017-7"),
    names: ["(?:tissue |t )?trans ?glutaminase", "t ?tg"],
    with: ["ig ?a"],
    mayHave: ["ab", "abs", "antibod(?:y|ies)", "ttg", "anti", "autoantibody"],
  },
  {
    code: "IGA",
    name: "Immunoglobulin A",
    workup: "TTG",
    unit: "mg/dL",
    loinc: l("mass", "2458-8"),
    names: ["ig ?a", "immunoglobulin a"],
  },
  {
    code: "CORTISOL",
    name: "Free cortisol in 24-hour urine",
    workup: "CORTISOL",
    unit: "ug/d",
    loinc: l("time", "2147-7", "14158-0"),
    names: ["cortisol", "ufc"],
    with: [`${URINE}|ufc`, DAY],
    mayHave: ["free", "time", "mrat", "excretion"],
  },
  {
    code: "ESTRADIOL",
    name: "Oestradiol",
    workup: "SEXHORM",
    unit: "pg/mL",
    loinc: l("mass", "2243-4"),
    names: ["o?estradiol", "e2", "17 ?beta o?estradiol"],
    mayHave: ["e2"],
  },
  {
    code: "FSH",
    name: "Follicle-stimulating hormone",
    workup: "SEXHORM",
    unit: "IU/L",
    loinc: l("units", "10501-5"),
    names: ["fsh", "follicle stimulating hormone", "follitropin"],
  },
  {
    code: "LH",
    name: "Luteinising hormone",
    workup: "SEXHORM",
    unit: "IU/L",
    loinc: [],
    names: ["lh", "luteini[sz]ing hormone", "lutropin"],
  },
  {
    code: "PROLACTIN",
    name: "Prolactin",
    workup: "SEXHORM",
    unit: "ng/mL",
    loinc: l("mass", "2842-3"),
    names: ["prolactine?", "prl", "prolaktin"],
  },
  {
    code: "MG",
    name: "Magnesium",
    workup: "MG",
    unit: "mg/dL",
    loinc: [...l("mass", "19123-9"), ...l("moles", "2601-3")],
    names: ["magnesium", "mg", "magnesio"],
  },
  {
    code: "ESR",
    name: "Erythrocyte sedimentation rate",
    workup: "ESR/CRP",
    unit: "mm/h",
    loinc: l("rate", "4537-7"),
    names: ["esr", "erythrocyte sed(?:imentation)?(?: rate)?", "sed(?:imentation)? rate"],
    mayHave: ["westergren", "automated", "modified", "esr"],
  },
  {
    code: "CRP",
    name: "C-reactive protein",
    workup: "ESR/CRP",
    unit: "mg/L",
    loinc: l("mass", "1988-5"),
    names: ["(?:hs )?crp", "c reactive protein", "c reaktives protein", "proteine c reactive"],
    mayHave: ["high sens(?:itivity|itive)?", "hs", "cardiac"],
  },
  {
    code: "FERRITIN",
    name: "Ferritin",
    workup: "ESR/CRP",
    unit: "ng/mL",
    loinc: l("mass", "2276-4"),
    names: ["ferritine?", "ferritina"],
  },
  {
    code: "HBA1C",
    name: "Haemoglobin A1c",
    workup: "ESR/CRP",
    unit: "%",
    loinc: l("rate", "4548-4"),
    names: [
      "hb ?a ?1 ?c",
      "hgb ?a ?1 ?c",
      "a1c",
      "ha?emoglobin a ?1 ?c",
      "(?:glycated|glycosylated) ha?emoglobin",
      "hba1c",
    ],
    mayHave: ["ha?emoglobin total", "ha?emoglobin", "ngsp", "ifcc", "mfr", "a1c"],
  },
  {
    code: "CTX",
    name: "C-terminal telopeptide of type I collagen",
    workup: "BTM",
    unit: "pg/mL",
    loinc: l("mass", "41171-0"),
    names: [
      "(?:s ?)?ctx(?: ?[1i])?",
      "(?:c|carboxy)(?: terminal)? ?telopeptides?",
      "(?:beta )?cross ?laps",
      "b ctx",
      "beta ctx",
    ],
    mayHave: [
      "c terminal",
      "beta",
      "cross linked",
      "of type (?:1|i) collagen",
      "collagen type (?:1|i)",
      "type (?:1|i) collagen",
      "collagen",
    ],
  },
  {
    code: "P1NP",
    name: "Procollagen type I N-terminal propeptide",
    workup: "BTM",
    unit: "ug/L",
    loinc: l("mass", "47255-3"),
    names: ["p[1i]np", "procollagen (?:type )?(?:1|i) (?:intact )?(?:n|amino) ?(?:terminal)?(?: propeptide)?"],
    mayHave: ["intact", "propeptide"],
  },
];

export const ANALYTES = Object.fromEntries(ENTRIES.map((entry) => [entry.code, entry])) as Record<
  Analyte,
  AnalyteEntry
>;

/** Specimen, method and form words that leave open what was measured; LOINC long and short forms, six languages. */
const NEUTRAL = [
  "serum|seric[oa]|serique|suero|siero|soro|plasma|plasmatique|blood|bld|blda|bldv|blut|sang|sangre|sangue|bloed",
  "ser|plas|serpl|serplbld|wb|s|p|b",
  "mcnc|scnc|ccnc|acnc|cnc|mass|volume|vol|moles?|substance|concentration|conc|catalytic|enzymatic|activity|units?|arbitrary",
  "in|or|and|of|by|im|en|de|du|la|le|the|total[ei]?|tot|totaal|gesamt|level|lvl|levels|test|assay|measurement|result|value",
  "quantitative|quant|qn|automated|auto|method|venous|capillary|random|fasting|am|morning|poc|i ?stat|recent|latest|last",
  "ia|immunoassay|eclia|clia|cmia|ecl|ms|lc|lcms|msms|tandem|mass spec(?:trometry)?",
];

/** LOINC codes of tests whose names look like one of ours: urine, ratios, 1,25-(OH)2-D, free testosterone, fractions. */
const OTHER_TESTS: ReadonlySet<string> = new Set(
  (
    "2161-8 14683-7 35674-1 2164-2 9318-7 14959-1 32294-1 1754-1 14957-5 14338-8 17862-4 1992-7 " +
    "1649-3 62290-2 2991-8 1968-7 1971-1 48643-1 88293-6 88294-4"
  ).split(" "),
);

/** Words that make it another test even where a code of ours stands in the row. */
const OTHER_SPECIMEN = /\b(?:urine?|urinary|ur|ratio|clearance|csf|fluid|stool|1 25)\b/;

const whole = (patterns: readonly string[]) =>
  new RegExp(`(?<![\\p{L}\\p{N}])(?:${patterns.join("|")})(?![\\p{L}\\p{N}])`, "gu");

const MATCHERS = ENTRIES.map((entry) => ({
  code: entry.code,
  names: whole(entry.names),
  needed: (entry.with ?? []).map((pattern) => whole([pattern])),
  rest: whole([...(entry.mayHave ?? []), ...NEUTRAL]),
  never: entry.never && whole(entry.never),
}));

const BY_LOINC: ReadonlyMap<string, Analyte> = new Map(
  ENTRIES.flatMap((entry) => entry.loinc.map(({ code }) => [code, entry.code] as const)),
);

/** A unit or a range in brackets behind the name says nothing about what was measured. */
const BRACKETED_UNIT = /[([][^)\]]*(?:\/(?:d?l|ml|h|hr|d|24 ?h|min|1\.73)\b|%)[^)\]]*[)\]]/gi;

/** True when every word of the label is a name of the analyte or neutral, and all that the name needs is there. */
function covers(matcher: (typeof MATCHERS)[number], words: string): boolean {
  if (matcher.never && words.search(matcher.never) >= 0) return false;
  const open = [...words];
  const mark = (pattern: RegExp): boolean => {
    let found = false;
    for (const match of words.matchAll(pattern)) {
      found = true;
      open.fill(" ", match.index, match.index + match[0].length);
    }
    return found;
  };
  if (!mark(matcher.names) || !matcher.needed.every(mark)) return false;
  mark(matcher.rest);
  return open.every((letter) => letter === " ");
}

const remembered = new Map<string, Analyte | null>();

function byName(label: string): Analyte | null {
  const words = plainWords(label.replace(BRACKETED_UNIT, " "));
  if (words === "" || words.length > 200) return null;
  const before = remembered.get(words);
  if (before !== undefined) return before;
  const found = MATCHERS.filter((matcher) => covers(matcher, words));
  const code = found.length === 1 && found[0] ? found[0].code : null;
  if (remembered.size > 2000) remembered.clear();
  remembered.set(words, code);
  return code;
}

/**
 * Which analyte a label names; null when it names none, or more than one, or when words remain that could change it.
 * `loinc` is the code shown in the row, if any: it decides where the label says nothing (a panel name), and it never
 * overrules a label that names another test.
 */
export function analyteOf(label: string, loinc: string | null): Analyte | null {
  if (loinc !== null && OTHER_TESTS.has(loinc)) return null;
  const named = byName(label);
  const coded = loinc === null ? null : (BY_LOINC.get(loinc) ?? null);
  if (coded === null || coded === named) return named;
  return named === null && !OTHER_SPECIMEN.test(plainWords(label)) ? coded : null;
}
