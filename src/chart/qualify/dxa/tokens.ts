import { sitesIn } from "../../../terminology/bmd-sites";
import type { BmdSite } from "../../chart";
import { bmdLabel, type Label } from "./bmd-label";

const SCORE =
  /(?<![\d.\w%/-])(?:(?<compare><=|>=|<|>|≤|≥|=<|=>|(?:greater|less|more|lower|higher|worse|better) than|below|above|at least|at most|within|up to|about|around|roughly|approx(?:imately|\.)?|circa|ca\.|nearly|almost|close to|estimated(?: at)?|[~≈∼])\s*)?(?<sign>[-+]\s?)?(?<value>\d{1,2}\.\d{1,3}|\d{1,3})(?![\d/]|\s?\.\d|\.\.|-[\d\s.;,]|-$)(?<unit>\s?(?:%|g ?\/ ?cm2?|gm ?\/ ?cm2?|sd\b|cm\b|kg\b|mm\b|years?\b|y\b|yo\b))?/g;

/** Which of a pair was measured, or their mean. */
export type Side = "left" | "right" | "mean";

/** A word or a figure of a sentence about bone density, at its place. */
export interface Token {
  at: number;
  end: number;
  is: "site" | "side" | "label" | "number";
  site?: BmdSite;
  side?: Side;
  label?: Label;
  value?: number;
  unit?: string;
  /** "- 1.8" behind a label: a sign, or a dash between label and value. */
  doubtful?: boolean;
}

const LABEL_WORDS =
  /\b[tz](?= ?[=:] ?[-+]?\d| [-+]\d| \d\.\d(?!\d))|\bt ?[- ]?scores?\b|\bz ?[- ]?scores?\b|\b[tz]-?w(?:ert|aarde)\b|\bdmo\b|\bbmd\b|\bbone mineral density\b|\btbs\b|\bbmc\b|\barea\b|\bpr ?\(?%\)?|\bam ?\(?%\)?|% ?change|\bage\b|\bgrade\b|\bfrax\b|\bmof\b/g;

export function tokensOf(text: string, bone: string | null): Token[] {
  const tokens: Token[] = [];
  const open = [...text];
  const blank = (from: number, to: number) => open.fill(" ", from, to);
  for (const { site, index, length } of sitesIn(text, bone)) {
    tokens.push({ at: index, end: index + length, is: "site", site });
    blank(index, index + length);
  }
  for (const match of text.matchAll(LABEL_WORDS)) {
    const label = bmdLabel(match[0]) ?? "other";
    tokens.push({ at: match.index, end: match.index + match[0].length, is: "label", label });
    blank(match.index, match.index + match[0].length);
  }
  for (const match of text.matchAll(/\b(left|right|mean|average)\b|\((l|r)\)/g)) {
    const side =
      match[1] === "left" || match[2] === "l" ? "left" : match[1] === "right" || match[2] === "r" ? "right" : "mean";
    tokens.push({ at: match.index, end: match.index + match[0].length, is: "side", side });
  }
  for (const match of open.join("").matchAll(SCORE)) {
    const { compare, sign, value = "", unit = "" } = match.groups ?? {};
    if (compare !== undefined) continue;
    // "T-score (2.1)": in brackets without a sign it may be a negative one
    const bracketed =
      sign === undefined && text[match.index - 1] === "(" && text[match.index + match[0].length] === ")";
    tokens.push({
      at: match.index,
      end: match.index + match[0].length,
      is: "number",
      value: Number(value) * (sign?.startsWith("-") ? -1 : 1),
      unit: bracketed ? "()" : unit.trim(),
      doubtful: bracketed || (sign !== undefined && /\s$/.test(sign)),
    });
  }
  return tokens.sort((a, b) => a.at - b.at);
}

export const isScore = (token: Token) => token.is === "number" && (token.unit === "" || token.unit === "sd");
export const isDensity = (token: Token) => token.is === "number" && /cm/.test(token.unit ?? "");

export function leftOrRight(tokens: readonly Token[]): "left" | "right" | null {
  const side = sideOf(tokens.filter(({ side: named }) => named !== "mean"));
  return side === "mean" ? null : side;
}

export function sideOf(tokens: readonly Token[]): Side | null {
  const sides = new Set(tokens.flatMap(({ side }) => side ?? []));
  return sides.size === 1 ? ([...sides][0] ?? null) : null;
}

/** "1.021 g/cm² T-score -1.3 Z-score 0.2" teaches: density, T, Z. */
export function orderOf(tokens: readonly Token[]): Label[] {
  const order: Label[] = [];
  let label: Label | null = null;
  for (const token of tokens) {
    if (token.is === "label") label = token.label ?? null;
    if (token.is !== "number") continue;
    order.push(isDensity(token) ? "bmd" : token.unit === "%" ? "other" : (label ?? "other"));
    label = null;
  }
  return order;
}
