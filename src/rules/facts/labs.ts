import { addMonths, latest } from "../../chart/calendar";
import type { Analyte, LabResult } from "../../chart/chart";
import type { PartialDate } from "../../chart/evidence";
import { canonical } from "../../terminology/units";
import { exactly, type Range } from "../range";
import type { Question, Reader } from "../reader";
import { or, type Truth } from "../truth";
import { newestFirst, onOrAfter } from "../when";

/** The newest usable result of a test; the span of its values when results of one day differ. */
export interface Level {
  value: Range;
  unit: string;
  date: PartialDate | null;
  results: LabResult[];
}

export const isResult = (lab: LabResult) => lab.status !== "pending" && lab.status !== "cancelled";

export function rangeOf({ result }: LabResult): Range | null {
  if (result.kind !== "number" || result.canonical === null) return null;
  const { value } = result.canonical;
  if (result.comparator === "<" || result.comparator === "<=") return { low: 0, high: value };
  if (result.comparator === ">" || result.comparator === ">=") return { low: value, high: Number.POSITIVE_INFINITY };
  return exactly(value);
}

export function labsOf(r: Reader, ...analytes: readonly Analyte[]): LabResult[] {
  return r
    .list(
      (c) => c.labs,
      (lab) => analytes.includes(lab.analyte),
    )
    .sort(newestFirst);
}

const LEVELS = new Map<Analyte, Question<Level | null>>();

/** The newest numeric result in its canonical unit, of whatever age; null when there is none. */
export function level(r: Reader, analyte: Analyte): Level | null {
  let question = LEVELS.get(analyte);
  if (!question) {
    question = (own) => readLevel(own, analyte);
    LEVELS.set(analyte, question);
  }
  return r.ask(question);
}

function readLevel(r: Reader, analyte: Analyte): Level | null {
  const usable = r
    .list(
      (c) => c.labs,
      (lab) => lab.analyte === analyte && isResult(lab) && rangeOf(lab) !== null,
    )
    .sort(newestFirst);
  const newest = usable[0];
  if (!newest) return null;
  const results = usable.filter((lab) => lab.date === newest.date);
  const shown = new Set(results.map((lab) => rangeOf(lab)?.low));
  if (shown.size > 1) r.gap(`${newest.label}: ${[...shown].join(" or ")}`, "conflicting");
  const unit = newest.result.kind === "number" ? (newest.result.canonical?.unit ?? "") : "";
  return { value: spanOf(results), unit, date: newest.date, results };
}

/** All values that results of one day leave possible. */
export function spanOf(results: readonly LabResult[]): Range {
  const ranges = results.flatMap((lab) => rangeOf(lab) ?? []);
  return { low: Math.min(...ranges.map(({ low }) => low)), high: Math.max(...ranges.map(({ high }) => high)) };
}

/** On or after the same day so many months ago. */
export function isWithin(r: Reader, date: PartialDate | null, months: number): Truth {
  return onOrAfter(date, addMonths(r.today, -months));
}

/** Whether the newest result is at most so many days old (calcium and creatinine before a parenteral drug). */
export function isFresh(found: Level | null, limit: string): boolean {
  return found?.date != null && latest(found.date) >= limit;
}

type Side = "low" | "high";

/** A limit of CLINICAL.md section 3, or one of the product's own that no source confirms. */
type Limit = number | { unconfirmed: number } | null;

/**
 * Abnormal by the laboratory's own range when the page shows one, else by its flag, else by the limit given
 * (CLINICAL.md 3). Unknown when there is no result, or nothing to hold it against.
 */
export function abnormal(r: Reader, analyte: Analyte, side: Side, limit: Limit): Truth {
  const found = level(r, analyte);
  if (!found) {
    r.notFound(analyte, ["labs"]);
    return "unknown";
  }
  return or(...found.results.map((lab) => sideOf(r, lab, side, limit)), false);
}

function sideOf(r: Reader, lab: LabResult, side: Side, limit: Limit): Truth {
  const value = rangeOf(lab);
  if (value === null) return "unknown";
  const own = lab.range?.[side] ?? null;
  const shown = lab.result.kind === "number" ? lab.result.unit : null;
  const bound = own === null ? null : (canonical(lab.analyte, own, shown)?.value ?? null);
  if (bound === null && lab.flag === side) return true;
  const against = bound ?? (limit === null || typeof limit === "number" ? limit : limit.unconfirmed);
  if (bound === null && lab.flag === null && typeof limit === "object" && limit !== null)
    r.gap(`${lab.label}: the laboratory's own range`, "unconfirmed", `a limit of ${limit.unconfirmed}`);
  if (against === null) return lab.flag === null ? "unknown" : false;
  const [low, high] =
    side === "high" ? [value.low > against, value.high > against] : [value.low < against, value.high < against];
  return low === high ? low : "unknown";
}
