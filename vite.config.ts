import { crx, type ManifestV3Export } from "@crxjs/vite-plugin";
import { build, defineConfig, type Plugin } from "vite";
import type { ViteUserConfig } from "vitest/config";
import manifest from "./manifest.json" with { type: "json" };
import { packTerms } from "./src/terminology/pack-terms.ts";
import { TERMS } from "./src/terminology/terms.ts";

type Browser = "chrome" | "firefox";

/** The list of words that anchor reading, made from src/terminology at build time so that content/ imports none of it. */
function terms(): Plugin {
  const name = "virtual:osteon-terms";
  return {
    name: "osteon-terms",
    resolveId: (id) => (id === name ? `\0${name}` : null),
    load: (id) => (id === `\0${name}` ? `export default ${JSON.stringify(packTerms(TERMS))};` : null),
  };
}

/** Builds each content script to one self-contained file: nothing to import means nothing for a page's policy to refuse. */
function contentScripts(): Plugin {
  return {
    name: "osteon-content-scripts",
    apply: "build",
    async generateBundle() {
      for (const script of ["frame", "host", "frax-fill"]) {
        const result = await build({
          configFile: false,
          logLevel: "warn",
          publicDir: false,
          plugins: [terms()],
          build: {
            write: false,
            target: "es2022",
            modulePreload: false,
            rolldownOptions: { input: `content/${script}.ts`, output: { format: "iife" } },
          },
        });
        const output = [result].flat().flatMap((part) => ("output" in part ? part.output : []));
        const [chunk, ...more] = output;
        if (chunk?.type !== "chunk" || more.length > 0)
          throw new Error(`content/${script}.ts does not build to one file`);
        this.emitFile({ type: "asset", fileName: `content/${script}.js`, source: chunk.code });
      }
    },
  };
}

/** One manifest.json, two browsers: Firefox has an event page for a service worker, and a sidebar for a side panel. */
function manifestFor(browser: Browser): ManifestV3Export {
  const { background, minimum_chrome_version, browser_specific_settings, side_panel, sidebar_action, ...common } =
    manifest;
  const permissions = common.permissions.filter((name) => name !== "sidePanel");
  const made =
    browser === "chrome"
      ? { ...common, background, minimum_chrome_version, side_panel }
      : {
          ...common,
          permissions,
          background: { scripts: [background.service_worker], type: "module" },
          sidebar_action,
          browser_specific_settings,
        };
  return made as unknown as ManifestV3Export;
}

const IN_A_BROWSER = {
  environment: "node",
  testTimeout: 60_000,
  hookTimeout: 120_000,
  // Every file opens a browser of its own; what they import is the same.
  isolate: false,
  expect: { poll: { timeout: 15_000, interval: 150 } },
} as const;
/** They put parts of their own in the place of modules, each file for itself. */
const MOCKED = ["ui", "popup", "sidebar", "background", "commands"].map((room) => `test/${room}/**/*.test.{ts,tsx}`);
/** Compares what goes over the wire in two runs: it has the machine to itself. */
const UNSHARED = ["test/browser/network.test.ts"];

export default defineConfig(({ command, mode }) => {
  const browser: Browser = mode === "firefox" ? "firefox" : "chrome";
  const building = command === "build" && !process.env.VITEST;
  const test: ViteUserConfig["test"] = {
    projects: [
      {
        extends: true,
        test: {
          name: "unit",
          include: ["test/**/*.test.{ts,tsx}"],
          exclude: ["test/browser/**", ...MOCKED],
          environment: "node",
          maxWorkers: 2,
          isolate: false,
        },
      },
      {
        extends: true,
        test: { name: "unit-mocked", include: MOCKED, environment: "node", maxWorkers: 2 },
      },
      {
        extends: true,
        test: {
          name: "browser",
          include: ["test/browser/**/*.test.ts"],
          exclude: UNSHARED,
          maxWorkers: 3,
          sequence: { groupOrder: 1 },
          ...IN_A_BROWSER,
        },
      },
      {
        extends: true,
        test: {
          name: "browser-alone",
          include: UNSHARED,
          fileParallelism: false,
          sequence: { groupOrder: 2 },
          ...IN_A_BROWSER,
        },
      },
    ],
  };
  return {
    plugins: building ? [contentScripts(), crx({ manifest: manifestFor(browser), browser })] : [terms()],
    build: {
      outDir: `dist/${browser}`,
      emptyOutDir: true,
      target: "es2022",
      modulePreload: { polyfill: false },
      rolldownOptions: {
        input: ["src/sidebar/index.html", "src/options/index.html", "src/options/welcome.html"],
        // What the pages share comes in one file, but for what the worker has too: each file more delays the first word.
        output: {
          codeSplitting: {
            groups: [
              {
                name: "messages",
                test: /\/webextension-polyfill\/|\/src\/messages\/(?!parse)|\/frax-models\.ts$/,
                priority: 1,
              },
              { name: "pages", test: /\/src\/(ui|export)\/|\/preact\// },
            ],
          },
        },
      },
    },
    test,
  };
});
