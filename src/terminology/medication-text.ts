import type { Strength } from "./dose-instructions";
import { drugsIn, type NamedDrug } from "./drug-names";
import { foldText } from "./plain-text";

const AMOUNT = "\\d+(?:,\\d{3})*(?:\\.\\d+)?";
const MASS = "(?:mg|mcg|ug|micrograms?|milligrams?|g|gm)";
const OTHER = "(?:units?|iu|int_units?|usp|%|meq|mmol|mci|actuat\\w*)";
const IN =
  "(?:\\s*/\\s*(?:\\d+(?:\\.\\d+)?\\s*)?(?:ml|l|dose|actuation|actuat|act|tab(?:let)?|cap(?:sule)?|spray|puff|hr|h|24 ?hr?s?|patch|vial|syringe|inh)\\b)";
const STRENGTH = new RegExp(`(?<![\\d.,])(${AMOUNT})\\s*(${MASS}|${OTHER})(?![\\p{L}])${IN}?`, "gu");

const MG: Readonly<Record<string, number>> = {
  mg: 1,
  milligram: 1,
  milligrams: 1,
  mcg: 0.001,
  ug: 0.001,
  microgram: 0.001,
  micrograms: 0.001,
  g: 1000,
  gm: 1000,
};
const number = (text: string) => Number(text.replace(/,/g, ""));

/**
 * What one unit or one millilitre of a product holds, from its name ("70 mg tablet", "15 mg/5 mL", "50 mcg (0.05 mg)").
 * Null where the name shows two different amounts (a combination) or none.
 */
export function strengthOf(product: string): Strength {
  const text = foldText(product.replace(/[µμ]/g, "u"));
  const perUnit = new Set<number>();
  const perMl = new Set<number>();
  for (const [whole, amount = "", unit = ""] of text.matchAll(STRENGTH)) {
    const factor = MG[unit];
    if (factor === undefined) continue;
    const mg = Number((number(amount) * factor).toPrecision(12));
    const volume = whole.match(/\/\s*(\d+(?:\.\d+)?)?\s*ml\b/);
    if (volume) perMl.add(Number((mg / Number(volume[1] ?? 1)).toPrecision(12)));
    else if (!/\/\s*(?:hr|h|24)/.test(whole)) perUnit.add(mg);
  }
  const only = (amounts: Set<number>) => (amounts.size === 1 ? ([...amounts][0] ?? null) : null);
  return { mgPerUnit: perMl.size > 0 ? null : only(perUnit), mgPerMl: perUnit.size > 0 ? null : only(perMl) };
}

const FORM =
  "tab(?:let)?s?|tbl|cap(?:sule)?s?|caplets?|pills?|softgels?|oral|chewable|disintegrating|delayed[- ]release|extended[- ]release|dr|er|xr|ec|sr|odt|film[- ]coated|coated|solution|soln|suspension|susp|" +
  "syrup|elixir|liquid|syringe|prefilled|pen|injector|auto-?injector|injection|injectable|inj|vial|implant|kit|depot|infusion|powder|granules|cream|ointment|gel|lotion|foam|eye|ear|nasal|spray|drops?|" +
  "inhaler|inhalation|aerosol|hfa|nebulization|for (?:nebuli\\w+|inhalation|infusion|injection|suspension)|metered dose|breath activated|patch|transdermal|suppository|rectal|topical|ophthalmic|subcutaneous|intravenous|intramuscular|iv|sc|im|dose pack|pack|" +
  "comprimes?|gelules?|tablett\\w*|kapseln?|sodium|hydrochloride|hcl|acetate|succinate|phosphate|acid|potassium|calcium|otc|brand|generic|usp|unit(?=s? tablet)";

const PRODUCT_PART = new RegExp(
  `^(?:[\\s,;:()[\\]|/-]|\\b(?:${FORM})\\b(?![a-z])|(?<![\\d.,])${AMOUNT}\\s*(?:${MASS}|${OTHER})(?![\\p{L}])${IN}?|-\\s*(?=\\d))+`,
  "u",
);

const DOSE_BEHIND =
  /^.*?\d ?m?c?g\b.*?\b(?:tab(?:let)?|cap(?:sule)?|injection|ml|solution)s?,(?=\s*\d[\d.]* ?m?c?g\b(?! (?:tab|cap)))/u;

/** A free line cut in two: the product, and what follows it (instructions, dates, status). Positions are of the folded text. */
export function splitProduct(line: string, drug: NamedDrug): { product: string; rest: string } {
  const text = foldText(line);
  // "alendronate (FOSAMAX) 70 mg tablet": the name twice, and then the rest of the product
  const from = afterOtherName(text, drug.index + drug.length);
  const part = PRODUCT_PART.exec(text.slice(from))?.[0] ?? "";
  // "5 mg tablet, 10 mg daily": behind its form the amount is that of the dose
  const end = from + (DOSE_BEHIND.exec(part)?.[0] ?? part).length;
  return { product: text.slice(0, end).trim(), rest: text.slice(end).trim() };
}

/** Where a name of a drug in brackets ends that stands behind another; else the place itself. */
function afterOtherName(text: string, at: number): number {
  const bracket = /^(?: sodium| acetate)?\s*[([]([^()[\]]{3,40})[)\]]/.exec(text.slice(at));
  return bracket && drugsIn(bracket[1] ?? "")[0]?.index === 0 ? at + bracket[0].length : at;
}
