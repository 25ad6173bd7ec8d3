/** The part of FHIR R4 that is written here (hl7.org/fhir/R4). */
export interface Coding {
  system: string;
  code: string;
}
export interface CodeableConcept {
  coding?: Coding[];
  text: string;
}
export interface Reference {
  reference?: string;
  display?: string;
}
export interface Device {
  resourceType: "Device";
  deviceName: { name: string; type: "other" }[];
  version: { value: string }[];
}
export interface Observation {
  resourceType: "Observation";
  status: "unknown";
  code: CodeableConcept;
  subject: Reference;
  effectiveDateTime?: string;
  valueQuantity: { value: number; comparator?: string; unit: string; system: string; code: string };
  note: { text: string }[];
}
export interface RiskAssessment {
  resourceType: "RiskAssessment";
  status: "preliminary";
  subject: Reference;
  occurrenceDateTime: string;
  performer: Reference;
  basis?: Reference[];
  prediction: {
    outcome?: CodeableConcept;
    probabilityDecimal?: number;
    qualitativeRisk?: CodeableConcept;
    rationale?: string;
  }[];
  note: { text: string }[];
}
export interface ServiceRequest {
  resourceType: "ServiceRequest";
  status: "draft" | "completed" | "revoked";
  intent: "proposal";
  code: CodeableConcept;
  subject: Reference;
  authoredOn: string;
  requester: Reference;
  reasonCode: CodeableConcept[];
  note: { text: string }[];
}
export interface DetectedIssue {
  resourceType: "DetectedIssue";
  status: "preliminary";
  code: CodeableConcept;
  severity: "high" | "moderate" | "low";
  patient: Reference;
  identifiedDateTime: string;
  author: Reference;
  implicated: Reference[];
  detail: string;
  reference?: string;
}
export type AnyResource = Device | Observation | RiskAssessment | ServiceRequest | DetectedIssue;

export interface Bundle {
  resourceType: "Bundle";
  type: "collection";
  timestamp: string;
  entry: { fullUrl: string; resource: AnyResource }[];
}
