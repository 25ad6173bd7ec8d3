import type { Random } from "./random";
import { hasHeader, MARK, mainText, marked, plainTables, rowOf, textNodes } from "./tables";

/** Tests whose names look like ones that are read. */
const LOOK_ALIKES = [
  "1,25-Dihydroxyvitamin D",
  "Vitamin D 1,25 (OH)2, Total",
  "Calcitriol (1,25-OH2 Vit D)",
  "Vitamin D binding protein",
  "Creatinine, Urine",
  "Creatinine Clearance",
  "Microalbumin/Creatinine Ratio",
  "Albumin/Creatinine Ratio, Random Urine",
  "BUN/Creatinine Ratio",
  "Calcium, Urine",
  "Coronary Calcium Score",
  "Calcium oxalate crystals",
  "Prealbumin",
  "Albumin, CSF",
  "Albumin/Globulin Ratio",
  "Microalbumin, Urine",
  "Bilirubin, Direct",
  "Bilirubin, Urine",
  "Acid Phosphatase",
  "Phosphorus, Urine",
  "PTH-Related Peptide",
  "Testosterone, Free",
  "Sex hormone binding globulin",
  "Hemoglobin, Plasma Free",
  "Mean Corpuscular Hemoglobin",
  "Hemoglobin S",
  "Hemoglobin, Urine",
  "TSH Receptor Antibody",
  "Thyroglobulin Antibody",
  "Free T4",
  "Protein, Total",
  "Magnesium, Urine",
  "Transglutaminase IgG",
  "Fractional excretion of phosphate",
  "Alkaline phosphatase, liver fraction %",
];
const OTHER_DRUGS: readonly (readonly [string, string])[] = [
  ["aspirin 81 mg tablet", "Take 1 tablet by mouth daily"],
  ["Lisinopril 10 MG Oral Tablet", "2 tabs twice daily"],
  ["metFORMIN 500 mg", "1 tablet with breakfast and 2 with supper"],
  ["albuterol 90 mcg/actuation inhaler", "2 puffs every 4 hours as needed"],
];
/** A figure that no page shows. */
const odd = (random: Random) => `${700 + random.below(99)}.${1 + random.below(9)}`;

/** Rows like those of results, of tests that are none of ours. */
export function lookAlikeRows(random: Random): void {
  for (const cell of marked("lab")) {
    const row = rowOf(cell);
    if (!row || !random.oneIn(3) || row.tagName === "BODY" || cell.tagName === "PRE") continue;
    const [value, label] = [mainText(cell), row.querySelector(`[${MARK}~=label]`)];
    if (!value || !label || label === cell || row.querySelectorAll(`[${MARK}~=lab]`).length !== 1) continue;
    const copy = row.cloneNode(true) as Element;
    const shown = copy.querySelector(`[${MARK}~=lab]`);
    if (!shown) continue;
    const name = random.of(LOOK_ALIKES);
    for (const cell of copy.querySelectorAll(`[${MARK}~=label]`)) cell.textContent = name;
    for (const text of textNodes(shown)) text.data = text.data.replace(/\d+(?:[.,]\d+)?/, odd(random));
    // the code is the other test's, whatever spaces stand around it
    for (const text of textNodes(copy)) if (/^[\s\p{Cf}]*\d{1,5}-\d[\s\p{Cf}]*$/u.test(text.data)) text.data = "";
    for (const one of [copy, ...copy.querySelectorAll(`[${MARK}]`)]) one.removeAttribute(MARK);
    if (random.oneIn(2)) row.before(copy);
    else row.after(copy);
  }
}

/** Copies of rows with other figures that nobody sees. */
export function hiddenRows(random: Random): void {
  const way = random.of(["display:none", "visibility:hidden", "hidden"]);
  for (const cell of [...marked("lab"), ...marked("medication")]) {
    const row = rowOf(cell);
    if (!row || !random.oneIn(3) || row.tagName === "BODY" || row.querySelector("table")) continue;
    const copy = row.cloneNode(true) as HTMLElement;
    for (const text of textNodes(copy)) text.data = text.data.replace(/\d+(?:[.,]\d+)?/g, () => odd(random));
    for (const one of [copy, ...copy.querySelectorAll(`[${MARK}]`)]) one.removeAttribute(MARK);
    if (way === "hidden") copy.hidden = true;
    copy.style.cssText += way === "hidden" ? ";display:none" : `;${way}`;
    if (random.oneIn(2)) row.before(copy);
    else row.after(copy);
  }
}

export function otherDrugRows(random: Random): void {
  for (const cell of marked("medication")) {
    const row = rowOf(cell);
    if (
      !row ||
      !random.oneIn(3) ||
      row.tagName === "BODY" ||
      row.querySelectorAll(`[${MARK}~=medication]`).length !== 1 ||
      row.querySelector(`[${MARK}~=drug]`)
    )
      continue;
    const copy = row.cloneNode(true) as Element;
    const name = copy.querySelector(`[${MARK}~=medication]`);
    const [drug, directions] = random.of(OTHER_DRUGS);
    for (const text of textNodes(copy))
      if (/\b(?:take|inject|inhale|apply|tab|cap|daily|mouth|weekly)/i.test(text.data)) text.data = directions;
    if (name) name.textContent = drug;
    for (const one of [copy, ...copy.querySelectorAll(`[${MARK}]`)]) one.removeAttribute(MARK);
    if (random.oneIn(2)) row.before(copy);
    else row.after(copy);
  }
}

const STRANGE: readonly (readonly [string, (random: Random) => string])[] = [
  ["Order #", (random) => String(10000 + random.below(80000))],
  ["Accession", (random) => `A${random.below(99999)}`],
  ["Previous", odd],
  ["Prior result", odd],
  ["Ordering provider", (random) => random.of(["Roe, Jane MD", "B. Lund", "Okafor"])],
  ["Comment", (random) => random.of(["", "see letter", "repeat in 3 months", "non-fasting"])],
  ["Reviewed", (random) => random.of(["yes", "no", "01/05/2019"])],
  ["Modified", (random) => `0${1 + random.below(9)}/1${random.below(9)}/2011`],
  ["Qty", (random) => String(30 * (1 + random.below(3)))],
  ["Refills", (random) => String(random.below(12))],
  ["Specimen", () => "Serum"],
  ["Lab", () => "Main campus"],
];

export function extraColumn(random: Random): void {
  for (const table of plainTables()) {
    if (random.oneIn(3) || !hasHeader(table)) continue;
    const [title, content] = random.of(STRANGE);
    const at = random.below((table.rows[0]?.cells.length ?? 0) + 1);
    for (const [i, row] of [...table.rows].entries()) {
      const cell = document.createElement(i === 0 ? "th" : "td");
      cell.textContent = i === 0 ? title : content(random);
      cell.setAttribute(MARK, "strange");
      row.insertBefore(cell, row.cells[at] ?? null);
    }
  }
}

/** Rows below a result that say something about another one. */
export function commentRows(random: Random): void {
  for (const cell of [...marked("lab"), ...marked("medication")]) {
    const row = cell.closest("tr");
    if (!row || !random.oneIn(3) || row.querySelector("[rowspan]")) continue;
    const comment = document.createElement("tr");
    const only = comment.insertCell();
    only.colSpan = row.cells.length;
    only.textContent = random.of([
      `Comment: previous result was ${odd(random)} ng/mL on 01/02/2011.`,
      "Note: performed at the main campus.",
      "Interpretation: deficiency below 20 ng/mL, insufficiency 20 to 29 ng/mL.",
      `Goal: below ${odd(random)}`,
    ]);
    row.after(comment);
  }
}

const ASIDES: readonly ((random: Random) => string)[] = [
  (random) =>
    `<h2>Patient education</h2><p>A vitamin D, 25-hydroxy of ${odd(random)} ng/mL is too high. Fosamax 70 mg is taken once weekly.</p>`,
  (random) =>
    `<h2>Patient education</h2><table><tr><th>Test</th><th>Result</th><th>Units</th></tr><tr><td>Calcium</td><td>${odd(random)}</td><td>mg/dL</td></tr></table>`,
  (random) =>
    `<h3>Family history</h3><ul><li>Mother: hip fracture, takes alendronate 35 mg daily; calcium ${odd(random)} mg/dL</li></ul>`,
  () => `<h2>Allergies</h2><ul><li>Forteo: hives</li><li>Zoledronic acid 5 mg: fever</li></ul>`,
  (random) =>
    `<h2>Plan</h2><ul><li>Start romosozumab 210 mg monthly</li><li>Vitamin D goal: 25-OH vitamin D ${odd(random)} ng/mL</li></ul>`,
  (random) => `<h2>Reference ranges</h2><p>Creatinine 0.6 - 1.3 mg/dL. Albumin up to ${odd(random)} g/dL.</p>`,
  () => `<h2>Care plan</h2><p>Consider Evenity 210 mg once monthly if T-score below -3.0.</p>`,
  () =>
    `<nav><ul><li><a href="#">Prednisone 40 mg daily</a></li><li><a href="#">Calcium 12.9 mg/dL</a></li></ul></nav>`,
];

/** Text that speaks of the same things and not of this patient's present ones. */
export function addAsides(random: Random): void {
  const places = [...document.querySelectorAll("body > *, main > *, section")];
  const block = document.createElement(random.of(["section", "aside", "div"]));
  block.innerHTML = random.of(ASIDES)(random);
  const place = places.length ? random.of(places) : null;
  if (place && random.oneIn(2)) place.before(block);
  else document.body.append(block);
}
