/** What a drug means to the rules. One drug may carry several. */
export type DrugClass =
  | "bisphosphonate"
  | "denosumab"
  | "pth-analogue"
  | "romosozumab"
  | "serm"
  | "estrogen"
  | "calcitonin"
  | "glucocorticoid"
  | "mineralocorticoid"
  | "aromatase-inhibitor"
  | "adt"
  | "anticonvulsant"
  | "ppi"
  | "h2-blocker"
  | "ssri"
  | "thiazolidinedione"
  | "sglt2-inhibitor"
  | "heparin"
  | "thyroid-hormone"
  | "loop-diuretic"
  | "thiazide"
  | "depot-progestin"
  | "calcineurin-inhibitor"
  | "anabolic-steroid"
  | "cardiac-glycoside"
  | "other-harm";

/** One ingredient with every name a chart may print for it. */
export interface Drug {
  /** Generic name, lower case, US spelling. */
  ingredient: string;
  /** Generic synonyms and spellings, salts excluded. */
  names: string[];
  brands: string[];
  /** Only codes confirmed in CLINICAL.md 4; most drugs have none there: match on names first. */
  rxnorm: string[];
  classes: DrugClass[];
  /** Brands of the high-dose oncology product, not the osteoporosis dose (CLINICAL.md 4.1, D13). */
  oncologyBrands?: string[];
}
