import * as v from "valibot";

const number = v.pipe(v.number("not a number"), v.finite("not a number"));
const whole = v.pipe(number, v.integer("not a whole number"), v.minValue(1, "at least 1"));
const months = v.pipe(whole, v.maxValue(120, "at most 120"));
const positive = v.pipe(number, v.minValue(0, "0 or more"));

/** What CLINICAL.md section 7 and section 3 leave open: every entry is a default of the product, pending a clinician. */
export const policySchema = v.strictObject({
  /** Whose thresholds apply: 20/3 is a US rule, never held against a UK FRAX (S5, X13). */
  country: v.picklist(["US", "UK"]),
  /** Steroid boundary of S10, strictly above (section 7, 1). mg/day prednisone equivalent. */
  steroidHighDoseMg: positive,
  /** Months of daily steroid that count as long (S10, GC-DUR). */
  steroidLongMonths: months,
  /** Look-back for laboratory work-up (section 3). */
  labMonths: months,
  /** Look-back for the dental exam (S29; section 7, 3). */
  dentalMonths: months,
  /** Calcium and creatinine before a parenteral drug (section 7, 3). Days. */
  parenteralLabDays: whole,
  /** DXA interval, and on glucocorticoid, aromatase inhibitor or androgen deprivation (X9b). */
  dxaMonths: months,
  dxaMonthsOnHarm: months,
  /** FRAX older than this is outdated (5.3). */
  fraxMonths: months,
  /** A fracture is recent below this (T-VH1; section 7, 6). */
  recentFractureMonths: months,
  /** From this age an unstated menopause is taken as past; below 65 the answer is then provisional. */
  assumePostmenopausalFrom: positive,
  /** Low body mass index, kg/m² (S22). */
  lowBmi: positive,
  /** Limits of CLINICAL.md section 3, used when the laboratory prints no range of its own. */
  limits: v.strictObject({
    calciumLow: positive,
    calciumHigh: positive,
    phosphateLow: positive,
    tshLow: positive,
    testosteroneLow: positive,
  }),
  /**
   * Usual adult limits for tests of which CLINICAL.md gives none. In no source at hand: a statement that rests on one
   * says so and is marked unconfirmed.
   */
  unconfirmedLimits: v.strictObject({
    alpHigh: positive,
    ggtHigh: positive,
    hemoglobinLowWomen: positive,
    hemoglobinLowMen: positive,
  }),
});

/** Look-backs, boundaries and limits an organisation may set; one object, validated. */
export type Policy = v.InferOutput<typeof policySchema>;

export const defaultPolicy: Policy = {
  country: "US",
  steroidHighDoseMg: 7.5,
  steroidLongMonths: 3,
  labMonths: 12,
  dentalMonths: 12,
  parenteralLabDays: 90,
  dxaMonths: 24,
  dxaMonthsOnHarm: 12,
  fraxMonths: 24,
  recentFractureMonths: 12,
  assumePostmenopausalFrom: 50,
  lowBmi: 20,
  limits: {
    calciumLow: 8.6,
    calciumHigh: 10.2,
    phosphateLow: 2.5,
    tshLow: 0.4,
    testosteroneLow: 300,
  },
  unconfirmedLimits: {
    alpHigh: 120,
    ggtHigh: 65,
    hemoglobinLowWomen: 12,
    hemoglobinLowMen: 13,
  },
};

/** A setting that differs from its default; one inside a group has the group's name before it. */
export interface PolicyDifference {
  name: string;
  value: string | number;
  standard: string | number;
}

type Settings = { readonly [name: string]: string | number | Settings };

function differing(policy: Settings, standard: Settings, within: string): PolicyDifference[] {
  return Object.entries(standard).flatMap(([key, usual]) => {
    const [name, value] = [within + key, policy[key] ?? usual];
    if (typeof usual === "object") return typeof value === "object" ? differing(value, usual, `${name}.`) : [];
    return typeof value === "object" || value === usual ? [] : [{ name, value, standard: usual }];
  });
}

export function policyDifferences(policy: Policy): PolicyDifference[] {
  return policy === defaultPolicy ? [] : differing(policy, defaultPolicy, "");
}

/** Limits of which one must lie below the other. */
const ORDERED = [["calciumLow", "calciumHigh"]] as const;

/** Why a setting is refused, in words. */
export interface PolicyRefusal {
  name: string;
  reason: string;
}

/** Settings over the defaults, or why they are refused, by name. */
export function readPolicy(settings: unknown): { policy: Policy } | { refused: PolicyRefusal[] } {
  const parsed = v.safeParse(policySchema, { ...defaultPolicy, ...(settings as object) });
  if (!parsed.success) {
    return { refused: parsed.issues.map((issue) => ({ name: v.getDotPath(issue) ?? "", reason: issue.message })) };
  }
  const crossed = ORDERED.filter(([low, high]) => parsed.output.limits[low] >= parsed.output.limits[high]);
  if (crossed.length > 0)
    return { refused: crossed.map(([low]) => ({ name: `limits.${low}`, reason: "not below the upper limit" })) };
  return { policy: parsed.output };
}

/** @throws when a setting is unknown or out of bounds; the message names it. */
export function parsePolicy(settings: unknown): Policy {
  const read = readPolicy(settings);
  if ("refused" in read) throw new RangeError(read.refused.map(({ name, reason }) => `${name}: ${reason}`).join("; "));
  return read.policy;
}
