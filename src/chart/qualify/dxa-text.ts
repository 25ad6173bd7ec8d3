import { sitesIn } from "../../terminology/bmd-sites";
import { findDates } from "../../terminology/dates";
import { cleanText } from "../../terminology/plain-text";
import { speaksOfFamily } from "../../terminology/relatives";
import type { BmdSite } from "../chart";
import type { PartialDate } from "../evidence";
import { boneIn, headerOrder, type Label, type Measure, plainScores } from "./bmd-label";
import { pairsSpelt, readBehind, readInTurn, sidesSpelt } from "./dxa-in-turn";
import { isDensity, isScore, leftOrRight, orderOf, type Side, sideOf, type Token, tokensOf } from "./dxa-tokens";
import { CHANGED_BY, isNoDxaResult, PRIOR, TWO_EXAMS, YEARS_BEFORE } from "./no-dxa-result";
import type { Page } from "./page";

/** One measured region as printed, before its date and place are known. */
export interface PrintedBmd {
  site: BmdSite;
  side: Side | null;
  t: number | null;
  z: number | null;
  bmd: number | null;
  date: PartialDate | null;
}

/** Sentences of a report; a decimal point ends none. */
function sentencesOf(line: string): string[] {
  return line
    .split(/(?<=[^\d\s])\.(?=\s|$)|(?<=\d)\.(?=\s+[a-z(]|\s*$)|;\s*(?=[a-z])/)
    .map((part) => part.trim())
    .filter(Boolean);
}

const STANDARD_DEVIATIONS =
  /(\d+(?:\.\d+)?) ?(?:standard deviations?|s\.?d\.?s?) (?:units? )?(below|above)[^.;]*?\b(young|peak|age|reference)/;

const isVertebra = ({ is, site }: Token) => is === "site" && /^L\d$/.test(site ?? "");

interface Carried {
  bone: string | null;
  site: BmdSite | null;
  side: Side | null;
  /** Order of the figures in a line without labels, learnt from a labelled line or a header line above. */
  order: readonly Label[] | null;
  /** The last of them is a change in percent. */
  changes: boolean;
  /** A title above lines of figures: "DXA results summary: left hip". */
  over: { bone: string; side: Side | null } | null;
  /** The line ends in "(T-scores)": every figure beside a region is one. */
  allT: boolean;
}

/** How the writer prints a negative score: glued ("-1.8") or with a blank ("- 1.8"); a dash that separates is neither. */
function dashIsSign(text: string): boolean {
  return !/scores?\)?\s*[:=]?\s*-\d/.test(text) && !/[a-z)]\s+-\s+[a-z]/.test(text) && !/-\s+[-+]\d/.test(text);
}

function empty(site: BmdSite, side: Side | null): PrintedBmd {
  return { site, side, t: null, z: null, bmd: null, date: null };
}

/** Puts one figure on its region; a second, different one for the same figure makes the region contradictory. */
class Results {
  readonly byRegion = new Map<string, PrintedBmd>();
  private readonly doubtful = new Set<string>();

  add(site: BmdSite, side: Side | null, measure: Measure, value: number): void {
    const key = `${site}|${side}`;
    const result = this.byRegion.get(key) ?? empty(site, side);
    if (result[measure] !== null && result[measure] !== value) this.doubtful.add(`${key}|${measure}`);
    this.byRegion.set(key, { ...result, [measure]: result[measure] ?? value });
  }

  all(): PrintedBmd[] {
    const known = [...this.byRegion.entries()].map(([key, result]) => ({
      ...result,
      t: this.doubtful.has(`${key}|t`) ? null : result.t,
      z: this.doubtful.has(`${key}|z`) ? null : result.z,
      bmd: this.doubtful.has(`${key}|bmd`) ? null : result.bmd,
    }));
    return known.filter(({ t, z, bmd }) => t !== null || z !== null || bmd !== null);
  }
}

/** "T-score -2.5 Lumbar spine T-score -2.3 Femoral neck": the figures stand over their names, the first name has none before it. */
function figuresFirst(tokens: readonly Token[], text: string): boolean {
  const scores = tokens.filter(isScore);
  const sites = tokens.filter(({ is }) => is === "site");
  const [score] = scores;
  const [site] = sites;
  if (!score || !site || scores.length !== sites.length || site.at < score.at) return false;
  return (
    (scores.at(-1)?.at ?? 0) < (sites.at(-1)?.at ?? 0) &&
    /^[\s|]*(?:(?:left|right)\s+)?$/.test(text.slice(score.end, site.at))
  );
}

/** "Hanche: T-score -1.9": what stands before the colon is a region by a name that we do not know. */
function namesAnother(text: string): boolean {
  const [, name = ""] = /^\W*([^:\d]{3,40}):/.exec(text) ?? [];
  return name !== "" && !/score|wert|waarde|bmd|density|finding|impression/.test(name);
}

/** What a sentence says of the current examination, without what was left out of it and how much has changed. */
function currentPart(sentence: string): string {
  const prior = sentence.search(PRIOR);
  const current = prior < 0 ? sentence : sentence.slice(0, prior);
  const own =
    prior >= 0 && YEARS_BEFORE.test(sentence.slice(prior)) ? current.replace(/[-+]?\d+(?:\.\d+)?\s*$/, "") : current;
  return measuredPart(own).replace(CHANGED_BY, " ");
}

/** "(L1 excluded due to degenerative change)", "excluding L3" name what was not measured. */
export const measuredPart = (text: string): string =>
  text
    .replace(/\([^()]*\b(?:exclu|not (?:included|evaluable|assessable)|invalid)[^()]*\)/g, " ")
    .replace(
      /\bexclud(?:ing|es?|ed:)\s+(?:l ?\d(?:[ ,&]|and)*)+|\bl ?\d(?:(?:[ ,&]|and)*l ?\d)* (?:is |are |was |were )?excluded(?!:)/g,
      " ",
    );

/** "-2.3 (left), -2.1 (right)": a side in brackets right behind a score is of that score alone. */
function ofTheScoreBefore(tokens: readonly Token[], i: number, text: string): boolean {
  const [score, side] = [tokens[i - 1], tokens[i]];
  if (side?.is !== "side" || score?.is !== "number") return false;
  // "(l)" is one word with its brackets, "(left)" stands in them
  const [between, word] = [text.slice(score.end, side.at).trim(), text.slice(side.at, side.end)];
  return word.startsWith("(") ? between === "" : between === "(" && /^\s*\)/.test(text.slice(side.end));
}

function readSentence(sentence: string, carried: Carried, signed: boolean, results: Results): void {
  const text = currentPart(sentence);
  const words = text.match(STANDARD_DEVIATIONS);
  if (
    text === "" ||
    speaksOfFamily(sentence) ||
    (!words && isNoDxaResult(sentence)) ||
    /\bfrax\b|10[- ]?(?:year|yr)|\brisk factors?\b|\bmajor osteoporotic\b|\bmof\b/.test(text)
  )
    return;
  const bare = carried.order !== null && !/score|\bbmd\b/.test(text);
  const tokens = tokensOf(text, carried.bone ?? (bare ? (carried.over?.bone ?? null) : null));
  const sites = tokens.filter(({ is }) => is === "site");
  const boneNamed = [...text.matchAll(/femur|femora|hips?\b|spine|radius|forearm/g)].at(-1)?.[0];
  if (boneNamed) carried.bone = /fem|hip/.test(boneNamed) ? "femur" : boneNamed === "spine" ? "spine" : "forearm";
  if (words) {
    const site = sites[0]?.site ?? carried.site;
    const value = Number(words[1]) * (words[2] === "below" ? -1 : 1);
    if (site && sites.length <= 1) results.add(site, leftOrRight(tokens), words[3] === "age" ? "z" : "t", value);
    return;
  }
  // "Z-scores: -0.1; -0.4": a list in the order of another one
  if (sites.length === 0 && /\b[tz]-?scores\b/.test(text)) return;
  const inTurn = readInTurn(tokens, text) ?? readBehind(tokens, text);
  if (inTurn !== null || figuresFirst(tokens, text)) {
    for (const { site, side, measure, value } of inTurn ?? []) results.add(site, side, measure, value);
    carried.site = null;
    return;
  }
  if (sites.length === 0 && namesAnother(text)) carried.site = null;
  const labels = tokens.filter(({ is, label }) => is === "label" && (label === "t" || label === "z"));
  const trailingLabel: Label | null = carried.allT ? "t" : null;
  let { site, side } = carried;
  // "T-score -1.9 right": of the region before, on the side named here
  if (sites.length === 0) side = sideOf(tokens) ?? side;
  // "left -2.3, right -2.1": each side before its score
  const sidesFirst =
    /^[^\d]*\b(?:left|right)\b(?:[ :]*[-+]?\d\.\d,? (?:and )?(?:left|right)\b)+[ :]*[-+]?\d\.\d[^\d]*$/.test(text);
  let label: Label | null = null;
  const positional: Token[] = [];
  // "Spine T-score -2.5 -2.3": of two days, or a T- and a Z-score
  if (labels.length === 1 && /\d\.\d\d?\s+[-+]?\d\.\d\d?(?![\d%])/.test(text)) return;
  // "Both hips T-scores -1.5 and -1.9": which of the two is which side's is not told
  if (sites.length <= 1 && labels.length === 1 && /\d\.\d (?:and|&|\/) [-+]?\d\.\d(?!\d)/.test(text)) return;
  // "T-score and Z-score are -2.1 and -0.3", heads of columns: whose figure comes next is not said
  let named: (Label | undefined)[] = [];
  for (const [i, token] of tokens.entries()) {
    if (token.is === "number") {
      positional.push(token);
      named = [];
    }
    if (token.is === "site") {
      // "L1, L2, L4 T-score": a score of them together, by a name we do not have
      site = isVertebra(token) && tokens[i - 1] && isVertebra(tokens[i - 1] as Token) ? null : (token.site ?? null);
      side =
        tokens[i - 1]?.is === "side" && (tokens[i - 1]?.end ?? 0) + 16 >= token.at
          ? (tokens[i - 1]?.side ?? null)
          : ((/\b(left|right)\b/.exec(text.slice(token.at, token.end))?.[1] as "left" | "right" | undefined) ?? null);
      // "in the lumbar spine and -1.9 in the femoral neck": a site after its value is found there, not here.
      label = trailingLabel ?? label;
    } else if (token.is === "side") {
      if (!ofTheScoreBefore(tokens, i, text)) side = token.side ?? null;
    } else if (token.is === "label") {
      named.push(token.label);
      label = named.includes("t") && named.includes("z") ? null : (token.label ?? null);
    } else if (isDensity(token)) {
      if (site) results.add(site, side, "bmd", token.value ?? 0);
    } else if (isScore(token)) {
      const after = text
        .slice(token.end)
        .match(/^\s*(?:sd )?(?:\)?\s*(?:in|at|of|for) (?:the )?|\(\s*)(?:(left|right) )?/);
      const next = tokens[i + 1]?.is === "side" ? tokens[i + 2] : tokens[i + 1];
      const behind = after && next?.is === "site" && next.at - token.end <= after[0].length + 1 ? next : null;
      const target = behind?.site ?? site;
      const bracketed = ofTheScoreBefore(tokens, i + 1, text) ? (tokens[i + 1]?.side ?? null) : null;
      const itsSide = bracketed ?? (behind ? ((after?.[1] as "left" | "right" | undefined) ?? null) : side);
      // "T-scores: L1-L4 -1.4, femoral neck -2.1": one label for every region of the list.
      const before = tokens[i - 1]?.is === "side" ? tokens[i - 2] : tokens[i - 1];
      const listed =
        (behind || bracketed || sidesFirst || before?.is === "site") &&
        labels.length === 1 &&
        !/\.\d{3}/.test(text.slice(token.at, token.end));
      const measure: Label | null = label ?? (listed ? (labels[0]?.label ?? null) : trailingLabel);
      // three decimals are a density, whatever stands before it
      const scored =
        !/\.\d{3}/.test(text.slice(token.at, token.end)) &&
        !/^\s*(?:sd )?(?:below|under)\b/.test(text.slice(token.end));
      if (measure === "t" || measure === "z") {
        if (target && scored && (!token.doubtful || signed) && Math.abs(token.value ?? 99) <= 10)
          results.add(target, itsSide, measure, token.value ?? 0);
        label = trailingLabel;
      } else if (measure === "bmd" && target && (token.value ?? 0) > 0.1 && (token.value ?? 9) < 2.5) {
        results.add(target, itsSide, "bmd", token.value ?? 0);
        label = null;
      } else if (measure === "other") label = null;
    } else label = null;
  }
  const bothSides = new Set(tokens.flatMap((token) => token.side ?? [])).size > 1;
  if (labels.length === 0 && trailingLabel === null && carried.order && sites.length === 1 && site && !bothSides)
    byOrder(positional, carried, site, side ?? sideOf(tokens) ?? carried.over?.side ?? null, results);
  const figured = positional.some((token) => isScore(token) || isDensity(token));
  if (labels.length > 0 && figured && sites.length === 1) carried.order = orderOf(tokens);
  const [last] = sites.slice(-1);
  if (sites.length === 1 && last?.site) {
    carried.site = last.site;
    carried.side = side;
  } else if (sites.length > 1) carried.site = null;
}

/** One figure a column. A last column of changes in percent, seen as such in a full line, may be left empty. */
function byOrder(
  figures: readonly Token[],
  carried: Carried,
  site: BmdSite,
  side: Side | null,
  results: Results,
): void {
  const wanted = (carried.order ?? []).filter((label) => label !== "region" && label !== "date");
  const full = figures.length === wanted.length;
  if (full && wanted.at(-1) === "other") carried.changes ||= figures.at(-1)?.unit === "%";
  if (!full && !(carried.changes && figures.length === wanted.length - 1)) return;
  if (figures.some(({ unit }, i) => unit === "%" && wanted[i] !== "other")) return;
  for (const [i, label] of wanted.entries()) {
    const figure = figures[i];
    if (!figure || figure.doubtful || (label !== "t" && label !== "z" && label !== "bmd")) continue;
    if (label === "bmd" ? (figure.value ?? 0) <= 0 : isDensity(figure)) continue;
    results.add(site, side, label, figure.value ?? 0);
  }
}

/** "-2.2 (2012)": a score of years ago. */
const ofAnotherYear = (line: string, { seenYear }: Page): boolean =>
  [...line.matchAll(/\d\.\d\s*\(((?:19|20)\d\d)\)/g)].some(([, year]) => Number(year) !== seenYear);

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
  const results = new Results();
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

/** A line without its dates; empty when it consists of them. */
export function withoutDates(line: string, page: Page): string {
  let rest = line;
  for (const { index, length } of findDates(line, page.locale, page.seenYear).reverse())
    rest = `${rest.slice(0, index)} ${rest.slice(index + length)}`;
  return cleanText(rest).length > 0 ? rest : "";
}
