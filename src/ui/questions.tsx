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
                  {leadsTo.firstSuggestion !== null && (
                    <span class="from"> · {t("wouldConsider", leadsTo.firstSuggestion)}</span>
                  )}
                </dd>
              </div>
            ))}
          </dl>
        </div>
      ))}
    </Section>
  );
}
