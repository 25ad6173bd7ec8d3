import type { Tier } from "../rules/assessment";
import { type TextKey, t } from "./text";

const WORD: Record<Tier, TextKey> = {
  LOW: "tierLow",
  MODERATE: "tierModerate",
  HIGH: "tierHigh",
  VERY_HIGH: "tierVeryHigh",
  INDETERMINATE: "tierIndeterminate",
  NOT_APPLICABLE: "tierNotApplicable",
};

const TONE: Record<Tier, string> = {
  LOW: "low",
  MODERATE: "moderate",
  HIGH: "high",
  VERY_HIGH: "very-high",
  INDETERMINATE: "open",
  NOT_APPLICABLE: "open",
};

const LADDER: Tier[] = ["LOW", "MODERATE", "HIGH", "VERY_HIGH"];

/** Whether it is one of the four; what is not classified cannot be provisional. */
export const isClassified = (tier: Tier) => LADDER.includes(tier);

export function tierWord(tier: Tier): string {
  return t(WORD[tier]);
}

/** The class that gives a tier its colours. */
export function tierTone(tier: Tier): string {
  return `tone-${TONE[tier]}`;
}

/** Each tier has a shape of its own, so that it is told apart without colour. */
export function TierShape({ tier, size = 22 }: { tier: Tier; size?: number }) {
  return (
    <svg class="tier-shape" width={size} height={size} viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      {shape(tier)}
    </svg>
  );
}

function shape(tier: Tier) {
  switch (tier) {
    case "LOW":
      return <circle cx="12" cy="12" r="9" />;
    case "MODERATE":
      return <path d="M12 1.5 22.5 12 12 22.5 1.5 12Z" />;
    case "HIGH":
      return <path d="M12 2 23 21.5H1Z" />;
    case "VERY_HIGH":
      return (
        <path
          d="M7.4 1.5h9.2l5.9 5.9v9.2l-5.9 5.9H7.4l-5.9-5.9V7.4ZM10.5 6v7.5h3V6Zm0 9.5v3h3v-3Z"
          fill-rule="evenodd"
        />
      );
    case "INDETERMINATE":
      return <circle class="outline" cx="12" cy="12" r="9" stroke-dasharray="4 2.6" />;
    case "NOT_APPLICABLE":
      return <path class="outline" d="M4 4h16v16H4ZM4 20 20 4" />;
  }
}

/** Where the tier stands among the four. Says nothing that the word beside it does not say. */
export function TierLadder({ tier }: { tier: Tier }) {
  if (!isClassified(tier)) return null;
  return (
    <span class="tier-ladder" aria-hidden="true">
      {LADDER.map((step) => (
        <span key={step} class={step === tier ? "here" : ""} />
      ))}
    </span>
  );
}
