import type { ComponentChildren, TargetedEvent } from "preact";
import { createContext } from "preact";
import { useContext, useState } from "preact/hooks";
import { dateText } from "../src/ui/figures";
import { type TextKey, t } from "../src/ui/text";
import { FIGURES, type FigureName } from "../src/ui/type-in/measures";
import { unitText } from "../src/ui/type-in/unit-text";
import { type ChoiceName, type Choices, DATES, type DateName, type Form, readingOf } from "./form";
import type { FieldName } from "./typed-case";

/** The form being filled, why some of its fields are refused, and how to change it. */
export interface Filling {
  form: Form;
  refused: Map<FieldName, string>;
  change: (next: (form: Form) => Form) => void;
}

export const FillingContext = createContext<Filling | null>(null);

/** The name of a field as its label has it. */
export function fieldLabel(name: FieldName): string {
  if (name in FIGURES) return t(FIGURES[name as FigureName].label);
  if (name in DATES) return t(DATES[name as DateName]);
  return t("fractureSite");
}

function useFilling(): Filling {
  const filling = useContext(FillingContext);
  if (filling === null) throw new Error("A field stands in a form");
  return filling;
}

interface RowProps {
  name: FieldName;
  label: string;
  touched: boolean;
  hint?: string | undefined;
  children: (described: string | undefined, invalid: boolean) => ComponentChildren;
}

/** Label, control and, beneath them, why the value is refused. */
function Row({ name, label, touched, hint, children }: RowProps) {
  const { form, refused } = useFilling();
  const reason = refused.get(name);
  const shown = touched && reason !== undefined;
  const described = shown ? `${name}-reason` : hint === undefined ? undefined : `${name}-hint`;
  return (
    <div class={shown ? "field refused" : "field"}>
      <label for={name}>{label}</label>
      <div class="control">{children(described, shown)}</div>
      {shown && (
        <p class="reason" id={`${name}-reason`}>
          {reason}
        </p>
      )}
      <From form={form} name={name} />
      {!shown && hint !== undefined && (
        <p class="field-hint" id={`${name}-hint`}>
          {hint}
        </p>
      )}
    </div>
  );
}

/** Whether the field still says what the chart says; only where a chart filled the form. */
function From({ form, name }: { form: Form; name: FieldName }) {
  const reading = readingOf(form, name);
  const was = form.readings[name];
  if (reading === undefined)
    return was === undefined ? null : <p class="field-from typed">{t("fieldTyped", was.value)}</p>;
  return (
    <p class="field-from" title={reading.text}>
      {reading.date === null ? t("fieldChart") : t("fieldChartDate", dateText(reading.date))}
    </p>
  );
}

/** A figure with its unit; a choice of units where more than one is in use. */
export function FigureField({ name, hint }: { name: FigureName; hint?: string | undefined }) {
  const { form, change } = useFilling();
  const [touched, setTouched] = useState(false);
  const { label, ranges } = FIGURES[name];
  const type = (event: TargetedEvent<HTMLInputElement>) => {
    const text = event.currentTarget.value;
    change((before) => ({ ...before, figures: { ...before.figures, [name]: text } }));
  };
  const measure = (event: TargetedEvent<HTMLSelectElement>) => {
    const unit = event.currentTarget.value;
    change((before) => ({ ...before, units: { ...before.units, [name]: unit } }));
  };
  const first = ranges[0].unit;
  return (
    <Row name={name} label={t(label)} touched={touched} hint={hint}>
      {(described, invalid) => (
        <>
          <input
            id={name}
            type="text"
            inputMode="decimal"
            autoComplete="off"
            value={form.figures[name]}
            aria-invalid={invalid}
            aria-describedby={described}
            onInput={type}
            onBlur={() => setTouched(form.figures[name] !== "")}
          />
          {ranges.length > 1 ? (
            <select aria-label={t("unitOf", t(label))} value={form.units[name]} onChange={measure}>
              {ranges.map(({ unit }) => (
                <option key={unit} value={unit}>
                  {unitText(unit)}
                </option>
              ))}
            </select>
          ) : (
            <span class="unit">{unitText(first)}</span>
          )}
        </>
      )}
    </Row>
  );
}

export function DateField({ name }: { name: DateName }) {
  const { form, change } = useFilling();
  const [touched, setTouched] = useState(false);
  const type = (event: TargetedEvent<HTMLInputElement>) => {
    const text = event.currentTarget.value;
    change((before) => ({ ...before, dates: { ...before.dates, [name]: text } }));
  };
  return (
    <Row name={name} label={t(DATES[name])} touched={touched}>
      {(described, invalid) => (
        <input
          id={name}
          class="date"
          type="text"
          autoComplete="off"
          placeholder={t("dateShape")}
          value={form.dates[name]}
          aria-invalid={invalid}
          aria-describedby={described}
          onInput={type}
          onBlur={() => setTouched(form.dates[name] !== "")}
        />
      )}
    </Row>
  );
}

interface ChoiceProps<N extends ChoiceName> {
  name: N;
  label: TextKey;
  /** Value and text; the empty value comes first by itself. */
  options: readonly (readonly [Choices[N], string])[];
  /** What leaving it alone means; "not known" unless the case knows no such thing. */
  empty?: TextKey;
}

export function ChoiceField<N extends ChoiceName>({ name, label, options, empty = "notKnown" }: ChoiceProps<N>) {
  const { form, change } = useFilling();
  const choose = (event: TargetedEvent<HTMLSelectElement>) => {
    const value = event.currentTarget.value;
    change((before) => ({ ...before, choices: { ...before.choices, [name]: value } }));
  };
  return (
    <Row name={name} label={t(label)} touched={true}>
      {(described, invalid) => (
        <select
          id={name}
          value={form.choices[name]}
          aria-invalid={invalid}
          aria-describedby={described}
          onChange={choose}
        >
          <option value="">{t(empty)}</option>
          {options.map(([value, text]) => (
            <option key={value} value={value}>
              {text}
            </option>
          ))}
        </select>
      )}
    </Row>
  );
}

export function ConditionField({ condition, label }: { condition: string; label: TextKey }) {
  const { form, change } = useFilling();
  const toggle = (event: TargetedEvent<HTMLInputElement>) => {
    const has = event.currentTarget.checked;
    change((before) => {
      const others = before.conditions.filter((other) => other !== condition);
      return { ...before, conditions: has ? [...others, condition] : others };
    });
  };
  return (
    <label class="condition">
      <input type="checkbox" checked={form.conditions.includes(condition)} onChange={toggle} /> {t(label)}
    </label>
  );
}

/** A titled group of fields. */
export function Group({ title, children }: { title: TextKey; children: ComponentChildren }) {
  return (
    <fieldset>
      <legend>{t(title)}</legend>
      {children}
    </fieldset>
  );
}
