import { useCallback, useEffect, useState } from "preact/hooks";
import browser from "webextension-polyfill";
import type { ExtensionAnswers } from "../src/messages/extension";
import { askWorker } from "../src/ui/ask-worker";
import { t } from "../src/ui/text";
import { onTrusted } from "../src/ui/trusted";

type Status = ExtensionAnswers["tab-status"] & { tabId: number; windowId: number };

/** What the extension may do on the current tab, and the one step that fits. */
export function SiteStatus() {
  const [status, setStatus] = useState<Status | null>(null);
  const [said, setSaid] = useState("");
  const refresh = useCallback(() => {
    currentStatus().then(setStatus, () => setStatus(null));
  }, []);
  useEffect(refresh, [refresh]);

  if (status === null || status.origin === null) return <p class="site quiet">{t("siteNone")}</p>;
  const { tabId, windowId, origin, allowed, chart } = status;

  // The permission must be asked for first thing in the click, or the browser refuses to ask.
  const allow = onTrusted<Event>(() => {
    browser.permissions.request({ origins: [sitePattern(origin)] }).then(
      (granted) => {
        setSaid(granted ? t("siteNowAllowed") : t("siteStillNot"));
        refresh();
      },
      () => setSaid(t("siteStillNot")),
    );
  });
  const toggle = onTrusted<Event>(() => {
    askWorker<"toggle-sidebar">({ kind: "toggle-sidebar", tabId }).then(
      ({ open }) => setSaid(t(open ? "sidebarOpened" : "sidebarClosed")),
      () => setSaid(t("didNotWork")),
    );
  });
  // Like a permission, the panel opens only first thing in the click.
  const openPanel = onTrusted<Event>(() => {
    sidePanel(windowId).then(
      () => window.close(),
      () => setSaid(t("panelFailed")),
    );
  });
  const forget = onTrusted<Event>(() => {
    askWorker<"forget">({ kind: "forget", tabId }).then(
      () => {
        setSaid(t("forgotten"));
        refresh();
      },
      () => setSaid(t("didNotWork")),
    );
  });

  return (
    <section class="site" aria-label={t("site")}>
      <p>
        <strong>{new URL(origin).host}</strong>{" "}
        <span class="from">{t(allowed ? (chart ? "siteChart" : "siteNoChart") : "siteNotAllowed")}</span>
      </p>
      <p class="buttons">
        {!allowed && (
          <button type="button" class="button primary" onClick={allow}>
            {t("allowSite")}
          </button>
        )}
        {allowed && (
          <button type="button" class="button" onClick={toggle}>
            {t("toggleSidebar")}
          </button>
        )}
        {allowed && (
          <button type="button" class="button" onClick={openPanel}>
            {t("openPanel")}
          </button>
        )}
        {allowed && chart && (
          <button type="button" class="button" onClick={forget}>
            {t("forget")}
          </button>
        )}
      </p>
      <p class="from said" role="status">
        {said}
      </p>
    </section>
  );
}

/** Chromium's side panel, Firefox's sidebar. */
async function sidePanel(windowId: number): Promise<void> {
  const panel = globalThis.chrome?.sidePanel;
  await (panel === undefined ? browser.sidebarAction.open() : panel.open({ windowId }));
}

/** All ports of the host: Firefox takes no port in a pattern. */
function sitePattern(origin: string): string {
  const { protocol, hostname } = new URL(origin);
  return `${protocol}//${hostname}/*`;
}

async function currentStatus(): Promise<Status | null> {
  const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
  if (tab?.id === undefined || tab.windowId === undefined) return null;
  const { id: tabId, windowId } = tab;
  return { ...(await askWorker<"tab-status">({ kind: "tab-status", tabId })), tabId, windowId };
}
