import { render } from "preact";
import browser from "webextension-polyfill";
import { OptionsPage } from "../../../src/options/options-page";
import { Welcome } from "../../../src/options/welcome";
import { defaultPolicy, policyDifferences } from "../../../src/rules/policy";
import { pseudo, speakEnglish } from "../../ui/locale";

/** The options page with two allowed sites, or the first-run page: `#settings`, `#welcome`. */
const [name = "", length] = decodeURIComponent(location.hash.slice(1)).split(" ");
speakEnglish(length === "long" ? pseudo : undefined);
const silent = { addListener() {}, removeListener() {} };
Object.assign(browser, {
  permissions: {
    getAll: async () => ({ origins: ["https://chart.example/*", "http://127.0.0.1/*"] }),
    onAdded: silent,
    onRemoved: silent,
  },
});
const policy = { ...defaultPolicy, labMonths: 24 };
Object.assign(browser.runtime, {
  getManifest: () => ({ version: "0.1.0" }),
  sendMessage: (message: { kind: string }) =>
    message.kind === "policy"
      ? Promise.resolve({ policy, differences: policyDifferences(policy) })
      : new Promise(() => {}),
});
const root = document.getElementById("gallery");
if (root !== null) render(name === "welcome" ? <Welcome /> : <OptionsPage />, root);
