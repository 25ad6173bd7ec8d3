import browser from "webextension-polyfill";
import { viewKey } from "../messages/view";
import { emptySession, type TabSession } from "./tab-session";
import { turns } from "./turns";

export function sessionKey(tabId: number): string {
  return `session:${tabId}`;
}

/** The turns of all that changes a session: frames report at the same time. */
export const inTurn = turns();

export async function loadSession(tabId: number): Promise<TabSession> {
  const key = sessionKey(tabId);
  const stored = (await browser.storage.session.get(key))[key] as string | undefined;
  return stored === undefined ? emptySession : (JSON.parse(stored) as TabSession);
}

/**
 * As text, as views are (src/messages/view.ts).
 *
 * @throws when the browser's quota for the session is full.
 */
export async function saveSession(tabId: number, session: TabSession): Promise<void> {
  await browser.storage.session.set({ [sessionKey(tabId)]: JSON.stringify(session) });
}

/** The tabs of which something is held. */
export async function tabsWithSession(): Promise<number[]> {
  const keys = Object.keys(await browser.storage.session.get(null));
  return keys.flatMap((key) => (key.startsWith("session:") ? [Number(key.slice("session:".length))] : []));
}

/** Everything held about the chart of a tab goes; its sidebar stays the one it was. */
export async function dropSession(tabId: number): Promise<void> {
  await browser.storage.session.remove([sessionKey(tabId), viewKey(tabId)]);
}

/** The tab was closed. */
export async function dropTab(tabId: number): Promise<void> {
  await dropSession(tabId);
  await browser.storage.session.remove(nonceKey(tabId));
}

function nonceKey(tabId: number): string {
  return `nonce:${tabId}`;
}

/** The turns of those who ask for a secret: two made at the same time would lock each other's sidebar out. */
const inNonceTurn = turns();

/** The secret in the address of this tab's sidebar frame: only our own host element can frame a sidebar that answers. */
export function sidebarNonce(tabId: number): Promise<string> {
  return inNonceTurn(async () => {
    const key = nonceKey(tabId);
    const stored = (await browser.storage.session.get(key))[key];
    if (typeof stored === "string") return stored;
    const nonce = Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) =>
      byte.toString(16).padStart(2, "0"),
    ).join("");
    await browser.storage.session.set({ [key]: nonce });
    return nonce;
  });
}
