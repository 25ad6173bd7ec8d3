import { execFileSync } from "node:child_process";
import { homedir } from "node:os";
import path from "node:path";
import { installDebianPackage } from "./apt";
import { CannotRun } from "./cannot-run";
import { isExecutable, onPath, versionedFolders } from "./executable";

/** Since this version Google's own Chrome refuses to load an unpacked extension from the command line. */
const FIRST_CHROME_THAT_REFUSES = 137;

const NAMES = ["chromium", "chromium-browser", "chrome-for-testing", "ungoogled-chromium"];
const OTHER_NAMES = ["microsoft-edge", "microsoft-edge-stable", "brave-browser", "vivaldi"];
const CHROME_NAMES = ["google-chrome", "google-chrome-stable", "chrome"];

/** Where browsers are kept that are not on the PATH; those without Google's restriction first. */
function usualPlaces(): string[] {
  if (process.platform === "darwin") {
    const applications = ["/Applications", path.join(homedir(), "Applications")];
    const names = ["Chromium", "Google Chrome for Testing", "Microsoft Edge", "Brave Browser", "Vivaldi"];
    return applications.flatMap((folder) => names.map((name) => `${folder}/${name}.app/Contents/MacOS/${name}`));
  }
  if (process.platform === "win32") {
    const folders = [process.env.LOCALAPPDATA, process.env.ProgramFiles, process.env["ProgramFiles(x86)"]];
    const files = ["Chromium/Application/chrome.exe", "Microsoft/Edge/Application/msedge.exe"];
    return folders.flatMap((folder) => (folder ? files.map((file) => path.join(folder, file)) : []));
  }
  return [
    "/usr/lib/chromium/chromium",
    "/snap/bin/chromium",
    "/opt/microsoft/msedge/msedge",
    "/opt/brave.com/brave/brave",
  ];
}

/** Browsers that Playwright or Puppeteer downloaded for another project. */
function downloaded(): string[] {
  const cache = process.platform === "darwin" ? path.join(homedir(), "Library/Caches") : path.join(homedir(), ".cache");
  const folders = [
    ...versionedFolders(path.join(cache, "ms-playwright"), "chromium-"),
    ...versionedFolders(path.join(homedir(), ".cache/puppeteer/chrome")),
  ];
  return folders.flatMap((folder) =>
    ["chrome-linux64", "chrome-linux"].map((inner) => path.join(folder, inner, "chrome")),
  );
}

function oldEnoughChrome(): string | null {
  const chrome = onPath(...CHROME_NAMES);
  if (!chrome) return null;
  const version = execFileSync(chrome, ["--version"], { encoding: "utf8" }).match(/(\d+)\./)?.[1];
  return version && Number(version) < FIRST_CHROME_THAT_REFUSES ? chrome : null;
}

function find(): string | null {
  return (
    onPath(...NAMES) ??
    [...usualPlaces(), ...downloaded()].find(isExecutable) ??
    onPath(...OTHER_NAMES) ??
    oldEnoughChrome()
  );
}

/** A browser of the Chromium family that can load an unpacked extension: found, or installed where that is allowed. */
export function chromiumExecutable(): string {
  const chosen = process.env.OSTEON_BROWSER;
  if (chosen) {
    if (isExecutable(chosen)) return chosen;
    throw new CannotRun(`OSTEON_BROWSER is set to ${chosen}, which is no program that can be run.`);
  }
  const found = find() ?? (installDebianPackage("chromium") ? find() : null);
  if (found) return found;
  throw new CannotRun(
    "No browser that can load an unpacked extension was found: install Chromium (or Chrome for Testing, Edge, Brave), or name one in OSTEON_BROWSER. Google Chrome itself refuses since version 137.",
  );
}
