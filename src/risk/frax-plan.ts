import { CALCULATORS, type CalculatorId, type FraxModel } from "../sources/frax-models";
import type { FormField, FormPlan, FraxForm } from "./frax-form";
import { FRAXPLUS_2023, FRAXPLUS_2025 } from "./frax-fraxplus";
import type { FraxInputs } from "./frax-inputs";
import { SHEFFIELD } from "./frax-sheffield";

/** The known builds of each official page, newest first. */
export const FORMS: Record<CalculatorId, readonly FraxForm[]> = {
  fraxplus: [FRAXPLUS_2025, FRAXPLUS_2023],
  sheffield: [SHEFFIELD],
};

/** Weight and height go out in these (RISK.md 1.1). */
const UNITS = "kg / cm";

function valueFor(field: FormField, { inputs, neck }: FraxInputs, model: FraxModel, form: FraxForm): string | null {
  switch (field) {
    case "continent":
      return model.continent;
    case "model":
      return model.name;
    case "units":
      return UNITS;
    case "maker":
      return neck === null ? null : neck.as === "t" ? form.makers.tScore : form.makers[neck.maker];
    default: {
      const input = inputs[field];
      return input.state === "found" ? input.value : null;
    }
  }
}

/** A build whose menus cannot be set for this model is left out. */
const fits = (form: FraxForm, model: FraxModel) =>
  model.continent !== null || !form.rows.some(({ field }) => field === "continent");

/** What is filled where, for every build the page may turn out to be; empty where the page cannot be filled for the model. */
export function fraxPlans(calculator: CalculatorId, model: FraxModel, inputs: FraxInputs): FormPlan[] {
  return FORMS[calculator]
    .filter((form) => fits(form, model))
    .map((form) => {
      const { build, structure, words, empty, rows, results } = form;
      const steps = rows.map((row) => ({ ...row, value: valueFor(row.field, inputs, model, form) }));
      return { build, structure, words, empty, steps, results };
    });
}

/** The public page for a country model; nothing of a patient is in it. */
export function calculatorAddress(calculator: CalculatorId, model: FraxModel): string {
  return `${CALCULATORS[calculator].page}?country=${model.id}`;
}

/**
 * The plans that may be used at an address: none away from the calculator; where the address does not name the model,
 * only those that set it in the form.
 */
export function plansAt(
  address: string,
  calculator: CalculatorId,
  model: FraxModel,
  plans: readonly FormPlan[],
): FormPlan[] {
  if (!URL.canParse(address)) return [];
  const { protocol, hostname, searchParams } = new URL(address);
  if (!CALCULATORS[calculator].origins.includes(`${protocol}//${hostname}/*`)) return [];
  if (searchParams.get("country") === String(model.id)) return [...plans];
  return plans.filter(({ steps }) => steps.some(({ field }) => field === "model"));
}
