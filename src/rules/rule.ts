import type { SourceId } from "../sources";
import type { FindingGroup, ReviewStatus, RuleId, Tier } from "./assessment";
import type { Question } from "./reader";
import type { Truth } from "./truth";

export type Level = "info" | "warning" | "critical";

interface About {
  id: RuleId;
  title: string;
  /** When it holds, in plain words. */
  when: string;
  /** What it then says, in plain words. */
  output: string;
  sources: readonly [SourceId, ...SourceId[]];
  reviewStatus: ReviewStatus;
  /** It holds for every patient: a text with a place in the product. */
  always?: true;
  /** Whether it holds; every rule can be asked, whatever its kind. */
  holds: Question<Truth>;
}

/** One statement a rule makes: a line, and more where a line is not enough. */
export interface Saying {
  summary: string;
  detail?: string;
  level?: Level;
  /** What may be considered, each an answer of its own. */
  suggestions?: readonly string[];
}

/** What a firing tier rule rests on: FRAX and bone density may be missing or old, a fracture or a dose is a fact. */
export type Basis = "fracture" | "dose" | "bmd" | "frax" | "population";

/** Places the patient in a tier (CLINICAL.md 5.3). */
export interface TierRule extends About {
  kind: "tier";
  tier: Tier;
  basis: Basis;
  says: Question<string>;
}

/** An item of work-up that should be there (CLINICAL.md section 3). */
export interface WorkupRule extends About {
  kind: "workup";
  code: string;
  label: string;
  /** Tier-2 items, asked for by a finding; the others are for everyone. */
  triggered: boolean;
  lookBackMonths: Question<number | null>;
  reason: Question<string>;
}

/** Takes drugs away from the options (CLINICAL.md 4.2). */
export interface SafetyRule extends About {
  kind: "safety";
  drugs: Question<readonly string[]>;
  reason: Question<string>;
  /** Holds for the patient whether or not a drug is considered; the others speak only when one is. */
  standing: boolean;
}

/** Says something: an alert, a note, a disagreement, a reminder. */
export interface NoteRule extends About {
  kind: "note";
  group: FindingGroup;
  level: Level;
  /** Also shown among the alerts. */
  alert: boolean;
  says: Question<Saying>;
}

export type Rule = TierRule | WorkupRule | SafetyRule | NoteRule;

const PENDING: ReviewStatus = "pending-clinician-review";

type Given<R extends Rule> = Omit<R, "kind" | "reviewStatus"> & { unconfirmed?: true };

function reviewed<G extends { unconfirmed?: true }>({ unconfirmed, ...rest }: G) {
  return { ...rest, reviewStatus: unconfirmed ? ("unconfirmed" as const) : PENDING };
}

export const tierRule = (given: Given<TierRule>): TierRule => ({ kind: "tier", ...reviewed(given) });
export const workupRule = (given: Given<WorkupRule>): WorkupRule => ({ kind: "workup", ...reviewed(given) });
export const safetyRule = (given: Given<SafetyRule>): SafetyRule => ({ kind: "safety", ...reviewed(given) });
export const noteRule = (given: Given<NoteRule>): NoteRule => ({ kind: "note", ...reviewed(given) });
