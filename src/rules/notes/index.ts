import type { NoteRule } from "../rule";
import { CAROC_NOTES } from "./caroc";
import { FRAX_NOTES } from "./frax";
import { LIFESTYLE_NOTES } from "./lifestyle";
import { MONITORING_NOTES } from "./monitoring";
import { SCOPE_NOTES } from "./scope";
import { SECONDARY_NOTES } from "./secondary";
import { SPECIAL_NOTES } from "./special";
import { STEROID_NOTES } from "./steroids";
import { THERAPY_NOTES } from "./therapy";

/** Every rule that only speaks. */
export const NOTE_RULES: readonly NoteRule[] = [
  ...SPECIAL_NOTES,
  ...FRAX_NOTES,
  ...CAROC_NOTES,
  ...STEROID_NOTES,
  ...SECONDARY_NOTES,
  ...THERAPY_NOTES,
  ...MONITORING_NOTES,
  ...LIFESTYLE_NOTES,
  ...SCOPE_NOTES,
];
