import { mkdtemp, readFile, rm } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { extname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { chromium, type Page } from "playwright-core";
import { build } from "vite";
import { chromiumExecutable } from "../../../src/commands/browser";
import { views } from "../../ui/fixtures";
import { fills } from "../../ui/frax-fixtures";
import { spoken } from "../../ui/spoken-fixtures";

const HERE = fileURLToPath(new URL(".", import.meta.url));
const TYPES: Record<string, string> = { ".html": "text/html", ".js": "text/javascript", ".css": "text/css" };

/** Every page of the gallery: all states of the sidebar, of filling in the calculator, of the popup, of the options pages; what stands in the page where it lets no frame in. */
export const PAGES = [
  ...Object.keys({ ...views, ...spoken }).map((name) => `index.html#${name}`),
  ...Object.keys(fills).map((name) => `index.html#frax-${name}`),
  ...["none", "new", "allowed", "chart"].map((name) => `popup.html#${name}`),
  ...["settings", "welcome"].map((name) => `options.html#${name}`),
  "dock.html#card",
];

export interface Gallery {
  /** The one page of the gallery, at this state and as if never used before. */
  open(page: string, look: { scheme?: "light" | "dark"; forced?: boolean; width?: number }): Promise<Page>;
  close(): Promise<void>;
}

/** The pages built as they ship, with assessments written by hand and no extension around them. */
export async function openGallery(): Promise<Gallery> {
  const outDir = await mkdtemp(join(tmpdir(), "osteon-gallery-"));
  await build({
    root: HERE,
    configFile: false,
    logLevel: "error",
    publicDir: false,
    resolve: { alias: { "webextension-polyfill": join(HERE, "no-browser.ts") } },
    build: {
      outDir,
      emptyOutDir: true,
      modulePreload: false,
      target: "es2022",
      rolldownOptions: {
        input: ["index.html", "popup.html", "options.html", "dock.html"].map((page) => join(HERE, page)),
      },
    },
  });
  const server = createServer((request, response) => {
    const path = new URL(request.url ?? "/", "http://gallery").pathname;
    readFile(join(outDir, path)).then(
      (body) =>
        response.writeHead(200, { "content-type": TYPES[extname(path)] ?? "application/octet-stream" }).end(body),
      () => response.writeHead(404).end(),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  const browser = await chromium.launch({ executablePath: chromiumExecutable(), headless: true });
  const opened = await browser.newPage();
  return {
    async open(page, { scheme = "light", forced = false, width = 360 }) {
      await opened.goto("about:blank");
      await opened.setViewportSize({ width: page.startsWith("popup") && width === 360 ? 760 : width, height: 600 });
      await opened.emulateMedia({ colorScheme: scheme, forcedColors: forced ? "active" : "none", media: null });
      await opened.goto(`http://127.0.0.1:${port}/${page}`);
      await opened.locator("main").waitFor();
      return opened;
    },
    async close() {
      await browser.close();
      server.close();
      await rm(outDir, { recursive: true });
    },
  };
}

/** Opens what is behind buttons: a question's form, a value's correction, a form of its own, the reasons of an answer. */
export async function openForms(page: Page): Promise<void> {
  // What a line holds may be drawn only when the browser has nothing else to do, with lines of its own.
  await page.waitForFunction(() => {
    const closed = document.querySelectorAll<HTMLDetailsElement>("details:not([open])");
    for (const details of closed) details.open = true;
    return closed.length === 0 && document.querySelector(".answering [aria-expanded]") !== null;
  });
  for (const button of [
    ".answers button[aria-expanded]",
    ".correct",
    ".typed-in .type-in-place > button",
    ".answering [aria-expanded]",
  ])
    await page.locator(button).first().click();
  await page.locator("select.what").first().selectOption("frax");
  await page.locator("form.type-in button[type=submit]").last().click();
}
