import type { PageMessage } from "../src/messages/page";

/** Whether the extension behind this script is still there: after an update or removal it is not. */
export const isOrphan = (): boolean => !globalThis.chrome?.runtime?.id;

/** Sends one message; a worker that was just stopped gets a second chance. Never throws. */
export async function send(message: PageMessage): Promise<void> {
  for (let tries = 0; tries < 2 && !isOrphan(); tries++) {
    try {
      await chrome.runtime.sendMessage(message);
      return;
    } catch {
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
  }
}
