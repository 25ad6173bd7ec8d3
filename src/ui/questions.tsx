import type { DecisiveQuestion } from "../rules/assessment";
import { Section } from "./section";
import { t } from "./text";
import { TierShape, tierTone, tierWord } from "./tier";

/** Unknowns whose answer would change the result, and what each answer would lead to. */
export function Questions({ questions }: { questions: DecisiveQuestion[] }) {
  if (questions.length === 0) return null;
  return (
    <Section title={t("questions")} id="questions">
      {questions.slice(0, 3).map(({ id, question, answers }) => (
        <div key={id} class="question">
          <h3>{question}</h3>
          <dl>
            {answers.map(({ label, leadsTo }) => (
              <div key={label}>
                <dt>{label}</dt>
                <dd class={tierTone(leadsTo.tier)}>
                  <TierShape tier={leadsTo.tier} size={12} /> {tierWord(leadsTo.tier)}
                  <span class="from">{beside(leadsTo, answers)}</span>
                </dd>
              </div>
            ))}
          </dl>
        </div>
      ))}
    </Section>
  );
}

type Answer = DecisiveQuestion["answers"][number];

/** What else the answer leads to: the option and the source's threshold, each where the answers differ in it. */
function beside({ firstSuggestion, sourceThresholdMet }: Answer["leadsTo"], answers: Answer[]): string {
  const others = answers.map(({ leadsTo }) => leadsTo);
  const option = others.some((other) => other.firstSuggestion !== firstSuggestion);
  const threshold = others.some((other) => other.sourceThresholdMet !== sourceThresholdMet);
  const parts = [
    option && firstSuggestion !== null ? t("wouldConsider", firstSuggestion) : null,
    threshold ? t(sourceThresholdMet ? "sourceMet" : "sourceNotMet") : null,
  ];
  return parts.map((part) => (part === null ? "" : ` · ${part}`)).join("");
}
