import type { FraxInput, FraxInputs as Inputs } from "../messages/frax";
import { Evidence } from "./evidence";
import { prose } from "./figures";
import { FRAX_FIELD_TEXT, FRAX_ROWS } from "./frax-field-text";
import { listName } from "./looked-at";
import { t } from "./text";

/** The twelve inputs of the official calculator: found, found to be no, not found and where one could look. */
export function FraxInputsList({ inputs }: Pick<Inputs, "inputs">) {
  return (
    <dl class="frax-inputs">
      {FRAX_ROWS.map((field) => (
        <div key={field} class={inputs[field].state}>
          <dt>{t(FRAX_FIELD_TEXT[field])}</dt>
          <dd>
            <InputValue input={inputs[field]} />
          </dd>
        </div>
      ))}
    </dl>
  );
}

function InputValue({ input }: { input: FraxInput }) {
  const { evidence } = input;
  return (
    <>
      {evidence.length === 0 ? (
        <strong>{shortValue(input)}</strong>
      ) : (
        <details class="read-from">
          <summary title={t("fraxReadFrom")}>
            <strong>{shortValue(input)}</strong>
          </summary>
          {evidence.map((one) => (
            <Evidence key={JSON.stringify(one)} evidence={one} />
          ))}
        </details>
      )}
      {input.state === "found" && isAnswer(input.value) && <span class="from">{prose(input.text)}</span>}
      {input.state === "found" && input.notes.map((note) => <Hint key={note} text={note} />)}
      {input.state === "unusable" && <Hint text={input.why} />}
      {input.state === "not-found" && input.why !== null && <Hint text={input.why} />}
      {input.state === "not-found" && input.look.length > 0 && (
        <span class="from">{t("fraxLookIn", input.look.map(listName).join(", "))}</span>
      )}
    </>
  );
}

function Hint({ text }: { text: string }) {
  return <span class="field-hint">{prose(text)}</span>;
}

const isAnswer = (value: string) => value === "yes" || value === "no";

/** "Yes", "No", "68 years", "not found". */
export function shortValue(input: FraxInput): string {
  if (input.state === "not-found") return t("fraxInputNotFound");
  if (input.state === "unusable") return input.text;
  return prose(isAnswer(input.value) ? t(input.value === "yes" ? "yes" : "no") : input.text);
}
