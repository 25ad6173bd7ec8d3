import type { Comparator } from "../chart/chart";
import type { FormField, FormPlan } from "./frax-form";
import { FRAX_FIELDS, type FraxField } from "./frax-input";
import type { Neck } from "./frax-neck";
import type { FraxFigures } from "./steroid-adjustment";

/** What the page shows after Calculate: every row of the form, and the three figures as printed. */
export interface PageReading {
  build: string;
  values: Partial<Record<string, string | null>>;
  mof: string;
  hip: string;
  t: string | null;
  /** The first figures of this page, or both differ from those before. */
  fresh: boolean;
}

/** Figures that agree with what was filled in; the clinician still has to confirm them. */
export interface ReadBack extends FraxFigures {
  mof: number;
  hip: number;
  /** "< 0.1 %" is no 0.1 %: the sign is kept, as for figures of the chart (RISK.md 2.3). */
  mofComparator: Comparator | null;
  hipComparator: Comparator | null;
  t: number | null;
  /** The country model stands on the page and is the one that was chosen; otherwise only the page's address says it. */
  modelOnPage: boolean;
  /** Inputs that stand at "yes" on the page. */
  yes: FraxField[];
  /** Inputs the chart did not give and that were entered on the page: a value or "yes". */
  enteredThere: { field: FraxField; value: string }[];
  /** Inputs nobody answered: the calculator counts them as "no". */
  countedAsNo: FraxField[];
}

/** How far the echoed T-score may be from ours: the older page rounds to one decimal (RISK.md 2.2). */
const T_TOLERANCE = 0.05;
const EPSILON = 1e-9;

const number = (text: string): number | null => {
  const plain = text
    .replace(/\u2212/g, "-")
    .replace(/\s/g, "")
    .replace(",", ".");
  return /^-?\d+(\.\d+)?$/.test(plain) ? Number(plain) : null;
};

/** A probability as printed: "11", "2.7", "< 0.1". */
function probability(text: string): { value: number; comparator: Comparator | null } | null {
  const below = /^\s*</.test(text);
  const value = number(below ? text.replace("<", "") : text);
  return value === null || value < 0 || value > 100 ? null : { value, comparator: below ? "<" : null };
}

type Probability = NonNullable<ReturnType<typeof probability>>;

/** A hip fracture is a major fracture: its risk cannot be the higher one. */
const contradict = (mof: Probability, hip: Probability) =>
  hip.value > mof.value || (hip.value === mof.value && mof.comparator === "<" && hip.comparator === null);

function same(wanted: string, shown: string): boolean {
  const [a, b] = [number(wanted), number(shown)];
  if (a === null) return letters(wanted) === letters(shown);
  return b !== null && Math.abs(a - b) < EPSILON;
}

const letters = (text: string) => text.toLowerCase().replace(/[^a-z0-9]/g, "");

/** Why the figures are not taken over, in words. */
export type Refusal = { refused: string };

/** Holds what the page shows against what was filled in. Anything that does not agree refuses the figures. */
export function readBack(plans: readonly FormPlan[], neck: Neck | null, page: PageReading): ReadBack | Refusal {
  const plan = plans.find(({ build }) => build === page.build);
  if (!plan) return { refused: "The page is not the one that was filled in." };
  const shown = (field: FormField) => page.values[field] ?? "";
  const changed = plan.steps.filter(({ field, value }) => value !== null && !same(value, shown(field)));
  if (changed.length > 0)
    return {
      refused: `The page does not hold the chart's values any more: ${names(changed.map(({ field }) => field))}.`,
    };
  const [mof, hip] = [probability(page.mof), probability(page.hip)];
  if (mof === null || hip === null || contradict(mof, hip))
    return { refused: "The figures on the page could not be read." };
  const t = page.t === null ? null : number(page.t);
  const wrongT = disagreement(neck, t, shown("bmd"));
  if (wrongT) return { refused: wrongT };
  if (!page.fresh) return { refused: "The figures did not both change: they may be those of an earlier calculation." };
  const left = plan.steps.filter(({ field, value }) => value === null && isInput(field));
  const missing = left.filter(
    ({ field }) => (field === "weight" || field === "height") && number(shown(field)) === null,
  );
  if (missing.length > 0) return { refused: `Not entered on the page: ${names(missing.map(({ field }) => field))}.` };
  return {
    mof: mof.value,
    hip: hip.value,
    mofComparator: mof.comparator,
    hipComparator: hip.comparator,
    t,
    modelOnPage: plan.steps.some(({ field }) => field === "model"),
    yes: FRAX_FIELDS.filter((field) => shown(field) === "yes"),
    enteredThere: left
      .map(({ field }) => ({ field: field as FraxField, value: shown(field) }))
      .filter(({ value }) => value !== "" && value !== "no"),
    countedAsNo: left.flatMap(({ field }) => (shown(field) === "no" ? [field as FraxField] : [])),
  };
}

const isInput = (field: FormField): field is FraxField => (FRAX_FIELDS as readonly string[]).includes(field);

function disagreement(neck: Neck | null, t: number | null, shownBmd: string): string | null {
  if (neck === null)
    return t === null && shownBmd === ""
      ? null
      : "A bone density was entered on the page that was not read in the chart.";
  if (t === null) return "The page shows no T-score beside its figures.";
  if (Math.abs(t - neck.t) <= T_TOLERANCE + EPSILON) return null;
  return `The page computed with T-score ${t}, the chart gives ${neck.t.toFixed(2)}.`;
}

const WORDS: Partial<Record<FormField, string>> = {
  previousFracture: "previous fracture",
  parentHip: "parent hip fracture",
  rheumatoidArthritis: "rheumatoid arthritis",
  secondaryOsteoporosis: "secondary osteoporosis",
  bmd: "bone density",
  model: "country",
};

/** Rows of the form in words. */
export const names = (fields: readonly string[]): string =>
  fields.map((field) => WORDS[field as FormField] ?? field).join(", ");
