import type { BmdResult, Comparator, FraxResult, Identity, ListKind, Quantity, Rejection } from "../chart/chart";
import type { Evidence, IsoDate, PartialDate } from "../chart/evidence";
import type { Typing } from "../chart/typed-fact";
import type { PolicyDifference } from "./policy";
import type { Truth } from "./truth";

export type Tier = "LOW" | "MODERATE" | "HIGH" | "VERY_HIGH" | "INDETERMINATE" | "NOT_APPLICABLE";
export type BmdCategory =
  | "normal"
  | "osteopenia"
  | "osteoporosis"
  | "within-expected-for-age"
  | "below-expected-for-age";

/** Rule ids of CLINICAL.md: S…, T-…, X…, D…, W-…, M-…, GC-…, IN-RANGE. */
export type RuleId = string;

/** Nobody has approved any rule: there is no such state (TRUST.md). */
export type ReviewStatus = "pending-clinician-review" | "unconfirmed";

/** A sentence or table a statement rests on. */
export interface SourceRef {
  /** Key in src/sources. */
  id: string;
  /** Short name with year, as shown: "Source article, 2025", "ACR 2022". */
  label: string;
  /** The sentence as the source has it; null where only its sense is at hand. */
  sentence: string | null;
  url: string | null;
  date: PartialDate | null;
}

/** Something a statement needed and did not have. */
export interface Gap {
  /** "vitamin D", "FRAX hip" … in words. */
  what: string;
  /** not-seen: its list has not been on screen; none-in-window: the list was read and holds none; stale: only older ones;
   * pending: ordered, no final result; conflicting: two values; unusable: there, but without unit or impossible;
   * not-stated: what it belongs to is there and does not say it; unconfirmed: a default of the product that no source confirms stood in for it. */
  why: "not-seen" | "none-in-window" | "stale" | "pending" | "conflicting" | "unusable" | "not-stated" | "unconfirmed";
  /** What the answer was taken to be meanwhile, in words; null when nothing was assumed. */
  assumed: string | null;
}

export type FindingGroup =
  | "tier"
  | "missing"
  | "option"
  | "avoid"
  | "monitoring"
  | "disagreement"
  | "lifestyle"
  | "note";

/** CDS Hooks 2.0 card. */
export interface Card {
  uuid: string;
  /** Under 140 characters. */
  summary: string;
  detail?: string;
  indicator: "info" | "warning" | "critical";
  source: { label: string; url?: string; topic?: { code: string; system: string; display: string } };
  suggestions?: { label: string; uuid?: string; isRecommended?: boolean }[];
  selectionBehavior?: "at-most-one" | "any";
  overrideReasons?: { code: string; system: string; display: string }[];
}

/** One statement of the tool, with everything that lets a clinician check it. */
export interface Finding {
  /** Stable within an assessment: rule id, and what it is about where a rule speaks more than once ("D1:alendronate"). */
  id: string;
  rule: RuleId;
  group: FindingGroup;
  /** The rule in plain words: when it holds and what it then says. */
  rationale: string;
  card: Card;
  evidence: Evidence[];
  gaps: Gap[];
  sources: SourceRef[];
  /** Names of settings it rests on that are not at their default; left out where all are. */
  settings?: string[];
  reviewStatus: ReviewStatus;
}

/** An item of work-up that is not there. */
export interface MissingItem {
  /** VITD, CA, … DXA, FRAX, DENTAL (CLINICAL.md section 3). */
  code: string;
  label: string;
  reason: string;
  why: Exclude<Gap["why"], "not-stated" | "unconfirmed">;
  /** Months looked back. */
  lookBackMonths: number | null;
  last: { text: string; date: PartialDate | null; evidence: Evidence } | null;
  triggered: boolean;
  finding: string;
}

/** An option in order; `drug` null: a step that comes before any drug. */
export interface Suggestion {
  drug: string | null;
  text: string;
  rule: RuleId;
  /** Dose and duration as labelled, and which label that is. */
  use: string[];
  /** Reasons for that lie in this patient. */
  pros: string[];
  /** Cautions and reasons against. */
  cons: string[];
  /** What must be done first. */
  first: string[];
  /** Finding ids that explain it. */
  findings: string[];
}

export interface Avoided {
  drug: string;
  reason: string;
  rule: RuleId;
  finding: string;
}

export interface Alert {
  rule: RuleId;
  level: "info" | "warning" | "critical";
  text: string;
  finding: string;
}

/** How far a figure is from the threshold that decides. */
export interface Distance {
  what: string;
  value: Quantity;
  threshold: Quantity;
  met: boolean;
  /** "(just below)", "at the threshold" …; null when clear. */
  note: string | null;
  /** Where the figure was read. */
  evidence: Evidence[];
}

/** What is asked for where an answer needs a figure or a date that only the clinician knows. */
export type AnswerForm = "frax" | "bone-density" | "fracture" | "fracture-date" | "steroid";

/** An unknown whose answer would change the result. */
export interface DecisiveQuestion {
  id: string;
  question: string;
  answers: {
    label: string;
    /** What the answer says; with a form, an example of it that only serves to see where it would lead. */
    fact: Typing;
    form: AnswerForm | null;
    leadsTo: { tier: Tier; sourceThresholdMet: boolean; firstSuggestion: string | null };
  }[];
}

/** Something to show on the page itself: on the text it was read from, or beside the list that lacks it. */
export interface PageMark {
  rule: RuleId;
  /** The finding whose answer takes the mark away; null for what only shows what was used. */
  finding: string | null;
  tone: "warning" | "used";
  /** What the mark means, in words. */
  text: string;
  at: { evidence: Evidence } | { list: ListKind; label: string };
}

/** Dated values over time, oldest first; what carries no date cannot be placed and is left out. */
export interface Series {
  /** Per site, hip and spine first; figures quoted from earlier exams are among them. */
  tScores: { site: string; points: { date: PartialDate; t: number; evidence: Evidence }[] }[];
  vitaminD: {
    date: PartialDate;
    value: number;
    unit: "ng/mL";
    comparator: Comparator | null;
    evidence: Evidence;
  }[];
}

export interface Assessment {
  asOf: IsoDate;
  patient: Identity;
  tier: Tier;
  /** The tier rests on an assumption (T-P1); the assumptions are findings of group "tier" with gaps. */
  provisional: boolean;
  bmdCategory: BmdCategory | null;
  /** The measurement the category rests on. */
  decidingBmd: BmdResult | null;
  /** S6/S9 after S10 only, independent of the tier; unknown without a FRAX that settles it. */
  sourceThresholdMet: Truth;
  frax: {
    raw: FraxResult | null;
    /** After S10; equal to raw when no adjustment applies; null when FRAX cannot be used. */
    used: { mof: number | null; hip: number | null; adjusted: boolean } | null;
    /** Why a printed FRAX is not used or to be read with care, in words. */
    notes: string[];
  };
  /** One line: what decided the tier. */
  headline: string;
  distances: Distance[];
  missing: MissingItem[];
  suggest: Suggestion[];
  avoid: Avoided[];
  alerts: Alert[];
  /** Every statement, in the order it should be read. */
  findings: Finding[];
  ruleIds: RuleId[];
  questions: DecisiveQuestion[];
  /** Which lists were on screen. */
  lookedAt: { kind: ListKind; seen: boolean; complete: boolean | null }[];
  series: Series;
  rejected: Rejection[];
  /** Settings that are not at their default. */
  settings: PolicyDifference[];
  /** What is to be marked on the page; badges of what is missing are made of `missing` (openMarks). */
  marks: PageMark[];
}
