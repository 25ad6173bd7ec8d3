import { findDates } from "../../../terminology/dates";
import { cleanText } from "../../../terminology/plain-text";
import type { Page } from "../page";
import { CHANGED_BY, PRIOR, THRESHOLD, YEARS_BEFORE } from "./no-result";

/** What a sentence says of the current examination, without what was left out of it and how much has changed. */
export function currentPart(sentence: string): string {
  const prior = sentence.search(PRIOR);
  const current = prior < 0 ? sentence : sentence.slice(0, prior);
  const own =
    prior >= 0 && YEARS_BEFORE.test(sentence.slice(prior)) ? current.replace(/[-+]?\d+(?:\.\d+)?\s*$/, "") : current;
  return measuredPart(own).replace(CHANGED_BY, " ").replace(THRESHOLD, " ");
}

/** "(L1 excluded due to degenerative change)", "excluding L3" name what was not measured. */
export const measuredPart = (text: string): string =>
  text
    .replace(/\([^()]*\b(?:exclu|not (?:included|evaluable|assessable)|invalid)[^()]*\)/g, " ")
    .replace(
      /\bexclud(?:ing|es?|ed:)\s+(?:l ?\d(?:[ ,&]|and)*)+|\bl ?\d(?:(?:[ ,&]|and)*l ?\d)* (?:is |are |was |were )?excluded(?!:)/g,
      " ",
    );

/** "-2.2 (2012)": a score of years ago. */
export const ofAnotherYear = (line: string, { seenYear }: Page): boolean =>
  [...line.matchAll(/\d\.\d\s*\(((?:19|20)\d\d)\)/g)].some(([, year]) => Number(year) !== seenYear);

/** A line without its dates; empty when it consists of them. */
export function withoutDates(line: string, page: Page): string {
  let rest = line;
  for (const { index, length } of findDates(line, page.locale, page.seenYear).reverse())
    rest = `${rest.slice(0, index)} ${rest.slice(index + length)}`;
  return cleanText(rest).length > 0 ? rest : "";
}
