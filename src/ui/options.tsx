import { optionId } from "../messages/view";
import type { Avoided, Finding, Suggestion } from "../rules/assessment";
import { restsOn } from "./answered";
import { Answering } from "./answering";
import { prose } from "./figures";
import { Why } from "./finding";
import { Fold } from "./fold";
import { Section } from "./section";
import { type TextKey, t } from "./text";

interface OptionsProps {
  suggest: Suggestion[];
  avoid: Avoided[];
  findings: Finding[];
  /** How many more options were answered. */
  answered?: number;
}

/** Therapy options in the order of the rules, and what the rules advise against. Options, never orders. */
export function Options({ suggest, avoid, findings, answered = 0 }: OptionsProps) {
  return (
    <Section title={t("options")} id="options">
      {suggest.length === 0 && (
        <p class="quiet">
          {t(answered > 0 ? "allAnswered" : findings.some(isDue) ? "optionsSeeMonitoring" : "optionsNone")}
        </p>
      )}
      {suggest.length > 0 && (
        <ol class="plain items numbered">
          {suggest.map((suggestion, place) => (
            <Option
              key={`${suggestion.rule} ${suggestion.drug}`}
              suggestion={suggestion}
              open={place === 0}
              findings={findings}
            />
          ))}
        </ol>
      )}
      {avoid.length > 0 && (
        <div class="avoid">
          <h3>{t("avoid")}</h3>
          <ul class="plain items">
            {byReason(avoid).map((drugs) => (
              <AvoidedDrugs
                key={drugs.map(({ rule, drug }) => `${rule} ${drug}`).join()}
                drugs={drugs}
                findings={findings}
              />
            ))}
          </ul>
        </div>
      )}
    </Section>
  );
}

/** Something of a treatment under way that presses. */
function isDue({ group, card }: Finding): boolean {
  return group === "monitoring" && card.indicator !== "info";
}

interface OptionProps {
  suggestion: Suggestion;
  open: boolean;
  findings: Finding[];
}

function Option({ suggestion, open, findings }: OptionProps) {
  const { drug, text, first, use, pros, cons } = suggestion;
  return (
    <li class={drug === null ? "step" : "drug"}>
      <Fold
        open={open}
        summary={
          <>
            <span class="item-name">{prose(drug ?? text)}</span>
            {drug === null ? (
              <span class="chip">{t("beforeAnyDrug")}</span>
            ) : (
              <span class="item-text">{prose(text)}</span>
            )}
          </>
        }
      >
        <Reasons title="optionUse" reasons={use} />
        <Reasons title="optionFor" reasons={pros} />
        <Reasons title="optionAgainst" reasons={cons} />
        {findings
          .filter((finding) => suggestion.findings.includes(finding.id))
          .map((finding) => (
            <Fold key={finding.id} class="because" summary={t("whyThis", finding.card.summary)}>
              <Why finding={finding} />
            </Fold>
          ))}
        <Answering
          id={optionId(suggestion)}
          reasons={restsOn(suggestion, findings)?.card.overrideReasons ?? []}
          folded={true}
        />
      </Fold>
      <Reasons title="optionFirst" reasons={first} />
    </li>
  );
}

function Reasons({ title, reasons }: { title: TextKey; reasons: string[] }) {
  if (reasons.length === 0) return null;
  return (
    <div class={`reasons ${title}`}>
      <span class="label">{t(title)}</span>
      <ul>
        {reasons.map((reason) => (
          <li key={reason}>{prose(reason)}</li>
        ))}
      </ul>
    </div>
  );
}

/** Drugs that one rule takes away for one reason stand together. */
function byReason(avoid: Avoided[]): Avoided[][] {
  const groups = new Map<string, Avoided[]>();
  for (const avoided of avoid) {
    const key = `${avoided.rule} ${avoided.reason}`;
    groups.set(key, [...(groups.get(key) ?? []), avoided]);
  }
  return [...groups.values()];
}

function AvoidedDrugs({ drugs, findings }: { drugs: Avoided[]; findings: Finding[] }) {
  const reasons = findings.filter(({ id }) => drugs.some((avoided) => avoided.finding === id));
  return (
    <li>
      <Fold
        summary={
          <>
            <span class="item-name">{prose(drugs.map(({ drug }) => drug).join(", "))}</span>{" "}
            <span class="item-text">{prose(drugs[0]?.reason ?? "")}</span>
          </>
        }
      >
        {reasons.map((finding) => (
          <Why key={finding.id} finding={finding} />
        ))}
      </Fold>
    </li>
  );
}
