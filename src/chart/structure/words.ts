import { CHART_TERMS, type TermKind } from "../../terminology/chart-terms";
import { drugsIn } from "../../terminology/drug-names";
import { foldText } from "../../terminology/plain-text";

function wordsOf(...kinds: TermKind[]): RegExp {
  const sources = CHART_TERMS.filter((term) => kinds.includes(term.kind)).map(({ text }) => {
    const word = text.replace(/\$$/, "").replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
    return text.endsWith("$") ? `${word}(?![a-z/])` : word;
  });
  return new RegExp(`(?<![\\p{L}\\d])(?:${sources.join("|")})`, "u");
}

const TESTS = wordsOf("lab");
const ANCHORS = wordsOf("lab", "bone", "condition", "vital", "social", "dental");
const ENTRIES = wordsOf("lab", "bone", "condition");
const PERSON = wordsOf("patient");

const namesDrug = (text: string): boolean => drugsIn(text).length > 0;

/** Whether a text names a test or a drug: then it stands in a list, not above one. */
export const namesSomething = (text: string): boolean => TESTS.test(foldText(text)) || namesDrug(text);
/** Whether a text says something that is read: a divider that does is an entry as well. */
export const saysSomething = (text: string): boolean => ANCHORS.test(foldText(text)) || namesDrug(text);
/** Whether a text names a test, a drug or a problem. */
export const namesEntry = (text: string): boolean => ENTRIES.test(foldText(text)) || namesDrug(text);
export const speaksOfPerson = (text: string): boolean => PERSON.test(foldText(text));

/** A class without what a build made up: the tail after "___", names of letters and digits mixed. */
const readable = (name: string): string => {
  const word = name.replace(/___.*$/, "");
  return /[+=]|[a-z]\d+[A-Za-z]|[A-Z]\d+[a-z]/.test(word) ? "" : word;
};

/** Attribute texts as plain words: "resultRow--lowValue" is "result row low value". */
export function hintWords(attributes: string): string {
  const words = attributes
    .split(/\s+/)
    .map(readable)
    .join(" ")
    .replace(/(\p{Ll})(\p{Lu})/gu, "$1 $2")
    .replace(/[^\p{L}\p{N}%]+/gu, " ")
    .trim()
    .toLowerCase();
  return [...new Set(words.split(" "))].join(" ");
}
