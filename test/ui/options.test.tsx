// @vitest-environment happy-dom
import { act } from "preact/test-utils";
import { beforeEach, expect, it, vi } from "vitest";
import { OptionsPage } from "../../src/options/options-page";
import { Welcome } from "../../src/options/welcome";
import { ruleRows } from "../../src/rules/table";
import { fakeBrowser } from "./browser";
import { speakEnglish } from "./locale";
import { button, click, draw, settled, textOf } from "./page";

const { browser } = vi.hoisted(() => ({ browser: { current: undefined as unknown } }));
vi.mock("webextension-polyfill", () => ({
  default: new Proxy({}, { get: (_, name) => (browser.current as Record<string | symbol, unknown>)[name] }),
}));

let fake: ReturnType<typeof fakeBrowser>;
beforeEach(() => {
  speakEnglish();
  fake = fakeBrowser();
  browser.current = fake;
});

async function openOptions(): Promise<HTMLElement> {
  const root = await draw(<OptionsPage />);
  await act(() => settled());
  return root;
}

it("lists the allowed sites and takes one back on the user's click only", async () => {
  fake.permissions.getAll.mockResolvedValue({ origins: ["https://a.example/*", "https://b.example/*"] });
  const root = await openOptions();
  expect([...root.querySelectorAll(".sites code")].map(textOf)).toEqual(["https://a.example/*", "https://b.example/*"]);
  await click(button(root, "https://b.example"), false);
  expect(fake.permissions.remove).not.toHaveBeenCalled();
  await click(button(root, "https://b.example"));
  expect(fake.permissions.remove).toHaveBeenCalledWith({ origins: ["https://b.example/*"] });
});

it("follows permissions that change elsewhere", async () => {
  const root = await openOptions();
  expect(textOf(root)).toContain("None yet");
  fake.permissions.getAll.mockResolvedValue({ origins: ["https://a.example/*"] });
  await act(async () => {
    fake.permissions.onAdded.fire();
    await settled();
  });
  expect(textOf(root.querySelector(".sites"))).toContain("https://a.example/*");
});

it("lays open every source attribute, the review status and where data goes", async () => {
  const root = await openOptions();
  const names = [...root.querySelectorAll(".attributes dt")].map(textOf);
  expect(names).toEqual([
    "Bibliographic citation",
    "Developer",
    "Funding of the technical implementation",
    "Release date",
    "Revision dates",
    "Race",
    "Ethnicity",
    "Language",
    "Sexual orientation",
    "Gender identity",
    "Sex",
    "Date of birth",
    "Social determinants of health",
    "Health-status data",
  ]);
  const text = textOf(root);
  expect(text).toContain("pending clinician review");
  expect(text).toContain("Nothing is sent anywhere");
  expect(text).toContain("models for the United States differ by race or ethnicity");
});

it("shows every rule as the worker holds it, with its source sentence and review status", async () => {
  fake.runtime.sendMessage.mockImplementation(async (message) =>
    (message as { kind: string }).kind === "rule-table" ? ruleRows() : undefined,
  );
  const root = await openOptions();
  const rows = [...root.querySelectorAll(".rules tbody tr")].map(textOf);
  expect(rows).toHaveLength(ruleRows().length);
  expect(rows.find((row) => row.startsWith("S31"))).toMatch(
    /T-score below -2\.0 with additional risk factors.*pending/,
  );
});

it("says on the first run what is read, where it goes, and that nothing happens before a site is allowed", async () => {
  const text = textOf(await draw(<Welcome />));
  expect(text).toContain("It reads nothing until you allow a site");
  expect(text).toContain("Nothing is sent anywhere");
  expect(text).toContain("never writes to the chart");
});
