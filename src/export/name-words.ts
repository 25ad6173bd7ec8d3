export const WORD = /[\p{L}\p{M}\p{N}]+/gu;

const TITLES = /^(?:mr|mrs|ms|miss|mx|dr|prof|md|jr|sr|ii|iii|iv|herr|frau|mme|sig|don)$/;

/** A word as words are compared: lower case, without accents. */
export const folded = (word: string): string =>
  word.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase().replace(/ß/g, "ss");

/** The words of a name, without titles. */
export const nameWords = (name: string): string[] =>
  (name.match(WORD) ?? []).map(folded).filter((word) => !TITLES.test(word));

const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u;

/** Those of them whose script puts no space between words: they may stand within a longer one. */
export const unspacedWords = (name: string): string[] => (name.match(WORD) ?? []).filter((word) => UNSPACED.test(word));

/** Each run of the patient's name words is taken out; one that stands alone and is a word of the rules' own stays. */
export function withoutName(
  text: string,
  name: ReadonlySet<string>,
  own: ReadonlySet<string>,
  instead: string,
): string {
  const words = [...text.matchAll(WORD)].map((match) => ({
    at: match.index,
    end: match.index + match[0].length,
    word: folded(match[0]),
  }));
  const near = (a: number, b: number) => !/[.;:]\s|[()]/.test(text.slice(words[a]?.end, words[b]?.at)) && b - a === 1;
  let kept = "";
  let from = 0;
  for (let first = 0; first < words.length; first++) {
    if (!name.has(words[first]?.word ?? "")) continue;
    let last = first;
    while (name.has(words[last + 1]?.word ?? "") && near(last, last + 1)) last++;
    const run = words.slice(first, last + 1).filter(({ word }) => word.length > 1);
    if (run.length > 1 || run.some(({ word }) => !own.has(word))) {
      kept += text.slice(from, words[first]?.at) + instead;
      from = words[last]?.end ?? from;
    }
    first = last;
  }
  return kept + text.slice(from);
}
