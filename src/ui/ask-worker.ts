import browser from "webextension-polyfill";
import type { ExtensionAnswers, ExtensionMessage } from "../messages/extension";

/** Sends a message to the worker, which wakes for it, and gives its answer. */
export function askWorker<K extends ExtensionMessage["kind"]>(
  message: Extract<ExtensionMessage, { kind: K }>,
): Promise<ExtensionAnswers[K]> {
  return browser.runtime.sendMessage(message);
}
