import type { Coding } from "./resources";

const loinc = (code: string): Coding[] => [{ system: "http://loinc.org", code }];

/** LOINC of the two FRAX figures (RISK.md section 0). */
export const FRAX_MOF = loinc("90265-0");
export const FRAX_HIP = loinc("90266-8");

/**
 * One LOINC code for an item of the work-up list: only codes whose name is confirmed (CLINICAL.md section 3, marked *),
 * and only where one code stands for the item. The others go by their name alone.
 */
export const WORKUP: Readonly<Record<string, Coding[]>> = {
  VITD: loinc("1989-3"),
  CA: loinc("17861-6"),
  ALB: loinc("1751-7"),
  PHOS: loinc("2777-1"),
  ALP: loinc("6768-6"),
  CREAT: loinc("2160-0"),
  CBC: loinc("57021-8"),
  TSH: loinc("3016-3"),
  TESTO: loinc("2986-8"),
  PTH: loinc("2731-8"),
  UCA24: loinc("6874-2"),
  TTG: loinc("46128-5"),
  MG: loinc("19123-9"),
  DXA: loinc("38268-9"),
};

/** Items that are no service to ask for: a calculation, questions to the patient. */
export const NO_SERVICE: readonly string[] = ["FRAX", "FALLS", "HEIGHT"];
