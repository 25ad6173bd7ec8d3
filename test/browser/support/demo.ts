import { localToday } from "../../../src/commands/demo/calendar";
import { demoChart } from "../../../src/commands/demo/server";
import { type Site, serve } from "../../../src/commands/serve";
import type { ChartTab } from "./osteon";

export const SECTIONS = ["summary", "results", "medications", "problems", "reports"] as const;
export type Section = (typeof SECTIONS)[number];

export function serveDemo(): Promise<Site> {
  return serve(demoChart({ today: localToday(new Date()), delay: 60 }));
}

export async function openSection(tab: ChartTab, section: Section): Promise<void> {
  await tab.click(`#tab-${section}`);
}

/** Opens every section of the chart, as a clinician would. */
export async function goRound(tab: ChartTab): Promise<void> {
  for (const section of SECTIONS) await openSection(tab, section);
}

/** Changes the patient through the chart's own menu, without a page load. */
export async function switchTo(tab: ChartTab, id: string): Promise<void> {
  await tab.page.click("#switcher");
  await tab.click(`#open-${id}`);
}
