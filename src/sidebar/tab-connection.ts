import { useEffect, useState } from "preact/hooks";
import browser, { type Storage } from "webextension-polyfill";
import { type TabView, viewKey } from "../messages/view";
import { askWorker } from "../ui/ask-worker";

/** The tab this sidebar belongs to, and what is to be shown for it. */
export type Connection =
  | { state: "connecting" }
  /** The worker does not know this frame: nothing of any patient is shown. */
  | { state: "refused" }
  | { state: "connected"; tabId: number; view: TabView };

/**
 * Follows the view of one tab in `storage.session`. There is no open line to the worker,
 * so that nothing is lost when the browser stops it.
 */
export function useTabConnection(nonce: string): Connection {
  const [connection, setConnection] = useState<Connection>({ state: "connecting" });
  useEffect(() => {
    let left = false;
    let unfollow = () => {};
    askWorker<"sidebar-hello">({ kind: "sidebar-hello", nonce })
      .then((answer) => {
        if (left) return;
        if (answer === undefined || "refused" in answer) return setConnection({ state: "refused" });
        unfollow = follow(answer.tabId, (view) => {
          if (!left) setConnection({ state: "connected", tabId: answer.tabId, view });
        });
      })
      .catch(() => {
        if (!left) setConnection({ state: "refused" });
      });
    return () => {
      left = true;
      unfollow();
    };
  }, [nonce]);
  return connection;
}

/** Reads the view now and after every change; a change that comes first is not overwritten by the reading. */
function follow(tabId: number, show: (view: TabView) => void): () => void {
  const key = viewKey(tabId);
  let changed = false;
  const onChanged = (changes: Record<string, Storage.StorageChange>, area: string) => {
    const change = changes[key];
    if (area !== "session" || change === undefined) return;
    changed = true;
    show((change.newValue as TabView | undefined) ?? { state: "no-chart" });
  };
  browser.storage.onChanged.addListener(onChanged);
  browser.storage.session.get(key).then(
    (stored) => {
      if (!changed) show((stored[key] as TabView | undefined) ?? { state: "reading" });
    },
    () => show({ state: "error", trouble: { code: "assessment-failed", text: "" } }),
  );
  return () => browser.storage.onChanged.removeListener(onChanged);
}
