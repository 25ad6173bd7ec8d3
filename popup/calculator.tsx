import { useEffect, useMemo, useState } from "preact/hooks";
import browser from "webextension-polyfill";
import type { ListKind } from "../src/chart/chart";
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
import { FractureIndex } from "./fracture-index";
import { formFromChart } from "./from-chart";
import { type FieldName, statedLists, type TypedCase, typedCase } from "./typed-case";

type Answer = ExtensionAnswers["assess-typed"];
const PAUSE_MS = 150;

/** The same rules over typed values, live. While a field is refused there is no result at all. */
export function Calculator() {
  const today = useMemo(localToday, []);
  const [form, setForm] = useState<Form>(() => emptyForm(today));
  const [round, setRound] = useState(0);
  const chart = useChart(today);
  const { case: input, refused } = useMemo(() => typedCase(form, today), [form, today]);
  const untouched = JSON.stringify(form) === JSON.stringify(emptyForm(today));
  const seen = useMemo(() => statedLists(form, input), [form, input]);
  const answer = useAnswer(untouched || refused.size > 0 ? null : { input, seen }, today);
  const filling: Filling = { form, refused, change: setForm };
  const fill = (next: Form) => {
    setForm(next);
    setRound((before) => before + 1);
  };
  // A form that somebody has begun is not overwritten.
  useEffect(() => {
    if (chart !== null && untouched) fill(chart.form);
  }, [chart]);
  return (
    <FillingContext.Provider value={filling}>
      <div class="calculator">
        <form key={round} aria-labelledby="calculator" onSubmit={(event) => event.preventDefault()}>
          <header>
            <h2 id="calculator">{t("calculator")}</h2>
            {answer !== null && "assessment" in answer && <InBrief tier={answer.assessment.tier} />}
            <span class="buttons">
              {chart !== null && (
                <button type="button" class="button" onClick={() => fill(chart.form)}>
                  {t("backToChart")}
                </button>
              )}
              <button type="button" class="button" onClick={() => fill(emptyForm(today))}>
                {t("reset")}
              </button>
            </span>
          </header>
          {chart !== null && Object.keys(form.readings).length > 0 && <FromChart leftOut={chart.leftOut} />}
          <CalculatorForm form={form} />
        </form>
        <div class="result">
          <p class="visually-hidden" role="status" aria-live="polite">
            {answer !== null && "assessment" in answer && t("newsTier", tierWord(answer.assessment.tier))}
          </p>
          {untouched && <p class="quiet">{t("typeToStart")}</p>}
          <Refusals refused={refused} />
          <Result answer={answer} />
          <FractureIndex key={round} typed={input} />
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
function useAnswer(typed: { input: TypedCase; seen: ListKind[] } | null, asOf: string): Answer | null {
  const [answered, setAnswered] = useState<{ to: string; answer: Answer } | null>(null);
  const question = typed === null ? null : JSON.stringify(typed);
  useEffect(() => {
    if (question === null) return;
    let overtaken = false;
    const show = (answer: Answer) => {
      if (!overtaken) setAnswered({ to: question, answer });
    };
    const ask = setTimeout(() => {
      askWorker<"assess-typed">({ kind: "assess-typed", ...JSON.parse(question), asOf }).then(
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

interface FromTab {
  form: Form;
  leftOut: string[];
}

/** What the chart of the current tab fills in; null where there is none. */
function useChart(today: string): FromTab | null {
  const [chart, setChart] = useState<FromTab | null>(null);
  useEffect(() => {
    chartOfTab(today).then(setChart, () => setChart(null));
  }, [today]);
  return chart;
}

async function chartOfTab(today: string): Promise<FromTab | null> {
  const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
  if (tab?.id === undefined) return null;
  const answer = await askWorker<"chart-case">({ kind: "chart-case", tabId: tab.id });
  if (answer === undefined || !("input" in answer)) return null;
  return { form: formFromChart(answer, today), leftOut: answer.leftOut };
}

/** That the form is the chart's, and what of the chart it does not hold. */
function FromChart({ leftOut }: { leftOut: string[] }) {
  return (
    <div class="from-chart">
      <p>{t("filledFromChart")}</p>
      {leftOut.length > 0 && (
        <details>
          <summary>{t("notTakenOver", leftOut.length)}</summary>
          <ul>
            {leftOut.map((text) => (
              <li key={text}>{text}</li>
            ))}
          </ul>
        </details>
      )}
    </div>
  );
}

/** Today in the user's own time zone. */
function localToday(): string {
  const now = new Date();
  const two = (number: number) => String(number).padStart(2, "0");
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}
