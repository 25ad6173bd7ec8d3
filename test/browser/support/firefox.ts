import puppeteer, { type Browser, type ElementHandle, type Frame, type Page } from "puppeteer-core";
import { expect, vi } from "vitest";
import { firefoxExecutable } from "../../../src/commands/firefox";
import { type Unpacked, unpackedFor } from "../../../src/commands/unpacked";

const found = process.env.OSTEON_NO_FIREFOX ? { missing: process.env.OSTEON_NO_FIREFOX } : firefoxExecutable();
/** Why there is no Firefox to test in; null where there is one. */
export const NO_FIREFOX = "missing" in found ? found.missing : null;

const ID = "osteon@osteon.example";
/** Fixed, so that the extension's own pages have a known address. */
const UUID = "6e1d1c1e-0000-4000-8000-000000000001";
/** How many content scripts are registered for the sites that are allowed. */
const SCRIPTS = "browser.scripting.getRegisteredContentScripts().then(({ length }) => length)";
/** Whether the event page is stopped: then nothing of it is in view. */
const STOPPED = "browser.extension.getViews().every(({ location }) => !location.pathname.includes('background'))";

/** Firefox with the built extension, allowed on `hosts` as if the user had allowed the sites. */
export async function openFirefox(hosts: string[], prefs: Record<string, unknown> = {}): Promise<OsteonInFirefox> {
  if ("missing" in found) throw new Error(found.missing);
  const unpacked = await unpackedFor("firefox", ...hosts);
  const browser = await puppeteer.launch({
    browser: "firefox",
    executablePath: found.executable,
    headless: true,
    acceptInsecureCerts: true,
    args: ["--remote-allow-system-access"],
    extraPrefsFirefox: { "extensions.webextensions.uuids": JSON.stringify({ [ID]: UUID }), ...prefs },
  });
  await browser.installExtension(unpacked.folder);
  const own = await browser.newPage();
  // Firefox loads the page but never says so to the one who asked.
  void own.goto(`moz-extension://${UUID}/src/options/index.html`).catch(() => undefined);
  const opened = new OsteonInFirefox(browser, own, unpacked);
  await opened.ready();
  return opened;
}

export class OsteonInFirefox {
  constructor(
    readonly browser: Browser,
    /** One of the extension's own pages, to ask what the event page holds. */
    readonly own: Page,
    readonly unpacked: Unpacked,
  ) {}

  async ready(): Promise<void> {
    await vi.waitFor(async () => expect(await this.own.evaluate("typeof browser")).toBe("object"), { timeout: 20_000 });
    await vi.waitFor(async () => expect(await this.own.evaluate(SCRIPTS)).toBe(1), { timeout: 20_000 });
  }

  /** Everything in `storage.session`. */
  async stored(): Promise<Record<string, unknown>> {
    return (await this.own.evaluate("browser.storage.session.get(null)")) as Record<string, unknown>;
  }

  async eventPageStopped(): Promise<void> {
    await vi.waitFor(async () => expect(await this.own.evaluate(STOPPED)).toBe(true), { timeout: 20_000 });
  }

  async close(): Promise<void> {
    await this.browser.close();
    this.unpacked.remove();
  }
}

/** The sidebar's frame in a page, which Firefox lists without its address. */
export async function sidebarIn(page: Page): Promise<Frame> {
  for (const frame of page.frames()) if ((await frame.evaluate("location.protocol")) === "moz-extension:") return frame;
  throw new Error("no sidebar stands in the page");
}

export async function sidebarText(page: Page): Promise<string> {
  return (await (await sidebarIn(page)).evaluate("document.body.innerText")) as string;
}

/** A click on a button that is just being drawn anew does nothing: then a user clicks again. */
export async function clickInSidebar(page: Page, selector: string): Promise<void> {
  const button: ElementHandle | null = await (await sidebarIn(page)).$(selector);
  await button?.click().catch(() => undefined);
}
