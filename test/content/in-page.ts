import { type Browser, chromium, type Page } from "playwright-core";
import type { FrameSnapshot } from "../../src/chart/snapshot";
import { structured } from "../../src/chart/structure";
import { chromiumExecutable } from "../../src/commands/browser";
import { pageScript } from "../../src/commands/page-script";
import type { PageMessage } from "../../src/messages/page";

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
  const code = await pageScript("content/frame.ts");
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
