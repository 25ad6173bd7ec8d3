import { useEffect, useMemo } from "preact/hooks";
import { askWorker } from "../ui/ask-worker";
import { BesideChart } from "../ui/beside-chart";
import { type ShowInChart, ShowInChartContext } from "../ui/evidence";
import { PatientSheet } from "../ui/patient-sheet";
import { t } from "../ui/text";
import { leavePanel } from "./leave-panel";
import { type Connection, useTabConnection } from "./tab-connection";
import { TierNews } from "./tier-news";
import { ViewOfTab } from "./view-of-tab";

/** The page beside the chart: in the chart's own tab, in Chrome's side panel, in Firefox's sidebar. */
export function Sidebar({ nonce }: { nonce: string }) {
  return <SidebarPage connection={useTabConnection(nonce)} docked={nonce !== ""} />;
}

interface SidebarPageProps {
  connection: Connection;
  /** In the chart's own tab, where it can be put elsewhere. */
  docked?: boolean;
}

export function SidebarPage({ connection, docked = true }: SidebarPageProps) {
  const tabId = connection.state === "connected" ? connection.tabId : null;
  const show = useMemo<ShowInChart>(
    () =>
      tabId === null
        ? null
        : async (place, text) => (await askWorker<"reveal">({ kind: "reveal", tabId, place, text })).found,
    [tabId],
  );
  useEffect(() => {
    if (tabId === null) return undefined;
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== "Escape" || event.defaultPrevented) return;
      void (docked ? askWorker<"focus-page">({ kind: "focus-page", tabId }) : leavePanel());
    };
    addEventListener("keydown", onKey);
    return () => removeEventListener("keydown", onKey);
  }, [tabId, docked]);
  return (
    <ShowInChartContext.Provider value={show}>
      <main>
        <h1 class="visually-hidden">{t("extensionName")}</h1>
        <TierNews view={connection.state === "connected" ? connection.view : null} />
        {connection.state === "connecting" && <p class="plain-line">{t("connecting")}</p>}
        {connection.state === "refused" && <p class="plain-line">{t("refused")}</p>}
        {connection.state === "connected" && <ViewOfTab view={connection.view} tabId={tabId} />}
        {connection.state === "connected" && connection.view.state === "chart" && (
          <PatientSheet asOf={connection.view.assessment.asOf} />
        )}
        {tabId !== null && <BesideChart tabId={tabId} docked={docked} />}
      </main>
    </ShowInChartContext.Provider>
  );
}
