import type { Chart, ListKind } from "../chart/chart";
import type { IsoDate } from "../chart/evidence";
import type { Alert, Assessment, Avoided, Finding, FindingGroup, MissingItem, RuleId, Tier } from "./assessment";
import { shortened } from "./card";
import { distances } from "./distances";
import { bmdCategory, lowestT } from "./facts/bmd";
import { frax } from "./facts/frax";
import { currentBoneDrugs, plannedBoneDrugs } from "./facts/therapy";
import { thresholdMet } from "./facts/threshold";
import { finding } from "./finding";
import { pageMarks } from "./marks";
import { NOTE_RULES } from "./notes";
import { type Policy, policyDifferences } from "./policy";
import { decisiveQuestions } from "./questions";
import { Reader } from "./reader";
import type { Level } from "./rule";
import { series } from "./series";
import { blocked, choice } from "./therapy/choice";
import { placement } from "./tier/placement";
import { listed } from "./words";
import { WORKUP_RULES } from "./workup";
import { missingItem } from "./workup/missing";

const LISTS: readonly ListKind[] = [
  "labs",
  "medications",
  "problems",
  "dxa",
  "vitals",
  "social",
  "notes",
  "dental",
  "allergies",
];

const GROUP_ORDER: readonly FindingGroup[] = [
  "tier",
  "missing",
  "option",
  "avoid",
  "monitoring",
  "disagreement",
  "note",
  "lifestyle",
];

const TIER_WORDS: Readonly<Record<Tier, string>> = {
  LOW: "Low risk",
  MODERATE: "Moderate risk",
  HIGH: "High risk",
  VERY_HIGH: "Very high risk",
  INDETERMINATE: "Not yet classified",
  NOT_APPLICABLE: "No tier",
};

/** Collects what the rules say: findings, alerts and ids, each once. */
class Statements {
  readonly findings: Finding[] = [];
  readonly alerts: Alert[] = [];
  readonly ruleIds = new Set<RuleId>();

  add(one: Finding): void {
    const same = this.findings.filter(({ id }) => id === one.id || id.startsWith(`${one.id}#`)).length;
    this.findings.push(same === 0 ? one : { ...one, id: `${one.id}#${same + 1}` });
    this.ruleIds.add(one.rule);
  }

  alert(rule: RuleId, level: Level, text: string): void {
    const last = this.findings.at(-1);
    this.alerts.push({ rule, level, text, finding: last?.id ?? rule });
  }
}

function tierStatements(r: Reader, said: Statements): void {
  for (const rule of r.ask(placement).fired) {
    const own = r.fresh();
    own.ask(rule.holds);
    const text = own.ask(rule.says);
    const open = rule.tier === "INDETERMINATE" || rule.tier === "NOT_APPLICABLE";
    const level: Level = rule.tier === "VERY_HIGH" || rule.tier === "HIGH" || open ? "warning" : "info";
    said.add(finding(rule, own, { group: "tier", text, level }));
    if (open) said.alert(rule.id, level, text);
  }
}

function workupStatements(r: Reader, said: Statements): MissingItem[] {
  return WORKUP_RULES.flatMap((rule) => {
    const own = r.fresh();
    if (own.ask(rule.holds) !== true) return [];
    const item = missingItem(rule, own);
    const level: Level = rule.triggered || item.why === "not-seen" ? "info" : "warning";
    said.add(
      finding(rule, own, { group: "missing", text: item.reason, level, suggestions: [`Consider: ${rule.label}`] }),
    );
    said.alert(rule.id, level, item.reason);
    return [item];
  });
}

function safetyStatements(r: Reader, said: Statements): void {
  const taken = new Set([...r.ask(currentBoneDrugs), ...r.ask(plannedBoneDrugs)].map(({ drug }) => drug.ingredient));
  const barred = r.ask(blocked);
  for (const rule of new Set(barred.map((one) => one.rule))) {
    const own = r.fresh();
    own.ask(rule.holds);
    const reason = own.ask(rule.reason);
    const drugs = barred.filter((one) => one.rule === rule).map(({ drug }) => drug);
    for (const drug of drugs) {
      const level: Level = taken.has(drug) ? "critical" : rule.standing ? "warning" : "info";
      said.add(finding(rule, own, { about: drug, group: "avoid", text: `Avoid ${drug}: ${reason}`, level }));
    }
    const onList = drugs.filter((drug) => taken.has(drug));
    if (onList.length > 0) said.alert(rule.id, "critical", `${listed(onList)} on the list: ${reason}`);
    else if (rule.standing) said.alert(rule.id, "warning", `${reason}: ${rule.output}`);
  }
}

function noteStatements(r: Reader, said: Statements): void {
  for (const rule of NOTE_RULES) {
    const own = r.fresh();
    if (own.ask(rule.holds) !== true) continue;
    const { summary, detail, level = rule.level, suggestions } = own.ask(rule.says);
    said.add(finding(rule, own, { group: rule.group, text: summary, level, detail, suggestions }));
    if (rule.alert) said.alert(rule.id, level, summary);
  }
}

function headline(r: Reader): string {
  const { tier, deciding } = r.ask(placement);
  const [first] = deciding;
  const why = first
    ? r.ask(first.says).split(". ", 1)[0]
    : "which thresholds apply is not known: they differ by age, sex and menopause";
  return shortened(`${TIER_WORDS[tier]}: ${why}`);
}

function fraxShown(r: Reader): Assessment["frax"] {
  const { raw, used, refused, stale } = r.ask(frax);
  const notes = [
    refused === "age" ? "outside the ages FRAX is made for (40 to 90): not used" : null,
    refused === "fracture-since" ? "older than a fracture: not used" : null,
    refused === "steroid-since" ? "older than the glucocorticoid: not used" : null,
    refused === "uk-model" ? "UK model: 20 % and 3 % are not held against it" : null,
    refused === "contradicting" ? "two results of one day differ: not used" : null,
    stale === true ? "over 24 months old: provisional" : null,
    raw !== null && raw.date === null ? "without a date" : null,
    raw?.glucocorticoidAdjusted === true ? "already adjusted for the steroid dose: not adjusted again" : null,
    used?.adjusted ? "adjusted for a steroid dose above 7.5 mg/day: MOF x 1.15, hip x 1.2" : null,
  ];
  return { raw, used, notes: notes.filter((note) => note !== null) };
}

const once = (all: readonly Avoided[]): Avoided[] =>
  all.filter((one, i) => !all.slice(0, i).some((other) => other.drug === one.drug && other.rule === one.rule));

/**
 * What the guideline says of this patient on this day. Pure and deterministic: the clock is never read, and no chart,
 * however incomplete or contradictory, makes it throw.
 */
export function assess(chart: Chart, policy: Policy, today: IsoDate): Assessment {
  const r = Reader.over(chart, policy, today);
  const { tier, assumptions } = r.ask(placement);
  const said = new Statements();
  tierStatements(r, said);
  const missing = workupStatements(r, said);
  safetyStatements(r, said);
  noteStatements(r, said);
  const { suggest, avoid } = r.ask(choice);
  for (const { rule } of suggest) said.ruleIds.add(rule);
  const order = (one: Finding) => GROUP_ORDER.indexOf(one.group);
  return {
    asOf: today,
    patient: chart.patient,
    tier,
    provisional: assumptions.length > 0,
    bmdCategory: r.ask(bmdCategory),
    decidingBmd: r.ask(lowestT)?.scan ?? null,
    sourceThresholdMet: r.ask(thresholdMet),
    frax: fraxShown(r),
    headline: headline(r),
    distances: r.ask(distances),
    missing,
    suggest,
    avoid: once(avoid),
    alerts: said.alerts,
    findings: said.findings.toSorted((a, b) => order(a) - order(b)),
    ruleIds: [...said.ruleIds].sort(),
    questions: decisiveQuestions(r, chart),
    lookedAt: LISTS.map((kind) => {
      const lists = chart.seen.filter((list) => list.kind === kind);
      const complete = lists.some((l) => l.complete === true)
        ? true
        : lists.some((l) => l.complete === false)
          ? false
          : null;
      return { kind, seen: lists.length > 0, complete };
    }),
    series: r.ask(series),
    rejected: chart.rejected,
    settings: policyDifferences(policy),
    marks: pageMarks(r),
  };
}
