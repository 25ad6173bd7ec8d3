import { element, printed } from "./element.ts";
import type { Get, Patient } from "./wire.ts";

function cells(role: string, ...texts: string[]): HTMLElement[] {
  return texts.map((text) => element("div", { role }, text));
}

/** The problem list, as a grid of divs: many products have no table here. */
export async function problems(patient: Patient, get: Get): Promise<HTMLElement> {
  const { problems } = (await get(`patients/${patient.id}/problems`)) as Patient;
  const rows = problems.map(({ name, code, since, status }) =>
    element("div", { role: "row", class: "grid-row" }, ...cells("gridcell", name, code, printed(since), status)),
  );
  return element(
    "section",
    { class: "card list" },
    element("h3", { id: "problem-list" }, "Problem list"),
    element(
      "div",
      { role: "grid", class: "grid", "aria-labelledby": "problem-list" },
      element(
        "div",
        { role: "row", class: "grid-row head" },
        ...cells("columnheader", "Problem", "ICD-10", "Since", "Status"),
      ),
      ...rows,
    ),
    element("div", { class: "pager" }, element("span", {}, `All problems, ${rows.length} of ${rows.length}`)),
  );
}
