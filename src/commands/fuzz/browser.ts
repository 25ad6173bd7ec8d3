import { chromium, type Page } from "playwright-core";
import { build } from "vite";
import type { FrameSnapshot } from "../../chart/snapshot";
import { packTerms } from "../../terminology/pack-terms";
import { TERMS } from "../../terminology/terms";
import { chromiumExecutable } from "../browser";
import type { Step } from "./page/entry";

const NAME = "virtual:osteon-terms";

/** The reader with what changes pages for it, as one script. */
async function script(): Promise<string> {
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
      rolldownOptions: { input: "src/commands/fuzz/page/entry.ts", output: { format: "iife" } },
    },
  });
  const [chunk] = [result].flat().flatMap((part) => ("output" in part ? part.output : []));
  if (chunk?.type !== "chunk") throw new Error("the page's part of the fuzz command does not build");
  return chunk.code;
}

/** A document as it stands once its scripts have run. */
export interface StaticPage {
  html: string;
  lang: string;
}

export interface FuzzBrowser {
  /** The document at an address after its scripts ran; null when it has frames, which have documents of their own. */
  capture(address: string): Promise<StaticPage | null>;
  show(page: StaticPage): Promise<FrameSnapshot>;
  mark(refs: readonly (readonly [number, string])[]): Promise<void>;
  variant(steps: readonly Step[]): Promise<FrameSnapshot>;
  html(): Promise<string>;
  close(): Promise<void>;
}

export async function fuzzBrowser(): Promise<FuzzBrowser> {
  const code = await script();
  const browser = await chromium.launch({ executablePath: chromiumExecutable(), args: ["--no-sandbox"] });
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  const open = async (address: string): Promise<Page> => {
    const page = await context.newPage();
    await page.goto(address);
    await page.addScriptTag({ content: code });
    return page;
  };
  await context.route("http://chart.test/**", (route) =>
    route.fulfill({ contentType: "text/html; charset=utf-8", body: "<!doctype html><title>Chart</title>" }),
  );
  const bench = await open("http://chart.test/patient/4410/chart");
  return {
    async capture(address) {
      const page = await open(address);
      await page.waitForTimeout(50);
      const found = await page.evaluate(() => ({
        html: fuzzPage.html().replace(/<script\b[\s\S]*?<\/script>/gi, ""),
        lang: document.documentElement.lang,
        frames: document.querySelectorAll("iframe,frame").length,
      }));
      await page.close();
      return found.frames > 0 ? null : found;
    },
    show: ({ html, lang }) => bench.evaluate(([h = "", l = ""]) => fuzzPage.show(h, l), [html, lang]),
    mark: (refs) => bench.evaluate((r) => fuzzPage.mark(r), refs),
    variant: (steps) => bench.evaluate((s) => fuzzPage.variant(s), steps),
    html: () => bench.evaluate(() => fuzzPage.html()),
    close: () => browser.close(),
  };
}
