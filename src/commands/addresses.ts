import { statSync } from "node:fs";
import path from "node:path";
import { filesOf, type Site, serve } from "./serve";

/** Turns targets of the command line into addresses: files are served from their own folders, so that frames load. */
export class Addresses {
  #sites = new Map<string, Promise<Site>>();

  async of(target: string): Promise<string> {
    if (/^https?:\/\//i.test(target)) return new URL(target).href;
    const { file, rest } = fileOf(target);
    const folder = path.dirname(file);
    const site = this.#sites.get(folder) ?? serve(filesOf(folder));
    this.#sites.set(folder, site);
    return `${(await site).origin}/${encodeURIComponent(path.basename(file))}${rest}`;
  }

  async close(): Promise<void> {
    await Promise.all([...this.#sites.values()].map(async (site) => (await site).close()));
  }
}

/** A path, and the query or fragment that follows it: `chart.html#after`. */
function fileOf(target: string): { file: string; rest: string } {
  const isFile = (file: string) => statSync(file, { throwIfNoEntry: false })?.isFile() === true;
  if (isFile(target)) return { file: path.resolve(target), rest: "" };
  const at = target.search(/[?#]/);
  const file = target.slice(0, at);
  if (at < 0 || !isFile(file)) throw new Error("there is no such file");
  return { file: path.resolve(file), rest: target.slice(at) };
}
