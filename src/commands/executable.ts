import { accessSync, constants, readdirSync, statSync } from "node:fs";
import path from "node:path";

export function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return statSync(file).isFile();
  } catch {
    return false;
  }
}

/** The first of these names that is found on the PATH. */
export function onPath(...names: string[]): string | null {
  const folders = (process.env.PATH ?? "").split(path.delimiter).filter(Boolean);
  const files = names.flatMap((name) => folders.map((folder) => path.join(folder, name)));
  return files.find(isExecutable) ?? null;
}

/** Folders inside `parent` whose names start with `prefix`, newest version first. */
export function versionedFolders(parent: string, prefix = ""): string[] {
  try {
    return readdirSync(parent)
      .filter((name) => name.startsWith(prefix))
      .sort((a, b) => b.localeCompare(a, "en", { numeric: true }))
      .map((name) => path.join(parent, name));
  } catch {
    return [];
  }
}
