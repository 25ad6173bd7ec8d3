import { execFile } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { ROOT } from "../../src/commands/build";
import { bannerOf, htmlPage, labTable } from "./support/pages";

interface Run {
  code: number | null;
  stdout: string;
  stderr: string;
}

/** Runs a command as `npm run` does. */
function run(...args: string[]): Promise<Run> {
  const bootstrap = path.join(ROOT, "src/commands/bootstrap.mjs");
  return new Promise((resolve) => {
    const child = execFile(process.execPath, [bootstrap, ...args], (_, stdout, stderr) =>
      resolve({ code: child.exitCode, stdout, stderr }),
    );
  });
}

const linesOf = ({ stdout }: Run) =>
  stdout
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line) as Record<string, unknown>);

let folder: string;
const file = (name: string) => path.join(folder, name);

beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), "osteon-read-"));
  const labs = labTable(["Calcium", "9.3", "mg/dL", "2026-04-01"]);
  writeFileSync(file("chart.html"), htmlPage(bannerOf("Marsh, Ada", "04/02/1958", "Female", "00123") + labs));
  writeFileSync(
    file("tabs.html"),
    htmlPage(`${bannerOf("Quill, Jonas", "11/30/1961", "Male", "00777")}<h2>Medications</h2><ul><li>Alendronate 70 mg weekly</li></ul><button id="labs" style="position: fixed; right: 20px; top: 300px">Labs</button><div id="list"></div>
<script>document.getElementById("labs").onclick = () => setTimeout(() => { document.getElementById("list").innerHTML = ${JSON.stringify(labs)}; }, 50);</script>`),
  );
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe("read", () => {
  test("one line a target, in order, and nothing else on standard output", async () => {
    const done = await run("read", file("chart.html"), file("tabs.html"));
    expect(done.code).toBe(0);
    expect(linesOf(done)).toMatchObject([
      {
        target: file("chart.html"),
        patient: { name: "Ada Marsh" },
        labs: [{ analyte: "CA", value: 9.3, date: "2026-04-01" }],
      },
      { target: file("tabs.html"), patient: { name: "Jonas Quill" }, labs: [] },
    ]);
  });

  test("clicks come before reading, also where the sidebar lies over the place; what could not be read says why", async () => {
    const done = await run("read", file("tabs.html"), file("nothing.html"), "--click", "#labs");
    expect(done.code).toBe(1);
    expect(linesOf(done)).toMatchObject([
      { target: file("tabs.html"), labs: [{ analyte: "CA" }] },
      { target: file("nothing.html"), error: "there is no such file" },
    ]);
  });

  test("unusable arguments", async () => {
    expect(await run("read")).toMatchObject({ code: 2, stdout: "" });
    expect(await run("read", "--what")).toMatchObject({ code: 2, stdout: "" });
  });
});

describe("start --headless", () => {
  test("prints the assessment of the demo chart as one line and takes a picture", async () => {
    const done = await run("start", "--headless");
    expect(done.code).toBe(0);
    expect(linesOf(done)).toMatchObject([{ id: "demo-vance", tier: "HIGH", fraxUsed: { adjusted: true } }]);
    const picture = done.stderr.split("\n").find((line) => line.endsWith(".png")) ?? "";
    expect(readFileSync(picture).subarray(1, 4).toString()).toBe("PNG");
  });

  test("unusable arguments", async () => {
    expect(await run("start", "--loud")).toMatchObject({ code: 2, stdout: "" });
  });
});
