import { dock } from "../../../content/sidebar-frame/dock";
import { pseudo, speakEnglish } from "../../ui/locale";

/** What stands in the page itself where it lets no frame in: `#card`, or `#card long` in a language 40 % longer. */
const [, length] = decodeURIComponent(location.hash.slice(1)).split(" ");
speakEnglish(length === "long" ? pseudo : undefined);
// As on a page it would be closed; here it is looked at.
const attach = Element.prototype.attachShadow;
Element.prototype.attachShadow = function (init) {
  return attach.call(this, { ...init, mode: "open" });
};
// The frame never says hello.
const later = globalThis.setTimeout;
globalThis.setTimeout = ((call: () => void) => later(call)) as typeof setTimeout;

dock(new AbortController().signal, () => 0, {
  placed() {},
  closed() {},
  resized() {},
  sidePanel: async () => false,
}).show("about:blank", { side: "right", fit: "over", width: 360 });
