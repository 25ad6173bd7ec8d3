import { abone, mores, orai, osiris, ost, ostPositive, SCREEN_LIMITS, score } from "../../risk/screens";
import { isBelow } from "../range";
import type { Question, Reader } from "../reader";
import { decimal } from "../words";
import { has } from "./conditions";
import { fractures } from "./fractures";
import { newestFrax } from "./frax";
import { age, population, sex } from "./population";
import { onClass } from "./therapy";

/** Wrist, hip and rib fractures count for SCORE. */
const SCORE_SITE = /wrist|radius|colles|forearm|hip|femoral neck|femur|\brib/i;

/** SCORE counts them after 45; what carries no date is left out. */
function scoreFractures(r: Reader, years: number): number {
  return r.ask(fractures).fragility.filter(({ site, date }) => {
    if (date === null || !SCORE_SITE.test(site)) return false;
    return years - (Number(r.today.slice(0, 4)) - Number(date.slice(0, 4))) > 45;
  }).length;
}

/**
 * Screens that are positive whatever the chart leaves open, each with the values used (RISK.md 5). What is not known is
 * taken as the answer that scores least: estrogen as taken, race as not scored, so that an open input never makes one positive.
 * They predict low bone density, not fractures, and only say why a DXA is due.
 */
export const positiveScreens: Question<string[]> = (r) => {
  const [years, who] = [r.ask(age), r.ask(sex)];
  const kg = r.fact("weight", (c) => c.weightKg);
  if (years === null || who === null || kg === null || r.ask(population).population !== "t-score") return [];
  const used = `${decimal(kg, 0)} kg, ${years} years`;
  const found: string[] = [];
  const add = (name: string, value: number, positive: boolean) => {
    if (positive) found.push(`${name} ${Number.isInteger(value) ? value : decimal(value)} (${used})`);
  };
  add("OST", ost(kg, years), ostPositive(kg, years, who));
  if (who === "male") {
    r.gap("points of MORES", "unconfirmed", "age 0, 3, 4; lung disease 3; weight 6, 4, 0");
    const points = mores(kg, years, has(r, "copd") === true);
    add("MORES", points, points >= SCREEN_LIMITS.mores);
    return found;
  }
  const onEstrogen = !r.seen("medications") || onClass(r, "estrogen").length > 0;
  const oraiPoints = orai(kg, years, onEstrogen);
  add("ORAI", oraiPoints, oraiPoints >= SCREEN_LIMITS.orai);
  const osirisValue = osiris(kg, years, onEstrogen, r.ask(fractures).fragility.length > 0);
  add("OSIRIS", osirisValue, isBelow(osirisValue, SCREEN_LIMITS.osiris));
  const rheumatoidArthritis = has(r, "rheumatoid-arthritis") === true;
  const scorePoints = score({
    weightKg: kg,
    age: years,
    notBlack: false,
    rheumatoidArthritis,
    fractures: scoreFractures(r, years),
    everEstrogen: true,
  });
  add("SCORE at least", scorePoints, scorePoints >= SCREEN_LIMITS.score);
  const abonePoints = abone(kg, years, true);
  add("ABONE at least", abonePoints, abonePoints >= SCREEN_LIMITS.abone);
  const { result, contradicted } = r.ask(newestFrax);
  const mof = result?.mofComparator === null && !contradicted ? result.mof : null;
  if (result?.withBmd === false && mof !== null && mof >= SCREEN_LIMITS.fraxMof)
    found.push(`FRAX without bone density MOF ${decimal(mof)} % (from ${SCREEN_LIMITS.fraxMof} %)`);
  return found;
};
