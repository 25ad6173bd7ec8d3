import type { Evidence, IsoDate, PagePlace, PartialDate, Sourced } from "./evidence";
import type { Fact } from "./fact";

export type Sex = "female" | "male";
export type Menopause = "pre" | "peri" | "post";

/** Codes of CLINICAL.md section 3; where one row of that table holds several tests, the finer code. */
export type Analyte =
  | "VITD"
  | "CA"
  | "CA_ION"
  | "CA_CORR"
  | "ALB"
  | "PHOS"
  | "ALP"
  | "CREAT"
  | "EGFR"
  | "ALT"
  | "AST"
  | "GGT"
  | "BILI"
  | "HGB"
  | "TSH"
  | "TESTO"
  | "PTH"
  | "UCA24"
  | "SPEP"
  | "FLC"
  | "TTG"
  | "IGA"
  | "CORTISOL"
  | "ESTRADIOL"
  | "FSH"
  | "LH"
  | "PROLACTIN"
  | "MG"
  | "ESR"
  | "CRP"
  | "FERRITIN"
  | "HBA1C"
  | "BALP"
  | "CTX"
  | "P1NP";

export type Comparator = "<" | "<=" | ">" | ">=";
export type Flag = "low" | "high" | "abnormal";
export type ResultStatus = "final" | "pending" | "cancelled" | "corrected";

export interface Quantity {
  value: number;
  unit: string;
}

/** A result is either a number with what was printed around it, or text ("pending", "see note"). */
export type ResultValue =
  | {
      kind: "number";
      comparator: Comparator | null;
      value: number;
      /** As shown; null when the page shows none. */
      unit: string | null;
      /** In the unit of CLINICAL.md section 3; null when the unit is unknown or not convertible. */
      canonical: Quantity | null;
    }
  | { kind: "text"; text: string };

/** The laboratory's own reference range, in the unit of the result. */
export interface ReferenceRange {
  low: number | null;
  high: number | null;
}

export interface LabResult extends Sourced {
  analyte: Analyte;
  label: string;
  loinc: string | null;
  result: ResultValue;
  range: ReferenceRange | null;
  flag: Flag | null;
  status: ResultStatus | null;
  date: PartialDate | null;
}

export type MedicationStatus = "active" | "stopped" | "planned" | "unknown";
export type Route =
  | "oral"
  | "iv"
  | "im"
  | "sc"
  | "inhaled"
  | "nasal"
  | "topical"
  | "ophthalmic"
  | "intra-articular"
  | "rectal"
  | "transdermal";

export interface Medication extends Sourced {
  /** Generic name, lower case. */
  ingredient: string;
  label: string;
  rxnorm: string | null;
  status: MedicationStatus;
  route: Route | null;
  /** Average over the schedule (70 mg weekly: 10); null when the instructions do not settle it. */
  dosePerDayMg: number | null;
  /** Systemic glucocorticoids only (CLINICAL.md 4.4). */
  prednisoneMgPerDay: number | null;
  asNeeded: boolean;
  /** Given as adrenal replacement (GC-REPL); null when not stated. */
  replacement: boolean | null;
  start: PartialDate | null;
  stop: PartialDate | null;
  lastGiven: PartialDate | null;
}

/** LS lumbar spine, FN femoral neck, TH total hip, R33 33 % radius; any other region as the report names it. */
export type BmdSite = "LS" | "FN" | "TH" | "R33" | (string & {});

export interface BmdResult extends Sourced {
  site: BmdSite;
  side: "left" | "right" | null;
  t: number | null;
  z: number | null;
  /** g/cm². */
  bmd: number | null;
  maker: string | null;
  date: PartialDate | null;
  /** The report quotes an earlier exam. */
  prior: boolean;
}

/** A FRAX result printed, typed or read back; never computed here (RISK.md section 0). Percent, 10 years. */
export interface FraxResult extends Sourced {
  mof: number | null;
  hip: number | null;
  mofComparator: Comparator | null;
  hipComparator: Comparator | null;
  withBmd: boolean | null;
  model: string | null;
  country: string | null;
  /** FRAX was run with glucocorticoids = yes. */
  glucocorticoidsTicked: boolean | null;
  /** The printed figures already carry the dose adjustment: never adjust twice. */
  glucocorticoidAdjusted: boolean | null;
  date: PartialDate | null;
}

export interface Problem extends Sourced {
  /** Code of src/terminology/conditions; null when the entry is none that a rule needs. */
  condition: string | null;
  label: string;
  status: "active" | "inactive" | "resolved" | null;
  date: PartialDate | null;
  negated: boolean;
}

export interface Fracture extends Sourced {
  site: string;
  date: PartialDate | null;
  trauma: "low" | "high" | null;
  /** Happened while on an osteoporosis drug (T-VH2). */
  onTherapy: boolean | null;
  /** Happened while on a drug that harms bone (T-VH4). */
  onHarmDrug: boolean | null;
  label: string;
}

export interface Allergy extends Sourced {
  label: string;
  ingredient: string | null;
  reaction: string | null;
}

export type ListKind =
  | "labs"
  | "medications"
  | "problems"
  | "dxa"
  | "vitals"
  | "social"
  | "notes"
  | "dental"
  | "allergies";

/** A list that was really on screen. Only what was seen may be called missing. */
export interface ListSeen {
  kind: ListKind;
  /** true: the page says it shows everything; false: it says filtered or paged; null: it does not say. */
  complete: boolean | null;
  place: PagePlace | null;
}

export interface Identity {
  name: Fact<string>;
  birthDate: Fact<IsoDate>;
  /** Whole years on the day of reading. */
  age: Fact<number>;
  sex: Fact<Sex>;
  mrn: Fact<string>;
}

/** A value that was seen but cannot be true or cannot be used; reported, never silently dropped. */
export interface Rejection {
  path: string;
  reason: string;
  evidence?: Evidence;
}

/** Everything known about the one patient on screen. */
export interface Chart {
  patient: Identity;
  menopause: Fact<Menopause>;
  weightKg: Fact<number>;
  heightCm: Fact<number>;
  bmi: Fact<number>;
  labs: LabResult[];
  medications: Medication[];
  dxa: BmdResult[];
  frax: FraxResult[];
  problems: Problem[];
  fractures: Fracture[];
  /** "none": the chart says that there was no fracture; an empty list alone never means that. */
  fractureHistory: Fact<"documented" | "none">;
  allergies: Allergy[];
  smoking: Fact<"current" | "former" | "never">;
  alcoholDrinksPerDay: Fact<number>;
  parentHipFracture: Fact<boolean>;
  fallsLastYear: Fact<number>;
  heightLossCm: Fact<number>;
  /** Date of the last dental exam; "none" when the chart says there was none. */
  lastDentalExam: Fact<PartialDate | "none">;
  /** A bone drug is about to start. */
  plannedBoneDrug: Fact<boolean>;
  /** The radius had to be measured (no valid hip or spine, hyperparathyroidism, too obese for the table). */
  radiusIndicated: Fact<boolean>;
  seen: ListSeen[];
  rejected: Rejection[];
}
