import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join, normalize, relative } from "node:path";

/** One import of one file of ours. */
export interface Import {
  from: string;
  /** Path below the root for our own files, package name for the others. */
  to: string;
  typeOnly: boolean;
}

const root = join(import.meta.dirname, "../..");
const IMPORT =
  /(?:^|\n)\s*(?:import|export)\s+(type\s+)?(?:([\s\S]*?)\s+from\s+)?["']([^"']+)["']|\bimport\(\s*["']([^"']+)["']\s*\)/g;

/** Paths of all files below a folder, relative to it. */
export function filesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).replaceAll("\\", "/"));
}

export function sourceFiles(...folders: string[]): string[] {
  return folders
    .filter((folder) => existsSync(join(root, folder)))
    .flatMap((folder) => filesBelow(join(root, folder)).map((file) => `${folder}/${file}`))
    .filter((file) => /\.(?:tsx?|mjs)$/.test(file));
}

export function textOf(file: string): string {
  return readFileSync(join(root, file), "utf8");
}

export function importsOf(file: string): Import[] {
  return [...textOf(file).matchAll(IMPORT)].map(([, type, names, statically, dynamically]) => {
    const specifier = statically ?? dynamically ?? "";
    const allNamesAreTypes = names !== undefined && /^\{(?:\s*type\s+[\w\s]+,?)*\s*\}$/.test(names.trim());
    const to = specifier.startsWith(".")
      ? relative(root, normalize(join(root, dirname(file), specifier))).replaceAll("\\", "/")
      : specifier;
    return { from: file, to, typeOnly: type !== undefined || allNamesAreTypes };
  });
}
