import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { chromiumExecutable } from "./browser";
import { ROOT, withBuilt } from "./build";
import { firefoxExecutable } from "./firefox";

interface Count {
  passed: number;
  failed: number;
  skipped: number;
}

/** What vitest writes, as far as it is counted. */
interface VitestReport {
  numPassedTests: number;
  numFailedTests: number;
  numPendingTests: number;
  numTodoTests: number;
}

const NOTHING: Count = { passed: 0, failed: 0, skipped: 0 };

/** Runs a program of node_modules with its output on ours; true when it succeeded. */
function run(program: string, args: string[], env: NodeJS.ProcessEnv = {}): Promise<boolean> {
  const file = path.join(ROOT, "node_modules", program);
  const child = spawn(process.execPath, [file, ...args], {
    cwd: ROOT,
    env: { ...process.env, ...env },
    stdio: ["ignore", "inherit", "inherit"],
  });
  return new Promise((resolve) => child.on("close", (code) => resolve(code === 0)));
}

/** A step that is no test: nothing when it is well, one failure when it is not. */
async function step(name: string, work: () => Promise<boolean>): Promise<Count> {
  console.error(`\n— ${name}`);
  const well = await work().catch((error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    return false;
  });
  if (!well) console.error(`${name} failed`);
  return { ...NOTHING, failed: well ? 0 : 1 };
}

async function vitest(project: string, env: NodeJS.ProcessEnv, filters: readonly string[]): Promise<Count> {
  console.error(`\n— ${project.replace("*", "")} tests`);
  const folder = mkdtempSync(path.join(tmpdir(), "osteon-test-"));
  const report = path.join(folder, "report.json");
  const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${report}`];
  const well = await run("vitest/vitest.mjs", ["run", "--project", project, ...reporters, ...filters], env);
  try {
    const counted = JSON.parse(readFileSync(report, "utf8")) as VitestReport;
    const count = {
      passed: counted.numPassedTests,
      failed: counted.numFailedTests,
      skipped: counted.numPendingTests + counted.numTodoTests,
    };
    // A file that does not even load has no failed test, yet the run has failed.
    return well || count.failed > 0 ? count : { ...count, failed: 1 };
  } catch {
    return { ...NOTHING, failed: 1 };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The browsers, found once for all tests; the tests read them from the environment. */
function browsers(): NodeJS.ProcessEnv {
  const firefox = firefoxExecutable();
  return {
    OSTEON_BROWSER: chromiumExecutable(),
    ...("executable" in firefox ? { OSTEON_FIREFOX: firefox.executable } : { OSTEON_NO_FIREFOX: firefox.missing }),
  };
}

function sum(counts: Count[]): Count {
  return counts.reduce((all, one) => ({
    passed: all.passed + one.passed,
    failed: all.failed + one.failed,
    skipped: all.skipped + one.skipped,
  }));
}

/** Builds, lints, type-checks and runs every test; arguments narrow the tests down as vitest's own do. */
export async function main(argv: readonly string[]): Promise<number> {
  const env = browsers();
  const counts = [
    await step("build", async () => {
      await withBuilt("chrome", () => undefined);
      await withBuilt("firefox", () => undefined);
      return true;
    }),
    ...(await Promise.all([
      step("lint", () => run("@biomejs/biome/bin/biome", ["check", "."])),
      step("types", () => run("typescript/bin/tsc", ["--noEmit"])),
    ])),
    await vitest("unit*", env, argv),
    await vitest("browser*", env, argv),
  ];
  const { passed, failed, skipped } = sum(counts);
  console.log(`\n${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ""}`);
  return failed === 0 ? 0 : 1;
}
