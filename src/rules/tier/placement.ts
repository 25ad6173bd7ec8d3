import type { Tier } from "../assessment";
import { centralScans, lowestT } from "../facts/bmd";
import { fractures, fragilityFracture, recentFracture } from "../facts/fractures";
import { frax } from "../facts/frax";
import { population } from "../facts/population";
import { highDoseSteroid, longSteroid, veryHighDoseSteroid } from "../facts/steroids";
import type { Question, Reader } from "../reader";
import type { Basis, TierRule } from "../rule";
import { GATE_RULES, INDETERMINATE_RULES } from "./gates";
import { HIGH_RULES } from "./high";
import { MODERATE_AND_LOW_RULES } from "./moderate-low";
import { VERY_HIGH_RULES } from "./very-high";

export const TIER_RULES: readonly TierRule[] = [
  ...GATE_RULES,
  ...VERY_HIGH_RULES,
  ...HIGH_RULES,
  ...MODERATE_AND_LOW_RULES,
  ...INDETERMINATE_RULES,
];

export interface Placement {
  tier: Tier;
  /** Every rule of this tier and of HIGH and above that holds, in the order of the ladder. */
  fired: TierRule[];
  /** Those that put the patient in this tier. */
  deciding: TierRule[];
  /** HIGH or VERY_HIGH by a fracture, a T-score or a dose: FRAX is not needed. */
  firm: boolean;
  /** What the tier takes for granted (T-P1), in words; none: not provisional. */
  assumptions: string[];
}

const LADDER: readonly Tier[] = ["VERY_HIGH", "HIGH", "MODERATE", "LOW"];
const HIGH_TIERS: readonly Tier[] = ["VERY_HIGH", "HIGH"];
const FALLS_RULE = "T-VH6";

function place(r: Reader, fired: readonly TierRule[]): Tier {
  const who = r.ask(population).population;
  // A premenopausal woman or a man under 50 stays outside the ladder until a fracture or a steroid is known.
  if (GATE_RULES.some((rule) => r.ask(rule.holds) === true || (who === "z-score" && r.ask(rule.holds) === "unknown")))
    return "NOT_APPLICABLE";
  // Whose numbers apply is not known: only what needs no numbers decides.
  const counts = (rule: TierRule) => who !== "unknown" || rule.basis === "fracture" || rule.basis === "dose";
  return LADDER.find((tier) => fired.some((rule) => rule.tier === tier && counts(rule))) ?? "INDETERMINATE";
}

/** What each deciding rule rests on; falls rest on the HIGH rules they stand on. */
function bases(deciding: readonly TierRule[], fired: readonly TierRule[]): Set<Basis> {
  return new Set(
    deciding.flatMap((rule) =>
      rule.id === FALLS_RULE ? fired.filter((f) => f.tier === "HIGH").map((f) => f.basis) : [rule.basis],
    ),
  );
}

function assumptions(r: Reader, tier: Tier, deciding: readonly TierRule[], fired: readonly TierRule[]): string[] {
  const found: string[] = [];
  const rests = bases(deciding, fired);
  const facts = rests.has("fracture") || rests.has("dose");
  const lowest = r.ask(lowestT);
  const { stale } = r.ask(frax);
  if (tier !== "VERY_HIGH") {
    if (r.ask(fragilityFracture) === "unknown") found.push("no fragility fracture: none found, none ruled out");
    if (r.ask(recentFracture) === "unknown") found.push("the fracture without a date is older than 12 months");
    if (r.ask(fractures).unclear.length > 0 && r.ask(fragilityFracture) === true)
      found.push("a fracture of unknown cause is not a fragility fracture");
    if ([longSteroid, highDoseSteroid, veryHighDoseSteroid].some((q) => r.ask(q) === "unknown"))
      found.push("no glucocorticoid beyond what is known of dose and duration");
  }
  if (!LADDER.includes(tier) || facts) return found;
  const onFrax = rests.has("frax") && !rests.has("bmd");
  if (onFrax && stale !== false)
    found.push(stale === true ? "the FRAX older than 24 months still holds" : "the undated FRAX is recent");
  if (r.ask(centralScans).length === 0) found.push("no bone density of hip or spine is needed");
  if (lowest !== null && lowest.conflict.length > 0) found.push(`of two T-scores the lower, ${lowest.t}, is right`);
  if (r.ask(population).menopauseAssumed) found.push("menopause is past");
  return found;
}

export const placedIn = (r: Reader, ...tiers: readonly Tier[]): boolean => tiers.includes(r.ask(placement).tier);

export const placement: Question<Placement> = (r) => {
  const fired = TIER_RULES.filter((rule) => r.ask(rule.holds) === true);
  const tier = place(r, fired);
  const deciding = fired.filter((rule) => rule.tier === tier);
  const firm = fired.some((rule) => HIGH_TIERS.includes(rule.tier) && rule.basis !== "frax" && rule.id !== FALLS_RULE);
  const shown = fired.filter(
    (rule) => rule.tier === tier || (HIGH_TIERS.includes(rule.tier) && HIGH_TIERS.includes(tier)),
  );
  return { tier, fired: shown, deciding, firm, assumptions: assumptions(r, tier, deciding, fired) };
};
