import { banner } from "./banner.ts";
import { element } from "./element.ts";
import { medications } from "./medications.ts";
import { problems } from "./problems.ts";
import { reports } from "./reports.ts";
import { results } from "./results.ts";
import { schedule, watchSwitcher } from "./schedule.ts";
import { summary } from "./summary.ts";
import type { Get, Patient } from "./wire.ts";

/** The tabs of a chart: address, label, and what draws it. */
const TABS: [id: string, label: string, draw: (patient: Patient, get: Get) => Promise<HTMLElement>][] = [
  ["summary", "Summary", summary],
  ["results", "Results", results],
  ["medications", "Medications", medications],
  ["problems", "Problems", problems],
  ["reports", "Reports", reports],
];

const chart = document.querySelector<HTMLElement>("#chart") as HTMLElement;
/** Counts what was opened, so that an answer that comes late is not shown under a newer heading. */
let opened = 0;

const get: Get = async (path) => (await fetch(`/api/${path}`)).json();

export function go(address: string) {
  history.pushState(null, "", address);
  void show();
}

function tabBar(patientId: string, current: string): HTMLElement {
  const links = TABS.map(([id, label]) =>
    element(
      "a",
      {
        role: "tab",
        href: `/patients/${patientId}/${id}`,
        "data-link": "",
        "aria-selected": String(id === current),
        id: `tab-${id}`,
      },
      label,
    ),
  );
  return element("nav", { class: "tabs", role: "tablist", "aria-label": "Chart sections" }, ...links);
}

const loading = () => element("p", { class: "loading", role: "status" }, "Loading …");

async function show() {
  const mine = ++opened;
  const [, , patientId, tab = "summary"] = location.pathname.split("/");
  if (!patientId) {
    document.title = "Today's patients · Larkfield Chart";
    chart.replaceChildren(loading());
    const page = await schedule(get);
    if (mine === opened) chart.replaceChildren(page);
    return;
  }
  const samePatient = chart.querySelector(`[data-patient="${CSS.escape(patientId)}"]`);
  if (!samePatient) chart.replaceChildren(loading());
  const patient = (await get(`patients/${patientId}`)) as Patient;
  if (mine !== opened) return;
  document.title = `${patient.name} · Larkfield Chart`;
  const body = element("main", { class: "body", role: "tabpanel", "aria-labelledby": `tab-${tab}` }, loading());
  if (samePatient) {
    chart.querySelector(".tabs")?.replaceWith(tabBar(patientId, tab));
    chart.querySelector(".body")?.replaceWith(body);
  } else {
    chart.replaceChildren(banner(patient), tabBar(patientId, tab), body);
  }
  const draw = TABS.find(([id]) => id === tab)?.[2] ?? summary;
  const content = await draw(patient, get);
  if (mine === opened) body.replaceChildren(content);
}

addEventListener("popstate", () => void show());
addEventListener("click", (event) => {
  const link = event.target instanceof Element ? event.target.closest<HTMLAnchorElement>("a[data-link]") : null;
  if (!link || event.metaKey || event.ctrlKey) return;
  event.preventDefault();
  go(link.pathname);
});
watchSwitcher(get, go);
void show();
