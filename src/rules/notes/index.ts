import type { NoteRule } from "../rule";
import { ADHERENCE_NOTES } from "./adherence";
import { BEYOND_FRAX_NOTES } from "./beyond-frax";
import { CAROC_NOTES } from "./caroc";
import { DENTAL_NOTES } from "./dental";
import { DISAGREEMENT_NOTES } from "./disagreements";
import { DRUG_WARNING_NOTES } from "./drug-warnings";
import { DXA_INTERVAL_NOTES } from "./dxa-interval";
import { FOLLOW_ON_NOTES } from "./follow-on";
import { FRAX_NOTES } from "./frax";
import { LIFESTYLE_NOTES } from "./lifestyle";
import { LONG_USE_NOTES } from "./long-use";
import { SCOPE_NOTES } from "./scope";
import { SECONDARY_NOTES } from "./secondary";
import { SOURCE_OPTION_NOTES } from "./source-options";
import { SPECIAL_NOTES } from "./special";
import { STEROID_NOTES } from "./steroids";

/** Every rule that only speaks. */
export const NOTE_RULES: readonly NoteRule[] = [
  ...SPECIAL_NOTES,
  ...FRAX_NOTES,
  ...BEYOND_FRAX_NOTES,
  ...CAROC_NOTES,
  ...STEROID_NOTES,
  ...SECONDARY_NOTES,
  ...SOURCE_OPTION_NOTES,
  ...DISAGREEMENT_NOTES,
  ...DENTAL_NOTES,
  ...FOLLOW_ON_NOTES,
  ...LONG_USE_NOTES,
  ...DRUG_WARNING_NOTES,
  ...DXA_INTERVAL_NOTES,
  ...ADHERENCE_NOTES,
  ...LIFESTYLE_NOTES,
  ...SCOPE_NOTES,
];
