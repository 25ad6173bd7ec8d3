import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, expect, it, vi } from "vitest";
import { main } from "../../src/commands/assess";
import { woman } from "../cases/build";

const folder = mkdtempSync(join(tmpdir(), "osteon-assess-"));

function file(name: string, content: unknown): string {
  const path = join(folder, name);
  writeFileSync(path, typeof content === "string" ? content : JSON.stringify(content));
  return path;
}

async function run(...files: string[]) {
  const lines: string[] = [];
  vi.spyOn(process.stdout, "write").mockImplementation((text) => lines.push(String(text)) > 0);
  vi.spyOn(console, "error").mockImplementation(() => {});
  const status = await main(files);
  return { status, answers: lines.map((line) => JSON.parse(line) as Record<string, unknown>) };
}

afterEach(() => vi.restoreAllMocks());

it("answers one line a case, in order", async () => {
  const many = file("many.json", [
    { id: "B", input: woman(), note: "ignored" },
    { id: "A", input: woman({ frax: null }) },
  ]);
  const one = file("one.json", { id: "C", input: woman() });
  const { status, answers } = await run(many, one);
  expect(status).toBe(0);
  expect(answers.map(({ id, tier }) => [id, tier])).toEqual([
    ["B", "MODERATE"],
    ["A", "INDETERMINATE"],
    ["C", "MODERATE"],
  ]);
});

it("names what it could not read, answers the rest and exits 1", async () => {
  const { status, answers } = await run(
    file("bad.json", "{"),
    file("mixed.json", [
      { id: "X", input: {} },
      { id: "Y", input: woman() },
    ]),
    join(folder, "absent.json"),
  );
  expect(status).toBe(1);
  expect(answers.map((a) => ("error" in a ? "error" : a.id))).toEqual(["error", "error", "Y", "error"]);
  expect(answers[1]?.error).toMatch(/asOf/);
});

it("exits 2 without files or with an option", async () => {
  expect((await run()).status).toBe(2);
  expect((await run("--fast")).status).toBe(2);
});
