/**
 * Stryker's test runner for the pure rooms: loads their tests once and runs them again in this process for each change.
 * Starting the tests anew, as Stryker's own runner for Vitest does, costs seconds for each of thousands of changes;
 * code without state of its own does not need it. The room is named by OSTEON_MUTATED_ROOM.
 */
import { readdirSync } from "node:fs";
import path from "node:path";
import { collectTests } from "@vitest/runner";
import { createServer, createServerModuleRunner } from "vite";
import { TestRunner } from "vitest";

/** A room is held by its own tests; terminology also by those of the chart, its nearest reader. */
const TESTS = { terminology: ["terminology", "chart"] };

/** Random inputs make a change's fate random too. */
const RANDOM = "properties.test.ts";

const testsOf = (room) =>
  readdirSync(`test/${room}`, { recursive: true })
    .filter((name) => name.endsWith(".test.ts") && name !== RANDOM)
    .map((name) => path.resolve("test", room, name));

/** Stryker's changed code looks here: which change is active, what is run by which test. */
globalThis.__stryker__ ??= {};

const Kept = globalThis.WeakMap;
/** What modules remember of what they worked out: forgotten before each change, which may lie in the working out. */
class Memory {
  static forgotten = 0;
  #as = -1;
  #kept = new Kept();

  #now() {
    if (this.#as !== Memory.forgotten) [this.#as, this.#kept] = [Memory.forgotten, new Kept()];
    return this.#kept;
  }
  get = (key) => this.#now().get(key);
  has = (key) => this.#now().has(key);
  set = (key, value) => this.#now().set(key, value);
  delete = (key) => this.#now().delete(key);
}

class LoadedTests {
  static inject = [];
  #state = globalThis.__stryker__;
  #server;
  #tests = new Map();
  /** How often a test noticed a change of a file: those that did are asked first about the next one. */
  #noticed = new Map();

  /** What counts only while modules load is not changed (ignoreStatic), so that nothing has to be loaded again. */
  capabilities() {
    return { reloadEnvironment: true };
  }

  async init() {
    this.#server = await createServer({
      configFile: false,
      logLevel: "error",
      server: { middlewareMode: true, watch: null, ws: false },
      optimizeDeps: { noDiscovery: true },
    });
    const modules = createServerModuleRunner(this.#server.environments.ssr, { hmr: false });
    const room = process.env.OSTEON_MUTATED_ROOM;
    const files = (TESTS[room] ?? [room]).flatMap(testsOf);
    const config = { root: process.cwd(), setupFiles: [], sequence: {}, tags: [], testTimeout: 0, hookTimeout: 0 };
    globalThis.WeakMap = Memory;
    const collected = await collectTests(files.sort(), { config, importFile: (file) => modules.import(file) });
    globalThis.WeakMap = Kept;
    for (const file of collected) {
      const error = file.result?.errors?.[0];
      if (error) throw new Error(`${file.filepath}: ${error.message}`);
      this.#collect(file);
    }
  }

  #collect(task) {
    if (task.type === "suite") for (const each of task.tasks) this.#collect(each);
    else if (task.mode === "run") this.#tests.set(task.id, { task, run: TestRunner.getTestFn(task), milliseconds: 0 });
  }

  async dryRun() {
    const tests = [];
    for (const [id, test] of this.#tests) {
      this.#state.currentTestId = id;
      Memory.forgotten++;
      const failed = await failure(test);
      const { fullName: name, file } = test.task;
      const result = { id, name, fileName: file.filepath, timeSpentMs: test.milliseconds };
      tests.push(failed ? { ...result, status: 1, failureMessage: failed } : { ...result, status: 0 });
    }
    this.#state.currentTestId = undefined;
    return { status: "complete", tests, mutantCoverage: this.#state.mutantCoverage };
  }

  async mutantRun({ activeMutant, testFilter, hitLimit }) {
    const noticed = this.#noticedIn(activeMutant.fileName);
    const ids = [...(testFilter ?? this.#tests.keys())].sort(
      (a, b) =>
        (noticed.get(b) ?? 0) - (noticed.get(a) ?? 0) ||
        this.#tests.get(a).milliseconds - this.#tests.get(b).milliseconds,
    );
    Memory.forgotten++;
    Object.assign(this.#state, { activeMutant: activeMutant.id, hitCount: 0, hitLimit });
    try {
      for (const [at, id] of ids.entries()) {
        const failed = await failure(this.#tests.get(id));
        if (this.#state.hitCount > hitLimit) return { status: "timeout", reason: "the change does not come to an end" };
        if (!failed) continue;
        noticed.set(id, (noticed.get(id) ?? 0) + 1);
        return { status: "killed", killedBy: [id], failureMessage: failed, nrOfTests: at + 1 };
      }
      return { status: "survived", nrOfTests: ids.length };
    } finally {
      this.#state.activeMutant = undefined;
    }
  }

  #noticedIn(file) {
    const noticed = this.#noticed.get(file) ?? new Map();
    this.#noticed.set(file, noticed);
    return noticed;
  }

  async dispose() {
    await this.#server?.close();
  }
}

/** What a test says when it fails, null when it does not. */
async function failure(test) {
  const started = performance.now();
  try {
    await test.run();
    return null;
  } catch (error) {
    return String(error?.message ?? error) || "failed";
  } finally {
    test.milliseconds ||= performance.now() - started;
  }
}

export const strykerPlugins = [{ kind: "TestRunner", name: "loaded-tests", injectableClass: LoadedTests }];
