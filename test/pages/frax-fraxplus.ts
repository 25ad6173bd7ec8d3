/** Our own re-creations of the two known builds of the newer calculator: pages that draw themselves from a state of their own. */

export interface FraxplusLook {
  build: "2025" | "2023";
  lang?: string;
  /** Takes in only what a user's own hand does. */
  ignoresScripts?: boolean;
  /** Renamed inputs, as after a new build. */
  renamed?: boolean;
  /** Figures that stay from an earlier calculation, whatever is entered. */
  frozen?: { mof: string; hip: string; t: string };
  /** A row that stands at yes when the page opens. */
  remembers?: string;
  /** Invented figures; the page computes none. */
  figures: { mof: string; hip: string };
}

const ROWS = [
  ["previousFracture", "Previous fracture"],
  ["parentFracturedHip", "Parent fractured hip"],
  ["smoking", "Current smoking"],
  ["glucocorticoids", "Glucocorticoids"],
  ["rheumatoidArthritis", "Rheumatoid arthritis"],
  ["secondaryOsteoporosis", "Secondary osteoporosis"],
  ["alcohol", "Alcohol 3 or more units per day"],
] as const;
const GERMAN: Record<string, string> = {
  "Previous fracture": "Frühere Fraktur",
  Glucocorticoids: "Glukokortikoide",
  "Rheumatoid arthritis": "Rheumatoide Arthritis",
};

const COMBOBOXES = [
  ["continent", ["Europe", "North America", "Asia"]],
  ["model", ["US (Asian)", "US (Black)", "US (Caucasian)", "US (Hispanic)"]],
  ["units", ["lb / in", "kg / cm"]],
  ["scanner", ["T-Score", "GE-Lunar", "Hologic", "Norland", "DMS", "Mindways-QCT"]],
] as const;

const combobox = (name: string, at: number) =>
  `<div class="select" data-of="${name}"><div class="css-control"><span class="css-value">Select…</span><input role="combobox" id="react-select-${at + 2}-input" autocomplete="off" size="1"></div></div>`;

function form2025(say: (words: string) => string, renamed: boolean): string {
  const name = (field: string) => (renamed ? `v2-${field}` : field);
  return `<p>Continent ${combobox("continent", 0)}</p><p>Country ${combobox("model", 1)}</p><p>Units ${combobox("units", 2)}</p>
<p>Age <input name="${name("age")}" data-of="age"></p>
<p>Sex <label><input type="radio" name="sri" id="sri-F" data-of="F">Female</label> <label><input type="radio" name="sri" id="sri-M" data-of="M">Male</label></p>
<p>Weight <input name="${name("bmi.weight")}" data-of="weight"></p><p>Height <input name="${name("bmi.height")}" data-of="height"></p>
${ROWS.map(([field, label]) => `<p><input type="checkbox" class="hidden" id="chx-${field}" data-of="${field}"><label for="chx-${field}">${say(label)}</label></p>`).join("")}
<p>Femoral neck BMD ${combobox("scanner", 3)} <input name="${name("femoralNeckBMD.value")}" data-of="bmd"></p>`;
}

function form2023(say: (words: string) => string): string {
  return `<p>Name/ID <input name="inputIdentificationText"></p><p>Age <input name="inputAgeText" data-of="age"></p>
<p>Sex <label><input type="radio" name="selectedSex" id="M" data-of="M">Male</label> <label><input type="radio" name="selectedSex" id="F" data-of="F">Female</label></p>
<p>Weight <input name="inputWeightText" data-of="weight"></p><p>Height <input name="inputHeightText" data-of="height"></p>
${ROWS.map(([field, label]) => `<p><label id="advanced-checkbox"><input type="checkbox" data-of="${field}"><span>${say(label)}</span></label></p>`).join("")}
<p>Femoral neck BMD <select name="selectedFemoralNeckBMD" data-of="scanner"><option value="">Select BMD</option>${COMBOBOXES[3][1].map((maker) => `<option>${maker}</option>`).join("")}</select>
<input name="inputFemoralNeckText" data-of="bmd"></p>`;
}

/** Draws itself half a second after it has loaded, as an application does. */
const SCRIPT = `
const OPTIONS = JSON.parse(document.getElementById("options").textContent);
const state = OPTIONS.remembers ? { [OPTIONS.remembers]: true } : {};
const root = document.getElementById("root");
function draw() {
  for (const field of root.querySelectorAll("[data-of]")) {
    const key = field.dataset.of;
    if (field.type === "checkbox") field.checked = Boolean(state[key]);
    else if (field.type === "radio") field.checked = state.sex === key;
    else if (field.classList.contains("select")) field.querySelector(".css-value").textContent = state[key] ?? "Select…";
    else field.value = state[key] ?? "";
  }
}
const taken = (event) => event.isTrusted || !OPTIONS.ignoresScripts;
function start() {
  root.append(document.getElementById("form").content.cloneNode(true));
  if (OPTIONS.country === "9") Object.assign(state, { continent: "North America", model: "US (Caucasian)" });
  draw();
  root.addEventListener("input", (event) => {
    const { of } = event.target.dataset;
    if (!of || event.target.type === "checkbox" || event.target.type === "radio") return;
    if (taken(event)) state[of] = event.target.value;
    setTimeout(draw, 30);
  });
  root.addEventListener("click", (event) => {
    const { type, dataset } = event.target;
    if (type !== "checkbox" && type !== "radio") return;
    if (taken(event)) type === "radio" ? (state.sex = dataset.of) : (state[dataset.of] = event.target.checked);
    setTimeout(draw, 30);
  });
  root.addEventListener("mousedown", (event) => {
    const select = event.target.closest(".css-control")?.parentElement;
    if (!select || !taken(event)) return;
    for (const menu of root.querySelectorAll(".menu")) menu.remove();
    const menu = document.createElement("div");
    menu.className = "menu";
    for (const name of OPTIONS.lists[select.dataset.of]) {
      const option = document.createElement("div");
      option.setAttribute("role", "option");
      option.textContent = name;
      option.addEventListener("click", () => { state[select.dataset.of] = name; menu.remove(); draw(); });
      menu.append(option);
    }
    setTimeout(() => select.append(menu), 60);
  });
  root.querySelector("#calculate").addEventListener("click", () => {
    const missing = ["age", "sex", "weight", "height"].filter((field) => !state[field]);
    const result = document.getElementById("result");
    if (missing.length > 0) return void (result.textContent = "Required: " + missing.join(", "));
    const bmd = Number(state.bmd);
    const t = state.bmd ? (state.scanner === "Hologic" ? ((bmd - 0.858) / 0.12).toFixed(2) : bmd.toFixed(2)) : null;
    const shown = OPTIONS.frozen ?? { ...OPTIONS.figures, t };
    result.innerHTML = "<p>Major osteoporotic fracture <b>" + shown.mof + " %</b></p><p>Hip Fracture <b>" + shown.hip + " %</b></p>" + (shown.t ? "<p>T-score: " + shown.t + "</p>" : "");
  });
}
setTimeout(start, 500);`;

export function fraxplusPage(look: FraxplusLook, country: string | null): string {
  const { build, lang = "en", ignoresScripts = false, renamed = false, frozen, remembers, figures } = look;
  const say = (words: string) => (lang === "en" ? words : (GERMAN[words] ?? words));
  const options = { ignoresScripts, frozen, remembers, figures, country, lists: Object.fromEntries(COMBOBOXES) };
  const container = build === "2023" ? ' id="calculationToolContainer"' : "";
  return `<!doctype html><html lang="${lang}"><head><meta charset="utf-8"><title>Calculation tool</title><link rel="icon" href="data:,">
<style>body{font:15px sans-serif;margin:24px;max-width:720px}p{margin:8px 0}.css-control{display:inline-flex;border:1px solid #888;padding:2px 6px;min-width:160px}.select{display:inline-block;position:relative}.menu{position:absolute;z-index:2;background:#fff;border:1px solid #888}.hidden{position:absolute;opacity:0;width:1px;height:1px}.hidden+label::before{content:"☐ "}.hidden:checked+label::before{content:"☑ "}</style></head>
<body><h1>Calculation tool</h1><div${container}><div id="root"></div></div>
<template id="form">${build === "2025" ? form2025(say, renamed) : form2023(say)}<button type="button" class="btn-primary" id="calculate">Calculate</button><div id="result"></div></template>
<script type="application/json" id="options">${JSON.stringify(options)}</script><script>${SCRIPT}</script></body></html>`;
}
