import type { TargetedEvent } from "preact";
import { useId, useRef, useState } from "preact/hooks";
import type { ReadAt } from "../../chart/typed-fact";
import { type Clinician, useSaying } from "../clinician";
import { t } from "../text";
import { onTrusted } from "../trusted";
import { FieldRow } from "./field-row";
import { firstWritten, readForm, type TypeForm } from "./type-form";

interface FormProps {
  form: TypeForm;
  clinician: Clinician;
  /** What was read there does not hold any more once this is typed. */
  instead?: ReadAt | undefined;
  /** The first field takes the keyboard as the form opens. */
  takesKeyboard?: boolean;
  /** It was taken over, or given up. */
  close: () => void;
}

/** An inline form. Nothing is taken over while a field is wrong; what the worker refuses is said beneath it. */
export function InlineForm({ form, clinician, instead, takesKeyboard = true, close }: FormProps) {
  const id = useId();
  const element = useRef<HTMLFormElement>(null);
  const [written, setWritten] = useState(() => firstWritten(form));
  const [wrong, setWrong] = useState<ReadonlyMap<string, string>>(new Map());
  const { busy, refused, say } = useSaying();

  const submit = (event: TargetedEvent<HTMLFormElement, SubmitEvent>) => {
    event.preventDefault();
    if (!event.isTrusted || busy) return;
    const read = readForm(form, written, clinician.today);
    if ("refused" in read) {
      setWrong(read.refused);
      const [first] = read.refused.keys();
      element.current?.querySelector<HTMLElement>(`[name="${first}"]`)?.focus();
      return;
    }
    setWrong(new Map());
    void say(() => clinician.type(read.about, read.says, instead), close);
  };
  const write = (name: string, text: string) => {
    setWritten((before) => ({ ...before, [name]: text }));
    if (wrong.has(name)) setWrong(new Map([...wrong].filter(([other]) => other !== name)));
  };
  return (
    <form
      ref={element}
      class="type-in"
      noValidate={true}
      onSubmit={submit}
      onKeyDown={(event) => {
        if (event.key !== "Escape") return;
        event.preventDefault();
        close();
      }}
    >
      {form.fields.map((field, place) => (
        <FieldRow
          key={field.name}
          id={`${id}${field.name}`}
          field={field}
          written={written}
          reason={wrong.get(field.name)}
          first={place === 0 && takesKeyboard}
          write={write}
        />
      ))}
      <p class="buttons">
        <button type="submit" class="button primary" disabled={busy}>
          {t("use")}
        </button>
        <button type="button" class="button" onClick={onTrusted<Event>(close)}>
          {t("cancel")}
        </button>
      </p>
      <p role="status">{refused !== null && <span class="reason">{refused}</span>}</p>
    </form>
  );
}
