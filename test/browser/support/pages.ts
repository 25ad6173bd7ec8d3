import { type Site, serve } from "../../../src/commands/serve";

/** Serves these documents, by path. What a path gives may be a function, so that it can change between visits. */
export function servePages(pages: Record<string, string | (() => string)>): Promise<Site> {
  return serve((request, response) => {
    const page = pages[new URL(request.url ?? "/", "http://loopback").pathname];
    if (page === undefined) return void response.writeHead(404).end();
    const body = typeof page === "string" ? page : page();
    response.writeHead(200, { "content-type": "text/html; charset=utf-8", "cache-control": "no-store" }).end(body);
  });
}

export function htmlPage(body: string, title = "Chart"): string {
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${title}</title><link rel="icon" href="data:,"></head><body>${body}</body></html>`;
}

export function bannerOf(name: string, birthDate: string, sex: string, mrn: string): string {
  return `<header class="patient-banner"><h1 class="patient-name">${name}</h1>
<span>DOB: ${birthDate}</span> <span>Sex: ${sex}</span> <span>MRN: ${mrn}</span></header>`;
}

type Lab = [test: string, result: string, unit: string, date: string];

export function labTable(...labs: Lab[]): string {
  const rows = labs.map((cells) => `<tr>${cells.map((cell) => `<td>${cell}</td>`).join("")}</tr>`).join("");
  return `<h2>Laboratory results</h2><table><thead><tr><th>Test</th><th>Result</th><th>Units</th><th>Date</th></tr></thead><tbody>${rows}</tbody></table>`;
}

export function medicationTable(...rows: [medication: string, directions: string, status: string][]): string {
  const body = rows.map((cells) => `<tr>${cells.map((cell) => `<td>${cell}</td>`).join("")}</tr>`).join("");
  return `<h2>Medications</h2><table><thead><tr><th>Medication</th><th>Directions</th><th>Status</th></tr></thead><tbody>${body}</tbody></table>`;
}

/** A day so many days before today, as ISO date: look-backs of the rules count from the day of the test. */
export function daysAgo(days: number): string {
  return new Date(Date.now() - days * 86_400_000).toISOString().slice(0, 10);
}
