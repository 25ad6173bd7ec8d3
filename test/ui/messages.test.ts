import { readdirSync, readFileSync } from "node:fs";
import { expect, it } from "vitest";
import manifest from "../../manifest.json";
import english from "../../public/_locales/en/messages.json";

const ROOT = new URL("../../", import.meta.url);
const sources = ["src/ui", "src/sidebar", "src/options", "popup", "content"]
  .flatMap((folder) =>
    readdirSync(new URL(folder, ROOT), { encoding: "utf8", recursive: true }).map((name) => `${folder}/${name}`),
  )
  .filter((name) => /\.tsx?$/.test(name))
  .map((name) => readFileSync(new URL(name, ROOT), "utf8"))
  .join("\n");

it("has no text that nothing shows", () => {
  const shown = (key: string) => sources.includes(`"${key}"`) || JSON.stringify(manifest).includes(`__MSG_${key}__`);
  expect(Object.keys(english).filter((key) => !shown(key))).toEqual([]);
});

it("has every text that the manifest names", () => {
  const named = [...JSON.stringify(manifest).matchAll(/__MSG_(\w+)__/g)].map(([, key]) => key);
  expect(named.filter((key) => key !== undefined && !(key in english))).toEqual([]);
});

it("describes itself within the 132 characters that a store takes", () => {
  expect(english.extensionDescription.message.length).toBeLessThanOrEqual(132);
});

it("numbers its placeholders from 1 without a gap", () => {
  for (const [key, { message }] of Object.entries(english)) {
    const places = [...new Set([...message.matchAll(/\$(\d)/g)].map(([, place]) => Number(place)))].sort();
    expect(places, key).toEqual(places.map((_, at) => at + 1));
  }
});

it("promises the patient nothing that the source does not say: of smoking it advises to stop, and no more (S20)", () => {
  expect(english.sheetSmokingText.message).toMatch(/to stop\.$/);
  const sheet = Object.entries(english).flatMap(([key, { message }]) => (key.startsWith("sheet") ? [message] : []));
  expect(sheet.join(" ")).not.toMatch(/at any age|never too late|helps at/i);
});
