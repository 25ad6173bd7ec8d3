import { render } from "preact";
import browser from "webextension-polyfill";
import { fraxFillKey } from "../../../src/messages/frax";
import { SidebarPage } from "../../../src/sidebar/sidebar";
import { chart, indeterminate, views } from "../../ui/fixtures";
import { fill, fills } from "../../ui/frax-fixtures";
import { pseudo, speakEnglish } from "../../ui/locale";
import { spoken } from "../../ui/spoken-fixtures";

/** The tab that is shown. */
const TAB = 1;

/**
 * One state of the sidebar, named in the address: `#high`, or `#high long` in a language 40 % longer; `#frax-read`:
 * where filling in the official calculator stands.
 */
const [name = "", length] = decodeURIComponent(location.hash.slice(1)).split(" ");
speakEnglish(length === "long" ? pseudo : undefined);
const state = fills[name.replace(/^frax-/, "")];
if (state !== undefined) {
  const key = fraxFillKey(TAB);
  Object.assign(browser.storage.session, {
    get: async (asked: string) => (asked === key ? { [key]: fill(state) } : {}),
  });
}
const view = state === undefined ? { ...views, ...spoken }[name] : chart(indeterminate);
const root = document.getElementById("gallery");
if (view !== undefined && root !== null) {
  render(<SidebarPage connection={{ state: "connected", tabId: TAB, view }} docked={name !== "not-allowed"} />, root);
}
