import { sitesIn } from "../../../terminology/bmd-sites";
import type { Page } from "../page";
import { boneIn, headerOrder, plainScores } from "./bmd-label";
import { ofAnotherYear, withoutDates } from "./current";
import { pairsSpelt, sidesSpelt } from "./in-turn";
import { TWO_EXAMS } from "./no-result";
import { BmdResults, type PrintedBmd } from "./printed-bmd";
import { type Carried, readSentence } from "./sentence";
import { sideOf, tokensOf } from "./tokens";

/** Sentences of a report; a decimal point ends none. */
function sentencesOf(line: string): string[] {
  return line
    .split(/(?<=[^\d\s])\.(?=\s|$)|(?<=\d)\.(?=\s+[a-z(]|\s*$)|;\s*(?=[a-z])/)
    .map((part) => part.trim())
    .filter(Boolean);
}

/** How the writer prints a negative score: glued ("-1.8") or with a blank ("- 1.8"); a dash that separates is neither. */
function dashIsSign(text: string): boolean {
  return !/scores?\)?\s*[:=]?\s*-\d/.test(text) && !/[a-z)]\s+-\s+[a-z]/.test(text) && !/-\s+[-+]\d/.test(text);
}

/** The bone a short line without figures speaks of; null when it speaks of several, undefined when it is no title. */
function titleOf(line: string): Carried["over"] | undefined {
  if (/\d|\bscores?\b/.test(line) || line.length > 60 || sitesIn(line).length === 0) return undefined;
  const bone = boneIn(line);
  return bone === null ? null : { bone, side: sideOf(tokensOf(line, null)) };
}

/** The regions measured in a free-text report, current examination only. */
export function readDxaText(lines: readonly string[], page: Page): PrintedBmd[] {
  const plain = lines.map((line) => pairsSpelt(sidesSpelt(plainScores(line))));
  const whole = plain.join("\n");
  const signed = dashIsSign(whole);
  const results = new BmdResults();
  const carried: Carried = { bone: null, site: null, side: null, order: null, changes: false, over: null, allT: false };
  for (const line of plain) {
    const header = headerOrder(line);
    if (header) {
      [carried.order, carried.changes] = [header, false];
      continue;
    }
    const title = titleOf(line);
    if (title !== undefined) carried.over = title;
    if (TWO_EXAMS.test(line) || ofAnotherYear(line, page)) continue;
    if (!/^\s*(?:[tz][ -]?score|bmd)/.test(line)) carried.site = null;
    carried.allT = /\(t ?[- ]?scores?\)[.\s]*$/.test(line);
    carried.bone = null;
    // "(L2-L4; L1 excluded …)": what was left out is no region of the line
    const undated = withoutDates(line.replace(/[;,]\s*[^();,]*\bexclu[^()]*\)/g, ")"), page);
    for (const sentence of sentencesOf(undated)) readSentence(sentence, carried, signed, results);
  }
  const corrected = plain.filter((line) => /\bshould read\b/.test(line)).flatMap((line) => sitesIn(line));
  return results.all().filter(({ site }) => !corrected.some((one) => one.site === site));
}
