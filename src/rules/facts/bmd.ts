import { addMonths } from "../../chart/calendar";
import type { BmdResult } from "../../chart/chart";
import type { BmdCategory } from "../assessment";
import { isAtLeast, isAtMost, isBelow } from "../range";
import type { Question, Reader } from "../reader";
import { after, newestFirst } from "../when";
import { has } from "./conditions";
import { population } from "./population";

/** T-scores outside are noise of the page, not bone (IN-RANGE, CLINICAL.md 5.1). */
export const T_RANGE = { low: -7, high: 6 } as const;

/** WHO: normal from -1.0, osteoporosis from -2.5 down. */
export const T_NORMAL = -1;
export const T_OSTEOPOROSIS = -2.5;
/** Z-score at or below this is "below the expected range for age" [Z]. */
const Z_BELOW_EXPECTED = -2;

const CENTRAL = ["LS", "FN", "TH"] as const;
const RADIUS = "R33";

export const inRange = (value: number | null): value is number =>
  value !== null && value >= T_RANGE.low && value <= T_RANGE.high;

type Score = "t" | "z";

/** Results of the latest scan of a site. Quotes of an earlier exam stand back behind results of their own. */
function latestOf(results: BmdResult[]): BmdResult[] {
  const own = results.some((b) => !b.prior) ? results.filter((b) => !b.prior) : results;
  const newest = [...own].sort(newestFirst)[0];
  return newest ? own.filter((b) => b.date === newest.date) : [];
}

function scans(r: Reader, site: string, score: Score): BmdResult[] {
  return latestOf(
    r.list(
      (c) => c.dxa,
      (b) => b.site === site && inRange(b[score]),
    ),
  );
}

/** One scan of one side with two scores contradicts itself. */
function contradicting(results: BmdResult[]): boolean {
  return results.some((a) => results.some((b) => a.side === b.side && isBelow(a.t ?? 0, b.t ?? 0)));
}

export const centralScans: Question<BmdResult[]> = (r) => CENTRAL.flatMap((site) => scans(r, site, "t"));

/** Sites of hip and spine whose latest scan contradicts itself. */
export const contradictingSites: Question<string[]> = (r) =>
  CENTRAL.filter((site) => contradicting(scans(r, site, "t")));

/** The radius counts when it was indicated, in hyperparathyroidism, or when there is no valid hip or spine (5.1). */
export const radiusCounts: Question<boolean> = (r) =>
  r.ask(centralScans).length === 0 ||
  r.fact("radius indicated", (c) => c.radiusIndicated) === true ||
  has(r, "primary-hyperparathyroidism", "hyperparathyroidism") === true;

export interface LowestT {
  t: number;
  scan: BmdResult;
  radius: boolean;
  /** Values of the deciding site that contradict each other; empty when none do. */
  conflict: number[];
}

/** Lowest T-score of the latest scan of every valid site; null when there is none. */
export const lowestT: Question<LowestT | null> = (r) => {
  const bySite = [...CENTRAL, ...(r.ask(radiusCounts) ? [RADIUS] : [])].map((site) => scans(r, site, "t"));
  let lowest: LowestT | null = null;
  for (const results of bySite) {
    const conflict = contradicting(results) ? results.map((b) => b.t ?? 0) : [];
    for (const scan of results) {
      if (scan.t !== null && (lowest === null || scan.t < lowest.t))
        lowest = { t: scan.t, scan, radius: scan.site === RADIUS, conflict };
    }
  }
  if (lowest === null) r.notFound("bone density of hip or spine", ["dxa", "notes"]);
  else if (lowest.conflict.length > 0)
    r.gap(`T-score ${lowest.scan.site}: ${lowest.conflict.join(" or ")}`, "conflicting", `the lower, ${lowest.t}`);
  return lowest;
};

/** The radius is lower than every hip and spine score (PTH, section 3). */
export const radiusIsLowest: Question<boolean> = (r) => {
  const radius = Math.min(...scans(r, RADIUS, "t").map((b) => b.t ?? T_RANGE.high));
  const central = r.ask(centralScans).map((b) => b.t ?? T_RANGE.high);
  return Number.isFinite(radius) && central.every((t) => radius < t);
};

export const lowestZ: Question<number | null> = (r) => {
  const all = CENTRAL.flatMap((site) => scans(r, site, "z")).map((b) => b.z ?? T_RANGE.high);
  return all.length === 0 ? null : Math.min(...all);
};

/** A valid T-score of osteoporosis on an earlier scan, when the latest is better (T-H2p, AACE 2020). */
export const earlierOsteoporosis: Question<BmdResult | null> = (r) => {
  const lowest = r.ask(lowestT);
  const sites: readonly string[] = CENTRAL;
  const earlier = r.list(
    (c) => c.dxa,
    (b) => sites.includes(b.site) && inRange(b.t) && isAtMost(b.t, T_OSTEOPOROSIS),
  );
  return lowest !== null && isAtMost(lowest.t, T_OSTEOPOROSIS) ? null : (earlier.sort(newestFirst)[0] ?? null);
};

export const bmdCategory: Question<BmdCategory | null> = (r) => {
  switch (r.ask(population).population) {
    case "t-score": {
      const t = r.ask(lowestT)?.t;
      if (t === undefined) return null;
      if (isAtMost(t, T_OSTEOPOROSIS)) return "osteoporosis";
      return isAtLeast(t, T_NORMAL) ? "normal" : "osteopenia";
    }
    case "z-score": {
      const z = r.ask(lowestZ);
      if (z === null) return null;
      return isAtMost(z, Z_BELOW_EXPECTED) ? "below-expected-for-age" : "within-expected-for-age";
    }
    default:
      return null;
  }
};

/** The newest scan of hip or spine, with a T- or a Z-score. */
export const newestCentralScan: Question<BmdResult | null> = (r) => {
  const sites: readonly string[] = CENTRAL;
  const all = r.list(
    (c) => c.dxa,
    (b) => sites.includes(b.site) && (inRange(b.t) || inRange(b.z)) && !b.prior,
  );
  return all.sort(newestFirst)[0] ?? null;
};

/** A site whose latest T-score is higher than an earlier one (S46); whether it is beyond the least significant change is the centre's to say. */
export const improved: Question<{ site: string; from: BmdResult; to: BmdResult } | null> = (r) => {
  for (const to of r.ask(centralScans)) {
    const before = r
      .list(
        (c) => c.dxa,
        (b) => b.site === to.site && inRange(b.t) && b.date !== to.date,
      )
      .sort(newestFirst);
    const from = before.find((b) => b.t !== null && to.t !== null && isBelow(b.t, to.t));
    if (from) return { site: to.site, from, to };
  }
  return null;
};

/** Whether a scan of hip or spine is younger than so many months: one exactly that old is due again (S43, S44). */
export function scannedWithin(r: Reader, months: number): boolean {
  const newest = r.ask(newestCentralScan);
  return newest !== null && after(newest.date, addMonths(r.today, -months)) !== false;
}
