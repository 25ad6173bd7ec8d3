import { element } from "./element.ts";
import type { Get, Scheduled } from "./wire.ts";

/** The day's list, from which a chart is opened. */
export async function schedule(get: Get): Promise<HTMLElement> {
  const patients = (await get("patients")) as Scheduled[];
  const rows = patients.map(({ id, name, visit }) =>
    element(
      "li",
      {},
      element("span", { class: "time" }, visit.time),
      element("a", { href: `/patients/${id}/summary`, "data-link": "" }, name),
      element("span", { class: "reason" }, visit.reason),
    ),
  );
  return element("main", { class: "body schedule" }, element("h1", {}, "Today's patients"), element("ul", {}, ...rows));
}

/** The menu in the top bar that leads from one chart to another without a page load. */
export function watchSwitcher(get: Get, go: (address: string) => void) {
  const button = document.querySelector("#switcher");
  const close = () => {
    document.querySelector("#patient-menu")?.remove();
    button?.setAttribute("aria-expanded", "false");
  };
  button?.addEventListener("click", async (event) => {
    event.stopPropagation();
    if (document.querySelector("#patient-menu")) return close();
    const patients = (await get("patients")) as Scheduled[];
    const entries = patients.map(({ id, name, visit }) =>
      element(
        "button",
        { type: "button", role: "menuitem", id: `open-${id}`, click: () => go(`/patients/${id}/summary`) },
        element("span", {}, name),
        element("span", { class: "reason" }, `${visit.time} · ${visit.reason}`),
      ),
    );
    button.after(element("div", { id: "patient-menu", role: "menu", "aria-label": "Today's patients" }, ...entries));
    button.setAttribute("aria-expanded", "true");
  });
  addEventListener("click", close);
  addEventListener("keydown", (event) => event.key === "Escape" && close());
}
