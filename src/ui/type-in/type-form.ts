import type { IsoDate } from "../../chart/evidence";
import type { Typing } from "../../chart/typed-fact";
import { dateText, decimal, plain } from "../figures";
import { t } from "../text";
import type { Measure } from "./measures";
import { typedDate, typedFigure } from "./typed-value";
import { unitText } from "./unit-text";

/** One thing asked for. */
export interface Field {
  name: string;
  label: string;
  of: { figure: Measure } | { date: true } | { choice: readonly (readonly [value: string, text: string])[] };
  required?: true;
  /** Stands in the field at first. */
  start?: string;
  /** Said of the value in words where it has a label of its own. */
  named?: true;
  /** Something to think about at this value; it is not refused. */
  hint?: (value: number) => string | undefined;
}

/** The values of a form that passed: figures as numbers, dates and choices as text; what was left empty is not there. */
export interface Values {
  figure(name: string): number | null;
  unit(name: string): string;
  text(name: string): string | null;
}

/** What can be typed in one go. */
export interface TypeForm {
  id: string;
  title: string;
  fields: Field[];
  /** What is wrong with the values together, by field. */
  contradiction?: (values: Values) => { field: string; reason: string } | null;
  says: (values: Values) => Typing;
}

/** The texts in the fields, by name; the unit of a figure under `unit:` and its name. */
export type Written = Readonly<Record<string, string>>;

export const unitName = (field: string) => `unit:${field}`;

export function firstWritten({ fields }: TypeForm): Written {
  return Object.fromEntries(
    fields.flatMap(({ name, of, start = "" }): [string, string][] => [
      [name, start],
      ...("figure" in of ? [[unitName(name), of.figure.ranges[0].unit] as [string, string]] : []),
    ]),
  );
}

/** What was written as a typed fact in words and values, or why it is refused, by field. */
export function readForm(
  form: TypeForm,
  written: Written,
  today: IsoDate,
): { about: string; says: Typing } | { refused: Map<string, string> } {
  const refused = new Map<string, string>();
  const values = new Map<string, number | string>();
  for (const field of form.fields) {
    const read = readField(field, written, today);
    if (read.state === "refused") refused.set(field.name, read.reason);
    else if (read.state === "value") values.set(field.name, read.value);
    else if (field.required) refused.set(field.name, t("valueNeeded"));
  }
  const given: Values = {
    figure: (name) => (typeof values.get(name) === "number" ? (values.get(name) as number) : null),
    unit: (name) => written[unitName(name)] ?? "",
    text: (name) => (typeof values.get(name) === "string" ? (values.get(name) as string) : null),
  };
  const wrong = refused.size === 0 ? form.contradiction?.(given) : null;
  if (wrong) refused.set(wrong.field, wrong.reason);
  if (refused.size > 0) return { refused };
  return { about: inWords(form, written, values), says: form.says(given) };
}

function readField({ name, of }: Field, written: Written, today: IsoDate) {
  const text = written[name] ?? "";
  if ("figure" in of) return typedFigure(text, of.figure, written[unitName(name)] ?? "");
  if ("date" in of) return typedDate(text, today);
  return text === "" ? ({ state: "empty" } as const) : ({ state: "value", value: text } as const);
}

/** "FRAX: Major fracture 15 %, Hip fracture 2 %, Nov 23, 2026" */
function inWords(form: TypeForm, written: Written, values: Map<string, number | string>): string {
  const parts = form.fields.flatMap(({ name, label, of, named }) => {
    const value = values.get(name);
    if (value === undefined) return [];
    const shown =
      typeof value === "number"
        ? `${Number.isInteger(value * 100) ? plain(value) : decimal(value, 3)} ${unitText(written[unitName(name)] ?? "")}`.trim()
        : "date" in of
          ? dateText(value)
          : "choice" in of
            ? (of.choice.find(([choice]) => choice === value)?.[1] ?? value)
            : value;
    return [named ? `${label} ${shown}` : shown];
  });
  return parts.length === 0 ? form.title : `${form.title}: ${parts.join(", ")}`;
}
