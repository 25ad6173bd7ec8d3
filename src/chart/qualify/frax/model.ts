import { foldText } from "../../../terminology/plain-text";

/** With what FRAX was calculated, as far as the report says it. Wordings: RISK.md 2.3. */

const MODEL =
  /\b((?:us|usa|united states|uk|united kingdom|canad\w*|austral\w*|germany|france|spain|italy|sweden|japan|china|india)\b ?(?:\(?(?:caucasian|white|black|hispanic|asian)\)?)?)/;
const MODEL_SPELT =
  /\b(US|USA|United States|UK|United Kingdom|Canad\w*|Austral\w*|Germany|France|Spain|Italy|Sweden|Japan|China|India)\b ?\(?(?:Caucasian|White|Black|Hispanic|Asian)?\)?/i;

/** The country, or the country and its population, whose model the lines name; null when they name none. */
export const modelIn = (lines: readonly string[]): string | null =>
  lines
    .map((line) => line.match(MODEL_SPELT)?.[0])
    .find((text) => text !== undefined)
    ?.replace(/^([^(]*)\)$/, "$1") ?? null;

export function countryOf(model: string): string | null {
  const name = foldText(model).match(MODEL)?.[1] ?? "";
  if (/^us|united states/.test(name)) return "US";
  if (/^uk|united kingdom/.test(name)) return "UK";
  return name.split(" ")[0] || null;
}

/** "14 % with BMD / 18 % without BMD", "14 % (18 % without BMD)": of which figure it is said is not told. */
const BESIDE_ANOTHER =
  /\bwith bmd\b.*\b(?:without|w\/o) bmd|\b(?:without|w\/o) bmd\b.*\bwith bmd|\(\s*\d+(?:\.\d+)? ?%? (?:with|without|w\/o?) bmd/;

/** Whether the bone density was entered; null when the words around the figures do not say. `said`: since the figures before. */
export function withBmd(context: string, said: string): boolean | null {
  if (BESIDE_ANOTHER.test(said)) return null;
  if (
    /(?:without|w\/o) (?:the )?(?:femoral neck )?bmd|no bmd|bmd (?:not|was not) (?:used|included|entered)|excluding bmd/.test(
      context,
    )
  )
    return false;
  return /(?:with|w\/) (?:the )?(?:femoral neck )?bmd|including bmd|bmd (?:included|used)|neck bmd ?=|using (?:femoral neck )?bmd/.test(
    context,
  )
    ? true
    : null;
}

/** Stands as the model of figures that the trabecular bone score has changed. */
export const WITH_TBS = "adjusted for TBS";
/** "FRAX with TBS", "adjusted for TBS", "TBS-adjusted FRAX": figures that are no plain FRAX. */
const WITH_TEXTURE =
  /\bfrax\b(?:(?!\bwithout\b|\bno\b|\bnot\b|\d)[^.;]){0,30}\b(?:tbs|trabecular)|\b(?:adjust\w*|correct\w*) (?:for|by|with) (?:the )?(?:tbs|trabecular)|\b(?:tbs|trabecular bone score)[- ]?(?:adjusted|corrected|modified|based)?[- ]frax|\btbs[- ](?:adjusted|corrected)/;
const TEXTURE_BEHIND =
  /^\s*%?[\s,(]*(?:tbs[- ](?:adj|corr)|adjusted (?:for|by|with) (?:the )?(?:tbs|trab)|(?:with|incl\w*|after) (?:the )?(?:tbs|trab))/;
/** Whether the figures are those that the trabecular bone score has changed. */
export const isWithTexture = (before: readonly string[], behind: string): boolean =>
  before.some((text) => WITH_TEXTURE.test(text)) || TEXTURE_BEHIND.test(behind);

/** Whether the printed figures already carry the dose of the steroid; null when the report does not say. */
export function adjusted(text: string): boolean | null {
  if (
    /\b(?:not|un|without|before|no)[ -]?(?:been |yet )?(?:adjust\w*|correct\w*)[^.;]{0,40}(?:glucocorticoid|steroid|dose)|(?:dose|glucocorticoid|steroid)[^.;]{0,20}\bnot (?:adjusted|considered|included)/.test(
      text,
    )
  )
    return false;
  return /adjust\w* (?:figures? )?for (?:the |her |his |high |higher |dose |of |daily )*(?:glucocorticoid|steroid|gc\b|prednis)|(?:prednis\w+|gc)[- ](?:dose[- ])?adjusted (?:frax|figures|risk)|(?:glucocorticoid|steroid)[- ](?:dose[- ])?adjusted/.test(
    text,
  )
    ? true
    : null;
}

/** Whether FRAX was run with glucocorticoids = yes. */
export function ticked(text: string): boolean | null {
  if (
    /(?:glucocorticoids?|steroids?)\s*[:=]?\s*(?:no|not (?:ticked|entered|selected)|=\s*no)\b|\bno (?:glucocorticoids?|steroids?)/.test(
      text,
    )
  )
    return false;
  return /(?:glucocorticoids?|steroids?)\s*[:=]?\s*(?:yes|ticked|entered|selected)\b|risk factors?[^;]{0,200}(?:glucocorticoid|steroid)/.test(
    text,
  )
    ? true
    : null;
}
