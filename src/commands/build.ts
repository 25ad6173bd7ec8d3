import { spawnSync } from "node:child_process";
import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { CannotRun } from "./cannot-run";

export const ROOT = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "../..");

export type Target = "chrome" | "firefox";

/** What the build reads; the commands and the tests are no part of it. */
const SOURCES = ["content", "popup", "public", "src", "manifest.json", "package-lock.json", "vite.config.ts"];
const COMMANDS = path.join(ROOT, "src/commands");

function newestChange(file: string): number {
  const stats = statSync(file, { throwIfNoEntry: false });
  if (!stats || file === COMMANDS) return 0;
  if (!stats.isDirectory()) return stats.mtimeMs;
  return Math.max(stats.mtimeMs, ...readdirSync(file).map((name) => newestChange(path.join(file, name))));
}

function folderOf(target: Target): string {
  return path.join(ROOT, "dist", target);
}

function isCurrent(target: Target): boolean {
  const built = statSync(path.join(folderOf(target), "manifest.json"), { throwIfNoEntry: false });
  return built !== undefined && built.mtimeMs > Math.max(...SOURCES.map((name) => newestChange(path.join(ROOT, name))));
}

function build(target: Target) {
  console.error(`Building dist/${target} …`);
  const started = new Date();
  const { VITEST: _, ...env } = process.env;
  const vite = path.join(ROOT, "node_modules/vite/bin/vite.js");
  const args = [vite, "build", "--mode", target, "--logLevel", "warn"];
  const { status } = spawnSync(process.execPath, args, { cwd: ROOT, env, stdio: ["ignore", 2, 2] });
  if (status !== 0) throw new CannotRun(`The build of dist/${target} failed; see its messages above.`);
  // What changed while it was built counts as newer.
  utimesSync(path.join(folderOf(target), "manifest.json"), started, started);
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}

/** Two commands at once must not build into the same folder, nor copy what the other has half written. */
async function alone<T>(work: () => T): Promise<T> {
  const lock = path.join(ROOT, "node_modules/.osteon-build");
  for (;;) {
    try {
      mkdirSync(path.dirname(lock), { recursive: true });
      writeFileSync(lock, String(process.pid), { flag: "wx" });
      break;
    } catch {
      const holder = Number(statSync(lock, { throwIfNoEntry: false }) ? readFileSync(lock, "utf8") : "") || process.pid;
      if (holder !== process.pid && !isRunning(holder)) rmSync(lock, { force: true });
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
  try {
    return work();
  } finally {
    rmSync(lock, { force: true });
  }
}

/** Builds the extension when it is older than its sources, and hands its folder to `use` before anybody builds again. */
export function withBuilt<T>(target: Target, use: (folder: string) => T): Promise<T> {
  return alone(() => {
    if (!isCurrent(target)) build(target);
    return use(folderOf(target));
  });
}
