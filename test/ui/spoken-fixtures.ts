import type { ChartView } from "../../src/messages/view";
import type { DecisiveQuestion } from "../../src/rules/assessment";
import { chart, finding, frax, high, indeterminate, onPage } from "./fixtures";

/** Charts under treatment, with old figures or changed settings, or of which a clinician has said something. Written by hand. */

const AT = "2026-11-23T09:12:00.000Z";

const fraxQuestion: DecisiveQuestion = {
  id: "frax",
  question: "FRAX, 10-year risk?",
  answers: [
    {
      label: "MOF below 20 % and hip below 3 %",
      fact: { kind: "values", input: { frax: { mof: 15, hip: 2, date: "2026-11-23" } } },
      form: "frax",
      leadsTo: { tier: "MODERATE", sourceThresholdMet: false, firstSuggestion: null },
    },
    {
      label: "MOF 20 % or hip 3 %, or more",
      fact: { kind: "values", input: { frax: { mof: 20, hip: 3, date: "2026-11-23" } } },
      form: "frax",
      leadsTo: { tier: "HIGH", sourceThresholdMet: true, firstSuggestion: "alendronate" },
    },
    {
      label: "MOF above 30 % or hip above 4.5 %",
      fact: { kind: "values", input: { frax: { mof: 31, hip: 5, date: "2026-11-23" } } },
      form: "frax",
      leadsTo: { tier: "VERY_HIGH", sourceThresholdMet: true, firstSuggestion: "romosozumab" },
    },
  ],
};

const historyQuestion: DecisiveQuestion = {
  id: "fracture-history",
  question: "Any fragility fracture as an adult?",
  answers: [
    {
      label: "None",
      fact: { kind: "values", input: { fractureHistory: "documented-none" } },
      form: null,
      leadsTo: { tier: "INDETERMINATE", sourceThresholdMet: false, firstSuggestion: null },
    },
    {
      label: "Yes, over 12 months ago",
      fact: { kind: "values", input: { fractureHistory: "documented" } },
      form: "fracture",
      leadsTo: { tier: "HIGH", sourceThresholdMet: true, firstSuggestion: "alendronate" },
    },
    {
      label: "Yes, within 12 months",
      fact: { kind: "values", input: { fractureHistory: "documented" } },
      form: "fracture",
      leadsTo: { tier: "VERY_HIGH", sourceThresholdMet: true, firstSuggestion: "romosozumab" },
    },
  ],
};

const dateQuestion: DecisiveQuestion = {
  id: "fracture-date",
  question: "When was the wrist fracture?",
  answers: ["Within 12 months", "Earlier"].map((label) => ({
    label,
    fact: { kind: "fracture", of: { in: "fractures", key: ["wrist", null, "wrist"] }, fracture: {} },
    form: "fracture-date",
    leadsTo: { tier: "HIGH", sourceThresholdMet: true, firstSuggestion: "alendronate" },
  })),
};

const asked: ChartView = chart({
  ...indeterminate,
  questions: [fraxQuestion, historyQuestion, dateQuestion],
});

/** FRAX typed against another of the chart, a vitamin D that is not so, and a menopause that was not known. */
const typed: ChartView = {
  ...chart({
    ...high,
    frax: {
      ...high.frax,
      raw: frax(21, 3.4, {
        date: "2026-11-23",
        evidence: { from: "typed", field: "t1", text: "FRAX: Major fracture 21 %, Hip fracture 3.4 %", typedAt: AT },
      }),
    },
  }),
  typed: [
    {
      id: "t1",
      typedAt: AT,
      about: "FRAX: Major fracture 21 %, Hip fracture 3.4 %",
      kind: "values",
      instead: [onPage("10-year probability: major 12 %, hip 2.1 %", 4)],
    },
    { id: "t2", typedAt: AT, about: "Menopause: after", kind: "values", instead: [] },
    {
      id: "t3",
      typedAt: AT,
      about: "Vitamin D, 25-OH 340 ng/mL 30 – 100",
      kind: "not-so",
      instead: [onPage("Vitamin D, 25-OH 340 ng/mL 30 – 100", 61)],
    },
  ],
};

/** Two findings of the high-risk chart answered. */
const answered: ChartView = {
  ...chart(high),
  answers: Object.fromEntries(
    high.missing
      .slice(0, 2)
      .map(({ finding }, place) => [
        finding,
        { code: place === 0 ? "action-completed" : "patient-refuses", at: AT, level: "critical" as const },
      ]),
  ),
};

/** On a bone drug: nothing to begin, and what the treatment asks for. */
const treated: ChartView = chart({
  ...high,
  headline: "High risk: FRAX major fracture 20.2 % meets the 20 % threshold",
  questions: [],
  suggest: [],
  avoid: [],
  alerts: [
    { rule: "D14", level: "critical", text: "Denosumab: last given 8 months ago, next dose overdue", finding: "D14" },
  ],
  findings: [
    ...high.findings.filter(({ group }) => group === "tier" || group === "missing"),
    finding("D21", "note", "FRAX is not validated in a patient on a bone drug or lately off it: read with care"),
    finding("D14", "monitoring", "Denosumab: last given 8 months ago, next dose overdue", {
      indicator: "critical",
      evidence: [onPage("denosumab 60 mg SC every 6 months, last given 03/20/2026", 71)],
    }),
    finding("S45", "monitoring", "Reassess adherence", {
      evidence: [onPage("denosumab 60 mg SC every 6 months, last given 03/20/2026", 71)],
    }),
  ],
});

/** Old figures, and a part of the page that was open before the patient changed. */
const stale: ChartView = {
  ...chart({
    ...high,
    provisional: true,
    frax: {
      ...high.frax,
      raw: frax(17.6, 2.5, { date: "2023-02-12" }),
      notes: ["over 24 months old: provisional"],
    },
    findings: high.findings.map((one) =>
      one.group === "tier" ? { ...one, gaps: [{ what: "FRAX", why: "stale", assumed: "still valid" }] } : one,
    ),
  }),
  troubles: [
    {
      code: "stale-frame",
      text: "A part of this page was open before the patient changed. Its values are left out until it is opened again.",
    },
  ],
};

/** Settings changed from the default, and a statement that rests on one. */
const settings: ChartView = chart({
  ...high,
  settings: [{ name: "labMonths", value: 24, standard: 12 }],
  findings: high.findings.map((one) => (one.group === "missing" ? { ...one, settings: ["labMonths"] } : one)),
});

/** Questions to answer, a FRAX that was typed, and items that are missing. */
const both: ChartView = { ...typed, assessment: { ...typed.assessment, questions: asked.assessment.questions } };

export const spoken = { both, asked, typed, answered, treated, stale, settings };
