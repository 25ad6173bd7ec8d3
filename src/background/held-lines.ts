import browser, { type Runtime, type Storage } from "webextension-polyfill";
import { fraxFillKey } from "../messages/frax";
import type { HeldMessage } from "../messages/held";
import { viewKey } from "../messages/view";
import { sidebarNonce } from "./session-store";

/**
 * A sidebar frame calls that may not read `storage.session`: Firefox gives a frame in a web page no more than a content
 * script has. It is told what is kept for its own tab, now and after every change, as long as its secret is right.
 */
export async function onLine(line: Runtime.Port): Promise<void> {
  const tabId = line.sender?.tab?.id;
  const tell = (message: HeldMessage) => line.postMessage(message);
  if (tabId === undefined || line.name !== (await sidebarNonce(tabId))) return tell({ refused: true });
  const keys = [viewKey(tabId), fraxFillKey(tabId)];
  const changed = new Set<string>();
  const onChanged = (changes: Record<string, Storage.StorageChange>, area: string) => {
    for (const key of keys) {
      const change = area === "session" ? changes[key] : undefined;
      if (change === undefined) continue;
      changed.add(key);
      tell({ key, value: change.newValue });
    }
  };
  line.onDisconnect.addListener(() => browser.storage.onChanged.removeListener(onChanged));
  browser.storage.onChanged.addListener(onChanged);
  const stored = await browser.storage.session.get(keys);
  for (const key of keys) if (!changed.has(key)) tell({ key, value: stored[key] });
}
