import { chromium, type Frame, type Page } from "playwright-core";
import type { FrameSnapshot } from "../../chart/snapshot";
import { chromiumExecutable } from "../browser";
import { pageScript } from "../page-script";
import type { Step } from "./page/entry";

/** A document as it stands once its scripts have run. */
export interface StaticPage {
  html: string;
  lang: string;
}

export interface FuzzBrowser {
  /** The documents at an address, one of each frame, after their scripts ran and these places were clicked in order. */
  capture(address: string, clicks?: readonly string[]): Promise<StaticPage[]>;
  show(page: StaticPage): Promise<FrameSnapshot>;
  mark(refs: readonly (readonly [number, string])[]): Promise<void>;
  variant(steps: readonly Step[]): Promise<FrameSnapshot>;
  html(): Promise<string>;
  close(): Promise<void>;
}

/** A document larger than this, characters, is shown without its style sheets: those of a design system say nothing of the chart. */
const MOST = 500_000;

/** Null where the frame lets no script run. */
async function documentOf(frame: Frame, code: string): Promise<StaticPage | null> {
  try {
    await frame.evaluate(code);
    return await frame.evaluate((most) => {
      const html = fuzzPage.html().replace(/<script\b[\s\S]*?<\/script>/gi, "");
      const plain = html.length > most ? html.replace(/<style\b[\s\S]*?<\/style>/gi, "") : html;
      return { html: plain, lang: document.documentElement.lang };
    }, MOST);
  } catch {
    return null;
  }
}

export async function fuzzBrowser(): Promise<FuzzBrowser> {
  const code = await pageScript("src/commands/fuzz/page/entry.ts");
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
    async capture(address, clicks = []) {
      const page = await open(address);
      await page.waitForTimeout(50);
      await page.waitForLoadState("networkidle");
      for (const place of clicks) {
        await page.locator(place).first().click();
        await page.waitForLoadState("networkidle");
      }
      const found = await Promise.all(page.frames().map((frame) => documentOf(frame, code)));
      await page.close();
      return found.filter((one) => one !== null);
    },
    show: ({ html, lang }) => bench.evaluate(([h = "", l = ""]) => fuzzPage.show(h, l), [html, lang]),
    mark: (refs) => bench.evaluate((r) => fuzzPage.mark(r), refs),
    variant: (steps) => bench.evaluate((s) => fuzzPage.variant(s), steps),
    html: () => bench.evaluate(() => fuzzPage.html()),
    close: () => browser.close(),
  };
}
