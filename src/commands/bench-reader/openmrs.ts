import { spawn } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { createInterface } from "node:readline";
import type { Truth } from "./score";

export interface ServedPage {
  target: string;
  clicks: string[];
  truth: Truth;
}

/** The real OpenMRS 3 front end, where the kit that serves it lies beside the checkout; else why it is not served. */
export async function openMrs(kit: string): Promise<{ pages: ServedPage[]; close(): void } | string> {
  const file = path.join(kit, "openmrs/serve.mjs");
  if (!existsSync(file)) return "the kit that serves it is not beside this checkout";
  const folder = path.join(tmpdir(), "osteon-openmrs");
  const server = spawn(process.execPath, [file, "--dir", folder, "--port", "0", "--list"], {
    stdio: ["ignore", "pipe", "ignore"],
  });
  for await (const line of createInterface(server.stdout)) {
    if (!line.startsWith("[")) continue;
    const screens = JSON.parse(line) as { url: string; click: string[]; truth: string }[];
    const pages = screens.flatMap(({ url, click, truth }): ServedPage[] => {
      const told = path.join(kit, "openmrs", truth);
      if (!existsSync(told)) return [];
      return [{ target: url, clicks: click, truth: { ...JSON.parse(readFileSync(told, "utf8")), target: url } }];
    });
    return { pages, close: () => void server.kill() };
  }
  return "the kit's server did not start";
}
