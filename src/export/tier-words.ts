import type { Assessment, BmdCategory, Tier } from "../rules";

/** Tiers and categories in words, for text that leaves the pages: in the language of the rules. */
export const TIER_WORDS: Record<Tier, string> = {
  LOW: "Low risk",
  MODERATE: "Moderate risk",
  HIGH: "High risk",
  VERY_HIGH: "Very high risk",
  INDETERMINATE: "Not yet classified",
  NOT_APPLICABLE: "No tier",
};

/** The tier, and whether it is provisional; what is not classified cannot be. */
export function tierInWords({ tier, provisional }: Assessment): string {
  const classified = tier !== "INDETERMINATE" && tier !== "NOT_APPLICABLE";
  return `${TIER_WORDS[tier]}${provisional && classified ? " (provisional)" : ""}`;
}

export const CATEGORY_WORDS: Record<BmdCategory, string> = {
  normal: "normal",
  osteopenia: "osteopenia",
  osteoporosis: "osteoporosis",
  "within-expected-for-age": "within the expected range for age",
  "below-expected-for-age": "below the expected range for age",
};

export const SITE_WORDS: Record<string, string> = {
  LS: "lumbar spine",
  FN: "femoral neck",
  TH: "total hip",
  R33: "33 % radius",
};
