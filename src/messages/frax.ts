import type { FormPlan } from "../risk/frax-form";
import type { FraxField, FraxInput } from "../risk/frax-input";
import type { FraxInputs } from "../risk/frax-inputs";
import type { PageReading, ReadBack } from "../risk/frax-read-back";
import type { CalculatorId } from "../sources/frax-models";

export type { FormControl, FormPlan, FormStep } from "../risk/frax-form";
export type { CalculatorId, FraxField, FraxInput, FraxInputs, PageReading, ReadBack };

/** What the fill script tells of the calculator's page. Types only: content/ imports this file. */
export type FraxPageMessage =
  /** The script is in place and asks what to do. */
  | { kind: "frax-page"; event: "ready" }
  /** Values stand in the form and were read back from it; `left`: rows as the page had them. */
  | { kind: "frax-page"; event: "filled"; build: string; filled: string[]; left: string[] }
  /** No known form, another language, or something already stands in it: nothing was filled. */
  | { kind: "frax-page"; event: "unknown-form" | "other-language" | "in-use" }
  /** The page did not keep these values; `cleared`: what was filled is out of it again. */
  | { kind: "frax-page"; event: "not-kept"; fields: string[]; cleared: boolean }
  /** The page shows figures. */
  | { kind: "frax-page"; event: "figures"; reading: PageReading }
  /** The form was changed after its figures appeared. */
  | { kind: "frax-page"; event: "edited" }
  /** The user wants the chart's tab back. */
  | { kind: "frax-page"; event: "back" };

/** What the panel beside the form says. All words come from the worker. */
export interface FraxPanel {
  tone: "go" | "stop" | "done";
  title: string;
  lines: string[];
  /** Offers the way back to the chart. */
  back: boolean;
}

/** The worker's answer to "ready": what to fill, or only to watch for figures. */
export interface FraxOrders {
  plans: FormPlan[];
  fill: boolean;
  panel: FraxPanel;
}

/** Worker to the fill script: the values are not this patient's any more; they go out of the form. */
export interface FraxWithdraw {
  kind: "frax-withdraw";
  panel: FraxPanel;
}

/** Where filling in the calculator stands, in `storage.session` under `fraxFillKey(tabId)` of the chart's tab. */
export interface FraxFill {
  id: string;
  /** The patient's stay on screen that the values belong to. */
  visit: string;
  calculator: CalculatorId;
  model: number;
  calculatorTab: number;
  state: FraxFillState;
}

export type FraxFillState =
  | { is: "open" }
  | { is: "filled"; filled: string[]; left: string[] }
  /** Nothing is filled: the values have to be copied. */
  | { is: "not-filled"; words: string }
  /** Figures that agree with the chart's values wait for the clinician. */
  | { is: "read"; figures: ReadBack }
  /** The page shows figures that are not taken over. */
  | { is: "refused"; words: string }
  | { is: "stored" }
  | { is: "ended"; words: string };

export function fraxFillKey(tabId: number): string {
  return `frax-fill:${tabId}`;
}
