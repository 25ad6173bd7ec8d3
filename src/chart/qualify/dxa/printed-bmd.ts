import type { BmdSite } from "../../chart";
import type { PartialDate } from "../../evidence";
import type { Measure } from "./bmd-label";
import type { Side } from "./tokens";

/** One measured region as printed, before its date and place are known. */
export interface PrintedBmd {
  site: BmdSite;
  side: Side | null;
  t: number | null;
  z: number | null;
  bmd: number | null;
  date: PartialDate | null;
}

function empty(site: BmdSite, side: Side | null): PrintedBmd {
  return { site, side, t: null, z: null, bmd: null, date: null };
}

/** Puts one figure on its region; a second, different one for the same figure makes the region contradictory. */
export class BmdResults {
  readonly byRegion = new Map<string, PrintedBmd>();
  private readonly doubtful = new Set<string>();

  add(site: BmdSite, side: Side | null, measure: Measure, value: number): void {
    const key = `${site}|${side}`;
    const result = this.byRegion.get(key) ?? empty(site, side);
    if (result[measure] !== null && result[measure] !== value) this.doubtful.add(`${key}|${measure}`);
    this.byRegion.set(key, { ...result, [measure]: result[measure] ?? value });
  }

  all(): PrintedBmd[] {
    const known = [...this.byRegion.entries()].map(([key, result]) => ({
      ...result,
      t: this.doubtful.has(`${key}|t`) ? null : result.t,
      z: this.doubtful.has(`${key}|z`) ? null : result.z,
      bmd: this.doubtful.has(`${key}|bmd`) ? null : result.bmd,
    }));
    return known.filter(({ t, z, bmd }) => t !== null || z !== null || bmd !== null);
  }
}
