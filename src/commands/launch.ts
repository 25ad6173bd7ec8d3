import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { type BrowserContext, chromium, type Worker } from "playwright-core";

export interface LaunchOptions {
  executable: string;
  /** Folder of the unpacked extension. */
  extension: string;
  headless: boolean;
  /** Size of the page; null leaves it to the window. */
  viewport?: { width: number; height: number } | null;
  /** Profile to open and to keep; without it a new one is made and thrown away. */
  profile?: string;
  arguments?: string[];
}

export interface Browser {
  context: BrowserContext;
  extensionId: string;
  /** The extension's worker; after it was stopped, the one that was started in its place. */
  worker(): Worker;
  close(): Promise<void>;
}

const QUIET = [
  "--disable-quic",
  "--no-first-run",
  "--no-default-browser-check",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--disable-search-engine-choice-screen",
];

/** Opens Chromium with the extension in a profile of its own. */
export async function launch(options: LaunchOptions): Promise<Browser> {
  const { executable, extension, headless, viewport = { width: 1440, height: 900 } } = options;
  const profile = options.profile ?? mkdtempSync(path.join(tmpdir(), "osteon-profile-"));
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: executable,
    headless,
    viewport,
    chromiumSandbox: process.platform !== "linux" || process.getuid?.() !== 0,
    handleSIGINT: false,
    args: [
      `--disable-extensions-except=${extension}`,
      `--load-extension=${extension}`,
      ...QUIET,
      ...(options.arguments ?? []),
    ],
  });
  const isOurs = (worker: Worker) => worker.url().startsWith("chrome-extension://");
  const first =
    context.serviceWorkers().find(isOurs) ?? (await context.waitForEvent("serviceworker", { predicate: isOurs }));
  return {
    context,
    extensionId: new URL(first.url()).host,
    worker: () => context.serviceWorkers().filter(isOurs).at(-1) ?? first,
    async close() {
      await context.close();
      if (options.profile === undefined) rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}
