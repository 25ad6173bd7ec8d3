import type { BmdSite } from "../../chart";
import { isScore, leftOrRight, type Token } from "./tokens";

/** One score of a list that gives the regions first and the scores after them, or the other way round. */
export interface InTurn {
  site: BmdSite;
  side: "left" | "right" | null;
  measure: "t" | "z";
  value: number;
}

/** What may stand between the members of a list. */
const JOINED = /^(?:\s|,|\/|&|\band\b|\bthe\b|\bleft\b|\bright\b|\([lr]\))*$/;

/** Whether tokens follow each other as the members of one list. */
const isRun = (run: readonly Token[], text: string): boolean =>
  run.every((token, i) => i === 0 || JOINED.test(text.slice(run[i - 1]?.end, token.at)));

/**
 * "T-scores of -2.1, -2.4 and -1.9 at the lumbar spine, femoral neck and total hip": each score belongs to the region
 * in its place. Null when the sentence is no such list; empty when it is one whose scores cannot be told apart.
 */
export function readInTurn(tokens: readonly Token[], text: string): InTurn[] | null {
  const sites = tokens.filter(({ is }) => is === "site");
  const scores = tokens.filter(isScore);
  const joined = sites.some((site, i) => i > 0 && isRun([sites[i - 1] as Token, site], text));
  if (!joined || new Set(sites.map(({ site }) => site)).size < 2 || scores.length === 0) return null;
  // "L1, L2 and L4 T-score" is a score of them together
  if (sites.every(({ site }) => /^L\d$/.test(site ?? ""))) return null;
  const labels = new Set(tokens.flatMap(({ is, label }) => (is === "label" ? (label ?? []) : [])));
  const [measure] = labels;
  if (labels.size !== 1 || (measure !== "t" && measure !== "z")) return [];
  if (sites.length !== scores.length || !isRun(sites, text) || !isRun(scores, text)) return [];
  if (scores.some(({ doubtful }) => doubtful)) return [];
  const side = leftOrRight(tokens);
  return sites.map(({ site }, i) => ({
    site: site ?? "",
    side: site === "LS" ? null : side,
    measure,
    value: scores[i]?.value ?? 99,
  }));
}

/** "T -2.5 L-spine, -1.9 FN, -1.2 TH": each score stands before its region, a comma behind every one. */
export function readBehind(tokens: readonly Token[], text: string): InTurn[] | null {
  const [label, ...members] = tokens;
  if (label?.is !== "label" || (label.label !== "t" && label.label !== "z") || members.length < 4) return null;
  const { label: measure } = label;
  const found = members.flatMap((score, i): InTurn[] => {
    const [site, next] = [members[i + 1], members[i + 2]];
    if (!isScore(score) || score.doubtful || site?.is !== "site" || !site.site) return [];
    if (/[^\s(]/.test(text.slice(score.end, site.at)) || /\.\d{3}/.test(text.slice(score.at, score.end))) return [];
    if (next && !/^[\s)]*[,;]/.test(text.slice(site.end, next.at))) return [];
    return [{ site: site.site, side: null, measure, value: score.value ?? 99 }];
  });
  if (found.length === 0) return null;
  return found.length * 2 === members.length ? found : [];
}

/** "-2.5/-0.4 (T/Z)": which of the two is which is said once, for every pair of the line. */
export function pairsSpelt(line: string): string {
  const both = /\(?\bt(?:[ -]?scores?)? ?\/ ?z(?:[ -]?scores?)?\b\)?:?/g;
  if (!both.test(line)) return line;
  return line
    .replace(both, " ")
    .replace(/(?<![\d./+-])([-+]?\d\.\d) ?\/ ?([-+]?\d\.\d)(?![\d./])/g, " t-score $1 z-score $2 ");
}

const LEFT_RIGHT = /\(?\b(?:l(?:ef)?t?) ?[/|] ?(?:r(?:igh)?t?)\b\)?:?/;

/** "-2.3 left, -2.1 right": each score before its side. */
const EACH_BEFORE_ITS_SIDE =
  /(?<![\d./+-])([-+]?\d\.\d) ?(left|right)(?: hip| side)?(?:,| and| \/|;)* ([-+]?\d\.\d) ?(?!\2)(left|right)(?: hip| side)?(?=\s*(?:$|[.,;)]))/g;

/** "L -1.9, R -2.0": each side, in one letter, before its score. */
const EACH_BEHIND_ITS_SIDE =
  /(?<![a-z\d/])([lr])t?\b[:.]? ?([-+]?\d\.\d)(?:,|;| \/| and)* (?!\1)([lr])t?\b[:.]? ?([-+]?\d\.\d)(?![\d/]|\.\d)/g;
const SIDES: Readonly<Record<string, string>> = { l: "left", r: "right" };

/** "Femoral neck (L/R) -2.3 / -2.1": which side is which is said once, for every pair of the line. */
export function sidesSpelt(written: string): string {
  const line = written
    .replace(EACH_BEFORE_ITS_SIDE, "$1 ($2), $3 ($4)")
    .replace(
      EACH_BEHIND_ITS_SIDE,
      (_, one: string, score: string, two: string, other: string) =>
        `${score} (${SIDES[one]}), ${other} (${SIDES[two]})`,
    )
    // "T -2.1/ Z -0.6"
    .replace(/(\d\.\d) ?\/ ?(?=[tz]\b)/g, "$1 ");
  if (!LEFT_RIGHT.test(line) || /\b[tz] ?\/ ?[tz]\b/.test(line)) return line;
  return line
    .replace(new RegExp(LEFT_RIGHT, "g"), " ")
    .replace(/(?<![\d./+-])([-+]?\d\.\d) ?(?:\/|,|\band\b) ?([-+]?\d\.\d)(?![\d./])/g, " $1 (left), $2 (right) ");
}
