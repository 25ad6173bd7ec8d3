import type { FraxResult, Identity, ListKind } from "../../src/chart/chart";
import type { Evidence } from "../../src/chart/evidence";
import { known, unknown } from "../../src/chart/fact";
import type { ChartView, TabView } from "../../src/messages/view";
import type { Assessment, Finding, FindingGroup, SourceRef } from "../../src/rules/assessment";

import { fraxInputs } from "./frax-fixtures";

/** Assessments written by hand, for tests of what the pages draw. Their numbers come from no rule. */

export function onPage(text: string, ref = 1): Evidence {
  return { from: "page", place: { frame: 0, ref }, text, seenAt: "2026-11-23T09:00:00Z" };
}

export const article: SourceRef = {
  id: "article",
  label: "Source article",
  sentence: "Treatment thresholds: 10-year hip fracture risk ≥3% OR major osteoporotic fracture risk ≥20%",
  url: null,
  date: "2025-11-06",
};

const acr: SourceRef = {
  id: "acr-2022",
  label: "ACR 2022",
  sentence: null,
  url: "https://rheumatology.org/",
  date: "2022",
};

/** Reasons a card offers as answers. */
const REASONS = [
  ["action-completed", "Done already"],
  ["cds-not-applicable", "Does not apply to this patient"],
  ["patient-refuses", "The patient refuses"],
] as const;

export function finding(
  id: string,
  group: FindingGroup,
  summary: string,
  more: Partial<Omit<Finding, "card">> & { detail?: string; indicator?: "info" | "warning" | "critical" } = {},
): Finding {
  const { detail, indicator = "info", ...rest } = more;
  return {
    id,
    rule: id.split(":")[0] ?? id,
    group,
    rationale: `When rule ${id} holds, it says this.`,
    card: {
      uuid: id,
      summary,
      indicator,
      source: { label: "Source article" },
      overrideReasons: REASONS.map(([code, display]) => ({ code, system: "urn:reasons", display })),
      ...(detail === undefined ? {} : { detail }),
    },
    evidence: [],
    gaps: [],
    sources: [article],
    reviewStatus: "pending-clinician-review",
    ...rest,
  };
}

export const ada: Identity = {
  name: known("Marsh, Ada", onPage("Marsh, Ada")),
  birthDate: known("1958-04-02"),
  age: known(68),
  sex: known("female" as const),
  mrn: known("00123"),
};

export function seen(...kinds: ListKind[]): Assessment["lookedAt"] {
  const all: ListKind[] = [
    "labs",
    "medications",
    "problems",
    "dxa",
    "vitals",
    "social",
    "notes",
    "dental",
    "allergies",
  ];
  return all.map((kind) => ({ kind, seen: kinds.includes(kind), complete: kinds.includes(kind) ? true : null }));
}

export function frax(mof: number | null, hip: number | null, more: Partial<FraxResult> = {}): FraxResult {
  return {
    mof,
    hip,
    mofComparator: null,
    hipComparator: null,
    withBmd: true,
    model: "US (Caucasian)",
    country: "US",
    glucocorticoidsTicked: null,
    glucocorticoidAdjusted: null,
    date: "2026-08-12",
    evidence: onPage(`10-year probability: major ${mof ?? "–"} %, hip ${hip ?? "–"} %`, 4),
    ...more,
  };
}

const nothing: Assessment = {
  asOf: "2026-11-23",
  patient: ada,
  tier: "INDETERMINATE",
  provisional: false,
  bmdCategory: null,
  decidingBmd: null,
  sourceThresholdMet: false,
  frax: { raw: null, used: null, notes: [] },
  headline: "Obtain DXA: no bone density and no fracture has been seen.",
  distances: [],
  missing: [],
  suggest: [],
  avoid: [],
  alerts: [],
  findings: [],
  settings: [],
  ruleIds: [],
  questions: [],
  lookedAt: seen(),
  series: { tScores: [], vitaminD: [] },
  rejected: [],
  marks: [],
};

export const empty: Assessment = {
  ...nothing,
  findings: [finding("T-I2", "tier", "No valid T-score and no fracture: obtain DXA")],
  missing: [
    {
      code: "DXA",
      label: "DXA",
      reason: "No bone density report has been seen.",
      why: "not-seen",
      lookBackMonths: 24,
      last: null,
      triggered: false,
      finding: "W-DXA",
    },
  ],
};

const femoralNeck = {
  site: "FN",
  side: "left" as const,
  t: -2.1,
  z: -0.6,
  bmd: 0.612,
  maker: null,
  date: "2026-08-10",
  prior: false,
  evidence: onPage("Femoral neck (left) 0.612 −2.1 −0.6", 7),
};

export const high: Assessment = {
  ...nothing,
  tier: "HIGH",
  bmdCategory: "osteopenia",
  decidingBmd: femoralNeck,
  sourceThresholdMet: true,
  frax: {
    raw: frax(17.6, 2.5),
    used: { mof: 20.24, hip: 3, adjusted: true },
    notes: ["Multiplied by 1.15 (major) and 1.2 (hip): prednisone 10 mg a day, more than 7.5 mg."],
  },
  headline: "FRAX major fracture 20.2 % meets the 20 % threshold after the steroid adjustment.",
  distances: [
    {
      what: "FRAX major fracture",
      value: { value: 20.24, unit: "%" },
      threshold: { value: 20, unit: "%" },
      met: true,
      note: "(just above)",
      evidence: [],
    },
    {
      what: "FRAX hip",
      value: { value: 3, unit: "%" },
      threshold: { value: 3, unit: "%" },
      met: true,
      note: "at the threshold",
      evidence: [],
    },
    {
      what: "Lowest T-score",
      value: { value: -2.1, unit: "" },
      threshold: { value: -2.5, unit: "" },
      met: false,
      note: null,
      evidence: [],
    },
  ],
  missing: [
    {
      code: "VITD",
      label: "Vitamin D, 25-OH",
      reason: "Needed in everyone with osteopenia and before a bone drug.",
      why: "stale",
      lookBackMonths: 12,
      last: { text: "34 ng/mL", date: "2024-03-02", evidence: onPage("Vitamin D, 25-OH 34 ng/mL 30 – 100", 11) },
      triggered: false,
      finding: "W-VITD",
    },
    {
      code: "PHOS",
      label: "Phosphate",
      reason: "Needed in everyone with osteopenia.",
      why: "none-in-window",
      lookBackMonths: 12,
      last: null,
      triggered: false,
      finding: "W-PHOS",
    },
    {
      code: "TSH",
      label: "TSH",
      reason: "Needed in everyone with osteopenia.",
      why: "pending",
      lookBackMonths: 12,
      last: null,
      triggered: false,
      finding: "W-TSH",
    },
    {
      code: "DENTAL",
      label: "Dental exam",
      reason: "A dental screening exam comes before a bisphosphonate.",
      why: "not-seen",
      lookBackMonths: 12,
      last: null,
      triggered: true,
      finding: "W-DENTAL",
    },
  ],
  suggest: [
    {
      drug: "alendronate",
      text: "first line: consider an oral bisphosphonate",
      rule: "S25",
      use: ["70 mg weekly", "review at 5 years"],
      pros: ["Meets the threshold for drug therapy", "Safety, cost and efficacy"],
      cons: ["Needs to sit or stand for 30 minutes after each dose"],
      first: ["Dental screening exam"],
      findings: ["S25"],
    },
    {
      drug: "risedronate",
      text: "the other oral bisphosphonate",
      rule: "S25",
      use: [],
      pros: ["Same class"],
      cons: [],
      first: ["Dental screening exam"],
      findings: ["S25"],
    },
    {
      drug: "zoledronic acid",
      text: "if an oral bisphosphonate is not tolerated",
      rule: "S30",
      use: [],
      pros: ["Once a year"],
      cons: ["Creatinine within 90 days before each dose"],
      first: [],
      findings: ["S30"],
    },
    {
      drug: "denosumab",
      text: "if not tolerated",
      rule: "S30",
      use: [],
      pros: [],
      cons: ["Must never simply be stopped"],
      first: [],
      findings: ["S30"],
    },
  ],
  avoid: [{ drug: "raloxifene", reason: "Deep vein thrombosis in 2019", rule: "D7", finding: "D7:raloxifene" }],
  alerts: [
    { rule: "W-VITD", level: "warning", text: "Vitamin D is older than 12 months", finding: "W-VITD" },
    {
      rule: "S35",
      level: "warning",
      text: "Prednisone 10 mg a day since March 2026: consider bone protection",
      finding: "S35",
    },
  ],
  findings: [
    finding("S10", "tier", "FRAX multiplied by 1.15 and 1.2 for prednisone over 7.5 mg a day", {
      evidence: [onPage("predniSONE 10 mg tablet, 1 tab PO daily, started 03/01/2026", 21)],
    }),
    finding("T-H1", "tier", "FRAX major fracture 20.2 % is at or above 20 %", { evidence: [frax(17.6, 2.5).evidence] }),
    finding("S35", "note", "Long-term steroid: consider a bone-modifying agent", {
      indicator: "warning",
      evidence: [onPage("predniSONE 10 mg tablet, 1 tab PO daily, started 03/01/2026", 21)],
    }),
    finding("W-VITD", "missing", "Vitamin D older than 12 months", { indicator: "warning" }),
    finding("W-PHOS", "missing", "No phosphate in 12 months"),
    finding("W-TSH", "missing", "TSH ordered, no final result"),
    finding("W-DENTAL", "missing", "Dental exam not seen", {
      gaps: [{ what: "Dental exam", why: "not-seen", assumed: null }],
    }),
    finding("S25", "option", "Oral bisphosphonate first"),
    finding("S30", "option", "Alternatives in order"),
    finding("D7:raloxifene", "avoid", "Past thrombosis: no raloxifene", {
      evidence: [onPage("DVT, left leg, 2019", 31)],
    }),
    finding("S43", "monitoring", "Next DXA due August 2028"),
    finding("S36", "monitoring", "Reassess fracture risk every 12 months on steroids"),
    finding(
      "X3",
      "disagreement",
      "Source article 2025: no drug below the threshold | ACR 2022: offer therapy at moderate risk",
      {
        sources: [article, acr],
        reviewStatus: "unconfirmed",
      },
    ),
    finding("S14", "lifestyle", "Calcium 1,200 mg a day in all, food included"),
    finding("S15", "lifestyle", "Vitamin D 600–800 IU a day"),
    finding("S17", "lifestyle", "Weight-bearing, resistance and balance exercise"),
  ],
  questions: [
    {
      id: "falls",
      question: "Falls in the last 12 months?",
      answers: [
        {
          label: "None",
          fact: { kind: "values", input: { fallsLastYear: 0 } },
          form: null,
          leadsTo: { tier: "HIGH", sourceThresholdMet: true, firstSuggestion: "alendronate" },
        },
        {
          label: "Two or more",
          fact: { kind: "values", input: { fallsLastYear: 2 } },
          form: null,
          leadsTo: { tier: "VERY_HIGH", sourceThresholdMet: true, firstSuggestion: "romosozumab" },
        },
      ],
    },
  ],
  series: {
    tScores: [
      {
        site: "LS",
        points: [
          { date: "2021-05-03", t: -1.1, evidence: onPage("L1-L4 0.931 −1.1", 51) },
          { date: "2026-08-10", t: -1.6, evidence: onPage("L1-L4 0.874 −1.6", 52) },
        ],
      },
      {
        site: "FN",
        points: [
          { date: "2021-05-03", t: -1.4, evidence: onPage("Femoral neck (left) 0.690 −1.4", 53) },
          { date: "2024-06", t: -1.9, evidence: onPage("Femoral neck (left) 0.640 −1.9", 54) },
          { date: "2026-08-10", t: -2.1, evidence: femoralNeck.evidence },
        ],
      },
    ],
    vitaminD: [
      {
        date: "2024-03-02",
        value: 34,
        unit: "ng/mL",
        comparator: null,
        evidence: onPage("Vitamin D, 25-OH 34 ng/mL 30 – 100", 11),
      },
    ],
  },
  lookedAt: seen("labs", "medications", "dxa", "problems").map((list) =>
    list.kind === "labs" ? { ...list, complete: false } : list,
  ),
  rejected: [
    {
      path: "dxa[2].t",
      reason: "T-score −15.2 is outside −7 to +6",
      evidence: onPage("Total hip 0.711 -15.2 -0.9", 8),
    },
  ],
};

export const low: Assessment = {
  ...nothing,
  tier: "LOW",
  bmdCategory: "normal",
  decidingBmd: { ...femoralNeck, t: -0.8, z: 0.4, evidence: onPage("Femoral neck −0.8", 7) },
  headline: "No fracture, and every T-score is −1.0 or better.",
  findings: [finding("T-L1", "tier", "Normal bone density, no fracture")],
  lookedAt: seen("labs", "medications", "dxa", "problems", "dental"),
};

export const moderate: Assessment = {
  ...nothing,
  tier: "MODERATE",
  provisional: true,
  bmdCategory: "osteopenia",
  decidingBmd: femoralNeck,
  frax: { raw: frax(19.96, 1.4), used: { mof: 19.96, hip: 1.4, adjusted: false }, notes: [] },
  headline: "Osteopenia with both FRAX figures below 20 % and 3 %.",
  distances: [
    {
      what: "FRAX major fracture",
      value: { value: 19.96, unit: "%" },
      threshold: { value: 20, unit: "%" },
      met: false,
      note: "(just below)",
      evidence: [],
    },
    {
      what: "FRAX hip",
      value: { value: 1.4, unit: "%" },
      threshold: { value: 3, unit: "%" },
      met: false,
      note: null,
      evidence: [],
    },
  ],
  findings: [
    finding("T-M1", "tier", "Osteopenia, FRAX below both thresholds"),
    finding("T-P1", "tier", "Provisional: fracture history is not known", {
      gaps: [{ what: "Fracture history", why: "not-seen", assumed: "no earlier fracture" }],
    }),
  ],
  lookedAt: seen("labs", "dxa"),
};

export const veryHigh: Assessment = {
  ...high,
  tier: "VERY_HIGH",
  frax: { raw: null, used: null, notes: [] },
  headline: "Fragility fracture of the hip 4 months ago.",
  distances: [],
  alerts: [
    {
      rule: "D14",
      level: "critical",
      text: "Denosumab overdue: last dose 8 months ago; vertebral fractures can follow",
      finding: "D14",
    },
    ...high.alerts,
  ],
  findings: [
    finding("T-VH1", "tier", "Fragility fracture within 12 months", {
      evidence: [onPage("Fracture of neck of femur, 07/2026", 40)],
    }),
    finding("D14", "monitoring", "Denosumab overdue", { indicator: "critical" }),
    ...high.findings.filter(({ group }) => group !== "tier"),
  ],
  questions: [],
};

export const indeterminate: Assessment = {
  ...nothing,
  bmdCategory: "osteopenia",
  decidingBmd: femoralNeck,
  headline: "Osteopenia: FRAX needed, not yet classified.",
  findings: [
    finding("T-I1", "tier", "Osteopenia without FRAX cannot be placed in a tier", {
      detail: "Found: age, sex, femoral-neck T-score. Still missing: weight, height, parent hip fracture.",
      gaps: [{ what: "FRAX", why: "not-seen", assumed: null }],
    }),
    finding("W-FRAX", "missing", "FRAX needed"),
    finding("CAROC", "note", "Provisional category (CAROC 2010): moderate", {
      detail:
        "Canadian major-fracture category from age, sex, femoral-neck T-score, prior fracture, steroids. Not FRAX. No hip-fracture estimate. Not a US treatment threshold.",
      evidence: [onPage("T-score \u22122.1")],
      reviewStatus: "unconfirmed",
    }),
  ],
  missing: [
    {
      code: "FRAX",
      label: "FRAX",
      reason: "The tier of a patient with osteopenia rests on it.",
      why: "none-in-window",
      lookBackMonths: 24,
      last: null,
      triggered: false,
      finding: "W-FRAX",
    },
  ],
  lookedAt: seen("dxa"),
};

export const conflicting: Assessment = {
  ...indeterminate,
  patient: {
    ...ada,
    age: {
      state: "conflicting",
      values: [
        { value: 68, evidence: [] },
        { value: 86, evidence: [] },
      ],
    },
    mrn: unknown,
  },
  headline: "Two FRAX results of the same day differ; neither is used.",
  findings: [
    finding("T-I1", "tier", "FRAX conflicting", { gaps: [{ what: "FRAX hip", why: "conflicting", assumed: null }] }),
  ],
  missing: [],
};

export const outside: Assessment = {
  ...nothing,
  patient: { ...ada, age: known(34) },
  tier: "NOT_APPLICABLE",
  bmdCategory: "below-expected-for-age",
  headline: "Premenopausal woman: Z-scores and secondary causes, not these thresholds.",
  suggest: [{ drug: null, text: "refer", rule: "T-G2", use: [], pros: [], cons: [], first: [], findings: ["T-G2"] }],
  findings: [finding("T-G2", "tier", "Premenopausal woman without fracture or long steroid treatment")],
  lookedAt: seen("dxa", "labs"),
};

/** Every state of the sidebar, by name. */
export const views: Record<string, TabView> = {
  "no-chart": { state: "no-chart" },
  "not-allowed": { state: "not-allowed" },
  reading: { state: "reading" },
  "two-patients": { state: "two-patients" },
  "no-patient": { state: "no-patient", lists: ["labs", "medications"] },
  error: {
    state: "error",
    trouble: { code: "assessment-failed", text: "The rules could not be run on what was read." },
  },
  empty: chart(empty),
  low: chart(low),
  moderate: chart(moderate),
  high: chart(high),
  "very-high": chart(veryHigh),
  indeterminate: chart(indeterminate),
  conflicting: chart(conflicting),
  outside: chart(outside),
  partial: {
    ...chart(high),
    troubles: [{ code: "frame-unreadable", text: "A part of this page could not be read and is left out." }],
  },
};

export function chart(assessment: Assessment): ChartView {
  return {
    state: "chart",
    assessment,
    troubles: [],
    visit: "2026-06-01T09:00:00.000Z",
    typed: [],
    answers: {},
    fraxInputs,
  };
}
