import type { WorkupRule } from "../rule";
import { EVERYONE_RULES } from "./everyone";
import { VISIT_RULES } from "./imaging-and-visits";
import { TRIGGERED_RULES } from "./triggered";

/** Every item of work-up (CLINICAL.md section 3). */
export const WORKUP_RULES: readonly WorkupRule[] = [...EVERYONE_RULES, ...VISIT_RULES, ...TRIGGERED_RULES];
