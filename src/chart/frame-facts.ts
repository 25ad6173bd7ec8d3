import type {
  Allergy,
  BmdResult,
  Fracture,
  FraxResult,
  LabResult,
  ListSeen,
  Medication,
  Menopause,
  Problem,
  Rejection,
  Sex,
} from "./chart";
import type { Instant, IsoDate, PartialDate, Sourced } from "./evidence";

/** What one patient banner says; a field it does not show is null. */
export interface PatientIdentity extends Sourced {
  /** First name first, as spelt on the page. */
  name: string | null;
  birthDate: IsoDate | null;
  /** Whole years, as shown. */
  age: number | null;
  sex: Sex | null;
  mrn: string | null;
  /** What is compared of the number that the page calls the medical record number; see `recordNumberOf`. */
  recordNumber: string | null;
}

/** One statement about something a patient has only one of; several statements may contradict each other. */
export interface Statement<T> extends Sourced {
  value: T;
  date: PartialDate | null;
}

export interface Vital extends Sourced {
  kind: "weight" | "height" | "bmi";
  value: number;
  /** As shown; null when the page shows none. */
  unit: string | null;
  date: PartialDate | null;
}

/** Everything one frame says, in the words of the field. Plain JSON: it is kept in `storage.session`. */
export interface FrameFacts {
  frame: number;
  url: string;
  top: boolean;
  seenAt: Instant;
  /** Usually one; none in a frame that shows a list only; two when two patients are on screen. */
  identities: PatientIdentity[];
  labs: LabResult[];
  medications: Medication[];
  dxa: BmdResult[];
  frax: FraxResult[];
  problems: Problem[];
  fractures: Fracture[];
  allergies: Allergy[];
  vitals: Vital[];
  fractureHistory: Statement<"documented" | "none">[];
  smoking: Statement<"current" | "former" | "never">[];
  alcoholDrinksPerDay: Statement<number>[];
  menopause: Statement<Menopause>[];
  parentHipFracture: Statement<boolean>[];
  fallsLastYear: Statement<number>[];
  heightLossCm: Statement<number>[];
  lastDentalExam: Statement<PartialDate | "none">[];
  plannedBoneDrug: Statement<boolean>[];
  radiusIndicated: Statement<boolean>[];
  seen: ListSeen[];
  rejected: Rejection[];
}

export function emptyFacts(frame: number, url: string, top: boolean, seenAt: Instant): FrameFacts {
  return {
    frame,
    url,
    top,
    seenAt,
    identities: [],
    labs: [],
    medications: [],
    dxa: [],
    frax: [],
    problems: [],
    fractures: [],
    allergies: [],
    vitals: [],
    fractureHistory: [],
    smoking: [],
    alcoholDrinksPerDay: [],
    menopause: [],
    parentHipFracture: [],
    fallsLastYear: [],
    heightLossCm: [],
    lastDentalExam: [],
    plannedBoneDrug: [],
    radiusIndicated: [],
    seen: [],
    rejected: [],
  };
}
