import { existsSync, readdirSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { writeDxaPages } from "../bench-reader/dxa-pages";
import { ROOT } from "../build";

/** Pages whose truth is known, beside the checkout where they are there; our own are always there. */
export const SHARED = path.resolve(ROOT, "../shared/screens");
export const OWN_PAGES = path.join(ROOT, "test/pages");

export interface PageWithTruth {
  /** Folder and file name: what `--page` names. */
  id: string;
  family: string;
  file: string;
  truth: Record<string, unknown>;
}

export function pagesIn(folder: string, family: string): PageWithTruth[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => name.endsWith(".truth.json"))
    .sort()
    .flatMap((name) => {
      const truth = JSON.parse(readFileSync(path.join(folder, name), "utf8")) as Record<string, unknown>;
      const file = path.join(folder, String(truth.target).replace(/#.*/, ""));
      return existsSync(file) ? [{ id: `${family}/${truth.target}`, family, file, truth }] : [];
    });
}

/** Every page with truth, by family; report texts on bone density are made into pages. */
export function pagesWithTruth(): PageWithTruth[] {
  const reports = path.join(tmpdir(), "osteon-dxa-reports");
  writeDxaPages(path.join(SHARED, "dxa/dxa-dev.json"), reports);
  return [
    ...pagesIn(OWN_PAGES, "own"),
    ...pagesIn(path.join(SHARED, "vendor-documents/dev/bone"), "bone"),
    ...pagesIn(path.join(SHARED, "vendor-documents/dev/native"), "native"),
    ...pagesIn(path.join(SHARED, "traps/dev"), "traps"),
    ...pagesIn(reports, "dxa"),
  ];
}
