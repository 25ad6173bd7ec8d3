import { render } from "preact";
import browser from "webextension-polyfill";
import { Popup } from "../../../popup/popup";
import type { ExtensionMessage } from "../../../src/messages/extension";
import { high } from "../../ui/fixtures";
import { pseudo, speakEnglish } from "../../ui/locale";

/** The popup with a worker that answers by hand; the address names the site's state: `#new`, `#allowed`, `#chart`, `#none`. */
const [name = "", length] = decodeURIComponent(location.hash.slice(1)).split(" ");
speakEnglish(length === "long" ? pseudo : undefined);
const status = {
  origin: name === "none" ? null : "https://chart.example",
  allowed: name !== "new",
  chart: name === "chart",
};
Object.assign(browser.tabs, { query: async () => [{ id: 1 }] });
Object.assign(browser.runtime, {
  sendMessage: async (message: ExtensionMessage) =>
    message.kind === "assess-typed" ? { assessment: high, rejected: [] } : status,
});
const root = document.getElementById("gallery");
if (root !== null) render(<Popup />, root);
