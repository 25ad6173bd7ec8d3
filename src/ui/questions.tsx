import { useContext, useRef, useState } from "preact/hooks";
import type { DecisiveQuestion } from "../rules/assessment";
import { type Clinician, ClinicianContext, useSaying } from "./clinician";
import { prose } from "./figures";
import { Section } from "./section";
import { t } from "./text";
import { TierShape, tierTone, tierWord } from "./tier";
import { onTrusted } from "./trusted";
import { answerForm } from "./type-in/amendments";
import { InlineForm } from "./type-in/form";
import type { TypeForm } from "./type-in/type-form";

type Answer = DecisiveQuestion["answers"][number];

/** Unknowns whose answer would change the result, and what each answer would lead to. */
export function Questions({ questions }: { questions: DecisiveQuestion[] }) {
  const clinician = useContext(ClinicianContext);
  if (questions.length === 0) return null;
  return (
    <Section title={t("questions")} id="questions">
      {questions
        .slice(0, 3)
        .map((one) =>
          clinician === null ? (
            <Foreseen key={one.id} question={one} />
          ) : (
            <Question key={one.id} question={one} clinician={clinician} />
          ),
        )}
    </Section>
  );
}

/** A question where there is nothing to answer it to: only what it would lead to. */
function Foreseen({ question: { question, answers } }: { question: DecisiveQuestion }) {
  return (
    <div class="question">
      <h3>{question}</h3>
      <dl>
        {answers.map((answer) => (
          <div key={answer.label}>
            <dt>{prose(answer.label)}</dt>
            <dd class={tierTone(answer.leadsTo.tier)}>
              <LeadsTo answer={answer} answers={answers} />
            </dd>
          </div>
        ))}
      </dl>
    </div>
  );
}

interface QuestionProps {
  question: DecisiveQuestion;
  clinician: Clinician;
}

/** Every answer is a button with what it leads to: it is taken at once, or asks for the figure only the user knows. */
function Question({ question: { id, question, answers }, clinician }: QuestionProps) {
  const [asking, setAsking] = useState<{ label: string; form: TypeForm } | null>(null);
  const list = useRef<HTMLUListElement>(null);
  const { busy, refused, say } = useSaying();
  const give = ({ label, fact, form }: Answer) => {
    const asked = form === null ? null : answerForm(form, question, fact, clinician.today);
    if (asked !== null) return setAsking(asking?.label === label ? null : { label, form: asked });
    void say(() => clinician.type(`${question} ${label}`, fact));
  };
  const close = () => {
    const opened = asking?.label;
    setAsking(null);
    const place = answers.findIndex(({ label }) => label === opened);
    list.current?.querySelectorAll("button")[place]?.focus();
  };
  return (
    <section class="question" aria-labelledby={`question-${id}`}>
      <h3 id={`question-${id}`}>{question}</h3>
      <ul class="plain answers" ref={list}>
        {answers.map((answer) => (
          <li key={answer.label}>
            <button
              type="button"
              class={`answer ${tierTone(answer.leadsTo.tier)}`}
              disabled={busy}
              aria-expanded={answer.form === null ? undefined : asking?.label === answer.label}
              onClick={onTrusted<Event>(() => give(answer))}
            >
              <span>
                {prose(answer.label)}
                {answer.form !== null && "…"}
              </span>
              <span class="leads-to">
                <LeadsTo answer={answer} answers={answers} />
              </span>
            </button>
            {asking?.label === answer.label && <InlineForm form={asking.form} clinician={clinician} close={close} />}
          </li>
        ))}
      </ul>
      <p role="status">{refused !== null && <span class="reason">{refused}</span>}</p>
    </section>
  );
}

function LeadsTo({ answer: { leadsTo }, answers }: { answer: Answer; answers: Answer[] }) {
  return (
    <>
      <TierShape tier={leadsTo.tier} size={12} /> {tierWord(leadsTo.tier)}
      <span class="from">{beside(leadsTo, answers)}</span>
    </>
  );
}

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
