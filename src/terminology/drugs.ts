import { BONE_DRUGS } from "./bone-drugs";
import type { Drug, DrugClass } from "./drug";
import { DRUGS_THAT_HARM } from "./drugs-harm";
import { INTERACTING_DRUGS } from "./drugs-interacting";
import { GLUCOCORTICOIDS } from "./glucocorticoids";

/** Every drug a rule knows (CLINICAL.md 4.1, 4.3, 4.4). */
export const DRUGS: readonly Drug[] = [...BONE_DRUGS, ...GLUCOCORTICOIDS, ...DRUGS_THAT_HARM, ...INTERACTING_DRUGS];

const BY_NAME: ReadonlyMap<string, Drug> = new Map(
  DRUGS.flatMap((drug) =>
    [drug.ingredient, ...drug.names, ...drug.brands, ...(drug.oncologyBrands ?? [])].map(
      (name) => [name.toLowerCase(), drug] as const,
    ),
  ),
);

/** A biosimilar's four-letter suffix: "denosumab-bbdz" is denosumab. */
const SUFFIX = /-[a-z]{4}$/;

/** The drug an ingredient, synonym or brand names exactly; undefined when none does. */
export function drugByIngredient(name: string): Drug | undefined {
  const key = name.trim().toLowerCase();
  return BY_NAME.get(key) ?? BY_NAME.get(key.replace(SUFFIX, ""));
}

const WORDS: readonly { drug: Drug; word: RegExp; length: number }[] = [...BY_NAME]
  .map(([name, drug]) => ({
    drug,
    length: name.length,
    word: new RegExp(`(?<![a-z])${name.replace(/[^a-z0-9]+/g, "[^a-z0-9]+")}(?![a-z])`, "i"),
  }))
  .sort((a, b) => b.length - a.length);

/** The drug a free text names ("predniSONE 10 mg tab daily"), the longest name first; undefined when none. */
export function drugInText(text: string): Drug | undefined {
  return WORDS.find(({ word }) => word.test(text))?.drug;
}

export function hasClass(ingredient: string, ...classes: DrugClass[]): boolean {
  const drug = drugByIngredient(ingredient);
  return drug?.classes.some((c) => classes.includes(c)) ?? false;
}
