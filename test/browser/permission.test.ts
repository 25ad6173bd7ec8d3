import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { chromiumExecutable } from "../../src/commands/browser";
import { type Browser, launch } from "../../src/commands/launch";
import type { Site } from "../../src/commands/serve";
import { contentScriptsReady } from "../../src/commands/tabs";
import { type Unpacked, unpackedFor } from "../../src/commands/unpacked";
import { assessed } from "./support/assessed";
import { serveDemo } from "./support/demo";
import { LOOPBACK, Osteon } from "./support/osteon";

let site: Site;
let released: Unpacked;
let profile: string;

beforeAll(async () => {
  site = await serveDemo();
  released = await unpackedFor("chrome");
  profile = mkdtempSync(path.join(tmpdir(), "osteon-profile-"));
});
afterAll(async () => {
  await site?.close();
  released?.remove();
  rmSync(profile, { recursive: true, force: true });
});

function open(): Promise<Browser> {
  return launch({ executable: chromiumExecutable(), extension: released.folder, headless: true, profile });
}

/** What the browser writes into its profile when the user allows a site: a headless browser cannot show the prompt. */
function allowInProfile(extensionId: string, origin: string) {
  const file = path.join(profile, "Default/Preferences");
  const preferences = JSON.parse(readFileSync(file, "utf8")) as {
    extensions: { settings: Record<string, Record<string, { explicit_host?: string[] }>> };
  };
  const settings = preferences.extensions.settings[extensionId];
  if (!settings) throw new Error("the profile does not know the extension");
  for (const kind of ["active_permissions", "granted_permissions", "runtime_granted_permissions"]) {
    const permissions = settings[kind] ?? {};
    settings[kind] = { ...permissions, explicit_host: [...(permissions.explicit_host ?? []), origin] };
  }
  writeFileSync(file, JSON.stringify(preferences));
}

test("the released extension reads nothing until its user allows the site, then everything", async () => {
  const before = await open();
  const worker = before.worker();
  expect(await worker.evaluate(() => chrome.permissions.getAll())).toMatchObject({ origins: [] });
  const page = await before.context.newPage();
  await page.goto(`${site.origin}/patients/vance/reports`);
  await page.locator("iframe#viewer").waitFor();
  expect(await worker.evaluate(() => chrome.scripting.getRegisteredContentScripts())).toEqual([]);
  expect(await worker.evaluate(() => chrome.storage.session.get(null))).toEqual({});
  const { extensionId } = before;
  await before.close();

  allowInProfile(extensionId, LOOPBACK);
  const after = await open();
  try {
    await contentScriptsReady(after.worker());
    const tab = await new Osteon(after, released).open(`${site.origin}/patients/vance/reports`);
    expect((await assessed(tab)).frax.raw).toMatchObject({ mof: 17.8, hip: 2.6 });
    expect(await tab.sidebarText()).toContain("Dorothea Vance");
  } finally {
    await after.close();
  }
});
