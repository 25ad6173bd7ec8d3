import { assert } from "vitest";
import type { Assessment } from "../../../src/rules/assessment";
import type { ChartTab } from "./osteon";

/** The assessment a tab shows; fails when it shows none. */
export async function assessed(tab: ChartTab): Promise<Assessment> {
  const view = await tab.view();
  assert(view?.state === "chart", `the tab shows ${JSON.stringify(view)?.slice(0, 300)}`);
  return view.assessment;
}

export function missingCodes({ missing }: Assessment): string[] {
  return missing.map(({ code }) => code);
}

export function nameIn({ patient }: Assessment): string | null {
  return patient.name.state === "known" ? patient.name.value : null;
}

/** All that something says, its times left out: a moment's digits may look like a value. */
export function toldIn(value: unknown): string {
  return JSON.stringify(value, (key, part) => (key === "seenAt" || key === "visit" ? undefined : part)) ?? "";
}
