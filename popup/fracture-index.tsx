import { useEffect, useState } from "preact/hooks";
import type { ExtensionAnswers } from "../src/messages/extension";
import { askWorker } from "../src/ui/ask-worker";
import { type TextKey, t } from "../src/ui/text";
import type { TypedCase } from "./typed-case";

const QUESTIONS = [
  ["fractureAfter50", "indexFracture"],
  ["motherHipFractureAfter50", "indexMother"],
  ["currentSmoker", "indexSmoker"],
  ["needsArmsToRise", "indexArms"],
] as const satisfies readonly (readonly [string, TextKey])[];

type Question = (typeof QUESTIONS)[number][0];
type Answers = Partial<Record<Question, boolean>>;

/** FRACTURE Index, a calculator of its own: age, weight and total-hip T-score from above, four questions of its own. */
export function FractureIndex({ typed }: { typed: TypedCase }) {
  const [answers, setAnswers] = useState<Answers>({});
  const { age, weightKg, sex, dxa } = typed;
  const totalHip = dxa.find(({ site, t }) => site === "TH" && typeof t === "number")?.t as number | undefined;
  const lacks = [
    sex === "F" ? null : t("indexWomen"),
    age === null || age < 65 ? t("indexAge") : null,
    weightKg === null ? t("weight") : null,
    totalHip === undefined ? t("siteTH") : null,
    QUESTIONS.some(([name]) => answers[name] === undefined) ? t("indexAnswers") : null,
  ].filter((lack) => lack !== null);
  const input =
    lacks.length === 0 && age !== null && weightKg !== null && totalHip !== undefined
      ? { ...(answers as Record<Question, boolean>), age, weightKg, totalHipT: totalHip }
      : null;
  return (
    <details class="fracture-index">
      <summary>
        <h3>{t("indexTitle")}</h3>
      </summary>
      <p class="from">{t("indexLabel")}</p>
      {QUESTIONS.map(([name, label]) => (
        <fieldset key={name} class="choice">
          <legend>{t(label)}</legend>
          {([true, false] as const).map((answer) => (
            <label key={String(answer)} class="condition">
              <input
                type="radio"
                name={name}
                checked={answers[name] === answer}
                onChange={() => setAnswers({ ...answers, [name]: answer })}
              />{" "}
              {t(answer ? "yes" : "no")}
            </label>
          ))}
        </fieldset>
      ))}
      {lacks.length > 0 && <p class="quiet">{t("indexNeeds", lacks.join(", "))}</p>}
      {input !== null && <IndexResult key={JSON.stringify(input)} input={input} />}
    </details>
  );
}

function IndexResult({ input }: { input: Parameters<typeof indexOf>[0] }) {
  const [answer, setAnswer] = useState<ExtensionAnswers["fracture-index"] | "failed" | null>(null);
  useEffect(() => {
    indexOf(input).then(setAnswer, () => setAnswer("failed"));
  }, []);
  if (answer === null) return null;
  if (answer === "failed") return <p class="refusals">{t("didNotWork")}</p>;
  const { points, risk } = answer;
  return (
    <div role="status">
      <p>
        <strong>{t("indexPoints", points)}</strong>
      </p>
      {risk === null ? <p>{t("indexNoRisk")}</p> : <p>{t("indexRisk", risk.hip, risk.vertebral, risk.nonVertebral)}</p>}
    </div>
  );
}

function indexOf(input: Record<Question, boolean> & { age: number; weightKg: number; totalHipT: number }) {
  return askWorker<"fracture-index">({ kind: "fracture-index", input });
}
