import { card, element, printed, table } from "./element.ts";
import type { Get, Patient, Result } from "./wire.ts";

/** Results on the first page; the card says that there are more. */
const LATEST = 4;

function pairs(entries: [string, string][]): HTMLElement {
  const made = entries.map(([label, value]) => element("div", {}, element("dt", {}, label), element("dd", {}, value)));
  return element("dl", { class: "pairs" }, ...made);
}

function maintenance(patient: Patient): HTMLElement {
  const rows = patient.maintenance.map(({ item, last, note }) =>
    element(
      "tr",
      {},
      element("td", {}, item),
      element("td", {}, last ? printed(last) : "—"),
      element("td", {}, element("span", { class: last && note !== "Due" ? "tag" : "tag due" }, note)),
    ),
  );
  return table(["Item", "Last done", "Status"], rows);
}

function latest(results: Result[]): HTMLElement {
  const rows = results
    .slice(0, LATEST)
    .map(({ test, value, unit, collected }) =>
      element(
        "tr",
        {},
        element("td", {}, test),
        element("td", {}, `${value} ${unit}`),
        element("td", { class: "quiet" }, printed(collected)),
      ),
    );
  return element(
    "div",
    {},
    table(["Test", "Result", "Collected"], rows),
    element("p", { class: "quiet more" }, `Latest ${rows.length} of ${results.length} results`),
  );
}

/** The first page of a chart: a card for each part. */
export async function summary(patient: Patient, get: Get): Promise<HTMLElement> {
  const { problems, medications, vitals, history, results } = (await get(`patients/${patient.id}/summary`)) as Patient;
  const active = problems.filter(({ status }) => status === "Active");
  const taken = medications.filter(({ status }) => status === "Active");
  return element(
    "div",
    { class: "cards" },
    card("Active problems", element("ul", {}, ...active.map(({ name }) => element("li", {}, name)))),
    card(
      "Current medications",
      element(
        "ul",
        {},
        ...taken.map(({ name, directions }) =>
          element("li", {}, element("strong", {}, name), element("div", { class: "quiet" }, directions)),
        ),
      ),
    ),
    card(`Vitals, ${printed(vitals.measured)}`, pairs(vitals.pairs)),
    card("Social and bone health history", pairs(history)),
    card("Recent results", latest(results)),
    card("Health maintenance", maintenance(patient)),
  );
}
