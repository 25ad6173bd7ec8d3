import { execFileSync } from "node:child_process";
import { installDebianPackage } from "./apt";
import { isExecutable, onPath } from "./executable";

/** `strict_min_version` of the manifest. */
const OLDEST = 140;

function find(): string | null {
  const places = ["/Applications/Firefox.app/Contents/MacOS/firefox", "C:/Program Files/Mozilla Firefox/firefox.exe"];
  return onPath("firefox-esr", "firefox") ?? places.find(isExecutable) ?? null;
}

export type FirefoxAnswer = { executable: string } | { missing: string };

/** A Firefox new enough for the extension, found or installed; else why there is none. */
export function firefoxExecutable(): FirefoxAnswer {
  const chosen = process.env.OSTEON_FIREFOX;
  const executable = chosen ?? find() ?? (installDebianPackage("firefox-esr") ? find() : null);
  if (!executable || !isExecutable(executable)) return { missing: "no Firefox found, and none could be installed" };
  const version = Number(execFileSync(executable, ["--version"], { encoding: "utf8" }).match(/(\d+)\./)?.[1]);
  return version >= OLDEST ? { executable } : { missing: `Firefox ${version} is older than ${OLDEST}` };
}
