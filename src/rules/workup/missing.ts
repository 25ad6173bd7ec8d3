import type { Analyte, BmdResult, Comparator, ResultValue } from "../../chart/chart";
import type { MissingItem } from "../assessment";
import { newestCentralScan } from "../facts/bmd";
import { frax } from "../facts/frax";
import { labsOf, level } from "../facts/labs";
import type { Reader } from "../reader";
import type { WorkupRule } from "../rule";
import { decimal, tScore } from "../words";
import { EVERYONE_LIST } from "./everyone";
import { TRIGGERED_ANALYTES } from "./triggered";

type Why = MissingItem["why"];
type Last = MissingItem["last"];

const ANALYTES_OF: Readonly<Record<string, readonly Analyte[]>> = {
  ...Object.fromEntries(EVERYONE_LIST.map(({ code, analytes }) => [code, analytes])),
  ...TRIGGERED_ANALYTES,
};

/** As the chart has it: "<8 ng/mL" is not 8. */
function asShown(result: ResultValue): string {
  if (result.kind === "text") return result.text;
  const { comparator, value, unit } = result;
  return `${comparator ?? ""}${value} ${unit ?? ""}`.trim();
}

const percent = (value: number | null, comparator: Comparator | null) =>
  value === null ? "not given" : `${comparator ?? ""}${decimal(value)} %`;

const SITE: Readonly<Record<string, string>> = { LS: "lumbar spine", FN: "femoral neck", TH: "total hip" };

function scanText({ site, t, z }: BmdResult): string {
  const score = t !== null ? ` T-score ${tScore(t)}` : z !== null ? ` Z-score ${tScore(z)}` : "";
  return `${SITE[site] ?? site}${score}`;
}

function lab(r: Reader, analytes: readonly Analyte[]): { why: Why; last: Last } {
  const [newest] = labsOf(r, ...analytes);
  if (!newest) return { why: r.seenWhole("labs") ? "none-in-window" : "not-seen", last: null };
  const last = { text: `${newest.label} ${asShown(newest.result)}`, date: newest.date, evidence: newest.evidence };
  if (newest.status === "pending") return { why: "pending", last };
  return { why: analytes.some((analyte) => level(r, analyte) !== null) ? "stale" : "unusable", last };
}

function other(r: Reader, code: string): { why: Why; last: Last } {
  if (code === "DXA") {
    const scan = r.ask(newestCentralScan);
    if (!scan) return { why: r.seen("dxa", "notes") ? "none-in-window" : "not-seen", last: null };
    return {
      why: "stale",
      last: { text: scanText(scan), date: scan.date, evidence: scan.evidence },
    };
  }
  if (code === "FRAX") {
    const { raw, refused, stale } = r.ask(frax);
    if (!raw) return { why: r.seen("dxa", "notes") ? "none-in-window" : "not-seen", last: null };
    const text = `MOF ${percent(raw.mof, raw.mofComparator)}, hip ${percent(raw.hip, raw.hipComparator)}`;
    const why = refused === "contradicting" ? "conflicting" : stale === true ? "stale" : "unusable";
    return { why, last: { text, date: raw.date, evidence: raw.evidence } };
  }
  if (code === "DENTAL") {
    const date = r.fact("dental exam", (c) => c.lastDentalExam);
    const [evidence] = r.evidence;
    if (date === null || date === "none" || !evidence)
      return { why: date === "none" || r.seenWhole("dental") ? "none-in-window" : "not-seen", last: null };
    return { why: "stale", last: { text: "dental exam", date, evidence } };
  }
  return { why: "none-in-window", last: null };
}

/** The item of a rule that holds. Only what was looked at is called missing; the rest has not been seen. */
export function missingItem(rule: WorkupRule, r: Reader): MissingItem {
  const analytes = ANALYTES_OF[rule.code];
  const { why, last } = analytes ? lab(r.fresh(), analytes) : other(r.fresh(), rule.code);
  return {
    code: rule.code,
    label: rule.label,
    reason: r.ask(rule.reason),
    why,
    lookBackMonths: r.ask(rule.lookBackMonths),
    last,
    triggered: rule.triggered,
    finding: rule.id,
  };
}
