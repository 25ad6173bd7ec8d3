import { element, printed, table } from "./element.ts";
import type { Get, Patient } from "./wire.ts";

type Medication = Patient["medications"][number];

function row({ name, directions, started, ended, lastGiven, status, note }: Medication): HTMLElement {
  const given = lastGiven ? element("div", {}, `Last given ${printed(lastGiven)}`) : null;
  return element(
    "tr",
    {},
    element("td", {}, element("strong", {}, name), note ? element("div", { class: "quiet" }, `For: ${note}`) : null),
    element("td", {}, directions, given),
    element("td", {}, printed(started)),
    element("td", {}, ended ? printed(ended) : "—"),
    element("td", {}, element("span", { class: status === "Active" ? "tag active" : "tag" }, status)),
  );
}

function list(title: string, rows: Medication[]): HTMLElement {
  return element(
    "section",
    { class: "card list" },
    element("h3", {}, title),
    rows.length > 0
      ? table(["Medication", "Directions", "Started", "Ended", "Status"], rows.map(row))
      : element("p", { class: "quiet" }, "None recorded"),
    element("div", { class: "pager" }, element("span", {}, `Showing ${rows.length} of ${rows.length}`)),
  );
}

/** What is taken now, and what was. */
export async function medications(patient: Patient, get: Get): Promise<HTMLElement> {
  const { medications } = (await get(`patients/${patient.id}/medications`)) as Patient;
  const active = medications.filter(({ status }) => status === "Active");
  const past = medications.filter(({ status }) => status !== "Active");
  return element("div", { class: "stack" }, list("Active medications", active), list("Past medications", past));
}
