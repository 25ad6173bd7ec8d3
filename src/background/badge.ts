import browser from "webextension-polyfill";
import type { TabView } from "../messages/view";

/** Toolbar badge: nothing, a dot (chart read), a number (open items); never patient data. */
export function badgeText(view: TabView): string {
  if (view.state !== "chart") return view.state === "no-chart" ? "" : "…";
  const { missing, alerts } = view.assessment;
  const isOpen = ({ finding }: { finding: string }) => view.answers[finding] === undefined;
  const open = missing.filter(isOpen).length + alerts.filter((one) => one.level !== "info" && isOpen(one)).length;
  return open === 0 ? "•" : String(open);
}

export async function showBadge(tabId: number, view: TabView): Promise<void> {
  await browser.action.setBadgeBackgroundColor({ tabId, color: "#3b4a5a" });
  await browser.action.setBadgeText({ tabId, text: badgeText(view) });
}
