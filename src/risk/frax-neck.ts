import { latest } from "../chart/calendar";
import type { BmdResult } from "../chart/chart";

/** Makers the calculator knows, as its own menu names them (RISK.md 2.1). */
export type Maker = "GE-Lunar" | "Hologic" | "Norland" | "DMS" | "Mindways-QCT";

/** Density on the scale of a Hologic scanner, g/cm² (the site's own script, RISK.md 1.2). */
const TO_HOLOGIC: Record<Maker, (bmd: number) => number> = {
  Hologic: (bmd) => bmd,
  "GE-Lunar": (bmd) => 0.8638 * bmd - 0.0386,
  Norland: (bmd) => 0.9062 * bmd - 0.012,
  DMS: (bmd) => bmd / 1.1177,
  "Mindways-QCT": (bmd) => (bmd + 0.004) / 0.888,
};

/** NHANES III, white women of 20-29: the reference of FRAX for women and men alike (RISK.md 1.2). */
const REFERENCE = { mean: 0.858, sd: 0.12 } as const;

/** What the calculator takes, g/cm² (RISK.md 1.2); no limits of the other two makers are known. */
const BMD_LIMITS: Partial<Record<Maker, readonly [number, number]>> = {
  "GE-Lunar": [0.2, 1.87],
  Hologic: [0.14, 1.58],
  Norland: [0.17, 1.76],
};

const MAKERS: readonly (readonly [Maker, RegExp])[] = [
  ["Hologic", /hologic/i],
  ["GE-Lunar", /lunar|\bge\b/i],
  ["Norland", /norland/i],
  ["DMS", /\bdms\b/i],
  ["Mindways-QCT", /mindways/i],
];

export function makerOf(printed: string | null): Maker | null {
  return (printed !== null && MAKERS.find(([, pattern]) => pattern.test(printed))?.[0]) || null;
}

/** Femoral-neck T-score of FRAX from density (g/cm²) and maker; not rounded. */
export function fraxNeckT(bmd: number, maker: Maker): number {
  return (TO_HOLOGIC[maker](bmd) - REFERENCE.mean) / REFERENCE.sd;
}

/** As the older calculator rounds it before it sends it: JavaScript's rounding of halves, towards plus infinity. */
export function roundedNeckT(t: number): number {
  return Math.round(t * 10) / 10;
}

/** T-scores that the limits of density (Hologic) allow. */
export const NECK_T_LIMITS = { low: fraxNeckT(0.14, "Hologic"), high: fraxNeckT(1.58, "Hologic") } as const;

const limitsOf = (maker: Maker) => BMD_LIMITS[maker] ?? ([0, Number.POSITIVE_INFINITY] as const);

export function bmdInLimits(bmd: number, maker: Maker): boolean {
  const [low, high] = limitsOf(maker);
  return bmd >= low && bmd <= high;
}

/** What goes into the calculator's last row, and the T-score it must echo. */
export type Neck =
  | { as: "bmd"; maker: Maker; bmd: number; t: number; scan: BmdResult }
  | { as: "t"; t: number; scan: BmdResult };

export type NeckRead =
  | { neck: Neck; notes: string[] }
  /** `refused`: the value as read, which the calculator does not take; null where there is none to fill in. */
  | { neck: null; why: string; refused: string | null; scan: BmdResult | null };

const none = (why: string, scan: BmdResult | null = null): NeckRead => ({ neck: null, why, refused: null, scan });

/** A printed T-score further away than rounding explains has another reference than the calculator's. */
const OTHER_REFERENCE = 0.1;
const EPSILON = 1e-9;

const day = ({ date }: BmdResult) => (date === null ? "" : latest(date));
const differs = (a: Neck, b: Neck) => Math.abs(a.t - b.t) > EPSILON;

/**
 * The femoral neck for FRAX from the latest scan: density and maker where both are printed, else a woman's printed
 * T-score. A man's printed T-score may have a male reference and is never passed on (RISK.md 1.2).
 */
export function neckOf(dxa: readonly BmdResult[], sex: "female" | "male" | null): NeckRead {
  const measured = dxa.filter(({ site, t, bmd }) => site === "FN" && (t !== null || bmd !== null));
  const own = measured.some(({ prior }) => !prior) ? measured.filter(({ prior }) => !prior) : measured;
  const [newest] = own.toSorted((a, b) => day(b).localeCompare(day(a)));
  if (!newest) return none("no femoral neck was read");
  const reads = own.filter(({ date }) => date === newest.date).map((scan) => neckOfScan(scan, sex));
  const [first, ...others] = reads.flatMap(({ neck }) => neck ?? []).sort((a, b) => a.t - b.t);
  if (!first) {
    const refused = reads.find((read) => read.neck === null && read.refused !== null);
    return refused ?? reads[0] ?? none("no femoral neck was read");
  }
  const sameSide = others.find((other) => other.scan.side === first.scan.side && differs(other, first));
  if (sameSide) return none("one scan gives two different values", first.scan);
  const notes = reads.flatMap((read) => (read.neck === first ? read.notes : []));
  if (others.some((other) => differs(other, first))) notes.push("left and right differ: the lower one is taken");
  return { neck: first, notes };
}

function neckOfScan(scan: BmdResult, sex: "female" | "male" | null): NeckRead {
  const maker = makerOf(scan.maker);
  if (scan.bmd !== null && maker !== null) {
    if (!bmdInLimits(scan.bmd, maker)) {
      const [low, high] = limitsOf(maker);
      const why = `the calculator takes ${low} to ${high} g/cm² from this scanner`;
      return { neck: null, why, refused: `${scan.bmd} g/cm², ${maker}`, scan };
    }
    const t = fraxNeckT(scan.bmd, maker);
    const other = scan.t !== null && Math.abs(scan.t - t) > OTHER_REFERENCE + EPSILON;
    const note = `the printed T-score ${scan.t} has another reference; FRAX's own from this density is ${t.toFixed(2)}`;
    return { neck: { as: "bmd", maker, bmd: scan.bmd, t, scan }, notes: other ? [note] : [] };
  }
  if (sex === "male")
    return none("a man's printed T-score may have a male reference: density and scanner maker are needed", scan);
  if (scan.t === null) return none("the scanner's maker was not read", scan);
  if (sex === null) return none("the patient's sex was not read", scan);
  const { low, high } = NECK_T_LIMITS;
  if (scan.t < low || scan.t > high) {
    const why = `the calculator takes T-scores from ${low.toFixed(1)} to ${high.toFixed(1)}`;
    return { neck: null, why, refused: `T-score ${scan.t}`, scan };
  }
  return { neck: { as: "t", t: scan.t, scan }, notes: [] };
}
