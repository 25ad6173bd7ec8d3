import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { type Target, withBuilt } from "./build";

export interface Unpacked {
  folder: string;
  remove(): void;
}

/**
 * The built extension in a folder of its own, allowed on `hosts` from the start. The code is what ships; only the copy's
 * manifest names the hosts, because the released one asks for each site when the user allows it.
 */
export function unpackedFor(target: Target, ...hosts: string[]): Promise<Unpacked> {
  return withBuilt(target, (built) => {
    const folder = mkdtempSync(path.join(tmpdir(), "osteon-unpacked-"));
    cpSync(built, folder, { recursive: true });
    const file = path.join(folder, "manifest.json");
    const manifest = JSON.parse(readFileSync(file, "utf8")) as Record<string, unknown>;
    if (hosts.length > 0) writeFileSync(file, JSON.stringify({ ...manifest, host_permissions: hosts }));
    return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
  });
}
