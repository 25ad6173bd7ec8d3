import type { CDPSession, Frame, Page } from "playwright-core";
import type { TabSession } from "../../../src/background/tab-session";
import { chromiumExecutable } from "../../../src/commands/browser";
import { type Browser, launch } from "../../../src/commands/launch";
import { watchQuiet } from "../../../src/commands/quiet";
import { contentScriptsReady, framesAtRest, openTab } from "../../../src/commands/tabs";
import { type Unpacked, unpackedFor } from "../../../src/commands/unpacked";
import type { ExtensionAnswers, ExtensionMessage } from "../../../src/messages/extension";
import type { TabView } from "../../../src/messages/view";

export const LOOPBACK = "http://127.0.0.1/*";

/** Chromium with the built extension, allowed on loopback as if the user had allowed the site. */
export async function openOsteon(...hosts: string[]): Promise<Osteon> {
  const unpacked = await unpackedFor("chrome", ...(hosts.length > 0 ? hosts : [LOOPBACK]));
  const browser = await launch({ executable: chromiumExecutable(), extension: unpacked.folder, headless: true });
  await contentScriptsReady(browser.worker());
  return new Osteon(browser, unpacked);
}

export class Osteon {
  constructor(
    readonly browser: Browser,
    readonly unpacked: Unpacked,
  ) {}

  /** Opens an address in a tab of its own and waits until the page and the worker are at rest. */
  async open(address: string): Promise<ChartTab> {
    const { page, id } = await openTab(this.browser.context, this.browser.worker());
    const tab = new ChartTab(this.browser, page, id);
    await page.goto(address);
    await tab.rest();
    return tab;
  }

  /** Stops the worker as the browser does when it is idle; resolves when it is gone. */
  async stopWorker(): Promise<void> {
    const cdp = await this.browser.context.browser()?.newBrowserCDPSession();
    if (!cdp) throw new Error("no connection to the browser");
    const workers = async () => {
      const { targetInfos } = await cdp.send("Target.getTargets");
      return targetInfos.filter(({ type, url }) => type === "service_worker" && url.includes(this.browser.extensionId));
    };
    for (const { targetId } of await workers()) await cdp.send("Target.closeTarget", { targetId });
    while ((await workers()).length > 0) await new Promise((resolve) => setTimeout(resolve, 20));
    await cdp.detach();
  }

  async close(): Promise<void> {
    await this.browser.close();
    this.unpacked.remove();
  }
}

/** Sessions and views are stored as text. */
function held(key: string, value: unknown): unknown {
  return typeof value === "string" && /^(session|view):/.test(key) ? JSON.parse(value) : value;
}

/** A tab with a page in it, as the extension sees it. */
export class ChartTab {
  readonly #settled: (state: () => Promise<string>) => Promise<void>;

  constructor(
    readonly browser: Browser,
    readonly page: Page,
    readonly id: number,
  ) {
    this.#settled = watchQuiet(page, { settle: 120 });
  }

  /** Everything the worker holds in `storage.session`. */
  async stored(): Promise<Record<string, unknown>> {
    const stored: Record<string, unknown> = JSON.parse(await this.#storedText(null));
    return Object.fromEntries(Object.entries(stored).map(([key, value]) => [key, held(key, value)]));
  }

  /** One text is far cheaper to bring over than its objects one by one. */
  #storedText(key: string | null): Promise<string> {
    return this.browser
      .worker()
      .evaluate(async (asked) => JSON.stringify(await chrome.storage.session.get(asked)), key);
  }

  /** Enough to see whether anything of it has changed. */
  #storedDigest(): Promise<string> {
    return this.browser.worker().evaluate(async () => {
      const text = JSON.stringify(await chrome.storage.session.get(null));
      const digest = await crypto.subtle.digest("SHA-1", new TextEncoder().encode(text));
      return String(new Uint8Array(digest));
    });
  }

  async storedAt<T>(key: string): Promise<T | undefined> {
    return held(key, JSON.parse(await this.#storedText(key))[key]) as T | undefined;
  }

  async view(): Promise<TabView | undefined> {
    return this.storedAt<TabView>(`view:${this.id}`);
  }

  async session(): Promise<TabSession | undefined> {
    return this.storedAt<TabSession>(`session:${this.id}`);
  }

  badge(): Promise<string> {
    return this.browser.worker().evaluate((tabId) => chrome.action.getBadgeText({ tabId }), this.id);
  }

  /** Waits until nothing changes any more: page, worker and sidebar. */
  async rest(): Promise<void> {
    await this.#settled(async () => {
      await framesAtRest(this.browser.worker(), this.id);
      return this.#storedDigest();
    });
  }

  async click(selector: string): Promise<void> {
    await this.page.click(selector);
    await this.rest();
  }

  /** The sidebar inside its closed shadow root; undefined while none is shown. */
  sidebar(): Frame | undefined {
    return this.page.frames().find((frame) => frame.url().startsWith("chrome-extension://"));
  }

  /** Asks the worker as the sidebar does. */
  async ask<K extends ExtensionMessage["kind"]>(
    message: Extract<ExtensionMessage, { kind: K }>,
  ): Promise<ExtensionAnswers[K]> {
    const sidebar = this.sidebar();
    if (!sidebar) throw new Error("no sidebar is shown");
    return sidebar.evaluate((asked) => chrome.runtime.sendMessage(asked), message as ExtensionMessage);
  }

  async sidebarText(): Promise<string> {
    // What the worker has stored by now is drawn before the timer's turn comes.
    await this.sidebar()?.evaluate(() => new Promise((resolve) => setTimeout(resolve, 50)));
    return (await this.sidebar()?.locator("body").innerText()) ?? "";
  }

  /** The texts in which something is marked, in all frames, as the page itself can see it. */
  async highlighted(): Promise<string[]> {
    const frames = this.page.frames().filter((frame) => !frame.url().startsWith("chrome-extension:"));
    const texts = await Promise.all(
      frames.map((frame) =>
        frame.evaluate(() =>
          [...CSS.highlights.values()].flatMap((highlight) =>
            [...highlight].map(({ startContainer, startOffset, endContainer, endOffset }) => {
              const range = document.createRange();
              range.setStart(startContainer, startOffset);
              range.setEnd(endContainer, endOffset);
              return range.toString();
            }),
          ),
        ),
      ),
    );
    return texts.flat();
  }

  /** What can be seen in the layers of our own over the page: closed to the page, open to the browser's inspector. */
  async layerText(): Promise<string> {
    return (await this.#inLayers<string>("[...this.children].map((child) => child.innerText).join(' ')")).join(" ");
  }

  /** Where the badge with these words stands in the window; null when none can be seen. */
  async badgeBox(label: RegExp): Promise<Box | null> {
    const boxes = await this.#inLayers<Box | null>(`(() => {
      const badge = [...this.querySelectorAll("[role=note]")].find(({ innerText }) => ${label}.test(innerText));
      if (!badge) return null;
      const { x, y, width, height } = badge.getBoundingClientRect();
      return { x, y, width, height };
    })()`);
    return boxes.find((box) => box !== null) ?? null;
  }

  /** What the keyboard is on in the layers of our own; null where it is not there. */
  async layerFocus(): Promise<string | null> {
    const focused = await this.#inLayers<string | null>("this.activeElement?.textContent ?? null");
    return focused.find((text) => text !== null) ?? null;
  }

  async #inLayers<T>(expression: string): Promise<T[]> {
    const cdp = await this.page.context().newCDPSession(this.page);
    const { root } = await cdp.send("DOM.getDocument", { depth: -1, pierce: true });
    const values: T[] = [];
    for (const backendNodeId of closedRoots(root)) {
      const { object } = await cdp.send("DOM.resolveNode", { backendNodeId });
      const { result } = await cdp.send("Runtime.callFunctionOn", {
        functionDeclaration: `function () { return ${expression}; }`,
        returnByValue: true,
        ...(object.objectId && { objectId: object.objectId }),
      });
      values.push(result.value as T);
    }
    await cdp.detach();
    return values;
  }

  /** The names of everything with this role, as assistive technology is told, in closed roots too. */
  async accessible(role: string): Promise<string[]> {
    const cdp = await this.page.context().newCDPSession(this.page);
    const { nodes } = await cdp.send("Accessibility.getFullAXTree");
    await cdp.detach();
    return nodes.filter((node) => node.role?.value === role).map(({ name }) => String(name?.value));
  }

  /** Evaluates in the world of the content scripts of the top frame. */
  async inContentWorld(expression: string): Promise<unknown> {
    const cdp = await this.page.context().newCDPSession(this.page);
    try {
      const contextId = await contentWorld(cdp, this.browser.extensionId);
      const { result, exceptionDetails } = await cdp.send("Runtime.evaluate", {
        expression,
        contextId,
        awaitPromise: true,
        returnByValue: true,
      });
      if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
      return result.value;
    } finally {
      await cdp.detach();
    }
  }
}

interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

interface InspectedNode {
  backendNodeId: number;
  shadowRootType?: string;
  children?: InspectedNode[];
  shadowRoots?: InspectedNode[];
  contentDocument?: InspectedNode;
}

function closedRoots({ children = [], shadowRoots = [], contentDocument }: InspectedNode): number[] {
  const closed = shadowRoots.filter(({ shadowRootType }) => shadowRootType === "closed");
  return [
    ...closed.map(({ backendNodeId }) => backendNodeId),
    ...[...children, ...(contentDocument ? [contentDocument] : [])].flatMap(closedRoots),
  ];
}

async function contentWorld(cdp: CDPSession, extensionId: string): Promise<number> {
  const { frameTree } = await cdp.send("Page.getFrameTree");
  const found = new Promise<number>((resolve) => {
    cdp.on("Runtime.executionContextCreated", ({ context }) => {
      const { frameId } = (context.auxData ?? {}) as { frameId?: string };
      if (context.origin.includes(extensionId) && frameId === frameTree.frame.id) resolve(context.id);
    });
  });
  await cdp.send("Runtime.enable");
  return found;
}
