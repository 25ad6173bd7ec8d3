import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";

/** Runs apt-get with its output on standard error; true when it succeeded. */
function aptGet(sudo: string[], ...args: string[]): boolean {
  const [command = "apt-get", ...rest] = [...sudo, "apt-get", "-o", "DPkg::Lock::Timeout=300", ...args];
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  return spawnSync(command, rest, { stdio: ["ignore", 2, 2], env }).status === 0;
}

/** How this user may install packages: directly, through a sudo that asks nothing, or not at all (null). */
function privilege(): string[] | null {
  if (process.getuid?.() === 0) return [];
  return spawnSync("sudo", ["-n", "true"], { stdio: "ignore" }).status === 0
    ? ["sudo", "-n", "--preserve-env=DEBIAN_FRONTEND"]
    : null;
}

/** Installs a package of Debian or a relative of it, where that may be done without asking anybody. */
export function installDebianPackage(name: string): boolean {
  if (!existsSync("/usr/bin/apt-get")) return false;
  const sudo = privilege();
  if (sudo === null) return false;
  console.error(`Installing ${name} …`);
  aptGet(sudo, "update", "-qq");
  return aptGet(sudo, "install", "-y", "-qq", "--no-install-recommends", name);
}
