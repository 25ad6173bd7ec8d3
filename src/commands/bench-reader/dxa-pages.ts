import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";

interface Sample {
  id: string;
  text: string;
  expect: { sites: object[]; frax: object[] };
}

const escaped = (text: string) => text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;");

const page = (body: string) => `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Imaging</title></head>
<body><header><b>Lowell, Vera</b> <span>DOB: 04/02/1958</span> <span>Female</span> <span>MRN 00123</span></header>
<main><h2>Imaging: bone density (DXA)</h2><p>Exam date: 02/11/2026. Status: final.</p>${body}</main></body></html>`;

/** Writes each sample of report texts as preformatted text and as paragraphs, each with its truth. */
export function writeDxaPages(samples: string, folder: string): void {
  if (!existsSync(samples)) return;
  mkdirSync(folder, { recursive: true });
  for (const { id, text, expect } of JSON.parse(readFileSync(samples, "utf8")) as Sample[]) {
    const bodies = {
      pre: `<pre>${escaped(text)}</pre>`,
      p: text
        .split("\n")
        .map((line) => `<p>${escaped(line)}</p>`)
        .join(""),
    };
    for (const [kind, body] of Object.entries(bodies)) {
      const target = `${id}--${kind}.html`;
      const patient = { name: "Vera Lowell", birthDate: "1958-04-02", sex: "female" };
      writeFileSync(path.join(folder, target), page(body));
      writeFileSync(
        path.join(folder, target.replace(".html", ".truth.json")),
        JSON.stringify({ target, patient, dxa: expect.sites, frax: expect.frax }),
      );
    }
  }
}
