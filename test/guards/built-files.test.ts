import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { beforeAll, describe, expect, it } from "vitest";
import { filesBelow } from "./source-files";

const dist = join(import.meta.dirname, "../../dist");

/** Kilobytes after gzip -9: page script and sidebar as DESIGN.md, "Budgets", has them; the others are our own, to see growth. */
const BUDGET_KB = {
  "page script": 12,
  host: 6.6,
  "fill script": 4,
  "sidebar app": 60,
  worker: 166,
  popup: 60,
  options: 60,
};

function read(browser: string, file: string): Buffer {
  return readFileSync(join(dist, browser, file));
}

function gzipped(browser: string, files: string[]): number {
  return files.reduce((sum, file) => sum + gzipSync(read(browser, file), { level: 9 }).length, 0) / 1000;
}

/** A page with every script and style it loads, directly or through another. */
function filesOfPage(browser: string, page: string): string[] {
  const seen = new Set<string>([page]);
  for (const file of seen) {
    const text = read(browser, file).toString("utf8");
    for (const [, path] of text.matchAll(/(?:src|href)="\/([^"]+\.(?:js|css))"/g)) if (path) seen.add(path);
    for (const [, path] of text.matchAll(/(?:from|import)\s*\(?["'`]\.\/([^"'`]+\.js)["'`]/g))
      if (path) seen.add(`assets/${path}`);
  }
  return [...seen].filter((file) => file !== page || page.endsWith(".js"));
}

describe.each(["chrome", "firefox"])("dist/%s", (browser) => {
  let files: string[] = [];

  beforeAll(() => {
    if (!existsSync(join(dist, browser))) throw new Error(`dist/${browser} is missing: run "npm run build" first`);
    files = filesBelow(join(dist, browser));
  });

  it("keeps every shipped file within its budget", () => {
    const worker = files.filter((file) => /^(service-worker-loader\.js|assets\/index\.ts-.*\.js)$/.test(file));
    const sizes = {
      "page script": gzipped(browser, ["content/frame.js"]),
      host: gzipped(browser, ["content/host.js"]),
      "fill script": gzipped(browser, ["content/frax-fill.js"]),
      "sidebar app": gzipped(browser, filesOfPage(browser, "src/sidebar/index.html")),
      worker: gzipped(browser, worker),
      popup: gzipped(browser, filesOfPage(browser, "popup/index.html")),
      options: gzipped(browser, filesOfPage(browser, "src/options/index.html")),
    };
    for (const [name, size] of Object.entries(sizes)) {
      expect.soft(size, `${name}: nothing found`).toBeGreaterThan(0.1);
      expect.soft(size, `${name}, kB gzip`).toBeLessThanOrEqual(BUDGET_KB[name as keyof typeof BUDGET_KB]);
    }
  });

  it("has content scripts that import nothing and bring no library", () => {
    for (const file of ["content/frame.js", "content/host.js", "content/frax-fill.js"]) {
      const text = read(browser, file).toString("utf8");
      expect(text, file).not.toMatch(
        /\bimport\b\s*[{("'*]|\bexport\b|__vite|preact|webextension-polyfill|browser-polyfill/,
      );
    }
  });

  it("holds no way to the network and no code made of text", () => {
    const breaches = files
      .filter((file) => file.endsWith(".js"))
      .flatMap((file) => {
        const text = read(browser, file).toString("utf8");
        const found = text.match(
          /\bfetch\(|XMLHttpRequest|new WebSocket|EventSource|sendBeacon|new Image\b|\beval\(|new Function\b|https?:\/\/(?!www\.w3\.org)[a-z][^"'`\s]*\.js\b/g,
        );
        return (found ?? []).map((what) => `${file}: ${what}`);
      });
    expect(breaches).toEqual([]);
  });

  it("asks for no site at install, and lets pages reach the sidebar page only", () => {
    const manifest = JSON.parse(read(browser, "manifest.json").toString("utf8")) as Record<string, unknown> & {
      web_accessible_resources?: { resources: string[] }[];
    };
    expect(manifest.host_permissions).toBeUndefined();
    expect(manifest.content_scripts).toBeUndefined();
    const panel = browser === "chrome" ? ["sidePanel"] : [];
    expect(manifest.permissions).toEqual(["storage", "scripting", "activeTab", ...panel]);
    expect(manifest.web_accessible_resources?.flatMap(({ resources }) => resources)).toEqual([
      "src/sidebar/index.html",
    ]);
  });
});
