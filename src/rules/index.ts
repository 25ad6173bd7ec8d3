import { NOTE_RULES } from "./notes";
import type { Rule } from "./rule";
import { SAFETY_RULES } from "./safety";
import { TIER_RULES } from "./tier/placement";
import { WORKUP_RULES } from "./workup";

export { assess } from "./assess";
export type * from "./assessment";
export { openMarks } from "./marks";

/** Every rule there is: the only list. One id may stand for several rules that share their source's number. */
export const RULES: readonly Rule[] = [...TIER_RULES, ...WORKUP_RULES, ...SAFETY_RULES, ...NOTE_RULES];
