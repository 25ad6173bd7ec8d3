export type { AnsweredLine } from "./answered-line";
export { cdsHooksResponse } from "./cds-hooks";
export { fhirBundle } from "./fhir/bundle";
export { noteText } from "./note";
export type { Maker } from "./provenance";
