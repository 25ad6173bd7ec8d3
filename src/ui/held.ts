import browser, { type Runtime, type Storage } from "webextension-polyfill";
import type { HeldMessage } from "../messages/held";

type Show = (value: unknown) => void;

/** How long to wait before the worker is called again after the line to it broke. */
const AGAIN_MS = 300;

/**
 * Follows what the worker keeps under a key of `storage.session`: as it is now, and after every change; undefined where
 * there is nothing. Gives the way to stop. There is no line to the worker, so that nothing is lost when the browser
 * stops it; only a frame in a page of Firefox, which may read no session storage, is told by the worker.
 */
export function followHeld(key: string, show: Show, failed: () => void): () => void {
  return browser.storage.session ? fromStorage(key, show, failed) : fromWorker(key, show, failed);
}

/** A change that comes before the first reading is not overwritten by it. */
function fromStorage(key: string, show: Show, failed: () => void): () => void {
  let changed = false;
  const onChanged = (changes: Record<string, Storage.StorageChange>, area: string) => {
    const change = area === "session" ? changes[key] : undefined;
    if (change === undefined) return;
    changed = true;
    show(change.newValue);
  };
  browser.storage.onChanged.addListener(onChanged);
  browser.storage.session.get(key).then((stored) => {
    if (!changed) show(stored[key]);
  }, failed);
  return () => browser.storage.onChanged.removeListener(onChanged);
}

function fromWorker(key: string, show: Show, failed: () => void): () => void {
  let line: Runtime.Port;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const call = () => {
    line = browser.runtime.connect({ name: location.hash.slice(1) });
    line.onMessage.addListener((message: unknown) => {
      const told = message as HeldMessage;
      if ("refused" in told) failed();
      else if (told.key === key) show(told.value);
    });
    // The browser stopped the worker: it wakes for the next call.
    line.onDisconnect.addListener(() => {
      timer = setTimeout(call, AGAIN_MS);
    });
  };
  call();
  return () => {
    clearTimeout(timer);
    line.disconnect();
  };
}
