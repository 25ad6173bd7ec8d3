import type { Evidence, Instant, PagePlace, PartialDate } from "./evidence";

/** Fields of a case's `input` (FORMATS.md), and the few facts that a case has no field for. */
export type TypedInput = Readonly<Record<string, unknown>>;

/** The part of a chart a read entry stands in. */
export type ReadIn =
  | "labs"
  | "medications"
  | "dxa"
  | "frax"
  | "problems"
  | "fractures"
  | "allergies"
  | "menopause"
  | "weightKg"
  | "heightCm"
  | "bmi"
  | "fractureHistory"
  | "smoking"
  | "alcoholDrinksPerDay"
  | "parentHipFracture"
  | "fallsLastYear"
  | "heightLossCm"
  | "lastDentalExam"
  | "plannedBoneDrug"
  | "radiusIndicated";

/** One entry of the chart by what it says, so that it is known again wherever and however often it is shown. */
export interface ReadEntry {
  in: ReadIn;
  /** What tells it from others of its kind; null where it does not say. */
  key: readonly (string | number | boolean | null)[];
}

/** Where a read value stands, as its evidence has it. */
export interface ReadAt {
  place: PagePlace;
  text: string;
}

/** What is typed of a fracture that was read without it. */
export interface FractureAmendment {
  trauma?: "low" | "high";
  date?: PartialDate;
}

/** What is typed of a drug that was read without it. */
export interface MedicationAmendment {
  start?: PartialDate;
  route?: "oral";
  /** Systemic glucocorticoids only. */
  prednisoneMgPerDay?: number;
}

/** What the clinician says of the patient. Plain JSON. */
export type Typing =
  /** Values: a single fact replaces the chart's, an entry of a list is added. */
  | { kind: "values"; input: TypedInput; instead?: ReadEntry[] }
  /** What was read is not so: it is left out. */
  | { kind: "not-so"; of: ReadEntry[] }
  | { kind: "fracture"; of: ReadEntry; fracture: FractureAmendment }
  | { kind: "medication"; of: ReadEntry; medication: MedicationAmendment };

/** Something a clinician typed; it holds for this patient in this tab until it is undone. */
export interface TypedFact {
  id: string;
  typedAt: Instant;
  /** What it says, in words: "FRAX: MOF 12 %, hip 2.1 %". */
  about: string;
  says: Typing;
}

/** A typed fact as it is listed: with what the chart says instead, or why it is not used. */
export interface TypedShown {
  id: string;
  typedAt: Instant;
  about: string;
  kind: Typing["kind"];
  /** What the chart said of it, left out while the typed fact stands. */
  instead: Evidence[];
}
