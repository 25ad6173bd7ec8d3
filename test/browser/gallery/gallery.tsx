import { render } from "preact";
import { SidebarPage } from "../../../src/sidebar/sidebar";
import { views } from "../../ui/fixtures";
import { pseudo, speakEnglish } from "../../ui/locale";
import { spoken } from "../../ui/spoken-fixtures";

/** One state of the sidebar, named in the address: `#high`, or `#high long` in a language 40 % longer. */
const [name = "", length] = decodeURIComponent(location.hash.slice(1)).split(" ");
speakEnglish(length === "long" ? pseudo : undefined);
const view = { ...views, ...spoken }[name];
const root = document.getElementById("gallery");
if (view !== undefined && root !== null) {
  render(<SidebarPage connection={{ state: "connected", tabId: 1, view }} />, root);
}
