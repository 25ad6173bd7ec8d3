import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { build } from "vite";
import { ROOT } from "./build";

const MEASURE = "src/commands/bench-rules/measure.ts";

/** `npm run bench:rules -- FILE...`: the rules as they ship, in one file, over the cases of files. */
export async function main(files: readonly string[]): Promise<number> {
  if (files.length === 0 || !files.every((file) => existsSync(file))) {
    console.error("usage: npm run --silent bench:rules -- FILE...");
    return 2;
  }
  const outDir = await mkdtemp(path.join(tmpdir(), "osteon-bench-"));
  try {
    await build({
      root: ROOT,
      configFile: false,
      logLevel: "error",
      ssr: { noExternal: true },
      build: { ssr: MEASURE, outDir, rolldownOptions: { output: { entryFileNames: "measure.mjs" } } },
    });
    return spawnSync(process.execPath, [path.join(outDir, "measure.mjs"), ...files], { stdio: "inherit" }).status ?? 1;
  } finally {
    await rm(outDir, { recursive: true });
  }
}
