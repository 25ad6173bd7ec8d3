import { type Browser, chromium, type Page } from "playwright-core";
import { build } from "vite";
import type { FrameSnapshot } from "../../src/chart/snapshot";
import { structured } from "../../src/chart/structure";
import { chromiumExecutable } from "../../src/commands/browser";
import type { PageMessage } from "../../src/messages/page";
import { packTerms } from "../../src/terminology/pack-terms";
import { TERMS } from "../../src/terminology/terms";

const NAME = "virtual:osteon-terms";

async function bundled(): Promise<string> {
  const result = await build({
    configFile: false,
    logLevel: "error",
    publicDir: false,
    plugins: [
      {
        name: "terms",
        resolveId: (id) => (id === NAME ? `\0${NAME}` : null),
        load: (id) => (id === `\0${NAME}` ? `export default ${JSON.stringify(packTerms(TERMS))}` : null),
      },
    ],
    build: {
      write: false,
      minify: false,
      target: "es2022",
      modulePreload: false,
      rolldownOptions: { input: "content/frame.ts", output: { format: "iife" } },
    },
  });
  const [chunk] = [result].flat().flatMap((part) => ("output" in part ? part.output : []));
  if (chunk?.type !== "chunk") throw new Error("content/frame.ts does not build");
  return chunk.code;
}

/** Stands for the extension's side of the page: keeps what is sent, in every frame of its own. */
const FAKE_CHROME = `
globalThis.sent = [];
globalThis.chrome = { runtime: {
  id: "osteon",
  sendMessage: async (message) => { globalThis.sent.push(structuredClone(message)); },
  onMessage: { addListener(hear) { globalThis.hear = hear; }, removeListener() {} },
} };`;

/** The page script in a real browser, in pages of our own, with nothing else of the extension. */
export interface InPage {
  open(html: string): Promise<Page>;
  /** What was sent, in order, from the top frame. */
  sent(page: Page): Promise<PageMessage[]>;
  /** The last snapshot of every frame that sent one, as it was sent. */
  raw(page: Page): Promise<FrameSnapshot[]>;
  /** What the last snapshot says, structured as the worker does it. */
  snapshot(page: Page): Promise<FrameSnapshot>;
  close(): Promise<void>;
}

export async function inPage(): Promise<InPage> {
  const code = await bundled();
  const browser: Browser = await chromium.launch({ executablePath: chromiumExecutable(), args: ["--no-sandbox"] });
  const context = await browser.newContext({ viewport: { width: 1200, height: 900 } });
  await context.addInitScript(
    `${FAKE_CHROME}\nglobalThis.startFrame = () => {${code}};\naddEventListener("DOMContentLoaded", () => startFrame());`,
  );
  const sent = (page: Page) => page.evaluate("sent") as Promise<PageMessage[]>;
  return {
    sent,
    async open(html) {
      const page = await context.newPage();
      await page.route("**/*", (route) => route.fulfill({ contentType: "text/html; charset=utf-8", body: html }));
      await page.goto("http://chart.test/patient/4410/chart");
      await page.waitForFunction("globalThis.osteonFrame?.atRest()");
      return page;
    },
    async raw(page) {
      const frames = page.frames();
      for (const frame of frames) await frame.waitForFunction("globalThis.osteonFrame?.atRest()");
      const all = await Promise.all(frames.map((frame) => frame.evaluate("sent") as Promise<PageMessage[]>));
      return all.flatMap((messages) => {
        const last = messages.findLast(({ kind }) => kind === "snapshot" || kind === "frame-empty");
        return last?.kind === "snapshot" ? last.snapshot : [];
      });
    },
    async snapshot(page) {
      await page.waitForFunction("globalThis.osteonFrame?.atRest()");
      const last = (await sent(page)).findLast((message) => message.kind === "snapshot");
      if (last?.kind !== "snapshot") throw new Error("nothing was sent");
      return structured(last.snapshot);
    },
    close: () => browser.close(),
  };
}

/** A page around what is tested, with a banner of its own. */
export const chart = (body: string, head = ""): string =>
  `<!doctype html><html lang="en"><head><title>Chart</title>${head}</head><body><div class="pt"><b>Fenn, Iris</b> <span>DOB: 02/14/1959</span> <span>Female</span> <span>MRN 88123</span></div>${body}</body></html>`;

/** Rows as texts: group, then the cells with their columns' names. */
export const told = (snapshot: FrameSnapshot): string[][] =>
  snapshot.regions.flatMap(({ columns, rows }) =>
    rows.map(({ group, cells }) => [
      ...(group ? [`[${group}]`] : []),
      ...cells
        .filter(({ text }) => text)
        .map(({ column, text }) => (columns[column] ? `${columns[column]}=${text}` : text)),
    ]),
  );
