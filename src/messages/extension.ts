import type { Rejection } from "../chart/chart";
import type { PagePlace } from "../chart/evidence";
import type { Assessment } from "../rules/assessment";
import type { RuleRow } from "../rules/table";

/** From the extension's own pages (sidebar, popup, options) to the worker. */
export type ExtensionMessage =
  /** A sidebar frame introduces itself; `nonce` comes from its address and says which tab it belongs to. */
  | { kind: "sidebar-hello"; nonce: string }
  /** Scroll the chart to where a value was read, and mark it. */
  | { kind: "reveal"; tabId: number; place: PagePlace; text: string }
  /** Assess typed values: a case as FORMATS.md has it, without `asOf`. */
  | { kind: "assess-typed"; input: unknown; asOf: string }
  /** Is there a chart in this tab, is its site allowed? Asked by the popup. */
  | { kind: "tab-status"; tabId: number }
  /** Open or close the sidebar of a tab. */
  | { kind: "toggle-sidebar"; tabId: number }
  /** Give the keyboard back to the chart. */
  | { kind: "focus-page"; tabId: number }
  /** Forget everything read in this tab. */
  | { kind: "forget"; tabId: number }
  /** Every rule, with its source and review status. Asked by the options page. */
  | { kind: "rule-table" };

export interface ExtensionAnswers {
  "sidebar-hello": { tabId: number } | { refused: true };
  reveal: { found: "same" | "again" | "gone" };
  "assess-typed": { assessment: Assessment; rejected: Rejection[] } | { refused: string };
  "tab-status": { origin: string | null; allowed: boolean; chart: boolean };
  "toggle-sidebar": { open: boolean };
  "focus-page": { done: true };
  forget: { done: true };
  "rule-table": RuleRow[];
}
