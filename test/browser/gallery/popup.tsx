import { render } from "preact";
import browser from "webextension-polyfill";
import { Popup } from "../../../popup/popup";
import type { ExtensionMessage } from "../../../src/messages/extension";
import { high } from "../../ui/fixtures";
import { pseudo, speakEnglish } from "../../ui/locale";

/** The popup with a worker that answers by hand; the address names the site's state: `#new`, `#allowed`, `#chart`, `#none`. */
const [name = "", length] = decodeURIComponent(location.hash.slice(1)).split(" ");
speakEnglish(length === "long" ? pseudo : undefined);
const chart = {
  input: {
    ...{ age: 68, sex: "F", menopause: "post", fractureHistory: "documented" },
    dxa: [
      { site: "FN", t: -2.1, z: -0.6, date: "2026-08-10" },
      { site: "FN", t: -1.4, z: null, date: "2021-05-03" },
    ],
    labs: [
      { key: "VITD", name: "Vitamin D, 25-OH", loinc: "1989-3", value: 17.4, unit: "ng/mL", date: "2026-03-02" },
      { key: "VITD", name: "Vitamin D, 25-OH", loinc: null, value: 34, unit: "ng/mL", date: "2024-03-02" },
    ],
    meds: [
      {
        text: "predniSONE 10 mg tablet, 1 tab PO daily",
        ingredient: "prednisone",
        doseMg: 10,
        route: "oral",
        start: "2026-03-01",
      },
    ],
    fractures: [{ site: "wrist", date: "2021-03", trauma: "low" }],
    problems: ["Rheumatoid arthritis"],
    allergies: [],
    frax: { mof: 17.6, hip: 2.5, withBMD: true, country: "US", date: "2026-08-12", gcTicked: true },
  },
  read: {
    age: { text: "68 y", date: null },
    sex: { text: "Female", date: null },
    menopause: { text: "postmenopausal", date: null },
    fractureHistory: { text: "Wrist fracture 03/2021", date: null },
    frax: { text: "10-year probability: major 17.6 %, hip 2.5 %", date: "2026-08-12" },
    "dxa[0]": { text: "Femoral neck 0.612 −2.1 −0.6", date: "2026-08-10" },
    "dxa[1]": { text: "Femoral neck 0.690 −1.4", date: "2021-05-03" },
    "labs[0]": { text: "Vitamin D, 25-OH 17.4 ng/mL", date: "2026-03-02" },
    "labs[1]": { text: "Vitamin D, 25-OH 34 ng/mL", date: "2024-03-02" },
    "meds[0]": { text: "predniSONE 10 mg tablet, 1 tab PO daily", date: null },
    "fractures[0]": { text: "Wrist fracture 03/2021", date: "2021-03" },
    "problems[0]": { text: "Rheumatoid arthritis", date: null },
  },
  leftOut: ["Alendronate 70 mg"],
  seen: ["labs", "dxa"],
};
const status = {
  origin: name === "none" ? null : "https://chart.example",
  allowed: name !== "new",
  chart: name === "chart",
};
Object.assign(browser.tabs, { query: async () => [{ id: 1, windowId: 1 }] });
Object.assign(browser.runtime, {
  sendMessage: async (message: ExtensionMessage) =>
    message.kind === "assess-typed"
      ? { assessment: high, rejected: [] }
      : message.kind === "chart-case"
        ? name === "chart"
          ? chart
          : { none: true }
        : status,
});
const root = document.getElementById("gallery");
if (root !== null) render(<Popup />, root);
