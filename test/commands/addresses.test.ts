import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { Addresses } from "../../src/commands/addresses";

let folder: string;
let addresses: Addresses;

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), "osteon-addresses-"));
  mkdirSync(path.join(folder, "inner"));
  writeFileSync(path.join(folder, "chart.html"), "<p>chart</p>");
  writeFileSync(path.join(folder, "a #b.html"), "<p>odd</p>");
  writeFileSync(path.join(folder, "inner", "frame.html"), "<p>frame</p>");
  addresses = new Addresses();
});

afterEach(async () => {
  await addresses.close();
  rmSync(folder, { recursive: true, force: true });
});

const textAt = async (address: string) => (await fetch(address)).text();

test("a file is served from its own folder, with what lies beside and below it", async () => {
  const address = await addresses.of(path.join(folder, "chart.html"));
  expect(await textAt(address)).toBe("<p>chart</p>");
  expect(await textAt(new URL("inner/frame.html", address).href)).toBe("<p>frame</p>");
});

test("files of one folder share one site", async () => {
  const one = new URL(await addresses.of(path.join(folder, "chart.html")));
  const other = new URL(await addresses.of(path.join(folder, "a #b.html")));
  expect(one.origin).toBe(other.origin);
});

test("a fragment or query after the file stays in the address", async () => {
  const address = new URL(await addresses.of(`${path.join(folder, "chart.html")}#after`));
  expect(address.hash).toBe("#after");
  expect(await textAt(address.href)).toBe("<p>chart</p>");
});

test("a file whose name holds such a sign is that file", async () => {
  expect(await textAt(await addresses.of(path.join(folder, "a #b.html")))).toBe("<p>odd</p>");
});

test("an address stays what it is", async () => {
  expect(await addresses.of("http://127.0.0.1:9/x?y#z")).toBe("http://127.0.0.1:9/x?y#z");
});

test("what is outside the folder is not served", async () => {
  const { origin } = new URL(await addresses.of(path.join(folder, "inner", "frame.html")));
  for (const outside of ["/../chart.html", "/%2e%2e/chart.html", "/..%2fchart.html"])
    expect((await fetch(origin + outside)).status).toBe(404);
});

test("no such file", async () => {
  await expect(addresses.of(path.join(folder, "nothing.html"))).rejects.toThrow("no such file");
  await expect(addresses.of(path.join(folder, "nothing.html#x"))).rejects.toThrow("no such file");
  await expect(addresses.of(folder)).rejects.toThrow("no such file");
});
