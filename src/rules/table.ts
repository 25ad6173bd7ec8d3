import { type SourceId, source } from "../sources";
import { RULES } from ".";
import type { ReviewStatus, RuleId } from "./assessment";
import type { Rule } from "./rule";

/** A line of the table of rules. */
export interface RuleRow {
  id: RuleId;
  /** Where in the product it speaks. */
  place: string;
  /** When it holds, and what it then says. */
  rule: string;
  /** The sentence of the source article in its own words, or the name of a guideline. */
  sources: string[];
  /** null: left out on purpose. */
  reviewStatus: ReviewStatus | null;
}

const PLACE: Readonly<Record<Exclude<Rule["kind"], "note">, string>> = {
  tier: "tier",
  workup: "missing work-up",
  safety: "options: avoid",
};

const LEFT_OUT: RuleRow = {
  id: "S54",
  place: "left out",
  rule: "Footer marketing of the source",
  sources: [],
  reviewStatus: null,
};

function place(rule: Rule): string {
  if (rule.kind !== "note") return PLACE[rule.kind];
  return [rule.group, ...(rule.alert ? ["alert"] : []), ...(rule.always ? ["always"] : [])].join(", ");
}

function sourceText(id: SourceId): string {
  const { label, sentence } = source(id);
  return sentence === null ? label : `${id}: “${sentence}”`;
}

const numeric = new Intl.Collator("en", { numeric: true });

/** Every rule, by id: where it speaks, what it says, what it rests on, and its review status. Nothing is approved. */
export function ruleRows(): RuleRow[] {
  const rows = RULES.map((rule) => ({
    id: rule.id,
    place: place(rule),
    rule: `${rule.title}. When ${rule.when}: ${rule.output}`,
    sources: rule.sources.map(sourceText),
    reviewStatus: rule.reviewStatus,
  }));
  return [...rows, LEFT_OUT].sort((a, b) => numeric.compare(a.id, b.id));
}

const cell = (text: string): string => text.replaceAll("|", "\\|");

/** The same as Markdown. */
export function ruleTable(): string {
  const rows = ruleRows().map((row) => {
    const cells = [row.id, row.place, row.rule, row.sources.join("; ") || "–", row.reviewStatus ?? "–"];
    return `| ${cells.map(cell).join(" | ")} |`;
  });
  return ["| id | place | rule | source | review status |", "|---|---|---|---|---|", ...rows, ""].join("\n");
}
