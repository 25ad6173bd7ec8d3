// @vitest-environment happy-dom
import { act } from "preact/test-utils";
import { beforeEach, expect, it, vi } from "vitest";
import { RuleSettings } from "../../src/options/rule-settings";
import { defaultPolicy, policyDifferences, readPolicy } from "../../src/rules/policy";
import { SETTING_GROUPS } from "../../src/ui/settings";
import { fakeBrowser } from "./browser";
import { speakEnglish } from "./locale";
import { button, click, draw, settled, textOf, type } from "./page";

const { browser } = vi.hoisted(() => ({ browser: { current: undefined as unknown } }));
vi.mock("webextension-polyfill", () => ({
  default: new Proxy({}, { get: (_, name) => (browser.current as Record<string | symbol, unknown>)[name] }),
}));

let fake: ReturnType<typeof fakeBrowser>;
let policy = defaultPolicy;

/** A worker that keeps settings as the real one does, without a store. */
function worker(message: { kind: string; settings?: unknown }) {
  const inForce = () => ({ policy, differences: policyDifferences(policy) });
  if (message.kind === "policy") return inForce();
  if (message.kind === "reset-policy") {
    policy = defaultPolicy;
    return inForce();
  }
  const read = readPolicy(message.settings);
  if ("refused" in read) return read;
  policy = read.policy;
  return inForce();
}

beforeEach(() => {
  speakEnglish();
  policy = defaultPolicy;
  fake = fakeBrowser();
  fake.runtime.sendMessage.mockImplementation(async (message) => worker(message as { kind: string }));
  browser.current = fake;
});

async function open(): Promise<HTMLElement> {
  const root = await draw(<RuleSettings />);
  await act(() => settled());
  return root;
}

async function keep(root: HTMLElement, trusted = true): Promise<void> {
  const event = new Event("submit", { bubbles: true, cancelable: true });
  Object.defineProperty(event, "isTrusted", { value: trusted });
  await act(async () => {
    root.querySelector("form")?.dispatchEvent(event);
    await settled();
  });
}

it("offers every setting of the policy, and no other", async () => {
  const names = (settings: object, within = ""): string[] =>
    Object.entries(settings).flatMap(([key, value]) =>
      typeof value === "object" && value !== null ? names(value, `${within}${key}.`) : [within + key],
    );
  const offered = SETTING_GROUPS.flatMap(({ settings }) => settings.map(({ name }) => name));
  expect(["country", ...offered].toSorted()).toEqual(names(defaultPolicy).toSorted());
});

it("keeps what is changed and says how it differs from the default", async () => {
  const root = await open();
  expect(textOf(root)).not.toContain("differ from the default");
  await type(root, "#labMonths", "24");
  await type(root, "#country", "UK");
  await keep(root);
  expect(policy).toEqual({ ...defaultPolicy, labMonths: 24, country: "UK" });
  expect(textOf(root)).toContain("Laboratory work-up: 24 months (default 12)");
});

it("refuses what cannot be a setting, at its field, and changes nothing", async () => {
  const root = await open();
  await type(root, "#labMonths", "0");
  await type(root, '[id="limits.tshLow"]', "low");
  await keep(root);
  expect(policy).toEqual(defaultPolicy);
  expect([...root.querySelectorAll(".reason")].map(textOf)).toEqual(["at least 1", "not a number"]);
  expect(root.querySelector("#labMonths")?.getAttribute("aria-invalid")).toBe("true");
});

it("refuses a lower limit that is not below the upper", async () => {
  const root = await open();
  await type(root, '[id="limits.calciumLow"]', "10.2");
  await keep(root);
  expect(policy).toEqual(defaultPolicy);
  expect(textOf(root.querySelector(".reason"))).toContain("not below");
});

it("goes back to the defaults", async () => {
  policy = { ...defaultPolicy, labMonths: 24 };
  const root = await open();
  await click(button(root, "Back to the defaults"));
  expect(policy).toEqual(defaultPolicy);
  expect(root.querySelector<HTMLInputElement>("#labMonths")?.value).toBe("12");
});

it("does nothing that no user did", async () => {
  const root = await open();
  await type(root, "#labMonths", "24");
  await keep(root, false);
  expect(policy).toEqual(defaultPolicy);
});
