import type { ListKind } from "../chart/chart";
import type { Instant } from "../chart/evidence";
import type { TypedShown } from "../chart/typed-fact";
import type { Assessment, Card, Suggestion } from "../rules/assessment";
import type { FraxInputs } from "./frax";

/**
 * What the sidebar of one tab shows. The worker keeps it in `storage.session` under `viewKey(tabId)`,
 * so that the sidebar survives the worker and hears of changes by `storage.onChanged`.
 */
export type TabView =
  /** The site is not allowed, or the page holds no chart. */
  | { state: "no-chart" }
  /** Said of "no chart" by the browser's own panel, which stands beside every site: this one is not allowed. */
  | { state: "not-allowed" }
  /** A chart is there; no patient or no list has been read yet, or the patient is just changing. */
  | { state: "reading" }
  /** Two patients are on screen: nothing of either is shown. */
  | { state: "two-patients" }
  /** A chart list is on screen, but nothing says whose it is. */
  | { state: "no-patient"; lists: ListKind[] }
  | ChartView
  | { state: "error"; trouble: Trouble };

/** The chart of one patient, assessed. */
export interface ChartView {
  state: "chart";
  assessment: Assessment;
  troubles: Trouble[];
  /** Names the patient's stay on screen: what is typed or answered is sent with it, and refused once it has changed. */
  visit: string;
  /** What was typed of this patient, in the order of typing. */
  typed: TypedShown[];
  /** What was answered to findings of this assessment, by finding id. */
  answers: Record<string, FindingAnswer>;
  /** What the official FRAX calculator asks for, as the chart gives it. */
  fraxInputs: FraxInputs;
}

/** What a clinician answered to a finding. */
export interface FindingAnswer {
  /** Code of HL7 non-adherence-reason-codes, as the card offers it. */
  code: string;
  at: Instant;
  /** How serious the finding was when it was answered: a more serious one is open again. */
  level: Card["indicator"];
}

/** An expected failure, in words for a clinician. */
export interface Trouble {
  code: "frame-unreadable" | "stale-frame" | "bad-message" | "storage-full" | "assessment-failed";
  text: string;
}

export function viewKey(tabId: number): string {
  return `view:${tabId}`;
}

/** A view as it is stored: the browser takes its text over many times faster than its objects. */
export const storedView = (view: TabView): string => JSON.stringify(view);

/** The view in what is stored; undefined where nothing is. */
export const viewIn = (stored: unknown): TabView | undefined =>
  typeof stored === "string" ? (JSON.parse(stored) as TabView) : undefined;

/** The id under which an option is answered: several options may rest on one finding. */
export function optionId({ rule, drug, text }: Pick<Suggestion, "rule" | "drug" | "text">): string {
  return `option:${rule}:${drug ?? text}`;
}
