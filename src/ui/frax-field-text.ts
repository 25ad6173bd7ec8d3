import type { FraxField, FraxInputs } from "../messages/frax";
import { type TextKey, t } from "./text";

/** The rows of the official calculator by the text that names them. */
export const FRAX_FIELD_TEXT: Record<FraxField, TextKey> = {
  age: "fraxAge",
  sex: "fraxSex",
  weight: "fraxWeight",
  height: "fraxHeight",
  previousFracture: "fraxPreviousFracture",
  parentHip: "fraxParentHip",
  smoking: "fraxSmoking",
  glucocorticoids: "fraxGlucocorticoids",
  rheumatoidArthritis: "fraxRheumatoidArthritis",
  secondaryOsteoporosis: "fraxSecondaryOsteoporosis",
  alcohol: "fraxAlcohol",
  bmd: "fraxBmd",
};

/** In the order of the calculator's page; stored objects keep none. */
export const FRAX_ROWS = Object.keys(FRAX_FIELD_TEXT) as FraxField[];

/** Rows in words; rows of the form beside the twelve are left out. */
export function fieldsText(fields: readonly string[]): string {
  return fields
    .flatMap((field) => (field in FRAX_FIELD_TEXT ? [t(FRAX_FIELD_TEXT[field as FraxField])] : []))
    .join(", ");
}

/** The twelve values line by line, as they are typed into the calculator; neither name nor number of the patient. */
export function valuesText({ inputs, neck }: FraxInputs): string {
  return FRAX_ROWS.map((field) => {
    const input = inputs[field];
    const refused = input.state === "unusable" ? `${input.text} (${input.why})` : t("fraxInputNotFound");
    const value = input.state === "found" ? input.value : refused;
    const maker = field === "bmd" && neck !== null ? (neck.as === "bmd" ? `${neck.maker} ` : "T-score ") : "";
    return `${t(FRAX_FIELD_TEXT[field])}: ${maker}${value}`;
  }).join("\n");
}
