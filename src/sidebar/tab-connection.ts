import { useEffect, useState } from "preact/hooks";
import browser from "webextension-polyfill";
import { type TabView, viewIn, viewKey } from "../messages/view";
import { askWorker } from "../ui/ask-worker";
import { followHeld } from "../ui/held";

/** The tab this sidebar belongs to, and what is to be shown for it. */
export type Connection =
  | { state: "connecting" }
  /** The worker does not know this frame: nothing of any patient is shown. */
  | { state: "refused" }
  | { state: "connected"; tabId: number; view: TabView };

type Show = (connection: Connection) => void;
type Welcome = { tabId: number } | { refused: true } | undefined;

/**
 * Follows the view of one tab in `storage.session`. There is no open line to the worker,
 * so that nothing is lost when the browser stops it. Without a nonce the page is in no chart's tab:
 * it is the browser's own panel, and belongs to whichever tab is active in its window.
 */
export function useTabConnection(nonce: string): Connection {
  const [connection, setConnection] = useState<Connection>({ state: "connecting" });
  useEffect(() => {
    if (nonce === "") return followActiveTab(setConnection);
    return connect(askWorker<"sidebar-hello">({ kind: "sidebar-hello", nonce }), { state: "reading" }, setConnection);
  }, [nonce]);
  return connection;
}

/** Shows the tab that the worker names, until told to stop; `first` as long as the worker has said nothing of it. */
function connect(welcome: Promise<Welcome>, first: TabView, show: Show): () => void {
  let left = false;
  let unfollow = () => {};
  welcome
    .then((answer) => {
      if (left) return;
      if (answer === undefined || "refused" in answer) return show({ state: "refused" });
      unfollow = follow(answer.tabId, first, (view) => {
        if (!left) show({ state: "connected", tabId: answer.tabId, view });
      });
    })
    .catch(() => {
      if (!left) show({ state: "refused" });
    });
  return () => {
    left = true;
    unfollow();
  };
}

/**
 * In the browser's own panel: nothing of the former tab stays when another one comes to the front, and where nothing
 * is read it says whether anything may be.
 */
function followActiveTab(show: Show): () => void {
  let leave = () => {};
  let turn = 0;
  let without: number | null = null;
  const shown: Show = (connection) => {
    const mine = ++turn;
    without = connection.state === "connected" && connection.view.state === "no-chart" ? connection.tabId : null;
    if (without === null) return show(connection);
    show({ state: "connecting" });
    const tabId = without;
    askWorker<"tab-status">({ kind: "tab-status", tabId })
      .then(
        ({ allowed }) => allowed,
        () => true,
      )
      .then((allowed) => {
        if (mine === turn) show(allowed ? connection : { state: "connected", tabId, view: { state: "not-allowed" } });
      });
  };
  const ask = () => {
    leave();
    shown({ state: "connecting" });
    const welcome = ownWindow().then((windowId) => askWorker<"panel-hello">({ kind: "panel-hello", windowId }));
    leave = connect(welcome, { state: "no-chart" }, shown);
  };
  const onLoaded = (tabId: number, { status }: { status?: string }) => {
    if (tabId === without && status === "complete") ask();
  };
  const onAllowed = () => {
    if (without !== null) ask();
  };
  const { onActivated, onUpdated } = browser.tabs;
  const { onAdded, onRemoved } = browser.permissions;
  onActivated.addListener(ask);
  onUpdated.addListener(onLoaded);
  for (const event of [onAdded, onRemoved]) event.addListener(onAllowed);
  ask();
  return () => {
    onActivated.removeListener(ask);
    onUpdated.removeListener(onLoaded);
    for (const event of [onAdded, onRemoved]) event.removeListener(onAllowed);
    turn++;
    leave();
  };
}

async function ownWindow(): Promise<number> {
  return (await browser.windows.getCurrent()).id ?? browser.windows.WINDOW_ID_NONE;
}

/** The view of a tab now and after every change; `first` as long as nothing of it is kept. */
function follow(tabId: number, first: TabView, show: (view: TabView) => void): () => void {
  let any = false;
  return followHeld(
    viewKey(tabId),
    (held) => {
      show(viewIn(held) ?? (any ? { state: "no-chart" } : first));
      any = true;
    },
    () => show({ state: "error", trouble: { code: "assessment-failed", text: "" } }),
  );
}
