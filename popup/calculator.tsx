import { useEffect, useMemo, useState } from "preact/hooks";
import type { ExtensionAnswers } from "../src/messages/extension";
import type { Tier } from "../src/rules/assessment";
import { askWorker } from "../src/ui/ask-worker";
import { AssessmentView } from "../src/ui/assessment-view";
import { Rejected } from "../src/ui/looked-at";
import { t } from "../src/ui/text";
import { TierShape, tierTone, tierWord } from "../src/ui/tier";
import { TypedContext } from "../src/ui/typed-context";
import { CalculatorForm } from "./calculator-form";
import { type Filling, FillingContext, fieldLabel } from "./fields";
import { emptyForm, type Form } from "./form";
import { type FieldName, type TypedCase, typedCase } from "./typed-case";

type Answer = ExtensionAnswers["assess-typed"];
const PAUSE_MS = 150;

/** The same rules over typed values, live. While a field is refused there is no result at all. */
export function Calculator() {
  const today = useMemo(localToday, []);
  const [form, setForm] = useState<Form>(() => emptyForm(today));
  const [round, setRound] = useState(0);
  const { case: input, refused } = useMemo(() => typedCase(form, today), [form, today]);
  const untouched = JSON.stringify(form) === JSON.stringify(emptyForm(today));
  const answer = useAnswer(untouched || refused.size > 0 ? null : input, today);
  const filling: Filling = { form, refused, change: setForm };
  const reset = () => {
    setForm(emptyForm(today));
    setRound(round + 1);
  };
  return (
    <FillingContext.Provider value={filling}>
      <div class="calculator">
        <form key={round} aria-labelledby="calculator" onSubmit={(event) => event.preventDefault()}>
          <header>
            <h2 id="calculator">{t("calculator")}</h2>
            {answer !== null && "assessment" in answer && <InBrief tier={answer.assessment.tier} />}
            <button type="button" class="button" onClick={reset}>
              {t("reset")}
            </button>
          </header>
          <CalculatorForm form={form} />
        </form>
        <div class="result">
          <p class="visually-hidden" role="status" aria-live="polite">
            {answer !== null && "assessment" in answer && t("newsTier", tierWord(answer.assessment.tier))}
          </p>
          {untouched && <p class="quiet">{t("typeToStart")}</p>}
          <Refusals refused={refused} />
          <Result answer={answer} />
        </div>
      </div>
    </FillingContext.Provider>
  );
}

/** The tier beside the fields, where the result itself is further down. */
function InBrief({ tier }: { tier: Tier }) {
  return (
    <span class={`in-brief ${tierTone(tier)}`} aria-hidden="true">
      <TierShape tier={tier} size={14} /> {tierWord(tier)}
    </span>
  );
}

/** Why there is no result while a field cannot be true. */
function Refusals({ refused }: { refused: Map<FieldName, string> }) {
  if (refused.size === 0) return null;
  return (
    <div class="refusals">
      <p>{t("withheld")}</p>
      <ul>
        {[...refused].map(([name, reason]) => (
          <li key={name}>
            <a href={`#${name}`} onClick={focusField(name)}>
              {fieldLabel(name)}
            </a>
            : {reason}
          </li>
        ))}
      </ul>
    </div>
  );
}

function focusField(name: FieldName) {
  return (event: Event) => {
    event.preventDefault();
    document.getElementById(name)?.focus();
  };
}

function Result({ answer }: { answer: Answer | null }) {
  if (answer === null) return null;
  if ("refused" in answer) return <p class="refusals">{answer.refused}</p>;
  return (
    <TypedContext.Provider value={true}>
      <Rejected rejected={answer.rejected} open={true} />
      <AssessmentView assessment={answer.assessment} />
    </TypedContext.Provider>
  );
}

/** Asks the worker after a short pause in typing. An older answer never stands beside newer values. */
function useAnswer(input: TypedCase | null, asOf: string): Answer | null {
  const [answered, setAnswered] = useState<{ to: string; answer: Answer } | null>(null);
  const question = input === null ? null : JSON.stringify(input);
  useEffect(() => {
    if (question === null) return;
    let overtaken = false;
    const show = (answer: Answer) => {
      if (!overtaken) setAnswered({ to: question, answer });
    };
    const ask = setTimeout(() => {
      askWorker<"assess-typed">({ kind: "assess-typed", input: JSON.parse(question), asOf }).then(
        (answer) => show(answer ?? { refused: t("didNotWork") }),
        () => show({ refused: t("didNotWork") }),
      );
    }, PAUSE_MS);
    return () => {
      overtaken = true;
      clearTimeout(ask);
    };
  }, [question, asOf]);
  return answered !== null && answered.to === question ? answered.answer : null;
}

/** Today in the user's own time zone. */
function localToday(): string {
  const now = new Date();
  const two = (number: number) => String(number).padStart(2, "0");
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}
