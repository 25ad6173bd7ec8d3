/** Our own re-creation of the older calculator page: a form that is sent to its server whole and comes back with figures. */

export interface SheffieldLook {
  /** "ctl00_" in most builds, nothing in one. */
  prefix: string;
  lang?: string;
  /** What was sent; null on the first visit. */
  sent: URLSearchParams | null;
  /** Invented figures; the page computes none. */
  figures: { mof: string; hip: string };
  /** An old T-score that stays whatever was sent. */
  frozenT?: string;
}

const YES_NO = [
  ["previousfracture", "Previous fracture"],
  ["pfracturehip", "Parent fractured hip"],
  ["currentsmoker", "Current smoking"],
  ["glucocorticoids", "Glucocorticoids"],
  ["arthritis", "Rheumatoid arthritis"],
  ["osteoporosis", "Secondary osteoporosis"],
  ["alcohol", "Alcohol 3 or more units/day"],
] as const;
const GERMAN: Record<string, string> = {
  "Previous fracture": "Frühere Fraktur",
  Glucocorticoids: "Glukokortikoide",
  "Rheumatoid arthritis": "Rheumatoide Arthritis",
};
const MAKERS = ["N/A", "T", "GE-Lunar", "Hologic", "Norland", "DMS", "Mindways-QCT"];

/** As the page's script rounds it; Hologic and T-scores are all these tests send. */
function echoedT(sent: URLSearchParams, name: (field: string) => string): string {
  const value = Number(sent.get(name("bmd_input")));
  const t = sent.get("dxa") === "Hologic" ? (value - 0.858) / 0.12 : value;
  return (Math.round(t * 10) / 10).toFixed(1);
}

export function sheffieldPage({ prefix, lang = "en", sent, figures, frozenT }: SheffieldLook): string {
  const id = (field: string) => `${prefix}ContentPlaceHolder1_${field}`;
  const name = (field: string) => id(field).replaceAll("_Content", "$Content").replaceAll("1_", "1$");
  const held = (field: string) => sent?.get(name(field)) ?? "";
  const say = (words: string) => (lang === "en" ? words : (GERMAN[words] ?? words));
  const text = (field: string, label: string) =>
    `<p><label for="${id(field)}">${label}</label> <input type="text" id="${id(field)}" name="${name(field)}" value="${held(field)}"></p>`;
  const radio = (field: string, group: string, value: string, label: string, checked: boolean) =>
    `<label><input type="radio" id="${id(field)}" name="${name(group)}" value="${value}" ${checked ? "checked" : ""} onclick="mirror('${group}','${value}')"> ${label}</label>`;
  const yesNo = ([field, label]: readonly [string, string]) =>
    `<p>${say(label)} ${radio(`${field}1`, field, "no", "No", held(field) !== "yes")} ${radio(`${field}2`, field, "yes", "Yes", held(field) === "yes")}
<input type="hidden" id="${id(`hdn${field}`)}" name="${name(`hdn${field}`)}" value="${held(field) === "yes" ? 1 : 0}"></p>`;
  const [kg, cm] = [Number(held("toolweight")), Number(held("ht"))];
  const wrong = sent && (!(kg >= 25 && kg <= 125) || !(cm >= 100 && cm <= 220) || !held("sex") || !held("toolage"));
  const t = sent?.get("dxa") && sent.get("dxa") !== "N/A" ? (frozenT ?? echoedT(sent, name)) : null;
  const result =
    sent && !wrong
      ? `<div class="result-wrap" id="${id("panelResult")}"><p id="${id("lbbmi")}">BMI: ${(kg / (cm / 100) ** 2).toFixed(1)}</p>
<p id="score">${t === null ? "" : `T-score: ${t}`}</p><div class="result-box"><span>Major osteoporotic</span>
<span class="result-score" id="${id("lbrs1")}">${figures.mof}</span></div><div class="result-box"><span>Hip Fracture</span>
<span class="result-score" id="${id("lbrs2")}">${figures.hip}</span></div></div>`
      : "";
  return `<!doctype html><html lang="${lang}"><head><meta charset="utf-8"><title>Calculation tool</title><link rel="icon" href="data:,">
<style>body{font:15px sans-serif;margin:24px;max-width:720px}p{margin:8px 0}.result-wrap{border:1px solid #888;padding:8px}</style></head>
<body><h1>Calculation Tool</h1><form method="post">
<p>Name/ID <input type="text" id="${id("nameid")}" name="${name("nameid")}" value="${held("nameid")}"></p>
${text("toolage", "Age (between 40 and 90 years)")}
<p>Date of birth Y <input id="${id("year")}" name="${name("year")}" size="4"> M <input id="${id("month")}" name="${name("month")}" size="2"> D <input id="${id("day")}" name="${name("day")}" size="2"></p>
<p>Sex ${radio("sex1", "sex", "male", "Male", held("sex") === "male")} ${radio("sex2", "sex", "female", "Female", held("sex") === "female")}</p>
${text("toolweight", "Weight (kg)")} ${text("ht", "Height (cm)")}
<p>Weight converter <input id="weight"> Height converter <input id="height"></p>
${YES_NO.map(yesNo).join("\n")}
<p>Femoral neck BMD <select id="dxa" name="dxa" onchange="dxa_onchange(this)">${MAKERS.map(
    (maker) =>
      `<option value="${maker}" ${sent?.get("dxa") === maker ? "selected" : ""}>${maker === "N/A" ? "Select BMD" : maker === "T" ? "T-Score" : maker}</option>`,
  ).join(
    "",
  )}</select> <input type="text" id="${id("bmd_input")}" name="${name("bmd_input")}" value="${held("bmd_input")}"></p>
<input type="button" id="${id("btnRefresh")}" value="Clear"> <input type="submit" id="${id("btnCalculate")}" value="Calculate">
${result}</form>
<script>
function mirror(group, value) { const field = document.getElementById(${JSON.stringify(id("hdn"))} + group); if (field) field.value = value === "yes" ? 1 : 0; }
function dxa_onchange(select) {
  document.getElementById(${JSON.stringify(id("bmd_input"))}).value = "";
  if (select.value === "T") alert("The T-score must be based on the NHANES reference values for women aged 20-29 years.");
}
${wrong ? 'alert("Please enter a weight between 25 and 125 kg and a height between 100 and 220 cm");' : ""}
</script></body></html>`;
}
