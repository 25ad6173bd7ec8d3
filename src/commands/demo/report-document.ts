import { printed } from "./calendar";
import type { DemoPatient, DemoReport, ReportTable, ReportText } from "./patient";

function escaped(text: string): string {
  return text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;");
}

function section(part: ReportText | ReportTable): string {
  const heading = `<h2>${escaped(part.heading)}</h2>`;
  if ("text" in part) return `${heading}<p>${escaped(part.text)}</p>`;
  const head = part.columns.map((column) => `<th scope="col">${escaped(column)}</th>`).join("");
  const rows = part.rows.map(([first = "", ...cells]) => {
    const values = cells.map((cell) => `<td>${escaped(cell)}</td>`).join("");
    return `<tr><th scope="row">${escaped(first)}</th>${values}</tr>`;
  });
  return `${heading}<table><thead><tr>${head}</tr></thead><tbody>${rows.join("")}</tbody></table>`;
}

/** A report as the imaging department's viewer shows it, a document of its own inside the chart. */
export function reportDocument(patient: DemoPatient, report: DemoReport): string {
  return `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><title>${escaped(report.title)}</title><link rel="stylesheet" href="/assets/report.css"></head>
<body>
<header>
<p class="facility">${escaped(report.facility)}</p>
<h1>${escaped(report.title)}</h1>
<dl>
<div><dt>Patient</dt><dd>${escaped(patient.name)}</dd></div>
<div><dt>DOB</dt><dd>${printed(patient.birthDate)}</dd></div>
<div><dt>MRN</dt><dd>${patient.mrn}</dd></div>
<div><dt>Exam date</dt><dd>${printed(report.date)}</dd></div>
<div><dt>Status</dt><dd>Final</dd></div>
</dl>
</header>
<main>
${report.body.map(section).join("\n")}
</main>
</body>
</html>
`;
}
