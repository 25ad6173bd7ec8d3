import { element, printed } from "./element.ts";
import type { Patient } from "./wire.ts";

function piece(label: string, value: string): HTMLElement {
  return element(
    "div",
    { class: "banner-piece" },
    element("span", { class: "label" }, label),
    element("span", { class: "value" }, value),
  );
}

/** Who the chart is of; it stays in sight on every tab. */
export function banner(patient: Patient): HTMLElement {
  const initials = patient.name
    .split(", ")
    .reverse()
    .map((part) => part[0])
    .join("");
  return element(
    "header",
    { class: "patient-banner", "aria-label": "Patient", "data-patient": patient.id },
    element("span", { class: "avatar", "aria-hidden": "true" }, initials),
    element("h1", { class: "patient-name" }, patient.name),
    piece("DOB", printed(patient.birthDate)),
    piece("Age", `${patient.age} y`),
    piece("Sex", patient.sex),
    piece("MRN", patient.mrn),
    piece("Allergies", patient.allergies),
    piece("PCP", patient.clinician),
  );
}
