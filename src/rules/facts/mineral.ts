import { earliest, latest } from "../../chart/calendar";
import type { LabResult } from "../../chart/chart";
import { above, below, type Range } from "../range";
import type { Question, Reader } from "../reader";
import { and, not, or, type Truth } from "../truth";
import { newestFirst } from "../when";
import { chronicLiverDisease, has, hasNow, problems } from "./conditions";
import { fractureHealing } from "./fractures";
import { abnormal, isResult, type Level, labsOf, level, rangeOf, spanOf } from "./labs";

/** Total calcium corrected for albumin, mg/dL: Ca + 0.8 × (4.0 − albumin g/dL) (section 3). */
function corrected(calcium: Range, albumin: Range): Range {
  return { low: calcium.low + 0.8 * (4 - albumin.high), high: calcium.high + 0.8 * (4 - albumin.low) };
}

export interface Calcium {
  /** corrected: for albumin; reported: corrected by the laboratory; ionized; total: albumin not at hand. */
  kind: "corrected" | "reported" | "ionized" | "total";
  /** mg/dL; ionized calcium mmol/L. */
  value: Range;
  date: string | null;
  results: LabResult[];
}

/** Statements about calcium, newest first; ionized before corrected before total when they are of one day. */
const calciums: Question<Calcium[]> = (r) => {
  const albumin = level(r, "ALB");
  const made = (kind: Calcium["kind"], from: Level | null): Calcium[] =>
    from ? [{ kind, value: from.value, date: from.date, results: from.results }] : [];
  const total = level(r, "CA");
  const fromTotal: Calcium[] =
    total && albumin
      ? [{ kind: "corrected", value: corrected(total.value, albumin.value), date: total.date, results: total.results }]
      : made("total", total);
  return [...made("ionized", level(r, "CA_ION")), ...made("reported", level(r, "CA_CORR")), ...fromTotal].sort(
    newestFirst,
  );
};

/** The newest statement about calcium. */
export const calcium: Question<Calcium | null> = (r) => {
  const newest = r.ask(calciums)[0] ?? null;
  if (newest === null) r.notFound("calcium", ["labs"]);
  return newest;
};

type Side = "low" | "high";

function judged(r: Reader, one: Calcium, side: Side): Truth {
  // CLINICAL.md gives no limits for ionized calcium: the laboratory's own range or flag decides.
  if (one.kind === "ionized") return abnormal(r, "CA_ION", side, null);
  if (one.kind === "total") r.notFound("albumin", ["labs"], "4.0 g/dL (calcium not corrected)");
  const { calciumLow, calciumHigh } = r.policy.limits;
  const own = one.results[0]?.range;
  const unit = one.results[0]?.result;
  const usable = unit?.kind === "number" && unit.unit !== null && /^mg\/dl$/i.test(unit.unit);
  return side === "low"
    ? below(one.value, (usable ? own?.low : null) ?? calciumLow)
    : above(one.value, (usable ? own?.high : null) ?? calciumHigh);
}

const lowCalcium: Question<Calcium | null> = (r) => settling(r, "low");
const highCalcium: Question<Calcium | null> = (r) => settling(r, "high");

/** The newest statement that can be held against a limit: one that cannot silences no other (D4, D10). */
function settling(r: Reader, side: Side): Calcium | null {
  return r.ask(calciums).find((one) => judged(r, one, side) !== "unknown") ?? null;
}

/** The calcium that is out of its limits on this side; null when none is known to be. */
export function calciumOut(r: Reader, side: Side): Calcium | null {
  const found = r.ask(side === "low" ? lowCalcium : highCalcium);
  return found !== null && judged(r, found, side) === true ? found : null;
}

function calciumIs(r: Reader, side: Side): Truth {
  const newest = r.ask(calcium);
  if (calciumOut(r, side) !== null) return true;
  // A normal calcium does not settle a newer one that cannot be judged.
  return newest !== null && judged(r, newest, side) === false ? false : "unknown";
}

/** D4: corrected or ionized calcium low, or hypocalcemia on the problem list without a calcium at hand. */
export const hypocalcemia: Question<Truth> = (r) => {
  const measured = calciumIs(r, "low");
  return measured === "unknown" ? or(hasNow(r, "hypocalcemia") === true, measured) : measured;
};

export const hypercalcemia: Question<Truth> = (r) => {
  const measured = calciumIs(r, "high");
  return measured === "unknown" ? or(hasNow(r, "hypercalcemia") === true, measured) : measured;
};

export const hyperparathyroidism: Question<Truth> = (r) => has(r, "primary-hyperparathyroidism", "hyperparathyroidism");

/** Not where the list calls it secondary: that follows another disease and is no reason to hold a drug (5.4). */
export const primaryHyperparathyroidism: Question<Truth> = (r) => {
  const named = problems(r, "primary-hyperparathyroidism", "hyperparathyroidism");
  if (named.length === 0) return r.ask(hyperparathyroidism);
  return named.some(({ condition, label }) => condition === "primary-hyperparathyroidism" || !/secondary/i.test(label));
};

/** Source target (S16): at least 20 ng/mL; the bands above are BHOF's (X1). */
export const VITAMIN_D = { source: 20, bhof: 30, bhofTop: 50, excess: 100 } as const;

export const vitaminD: Question<Range | null> = (r) => level(r, "VITD")?.value ?? null;
export const vitaminDDeficient: Question<Truth> = (r) => below(r.ask(vitaminD), VITAMIN_D.source);

/** Two deficient results of different days of which the later is not higher (TTG, "not rising"). */
export const vitaminDNotRising: Question<Truth> = (r) => {
  const last = level(r, "VITD");
  if (last === null || last.date === null) return false;
  const day = earliest(last.date);
  const earlier = labsOf(r, "VITD").filter(
    (lab) => lab.date !== null && latest(lab.date) < day && isResult(lab) && rangeOf(lab) !== null,
  );
  const before = spanOf(earlier.filter(({ date }) => date === earlier[0]?.date));
  if (earlier.length === 0) return false;
  const notHigher = last.value.high <= before.low ? true : last.value.low > before.high ? false : "unknown";
  return and(r.ask(vitaminDDeficient), below(before, VITAMIN_D.source), notHigher);
};

export const raisedAlp: Question<Truth> = (r) =>
  abnormal(r, "ALP", "high", { unconfirmed: r.policy.unconfirmedLimits.alpHigh });

/** Liver disease, a raised GGT or a fracture still healing explains a raised alkaline phosphatase (5.4). */
export const unexplainedAlp: Question<Truth> = (r) => {
  const raised = r.ask(raisedAlp);
  if (raised !== true) return raised;
  const ggt =
    level(r, "GGT") === null ? false : abnormal(r, "GGT", "high", { unconfirmed: r.policy.unconfirmedLimits.ggtHigh });
  return not(or(r.ask(chronicLiverDisease) === true, ggt, r.ask(fractureHealing)));
};
