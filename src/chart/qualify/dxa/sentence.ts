import { speaksOfFamily } from "../../../terminology/relatives";
import type { BmdSite } from "../../chart";
import type { Label } from "./bmd-label";
import { currentPart } from "./current";
import { readBehind, readInTurn } from "./in-turn";
import { isNoDxaResult } from "./no-result";
import type { BmdResults } from "./printed-bmd";
import { regionBehind } from "./region-behind";
import { isDensity, isScore, leftOrRight, orderOf, type Side, sideOf, type Token, tokensOf } from "./tokens";

/** What the sentences before have settled for those after them. */
export interface Carried {
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

const STANDARD_DEVIATIONS =
  /(\d+(?:\.\d+)?) ?(?:standard deviations?|s\.?d\.?s?) (?:units? )?(below|above)[^.;]*?\b(young|peak|age|reference)/;

const isVertebra = ({ is, site }: Token) => is === "site" && /^L\d$/.test(site ?? "");

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

/** "-2.3 (left), -2.1 (right)": a side in brackets right behind a score is of that score alone. */
function ofTheScoreBefore(tokens: readonly Token[], i: number, text: string): boolean {
  const [score, side] = [tokens[i - 1], tokens[i]];
  if (side?.is !== "side" || score?.is !== "number") return false;
  // "(l)" is one word with its brackets, "(left)" stands in them
  const [between, word] = [text.slice(score.end, side.at).trim(), text.slice(side.at, side.end)];
  return word.startsWith("(") ? between === "" : between === "(" && /^\s*\)/.test(text.slice(side.end));
}

const OF_FRAX = /\bfrax\b|10[- ]?(?:year|yr)|\brisk factors?\b|\bmajor osteoporotic\b|\bmof\b/;

/** "Femoral neck T-score -2.1, 10-year hip risk 3.1 %": what stands before the risk is measured. */
function withoutRisk(text: string): string {
  const at = text.search(OF_FRAX);
  const [, measured] = /^(.*\d)(?:\s*[,;]|\s+and\b)[^,;\d]*$/.exec(text.slice(0, Math.max(0, at))) ?? [];
  return measured === undefined || /\b(?:wom[ae]n|m[ae]n|person|if|given|based)\b/.test(measured) ? text : measured;
}

/** The bone that is named last; null where none is. */
function boneNamed(text: string): string | null {
  const name = [...text.matchAll(/femur|femora|hips?\b|spine|radius|forearm/g)].at(-1)?.[0];
  if (name === undefined) return null;
  return /fem|hip/.test(name) ? "femur" : name === "spine" ? "spine" : "forearm";
}

/** Whether two figures follow one label, and which of them it is of is not told. */
function isOneOfTwo(text: string, sites: readonly Token[], scoreLabels: readonly Token[]): boolean {
  if (scoreLabels.length !== 1) return false;
  // "Spine T-score -2.5 -2.3": of two days, or a T- and a Z-score
  if (/\d\.\d\d?\s+[-+]?\d\.\d\d?(?![\d%])/.test(text)) return true;
  // "Both hips T-scores -1.5 and -1.9": which of the two is which side's is not told
  return sites.length <= 1 && /\d\.\d (?:and|&|\/) [-+]?\d\.\d(?!\d)/.test(text);
}

/** Reads the figures of one sentence into `results`, and what it settles for the next ones into `carried`. */
export function readSentence(sentence: string, carried: Carried, signed: boolean, results: BmdResults): void {
  const text = withoutRisk(currentPart(sentence));
  const words = STANDARD_DEVIATIONS.exec(text);
  if (text === "" || speaksOfFamily(sentence) || (!words && isNoDxaResult(sentence)) || OF_FRAX.test(text)) return;
  const bare = carried.order !== null && !/score|\bbmd\b/.test(text);
  const tokens = tokensOf(text, carried.bone ?? (bare ? (carried.over?.bone ?? null) : null));
  const sites = tokens.filter(({ is }) => is === "site");
  carried.bone = boneNamed(text) ?? carried.bone;
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
  if (isOneOfTwo(text, sites, labels)) return;
  const { site, side } = readFigures(tokens, text, carried, signed, results);
  const figures = tokens.filter(({ is }) => is === "number");
  const bothSides = new Set(tokens.flatMap((token) => token.side ?? [])).size > 1;
  if (labels.length === 0 && !carried.allT && carried.order && sites.length === 1 && site && !bothSides)
    byOrder(figures, carried, site, side ?? sideOf(tokens) ?? carried.over?.side ?? null, results);
  const figured = figures.some((token) => isScore(token) || isDensity(token));
  if (labels.length > 0 && figured && sites.length === 1) carried.order = orderOf(tokens);
  // "Spine (L1-L4)" names one region twice
  if (new Set(sites.map(({ site: named }) => named)).size === 1)
    [carried.site, carried.side] = [sites.at(-1)?.site ?? carried.site, side];
  else if (sites.length > 1) carried.site = null;
}

/** "left -2.3, right -2.1": each side before its score. */
const SIDES_FIRST = /^[^\d]*\b(?:left|right)\b(?:[ :]*[-+]?\d\.\d,? (?:and )?(?:left|right)\b)+[ :]*[-+]?\d\.\d[^\d]*$/;

/** "Left hip: neck T-score -1.9, total T-score -1.3" */
const OF_HIP = /^\W*(?:left|right) (?:hip|femur)\s*:/;

/** The side that stands before a region, within its name, or over the regions of a hip. */
function sideOfSite(tokens: readonly Token[], i: number, text: string): Side | null {
  const [before, site] = [tokens[i - 1], tokens[i]];
  if (!site) return null;
  if (before?.is === "side" && before.end + 16 >= site.at) return before.side ?? null;
  const within = /\b(left|right)\b/.exec(text.slice(site.at, site.end))?.[1] as Side | undefined;
  const ofHip = (site.site === "FN" || site.site === "TH") && OF_HIP.test(text);
  return within ?? (ofHip ? leftOrRight(tokens) : null);
}

/** The region and side that the figures of a sentence are of before it names any. */
function fromBefore(tokens: readonly Token[], carried: Carried): Pick<Carried, "site" | "side"> {
  const site = tokens.find(({ is }) => is === "site");
  // "T-score -1.9 right": of the region before, on the side named here
  if (!site) return { site: carried.site, side: sideOf(tokens) ?? carried.side };
  // "T-score -1.4, lumbar spine" behind a sentence on the hip: of which of the two is not said
  const scoreFirst = site.at > (tokens.find(isScore)?.at ?? Number.POSITIVE_INFINITY);
  return scoreFirst ? { site: null, side: null } : carried;
}

/** Puts each figure that a label names on the region before or behind it; returns the region that the sentence ends with. */
function readFigures(
  tokens: readonly Token[],
  text: string,
  carried: Carried,
  signed: boolean,
  results: BmdResults,
): { site: BmdSite | null; side: Side | null } {
  const labels = tokens.filter(({ is, label }) => is === "label" && (label === "t" || label === "z"));
  const trailingLabel: Label | null = carried.allT ? "t" : null;
  let { site, side } = fromBefore(tokens, carried);
  const sidesFirst = SIDES_FIRST.test(text);
  let label: Label | null = null;
  // "T-score and Z-score are -2.1 and -0.3", heads of columns: whose figure comes next is not said
  let named: (Label | undefined)[] = [];
  for (const [i, token] of tokens.entries()) {
    const written = text.slice(token.at, token.end);
    if (token.is === "number") named = [];
    if (token.is === "site") {
      // "L1, L2, L4 T-score": a score of them together, by a name we do not have
      site = isVertebra(token) && tokens[i - 1] && isVertebra(tokens[i - 1] as Token) ? null : (token.site ?? null);
      side = sideOfSite(tokens, i, text);
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
      const behind = regionBehind(tokens, i, text);
      const bracketed = ofTheScoreBefore(tokens, i + 1, text) ? (tokens[i + 1]?.side ?? null) : null;
      const target = behind?.site ?? site;
      // three decimals are a density, whatever stands before it
      const isFine = /\.\d{3}/.test(written);
      // "T-scores: L1-L4 -1.4, femoral neck -2.1": one label for every region of the list.
      const before = tokens[i - 1]?.is === "side" ? tokens[i - 2] : tokens[i - 1];
      const listed = (behind || bracketed || sidesFirst || before?.is === "site") && labels.length === 1 && !isFine;
      const measure: Label | null = label ?? (listed ? (labels[0]?.label ?? null) : trailingLabel);
      if (measure === "t" || measure === "z") {
        const scored = !isFine && !/^\s*(?:sd )?(?:below|under)\b/.test(text.slice(token.end));
        if (target && scored && (!token.doubtful || signed) && Math.abs(token.value ?? 99) <= 10)
          results.add(target, bracketed ?? (behind ? behind.side : side), measure, token.value ?? 0);
        label = trailingLabel;
      } else if (measure === "bmd" && target && (token.value ?? 0) > 0.1 && (token.value ?? 9) < 2.5) {
        results.add(target, bracketed ?? (behind ? behind.side : side), "bmd", token.value ?? 0);
        label = null;
      } else if (measure === "other") label = null;
    } else label = null;
  }
  return { site, side };
}

/** One figure a column. A last column of changes in percent, seen as such in a full line, may be left empty. */
function byOrder(
  figures: readonly Token[],
  carried: Carried,
  site: BmdSite,
  side: Side | null,
  results: BmdResults,
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
