import { source } from "../sources";
import type { Finding, FindingGroup } from "./assessment";
import { card } from "./card";
import type { Reader } from "./reader";
import type { Level, Rule } from "./rule";

interface Said {
  /** What tells statements of one rule apart: a drug, an item; empty when it speaks once. */
  about?: string;
  group: FindingGroup;
  text: string;
  level: Level;
  detail?: string | undefined;
  suggestions?: readonly string[] | undefined;
}

/** A statement with everything the rule read to make it. */
export function finding(rule: Rule, r: Reader, { about, group, text, level, detail, suggestions = [] }: Said): Finding {
  const id = about ? `${rule.id}:${about}` : rule.id;
  const { evidence, gaps, settings } = r.read;
  return {
    id,
    rule: rule.id,
    group,
    rationale: `${rule.title}. When ${rule.when}: ${rule.output}.`,
    card: card(rule, id, { text, level, detail, suggestions }),
    evidence,
    gaps,
    sources: rule.sources.map(source),
    ...(settings.length === 0 ? {} : { settings }),
    reviewStatus: gaps.some(({ why }) => why === "unconfirmed") ? "unconfirmed" : rule.reviewStatus,
  };
}
