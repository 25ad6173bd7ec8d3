import type { ListKind, Rejection } from "../chart/chart";
import type { PagePlace } from "../chart/evidence";
import type { ChartCase } from "../chart/to-case";
import type { ReadAt, Typing } from "../chart/typed-fact";
import type { FractureIndexInput } from "../risk/fracture-index";
import type { Assessment } from "../rules/assessment";
import type { Policy, PolicyDifference, PolicyRefusal } from "../rules/policy";
import type { RuleRow } from "../rules/table";
import type { CalculatorId } from "./frax";
import type { Placement } from "./placement";

/** From the extension's own pages (sidebar, popup, options) to the worker. */
export type ExtensionMessage =
  /** A sidebar frame introduces itself; `nonce` comes from its address and says which tab it belongs to. */
  | { kind: "sidebar-hello"; nonce: string }
  /** Scroll the chart to where a value was read, and mark it. */
  | { kind: "reveal"; tabId: number; place: PagePlace; text: string }
  /** Assess typed values: a case as FORMATS.md has it, without `asOf`. `seen`: the lists it states in full; without it all. */
  | { kind: "assess-typed"; input: unknown; asOf: string; seen?: ListKind[] }
  /** What the chart of this tab says, for the calculator to start from. */
  | { kind: "chart-case"; tabId: number }
  | { kind: "fracture-index"; input: FractureIndexInput }
  /** Is there a chart in this tab, is its site allowed? Asked by the popup. */
  | { kind: "tab-status"; tabId: number }
  /** Open or close the sidebar of a tab. */
  | { kind: "toggle-sidebar"; tabId: number }
  /** The page in the browser's own panel asks which tab it belongs to: the active one of its window. */
  | { kind: "panel-hello"; windowId: number }
  /** Put the sidebar elsewhere, for this tab's site; with nothing to change: where is it? */
  | { kind: "place-sidebar"; tabId: number; change: Partial<Pick<Placement, "side" | "fit">> }
  /** Give the keyboard back to the chart. */
  | { kind: "focus-page"; tabId: number }
  /** Something the clinician says of the patient; `instead`: what was read there does not hold any more. */
  | { kind: "type-fact"; tabId: number; visit: string; about: string; says: Typing; instead?: ReadAt }
  /** What was read there is not so. */
  | { kind: "leave-out"; tabId: number; visit: string; at: ReadAt }
  | { kind: "undo-typed"; tabId: number; visit: string; id: string }
  | { kind: "answer-finding"; tabId: number; visit: string; finding: string; code: string }
  | { kind: "unanswer-finding"; tabId: number; visit: string; finding: string }
  /** Open the official FRAX calculator with the chart's inputs; `model` is a country model's id. */
  | { kind: "frax-fill"; tabId: number; visit: string; calculator: CalculatorId; model: number }
  /** The figures read back from it are this patient's, or are not wanted. */
  | { kind: "frax-confirm"; tabId: number; visit: string; id: string }
  | { kind: "frax-discard"; tabId: number; visit: string; id: string }
  /** The settings of the rules: what holds, what to set (a whole policy), or back to the defaults. */
  | { kind: "policy" }
  | { kind: "set-policy"; settings: unknown }
  | { kind: "reset-policy" }
  /** Forget everything read in this tab. */
  | { kind: "forget"; tabId: number }
  /** Open the settings: a frame in a page of Firefox cannot. */
  | { kind: "open-options" }
  /** Every rule, with its source and review status. Asked by the options page. */
  | { kind: "rule-table" };

export interface ExtensionAnswers {
  "sidebar-hello": { tabId: number } | { refused: true };
  reveal: { found: "same" | "again" | "gone" };
  "assess-typed": { assessment: Assessment; rejected: Rejection[] } | { refused: string };
  "chart-case": (ChartCase & { seen: ListKind[] }) | { none: true };
  "fracture-index": { points: number; risk: { hip: number; vertebral: number; nonVertebral: number } | null };
  "tab-status": { origin: string | null; allowed: boolean; chart: boolean };
  "toggle-sidebar": { open: boolean };
  "panel-hello": { tabId: number } | { refused: true };
  "place-sidebar": Placement;
  "focus-page": { done: true };
  policy: PolicyInForce;
  "set-policy": PolicyInForce | { refused: PolicyRefusal[] };
  "reset-policy": PolicyInForce;
  "type-fact": Accepted;
  "leave-out": Accepted;
  "undo-typed": Accepted;
  "answer-finding": Accepted;
  "unanswer-finding": Accepted;
  "frax-fill": Accepted;
  "frax-confirm": Accepted;
  "frax-discard": Accepted;
  forget: { done: true };
  "open-options": { done: true };
  "rule-table": RuleRow[];
}

/** Taken, or not, and why not in words. */
export type Accepted = { done: true } | { refused: string };

export interface PolicyInForce {
  policy: Policy;
  /** What differs from the defaults. */
  differences: PolicyDifference[];
}
