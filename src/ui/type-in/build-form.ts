import type { TypedInput, Typing } from "../../chart/typed-fact";
import { type TextKey, t } from "../text";
import type { Measure } from "./measures";
import type { Field, TypeForm, Values } from "./type-form";

/** Short ways to write forms: fields by kind, and what the values given say. */
export const values = (input: TypedInput): Typing => ({ kind: "values", input });
export const says = (input: (given: Values) => TypedInput) => (given: Values) => values(input(given));

export const figure = (name: string, of: Measure, more: Partial<Field> = {}): Field => ({
  name,
  label: t(of.label),
  of: { figure: of },
  ...more,
});
export const date = (name: string, label: TextKey, more: Partial<Field> = {}): Field => ({
  name,
  label: t(label),
  of: { date: true },
  ...more,
});
export const choice = (
  name: string,
  label: TextKey,
  options: [string, string][],
  more: Partial<Field> = {},
): Field => ({
  name,
  label: t(label),
  of: { choice: options },
  ...more,
});
export const texts = (options: [string, TextKey][]): [string, string][] =>
  options.map(([value, text]) => [value, t(text)]);
export const yesNo = () =>
  texts([
    ["yes", "yes"],
    ["no", "no"],
  ]);
export const truth = (given: Values, name: string): boolean | null =>
  given.text(name) === null ? null : given.text(name) === "yes";
export const must = { required: true } as const;
export const named = { named: true } as const;

/** One thing with one field of the same name. */
export function single(id: string, field: Field, input: (given: Values) => TypedInput): TypeForm {
  return { id, title: field.label, fields: [{ ...field, required: true }], says: says(input) };
}

/** Pounds and inches as kilograms and centimetres, to one decimal. */
export const metric = (given: Values, name: string, unit: string, factor: number): number | null => {
  const value = given.figure(name);
  return value === null ? null : Math.round((given.unit(name) === unit ? value * factor : value) * 10) / 10;
};

/** International avoirdupois pound and inch, exact. */
export const KG_PER_LB = 0.45359237;
export const CM_PER_INCH = 2.54;
