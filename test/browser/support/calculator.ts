import { createServer } from "node:https";
import type { AddressInfo } from "node:net";
import type { Frame, Page } from "playwright-core";
import { chromiumExecutable } from "../../../src/commands/browser";
import { launch } from "../../../src/commands/launch";
import { contentScriptsReady } from "../../../src/commands/tabs";
import { unpackedFor } from "../../../src/commands/unpacked";
import { CALCULATORS } from "../../../src/sources/frax-models";
import { type FraxplusLook, fraxplusPage } from "../../pages/frax-fraxplus";
import { type SheffieldLook, sheffieldPage } from "../../pages/frax-sheffield";
import { selfSigned } from "./certificate";
import { type ChartTab, LOOPBACK, Osteon } from "./osteon";

/** How the re-created pages look and behave; changed by each test. */
export interface CalculatorLooks {
  fraxplus: FraxplusLook;
  sheffield: Omit<SheffieldLook, "sent">;
}

/** Invented figures: nothing here computes FRAX. */
export const FIGURES = { mof: "13", hip: "2.7" };

export const asKnown = (): CalculatorLooks => ({
  fraxplus: { build: "2025", figures: FIGURES },
  sheffield: { prefix: "ctl00_", figures: FIGURES },
});

export interface Calculators {
  port: number;
  /** Every request: method, address, what was sent. */
  requests: { method: string; url: string; body: string }[];
  close(): void;
}

/** Our own pages under the calculators' addresses, on loopback. */
export async function serveCalculators(looks: CalculatorLooks): Promise<Calculators> {
  const requests: Calculators["requests"] = [];
  const server = createServer(selfSigned(), async (request, response) => {
    const parts: Buffer[] = [];
    for await (const part of request) parts.push(part as Buffer);
    const body = Buffer.concat(parts).toString("utf8");
    const url = new URL(request.url ?? "/", `https://${request.headers.host}`);
    requests.push({ method: request.method ?? "", url: url.href, body });
    const sent = request.method === "POST" ? new URLSearchParams(body) : null;
    const page =
      url.hostname === "www.fraxplus.org"
        ? fraxplusPage(looks.fraxplus, url.searchParams.get("country"))
        : sheffieldPage({ ...looks.sheffield, sent });
    response.writeHead(200, { "content-type": "text/html; charset=utf-8", "cache-control": "no-store" }).end(page);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    port: (server.address() as AddressInfo).port,
    requests,
    close() {
      server.close();
      server.closeAllConnections();
    },
  };
}

/**
 * The built extension, allowed on loopback and on the calculators' sites as if the user had just allowed them. The
 * browser finds those sites on loopback and no other: the extension itself knows nothing of the test.
 */
export async function openWithCalculators({ port }: Calculators): Promise<Osteon> {
  const hosts = Object.values(CALCULATORS).flatMap(({ origins }) => origins);
  const unpacked = await unpackedFor("chrome", LOOPBACK, ...hosts);
  const browser = await launch({
    executable: chromiumExecutable(),
    extension: unpacked.folder,
    headless: true,
    arguments: [
      `--host-resolver-rules=MAP www.fraxplus.org 127.0.0.1:${port},MAP frax.shef.ac.uk 127.0.0.1:${port},MAP www.sheffield.ac.uk ~NOTFOUND,MAP fraxplus.org ~NOTFOUND`,
      "--ignore-certificate-errors",
    ],
  });
  await contentScriptsReady(browser.worker());
  return new Osteon(browser, unpacked);
}

/** The sidebar's part of the official calculator, opened. */
export async function officialPart(tab: ChartTab): Promise<Frame> {
  const frame = tab.sidebar();
  if (frame === undefined) throw new Error(`no sidebar is shown: ${JSON.stringify(await tab.view()).slice(0, 200)}`);
  await frame.locator(".official-frax > details").evaluate((details: HTMLDetailsElement) => {
    details.open = true;
  });
  return frame;
}

/** Chooses the page and the US (Caucasian) model and presses the button; gives the calculator's tab. */
export async function fillIn(tab: ChartTab, calculator: "fraxplus" | "sheffield"): Promise<Page> {
  const part = await officialPart(tab);
  await part.locator(".official-frax select").nth(0).selectOption("9");
  await part.locator(".official-frax select").nth(1).selectOption(calculator);
  const opened = tab.page.context().waitForEvent("page");
  await part.locator(".official-frax .primary", { hasText: "Fill in" }).click();
  return opened;
}
