export type { AnswerGiven } from "./answer-given";
export { cdsHooksResponse } from "./cds-hooks";
export { fhirBundle } from "./fhir/bundle";
export { noteText } from "./note";
export type { Maker } from "./provenance";
