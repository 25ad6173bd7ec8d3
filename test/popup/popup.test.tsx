// @vitest-environment happy-dom
import { act } from "preact/test-utils";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { Popup } from "../../popup/popup";
import type { ExtensionMessage } from "../../src/messages/extension";
import type { Assessment } from "../../src/rules/assessment";
import { fakeBrowser } from "../ui/browser";
import { high, low } from "../ui/fixtures";
import { speakEnglish } from "../ui/locale";
import { button, click, draw, settled, textOf, type } from "../ui/page";

const { browser } = vi.hoisted(() => ({ browser: { current: undefined as unknown } }));
vi.mock("webextension-polyfill", () => ({
  default: new Proxy({}, { get: (_, name) => (browser.current as Record<string | symbol, unknown>)[name] }),
}));

let fake: ReturnType<typeof fakeBrowser>;
let status: { origin: string | null; allowed: boolean; chart: boolean };
let assess: (
  input: Record<string, unknown>,
) => Promise<{ assessment: Assessment; rejected: never[] } | { refused: string }>;

beforeEach(() => {
  speakEnglish();
  fake = fakeBrowser();
  browser.current = fake;
  status = { origin: null, allowed: false, chart: false };
  assess = async () => ({ assessment: high, rejected: [] });
  fake.runtime.sendMessage.mockImplementation(async (sent) => {
    const message = sent as ExtensionMessage;
    switch (message.kind) {
      case "tab-status":
        return status;
      case "assess-typed":
        return assess(message.input as Record<string, unknown>);
      case "toggle-sidebar":
        return { open: true };
      default:
        return { done: true };
    }
  });
});

async function open(): Promise<HTMLElement> {
  const root = await draw(<Popup />);
  await act(() => settled());
  return root;
}

function asked(): Record<string, unknown>[] {
  const messages = fake.runtime.sendMessage.mock.calls.map(([message]) => message as ExtensionMessage);
  return messages.flatMap((message) =>
    message.kind === "assess-typed" ? [message.input as Record<string, unknown>] : [],
  );
}

async function answered(): Promise<void> {
  await act(() => settled(200));
}

describe("the calculator", () => {
  it("asks nothing and shows nothing before something is typed", async () => {
    const root = await open();
    await answered();
    expect(asked()).toEqual([]);
    expect(textOf(root.querySelector(".result"))).toContain("left empty counts as not on file");
  });

  it("works without any page and shows the live result", async () => {
    const root = await open();
    await type(root, "#age", "68");
    await type(root, "#tFN", "-2.1");
    await answered();
    expect(asked().at(-1)).toMatchObject({ age: 68, dxa: [{ site: "FN", t: -2.1 }] });
    expect(textOf(root.querySelector(".tier-card h2"))).toBe("High risk");
  });

  it("refuses an impossible value at its field and takes the result away", async () => {
    const root = await open();
    await type(root, "#age", "68");
    await answered();
    await type(root, "#tFN", "-21");
    await answered();
    const field = root.querySelector("#tFN");
    expect(field?.getAttribute("aria-invalid")).toBe("true");
    const reason = root.querySelector(`#${field?.getAttribute("aria-describedby")}`);
    expect(textOf(reason)).toBe("Possible here: −7 to 6.");
    expect((field as HTMLInputElement).value).toBe("-21");
    expect(root.querySelector(".tier-card")).toBeNull();
    expect(textOf(root.querySelector(".refusals"))).toContain("Femoral neck");
    expect(asked()).toHaveLength(1);
  });

  it("says that a T-score above zero may lack its minus sign, and takes it as typed", async () => {
    const root = await open();
    await type(root, "#tLS", "2.1");
    await answered();
    expect(textOf(root.querySelector("#tLS-hint"))).toContain("Is the minus sign missing?");
    expect(asked().at(-1)).toMatchObject({ dxa: [{ site: "LS", t: 2.1 }] });
  });

  it("never shows an older answer beside newer values", async () => {
    const answers: ((assessment: Assessment) => void)[] = [];
    assess = () => new Promise((resolve) => answers.push((assessment) => resolve({ assessment, rejected: [] })));
    const root = await open();
    await type(root, "#age", "50");
    await answered();
    await type(root, "#age", "80");
    await answered();
    await act(async () => {
      answers[1]?.(high);
      await settled();
      answers[0]?.(low);
      await settled();
    });
    expect(textOf(root.querySelector(".tier-card h2"))).toBe("High risk");
  });

  it("says in words why the worker refused the values", async () => {
    assess = async () => ({ refused: "A date lies after today." });
    const root = await open();
    await type(root, "#age", "68");
    await answered();
    expect(textOf(root.querySelector(".result"))).toContain("A date lies after today.");
  });

  it("forgets everything on reset", async () => {
    const root = await open();
    await type(root, "#age", "68");
    await answered();
    await click(button(root, "Reset"));
    await answered();
    expect(root.querySelector<HTMLInputElement>("#age")?.value).toBe("");
    expect(root.querySelector(".tier-card")).toBeNull();
  });

  it("names every field", async () => {
    const root = await open();
    for (const field of root.querySelectorAll("form input, form select")) {
      const named =
        field.getAttribute("aria-label") ??
        textOf(field.closest("label") ?? root.querySelector(`label[for="${field.id}"]`));
      expect(named, field.outerHTML).not.toBe("");
    }
  });
});

describe("the site of the tab", () => {
  it("asks for the permission first thing in the click, for this host only", async () => {
    status = { origin: "https://chart.example:8443", allowed: false, chart: false };
    const root = await open();
    fake.runtime.sendMessage.mockClear();
    await click(button(root, "Allow on this site"));
    expect(fake.permissions.request).toHaveBeenCalledWith({ origins: ["https://chart.example/*"] });
    expect(fake.permissions.request.mock.invocationCallOrder[0]).toBeLessThan(
      fake.runtime.sendMessage.mock.invocationCallOrder[0] ?? Number.POSITIVE_INFINITY,
    );
  });

  it("asks nothing for a click that no user made", async () => {
    status = { origin: "https://chart.example", allowed: false, chart: false };
    const root = await open();
    await click(button(root, "Allow on this site"), false);
    expect(fake.permissions.request).not.toHaveBeenCalled();
  });

  it("offers the sidebar and forgetting where a chart was read", async () => {
    status = { origin: "https://chart.example", allowed: true, chart: true };
    const root = await open();
    await click(button(root, "sidebar"));
    expect(fake.runtime.sendMessage).toHaveBeenCalledWith({ kind: "toggle-sidebar", tabId: 7 });
    expect(textOf(root.querySelector(".said"))).toBe("Sidebar opened.");
    await click(button(root, "Forget this chart"));
    expect(fake.runtime.sendMessage).toHaveBeenCalledWith({ kind: "forget", tabId: 7 });
    expect(textOf(root.querySelector(".said"))).toContain("forgotten");
  });

  it("says so where there is no page", async () => {
    const root = await open();
    expect(textOf(root.querySelector(".site"))).toContain("No web page in this tab");
  });
});
