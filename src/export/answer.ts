import type { Assessment } from "../rules";

/** The answer of `npm run assess` (FORMATS.md): one line a case. */
export interface Answer {
  id: string;
  tier: Assessment["tier"];
  provisional: boolean;
  bmdCategory: Assessment["bmdCategory"];
  sourceThresholdMet: boolean;
  fraxUsed: { mof: number | null; hip: number | null; adjusted: boolean };
  missingWorkup: string[];
  triggeredWorkup: string[];
  suggest: { drug: string | null; text: string; rule: string }[];
  avoid: { drug: string; reason: string; rule: string }[];
  alerts: { rule: string; level: string; text: string }[];
  ruleIds: string[];
  rejected: { path: string; reason: string }[];
  cards: Assessment["findings"][number]["card"][];
}

export function toAnswer(id: string, assessment: Assessment): Answer {
  const { missing, frax } = assessment;
  const codes = (triggered: boolean) => missing.filter((item) => item.triggered === triggered).map(({ code }) => code);
  return {
    id,
    tier: assessment.tier,
    provisional: assessment.provisional,
    bmdCategory: assessment.bmdCategory,
    sourceThresholdMet: assessment.sourceThresholdMet === true,
    fraxUsed: frax.used ?? { mof: null, hip: null, adjusted: false },
    missingWorkup: codes(false),
    triggeredWorkup: codes(true),
    suggest: assessment.suggest.map(({ drug, text, rule }) => ({ drug, text, rule })),
    avoid: assessment.avoid.map(({ drug, reason, rule }) => ({ drug, reason, rule })),
    alerts: assessment.alerts.map(({ rule, level, text }) => ({ rule, level, text })),
    ruleIds: assessment.ruleIds,
    rejected: assessment.rejected.map(({ path, reason }) => ({ path, reason })),
    cards: assessment.findings.map(({ card }) => card),
  };
}
