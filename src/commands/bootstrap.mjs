/**
 * Runs `src/commands/<name>.ts` on a machine that has only Node: installs the dependencies when they are missing or
 * out of date, then hands the TypeScript command to Vite, which is one of them. Speaks on standard error only,
 * so that a command's standard output is its own.
 */
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "../..");

/** Node 20.19 is the first on which Vite runs. */
function nodeIsNewEnough() {
  const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
  return major >= 23 || (major === 22 && minor >= 12) || (major === 20 && minor >= 19);
}

function lockedPackages(file) {
  return existsSync(file) ? JSON.parse(readFileSync(file, "utf8")).packages : {};
}

/** npm leaves a record of what it installed; it has to say what package-lock.json says. */
function dependenciesAreCurrent() {
  const installed = lockedPackages(path.join(root, "node_modules/.package-lock.json"));
  return Object.entries(lockedPackages(path.join(root, "package-lock.json"))).every(
    ([place, wanted]) =>
      place === "" || (installed[place] ? installed[place].version === wanted.version : wanted.optional),
  );
}

function installDependencies() {
  console.error("Installing dependencies (about a minute) …");
  const arguments_ = ["ci", "--include=dev", "--no-audit", "--no-fund"];
  const npm = process.env.npm_execpath;
  const [command, args] = npm?.endsWith("js") ? [process.execPath, [npm, ...arguments_]] : ["npm", arguments_];
  const { status } = spawnSync(command, args, {
    cwd: root,
    stdio: ["ignore", 2, 2],
    shell: process.platform === "win32" && command === "npm",
  });
  return status === 0;
}

async function run([name, ...argv]) {
  const command = path.join(root, "src/commands", `${name}.ts`);
  if (!name || !existsSync(command)) {
    console.error(`There is no command ${name ?? ""}.`);
    return 2;
  }
  if (!nodeIsNewEnough()) {
    console.error(`Node 20.19 or newer (20, 22 or later) is needed; this is ${process.versions.node}.`);
    return 1;
  }
  if (!dependenciesAreCurrent() && !installDependencies()) {
    console.error("npm ci failed; see its messages above.");
    return 1;
  }
  const { runnerImport } = await import("vite");
  const { module } = await runnerImport(command, { root, configFile: false, logLevel: "error" });
  return module.main(argv).catch((error) => {
    // Written for the user (src/commands/cannot-run.ts); anything else is a defect and shows where it happened.
    if (error?.name !== "CannotRun") throw error;
    console.error(error.message);
    return 1;
  });
}

process.exitCode = await run(process.argv.slice(2));
