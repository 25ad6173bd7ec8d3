import type { Assessment } from "../rules/assessment";
import { dateText } from "./figures";
import { type TextKey, t } from "./text";
import { onTrusted } from "./trusted";

const ADVICE: [TextKey, TextKey][] = [
  ["sheetCalcium", "sheetCalciumText"],
  ["sheetVitaminD", "sheetVitaminDText"],
  ["sheetMove", "sheetMoveText"],
  ["sheetBalance", "sheetBalanceText"],
  ["sheetFalls", "sheetFallsText"],
  ["sheetSmoking", "sheetSmokingText"],
  ["sheetAlcohol", "sheetAlcoholText"],
  ["sheetWeight", "sheetWeightText"],
];

const QUESTIONS: TextKey[] = ["sheetAskRisk", "sheetAskMedicine", "sheetAskDentist", "sheetAskNext"];

export function PrintSheet() {
  return (
    <button type="button" class="button print-sheet" onClick={onTrusted<Event>(() => print())}>
      {t("printSheet")}
    </button>
  );
}

/**
 * One page in plain language for the patient: what the source article advises everyone, and questions to ask.
 * Only on paper; it names no patient, no tier and no drug.
 */
export function PatientSheet({ asOf }: Pick<Assessment, "asOf">) {
  return (
    <article class="patient-sheet">
      <h1>{t("sheetTitle")}</h1>
      <p>{t("sheetIntro")}</p>
      <dl>
        {ADVICE.map(([title, text]) => (
          <div key={title}>
            <dt>{t(title)}</dt>
            <dd>{t(text)}</dd>
          </div>
        ))}
      </dl>
      <h2>{t("sheetAsk")}</h2>
      <ul>
        {QUESTIONS.map((question) => (
          <li key={question}>{t(question)}</li>
        ))}
      </ul>
      <p class="from">{t("sheetFoot", dateText(asOf))}</p>
    </article>
  );
}
