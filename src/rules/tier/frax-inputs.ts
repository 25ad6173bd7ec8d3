import { FRAX_FIELDS, type FraxField } from "../../risk/frax-input";
import { type FraxInputs, fraxInputs } from "../../risk/frax-inputs";
import type { Question, Reader } from "../reader";
import { listed } from "../words";

const NAMES: Readonly<Record<FraxField, string>> = {
  age: "age",
  sex: "sex",
  weight: "weight",
  height: "height",
  previousFracture: "prior fracture",
  parentHip: "parent hip fracture",
  smoking: "smoking",
  glucocorticoids: "glucocorticoid",
  rheumatoidArthritis: "rheumatoid arthritis",
  secondaryOsteoporosis: "secondary osteoporosis",
  alcohol: "alcohol 3 or more a day",
  bmd: "femoral neck density",
};

/** The twelve inputs of FRAX (RISK.md 1.1) as the chart gives them. */
export const fraxInputsRead: Question<FraxInputs> = (r) =>
  r.derive(fraxInputs, ({ inputs }) => Object.values(inputs).flatMap(({ evidence }) => evidence));

/** "Found: age, sex, no smoking. Missing: weight." */
export function fraxInputsText(r: Reader): string {
  const { inputs } = r.ask(fraxInputsRead);
  const found = FRAX_FIELDS.flatMap((field) => {
    const input = inputs[field];
    if (input.state !== "found") return [];
    return [input.value === "no" ? `no ${NAMES[field]}` : NAMES[field]];
  });
  const missing = FRAX_FIELDS.filter((field) => inputs[field].state !== "found").map((field) => NAMES[field]);
  if (missing.length === 0) return `All twelve inputs are found: ${listed(found)}.`;
  return `Found: ${listed(found) || "nothing"}. Missing: ${listed(missing)}.`;
}
