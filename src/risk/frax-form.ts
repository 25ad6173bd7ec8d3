import type { FraxField } from "./frax-input";

/** A control of a web form. What is not there exactly once, or as often as said, is not the form that is known. */
export type FormControl =
  | { as: "text"; at: string }
  /** One radio button for each value. */
  | { as: "options"; at: Record<string, string> }
  /** Values "yes" and "no". */
  | { as: "checkbox"; at: string; nth: number }
  /** A select; values are those of its options. */
  | { as: "menu"; at: string }
  /** An input that opens a list of `[role=option]`; values are their texts. */
  | { as: "combobox"; at: string; nth: number };

/** Rows of the form beside the twelve inputs. */
export type FormField = FraxField | "continent" | "model" | "units" | "maker";

export interface FormStep {
  field: FormField;
  control: FormControl;
  /** Null: left as the page has it. */
  value: string | null;
  /** What stands beside the control, as a pattern; null where its selector names it. */
  says: string | null;
}

/** Where a figure stands: in the text of an element, or of the whole page; the pattern has one group. */
export interface Figure {
  at: string | null;
  pattern: string;
}

/** What the page script needs to fill one build of a form and to read its results. Structure and values, no medicine. */
export interface FormPlan {
  build: string;
  /** Selectors that must find exactly so many elements. */
  structure: { at: string; count: number }[];
  /** Words of the page in English: in another language nothing is filled. */
  words: string[];
  /** Fields for names and numbers: nothing is filled while one holds something. */
  empty: string[];
  steps: FormStep[];
  results: { mof: Figure; hip: Figure; t: Figure };
}

/** One known build of an official page, as data. */
export interface FraxForm extends Omit<FormPlan, "steps"> {
  /** When and how it was seen. */
  source: string;
  /** Parts of it are taken from scripts of others and not from the page itself. */
  reviewStatus: "unconfirmed";
  rows: Omit<FormStep, "value">[];
  /** How this page names the maker of the scanner, and the choice of a T-score. */
  makers: { tScore: string } & Record<"GE-Lunar" | "Hologic" | "Norland" | "DMS" | "Mindways-QCT", string>;
}

/** A probability as the pages print it: "12 %", "2.4%", "< 0.1 %". */
export const PERCENT = "(<?\\s*\\d{1,3}(?:[.,]\\d+)?)\\s*%";
/** The same where the percent sign stands elsewhere. */
export const NUMBER = "(<?\\s*\\d{1,3}(?:[.,]\\d+)?)";
export const T_SCORE = "T-score:?\\s*([-\\u2212]?\\s*\\d(?:[.,]\\d+)?)";
