import { element, printed } from "./element.ts";
import type { Get, Patient } from "./wire.ts";

/** Reports on the left; the chosen one in the imaging department's own viewer, a frame. */
export async function reports(patient: Patient, get: Get): Promise<HTMLElement> {
  const { reports } = (await get(`patients/${patient.id}/reports`)) as Patient;
  const viewer = element("iframe", { class: "viewer", title: "Report viewer", id: "viewer" });

  function open(id: string, chosen: HTMLElement) {
    viewer.setAttribute("src", `/reports/${patient.id}/${id}`);
    for (const entry of entries) entry.setAttribute("aria-current", String(entry === chosen));
  }
  const entries: HTMLElement[] = reports.map(({ id, title, date }) => {
    const entry: HTMLElement = element(
      "button",
      { type: "button", id: `report-${id}`, click: () => open(id, entry) },
      element("span", {}, title),
      element("span", { class: "quiet" }, printed(date)),
    );
    return entry;
  });
  const [first] = entries;
  if (first && reports[0]) open(reports[0].id, first);
  return element("div", { class: "reports" }, element("div", { class: "card report-list" }, ...entries), viewer);
}
