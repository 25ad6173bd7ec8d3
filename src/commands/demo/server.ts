import { readFileSync } from "node:fs";
import type { RequestListener, ServerResponse } from "node:http";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { transformWithOxc } from "vite";
import { contentType } from "../serve";
import { calendar } from "./calendar";
import type { DemoPatient, DemoResult } from "./patient";
import { demoPatients } from "./patients";
import { reportDocument } from "./report-document";

const PAGE_FOLDER = path.join(path.dirname(fileURLToPath(import.meta.url)), "page");
const HTML = "text/html; charset=utf-8";
const RESULTS_PER_PAGE = 10;

/** One page of the results list, and what it says about itself. */
export interface ResultsPage {
  rows: DemoResult[];
  groups: string[];
  total: number;
  from: number;
  to: number;
}

function resultsPage(patient: DemoPatient, group: string | null, page: number): ResultsPage {
  const chosen = patient.results.filter((result) => !group || result.group === group);
  const from = page * RESULTS_PER_PAGE;
  const rows = chosen.slice(from, from + RESULTS_PER_PAGE);
  return {
    rows,
    groups: [...new Set(patient.results.map((result) => result.group))],
    total: chosen.length,
    from: from + 1,
    to: from + rows.length,
  };
}

export interface DemoOptions {
  /** ISO date on which the chart is opened. */
  today: string;
  /** Milliseconds a list takes to come; the banner comes at once, as it does in a slow clinic network. */
  delay?: number;
}

/** A small web EHR with three fictitious patients. */
export function demoChart({ today, delay = 120 }: DemoOptions): RequestListener {
  const patients = demoPatients(calendar(today));
  const find = (id: string | undefined) => patients.find((patient) => patient.id === id);

  function send(response: ServerResponse, type: string, body: string, status = 200) {
    response.writeHead(status, { "content-type": type, "cache-control": "no-store" }).end(body);
  }
  const notFound = (response: ServerResponse) => send(response, "text/plain", "not found", 404);

  function answer(response: ServerResponse, parts: string[], query: URLSearchParams) {
    const [, , id, list] = parts;
    const patient = find(id);
    if (id !== undefined && !patient) return notFound(response);
    const body = !patient
      ? patients.map(({ id, name, age, sex, visit }) => ({ id, name, age, sex, visit }))
      : list === "results"
        ? resultsPage(patient, query.get("group"), Number(query.get("page") ?? 0))
        : patient;
    const late = list === undefined ? 0 : delay;
    setTimeout(() => send(response, "application/json", JSON.stringify(body)), late);
  }

  async function asset(response: ServerResponse, name: string) {
    const file = path.join(PAGE_FOLDER, path.basename(name));
    const source = readFileSync(file, "utf8");
    if (!name.endsWith(".ts")) return send(response, contentType(file), source);
    send(response, "text/javascript; charset=utf-8", (await transformWithOxc(source, file)).code);
  }

  return (request, response) => {
    const url = new URL(request.url ?? "/", "http://loopback");
    const parts = url.pathname.split("/").filter(Boolean).map(decodeURIComponent);
    const [section, ...rest] = parts;
    if (section === undefined) return void response.writeHead(302, { location: "/patients" }).end();
    if (section === "patients") return send(response, HTML, readFileSync(path.join(PAGE_FOLDER, "index.html"), "utf8"));
    if (section === "api") return answer(response, parts, url.searchParams);
    if (section === "assets") return void asset(response, rest.join("/")).catch(() => notFound(response));
    if (section === "reports") {
      const patient = find(rest[0]);
      const report = patient?.reports.find((candidate) => candidate.id === rest[1]);
      if (patient && report) return send(response, HTML, reportDocument(patient, report));
    }
    notFound(response);
  };
}
