import type { SafetyRule } from "../rule";
import { DUPLICATE_SAFETY } from "./duplicates";
import { ESOPHAGUS_SAFETY } from "./esophagus";
import { KIDNEY_SAFETY } from "./kidney";
import { MINERAL_SAFETY } from "./mineral";
import { PERSON_SAFETY } from "./person";
import { VESSEL_SAFETY } from "./vessels";

/** Every rule that takes drugs away (CLINICAL.md 4.2). */
export const SAFETY_RULES: readonly SafetyRule[] = [
  ...KIDNEY_SAFETY,
  ...MINERAL_SAFETY,
  ...ESOPHAGUS_SAFETY,
  ...VESSEL_SAFETY,
  ...PERSON_SAFETY,
  ...DUPLICATE_SAFETY,
];
