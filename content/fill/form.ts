import type { FormPlan, FormStep } from "../../src/messages/frax";
import { elementsOf, held, pause, put, sameValue } from "./controls";

const textOf = (element: Element | null) => (element?.textContent ?? "").toLowerCase();

/** Whether the words that name a row stand beside its control: in the nearest part of the page that has any. */
function named({ control, says }: FormStep): boolean {
  if (says === null) return true;
  let around: Element | null = elementsOf(control)?.[0] ?? null;
  while (around && textOf(around).trim() === "") around = around.parentElement;
  return new RegExp(says, "i").test(textOf(around));
}

const standing = ({ structure, steps }: FormPlan): boolean =>
  structure.every(({ at, count }) => document.querySelectorAll(at).length === count) &&
  steps.every((step) => elementsOf(step.control) !== null && named(step));

/** The one known build the page is; null when it is none, or more than one. */
export function formOf(plans: readonly FormPlan[]): FormPlan | null {
  const [first, second] = plans.filter(standing);
  return first && !second ? first : null;
}

/** Waits for a page that builds itself. */
export async function awaitForm(plans: readonly FormPlan[], ms: number): Promise<FormPlan | null> {
  for (let waited = 0; ; waited += 200) {
    const form = formOf(plans);
    if (form || waited >= ms) return form;
    await pause(200);
  }
}

export function inEnglish({ words }: FormPlan): boolean {
  const { lang } = document.documentElement;
  const text = textOf(document.body);
  return (lang === "" || /^en\b/i.test(lang)) && words.every((word) => text.includes(word));
}

/** Whether somebody has already typed into the form, or the page remembers what stood in it before. */
export function inUse({ empty, steps }: FormPlan): boolean {
  const named = empty.some((at) =>
    [...document.querySelectorAll<HTMLInputElement>(at)].some(({ value }) => value.trim() !== ""),
  );
  const stands = steps.some(({ control }) => (control.as === "text" ? held(control) !== "" : held(control) === "yes"));
  return named || stands;
}

export type Values = Record<string, string | null>;

export const valuesOf = ({ steps }: FormPlan): Values =>
  Object.fromEntries(steps.map(({ field, control }) => [field, held(control)]));

export const sameValues = (a: Values, b: Values): boolean => Object.keys(a).every((field) => a[field] === b[field]);

/** Long enough for a page to draw itself anew from what it took in. */
const SETTLE_MS = 400;

/** Fills what the plan has a value for. Gives the rows that do not hold what they should; none when all is well. */
export async function fill(plan: FormPlan): Promise<string[]> {
  const before = valuesOf(plan);
  for (const { control, value } of plan.steps) {
    if (value === null) continue;
    await put(control, value);
    await pause(20);
  }
  await pause(SETTLE_MS);
  return plan.steps
    .filter(({ field, control, value }) => {
      const now = held(control);
      return value === null ? now !== before[field] && !dependsOn(field) : now === null || !sameValue(value, now);
    })
    .map(({ field }) => field);
}

/** The density's own row may be emptied or shown by the choice of the maker. */
const dependsOn = (field: string) => field === "bmd";

/** Takes everything out that the plan put in; true when no figure and no "yes" of it is left. */
export async function clear(plan: FormPlan): Promise<boolean> {
  const ours = () =>
    plan.steps.filter(({ control, value }) => {
      const now = held(control);
      const counts = control.as === "text" || value === "yes";
      return counts && value !== null && now !== null && now !== "" && sameValue(value, now);
    });
  for (const { control } of ours()) await put(control, control.as === "text" ? "" : "no");
  await pause(SETTLE_MS);
  return ours().length === 0;
}
