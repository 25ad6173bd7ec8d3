import { spawn } from "node:child_process";
import { existsSync, statSync } from "node:fs";
import path from "node:path";
import { ROOT } from "./build";
import { CannotRun } from "./cannot-run";

/** Rooms whose tests are tested, in the order of their running time. */
const ROOMS = ["risk", "terminology", "rules", "chart"];

/** A room, a folder of it or one file of it, under src/: the room, and what is changed in it. */
function target(name: string): { room: string; pattern: string } {
  const place = name.replace(/^src\//, "").replace(/\/$/, "");
  const room = place.split("/", 1)[0] ?? "";
  const full = path.join(ROOT, "src", place);
  if (!ROOMS.includes(room) || !existsSync(full))
    throw new CannotRun(
      `usage: npm run mutation [-- ${ROOMS.join(" | ")} | a folder or file of one, such as rules/safety]`,
    );
  return { room, pattern: statSync(full).isDirectory() ? `src/${place}/**/*.ts` : `src/${place}` };
}

function stryker(room: string, pattern: string): Promise<boolean> {
  const file = path.join(ROOT, "node_modules/@stryker-mutator/core/bin/stryker.js");
  const child = spawn(process.execPath, [file, "run", "--mutate", pattern], {
    cwd: ROOT,
    env: { ...process.env, OSTEON_MUTATED_ROOM: room },
    stdio: "inherit",
  });
  return new Promise((resolve) => child.on("close", (code) => resolve(code === 0)));
}

/**
 * `npm run mutation -- rules`: changes the code of a room bit by bit and counts how often the room's own tests notice.
 * Without an argument every room, one after the other. Fails below the score of stryker.config.json.
 */
export async function main(names: readonly string[]): Promise<number> {
  let well = true;
  for (const { room, pattern } of (names.length > 0 ? names : ROOMS).map(target))
    well = (await stryker(room, pattern)) && well;
  return well ? 0 : 1;
}
