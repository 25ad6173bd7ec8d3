import { type SourceId, source } from "../sources";
import { RULES } from ".";
import type { Rule } from "./rule";

/** Where in the product a kind of rule speaks. */
const PLACE: Readonly<Record<Rule["kind"], string>> = {
  tier: "tier",
  workup: "missing work-up",
  safety: "options: avoid",
  note: "",
};

/** S54, footer marketing, is left out on purpose (CLINICAL.md section 1). */
const LEFT_OUT = "| S54 | left out | Footer marketing of the source | – | – |";

const cell = (text: string): string => text.replaceAll("|", "\\|");

function sourceText(id: SourceId): string {
  const { label, sentence } = source(id);
  return sentence === null ? label : `${id}: “${sentence}”`;
}

function row(rule: Rule): string {
  const place =
    rule.kind === "note"
      ? `${rule.group}${rule.alert ? ", alert" : ""}${rule.always ? ", always" : ""}`
      : PLACE[rule.kind];
  const said = `${rule.title}. When ${rule.when}: ${rule.output}`;
  return `| ${[rule.id, place, said, rule.sources.map(sourceText).join("; "), rule.reviewStatus].map(cell).join(" | ")} |`;
}

const numeric = new Intl.Collator("en", { numeric: true });

/** Every rule, by id: where it speaks, what it says, what it rests on, and its review status. Nothing is approved. */
export function ruleTable(): string {
  const rows = RULES.toSorted((a, b) => numeric.compare(a.id, b.id)).map(row);
  return ["| id | place | rule | source | review status |", "|---|---|---|---|---|", ...rows, LEFT_OUT, ""].join("\n");
}
