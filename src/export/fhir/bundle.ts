import type { Comparator, FraxResult } from "../../chart/chart";
import type { Assessment, Avoided, Finding, MissingItem } from "../../rules";
import { type AnswerGiven, answerText } from "../answer-given";
import { type Maker, provenanceLine } from "../provenance";
import { tierInWords } from "../tier-words";
import { withoutPatient } from "../without-patient";
import { FRAX_HIP, FRAX_MOF, NO_SERVICE, WORKUP } from "./codings";
import type {
  AnyResource,
  Bundle,
  CodeableConcept,
  DetectedIssue,
  Observation,
  Reference,
  RiskAssessment,
  ServiceRequest,
} from "./resources";

/** No name, birth date or record number: whoever pastes this knows whose chart it is, and nobody else needs to. */
const PATIENT: Reference = { display: "patient on screen" };

const OUTCOMES = [
  { key: "mof", text: "Major osteoporotic fracture within 10 years", coding: FRAX_MOF },
  { key: "hip", text: "Hip fracture within 10 years", coding: FRAX_HIP },
] as const;

/**
 * The assessment as a FHIR R4 collection: FRAX as read and as adjusted (never computed), what is missing as proposals,
 * what is not advised as issues, each with what the clinician answered. No orders, no SNOMED CT content.
 */
export function fhirBundle(
  given: Assessment,
  { version, at }: Maker,
  uuid: () => string,
  answers: readonly AnswerGiven[] = [],
): Bundle {
  const { assessment, answered } = withoutPatient(given, answers);
  const { frax, missing, avoid } = assessment;
  const entry = <R extends AnyResource>(resource: R) => ({ fullUrl: `urn:uuid:${uuid()}`, resource });
  const device = entry({
    resourceType: "Device" as const,
    deviceName: [{ name: "Osteon", type: "other" as const }],
    version: [{ value: version }],
  });
  const made: Made = {
    at,
    by: { reference: device.fullUrl, display: "Osteon" },
    said: provenanceLine(assessment, { version, at }),
  };
  const answerTo = (finding: string) => answered.find(({ id }) => id === finding);
  const observations = frax.raw === null ? [] : fraxAsGiven(frax.raw, made).map(entry);
  const basis = observations.map(({ fullUrl }) => ({ reference: fullUrl }));
  return {
    resourceType: "Bundle",
    type: "collection",
    timestamp: at,
    entry: [
      entry(riskAssessment(assessment, basis, made)),
      ...observations,
      ...missing
        .filter(({ code }) => !NO_SERVICE.includes(code))
        .map((item) => entry(proposal(item, answerTo(item.finding), made))),
      ...avoid.map((avoided) => entry(issue(avoided, assessment.findings, answerTo(avoided.finding), made))),
      device,
    ],
  };
}

/** When and by what each resource was made, and the line that says how far to trust it. */
interface Made {
  at: string;
  by: Reference;
  said: string;
}

/** The printed or typed figures. `status` unknown: the chart on screen does not say how final they are. */
function fraxAsGiven(raw: FraxResult, { said }: Made): Observation[] {
  return OUTCOMES.flatMap(({ key, text, coding }): Observation[] => {
    const value = raw[key];
    if (value === null) return [];
    const comparator = key === "mof" ? raw.mofComparator : raw.hipComparator;
    return [
      {
        resourceType: "Observation",
        status: "unknown",
        code: { coding: [...coding], text: `FRAX: ${text}` },
        subject: PATIENT,
        ...(raw.date === null ? {} : { effectiveDateTime: raw.date }),
        valueQuantity: percent(value, comparator),
        note: [{ text: `As given: ${raw.evidence.text.replace(/\.$/, "")}. ${said}` }],
      },
    ];
  });
}

function percent(value: number, comparator: Comparator | null): Observation["valueQuantity"] {
  return {
    value,
    ...(comparator === null ? {} : { comparator }),
    unit: "%",
    system: "http://unitsofmeasure.org",
    code: "%",
  };
}

function riskAssessment(assessment: Assessment, basis: Reference[], { by, said }: Made): RiskAssessment {
  const { headline, frax, asOf } = assessment;
  const { raw, used } = frax;
  const probabilities = OUTCOMES.flatMap(({ key, text }): RiskAssessment["prediction"] => {
    const value = used?.[key] ?? null;
    const bound = key === "mof" ? raw?.mofComparator : raw?.hipComparator;
    // "> 20 %" is no probability of 20 %.
    if (value === null || (bound ?? null) !== null) return [];
    const rationale = used?.adjusted
      ? "FRAX as given, after the steroid-dose adjustment of rule S10"
      : `FRAX as given, ${raw?.glucocorticoidAdjusted === true ? "already adjusted for the steroid dose" : "not adjusted"}`;
    return [{ outcome: { text }, probabilityDecimal: rounded(value), rationale }];
  });
  return {
    resourceType: "RiskAssessment",
    status: "preliminary",
    subject: PATIENT,
    occurrenceDateTime: asOf,
    performer: by,
    ...(basis.length > 0 ? { basis } : {}),
    prediction: [
      {
        outcome: { text: "Osteoporotic fracture" },
        qualitativeRisk: { text: tierInWords(assessment) },
        rationale: headline,
      },
      ...probabilities,
    ],
    note: [{ text: said }],
  };
}

/** 2.5 × 1.2 is 3, not 3.0000000000000004. */
function rounded(value: number): number {
  return Number(value.toFixed(6));
}

/** A proposal that was answered is open no more: done already, or taken back. */
function proposal(item: MissingItem, answer: AnswerGiven | undefined, { at, by, said }: Made): ServiceRequest {
  const { code, label, reason } = item;
  const coding = WORKUP[code];
  const what: CodeableConcept = { ...(coding === undefined ? {} : { coding: [...coding] }), text: label };
  const unseen = item.why === "not-seen" ? "Its list has not been on screen: it may exist. " : "";
  const told = answer === undefined ? "" : `Answered: ${answerText(answer)}. `;
  return {
    resourceType: "ServiceRequest",
    status: answer === undefined ? "draft" : answer.reason.code === "action-completed" ? "completed" : "revoked",
    intent: "proposal",
    code: what,
    subject: PATIENT,
    authoredOn: at,
    requester: by,
    reasonCode: [{ text: reason }],
    note: [{ text: `${told}${unseen}Proposal to consider, no order. ${said}` }],
  };
}

const SEVERITY = { critical: "high", warning: "moderate", info: "low" } as const;

function issue(
  { drug, reason, rule, finding }: Avoided,
  findings: Finding[],
  answer: AnswerGiven | undefined,
  { at, by }: Made,
): DetectedIssue {
  const found = findings.find(({ id }) => id === finding);
  const [source] = found?.sources.flatMap(({ url }) => url ?? []) ?? [];
  return {
    resourceType: "DetectedIssue",
    status: "preliminary",
    code: { text: `Not advised: ${drug}` },
    severity: SEVERITY[found?.card.indicator ?? "warning"],
    patient: PATIENT,
    identifiedDateTime: at,
    author: by,
    implicated: [{ display: drug }],
    detail: `${reason} (rule ${rule}; pending clinician review)${answer === undefined ? "" : `. Answered: ${answerText(answer)}`}`,
    ...(source === undefined ? {} : { reference: source }),
  };
}
