import { addMonths, earliest } from "../../chart/calendar";
import type { FraxResult } from "../../chart/chart";
import { beforeRounding } from "../../risk/frax-rounding";
import { adjustForHighDose, type FraxFigures } from "../../risk/steroid-adjustment";
import { exactly, type Range } from "../range";
import type { Question, Reader } from "../reader";
import type { Truth } from "../truth";
import { newestFirst, onOrAfter } from "../when";
import { readsFractureAfter } from "./fractures";
import { age } from "./population";
import { courses, highDoseSteroid } from "./steroids";

/** FRAX is made for these ages (T-G1). */
export const FRAX_AGE = { from: 40, to: 90 } as const;

/** Why a FRAX on the chart is not used. */
export type FraxRefusal = "age" | "fracture-since" | "steroid-since" | "uk-model" | "contradicting";

export interface FraxRead {
  /** The newest on the chart, whether used or not. */
  raw: FraxResult | null;
  refused: FraxRefusal | null;
  /** Figures the thresholds are held against; null when none may be used. */
  mof: Range | null;
  hip: Range | null;
  used: { mof: number | null; hip: number | null; adjusted: boolean } | null;
  /** What the used figures may be, as far as printing rounded them; only said, never held against a threshold. */
  rounding: { mof: Range | null; hip: Range | null };
  /** Older than 24 months; unknown when it carries no date. */
  stale: Truth;
}

const PERCENT = { low: 0, high: 100 };
const possible = (value: number | null) =>
  value !== null && value >= PERCENT.low && value <= PERCENT.high ? value : null;

export const fraxAge: Question<Truth> = (r) => {
  const years = r.ask(age);
  return years === null ? "unknown" : years >= FRAX_AGE.from && years <= FRAX_AGE.to;
};

/** The newest printed result, and whether another of the same day says something else. */
export const newestFrax: Question<{ result: FraxResult | null; contradicted: boolean }> = (r) => {
  const all = r
    .list(
      (c) => c.frax,
      (f) => possible(f.mof) !== null || possible(f.hip) !== null,
    )
    .sort(newestFirst);
  const result = all[0] ?? null;
  const differs = (a: number | null, b: number | null) => a !== null && b !== null && a !== b;
  const contradicted = all.some(
    (f) => result !== null && f.date === result.date && (differs(f.mof, result.mof) || differs(f.hip, result.hip)),
  );
  return { result, contradicted };
};

/** A steroid that counts was begun after this FRAX (5.3). */
function steroidSince(r: Reader, day: string): boolean {
  return r.ask(courses).some((c) => c.current && c.long === true && c.since !== null && earliest(c.since) > day);
}

function refusal(r: Reader, frax: FraxResult, contradicted: boolean): FraxRefusal | null {
  if (r.ask(fraxAge) === false) return "age";
  if (contradicted) return "contradicting";
  if (r.policy.country === "US" && /^(uk|gb|united kingdom)\b/i.test(`${frax.country ?? frax.model ?? ""}`))
    return "uk-model";
  if (frax.date !== null && readsFractureAfter(r, frax.date) === true) return "fracture-since";
  if (frax.date !== null && steroidSince(r, frax.date)) return "steroid-since";
  return null;
}

function figure(value: number | null, comparator: FraxResult["mofComparator"]): Range | null {
  if (value === null) return null;
  if (comparator === "<" || comparator === "<=") return { low: PERCENT.low, high: value };
  if (comparator === ">" || comparator === ">=") return { low: value, high: PERCENT.high };
  return exactly(value);
}

function roundingOf(printed: FraxFigures, adjusted: boolean): FraxRead["rounding"] {
  const end = (which: "low" | "high") => {
    const of = (value: number | null) => (value === null ? null : beforeRounding(value)[which]);
    const figures = { mof: of(printed.mof), hip: of(printed.hip) };
    return adjusted ? adjustForHighDose(figures) : figures;
  };
  const [low, high] = [end("low"), end("high")];
  const range = (of: keyof FraxFigures) =>
    low[of] === null || high[of] === null ? null : { low: low[of], high: high[of] };
  return { mof: range("mof"), hip: range("hip") };
}

/** The FRAX on the chart as the rules use it: gated by age, outdated by a later fracture or steroid, adjusted by S10. */
export const frax: Question<FraxRead> = (r) => {
  const { result: raw, contradicted } = r.ask(newestFrax);
  const none = { mof: null, hip: null, used: null, rounding: { mof: null, hip: null }, stale: false } as const;
  if (raw === null) {
    r.notFound("FRAX", ["dxa", "notes"]);
    return { raw, refused: null, ...none };
  }
  const refused = refusal(r, raw, contradicted);
  if (refused) {
    r.gap(
      contradicted ? `FRAX of ${raw.date ?? "no date"}: two results that differ` : "FRAX",
      contradicted ? "conflicting" : refused === "age" || refused === "uk-model" ? "unusable" : "stale",
    );
    return { raw, refused, ...none };
  }
  const printed = { mof: possible(raw.mof), hip: possible(raw.hip) };
  const highDose = r.ask(highDoseSteroid);
  const adjusted = highDose === true && raw.glucocorticoidAdjusted !== true;
  const used = adjusted ? adjustForHighDose(printed) : printed;
  const fresh = onOrAfter(raw.date, addMonths(r.today, -r.policy.fraxMonths));
  if (fresh !== true) r.gap("FRAX", fresh === false ? "stale" : "unusable", "still valid");
  return {
    raw,
    refused: null,
    mof: figure(used.mof, raw.mofComparator),
    hip: figure(used.hip, raw.hipComparator),
    used: { ...used, adjusted },
    rounding: roundingOf(printed, adjusted),
    stale: fresh === "unknown" ? fresh : !fresh,
  };
};
